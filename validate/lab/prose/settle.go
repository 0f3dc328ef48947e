package prose

// settle says of each figure what determines it, once all the text is there: a figure that
// a percentage would show wrong is determined by it only where all its operands stand.
func (p *pen) settle() {
	said := map[What]int{}
	for _, m := range p.out.Marks {
		said[m.What]++
	}
	inSum := map[What]bool{}
	for _, s := range p.out.Sums {
		whole := said[s.Total] > 0
		for _, part := range s.Parts {
			whole = whole && said[part] > 0
		}
		for _, part := range append(s.Parts, s.Total) {
			inSum[part] = inSum[part] || whole
		}
	}
	proportion := map[What]bool{}
	for _, m := range p.out.Marks {
		of := operands(m.What)
		whole := len(of) > 0
		for _, w := range of {
			whole = whole && (said[w] > 0 || hasCell(w))
		}
		if whole {
			for _, w := range append(of, m.What) {
				proportion[w] = true
			}
		}
	}
	for i := range p.out.Marks {
		m := &p.out.Marks[i]
		switch {
		case m.Determined == ByForm || m.Determined == NoFigure:
		case proportion[m.What]:
			m.Determined = ByPercent
		case inSum[m.What]:
			m.Determined = BySum
		case said[m.What] > 1, m.Measure == Score && p.out.Style != Shanghai && p.out.Style != Yunnan:
			m.Determined = ByTwice // a score stands in the tables too
		default:
			m.Determined = ByNothing
		}
	}
}

// operands are the figures that a proportion is made of; nil for a plain amount.
func operands(w What) []What {
	final, budget := What{w.Subject, Final, ""}, What{w.Subject, Budget, ""}
	switch w.Measure {
	case Completion, Deviation:
		return []What{final, budget}
	case FullCompletion:
		return []What{final, {w.Subject, FullBudget, ""}}
	case Share:
		return []What{final, {w.Base, Final, ""}}
	case Growth:
		return []What{final, {w.Subject, Change, w.Base}}
	}
	return nil
}

// hasCell says that a form has the figure even if the text does not say it.
func hasCell(w What) bool {
	s, ok := cells[w.Subject]
	switch w.Measure {
	case Final:
		return ok || isCode(w.Subject)
	case Budget:
		return ok && s.Form == "F09"
	}
	return false
}

func isCode(subject string) bool {
	return len(subject) <= 7 && subject != "" && subject[0] >= '0' && subject[0] <= '9'
}
