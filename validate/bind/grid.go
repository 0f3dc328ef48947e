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
	lines    []line
	lineAt   []int32          // by row: 1 + its index in lines
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
			g.last = max(g.last, r.Index)
		}
	}
	g.lineAt = make([]int32, g.last+1)
	for i := range g.lines {
		g.lineAt[g.lines[i].row.Index] = int32(i + 1)
	}
	g.merge()
	return g
}

// line is a row with cells, or nil.
func (g *grid) line(row int) *line {
	if row < 0 || row > g.last || g.lineAt[row] == 0 {
		return nil
	}
	return &g.lines[g.lineAt[row]-1]
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
