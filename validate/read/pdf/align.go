package pdf

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
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
		for to < len(rows) && rows[to].box.Y0-rows[to-1].box.Y0 < mostPitch*max(rows[to].box.height(), rows[to-1].box.height()) {
			to++
		}
		if t := v.align(rows[from:to]); t != nil {
			out = append(out, t)
		}
		from = to
	}
	return out
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

// underHeaders makes one column of those under one word of the headers that no line has
// words in two of: figures stand right in a column, its number in the middle. It gives the
// words that stand over no column.
func (a *alignment) underHeaders(leaf []word) (extra []Box) {
	for _, w := range leaf {
		first, last := a.over(w.box)
		if first < 0 {
			extra = append(extra, w.box)
			continue
		}
		if first == last || a.together(first, last) {
			continue
		}
		one := w.box
		for _, c := range a.columns[first : last+1] {
			one = one.with(c)
		}
		a.columns = slices.Replace(a.columns, first, last+1, one)
	}
	return extra
}

// together says whether a line has words in two of some columns.
func (a *alignment) together(first, last int) bool {
	return slices.ContainsFunc(a.lines[a.first:], func(line []word) bool {
		n := 0
		for _, w := range line {
			if from, to := a.over(w.box); from >= first && to <= last {
				n++
			}
		}
		return n > 1
	})
}

// sideways gives columns under no word of the headers the word at their side: at the left
// where figures stand right in their columns. false where it might be the other one.
func (a *alignment) sideways(leaf []word, extra []Box) bool {
	var bare []int
	for i, c := range a.columns {
		if !slices.ContainsFunc(leaf, func(w word) bool { return w.box.X0 < c.X1 && c.X0 < w.box.X1 }) {
			bare = append(bare, i)
		}
	}
	toLeft := len(bare) > 0 && !slices.ContainsFunc(extra, func(e Box) bool { return e.X0 >= a.columns[bare[len(bare)-1]].X1 })
	for _, i := range bare {
		left := -1
		for k, e := range extra {
			if e.X1 <= a.columns[i].X0 && (i == 0 || e.X0 >= a.columns[i-1].X1) {
				left = k
			}
		}
		switch {
		case left < 0:
		case !toLeft:
			return false
		default:
			a.columns[i] = a.columns[i].with(extra[left])
			extra = slices.Delete(extra, left, left+1)
		}
	}
	a.columns = append(a.columns, extra...)
	return true
}

// isNumbered says whether a line numbers the columns: 栏次 1 2 3.
func isNumbered(line []word) bool {
	next, n := 0, 0
	for _, w := range line {
		if !onlyDigits(w.text) {
			continue
		}
		number, err := strconv.Atoi(w.text)
		if err != nil || number != next+1 {
			return false
		}
		next, n = number, n+1
	}
	return n > 1
}

// apart parts words of the headers that stand over columns next to each other, a little
// apart: as many as there are columns.
func (a *alignment) apart(line []word) []word {
	var out []word
	for _, w := range line {
		first, last := a.over(w.box)
		parts := strings.Split(w.text, " ")
		if first == last || len(parts) != last-first+1 {
			out = append(out, w)
			continue
		}
		at := 0
		for _, part := range parts {
			n := utf8.RuneCountInString(part)
			out = append(out, rowOf(w.glyphs[at:at+n]).words...)
			at += n
		}
	}
	return out
}

// leaf is the line of headers with the most words, -1 for none: that of the columns.
func (a *alignment) leaf() int {
	leaf := -1
	for i := 0; i < a.first; i++ {
		if a.first > 1 && isNumbered(a.lines[i]) {
			continue
		}
		if leaf < 0 || len(a.lines[i]) >= len(a.lines[leaf]) {
			leaf = i
		}
	}
	return leaf
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

// joinHeads makes one of headers of two lines, that stand above and below the line which
// the others are on.
func (a *alignment) joinHeads() {
	last := a.first
	if last > 0 && isNumbered(a.lines[last-1]) {
		last--
	}
	for i := 0; i+2 < last; i++ {
		for k := 0; k < len(a.lines[i]); k++ {
			w := a.lines[i][k]
			first, until := a.over(w.box)
			at := slices.IndexFunc(a.lines[i+2], func(u word) bool {
				from, to := a.over(u.box)
				return first >= 0 && from == first && to == until && abs(u.box.midX()-w.box.midX()) < 0.6*w.box.height() && !onlyDigits(u.text) && u.box.midY()-w.box.midY() < 1.9*w.box.height()
			})
			if at < 0 || slices.ContainsFunc(a.lines[i+1], func(o word) bool { return o.box.X0 < w.box.X1 && w.box.X0 < o.box.X1 }) {
				continue
			}
			u := a.lines[i+2][at]
			one := word{text: w.text + "\n" + u.text, box: w.box.with(u.box)}
			a.lines[i] = slices.Delete(slices.Clone(a.lines[i]), k, k+1)
			a.lines[i+2] = slices.Delete(slices.Clone(a.lines[i+2]), at, at+1)
			a.lines[i+1] = append(slices.Clone(a.lines[i+1]), one)
			slices.SortFunc(a.lines[i+1], func(x, y word) int { return cmp.Compare(x.box.X0, y.box.X0) })
			k--
		}
	}
}

// grouped is which columns a header is over that has others below it: those next to it whose
// headers begin on the same line, as
// many as it stands in the middle of. false where it does in that of none.
func (a *alignment) grouped(xs []float32, line, col int, w word) (first, last int, certain bool) {
	top := func(c int) int {
		for i := line + 1; i < a.first && !isNumbered(a.lines[i]); i++ {
			for _, u := range a.lines[i] {
				if from, to := a.over(u.box); from >= 0 && from <= c && c <= to {
					return i
				}
			}
		}
		return -1
	}
	level := top(col)
	if level < 0 {
		return col, col, true
	}
	taken := func(c int) bool {
		return slices.ContainsFunc(a.lines[line], func(u word) bool {
			from, to := a.over(u.box)
			return from >= 0 && from <= c && c <= to && u.box != w.box
		})
	}
	from, to := col, col
	for from > 0 && top(from-1) == level && !taken(from-1) {
		from--
	}
	for to+1 < len(a.columns) && top(to+1) == level && !taken(to+1) {
		to++
	}
	first, last = col, col-1
	for l := from; l <= col; l++ {
		for r := col; r <= to; r++ {
			middle, width := (xs[l]+xs[r+1])/2, (xs[r+1]-xs[l])/float32(r-l+1)
			if r-l > last-first && abs(middle-w.box.midX()) < offMiddle*width {
				first, last = l, r
			}
		}
	}
	return first, last, first <= last
}

const offMiddle = 0.3 // of a column: how far a header is off the middle of those that it is over

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
