package localise

import "suanqing/validate/equation"

// exchanges finds pairs of figures of one form that stand in each other's place,
// takes them as repaired and returns them.
func (s *system) exchanges() []verdict {
	var found []verdict
	for {
		best, score := verdict{likely: true}, 0
		seen := map[int32]bool{}
		for _, k := range s.allBroken() {
			if s.constraints[k].relation != equation.Equal {
				continue
			}
			for _, t := range s.constraints[k].terms {
				if !seen[t.cell] && !s.tired() {
					seen[t.cell] = true
					r, mended := s.exchange(t.cell, 2)
					switch {
					case mended == 0:
					case mended > score || mended == score && r.cost < best.cost:
						best, score = verdict{repair: r, likely: true}, mended
					case mended == score && r.cost == best.cost && !changed(best.changes, t.cell):
						best.likely, best.others = false, append(best.others, r)
					}
				}
			}
		}
		if score == 0 {
			return found
		}
		// The figures around one that seems to have moved may have moved instead.
		best.likely = best.likely && !(best.kind == Moved && s.leavesBroken(best.changes))
		for _, c := range best.changes {
			s.set(c.cell, c.y)
		}
		found = append(found, best)
	}
}

// leavesBroken says whether a component that changes mend in part stays broken.
func (s *system) leavesBroken(changes []change) bool {
	components := s.components()
	_, _, undo := s.trial(changes)
	defer undo()
	mended := s.mendedNow()
	for _, members := range components {
		if overlap(mended, members) && len(s.stillBroken(members)) > 0 {
			return true
		}
	}
	return false
}

// exchange finds the figure that one cell has changed places with, if that
// mends at least so many identities.
func (s *system) exchange(id int32, least int) (best repair, score int) {
	c := &s.cells[id]
	for _, y := range s.guesses(id) {
		for off := -2 * c.step; off <= 2*c.step && c.step > 0; off += c.step {
			for _, other := range s.byValue[y+off] {
				s.work--
				if s.tired() {
					return best, score
				}
				if other == id || s.cells[other].x != y+off || s.cells[other].x == c.x || !s.neighbours(id, other) {
					continue
				}
				changes := []change{{cell: id, y: s.cells[other].x, kind: Exchanged}, {cell: other, y: c.x, kind: Exchanged}}
				mended, broke, undo := s.trial(changes)
				left := s.brokenCount(id) + s.brokenCount(other)
				plainer := s.plainer(s.mendedNow())
				undo()
				if broke > 0 || left > 0 || mended < least || plainer {
					continue
				}
				r := repair{kind: Exchanged, changes: changes, cost: plain}
				if c.x == 0 || s.cells[other].x == 0 {
					r.kind, r.cost = Moved, plain+1
					if c.x == 0 { // first where the figure stands now
						r.changes[0], r.changes[1] = r.changes[1], r.changes[0]
					}
				}
				if a, b := s.distance(id, other); a+b > 1 {
					r.cost += 2
				}
				if mended > score || mended == score && r.cost < best.cost {
					best, score = r, mended
				}
			}
		}
	}
	return best, score
}

// movesIn are the figures beside a blank cell that mend a component when they
// stand there. Where an inequality is broken no difference tells the figure.
func (s *system) movesIn(members []int32) []repair {
	var found []repair
	for _, t := range s.constraints[s.smallest(members)].terms {
		for _, other := range s.beside(t.cell) {
			if r, ok := s.move(other, t.cell, len(members)); ok && !repeats(found, r) {
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

// move puts a figure into the blank cell beside it, if that mends so many
// identities.
func (s *system) move(from, to int32, least int) (repair, bool) {
	y := s.cells[from].x
	if y == 0 || s.cells[to].x != 0 {
		return repair{}, false
	}
	changes := []change{{cell: from, kind: Moved}, {cell: to, y: y, kind: Moved}}
	mended, broke, undo := s.trial(changes)
	left := s.brokenCount(from) + s.brokenCount(to)
	undo()
	return repair{kind: Moved, changes: changes, cost: plain + 1}, broke == 0 && left == 0 && mended >= least
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
		return rows+columns == 1 || printed && max(p.Row-q.Row, q.Row-p.Row)+max(p.Col-q.Col, q.Col-p.Col) == 1
	}
	return true
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
