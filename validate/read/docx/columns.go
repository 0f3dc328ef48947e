package docx

import (
	"slices"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
)

// Columns of a table are where its cells begin: the grid in the file has as many more as
// were left from dragging borders, or as it likes.

const (
	near    = 100  // 1/20 points between borders that a reader takes for one line, some 1.8 mm
	unknown = 1000 // width of a column that says none
)

// spot is where a cell stands on a sheet, bounds inclusive.
type spot struct {
	*cell
	row, col, lastCol int
}

// spots places the cells of a table, and gives the widths of its columns.
func (t *table) spots() (spots []spot, widths []int) {
	at := t.lines()
	var starts []int
	snaps := true
	for i := range t.rows {
		r := &t.rows[i]
		pos := r.before
		for k := range r.cells {
			starts = append(starts, at(pos))
			next := pos + r.cells[k].span
			snaps = snaps && at(next)-at(pos) > near
			pos = next
		}
	}
	slices.Sort(starts)
	starts = slices.Compact(starts)
	gap := 0
	if snaps {
		gap = near
	}
	var columns []int // where each begins
	for i, s := range starts {
		if i == 0 || s-starts[i-1] > gap {
			columns = append(columns, s)
		}
	}
	// holds is the column with a line in it or right before it.
	holds := func(line int) int {
		i, found := slices.BinarySearch(columns, line)
		if !found {
			i--
		}
		return max(i, 0)
	}
	end := 0
	for i := range t.rows {
		r := &t.rows[i]
		pos := r.before
		for k := range r.cells {
			c := &r.cells[k]
			col, next := holds(at(pos)), at(pos+c.span)
			last := holds(next - gap - 1)
			spots = append(spots, spot{c, i, col, max(col, last)})
			pos += c.span
			end = max(end, next)
		}
	}
	for i := range columns {
		next := end
		if i+1 < len(columns) {
			next = columns[i+1]
		}
		widths = append(widths, next-columns[i])
	}
	return spots, widths
}

// lines tells where on the page the columns of the grid begin.
func (t *table) lines() func(pos int) int {
	sums := make([]int, 0, len(t.widths)+1)
	sum := 0
	for _, w := range t.widths {
		sums = append(sums, sum)
		if sum += w; w == 0 {
			sums = nil
			break
		}
	}
	if sums != nil {
		sums = append(sums, sum)
	}
	return func(pos int) int {
		switch last := len(sums) - 1; {
		case last < 1:
			return pos * unknown
		case pos > last:
			return sums[last] + (pos-last)*unknown
		default:
			return sums[pos]
		}
	}
}

// merges are the ranges that cells of a table span, from the top left.
func merges(spots []spot) []document.Range {
	var all []document.Range
	open := map[int]int{} // by column: the merge that a cell below may go on with
	before := document.Range{Row0: -1}
	beforeAt := 0
	for _, s := range spots {
		cell := document.Range{Row0: s.row, Col0: s.col, Row1: s.row, Col1: s.lastCol}
		if s.left && before.Row0 == s.row && before.Col1 < s.col {
			all[beforeAt].Col1 = s.lastCol
			before = all[beforeAt]
			continue
		}
		at, going := open[s.col]
		if s.below && going && all[at].Row1 == s.row-1 {
			all[at].Row1 = s.row
			before, beforeAt = cell, at
			continue
		}
		all = append(all, cell)
		before, beforeAt = cell, len(all)-1
		delete(open, s.col)
		if s.opens || s.below {
			open[s.col] = beforeAt
		}
	}
	return all
}

// columnsOf are the looks of columns of these widths, in 1/20 points.
func columnsOf(widths []int) []document.ColSpan {
	var looks []document.ColSpan
	for i, w := range widths[:min(len(widths), document.MaxCols)] {
		looks = append(looks, document.ColSpan{First: i, Last: i, Width: grid.Width(min(w, 40_000) / 15)})
	}
	return looks
}
