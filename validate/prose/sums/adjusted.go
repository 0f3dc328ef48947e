package sums

import (
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

// adjusted judges the budget of a sentence as it was adjusted in the year: 年初预算 5.00 万元,执行中追加 1.00
// 万元,全年预算 6.00 万元.
func adjusted(j *judging.Text, m *mention.Mention) {
	r, o := judging.RuleByID["text.adjusted"], judging.Operands{}
	total := j.Near(m, m.Subject.Key, lexicon.Adjusted, false)
	first := j.Near(m, m.Subject.Key, lexicon.Opening, false)
	if total == nil || first == nil || total.Sentence != m.Sentence || first.Sentence != m.Sentence {
		return
	}
	o.Add(lexicon.Adjusted, total)
	o.Add(lexicon.Opening, first)
	o.Add(lexicon.Moved, m)
	in, _ := j.Evaluate(r.Equation, m.Subject, &o)
	switch {
	case in == nil:
		return
	case in.Bears():
		j.Judged(r.ID, report.Holds, o.Mentions...)
		return
	}
	j.Judged(r.ID, report.Violated, o.Mentions...)
	if j.Mended(r, m.Subject, &o) {
		return
	}
	j.Tell(r, report.Error, total, &o, in, total.What()+"写的是 "+total.Shown()+"，按"+judging.Spaced(j.WordsOf(&o, total))+"算是"+judging.Spaced(j.ComesTo(total, in.RightSum)), "")
}
