package pdf

import (
	"cmp"
	"slices"
	"strings"
)

// table is a table of one page: its cells by row and column, the columns being those
// between xs.
type table struct {
	page  int
	box   Box
	xs    []float32
	count int // rows

	columns []Box // of one without a full grid: what stands in them
	ruled   bool  // but the edges of its columns are drawn
	heads   int   // rows of headers
	loose   bool  // its cells are words, and no more
	doubt   string
	cells   []cell
}

// sortCells puts the cells in the order of rows and columns.
func (t *table) sortCells() {
	slices.SortStableFunc(t.cells, func(a, b cell) int { return cmp.Or(a.row0-b.row0, a.col0-b.col0) })
}

// cell is one of a table, with its text or without.
type cell struct {
	area
	box   Box
	text  string
	lines []row
}

// tableOf fills a frame with the characters that lie in it. What is left stands outside.
func (v *view) tableOf(f *frame, glyphs []glyph) (t *table, rest []glyph) {
	within := make([][]glyph, len(f.areas))
	var inside []glyph
	for _, run := range v.runs(glyphs) {
		from := len(inside)
		for _, g := range run {
			if _, in := f.at(g.box.midX(), g.box.midY()); in {
				inside = append(inside, g)
			} else {
				rest = append(rest, g)
			}
		}
		if n := len(inside) - from; n > 0 && n < len(run) && isFigure(textOf(inside[from:])) { // over the edge of the table
			last := inside[len(inside)-1]
			inside = append(inside, glyph{r: unknown, box: last.box, base: last.base, order: last.order})
		}
	}
	slices.SortStableFunc(rest, func(a, b glyph) int { return a.order - b.order })
	for _, run := range v.runs(inside) {
		for _, piece := range f.pieces(run) {
			f.assign(piece, within)
		}
	}
	f.spilled(within, v)
	f.turned(v.aside, within)
	t = &table{page: v.page, box: f.box, xs: f.xs, count: f.rows()}
	for i, a := range f.areas {
		box := f.boxOf(a)
		lines := rowsOf(within[i])
		text := inCell(lines, box.width())
		t.cells = append(t.cells, cell{area: a, box: box, text: text, lines: lines})
	}
	return t, rest
}

// turned makes no figure of a cell in which digits stand otherwise than its page's text.
func (f *frame) turned(aside []point, within [][]glyph) {
	for _, p := range aside {
		at, in := f.at(p.x, p.y)
		if !in || slices.ContainsFunc(within[at], func(g glyph) bool { return g.r == unknown }) {
			continue
		}
		box := f.boxOf(f.areas[at])
		g := glyph{r: unknown, box: Box{p.x, box.midY(), p.x + 1, box.midY() + 1}, base: box.midY() + 1, order: -2}
		if n := len(within[at]); n > 0 {
			last := within[at][n-1]
			g.box, g.base, g.order = last.box, last.base, last.order
		}
		within[at] = append(within[at], g)
	}
}

const padding = 0.1 // of its height: a gap about the edge of a cell that parts text in two cells

// pieces parts a run at the edges of cells that stand between two characters, and not by
// chance: there is more room than between others.
func (f *frame) pieces(run []glyph) [][]glyph {
	var out [][]glyph
	from := 0
	for i := 1; i < len(run); i++ {
		a, b := &run[i-1], &run[i]
		gap := b.box.X0 - a.box.X1
		if gap > gapBlank*a.box.height() && isDigit(a.r) && isDigit(b.r) { // two numbers
			out = append(out, run[from:i:i])
			from = i
			continue
		}
		if gap < padding*a.box.height() {
			continue
		}
		left, inLeft := f.at(a.box.X1, a.box.midY())
		right, inRight := f.at(b.box.X0, b.box.midY())
		if inLeft != inRight || left != right {
			out = append(out, run[from:i:i])
			from = i
		}
	}
	return append(out, run[from:])
}

const (
	offCentre = 0.08 // of the width of a cell: how far what is centred in it may be off its middle
	atEdge    = -0.1 // points from its edge: a figure that begins before it may have lost digits
)

// assign gives a piece of text to the cell that it stands in. Text that goes on over the
// edge of its cell is of the one that it is in the middle of, or where it begins; of a figure
// nobody can say then which cell it is of, or whether it is whole, and it is made no figure.
func (f *frame) assign(run []glyph, within [][]glyph) {
	first, last := run[0], run[len(run)-1]
	at, in := f.at(first.box.midX(), first.box.midY())
	if !in {
		return
	}
	over := slices.ContainsFunc(run, func(g glyph) bool {
		other, in := f.at(g.box.midX(), g.box.midY())
		return !in || other != at
	})
	code := onlyDigits(textOf(run)) && isCode(len(run)) // one of which digits are lost has not so many
	figure := !code && isFigure(textOf(run))
	box := first.box.with(last.box)
	if middle, in := f.at(box.midX(), first.box.midY()); over && in && !figure {
		if m := f.boxOf(f.areas[middle]); abs(m.midX()-box.midX()) < offCentre*m.width() {
			within[middle] = append(within[middle], run...) // centred, and a little too wide
			return
		}
	}
	if cut := first.box.X0 < f.boxOf(f.areas[at]).X0+atEdge; figure && (over || cut) {
		run = append(run, glyph{r: unknown, box: last.box, base: last.base, order: last.order})
	}
	within[at] = append(within[at], run...)
}

func textOf(run []glyph) string {
	var w strings.Builder
	for _, g := range run {
		w.WriteRune(g.r)
	}
	return w.String()
}

// isFigure says whether a text may be an amount: digits, and nothing but what stands
// among them.
func isFigure(s string) bool {
	s = strings.Map(plainDigit, s)
	return strings.ContainsAny(s, "0123456789") && strings.Trim(s, "0123456789.,-() %（）－，．—–−―") == ""
}
