package prose

import (
	"strings"

	"github.com/shopspring/decimal"
)

// Copied figures, the most frequent fault: a neighbour's, last year's, the budget's; and
// slips of the last digit.
var copies = []fault{
	{"copied neighbour", "an item's figure is its neighbour's", 8, func(m *maker) bool {
		return m.copyNeighbour(func(k Mark) bool { return isFinal(k) && isItem(k) })
	}},
	{"copied neighbour", "a kind's figure is its neighbour's", 6, func(m *maker) bool {
		return m.copyNeighbour(func(k Mark) bool { return isFinal(k) && !isCode(k.Subject) })
	}},
	{"copied neighbour", "a class's figure is its neighbour's", 4, func(m *maker) bool {
		return m.copyNeighbour(func(k Mark) bool { return isFinal(k) && len(k.Subject) == 3 && isCode(k.Subject) })
	}},
	{"copied last year", "a final figure is last year's", 10, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return isFinal(k) && m.base.Case.Prior[k.Subject].IsPositive() })
		return ok && m.put(k, m.amountAs(k, m.base.Case.Prior[k.Subject]), Error) && m.far(k) && m.once()
	}},
	{"copied budget", "a final figure is its budget", 9, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return isFinal(k) && m.base.Case.Budgets[k.Subject].IsPositive() })
		return ok && m.put(k, m.amountAs(k, m.base.Case.Budgets[k.Subject]), Error) && m.far(k) && m.once()
	}},
	{"copied budget", "an item's budget is its final figure", 4, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Measure == Budget && k.Determined == ByPercent && isCode(k.Subject) })
		if !ok || !m.put(k, m.amountAs(k, m.base.Case.Now(k.Subject)), Error) || !m.far(k) {
			return false
		}
		m.check = true
		m.also(func(o Mark) bool {
			return o.Subject == k.Subject && (o.Measure == Completion || o.Measure == Deviation) || o.Subject == General && o.Measure == Budget
		})
		m.sides(k.Block)
		return true
	}},
	{"copied change", "a change is another section's", 6, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Measure == Change && k.Base == Prior && k.Determined == ByPercent })
		o, found := m.one(func(o Mark) bool { return o.Measure == Change && o.Subject != k.Subject })
		if !ok || !found || !m.put(k, o.Words, Error) {
			return false
		}
		m.check = true
		m.also(func(o Mark) bool { return o.Subject == k.Subject && (o.Measure == Growth || o.Measure == Change) })
		return true
	}},
	{"copied percent", "a share is its neighbour's", 4, func(m *maker) bool { return m.copyPercent(Share) }},
	{"copied percent", "a completion is its neighbour's", 4, func(m *maker) bool { return m.copyPercent(Completion) }},
	{"typed", "two digits change places", 5, func(m *maker) bool {
		k, ok := m.one(isFinal)
		i := strings.IndexAny(k.Words, "123456789")
		if !ok || i < 0 || i+1 >= len(k.Words) || k.Words[i+1] < '0' || k.Words[i+1] > '9' {
			return false
		}
		w := k.Words[:i] + k.Words[i+1:i+2] + k.Words[i:i+1] + k.Words[i+2:]
		return w[0] != '0' && m.put(k, w, Error) && m.far(k) && m.once()
	}},
	{"typed", "the point is left out", 3, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return isFinal(k) && strings.Contains(k.Words, ".") })
		return ok && m.put(k, strings.Replace(k.Words, ".", "", 1), Error) && m.far(k) && m.once()
	}},
	{"last digit", "a final figure is one unit of its last digit off", 8, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			_, fraction, _ := strings.Cut(k.Words, ".")
			return isFinal(k) && k.Unit == "万元" && len(fraction) == 2 && k.Value.GreaterThan(decimal.NewFromInt(20)) && k.Subject != General && k.Subject != GrandTotal
		})
		step := decimal.NewFromInt(int64(100 * (1 - 2*m.IntN(2))))
		if !ok || !m.put(k, m.amountAs(k, yuan(k).Add(step)), Notice) {
			return false
		}
		m.also(func(o Mark) bool { return o.What == k.What })
		return len(strings.Split(m.want.Places[0].Words, ".")) == 2
	}},
}

// once says that the figure put in is the only wrong one; what a finder may name besides
// is a figure that its own sentence makes from it.
func (m *maker) once() bool {
	m.want.Once, m.check = true, true
	m.sides(m.want.Places[0].Block)
	return true
}

// sides adds the block's other figures as places that are honest too, though second best.
func (m *maker) sides(block int) {
	at := m.want.Places[0].Start
	m.also(func(o Mark) bool {
		return o.Block == block && o.Start != at && (o.Measure == Final || o.Measure == Budget)
	})
	m.also(func(o Mark) bool { return o.Block == block && o.Measure != Final && o.Measure != Budget })
}

// far says that what was put in differs by more than a slip of the last digit.
func (m *maker) far(k Mark) bool {
	return reads(m.want.Places[0].Words).Sub(k.Value).Abs().GreaterThan(decimal.New(5, -2))
}

func (m *maker) copyNeighbour(fits func(Mark) bool) bool {
	k, ok := m.one(func(k Mark) bool { return fits(k) && !k.Value.IsZero() })
	if !ok {
		return false
	}
	near := Mark{}
	for _, o := range m.base.Marks { // the nearest other figure of the kind
		if fits(o) && o.Subject != k.Subject && !o.Value.IsZero() && (near.Words == "" || distance(o, k) < distance(near, k)) {
			near = o
		}
	}
	return near.Words != "" && m.put(k, near.Words, Error) && m.far(k) && m.once()
}

func distance(a, b Mark) int {
	d := (a.Block-b.Block)*10_000 + a.Start - b.Start
	if d < 0 {
		return -d
	}
	return d
}

func (m *maker) copyPercent(measure string) bool {
	fits := func(k Mark) bool { return k.Measure == measure && k.Determined == ByPercent && !k.Value.IsZero() }
	k, ok := m.one(fits)
	o, found := m.one(func(o Mark) bool { return fits(o) && o.Subject != k.Subject })
	if !ok || !found || !m.put(k, o.Words, Error) {
		return false
	}
	m.check = true
	m.also(func(o Mark) bool { return o.Block == k.Block && o.Subject == k.Subject && o.Start != k.Start })
	return true
}
