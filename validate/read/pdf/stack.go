package pdf

import "slices"

const leastStacked = 2 // columns with figures one under the other that show rows without rulings

// unstack parts the rows of a table that rulings do not part: figures stand one under the
// other in cells of several columns. Every line of text is of the row whose figures it
// stands beside, or is one of its own.
func (t *table) unstack() {
	for r := t.count - 1; r >= 0; r-- {
		stacked := 0
		for i := range t.cells {
			if c := &t.cells[i]; c.row0 == r && c.row1 == r && c.stacked() {
				stacked++
			}
		}
		if debug && stacked >= leastStacked {
			for i := range t.cells {
				if c := &t.cells[i]; c.row0 == r && c.row1 == r && c.stacked() {
					println("stacked", c.text, int(c.box.width()))
				}
			}
		}
		if stacked >= leastStacked {
			t.part(r)
		}
	}
	t.sortCells()
}

// stacked says whether a cell has nothing but figures, one under another. A figure that is
// broken over two lines has its decimals on one of them only.
func (c *cell) stacked() bool {
	return len(c.lines) > 1 && !slices.ContainsFunc(c.lines, func(r row) bool { return !isMoney(r.text()) })
}

// part makes a row for every line of a row of cells.
func (t *table) part(r int) {
	var levels []float32 // where its lines are, from the top down
	height := float32(0)
	for i := range t.cells {
		if c := &t.cells[i]; c.row0 == r && c.row1 == r {
			for _, l := range c.lines {
				levels, height = append(levels, l.box.midY()), max(height, l.box.height())
			}
		}
	}
	slices.Sort(levels)
	levels = slices.CompactFunc(levels, func(a, b float32) bool { return abs(b-a) < 0.5*height })
	more := len(levels) - 1
	for i := range t.cells {
		c := &t.cells[i]
		switch {
		case c.row0 > r:
			c.row0, c.row1 = c.row0+more, c.row1+more
		case c.row1 > r || c.row0 < r && c.row1 == r:
			c.row1 += more
		case c.row0 == r:
			t.deal(i, levels)
		}
	}
	t.count += more
}

// deal gives the lines of a cell to the rows that they are on. What is left of the cell is
// its first line.
func (t *table) deal(i int, levels []float32) {
	c := t.cells[i]
	t.cells[i].text, t.cells[i].lines = "", nil
	for _, l := range c.lines {
		level := 0
		for k := range levels {
			if abs(levels[k]-l.box.midY()) < abs(levels[level]-l.box.midY()) {
				level = k
			}
		}
		one := cell{area: area{c.row0 + level, c.col0, c.row0 + level, c.col1}, box: l.box, text: l.text(), lines: []row{l}}
		if level == 0 {
			t.cells[i] = one
		} else {
			t.cells = append(t.cells, one)
		}
	}
}
