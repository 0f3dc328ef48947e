package localise

import (
	"slices"
	"sort"
)

const (
	mostShift   = 8 // rows a block may have slipped by without another form to say so
	mostAside   = 3 // columns
	mostBlocks  = 8 // tried in earnest
	mostRows    = 48
	widestBlock = 8  // columns of a block
	leastBlock  = 3  // figures that must stand elsewhere before other forms bear a slip out
	leastMoved  = 2  // figures of any block: one alone has moved
	blockCost   = 12 // of one column, rows and distance
	refillCost  = 4  // of a figure that was pasted over
	reach       = 4  // rows and columns by which the ends of a block are tried
)

// block is a rectangle of a form's lane that reads what stands so many rows further down
// and columns further right: true[i, c] = printed[i+down, c+right].
type block struct {
	lane                  []int32 // its columns, left to right
	left, right, from, to int     // inclusive, within the lane
	down, aside           int
	fits                  int // how much of what is broken would come out
}

// blocks finds blocks of figures that slipped by whole rows or columns, as pasting into
// the wrong row does: what stood there is pushed on, pasted over, or comes in at the
// other end.
func (s *system) blocks() (found []repair) {
	enough := s.work / 2
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
	sort.SliceStable(seeds, func(i, k int) bool { return seeds[i].fits > seeds[k].fits })
	for _, b := range seeds[:min(len(seeds), mostBlocks)] {
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

// aligning are the blocks that other forms speak for: figures of a column that stand,
// one as the other, so many rows away from where they should.
func (s *system) aligning(lane []int32) (seeds []block) {
	for at, c := range lane {
		runs := map[int]*block{}
		cells := s.columns[c].cells
		for i, id := range cells {
			e, ok := s.elsewhere(id)
			if !ok || e.y == 0 || e.fits(s.cells[id].x) {
				continue
			}
			if k := s.nearest(cells, i, e); k >= 0 {
				b := runs[k-i]
				if b == nil {
					b = &block{lane: lane, left: at, right: at, from: i, down: k - i}
					runs[k-i] = b
				}
				b.to = i
				b.fits++
			}
		}
		for _, b := range runs {
			if b.fits >= leastMoved {
				b.fits *= 2
				seeds = append(seeds, *b)
			}
		}
	}
	slices.SortFunc(seeds, func(a, b block) int { return a.down - b.down }) // whatever the map's order
	return seeds
}

// slips are the best run of each column whose figures are moved back one by one: those
// after which the fewest of its own identities are broken, but for what was pasted over.
func (s *system) slips(lane []int32, down int) (seeds []block) {
	for at, c := range lane {
		best := block{}
		for i, id := range s.columns[c].cells {
			if s.brokenCount(id) == 0 {
				continue
			}
			b := s.slipFrom(s.columns[c].cells, i, down)
			if b.fits > best.fits || b.fits == best.fits && b.fits > 0 && b.to-b.from < best.to-best.from {
				best = b
				best.lane, best.left, best.right = lane, at, at
			}
		}
		if best.fits > 0 {
			seeds = append(seeds, best)
		}
	}
	return seeds
}

// slipFrom moves figures back from one row on, away from where they slipped.
func (s *system) slipFrom(cells []int32, from, down int) (best block) {
	step := 1
	if down < 0 {
		step = -1
	}
	own := s.count - s.aside
	was := make(map[int]int64, mostRows)
	set := func(i int, y int64) {
		if _, known := was[i]; !known {
			was[i] = s.cells[cells[i]].x
		}
		s.set(cells[i], y)
	}
	printed := func(i int) int64 {
		if x, known := was[i]; known {
			return x
		}
		return s.cells[cells[i]].x
	}
	moved := 0
	for i, n := from, 0; i >= 0 && i < len(cells) && n < mostRows; i, n = i+step, n+1 {
		source := i + down
		if source < 0 || source >= len(cells) {
			break
		}
		y := printed(source)
		set(i, y)
		set(source, 0)
		if y == 0 {
			continue
		}
		moved++
		gain := own - (s.count - s.aside)
		if moved < leastMoved || gain+max(down, -down) <= best.fits {
			continue
		}
		if gain += s.unsure(cells, i, down, step); gain > best.fits {
			best = block{from: min(from, i), to: max(from, i), down: down, fits: gain}
		}
	}
	for i, x := range was {
		s.set(cells[i], x)
	}
	return best
}

// unsure counts the broken identities of the cells at the end of a run that were pasted
// over, one a cell at most.
func (s *system) unsure(cells []int32, last, down, step int) (n int) {
	for k := 1; k <= max(down, -down); k++ {
		if i := last + k*step; i >= 0 && i < len(cells) {
			s.work--
			for j, q := range s.cells[cells[i]].in {
				if s.broken[q] && !s.constraints[q].aside && s.cells[cells[i]].signs[j] != 0 {
					n++
					break
				}
			}
		}
	}
	return n
}

// sideslips are the runs of rows of which each comes out better by itself when some of
// its columns read what stands aside.
func (s *system) sideslips(lane []int32, aside int) (seeds []block) {
	for left := range lane {
		for right := left; right < len(lane) && right-left < widestBlock; right++ {
			if left+aside < 0 || right+aside >= len(lane) {
				continue
			}
			best, run := block{}, block{}
			for i := range s.columns[lane[0]].cells {
				row := block{lane: lane, left: left, right: right, from: i, to: i, aside: aside}
				if s.quiet(&row) {
					continue
				}
				r, _ := s.as(&row, blank)
				_, broke, undo := s.trial(r.changes)
				gain := len(s.mendedNow()) - broke
				undo()
				switch {
				case len(r.changes) == 0:
				case gain < 0:
					run = block{}
				default:
					if run.fits == 0 {
						run = row
					}
					run.to = i
					if run.fits += gain; run.fits > best.fits {
						best = run
					}
				}
			}
			if best.fits > 1 {
				seeds = append(seeds, best)
			}
		}
	}
	return seeds
}

// quiet says whether nothing is broken in a block.
func (s *system) quiet(b *block) bool {
	for c := b.left; c <= b.right; c++ {
		for i := b.from; i <= b.to; i++ {
			s.work--
			if s.brokenCount(s.columns[b.lane[c]].cells[i]) > 0 {
				return false
			}
		}
	}
	return true
}

// tail is what becomes of the cells that a block moves away from.
type tail uint8

const (
	blank   tail = iota // nothing stood there
	rotated             // what stands where the block should be
	kept                // they are right as they are
	refill              // what their identities ask for, once the rest has moved
	tails
)

// grown tries a block and those with their ends a little elsewhere, as long as that
// gets better.
func (s *system) grown(b block) (best repair, ok bool) {
	best, value := s.tried(&b)
	for better := true; better && !s.tired(); {
		better = false
		for _, n := range b.near() {
			r, v := s.tried(&n)
			if len(r.changes) > 0 && (v > value || v == value && len(r.changes) < len(best.changes)) {
				b, best, value, better = n, r, v, true
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

// tried is the best way to move a block back.
func (s *system) tried(b *block) (best repair, value int) {
	value = -1 << 30
	for t := blank; t < tails; t++ {
		r, moved := s.as(b, t)
		if moved < leastMoved {
			continue
		}
		if v, _ := s.value(&r); v > value && s.believableAll(r.changes) {
			best, value = r, v
		}
	}
	return best, value
}

func (s *system) believableAll(changes []change) bool {
	for _, c := range changes {
		if c.y < 0 && !s.believable(c) {
			return false
		}
	}
	return true
}

// as moves a block back, and says how many figures that moves.
func (s *system) as(b *block, t tail) (r repair, moved int) {
	r = repair{kind: Shifted, shift: b.down, aside: b.aside, cost: blockCost + b.right - b.left}
	cell := func(i, c int) (int32, bool) {
		if c < 0 || c >= len(b.lane) || i < 0 || i >= len(s.columns[b.lane[c]].cells) {
			return 0, false
		}
		return s.columns[b.lane[c]].cells[i], true
	}
	inside := func(i, c int) bool { return i >= b.from && i <= b.to && c >= b.left && c <= b.right }
	var ends []int32      // cells that the block moves away from
	var displaced []int64 // what stands where it comes in
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
	held := slices.Clone(r.changes)
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
func (s *system) refill(r *repair, held []change, ends []int32) {
	_, _, undo := s.trial(r.changes)
	defer undo()
	told := map[int32]int64{}
	for _, id := range ends {
		lo, hi := s.interval(id)
		e, known := s.elsewhere(id)
		switch {
		case s.brokenCount(id) == 0:
			told[id] = 0
		case known && e.y >= 0 && (e.must || lo <= hi && e.y >= lo && e.y <= hi):
			told[id] = e.y
		case lo <= hi && !s.shared(id, ends):
			if c, ok := s.read(id, lo, hi); ok && !c.open && c.y > 0 {
				told[id] = c.y
			}
		}
	}
	r.changes = held
	for _, id := range ends {
		y, known := told[id]
		switch {
		case !known:
			r.lost = append(r.lost, id)
			r.cost += refillCost
			continue
		case y != 0:
			r.cost += refillCost
		}
		r.changes = append(r.changes, change{cell: id, y: y, kind: Shifted})
	}
}

// shared says whether a broken identity of a cell has another of some cells.
func (s *system) shared(id int32, cells []int32) bool {
	for _, k := range s.cells[id].in {
		if !s.broken[k] {
			continue
		}
		for _, other := range cells {
			if other != id && s.constraints[k].sign(other) != 0 && s.brokenCount(other) > 0 {
				return true
			}
		}
	}
	return false
}
