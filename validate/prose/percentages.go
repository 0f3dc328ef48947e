package prose

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// find gives an operand its figure: a mention near another, or the form's; ok is false for
// neither.
func (j *judging) find(o *operands, name string, m *mention, s *subject, columns ...string) bool {
	elsewhere := m.passage.section.topic != performance
	for _, c := range columns {
		if n := j.near(m, s.key, c, false); n != nil {
			o.add(name, n)
			return true
		}
	}
	if columns[0] == final && s.final != "" {
		if cells := j.formFigures(s, s.final); cells != nil {
			if elsewhere && j.unsound(cells) { // the text's own figure, where the form's is in doubt
				if n := j.near(m, s.key, final, true); n != nil {
					o.add(name, n)
					return true
				}
			}
			o.addCells(name, cells)
			return true
		}
	}
	if isPlan(columns[0]) && s.plan != "" && (columns[0] != opening || j.isPlanOfForm(m)) {
		if cells := j.formFigures(s, s.plan); cells != nil {
			o.addCells(name, cells)
			return true
		}
	}
	if columns[0] == opening {
		if plan := j.planOf(s); plan != nil {
			o.addCells(name, []*bind.Figure{plan})
			return true
		}
	}
	if elsewhere {
		for _, c := range columns {
			if n := j.near(m, s.key, c, true); n != nil {
				o.add(name, n)
				return true
			}
		}
	}
	return false
}

// percentages judges every percentage by the amounts it is made of.
func (j *judging) percentages() {
	for _, m := range j.mentions {
		if m.subject == nil || m.number.kind != percent {
			continue
		}
		switch m.column {
		case share:
			j.share(m)
		case done:
			j.completion(m)
		case growth:
			j.growth(m, "text.growth", change)
		case planGrowth:
			j.growth(m, "text.budget-growth", planChange)
		}
	}
	j.tellShorts()
}

func (j *judging) growth(m *mention, id, column string) {
	o := operands{}
	o.add(m.column, m)
	delta := j.near(m, m.subject.key, column, false)
	if delta != nil && delta.passage != m.passage && j.near(m, m.subject.key, m.column, false) != nil {
		delta = nil // it goes with another percentage
	}
	if delta == nil {
		j.growthOf(m, &o)
		return
	}
	if m.unsignedGap() && delta.figure.Value.IsNegative() {
		m.figure.Value, m.number.value = m.figure.Value.Abs().Neg(), m.number.value.Abs().Neg()
	}
	if delta.figure.Value.IsNegative() != m.figure.Value.IsNegative() && (delta.undirected() || m.undirected()) {
		wrong := m
		if delta.undirected() {
			wrong = delta
		}
		wrong.figure.Value, wrong.number.value = wrong.figure.Value.Neg(), wrong.number.value.Neg()
	}
	if j.otherWay(m, delta) {
		o.add(column, delta)
		j.judged("text.direction", report.Violated, m, delta)
		j.tell(ruleByID["text.direction"], report.Error, m, &o, nil, "“"+m.subject.label()+"”的金额写的是"+delta.direction()+"，百分数写的是"+m.direction(), "")
		return
	}
	o.add(column, delta)
	if !j.find(&o, final, m, m.subject, final) {
		m.unsure = "没找到本年数"
		return
	}
	j.quotient(id, m, &o)
}

// otherWay says whether a rate goes another way than its amount; a rate of 0 says none.
func (j *judging) otherWay(m, delta *mention) bool {
	if m.figure.Value.IsZero() || delta.figure.Value.IsZero() {
		return false
	}
	o := operands{}
	o.put(way, &m.figure)
	o.put(change, &delta.figure)
	in, _ := j.evaluate(ruleByID["text.direction"].Further[byChange], m.subject, &o)
	return in != nil && !in.Bears()
}

// growthOf judges a rate whose amount the text does not state, by the two figures.
func (j *judging) growthOf(m *mention, o *operands) {
	id, from := "text.growth-before", []string{before}
	if m.column == planGrowth {
		id = "text.budget-gap"
		if from = []string{m.base, opening, adjusted, budget}; m.base == "" {
			from = from[1:]
		}
	}
	base := budget
	if m.column == growth {
		base = before
	}
	if !j.find(o, base, m, m.subject, from...) {
		m.unsure = "没有写相比的数，算不出百分数"
		return
	}
	if !j.find(o, final, m, m.subject, final) {
		m.unsure = "没找到决算数"
		return
	}
	j.quotient(id, m, o)
}

// quotient judges a percentage.
func (j *judging) quotient(id string, m *mention, o *operands) {
	r := ruleByID[id]
	in, skip := j.evaluate(r.Equation, m.subject, o)
	switch {
	case skip != nil:
		m.unsure = skip.Reason
		return
	case in == nil:
		return
	case in.Result == judge.Undefined:
		j.zeroBase(r, m, o, in)
		return
	}
	if in.Result == judge.Broken && m.unsignedGap() {
		other := m.figure
		other.Value = other.Value.Neg()
		if again := j.with(r, m.subject, o, map[*mention]bind.Figure{m: other}); again.Bears() {
			in = again
		}
	}
	if in.Bears() {
		j.finer(r, m, o)
		j.judged(id, report.Holds, o.mentions...)
		j.equations = append(j.equations, rule.Judged{Instance: in, Rule: r, Finding: -1})
		return
	}
	if j.asPrinted(r, m, o) || j.withMended(r, m, o) {
		j.judged(id, report.Holds, o.mentions...)
		return
	}
	j.judged(id, report.Violated, o.mentions...)
	if f := j.explained(r, m, o); f >= 0 {
		j.attach(f, o)
		return
	}
	words := m.what() + "写的是 " + m.shown() + "，按" + spaced(j.wordsOf(o, m)) + "算是" + spaced(rateWords(m, in.RightSum, max(m.figure.Places, 2)))
	if at := j.tell(r, r.Severity, m, o, in, words, ""); at >= 0 {
		j.doubts = append(j.doubts, doubt{at, r, m, o, in})
	}
}

// unsignedGap says whether a rate of difference is printed without saying up or down.
func (m *mention) unsignedGap() bool { return m.column == planGrowth && m.base == "" }

// asPrinted says whether an equation holds when amounts that print fewer digits than most
// are taken for rounded: it is then not certain that it is broken.
func (j *judging) asPrinted(r *rule.Rule, m *mention, o *operands) bool {
	if !j.rounds {
		return false
	}
	printed := map[*mention]bind.Figure{}
	for _, n := range o.mentions {
		if n.number.kind == money && n.number.places < j.usual && !n.number.value.IsZero() {
			u, _ := amount.UnitNamed(n.number.unit)
			f := n.figure
			if _, sure := j.right[n]; !sure {
				f.Half = u.HalfUnit(j.unit, n.number.places)
			}
			printed[n] = f
		}
	}
	return len(printed) > 0 && j.with(r, m.subject, o, printed).Bears()
}

// explained is the finding about a wrong operand with whose right figure an equation
// holds; −1 for none.
func (j *judging) explained(r *rule.Rule, m *mention, o *operands) int {
	found := -1
	right := map[*mention]bind.Figure{}
	for _, n := range o.mentions {
		if f, ok := j.right[n]; ok && n.suspect {
			right[n], found = f, n.finding-1
		}
	}
	if found < 0 || !j.with(r, m.subject, o, right).Bears() {
		return -1
	}
	return found
}

// zeroBase judges a percentage of nothing, whose equation has no value.
func (j *judging) zeroBase(r *rule.Rule, m *mention, o *operands, in *judge.Instance) {
	zero := ruleByID["text.zero-base"]
	if m.column == growth || m.column == planGrowth {
		switch {
		case m.figure.Value.IsZero():
			j.judged(zero.ID, report.Holds, o.mentions...)
		case m.figure.Value.Abs() == amount.New(100, 0):
			j.judged(zero.ID, report.Violated, o.mentions...)
			j.tell(zero, report.Warning, m, o, nil, m.what()+"写的是 "+m.shown()+"，但上年数或预算数是 0，不能算百分数", "")
		case !o.nothing(final):
			j.judged(zero.ID, report.Violated, o.mentions...)
			j.tell(zero, report.Error, m, o, nil, m.what()+"写的是 "+m.shown()+"，但按写的数，上年数或预算数是 0 或负数，算不出百分数", "")
		}
		return
	}
	if !in.Divisor().IsZero() {
		return // too small to tell
	}
	severity, top := report.Error, in.Dividend()
	if m.column == share && top.IsZero() && !m.figure.Value.IsZero() {
		severity = report.Warning // some take nothing of nothing for all of it
	} else if top.IsZero() && (m.figure.Value.IsZero() || m.figure.Value == amount.New(100, 0)) {
		j.judged(zero.ID, report.Holds, o.mentions...)
		return
	}
	j.judged(zero.ID, report.Violated, o.mentions...)
	j.tell(zero, severity, m, o, nil, m.what()+"写的是 "+m.shown()+"，但"+nothing(r.ID)+"是 0，不能算百分数", "")
}

func sumFigures(figures []*bind.Figure) (sum, half amount.Amount) {
	for _, f := range figures {
		if f.State == bind.Money {
			sum, half = sum.Add(f.Value), half.Add(f.Half)
		}
	}
	return sum, half
}

// nothing names what a percentage would be of.
func nothing(id string) string {
	if id == "text.share" {
		return "总体"
	}
	return "预算数"
}
