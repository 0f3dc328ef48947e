package localise

import (
	"slices"

	"suanqing/validate/bind"
)

// repeatedRows finds rows that print the same code and the same figures as one above.
func (s *system) repeatedRows() (found []repair) {
	s.book.Each(func(t *bind.Table) {
		for _, r := range t.Rows {
			if r.Repeats != nil {
				if changes, same := s.repeated(r); same {
					found = append(found, repair{kind: RowRepeated, changes: changes, cost: explanations[RowRepeated].cost})
				}
			}
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
// above them lack, in every column at once.
func (s *system) leftOutRows() (found []repair) {
	s.book.Each(func(t *bind.Table) {
		for _, r := range t.Rows {
			if len(r.Figures) > 1 && s.blankRow(r) {
				if rep, ok := s.fillRow(r); ok {
					found = append(found, rep)
				}
			}
		}
	})
	return found
}

func (s *system) blankRow(r *bind.Row) bool {
	return !slices.ContainsFunc(r.Figures, func(f *bind.Figure) bool {
		id, ok := s.at[f.At]
		return !ok || s.cells[id].x != 0 || s.cells[id].figure != f
	})
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
	return rep, len(rep.changes) > 1 && s.weigh(&rep) && len(rep.mends) > 1
}
