package localise

import (
	"cmp"
	"slices"

	"suanqing/validate/bind"
)

// exchanges are the figures of one form that stand in each other's place, for the cells
// of a component.
func (s *system) exchanges(members []int32) (found []repair) {
	seen := map[int32]bool{}
	for _, k := range members {
		for _, t := range s.constraints[k].terms {
			if seen[t.to] || s.tired() {
				continue
			}
			seen[t.to] = true
			found = s.exchange(t.to, found)
		}
	}
	return found
}

// exchange adds the figures that one cell may have changed places with.
func (s *system) exchange(id int32, found []repair) []repair {
	c := &s.cells[id]
	for _, y := range s.guesses(id) {
		for off := -2 * c.step; off <= 2*c.step && c.step > 0; off += c.step {
			for _, is := range s.printing(y + off) {
				other := is.cell
				s.work--
				if s.tired() {
					return found
				}
				if other == id || s.cells[other].x != y+off || s.cells[other].x == c.x || !s.neighbours(id, other) {
					continue
				}
				r := repair{kind: Exchanged, changes: []change{{cell: id, y: s.cells[other].x, kind: Exchanged}, {cell: other, y: c.x, kind: Exchanged}}, cost: plain}
				if c.x == 0 || s.cells[other].x == 0 {
					r.kind, r.cost = Moved, plain+1
					if c.x == 0 { // first where the figure stands now
						r.changes[0], r.changes[1] = s.over(r.changes[1], r.changes[0]), r.changes[0]
					}
				}
				if a, b := s.distance(id, other); a+b > 2 {
					r.cost += 4
				} else if a+b > 1 {
					r.cost += 2
				}
				if s.weigh(&r) && !repeats(found, r) {
					found = append(found, r)
				}
			}
		}
	}
	return found
}

// over has the cell that a figure moved to read nothing, or where its identities still ask
// for a figure once the other is back in its place, that: it was typed over, by one printed
// right beside it.
func (s *system) over(from, to change) change {
	if apart(s.cells[from.cell].figure.At, s.cells[to.cell].figure.At) > 1 {
		return from
	}
	was := s.set(to.cell, to.y)
	if lo, hi := s.interval(from.cell); lo > 0 && s.brokenCount(from.cell) > 0 {
		if c, ok := s.read(from.cell, lo, hi); ok {
			from.y, from.open = c.y, c.open
		}
	}
	s.set(to.cell, was)
	return from
}

// printing lists the cells that were printed with a figure.
func (s *system) printing(x int64) []done {
	if s.byValue == nil {
		for id := range s.cells {
			s.byValue = append(s.byValue, done{int32(id), s.cells[id].x})
		}
		slices.SortStableFunc(s.byValue, func(a, b done) int { return cmp.Compare(a.x, b.x) })
	}
	below := func(d done, x int64) int { return cmp.Compare(d.x, x) }
	from, _ := slices.BinarySearchFunc(s.byValue, x, below)
	to, _ := slices.BinarySearchFunc(s.byValue[from:], x+1, below)
	return s.byValue[from : from+to]
}

// mostBetween is how many rows apart two are that were exchanged.
const mostBetween = 5

// exchangedRows are the rows whose figures stand in each other's place, all of them.
func (s *system) exchangedRows() (found []repair) {
	s.book.Each(func(t *bind.Table) {
		var amiss []bool
		for _, r := range t.Rows {
			amiss = append(amiss, slices.ContainsFunc(r.Figures, func(f *bind.Figure) bool { return s.brokenCount(s.at[f.At]) > 0 }))
		}
		for i, a := range t.Rows {
			for n, b := range t.Rows[i+1:] {
				if !amiss[i] && !amiss[i+1+n] {
					continue
				}
				between := max(a.At.Row-b.At.Row, b.At.Row-a.At.Row)
				if between > mostBetween || between == 0 && a.Lane == b.Lane || len(a.Figures) != len(b.Figures) {
					continue
				}
				r := repair{kind: Exchanged, cost: plain + 2}
				broken := false
				for k, f := range a.Figures {
					p, q := s.at[f.At], s.at[b.Figures[k].At]
					s.work--
					if s.cells[p].x != s.cells[q].x && s.cells[p].figure.Row == a && s.cells[q].figure.Row == b {
						r.changes = append(r.changes, change{cell: p, y: s.cells[q].x, kind: Exchanged}, change{cell: q, y: s.cells[p].x, kind: Exchanged})
						broken = broken || s.brokenCount(p) > 0 || s.brokenCount(q) > 0
					}
				}
				if !broken || len(r.changes) <= 2 {
					continue
				}
				found = append(found, r)
			}
		}
	})
	return found
}

// movesIn are the figures beside a blank cell that mend a component when they
// stand there. Where an inequality is broken no difference tells the figure.
func (s *system) movesIn(members []int32) (found []repair) {
	for _, t := range s.constraints[s.smallest(members)].terms {
		for _, from := range s.beside(t.to) {
			y := s.cells[from].x
			if y == 0 || s.cells[t.to].x != 0 {
				continue
			}
			r := repair{kind: Moved, changes: []change{{cell: from, kind: Moved}, {cell: t.to, y: y, kind: Moved}}, cost: plain + 1}
			if s.weigh(&r) && covers(r.mends, members) && !repeats(found, r) {
				found = append(found, r)
			}
		}
	}
	return found
}

// beside are the cells right above, below, left and right of one.
func (s *system) beside(id int32) []int32 {
	var list []int32
	c := &s.cells[id]
	for at := max(c.column-1, 0); at <= c.column+1 && int(at) < len(s.columns); at++ {
		cells := s.columns[at].cells
		for place := max(c.place-1, 0); place <= c.place+1 && int(place) < len(cells); place++ {
			if rows, columns := s.distance(id, cells[place]); rows+columns == 1 {
				list = append(list, cells[place])
			}
		}
	}
	return list
}

// neighbours says whether figures might have changed places: both printed in
// one row or one column, a blank only right beside.
func (s *system) neighbours(a, b int32) bool {
	rows, columns := s.distance(a, b)
	p, q := s.cells[a].figure.At, s.cells[b].figure.At
	printed := s.cells[a].figure.Table == s.cells[b].figure.Table && (p.Row == q.Row || p.Col == q.Col)
	if !printed && (rows < 0 || rows > 0 && columns > 0) {
		return false
	}
	if s.cells[a].x == 0 || s.cells[b].x == 0 {
		return rows+columns == 1 || printed && apart(p, q) == 1
	}
	return true
}

// apart is how many cells of a sheet two places are apart.
func apart(p, q bind.Place) int {
	return max(p.Row-q.Row, q.Row-p.Row) + max(p.Col-q.Col, q.Col-p.Col)
}

// distance counts rows and columns between two cells of one form; negative for
// cells of two.
func (s *system) distance(a, b int32) (rows, columns int) {
	p, q := &s.cells[a], &s.cells[b]
	if p.figure.Table != q.figure.Table || s.columns[p.column].lane != s.columns[q.column].lane {
		return -1, -1
	}
	rows, columns = int(p.place-q.place), int(p.column-q.column)
	return max(rows, -rows), max(columns, -columns)
}
