package localise

import (
	"suanqing/validate/bind"
	"suanqing/validate/equation"
)

// aligned finds a form whose figures slipped by what other forms say they should read:
// once all that differ are put right, many of them turn out to stand some rows away, by
// one and the same number of rows. No distance is too far for it, and what was pasted
// over is known.
func (s *system) aligned() (best repair, score int) {
	s.book.Each(func(t *bind.Table) {
		if s.tired() {
			return
		}
		var changes []change
		offsets, figures := map[int]int{}, 0
		for c := range s.columns {
			if s.columns[c].table != t {
				continue
			}
			cells := s.columns[c].cells
			for i, id := range cells {
				y, slack, ok := s.elsewhere(id)
				if !ok || max(y-s.cells[id].x, s.cells[id].x-y) <= slack {
					continue
				}
				if y != 0 {
					figures++
				}
				if k := s.nearest(cells, i, y, slack); k >= 0 {
					y = s.cells[cells[k]].x
					offsets[k-i]++
				}
				changes = append(changes, change{cell: id, y: y, kind: Shifted})
			}
		}
		by, fits := 0, 0
		for off, n := range offsets {
			near := max(off, -off) - max(by, -by)
			if n > fits || n == fits && (near < 0 || near == 0 && off > by) { // whatever the order
				by, fits = off, n
			}
		}
		if fits < leastBlock || 3*fits <= figures {
			return
		}
		mended, broke, undo := s.trial(changes)
		plainer := s.plainer(s.mendedNow())
		undo()
		if broke == 0 && mended > score && !plainer {
			best, score = repair{kind: Shifted, shift: by, changes: changes, cost: plain}, mended
		}
	})
	return best, score
}

// elsewhere is what another form would have a cell read, with the slack of rounding;
// false where none says.
func (s *system) elsewhere(id int32) (y, slack int64, ok bool) {
	c := &s.cells[id]
	for i, k := range c.in {
		q := &s.constraints[k]
		if q.relation != equation.Equal || c.signs[i] == 0 || c.step <= 0 || len(q.terms) < 2 {
			continue
		}
		alone := true
		for _, t := range q.terms {
			alone = alone && (t.cell == id || s.cells[t.cell].figure.Table != c.figure.Table)
		}
		if alone {
			return floor(c.x-c.signs[i]*q.diff+c.step/2, c.step), q.bound, true
		}
	}
	return 0, 0, false
}

// nearest is the figure of a column that reads y, the nearest to a row; −1 for none.
func (s *system) nearest(cells []int32, row int, y, slack int64) int {
	s.work -= len(cells) / 8
	for off := 1; y != 0 && off < len(cells); off++ {
		for _, k := range []int{row + off, row - off} {
			if k >= 0 && k < len(cells) {
				if x := s.cells[cells[k]].x; x != 0 && max(x-y, y-x) <= slack {
					return k
				}
			}
		}
	}
	return -1
}
