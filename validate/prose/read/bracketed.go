package read

import (
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
)

// aloneInBrackets reads a percentage alone in brackets right behind an amount: of one of the year it may be
// the share, 货物 5.00 万元(25 %)、服务 …; of a change it is the rate, 减少 5.00 万元(-3 %).
func (r *Reader) aloneInBrackets(m *mention.Mention) bool {
	n, text := len(r.Mentions), m.Passage.Text
	if n == 0 || m.Number.End >= len(text) || text[m.Number.End] != ')' {
		return false
	}
	prev, open := r.Mentions[n-1], m.Number.At-1
	if prev.Passage != m.Passage || prev.Number.Kind != scan.Money || prev.Subject == nil || prev.Unsure != "" || open < 0 {
		return false
	}
	if text[open] != '(' || prev.Number.End != open {
		return false
	}
	m.Subject, m.Base, m.Unsure = prev.Subject, prev.Base, ""
	switch prev.Column {
	case lexicon.Final:
		m.Column, m.Alone, m.Under = lexicon.Share, true, prev.Under
	case lexicon.Change, lexicon.PlanChange:
		if m.Column = lexicon.Growth; prev.Column == lexicon.PlanChange {
			m.Column = lexicon.PlanGrowth
		}
		if signed := m.Number.Value.IsNegative(); !signed && prev.Number.Value.IsNegative() && text[m.Number.At] != '+' {
			m.Number.Value = m.Number.Value.Neg()
		}
	default:
		m.Unsure = noMeasure
	}
	return true
}
