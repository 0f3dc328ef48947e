package xlsx

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/document"
)

func TestShiftFormula(t *testing.T) {
	for _, c := range []struct {
		formula    string
		rows, cols int
		want       string
	}{
		{"A1+B2", 1, 0, "A2+B3"},
		{"A1+B2", 0, 25, "Z1+AA2"},
		{"$A$1+A$1+$A1+A1", 2, 3, "$A$1+D$1+$A3+D3"},
		{"SUM(C3:C9)", 0, 1, "SUM(D3:D9)"},
		{"SUM($C:D)+SUM(1:$2)", 1, 1, "SUM($C:E)+SUM(2:$2)"},
		{"LOG10(A1)+ATAN2(B1,1)", 1, 0, "LOG10(A2)+ATAN2(B2,1)"},
		{`A1&"A1 ""B2"""&B1`, 1, 0, `A2&"A1 ""B2"""&B2`},
		{"'A1 表''s B2'!C3+表一!C3+AB1!C3", 1, 0, "'A1 表''s B2'!C4+表一!C4+AB1!C4"},
		{"[1]Sheet1!A1+Table1[[#All],[A1]]", 1, 0, "[1]Sheet1!A2+Table1[[#All],[A1]]"},
		{"1E5+1.5+TRUE+A1B+合计A1+_A1", 1, 1, "1E5+1.5+TRUE+A1B+合计A1+_A1"},
		{"A1", -1, 0, "#REF!"},
		{"XFD1048576", 1, 0, "#REF!"},
		{"XFE1+A1048577+A0", 1, 1, "XFE1+A1048577+A0"},
		{"a1", 1, 1, "B2"},
		{`"unterminated A1`, 1, 1, `"unterminated A1`},
		{"'", 1, 1, "'"},
		{"A1", 0, 0, "A1"},
	} {
		assert.Equal(t, c.want, shiftFormula(c.formula, c.rows, c.cols), c.formula)
	}
}

func FuzzExpandFormula(f *testing.F) {
	for _, s := range []string{"SUM($A1:B$2)", "'A1'!B2", `"A1"&A1`, "A:A", "1:$2", "[1]S!A1", "T[[#All],[A]]", "XFD1048576", "LOG10(A1)", "'", `"`, "["} {
		f.Add(s, 1, 1)
		f.Add(s, -1, 700)
	}
	f.Fuzz(func(t *testing.T, formula string, rows, cols int) {
		rows, cols = rows%document.MaxRows, cols%document.MaxCols
		moved := shiftFormula(formula, rows, cols)
		if len(moved) > 5*len(formula)+16 {
			t.Fatalf("%q grows to %q", formula, moved)
		}
		// Moving back restores it, unless it left the sheet or had odd spellings.
		if !strings.Contains(moved, "#REF!") && formula == strings.ToUpper(formula) {
			if back := shiftFormula(moved, -rows, -cols); back != formula {
				t.Fatalf("%q moved by %d,%d is %q and back %q", formula, rows, cols, moved, back)
			}
		}
	})
}
