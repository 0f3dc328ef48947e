package prose

import (
	"suanqing/validate/judge"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// short is a percentage that holds as printed, 100 %, and not to the places that most
// print.
type short struct {
	rule *rule.Rule
	m    *mention
	o    *operands
	in   *judge.Instance
}

// finer judges a percentage with fewer places than most as if zeros had been dropped.
func (j *judging) finer(r *rule.Rule, m *mention, o *operands) {
	if m.number.places >= j.usualPercent {
		return
	}
	m.figure.Places = j.usualPercent
	in, _ := j.evaluate(r.Equation, m.subject, o)
	m.figure.Places = m.number.places
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

// tellShorts tells the percentages that are off where the text drops zeros only.
func (j *judging) tellShorts() {
	if j.dropped < fewestDropped || len(j.shorts)*mostShort > j.dropped {
		return
	}
	for _, s := range j.shorts {
		if f := j.explained(s.rule, s.m, s.o); f >= 0 {
			j.attach(f, s.o)
			continue
		}
		j.judged(s.rule.ID, report.Violated, s.o.mentions...)
		j.tell(s.rule, report.Warning, s.m, s.o, s.in, s.m.what()+"写的是 "+s.m.shown()+"，按"+spaced(j.wordsOf(s.o, s.m))+"算是"+spaced(rateWords(s.m, s.in.RightSum, j.usualPercent)), "")
	}
}
