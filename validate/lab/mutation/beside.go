package mutation

import (
	"math/rand/v2"
	"slices"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// Errors of a figure and what stands beside it, beyond those into blank cells.

// typedOver types a figure over the one beside its own; its own place is left blank, and
// what stood beside is lost.
func typedOver(down, right int) func(*Subject, *rand.Rand) *Planted {
	return func(s *Subject, g *rand.Rand) *Planted {
		p := s.pick(g)
		y, x := step(g, down, right)
		to, ok := s.beside(p, y, x)
		if !ok || s.value(to).IsZero() || s.value(to).Equal(s.value(p.Slot)) {
			return nil
		}
		return &Planted{Changes: []Change{{p.Slot, s.reads(p.Slot), ""}, {to, s.reads(to), s.reads(p.Slot)}}}
	}
}

// copied reads the figure beside it in place of its own.
func copied(down, right int) func(*Subject, *rand.Rand) *Planted {
	return func(s *Subject, g *rand.Rand) *Planted {
		p := s.pick(g)
		y, x := step(g, down, right)
		from, ok := s.beside(p, y, x)
		if !ok || s.value(from).IsZero() {
			return nil
		}
		return one(p.Slot, s.reads(p.Slot), s.value(from))
	}
}

// typedTwice types a figure once more in the blank row above or below its own.
func typedTwice(s *Subject, g *rand.Rand) *Planted {
	p := s.pick(g)
	y, x := step(g, 1, 0)
	to, ok := s.beside(p, y, x)
	if !ok || s.reads(to) != "" {
		return nil
	}
	return one(to, "", s.value(p.Slot))
}

// subtotalFirst types a group's total once more on its first detail, of the row below it.
func subtotalFirst(s *Subject, g *rand.Rand) *Planted {
	total, details := s.sum(g)
	if len(details) < 2 || details[0].Column != total.Column {
		return nil
	}
	return one(details[0], s.reads(details[0]), s.value(total))
}

// signLost types a figure without its minus.
func signLost(s *Subject, g *rand.Rand) *Planted {
	p := s.pick(g)
	if !s.value(p.Slot).IsNegative() {
		return nil
	}
	return one(p.Slot, s.reads(p.Slot), s.value(p.Slot).Neg())
}

// refunding is a report like the subject's in which money came back, so that there are
// negative figures; nil where there can be none.
func (s *Subject) refunding(seed int64) (*Subject, error) {
	kind := s.Number % (len(variants) + len(real))
	if s.Number >= Committed || kind >= len(variants) || variants[kind].NoOther {
		return nil, nil
	}
	options := variants[kind]
	options.Refunds = true
	out := &Subject{Number: s.Number, layout: s.layout, Name: s.Name + ", refunding", yuan: fixture.Generate(own(seed, s.Number), options)}
	out.book = out.yuan
	if s.book.Unit != "元" {
		out.book = out.yuan.InUnit(s.book.Unit)
	}
	return out, out.draw()
}

// wrongSum adds a group up wrongly, one of its details left out or taken twice, and every
// sum above it follows: of two levels at least.
func wrongSum(s *Subject, g *rand.Rand) *Planted {
	p := s.pick(g)
	chain := s.above(p.Slot)
	if len(chain) < 2 {
		return nil
	}
	by := s.value(p.Slot)
	if g.IntN(2) == 0 {
		by = by.Neg()
	}
	return s.off(chain, by)
}

// above is the sums that a figure goes into, one into the next, in its column.
func (s *Subject) above(slot Slot) []Slot {
	var chain []Slot
	for at := slot; ; at = chain[len(chain)-1] {
		i := slices.IndexFunc(s.sums, func(i identity) bool {
			return i.plus[0].Column == at.Column && i.plus[0].Row != at.Row && slices.Contains(i.minus, at)
		})
		if i < 0 {
			return chain
		}
		chain = append(chain, s.sums[i].plus[0])
	}
}

// off has every one of the figures be less by an amount.
func (s *Subject) off(chain []Slot, by decimal.Decimal) *Planted {
	out := &Planted{}
	for _, total := range chain {
		out.Changes = append(out.Changes, Change{total, s.reads(total), s.value(total).Sub(by).StringFixed(2)})
	}
	return out
}
