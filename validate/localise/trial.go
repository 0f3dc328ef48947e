package localise

import "slices"

// trial is what is changed for a while, with how it was before: undone at once, whatever
// was changed, without a constraint being weighed again.
type trial struct {
	on           bool
	touched      []touched // the constraints around the changes
	done         []done    // in turn
	count, aside int       // of the system before it
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
	later := s.trial.done[n:]
	s.trial.on = false
	for _, d := range slices.Backward(later) {
		s.set(d.cell, d.x)
	}
	s.trial.on, s.trial.done = true, s.trial.done[:n]
}

// held says whether a constraint that a trial touched was not broken before it.
func (s *system) held(k int32) bool {
	q := &s.constraints[k]
	return q.saved > 0 && !s.trial.touched[q.saved-1].broken
}

// set changes what a cell reads and returns what it read. Figures that appear
// or disappear take their rounding with them.
func (s *system) set(id int32, y int64) (was int64) {
	c := &s.cells[id]
	was = c.x
	s.work -= len(c.in) + 1
	if s.trial.on {
		s.trial.done = append(s.trial.done, done{id, was})
	}
	c.x = y
	rounding := s.rounding(id, y) - s.rounding(id, was)
	for _, e := range c.in {
		q := &s.constraints[e.to]
		if s.trial.on && q.saved == 0 {
			s.trial.touched = append(s.trial.touched, touched{e.to, s.broken[e.to], q.diff, q.bound})
			q.saved = int32(len(s.trial.touched))
		}
		if was == y {
			continue
		}
		q.diff += e.sign * (y - was)
		q.bound += rounding
		if now := q.isBroken(); now != s.broken[e.to] {
			s.broken[e.to] = now
			if now {
				s.counted(q, 1)
			} else {
				s.counted(q, -1)
			}
		}
	}
	return was
}

func (s *system) counted(q *constraint, n int) {
	s.count += n
	if q.aside {
		s.aside += n
	}
}
