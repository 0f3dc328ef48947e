// Package amounts judges the amounts of the text that a form prints too.
package amounts

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
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
	in, skip := j.Against(judging.EquationFor(r, cell), m)
	if in == nil {
		if skip != nil && m.Unsure == "" {
			m.Unsure = skip.Reason
		}
		for _, a := range also { // its own form is not there; another may be
			if other, _ := j.Against(judging.EquationOf(a), m); other != nil && agrees(j, m, other) == report.Holds {
				j.Judged(id, report.Holds, m)
				return
			}
		}
		return
	}
	outcome := agrees(j, m, in)
	for _, a := range also {
		if outcome == report.Holds {
			break
		}
		if other, _ := j.Against(judging.EquationOf(a), m); other != nil && agrees(j, m, other) == report.Holds {
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

// agrees says whether a figure of the text and those of a form are roundings of one.
func agrees(j *judging.Text, m *mention.Mention, in *judge.Instance) report.Outcome {
	off := in.Difference.Abs()
	if off.IsZero() {
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
	case n <= 1 && half != formHalf && off.Cmp(half.Add(formHalf)) <= 0 && (half.Cmp(formHalf) > 0 || formHalf.Cmp(half) > 0):
		larger := half
		if formHalf.Cmp(half) > 0 {
			larger = formHalf
		}
		if off.Cmp(larger) <= 0 {
			if half.Cmp(formHalf) > 0 { // it was rounded, and stands for as much
				j.Rounds, m.Figure.Half = true, half
			}
			return report.Holds // one is the other, rounded further
		}
	case n > 1 && off.Cmp(half.Add(formHalf)) <= 0:
		if half.Cmp(m.Figure.Half) > 0 && off.Cmp(m.Figure.Half.Add(formHalf)) > 0 { // it was rounded
			j.Rounds, m.Figure.Half = true, half
		}
		return report.HasTail
	}
	return report.Violated
}

// beside judges a figure by another place of the same money, where rounding may differ.
func beside(j *judging.Text, m *mention.Mention, id, cell string) {
	in, _ := j.Against(judging.EquationFor(judging.RuleByID[id], cell), m)
	if in == nil {
		return
	}
	switch off := in.Difference.Abs(); {
	case off.IsZero():
		j.Judged(id, report.Holds, m)
	case m.Suspect:
		j.Judged(id, report.Holds, m)
	case off.Cmp(in.Bound) <= 0:
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
