package rates

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
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
	o := judging.Operands{}
	o.Put(judging.WholeFinal, &given.Figure)
	o.Mentions = []*mention.Mention{m, given}
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
		ratio, ok := hundredths(part)
		if !ok {
			return false
		}
		o.Put(judging.Named(mention.PartsRows, lexicon.Final), &kind.Figure)
		o.Put(judging.Named(mention.PartsRows, lexicon.Share), ratio)
		if part != m {
			o.Mentions = append(o.Mentions, part)
		}
	}
	r := judging.RuleByID["text.share"]
	in, _ := j.Evaluate(r.Further[judging.OfKinds], m.Subject, &o)
	if in == nil {
		return false
	}
	if in.Bears() {
		j.Judged(r.ID, report.Holds, m)
		return true
	}
	j.Judged(r.ID, report.Violated, m)
	j.Tell(r, report.Warning, m, &o, nil, "按各类的占比算，授予中小企业的合同金额是 "+amount.Group(in.RightSum.Round(2))+" 万元，写的是 "+given.Shown(), "")
	return true
}

// hundredths is what a percentage stands for as a factor, give or take one unit of its last
// digit: some cut off. ok is false where that is beyond what amounts hold.
func hundredths(m *mention.Mention) (f *bind.Figure, ok bool) {
	half, _ := amount.New(1, -m.Number.Places).Shift(-2)
	f = judging.Over(&m.Figure, half)
	f.Value, ok = m.Figure.Value.Shift(-2)
	return f, ok
}
