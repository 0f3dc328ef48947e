package localise

const (
	leastAside = 2  // rows of a block that slipped sideways; one alone has moved
	mostAside  = 24 // rows tried
)

// sideways finds a run of figures that stand one column beside their own, which
// is blank there.
func (s *system) sideways() (best repair, score int) {
	for c := range s.columns {
		for _, by := range []int{1, -1} {
			other := c + by
			if other < 0 || other >= len(s.columns) || !s.abreast(&s.columns[c], &s.columns[other]) {
				continue
			}
			if r, mended := s.sidewaysIn(s.columns[c].cells, s.columns[other].cells, by); mended > score {
				best, score = r, mended
			}
		}
	}
	return best, score
}

// abreast says whether two columns have the same rows.
func (s *system) abreast(a, b *column) bool {
	return a.table == b.table && a.lane == b.lane && len(a.cells) == len(b.cells)
}

// sidewaysIn tries the runs of rows where a column is blank and the one beside
// it is not, from every row where something is broken.
func (s *system) sidewaysIn(own, beside []int32, by int) (best repair, score int) {
	for from := 0; from < len(own) && !s.tired(); from++ {
		if s.cells[beside[from]].x == 0 || s.brokenCount(own[from])+s.brokenCount(beside[from]) == 0 {
			continue
		}
		changes, net := s.asideFrom(own[from:], beside[from:])
		if net < leastBlock || net <= score {
			continue
		}
		mended, broke, undo := s.trial(changes)
		plainer := s.plainer(s.mendedNow())
		undo()
		if broke == 0 && mended > score && !plainer {
			best, score = repair{kind: Shifted, aside: by, changes: changes, cost: plain}, mended
		}
	}
	return best, score
}

// asideFrom moves figures into their column one by one, as long as it is blank,
// and keeps the run after which the fewest identities are broken.
func (s *system) asideFrom(own, beside []int32) (best []change, net int) {
	var changes []change
	start := s.count
	for i := 0; i < len(own) && i < mostAside && s.cells[own[i]].x == 0; i++ {
		y := s.cells[beside[i]].x
		if y == 0 {
			continue
		}
		s.set(own[i], y)
		s.set(beside[i], 0)
		changes = append(changes, change{cell: own[i], y: y, kind: Shifted}, change{cell: beside[i], kind: Shifted})
		if now := start - s.count; now > net && len(changes) >= 2*leastAside {
			best, net = changes[:len(changes):len(changes)], now
		}
	}
	for i := 0; i < len(changes); i += 2 {
		s.set(changes[i].cell, 0)
		s.set(changes[i+1].cell, changes[i].y)
	}
	return best, net
}
