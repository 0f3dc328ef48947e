package localise

import (
	"slices"

	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
)

// mostAway is how far from its row a figure is sought.
const mostAway = 60

// reading is what other forms would have a cell read.
type reading struct {
	y, slack int64 // within rounding
	must     bool  // an equality; else the cell must only not be less, or not be more
}

func (e reading) fits(x int64) bool { return max(x-e.y, e.y-x) <= e.slack }

// asked is what one constraint of a cell asks it to read.
func (s *system) asked(c *cell, e tie) int64 {
	return floor(c.x-e.sign*s.constraints[e.to].diff+c.step/2, c.step)
}

// elsewhere is what other forms would have a cell read; false where none says.
func (s *system) elsewhere(id int32) (e reading, ok bool) {
	c := &s.cells[id]
	if c.teller == 0 {
		c.teller = s.teller(id)
	}
	if c.teller < 0 {
		return s.asLiked(id)
	}
	by := c.in[c.teller-1]
	q := &s.constraints[by.to]
	return reading{s.asked(c, by), q.bound, q.relation == equation.Equal}, true
}

// teller is 1 + which of a cell's constraints has no other cell of its form: an equality
// if there is one; −1 for none.
func (s *system) teller(id int32) int32 {
	c := &s.cells[id]
	best := int32(-1)
	for i, e := range c.in {
		q := &s.constraints[e.to]
		if e.sign == 0 || c.step <= 0 || len(q.terms) < 2 || best > 0 && q.relation != equation.Equal {
			continue
		}
		if slices.ContainsFunc(q.terms, func(t tie) bool {
			return t.to != id && s.cells[t.to].figure.Table == c.figure.Table
		}) {
			continue
		}
		if best = int32(i + 1); q.relation == equation.Equal {
			break
		}
	}
	return best
}

// beyond is what other forms or the rest of its row would have a cell read, when its
// column alone is wrong.
func (s *system) beyond(id int32) (e reading, ok bool) {
	c := &s.cells[id]
	for _, e := range c.in {
		if q := &s.constraints[e.to]; q.relation == equation.Equal && q.aside && e.sign != 0 && c.step > 0 {
			return reading{s.asked(c, e), q.bound, true}, true
		}
	}
	return s.elsewhere(id)
}

// unmatched says that another form has nothing for a cell's row: it would have it blank,
// if the row is not missing there.
func (s *system) unmatched(id int32) (e reading, ok bool) {
	for _, by := range s.cells[id].in {
		if q := &s.constraints[by.to]; q.relation == equation.Equal && len(q.terms) == 1 && q.said == nil {
			return reading{0, q.bound, false}, true
		}
	}
	return e, false
}

// asLiked is what a cell reads on many a report; false where that is nothing.
func (s *system) asLiked(id int32) (e reading, ok bool) {
	c := &s.cells[id]
	if c.like == 0 || c.step <= 0 {
		return e, false
	}
	return reading{s.cells[c.like-1].x, c.half, false}, true
}

// likened are columns that read alike, code by code, on many a report, and need not.
var likened = []struct {
	form, on     form.ID
	column, like string
}{
	{"F02", "F03", "本年收入合计", "本年支出合计"},
	{"F02", "F03", "财政拨款收入", "本年支出合计"},
}

// takeLikened notes the cells that another reads alike.
func (s *system) takeLikened() {
	for _, l := range likened {
		t, on := s.book.Tables[l.form], s.book.Tables[l.on]
		if t == nil || on == nil {
			continue
		}
		for _, r := range t.Rows {
			a := r.Figure(l.column)
			other := on.Row(r.Key)
			if a == nil || other == nil {
				continue
			}
			if b := other.Figure(l.like); b != nil {
				x, y := s.at[a.At], s.at[b.At]
				s.cells[x].like = y + 1
				if s.cells[y].like == 0 {
					s.cells[y].like = x + 1
				}
			}
		}
	}
}

// away is a cell that does not read what other forms say, with the places in its column
// where such a figure stands.
type away struct {
	cell int32
	reading
	places []int
}

// aligned finds forms whose figures slipped by what other forms say they should read:
// many that differ stand some rows away, each row further where blank ones were lost in
// pasting. No distance is too far for it, and what was pasted over is known.
func (s *system) aligned() (found []repair) {
	s.book.Each(func(t *bind.Table) {
		var whole [][]away
		for at := range s.columns {
			if s.columns[at].table == t && !s.tired() {
				if column := s.awayIn(&s.columns[at], s.elsewhere); len(column) > 0 {
					whole = append(whole, column)
				}
				if column := s.awayIn(&s.columns[at], s.beyond); len(column) > 0 {
					found = s.slipOf(found, [][]away{column})
				}
			}
		}
		if len(whole) > 1 {
			found = s.slipOf(found, whole)
		}
		for i := range whole {
			found = s.slipOf(found, whole[i:i+1])
		}
	})
	return found
}

// awayIn lists what is away in a column.
func (s *system) awayIn(c *column, told func(int32) (reading, bool)) (list []away) {
	for i, id := range c.cells {
		e, ok := told(id)
		if !ok {
			e, ok = s.unmatched(id)
		}
		if !ok || e.fits(s.cells[id].x) || e.y < 0 {
			continue
		}
		a := away{cell: id, reading: e}
		for k := max(0, i-mostAway); e.y != 0 && k < min(len(c.cells), i+mostAway); k++ {
			if x := s.cells[c.cells[k]].x; x != 0 && e.fits(x) {
				a.places = append(a.places, k)
			}
		}
		s.work -= len(c.cells) / 8
		list = append(list, a)
	}
	return list
}

// slipOf adds the block that columns make whose figures stand elsewhere. Where other
// forms do not say it for certain, only the figures found and the places they came from
// are changed.
func (s *system) slipOf(found []repair, columns [][]away) []repair {
	offsets := map[int]int{}
	figures, known := 0, 0
	for _, column := range columns {
		for _, a := range column {
			if a.y != 0 {
				figures++
			}
			if len(a.places) > 0 {
				known++
			}
			for _, k := range a.places {
				offsets[k-int(s.cells[a.cell].place)]++
			}
		}
	}
	r := repair{kind: Shifted, cost: blockCost + len(columns)}
	for by, n := range offsets {
		near := max(by, -by) - max(r.shift, -r.shift)
		if m := offsets[r.shift]; n > m || n == m && (near < 0 || near == 0 && by > r.shift) { // whatever the order
			r.shift = by
		}
	}
	together := known >= leastMoved && len(offsets) == 1
	if known < leastBlock && known < max(figures, leastMoved) && !together || 3*known <= figures && !together {
		return found
	}
	var moves [][2]int // in one column, from a place to another; from −1 where nothing is to stand
	for _, column := range columns {
		from := map[int]bool{}
		var doubtful []change
		for _, a := range column {
			one := change{cell: a.cell, y: a.y, kind: Shifted}
			k := nearest(a.places, int(s.cells[a.cell].place), r.shift)
			if k >= 0 {
				one.y = s.cells[s.columns[s.cells[a.cell].column].cells[k]].x
				from[k] = true
			}
			if k >= 0 || a.y == 0 {
				moves = append(moves, [2]int{k, int(s.cells[a.cell].place)})
			}
			if a.must || k >= 0 {
				r.changes = append(r.changes, one)
			} else {
				doubtful = append(doubtful, one)
			}
		}
		for _, one := range doubtful {
			if from[int(s.cells[one.cell].place)] {
				r.changes = append(r.changes, one)
			}
		}
	}
	if 3*offsets[r.shift] < 2*known && !(len(columns) == 1 && s.turnedRound(columns[0], r.shift, offsets)) {
		r.shift, r.cost = 0, r.cost+1
	}
	if len(columns) == 1 {
		r = s.widened(r, s.cells[columns[0][0].cell].column, moves)
	}
	return append(found, r)
}

// turnedRound says that all figures of a column moved by one distance, or one other the
// other way, as those do that a block displaces.
func (s *system) turnedRound(column []away, shift int, offsets map[int]int) bool {
	back := 0
	for by, n := range offsets {
		if by*shift < 0 && (n > offsets[back] || n == offsets[back] && by > back) {
			back = by
		}
	}
	for _, a := range column {
		i := int(s.cells[a.cell].place)
		if len(a.places) > 0 && !slices.Contains(a.places, i+shift) && !slices.Contains(a.places, i+back) {
			return false
		}
	}
	return back != 0
}

// widened has the columns beside one go with it, as far as that mends more: other forms
// may know of only one of those that moved together.
func (s *system) widened(r repair, column int32, moves [][2]int) repair {
	best, _ := s.value(&r)
	first := &s.columns[column]
	for _, by := range [2]int32{-1, 1} {
		for at := column + by; at >= 0 && int(at) < len(s.columns); at += by {
			c := &s.columns[at]
			if c.table != first.table || c.lane != first.lane || len(c.cells) != len(first.cells) {
				break
			}
			wider := r
			wider.changes = slices.Clone(r.changes)
			wider.cost++
			for _, m := range moves {
				y := int64(0)
				if m[0] >= 0 {
					y = s.cells[c.cells[m[0]]].x
				}
				if id := c.cells[m[1]]; s.cells[id].x != y {
					wider.changes = append(wider.changes, change{cell: id, y: y, kind: Shifted})
				}
			}
			value, _ := s.value(&wider)
			if value <= best {
				break
			}
			r, best = wider, value
		}
	}
	return r
}

// nearest is the place so many rows away, or else the nearest; −1 for none.
func nearest(places []int, row, by int) int {
	best := -1
	for _, k := range places {
		if k == row+by {
			return k
		}
		if best < 0 || max(k-row, row-k) < max(best-row, row-best) {
			best = k
		}
	}
	return best
}
