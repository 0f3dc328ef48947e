package localise

import (
	"suanqing/validate/bind"
	"suanqing/validate/form"
)

// believable says whether a suggestion could be true, whatever the sums say: an amount
// is negative only on a form that prints negative ones, and a code's figure is nothing
// only where no other form has money for that code in the column of that name. A clerk
// who is told otherwise believes nothing that follows.
func (s *system) believable(c change) bool {
	cell := &s.cells[c.cell]
	switch {
	case c.y < 0:
		return cell.x < 0 || s.negatives[cell.figure.Table] > 0
	case c.y == 0 && cell.x != 0:
		return !s.moneyElsewhere(cell.figure)
	}
	return true
}

// moneyElsewhere says whether another form prints a figure for the code of one, in the
// column of the same name.
func (s *system) moneyElsewhere(f *bind.Figure) (found bool) {
	if !f.Table.Form.SharesCodes() || !form.IsCode(f.Row.Key) {
		return false
	}
	s.book.Each(func(t *bind.Table) {
		if t == f.Table || !t.Form.SharesCodes() {
			return
		}
		if row := t.Row(f.Row.Key); row != nil {
			other := row.Figure(f.Column.ID)
			found = found || other != nil && other.State == bind.Money && !other.Value.IsZero()
		}
	})
	return found
}
