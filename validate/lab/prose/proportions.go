package prose

import (
	"strings"

	"github.com/shopspring/decimal"
)

var whole = decimal.NewFromInt(100)

// Percentages made the wrong way.
var proportions = []fault{
	{"percent", "growth has this year as its base", 5, func(m *maker) bool {
		return m.remake(Growth, func(k Mark) decimal.Decimal {
			then := m.base.Case.Prior[k.Subject]
			now := m.base.Case.Now(k.Subject)
			return now.Sub(then).Abs().Shift(2).DivRound(now, 8)
		})
	}},
	{"percent", "completion is its complement", 4, func(m *maker) bool {
		return m.remake(Completion, func(k Mark) decimal.Decimal { return whole.Sub(k.Value).Abs() })
	}},
	{"percent", "the point of a percent is two places off", 4, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Unit == "%" && k.Determined == ByPercent && !k.Value.IsZero() })
		by := int32(2 - 4*m.IntN(2))
		return ok && m.wrongPercent(k, m.percentAs(k, k.Value.Shift(by)))
	}},
	{"percent", "the amount is printed as the percent", 4, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool { return k.Measure == Growth && k.Determined == ByPercent })
		for _, o := range m.base.Marks {
			if ok && o.Subject == k.Subject && o.Measure == Change && o.Block == k.Block {
				return m.wrongPercent(k, o.Words)
			}
		}
		return false
	}},
	{"percent", "completion is of last year", 3, func(m *maker) bool {
		return m.remake(Completion, func(k Mark) decimal.Decimal {
			if then := m.base.Case.Prior[k.Subject]; then.IsPositive() {
				return m.base.Case.Now(k.Subject).Shift(2).DivRound(then, 8)
			}
			return k.Value
		})
	}},
	{"percent", "a share is of another whole", 4, func(m *maker) bool {
		return m.remake(Share, func(k Mark) decimal.Decimal {
			other := map[string]string{General: Spending, Spending: GrandTotal, Income: GrandTotal, Procurement: ToSME, ToSME: Procurement, ThreePublic: Vehicles}[k.Base]
			base := m.base.Case.Now(other)
			if !base.IsPositive() {
				return k.Value
			}
			return m.base.Case.Now(k.Subject).Shift(2).DivRound(base, 8)
		})
	}},
	{"percent", "two shares change places", 4, func(m *maker) bool {
		fits := func(k Mark) bool {
			return k.Measure == Share && !k.Value.IsZero() && k.Determined == ByPercent
		}
		a, ok := m.one(fits)
		b, found := m.one(func(k Mark) bool { return fits(k) && k.Block == a.Block && k.Start > a.Start && k.Subject != a.Subject })
		if !ok || !found || a.Value.Sub(b.Value).Abs().LessThan(decimal.New(5, -1)) {
			return false
		}
		m.text = m.text.ReplaceMark(b, a.Words).ReplaceMark(a, b.Words)
		m.want.Severities, m.check = []Severity{Error}, true
		m.also(func(k Mark) bool {
			return k.Block == a.Block && (k.Subject == a.Subject || k.Subject == b.Subject) && k.Measure == Share
		})
		return true
	}},
	{"percent", "a percent is half a point to two points off", 5, func(m *maker) bool {
		k, ok := m.one(func(k Mark) bool {
			return k.Unit == "%" && k.Determined == ByPercent && k.Value.GreaterThan(decimal.NewFromInt(3))
		})
		return ok && m.wrongPercent(k, m.percentAs(k, k.Value.Add(decimal.New(int64(50+m.IntN(150)), -2))))
	}},
	{"zero base", "a completion of no budget", 4, func(m *maker) bool {
		block, w, ok := m.aBlock("年初未安排预算", "年初无预算", "年初预算为零，不计算完成率")
		if !ok || !m.swap(block, 0, w, "完成年初预算的100%", Error) {
			return false
		}
		m.also(func(k Mark) bool { return k.Block == block })
		return true
	}},
	{"zero base", "growth of 100 percent on nothing", 3, func(m *maker) bool {
		block, w, ok := m.aBlock(noBase...)
		if !ok || !m.swap(block, 0, w, "，增长100%", Warning) {
			return false
		}
		m.also(func(k Mark) bool { return k.Block == block && k.Measure == Change })
		return true
	}},
}

// remake makes a percentage anew, wrongly.
func (m *maker) remake(measure string, anew func(Mark) decimal.Decimal) bool {
	k, ok := m.one(func(k Mark) bool { return k.Measure == measure && k.Determined == ByPercent && !k.Value.IsZero() })
	return ok && m.wrongPercent(k, m.percentAs(k, anew(k)))
}

func (m *maker) wrongPercent(k Mark, words string) bool {
	if strings.HasPrefix(words, "-") || !m.put(k, words, Error) {
		return false
	}
	m.check = true
	m.also(func(o Mark) bool {
		return o.Block == k.Block && o.Subject == k.Subject && o.Start != k.Start
	})
	return true
}
