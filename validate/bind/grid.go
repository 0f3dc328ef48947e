package bind

import (
	"suanqing/validate/form"
	"suanqing/validate/formula"
	"suanqing/validate/workbook"
)

// grid is a sheet's cells with fast access by row.
type grid struct {
	formulas *formula.Evaluator
	sheet    *workbook.Sheet
	index    int
	lines    []line
	lineAt   []int32                   // by row: 1 + its index in lines
	last     int                       // the last row with a cell
	merges   map[[2]int]workbook.Range // by upper left cell
	covered  []Unbound                 // cells under a merged one that hold a figure all the same
}

// line is a row that has cells, with their texts, normalized: each is made when
// it is first asked for.
type line struct {
	row   *workbook.Row
	texts []string
}

// mostSteps bounds the work spent on cells under merges; the largest real
// report needs some thousands.
const mostSteps = 1 << 22

func newGrid(b *Book, index int) *grid {
	s := b.Workbook.Sheets[index]
	g := &grid{formulas: b.Formulas, sheet: s, index: index, last: -1, lines: make([]line, 0, len(s.Rows)),
		merges: make(map[[2]int]workbook.Range, len(s.Merges))}
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
	steps := 0
	for _, m := range s.Merges {
		g.merges[[2]int{m.Row0, m.Col0}] = m
		if steps < mostSteps {
			steps += g.uncover(m)
		}
	}
	return g
}

// uncover takes the cells under a merge away: what they hold is not shown. It
// returns the steps it took, for a hostile file can name a million merges.
func (g *grid) uncover(m workbook.Range) (steps int) {
	for row := m.Row0; row <= m.Row1 && row <= g.last; row++ {
		steps++
		l := g.line(row)
		if l == nil {
			continue
		}
		r := l.row
		var shown []workbook.Cell
		for i := range r.Cells {
			c := &r.Cells[i]
			under := c.Col >= m.Col0 && c.Col <= m.Col1 && (row != m.Row0 || c.Col != m.Col0)
			if under && (c.Kind != workbook.Blank || c.Formula != "") {
				if shown == nil {
					shown = append([]workbook.Cell{}, r.Cells[:i]...)
				}
				if shown := figureText(c); shown != "" {
					g.covered = append(g.covered, Unbound{At: g.place(row, c.Col), Shown: shown})
				}
			} else if shown != nil {
				shown = append(shown, *c)
			}
		}
		steps += len(r.Cells)
		if shown != nil {
			l.row = &workbook.Row{Index: r.Index, Hidden: r.Hidden, Height: r.Height, Cells: shown}
		}
	}
	return steps
}

// line is a row with cells, or nil.
func (g *grid) line(row int) *line {
	if row < 0 || row > g.last || g.lineAt[row] == 0 {
		return nil
	}
	return &g.lines[g.lineAt[row]-1]
}

// cells are the cells the file writes in a row.
func (g *grid) cells(row int) []workbook.Cell {
	if l := g.line(row); l != nil {
		return l.row.Cells
	}
	return nil
}

// find is the index of a column among a row's cells, or -1.
func find(cells []workbook.Cell, col int) int {
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
func (g *grid) at(row, col int) *workbook.Cell {
	cells := g.cells(row)
	if i := find(cells, col); i >= 0 {
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
	i := find(l.row.Cells, col)
	if i < 0 {
		return ""
	}
	if l.texts == nil {
		l.texts = make([]string, len(l.row.Cells))
	}
	if c := &l.row.Cells[i]; l.texts[i] == "" && c.Kind != workbook.Blank {
		l.texts[i] = form.Normalize(c.Shown())
	}
	return l.texts[i]
}

// extent is the merged range that begins at a cell, or the cell alone.
func (g *grid) extent(row, col int) workbook.Range {
	if m, ok := g.merges[[2]int{row, col}]; ok {
		return m
	}
	return workbook.Range{Row0: row, Col0: col, Row1: row, Col1: col}
}

func (g *grid) place(row, col int) Place { return Place{Sheet: g.index, Row: row, Col: col} }
