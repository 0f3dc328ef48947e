package prose

import "strings"

// mains are what a section is about altogether, which a label at the head of a paragraph
// speaks of: 支出的具体情况:年初预算 ….
var mains = []struct {
	in  topic
	key string
}{{general, keyGeneral}, {threePublic, keyPublic}, {fund, "基金本年支出"}, {capital, "国资本年支出"}}

// labelled takes the label at the head of a paragraph, words that say nothing by themselves,
// with a measure behind it, for all that the section is about.
func (r *reader) labelled(st *state, p *passage, toks []token) {
	k := 0
	for k < len(toks) && (toks[k].item || toks[k].year != 0 || toks[k].sense == aFill) {
		k++
	}
	if k == 0 || k+1 >= len(toks) || toks[k].mark != ':' || toks[k+1].sense != aMeasure {
		return
	}
	for i := range mains {
		if mains[i].in&topicOf(p) != 0 {
			st.subject, st.doubt, st.here, st.weak, st.item, st.carried = r.byKey[mains[i].key], "", true, false, nil, nil
		}
	}
}

// restated begin brackets that say an amount once more in another unit.
var restated = []string{"折合", "合", "约合", "即"}

func restates(p *passage, at int) bool {
	rest := string(p.text[at:min(len(p.text), at+4)])
	for _, w := range restated {
		if after, ok := strings.CutPrefix(rest, w); ok && len(after) > 0 && (isDigit(rune(after[0])) || strings.HasPrefix(after, "人民币")) {
			return true
		}
	}
	return false
}

// alike takes 均 behind subjects of which one figure is said: 总收入、总支出均减少 12.00 万元. They
// are then one, which the pair of them is.
func (r *reader) alike(st *state, p *passage, toks []token, i int) bool {
	if word := string(p.text[toks[i].at:toks[i].end]); len(st.series) != 2 || !strings.HasPrefix(word, "均") || st.series[0] == nil || st.series[1] == nil {
		return false
	}
	n := 0
	for k := i + 1; k < len(toks) && toks[k].mark != '。' && toks[k].mark != ';' && toks[k].sense != aSubject; k++ {
		if toks[k].number != nil {
			if n++; n > 1 && toks[k-1].mark == '、' {
				return false
			}
		} else if n > 0 && toks[k].mark != '、' {
			break
		}
	}
	if n == 0 {
		return false
	}
	both := st.series[0].key + "|" + st.series[1].key
	st.subject, st.doubt, st.series = nil, "说不准说的是哪一项", nil
	for s := range subjects {
		if subjects[s].pair == both && subjects[s].in&topicOf(p) != 0 {
			st.subject, st.doubt = &subjects[s], ""
		}
	}
	return true
}
