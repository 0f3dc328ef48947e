package mutation

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Kind is one way a clerk goes wrong.
type Kind struct {
	ID    string
	Named []string // explanations that call it what it is
	// plant makes one up, nil when the cells it hit upon do not allow it.
	plant    func(s *Subject, g *rand.Rand) *Planted
	formulas bool // in a book whose sums are formulas
	refunds  bool // in a book where money came back
}

// attempts is how many cells are tried before a book is given up for a kind.
const attempts = 300

// Plant makes an error of the kind up, nil when the book has no room for it.
func (k *Kind) Plant(s *Subject, g *rand.Rand) *Planted {
	for range attempts {
		if p := k.plant(s, g); p != nil && p.matters() {
			p.Kind = k
			return p
		}
	}
	return nil
}

// matters says that every change changes something.
func (p *Planted) matters() bool {
	for _, c := range p.Changes {
		if number(c.Was).Equal(number(c.Is)) {
			return false
		}
	}
	return len(p.Changes)+len(p.Gone) > 0
}

// number is a figure, a blank being nothing.
func number(s string) decimal.Decimal {
	if s == "" {
		return decimal.Zero
	}
	return decimal.RequireFromString(s)
}

// Kinds is every kind of error, those of one cell first.
var Kinds = kinds()

func kinds() []*Kind {
	typo := func(id string, mistype func(string, *rand.Rand) string, also ...string) *Kind {
		return &Kind{ID: id, Named: append([]string{id}, also...), plant: typed(mistype)}
	}
	plain := func(id string, mistype func(string, *rand.Rand) string) *Kind {
		return &Kind{ID: id, Named: []string{"value", "digit-changed"}, plant: typed(mistype)}
	}
	all := []*Kind{
		typo("digit-dropped", dropDigit),
		typo("digit-added", addDigit, "digit-doubled"),
		typo("digit-doubled", doubleDigit, "digit-added"),
		typo("digit-changed", changeDigit),
		typo("digits-swapped", swapDigits),
		typo("sign", func(v string, _ *rand.Rand) string { return "-" + v }),
		typo("point-shifted", shiftPoint),
		{ID: "unit", Named: []string{"unit"}, plant: inOtherUnit},
		{ID: "subtotal-repeated", Named: []string{"subtotal-repeated"}, plant: subtotalRepeated},
		{ID: "stale-total", Named: []string{"stale-total"}, plant: staleTotal},
		{ID: "overwritten", Named: []string{"overwritten"}, plant: overwritten, formulas: true},
		plain("value-0.01", by("0.01")),
		plain("value-0.02", by("0.02")),
		plain("value-1.00", by("1.00")),
		{ID: "value-random", Named: []string{"value"}, plant: typed(anyValue)},
	}
	single := all[:10:10] // overwriting needs its own book, and the rest are no slips of the hand
	single = append(single, all[len(all)-1])
	return append(all,
		&Kind{ID: "moved-row", Named: []string{"moved"}, plant: moved(1, 0)},
		&Kind{ID: "moved-column", Named: []string{"moved"}, plant: moved(0, 1)},
		&Kind{ID: "exchanged-row", Named: []string{"exchanged"}, plant: exchanged(1, 0)},
		&Kind{ID: "exchanged-column", Named: []string{"exchanged"}, plant: exchanged(0, 1)},
		&Kind{ID: "stale-chain", Named: []string{"stale-total"}, plant: staleChain},
		&Kind{ID: "row-blank", Named: []string{"row-left-out"}, plant: rowBlank},
		&Kind{ID: "row-left-out", Named: []string{"row-left-out"}, plant: rowLeftOut},
		&Kind{ID: "shifted", Named: []string{"shifted"}, plant: shifted},
		&Kind{ID: "over-row", Named: []string{"moved"}, plant: typedOver(1, 0)},
		&Kind{ID: "over-column", Named: []string{"moved"}, plant: typedOver(0, 1)},
		&Kind{ID: "copied-row", Named: []string{"value"}, plant: copied(1, 0)},
		&Kind{ID: "copied-column", Named: []string{"value"}, plant: copied(0, 1)},
		&Kind{ID: "typed-twice", Named: []string{"value"}, plant: typedTwice},
		&Kind{ID: "subtotal-first", Named: []string{"subtotal-repeated"}, plant: subtotalFirst},
		&Kind{ID: "sign-lost", Named: []string{"sign"}, plant: signLost, refunds: true},
		&Kind{ID: "wrong-sum", Named: []string{"stale-total"}, plant: wrongSum},
		&Kind{ID: "pair", plant: func(s *Subject, g *rand.Rand) *Planted {
			a, b := single[g.IntN(len(single))].plant(s, g), single[g.IntN(len(single))].plant(s, g)
			if a == nil || b == nil || a.Changes[0].Slot == b.Changes[0].Slot {
				return nil
			}
			return &Planted{Changes: append(a.Changes, b.Changes...)}
		}})
}

// typed puts another figure into a cell with one.
func typed(mistype func(string, *rand.Rand) string) func(*Subject, *rand.Rand) *Planted {
	return func(s *Subject, g *rand.Rand) *Planted {
		p := s.pick(g)
		was := s.reads(p.Slot)
		is := mistype(number(was).StringFixed(2), g)
		if is == "" {
			return nil
		}
		return one(p.Slot, was, number(is))
	}
}

func one(slot Slot, was string, is decimal.Decimal) *Planted {
	return &Planted{Changes: []Change{{slot, was, is.StringFixed(2)}}}
}

// The slips of the hand take a figure with two decimals; "" when it has no room.

func dropDigit(v string, g *rand.Rand) string {
	i := g.IntN(len(v))
	if v[i] == '.' || i == 0 && v[1] == '.' {
		return ""
	}
	return v[:i] + v[i+1:]
}

// addDigit adds one to the yuan, as more decimals than the form prints would not show.
func addDigit(v string, g *rand.Rand) string {
	i := g.IntN(strings.IndexByte(v, '.') + 1)
	return v[:i] + strconv.Itoa(g.IntN(10)) + v[i:]
}

func doubleDigit(v string, g *rand.Rand) string {
	i := g.IntN(strings.IndexByte(v, '.'))
	return v[:i] + v[i:i+1] + v[i:]
}

func changeDigit(v string, g *rand.Rand) string {
	i := g.IntN(len(v))
	if v[i] == '.' {
		return ""
	}
	return v[:i] + strconv.Itoa(g.IntN(10)) + v[i+1:]
}

func swapDigits(v string, g *rand.Rand) string {
	point := strings.IndexByte(v, '.')
	digits := []byte(strings.Replace(v, ".", "", 1))
	i := g.IntN(len(digits) - 1)
	digits[i], digits[i+1] = digits[i+1], digits[i]
	return string(digits[:point]) + "." + string(digits[point:])
}

func shiftPoint(v string, g *rand.Rand) string {
	return number(v).Shift([]int32{1, -1, 2}[g.IntN(3)]).StringFixed(2)
}

func by(amount string) func(string, *rand.Rand) string {
	return func(v string, g *rand.Rand) string {
		d := number(amount)
		if g.IntN(2) == 0 {
			d = d.Neg()
		}
		d = number(v).Add(d)
		if d.IsNegative() {
			return ""
		}
		return d.String()
	}
}

// anyValue is of the same size and otherwise unlike.
func anyValue(v string, g *rand.Rand) string {
	cents := number(v).Shift(2).IntPart()
	return decimal.New(cents/3+g.Int64N(2*cents+1), -2).String()
}
