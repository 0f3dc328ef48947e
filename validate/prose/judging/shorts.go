package judging

import (
	"suanqing/validate/judge"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// short is a percentage that holds as printed, 100 %, and not to the places that most
// print.
type short struct {
	rule *rule.Rule
	m    *mention.Mention
	o    *Operands
	in   *judge.Instance
}

// Finer judges a percentage with fewer places than most as if zeros had been dropped.
func (j *Text) Finer(r *rule.Rule, m *mention.Mention, o *Operands) {
	if m.Number.Places >= j.UsualPercent {
		return
	}
	m.Figure.Places = j.UsualPercent
	in, _ := j.Evaluate(r.Equation, m.Subject, o)
	m.Figure.Places = m.Number.Places
	if in != nil && in.Result == judge.Broken {
		j.shorts = append(j.shorts, short{r, m, o, in})
		return
	}
	j.dropped++
}

// mostShort: where nearly all percentages with fewer places are right to the last place,
// zeros are what the text drops, and the others are off.
const (
	fewestDropped = 4
	mostShort     = 4 // times as many
)

// TellShorts tells the percentages that are off where the text drops zeros only.
func (j *Text) TellShorts() {
	if j.dropped < fewestDropped || len(j.shorts)*mostShort > j.dropped {
		return
	}
	for _, s := range j.shorts {
		if f := j.Explained(s.rule, s.m, s.o); f >= 0 {
			j.Attach(f, s.o)
			continue
		}
		j.Judged(s.rule.ID, report.Violated, s.o.Mentions...)
		j.Tell(s.rule, report.Warning, s.m, s.o, s.in, s.m.What()+"写的是 "+s.m.Shown()+"，按"+Spaced(j.WordsOf(s.o, s.m))+"算是"+Spaced(RateWords(s.m, s.in.RightSum, j.UsualPercent)), "")
	}
}
