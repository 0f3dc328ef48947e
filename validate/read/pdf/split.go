package pdf

import (
	"slices"
	"strings"

	"suanqing/validate/read/grid"
)

// split parts tables that stand one under another without a gap, so that their rulings
// touch: where the columns become others below a row that goes from side to side.
func (t *table) split() []*table {
	edges := t.edges()
	var cuts []int
	used, open := []int(nil), -1 // columns of the table that is open, and the first row from side to side below it
	for r := range edges {
		switch {
		case len(edges[r]) == 0:
			if open < 0 && used != nil {
				open = r
			}
			continue
		case open >= 0 && !nested(edges[r], used):
			all := edges[r]
			for k := r + 1; k < t.count && len(edges[k]) > 0; k++ {
				all = append(slices.Clone(all), edges[k]...)
			}
			if !nested(used, all) {
				cuts, used = append(cuts, t.headFrom(open, r)), nil
			}
		}
		used, open = append(used, edges[r]...), -1
	}
	if len(cuts) == 0 {
		t.trim()
		return []*table{t}
	}
	out := []*table{}
	from := 0
	for _, at := range append(cuts, t.count) {
		if part := t.rowsFrom(from, at); part != nil {
			out = append(out, part)
		}
		from = at
	}
	return out
}

// trim leaves out what is no cell: the space within a frame at the side of a narrower table,
// without text and without rulings.
func (t *table) trim() {
	n := len(t.xs)
	beside := func(c cell) bool {
		return n > 3 && c.text == "" && c.row0 == 0 && c.row1 == t.count-1 && c.col0 == n-2 && t.count > 2
	}
	if slices.ContainsFunc(t.cells, beside) {
		t.cells = slices.DeleteFunc(t.cells, beside)
		t.xs = t.xs[:n-1]
	}
}

// edges are the columns that the cells of each row begin with; none of a row that a title
// or a note takes up.
func (t *table) edges() [][]int {
	edges, texts, widest := make([][]int, t.count), make([]int, t.count), make([]float32, t.count)
	for _, c := range t.cells {
		for r := c.row0; r <= c.row1; r++ {
			if c.col0 > 0 {
				edges[r] = append(edges[r], c.col0)
			}
			if c.text != "" || c.row1 > c.row0 {
				texts[r]++
			}
			widest[r] = max(widest[r], c.box.width())
		}
	}
	for r := range edges {
		if len(edges[r]) < 3 && texts[r] < 2 && widest[r] > sideWide*t.box.width() {
			edges[r] = nil
		}
	}
	return edges
}

const sideWide = 0.55 // of a table's width: a cell that takes a row up

// nested says whether all of some columns are among others.
func nested(some, others []int) bool {
	for _, c := range some {
		if !slices.Contains(others, c) {
			return false
		}
	}
	return true
}

// headFrom is where among the rows from side to side between two tables the title of the
// second begins: behind the notes on the first.
func (t *table) headFrom(from, to int) int {
	for r := from; r < to; r++ {
		for _, c := range t.cells {
			if c.row0 == r && c.text != "" && grid.IsHead(c.text) && !strings.HasPrefix(grid.TrimBlanks(c.text), "（") {
				return r
			}
		}
	}
	return to
}

// rowsFrom is a part of the rows as a table of its own, with the columns that it has; nil
// without text.
func (t *table) rowsFrom(from, to int) *table {
	out := &table{page: t.page, count: to - from}
	kept := map[int]int{}
	var used []int
	left, right := t.blankSides(from, to)
	for _, c := range t.cells {
		if c.row0 < from || c.row0 >= to || c.col0 >= right || c.col1 < left {
			continue
		}
		if len(out.cells) == 0 {
			out.box = c.box
		}
		c.row0, c.row1 = c.row0-from, min(c.row1, to-1)-from
		out.box = out.box.with(c.box)
		out.cells = append(out.cells, c)
		used = append(used, c.col0, c.col1+1)
	}
	slices.Sort(used)
	for _, c := range slices.Compact(used) {
		kept[c] = len(out.xs)
		out.xs = append(out.xs, t.xs[c])
	}
	for i := range out.cells {
		c := &out.cells[i]
		c.col0, c.col1 = kept[c.col0], kept[c.col1+1]-1
	}
	if out.empty() {
		return nil
	}
	return out
}

// blankSides are the columns between which some rows have text, where all of them have an
// edge there: beside a narrower table there is nothing.
func (t *table) blankSides(from, to int) (left, right int) {
	last := len(t.xs) - 1
	begins, ends := make([]int, last+1), make([]int, last+1) // rows that have an edge at a column
	first, until := last, 0
	for _, c := range t.cells {
		if c.row0 < from || c.row0 >= to {
			continue
		}
		rows := min(c.row1, to-1) - c.row0 + 1
		begins[c.col0] += rows
		ends[c.col1+1] += rows
		if c.text != "" {
			first, until = min(first, c.col0), max(until, c.col1+1)
		}
	}
	for left = first; left > 0 && begins[left] < to-from; left-- {
	}
	for right = until; right < last && ends[right] < to-from; right++ {
	}
	return left, right
}
