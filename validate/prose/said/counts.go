package said

import (
	"suanqing/validate/bind"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

// counts judges numbers of things against their money.
func counts(j *judging.Text) {
	for _, of := range [][2]string{{"出国团组", "因公出国（境）费"}, {"出国人次", "因公出国（境）费"}, {"购置车辆", "公务用车购置费"}, {"接待批次", "公务接待费"}, {"接待人次", "公务接待费"},
		{"会议次数", "会议费"}, {"会议人次", "会议费"}, {"培训次数", "培训费"}, {"培训人次", "培训费"}, {"外宾批次", "外宾接待费"}, {"外宾人次", "外宾接待费"}, {"国（境）外批次", "国（境）外接待费"}, {"国（境）外人次", "国（境）外接待费"}} {
		for _, m := range j.By[of[0]+" "+lexicon.Things] {
			money := j.Near(m, of[1], lexicon.Final, false)
			if money == nil {
				noGuests(j, m)
				continue
			}
			r := judging.RuleByID["text.counts"]
			o := judging.Operands{Mentions: []*mention.Mention{m, money}}
			o.Put(lexicon.Things, &m.Figure)
			o.Put(lexicon.Final, sized(money))
			in, _ := j.Evaluate(r.Equation, m.Subject, &o)
			if in == nil {
				continue
			}
			if in.Bears() || m.Figure.Value.IsZero() && anyThings(j, m) {
				j.Judged(r.ID, report.Holds, m)
				continue
			}
			j.Judged(r.ID, report.Violated, m)
			if money.Suspect {
				continue
			}
			j.Tell(r, r.Severity, m, &o, nil, "“"+m.Subject.Label()+"”写的是 "+m.Shown()+"，但“"+money.Subject.Label()+"”是 "+money.Shown(), "")
		}
	}
}

// sized is the size of an amount, whichever way it went.
func sized(m *mention.Mention) *bind.Figure {
	f := m.Figure
	f.Value = f.Value.Abs()
	return &f
}

// anyThings says whether another count of the same is not 0: some were organized by others.
func anyThings(j *judging.Text, m *mention.Mention) bool {
	for _, n := range mention.Around(j.By[m.Subject.Key+" "+lexicon.Things], m.Index) {
		if !n.Figure.Value.IsZero() {
			return true
		}
	}
	return false
}
