package prose

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/judge"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// alternatives are the other places of a subject's money.
func alternatives(s *subject) []string {
	if s.also == "" {
		return nil
	}
	return strings.Split(s.also, ";")
}

// amounts judges every amount that a form prints too.
func (j *judging) amounts() {
	for _, m := range j.mentions {
		s := m.subject
		if s == nil || m.column == "" {
			continue
		}
		switch {
		case s.key == "机关运行经费" && m.column == final:
			j.running(m)
		case m.column == final && s.final != "":
			id := "text." + s.id
			if s.code != "" && !s.static {
				id = "text.row-" + s.form
			}
			j.amount(m, id, s.final, alternatives(s))
			if s.both != "" {
				j.beside(m, id+"-form", s.both)
			}
		case isPlan(m.column) && s.plan != "" && (j.isPlanOfForm(m) || m.column == budget && j.agreesWithPlan(m)):
			j.amount(m, "text."+s.id+"-budget", s.plan, nil)
		case m.column == opening || m.column == budget:
			j.openingBudget(m)
		}
	}
}

// amount judges a figure of the text by the cell of a form.
func (j *judging) amount(m *mention, id, cell string, also []string) {
	r := ruleByID[id]
	in, skip := j.against(equationFor(r, cell), m)
	if in == nil {
		if skip != nil && m.unsure == "" {
			m.unsure = skip.Reason
		}
		for _, a := range also { // its own form is not there; another may be
			if other, _ := j.against(equationOf(a), m); other != nil && j.agrees(m, other) == report.Holds {
				j.judged(id, report.Holds, m)
				return
			}
		}
		return
	}
	outcome := j.agrees(m, in)
	for _, a := range also {
		if outcome == report.Holds {
			break
		}
		if other, _ := j.against(equationOf(a), m); other != nil && j.agrees(m, other) == report.Holds {
			outcome, in = report.Holds, other
		}
	}
	j.judged(id, outcome, m)
	judged := rule.Judged{Instance: in, Rule: r, Finding: -1}
	if outcome == report.Holds {
		j.right[m] = m.figure
	} else {
		if len(in.Right) == 1 {
			j.right[m] = *in.Right[0].Figure
		}
		m.suspect = outcome == report.Violated
		judged.Finding = j.tellAmount(r, m, in, outcome)
	}
	j.equations = append(j.equations, judged)
}

// agrees says whether a figure of the text and those of a form are roundings of one.
func (j *judging) agrees(m *mention, in *judge.Instance) report.Outcome {
	off := in.Difference.Abs()
	if off.IsZero() {
		return report.Holds
	}
	u, _ := amount.UnitNamed(m.number.unit)
	half := u.HalfUnit(j.unit, m.number.places) // as printed
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
				j.rounds, m.figure.Half = true, half
			}
			return report.Holds // one is the other, rounded further
		}
	case n > 1 && off.Cmp(half.Add(formHalf)) <= 0:
		if half.Cmp(m.figure.Half) > 0 && off.Cmp(m.figure.Half.Add(formHalf)) > 0 { // it was rounded
			j.rounds, m.figure.Half = true, half
		}
		return report.HasTail
	}
	return report.Violated
}

// beside judges a figure by another place of the same money, where rounding may differ.
func (j *judging) beside(m *mention, id, cell string) {
	in, _ := j.against(equationFor(ruleByID[id], cell), m)
	if in == nil {
		return
	}
	switch off := in.Difference.Abs(); {
	case off.IsZero():
		j.judged(id, report.Holds, m)
	case m.suspect:
		j.judged(id, report.Holds, m)
	case off.Cmp(in.Bound) <= 0:
		j.judged(id, report.HasTail, m)
		j.tellTail(ruleByID[id], m, in)
	default:
		j.judged(id, report.Violated, m)
		m.suspect = true
		j.tellAmount(ruleByID[id], m, in, report.Violated)
	}
}

// running judges 机关运行经费, which is no more than the public-use expenses.
func (j *judging) running(m *mention) {
	r := ruleByID["text.running"]
	in, _ := j.against(r.Equation, m)
	if in == nil {
		return
	}
	if in.Bears() {
		j.judged(r.ID, report.Holds, m)
		return
	}
	if right, ok := j.mendedCell(in.Right[0].Figure); ok && m.figure.Value.Cmp(right) <= 0 {
		j.judged(r.ID, report.Holds, m)
		return // the form's own figure is wrong, which is told there
	}
	j.judged(r.ID, report.Violated, m)
	j.tellAmount(r, m, in, report.Violated)
}

// agreesWithPlan says whether F09's budget is what the text calls 预算, whichever that is.
func (j *judging) agreesWithPlan(m *mention) bool {
	sum, _ := sumFigures(j.formFigures(m.subject, m.subject.plan))
	return sum == m.figure.Value
}

// isPlanOfForm says whether F09's budget is the one that the text means: where the form
// says that it is the adjusted one, 年初预算 is another.
func (j *judging) isPlanOfForm(m *mention) bool {
	if m.column == adjusted {
		return true
	}
	if j.near(m, m.subject.key, adjusted, false) != nil {
		return false
	}
	t := j.book.Tables["F09"]
	if t == nil {
		return true
	}
	sheet := j.book.Document.Sheets[t.Sheet]
	for i := range sheet.Rows {
		row := &sheet.Rows[i]
		if row.Index < t.Area.Row0 || row.Index > t.Area.Row1+8 {
			continue
		}
		for k := range row.Cells {
			if c := &row.Cells[k]; c.Kind == document.Text && len(c.Stored) < 2_000 {
				if text := form.Normalize(c.Stored); strings.Contains(text, adjusted) || strings.Contains(text, "调整后") {
					return j.neverAdjusted(m)
				}
			}
		}
	}
	return true
}

// neverAdjusted says whether the text states 年初预算 of all of 三公 and that is what the form,
// which calls its budget the adjusted one, has: then so it is of the parts that it does not
// state. One that it states otherwise speaks against it.
func (j *judging) neverAdjusted(m *mention) bool {
	told := false
	for i := range subjects {
		s := &subjects[i]
		if s.plan == "" || s.in&threePublic == 0 {
			continue
		}
		for _, n := range j.by[s.key+" "+opening] {
			if n.passage.section != m.passage.section {
				continue
			}
			if n == m || !j.agreesWithPlan(n) {
				return false
			}
			told = told || s.key == keyPublic
		}
	}
	return told
}
