package rollup

import (
	"slices"

	"suanqing/validate/amount"
	"suanqing/validate/form"
	"suanqing/validate/report"
)

// way is one way in which units of a department pay each other: where the payer shows it
// on F03, where the payee does on F02 and F01. The department, which has paid nobody,
// leaves both out.
type way struct{ spent, earned string }

var waysToPay = []way{
	{"对附属单位补助支出", "上级补助收入"},
	{"上缴上级支出", "附属单位上缴收入"},
}

// payment is money that a unit shows at one item.
type payment struct {
	unit   *Book // nil where the figures do not tell
	code   string
	amount amount.Amount // in 元
	half   amount.Amount
	exact  bool // the unit shows just so much
}

// flows takes out of the differences what units paid each other, where the department
// leaves as much out on both sides, and tells who paid whom.
func (c *check) flows(n *node) {
	if !slices.ContainsFunc(n.cells, func(x *cell) bool { return x.broken }) {
		return
	}
	all := map[slot]reading{}
	for _, w := range waysToPay {
		out, in := c.leftOut(n, "F03", w.spent), c.leftOut(n, "F02", w.earned)
		if len(out) == 0 || len(in) == 0 {
			continue
		}
		total, ok := agreed(n, w, sum(out), sum(in))
		if !ok {
			continue
		}
		out, in = fit(out, total), fit(in, total)
		take(all, "F03", w.spent, "本年支出合计", out)
		take(all, "F02", w.earned, "本年收入合计", in)
		for _, i := range in {
			for _, row := range []string{w.earned, "本年收入合计", "收入总计"} {
				add(all, slot{"F01", row, "金额"}, i.reading)
			}
		}
		for _, i := range out {
			for _, row := range []string{i.code[:3], "本年支出合计", "支出总计"} {
				add(all, slot{"F01", row, "金额"}, i.reading)
			}
		}
		c.tellFlows(n, w, out, in)
	}
	for s, a := range all {
		if x := n.at[s]; x != nil && !a.value.IsZero() {
			x.off, x.flow = x.off.Add(a.value), x.flow.Add(a.value) // the department has so much less
			x.Bound = x.Bound.Add(a.half)
			x.broken = x.off.Abs().Cmp(x.Bound) > 0
		}
	}
}

func add(m map[slot]reading, s slot, a reading) {
	m[s] = reading{m[s].value.Add(a.value), m[s].half.Add(a.half)}
}

// item is what a department leaves out at one code, and who shows it.
type item struct {
	reading // in 元
	code    string
	who     []payment
}

// take has what is left out at items be left out of every sum of them.
func take(m map[slot]reading, id form.ID, column, whole string, items []item) {
	for _, i := range items {
		rows := []string{form.Total}
		for n := 3; n <= len(i.code); n += 2 {
			rows = append(rows, i.code[:n])
		}
		for _, row := range rows {
			add(m, slot{id, row, column}, i.reading)
			add(m, slot{id, row, whole}, i.reading)
		}
	}
}

func sum(all []item) amount.Amount {
	total := amount.Zero
	for _, i := range all {
		total = total.Add(i.value)
	}
	return total
}

// leftOut finds, item by item, what a department leaves out of a column that units show:
// no more than they do. Where some of them show that very amount, it is theirs.
func (c *check) leftOut(n *node, id form.ID, column string) (all []item) {
	digits := deepest(n.cells, id)
	for _, x := range n.cells {
		if x.Form != id || x.Column != column || len(x.Row) != digits || !form.IsCode(x.Row) || !x.broken {
			continue
		}
		missing := x.off.Neg()
		if !missing.IsPositive() || missing.Sub(x.Right).Cmp(x.Bound) > 0 {
			continue
		}
		i := item{reading: reading{missing, x.Bound}, code: x.Row, who: c.payers(x, missing)}
		if i.who != nil {
			i.reading = reading{}
			for _, p := range i.who {
				i.value, i.half = i.value.Add(p.amount), i.half.Add(p.half)
			}
		}
		all = append(all, i)
	}
	return all
}

const mostPayers = 12

// payers are the units whose figures in a sum come to an amount: all, one, or some.
func (c *check) payers(x *cell, want amount.Amount) []payment {
	type shown struct {
		u *Book
		a reading
	}
	var some []shown
	for _, p := range x.Parts {
		if p.Right && p.Value.IsPositive() {
			some = append(some, shown{c.byBound[p.Book], reading{p.Value, p.Half}})
		}
	}
	if len(some) == 0 || len(some) > mostPayers {
		return nil
	}
	best := 0
	for set := 1; set < 1<<len(some); set++ {
		total := amount.Zero
		for i, s := range some {
			if set>>i&1 == 1 {
				total = total.Add(s.a.value)
			}
		}
		if total.Sub(want).Abs().Cmp(x.Bound) <= 0 {
			best = set
			if set&(set-1) == 0 {
				break // one unit alone says most
			}
		}
	}
	var out []payment
	for i, s := range some {
		if best>>i&1 == 1 {
			out = append(out, payment{s.u, x.Row, s.a.value, s.a.half, true})
		}
	}
	return out
}

// agreed is the amount that both sides leave out: by the items or by the totals of
// either, so that one wrong figure does not hide it.
func agreed(n *node, w way, out, in amount.Amount) (amount.Amount, bool) {
	missing := func(id form.ID, row, column string) (amount.Amount, amount.Amount) {
		if x := n.at[slot{id, row, column}]; x != nil {
			return x.off.Neg(), x.Bound
		}
		return amount.Zero, amount.Zero
	}
	outTotal, slack := missing("F03", form.Total, w.spent)
	inTotal, _ := missing("F02", form.Total, w.earned)
	inLine, lineSlack := missing("F01", w.earned, "金额")
	slack = slack.Add(slack).Add(lineSlack)
	for _, a := range []amount.Amount{out, outTotal} {
		for _, b := range []amount.Amount{in, inTotal, inLine} {
			if a.IsPositive() && b.IsPositive() && a.Sub(b).Abs().Cmp(slack) <= 0 {
				return a, true
			}
		}
	}
	// One side has another amount all through: what both have is left out, the rest is not.
	if out.IsPositive() && in.IsPositive() {
		if out.Cmp(in) < 0 {
			return out, true
		}
		return in, true
	}
	return amount.Zero, false
}

// fit has items come to the total: where they do not, one of them is wrong by something
// else, and either has no part in it or only the rest.
func fit(all []item, total amount.Amount) []item {
	slack := amount.Zero
	for _, i := range all {
		slack = slack.Add(i.half)
	}
	slack = slack.Add(slack).Add(amount.New(100, 2))
	rest := sum(all).Sub(total)
	if rest.Abs().Cmp(slack) <= 0 {
		return all
	}
	for k := range all {
		if all[k].value.Sub(rest).Abs().Cmp(slack) <= 0 {
			return slices.Delete(slices.Clone(all), k, k+1)
		}
	}
	for k := range all {
		if all[k].who == nil && all[k].value.Cmp(rest) > 0 {
			out := slices.Clone(all)
			out[k].value = out[k].value.Sub(rest)
			return out
		}
	}
	return all
}

// tellFlows says who paid whom, as far as the amounts tell.
func (c *check) tellFlows(n *node, w way, outItems, inItems []item) {
	out, in := shares(c, n, "F03", w.spent, outItems), shares(c, n, "F02", w.earned, inItems)
	left := make([]amount.Amount, len(out))
	for i := range out {
		left[i] = out[i].amount
	}
	slack := amount.Zero
	if x := n.at[slot{"F03", form.Total, w.spent}]; x != nil {
		slack = x.Bound
	}
	for _, payee := range in {
		at := -1
		for pass := range 3 { // the very amount at the same item; the same item; any
			for i, payer := range out {
				same := payer.code == payee.code
				exact := left[i].Sub(payee.amount).Abs().Cmp(slack) <= 0
				if payer.unit == payee.unit || left[i].Sub(payee.amount).Cmp(slack.Neg()) < 0 {
					continue
				}
				if at < 0 && (pass == 0 && same && exact || pass == 1 && (same || exact) || pass == 2) {
					at = i
				}
			}
		}
		if at < 0 {
			c.tellFlow(n, w, nil, payee)
			continue
		}
		left[at] = left[at].Sub(payee.amount)
		c.tellFlow(n, w, &out[at], payee)
	}
}

// shares are the payments behind items. Where no unit shows the very amount, and only one
// shows as much, it is that one's; else nobody's, as far as the figures tell.
func shares(c *check, n *node, id form.ID, column string, items []item) (all []payment) {
	for _, i := range items {
		if i.who != nil {
			all = append(all, i.who...)
			continue
		}
		var could []*Book
		for _, p := range n.at[slot{id, i.code, column}].Parts {
			if p.Right && p.Value.Add(i.half).Cmp(i.value) >= 0 {
				could = append(could, c.byBound[p.Book])
			}
		}
		p := payment{code: i.code, amount: i.value}
		if len(could) == 1 {
			p.unit = could[0]
		}
		all = append(all, p)
	}
	return all
}

func (c *check) tellFlow(n *node, w way, payer *payment, payee payment) {
	from, to, code := "所属单位", "所属单位", payee.code
	if payer != nil {
		code = payer.code
		if payer.unit != nil {
			from = payer.unit.name()
		}
	}
	if payee.unit != nil {
		to = payee.unit.name()
	}
	whose := "部门"
	if n.whole != c.whole {
		whose = n.whole.name()
	}
	f := report.Finding{Rule: "rollup.flow", Severity: report.Notice, Title: "单位之间的往来，部门已抵销", Why: "同一部门的单位之间互相拨付、上缴，部门汇总时收支两边都要抵销。",
		Hint: "不用改。可以与抵销分录核对金额。"}
	if payer == nil && !payee.exact || payer != nil && !payer.exact && !payee.exact {
		f.Hint = "各单位表上没有正好这么多的一笔，请对照往来和抵销分录核对金额。"
		whose = "各单位表上没有正好这么多的一笔；" + whose
	}
	f.Message = from + " 付给 " + to + " " + c.group(payee.amount) + " " + c.unit() + "（付款方列“" + w.spent + "” " + code +
		"，收款方列“" + w.earned + "” " + payee.code + "），" + whose + "汇总时两边都已抵销。"
	for _, end := range []struct {
		p   *payment
		id  form.ID
		row string
	}{{payer, "F03", w.spent}, {&payee, "F02", w.earned}} {
		if end.p == nil {
			continue
		}
		if x := n.at[slot{end.id, end.p.code, end.row}]; x != nil {
			for _, p := range x.Parts {
				if p.Right && c.byBound[p.Book] == end.p.unit && !p.Value.IsZero() {
					f.Cells = append(f.Cells, c.place(p))
				}
			}
		}
	}
	f.Fingerprint = fingerprint(&f)
	c.add(f)
}
