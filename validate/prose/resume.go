package prose

// resumes says whether words of a reason or a usage end at a token.
func (r *reader) resumes(st *state, p *passage, toks []token, i int) bool {
	t := &toks[i]
	if i == 0 {
		return false
	}
	prev := &toks[i-1]
	switch st.mode {
	case usage:
		if t.sense == aPart && st.item == nil && st.here && (prev.mark == ',' || prev.mark == '。') && i+1 < len(toks) && toks[i+1].sense == aSubject {
			break // 包括人员经费和公用经费两部分,其中人员经费 …
		}
		k := i - 1
		for k >= 0 && (toks[k].year != 0 || toks[k].sense == aPresent || toks[k].sense == aFill) {
			k--
		}
		if t.sense != aMeasure || k < 0 || toks[k].mark != ',' && toks[k].mark != '。' && toks[k].mark != ';' {
			if !(prev.mark == ';' && t.sense == aSubject) {
				return false
			}
		}
		r.endClause(st, t.at)
	case reasons:
		if prev.mark != ';' || st.amounts || t.sense != aSubject && !(t.sense == aVersus && changesAgain(toks, i)) {
			return false
		}
	case listing:
		return false
	}
	st.mode, st.weak, st.comma = plainly, true, false
	if t.sense == aMeasure {
		st.first = aMeasure
	}
	return true
}

// isItem says whether a token names one row of a form that has codes.
func isItem(t *token) bool {
	return t.sense == aSubject && len(t.subjects) == 1 && t.subjects[0].digits > 3
}

// opensClause says whether a token is the first word of its clause, but for the year.
func (r *reader) opensClause(toks []token, i int) bool {
	for k := i - 1; k >= max(0, i-window); k-- {
		switch t := &toks[k]; {
		case t.year != 0, t.text, t.sense == aFund:
			continue
		default:
			return t.mark == ',' || t.mark == '。' || t.mark == ';' || t.mark == ':' || t.item || t.sense == aPart
		}
	}
	return true
}
