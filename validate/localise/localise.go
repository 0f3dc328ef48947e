// Package localise names the wrong cell: one wrong figure breaks several
// identities, and the fewest, likeliest cells whose change makes all of them
// hold are the ones to look at.
//
// This is error localisation after Fellegi and Holt (1976), with the rounding
// intervals of package judge in place of exact identities, and slips of the
// hand (a dropped digit, two swapped ones, a block pasted a row too low) in
// place of given weights. The data are never changed.
package localise

import (
	"sort"
	"strconv"

	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

const (
	mostCells   = 3  // wrong cells looked for in one component
	mostTangled = 40 // broken identities beyond which a component is no matter of single cells
	mostOthers  = 40 // alternatives told
	clearly     = 3  // how much cheaper a repair must be than the next to be called likely
	mostRivals  = 4  // other cells that fit a lone identity before some slip of the hand fits by chance
)

// verdict is a repair with the others that are as good or nearly so.
type verdict struct {
	repair
	likely bool
	others []repair
}

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
	units := s.wrongUnits()
	verdicts, rows := s.verdicts()
	s.restore(was)
	w := wording{system: s}
	for _, u := range units {
		suspects = append(suspects, w.wrongUnit(u))
	}
	for _, m := range rows {
		suspects = append(suspects, w.missing(m))
	}
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
	for i := range findings {
		if findings[i].Severity == report.Error && findings[i].Relation != "" {
			return true
		}
	}
	return false
}

// verdicts finds the repairs of the whole book: slipped blocks and exchanged
// figures first, for they would look like many single errors, and then
// component by component the fewest cells. Where one cell mends a component
// nothing larger is believed that mends no other with it.
func (s *system) verdicts() ([]verdict, []missing) {
	all := s.repeatedRows()
	s.bySingles()
	all = append(all, s.shifts()...)
	all = append(all, s.exchanges()...)
	all = append(all, s.leftOutRows()...)
	rows := s.missingRows()
	all = append(all, s.chains()...)
	clear(s.plain)
	components := s.components()
	for _, members := range components {
		s.ignore(members, true)
	}
	for _, members := range components {
		if s.tired() {
			break // which unsought says
		}
		if len(s.stillBroken(members)) == 0 {
			continue // mended with another one
		}
		s.ignore(members, false)
		v, ok := s.component(members)
		s.ignore(members, true)
		if !ok {
			continue
		}
		for _, c := range v.changes {
			s.set(c.cell, c.y)
		}
		all = append(all, v)
	}
	clearAll(s.ignored)
	return all, rows
}

// bySingles notes the components that one cell mends.
func (s *system) bySingles() {
	for i, members := range s.components() {
		for _, r := range s.singles(members) {
			if r.negative() {
				continue
			}
			for _, k := range members {
				s.plain[k] = i + 1
			}
			break
		}
	}
}

// plainer says whether all that a repair mends is of one component that a single
// cell mends as well.
func (s *system) plainer(mended []int32) bool {
	for _, k := range mended {
		if s.plain[k] == 0 || s.plain[k] != s.plain[mended[0]] {
			return false
		}
	}
	return len(mended) > 0
}

// exchangesIn are the exchanged pairs that mend a whole component.
func (s *system) exchangesIn(members []int32) []repair {
	var found []repair
	for _, t := range s.constraints[s.smallest(members)].terms {
		if r, mended := s.exchange(t.cell, len(members)); mended > 0 && !repeats(found, r) {
			found = append(found, r)
		}
	}
	return found
}

func (s *system) stillBroken(list []int32) []int32 {
	var broken []int32
	for _, k := range list {
		if s.broken[k] {
			broken = append(broken, k)
		}
	}
	return broken
}

// ignore leaves constraints out of what is broken, or takes them in again.
func (s *system) ignore(list []int32, out bool) {
	for _, k := range list {
		s.ignored[k] = out
	}
}

func clearAll(flags []bool) {
	for i := range flags {
		flags[i] = false
	}
}

// component finds the best repair of one component and the ones as good.
func (s *system) component(members []int32) (verdict, bool) {
	members = s.stillBroken(members)
	if len(members) > mostTangled {
		s.tangled = true
		return verdict{}, false
	}
	found := append(s.search(members, mostCells), s.exchangesIn(members)...)
	found = append(found, s.movesIn(members)...)
	if len(found) == 0 {
		return verdict{}, false
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].cost < found[j].cost })
	v := choose(found, len(members) == 1)
	v.likely = v.likely && s.equality(members) && !v.open()
	return v, true
}

// choose takes the cheapest of the repairs, and the ones as good as its
// alternatives. Of the many cells of a lone identity some will look like a slip
// of the hand by chance: there every cell that fits is an alternative.
func choose(found []repair, lone bool) verdict {
	best := found[0]
	crowd := lone && rivals(found) > mostRivals && !tellsItself(best)
	v := verdict{repair: best, likely: !crowd}
	for _, r := range found[1:] {
		if r.cost < best.cost+clearly {
			v.likely = false
		}
		if r.cost < best.cost+clearly || crowd && !r.negative() {
			v.others = append(v.others, r)
		}
	}
	return v
}

// rivals counts the repairs that might be true beside the first.
func rivals(found []repair) int {
	n := 0
	for _, r := range found[1:] {
		if !r.negative() {
			n++
		}
	}
	return n
}

// negative says whether a repair asks for a negative amount: accounts hardly
// ever have one.
func (r *repair) negative() bool {
	for _, c := range r.changes {
		if c.y < 0 {
			return true
		}
	}
	return false
}

// open says whether nothing fixes one of a repair's figures.
func (r *repair) open() bool {
	for _, c := range r.changes {
		if c.open {
			return true
		}
	}
	return false
}

// equality says whether one of some constraints is an equality. Without one too
// many figures would do for any to be likely.
func (s *system) equality(list []int32) bool {
	for _, k := range list {
		if s.constraints[k].relation == equation.Equal {
			return true
		}
	}
	return false
}

// tellsItself says whether a figure looks wrong by itself: no identity must
// speak against one that has its sign reversed.
func tellsItself(r repair) bool { return r.kind == Sign && !r.negative() }

// snapshot and restore keep what the cells read as printed.
func (s *system) snapshot() []int64 {
	was := make([]int64, len(s.cells))
	for i := range s.cells {
		was[i] = s.cells[i].x
	}
	return was
}

func (s *system) restore(was []int64) {
	for i, x := range was {
		s.set(int32(i), x)
	}
}

// mends lists the broken constraints that changes touch.
func (s *system) mends(changes []change) []int32 {
	var list []int32
	for _, c := range changes {
		for _, k := range s.cells[c.cell].in {
			if s.broken[k] && !contains(list, k) {
				list = append(list, k)
			}
		}
	}
	return list
}
