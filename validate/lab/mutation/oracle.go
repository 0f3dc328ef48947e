package mutation

import (
	"slices"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// tries is how many values of a range are tried one by one.
const tries = 8

// least is below all figures.
var least = decimal.New(-1, 15)

// verdict is what arithmetic alone can say of a mutated book.
type verdict struct {
	detectable bool
	singles    []Slot    // each cell that, changed alone, makes everything hold
	pairs      [][2]Slot // neighbours that, their figures exchanged, make everything hold
}

// unique says that nothing but the planted cells explains the book as well.
func (v verdict) unique(planted []Slot) bool {
	switch {
	case len(planted) == 1:
		return len(v.singles) == 1 && v.singles[0] == planted[0]
	case len(v.singles) > 0:
		return false
	}
	return len(v.pairs) == 0 || len(v.pairs) == 1 && len(planted) == 2 && slices.Contains(planted, v.pairs[0][0]) && slices.Contains(planted, v.pairs[0][1])
}

// judge finds every repair of one cell, by brute force, and of two neighbours.
func judge(f *figures, neighbours [][2]Slot) verdict {
	all := identities(f)
	broken := f.broken(all)
	v := verdict{detectable: len(broken) > 0}
	if !v.detectable {
		return v
	}
	for _, s := range inAll(broken) {
		if f.repairable(s, all) {
			v.singles = append(v.singles, s)
		}
	}
	for _, p := range neighbours {
		if f.explains(p, broken) && f.exchanged(p) {
			v.pairs = append(v.pairs, p)
		}
	}
	return v
}

func (i *identity) has(s Slot) bool { return slices.Contains(i.plus, s) || slices.Contains(i.minus, s) }

// inAll is the cells that every one of the identities has.
func inAll(broken []*identity) []Slot {
	out := slices.Concat(broken[0].plus, broken[0].minus)
	for _, i := range broken[1:] {
		out = slices.DeleteFunc(out, func(s Slot) bool { return !i.has(s) })
	}
	return out
}

// span is a range of values; without a limit above when open.
type span struct {
	low, high decimal.Decimal
	open      bool
}

// repairable says that some value of the cell, printable and negative only with refunds,
// makes everything hold. What the identities ask of it one by one gives the
// range to try in; each value tried is judged anew, conditions and all.
func (f *figures) repairable(s Slot, all []identity) bool {
	if f.holdsWith(s, nil) {
		return true
	}
	r := f.rangeOf(s, all)
	low, high := r.low.RoundCeil(2), r.high.RoundFloor(2)
	if r.open {
		return f.holdsWith(s, &low)
	}
	if count := high.Sub(low).Div(grid).IntPart() + 1; count > tries {
		middle := low.Add(high).Div(decimal.NewFromInt(2)).Round(2)
		return f.holdsWith(s, &low) || f.holdsWith(s, &middle) || f.holdsWith(s, &high)
	}
	for v := low; v.LessThanOrEqual(high); v = v.Add(grid) {
		if f.holdsWith(s, &v) {
			return true
		}
	}
	return false
}

// rangeOf is where the identities that have the cell ask its value to be.
func (f *figures) rangeOf(s Slot, all []identity) span {
	defer f.set(s, new(grid))() // printed, it counts
	r := span{low: grid, open: true}
	if f.refunds {
		r.low = least
	}
	for k := range all {
		i := &all[k]
		if !i.has(s) {
			continue
		}
		difference, bound := f.difference(i)
		// The value that makes the difference nothing, the cell on the plus side.
		zero, minus := grid.Sub(difference), slices.Contains(i.minus, s)
		if minus {
			zero = grid.Add(difference)
		}
		if low := zero.Sub(bound); (!i.atMost || minus) && low.GreaterThan(r.low) {
			r.low = low
		}
		if high := zero.Add(bound); (!i.atMost || !minus) && (r.open || high.LessThan(r.high)) {
			r.high, r.open = high, false
		}
	}
	return r
}

func (f *figures) holdsWith(s Slot, v *decimal.Decimal) bool {
	defer f.set(s, v)()
	return len(f.broken(identities(f))) == 0
}

// explains says that each broken identity has one of the two.
func (f *figures) explains(p [2]Slot, broken []*identity) bool {
	return !slices.ContainsFunc(broken, func(i *identity) bool { return !i.has(p[0]) && !i.has(p[1]) })
}

// exchanged says that everything holds with the two figures exchanged.
func (f *figures) exchanged(p [2]Slot) bool {
	values := [2]*decimal.Decimal{}
	for i, s := range p {
		if v, printed := f.values[s]; printed {
			values[i] = &v
		}
	}
	defer f.set(p[0], values[1])()
	defer f.set(p[1], values[0])()
	return len(f.broken(identities(f))) == 0
}

// neighbours lists the cells of a form that touch, side by side or one above the other.
func neighbours(w *fixture.Workbook) [][2]Slot {
	at := cellsOf(w)
	var out [][2]Slot
	for _, p := range w.Placements {
		here := placeOf(p)
		for _, to := range []place{{here.sheet, here.row + 1, here.col}, {here.sheet, here.row, here.col + 1}} {
			if next, ok := at[to]; ok && next.Form == p.Form {
				out = append(out, [2]Slot{p.Slot, next})
			}
		}
	}
	return out
}
