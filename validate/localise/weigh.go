package localise

import (
	"slices"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
)

// What speaks for a repair, against what it costs to describe (repair.cost). An equality
// that comes out by chance is rare; an inequality holds for so many figures that it
// speaks for none; where a form only must not be less than others, that it is just as
// much bears a figure out and judges nothing.
const (
	byEquality   = 8
	byInequality = 1
	byHint       = 2
	byExcuse     = 4 // an equality that no longer speaks against anything: what it wants was pasted over
	mostExcused  = 2
	sureBlock    = 8  // the least score of a block that is called likely: a few sums come out with many
	clearly      = 3  // how much better a repair must be than any other of the same equations to be called likely
	mostRivals   = 4  // other cells that fit a lone identity before some slip of the hand fits by chance
	mostOthers   = 40 // alternatives told

	mostWeighed = 2_000_000 // repairs weighed in all: a book with thousands of errors is told in part
)

// verdict is a repair with the others that are as good or nearly so.
type verdict struct {
	repair
	likely bool
	others []repair
}

// single is how well one cell by itself mends a component.
type single struct{ component, score int }

// explain takes the best of what is proposed, weighs the rest anew, and asks for more
// until nothing explains what is left.
func (s *system) explain() (found []verdict) {
	left := mostWeighed
	for !s.tired() && left > 0 {
		list := s.propose()
		before := len(found)
		for v, ok := s.best(list); ok; v, ok = s.best(list) {
			s.take(&v.repair)
			found = append(found, v)
			if left -= len(list); left <= 0 {
				s.gaveUp = true
				break
			}
		}
		if len(found) == before {
			break
		}
	}
	s.doubtColumns(found)
	return found
}

// mostPlain is how many figures of one column are wrong by themselves without a slip of
// the hand to explain them: with more, the column as a whole is. On a form that no other
// bears out two are too many: what one sum lacks may stand under the next.
const mostPlain = 2

// doubtColumns calls none of the cells likely that are wrong for no reason in a column
// with several of them, or on a form where more than figures by themselves is wrong: its
// figures rather stand in wrong rows, in a way not found.
func (s *system) doubtColumns(found []verdict) {
	plainly := map[int32]int{}
	large := map[*bind.Table]int{}
	each := func(do func(v *verdict, column int32)) {
		for i := range found {
			v := &found[i]
			for _, c := range v.changes {
				if c.kind.unexplained() {
					do(v, s.cells[c.cell].column)
				}
				if v.chained {
					break // the others follow
				}
			}
		}
	}
	for i := range found {
		if v := &found[i]; v.large() {
			large[s.cells[v.changes[0].cell].figure.Table]++
		}
	}
	each(func(_ *verdict, column int32) { plainly[column]++ })
	each(func(v *verdict, column int32) {
		t := s.columns[column].table
		most := mostPlain
		if !t.Form.SharesCodes() {
			most = 1
		}
		others := large[t]
		if v.large() {
			others--
		}
		v.likely = v.likely && plainly[column] <= most && others == 0
	})
}

// take has the book read as a repair has it; what it explains and no figure can tell is
// left out of what follows.
func (s *system) take(r *repair) {
	for _, c := range r.changes {
		s.set(c.cell, c.y)
	}
	if len(r.changes) == 0 {
		s.ignore(r.mends)
	}
	for _, id := range r.lost {
		for _, e := range s.cells[id].in {
			if s.wrong(e.to) {
				r.mends = append(r.mends, e.to)
			}
			s.ignored[e.to] = true
		}
	}
}

// ignore leaves constraints out of what is broken.
func (s *system) ignore(list []int32) {
	for _, k := range list {
		s.ignored[k] = true
	}
}

// weigh fills in what a repair mends and its score; false for one that mends nothing or
// breaks something.
func (s *system) weigh(r *repair) bool {
	if len(r.changes) == 0 {
		for _, k := range r.mends {
			if !s.broken[k] || s.ignored[k] {
				return false
			}
		}
		r.score = s.worth(r.mends) - r.cost
		return len(r.mends) > 0
	}
	value, broke := s.value(r)
	r.score, r.mends = value, slices.Clone(s.mends)
	return broke == 0 && len(r.mends) > 0
}

// value is the score of changes, each identity that they break counted against them. What
// they mend is in s.mends.
func (s *system) value(r *repair) (value, broke int) {
	s.try(r.changes)
	value, broke = s.settled(r, r.changes)
	s.end()
	return value + byHint*s.hinted(r.changes), broke
}

// settled is the score of what a trial has changed, but for hints.
func (s *system) settled(r *repair, changes ...[]change) (value, broke int) {
	s.stamp++
	if len(r.lost) > 0 {
		s.markLost(r.lost, changes)
	}
	s.mends = s.mends[:0]
	open, excused := 0, 0
	for i := range s.trial.touched {
		t := &s.trial.touched[i]
		k := t.constraint
		switch q := &s.constraints[k]; {
		case s.ignored[k]:
		case q.mark == s.stamp:
			if t.broken && q.relation == equation.Equal && slices.ContainsFunc(q.terms, func(t tie) bool { return s.cells[t.to].mark == s.stamp }) {
				excused++
			}
		case t.broken && !s.broken[k]:
			s.mends = append(s.mends, k)
		case s.broken[k]:
			open++
			if !t.broken {
				broke++
			}
		}
	}
	if open > broke && !r.large() {
		broke = open // what one cell or two explain, they explain whole
	}
	if len(s.mends) > 0 {
		value = byExcuse * min(excused, mostExcused)
	}
	return value + s.worth(s.mends) - r.cost - byEquality*broke, broke
}

// markLost marks the constraints of cells that are lost, and the cells that change.
func (s *system) markLost(lost []int32, changes [][]change) {
	for _, id := range lost {
		for _, e := range s.cells[id].in {
			s.constraints[e.to].mark = s.stamp
		}
	}
	for _, list := range changes {
		for i := range list {
			s.cells[list[i].cell].mark = s.stamp
		}
	}
}

// large says whether a repair may leave some identity of its cells broken: there may be
// another error among so many.
func (r *repair) large() bool { return r.chained || r.kind == Shifted || r.kind == RowRepeated }

func (s *system) worth(mends []int32) (n int) {
	for _, k := range mends {
		if s.constraints[k].relation == equation.Equal {
			n += byEquality
		} else {
			n += byInequality
		}
	}
	return n
}

// hinted counts the cells of which other forms say what they now would read, less those
// of which they say what they read before.
func (s *system) hinted(changes []change) (n int) {
	for _, c := range changes {
		e, ok := s.elsewhere(c.cell)
		if ok && e.must { // that is judged, what many a report does is not
			e, ok = s.asLiked(c.cell)
		}
		if ok {
			if e.fits(c.y) {
				n++
			}
			if e.fits(s.cells[c.cell].x) {
				n--
			}
		}
	}
	return n
}

// best takes the best repair of a list, weighed anew. Likely is one that is clearly
// better than every other of the same equations; of the many cells of a lone identity
// some will look like a slip of the hand by chance, and without an equality too many
// figures would do.
func (s *system) best(list []repair) (v verdict, ok bool) {
	fit := s.fit[:0]
	defer func() { s.fit = fit[:0] }()
	at := -1
	for _, r := range list {
		if !s.weigh(&r) || s.byCells(&r) {
			continue
		}
		if at < 0 || r.score > fit[at].score || r.score == fit[at].score && len(r.changes) < len(fit[at].changes) {
			at = len(fit)
		}
		fit = append(fit, r)
	}
	if at < 0 {
		return v, false
	}
	v.repair = fit[at]
	var rivals, close []repair
	for i := range fit {
		r := &fit[i]
		if i == at || !overlap(r.mends, v.mends) || sameChanges(r, &v.repair) {
			continue
		}
		rivals = append(rivals, *r)
		if r.score > v.score-clearly {
			close = append(close, *r)
		}
	}
	v.others = close
	crowd := len(v.mends) == 1 && len(rivals) > mostRivals && !(v.kind == Sign && !v.negative())
	if crowd {
		v.others = rivals
	}
	v.likely = len(close) == 0 && !crowd && s.worth(v.mends) >= byEquality && !v.open() &&
		!(v.kind == Moved && s.leavesBroken(v.changes)) &&
		!(v.kind == Shifted && v.score < sureBlock)
	return v, true
}

// byCells says whether single cells, one a component, explain as well what a repair of
// several does.
func (s *system) byCells(r *repair) bool {
	if len(r.changes) == 1 {
		return false
	}
	sum := 0
	seen := map[int]bool{}
	for _, k := range r.mends {
		one, known := s.alone[k]
		if !known {
			return false
		}
		if !seen[one.component] {
			seen[one.component] = true
			sum += one.score
		}
	}
	return sum >= r.score
}

// sameChanges says whether two repairs come to the same.
func sameChanges(a, b *repair) bool {
	if len(a.changes) == 0 || len(a.changes) != len(b.changes) {
		return false
	}
	return !slices.ContainsFunc(a.changes, func(c change) bool { return !changed(b.changes, c.cell) })
}

// leavesBroken says whether a component that changes mend in part stays broken: the
// figures around one that seems to have moved may have moved instead.
func (s *system) leavesBroken(changes []change) bool {
	components := s.components()
	s.try(changes)
	defer s.end()
	return slices.ContainsFunc(components, func(members []int32) bool {
		open := 0
		for _, k := range members {
			if s.broken[k] {
				open++
			}
		}
		return open > 0 && open < len(members)
	})
}

// negative says whether a repair asks for a negative amount: accounts hardly
// ever have one.
func (r *repair) negative() bool {
	return slices.ContainsFunc(r.changes, func(c change) bool { return c.y < 0 })
}

// open says whether nothing fixes one of a repair's figures.
func (r *repair) open() bool {
	return slices.ContainsFunc(r.changes, func(c change) bool { return c.open })
}

func overlap(a, b []int32) bool {
	return slices.ContainsFunc(a, func(k int32) bool { return slices.Contains(b, k) })
}

// around lists the broken constraints of some cells.
func (s *system) around(changes []change) (list []int32) {
	for _, c := range changes {
		for _, e := range s.cells[c.cell].in {
			if s.broken[e.to] && !slices.Contains(list, e.to) {
				list = append(list, e.to)
			}
		}
	}
	return list
}
