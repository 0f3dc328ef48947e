package mutation

import (
	"math/rand/v2"
	"regexp"
	"slices"

	"github.com/shopspring/decimal"

	"suanqing/validate/document"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/xlsx"
)

// inOtherUnit types 元 into a book in 万元, or 万元 into one in 元.
func inOtherUnit(s *Subject, g *rand.Rand) *Planted {
	p := s.pick(g)
	was := s.reads(p.Slot)
	switch {
	case s.book.Unit == "元":
		return one(p.Slot, was, number(was).Shift(-4).Round(2))
	case s.yuan != nil:
		return one(p.Slot, was, number(s.yuan.Value(p.Form, p.Row, p.Column)))
	}
	return one(p.Slot, was, number(was).Shift(4))
}

// sum is some sum of a form whose total is printed, with its details that are.
func (s *Subject) sum(g *rand.Rand) (total Slot, details []Slot) {
	i := s.sums[g.IntN(len(s.sums))]
	for _, d := range i.minus {
		if !s.value(d).IsZero() {
			details = append(details, d)
		}
	}
	return i.plus[0], details
}

// subtotalRepeated types a total once more where a detail belongs.
func subtotalRepeated(s *Subject, g *rand.Rand) *Planted {
	total, details := s.sum(g)
	if len(details) < 2 {
		return nil
	}
	d := details[g.IntN(len(details))]
	return one(d, s.reads(d), s.value(total))
}

// grown is by how much a detail was changed after a total of it was typed.
func (s *Subject) grown(detail Slot, g *rand.Rand) decimal.Decimal {
	cents := s.value(detail).Shift(2).IntPart()
	return decimal.New(1+g.Int64N(max(1, cents)), -2)
}

// staleTotal leaves one total at what it was before a detail grew. Everything
// else in the report has followed the detail: had nothing followed, the detail
// would be what is wrong.
func staleTotal(s *Subject, g *rand.Rand) *Planted {
	total, details := s.sum(g)
	if len(details) == 0 {
		return nil
	}
	return one(total, s.reads(total), s.value(total).Sub(s.grown(details[g.IntN(len(details))], g)))
}

// staleChain leaves every total above a detail, in one column of one form, at
// what it was: a column not added up again.
func staleChain(s *Subject, g *rand.Rand) *Planted {
	p := s.pick(g)
	chain := s.above(p.Slot)
	if len(chain) < 2 {
		return nil
	}
	return s.off(chain, s.grown(p.Slot, g))
}

// overwritten types a wrong figure over a formula that no other formula uses.
func overwritten(s *Subject, g *rand.Rand) *Planted {
	if s.tops == nil {
		s.tops = topFormulas(fixture.MustRender(s.book, withFormulas(s.layout)))
	}
	if len(s.tops) == 0 {
		return nil
	}
	slot := s.tops[g.IntN(len(s.tops))]
	slips := []func(string, *rand.Rand) string{dropDigit, changeDigit, swapDigits, anyValue}
	is := slips[g.IntN(len(slips))](s.value(slot).StringFixed(2), g)
	if is == "" {
		return nil
	}
	return one(slot, s.reads(slot), number(is))
}

var reference = regexp.MustCompile(`[A-Z]+[0-9]+(:[A-Z]+[0-9]+)?`)

// topFormulas is the figures computed by formulas that no formula refers to.
func topFormulas(w *fixture.Workbook) []Slot {
	read, err := xlsx.Open(w.Bytes)
	if err != nil {
		panic(err)
	}
	formulas, used := map[place]bool{}, map[string][]document.Range{}
	for _, sheet := range read.Sheets {
		for _, row := range sheet.Rows {
			for _, c := range row.Cells {
				if c.Formula == "" {
					continue
				}
				formulas[place{sheet.Name, c.Row, c.Col}] = true
				for _, ref := range reference.FindAllString(c.Formula, -1) {
					if r, ok := document.ParseRange(ref); ok {
						used[sheet.Name] = append(used[sheet.Name], r)
					}
				}
			}
		}
	}
	out := []Slot{}
	for _, p := range w.Placements {
		at := placeOf(p)
		if formulas[at] && !slices.ContainsFunc(used[at.sheet], func(r document.Range) bool { return r.Contains(at.row, at.col) }) {
			out = append(out, p.Slot)
		}
	}
	return out
}

// step is to one of the two neighbours along a direction.
func step(g *rand.Rand, down, right int) (int, int) {
	if g.IntN(2) == 0 {
		return -down, -right
	}
	return down, right
}

// moved puts a figure into the blank cell beside its own.
func moved(down, right int) func(*Subject, *rand.Rand) *Planted {
	return func(s *Subject, g *rand.Rand) *Planted {
		p := s.pick(g)
		y, x := step(g, down, right)
		to, ok := s.beside(p, y, x)
		if !ok || s.reads(to) != "" {
			return nil
		}
		was := s.reads(p.Slot)
		return &Planted{Changes: []Change{{p.Slot, was, ""}, {to, "", was}}}
	}
}

// exchanged has two figures that touch change places.
func exchanged(down, right int) func(*Subject, *rand.Rand) *Planted {
	return func(s *Subject, g *rand.Rand) *Planted {
		p := s.pick(g)
		to, ok := s.beside(p, down, right)
		if !ok || s.value(to).IsZero() {
			return nil
		}
		a, b := s.reads(p.Slot), s.reads(to)
		return &Planted{Changes: []Change{{p.Slot, a, b}, {to, b, a}}}
	}
}

// rowOf is some row of figures with a code and no codes below it.
func (s *Subject) rowOf(g *rand.Rand) (form, row string, ok bool) {
	p := s.pick(g)
	return p.Form, p.Row, isCode(p.Row) && len(s.printed.shape.kids[p.Form][p.Row]) == 0
}

// rowBlank leaves the figures of a row out.
func rowBlank(s *Subject, g *rand.Rand) *Planted {
	form, row, ok := s.rowOf(g)
	if !ok {
		return nil
	}
	p := &Planted{}
	for _, c := range s.filled[form] {
		if c.Row == row {
			p.Changes = append(p.Changes, Change{c.Slot, s.reads(c.Slot), ""})
		}
	}
	return p
}

// rowLeftOut leaves a whole row out.
func rowLeftOut(s *Subject, g *rand.Rand) *Planted {
	form, row, ok := s.rowOf(g)
	if !ok {
		return nil
	}
	return &Planted{Gone: []Slot{{Form: form, Row: row}}}
}

// shifted moves a run of cells of a column by one row, into a blank cell.
func shifted(s *Subject, g *rand.Rand) *Planted {
	p := s.pick(g)
	down, _ := step(g, 1, 0)
	length, figures := 3+g.IntN(10), 0
	out := &Planted{}
	was := "" // of the cell behind
	for at := 0; at <= length; at++ {
		slot, ok := s.beside(p, at*down, 0)
		if !ok {
			return nil
		}
		here := s.reads(slot)
		if at == length && here != "" {
			length++ // until there is room
		}
		if !number(here).Equal(number(was)) {
			out.Changes = append(out.Changes, Change{slot, here, was})
		}
		if here != "" {
			figures++
		}
		was = here
	}
	if figures < 2 {
		return nil
	}
	return out
}
