// Package localise names the wrong cell: one wrong figure breaks several
// identities, and the fewest, likeliest cells whose change makes all of them
// hold are the ones to look at.
//
// This is error localisation after Fellegi and Holt (1976), with the rounding
// intervals of package judge in place of exact identities, and slips of the
// hand (a dropped digit, two swapped ones, a block pasted a row too low) in
// place of given weights. Proposers say what might have happened (propose.go and the
// files it names), one judge weighs it all alike (weigh.go). The data are never changed.
package localise

import (
	"slices"
	"sort"
	"strconv"

	"suanqing/validate/bind"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Find names the cells whose change explains the errors that a book came to, most
// likely first. It gives none when the errors are only structural. unsought is one
// sentence on what it left undone for want of work; "" for nothing.
func Find(b *bind.Book, out *rule.Outcome) (suspects []report.Suspect, unsought string) {
	explained := map[rule.Instance]bool{}
	codes, left := mistypes(b, out, explained)
	suspects = append([]report.Suspect{}, codes...)
	if !anyEquation(out.Findings) {
		return suspects, saidOf(left)
	}
	s := newSystem(b, out.Equations)
	if s == nil {
		return suspects, "金额大得不像决算数，没有推算是哪一格错了。"
	}
	for k := range s.constraints {
		q := &s.constraints[k]
		s.ignored[k] = explained[rule.Instance{Rule: q.rule.ID, Row: q.row, Column: q.across}]
	}
	was := s.snapshot()
	verdicts := s.explain()
	for i, x := range was {
		s.set(int32(i), x)
	}
	clear(s.ignored)
	w := wording{system: s}
	for _, v := range verdicts {
		suspects = append(suspects, w.suspects(v)...)
	}
	sort.SliceStable(suspects, func(i, j int) bool {
		a, b := &suspects[i], &suspects[j]
		if a.Likely != b.Likely {
			return a.Likely
		}
		return len(a.Explains) > len(b.Explains)
	})
	if !left && !s.gaveUp && !s.tired() && s.tangled {
		return suspects, "有一处牵连的等式超过 " + strconv.Itoa(mostTangled) + " 条，没有推算是哪一格错了，请逐条核对。"
	}
	return suspects, saidOf(left || s.gaveUp || s.tired())
}

// saidOf says that the search was given up before its end.
func saidOf(givenUp bool) string {
	if givenUp {
		return "不对的地方太多，只推算了一部分，其余的请逐条核对。"
	}
	return ""
}

func anyEquation(findings []report.Finding) bool {
	return slices.ContainsFunc(findings, func(f report.Finding) bool { return f.Severity == report.Error && f.Relation != "" })
}

// snapshot is what the cells read.
func (s *system) snapshot() []int64 {
	was := make([]int64, len(s.cells))
	for i := range s.cells {
		was[i] = s.cells[i].x
	}
	return was
}
