package localise

// groups are the details of each broken sum of a form that no other has, moved up a row:
// with the sum pasted over by the first of them, or the first pasted over by the second.
func (s *system) groups(lane []int32) (found []repair) {
	t := s.columns[lane[0]].table
	if t.Form.SharesCodes() {
		return nil
	}
	for at, c := range lane {
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
				b := block{lane: lane, left: at, right: at, from: int(s.cells[first].place) + over, to: int(s.cells[last].place), down: -1}
				if r, _ := s.tried(&b, refill); len(r.changes) > leastMoved && s.weigh(&r) {
					found = append(found, r)
				}
			}
		}
	}
	return found
}

// asGroup lets a block cost less that is the details of one group moved up a row, with
// the sum of the group repeated in the last: so a group comes out whose head was pasted
// over.
func (s *system) asGroup(r *repair) {
	if r.shift != -1 || len(r.lost) > 0 || len(r.changes) < leastGroup {
		return
	}
	last := r.changes[0].cell
	parent := s.cells[last].figure.Row.Parent
	for _, c := range r.changes {
		if row := s.cells[c.cell].figure.Row; row.Parent == nil || row.Parent != parent || s.cells[c.cell].column != s.cells[last].column {
			return
		}
		if s.cells[c.cell].place > s.cells[last].place {
			last = c.cell
		}
	}
	if s.cells[last].figure.Row == parent.Kids[len(parent.Kids)-1] && s.repeatsSubtotal(last) {
		r.cost = groupCost
	}
}
