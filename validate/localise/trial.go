package localise

import "slices"

// trial is what is changed for a while, with how it was before: undone at once, whatever
// was changed, without a constraint being weighed again.
type trial struct {
	on           bool
	touched      []touched // the constraints around the changes
	done         []done    // in turn
	count, aside int       // of the system before it
	value        int       // what speaks for the changes so far, but for what it costs to describe them
	changed      int       // cells that read otherwise than before it
	laid         block     // what was laid last; see lay
}

// touched is a constraint as it was before a trial.
type touched struct {
	constraint  int32
	broken      bool
	diff, bound int64
}

// done is a cell that was changed, with what it read.
type done struct {
	cell int32
	x    int64
}

// try has cells read otherwise until end is called. No other trial may be on.
func (s *system) try(changes []change) {
	s.begin()
	s.apply(changes)
}

func (s *system) begin() {
	s.trial = trial{on: true, touched: s.trial.touched[:0], done: s.trial.done[:0], count: s.count, aside: s.aside}
}

func (s *system) apply(changes []change) {
	for _, c := range changes {
		s.set(c.cell, c.y)
	}
}

// end puts everything back.
func (s *system) end() {
	for _, d := range slices.Backward(s.trial.done) {
		s.cells[d.cell].x = d.x
	}
	for i := range s.trial.touched {
		t := &s.trial.touched[i]
		q := &s.constraints[t.constraint]
		q.diff, q.bound, q.saved = t.diff, t.bound, 0
		s.broken[t.constraint] = t.broken
	}
	s.count, s.aside, s.trial.on = s.trial.count, s.trial.aside, false
}

// undo undoes the changes of a trial but for the first n.
func (s *system) undo(n int) {
	for _, d := range slices.Backward(s.trial.done[n:]) {
		s.reread(d.cell, d.x)
	}
	s.trial.done = s.trial.done[:n]
}

// held says whether a constraint that a trial touched was not broken before it.
func (s *system) held(k int32) bool {
	q := &s.constraints[k]
	return q.saved > 0 && !s.trial.touched[q.saved-1].broken
}

// set changes what a cell reads and returns what it read.
func (s *system) set(id int32, y int64) (was int64) {
	c := &s.cells[id]
	was = c.x
	switch {
	case !s.trial.on:
		c.printed = y
	case was != y:
		s.trial.done = append(s.trial.done, done{id, was})
	}
	s.reread(id, y)
	return was
}

// reread has a cell read something else. Figures that appear or disappear take their
// rounding with them.
func (s *system) reread(id int32, y int64) {
	c := &s.cells[id]
	was := c.x
	if was == y {
		return
	}
	s.work -= len(c.in) + 1
	c.x = y
	rounding := s.rounding(id, y) - s.rounding(id, was)
	for _, e := range c.in {
		q := &s.constraints[e.to]
		if s.trial.on && q.saved == 0 {
			s.trial.touched = append(s.trial.touched, touched{e.to, s.broken[e.to], q.diff, q.bound})
			q.saved = int32(len(s.trial.touched))
		}
		q.diff += e.sign * (y - was)
		q.bound += rounding
		if now := q.isBroken(); now != s.broken[e.to] {
			s.flip(e.to, now)
		}
	}
	if s.trial.on {
		s.trial.value += byHint * (s.hinted(id, y) - s.hinted(id, was))
		s.trial.changed += count(y != c.printed) - count(was != c.printed)
	}
}

// flip notes that a constraint is broken now, or no longer. One that comes out speaks for
// a trial, one that it breaks against it.
func (s *system) flip(k int32, broken bool) {
	s.broken[k] = broken
	q := &s.constraints[k]
	n := 1 - 2*count(!broken)
	s.count += n
	s.aside += n * count(q.aside)
	if s.trial.on && !s.ignored[k] {
		s.trial.value -= n * s.speaks(k)
	}
}

// speaks is how much a constraint that a trial touched speaks for it when it comes out,
// or against it when it is broken.
func (s *system) speaks(k int32) int {
	if s.held(k) {
		return byEquality
	}
	return s.constraints[k].worth()
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// changes are what a trial has changed so far, all of one kind.
func (s *system) changes(kind Kind) (list []change) {
	for _, d := range s.trial.done {
		if c := &s.cells[d.cell]; c.x != c.printed && !changed(list, d.cell) {
			list = append(list, change{cell: d.cell, y: c.x, kind: kind})
		}
	}
	return list
}
