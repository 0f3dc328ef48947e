package localise

import (
	"cmp"
	"slices"
)

// aligning are the blocks that other forms speak for: figures of a column that stand,
// one as the other, so many rows away from where they should.
func (s *system) aligning(lane []int32) (seeds []block) {
	for at, c := range lane {
		runs := map[int]*block{}
		for _, a := range s.awayIn(&s.columns[c], s.elsewhere) {
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

// slips are the best runs of each column whose figures are moved back one by one: those
// after which the fewest of its own identities are broken, but for what was pasted over,
// and those with what stood where the run begins come in at its end.
func (s *system) slips(lane []int32, down int) (seeds []block) {
	for at, c := range lane {
		var best [2]block
		for i, id := range s.columns[c].cells {
			if s.brokenCount(id) == 0 {
				continue
			}
			for k, b := range s.slipFrom(s.columns[c].cells, i, down) {
				if b.fits > best[k].fits || b.fits == best[k].fits && b.fits > 0 && b.to-b.from < best[k].to-best[k].from {
					best[k] = b
					best[k].lane, best[k].left, best[k].right = lane, at, at
				}
			}
		}
		for _, b := range best {
			if b.fits > 0 {
				seeds = append(seeds, b)
			}
		}
	}
	return seeds
}

// slipFrom moves figures back from one row on, away from where they slipped.
func (s *system) slipFrom(cells []int32, from, down int) (best [2]block) {
	step := 1
	if down < 0 {
		step = -1
	}
	own := s.count - s.aside
	done := make([]change, 0, 2*mostRows) // how to undo it
	moved := 0
	for i, n := from, 0; i >= 0 && i < len(cells) && n < mostRows; i, n = i+step, n+1 {
		source := i + down
		if source < 0 || source >= len(cells) {
			break
		}
		y := s.cells[cells[source]].x
		done = append(done, change{cell: cells[i], y: s.set(cells[i], y)}, change{cell: cells[source], y: s.set(cells[source], 0)})
		if y != 0 {
			moved++
		}
		if moved < leastMoved {
			continue
		}
		gain := own - (s.count - s.aside)
		for k, fits := range [2]int{gain + s.unsure(cells, i, down, step), s.turned(cells, done, from, i, down, step, own)} {
			if fits > best[k].fits {
				best[k] = block{from: min(from, i), to: max(from, i), down: down, turned: k == 1, fits: fits}
			}
		}
	}
	s.undo(done)
	return best
}

// turned is how many more identities hold once what stood where a run begins comes in at
// its end: for short ways only, the others are rare and dear.
func (s *system) turned(cells []int32, done []change, from, last, down, step, own int) int {
	by, most := max(down, -down), mostTurned
	if !s.columns[s.cells[cells[0]].column].table.Form.SharesCodes() {
		most = mostShift // there is little else to tell
	}
	if end := last + by*step; by > most || end < 0 || end >= len(cells) {
		return 0
	}
	start := len(done)
	for k := range by {
		id, x := cells[last+(k+1)*step], s.cells[cells[from+k*step]].x
		if 2*k < start {
			x = done[2*k].y // it has moved
		}
		done = append(done, change{cell: id, y: s.set(id, x)})
	}
	gain := own - (s.count - s.aside)
	s.undo(done[start:])
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
			for _, t := range [2]tail{rotated, refill} {
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
	s.undo(done)
}
