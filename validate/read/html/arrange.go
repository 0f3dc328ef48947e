package html

import (
	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// spot is the place of a cell in its table.
type spot struct {
	cell       *cell
	row, col   int
	rows, cols int
}

// arrange finds the places of a table's cells. Hidden cells have one where all of their
// columns are hidden throughout; any others a browser leaves out, the rest closing up,
// as where a script merged cells.
func (r *reader) arrange(l *laid) *document.Refusal {
	for _, all := range [...]bool{true, false} {
		l.spots, l.shows, l.hides = l.spots[:0], map[int]bool{}, map[int]bool{}
		for _, c := range l.table.cols {
			for col := c.First; c.Hidden && col <= c.Last; col++ {
				l.hides[col] = true
			}
		}
		declared := len(l.hides) > 0
		whole, refusal := r.places(l, all)
		if refusal != nil {
			return refusal
		}
		if declared {
			for col := range l.hides {
				delete(l.shows, col)
			}
		}
		if whole {
			return nil
		}
	}
	return nil
}

// places goes over the rows of a table. It is false where hidden cells stand in columns
// that others show.
func (r *reader) places(l *laid, all bool) (whole bool, refusal *document.Refusal) {
	a := arranger{reader: r, laid: l, hidden: map[int]bool{}}
	for i := range l.table.rows {
		if i == a.end {
			a.end, a.open = l.table.group(i)
		}
		a.row, a.col = i, 0
		for k := range l.table.rows[i].cells {
			if refusal := a.place(&l.table.rows[i].cells[k], all); refusal != nil {
				return false, refusal
			}
		}
	}
	for col := range a.hidden {
		if l.shows[col] && !l.hides[col] {
			return false, nil
		}
		l.hides[col] = true
	}
	return true, nil
}

// arranger is at a place in a table.
type arranger struct {
	*reader
	*laid
	row, col int
	taken    []int        // by column, the first row that no cell from above reaches
	end      int          // of the group of rows
	open     bool         // cells reach beyond it
	hidden   map[int]bool // columns with hidden cells
}

// advance goes on to the next column that no cell from above reaches.
func (a *arranger) advance() {
	for a.col < len(a.taken) && a.taken[a.col] > a.row {
		a.col++
		a.count.slots++
	}
}

// place finds the place of the next cell of a row.
func (a *arranger) place(c *cell, all bool) *document.Refusal {
	for n := 0; n < c.skip && a.col < document.MaxCols; n++ {
		a.advance()
		a.shows[a.col] = true
		a.col++
	}
	if a.advance(); c.hidden && !all {
		return nil
	}
	s := spot{cell: c, row: a.row, col: a.col, rows: c.rows, cols: 1}
	if a.row+c.rows > a.end && !a.open {
		s.rows = a.end - a.row
	}
	for s.cols < c.cols && (s.col+s.cols >= len(a.taken) || a.taken[s.col+s.cols] <= a.row) {
		s.cols++
	}
	if s.rows > 1 {
		for len(a.taken) < s.col+s.cols {
			a.taken = append(a.taken, 0)
		}
		for n := range s.cols {
			a.taken[s.col+n] = a.row + s.rows
		}
	}
	if a.count.slots += s.cols; a.count.slots > maxSlots || s.col+s.cols > document.MaxCols {
		return refuse.TooComplex("网页里的表太宽，或合并的单元格过多。")
	}
	if c.hidden {
		a.hidden[s.col] = true
	} else if s.cols == 1 {
		a.shows[s.col] = true
	}
	a.spots = append(a.spots, s)
	a.col += s.cols
	return nil
}

// group is where the group of rows that begins with one ends, and whether cells that
// span more rows reach beyond it. A browser ends them there, and what follows closes
// up; a spreadsheet does not know groups. The row below tells which was meant: it has
// cells for all columns, or none where those from above reach.
func (t *table) group(from int) (end int, open bool) {
	for end = from; end < len(t.rows) && t.rows[end].group == t.rows[from].group; end++ {
	}
	if end == len(t.rows) {
		return end, false
	}
	reach := 0
	for i := from; i < end; i++ {
		for k := range t.rows[i].cells {
			if c := &t.rows[i].cells[k]; i+c.rows > end {
				reach += c.cols
				if i+c.rows > len(t.rows) {
					return end, false // as many as there are
				}
			}
		}
	}
	return end, reach > 0 && t.rows[end].width+reach <= t.widest
}
