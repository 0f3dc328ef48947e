package read

import (
	"strings"

	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// labelled takes the label at the head of a paragraph of the items, words that say nothing by
// themselves, with a measure behind it, for all of them: 支出的具体情况:年初预算 ….
func (r *Reader) labelled(st *state, p *passage.Passage, toks []token) {
	if first := r.latest == nil && r.headed != nil; first && len(toks) > 0 && toks[0].sense == lexicon.AMeasure && passage.TopicOf(p) == lexicon.General && lexicon.HasAny(string(r.headed.Text), "具体|总体") {
		st.subject, st.doubt, st.here, st.weak, st.item, st.carried = r.ByKey[lexicon.KeyGeneral], "", true, false, nil, nil
		return
	}
	k := 0
	for k < len(toks) && (toks[k].item || toks[k].year != 0 || toks[k].sense == lexicon.AFill) {
		k++
	}
	if k == 0 || k+1 >= len(toks) || toks[k].mark != ':' && toks[k].mark != '。' && (toks[k].mark != ',' || !endsInAny(string(p.Text[:toks[k].at]), "总体看|总体来看|总的看|总的来看")) || toks[k+1].sense != lexicon.AMeasure || passage.TopicOf(p) != lexicon.General {
		return
	}
	if st.carried != nil && st.carried.Digits > 3 || !lexicon.HasAny(string(p.Text[:toks[k].at]), "具体|总体|总的") {
		return // it may be of the item before
	}
	st.subject, st.doubt, st.here, st.weak, st.item, st.carried = r.ByKey[lexicon.KeyGeneral], "", true, false, nil, nil
}

// restated begin brackets that say an amount once more in another unit.
var restated = []string{"折合", "合", "约合", "即"}

func restates(p *passage.Passage, at int) bool {
	rest := string(p.Text[at:min(len(p.Text), at+4)])
	for _, w := range restated {
		if after, ok := strings.CutPrefix(rest, w); ok && len(after) > 0 && (scan.IsDigit(rune(after[0])) || strings.HasPrefix(after, "人民币")) {
			return true
		}
	}
	return false
}

// alike takes 均 behind subjects of which one figure is said: 总收入、总支出均减少 12.00 万元. They
// are then one, which the pair of them is.
func (r *Reader) alike(st *state, p *passage.Passage, toks []token, i int) bool {
	if word := string(p.Text[toks[i].at:toks[i].end]); len(st.series) != 2 || !strings.HasPrefix(word, "均") || st.series[0] == nil || st.series[1] == nil {
		return false
	}
	n := 0
	for k := i + 1; k < len(toks) && toks[k].mark != '。' && toks[k].mark != ';' && toks[k].sense != lexicon.ASubject; k++ {
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
	both := st.series[0].Key + "|" + st.series[1].Key
	for s := range lexicon.Subjects {
		if lexicon.Subjects[s].Pair == both && lexicon.Subjects[s].In&passage.TopicOf(p) != 0 {
			st.subject, st.doubt, st.series = &lexicon.Subjects[s], "", nil
			return true
		}
	}
	return false
}
