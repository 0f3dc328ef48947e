package bind

import "suanqing/validate/amount"

// Suppose has the figure at a place read a value, in the book's unit, as if it
// were printed so. It is for asking what a repair would leave; the workbook
// stays as it is. False when no figure stands there.
func (b *Book) Suppose(at Place, value amount.Amount) (found bool) {
	usual := b.usualPlaces()
	b.Each(func(t *Table) {
		unit := t.unit(b)
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if f.At != at {
					continue
				}
				raw, ok := b.Unit.In(unit, value)
				if !ok {
					continue
				}
				found, f.said, f.OtherUnit = true, nil, false
				if value.IsZero() {
					f.State, f.raw, f.Value, f.Stored, f.Finer, f.Counts, f.LeavesOut = Nothing, amount.Zero, amount.Zero, amount.Zero, false, false, false
					continue
				}
				if f.State != Money {
					f.Places = usual[t]
				}
				f.State, f.raw, f.Finer, f.Uncached, f.Stored, f.StoredHalf = Money, raw, false, false, amount.Zero, amount.Zero
				f.settle(t, unit, b.Unit, usual[t])
			}
		}
	})
	return found
}

// Recode has a row stand under another code, as if it were printed so, and gives the
// way back. It is for asking what a repair would leave, like Suppose.
func (t *Table) Recode(r *Row, code string) (undo func()) {
	key, repeats := r.Key, r.Repeats
	r.Key, r.Repeats = code, nil
	t.nestAnew()
	return func() {
		r.Key, r.Repeats = key, repeats
		t.nestAnew()
	}
}

// nestAnew ties the rows to each other by the codes they have now.
func (t *Table) nestAnew() {
	t.byKey, t.below, t.levels = map[string]*Row{}, map[string][]*Row{}, [8]bool{}
	for _, r := range t.Rows {
		r.Parent, r.Kids = nil, nil
		if t.byKey[r.Key] == nil {
			t.byKey[r.Key] = r
		}
	}
	t.nest()
}
