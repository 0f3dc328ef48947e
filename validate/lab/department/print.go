package department

import (
	"slices"

	"suanqing/validate/lab/fixture"
)

// balances are the columns that some years' F07 and F08 lack.
var balances = []string{"年初结转和结余", "本年收入", "年末结转和结余"}

// print gives the i-th book its unit, layout and file.
func (m *maker) print(p *Paper, i int) {
	p.Yuan = p.ledger.Book(p.Name, m.Year)
	if m.Short && m.IntN(3) == 0 {
		without(p.Yuan, []string{fixture.F07, fixture.F08}[m.IntN(2)])
	}
	unit := "万元"
	if m.IntN(2) == 0 {
		unit = "元"
	}
	p.Book = p.Yuan.InUnit(unit)
	p.Layout = layout(m.Int64())
	p.File = fileName(p.Name, i, m.IntN(4), m.Year)
	if p.Parent == nil || p.Layout.Lines == fixture.UnitOnly {
		p.File = fileName(p.Name, i, 0, m.Year)
	}
}

// without takes the balances off a form, as in years that do not print them.
func without(b *fixture.Book, form string) {
	f := b.Forms[form]
	f.Columns = slices.DeleteFunc(slices.Clone(f.Columns), func(c string) bool { return slices.Contains(balances, c) })
	for _, r := range f.Rows {
		for _, c := range balances {
			delete(r.Values, c)
		}
	}
}

// layout is some layout in which each figure stands in one cell, is seen, is typed and
// in the book's unit. The year is always told, and so is the unit; the department nearly always.
func layout(seed int64) fixture.Layout {
	l := fixture.RandomLayout(seed)
	l.Carried = min(l.Carried, fixture.CarriedNames)
	l.OneGrant = false
	l.Unit, l.Scale, l.OneDecimal, l.FullPrecision, l.Formulas, l.Uncached = "", fixture.NoScale, false, false, false, false
	l.HideBlankColumns, l.HideRows, l.HideColumns, l.HideSheets = false, false, false, false
	if l.Economic == fixture.ThreeFigures {
		l.Economic = fixture.OneList
	}
	if l.Lines == fixture.NoLines || l.Lines == fixture.UnitOnly && seed%4 != 0 {
		l.Lines = fixture.SplitLines
	}
	if !l.TitleYear && !l.YearLine {
		l.YearLine = true
	}
	return l
}
