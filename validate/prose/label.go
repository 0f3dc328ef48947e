package prose

import "strings"

// labelled takes the label at the head of a paragraph of the items, words that say nothing by
// themselves, with a measure behind it, for all of them: 支出的具体情况:年初预算 ….
func (r *reader) labelled(st *state, p *passage, toks []token) {
	if first := r.latest == nil && r.headed != nil; first && len(toks) > 0 && toks[0].sense == aMeasure && topicOf(p) == general && hasAny(string(r.headed.text), "具体|总体") {
		st.subject, st.doubt, st.here, st.weak, st.item, st.carried = r.byKey[keyGeneral], "", true, false, nil, nil
		return
	}
	k := 0
	for k < len(toks) && (toks[k].item || toks[k].year != 0 || toks[k].sense == aFill) {
		k++
	}
	if k == 0 || k+1 >= len(toks) || toks[k].mark != ':' && toks[k].mark != '。' || toks[k+1].sense != aMeasure || topicOf(p) != general {
		return
	}
	if st.carried != nil && st.carried.digits > 3 || !hasAny(string(p.text[:toks[k].at]), "具体|总体") {
		return // it may be of the item before
	}
	st.subject, st.doubt, st.here, st.weak, st.item, st.carried = r.byKey[keyGeneral], "", true, false, nil, nil
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
	for s := range subjects {
		if subjects[s].pair == both && subjects[s].in&topicOf(p) != 0 {
			st.subject, st.doubt, st.series = &subjects[s], "", nil
			return true
		}
	}
	return false
}
