package localise

import (
	"cmp"
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
	s.printed = append(s.printed[:0], s.broken...)
	var seeds []block
	for _, lane := range s.lanes() {
		seeds = append(seeds, s.aligning(lane)...)
		found = append(found, s.groups(lane)...)
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
	}
	tried := map[way]int{}
	for _, b := range seeds {
		w := way{b.lane[0], b.down, b.aside}
		if tried[w]++; tried[w] > mostAlike || len(tried) > mostBlocks {
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

// groups are the details of each broken sum of a form that no other has, moved up a row:
// with the sum pasted over by the first of them, or the first pasted over by the second.
func (s *system) groups(lane []int32) (found []repair) {
	t := s.columns[lane[0]].table
	if t.Form.SharesCodes() {
		return nil
	}
	for at, c := range lane {
		for _, id := range s.columns[c].cells {
			row := s.cells[id].figure.Row
			if len(row.Kids) < leastGroup || s.brokenCount(id) == 0 {
				continue
			}
			first, known := s.at[row.Kids[0].Figures[0].At]
			last, ends := s.at[row.Kids[len(row.Kids)-1].Figures[0].At]
			if !known || !ends || s.cells[first].column != c || s.cells[last].column != c {
				continue
			}
			for over := range 2 {
				b := block{lane: lane, left: at, right: at, from: int(s.cells[first].place) + over, to: int(s.cells[last].place), down: -1}
				if r, _ := s.tried(&b, refill); len(r.changes) > leastMoved && s.weigh(&r) {
					found = append(found, r)
				}
			}
		}
	}
	return found
}

// aligning are the blocks that other forms speak for: figures of a column that stand,
// one as the other, so many rows away from where they should.
func (s *system) aligning(lane []int32) (seeds []block) {
	for at, c := range lane {
		runs := map[int]*block{}
		for _, a := range s.awayIn(&s.columns[c]) {
			i := int(s.cells[a.cell].place)
			for _, k := range a.places {
				b := runs[k-i]
				if b == nil {
					b = &block{lane: lane, left: at, right: at, from: i, down: k - i}
					runs[k-i] = b
				}
				b.to = i
				b.fits += 2
			}
		}
		for _, b := range runs {
			if b.fits >= 2*leastMoved {
				seeds = append(seeds, *b)
			}
		}
	}
	slices.SortFunc(seeds, func(a, b block) int { // whatever the map's order
		return cmp.Or(a.left-b.left, a.down-b.down)
	})
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
		if y != 0 {
			moved++
		}
		if moved < leastMoved {
			continue
		}
		gain := own - (s.count - s.aside)
		gain = max(gain+s.unsure(cells, i, down, step), s.turned(cells, from, i, down, step, printed, own))
		if gain > best.fits {
			best = block{from: min(from, i), to: max(from, i), down: down, fits: gain}
		}
	}
	for i, x := range was {
		s.set(cells[i], x)
	}
	return best
}

// turned is how many more identities hold once what stood where a run begins comes in at
// its end: for short ways only, the others are rare and dear.
func (s *system) turned(cells []int32, from, last, down, step int, printed func(int) int64, own int) int {
	by := max(down, -down)
	if end := last + by*step; by > mostTurned || end < 0 || end >= len(cells) {
		return 0
	}
	var was [mostTurned]int64
	for k := range by {
		was[k] = s.set(cells[last+(k+1)*step], printed(from+k*step))
	}
	gain := own - (s.count - s.aside)
	for k := range by {
		s.set(cells[last+(k+1)*step], was[k])
	}
	return gain
}

// unsure counts the identities of the cells at the end of a run, which were pasted over,
// that held before, one a cell at most; of a lone cell any.
func (s *system) unsure(cells []int32, last, down, step int) (n int) {
	for k := 1; k <= max(down, -down); k++ {
		if i := last + k*step; i >= 0 && i < len(cells) {
			s.work--
			for j, q := range s.cells[cells[i]].in {
				if s.broken[q] && (!s.printed[q] || down == 1 || down == -1) && !s.constraints[q].aside && s.cells[cells[i]].signs[j] != 0 {
					n++
					break
				}
			}
		}
	}
	return n
}

// sideslips are the runs of rows after which the fewest identities are broken when some
// of their columns read what stands aside, for the columns side by side of a lane.
func (s *system) sideslips(lane []int32, aside int) (seeds []block) {
	rows := len(s.columns[lane[0]].cells)
	for left := range lane {
		for right := left; right < len(lane) && right-left < widestBlock; right++ {
			if left+aside < 0 || right+aside >= len(lane) || right+aside < 0 || left+aside >= len(lane) {
				continue
			}
			best := block{}
			for _, t := range [2]tail{blank, rotated} {
				for from := range rows {
					b := block{lane: lane, left: left, right: right, from: from, aside: aside}
					if s.amiss(&b) {
						s.sideslipFrom(&b, t, rows)
					}
					if b.fits > best.fits {
						best = b
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

// amiss says whether something is broken in the first row of a block that would change.
func (s *system) amiss(b *block) bool {
	broken, figures := false, false
	for c := b.left; c <= b.right; c++ {
		id := s.columns[b.lane[c]].cells[b.from]
		source := s.columns[b.lane[c+b.aside]].cells[b.from]
		s.work--
		broken = broken || s.brokenCount(id) > 0 || s.brokenCount(source) > 0
		figures = figures || s.cells[source].x != 0
	}
	return broken && figures
}

// sideslipFrom extends a block row by row, and keeps it where the fewest are broken.
func (s *system) sideslipFrom(b *block, t tail, rows int) {
	start := s.count
	var done []change
	for i := b.from; i < rows && i < b.from+mostRows/2; i++ {
		row := *b
		row.from, row.to = i, i
		r, moved := s.as(&row, t)
		for _, c := range r.changes {
			done = append(done, change{cell: c.cell, y: s.set(c.cell, c.y)})
		}
		if gain := start - s.count; moved > 0 && gain > b.fits {
			b.fits, b.to = gain, i
		}
		if s.count > start+mostWorse {
			break
		}
	}
	for i := len(done) - 1; i >= 0; i-- {
		s.set(done[i].cell, done[i].y)
	}
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
	r = repair{kind: Shifted, shift: b.down, aside: b.aside, cost: blockCost + b.right - b.left + max(b.down, -b.down)/3}
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
	was := map[int32]int64{}
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
	r.changes = held
	defer s.asGroup(r)
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

// asGroup lets a block cost less that is the details of one group moved up a row, with
// the sum of the group repeated in the last: so a group comes out whose head was pasted
// over.
func (s *system) asGroup(r *repair) {
	if r.shift != -1 || len(r.lost) > 0 || len(r.changes) < leastGroup {
		return
	}
	last := r.changes[0].cell
	parent := s.cells[last].figure.Row.Parent
	for _, c := range r.changes {
		if row := s.cells[c.cell].figure.Row; row.Parent == nil || row.Parent != parent || s.cells[c.cell].column != s.cells[last].column {
			return
		}
		if s.cells[c.cell].place > s.cells[last].place {
			last = c.cell
		}
	}
	if s.cells[last].figure.Row == parent.Kids[len(parent.Kids)-1] && s.repeatsSubtotal(last) {
		r.cost = groupCost
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
		alone := true
		for _, t := range q.terms {
			if _, known := told[t.cell]; t.cell != id && !known && contains(cells, t.cell) && s.brokenCount(t.cell) > 0 {
				alone = false
			}
		}
		if y := floor(c.x-c.signs[i]*q.diff+c.step/2, c.step); alone && y >= 0 {
			return y, true
		}
	}
	return 0, false
}
