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

		"A1*A2":                          "2.42",
		"A1/2":                           "0.55",
		"A1/A3*3":                        "0.999999999999999", // to the last place
		"1+2*3-8/4":                      "5",
		"2^3^2":                          "64",
		"-2^2":                           "4",
		"2^-2":                           "0.25",
		"50%*A4":                         "2.2",
		"A1 + .5":                        "1.6",
		"IF(A1>0,1,2)":                   "1",
		"IF(A1>A2,1,IF(A2=2.2,7,9))":     "7",
		`IF(A5="",0,3)`:                  "3",
		`IF(B99="",5,VLOOKUP(1,2,3))`:    "5", // the other branch is not computed
		"IF(B99=0,5)":                    "5",
		"IF(AND(A1>1,A2>1,NOT(A3<1)),1)": "1",
		`IF(OR(A1>5,A5="合计"),1,0)`:       "1",
		`IF(A1<>1.1,1,"5")+1`:            "6",
		"IFERROR(A1/B99,8)":              "8",
		"IFERROR(A5+1,8)":                "8",
		`IFERROR(A1/1,FOO("),",'x)'))`:   "1.1",
		"IF(ISERROR(A1/0),3,4)":          "3",
		"ROUND(A1/3,2)":                  "0.37",
		"ROUND(A1,A2)":                   "1.1",
		"ROUNDUP(A1/3,2)":                "0.37",
		"ROUNDUP(-1.101,1)":              "-1.2",
		"ROUNDDOWN(A2/3,2)":              "0.73",
		"ROUNDDOWN(1/3*3,2)":             "1",
		"ROUND(12350/10000,2)":           "1.24",
		"ROUND(-12350,-2)":               "-12400",
		"INT(-1.5)":                      "-2",
		"TRUNC(-1.59,1)":                 "-1.5",
		"ABS(A1-A2)":                     "1.1",
		"MAX(A1:A5)":                     "4.4",
		"MAX(A1,A2-5,2)":                 "2",
		"MIN(A1:A4,7)":                   "1.1",
		"MIN(A5)":                        "0",
		"PRODUCT(A1:A2,10)":              "24.2",
		"N(A5)":                          "0",
		`VALUE("1,234.50")`:              "1234.5",
		"SUM(B:B)":                       "0",
		"SUBTOTAL(9,A1:A4)":              "11",
		"SUBTOTAL(109,A1:A4,A6)":         "14.3",
		"SUMIF(A1:A3,1)":                 "0",
		`SUMIF(A1:A5,">2")`:              "9.9",
		`SUMIF(A1:A5,">="&A2,A1:A5)`:     "9.9",
		`SUMIF(A1:A5,"<>2.2")`:           "8.8",
		"SUMIF(A1:A4,2.2,A2:A5)":         "3.3",
		`SUMIF(Sheet1!A2:A5,"合计",A1)`:    "4.4",
		`SUMIF(A1:A5,"合*",A2:A6)`:        "3.3",
		`SUMIF(A1:A5,"??",A2:A6)+SUMIF(A1:A5,"?",A2:A6)`:      "3.3",
		`SUMIFS(A1:A4,A1:A4,">1.5",A2:A5,"<>合计")`:             "5.5",
		"VLOOKUP(2.2,A1:B4,1,FALSE)":                          "2.2",
		"INDEX(A1:A4,MATCH(3.3,A1:A4,0))":                     "3.3",
		"INDEX(A1:B4,2,1)":                                    "2.2",
		"IFERROR(MATCH(7,A1:A4,0),9)":                         "9",
		`IF(ISBLANK(B99),LEN(A5),0)`:                          "2",
		`SUMPRODUCT((LEN(A1:A4)=3)*A1:A4)`:                    "11",
		`SUMPRODUCT((LEFT(A1:A4,1)="2")*(A1:A4>1)*A1:A4+1-1)`: "2.2",
		`SUMPRODUCT(A1:A3,A2:A4)`:                             "24.2",
		`SUMPRODUCT(A1:A2*2)/2`:                               "3.3",
		`SUMIF('2 支出 ''决算'''!B:B,10)`:                         "10",
	} {
		got, ok := formula.New(book()).Eval(0, text)
		if assert.True(t, ok, text) {
			p, _ := amount.Parse(want)
			assert.Equal(t, p.Value, got, "%s = %s, want %s", text, got, want)
		}
	}
}

// TestTexts: a formula may give a text, above all none.
func TestTexts(t *testing.T) {
	for text, want := range map[string]string{`IF(A1>5,A1,"")`: "", `IF(B99=0,"—",B99)`: "—", `A1&"万元"`: "1.1万元", `"1"&"2"+1`: "13", `IF(A1,"a""b")`: `a"b`, "A5": "合计"} {
		v, ok := formula.New(book()).Value(0, text)
		assert.True(t, ok, text)
		assert.Equal(t, formula.Value{Kind: formula.Text, Text: want}, v, text)
	}
}

func TestLeftAlone(t *testing.T) {
	for _, text := range []string{"", "A5", "A5+1", "SUM(A1,A5+A2)", "A7", "A1:A2", "SUM(A1:A2", "A1+", "Nowhere!A1", "[1]Sheet1!A1",
		"A1&A2+名称", "名称", "A1 A2", "((((((((((A1", "A1048577", "ZZZZ1", "VLOOKUP(A1,A:A,1)", "IFERROR(XLOOKUP(A1,A:A,1,0),0)",
		"SUMPRODUCT(A1:A2,A2:A4)", "SUMPRODUCT(A1:A2,SUMPRODUCT(A1:A2))", "MATCH(A1,A1:A4)", "INDEX(A1:A4,9)", "SUMIFS(A1:A4,A1:A3,1)", `SUMIF(A1:A5,"~*")`, "IF(A1>0", "IF(A1>0,1", "IF(A5,1,2)", "SUM(A:A)", "A1/0", "1/B99", "A1>0", "TRUE",
		`SUMIF(A1:A5,"")`, "SUMIF(1,1)", "SUBTOTAL(1,A1:A4)", "SUBTOTAL(9,A1+A2)", "SUM()", "ABS()", "ABS(1,2)", "ROUND(1)", "1.2.3", "2^0.5", "0^0",
		"9^99", "99999999999999999*99999999999999999", `"1`, "{1,2}", "SUM(1:3)", `"2023/1/1"+1`, "MAX(A5+1)", "A1%%%)", "TODAY()", "ROUND(A1,99)"} {
		_, ok := formula.New(book()).Eval(0, text)
		assert.False(t, ok, text)
	}
}

// TestSubtotals: a subtotal leaves out subtotals, and hidden rows or not.
func TestSubtotals(t *testing.T) {
	b := bookOf(column("表", "1", "2", "SUBTOTAL(9,A1:A2)", "4", "IF(A1=1,SUBTOTAL(9,A4),0)"))
	got, ok := formula.New(b).Eval(0, "SUBTOTAL(9,A1:A5)")
	assert.True(t, ok)
	assert.Equal(t, amount.New(7, 0), got)
	b.Sheets[0].Rows[1].Hidden = true
	_, ok = formula.New(b).Eval(0, "SUBTOTAL(9,A1:A5)")
	assert.False(t, ok, "whether a filter has hidden it is not known")
	got, ok = formula.New(b).Eval(0, "SUBTOTAL(109,A1:A5)")
	assert.True(t, ok)
	assert.Equal(t, amount.New(5, 0), got)
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
	for _, s := range []string{"SUM(A1:A4)-A2*3", "'2 支出 ''决算'''!B2", "ROUND(A1,2)", "((A1", "-+-A1", "A1:A2:A3", "SUM(,)", "1.2.3", `IF(A1>0,"",SUMIF(A:A,">"&A2))`, "IFERROR(A1/A9,ROUNDUP(-A2%,1))", "SUBTOTAL(109,A1:A5)^2", `AND(A1,OR(),NOT(""))`} {
		f.Add(s)
	}
	b := book()
	f.Fuzz(func(t *testing.T, text string) { formula.New(b).Eval(0, text) })
}
