package read

import (
	"strconv"
	"strings"

	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// ofOtherTime says whether a figure is of more years than one, or of another year than this
// one: of the last one the amount is read, and neither its budget nor how it changed then.
func (r *Reader) ofOtherTime(st *state, m *mention.Mention) bool {
	switch {
	case st.spanned:
		return true
	case st.of == "":
		return false
	case st.of == strconv.Itoa(r.Year-1):
		return m.Column != lexicon.Before && m.Column != lexicon.Final
	}
	return m.Column != lexicon.Change && m.Column != lexicon.Growth || st.base == ""
}

func (r *Reader) money(st *state, p *passage.Passage, m *mention.Mention, toks []token, i int) {
	r.ofSeries(st, m)
	if n := len(st.each); n > 1 && len(st.series) == 0 && m.Subject != nil && m.Subject == st.each[n-1] {
		m.Unsure = severalBefore
	}
	m.Under = st.under
	if p.Section.Topic == lexicon.Performance && r.fundsOf(st) {
		if st.measure == lexicon.Final || spentOn(p, m.Number.At) {
			m.Unsure = "没有可以核对的数" // what was spent of them
			return
		}
		m.Column = lexicon.Final
		return
	}
	if st.dir == 0 && !st.sharing && st.measure == "" && p.Section.Topic == lexicon.Performance && st.subject != nil && strings.HasPrefix(st.subject.Key, "项目@") && spentOn(p, m.Number.At) {
		m.Column, st.unknown = lexicon.Final, false
		return
	}
	switch {
	case st.dir != 0:
		m.Base = st.base
		switch {
		case lexicon.IsPlan(m.Base):
			m.Column = lexicon.PlanChange
		case m.Base == lexicon.Moved:
			m.Column, m.Base, st.base = lexicon.Moved, "", ""
		case m.Base == lexicon.OtherYear:
			m.Unsure = noBase
		default:
			m.Column = lexicon.Change
		}
		if st.dir < 0 {
			m.Number.Value = m.Number.Value.Abs().Neg()
		}
	case st.sharing && st.whole != nil && i > 0 && toks[i-1].mark == '(' && toks[i-1].at > 0:
		m.Subject, m.Column = st.whole, lexicon.Final // 占收入合计(5.00 万元)的
	case st.sharing:
		m.Unsure = noMeasure
	case st.doing && lexicon.IsPlan(st.doneOf): // 完成预算 100.00 万元的 …%
		m.Column = st.doneOf
	case m.Column != "":
	case st.measure != "" && st.measure != lexicon.Final:
		m.Column = st.measure
	case st.past:
		m.Column = lexicon.Before
	case st.measure == lexicon.Final:
		m.Column = lexicon.Final
	case !st.weak:
		if column, doubt := r.beforeOutcome(st, p, toks, i); column != "" || doubt != "" {
			m.Column, m.Unsure = column, doubt
			break
		}
		if m.Column = lexicon.Final; st.comma && st.figures == 0 && len(st.series) == 0 {
			m.Column, m.Unsure = "", noMeasure
		}
	default:
		m.Unsure = noMeasure
	}
	if m.Column == lexicon.Final && m.Unsure == "" && len(st.series) < 2 && (m.Subject == nil || m.Subject.Pair == "") {
		if st.valued && st.measure != lexicon.Final { // 购置费 3.00 万元、运行费 4.00 万元,合计 7.00 万元
			if m.Column, m.Unsure = "", "这一项的数前面已经写过，说不准这里是哪一项的"; r.endsList(m) {
				return
			}
		}
		st.valued = true
	}
}

func (r *Reader) fundsOf(st *state) bool {
	return st.subject != nil && st.subject.Key == lexicon.KeyEvaluated
}

// together says whether a figure is of several subjects together: 出国费和接待费合计 12.00 万元.
func together(p *passage.Passage, at int) bool {
	return endsInAny(string(p.Text[max(0, at-6):at]), "合计|共计|合计为|共计为|总计|合计支出|共支出|之和为|共")
}

// ofSeries gives the figures of 分别 each its subject or its measure.
func (r *Reader) ofSeries(st *state, m *mention.Mention) {
	k := st.figures
	switch {
	case len(st.series) > 1:
		if together(m.Passage, m.Number.At) {
			m.Unsure = "几项合在一起的数"
			return
		}
		if k >= len(st.series) {
			m.Unsure = noSubject
			return
		}
		if m.Subject = st.series[k]; m.Subject == nil {
			m.Unsure = noSubject
		}
	case len(st.measures) > 1 && st.dir == 0:
		if k < len(st.measures) && m.Number.Kind == scan.Money {
			m.Column = st.measures[k]
		} else if k >= len(st.measures) {
			m.Unsure = noMeasure
		}
	case k > 0 && st.subject != nil && st.subject.Pair != "" && k < 2:
		keys := strings.Split(st.subject.Pair, "|")
		if m.Subject = r.ByKey[keys[k]]; k == 1 && len(r.Mentions) > 0 {
			if prev := r.Mentions[len(r.Mentions)-1]; prev.Subject == st.subject {
				prev.Subject = r.ByKey[keys[0]]
			}
		}
	case k > 0:
		m.Unsure = noMeasure
	}
}
