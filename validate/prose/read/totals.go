package read

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
)

// endsList makes an amount behind a list of parts, 甲 5.00 万元、乙 6.00 万元,合计 11.00 万元, that of the whole
// that such parts are of, where the text has said that whole and the parts, or the amount, are it: only
// then is it certain that all parts are listed.
func (r *Reader) endsList(m *mention.Mention) bool {
	if !together(m.Passage, m.Number.At) || m.Number.At < 3 || !strings.ContainsRune(",、;。", before(m)) {
		return false
	}
	var whole *lexicon.Subject
	sum, parts := amount.Zero, int64(0)
	for k := len(r.Mentions) - 1; k >= max(0, len(r.Mentions)-mention.Window) && r.Mentions[k].Sentence == m.Sentence; k-- {
		n := r.Mentions[k]
		if n.Number.Kind != scan.Money {
			continue
		}
		if n.Subject == nil || n.Column != lexicon.Final || n.Unsure != "" {
			return false
		}
		of := r.ByKey[n.Subject.Whole]
		if n.Under != nil && n.Under.Column == lexicon.Final {
			of = n.Under.Subject
		}
		if whole != nil && n.Subject == whole {
			break
		}
		if of == nil || whole != nil && of != whole {
			return false
		}
		whole, sum, parts = of, sum.Add(r.inUnit(n)), parts+1
	}
	if parts < 2 {
		return false
	}
	if whole.Key == lexicon.KeyProcured && parts == int64(len(lexicon.KindsBought)) { // no form has it, and there are no more kinds
		m.Subject, m.Column, m.Unsure, m.Under, m.Ends = whole, lexicon.Final, "", nil, true
		return true
	}
	for k := len(r.Mentions) - 1; k >= max(0, len(r.Mentions)-mostBack); k-- {
		n := r.Mentions[k]
		if n.Subject == nil || n.Subject.Key != whole.Key || n.Column != lexicon.Final || n.Unsure != "" || n.Number.Kind != scan.Money {
			continue
		}
		said := r.inUnit(n)
		if r.inUnit(m) == said || sum.Sub(said).Abs().Cmp(amount.New(parts+1, -2)) <= 0 {
			m.Subject, m.Column, m.Unsure, m.Under, m.Ends = whole, lexicon.Final, "", nil, true
			return true
		}
		return false
	}
	return false
}

// mostBack is how many figures before a total the whole is looked for in.
const mostBack = 120

// before is the mark in front of the words that say that an amount is of several together.
func before(m *mention.Mention) rune {
	for k := m.Number.At - 1; k >= max(0, m.Number.At-6); k-- {
		if c := m.Passage.Text[k]; strings.ContainsRune(marks, c) {
			return c
		}
	}
	return 0
}
