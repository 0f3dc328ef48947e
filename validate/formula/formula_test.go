package formula_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/amount"
	"suanqing/validate/document"
	"suanqing/validate/formula"
)

// book has the numbers 1…4 in column A, a text, a formula without a value and
// one that refers to itself.
func book() *document.Document {
	number := func(row, col int, text string) document.Row {
		return document.Row{Index: row, Cells: []document.Cell{{Row: row, Col: col, Kind: document.Number, Stored: text}}}
	}
	first := &document.Sheet{Name: "Sheet1", Rows: []document.Row{
		number(0, 0, "1.10"), number(1, 0, "2.20"), number(2, 0, "3.30"), number(3, 0, "4.4000000000000004"),
		{Index: 4, Cells: []document.Cell{{Row: 4, Col: 0, Kind: document.Text, Stored: "合计"}}},
		{Index: 5, Cells: []document.Cell{{Row: 5, Col: 0, Formula: "SUM(A1:A2)"}}},
		{Index: 6, Cells: []document.Cell{{Row: 6, Col: 0, Formula: "A7+1"}}},
	}}
	second := &document.Sheet{Name: "2 支出 '决算'", Rows: []document.Row{number(1, 1, "10")}}
	return &document.Document{Sheets: []*document.Sheet{first, second}}
}

func TestEval(t *testing.T) {
	for text, want := range map[string]string{
		"SUM(A1,A5,$A$4)":            "5.5", // and so does a reference alone
		"A1+A2":                      "3.3",
		"=A1-A2":                     "-1.1",
		"SUM(A1:A4)":                 "11",
		"sum( $A$1:A$2 , A4 , 0.5 )": "8.2",
		"SUM(A1:A5)":                 "11", // a range passes over texts
		"SUM(A1,A2)-(A3+A4)":         "-4.4",
		"ROUND(A4,1)-ROUND(A3,0)":    "1.4",
		"-A1+-A2":                    "-3.3",
		"A6":                         "3.3", // a formula without a value
		"'2 支出 ''决算'''!B2+Sheet1!A1": "11.1",
		"B99":                        "0",
	} {
		got, ok := formula.New(book()).Eval(0, text)
		assert.True(t, ok, text)
		p, _ := amount.Parse(want)
		assert.Equal(t, p.Value, got, "%s = %s, want %s", text, got, want)
	}
}

func TestLeftAlone(t *testing.T) {
	for _, text := range []string{"", "A5", "A5+1", "SUM(A1,A5+A2)", "A7", "IF(A1>0,1,2)", "A1:A2", "SUM(A1:A2", "A1+", "A1/2", "A1*2", "Nowhere!A1", "[1]Sheet1!A1",
		"A1&A2", "SUMIF(A1:A3,1)", "名称", "A1 A2", "((((((((((A1", "ROUND(A1,A2)", "A1048577", "ZZZZ1"} {
		_, ok := formula.New(book()).Eval(0, text)
		assert.False(t, ok, text)
	}
}

// TestBounded: formulas that refer to each other many times over end.
func TestBounded(t *testing.T) {
	b := &document.Document{Sheets: []*document.Sheet{{Name: "s"}}}
	for i := range 40 {
		text := fmt.Sprintf("SUM(A%d:A%d)+SUM(A%d:A%d)", i+2, 60, i+2, 60)
		b.Sheets[0].Rows = append(b.Sheets[0].Rows, document.Row{Index: i, Cells: []document.Cell{{Row: i, Formula: text}}})
	}
	_, ok := formula.New(b).Eval(0, "A1")
	assert.False(t, ok)
}

func FuzzEval(f *testing.F) {
	for _, s := range []string{"SUM(A1:A4)-A2*3", "'2 支出 ''决算'''!B2", "ROUND(A1,2)", "((A1", "-+-A1", "A1:A2:A3", "SUM(,)", "1.2.3"} {
		f.Add(s)
	}
	b := book()
	f.Fuzz(func(t *testing.T, text string) { formula.New(b).Eval(0, text) })
}
