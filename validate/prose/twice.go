package prose

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/judge"
	"suanqing/validate/report"
)

// twice judges that what is said more than once is said alike.
func (j *judging) twice() {
	keys := make([]string, 0, len(j.by))
	for key := range j.by {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		list := j.by[key]
		if len(list) < 2 || list[0].subject.key == keyEvaluated || fundShares[list[0].subject.key] || list[0].column == things && list[0].passage.section.topic&(threePublic|assets) == 0 {
			continue
		}
		j.alike(list)
	}
	j.resemble()
	j.sameRate()
	j.funds()
}

// alike compares every mention of a figure with the first that nothing speaks against.
func (j *judging) alike(list []*mention) {
	var first *mention
	for _, m := range list {
		if j.sound(m) {
			first = m
			break
		}
		if first == nil && m.finding == 0 {
			first = m
		}
	}
	if first == nil {
		first = list[0]
	}
	for _, m := range list {
		if m == first || m.base != first.base && m.column == done || !sameWhole(m, first) {
			continue
		}
		in := j.saidTwice(m, first)
		switch {
		case in == nil:
			continue
		case in.Bears():
			j.judged("text.twice", report.Holds, m, first)
			continue
		case j.sound(m) && j.sound(first):
			continue
		case m.suspect && m.finding > 0:
			continue
		}
		if m.column == things && (len(list) > 2 || m.passage == first.passage) {
			continue // the guests of one visit and of another
		}
		j.judged("text.twice", report.Violated, m, first)
		severity := report.Error
		if m.column == things {
			severity = report.Warning
		}
		if in.Difference.Abs().Cmp(larger(j.printed(m), j.printed(first))) <= 0 {
			severity = report.Notice
		}
		o := operands{mentions: []*mention{m, first}}
		more := ""
		if other := j.fitting(m, first); other != nil {
			more = "旁边的百分数与 " + other.shown() + "相符。"
		}
		j.tell(ruleByID["text.twice"], severity, m, &o, nil, m.what()+"写的是 "+m.shown()+"，"+j.place(first.passage)+"写的是 "+first.shown(), more)
	}
}

// saidTwice evaluates that two figures are one: the one exactly as printed, or as the other prints
// it in fewer digits.
func (j *judging) saidTwice(m, first *mention) *judge.Instance {
	a, b := j.printed(m), j.printed(first)
	o := operands{}
	o.addAs(thisFigure, m, over(&m.figure, j.lost(m, a, b)))
	o.addAs(elsewhere, first, over(&first.figure, j.lost(first, b, a)))
	in, _ := j.evaluate(ruleByID["text.twice"].Equation, m.subject, &o)
	return in
}

// isOne says whether two figures are one, the one perhaps rounded further.
func (j *judging) isOne(m, o *mention) bool { return j.saidTwice(m, o).Bears() }

// lost is what a figure whose last digit is a unit may have lost beside one that prints
// another: half of it, or of a percentage, which some cut off, all but the other's.
func (j *judging) lost(m *mention, unit, other amount.Amount) amount.Amount {
	switch {
	case unit.Cmp(other) <= 0:
		return amount.Zero
	case m.number.kind == percent:
		return unit.Sub(other)
	}
	half, _ := unit.Mul(amount.New(5, -1))
	return half
}

// printed is one unit of the last digit that a figure prints.
func (j *judging) printed(m *mention) amount.Amount { return j.lastDigit(m, m.number.places) }

func larger(a, b amount.Amount) amount.Amount {
	if b.Cmp(a) > 0 {
		return b
	}
	return a
}

func sameWhole(a, b *mention) bool {
	if a.column != share {
		return true
	}
	name := func(m *mention) string {
		switch {
		case m.whole != nil:
			return m.whole.key
		case m.under != nil:
			return m.under.subject.key
		}
		return m.subject.whole
	}
	return name(a) == name(b)
}

// fitting is the one of two figures whose sentence's percentage holds; nil for neither or
// both.
func (j *judging) fitting(a, b *mention) *mention {
	holds := func(m *mention) bool {
		for _, n := range j.mentions[max(0, m.index-4):min(len(j.mentions), m.index+5)] {
			if n.sentence == m.sentence && n.number.kind == percent && n.checked && n.finding == 0 && n.subject == m.subject {
				return true
			}
		}
		return false
	}
	x, y := holds(a), holds(b)
	switch {
	case x && !y:
		return a
	case y && !x:
		return b
	}
	return nil
}

// sameRate compares changes of one amount at one rate, which are the same money under
// several names: 收支总计 and 财政拨款收支总计.
func (j *judging) sameRate() {
	type rate struct{ now, rate amount.Amount }
	seen := map[rate][]*mention{}
	var order []rate
	for _, m := range j.mentions {
		if m.column != growth || m.subject == nil || m.number.places < 2 || m.figure.Value.IsZero() {
			continue
		}
		delta := j.near(m, m.subject.key, change, false)
		now := j.near(m, m.subject.key, final, false)
		if delta == nil || now == nil || delta.passage != m.passage || now.figure.Value.IsZero() {
			continue
		}
		k := rate{now.figure.Value, m.figure.Value}
		if right, ok := j.right[now]; ok {
			k.now = right.Value
		}
		if seen[k] == nil {
			order = append(order, k)
		}
		seen[k] = append(seen[k], delta)
	}
	for _, k := range order {
		list := seen[k]
		if len(list) < 2 {
			continue
		}
		list = list[:min(len(list), 2*window)]
		first := majority(list)
		for _, m := range list {
			if m == first || j.isOne(m, first) {
				continue
			}
			o := operands{mentions: []*mention{m, first}}
			severity := report.Warning
			j.judged("text.twice", report.Violated, m, first)
			j.tell(ruleByID["text.twice"], severity, m, &o, nil, m.what()+"写的是 "+m.shown()+"；"+j.place(first.passage)+"“"+first.subject.label()+"”本年数和百分数都相同，写的是 "+first.shown(), "")
		}
	}
}

// majority is a mention of the figure that most have.
func majority(list []*mention) *mention {
	best, most := list[0], 0
	for _, m := range list {
		n := 0
		for _, o := range list {
			if o.figure.Value == m.figure.Value {
				n++
			}
		}
		if n > most {
			best, most = m, n
		}
	}
	return best
}

// alikeFunds compares the money of as many projects, which are the same ones: one that
// differs from two others is wrong.
func (j *judging) alikeFunds(funds []*mention) {
	for _, m := range funds {
		c := j.near(m, projects, things, false)
		if m.finding > 0 || c == nil || c.passage != m.passage {
			continue
		}
		counts := map[amount.Amount]int{}
		var other *mention
		for _, n := range funds {
			if d := j.near(n, projects, things, false); n != m && d != nil && d.passage == n.passage && d.figure.Value == c.figure.Value && !j.isOne(n, m) {
				if counts[n.figure.Value]++; counts[n.figure.Value] > 1 {
					other = n
				}
			}
		}
		if other == nil {
			continue
		}
		o := operands{mentions: []*mention{m, other}}
		j.judged("text.twice", report.Violated, m, other)
		j.tell(ruleByID["text.twice"], report.Warning, m, &o, nil, "同是 "+c.shown()+"项目，这里写的是 "+m.shown()+"，别处写的是 "+other.shown(), "")
	}
}

// evaluated judges the money and the number of the projects against those that are
// described, where these are as many as the text says.
func (j *judging) evaluated(funds, parts []*mention) {
	var counted []*mention
	for _, c := range j.by[projects+" "+things] {
		if j.aboutAll(c) {
			counted = append(counted, c)
		}
	}
	if len(parts) < 2 || len(counted) == 0 {
		return
	}
	n := amount.New(int64(len(parts)), 0)
	first := counted[0]
	same := true
	for _, c := range counted {
		same = same && c.figure.Value == first.figure.Value
	}
	if same && first.figure.Value == n {
		j.judged("text.sum", report.Holds, counted...)
		whole := func(m *mention) bool { return j.summed("text.sum", m, parts).exact() }
		for _, money := range funds {
			c := j.near(money, projects, things, false)
			s := j.summed("text.sum", money, parts)
			if s.exact() || c == nil || c.passage != money.passage || c.sentence != money.sentence && slices.ContainsFunc(funds, whole) {
				continue // that of something else: of 3 problems that were found
			}
			for _, p := range parts { // one of them may be wrong, which its percentage told
				if p.finding > 0 {
					j.attach(p.finding-1, &s.operands)
					return
				}
			}
			j.total(report.Error, s)
		}
		return
	}
	if len(counted) > 1 {
		for _, c := range counted[1:] {
			if c.figure.Value != first.figure.Value && (c.figure.Value == n || first.figure.Value == n) && c.passage.section == first.passage.section {
				wrong, right := c, first
				if c.figure.Value == n {
					wrong, right = first, c
				}
				o := operands{mentions: []*mention{wrong, right}}
				j.judged("text.twice", report.Violated, wrong, right)
				j.tell(ruleByID["text.twice"], report.Warning, wrong, &o, nil, "项目数写的是 "+wrong.shown()+"，"+j.place(right.passage)+"写的是 "+right.shown()+"，逐个说明的有 "+plainOf(n, wrong)+" 个", "")
				return
			}
		}
	}
}

// aboutAll says whether a count is of all projects that were evaluated: their money or
// their grades stand in its paragraph.
func (j *judging) aboutAll(c *mention) bool {
	for _, m := range j.mentions[max(0, c.index-12):min(len(j.mentions), c.index+13)] {
		if m.passage == c.passage && m.subject != nil && (m.subject.key == keyEvaluated || strings.HasPrefix(m.subject.key, "评级:")) {
			return true
		}
	}
	return false
}

// funds judges the money of evaluated projects: that of all of them is the sum of their
// budgets, or is said elsewhere too.
func (j *judging) funds() {
	list := j.by["评价资金 "+final]
	list = list[:min(len(list), 2*window)]
	var parts []*mention
	for _, m := range j.mentions {
		if m.column == adjusted && m.passage.section.topic == performance && m.subject != nil && m.subject.name == "项目" {
			parts = append(parts, m)
		}
	}
	for _, m := range list {
		for _, o := range list {
			if o != m && j.isOne(m, o) {
				j.judged("text.twice", report.Holds, m, o)
			}
		}
		if len(parts) > 1 && j.summed("text.sum", m, parts).exact() {
			j.judged("text.sum", report.Holds, append(parts, m)...)
		}
	}
	j.evaluated(list, parts)
	j.alikeFunds(list)
}
