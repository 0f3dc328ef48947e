package bind

import (
	"suanqing/validate/form"
	"suanqing/validate/workbook"
)

// grid is a sheet's cells with fast access by row.
type grid struct {
	book   *workbook.Book
	sheet  *workbook.Sheet
	index  int
	rows   map[int]*workbook.Row
	last   int                       // the last row with a cell
	merges map[[2]int]workbook.Range // by upper left cell
}

func newGrid(b *workbook.Book, index int) *grid {
	s := b.Sheets[index]
	g := &grid{book: b, sheet: s, index: index, rows: make(map[int]*workbook.Row, len(s.Rows)), last: -1,
		merges: make(map[[2]int]workbook.Range, len(s.Merges))}
	for i := range s.Rows {
		r := &s.Rows[i]
		if len(r.Cells) > 0 {
			g.rows[r.Index] = r
			g.last = max(g.last, r.Index)
		}
	}
	for _, m := range s.Merges {
		g.merges[[2]int{m.Row0, m.Col0}] = m
	}
	return g
}

// cells are the cells the file writes in a row.
func (g *grid) cells(row int) []workbook.Cell {
	if r := g.rows[row]; r != nil {
		return r.Cells
	}
	return nil
}

// at is the cell at a place, or nil.
func (g *grid) at(row, col int) *workbook.Cell {
	cells := g.cells(row)
	lo, hi := 0, len(cells)
	for lo < hi {
		if mid := (lo + hi) / 2; cells[mid].Col < col {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(cells) && cells[lo].Col == col {
		return &cells[lo]
	}
	return nil
}

// text is a cell's shown text, normalized.
func (g *grid) text(row, col int) string {
	c := g.at(row, col)
	if c == nil || c.Kind == workbook.Blank {
		return ""
	}
	return form.Normalize(c.Shown())
}

// extent is the merged range that begins at a cell, or the cell alone.
func (g *grid) extent(row, col int) workbook.Range {
	if m, ok := g.merges[[2]int{row, col}]; ok {
		return m
	}
	return workbook.Range{Row0: row, Col0: col, Row1: row, Col1: col}
}

func (g *grid) place(row, col int) Place { return Place{Sheet: g.index, Row: row, Col: col} }
