package bind

import (
	"cmp"
	"slices"
	"sort"

	"suanqing/validate/document"
)

func byCorner(a, b document.Range) int {
	return cmp.Or(cmp.Compare(a.Row0, b.Row0), cmp.Compare(a.Col0, b.Col0))
}

// merge takes the cells under merges away: what they hold is not shown.
func (g *grid) merge() {
	g.merges = slices.Clone(g.sheet.Merges)
	slices.SortStableFunc(g.merges, byCorner)
	g.merges = slices.CompactFunc(g.merges, func(a, b document.Range) bool { return byCorner(a, b) == 0 })
	for _, m := range g.merges {
		if g.uncover(m); g.book.steps > mostSteps {
			g.book.refuseMerges(g)
			return
		}
	}
	slices.SortStableFunc(g.covered, byCorner)
}

// uncover takes the cells under one merge away.
func (g *grid) uncover(m document.Range) {
	first := sort.Search(len(g.lines), func(i int) bool { return g.lines[i].row.Index >= m.Row0 })
	for i := first; i < len(g.lines) && g.lines[i].row.Index <= m.Row1; i++ {
		l := &g.lines[i]
		g.book.steps += 1 + len(l.row.Cells)
		under := func(c document.Cell) bool {
			inside := c.Col >= m.Col0 && c.Col <= m.Col1 && (c.Row != m.Row0 || c.Col != m.Col0)
			return inside && (c.Kind != document.Blank || c.Formula != "")
		}
		if !slices.ContainsFunc(l.row.Cells, under) {
			continue
		}
		row := *l.row // the workbook's own row stays
		row.Cells = make([]document.Cell, 0, len(l.row.Cells))
		for i, c := range l.row.Cells {
			switch {
			case !under(c):
				l.texts[len(row.Cells)] = l.texts[i]
				row.Cells = append(row.Cells, c)
			case figureText(&c) != "":
				g.covered = append(g.covered, document.Range{Row0: c.Row, Col0: c.Col, Row1: c.Row, Col1: c.Col})
			}
		}
		l.row, l.texts = &row, l.texts[:len(row.Cells)]
	}
}

// extent is the merged range that begins at a cell, or the cell alone.
func (g *grid) extent(row, col int) document.Range {
	alone := document.Range{Row0: row, Col0: col, Row1: row, Col1: col}
	if i, merged := slices.BinarySearchFunc(g.merges, alone, byCorner); merged {
		return g.merges[i]
	}
	return alone
}

// coveredIn are the covered figures in rows top…bottom.
func (g *grid) coveredIn(top, bottom int) []document.Range {
	from := func(row int) int {
		return sort.Search(len(g.covered), func(i int) bool { return g.covered[i].Row0 >= row })
	}
	return g.covered[from(top):from(bottom+1)]
}
