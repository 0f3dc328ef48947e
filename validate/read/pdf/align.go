package pdf

import (
	"cmp"
	"slices"
	"strings"

	"suanqing/validate/read/grid"
)

// A table without rulings is lines of text whose words stand in columns. Every word has
// the column that it stands in; where one might be of two, all of it stays text.

const (
	leastRows  = 4   // lines with figures that make a table
	mostPitch  = 3.2 // of their height: how far the lines of a table are apart
	wrapped    = 0.8 // of the pitch: a line so near to the next is of the same row
	gapKinds   = 0.1 // of the height: a gap that parts a figure and a name
	gapFigures = 0.3 // and two figures
)

// tokens are the words of a line, parted where a figure begins or ends.
func (r *row) tokens() []word {
	var out []word
	for _, w := range r.words {
		from := 0
		for i := 1; i <= len(w.glyphs); i++ {
			if i < len(w.glyphs) {
				a, b := &w.glyphs[i-1], &w.glyphs[i]
				gap, digits := (b.box.X0-a.box.X1)/max(a.box.height(), b.box.height()), isDigit(a.r)
				if gap < gapKinds || gap < gapFigures && digits == isDigit(b.r) || !digits && !isDigit(b.r) {
					continue
				}
			}
			out = append(out, rowOf(w.glyphs[from:i]).words...)
			from = i
		}
	}
	return out
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r == '.' || r == ',' || r == '-' }

// aligned finds tables without rulings among lines of text.
func (v *view) aligned(rows []row) []*table {
	var out []*table
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && !rows[to].isTitle() && rows[to].box.Y0-rows[to-1].box.Y0 < mostPitch*max(rows[to].box.height(), rows[to-1].box.height()) {
			to++
		}
		if t := v.align(rows[from:to]); t != nil {
			out = append(out, t)
		}
		from = to
	}
	return out
}

// isTitle says whether a line is the title of a table.
func (r *row) isTitle() bool {
	text := r.text()
	return len(r.words) == 1 && strings.HasSuffix(text, "表") && !strings.HasPrefix(text, "公开") && grid.IsHead(text)
}

// alignment is a table being found.
type alignment struct {
	lines   [][]word
	rows    []row
	first   int // the first line with figures
	columns []Box
}

// align makes a table of lines; nil where they are none.
func (v *view) align(rows []row) *table {
	a := alignment{first: -1}
	data, begin, end := 0, -1, 0
	for i := range rows {
		tokens := rows[i].tokens()
		a.lines = append(a.lines, tokens)
		figures := 0
		for _, w := range tokens {
			if isFigure(w.text) {
				figures++
			}
		}
		if len(tokens) >= 2 && figures > 0 {
			if data++; begin < 0 {
				begin = i
			}
			end = i + 1
		}
	}
	if data < leastRows {
		return nil
	}
	first := begin
	if isNumbered(a.lines[begin]) {
		first++
	}
	for begin > 0 && len(a.lines[begin-1]) > 1 && !strings.ContainsAny(rows[begin-1].text(), ":：") {
		begin--
	}
	if begin > 0 && len(a.lines[begin-1]) == 1 && !strings.Contains(rows[begin-1].text(), "表") && begin < first && !strings.ContainsAny(rows[begin-1].text(), ":：") {
		begin-- // a group over all, such as 项目
	}
	a.lines, a.rows, a.first = a.lines[begin:end], rows[begin:end], first-begin
	if len(a.lines)-a.first < leastRows-1 {
		return nil
	}
	if !a.findColumns() {
		return nil
	}
	return a.table(v.page)
}

// findColumns finds the columns; false where a figure may be of two.
func (a *alignment) findColumns() bool {
	var all []Box
	for i := a.first; i < len(a.lines); i++ {
		if len(a.lines[i]) < 2 {
			continue
		}
		for _, w := range a.lines[i] {
			all = append(all, w.box)
		}
	}
	a.columns = united(all)
	leaf := a.leaf()
	if leaf < 0 {
		return len(a.columns) > 1
	}
	heads := slices.Clone(a.lines[leaf])
	if last := a.lines[a.first-1]; isNumbered(last) { // one for each column, narrow: with the words above
		for _, w := range last {
			at := slices.IndexFunc(heads, func(h word) bool { return h.box.X0 < w.box.X1 && w.box.X0 < h.box.X1 })
			if at < 0 {
				heads = append(heads, w)
			} else {
				heads[at].box = heads[at].box.with(w.box)
			}
		}
		slices.SortFunc(heads, func(x, y word) int { return cmp.Compare(x.box.X0, y.box.X0) })
	}
	for i := range a.first {
		a.lines[i] = a.apart(a.lines[i])
	}
	extra := a.underHeaders(heads)
	if !a.sideways(heads, extra) {
		return false
	}
	slices.SortFunc(a.columns, func(x, y Box) int { return cmp.Compare(x.X0, y.X0) })
	return len(a.columns) > 1
}

// united joins boxes that overlap from left to right.
func united(all []Box) []Box {
	slices.SortFunc(all, func(x, y Box) int { return cmp.Compare(x.X0, y.X0) })
	var out []Box
	for _, b := range all {
		if n := len(out); n > 0 && b.X0 < out[n-1].X1 {
			out[n-1] = out[n-1].with(b)
		} else {
			out = append(out, b)
		}
	}
	return out
}

// over is which columns a box stands over; -1 for none.
func (a *alignment) over(b Box) (first, last int) {
	first, last = -1, -1
	for i, c := range a.columns {
		if b.X0 < c.X1 && c.X0 < b.X1 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// table is the table that was found; nil where two words of a line are in one cell.
func (a *alignment) table(page int) *table {
	t := &table{page: page, box: a.rows[0].box, columns: a.columns}
	t.xs = append(t.xs, a.columns[0].X0)
	for i := 1; i < len(a.columns); i++ {
		t.xs = append(t.xs, (a.columns[i-1].X1+a.columns[i].X0)/2)
	}
	t.xs = append(t.xs, a.columns[len(a.columns)-1].X1)
	pitch := a.pitch()
	a.joinHeads()
	for i, line := range a.lines {
		if t.box = t.box.with(a.rows[i].box); len(line) == 0 {
			continue
		}
		used := -1
		at := t.count
		if i > a.first && len(line) == 1 && a.rows[i].box.Y0-a.rows[i-1].box.Y0 < wrapped*pitch {
			if first, _ := a.over(line[0].box); first >= 0 && t.lengthen(at-1, first, line[0]) {
				continue
			}
		}
		for _, w := range line {
			first, last := a.over(w.box)
			if first < 0 {
				first = step(t.xs, w.box.midX())
				if first < 0 {
					return nil
				}
				last = first
			}
			if i < a.first && first == last {
				var certain bool
				if first, last, certain = a.grouped(t.xs, i, first, w); !certain {
					return nil
				}
			}
			if first <= used {
				return nil
			}
			if used = last; i >= a.first && first < last && isFigure(w.text) {
				return nil
			}
			t.cells = append(t.cells, cell{area: area{at, first, at, last}, box: w.box, text: w.text})
		}
		t.count++
	}
	return t
}

// lengthen adds a line to a cell that has text.
func (t *table) lengthen(row, col int, w word) bool {
	for i := range t.cells {
		if c := &t.cells[i]; c.row0 == row && c.col0 == col && !isFigure(c.text) && !isFigure(w.text) {
			c.text, c.box = c.text+"\n"+w.text, c.box.with(w.box)
			return true
		}
	}
	return false
}

// pitch is how far lines are apart: that of most of them.
func (a *alignment) pitch() float32 {
	var all []float32
	for i := 1; i < len(a.rows); i++ {
		all = append(all, a.rows[i].box.Y0-a.rows[i-1].box.Y0)
	}
	slices.Sort(all)
	if len(all) == 0 {
		return 0
	}
	return all[len(all)/2]
}

// inColumns puts the cells of a table without rulings into the columns of the page before:
// each of its columns lies over one of those, and no other does. false where they do not.
func (t *table) inColumns(of *table) bool {
	to := make([]int, len(t.columns))
	for i, c := range t.columns {
		to[i] = -1
		for k, o := range of.columns {
			if c.X0 >= o.X1 || o.X0 >= c.X1 {
				continue
			}
			if to[i] >= 0 || i > 0 && to[i-1] == k {
				return false
			}
			to[i] = k
		}
		if to[i] < 0 {
			return false
		}
	}
	for i := range t.cells {
		c := &t.cells[i]
		c.col0, c.col1 = to[c.col0], to[c.col1]
	}
	t.xs = of.xs
	t.columns = slices.Clone(of.columns)
	return true
}
