package judging

import (
	"slices"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
)

// AgreesWithPlan says whether F09's budget is what the text calls 预算, whichever that is.
func (j *Text) AgreesWithPlan(m *mention.Mention) bool {
	sum, _ := SumFigures(j.FormFigures(m.Subject, m.Subject.Plan))
	return sum == m.Figure.Value
}

// IsPlanOfForm says whether F09's budget is the one that the text means: where the form
// says that it is the adjusted one, 年初预算 is another.
func (j *Text) IsPlanOfForm(m *mention.Mention) bool {
	if m.Column == lexicon.Adjusted {
		return true
	}
	if j.Near(m, m.Subject.Key, lexicon.Adjusted, false) != nil {
		return false
	}
	t := j.Book.Tables["F09"]
	if t == nil {
		return true
	}
	sheet := j.Book.Document.Sheets[t.Sheet]
	for i := range sheet.Rows {
		row := &sheet.Rows[i]
		if row.Index < t.Area.Row0 || row.Index > t.Area.Row1+8 {
			continue
		}
		for k := range row.Cells {
			if c := &row.Cells[k]; c.Kind == document.Text && len(c.Stored) < 2_000 {
				if text := form.Normalize(c.Stored); strings.Contains(text, lexicon.Adjusted) || strings.Contains(text, "调整后") {
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
func (j *Text) neverAdjusted(m *mention.Mention) bool {
	told := false
	for i := range lexicon.Subjects {
		s := &lexicon.Subjects[i]
		if s.Plan == "" || s.In&lexicon.ThreePublic == 0 {
			continue
		}
		for _, n := range j.By[s.Key+" "+lexicon.Opening] {
			if n.Passage.Section != m.Passage.Section {
				continue
			}
			if n == m || !j.AgreesWithPlan(n) {
				return false
			}
			told = told || s.Key == lexicon.KeyPublic
		}
	}
	return told
}

// Nearest puts the columns of the budgets in the order of how near they are stated.
func (j *Text) Nearest(m *mention.Mention, columns []string) []string {
	best, at := "", -1
	for _, c := range columns {
		if n := j.Near(m, m.Subject.Key, c, false); n != nil && n.Index < m.Index && n.Index > at {
			best, at = c, n.Index
		}
	}
	if best == "" {
		return columns
	}
	return append([]string{best}, columns...)
}

// PlanOf is what F05 prints as the budget that the year began with, of a row or of all of
// them; nil where it has no such column, or an empty one.
func (j *Text) PlanOf(s *lexicon.Subject) *bind.Figure {
	t := j.Book.Tables["F05"]
	if t == nil || s == nil {
		return nil
	}
	key := s.Code
	if s.Key == lexicon.KeyGeneral {
		key = form.Total
	} else if s.Form != "F05" {
		return nil
	}
	if row := t.Row(key); key != "" && row != nil && row.Planned != nil && slices.ContainsFunc(t.Rows, func(r *bind.Row) bool { return r.Planned != nil && r.Planned.State == bind.Money }) {
		return row.Planned
	}
	return nil
}
