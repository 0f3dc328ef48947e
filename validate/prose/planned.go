package prose

import (
	"slices"

	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// openingID is the rule that what the text calls 年初预算 is what F05 prints in a column of
// that name, where it has one.
const openingID = "text.opening-budget"

// formsPlanned are the public forms, F05 with the column of 年初预算数, which equations of
// the text may name and no identity runs over.
func formsPlanned() []*form.Form {
	forms := slices.Clone(form.Public().Forms)
	for i, f := range forms {
		if f.ID == "F05" {
			with := *f
			with.Columns = append(slices.Clip(f.Columns), form.Column{ID: form.Planned, Optional: true})
			forms[i] = &with
		}
	}
	return forms
}

// planOf is what F05 prints as the budget that the year began with, of a row or of all of
// them; nil where it has no such column, or an empty one.
func (j *judging) planOf(s *subject) *bind.Figure {
	t := j.book.Tables["F05"]
	if t == nil || s == nil {
		return nil
	}
	key := s.code
	if s.key == keyGeneral {
		key = form.Total
	} else if s.form != "F05" {
		return nil
	}
	if row := t.Row(key); key != "" && row != nil && row.Planned != nil && slices.ContainsFunc(t.Rows, func(r *bind.Row) bool { return r.Planned != nil && r.Planned.State == bind.Money }) {
		return row.Planned
	}
	return nil
}

// openingBudget judges what the text calls 年初预算; of 预算 it is not certain which one is
// meant, but where it is that one.
func (j *judging) openingBudget(m *mention) {
	plan := j.planOf(m.subject)
	if plan == nil || m.column != opening && (m.column != budget || plan.Value != m.figure.Value) {
		return
	}
	r := ruleByID[openingID]
	in, _ := j.judge.Fill(r.Equation, m.subject.code, func(t *equation.Term) ([]*bind.Figure, bool) {
		if t.Form == written.ID {
			return []*bind.Figure{&m.figure}, true
		}
		return []*bind.Figure{plan}, true
	})
	if in == nil {
		return
	}
	outcome := j.agrees(m, in)
	j.judged(openingID, outcome, m)
	judged := rule.Judged{Instance: in, Rule: r, Finding: -1}
	if j.right[m] = *plan; outcome != report.Holds {
		m.suspect = outcome == report.Violated
		judged.Finding = j.tellAmount(r, m, in, outcome)
	}
	j.equations = append(j.equations, judged)
}
