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
// breaks something. What one cell or two explain, they explain whole.
func (s *system) weigh(r *repair) bool {
	if len(r.changes) == 0 {
		for _, k := range r.mends {
			if !s.wrong(k) {
				return false
			}
		}
		r.score = s.worth(r.mends) - r.cost
		return len(r.mends) > 0
	}
	s.try(r.changes)
	defer s.end()
	r.score = s.trial.value + s.excused(r.lost) - r.cost
	mends := s.mends[:0]
	for i := range s.trial.touched {
		t := &s.trial.touched[i]
		switch k := t.constraint; {
		case s.ignored[k] || len(r.lost) > 0 && s.constraints[k].mark == s.stamp:
		case s.broken[k] && (!t.broken || !r.large()):
			return false
		case t.broken && !s.broken[k]:
			mends = append(mends, k)
		}
	}
	s.mends, r.mends = mends, slices.Clone(mends)
	return len(mends) > 0
}

// excused is by how much more a trial is worth when figures were pasted over that nothing
// tells: their identities speak neither for it nor against it, and what they wanted of
// the cells that moved is excused.
func (s *system) excused(lost []int32) (n int) {
	s.stamp++
	excused := 0
	for _, id := range lost {
		for _, e := range s.cells[id].in {
			q := &s.constraints[e.to]
			if s.ignored[e.to] || q.mark == s.stamp || q.saved == 0 {
				continue
			}
			q.mark = s.stamp
			was := s.trial.touched[q.saved-1].broken
			switch {
			case !was && s.broken[e.to]:
				n += s.speaks(e.to)
			case was && !s.broken[e.to]:
				n -= s.speaks(e.to)
			}
			excused += count(was && q.relation == equation.Equal && s.moves(q))
		}
	}
	return n + byExcuse*min(excused, mostExcused)
}

// moves says whether a cell of a constraint reads otherwise than it was printed.
func (s *system) moves(q *constraint) bool {
	return slices.ContainsFunc(q.terms, func(t tie) bool { return s.cells[t.to].x != s.cells[t.to].printed })
}

// large says whether a repair may leave some identity of its cells broken: there may be
// another error among so many.
func (r *repair) large() bool { return r.chained || r.kind == Shifted || r.kind == RowRepeated }

func (q *constraint) worth() int {
	if q.relation == equation.Equal {
		return byEquality
	}
	return byInequality
}

func (s *system) worth(mends []int32) (n int) {
	for _, k := range mends {
		n += s.constraints[k].worth()
	}
	return n
}

// hinted is 1 where other forms say that a cell reads y. What they say is judged where it
// must be so: there what many a report reads tells.
func (s *system) hinted(id int32, y int64) int {
	e, ok := s.elsewhere(id)
	if ok && e.must {
		e, ok = s.asLiked(id)
	}
	return count(ok && e.fits(y))
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
	v.likely = len(close) == 0 && !crowd && s.worth(v.mends) >= byEquality && !v.open() && (v.kind != Shifted || v.score >= sureBlock)
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
