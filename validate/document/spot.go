package document

import (
	"cmp"
	"slices"
)

// Spot is where a part of a cell stands on a page, of a document that has pages. A cell of
// a table has one spot, also where it is blank; of a text each line has some, a figure one
// of its own. What a cell says may stand on several pages.
type Spot struct {
	Row, Col int // of the cell
	At       int // of its text, in runes, where the part begins
	Page     int // from 1, in the order of the file
	Box      Box
}

// Box is a rectangle on a page, in hundredths of a point of the page's own user space, y
// upwards, before the page is turned: X0 ≤ X1, Y0 ≤ Y1.
type Box struct{ X0, Y0, X1, Y1 int }

// with is the box around both.
func (b Box) with(c Box) Box {
	return Box{min(b.X0, c.X0), min(b.Y0, c.Y0), max(b.X1, c.X1), max(b.Y1, c.Y1)}
}

// PageOf is the page on which the first of a row's cells stands, from 1; 0 where none does.
func (s *Sheet) PageOf(row int) int {
	i, _ := slices.BinarySearchFunc(s.Spots, Spot{Row: row}, func(a, b Spot) int { return cmp.Compare(a.Row, b.Row) })
	if i < len(s.Spots) && s.Spots[i].Row == row {
		return s.Spots[i].Page
	}
	return 0
}

// Paged says whether the sheet was made of pages, on which nothing but their places says
// what is a cell.
func (s *Sheet) Paged() bool { return len(s.Spots) > 0 }

// Unread stands in a cell for what a page does not tell: what is beside it may be more, or
// of another cell.
const Unread = '\uFFFD'

// Spot is where the runes of a cell from one on to another, or all of them where both are 0,
// begin to stand: the page of the first of them, and the box around those on that page.
func (s *Sheet) Spot(row, col, from, to int) (page int, box Box, ok bool) {
	i, _ := slices.BinarySearchFunc(s.Spots, Spot{Row: row, Col: col}, func(a, b Spot) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Col - b.Col
	})
	for ; i < len(s.Spots) && s.Spots[i].Row == row && s.Spots[i].Col == col; i++ {
		p := s.Spots[i]
		if to > 0 && p.At >= to {
			break
		}
		if n := i + 1; to > 0 && n < len(s.Spots) && s.Spots[n].Row == row && s.Spots[n].Col == col && s.Spots[n].At <= from {
			continue // it ends before
		}
		switch {
		case !ok:
			page, box, ok = p.Page, p.Box, true
		case p.Page == page:
			box = box.with(p.Box)
		}
	}
	return page, box, ok
}
