package further

import (
	"slices"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/prose"
)

// settle says of each figure what determines it.
func settle(t *prose.Text) {
	said, inSum, inShare := map[prose.What]int{}, map[prose.What]bool{}, map[prose.What]bool{}
	cell := map[prose.What]bool{}
	for _, m := range t.Marks {
		said[m.What]++
		cell[m.What] = cell[m.What] || m.Determined == prose.ByForm
	}
	for _, s := range t.Sums {
		all := append(slices.Clone(s.Parts), s.Total)
		if !slices.ContainsFunc(all, func(w prose.What) bool { return said[w] == 0 }) {
			for _, w := range all {
				inSum[w] = true
			}
		}
	}
	for _, m := range t.Marks {
		of := operands(m.What)
		if of == nil || slices.ContainsFunc(of, func(w prose.What) bool { return said[w] == 0 && !hasCell(w) }) {
			continue
		}
		for _, w := range append(of, m.What) {
			inShare[w] = true
		}
	}
	for i := range t.Marks {
		m := &t.Marks[i]
		switch {
		case m.Determined == prose.ByForm:
		case inShare[m.What]:
			m.Determined = prose.ByPercent
		case inSum[m.What]:
			m.Determined = prose.BySum
		case said[m.What] > 1:
			m.Determined = prose.ByTwice
		}
	}
}

// hasCell says that a form has the figure even where the text does not say it.
func hasCell(w prose.What) bool {
	s, ok := places[w.Subject]
	return ok && (w.Measure == prose.Final || w.Measure == prose.Budget && s.Form == fixture.F09)
}

// operands are the two figures that a proportion is made of.
func operands(w prose.What) []prose.What {
	final := prose.What{Subject: w.Subject, Measure: prose.Final}
	switch w.Measure {
	case prose.Completion:
		return []prose.What{final, {Subject: w.Subject, Measure: prose.Budget}}
	case prose.FullCompletion:
		return []prose.What{final, {Subject: w.Subject, Measure: prose.FullBudget}}
	case prose.Share:
		return []prose.What{final, {Subject: w.Base, Measure: prose.Final}}
	case prose.Growth:
		return []prose.What{final, {Subject: w.Subject, Measure: prose.Change, Base: w.Base}}
	}
	return nil
}
