package pdf

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

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
