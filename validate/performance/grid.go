package performance

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/formula"
)

// grid is a sheet whose merges are known.
type grid struct {
	book   *bind.Book
	sheet  *document.Sheet
	index  int
	merged map[[2]int]document.Range
	last   int // row
}

// longestText is what is read of a cell, in bytes.
const longestText = 6000

func newGrid(b *bind.Book, index int) *grid {
	g := &grid{book: b, sheet: b.Document.Sheets[index], index: index, last: -1}
	if n := min(len(g.sheet.Rows), mostRows); n > 0 {
		g.last = g.sheet.Rows[n-1].Index
	}
	return g
}

// merges are looked up only on sheets that have a table.
func (g *grid) merge() {
	g.merged = map[[2]int]document.Range{}
	for _, m := range g.sheet.Merges {
		row1, col1 := min(m.Row1, g.last), min(m.Col1, mostColumns)
		for row := m.Row0; row <= row1; row++ {
			for col := m.Col0; col <= col1; col++ {
				if len(g.merged) >= mostMerged {
					return
				}
				g.merged[[2]int{row, col}] = m
			}
		}
	}
}

// row is the cells of a row.
func (g *grid) row(index int) []document.Cell {
	low, high := 0, len(g.sheet.Rows)
	for low < high {
		if mid := (low + high) / 2; g.sheet.Rows[mid].Index < index {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(g.sheet.Rows) && g.sheet.Rows[low].Index == index {
		cells := g.sheet.Rows[low].Cells
		for len(cells) > 0 && cells[len(cells)-1].Col > mostColumns {
			cells = cells[:len(cells)-1]
		}
		return cells
	}
	return nil
}

func (g *grid) cell(row, col int) *document.Cell {
	cells := g.row(row)
	for i := range cells {
		if cells[i].Col == col {
			return &cells[i]
		}
		if cells[i].Col > col {
			break
		}
	}
	return nil
}

// shown is what a cell shows.
func (g *grid) shown(c *document.Cell) string {
	if c == nil {
		return ""
	}
	if c.Formula != "" && !c.Cached {
		v, ok := g.book.Formulas.Value(g.index, c.Formula)
		switch {
		case ok && v.Kind == formula.Number:
			c = &document.Cell{Kind: document.Number, Stored: amount.Plain(v.Number), Format: c.Format}
		case ok && v.Kind == formula.Text:
			c = &document.Cell{Kind: document.Text, Stored: v.Text, Format: c.Format}
		default:
			return ""
		}
	}
	switch {
	case c.Kind == document.Blank || c.Kind == document.ErrorValue:
		return ""
	case c.Kind == document.Text && len(c.Stored) > longestText:
		return strings.ToValidUTF8(c.Stored[:longestText], "")
	case c.Kind == document.Number && (len(c.Stored) > 30 || strings.ContainsAny(c.Stored, "eE")):
		if _, _, ok := amount.Stored(c.Stored); !ok {
			return ""
		}
	}
	return c.Shown()
}

// longestWord is what is read of a cell that may be a header or a label, in bytes.
const longestWord = 400

// own is the normalized text of a cell itself, clipped where it is too long for a label.
func (g *grid) own(row, col int) string {
	s := g.shown(g.cell(row, col))
	if len(s) > longestWord {
		s = strings.ToValidUTF8(s[:longestWord], "")
	}
	return form.Normalize(s)
}

// down is the text of a cell, or of the cell above that is merged over it.
func (g *grid) down(row, col int) string {
	if m, ok := g.merged[[2]int{row, col}]; ok && m.Col0 == col {
		row = m.Row0
	}
	return g.own(row, col)
}

// covered says whether a cell is hidden by a merge that begins elsewhere.
func (g *grid) covered(row, col int) bool {
	m, ok := g.merged[[2]int{row, col}]
	return ok && (m.Row0 != row || m.Col0 != col)
}

// after is the column behind a cell and what is merged with it.
func (g *grid) after(row, col int) int {
	if m, ok := g.merged[[2]int{row, col}]; ok && m.Row0 == row && m.Col0 == col {
		return m.Col1 + 1
	}
	return col + 1
}

func (g *grid) place(row, col int) bind.Place {
	return bind.Place{Document: g.book.Index, Sheet: g.index, Row: row, Col: col}
}

// label is a header or label without its brackets, colons and signs.
func label(s string) string {
	if len(s) > longestWord {
		return ""
	}
	var b strings.Builder
	depth := 0
	for _, c := range s {
		switch {
		case c == '(':
			depth++
		case c == ')':
			depth = max(0, depth-1)
		case depth > 0 || c == ':' || c == '%' || c == '*':
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}

// figure is the cell at a place; col is −1 where there is no such column.
func (g *grid) figure(row, col int) figure {
	if col < 0 {
		return figure{}
	}
	shown := g.shown(g.cell(row, col))
	text := strings.TrimLeftFunc(shown, unicode.IsSpace)
	f := figure{at: g.place(row, col), there: true, covered: g.covered(row, col), text: strings.TrimSpace(text), lead: utf8.RuneCountInString(shown) - utf8.RuneCountInString(text)}
	f.read()
	return f
}

// over is a figure that may be merged over several rows.
func (g *grid) over(row, col int) figure {
	if m, ok := g.merged[[2]int{row, col}]; ok && m.Col0 == col {
		row = m.Row0
	}
	return g.figure(row, col)
}

// read reads the number that a cell prints, whatever is written behind it.
func (f *figure) read() {
	s := form.Normalize(f.text)
	switch {
	case s == "":
		return
	case amount.IsNothing(s):
		f.state = nothing
		return
	}
	f.state = words
	if len(s) > 60 {
		return
	}
	bare := strings.TrimSuffix(s, "分")
	if n := strings.TrimSuffix(bare, "%"); n != bare {
		f.percent, bare = true, n
	}
	if p, ok := amount.Parse(bare); ok {
		f.state, f.value, f.places, f.unit = number, p.Value, p.Places, p.Unit
	}
}

// isOne says whether a text is one of a list.
func isOne(s string, list []string) bool {
	for _, one := range list {
		if s == one {
			return true
		}
	}
	return false
}

func holds(s string, list []string) bool {
	for _, one := range list {
		if strings.Contains(s, one) {
			return true
		}
	}
	return false
}

func begins(s string, list []string) bool {
	for _, one := range list {
		if strings.HasPrefix(s, one) {
			return true
		}
	}
	return false
}
