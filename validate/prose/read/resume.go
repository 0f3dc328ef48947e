package read

import (
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// resumes says whether words of a reason or a usage end at a token.
func (r *Reader) resumes(st *state, p *passage.Passage, toks []token, i int) bool {
	t := &toks[i]
	if i == 0 {
		return false
	}
	prev := &toks[i-1]
	switch st.mode {
	case usage:
		if t.sense == lexicon.APart && st.item == nil && st.here && (prev.mark == ',' || prev.mark == '。') && i+1 < len(toks) && toks[i+1].sense == lexicon.ASubject {
			break // 包括人员经费和公用经费两部分,其中人员经费 …
		}
		k := i - 1
		for k >= 0 && (toks[k].year != 0 || toks[k].sense == lexicon.APresent || toks[k].sense == lexicon.AFill) {
			k--
		}
		if t.sense != lexicon.AMeasure || k < 0 || toks[k].mark != ',' && toks[k].mark != '。' && toks[k].mark != ';' {
			if !(prev.mark == ';' && t.sense == lexicon.ASubject) {
				return false
			}
		}
		r.endClause(st, t.at)
	case reasons:
		if prev.item && i > 1 && toks[i-2].mark == ';' || prev.mark == ';' && t.sense == lexicon.AFill {
			if st.amounts || !statesAgain(p, toks, i) {
				return false // ;②项目支出 5.00 万元
			}
			break
		}
		if prev.mark == ';' && isItem(t) && i+1 < len(toks) && toks[i+1].sense == lexicon.AMeasure && lexicon.IsPlan(toks[i+1].which) {
			r.endClause(st, t.at) // 年中下达专款 5.00 万元;行政运行(项)年初预算 …
			break
		}
		if prev.mark != ';' || st.amounts || t.sense != lexicon.ASubject && !(t.sense == lexicon.AVersus && changesAgain(toks, i)) {
			return false
		}
	case listing:
		return false
	}
	st.mode, st.weak, st.comma = plainly, true, false
	if t.sense == lexicon.AMeasure {
		st.first = lexicon.AMeasure
	}
	return true
}

// statesAgain says whether a token names what the section is about, with its amount right behind.
func statesAgain(p *passage.Passage, toks []token, i int) bool {
	return means(toks[i].subjects, passage.TopicOf(p)) && i+1 < len(toks) && toks[i+1].number != nil && toks[i+1].number.Kind == scan.Money
}

// isItem says whether a token names one row of a form that has codes.
func isItem(t *token) bool {
	return t.sense == lexicon.ASubject && len(t.subjects) == 1 && t.subjects[0].Digits > 3
}

// listsRows says whether rows of a form follow a word at a token, each with its amount right behind:
// 主要用于:教育支出 5.00 万元、农林水支出 3.00 万元.
func listsRows(toks []token, k int) bool {
	if k < len(toks) && toks[k].mark == ':' {
		k++
	}
	row := func(k int) bool {
		return k+1 < len(toks) && toks[k].sense == lexicon.ASubject && len(toks[k].subjects) > 0 && toks[k].subjects[0].Digits > 0 && toks[k+1].number != nil && toks[k+1].number.Kind == scan.Money
	}
	if !row(k) {
		return false
	}
	for k += 2; k < len(toks) && toks[k].mark == '('; k++ { // 教育支出 5.00 万元(年初预算 4.00 万元,完成 125 %)
		for k < len(toks) && toks[k].mark != ')' {
			k++
		}
	}
	return k+1 < len(toks) && toks[k].mark != 0 && row(k+1)
}

// opensClause says whether a token is the first word of its clause, but for the year.
func (r *Reader) opensClause(toks []token, i int) bool {
	for k := i - 1; k >= max(0, i-mention.Window); k-- {
		switch t := &toks[k]; {
		case t.year != 0, t.text, t.sense == lexicon.AFund:
			continue
		default:
			return t.mark == ',' || t.mark == '。' || t.mark == ';' || t.mark == ':' || t.item || t.sense == lexicon.APart
		}
	}
	return true
}
