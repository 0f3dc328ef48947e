package further

import (
	"fmt"
	"strings"
	"text/template"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/prose"
)

// functions are what templates call. Names with b compare to the year's budget.
func (w *writer) functions() template.FuncMap {
	diff := func(base string) func(string) string {
		return func(s string) string {
			d := w.now(s).Sub(w.base(s, base))
			return w.amount(prose.What{Subject: s, Measure: prose.Change, Base: base}, d.Abs(), w.Unit, d.IsNegative())
		}
	}
	rate := func(base string) func(string) string {
		return func(s string) string {
			of := w.base(s, base)
			d := w.now(s).Sub(of)
			return w.percent(prose.What{Subject: s, Measure: prose.Growth, Base: base}, d.Abs(), of, d.IsNegative())
		}
	}
	turn := func(base string) func(s, up, down string, same ...string) string {
		return func(s, up, down string, same ...string) string {
			switch w.now(s).Cmp(w.base(s, base)) {
			case 1:
				return up
			case -1:
				return down
			}
			return append(same, up)[0]
		}
	}
	return w.occasions(template.FuncMap{
		"now": func(s string) string {
			return w.amount(prose.What{Subject: s, Measure: prose.Final}, w.now(s), w.Unit, false)
		},
		"as": func(name, s string) string { // a part that is all of it, which no form has
			return w.amount(prose.What{Subject: name, Measure: prose.Final}, w.now(s), w.Unit, false)
		},
		"in": func(unit, s string) string {
			return w.amount(prose.What{Subject: "折合" + s, Measure: prose.Final}, w.now(s), unit, false)
		},
		"bud": func(s string) string {
			return w.amount(prose.What{Subject: s, Measure: prose.Budget}, w.budgeted(s), w.Unit, false)
		},
		"spell": func(s string) string { // a budget in words, where it is whole 万元
			d := w.budgeted(s)
			m := prose.Mark{What: prose.What{Subject: s, Measure: prose.Budget}, Unit: w.Unit, Words: prose.Spell(d.Shift(-shift[w.Unit]).IntPart())}
			m.Value = d.Shift(-shift[w.Unit])
			if !m.Value.IsInteger() {
				panic("further: not whole: " + s)
			}
			return w.mark(m)
		},
		"cell":  func(s string) string { return w.styled(w.now(s).Shift(-shift[w.Unit]).StringFixed(2)) }, // of a table
		"cellb": func(s string) string { return w.styled(w.budgeted(s).Shift(-shift[w.Unit]).StringFixed(2)) },
		"celll": func(s string) string { return w.styled(w.last(s).Shift(-shift[w.Unit]).StringFixed(2)) },
		"last": func(s string) string {
			return w.amount(prose.What{Subject: s, Measure: prose.Prior}, w.last(s), w.Unit, false)
		},
		"share": func(s, of string) string {
			return w.percent(prose.What{Subject: s, Measure: prose.Share, Base: of}, w.now(s), w.now(of), false)
		},
		"done": func(s string) string {
			return w.percent(prose.What{Subject: s, Measure: prose.Completion}, w.now(s), w.budgeted(s), false)
		},
		"dev": func(s string) string { // 预决算差异率
			d := w.now(s).Sub(w.budgeted(s))
			return w.percent(prose.What{Subject: s, Measure: prose.Deviation}, d, w.budgeted(s), d.IsNegative())
		},
		"under": func(code string, n int) (all []string) { // the codes of n digits below a code
			for _, r := range w.Book.Forms[fixture.F05].Rows {
				if len(r.Key) == n && strings.HasPrefix(r.Key, code) && r.Values["小计"] != "" {
					all = append(all, r.Key)
				}
			}
			return all
		},
		"points": func(s, of string) string {
			now := w.now(s).Shift(2).DivRound(w.now(of), 9)
			by := now.Sub(w.last(s).Shift(2).DivRound(w.last(of), 9))
			return map[bool]string{true: "下降", false: "提高"}[by.IsNegative()] + by.Abs().StringFixed(1) + "个百分点"
		},
		"by": diff(prose.Prior), "rate": rate(prose.Prior), "dir": turn(prose.Prior),
		"byb": diff(prose.Budget), "rateb": rate(prose.Budget), "dirb": turn(prose.Budget),
		"same":   func(s string) bool { return w.now(s).Equal(w.last(s)) },
		"sameb":  func(s string) bool { return w.now(s).Equal(w.budgeted(s)) },
		"none":   func(s string) bool { return w.now(s).IsZero() },
		"nobase": func(s string) bool { return w.last(s).IsZero() },
		"nobud":  func(s string) bool { return w.budgeted(s).IsZero() },
		"per": func(unit, s, count string) string { // by head or by car, 0 where there is none
			if w.Counts[count] == 0 {
				return "0" + unit
			}
			return w.now(s).DivRound(decimal.NewFromInt(w.Counts[count]), 9).Shift(-shift[unit]).StringFixed(2) + unit
		},
		"n":     func(s string) string { return fmt.Sprint(w.Counts[s]) },
		"cars":  w.cars,
		"car":   func(i int) int64 { return w.Garage[i] },
		"items": w.Items, "classes": w.Classes,
		"of": func(form string) (all []string) {
			for _, c := range w.Items(form) {
				all = append(all, form+" "+c)
			}
			return all
		},
		"name": func(s string, n int) string {
			form, code := fixture.F05, s
			if f, c, ok := strings.Cut(s, " "); ok {
				form, code = f, c
			}
			return w.NameOf(form, code[:n])
		},
		"spent": func(s string, n int) string { // the name, with 支出 at its end once
			return strings.TrimSuffix(w.NameOf(fixture.F05, s[:n]), "支出") + "支出"
		},
		"names": func(personnel bool) string { return strings.Join(w.Economic(personnel), "、") },
		"sum":   w.sum,
		"inc":   func(i int) int { return i + 1 },
		"Y":     func() int { return w.Book.Year }, "L": func() int { return w.Book.Year - 1 }, "N": func() int { return w.Book.Year + 1 },
		"D":        func() string { return w.Book.Department },
		"projects": func() []prose.Evaluated { return w.Projects }, "money": func(d decimal.Decimal) string { return d.Shift(-shift[w.Unit]).StringFixed(2) + w.Unit },
		"ratio":  func(a, b decimal.Decimal) string { return a.Shift(2).DivRound(b, 9).StringFixed(2) + "%" },
		"bucket": func(total bool) decimal.Decimal { return w.evaluated(total) },
	})
}

func (w *writer) base(s, base string) decimal.Decimal {
	if base == prose.Budget {
		return w.budgeted(s)
	}
	return w.last(s)
}

func (w *writer) cars() (all int64) {
	for _, n := range w.Garage {
		all += n
	}
	return all
}

// evaluated sums the projects' budgets or outcomes.
func (w *writer) evaluated(budget bool) (all decimal.Decimal) {
	for _, p := range w.Projects {
		d := p.Outcome
		if budget {
			d = p.Budget
		}
		all = all.Add(d)
	}
	return all
}

// sum declares an addition: measure, total, parts. It prints nothing.
func (w *writer) sum(measure, total string, parts ...any) string {
	base := map[string]string{prose.Change: prose.Prior}[measure]
	s := prose.Sum{Total: prose.What{Subject: total, Measure: measure, Base: base}}
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			s.Parts = append(s.Parts, prose.What{Subject: p, Measure: measure, Base: base})
		case []string:
			for _, p := range p {
				s.Parts = append(s.Parts, prose.What{Subject: p, Measure: measure, Base: base})
			}
		}
	}
	w.out.Sums = append(w.out.Sums, s)
	return ""
}
