package bind

import (
	"sort"

	"suanqing/validate/document"
	"suanqing/validate/form"
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
	titled   []spot           // texts that have a 表, those under a merged cell as well, in order
	denying  []spot           // texts that may be a statement, likewise
	merges   []document.Range // by upper left cell, one of each
	covered  []document.Range // cells under a merged one that hold a figure all the same, in order
}

// spot is a cell of the sheet, by the index of its row among those that the file writes
// and its own among the row's cells.
type spot struct{ row, cell int }

// line is a row that has cells, with their texts, normalized: of those that the file has
// in another spelling each is made when it is first asked for.
type line struct {
	row   *document.Row
	texts []string
}

// newGrid is the grid of a sheet, or of a part of it that is given as one. What one look at
// each text tells is noted; merge is still to be called.
func newGrid(b *Book, index int, s *document.Sheet) *grid {
	n := 0
	for i := range s.Rows {
		n += len(s.Rows[i].Cells)
	}
	g := &grid{book: b, formulas: b.Formulas, sheet: s, index: index, last: -1, lines: make([]line, 0, len(s.Rows))}
	texts := make([]string, n)
	for i := range s.Rows {
		r := &s.Rows[i]
		if len(r.Cells) == 0 {
			continue
		}
		l := line{row: r, texts: texts[:len(r.Cells):len(r.Cells)]}
		texts = texts[len(r.Cells):]
		for k := range r.Cells {
			c := &r.Cells[k]
			if c.Kind != document.Text {
				continue
			}
			glance := b.glances.of(c.Stored, form.Look)
			if glance.Plain && len(c.Stored) <= longText {
				l.texts[k] = c.Stored
			}
			if glance.Table {
				g.titled = append(g.titled, spot{i, k})
			}
			if glance.Denies {
				g.denying = append(g.denying, spot{i, k})
			}
		}
		g.lines = append(g.lines, l)
		g.last = r.Index
	}
	return g
}

// cell is the cell at a spot.
func (g *grid) cell(at spot) *document.Cell { return &g.sheet.Rows[at.row].Cells[at.cell] }

// within are the spots of rows top…bottom.
func (g *grid) within(spots []spot, top, bottom int) []spot {
	from := func(row int) int {
		return sort.Search(len(spots), func(i int) bool { return g.sheet.Rows[spots[i].row].Index >= row })
	}
	return spots[from(top):from(max(top, bottom+1))]
}

// line is a row with cells, or nil. Rows are distinct, so that as many lie on either
// side of one as there are numbers at most: where none is left out, that is one line.
// A table by row number would cost a million entries for one cell far down.
func (g *grid) line(row int) *line {
	n := len(g.lines)
	if n == 0 || row > g.last {
		return nil
	}
	if i := row - g.lines[0].row.Index; i >= 0 && i < n && g.lines[i].row.Index == row {
		return &g.lines[i]
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
func (g *grid) cells(row int) []document.Cell { return g.line(row).cells() }

// cells are those of the row; none of no row.
func (l *line) cells() []document.Cell {
	if l == nil {
		return nil
	}
	return l.row.Cells
}

// columnOf is the index of a column among a row's cells, or -1. Rows are mostly full from
// column A, so that the cell is mostly at its own index.
func columnOf(cells []document.Cell, col int) int {
	if col >= 0 && col < len(cells) && cells[col].Col == col {
		return col
	}
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
func (g *grid) at(row, col int) *document.Cell { return g.line(row).at(col) }

func (l *line) at(col int) *document.Cell {
	cells := l.cells()
	if i := columnOf(cells, col); i >= 0 {
		return &cells[i]
	}
	return nil
}

// text is a cell's shown text, normalized.
func (g *grid) text(row, col int) string { return g.textIn(g.line(row), col) }

func (g *grid) textIn(l *line, col int) string {
	if i := columnOf(l.cells(), col); i >= 0 {
		return g.textOf(l, i)
	}
	return ""
}

// textOf is the text of a row's cell by its index.
func (g *grid) textOf(l *line, i int) string {
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
