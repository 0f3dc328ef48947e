// Package amounts judges the amounts of the text that a form prints too.
package amounts

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/judge"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Judge judges every amount that a form prints too.
func Judge(j *judging.Text) {
	partly(j)
	for _, m := range j.Mentions {
		s := m.Subject
		if s == nil || m.Column == "" {
			continue
		}
		switch {
		case s.Key == "机关运行经费" && m.Column == lexicon.Final:
			running(j, m)
		case m.Column == lexicon.Final && s.Final != "":
			id := "text." + s.ID
			if s.Code != "" && !s.Static {
				id = "text.row-" + s.Form
			}
			byForm(j, m, id, s.Final, judging.Alternatives(s))
			if s.Both != "" {
				beside(j, m, id+"-form", s.Both)
			}
		case lexicon.IsPlan(m.Column) && s.Plan != "" && (j.IsPlanOfForm(m) || m.Column == lexicon.Budget && j.AgreesWithPlan(m)):
			byForm(j, m, "text."+s.ID+"-budget", s.Plan, nil)
		case m.Column == lexicon.Opening || m.Column == lexicon.Budget:
			openingBudget(j, m)
		}
	}
}

// byForm judges a figure of the text by the cell of a form.
func byForm(j *judging.Text, m *mention.Mention, id, cell string, also []string) {
	r := judging.RuleByID[id]
	e := judging.EquationFor(r, cell)
	in, skip := j.Against(e, m)
	if in == nil {
		if skip != nil && m.Unsure == "" {
			m.Unsure = skip.Reason
		}
		for _, a := range also { // its own form is not there; another may be
			if other, _ := j.Against(judging.EquationOf(a), m); other != nil && agrees(j, m, judging.EquationOf(a), other) == report.Holds {
				j.Judged(id, report.Holds, m)
				return
			}
		}
		return
	}
	outcome := agrees(j, m, e, in)
	for _, a := range also {
		if outcome == report.Holds {
			break
		}
		if other, _ := j.Against(judging.EquationOf(a), m); other != nil && agrees(j, m, judging.EquationOf(a), other) == report.Holds {
			outcome, in = report.Holds, other
		}
	}
	j.Judged(id, outcome, m)
	judged := rule.Judged{Instance: in, Rule: r, Finding: -1}
	if outcome == report.Holds {
		j.Right[m] = m.Figure
	} else {
		if len(in.Right) == 1 {
			j.Right[m] = *in.Right[0].Figure
		}
		m.Suspect = outcome == report.Violated
		judged.Finding = j.TellAmount(r, m, in, outcome)
	}
	j.Equations = append(j.Equations, judged)
}

// agrees says whether a figure of the text and those of a form, which an equation holds
// against each other, are roundings of one.
func agrees(j *judging.Text, m *mention.Mention, e *equation.Equation, in *judge.Instance) report.Outcome {
	if in.Result == judge.Holds {
		return report.Holds
	}
	u, _ := amount.UnitNamed(m.Number.Unit)
	half := u.HalfUnit(j.Unit, m.Number.Places) // as printed
	formHalf := amount.Zero
	n := 0
	for _, o := range in.Right {
		if o.Figure.State == bind.Money {
			formHalf = formHalf.Add(o.Figure.Half)
			n++
		}
	}
	switch {
	case n > 1 && j.Within(e, m, in, half, false):
		if half.Cmp(m.Figure.Half) > 0 && !j.Within(e, m, in, m.Figure.Half, false) { // it was rounded
			j.Rounds, m.Figure.Half = true, half
		}
		return report.HasTail
	case n > 1:
		return report.Violated
	}
	switch half.Cmp(formHalf) { // one is the other, rounded further, if at all
	case 1:
		if j.Within(e, m, in, half, true) {
			j.Rounds, m.Figure.Half = true, half // it was rounded, and stands for as much
			return report.Holds
		}
	case -1:
		if j.Within(e, m, in, amount.Zero, false) {
			return report.Holds
		}
	}
	return report.Violated
}

// beside judges a figure by another place of the same money, where rounding may differ.
func beside(j *judging.Text, m *mention.Mention, id, cell string) {
	in, _ := j.Against(judging.EquationFor(judging.RuleByID[id], cell), m)
	if in == nil {
		return
	}
	switch {
	case in.Result == judge.Holds, m.Suspect:
		j.Judged(id, report.Holds, m)
	case in.Result == judge.Tail:
		j.Judged(id, report.HasTail, m)
		j.TellTail(judging.RuleByID[id], m, in)
	default:
		j.Judged(id, report.Violated, m)
		m.Suspect = true
		j.TellAmount(judging.RuleByID[id], m, in, report.Violated)
	}
}

// running judges 机关运行经费, which is no more than the public-use expenses.
func running(j *judging.Text, m *mention.Mention) {
	r := judging.RuleByID["text.running"]
	in, _ := j.Against(r.Equation, m)
	if in == nil {
		return
	}
	if in.Bears() {
		j.Judged(r.ID, report.Holds, m)
		return
	}
	if right, ok := j.MendedCell(in.Right[0].Figure); ok && m.Figure.Value.Cmp(right) <= 0 {
		j.Judged(r.ID, report.Holds, m)
		return // the form's own figure is wrong, which is told there
	}
	j.Judged(r.ID, report.Violated, m)
	j.TellAmount(r, m, in, report.Violated)
}
