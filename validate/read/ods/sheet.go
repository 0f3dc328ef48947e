package ods

import (
	"suanqing/validate/document"
)

// sheetReader fills one sheet.
type sheetReader struct {
	*book
	x     *scanner
	sheet *document.Sheet

	columns  int         // described so far
	defaults []runOf     // styles of the cells of columns
	row      int         // index of the next row
	rowStyle string      // of the cells of the row being read
	empty    []emptyRows // rows without cells since the last one with some
}

// runOf is the style that cells have in the columns before one, behind those of the run before.
type runOf struct {
	end   int
	style string
}

// emptyRows is a run of rows without cells that look alike.
type emptyRows struct {
	look  document.Row
	count int
}

// table reads a sheet.
func (b *book) table(x *scanner) {
	s := &sheetReader{book: b, x: x, sheet: &document.Sheet{Name: x.Attr("table:name"), Hidden: b.hidden[x.Attr("table:style-name")]}}
	b.doc.Sheets = append(b.doc.Sheets, s.sheet)
	s.parts()
}

// parts reads columns and rows, which may stand in groups within groups.
func (s *sheetReader) parts() {
	x := s.x
	for d := x.Depth(); x.Child(d); {
		switch x.Name {
		case "table-column":
			s.readColumn()
		case "table-row":
			s.readRow()
		case "table-columns", "table-header-columns", "table-column-group", "table-rows", "table-header-rows", "table-row-group":
			s.parts()
		}
	}
}

// repeated is how often an element stands for itself, no more than so many times.
func (s *sheetReader) repeated(attr string, most int) int {
	n, ok := natural(s.x.Attr(attr))
	if !ok {
		return 1
	}
	return max(min(n, most), 1)
}

// isHidden tells whether a row or a column is not shown.
func (s *sheetReader) isHidden() bool {
	v := s.x.Attr("table:visibility")
	return v == "collapse" || v == "filter"
}

func (s *sheetReader) readColumn() {
	x := s.x
	n := s.repeated("table:number-columns-repeated", document.MaxCols-s.columns)
	if s.columns == document.MaxCols {
		return
	}
	if s.spans++; s.spans > maxSpans {
		x.TooComplex("列设置过多")
		return
	}
	width := s.styles.columns[x.Attr("table:style-name")]
	span := document.ColSpan{First: s.columns, Last: s.columns + n - 1, Width: width, Hidden: s.isHidden()}
	s.columns += n
	if span.Width > 0 || span.Hidden {
		s.sheet.Cols = append(s.sheet.Cols, span)
	}
	s.defaults = append(s.defaults, runOf{s.columns, x.Attr("table:default-cell-style-name")})
}

func (s *sheetReader) readRow() {
	x := s.x
	// Rows beyond the last there can be are read, lest they have content.
	n := s.repeated("table:number-rows-repeated", max(document.MaxRows-s.row, 1))
	row := document.Row{Index: s.row, Height: s.styles.rows[x.Attr("table:style-name")], Hidden: s.isHidden()}
	s.rowStyle = x.Attr("table:default-cell-style-name")
	s.row = min(s.row+n, document.MaxRows)
	merges := len(s.sheet.Merges)
	beyond := row.Index == document.MaxRows
	if row.Cells = s.readCells(row.Index); x.Err != nil {
		return
	}
	switch {
	case len(row.Cells) == 0:
		if (row.Height > 0 || row.Hidden) && len(s.empty) < maxEmptyRows {
			s.empty = append(s.empty, emptyRows{row, n})
		}
		return
	case beyond:
		x.TooComplex("行数超过 1048576")
		return
	}
	s.keepEmpty()
	s.sheet.Rows = append(s.sheet.Rows, row)
	s.repeat(row, n-1, s.sheet.Merges[merges:])
}

// keepEmpty keeps the rows without cells above one with some, and only so many.
func (s *sheetReader) keepEmpty() {
	for _, run := range s.empty {
		for i := range run.count {
			if s.empties == maxEmptyRows {
				break
			}
			s.empties++
			row := run.look
			row.Index += i
			s.sheet.Rows = append(s.sheet.Rows, row)
		}
	}
	s.empty = s.empty[:0]
}

// repeat adds a row with content so many times again.
func (s *sheetReader) repeat(row document.Row, times int, merges []document.Range) {
	for i := 1; i <= times; i++ {
		if !s.count(len(row.Cells)) || !s.countMerges(len(merges)) {
			return
		}
		again := row
		again.Index += i
		again.Cells = make([]document.Cell, 0, len(row.Cells))
		for _, c := range row.Cells {
			c.Row = again.Index
			if c, ok := withoutFormula(c); ok {
				again.Cells = append(again.Cells, c)
			}
		}
		s.sheet.Rows = append(s.sheet.Rows, again)
		for _, m := range merges {
			s.sheet.Merges = append(s.sheet.Merges, document.Range{Row0: min(m.Row0+i, document.MaxRows-1), Col0: m.Col0, Row1: min(m.Row1+i, document.MaxRows-1), Col1: m.Col1})
		}
	}
}

// withoutFormula is a cell that is repeated: the references of its formula would have
// to move. It is no cell if nothing else is in it.
func withoutFormula(c document.Cell) (document.Cell, bool) {
	c.Formula, c.Cached = "", false
	return c, c.Stored != ""
}

// count counts cells with content, and countMerges merges, against the caps.
func (s *sheetReader) count(n int) bool {
	if s.book.cells += n; s.book.cells > maxCells {
		s.x.TooComplex("“" + s.sheet.Name + "”的内容过多，有内容的单元格超出上限")
	}
	return s.x.Err == nil
}

func (s *sheetReader) countMerges(n int) bool {
	if s.merges += n; s.merges > maxMerges {
		s.x.TooComplex("“" + s.sheet.Name + "”的合并单元格过多")
	}
	return s.x.Err == nil
}
