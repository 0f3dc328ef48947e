package bind

import "suanqing/validate/amount"

// settle brings every figure to the book's unit and gives it its rounding
// interval, once all forms are known.
func (b *Book) settle() {
	usual, filledUp := b.usualPlaces(), b.fillsUpDecimals()
	b.Figures = 0
	b.Each(func(t *Table) {
		t.LeavesBlank = t.anyBlank()
		unit, places := t.unit(b), usual[t]
		if filledUp {
			places = min(places, printedPlaces)
		}
		for i := range t.Unbound {
			u := &t.Unbound[i]
			if p, ok := amount.Parse(u.Shown); ok {
				u.Value, _ = unit.In(b.Unit, p.Value)
			}
		}
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				f.Index = int32(b.Figures)
				b.Figures++
				if f.State == Money {
					if places < usual[t] {
						f.Places = min(f.Places, places)
					}
					f.settle(t, unit, b.Unit, places)
				} else if leavesOut(unit, places) && (f.State == Blank || f.State == Nothing) {
					f.Half, f.LeavesOut = unit.HalfUnit(b.Unit, places), t.HasFigures()
				}
			}
			if f := r.Planned; f != nil && f.State == Money {
				f.settle(t, unit, b.Unit, places)
			}
		}
	})
}

// unit is the table's unit, or the book's where the table states none.
func (t *Table) unit(b *Book) amount.Unit {
	if t.Unit.Known() {
		return t.Unit
	}
	if b.stated.Known() {
		return b.stated
	}
	return b.Unit
}

// UnitOf is the unit that a table of the book was printed in, as far as it is known.
func (b *Book) UnitOf(t *Table) amount.Unit { return t.unit(b) }

func (f *Figure) settle(t *Table, unit, to amount.Unit, usual int32) {
	f.settleUnit(unit)
	if !f.fixed {
		// General and text drop trailing zeros: 277.3 among 226.23 and 167.15
		// is printed to the same place as they are.
		f.Places = max(f.Places, usual)
	}
	var ok, okStored bool
	f.Value, ok = unit.In(to, f.raw)
	f.Half = unit.HalfUnit(to, f.Places)
	f.Counts = !f.raw.IsZero() || t.LeavesBlank
	f.LeavesOut = !f.Counts && leavesOut(unit, f.Places)
	f.Stored, okStored = unit.In(to, f.Stored)
	if !ok || !okStored {
		f.State = Words // no account holds so much
	}
	f.StoredHalf, _ = unit.In(to, f.StoredHalf)
	if !f.Finer {
		f.Stored, f.StoredHalf = f.Value, f.Half
	}
}

// settleUnit compares the unit that a figure itself prints with that of its form.
// One that differs by as much as the number is scaled is no contradiction: a form in
// 元 shows 12,345 as 1.2万元, and has 12,345.
func (f *Figure) settleUnit(unit amount.Unit) {
	s := f.said
	if s == nil || !unit.Known() {
		return
	}
	f.OtherUnit = s.unit.Exp != unit.Exp
	if f.OtherUnit && s.scale != 0 && int(s.unit.Exp-unit.Exp) == s.scale {
		f.raw, f.Places, f.fixed, f.OtherUnit = s.stored, s.places, false, false
	}
}

// leavesOut says whether figures are printed so coarsely that whole amounts fall below them: with a
// last place of more than 万元, as in 亿元 with two decimals. There a zero, or a blank where
// zeros do not show, may stand for whatever is less than half of it.
func leavesOut(unit amount.Unit, places int32) bool {
	return unit.Known() && unit.Exp-places > tenThousand
}

func (t *Table) anyBlank() bool {
	for _, r := range t.Rows {
		for _, f := range r.Figures {
			if f.State == Blank || f.State == Nothing {
				return true
			}
		}
	}
	return false
}

// printedPlaces is how many decimals 元 and 万元 are published with. Forms with more
// hold links to amounts in 元; beside them stand forms that were typed to these.
const (
	printedPlaces = 2
	tenThousand   = 4 // 万元 is 10⁴ 元
)

// usualPlaces gives, for each table, the decimals that its figures are taken to print
// where nothing says how many: those of most figures of the book in its unit, but more
// than are published only where most of its own have more.
func (b *Book) usualPlaces() map[*Table]int32 {
	byUnit, byTable := map[int32]*counts{}, map[*Table]*counts{}
	b.Each(func(t *Table) {
		unit := t.unit(b).Exp
		all, own := byUnit[unit], &counts{}
		if all == nil {
			all = &counts{}
			byUnit[unit] = all
		}
		byTable[t] = own
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if f.State == Money && !f.raw.IsZero() {
					places := min(f.Places, mostPlaces)
					all[places]++
					own[places]++
				}
			}
		}
	})
	usual := map[*Table]int32{}
	b.Each(func(t *Table) {
		unit := t.unit(b).Exp
		usual[t] = byUnit[unit].most()
		if unit <= tenThousand {
			usual[t] = max(min(usual[t], printedPlaces), byTable[t].most())
		}
	})
	return usual
}

// enoughFigures are more than end in zeros by chance.
const enoughFigures = 20

// fillsUpDecimals says whether all decimals of the book beyond those that are published
// are zeros: its format prints more of them than its figures have, 1677.910, and these
// were rounded to 1677.91.
func (b *Book) fillsUpDecimals() bool {
	fills, n := true, 0
	b.Each(func(t *Table) {
		fine := t.unit(b).Exp <= tenThousand
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if f.State == Money && !f.raw.IsZero() {
					n++
				}
				fills = fills && fine && (f.State != Money || f.raw.Places() <= printedPlaces && !f.Finer && f.said == nil)
			}
		}
	})
	return fills && n >= enoughFigures
}

// mostPlaces is as many decimals as a number format has room for, and then some.
const mostPlaces = 255

// counts is of how many figures each number of decimals is.
type counts [mostPlaces + 1]int32

// most is the number of decimals counted most often; more decimals win a draw.
func (c *counts) most() (places int32) {
	for p, k := range c {
		if k > 0 && k >= c[places] {
			places = int32(p)
		}
	}
	return places
}
