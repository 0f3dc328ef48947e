package localise

import (
	"slices"
	"sort"

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

// block is a rectangle of a form's lane that reads what stands so many rows further down
// and columns further right: true[i, c] = printed[i+down, c+right].
type block struct {
	lane                  []int32 // its columns, left to right
	left, right, from, to int     // inclusive, within the lane
	down, aside           int
	turned                bool // with what it displaced come in behind it
	fits                  int  // how much of what is broken would come out
}

// moving is room for one block as it is moved back, used again for the next.
type moving struct {
	changes   []change
	ends      []int32 // cells that the block moves away from
	displaced []int64 // what stands where it comes in
}

// blocks finds blocks of figures that slipped by whole rows or columns, as pasting into
// the wrong row does: what stood there is pushed on, pasted over, or comes in at the
// other end.
func (s *system) blocks() (found []repair) {
	enough := s.work / 2
	s.printed = append(s.printed[:0], s.broken...)
	var seeds []block
	for _, lane := range s.lanes() {
		seeds = append(seeds, s.aligning(lane)...)
		for by := 1; by <= mostShift && s.work > enough; by++ {
			for _, down := range [2]int{by, -by} {
				seeds = append(seeds, s.slips(lane, down)...)
			}
		}
		for by := 1; by <= mostAside && s.work > enough; by++ {
			seeds = append(append(seeds, s.sideslips(lane, by)...), s.sideslips(lane, -by)...)
		}
	}
	if s.work <= enough {
		s.gaveUp = true
	}
	sort.SliceStable(seeds, func(i, k int) bool {
		if seeds[i].fits != seeds[k].fits {
			return seeds[i].fits > seeds[k].fits
		}
		return max(seeds[i].down, -seeds[i].down) < max(seeds[k].down, -seeds[k].down)
	})
	type way struct {
		lane        int32
		down, aside int
		turned      bool
	}
	tried := map[way]int{}
	ways := map[[2]bool]int{} // aside, turned
	for _, b := range seeds {
		w, of := way{b.lane[0], b.down, b.aside, b.turned}, [2]bool{b.aside != 0, b.turned}
		if tried[w] == 0 {
			ways[of]++
		}
		if tried[w]++; tried[w] > mostAlike || ways[of] > mostBlocks {
			continue
		}
		if r, ok := s.grown(b); ok {
			found = append(found, r)
		}
	}
	return found
}

// lanes are the columns of each form, lane by lane, where something is broken.
func (s *system) lanes() (lanes [][]int32) {
	for at := 0; at < len(s.columns); {
		var lane []int32
		broken := 0
		first := &s.columns[at]
		for ; at < len(s.columns) && s.columns[at].table == first.table && s.columns[at].lane == first.lane; at++ {
			if len(lane) == 0 || len(s.columns[at].cells) == len(first.cells) {
				lane = append(lane, int32(at))
			}
			for _, id := range s.columns[at].cells {
				broken += s.brokenCount(id)
			}
		}
		if broken > 1 {
			lanes = append(lanes, lane)
		}
	}
	return lanes
}

// tail is what becomes of the cells that a block moves away from.
type tail uint8

const (
	blank   tail = iota // nothing stood there
	rotated             // what stands where the block should be
	kept                // they are right as they are
	refill              // what their identities ask for, once the rest has moved
)

// grown tries a block and those with their ends a little elsewhere, as long as that
// gets better; then what was pasted over is asked for.
func (s *system) grown(b block) (best repair, ok bool) {
	value := 0
	for _, last := range [2]tail{kept, refill} {
		best, value = s.tried(&b, last)
		for better := true; better && !s.tired(); {
			better = false
			for _, n := range b.near() {
				r, v := s.tried(&n, last)
				if len(r.changes) > 0 && (v > value || v == value && len(r.changes) < len(best.changes)) {
					b, best, value, better = n, r, v, true
				}
			}
		}
	}
	return best, len(best.changes) > 0 && s.weigh(&best)
}

// near are the blocks with one end elsewhere.
func (b *block) near() (list []block) {
	for by := 1; by <= reach; by++ {
		for _, off := range [2]int{by, -by} {
			for edge := range 4 {
				n := *b
				*[]*int{&n.from, &n.to, &n.left, &n.right}[edge] += off
				if n.from >= 0 && n.from <= n.to && n.left >= 0 && n.left <= n.right && n.right < len(b.lane) {
					list = append(list, n)
				}
			}
		}
	}
	return list
}

// tried is the best way to move a block back, by what becomes of its end.
func (s *system) tried(b *block, last tail) (best repair, value int) {
	value = -1 << 30
	for t := blank; t <= last; t++ {
		r, moved := s.as(b, t)
		if moved < leastMoved {
			continue
		}
		if v, _ := s.value(&r); v > value && s.believableAll(r.changes) {
			best, value = r, v
			best.changes = slices.Clone(r.changes)
		}
	}
	return best, value
}

func (s *system) believableAll(changes []change) bool {
	return !slices.ContainsFunc(changes, func(c change) bool { return c.y < 0 && !s.believable(c) })
}

// as moves a block back, and says how many figures that moves. The changes are good
// until it is called again.
func (s *system) as(b *block, t tail) (r repair, moved int) {
	r = repair{kind: Shifted, shift: b.down, aside: b.aside, cost: blockCost + b.right - b.left + max(b.down, -b.down)/3}
	cell := func(i, c int) (int32, bool) {
		if c < 0 || c >= len(b.lane) || i < 0 || i >= len(s.columns[b.lane[c]].cells) {
			return 0, false
		}
		return s.columns[b.lane[c]].cells[i], true
	}
	inside := func(i, c int) bool { return i >= b.from && i <= b.to && c >= b.left && c <= b.right }
	r.changes = s.moving.changes[:0]
	ends, displaced := s.moving.ends[:0], s.moving.displaced[:0]
	defer func() { s.moving = moving{r.changes, ends, displaced} }()
	for c := b.left; c <= b.right; c++ {
		for i := b.from; i <= b.to; i++ {
			id, ok := cell(i, c)
			if !ok {
				return r, 0
			}
			y := int64(0)
			if source, ok := cell(i+b.down, c+b.aside); ok {
				if y = s.cells[source].x; !inside(i+b.down, c+b.aside) {
					ends = append(ends, source)
				}
			}
			if !inside(i-b.down, c-b.aside) {
				displaced = append(displaced, s.cells[id].x)
				if s.cells[id].x != 0 && t != rotated && b.aside != 0 {
					r.cost += vanishCost
				}
			}
			if y != 0 {
				moved++
			}
			if y != s.cells[id].x {
				r.changes = append(r.changes, change{cell: id, y: y, kind: Shifted})
			}
		}
	}
	if t == kept {
		r.cost++
		return r, moved
	}
	held := len(r.changes)
	for n, id := range ends {
		y := int64(0)
		if t == rotated && len(displaced) == len(ends) {
			y = displaced[n]
		}
		if y != s.cells[id].x {
			r.changes = append(r.changes, change{cell: id, y: y, kind: Shifted})
		}
	}
	if t == refill {
		s.refill(&r, held, ends)
	}
	return r, moved
}

// refill gives the cells that a block pasted over what other forms or their own
// identities ask for, once the block has moved back. Where several want one identity
// to tell them, none is told.
func (s *system) refill(r *repair, held int, ends []int32) {
	_, undo := s.trial(r.changes)
	told, was := map[int32]int64{}, map[int32]int64{}
	for more := true; more; {
		more = false
		for _, id := range ends {
			if _, known := told[id]; known {
				continue
			}
			if y, ok := s.tells(id, ends, told); ok {
				told[id], was[id], more = y, s.set(id, y), true
			}
		}
	}
	for id, x := range was {
		s.set(id, x)
	}
	undo()
	r.changes = r.changes[:held]
	for _, id := range ends {
		y, known := told[id]
		switch {
		case !known:
			if r.lost = append(r.lost, id); len(r.lost) <= mostLost {
				r.cost++
			}
			continue
		case y != 0:
			r.cost += refillCost
		}
		r.changes = append(r.changes, change{cell: id, y: y, kind: Shifted})
	}
}

// tells is what one identity asks a cell to read that has no other of some cells but
// those told already.
func (s *system) tells(id int32, cells []int32, told map[int32]int64) (y int64, ok bool) {
	c := &s.cells[id]
	if s.brokenCount(id) == 0 {
		return 0, true
	}
	if e, known := s.elsewhere(id); known && e.must && e.y >= 0 {
		return e.y, true
	}
	for i, k := range c.in {
		q := &s.constraints[k]
		if !s.broken[k] || s.ignored[k] || q.relation != equation.Equal || c.signs[i] == 0 || c.step <= 0 {
			continue
		}
		shared := slices.ContainsFunc(q.terms, func(t term) bool {
			_, known := told[t.cell]
			return t.cell != id && !known && slices.Contains(cells, t.cell) && s.brokenCount(t.cell) > 0
		})
		if y := s.asked(c, i); !shared && y >= 0 {
			return y, true
		}
	}
	return 0, false
}
