package localise

// groups are the details of each broken sum of a form that no other has, moved up a row:
// with the sum pasted over by the first of them, or the first pasted over by the second.
// Where the last reads the sum of the group, it is that as likely as one figure mistaken.
func (s *system) groups() (found []repair) {
	for _, l := range s.lanes() {
		if s.columns[l.columns[0]].table.Form.SharesCodes() {
			continue
		}
		for at, c := range l.columns {
			for _, id := range s.columns[c].cells {
				row := s.cells[id].figure.Row
				if len(row.Kids) < leastGroup || s.brokenCount(id) == 0 {
					continue
				}
				first, known := s.at[row.Kids[0].Figures[0].At]
				last, ends := s.at[row.Kids[len(row.Kids)-1].Figures[0].At]
				if !known || !ends || s.cells[first].column != c || s.cells[last].column != c {
					continue
				}
				for over := range 2 {
					b := block{lane: l, left: at, right: at, from: int(s.cells[first].place) + over, to: int(s.cells[last].place), down: -1}
					best := s.outcome(b, refill)
					if best.changes <= leastMoved {
						continue
					}
					r := s.movedBack(b, best.tail)
					if s.cells[last].x == r.reads(id, s.cells[id].x) && len(r.lost) == 0 {
						r.cost = groupCost
					}
					found = append(found, r)
				}
			}
		}
	}
	return found
}

// reads is what a cell reads after a repair that reads x now.
func (r *repair) reads(id int32, x int64) int64 {
	for _, c := range r.changes {
		if c.cell == id {
			return c.y
		}
	}
	return x
}
