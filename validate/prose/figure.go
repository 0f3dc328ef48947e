package prose

import (
	"strconv"
	"strings"
)

// Why a figure is not judged.
const (
	noSubject     = "没认出说的是哪一项"
	noMeasure     = "没认出是决算、预算还是增减"
	noBase        = "没认出跟什么相比"
	strangeWay    = "中间有没认出的词，说不准"
	severalBefore = "前面说了几项，说不准是哪一项的"
	otherTime     = "说的是别的年度、别的口径，或不止一年"
)

// number takes a number for a figure of the accounts, where it is one.
func (r *reader) number(st *state, p *passage, toks []token, i int) {
	n := toks[i].number
	if n.limit || n.kind == score {
		return
	}
	if r.fromLast(p, toks, i) {
		st.past, st.versed, st.unknown, st.measure, st.dir = true, true, false, "", 0
	}
	m := &mention{number: *n, passage: p, sentence: r.sentence, lead: st.lead, subject: st.subject, carried: !st.here}
	switch n.kind {
	case plain:
		if !r.forgot(st, p, n) {
			return
		}
		if m.bare = true; m.number.kind == plain && r.wantsPercent(st) {
			m.number.kind, m.number.unit = percent, "%"
			r.percentage(st, m)
		} else {
			m.number.kind, m.number.unit = money, r.mostUsed
			r.money(st, p, m, toks, i)
		}
	case count:
		if m.column, m.subject = things, r.counted(st, p, toks, i); m.subject == nil {
			m.column, m.unsure = "", noSubject
		}
	case money:
		r.money(st, p, m, toks, i)
	case percent:
		r.percentage(st, m)
	}
	if n.kind != count {
		if m.unsure == "" && m.subject == nil {
			m.unsure = noSubject
		}
		if m.unsure == "" && (r.ofOtherTime(st, m) || r.goesOnOfOther(m, toks, i)) {
			m.unsure = otherTime
		}
		if m.unsure == "" && st.doubt != "" && m.subject == st.subject {
			m.unsure = st.doubt
		}
		if m.unsure == "" && st.unknown {
			m.unsure = strangeWay
		}
		if m.unsure == "" && st.weak && !carries(st.first) {
			m.unsure = noSubject
		}
	}
	if m.unsure != "" {
		if m.column = ""; n.kind == money && st.doubt == "" && st.dir == 0 { // what follows may be about what was not understood
			st.doubt = "前面有没认出的一项，说不准"
		}
	}
	st.amount = true
	m.index = len(r.mentions)
	r.mentions = append(r.mentions, m)
	st.figures++
	if n.kind == money && (st.doing || i+2 < len(toks) && toks[i+2].number != nil && toks[i+2].number.kind == percent) && isPlan(m.column) && n.end < len(p.text) && p.text[n.end] == '的' {
		st.figures = 0 // the percentage is still to come
		return
	}
	if m.column == final && !st.parted && len(st.series) < 2 && (len(st.said) == 0 || st.said[len(st.said)-1] != m.subject) && len(st.said) < 3 {
		st.said = append(st.said, m.subject)
	}
	if n.kind == money && m.column != "" {
		st.last = m
	}
	if st.versed {
		st.versed, st.past, st.measure = false, false, ""
	}
	st.sharing, st.doing, st.whole, st.doneOf, st.gapping, st.unknown = false, false, nil, "", false, false
}

// fromLast says whether an amount is that of last year: 由 5.00 万元变为 6.00 万元, in a paragraph
// that speaks of that year before, and of no budget.
func (r *reader) fromLast(p *passage, toks []token, i int) bool {
	if toks[i].number.kind != money || i == 0 || i+1 >= len(toks) || toks[i+1].sense != aMeasure || toks[i+1].which != final || toks[i+1].at != toks[i].end {
		return false
	}
	k := i - 1
	for k > 0 && (toks[k].year != 0 || toks[k].sense == aPast || toks[k].sense == aFill) {
		k--
	}
	from := toks[k]
	if word := string(p.text[from.at:from.end]); !from.text || word != "由" && word != "从" || r.year == 0 {
		return false
	}
	before := fundNames.Replace(string(p.text[:toks[i].at]))
	return !strings.Contains(before, budget) && (hasAny(before, "上年|去年") || strings.Contains(before, strconv.Itoa(r.year-1)+"年"))
}

// ofOtherTime says whether a figure is of more years than one, or of another year than this
// one: of the last one the amount is read, and neither its budget nor how it changed then.
func (r *reader) ofOtherTime(st *state, m *mention) bool {
	switch {
	case st.spanned:
		return true
	case st.of == "":
		return false
	case st.of == strconv.Itoa(r.year-1):
		return m.column != before && m.column != final
	}
	return m.column != change && m.column != growth || st.base == ""
}

// forgot says whether a number without a unit is a figure whose unit was forgotten: it
// has decimals, and its words ask for an amount or a percentage.
func (r *reader) forgot(st *state, p *passage, n *number) bool {
	if n.places == 0 && !(st.sharing || st.doing) || n.places > 2 || st.doubt != "" || st.subject == nil || st.unknown {
		return false
	}
	if n.digits < len(p.text) && !strings.ContainsRune(",。;、)", p.text[n.digits]) {
		return false
	}
	if st.weak && !carries(st.first) {
		return false
	}
	return r.percentLike(st) != "" || st.measure != "" || !st.weak && !st.comma
}

// wantsPercent says whether the words before a bare number ask for a percentage.
func (r *reader) wantsPercent(st *state) bool {
	if st.sharing || st.doing || st.gapping {
		return true
	}
	if st.dir == 0 || len(r.mentions) == 0 {
		return false
	}
	prev := r.mentions[len(r.mentions)-1] // 增加 12.25 万元, 增长 0.74
	return prev.sentence == r.sentence && prev.number.kind == money && (prev.column == change || prev.column == planChange)
}

// carries says whether a sentence that begins so goes on about the subject before.
func carries(first sense) bool {
	switch first {
	case aMeasure, aVersus, aRise, aFall, aDone, aShare, aPast, aPresent:
		return true
	}
	return false
}

// percentLike is the column of a percentage here; "" for none.
func (r *reader) percentLike(st *state) string {
	switch {
	case st.sharing:
		return share
	case st.doing:
		return done
	case st.dir != 0:
		return growth
	case st.gapping:
		return planGrowth
	case st.measure != "" && st.measure != final:
		return done
	}
	return ""
}

func (r *reader) percentage(st *state, m *mention) {
	r.ofSeries(st, m)
	if n := len(st.each); n > 1 && len(st.series) == 0 && m.subject != nil && m.subject == st.each[n-1] {
		m.unsure = severalBefore
	}
	if m.column = r.percentLike(st); m.column == "" && st.figures > 0 && len(r.mentions) > 0 {
		if prev := r.mentions[len(r.mentions)-1]; prev.number.kind == percent {
			m.column, st.whole, st.doneOf = prev.column, prev.whole, prev.base
		}
	}
	switch m.column {
	case share:
		m.whole, m.under = st.whole, st.under
		if isPlan(st.measure) {
			m.unsure = "预算的占比，没有可以核对的数"
		}
		if m.whole == nil && st.among != nil && st.among != m.subject {
			m.whole = st.among
		}
		if m.whole != nil && m.whole == m.subject { // what is said to be a part of itself is one of a part
			if n := len(r.mentions); n > 0 && r.mentions[n-1].sentence == m.sentence && r.mentions[n-1].subject == m.subject {
				r.mentions[n-1].column, r.mentions[n-1].unsure = "", "说不准是哪一部分的"
			}
			m.unsure = "说不准是哪一部分的"
		}
		if r.closes(st, m) {
			m.closing = st.main
		}
	case done:
		if m.base = st.doneOf; st.measure != "" && st.measure != final && !st.doing {
			m.base = st.measure
		}
	case growth:
		m.base = st.base
		if st.dir < 0 {
			m.number.value = m.number.value.Abs().Neg()
		}
		if isPlan(m.base) {
			m.column = planGrowth
		} else if m.base == otherYear {
			m.unsure = noBase
		}
	case "":
		m.unsure = noMeasure
	}
}

// closes says whether a share may be of what the sentence is about and not of the last of
// the parts that were listed: 合同金额 10.00 万元,其中:货物 …、服务 …,占采购总额的 80 %.
func (r *reader) closes(st *state, m *mention) bool {
	n := len(r.mentions)
	if !st.parted || st.main == nil || st.whole == nil || st.whole == st.main || n < 2 {
		return false
	}
	for _, part := range r.mentions[n-2:] {
		if part.sentence != m.sentence || part.number.kind != money || part.under != st.under {
			return false
		}
	}
	return r.mentions[n-1].subject == m.subject && r.mentions[n-2].subject != m.subject
}

func isPlan(base string) bool { return base == opening || base == adjusted || base == budget }

func (r *reader) money(st *state, p *passage, m *mention, toks []token, i int) {
	r.ofSeries(st, m)
	if n := len(st.each); n > 1 && len(st.series) == 0 && m.subject != nil && m.subject == st.each[n-1] {
		m.unsure = severalBefore
	}
	m.under = st.under
	if p.section.topic == performance && r.fundsOf(st) {
		m.column = final
		return
	}
	switch {
	case st.dir != 0:
		m.base = st.base
		switch {
		case isPlan(m.base):
			m.column = planChange
		case m.base == otherYear:
			m.unsure = noBase
		default:
			m.column = change
		}
		if st.dir < 0 {
			m.number.value = m.number.value.Abs().Neg()
		}
	case st.sharing && st.whole != nil && i > 0 && toks[i-1].mark == '(' && toks[i-1].at > 0:
		m.subject, m.column = st.whole, final // 占收入合计(5.00 万元)的
	case st.sharing:
		m.unsure = noMeasure
	case st.doing && isPlan(st.doneOf): // 完成预算 100.00 万元的 …%
		m.column = st.doneOf
	case m.column != "":
	case st.measure != "" && st.measure != final:
		m.column = st.measure
	case st.past:
		m.column = before
	case st.measure == final:
		m.column = final
	case !st.weak:
		if column, doubt := r.beforeOutcome(st, p, toks, i); column != "" || doubt != "" {
			m.column, m.unsure = column, doubt
			break
		}
		if m.column = final; st.comma && st.figures == 0 && len(st.series) == 0 {
			m.column, m.unsure = "", noMeasure
		}
	default:
		m.unsure = noMeasure
	}
	if m.column == final && m.unsure == "" && len(st.series) < 2 && (m.subject == nil || m.subject.pair == "") {
		if st.valued && st.measure != final { // 购置费 3.00 万元、运行费 4.00 万元,合计 7.00 万元
			m.column, m.unsure = "", "这一项的数前面已经写过，说不准这里是哪一项的"
		}
		st.valued = true
	}
}

func (r *reader) fundsOf(st *state) bool {
	return st.subject != nil && st.subject.key == keyEvaluated
}

// together says whether a figure is of several subjects together: 出国费和接待费合计 12.00 万元.
func together(p *passage, at int) bool {
	return endsInAny(string(p.text[max(0, at-6):at]), "合计|共计|合计为|共计为|总计|合计支出|共支出|之和为|共")
}

// ofSeries gives the figures of 分别 each its subject or its measure.
func (r *reader) ofSeries(st *state, m *mention) {
	k := st.figures
	switch {
	case len(st.series) > 1:
		if together(m.passage, m.number.at) {
			m.unsure = "几项合在一起的数"
			return
		}
		if k >= len(st.series) {
			m.unsure = noSubject
			return
		}
		if m.subject = st.series[k]; m.subject == nil {
			m.unsure = noSubject
		}
	case len(st.measures) > 1 && st.dir == 0:
		if k < len(st.measures) && m.number.kind == money {
			m.column = st.measures[k]
		} else if k >= len(st.measures) {
			m.unsure = noMeasure
		}
	case k > 0 && st.subject != nil && st.subject.pair != "" && k < 2:
		keys := strings.Split(st.subject.pair, "|")
		if m.subject = r.byKey[keys[k]]; k == 1 && len(r.mentions) > 0 {
			if prev := r.mentions[len(r.mentions)-1]; prev.subject == st.subject {
				prev.subject = r.byKey[keys[0]]
			}
		}
	case k > 0:
		m.unsure = noMeasure
	}
}
