package bind

import (
	"strconv"

	"suanqing/validate/form"
)

// Absence is what the rest of a book says of a form that it has not.
type Absence struct {
	// Why the set has no such form and is whole without it; "" where it lacks it.
	Why string
	// Money is what the others print of it, in a set that is whole but for this form.
	Money []*Figure
}

// Excused says whether the set is whole without the form.
func (a *Absence) Excused() bool { return a.Why != "" }

// Known says whether the others tell of the form, be it that it would be empty or
// that it would not: then what sums it with others can do without.
func (a *Absence) Known() bool { return a.Why != "" || len(a.Money) > 0 }

// Absence looks for what a form that is missing would hold. Where a year or a set has
// no such form nothing is missing, as long as the others print none of its money.
func (b *Book) Absence(id form.ID) (a Absence) {
	f := b.Standard.ByID(id)
	if b.Tables[id] != nil || b.Doubted[id] != nil || len(f.Elsewhere) == 0 {
		return a
	}
	told, unread := true, false // all that print its money are there; not all of that is known
	for _, place := range f.Elsewhere {
		t := b.Tables[place.Form]
		if t == nil {
			told = false
			continue
		}
		t.eachAt(place, func(f *Figure) {
			switch {
			case f.State == Money && !f.Value.IsZero():
				a.Money = append(a.Money, f)
			case f.State >= Words:
				unread = true
			}
		})
	}
	switch {
	case len(a.Money) > 0:
		if len(b.Tables) < len(b.Standard.Forms)-1 {
			a.Money = nil // it may stand where the others do
		}
	case unread:
	case b.Year != 0 && b.Year < f.MissingBefore:
		a.Why = strconv.Itoa(f.MissingBefore-1) + " 年及以前的决算没有这张表"
	case told:
		a.Why = "总表上这一项没有数"
	}
	return a
}

// eachAt calls fn for the figures at a declared place.
func (t *Table) eachAt(place form.Elsewhere, fn func(*Figure)) {
	for _, r := range t.Rows {
		if place.Row != "" && r.Key != place.Row {
			continue
		}
		if f := r.Figure(place.Column); f != nil {
			fn(f)
		}
	}
}
