package rates

import (
	"suanqing/validate/amount"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

// kindsGiven are the shares of each kind of procurement that went to small firms, with the
// kind.
var kindsGiven = [][2]string{{"货物授予中小企业", "货物采购"}, {"工程授予中小企业", "工程采购"}, {"服务授予中小企业", "服务采购"}}

// weighted judges the shares of all kinds of procurement that went to small firms by what
// went to them altogether; ok is false where not all of it is stated.
func weighted(j *judging.Text, m *mention.Mention) (ok bool) {
	given := j.Near(m, "授予中小企业", lexicon.Final, false)
	if given == nil || m.Whole == given.Subject || m.Passage.Section.Topic != lexicon.Procurement {
		return false
	}
	o := judging.Operands{Mentions: []*mention.Mention{m, given}}
	sum, bound := amount.Zero, given.Figure.Half
	for _, of := range kindsGiven {
		part, kind := j.Near(m, of[0], lexicon.Share, false), j.Near(m, of[1], lexicon.Final, false)
		if of[0] == m.Subject.Key {
			part = m
		}
		if kind == nil || part == nil && !kind.Figure.Value.IsZero() {
			return false
		}
		if part == nil {
			continue
		}
		money, fits := kind.Figure.Value.Mul(part.Figure.Value)
		off, fitsToo := kind.Figure.Value.Mul(amount.New(1, -part.Number.Places))
		if !fits || !fitsToo {
			return false
		}
		money, fits = money.Shift(-2)
		off, fitsToo = off.Shift(-2)
		if !fits || !fitsToo {
			return false
		}
		sum, bound = sum.Add(money), bound.Add(off).Add(kind.Figure.Half)
		if part != m {
			o.Mentions = append(o.Mentions, part)
		}
	}
	if given.Figure.Value.Sub(sum).Abs().Cmp(bound) <= 0 {
		j.Judged("text.share", report.Holds, m)
		return true
	}
	j.Judged("text.share", report.Violated, m)
	j.Tell(judging.RuleByID["text.share"], report.Warning, m, &o, nil, "按各类的占比算，授予中小企业的合同金额是 "+amount.Group(sum.Round(2))+" 万元，写的是 "+given.Shown(), "")
	return true
}
