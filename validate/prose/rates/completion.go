package rates

import (
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
)

// completion judges 完成预算的 …%.
func completion(j *judging.Text, m *mention.Mention) {
	if (m.Base == "" || m.Base == lexicon.Budget) && ofAnyBudget(j, m) {
		return
	}
	o := judging.Operands{}
	o.Add(lexicon.Done, m)
	columns := []string{m.Base}
	switch m.Base {
	case "":
		columns = []string{lexicon.Opening, lexicon.Adjusted, lexicon.Budget}
	case lexicon.Budget:
		columns = []string{lexicon.Budget, lexicon.Opening, lexicon.Adjusted}
	case lexicon.Opening, lexicon.Adjusted:
		columns = []string{m.Base, lexicon.Budget}
	}
	if m.Base == lexicon.Budget || m.Base == "" { // of two budgets the nearest one
		columns = j.Nearest(m, columns)
	}
	if !j.Find(&o, lexicon.Budget, m, m.Subject, columns...) {
		if d := j.Near(m, m.Subject.Key, lexicon.PlanChange, false); d != nil && d.Passage == m.Passage {
			if o.Add(lexicon.PlanChange, d); j.Find(&o, lexicon.Final, m, m.Subject, lexicon.Final) {
				quotient(j, "text.completion-change", m, &o)
				return
			}
		}
		m.Unsure = "没找到预算数"
		return
	}
	if !j.Find(&o, lexicon.Final, m, m.Subject, lexicon.Final) {
		m.Unsure = "没找到决算数"
		return
	}
	quotient(j, "text.completion", m, &o)
}

// ofAnyBudget says whether 完成预算的 …, which does not say which budget, is right for one of
// those that the text states.
func ofAnyBudget(j *judging.Text, m *mention.Mention) bool {
	for _, c := range j.Nearest(m, []string{lexicon.Budget, lexicon.Opening, lexicon.Adjusted}) {
		plan := j.Near(m, m.Subject.Key, c, false)
		if plan == nil {
			continue
		}
		o := judging.Operands{}
		o.Add(lexicon.Done, m)
		o.Add(lexicon.Budget, plan)
		if j.Find(&o, lexicon.Final, m, m.Subject, lexicon.Final) && holds(j, "text.completion", m, &o) {
			return true
		}
	}
	return false
}
