package bind

import (
	"slices"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

const (
	headerSearch = 15  // rows below a title in which its header begins
	headerRows   = 8   // the most rows a header has
	widest       = 512 // columns a form may have
)

// header is the block of header rows of a form.
type header struct {
	by          reader
	first, last int
	paths       [][]string // header texts over each column, top row first
	lanes       []lane
	years       []int // the year that a column is headed by; 0 for none
	year        int   // the form's own; 0 when nothing tells
	several     bool  // the columns are of several years
}

// lane is a run of columns that has its own keys: the income and expenditure
// halves of a two-sided form, the side-by-side blocks of F06.
type lane struct {
	side   form.Side
	keys   []int // columns of codes, names, labels
	values []Column
	spare  []int // columns of figures that nothing declares
	noted  []int
	plans  []int // those of them that are the budget as the year began
}

// findHeader looks for the header of form f in rows top…bottom.
func findHeader(g *grid, f *form.Form, top, bottom int) *header {
	for r := top; r <= min(bottom, top+headerSearch); r++ {
		if headerCells(g, f, r) >= 2 {
			h := &header{by: readerOf(f), first: reachingIn(g, f, top, r), last: r}
			h.grow(g, f, bottom)
			h.findYears(g, top-mostAbove)
			h.cutLanes(f)
			if len(h.lanes) > 0 {
				return h
			}
		}
	}
	return nil
}

// findYears finds the years of the columns and which of them is the form's own:
// the one stated in the lines above the header, or the last of several.
func (h *header) findYears(g *grid, top int) {
	h.years = make([]int, len(h.paths))
	first, last := 0, 0
	for col, path := range h.paths {
		for _, text := range path {
			if y := form.YearOf(text); y != 0 {
				h.years[col], first = y, y
			}
		}
		last = max(last, h.years[col])
	}
	h.several = slices.ContainsFunc(h.years, func(y int) bool { return y != 0 && y != first })
	if h.several {
		h.year = last
	}
	for r := h.first - 1; last != 0 && r >= max(top, 0); r-- {
		l := g.line(r)
		for i := range l.cells() {
			y := YearIn(g.textOf(l, i))
			if y != 0 && (!h.several || slices.Contains(h.years, y)) {
				h.year = y
				return
			}
		}
	}
}

// ofOtherYear says whether a column is headed by a year that is not known to be
// the form's. It is passed over where the same stands beside it for the form's
// own year; alone it is meant, and its year a slip.
func (h *header) ofOtherYear(col int) bool { return h.years[col] != 0 && h.years[col] != h.year }

// namesOnlyAYear says whether an unknown column is known by its year alone: one
// of several years', or a mere 2022年决算数. Any other may be a column to judge.
func (h *header) namesOnlyAYear(path []string) bool {
	return h.several || h.year != 0 && form.IsTrailer(form.StripRemark(path[len(path)-1]))
}

// ownYearFirst puts the columns of other years after the rest.
func (h *header) ownYearFirst(columns []int) []int {
	slices.SortStableFunc(columns, func(a, b int) int {
		switch x, y := h.ofOtherYear(a), h.ofOtherYear(b); {
		case x == y:
			return 0
		case x:
			return 1
		}
		return -1
	})
	return columns
}

// reachingIn is the first row from top on that heads the columns of a row below
// it, by a merge that reaches down or by naming the keys: beside the one column
// of codes a group may stand over all others.
func reachingIn(g *grid, f *form.Form, top, row int) int {
	for r := top; r < row; r++ {
		l := g.line(r)
		for i := range l.cells() {
			if g.extent(r, l.row.Cells[i].Col).Row1 >= row || f.IsKeyHeader(g.textOf(l, i)) {
				return r
			}
		}
	}
	return row
}

func headerCells(g *grid, f *form.Form, row int) int {
	n, l := 0, g.line(row)
	for i := range l.cells() {
		if l.row.Cells[i].Kind == document.Text && f.IsHeader(g.textOf(l, i)) {
			n++
		}
	}
	return n
}

// grow takes in the rows below that still belong to the header.
func (h *header) grow(g *grid, f *form.Form, bottom int) {
	var lowest []string
	lowest = h.head(g, h.first, lowest)
	covered := h.covered(g, h.first)
	for r := h.first + 1; r <= min(bottom, h.first+headerRows) && h.isHeaderRow(g, f, r, covered, lowest); r++ {
		h.last = r
		lowest = h.head(g, r, lowest)
		covered = max(covered, h.covered(g, r))
	}
	h.readPaths(g)
}

// head notes the texts of a header row as the lowest over their columns so far.
func (h *header) head(g *grid, row int, lowest []string) []string {
	if numbersColumns(g, row) {
		return lowest
	}
	l := g.line(row)
	for i := range l.cells() {
		c := &l.row.Cells[i]
		text := g.textOf(l, i)
		if text == "" || form.IsCode(text) {
			continue
		}
		for col := c.Col; col <= min(g.extent(row, c.Col).Col1, widest-1); col++ {
			for col >= len(lowest) {
				lowest = append(lowest, "")
			}
			lowest[col] = text
		}
	}
	return lowest
}

// covered is the last row that the merges beginning in a row reach.
func (h *header) covered(g *grid, row int) int {
	last := row
	cells := g.cells(row)
	for i := range cells {
		last = max(last, g.extent(row, cells[i].Col).Row1)
	}
	return last
}

// isHeaderRow says whether the next row still heads columns. A total or a code
// among the keys begins the body, even beside header cells merged downwards,
// unless the row names key columns itself.
func (h *header) isHeaderRow(g *grid, f *form.Form, row, covered int, lowest []string) bool {
	texts, heads := 0, 0
	keys, body := false, false
	firstKey := slices.IndexFunc(lowest, f.IsKeyHeader) // 序号 may stand before it
	l := g.line(row)
	for i := range l.cells() {
		c := &l.row.Cells[i]
		text := g.textOf(l, i)
		if text == "" {
			continue
		}
		texts++
		underKey := func() bool {
			return c.Col < firstKey || c.Col < len(lowest) && f.IsKeyHeader(lowest[c.Col])
		}
		switch {
		case form.IsCodeHead(text):
			heads++
		case f.IsKeyHeader(text):
			keys = true
		case text == form.Total || form.IsCode(text):
			if underKey() {
				body = true
			} else if c.Kind == document.Text && f.IsHeader(text) {
				heads++
			}
		case c.Kind == document.Text && f.IsHeader(text) && !underKey():
			heads++
		}
	}
	switch {
	case texts == 0:
		return row <= covered
	case keys:
		return true
	case body:
		return isNumbering(g, row)
	case heads > 0:
		return true
	}
	return isNumbering(g, row)
}

// isNumbering says whether a row only numbers the columns: 栏次 1 2 3 …, from 1 again
// in the next block. Numbers of rows in a hidden column are none of it.
func isNumbering(g *grid, row int) bool {
	next, most := 1, 0
	l := g.line(row)
	for i := range l.cells() {
		c := &l.row.Cells[i]
		text := c.Stored // the format may be that of figures: 1.00
		if c.Kind != document.Number || !form.IsCode(text) {
			text = g.textOf(l, i)
		}
		switch {
		case text == "" || text == form.ColumnNumbers || text == form.LineNumbers || strings.Contains(form.KeyNumbers, text) || g.sheet.ColHidden(c.Col):
		case len(text) <= 2 && form.IsCode(text) && (atoi(text) == next || most > 1 && atoi(text) == 1):
			next = atoi(text) + 1
			most = max(most, next-1)
		default:
			return false
		}
	}
	return most > 1
}

// numbersColumns says whether a header row is the 栏次 row, which names nothing.
func numbersColumns(g *grid, row int) bool {
	l := g.line(row)
	for i := range l.cells() {
		if g.textOf(l, i) == form.ColumnNumbers {
			return true
		}
	}
	return isNumbering(g, row)
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// readPaths collects the header texts over each column. A merged header stands
// over every column it covers; an unmerged group header over the blanks to its
// right that have a header of their own below.
func (h *header) readPaths(g *grid) {
	width := h.width(g)
	painted := make([][]string, h.last-h.first+1)
	texts := make([]string, width*len(painted))
	for i := range painted {
		painted[i] = texts[i*width : (i+1)*width]
	}
	for i := range painted {
		if numbersColumns(g, h.first+i) {
			continue
		}
		l := g.line(h.first + i)
		for k := range l.cells() {
			c := &l.row.Cells[k]
			text := g.textOf(l, k)
			if text == "" || c.Col >= width || form.IsCode(text) {
				continue
			}
			e := g.extent(c.Row, c.Col)
			for r := c.Row; r <= min(e.Row1, h.last); r++ {
				for col := c.Col; col <= min(e.Col1, width-1); col++ {
					painted[r-h.first][col] = text
				}
			}
		}
	}
	for i := len(painted) - 2; i >= 0; i-- { // from below: a group may stand over groups
		spread(painted[i], painted[i+1])
	}
	h.paths = make([][]string, width)
	for col := range h.paths {
		for i := range painted {
			path := h.paths[col]
			if text := painted[i][col]; text != "" && (len(path) == 0 || path[len(path)-1] != text) {
				h.paths[col] = append(path, text)
			}
		}
	}
}

// width is how many columns the header rows reach over.
func (h *header) width(g *grid) int {
	width := 0
	for row := h.first; row <= h.last; row++ {
		cells := g.cells(row)
		for i := range cells {
			width = max(width, g.extent(row, cells[i].Col).Col1+1)
		}
	}
	return min(width, widest)
}

// spread lets a group header stand over the blank cells to its right that have
// a header of their own below. A header merged downwards or with none below is
// no group, nor is one over the same 决算数 as the next.
func spread(upper, lower []string) {
	group, first := "", ""
	for col := range upper {
		switch {
		case upper[col] != "" && (lower[col] == "" || lower[col] == upper[col]):
			group = ""
		case upper[col] != "":
			group, first = upper[col], lower[col]
		case lower[col] != "" && group != "" && (lower[col] != first || !form.IsTrailer(first)):
			upper[col] = group
		default:
			group = ""
		}
	}
}

// cutLanes splits the columns into lanes and binds the columns of each.
func (h *header) cutLanes(f *form.Form) {
	wasKey := false
	for col, path := range h.paths {
		if len(path) == 0 {
			continue
		}
		full := len(h.lanes) == mostLanes && (!wasKey || len(h.lanes[mostLanes-1].keys) == mostKeys)
		isKey := !full && f.IsKeyHeader(path[len(path)-1])
		switch {
		case isKey && wasKey && len(h.lanes[len(h.lanes)-1].keys) < mostKeys:
			l := &h.lanes[len(h.lanes)-1]
			l.keys = append(l.keys, col)
		case isKey && (len(h.lanes) == 0 || len(h.lanes[0].keys) > 0):
			h.lanes = append(h.lanes, lane{keys: []int{col}})
		case isKey: // 序号 stood before it
			h.lanes[0].keys = []int{col}
		default:
			if len(h.lanes) == 0 {
				h.lanes = append(h.lanes, lane{})
			}
			l := &h.lanes[len(h.lanes)-1]
			l.spare = append(l.spare, col)
		}
		wasKey = isKey
	}
	h.by.sides(h)
	for i := range h.lanes {
		h.bindColumns(f, i)
	}
}

// bindColumns gives each declared column of the lane's side its best column.
func (h *header) bindColumns(f *form.Form, index int) {
	l := &h.lanes[index]
	columns := h.ownYearFirst(l.spare)
	l.spare = nil
	type fit struct{ col, score int }
	best := map[int]fit{}
	for _, col := range columns {
		path := h.paths[col]
		if h.by.passes(l, path) {
			if l.noted = append(l.noted, col); f.Coded() && !h.ofOtherYear(col) && slices.ContainsFunc(path, form.IsFirstBudget) {
				l.plans = append(l.plans, col)
			}
			continue
		}
		c, score := f.MatchColumn(l.side, path)
		if c < 0 && len(path) > 1 {
			c, score = f.MatchColumn(l.side, []string{strings.Join(path, "")}) // one label over two unmerged rows
		}
		was, taken := best[c]
		switch {
		case h.ofOtherYear(col) && (taken && h.years[col] != h.years[was.col] || c < 0 && h.namesOnlyAYear(path)):
			l.noted = append(l.noted, col)
		case c < 0 && strings.HasPrefix(path[len(path)-1], form.PartOf):
			l.noted = append(l.noted, col)
		case c < 0:
			l.spare = append(l.spare, col)
		case !taken:
			best[c] = fit{col, score}
		case score > was.score:
			l.spare = append(l.spare, was.col)
			best[c] = fit{col, score}
		default:
			l.spare = append(l.spare, col)
		}
	}
	for c := range f.Columns {
		if b, ok := best[c]; ok {
			l.values = append(l.values, Column{Decl: &f.Columns[c], Col: b.col, lane: index})
		}
	}
}
