package localise

import (
	"sort"

	"suanqing/validate/equation"
)

const (
	mostShift   = 8  // rows or columns a block may have slipped by
	mostCuts    = 3  // rows left out at its ends
	mostBlocks  = 24 // tried in earnest
	widestBlock = 8  // columns of a block
	leastBlock  = 3  // figures that must fit before a slip is believed
)

// trial changes cells and says what that mends and breaks. undo puts them back.
func (s *system) trial(changes []change) (mended, broke int, undo func()) {
	s.round++
	s.touched = s.touched[:0]
	for _, c := range changes {
		for _, k := range s.cells[c.cell].in {
			if q := &s.constraints[k]; q.round != s.round && !s.ignored[k] {
				q.round, q.was = s.round, s.broken[k]
				s.touched = append(s.touched, k)
			}
		}
	}
	was := make([]int64, len(changes))
	for i, c := range changes {
		was[i] = s.set(c.cell, c.y)
	}
	for _, k := range s.touched {
		switch was := s.constraints[k].was; {
		case was && !s.broken[k]:
			mended++
		case !was && s.broken[k]:
			broke++
		}
	}
	return mended, broke, func() {
		for i := len(changes) - 1; i >= 0; i-- {
			s.set(changes[i].cell, was[i])
		}
	}
}

// mendedNow lists what the last trial mended, before it is undone.
func (s *system) mendedNow() []int32 {
	var list []int32
	for _, k := range s.touched {
		if s.constraints[k].was && !s.broken[k] {
			list = append(list, k)
		}
	}
	return list
}

// expected says whether some broken equality of a cell would have it read y.
func (s *system) expected(id int32, y int64) bool {
	c := &s.cells[id]
	s.work -= len(c.in)
	for i, k := range c.in {
		q := &s.constraints[k]
		a := c.signs[i]
		if !s.broken[k] || q.relation != equation.Equal || a == 0 {
			continue
		}
		if off := q.diff + a*(y-c.x); off <= q.bound && -off <= q.bound {
			return true
		}
	}
	return false
}

// shifts finds blocks of figures that slipped by whole rows, the longest first,
// takes them as repaired and returns them.
func (s *system) shifts() []verdict {
	var found []verdict
	for {
		best, score := s.aligned()
		if r, mended := s.drift(); mended > score {
			best, score = r, mended
		}
		if r, mended := s.sideways(); mended > score {
			best, score = r, mended
		}
		blocks := s.candidates()
		for i, b := range blocks[:min(len(blocks), mostBlocks)] {
			cuts := 0
			if i < mostBlocks/4 {
				cuts = mostCuts
			}
			if r, mended := s.block(b, cuts); mended > score {
				best, score = r, mended
			}
		}
		if score == 0 || s.tired() {
			return found
		}
		for _, c := range best.changes {
			s.set(c.cell, c.y)
		}
		found = append(found, verdict{repair: best, likely: true})
	}
}

// candidate is a block that may have slipped: rows from…to of some columns
// side by side, by so many rows, with how many figures speak for it.
type candidate struct {
	columns      []int32
	from, to, by int
	fits         int
}

// candidates are the blocks that enough figures speak for, those with the most
// first.
func (s *system) candidates() []candidate {
	var list []candidate
	for _, group := range s.groups() {
		for by := -mostShift; by <= mostShift; by++ {
			if by != 0 && !s.tired() {
				list = s.runs(list, group, by)
			}
		}
	}
	sort.SliceStable(list, func(i, k int) bool { return list[i].fits > list[k].fits })
	return list
}

// groups are the sets of columns that may have slipped together: all runs of
// columns side by side in a lane.
func (s *system) groups() [][]int32 {
	var groups [][]int32
	for from := range s.columns {
		var run []int32
		for to := from; to < len(s.columns) && to-from < widestBlock; to++ {
			if s.columns[to].table != s.columns[from].table || s.columns[to].lane != s.columns[from].lane {
				break
			}
			run = append(run, int32(to))
			groups = append(groups, run[:len(run):len(run)])
		}
	}
	return groups
}

// runs adds the runs of rows whose true figures may stand by rows further
// down: true[i] = printed[i+by].
func (s *system) runs(list []candidate, group []int32, by int) []candidate {
	rows := len(s.columns[group[0]].cells)
	for _, c := range group {
		rows = min(rows, len(s.columns[c].cells))
	}
	run := candidate{columns: group, from: -1, by: by}
	end := func() {
		if run.fits >= leastBlock {
			list = append(list, run)
		}
		run.from, run.fits = -1, 0
	}
	for i := 0; i < rows; i++ {
		fits, contrary := s.slipped(group, i, by)
		switch {
		case fits > 0:
			if run.from < 0 {
				run.from = i
			}
			run.to = i
			run.fits += fits
		case contrary:
			end()
		}
	}
	end()
	return list
}

// slipped counts the figures of a row that a broken identity asks to stand by
// rows further down; contrary is a row where what holds now would not.
func (s *system) slipped(group []int32, row, by int) (fits int, contrary bool) {
	s.work -= len(group)
	for _, c := range group {
		cells := s.columns[c].cells
		id, y := cells[row], int64(0)
		if source := row + by; source >= 0 && source < len(cells) {
			y = s.cells[cells[source]].x
		}
		switch {
		case y == s.cells[id].x:
		case s.expected(id, y):
			fits++
		case len(group) == 1 && s.brokenCount(id) == 0:
			contrary = true
		}
	}
	return fits, contrary
}

// block tries a block as slipped, and the same without some rows at either end,
// which may fit by chance.
func (s *system) block(b candidate, cuts int) (best repair, score int) {
	for cut := 0; cut <= cuts && score == 0 && !s.tired(); cut++ {
		for head := 0; head <= cut; head++ {
			if r, mended := s.blockExactly(b.columns, b.from+head, b.to-cut+head, b.by); mended > score {
				best, score = r, mended
			}
		}
	}
	return best, score
}

func (s *system) blockExactly(group []int32, from, to, by int) (best repair, score int) {
	var inner []change
	var pushed []int32 // cells that a figure slipped on to and none is known for
	for _, c := range group {
		cells := s.columns[c].cells
		for i := from; i <= to; i++ {
			y := int64(0)
			if k := i + by; k >= 0 && k < len(cells) {
				y = s.cells[cells[k]].x
			}
			if y != s.cells[cells[i]].x {
				inner = append(inner, change{cell: cells[i], y: y, kind: Shifted})
			}
		}
		for n := 1; n <= max(by, -by); n++ {
			k := to + n
			if by < 0 {
				k = from - n
			}
			if k >= 0 && k < len(cells) && s.cells[cells[k]].x != 0 {
				pushed = append(pushed, cells[k])
			}
		}
	}
	if len(inner) < leastBlock {
		return repair{}, 0
	}
	weigh := func(changes []change) {
		mended, broke, undo := s.trial(changes)
		plainer := s.plainer(s.mendedNow())
		undo()
		if broke == 0 && mended >= leastBlock && mended > score && !plainer {
			best, score = repair{kind: Shifted, shift: by, changes: changes, cost: plain}, mended
		}
	}
	if from < to { // one row that repeats another, which stays, did not slip: its own is missing
		weigh(inner)
	}
	if len(pushed) > 0 {
		blank := append([]change{}, inner...)
		for _, id := range pushed {
			blank = append(blank, change{cell: id, y: 0, kind: Shifted})
		}
		weigh(blank)
		if from < to {
			weigh(s.refill(inner, pushed))
		}
	}
	return best, score
}

// refill gives the cells at the end of a block what their own identities ask
// for, once the block has moved back.
func (s *system) refill(inner []change, pushed []int32) []change {
	_, _, undo := s.trial(inner)
	changes := append([]change{}, inner...)
	var undos []func()
	for _, id := range pushed {
		if lo, hi := s.interval(id); lo <= hi {
			if c, ok := s.read(id, lo, hi); ok && s.believable(c) {
				c.kind = Shifted
				_, _, undo := s.trial([]change{c})
				undos = append(undos, undo)
				changes = append(changes, c)
			}
		}
	}
	for i := len(undos) - 1; i >= 0; i-- {
		undos[i]()
	}
	undo()
	return changes
}
