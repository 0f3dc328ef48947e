package sums

import (
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

// listedTotals judges the share that a table gives its total.
func listedTotals(j *judging.Text) {
	for _, m := range j.By[lexicon.KeyProcured+" "+lexicon.Share] {
		if !m.Passage.Listed {
			continue
		}
		r, o := judging.RuleByID["text.shares-total"], judging.Operands{}
		o.Put(judging.Named(mention.WholeRow, lexicon.Share), j.Exactly(100))
		o.Add(judging.Named(mention.PartsRows, lexicon.Share), m)
		in, _ := j.Evaluate(r.Equation, m.Subject, &o)
		if in.Bears() {
			j.Judged(r.ID, report.Holds, m)
			continue
		}
		total := j.Near(m, lexicon.KeyProcured, lexicon.Final, false)
		if in == nil || total == nil || total.Figure.Value.IsZero() {
			continue
		}
		j.Judged(r.ID, report.Violated, m)
		j.Tell(r, report.Warning, m, &o, nil, "合计的占比写的是 "+m.Shown()+"，应是 100%", "")
	}
}
