package further

import (
	"text/template"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/prose"
)

// What reasons tell of: a part of a change, its rest, a budget as adjusted in the year. They
// add up as printed; no form has them, and no mark is theirs.

// occasions adds the functions of reasons.
func (w *writer) occasions(to template.FuncMap) template.FuncMap {
	printed := func(d decimal.Decimal) decimal.Decimal { return d.Abs().Shift(-shift[w.Unit]).Round(2) }
	words := func(d decimal.Decimal) string {
		s := d.StringFixed(2)
		if w.Bare {
			s = bare(s)
		}
		if w.Commas {
			s = separated(s)
		}
		return s + w.Unit
	}
	share := func(d decimal.Decimal, percent int64) decimal.Decimal {
		return d.Mul(decimal.New(percent, -2)).Round(2)
	}
	change := func(base string) func(s string) decimal.Decimal {
		return func(s string) decimal.Decimal { return printed(w.now(s).Sub(w.base(s, base))) }
	}
	whole := func(s string) decimal.Decimal { return printed(w.now(s)) }
	for name, of := range map[string]func(string) decimal.Decimal{"bit": change(prose.Prior), "bitb": change(prose.Budget), "part": whole} {
		to[name] = func(s string, percent int64) string { return words(share(of(s), percent)) }
		to[map[string]string{"bit": "bitrest", "bitb": "restb", "part": "left"}[name]] = func(s string, percent int64) string {
			return words(of(s).Sub(share(of(s), percent)))
		}
	}
	adjusted := func(s string) decimal.Decimal { // what was spent, or 4% more of it, in 元
		d := w.now(s)
		if d.Shift(-2).IntPart()%3 == 0 {
			return d
		}
		return d.Mul(decimal.New(104, -2)).Shift(-shift[w.Unit]).Round(2).Shift(shift[w.Unit])
	}
	to["full"] = func(s string) string { // the adjusted budget and what made it, with marks
		return w.amount(prose.What{Subject: s, Measure: prose.FullBudget}, adjusted(s), w.Unit, false)
	}
	to["added"] = func(s string) string {
		d := adjusted(s).Sub(w.budgeted(s))
		parts := []prose.What{{Subject: s, Measure: prose.Budget}, {Subject: s, Measure: prose.Added}}
		if !d.IsNegative() {
			w.out.Sums = append(w.out.Sums, prose.Sum{Total: prose.What{Subject: s, Measure: prose.FullBudget}, Parts: parts})
		}
		return w.amount(parts[1], d.Abs(), w.Unit, d.IsNegative())
	}
	to["fulldone"] = func(s string) string {
		return w.percent(prose.What{Subject: s, Measure: prose.FullCompletion}, w.now(s), adjusted(s), false)
	}
	to["adj"] = func(s string) string { return words(printed(adjusted(s))) }
	to["adjby"] = func(s string) string { return words(printed(adjusted(s)).Sub(printed(w.budgeted(s))).Abs()) }
	to["adjdir"] = func(s, up, down string) string {
		return map[bool]string{true: up, false: down}[adjusted(s).GreaterThanOrEqual(w.budgeted(s))]
	}
	to["adjall"] = func(codes []string) string {
		all := decimal.Zero
		for _, c := range codes {
			all = all.Add(printed(adjusted(c)))
		}
		return words(all)
	}
	to["adjalldone"] = func(total string, codes []string) string {
		all := decimal.Zero
		for _, c := range codes {
			all = all.Add(adjusted(c))
		}
		return w.now(total).Shift(2).DivRound(all, 9).StringFixed(w.Places) + "%"
	}
	to["othershare"] = func() string { // of spending, what is neither basic nor of projects
		spent := w.now(prose.Spending)
		return spent.Sub(w.now(prose.Basic)).Sub(w.now(prose.Project)).Shift(2).DivRound(spent, 9).StringFixed(w.Places) + "%"
	}
	to["othersum"] = func() string { // of the same three
		return words(printed(w.now("上缴上级支出")).Add(printed(w.now("经营支出"))).Add(printed(w.now("对附属单位补助支出"))))
	}
	to["otherincome"] = func() string { // what is neither granted nor 其他收入
		return words(printed(w.now("上级补助收入").Add(w.now("事业收入")).Add(w.now("经营收入")).Add(w.now("附属单位上缴收入"))))
	}
	to["adjdone"] = func(s string) string {
		return w.now(s).Shift(2).DivRound(adjusted(s), 9).StringFixed(w.Places) + "%"
	}
	return to
}
