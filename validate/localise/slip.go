package localise

import (
	"cmp"
	"slices"
)

// aligning are the blocks that other forms speak for: figures of a column that stand,
// one as the other, so many rows away from where they should.
func (s *system) aligning(l *lane) (seeds []seed) {
	for at, c := range l.columns {
		runs := map[int]*seed{}
		for _, a := range s.awayIn(&s.columns[c], s.elsewhere) {
			i := int(s.cells[a.cell].place)
			for _, k := range a.places {
				b := runs[k-i]
				if b == nil {
					b = &seed{block: block{lane: l, left: at, right: at, from: i, down: k - i}}
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
	slices.SortStableFunc(seeds, func(a, b seed) int { // whatever the map's order
		return cmp.Or(a.left-b.left, a.down-b.down)
	})
	return seeds
}

// slips are the best runs of each column whose figures are moved back one by one: those
// after which the fewest of its own identities are broken, but for what was pasted over,
// and those with what stood where the run begins come in at its end.
func (s *system) slips(l *lane, down int) (seeds []seed) {
	for at, c := range l.columns {
		var best [2]seed
		for i, id := range s.columns[c].cells {
			if s.brokenCount(id) == 0 {
				continue
			}
			for k, b := range s.slipFrom(s.columns[c].cells, i, down) {
				if b.fits > best[k].fits || b.fits == best[k].fits && b.fits > 0 && b.to-b.from < best[k].to-best[k].from {
					best[k] = b
					best[k].lane, best[k].left, best[k].right = l, at, at
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
func (s *system) slipFrom(cells []int32, from, down int) (best [2]seed) {
	step := 1
	if down < 0 {
		step = -1
	}
	s.begin()
	defer s.end()
	var displaced []int64
	for k := range max(down, -down) {
		if i := from + k*step; i >= 0 && i < len(cells) {
			displaced = append(displaced, s.cells[cells[i]].x)
		}
	}
	moved := 0
	for i, n := from, 0; i >= 0 && i < len(cells) && n < mostRows; i, n = i+step, n+1 {
		source := i + down
		if source < 0 || source >= len(cells) {
			break
		}
		y := s.cells[cells[source]].x
		s.set(cells[i], y)
		s.set(cells[source], 0)
		if y != 0 {
			moved++
		}
		if moved < leastMoved {
			continue
		}
		for k, fits := range [2]int{s.gain() + s.unsure(cells, i, down, step), s.turned(cells, displaced, i, step)} {
			if fits > best[k].fits {
				best[k] = seed{block{from: min(from, i), to: max(from, i), down: down}, k == 1, fits}
			}
		}
	}
	return best
}

// gain is how many more identities hold than before a trial, but for those of cells side
// by side.
func (s *system) gain() int { return s.trial.count - s.trial.aside - (s.count - s.aside) }

// turned is how many more identities hold once what stood where a run begins comes in at
// its end: for short ways only, the others are rare and dear.
func (s *system) turned(cells []int32, displaced []int64, last, step int) int {
	by, most := len(displaced), mostTurned
	if !s.columns[s.cells[cells[0]].column].table.Form.SharesCodes() {
		most = mostShift // there is little else to tell
	}
	if end := last + by*step; by > most || end < 0 || end >= len(cells) {
		return 0
	}
	mark := len(s.trial.done)
	for k, x := range displaced {
		s.set(cells[last+(k+1)*step], x)
	}
	gain := s.gain()
	s.undo(mark)
	return gain
}

// unsure counts the identities of the cells at the end of a run, which were pasted over,
// that held before, one a cell at most; of a lone cell any.
func (s *system) unsure(cells []int32, last, down, step int) (n int) {
	for k := 1; k <= max(down, -down); k++ {
		if i := last + k*step; i >= 0 && i < len(cells) {
			s.work--
			for _, e := range s.cells[cells[i]].in {
				if s.broken[e.to] && (s.held(e.to) || down == 1 || down == -1) && !s.constraints[e.to].aside && e.sign != 0 {
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
func (s *system) sideslips(l *lane, aside int) (seeds []seed) {
	n := len(l.columns)
	for left := max(0, -aside); left < min(n, n-aside); left++ {
		for right := left; right < min(n, n-aside, left+widestBlock); right++ {
			best := seed{}
			for _, t := range [2]tail{rotated, refill} {
				for from := range l.rows {
					b := seed{block: block{lane: l, left: left, right: right, from: from, aside: aside}}
					if s.amiss(&b.block) {
						s.sideslipFrom(&b, t)
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
		id := s.columns[b.lane.columns[c]].cells[b.from]
		source := s.columns[b.lane.columns[c+b.aside]].cells[b.from]
		s.work--
		broken = broken || s.brokenCount(id) > 0 || s.brokenCount(source) > 0
		figures = figures || s.cells[source].x != 0
	}
	return broken && figures
}

// sideslipFrom extends a block row by row, and keeps it where the fewest are broken.
func (s *system) sideslipFrom(b *seed, t tail) {
	s.begin()
	defer s.end()
	for i := b.from; i < min(b.lane.rows, b.from+mostRows/2); i++ {
		row := b.block
		row.from, row.to = i, i
		_, moved := s.lay(&row)
		s.finish(&row, t, 0)
		if gain := s.trial.count - s.count; moved > 0 && gain > b.fits {
			b.fits, b.to = gain, i
		}
		if s.count > s.trial.count+mostWorse {
			break
		}
	}
}
