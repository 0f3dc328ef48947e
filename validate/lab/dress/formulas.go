package dress

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// formulas are figures left to a formula that no program has computed: what a library
// or an export writes. The book is in 元, where each total is exactly the sum of its
// parts; a total that is not (an error was planted in it) stays a number.
//
// That there was nothing to read is worth one warning, as of a plain SUM today.
var formulas = join(totalled(map[string]func(t total) string{
	"SUM":                       func(t total) string { return t.sum() },
	"a chain":                   func(t total) string { return t.chain("%s") },
	"a chain in brackets":       func(t total) string { return "+(" + t.chain("%s") + ")" },
	"ROUND of a SUM":            func(t total) string { return "ROUND(" + t.sum() + ",2)" },
	"SUM of ROUNDs":             func(t total) string { return t.chain("ROUND(%s,2)") },
	"IF zero, nothing":          func(t total) string { return fmt.Sprintf(`IF(%s=0,"",%s)`, t.sum(), t.sum()) },
	"IF not zero":               func(t total) string { return fmt.Sprintf(`IF(%s<>0,%s,0)`, t.sum(), t.sum()) },
	"IF with a comparison":      func(t total) string { return fmt.Sprintf(`IF(%s>=0,ROUND(%s,2),-ABS(%s))`, t.sum(), t.sum(), t.sum()) },
	"IFERROR of a chain":        func(t total) string { return "IFERROR(" + t.chain("%s") + ",0)" },
	"IFERROR, else nothing":     func(t total) string { return `IFERROR(` + t.sum() + `/1,"")` },
	"IF ISERROR":                func(t total) string { return fmt.Sprintf("IF(ISERROR(%s),0,%s)", t.chain("%s"), t.chain("%s")) },
	"IF ISBLANK":                func(t total) string { return t.chain("IF(ISBLANK(%[1]s),0,%[1]s)") },
	"IF ISNUMBER":               func(t total) string { return t.chain("IF(ISNUMBER(%[1]s),%[1]s,0)") },
	"IF equal to nothing":       func(t total) string { return t.chain(`IF(%[1]s="",0,%[1]s)`) },
	"IF AND":                    func(t total) string { return fmt.Sprintf("IF(AND(%s<>0,NOT(%s=0)),%s,0)", t.sum(), t.sum(), t.sum()) },
	"N":                         func(t total) string { return t.chain("N(%s)") },
	"ABS":                       func(t total) string { return "ABS(" + t.sum() + ")" },
	"MAX with zero":             func(t total) string { return "MAX(0," + t.sum() + ")" },
	"MIN":                       func(t total) string { return "MIN(" + t.sum() + ",1000000000000)" },
	"VALUE":                     func(t total) string { return "VALUE(" + t.sum() + ")" },
	"SUM times one":             func(t total) string { return t.sum() + "*1" },
	"SUM less nothing":          func(t total) string { return t.sum() + "-0-SUM(0)" },
	"lower case with blanks":    func(t total) string { return strings.ReplaceAll(strings.ToLower(t.sum()), ",", " , ") },
	"absolute addresses":        func(t total) string { return strings.ReplaceAll(t.chain("%s"), t.column(), "$"+t.column()+"$") },
	"percent and power":         func(t total) string { return "ROUND(" + t.sum() + "*100%,2)*10^0" },
	"SUM with an unused branch": func(t total) string { return `IF(1=1,` + t.sum() + `,"无")` },
}), []Dress{
	summed("SUMIF by the length of the code", fixture.F03, func(w *Workbook) { w.grandTotals(`SUMIF(%[1]s,"???",%[2]s)`) }),
	summed("SUMPRODUCT by the length of the code", fixture.F03, func(w *Workbook) { w.grandTotals(`SUMPRODUCT((LEN(%[1]s)=3)*%[2]s)`) }),
	summed("SUMIFS by a pattern", fixture.F03, func(w *Workbook) { w.grandTotals(`SUMIFS(%[2]s,%[1]s,"???")`) }),
	summed("SUMIF on another sheet", fixture.F01, func(w *Workbook) { w.classesFrom(`SUMIF(%[1]s!A:A,"%[2]s",%[1]s!%[3]s:%[3]s)`) }),
	summed("ROUND of a SUMIF on another sheet", fixture.F01, func(w *Workbook) { w.classesFrom(`ROUND(SUMIF(%[1]s!$A:$A,"%[2]s",%[1]s!$%[3]s:$%[3]s),2)`) }),
	summed("VLOOKUP on another sheet", fixture.F01, func(w *Workbook) { w.classesFrom(`IFERROR(VLOOKUP("%[2]s",%[1]s!A:H,3,FALSE),0)`) }),
	summed("INDEX and MATCH on another sheet", fixture.F01, func(w *Workbook) {
		w.classesFrom(`INDEX(%[1]s!%[3]s:%[3]s,MATCH("%[2]s",%[1]s!A:A,0))`)
	}),
	summed("a cell of another sheet", fixture.F01, func(w *Workbook) { w.classesFrom(`%[1]s!%[4]s`) }),
	summed("a working sheet, ROUND of a division", fixture.F03, func(w *Workbook) { w.workingSheet() }),
	summed("VALUE of a text", fixture.F03, func(w *Workbook) {
		w.EachFigure(fixture.F03, func(c *Cell) { c.SetFormula(`VALUE("` + c.Value + `")`) })
	}),
	summed("a number", fixture.F03, func(w *Workbook) {
		w.EachFigure("", func(c *Cell) { c.SetFormula(c.Value + "+0") })
	}),
})

func summed(name, form string, wear func(w *Workbook)) Dress {
	return Dress{Name: "formula: " + name, Kind: Formula, Allow: AWarning, Exact: true, Form: form, Wear: wear}
}

// SetFormula makes the cell a formula without a value.
func (c *Cell) SetFormula(f string) { c.Text, c.Number, c.Formula = "", "", f }

// totalled are dresses that write each total of the forms keyed by code as a formula.
func totalled(some map[string]func(total) string) []Dress {
	var out []Dress
	for _, name := range sorted(some) {
		out = append(out, summed(name, fixture.F03, func(w *Workbook) {
			for _, t := range w.totals() {
				t.cell.SetFormula(some[name](t))
			}
		}))
	}
	return out
}

// total is a figure that is the exact sum of others on its sheet.
type total struct {
	cell  *Cell
	at    At
	parts []At
}

func (t total) sum() string {
	var list []string
	for _, p := range t.parts {
		list = append(list, p.String())
	}
	return "SUM(" + strings.Join(list, ",") + ")"
}

// chain adds up the parts, each written in a format.
func (t total) chain(format string) string {
	var list []string
	for _, p := range t.parts {
		list = append(list, fmt.Sprintf(format, p))
	}
	return strings.Join(list, "+")
}

// column is the letter of the first part's column.
func (t total) column() string { return strings.TrimRight(t.parts[0].String(), "0123456789") }

// across names the columns that the total column of a row adds up.
var across = map[string]string{fixture.F02: "本年收入合计", fixture.F03: "本年支出合计", fixture.F05: "小计", fixture.F07: "小计", fixture.F08: "小计"}

// totals lists the totals of the forms keyed by code that are printed and are exactly
// the sum of their parts: 合计, classes and sections down, items across.
func (w *Workbook) totals() []total {
	var out []total
	for _, s := range w.Sheets {
		if across[s.Form] == "" {
			continue
		}
		for _, at := range s.places() {
			c := s.Cells[at]
			if !c.Figure() || c.Value == "" {
				continue
			}
			sum, t := decimal.Zero, total{cell: c, at: at}
			for _, p := range s.places() {
				if part := s.Cells[p]; part.Figure() && isPart(part.Slot, c.Slot) {
					t.parts = append(t.parts, p)
					if part.Value != "" {
						sum = sum.Add(decimal.RequireFromString(part.Value))
					}
				}
			}
			if len(t.parts) > 0 && sum.Equal(decimal.RequireFromString(c.Value)) {
				out = append(out, t)
			}
		}
	}
	return out
}

func isPart(part, of fixture.Slot) bool {
	switch {
	case part.Row != of.Row:
		whole, length := of.Row, len(of.Row)+2
		if whole == fixture.Total {
			whole, length = "", 3
		}
		return part.Column == of.Column && part.Row != fixture.Total && len(part.Row) == length && strings.HasPrefix(part.Row, whole)
	case len(of.Row) < 7 || of.Column != across[of.Form] || part.Column == of.Column:
		return false
	}
	return part.Form < fixture.F05 || part.Column == "基本支出" || part.Column == "项目支出"
}

// grandTotals writes 合计 as a formula of the codes' column and its own, from the row below on.
func (w *Workbook) grandTotals(format string) {
	for _, t := range w.totals() {
		if t.cell.Slot.Row != fixture.Total {
			continue
		}
		_, last := w.Sheet(t.cell.Slot.Form).body()
		t.cell.SetFormula(fmt.Sprintf(format, run(At{t.at.Row + 1, 0}, last), run(At{t.at.Row + 1, t.at.Col}, last)))
	}
}

func run(from At, last int) string { return from.String() + ":" + At{last, from.Col}.String() }

// classesFrom writes the classes of F01 and F04 as a formula of F03 and F05: its sheet,
// the code, the column and the cell.
func (w *Workbook) classesFrom(format string) {
	for form, from := range map[string]fixture.Slot{fixture.F01: {Form: fixture.F03, Column: "本年支出合计"}, fixture.F04: {Form: fixture.F05, Column: "小计"}} {
		source := w.Sheet(from.Form)
		w.EachFigure(form, func(c *Cell) {
			if len(c.Slot.Row) != 3 || form == fixture.F04 && c.Slot.Column != "一般公共预算" {
				return
			}
			for at, f := range source.Cells {
				if f.Slot.Row == c.Slot.Row && f.Slot.Column == from.Column && f.Value == c.Value {
					column := strings.TrimRight(at.String(), "0123456789")
					c.SetFormula(fmt.Sprintf(format, "'"+source.Name+"'", c.Slot.Row, column, at))
				}
			}
		})
	}
}

// workingSheet puts the figures of F03, times ten thousand, on a sheet of its own.
func (w *Workbook) workingSheet() {
	work := &Sheet{Name: "底稿", Cells: map[At]*Cell{}}
	w.Each(fixture.F03, func(_ *Sheet, at At, c *Cell) {
		if c.Figure() && c.Value != "" {
			work.Cells[at] = &Cell{Number: decimal.RequireFromString(c.Value).Shift(4).String()}
			c.SetFormula(fmt.Sprintf("ROUND(底稿!%s/10000,2)", at))
		}
	})
	w.Sheets = append(w.Sheets, work)
}
