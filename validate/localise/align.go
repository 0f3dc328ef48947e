package localise

import (
	"slices"

	"suanqing/validate/equation"
	"suanqing/validate/form"
)

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
	return reading{s.asked(c, by), q.bound, q.relation == equation.Equal && len(q.terms) > 1}, true
}

// teller is 1 + which of a cell's constraints has no other cell of its form: an equality
// if there is one; −1 for none.
func (s *system) teller(id int32) int32 {
	c := &s.cells[id]
	best := int32(-1)
	for i, e := range c.in {
		q := &s.constraints[e.to]
		if e.sign == 0 || c.step <= 0 || len(q.terms) < 2 && (q.said != nil || q.relation != equation.Equal) || best > 0 && q.relation != equation.Equal {
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

// aligned finds columns whose figures stand elsewhere in them than other forms say: each
// row further away where blank ones were lost in pasting. No distance is too far for it,
// and what was pasted over is known. Columns of a form are taken together, and each alone.
func (s *system) aligned() (found []repair) {
	for _, l := range s.lanes() {
		var whole standing
		several := 0
		for _, at := range l.columns {
			one := s.standing(&s.columns[at])
			if len(one.changes) > 0 {
				whole.add(&one)
				several++
			}
			if r, ok := one.repair(); ok {
				found = append(found, r)
			}
		}
		if r, ok := whole.repair(); ok && several > 1 {
			r.cost += several
			found = append(found, r)
		}
	}
	return found
}

// standing is what other forms would have a column read otherwise than it does.
type standing struct {
	changes []change
	figures int         // of them, not blank
	known   int         // of those, figures that stand elsewhere in the column
	offsets map[int]int // how many by so many rows
}

func (s *system) standing(c *column) (a standing) {
	var from []int32 // cells that read what others should
	var doubtful []change
	for i, id := range c.cells {
		e, ok := s.elsewhere(id)
		if !ok || e.y < 0 || e.fits(s.cells[id].x) {
			continue
		}
		y, stands := e.y, false
		for k, other := range c.cells {
			if x := s.cells[other].x; x != 0 && e.y != 0 && e.fits(x) {
				y, stands = x, true
				a.stands(k-i, 1)
				from = append(from, other)
			}
		}
		s.work -= len(c.cells) / 8
		a.figures += count(e.y != 0)
		a.known += count(stands)
		one := change{cell: id, y: y, kind: Shifted}
		if e.must || stands {
			a.changes = append(a.changes, one)
		} else {
			doubtful = append(doubtful, one)
		}
	}
	for _, one := range doubtful {
		if slices.Contains(from, one.cell) {
			a.changes = append(a.changes, one)
		}
	}
	return a
}

func (a *standing) add(b *standing) {
	a.changes = append(a.changes, b.changes...)
	a.figures += b.figures
	a.known += b.known
	for by, n := range b.offsets {
		a.stands(by, n)
	}
}

func (a *standing) stands(by, n int) {
	if a.offsets == nil {
		a.offsets = map[int]int{}
	}
	a.offsets[by] += n
}

// repair has a column read what other forms say where that mostly stands in it.
func (a *standing) repair() (r repair, ok bool) {
	r = repair{kind: Shifted, changes: a.changes, cost: blockCost}
	for by, n := range a.offsets {
		m := a.offsets[r.shift]
		if near := max(by, -by) - max(r.shift, -r.shift); n > m || n == m && (near < 0 || near == 0 && by > r.shift) { // whatever the order
			r.shift = by
		}
	}
	alike := 0 // of those that go the same way: what a block displaces goes the other
	for by, n := range a.offsets {
		if by*r.shift > 0 {
			alike += n
		}
	}
	if 3*a.offsets[r.shift] < 2*min(alike, a.known) {
		r.shift = 0
		r.cost++
	}
	return r, a.known >= leastMoved && 3*a.known > a.figures
}
