package read

import (
	"strings"

	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// forgot says whether a number without a unit is a figure whose unit was forgotten: it
// has decimals, and its words ask for an amount or a percentage.
func (r *Reader) forgot(st *state, p *passage.Passage, n *scan.Number) bool {
	if n.Places > 0 && n.Places <= 2 && r.amongPercents(p, n) {
		return true
	}
	if n.Places == 0 && !(st.sharing || st.doing) || n.Places > 2 || st.doubt != "" || st.subject == nil || st.unknown {
		return false
	}
	if n.Digits < len(p.Text) && !strings.ContainsRune(",。;、)", p.Text[n.Digits]) {
		return false
	}
	if st.weak && !carries(st.first) {
		return false
	}
	return r.percentLike(st) != "" || st.measure != "" || !st.weak && !st.comma
}

// amongPercents says whether a bare number stands in a list between percentages: 24.33 %、27.10、31.45 %.
func (r *Reader) amongPercents(p *passage.Passage, n *scan.Number) bool {
	k := len(r.Mentions)
	if k == 0 || n.At == 0 || n.Digits+1 >= len(p.Text) || p.Text[n.At-1] != '、' || p.Text[n.Digits] != '、' {
		return false
	}
	prev := r.Mentions[k-1]
	next, _, ok := scan.NumberAt(p.Text, n.Digits+1)
	return prev.Passage == p && prev.Number.Kind == scan.Percent && prev.Number.End == n.At-1 && ok && next.Kind == scan.Percent
}

// wantsPercent says whether the words before a bare number ask for a percentage.
func (r *Reader) wantsPercent(st *state) bool {
	if st.sharing || st.doing || st.gapping {
		return true
	}
	if st.dir == 0 || len(r.Mentions) == 0 {
		return false
	}
	prev := r.Mentions[len(r.Mentions)-1] // 增加 12.25 万元, 增长 0.74
	return prev.Sentence == r.sentence && prev.Number.Kind == scan.Money && (prev.Column == lexicon.Change || prev.Column == lexicon.PlanChange)
}

// carries says whether a sentence that begins so goes on about the subject before.
func carries(first lexicon.Sense) bool {
	switch first {
	case lexicon.AMeasure, lexicon.AVersus, lexicon.ARise, lexicon.AFall, lexicon.ADone, lexicon.AShare, lexicon.APast, lexicon.APresent:
		return true
	}
	return false
}

// percentLike is the column of a percentage here; "" for none.
func (r *Reader) percentLike(st *state) string {
	switch {
	case st.sharing:
		return lexicon.Share
	case st.doing:
		return lexicon.Done
	case st.dir != 0:
		return lexicon.Growth
	case st.gapping:
		return lexicon.PlanGrowth
	case st.measure != "" && st.measure != lexicon.Final:
		return lexicon.Done
	}
	return ""
}

func (r *Reader) percentage(st *state, m *mention.Mention) {
	r.ofSeries(st, m)
	if n := len(st.each); n > 1 && len(st.series) == 0 && m.Subject != nil && m.Subject == st.each[n-1] {
		m.Unsure = severalBefore
	}
	if m.Column = r.percentLike(st); m.Column == "" && st.figures > 0 && len(r.Mentions) > 0 {
		if prev := r.Mentions[len(r.Mentions)-1]; prev.Number.Kind == scan.Percent {
			m.Column, st.whole, st.doneOf = prev.Column, prev.Whole, prev.Base
		}
	}
	if m.Column == "" && r.aloneInBrackets(m) {
		return
	}
	switch m.Column {
	case lexicon.Share:
		m.Whole, m.Under = st.whole, st.under
		if lexicon.IsPlan(st.measure) {
			m.Unsure = "预算的占比，没有可以核对的数"
		}
		if m.Whole == nil && st.among != nil && st.among != m.Subject {
			m.Whole = st.among
		}
		if m.Whole != nil && m.Whole == m.Subject { // what is said to be a part of itself is one of a part
			if n := len(r.Mentions); n > 0 && r.Mentions[n-1].Sentence == m.Sentence && r.Mentions[n-1].Subject == m.Subject {
				r.Mentions[n-1].Column, r.Mentions[n-1].Unsure = "", "说不准是哪一部分的"
			}
			m.Unsure = "说不准是哪一部分的"
		}
		if r.closes(st, m) {
			m.Closing = st.main
		}
	case lexicon.Done:
		if m.Base = st.doneOf; st.measure != "" && st.measure != lexicon.Final && !st.doing {
			m.Base = st.measure
		}
	case lexicon.Growth:
		m.Base = st.base
		if st.dir < 0 {
			m.Number.Value = m.Number.Value.Abs().Neg()
		}
		if lexicon.IsPlan(m.Base) {
			m.Column = lexicon.PlanGrowth
		} else if m.Base == lexicon.OtherYear {
			m.Unsure = noBase
		}
	case "":
		m.Unsure = noMeasure
	}
}

// closes says whether a share may be of what the sentence is about and not of the last of
// the parts that were listed: 合同金额 10.00 万元,其中:货物 …、服务 …,占采购总额的 80 %.
func (r *Reader) closes(st *state, m *mention.Mention) bool {
	n := len(r.Mentions)
	if !st.parted || st.main == nil || st.whole == nil || st.whole == st.main || n < 2 {
		return false
	}
	for _, part := range r.Mentions[n-2:] {
		if part.Sentence != m.Sentence || part.Number.Kind != scan.Money || part.Under != st.under {
			return false
		}
	}
	return r.Mentions[n-1].Subject == m.Subject && r.Mentions[n-2].Subject != m.Subject
}
