package xlsx

import (
	"slices"

	"suanqing/validate/document"
)

// sort brings rows and cells into ascending order when the file does not. Of two
// cells at one address the last wins, as it would in a program that reads on, and
// so does the last of two rows.
func (s *sheetReader) sort() {
	old := s.sheet.Rows
	cells := make([]*document.Cell, 0, countCells(old))
	for _, r := range old {
		for i := range r.Cells {
			cells = append(cells, &r.Cells[i])
		}
	}
	rowOrder := order(len(old), func(i int) int { return old[i].Index })
	cellOrder := order(len(cells), func(i int) int { return cells[i].Row*document.MaxCols + cells[i].Col })

	block := make([]document.Cell, 0, len(cellOrder)) // of what is kept only: the blocks read are let go
	rows := make([]document.Row, 0, len(rowOrder))
	for len(rowOrder) > 0 || len(cellOrder) > 0 {
		row := document.Row{Index: document.MaxRows} // of cells that stand in another row than they say
		if len(cellOrder) > 0 {
			row.Index = cells[cellOrder[0]].Row
		}
		if len(rowOrder) > 0 && old[rowOrder[0]].Index <= row.Index {
			row = old[rowOrder[0]]
			rowOrder = rowOrder[1:]
		}
		from := len(block)
		for len(cellOrder) > 0 && cells[cellOrder[0]].Row == row.Index {
			block = append(block, *cells[cellOrder[0]])
			cellOrder = cellOrder[1:]
		}
		row.Cells = block[from:len(block):len(block)]
		rows = append(rows, row)
	}
	s.sheet.Rows = rows
}

func countCells(rows []document.Row) (n int) {
	for _, r := range rows {
		n += len(r.Cells)
	}
	return n
}

// order is the numbers of n things by their places, ascending; of several at one
// place, the last. A place and a number share a word, so that a million of them
// take little room and are sorted fast.
func order(n int, place func(i int) int) []uint64 {
	const (
		bits = 21
		_    = uint(1<<bits - maxCells - maxEmptyRows) // so many things there are at most
	)
	list := make([]uint64, n)
	for i := range list {
		list[i] = uint64(place(i))<<bits | uint64(i)
	}
	slices.Sort(list)
	kept := list[:0]
	for i, word := range list {
		if i+1 == n || list[i+1]>>bits != word>>bits {
			kept = append(kept, word&(1<<bits-1))
		}
	}
	return kept
}
