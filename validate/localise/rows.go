package localise

import "suanqing/validate/bind"

// repeatedRows finds rows that print the same code and the same figures as one
// above, where the sums hold without them, takes them as taken out and returns
// them.
func (s *system) repeatedRows() []verdict {
	var found []verdict
	s.book.Each(func(t *bind.Table) {
		for _, r := range t.Rows {
			if r.Repeats == nil {
				continue
			}
			changes, same := s.repeated(r)
			if !same {
				continue
			}
			if mended, broke, undo := s.trial(changes); mended == 0 || broke > 0 {
				undo()
				continue
			}
			found = append(found, verdict{repair: repair{kind: RowRepeated, changes: changes, cost: plain}, likely: true})
		}
	})
	return found
}

// repeated clears a row whose figures are those of the row it repeats.
func (s *system) repeated(r *bind.Row) (changes []change, same bool) {
	for _, f := range r.Figures {
		first := r.Repeats.Figure(f.Column.ID)
		if first == nil || s.at[first.At] == s.at[f.At] {
			return nil, false
		}
		id := s.at[f.At]
		if s.cells[id].x != s.cells[s.at[first.At]].x {
			return nil, false
		}
		if s.cells[id].x != 0 {
			changes = append(changes, change{cell: id, y: 0, kind: RowRepeated})
		}
	}
	return changes, len(changes) > 0
}

// leftOutRows finds rows without figures whose figures would be what the rows
// above them lack, in every column at once, takes them as repaired and returns
// them. Rows that would do as well are each other's alternatives.
func (s *system) leftOutRows() []verdict {
	var found []verdict
	var candidates []repair
	s.book.Each(func(t *bind.Table) {
		for _, r := range t.Rows {
			if len(r.Figures) > 1 && s.blankRow(r) {
				if rep, ok := s.fillRow(r); ok {
					candidates = append(candidates, rep)
				}
			}
		}
	})
	for i, r := range candidates {
		if _, ok := s.fillRow(s.cells[r.changes[0].cell].figure.Row); !ok {
			continue // another row has taken what was lacking
		}
		v := verdict{repair: r}
		for k, other := range candidates {
			if k != i && s.sameLack(r, other) {
				v.others = append(v.others, other)
			}
		}
		v.likely = len(v.others) == 0
		for _, c := range r.changes {
			s.set(c.cell, c.y)
		}
		found = append(found, v)
	}
	return found
}

// sameLack says whether two rows would mend some same constraint.
func (s *system) sameLack(a, b repair) bool {
	for _, k := range s.mends(a.changes) {
		if contains(s.mends(b.changes), k) {
			return true
		}
	}
	return false
}

func (s *system) blankRow(r *bind.Row) bool {
	for _, f := range r.Figures {
		id, ok := s.at[f.At]
		if !ok || s.cells[id].x != 0 || s.cells[id].figure != f {
			return false
		}
	}
	return true
}

// fillRow gives a blank row the figures its columns lack.
func (s *system) fillRow(r *bind.Row) (repair, bool) {
	rep := repair{kind: RowLeftOut, cost: explanations[RowLeftOut].cost}
	for _, f := range r.Figures {
		id := s.at[f.At]
		y, agreed := int64(0), true
		for i, g := range s.guesses(id) {
			agreed = agreed && (i == 0 || max(g-y, y-g) <= 4*s.cells[id].step)
			if i == 0 {
				y = g
			}
		}
		if !agreed || y < 0 {
			return rep, false // parents that print less than their parts miss no row
		}
		if y != 0 {
			rep.changes = append(rep.changes, change{cell: id, y: y, kind: RowLeftOut})
		}
	}
	if len(rep.changes) < 2 {
		return rep, false
	}
	mended, broke, undo := s.trial(rep.changes)
	left := 0
	for _, c := range rep.changes {
		left += s.brokenCount(c.cell)
	}
	plainer := s.plainer(s.mendedNow())
	undo()
	return rep, broke == 0 && left == 0 && mended >= 2 && !plainer
}
