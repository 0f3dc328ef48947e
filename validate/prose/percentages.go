package prose

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// operands are the figures of one equation about the text, by column, with the mentions
// they are from.
type operands struct {
	figures  map[string][]*bind.Figure
	mentions []*mention
	cells    []*bind.Figure // those of forms
}

func (o *operands) add(name string, m *mention) {
	if o.figures == nil {
		o.figures = map[string][]*bind.Figure{}
	}
	o.figures[name] = append(o.figures[name], &m.figure)
	o.mentions = append(o.mentions, m)
}

func (o *operands) addCells(name string, cells []*bind.Figure) {
	if o.figures == nil {
		o.figures = map[string][]*bind.Figure{}
	}
	o.figures[name] = append(o.figures[name], cells...)
	o.cells = append(o.cells, cells...)
}

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

func (j *judging) share(m *mention) {
	whole := m.whole
	if whole == nil && m.under != nil {
		whole = m.under.subject
	}
	if whole == nil {
		whole = j.byKey[m.subject.whole]
	}
	if whole == nil || whole.key == m.subject.key {
		m.unsure = "没认出占的是什么"
		return
	}
	if m.whole == nil && m.under != nil && m.under.subject.key != m.subject.whole && j.shareOfUsual(m) {
		return
	}
	o := operands{}
	o.add(share, m)
	if m.whole == nil && m.under != nil && m.under.column == final {
		o.add(wholeRow+" "+final, m.under)
	} else if !j.find(&o, wholeRow+" "+final, m, whole, final) {
		m.unsure = "没找到“" + whole.key + "”的数"
		return
	}
	if !j.find(&o, final, m, m.subject, final) {
		if j.allSmall(m) || j.weighted(m) {
			return
		}
		m.unsure = "没有写这一项的金额"
		return
	}
	j.quotient("text.share", m, &o)
}

// shareOfUsual says whether a share of which the sentence does not say the whole is one of
// what such shares usually are of: of the grand total and not of the part before.
func (j *judging) shareOfUsual(m *mention) bool {
	whole := j.byKey[m.subject.whole]
	o := operands{}
	o.add(share, m)
	if whole == nil || !j.find(&o, wholeRow+" "+final, m, whole, final) || !j.find(&o, final, m, m.subject, final) {
		return false
	}
	return j.holds("text.share", m, &o)
}

// holds says whether a percentage is that of some figures, and notes it.
func (j *judging) holds(id string, m *mention, o *operands) bool {
	in, _ := j.judge.Fill(ruleByID[id].Equation, m.subject.code, given(o.figures))
	if in == nil || in.Result == judge.Broken {
		return false
	}
	j.judged(id, report.Holds, o.mentions...)
	return true
}

// allSmall judges 货物采购授予中小企业合同金额占货物支出金额的 100 %, which states no
// amount: where all of the contracts went to such firms, all of each kind did.
func (j *judging) allSmall(m *mention) bool {
	total, small := j.near(m, keyProcured, final, false), j.near(m, "授予中小企业", final, false)
	if m.passage.section.topic != procurement || total == nil || small == nil || m.whole == nil {
		return false
	}
	kind := j.near(m, m.whole.key, final, false)
	if kind == nil || kind.figure.Value.IsZero() || total.figure.Value != small.figure.Value {
		return false
	}
	o := operands{mentions: []*mention{m, total, small}}
	if m.figure.Value == amount.New(100, 0) {
		j.judged("text.share", report.Holds, m)
		return true
	}
	j.judged("text.share", report.Violated, m)
	j.tell(ruleByID["text.share"], report.Error, m, &o, nil, "授予中小企业的合同金额等于采购总额，这里应是 100%，写的是 "+m.shown(), "")
	return true
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
	if delta.figure.Value.IsNegative() != m.figure.Value.IsNegative() && (delta.undirected() || m.undirected()) {
		wrong := m
		if delta.undirected() {
			wrong = delta
		}
		wrong.figure.Value, wrong.number.value = wrong.figure.Value.Neg(), wrong.number.value.Neg()
	}
	if delta.figure.Value.IsNegative() != m.figure.Value.IsNegative() && !delta.figure.Value.IsZero() && !m.figure.Value.IsZero() {
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
	in, skip := j.judge.Fill(r.Equation, m.subject.code, given(o.figures))
	if in == nil {
		if skip != nil {
			m.unsure = skip.Reason
			return
		}
		j.zeroBase(id, m, o)
		return
	}
	if in.Result == judge.Broken && m.unsignedGap() {
		m.figure.Value = m.figure.Value.Neg()
		if again, _ := j.judge.Fill(r.Equation, m.subject.code, given(o.figures)); again != nil && again.Result != judge.Broken {
			in = again
		}
		m.figure.Value = m.figure.Value.Neg()
	}
	if in.Result != judge.Broken {
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
	kept := map[*mention]amount.Amount{}
	for _, n := range o.mentions {
		if n.number.kind == money && n.number.places < j.usual && !n.number.value.IsZero() {
			u, _ := amount.UnitNamed(n.number.unit)
			kept[n] = n.figure.Half
			if _, sure := j.right[n]; !sure {
				n.figure.Half = u.HalfUnit(j.unit, n.number.places)
			}
		}
	}
	if len(kept) == 0 {
		return false
	}
	in, _ := j.judge.Fill(r.Equation, m.subject.code, given(o.figures))
	for n, half := range kept {
		n.figure.Half = half
	}
	return in != nil && in.Result != judge.Broken
}

// explained is the finding about a wrong operand with whose right figure an equation
// holds; −1 for none.
func (j *judging) explained(r *rule.Rule, m *mention, o *operands) int {
	found := -1
	swapped := map[*mention]bind.Figure{}
	for _, n := range o.mentions {
		if right, ok := j.right[n]; ok && n.suspect {
			swapped[n] = n.figure
			n.figure.Value, n.figure.Half = right.Value, right.Half
			found = n.finding - 1
		}
	}
	if found < 0 {
		return -1
	}
	in, _ := j.judge.Fill(r.Equation, m.subject.code, given(o.figures))
	for n, f := range swapped {
		n.figure = f
	}
	if in == nil || in.Result == judge.Broken {
		return -1
	}
	return found
}

// zeroBase judges a percentage of nothing.
func (j *judging) zeroBase(id string, m *mention, o *operands) {
	top, _ := sumFigures(o.figures[final])
	if id == "text.growth" || id == "text.growth-before" || id == "text.budget-growth" || id == "text.budget-gap" {
		switch {
		case m.figure.Value.IsZero():
			j.judged("text.zero-base", report.Holds, o.mentions...)
		case m.figure.Value.Abs() == amount.New(100, 0):
			j.judged("text.zero-base", report.Violated, o.mentions...)
			j.tell(ruleByID["text.zero-base"], report.Warning, m, o, nil, m.what()+"写的是 "+m.shown()+"，但上年数或预算数是 0，不能算百分数", "")
		case m.figure.Half.IsPositive() || !top.IsZero():
			j.judged("text.zero-base", report.Violated, o.mentions...)
			j.tell(ruleByID["text.zero-base"], report.Error, m, o, nil, m.what()+"写的是 "+m.shown()+"，但按写的数，上年数或预算数是 0 或负数，算不出百分数", "")
		}
		return
	}
	base, _ := sumFigures(o.figures[budget])
	if id == "text.share" {
		base, _ = sumFigures(o.figures[wholeRow+" "+final])
	}
	if !base.IsZero() {
		return // too small to tell
	}
	if top.IsZero() && (m.figure.Value.IsZero() || m.figure.Value == amount.New(100, 0)) {
		j.judged("text.zero-base", report.Holds, o.mentions...)
		return
	}
	j.judged("text.zero-base", report.Violated, o.mentions...)
	j.tell(ruleByID["text.zero-base"], report.Error, m, o, nil, m.what()+"写的是 "+m.shown()+"，但"+nothing(id)+"是 0，不能算百分数", "")
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
