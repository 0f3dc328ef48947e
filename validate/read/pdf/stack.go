package pdf

const leastStacked = 2 // columns with figures one under the other that show rows without rulings

// stacked says whether a cell has nothing but figures, one under another. A figure that is
// broken over two lines has a point on one of them only.
func (c *cell) stacked() bool {
	points := 0
	for i := range c.lines {
		switch text := c.lines[i].text(); {
		case isMoney(text):
			points++
		case !isFigure(text) && !isNone(text):
			return false
		}
	}
	return points > 1
}

// unruled says whether some rows of a table are not parted by rulings: figures stand one
// under the other in cells of several columns.
func (t *table) unruled() bool {
	stacked := map[int]int{}
	for i := range t.cells {
		if c := &t.cells[i]; c.row0 == c.row1 && c.stacked() {
			stacked[c.row0]++
		}
	}
	for _, n := range stacked {
		if n >= leastStacked {
			return true
		}
	}
	return false
}
