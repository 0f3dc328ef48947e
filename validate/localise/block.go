package localise

import (
	"slices"

	"suanqing/validate/equation"
)

const (
	leastMoved = 2  // figures of any block: one alone has moved
	blockCost  = 12 // of one column, rows and distance
	refillCost = 4  // of a figure that was pasted over
	vanishCost = 3  // of a figure that stood where the block should be and is nowhere else
	mostLost   = 3  // figures that were pasted over and that nothing tells: more cost no more
)

// lane are the columns of a form side by side, all of them with as many rows.
type lane struct {
	columns []int32
	rows    int
}

// block is a rectangle of a form's lane that reads what stands so many rows further down
// and columns further right, true[i, c] = printed[i+down, c+aside], with what becomes of the
// cells that it moves away from, its ends.
type block struct {
	lane                  *lane
	left, right, from, to int // inclusive, within the lane
	down, aside           int
	tail                  tail
}

// tail is what becomes of the ends of a block.
type tail uint8

const (
	blank   tail = iota // nothing stood there
	rotated             // what stands where the block should be
	kept                // they are right as they are
	refill              // what their identities ask for, once the rest has moved
)

// outcome is what a block moved back comes to.
type outcome struct{ value, changes int }

// nothing is no block at all.
var nothing = outcome{value: -1 << 30}

// better says whether one outcome is to be preferred to another.
func (o outcome) better(than outcome) bool {
	return o.value > than.value || o.value == than.value && o.changes < than.changes
}

// has says whether a place of the lane is in the block.
func (b *block) has(c, i int) bool { return c >= b.left && c <= b.right && i >= b.from && i <= b.to }

// printedAt is what a place of a lane was printed with; nothing stands beyond its edges.
func (s *system) printedAt(l *lane, c, i int) int64 {
	if c < 0 || c >= len(l.columns) || i < 0 || i >= l.rows {
		return 0
	}
	return s.cells[s.columns[l.columns[c]].cells[i]].printed
}

// reads is what a place of the lane reads once the block has moved back.
func (s *system) reads(b *block, c, i int) int64 {
	switch {
	case b.has(c, i):
		return s.printedAt(b.lane, c+b.aside, i+b.down)
	case b.tail == kept || !b.has(c-b.aside, i-b.down):
	case b.tail == rotated: // the first end reads what the first of those displaced does
		return s.printedAt(b.lane, c-along(b.aside, 1+b.right-b.left), i-along(b.down, 1+b.to-b.from))
	default:
		return 0
	}
	return s.printedAt(b.lane, c, i)
}

// along is how far what a block of a length displaces comes in behind it.
func along(by, length int) int {
	switch {
	case by > 0:
		return max(by, length)
	case by < 0:
		return min(by, -length)
	}
	return 0
}

// lay has the lane read, within a trial, as a block moved back would have it. Of what was
// laid before only what differs is changed: neighbouring blocks differ in a row.
func (s *system) lay(b *block) {
	was := s.trial.laid
	s.trial.laid = *b
	if was.lane == nil {
		was = *b
		was.to = b.from - 1
	}
	left, right, from, to := b.spread()
	l, r, f, t := was.spread()
	left, right, from, to = min(left, l), max(right, r), min(from, f), max(to, t)
	if longer := was; b.tail != rotated || b.down > 0 {
		if longer.to = b.to; longer == *b { // only rows at its end differ
			from = min(b.to, was.to) + min(b.down, 0)
		}
	}
	for c := max(left, 0); c <= min(right, len(b.lane.columns)-1); c++ {
		cells := s.columns[b.lane.columns[c]].cells
		for i := max(from, 0); i <= min(to, b.lane.rows-1); i++ {
			if y := s.reads(b, c, i); y != s.cells[cells[i]].x {
				s.set(cells[i], y)
			}
		}
	}
}

// spread is the rectangle of all places that a block concerns.
func (b *block) spread() (left, right, from, to int) {
	return b.left + min(0, b.aside), b.right + max(0, b.aside), b.from + min(0, b.down), b.to + max(0, b.down)
}

// outcome is what a block comes to, worked out once, within a trial.
func (s *system) outcome(b block) outcome {
	if o, known := s.outcomes[b]; known {
		return o
	}
	o := nothing
	if cost, moved := s.costOfBlock(&b); moved >= leastMoved {
		s.lay(&b)
		mark := len(s.trial.done)
		if b.tail == refill {
			more, lost := s.refill(&b)
			cost += more - s.excused(lost)
		}
		o = outcome{s.trial.value - cost, s.trial.changed}
		s.undo(mark)
	}
	s.outcomes[b] = o
	return o
}

// costOfBlock is what it costs to describe a block, but for what is refilled, and how many
// figures it moves.
func (s *system) costOfBlock(b *block) (cost, moved int) {
	cost = blockCost + b.right - b.left + max(b.down, -b.down)/3 + count(b.tail == kept)
	for c := b.left; c <= b.right; c++ {
		for i := b.from; i <= b.to; i++ {
			moved += count(s.printedAt(b.lane, c+b.aside, i+b.down) != 0)
			if b.aside != 0 && b.tail != rotated && !b.has(c-b.aside, i) && s.printedAt(b.lane, c, i) != 0 {
				cost += vanishCost
			}
		}
	}
	return cost, moved
}

// movedBack is the repair that a block moved back is.
func (s *system) movedBack(b block) repair {
	s.begin()
	defer s.end()
	s.lay(&b)
	r := repair{kind: Shifted, shift: b.down, aside: b.aside}
	r.cost, _ = s.costOfBlock(&b)
	if b.tail == refill {
		more, lost := s.refill(&b)
		r.cost += more
		r.lost = slices.Clone(lost)
	}
	r.changes = s.changes(Shifted)
	return r
}

// refill gives the ends of a block what other forms or their own identities ask for, once
// it is laid, and says what that costs and which of them nothing tells: where several want
// one identity to tell them, none is told.
func (s *system) refill(b *block) (cost int, lost []int32) {
	s.stamp++
	ends := s.endsOf(b)
	for _, id := range ends {
		s.cells[id].mark = s.stamp
	}
	for more := true; more; {
		more = false
		for _, id := range ends {
			if s.cells[id].mark != s.stamp {
				continue
			}
			if y, ok := s.tells(id); ok {
				s.set(id, y)
				s.cells[id].mark, more = 0, true
			}
		}
	}
	lost = ends[:0] // of those seen already
	for _, id := range ends {
		c := &s.cells[id]
		switch {
		case c.mark == s.stamp:
			s.set(id, c.printed)
			lost = append(lost, id)
		case c.x != 0:
			cost += refillCost
		}
	}
	return cost + min(len(lost), mostLost), lost
}

// endsOf are the cells that a block moves away from, good until those of another are asked for.
func (s *system) endsOf(b *block) []int32 {
	s.ends = s.ends[:0]
	for c := max(b.left+b.aside, 0); c <= min(b.right+b.aside, len(b.lane.columns)-1); c++ {
		cells := s.columns[b.lane.columns[c]].cells
		for i := max(b.from+b.down, 0); i <= min(b.to+b.down, b.lane.rows-1); i++ {
			if b.has(c, i) {
				i = min(b.to, b.to+b.down) // on behind the block
			} else {
				s.ends = append(s.ends, cells[i])
			}
		}
	}
	return s.ends
}

// tells is what one identity asks a cell to read that has no other of those marked.
func (s *system) tells(id int32) (y int64, ok bool) {
	c := &s.cells[id]
	if s.brokenCount(id) == 0 {
		return 0, true
	}
	if e, known := s.elsewhere(id); known && e.must && e.y >= 0 {
		return e.y, true
	}
	for _, e := range c.in {
		q := &s.constraints[e.to]
		if !s.wrong(e.to) || q.relation != equation.Equal || e.sign == 0 || c.step <= 0 {
			continue
		}
		shared := slices.ContainsFunc(q.terms, func(t tie) bool {
			return t.to != id && s.cells[t.to].mark == s.stamp && s.brokenCount(t.to) > 0
		})
		if y := s.asked(c, e); !shared && y >= 0 {
			return y, true
		}
	}
	return 0, false
}
