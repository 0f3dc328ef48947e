package localise

import (
	"cmp"
	"slices"

	"suanqing/validate/equation"
)

const (
	mostTurned  = 3 // rows by which what is displaced is sought at the other end
	mostShift   = 8 // rows a block may have slipped by without another form to say so
	mostAside   = 3 // columns
	mostBlocks  = 6 // ways to slip tried in earnest
	mostAlike   = 2 // blocks of each
	mostRows    = 48
	mostWorse   = 6  // broken identities more than before at which a run of rows is given up
	widestBlock = 8  // columns of a block
	leastBlock  = 3  // figures that must stand elsewhere before other forms bear a slip out
	leastGroup  = 3  // figures of a group that moved
	leastMoved  = 2  // figures of any block: one alone has moved
	blockCost   = 12 // of one column, rows and distance
	groupCost   = 5  // of the details of a group moved up a row, the sum repeated in the last
	refillCost  = 4  // of a figure that was pasted over
	vanishCost  = 3  // of a figure that stood where the block should be and is nowhere else
	mostLost    = 3  // figures that were pasted over and that nothing tells: more cost no more
	reach       = 4  // rows and columns by which the ends of a block are tried
)

// lane are the columns of a form side by side, all of them with as many rows.
type lane struct {
	columns []int32
	rows    int
}

// block is a rectangle of a form's lane that reads what stands so many rows further down
// and columns further right: true[i, c] = printed[i+down, c+right].
type block struct {
	lane                  *lane
	left, right, from, to int // inclusive, within the lane
	down, aside           int
}

// seed is a block to begin with.
type seed struct {
	block
	turned bool // with what it displaced come in behind it
	fits   int  // how much of what is broken would come out
}

// tail is what becomes of the cells that a block moves away from.
type tail uint8

const (
	blank   tail = iota // nothing stood there
	rotated             // what stands where the block should be
	kept                // they are right as they are
	refill              // what their identities ask for, once the rest has moved
)

// outcome is what the best way to move a block back comes to.
type outcome struct {
	value, changes int
	tail           tail
}

// tried is a block with the last of the tails that it was tried with.
type tried struct {
	block
	last tail
}

// better says whether one outcome is to be preferred to another.
func (o outcome) better(than outcome) bool {
	return o.changes > 0 && (o.value > than.value || o.value == than.value && o.changes < than.changes)
}

// moving is room for one block as it is moved back, used again for the next.
type moving struct {
	changes   []change             // of the block
	tails     [refill + 1][]change // of the cells that it moves away from
	ends      []int32              // cells that the block moves away from
	printed   []int64              // what those read
	displaced []int64              // what stands where it comes in
}

// blocks finds blocks of figures that slipped by whole rows or columns, as pasting into
// the wrong row does: what stood there is pushed on, pasted over, or comes in at the
// other end.
func (s *system) blocks() (found []repair) {
	enough := s.work / 2
	var seeds []seed
	for _, l := range s.lanes() {
		seeds = append(seeds, s.aligning(l)...)
		for by := 1; by <= mostShift && s.work > enough; by++ {
			seeds = append(append(seeds, s.slips(l, by)...), s.slips(l, -by)...)
		}
		for by := 1; by <= mostAside && s.work > enough; by++ {
			seeds = append(append(seeds, s.sideslips(l, by)...), s.sideslips(l, -by)...)
		}
	}
	if s.work <= enough {
		s.gaveUp = true
	}
	slices.SortStableFunc(seeds, func(a, b seed) int {
		return cmp.Or(b.fits-a.fits, max(a.down, -a.down)-max(b.down, -b.down))
	})
	type way struct {
		lane        *lane
		down, aside int
		turned      bool
	}
	alike := map[way]int{}
	ways := map[[2]bool]int{} // aside, turned
	for _, b := range seeds {
		w, of := way{b.lane, b.down, b.aside, b.turned}, [2]bool{b.aside != 0, b.turned}
		if alike[w] == 0 {
			ways[of]++
		}
		if alike[w]++; alike[w] > mostAlike || ways[of] > mostBlocks {
			continue
		}
		if r, ok := s.grown(b.block); ok {
			found = append(found, r)
		}
	}
	return found
}

// lanes are the columns of each form, lane by lane, where something is broken.
func (s *system) lanes() (lanes []*lane) {
	for at := 0; at < len(s.columns); {
		broken := 0
		first := &s.columns[at]
		l := &lane{rows: len(first.cells)}
		for ; at < len(s.columns) && s.columns[at].table == first.table && s.columns[at].lane == first.lane; at++ {
			if len(s.columns[at].cells) == l.rows {
				l.columns = append(l.columns, int32(at))
			}
			for _, id := range s.columns[at].cells {
				broken += s.brokenCount(id)
			}
		}
		if broken > 1 {
			lanes = append(lanes, l)
		}
	}
	return lanes
}

// grown tries a block and those with their ends a little elsewhere, as long as that
// gets better; then what was pasted over is asked for.
func (s *system) grown(b block) (r repair, ok bool) {
	var best outcome
	for _, last := range [2]tail{kept, refill} {
		best = s.outcome(b, last)
		for more := true; more && !s.tired(); {
			more = false
			for n := range b.near {
				if o := s.outcome(n, last); o.better(best) {
					b, best, more = n, o, true
				}
			}
		}
	}
	if best.changes == 0 {
		return r, false
	}
	return s.movedBack(b, best.tail), true
}

// near are the blocks with one end elsewhere.
func (b block) near(yield func(block) bool) {
	for by := 1; by <= reach; by++ {
		for _, off := range [2]int{by, -by} {
			for edge := range 4 {
				n := b
				*[]*int{&n.from, &n.to, &n.left, &n.right}[edge] += off
				if n.from >= 0 && n.from <= n.to && n.to < n.lane.rows && n.left >= 0 && n.left <= n.right && n.right < len(n.lane.columns) && !yield(n) {
					return
				}
			}
		}
	}
}

// outcome is what a block comes to by the best of the tails up to one, worked out once.
func (s *system) outcome(b block, last tail) outcome {
	if o, known := s.outcomes[tried{b, last}]; known {
		return o
	}
	best, first := outcome{value: -1 << 30}, blank
	if last == refill {
		best, first = s.outcome(b, kept), refill
	}
	m := &s.moving
	var values [refill + 1]int
	s.begin()
	cost, moved := s.lay(&b)
	for t := first; t <= last && moved >= leastMoved; t++ {
		r := s.finish(&b, t, cost)
		values[t], _ = s.settled(&r, m.changes, m.tails[t])
	}
	s.end()
	hints := s.hinted(m.changes)
	for t := first; t <= last && moved >= leastMoved; t++ {
		if v := values[t] + byHint*(hints+s.hinted(m.tails[t])); v > best.value {
			best = outcome{v, len(m.changes) + len(m.tails[t]), t}
		}
	}
	s.outcomes[tried{b, last}] = best
	return best
}

// movedBack is the repair that a block moved back by a tail is.
func (s *system) movedBack(b block, t tail) repair {
	s.begin()
	defer s.end()
	cost, _ := s.lay(&b)
	r := s.finish(&b, t, cost)
	r.changes = slices.Concat(s.moving.changes, s.moving.tails[t])
	return r
}

// lay moves a block back, within a trial, and says how many figures that moves and what
// it costs to say, whatever the tail.
func (s *system) lay(b *block) (cost, moved int) {
	m := &s.moving
	m.changes, m.ends, m.printed, m.displaced = m.changes[:0], m.ends[:0], m.printed[:0], m.displaced[:0]
	for c := b.left; c <= b.right; c++ {
		cells := s.columns[b.lane.columns[c]].cells
		var from []int32 // where its figures stand
		if k := c + b.aside; k >= 0 && k < len(b.lane.columns) {
			from = s.columns[b.lane.columns[k]].cells
		}
		stays := c+b.aside >= b.left && c+b.aside <= b.right // they are in columns of the block
		comes := c-b.aside < b.left || c-b.aside > b.right
		for i := b.from; i <= b.to; i++ {
			id, y := cells[i], int64(0)
			if k := i + b.down; k >= 0 && k < len(from) {
				if y = s.cells[from[k]].x; !stays || k < b.from || k > b.to {
					m.ends, m.printed = append(m.ends, from[k]), append(m.printed, y)
				}
			}
			x := s.cells[id].x
			if k := i - b.down; comes || k < b.from || k > b.to {
				m.displaced = append(m.displaced, x)
			}
			if y != 0 {
				moved++
			}
			if y != x {
				m.changes = append(m.changes, change{cell: id, y: y, kind: Shifted})
			}
		}
	}
	s.apply(m.changes)
	return blockCost + b.right - b.left + max(b.down, -b.down)/3, moved
}

// finish fills the cells that a block moved away from, once it is laid. Their changes are
// among moving.tails, good until the next block is laid.
func (s *system) finish(b *block, t tail, cost int) repair {
	r := repair{kind: Shifted, shift: b.down, aside: b.aside, cost: cost}
	m := &s.moving
	m.tails[t] = m.tails[t][:0]
	for _, x := range m.displaced {
		if x != 0 && t != rotated && b.aside != 0 {
			r.cost += vanishCost
		}
	}
	switch t {
	case kept:
		r.cost++
		for n, id := range m.ends {
			s.set(id, m.printed[n])
		}
	case refill:
		s.refill(&r)
	default:
		for n, id := range m.ends {
			y := int64(0)
			if t == rotated && len(m.displaced) == len(m.ends) {
				y = m.displaced[n]
			}
			if s.set(id, y); y != m.printed[n] {
				m.tails[t] = append(m.tails[t], change{cell: id, y: y, kind: Shifted})
			}
		}
	}
	return r
}

// refill gives the cells that a block pasted over what other forms or their own
// identities ask for, once the block has moved back. Where several want one identity
// to tell them, none is told.
func (s *system) refill(r *repair) {
	m := &s.moving
	s.stamp++
	for _, id := range m.ends {
		s.cells[id].mark = s.stamp
		s.set(id, 0)
	}
	for more := true; more; {
		more = false
		for _, id := range m.ends {
			if s.cells[id].mark != s.stamp {
				continue
			}
			if y, ok := s.tells(id); ok {
				s.set(id, y)
				s.cells[id].mark, more = 0, true
			}
		}
	}
	for n, id := range m.ends {
		c := &s.cells[id]
		switch {
		case c.mark == s.stamp:
			s.set(id, m.printed[n])
			if r.lost = append(r.lost, id); len(r.lost) <= mostLost {
				r.cost++
			}
			continue
		case c.x != 0:
			r.cost += refillCost
		}
		m.tails[refill] = append(m.tails[refill], change{cell: id, y: c.x, kind: Shifted})
	}
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
