package xls

import (
	"slices"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// sheetReader fills one sheet.
type sheetReader struct {
	*book
	sheet  *document.Sheet
	rows   map[int]document.Row // with their looks, by index
	cells  []document.Cell
	heads  []at // cells with content that is centred across the next ones; of BIFF5 only
	across []at // empty cells of such a look

	standardWidth bool          // a STANDARDWIDTH record was read
	awaits        bool          // the last cell is a formula whose text is in a STRING record
	shared        map[at][]byte // tokens of shared formulas, by the cell that uses of them name
	uses          []sharedUse
}

// at is the row and column of a cell.
type at struct{ row, col int }

// readSheet reads a worksheet substream, [MS-XLS] 2.1.7.20.5. It is nil when the
// substream is a chart or a macro sheet after all.
func (b *book) readSheet(bound boundSheet) (*document.Sheet, *document.Refusal) {
	sheet := &document.Sheet{Name: bound.name, Hidden: bound.hidden}
	s := &sheetReader{book: b, sheet: sheet, rows: map[int]document.Row{}, shared: map[at][]byte{}}
	if int64(bound.offset) > int64(len(b.stream)) {
		return nil, refuse.Corrupt("工作表“%s”在文件中缺失。", bound.name)
	}
	records := &scanner{data: b.stream, pos: int(bound.offset), work: b.work}
	switch _, stream, refusal := records.begin(); {
	case refusal == nil && stream == streamWorksheet:
	case refusal == nil && (stream == streamChart || stream == streamMacros):
		return nil, nil
	default:
		return nil, refuse.Corrupt("工作表“%s”在文件中缺失。", bound.name)
	}
	for depth := 1; depth > 0; {
		kind, r, ok := records.next()
		if !ok {
			return nil, refuse.Corrupt("工作表“%s”不完整，文件可能在下载或拷贝时被截断。", bound.name)
		}
		switch {
		case kind == recBOF: // a chart within the sheet
			depth++
		case kind == recEOF:
			depth--
		case depth == 1:
			refusal := s.record(kind, &r)
			if refusal == nil && r.bad {
				refusal = refuse.Corrupt("工作表“%s”中有残缺的记录。", bound.name)
			}
			if refusal != nil {
				return nil, refusal
			}
		}
	}
	if refusal := s.resolveShared(); refusal != nil {
		return nil, refusal
	}
	s.finish()
	if refusal := s.mergeAcross(); refusal != nil {
		return nil, refusal
	}
	return sheet, nil
}

// record takes in one record of the sheet.
func (s *sheetReader) record(kind uint16, r *reader) *document.Refusal {
	switch kind {
	case recDefColWidth: // 2.4.89; a margin of 5 pixels is added to digits of 7
		if !s.standardWidth {
			s.sheet.DefaultWidth = (r.u16()*7 + 5) * 256 / 7
		}
	case recStandardWidth:
		s.sheet.DefaultWidth, s.standardWidth = r.u16(), true
	case recCodePage: // of a sheet without globals
		s.page = r.u16()
	case recDefaultRow: // 2.4.87
		r.skip(2)
		s.sheet.DefaultHeight = r.u16() & heightMask
	case recColInfo:
		s.columns(r)
	case recRow:
		s.row(r)
	case recMergeCells: // 2.4.168
		for n := r.u16(); n > 0 && !r.bad; n-- {
			if s.merges++; s.merges > maxMerges {
				return s.tooComplex("合并单元格过多")
			}
			row0, row1 := r.u16(), r.u16()
			col0, col1 := min(r.u16(), maxCols-1), min(r.u16(), maxCols-1)
			s.sheet.Merges = append(s.sheet.Merges, document.Range{
				Row0: min(row0, row1), Col0: min(col0, col1), Row1: max(row0, row1), Col1: max(col0, col1)})
		}
	case recBlank, recMulBlank:
		return s.blanks(kind, r)
	default:
		return s.cell(kind, r)
	}
	return nil
}

func (s *sheetReader) tooComplex(what string) *document.Refusal {
	return refuse.TooComplex("工作表“%s”的%s。", s.sheet.Name, what)
}

const heightMask = 0x7FFF // of a height; the bit above it says that it is the default

// row reads how a row looks, [MS-XLS] 2.4.221.
func (s *sheetReader) row(r *reader) {
	const zeroHeight = 1 << 5
	index := r.u16()
	r.skip(4)
	height := r.u16() & heightMask
	r.skip(4)
	flags := r.u16()
	s.rows[index] = document.Row{Index: index, Height: height, Hidden: flags&zeroHeight != 0}
}

// columns reads how a run of columns looks, [MS-XLS] 2.4.53. The last column may
// be one too many.
func (s *sheetReader) columns(r *reader) {
	first, last, width := r.u16(), r.u16(), r.u16()
	r.skip(2)
	hidden := r.u16()&1 != 0 || width == 0
	last = min(last, maxCols-1)
	if !r.bad && first <= last && len(s.sheet.Cols) < maxCols {
		s.sheet.Cols = append(s.sheet.Cols, document.ColSpan{First: first, Last: last, Width: width, Hidden: hidden})
	}
}

// finish brings columns, rows and cells in order. Of two cells at one address the
// last wins, as it does in a program that reads on.
func (s *sheetReader) finish() {
	slices.SortStableFunc(s.sheet.Cols, func(a, b document.ColSpan) int { return a.First - b.First })
	for i := range max(0, len(s.sheet.Cols)-1) {
		s.sheet.Cols[i].Last = min(s.sheet.Cols[i].Last, s.sheet.Cols[i+1].First-1)
	}
	s.sheet.Cols = slices.DeleteFunc(s.sheet.Cols, func(c document.ColSpan) bool { return c.Last < c.First })

	order := func(a, b document.Cell) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Col - b.Col
	}
	if !slices.IsSortedFunc(s.cells, order) {
		slices.SortStableFunc(s.cells, order)
	}
	cells := s.cells[:0]
	for _, c := range s.cells {
		if n := len(cells); n > 0 && order(cells[n-1], c) == 0 {
			cells[n-1] = c
		} else {
			cells = append(cells, c)
		}
	}
	for len(cells) > 0 {
		n := 1
		for n < len(cells) && cells[n].Row == cells[0].Row {
			n++
		}
		row := s.rows[cells[0].Row]
		row.Index, row.Cells = cells[0].Row, cells[:n:n]
		s.rows[row.Index] = row
		cells = cells[n:]
	}
	s.sheet.Rows = s.keptRows()
}

// keptRows is the rows in order, without those behind the last one with cells,
// and no more than so many without any.
func (s *sheetReader) keptRows() []document.Row {
	list := make([]document.Row, 0, len(s.rows))
	for _, r := range s.rows {
		list = append(list, r)
	}
	slices.SortFunc(list, func(a, b document.Row) int { return a.Index - b.Index })
	for len(list) > 0 && len(list[len(list)-1].Cells) == 0 {
		list = list[:len(list)-1]
	}
	return slices.DeleteFunc(list, func(r document.Row) bool {
		if len(r.Cells) > 0 {
			return false
		}
		if s.empties == maxEmptyRows {
			return true
		}
		s.empties++
		return false
	})
}
