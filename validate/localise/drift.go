package localise

import "suanqing/validate/equation"

// drift finds a block of one column that slipped by a row where no single
// figure says so, only the sums: it begins at a blank cell, where its first
// figure stood, and ends on a cell that was blank.
func (s *system) drift() (best repair, score int) {
	for c := range s.columns {
		column := &s.columns[c]
		if s.brokenIn(column) < 2 {
			continue
		}
		for from := range column.cells {
			if s.cells[column.cells[from]].x != 0 {
				continue
			}
			for _, by := range []int{1, -1} {
				if r, mended := s.driftFrom(column, from, by); mended > score || mended == score && score > 0 && len(r.changes) < len(best.changes) {
					best, score = r, mended
				}
			}
		}
	}
	return best, score
}

// brokenIn counts the broken constraints that cells of a column stand in,
// twice those that several do.
func (s *system) brokenIn(column *column) int {
	n := 0
	for _, id := range column.cells {
		n += s.brokenCount(id)
	}
	return n
}

// driftFrom moves figures back one by one, true[i] = printed[i+by], and weighs
// the block after each.
func (s *system) driftFrom(column *column, from, by int) (best repair, score int) {
	cells, start := column.cells, s.count
	var changes []change
	was := make([]int64, 0, 16)
	moved := 0 // figures
	set := func(id int32, y int64) {
		was = append(was, s.set(id, y))
		changes = append(changes, change{cell: id, y: y, kind: Shifted})
	}
	for i := from; i+by >= 0 && i+by < len(cells) && !s.tired(); i += by {
		next := cells[i+by]
		y := s.cells[next].x
		if y != s.cells[cells[i]].x {
			set(cells[i], y)
		}
		if y != 0 {
			moved++
		}
		pushed := s.cells[next].x
		s.set(next, 0)
		// Of blocks that mend as much the shortest: it accuses no cell that nothing speaks against.
		if mended := start - s.count; mended >= 2 && moved >= 2 && mended > score {
			block := append([]change{}, changes...)
			if pushed != 0 {
				block = append(block, change{cell: next, y: 0, kind: Shifted})
			}
			best, score = repair{kind: Shifted, shift: by, changes: block, cost: plain}, start-s.count
		}
		s.set(next, pushed)
	}
	for i := len(changes) - 1; i >= 0; i-- {
		s.set(changes[i].cell, was[i])
	}
	if score > 0 && !s.holdsAsBlock(best.changes) {
		return repair{}, 0
	}
	return best, score
}

// holdsAsBlock says whether a block mends two equalities or more and breaks
// none, where no single cell nor one figure put elsewhere would do. Inequalities
// hold for so many figures that they speak for none.
func (s *system) holdsAsBlock(changes []change) bool {
	_, broke, undo := s.trial(changes)
	mended := s.mendedNow()
	undo()
	equalities := 0
	for _, k := range mended {
		if s.constraints[k].relation == equation.Equal {
			equalities++
		}
	}
	if broke > 0 || equalities < 2 || s.plainer(mended) {
		return false
	}
	return len(s.singles(mended)) == 0 && len(s.exchangesIn(mended)) == 0
}
