package read

import (
	"strconv"
	"strings"

	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// Why a figure is not judged.
const (
	noSubject     = "没认出说的是哪一项"
	noMeasure     = "没认出是决算、预算还是增减"
	noBase        = "没认出跟什么相比"
	strangeWay    = "中间有没认出的词，说不准"
	severalBefore = "前面说了几项，说不准是哪一项的"
	rough         = "说的是大约的数"
	otherTime     = "说的是别的年度、别的口径，或不止一年"
)

// number takes a number for a figure of the accounts, where it is one.
func (r *Reader) number(st *state, p *passage.Passage, toks []token, i int) {
	n := toks[i].number
	if n.Limit || n.Kind == scan.Score {
		return
	}
	if st.gapping && n.Kind == scan.Money {
		r.differs(st, p, toks, i)
	}
	if r.fromLast(p, toks, i) {
		st.past, st.versed, st.unknown, st.measure, st.dir = true, true, false, "", 0
	}
	m := &mention.Mention{Number: *n, Passage: p, Sentence: r.sentence, Lead: st.lead, Subject: st.subject, Carried: !st.here}
	if n.Kind == scan.Money && roughly(p, n) {
		m.Unsure = rough
	}
	switch n.Kind {
	case scan.Plain:
		if !r.forgot(st, p, n) {
			return
		}
		if m.Bare = true; m.Number.Kind == scan.Plain && (r.wantsPercent(st) || r.amongPercents(p, n)) {
			m.Number.Kind, m.Number.Unit = scan.Percent, "%"
			r.percentage(st, m)
		} else {
			m.Number.Kind, m.Number.Unit = scan.Money, r.MostUsed
			r.money(st, p, m, toks, i)
		}
	case scan.Count:
		if m.Column, m.Subject = lexicon.Things, r.counted(st, p, toks, i); m.Subject == nil {
			m.Column, m.Unsure = "", noSubject
		}
	case scan.Money:
		r.money(st, p, m, toks, i)
	case scan.Percent:
		r.percentage(st, m)
	}
	if n.Kind != scan.Count {
		if m.Unsure == "" && m.Subject == nil {
			m.Unsure = noSubject
		}
		if m.Unsure == "" && (r.ofOtherTime(st, m) || r.goesOnOfOther(m, toks, i)) {
			m.Unsure = otherTime
		}
		if m.Unsure == noMeasure && n.Kind == scan.Money && r.endsList(m) {
			m.Unsure = ""
		}
		if m.Unsure == "" && st.doubt != "" && m.Subject == st.subject {
			m.Unsure = st.doubt
		}
		if m.Unsure == "" && st.unknown {
			m.Unsure = strangeWay
		}
		if m.Unsure == "" && st.weak && !carries(st.first) && !r.ofProject(st) {
			m.Unsure = noSubject
		}
	}
	if m.Unsure != "" {
		if m.Column = ""; n.Kind == scan.Money && st.doubt == "" && st.dir == 0 && m.Unsure != rough { // what follows may be about what was not understood
			st.doubt = "前面有没认出的一项，说不准"
		}
	}
	st.amount = true
	m.Index = len(r.Mentions)
	r.Mentions = append(r.Mentions, m)
	st.figures++
	if n.Kind == scan.Money && (st.doing || i+2 < len(toks) && toks[i+2].number != nil && toks[i+2].number.Kind == scan.Percent) && lexicon.IsPlan(m.Column) && n.End < len(p.Text) && p.Text[n.End] == '的' {
		st.figures = 0 // the percentage is still to come
		return
	}
	if m.Column == lexicon.Final && !st.parted && len(st.series) < 2 && (len(st.said) == 0 || st.said[len(st.said)-1] != m.Subject) && len(st.said) < 3 {
		st.said = append(st.said, m.Subject)
	}
	if n.Kind == scan.Money && m.Column != "" {
		st.last = m
	}
	if st.versed {
		st.versed, st.past, st.measure = false, false, ""
	}
	st.sharing, st.doing, st.whole, st.doneOf, st.gapping, st.unknown = false, false, nil, "", false, false
}

// fromLast says whether an amount is that of last year: 由 5.00 万元变为 6.00 万元, in a paragraph
// that speaks of that year before, and of no budget.
func (r *Reader) fromLast(p *passage.Passage, toks []token, i int) bool {
	if toks[i].number.Kind != scan.Money || i == 0 || i+1 >= len(toks) || toks[i+1].sense != lexicon.AMeasure || toks[i+1].which != lexicon.Final || toks[i+1].at != toks[i].end {
		return false
	}
	k := i - 1
	for k > 0 && (toks[k].year != 0 || toks[k].sense == lexicon.APast || toks[k].sense == lexicon.AFill) {
		k--
	}
	from := toks[k]
	if word := string(p.Text[from.at:from.end]); !from.text || word != "由" && word != "从" || r.Year == 0 {
		return false
	}
	at := toks[i].at // the clause says what it is compared with, or the paragraph did
	for at > 0 && !strings.ContainsRune("。;", p.Text[at-1]) {
		at--
	}
	before := lexicon.FundNames.Replace(string(p.Text[at:toks[i].at]))
	if !lexicon.HasAny(before, lexicon.LastWords) {
		before = lexicon.FundNames.Replace(string(p.Text[:toks[i].at]))
	}
	return !strings.Contains(before, lexicon.Budget) && (lexicon.HasAny(before, lexicon.LastWords) || strings.Contains(before, strconv.Itoa(r.Year-1)+"年"))
}
