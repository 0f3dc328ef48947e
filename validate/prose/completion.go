package prose

// completion judges 完成预算的 …%.
func (j *judging) completion(m *mention) {
	if (m.base == "" || m.base == budget) && j.ofAnyBudget(m) {
		return
	}
	o := operands{}
	o.add(done, m)
	columns := []string{m.base}
	switch m.base {
	case "":
		columns = []string{opening, adjusted, budget}
	case budget:
		columns = []string{budget, opening, adjusted}
	case opening, adjusted:
		columns = []string{m.base, budget}
	}
	if m.base == budget || m.base == "" { // of two budgets the nearest one
		columns = j.nearest(m, columns)
	}
	if !j.find(&o, budget, m, m.subject, columns...) {
		if d := j.near(m, m.subject.key, planChange, false); d != nil && d.passage == m.passage {
			if o.add(planChange, d); j.find(&o, final, m, m.subject, final) {
				j.quotient("text.completion-change", m, &o)
				return
			}
		}
		m.unsure = "没找到预算数"
		return
	}
	if !j.find(&o, final, m, m.subject, final) {
		m.unsure = "没找到决算数"
		return
	}
	j.quotient("text.completion", m, &o)
}

// ofAnyBudget says whether 完成预算的 …, which does not say which budget, is right for one of
// those that the text states.
func (j *judging) ofAnyBudget(m *mention) bool {
	for _, c := range j.nearest(m, []string{budget, opening, adjusted}) {
		plan := j.near(m, m.subject.key, c, false)
		if plan == nil {
			continue
		}
		o := operands{}
		o.add(done, m)
		o.add(budget, plan)
		if j.find(&o, final, m, m.subject, final) && j.holds("text.completion", m, &o) {
			return true
		}
	}
	return false
}

// nearest puts the columns of the budgets in the order of how near they are stated.
func (j *judging) nearest(m *mention, columns []string) []string {
	best, at := "", -1
	for _, c := range columns {
		if n := j.near(m, m.subject.key, c, false); n != nil && n.index < m.index && n.index > at {
			best, at = c, n.index
		}
	}
	if best == "" {
		return columns
	}
	return append([]string{best}, columns...)
}
