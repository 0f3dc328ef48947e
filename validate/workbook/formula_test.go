package workbook

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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

func TestAddresses(t *testing.T) {
	for text, want := range map[string][2]int{"A1": {0, 0}, "Z9": {8, 25}, "AA10": {9, 26}, "XFD1048576": {maxRows - 1, maxCols - 1}} {
		row, col, ok := ParseAddress(text)
		require.True(t, ok, text)
		assert.Equal(t, want, [2]int{row, col}, text)
		assert.Equal(t, text, Address(row, col))
	}
	row, col, ok := ParseAddress("$b$3")
	assert.Equal(t, []any{2, 1, true}, []any{row, col, ok})
	for _, bad := range []string{"", "A", "1", "A0", "A01", "XFE1", "A1048577", "A1:B2", "A1 ", "$", "A$", "A-1", "合1"} {
		_, _, ok := ParseAddress(bad)
		assert.False(t, ok, bad)
	}
	r, ok := ParseRange("F38:A1")
	require.True(t, ok)
	assert.Equal(t, "A1:F38", r.String())
	r, ok = ParseRange("B2")
	require.True(t, ok)
	assert.Equal(t, "B2", r.String())
	for _, bad := range []string{"", ":", "A1:", ":A1", "A1-B2", "A:B", "A1:B2:C3"} {
		_, ok := ParseRange(bad)
		assert.False(t, ok, bad)
	}
}

func FuzzExpandFormula(f *testing.F) {
	for _, s := range []string{"SUM($A1:B$2)", "'A1'!B2", `"A1"&A1`, "A:A", "1:$2", "[1]S!A1", "T[[#All],[A]]", "XFD1048576", "LOG10(A1)", "'", `"`, "["} {
		f.Add(s, 1, 1)
		f.Add(s, -1, 700)
	}
	f.Fuzz(func(t *testing.T, formula string, rows, cols int) {
		rows, cols = rows%maxRows, cols%maxCols
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
