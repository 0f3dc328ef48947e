package read

import (
	"suanqing/validate/amount"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// differs makes an amount by which two figures differ, of which the words say no direction, a change in
// the direction that its rate or the two figures give: 预决算相差 5.00 万元; 差额 5.00 万元,下降 3 %. Where
// neither does, nothing is known of it.
func (r *Reader) differs(st *state, p *passage.Passage, toks []token, i int) {
	st.gapping = false
	var final, other *mention.Mention
	several := false // plans that the words do not choose from
	for k := len(r.Mentions) - 1; k >= max(0, len(r.Mentions)-mention.Window); k-- {
		m := r.Mentions[k]
		switch {
		case m.Passage != p || m.Subject == nil || m.Subject != st.subject || m.Unsure != "" || m.Number.Kind != scan.Money:
		case m.Column == lexicon.Final && final == nil:
			final = m
		case m.Column != st.base && (st.base != "" || !lexicon.IsPlan(m.Column)):
		case other == nil:
			other = m
		case m.Column != other.Column:
			several = true
		}
	}
	dir := rateBehind(toks, i)
	if several {
		other = nil
	}
	if dir == 0 && final != nil && other != nil {
		if dir = r.inUnit(final).Cmp(r.inUnit(other)); dir == 0 {
			dir = 1
		}
	}
	if st.base == "" && other != nil {
		st.base = other.Column
	}
	if dir == 0 || st.base == "" {
		st.unknown = true
		return
	}
	st.dir, st.measure, st.past = dir, "", false
}

// inUnit is an amount in the unit of the text.
func (r *Reader) inUnit(m *mention.Mention) amount.Amount {
	u, known := amount.UnitNamed(m.Number.Unit)
	if !known {
		return m.Number.Value
	}
	if v, ok := u.In(r.Unit, m.Number.Value); ok {
		return v
	}
	return m.Number.Value
}

// rateBehind is the direction of the rate right behind an amount, 差额 5.00 万元,降幅 3 %; 0 for none.
func rateBehind(toks []token, i int) int {
	if i+3 >= len(toks) || toks[i+1].mark != ',' && toks[i+1].mark != '、' && toks[i+1].mark != '(' || toks[i+3].number == nil || toks[i+3].number.Kind != scan.Percent || toks[i+2].which != "" {
		return 0
	}
	switch toks[i+2].sense {
	case lexicon.ARise:
		return 1
	case lexicon.AFall:
		return -1
	}
	return 0
}

// inARow says whether several percentages follow a token, each right behind the other: 占比为 30 %、70 %.
func inARow(toks []token, i int) bool {
	for i < len(toks) && toks[i].sense == lexicon.AFill && toks[i].mark == 0 {
		i++
	}
	percent := func(k int) bool { return k < len(toks) && toks[k].number != nil && toks[k].number.Kind == scan.Percent }
	return percent(i) && i+2 < len(toks) && toks[i+1].mark == '、' && percent(i+2)
}
