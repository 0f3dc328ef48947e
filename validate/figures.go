package validate

import (
	"suanqing/validate/bind"
	"suanqing/validate/internal/jsontext"
	"suanqing/validate/rule"
)

// Figures is every figure of the nine forms by form, row and column, as a JSON list
// in reading order: what two versions of a book are compared by. A value is in the
// report's unit; of a cell that should hold a figure and does not, it is what is
// shown there; "" for a blank. A book that could not be read has none.
func (r *Result) Figures() ([]byte, error) {
	w := &jsontext.Writer{}
	w.Begin('[')
	if bound := r.bound; bound != nil {
		bound.Each(func(t *bind.Table) {
			for _, row := range t.Rows {
				for _, f := range row.Figures {
					writeFigure(w, bound, f)
				}
			}
		})
	}
	w.End(']')
	return w.Bytes(), nil
}

func writeFigure(w *jsontext.Writer, b *bind.Book, f *bind.Figure) {
	c := rule.CellOf(b, f)
	switch f.State {
	case bind.Words, bind.Fault, bind.Unread:
		c.Value = f.Shown()
	}
	w.Begin('{')
	w.Key("form").String(c.Form)
	w.Key("row").String(c.Row)
	w.Key("column").String(c.Column)
	w.Key("label").String(c.Label)
	w.Key("sheet").String(c.Sheet)
	w.Key("cell").String(c.Cell)
	w.Key("value").String(c.Value)
	spot := spotOf(b.SheetAt(f.At), f.At.Row, f.At.Col, 0, 0)
	spot.Write(w)
	w.End('}')
}
