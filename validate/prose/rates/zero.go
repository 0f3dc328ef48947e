package rates

import (
	"suanqing/validate/amount"
	"suanqing/validate/judge"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// zeroBase judges a percentage of nothing, whose equation has no value.
func zeroBase(j *judging.Text, r *rule.Rule, m *mention.Mention, o *judging.Operands, in *judge.Instance) {
	zero := judging.RuleByID["text.zero-base"]
	if m.Column == lexicon.Growth || m.Column == lexicon.PlanGrowth {
		switch {
		case m.Figure.Value.IsZero():
			j.Judged(zero.ID, report.Holds, o.Mentions...)
		case m.Figure.Value.Abs() == amount.New(100, 0):
			j.Judged(zero.ID, report.Violated, o.Mentions...)
			j.Tell(zero, report.Warning, m, o, nil, m.What()+"写的是 "+m.Shown()+"，但上年数或预算数是 0，不能算百分数", "")
		case !o.Nothing(lexicon.Final):
			j.Judged(zero.ID, report.Violated, o.Mentions...)
			j.Tell(zero, report.Error, m, o, nil, m.What()+"写的是 "+m.Shown()+"，但按写的数，上年数或预算数是 0 或负数，算不出百分数", "")
		}
		return
	}
	if !in.Divisor().IsZero() {
		return // too small to tell
	}
	severity, top := report.Error, in.Dividend()
	if m.Column == lexicon.Share && top.IsZero() && !m.Figure.Value.IsZero() {
		severity = report.Warning // some take nothing of nothing for all of it
	} else if top.IsZero() && (m.Figure.Value.IsZero() || m.Figure.Value == amount.New(100, 0)) {
		j.Judged(zero.ID, report.Holds, o.Mentions...)
		return
	}
	j.Judged(zero.ID, report.Violated, o.Mentions...)
	j.Tell(zero, severity, m, o, nil, m.What()+"写的是 "+m.Shown()+"，但"+nothing(r.ID)+"是 0，不能算百分数", "")
}

// nothing names what a percentage would be of.
func nothing(id string) string {
	if id == "text.share" {
		return "总体"
	}
	return "预算数"
}
