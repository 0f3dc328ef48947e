package prose

import (
	"suanqing/validate/amount"
	"suanqing/validate/report"
)

// stock notes counts of vehicles that other sections confirm. Unlike ones are no finding:
// the two count other vehicles.
func (j *judging) stock() {
	for _, m := range j.by["公务用车保有量 "+things] {
		for _, n := range around(j.by["共有车辆 "+things], m.index) {
			if j.isOne(m, n) {
				j.judged("text.twice", report.Holds, m, n)
				break
			}
		}
		if money := j.near(m, "公务用车运行维护费", final, false); money != nil && money.figure.Value.IsZero() && m.figure.Value.IsZero() {
			j.judged("text.counts", report.Holds, m)
		}
	}
}

// noGuests notes a count of 0 of guests for whom the text states no money: none, where the
// others took all of it.
func (j *judging) noGuests(m *mention) {
	if !m.figure.Value.IsZero() {
		return
	}
	all := j.near(m, "公务接待费", final, false)
	if all == nil {
		return
	}
	home := j.near(m, "国内接待费", final, false)
	if all.figure.Value.IsZero() || home != nil && home.figure.Value == all.figure.Value {
		j.judged("text.counts", report.Holds, m)
	}
}

// averagesOf are amounts by the thing, with the money and the things.
var averagesOf = [][3]string{{"车均购置费", "公务用车购置费", "购置车辆"}, {"车均运行维护费", "公务用车运行维护费", "公务用车保有量"}, {"人均接待费", "公务接待费", "接待人次"}, {"人均出国费", "因公出国（境）费", "出国人次"}}

// averages notes amounts by the thing that are right. Others are no finding: their things
// may be those of the year's mean.
func (j *judging) averages() {
	for _, of := range averagesOf {
		for _, m := range j.by[of[0]+" "+final] {
			money, n := j.near(m, of[1], final, false), j.near(m, of[2], things, false)
			if money == nil || n == nil {
				continue
			}
			all, fits := m.figure.Value.Mul(n.figure.Value)
			half, fitsToo := m.figure.Half.Mul(n.figure.Value)
			if fits && fitsToo && all.Sub(money.figure.Value).Abs().Cmp(half.Add(money.figure.Half)) <= 0 {
				j.judged("text.counts", report.Holds, m, money, n)
			}
		}
	}
}

// corroborated notes changes without a percentage that another sentence states of the same
// amount, or that are the whole amount.
func (j *judging) corroborated() {
	changes := map[amount.Amount][]*mention{}
	for _, m := range j.mentions {
		if m.column == change && m.subject != nil && m.checked {
			changes[m.figure.Value] = append(changes[m.figure.Value], m)
		}
	}
	for _, m := range j.mentions {
		if m.column != change && m.column != planChange || m.checked || m.subject == nil {
			continue
		}
		now := j.near(m, m.subject.key, final, false)
		if now == nil || now.passage != m.passage {
			continue
		}
		if now.figure.Value == m.figure.Value { // there was none before
			j.judged("text.twice", report.Holds, m)
			continue
		}
		for _, n := range changes[m.figure.Value] {
			if other := j.near(n, n.subject.key, final, false); m.column == change && other != nil && other.figure.Value == now.figure.Value {
				j.judged("text.twice", report.Holds, m, n)
				break
			}
		}
	}
}

// fundShares are the subjects that say which budget paid for an amount before them.
var fundShares = map[string]bool{"一般公共预算安排": true, "政府性基金安排": true, "国有资本安排": true}

// byFund judges that what the three budgets paid is the amount that they paid for.
func (j *judging) byFund() {
	for k := 0; k < len(j.mentions); k++ {
		first := j.mentions[k]
		if first.subject == nil || !fundShares[first.subject.key] || first.under == nil || first.column != final {
			continue
		}
		var parts []*mention
		for ; k < len(j.mentions); k++ {
			m := j.mentions[k]
			if m.subject == nil || !fundShares[m.subject.key] || m.under != first.under || m.column != final {
				break
			}
			parts = append(parts, m)
		}
		k--
		if s := j.summed("text.sum", first.under, parts); len(parts) == len(fundShares) || s.exact() {
			j.total(report.Error, s)
		}
	}
}

// kindsGiven are the shares of each kind of procurement that went to small firms, with the
// kind.
var kindsGiven = [][2]string{{"货物授予中小企业", "货物采购"}, {"工程授予中小企业", "工程采购"}, {"服务授予中小企业", "服务采购"}}

// weighted judges the shares of all kinds of procurement that went to small firms by what
// went to them altogether; ok is false where not all of it is stated.
func (j *judging) weighted(m *mention) (ok bool) {
	given := j.near(m, "授予中小企业", final, false)
	if given == nil || m.whole == given.subject || m.passage.section.topic != procurement {
		return false
	}
	o := operands{mentions: []*mention{m, given}}
	sum, bound := amount.Zero, given.figure.Half
	for _, of := range kindsGiven {
		part, kind := j.near(m, of[0], share, false), j.near(m, of[1], final, false)
		if of[0] == m.subject.key {
			part = m
		}
		if kind == nil || part == nil && !kind.figure.Value.IsZero() {
			return false
		}
		if part == nil {
			continue
		}
		money, fits := kind.figure.Value.Mul(part.figure.Value)
		off, fitsToo := kind.figure.Value.Mul(amount.New(1, -part.number.places))
		if !fits || !fitsToo {
			return false
		}
		money, fits = money.Shift(-2)
		off, fitsToo = off.Shift(-2)
		if !fits || !fitsToo {
			return false
		}
		sum, bound = sum.Add(money), bound.Add(off).Add(kind.figure.Half)
		if part != m {
			o.mentions = append(o.mentions, part)
		}
	}
	if given.figure.Value.Sub(sum).Abs().Cmp(bound) <= 0 {
		j.judged("text.share", report.Holds, m)
		return true
	}
	j.judged("text.share", report.Violated, m)
	j.tell(ruleByID["text.share"], report.Warning, m, &o, nil, "按各类的占比算，授予中小企业的合同金额是 "+amount.Group(sum.Round(2))+" 万元，写的是 "+given.shown(), "")
	return true
}
