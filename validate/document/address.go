package document

import (
	"slices"
	"strconv"
)

// Address is the A1 address of a row and column counted from 0.
func Address(row, col int) string {
	var buf [16]byte
	return string(strconv.AppendInt(appendColumn(buf[:0], col), int64(row)+1, 10))
}

// appendColumn appends the letters of a column counted from 0.
func appendColumn(b []byte, col int) []byte {
	var letters [8]byte
	i := len(letters)
	for n := col + 1; n > 0 && i > 0; n = (n - 1) / 26 {
		i--
		letters[i] = byte('A' + (n-1)%26)
	}
	return append(b, letters[i:]...)
}

// ParseAddress reads an A1 address such as B3 or $B$3 into a row and column
// counted from 0. It is false for anything else and beyond XFD1048576.
func ParseAddress(s string) (row, col int, ok bool) {
	r, n := ScanRef(s)
	if n == 0 || n != len(s) || !r.HasRow || !r.HasCol {
		return 0, 0, false
	}
	return r.Row, r.Col, true
}

// ParseRange reads A1:B2, or A1 alone, corners in any order.
func ParseRange(s string) (Range, bool) {
	a, n := ScanRef(s)
	if n == 0 || !a.HasRow || !a.HasCol {
		return Range{}, false
	}
	b := a
	if n < len(s) {
		var m int
		if b, m = ScanRef(s[n+1:]); s[n] != ':' || m == 0 || n+1+m != len(s) || !b.HasRow || !b.HasCol {
			return Range{}, false
		}
	}
	return Range{min(a.Row, b.Row), min(a.Col, b.Col), max(a.Row, b.Row), max(a.Col, b.Col)}, true
}

// String is the range as A1:F38, or A1 when it is one cell.
func (r Range) String() string {
	if r.Row0 == r.Row1 && r.Col0 == r.Col1 {
		return Address(r.Row0, r.Col0)
	}
	return Address(r.Row0, r.Col0) + ":" + Address(r.Row1, r.Col1)
}

// Contains tells whether the cell at a row and column is in the range.
func (r Range) Contains(row, col int) bool {
	return r.Row0 <= row && row <= r.Row1 && r.Col0 <= col && col <= r.Col1
}

// Ref is a cell ($A$1), whole-column ($A) or whole-row ($1) reference.
type Ref struct {
	Row, Col       int // from 0
	HasRow, HasCol bool
	AbsRow, AbsCol bool // written with a $
}

// ScanRef reads a reference at the start of s and gives its length, 0 when
// there is none or it lies beyond XFD1048576.
func ScanRef(s string) (r Ref, n int) {
	r.AbsCol = n < len(s) && s[n] == '$'
	if r.AbsCol {
		n++
	}
	for ; n < len(s); n++ {
		c := s[n] &^ 0x20 // to upper case
		if c < 'A' || c > 'Z' {
			break
		}
		if r.Col = r.Col*26 + int(c-'A') + 1; r.Col > MaxCols {
			return Ref{}, 0
		}
	}
	if r.HasCol = r.Col > 0; r.HasCol {
		r.Col--
		r.AbsRow = n < len(s) && s[n] == '$'
		if r.AbsRow {
			n++
		}
	} else {
		r.AbsRow, r.AbsCol = r.AbsCol, false
	}
	digits := n
	for ; n < len(s) && '0' <= s[n] && s[n] <= '9'; n++ {
		if r.Row = r.Row*10 + int(s[n]-'0'); r.Row > MaxRows {
			return Ref{}, 0
		}
	}
	if r.HasRow = n > digits; r.HasRow {
		r.Row--
	}
	if !r.HasRow && (!r.HasCol || r.AbsRow) || r.HasRow && s[digits] == '0' {
		return Ref{}, 0
	}
	return r, n
}

// Shift is the text of a reference moved by rows and columns.
func (r Ref) Shift(rows, cols int) string {
	if r.HasRow && !r.AbsRow {
		r.Row += rows
	}
	if r.HasCol && !r.AbsCol {
		r.Col += cols
	}
	if r.Row < 0 || r.Row >= MaxRows || r.Col < 0 || r.Col >= MaxCols {
		return "#REF!"
	}
	var buf [16]byte
	b := buf[:0]
	if r.HasCol {
		if r.AbsCol {
			b = append(b, '$')
		}
		b = appendColumn(b, r.Col)
	}
	if r.HasRow {
		if r.AbsRow {
			b = append(b, '$')
		}
		b = strconv.AppendInt(b, int64(r.Row)+1, 10)
	}
	return string(b)
}

// At returns the cell at a row and column counted from 0, or nil.
func (s *Sheet) At(row, col int) *Cell {
	i, ok := slices.BinarySearchFunc(s.Rows, row, func(r Row, row int) int { return r.Index - row })
	if !ok {
		return nil
	}
	cells := s.Rows[i].Cells
	// Rows are mostly full from column A, so the cell is mostly at its own index.
	if col >= 0 && col < len(cells) && cells[col].Col == col {
		return &cells[col]
	}
	i, ok = slices.BinarySearchFunc(cells, col, func(c Cell, col int) int { return c.Col - col })
	if !ok {
		return nil
	}
	return &cells[i]
}

// ColHidden tells whether a column counted from 0 is hidden or of no width.
func (s *Sheet) ColHidden(col int) bool {
	i, ok := slices.BinarySearchFunc(s.Cols, col, func(c ColSpan, col int) int {
		if c.First <= col && col <= c.Last {
			return 0
		}
		return c.First - col
	})
	return ok && s.Cols[i].Hidden
}

// Dimensions is how many rows and columns it takes, from A1, to hold every cell
// with content.
func (s *Sheet) Dimensions() (rows, cols int) {
	for _, r := range s.Rows {
		if n := len(r.Cells); n > 0 {
			rows, cols = r.Index+1, max(cols, r.Cells[n-1].Col+1)
		}
	}
	return rows, cols
}
