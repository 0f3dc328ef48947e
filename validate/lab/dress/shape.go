package dress

import (
	"maps"
	"slices"
)

// remap moves every cell, and the corners of every merge; a place given back as nil is left out.
func (s *Sheet) remap(to func(At) *At) {
	cells := make(map[At]*Cell, len(s.Cells))
	for at, c := range s.Cells {
		if p := to(at); p != nil {
			cells[*p] = c
		}
	}
	s.Cells = cells
	var merges []Rect
	for _, m := range s.Merges {
		if from, end := to(m.From), to(m.To); from != nil && end != nil {
			merges = append(merges, Rect{*from, *end})
		}
	}
	s.Merges = merges
}

// copyRows copies what stands in rows [from, to), changed by a function, down and right by so much.
func (s *Sheet) copyRows(from, to, down, right int, change func(at At, c *Cell)) {
	for _, at := range slices.Collect(maps.Keys(s.Cells)) {
		if at.Row >= from && at.Row < to {
			c := *s.Cells[at]
			if change != nil {
				change(at, &c)
			}
			s.Cells[At{at.Row + down, at.Col + right}] = &c
		}
	}
	for _, m := range slices.Clone(s.Merges) {
		if m.From.Row >= from && m.To.Row < to {
			s.Merges = append(s.Merges, Rect{At{m.From.Row + down, m.From.Col + right}, At{m.To.Row + down, m.To.Col + right}})
		}
	}
}

// head is the first row of the table's header: below the title and the lines of department and unit.
func (s *Sheet) head() int {
	first, _ := s.body()
	for row := 1; row < first; row++ {
		n := 0
		for at, c := range s.Cells {
			if at.Row == row && c.Text != "" {
				n++
			}
		}
		if n > 2 || s.wideMerge(row) {
			return row
		}
	}
	return first
}

// wideMerge says that a merge begins in a row below the title.
func (s *Sheet) wideMerge(row int) bool {
	return slices.ContainsFunc(s.Merges, func(m Rect) bool { return m.From.Row == row })
}

// bodyWidth is one past the table's last column.
func (s *Sheet) bodyWidth() int {
	width := 0
	for at, c := range s.Cells {
		if c.Figure() {
			width = max(width, at.Col+1)
		}
	}
	return width
}
