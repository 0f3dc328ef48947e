package xlsx

import (
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/xmlpack"
)

// sheetReader fills one sheet.
type sheetReader struct {
	*reader
	x     *xmlpack.Scanner
	sheet *document.Sheet

	row     document.Row    // being read
	cells   []document.Cell // of that row; its capacity is the rest of a block
	empty   []document.Row  // rows without cells since the last one with some
	sorted  bool            // rows and cells came in ascending order
	lastRow int             // index of the last row, or -1
	lastCol int             // column of the last cell in the row, or -1
	shared  map[int]sharedFormula
	pending []sharedUse
}

// sheet reads a worksheet part.
func (r *reader) sheet(sheet *document.Sheet, part string) *document.Refusal {
	label := "工作表“" + sheet.Name + "”"
	x, refusal := r.pack.Scan(part, label)
	if refusal != nil {
		return refusal
	}
	sheet.Rows = r.rows // sheets share blocks of rows, as rows do of cells
	s := &sheetReader{reader: r, x: x, sheet: sheet, cells: r.spare, sorted: true, lastRow: -1}
	for x.Root("worksheet") {
		for d := x.Depth(); x.Child(d); {
			switch x.Name {
			case "sheetFormatPr":
				sheet.DefaultWidth = scaled(x.Attr("defaultColWidth"), 256)
				sheet.DefaultHeight = scaled(x.Attr("defaultRowHeight"), 20)
			case "cols":
				s.columns()
			case "sheetData":
				for d := x.Depth(); x.Child(d); {
					if x.Name == "row" {
						s.readRow()
					}
				}
			case "mergeCells":
				s.merges()
			}
		}
	}
	if x.Err != nil {
		return x.Err
	}
	n := len(sheet.Rows)
	if r.rows = sheet.Rows[n:]; n == 0 {
		sheet.Rows = nil
	} else {
		sheet.Rows = sheet.Rows[:n:n]
	}
	if !s.sorted {
		s.sort()
	}
	s.resolveShared()
	r.spare = s.cells
	r.empties -= len(s.empty) // not kept after all
	return x.Err
}

func (s *sheetReader) readRow() {
	x := s.x
	index := s.lastRow + 1
	s.row = document.Row{}
	for _, a := range x.Attrs {
		switch a.Name {
		case "r":
			n, err := strconv.Atoi(a.Value)
			if err != nil || n < 1 {
				x.Fail("行号不合法")
				return
			}
			index = n - 1
		case "hidden":
			s.row.Hidden = s.row.Hidden || xmlpack.Truth(a.Value)
		case "ht":
			if s.row.Height = scaled(a.Value, 20); s.row.Height == 0 {
				s.row.Hidden = true
			}
		}
	}
	if index >= document.MaxRows {
		x.TooComplex("行数超过 1048576")
		return
	}
	s.row.Index = index
	s.sorted = s.sorted && index > s.lastRow
	s.lastRow, s.lastCol = index, -1
	for d := x.Depth(); x.Child(d); {
		if x.Name == "c" {
			s.readCell()
		}
	}
	s.endRow()
}

// endRow keeps the row just read. Rows without cells matter only for how the
// sheet looks above the last row with cells, and only so many of them.
func (s *sheetReader) endRow() {
	if len(s.cells) == 0 {
		if (s.row.Hidden || s.row.Height > 0) && s.empties < maxEmptyRows {
			s.empties++
			s.empty = append(s.empty, s.row)
		}
		return
	}
	rows := s.sheet.Rows
	if need := len(rows) + len(s.empty) + 1; need > cap(rows) {
		rows = append(make([]document.Row, 0, max(2*need, 64)), rows...)
	}
	s.sheet.Rows = append(rows, s.empty...)
	s.empty = s.empty[:0]
	n := len(s.cells)
	s.row.Cells, s.cells = s.cells[:n:n], s.cells[n:]
	s.sheet.Rows = append(s.sheet.Rows, s.row)
}

// keep adds a cell to the row being read. Rows share blocks of cells, which grow
// with the book: a cell costs no allocation of its own, nor is it copied.
func (s *sheetReader) keep(cell document.Cell) {
	if n := len(s.cells); n == cap(s.cells) {
		block := make([]document.Cell, n, max(2*n, min(s.reader.cells+64, 4096)))
		copy(block, s.cells)
		s.cells = block
	}
	s.cells = append(s.cells, cell)
}

func (s *sheetReader) readCell() {
	x := s.x
	at := document.Ref{Row: s.row.Index, Col: s.lastCol + 1}
	kind, style := "", ""
	for _, a := range x.Attrs {
		switch a.Name {
		case "r":
			r, n := document.ScanRef(a.Value)
			if n == 0 || n != len(a.Value) || !r.HasRow || !r.HasCol {
				x.Fail("单元格地址不合法")
				return
			}
			at = r
		case "t":
			kind = a.Value
		case "s":
			style = a.Value
		}
	}
	s.sorted = s.sorted && at.Row == s.row.Index && at.Col > s.lastCol
	s.lastCol = at.Col

	cell := document.Cell{Row: at.Row, Col: at.Col}
	sharedID := -1
	value, hasValue := x.Only("v")
	if !hasValue {
		for d := x.Depth(); x.Child(d); {
			switch x.Name {
			case "v":
				hasValue = true
				value = x.Text()
			case "is":
				hasValue = true
				value, kind = richText(x), "inlineStr"
			case "f":
				cell.Formula, sharedID = s.readFormula(at)
			}
		}
	}
	s.setValue(&cell, kind, value)
	hasFormula := cell.Formula != "" || sharedID >= 0
	if x.Err != nil || cell.Stored == "" && !hasFormula {
		return
	}
	cell.Cached = hasFormula && (cell.Stored != "" || hasValue && kind == "str")
	if cell.Stored == "" && cell.Cached && at.Col >= maxUsedCol {
		return // a formula that shows nothing, where no form is
	}
	if cell.Stored == "" && !cell.Cached {
		cell.Kind = document.Blank
	}
	if at.Col >= maxUsedCol {
		x.TooComplex("第 " + strconv.Itoa(maxUsedCol) + " 列以外的 " + document.Address(at.Row, at.Col) + " 有内容")
		return
	}
	if s.reader.cells++; s.reader.cells > maxCells {
		x.TooComplex("有内容的单元格超过 " + strconv.Itoa(maxCells) + " 个")
		return
	}
	cell.Format = s.format(style)
	s.keep(cell)
}

// setValue gives a cell its kind and stored value from the text of its <v>.
func (s *sheetReader) setValue(cell *document.Cell, kind, value string) {
	switch kind {
	case "s":
		if value == "" {
			return
		}
		i, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || i < 0 || i >= len(s.strings) {
			s.x.Fail(document.Address(cell.Row, cell.Col) + " 引用的文字不存在")
			return
		}
		cell.Kind, cell.Stored = document.Text, s.strings[i]
	case "str":
		cell.Kind, cell.Stored = document.Text, cellText(s.x, value)
	case "inlineStr":
		cell.Kind, cell.Stored = document.Text, value
	case "d":
		cell.Kind, cell.Stored = document.Text, value
	case "b":
		cell.Kind, cell.Stored = document.Bool, "FALSE"
		if xmlpack.Truth(value) {
			cell.Stored = "TRUE"
		} else if value == "" {
			cell.Stored = ""
		}
	case "e":
		cell.Kind, cell.Stored = document.ErrorValue, value
	default:
		cell.Kind, cell.Stored = document.Number, strings.TrimSpace(value)
		if !document.IsNumber(cell.Stored) {
			cell.Kind = document.Text
		}
	}
}

func (s *sheetReader) columns() {
	x := s.x
	for d := x.Depth(); x.Child(d); {
		if x.Name != "col" {
			continue
		}
		if s.spans++; s.spans > maxSpans {
			x.TooComplex("列设置过多")
			return
		}
		first, err1 := strconv.Atoi(x.Attr("min"))
		last, err2 := strconv.Atoi(x.Attr("max"))
		if err1 != nil || err2 != nil || first < 1 || last < first {
			x.Fail("列设置不合法")
			return
		}
		width := x.Attr("width")
		span := document.ColSpan{First: first - 1, Last: min(last, document.MaxCols) - 1, Width: scaled(width, 256)}
		span.Hidden = x.Flag("hidden") || width != "" && span.Width == 0
		s.sheet.Cols = append(s.sheet.Cols, span)
	}
	cols := s.sheet.Cols
	slices.SortStableFunc(cols, func(a, b document.ColSpan) int { return a.First - b.First })
	for i := range cols[:max(0, len(cols)-1)] {
		cols[i].Last = min(cols[i].Last, cols[i+1].First-1)
	}
	kept := cols[:0]
	for _, c := range cols {
		if c.First <= c.Last {
			kept = append(kept, c)
		}
	}
	s.sheet.Cols = kept
}

func (s *sheetReader) merges() {
	x := s.x
	for d := x.Depth(); x.Child(d); {
		if x.Name != "mergeCell" {
			continue
		}
		if s.reader.merges++; s.reader.merges > maxMerges {
			x.TooComplex("合并单元格超过 " + strconv.Itoa(maxMerges) + " 处")
			return
		}
		r, ok := document.ParseRange(x.Attr("ref"))
		if !ok {
			x.Fail("合并单元格的地址不合法")
			return
		}
		s.sheet.Merges = append(s.sheet.Merges, r)
	}
}

// scaled is a length in finer units; it only serves to draw the sheet, so three
// decimals are enough.
func scaled(s string, units int) int {
	whole, fraction, _ := strings.Cut(s, ".")
	n, err := strconv.Atoi(whole + (fraction + "000")[:3])
	if err != nil || n <= 0 || n >= 1e8 {
		return 0
	}
	return (n*units + 500) / 1000
}
