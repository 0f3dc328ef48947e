package amounts

import (
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// openingBudget judges what the text calls 年初预算; of 预算 it is not certain which one is
// meant, but where it is that one.
func openingBudget(j *judging.Text, m *mention.Mention) {
	plan := j.PlanOf(m.Subject)
	if plan == nil || m.Column != lexicon.Opening && (m.Column != lexicon.Budget || plan.Value != m.Figure.Value) {
		return
	}
	r := judging.RuleByID[judging.OpeningID]
	in, _ := j.Judge.Fill(r.Equation, m.Subject.Code, func(t *equation.Term) ([]*bind.Figure, bool) {
		if t.Form == mention.Written.ID {
			return []*bind.Figure{&m.Figure}, true
		}
		return []*bind.Figure{plan}, true
	})
	if in == nil {
		return
	}
	outcome := agrees(j, m, r.Equation, in)
	j.Judged(judging.OpeningID, outcome, m)
	judged := rule.Judged{Instance: in, Rule: r, Finding: -1}
	if j.Right[m] = *plan; outcome != report.Holds {
		m.Suspect = outcome == report.Violated
		judged.Finding = j.TellAmount(r, m, in, outcome)
	}
	j.Equations = append(j.Equations, judged)
}
