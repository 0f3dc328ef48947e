package bind

import (
	"slices"

	"suanqing/validate/form"
)

// amountColumn is the column of the figures of F06.
const amountColumn = "金额"

// takeEither makes the form's own figure of the one that a row of F06 has under 人员经费 or
// 公用经费, where no column sums the two.
func (t *Table) takeEither(g *grid, r *Row) {
	if t.Has(amountColumn) || len(r.Figures) == 0 {
		return
	}
	own := r.Figures[0]
	for _, f := range r.Figures[1:] {
		switch {
		case f.State == Blank || f.State == Nothing:
		case own.State == Blank || own.State == Nothing:
			own = f
		default:
			return // it has both
		}
	}
	r.Figures = r.Figures[:0]
	t.addFigure(g, r, t.Form.Column(amountColumn), own.At.Row, own.At.Col)
}

// sumEither gives those two columns up for the form's own. Their 合计 has become two rows.
func (t *Table) sumEither() {
	if t.Has(amountColumn) || len(t.Columns) < 2 {
		return
	}
	for i := range t.Columns {
		t.Columns[i].Decl = t.Form.Column(amountColumn)
	}
	if t.byKey[form.Personnel+form.Total] == nil || t.byKey[form.PublicUse+form.Total] == nil {
		return
	}
	t.Rows = slices.DeleteFunc(t.Rows, func(r *Row) bool { return r.Key == form.Total })
	delete(t.byKey, form.Total)
}
