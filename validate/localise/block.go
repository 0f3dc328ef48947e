package localise

import "suanqing/validate/equation"

const (
	mostShift   = 3 // rows or columns a block may have slipped by
	widestBlock = 8 // columns of a block
	leastBlock  = 3 // figures that must fit before a slip is believed
)

// trial changes cells and says what that mends and breaks. undo puts them back.
func (s *system) trial(changes []change) (mended, broke int, undo func()) {
	before := map[int32]bool{}
	for _, c := range changes {
		for _, k := range s.cells[c.cell].in {
			if !s.ignored[k] {
				before[k] = s.broken[k]
			}
		}
	}
	was := make([]int64, len(changes))
	for i, c := range changes {
		was[i] = s.set(c.cell, c.y)
	}
	for k, broken := range before {
		switch {
		case broken && !s.broken[k]:
			mended++
		case !broken && s.broken[k]:
			broke++
		}
	}
	return mended, broke, func() {
		for i := len(changes) - 1; i >= 0; i-- {
			s.set(changes[i].cell, was[i])
		}
	}
}

// expected says whether some broken equality of a cell would have it read y.
func (s *system) expected(id int32, y int64) bool {
	c := &s.cells[id]
	for _, k := range c.in {
		q := &s.constraints[k]
		a := q.sign(id)
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
		best, score := repair{}, 0
		for _, group := range s.groups() {
			for by := -mostShift; by <= mostShift; by++ {
				if by == 0 || s.tired() {
					continue
				}
				if r, mended := s.shift(group, by); mended > score {
					best, score = r, mended
				}
			}
		}
		if r, mended := s.drift(); mended > score {
			best, score = r, mended
		}
		if score == 0 {
			return found
		}
		for _, c := range best.changes {
			s.set(c.cell, c.y)
		}
		found = append(found, verdict{repair: best, likely: true})
	}
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

// shift looks for the rows of some columns whose true figures stand by rows
// further down: true[i] = printed[i+by].
func (s *system) shift(group []int32, by int) (best repair, score int) {
	rows := len(s.columns[group[0]].cells)
	for _, c := range group {
		rows = min(rows, len(s.columns[c].cells))
	}
	from, last, fits := -1, -1, 0
	try := func() {
		if fits >= leastBlock {
			if r, mended := s.block(group, from, last, by); mended > score {
				best, score = r, mended
			}
		}
		from, fits = -1, 0
	}
	for i := 0; i < rows; i++ {
		switch s.slipped(group, i, by) {
		case fitting:
			if from < 0 {
				from = i
			}
			last = i
			fits++
		case contrary:
			try()
		}
	}
	try()
	return best, score
}

// fit is how a row looks when its figures are taken from another.
type fit uint8

const (
	neutral  fit = iota // nothing changes, or nothing speaks for or against it
	fitting             // a broken identity asks for just these figures
	contrary            // what holds now would not
)

func (s *system) slipped(group []int32, row, by int) fit {
	is := neutral
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
			return fitting
		case len(group) == 1 && s.brokenCount(id) == 0:
			is = contrary
		}
	}
	return is
}

// block tries rows from…to of a group as slipped, and the same without the
// rows at either end, which may fit by chance.
func (s *system) block(group []int32, from, to, by int) (best repair, score int) {
	for cut := 0; cut < 4 && score == 0; cut++ {
		for head := 0; head <= cut; head++ {
			if r, mended := s.blockExactly(group, from+head, to-cut+head, by); mended > score {
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
		undo()
		if broke == 0 && mended >= leastBlock && mended > score {
			best, score = repair{kind: Shifted, shift: by, changes: changes, cost: plain}, mended
		}
	}
	weigh(inner)
	if len(pushed) > 0 {
		blank := append([]change{}, inner...)
		for _, id := range pushed {
			blank = append(blank, change{cell: id, y: 0, kind: Shifted})
		}
		weigh(blank)
		weigh(s.refill(inner, pushed))
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
			if c, ok := s.read(id, lo, hi); ok {
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
