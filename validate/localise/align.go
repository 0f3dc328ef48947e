package localise

import (
	"suanqing/validate/bind"
	"suanqing/validate/equation"
)

// mostAway is how far from its row a figure is sought.
const mostAway = 60

// reading is what other forms would have a cell read.
type reading struct {
	y, slack int64 // within rounding
	must     bool  // an equality; else the cell must only not be less, or not be more
}

func (e reading) fits(x int64) bool { return max(x-e.y, e.y-x) <= e.slack }

// elsewhere is what other forms would have a cell read; false where none says.
func (s *system) elsewhere(id int32) (e reading, ok bool) {
	c := &s.cells[id]
	for i, k := range c.in {
		q := &s.constraints[k]
		if c.signs[i] == 0 || c.step <= 0 || len(q.terms) < 2 || ok && q.relation != equation.Equal {
			continue
		}
		alone := true
		for _, t := range q.terms {
			alone = alone && (t.cell == id || s.cells[t.cell].figure.Table != c.figure.Table)
		}
		if alone {
			e = reading{floor(c.x-c.signs[i]*q.diff+c.step/2, c.step), q.bound, q.relation == equation.Equal}
			if ok = true; e.must {
				return e, true
			}
		}
	}
	return e, ok
}

// aligned finds forms whose figures slipped by what other forms say they should read:
// many that differ stand some rows away, each row further where blank ones were lost in
// pasting. No distance is too far for it, and what was pasted over is known.
func (s *system) aligned() (found []repair) {
	s.book.Each(func(t *bind.Table) {
		var whole []change
		offsets := map[int]int{}
		figures := 0
		for at := range s.columns {
			if s.columns[at].table != t || s.tired() {
				continue
			}
			changes, fits := s.alignedColumn(&s.columns[at])
			alone, n := map[int]int{}, 0
			for _, by := range fits {
				offsets[by]++
				alone[by]++
				n++
			}
			for _, c := range changes {
				if c.y != 0 {
					figures++
				}
			}
			whole = append(whole, changes...)
			if n >= leastBlock {
				found = append(found, slipOf(changes, alone))
			}
		}
		n := 0
		for _, k := range offsets {
			n += k
		}
		if n >= leastBlock && 3*n > figures {
			found = append(found, slipOf(whole, offsets))
		}
	})
	return found
}

// slipOf is the block of changes whose figures stood so many rows away.
func slipOf(changes []change, offsets map[int]int) repair {
	r := repair{kind: Shifted, changes: changes, cost: blockCost + 1}
	n, all := 0, 0
	for by, k := range offsets {
		near := max(by, -by) - max(r.shift, -r.shift)
		if k > n || k == n && (near < 0 || near == 0 && by > r.shift) { // whatever the order
			r.shift, n = by, k
		}
		all += k
	}
	if 4*n < 3*all {
		r.shift = 0
	}
	return r
}

// alignedColumn has a column read what other forms say, with by how many rows each of
// its figures that stand elsewhere in it is away. Where they do not say it for certain,
// only the figures found and the places they came from are changed.
func (s *system) alignedColumn(c *column) (changes []change, fits []int) {
	from := map[int]bool{}
	var doubtful []change
	for i, id := range c.cells {
		e, ok := s.elsewhere(id)
		if !ok || e.fits(s.cells[id].x) || e.y < 0 {
			continue
		}
		one := change{cell: id, y: e.y, kind: Shifted}
		k := s.nearest(c.cells, i, e)
		if k >= 0 {
			one.y = s.cells[c.cells[k]].x
			fits = append(fits, k-i)
			from[k] = true
		}
		if e.must || k >= 0 {
			changes = append(changes, one)
		} else {
			doubtful = append(doubtful, one)
		}
	}
	for _, one := range doubtful {
		if from[int(s.cells[one.cell].place)] {
			changes = append(changes, one)
		}
	}
	return changes, fits
}

// nearest is the figure of a column that fits a reading, the nearest to a row; −1 for none.
func (s *system) nearest(cells []int32, row int, e reading) int {
	s.work -= len(cells) / 8
	for off := 1; e.y != 0 && off < min(len(cells), mostAway); off++ {
		for _, k := range [2]int{row + off, row - off} {
			if k >= 0 && k < len(cells) {
				if x := s.cells[cells[k]].x; x != 0 && e.fits(x) {
					return k
				}
			}
		}
	}
	return -1
}
