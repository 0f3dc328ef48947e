package rates

import (
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

func growth(j *judging.Text, m *mention.Mention, id, column string) {
	o := judging.Operands{}
	o.Add(m.Column, m)
	delta := j.Near(m, m.Subject.Key, column, false)
	if delta != nil && delta.Passage != m.Passage && j.Near(m, m.Subject.Key, m.Column, false) != nil {
		delta = nil // it goes with another percentage
	}
	if delta == nil {
		growthOf(j, m, &o)
		return
	}
	if m.UnsignedGap() && delta.Figure.Value.IsNegative() {
		m.Figure.Value, m.Number.Value = m.Figure.Value.Abs().Neg(), m.Number.Value.Abs().Neg()
	}
	if delta.Figure.Value.IsNegative() != m.Figure.Value.IsNegative() && (delta.Undirected() || m.Undirected()) {
		wrong := m
		if delta.Undirected() {
			wrong = delta
		}
		wrong.Figure.Value, wrong.Number.Value = wrong.Figure.Value.Neg(), wrong.Number.Value.Neg()
	}
	if otherWay(j, m, delta) {
		o.Add(column, delta)
		j.Judged("text.direction", report.Violated, m, delta)
		j.Tell(judging.RuleByID["text.direction"], report.Error, m, &o, nil, "“"+m.Subject.Label()+"”的金额写的是"+delta.Direction()+"，百分数写的是"+m.Direction(), "")
		return
	}
	o.Add(column, delta)
	if !j.Find(&o, lexicon.Final, m, m.Subject, lexicon.Final) {
		m.Unsure = "没找到本年数"
		return
	}
	quotient(j, id, m, &o)
}

// otherWay says whether a rate goes another way than its amount; a rate of 0 says none.
func otherWay(j *judging.Text, m, delta *mention.Mention) bool {
	if m.Figure.Value.IsZero() || delta.Figure.Value.IsZero() {
		return false
	}
	o := judging.Operands{}
	o.Put(lexicon.Way, &m.Figure)
	o.Put(lexicon.Change, &delta.Figure)
	in, _ := j.Evaluate(judging.RuleByID["text.direction"].Further[judging.ByChange], m.Subject, &o)
	return in != nil && !in.Bears()
}

// growthOf judges a rate whose amount the text does not state, by the two figures.
func growthOf(j *judging.Text, m *mention.Mention, o *judging.Operands) {
	id, from := "text.growth-before", []string{lexicon.Before}
	if m.Column == lexicon.PlanGrowth {
		id = "text.budget-gap"
		if from = []string{m.Base, lexicon.Opening, lexicon.Adjusted, lexicon.Budget}; m.Base == "" {
			from = from[1:]
		}
	}
	base := lexicon.Budget
	if m.Column == lexicon.Growth {
		base = lexicon.Before
	}
	if !j.Find(o, base, m, m.Subject, from...) {
		m.Unsure = "没有写相比的数，算不出百分数"
		return
	}
	if !j.Find(o, lexicon.Final, m, m.Subject, lexicon.Final) {
		m.Unsure = "没找到决算数"
		return
	}
	quotient(j, id, m, o)
}
