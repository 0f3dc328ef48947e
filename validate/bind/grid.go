package bind

import (
	"suanqing/validate/document"
	"suanqing/validate/formula"
)

// grid is a sheet's cells with fast access by row.
type grid struct {
	book     *Book
	formulas *formula.Evaluator
	sheet    *document.Sheet
	index    int
	lines    []line           // ascending by row
	last     int              // the last row with a cell
	merges   []document.Range // by upper left cell, one of each
	covered  []document.Range // cells under a merged one that hold a figure all the same, in order
}

// line is a row that has cells, with their texts, normalized: each is made when
// it is first asked for.
type line struct {
	row   *document.Row
	texts []string
}

// newGrid is the grid of a sheet, or of a part of it that is given as one.
func newGrid(b *Book, index int, s *document.Sheet) *grid {
	g := &grid{book: b, formulas: b.Formulas, sheet: s, index: index, last: -1, lines: make([]line, 0, len(s.Rows))}
	for i := range s.Rows {
		r := &s.Rows[i]
		if len(r.Cells) > 0 {
			g.lines = append(g.lines, line{row: r})
			g.last = r.Index
		}
	}
	g.merge()
	return g
}

// line is a row with cells, or nil. Rows are distinct, so that as many lie on either
// side of one as there are numbers at most: where none is left out, that is one line.
// A table by row number would cost a million entries for one cell far down.
func (g *grid) line(row int) *line {
	n := len(g.lines)
	if n == 0 || row > g.last {
		return nil
	}
	lo, hi := max(0, n-1-(g.last-row)), min(n-1, row-g.lines[0].row.Index)
	for lo <= hi {
		mid := (lo + hi) / 2
		switch at := g.lines[mid].row.Index; {
		case at == row:
			return &g.lines[mid]
		case at < row:
			lo = mid + 1
		default:
			hi = mid - 1
		}
	}
	return nil
}

// cells are the cells the file writes in a row.
func (g *grid) cells(row int) []document.Cell {
	if l := g.line(row); l != nil {
		return l.row.Cells
	}
	return nil
}

// columnOf is the index of a column among a row's cells, or -1.
func columnOf(cells []document.Cell, col int) int {
	lo, hi := 0, len(cells)
	for lo < hi {
		if mid := (lo + hi) / 2; cells[mid].Col < col {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(cells) && cells[lo].Col == col {
		return lo
	}
	return -1
}

// at is the cell that shows at a place, or nil.
func (g *grid) at(row, col int) *document.Cell {
	cells := g.cells(row)
	if i := columnOf(cells, col); i >= 0 {
		return &cells[i]
	}
	return nil
}

// text is a cell's shown text, normalized.
func (g *grid) text(row, col int) string {
	l := g.line(row)
	if l == nil {
		return ""
	}
	i := columnOf(l.row.Cells, col)
	if i < 0 {
		return ""
	}
	if l.texts == nil {
		l.texts = make([]string, len(l.row.Cells))
	}
	if c := &l.row.Cells[i]; l.texts[i] == "" && c.Kind != document.Blank {
		l.texts[i] = g.normal(c)
	}
	return l.texts[i]
}

func (g *grid) place(row, col int) Place {
	return Place{Document: g.book.Index, Sheet: g.index, Row: row, Col: col}
}

// showing counts the rows from top to bottom that show something.
func (g *grid) showing(top, bottom int) int {
	n := 0
	for row := top; row <= bottom; row++ {
		if shows(g.cells(row)) {
			n++
		}
	}
	return n
}
