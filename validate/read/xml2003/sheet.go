package xml2003

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
	"suanqing/validate/read/refuse"
)

// sheetReader fills one sheet.
type sheetReader struct {
	*book
	*grid.Sheet
	style   string // of the table
	row     string // of the row being read
	cols    []column
	covered []int // by column, the first row that no merged cell from above reaches
	steps   int   // spent on covered
	next    int   // index of the next row
}

// column is a run of columns with one style.
type column struct {
	document.ColSpan
	style string
}

// maxSteps bounds what looking for merged cells from above may cost a sheet.
const maxSteps = 1 << 24

func (b *book) worksheet() *document.Refusal {
	sheet, refusal := b.grid.Begin(b.attr("Name"))
	if refusal != nil {
		return refusal
	}
	s := &sheetReader{book: b, Sheet: sheet}
	for d := b.depth; b.child(d); {
		switch b.name {
		case "Table":
			if refusal := s.table(); refusal != nil {
				return refusal
			}
		case "WorksheetOptions":
			for d := b.depth; b.child(d); {
				if b.name == "Visible" {
					s.Hidden = strings.HasSuffix(strings.TrimSpace(b.text()), "Hidden")
				}
			}
		}
	}
	for _, c := range s.cols {
		s.Cols = append(s.Cols, c.ColSpan)
	}
	return b.err
}

func (s *sheetReader) table() *document.Refusal {
	s.style = s.attr("StyleID")
	s.DefaultWidth = grid.Width(points(s.attr("DefaultColumnWidth")) * 4 / 3 / 20)
	s.DefaultHeight = points(s.attr("DefaultRowHeight"))
	for d := s.depth; s.child(d); {
		switch s.name {
		case "Column":
			s.column()
		case "Row":
			if refusal := s.readRow(); refusal != nil {
				return refusal
			}
		}
	}
	return s.err
}

func (s *sheetReader) column() {
	first := 0
	if n := len(s.cols); n > 0 {
		first = s.cols[n-1].Last + 1
	}
	if i := s.number("Index"); i > 0 {
		if i <= first {
			s.fail("列没有按顺序排列")
			return
		}
		first = i - 1
	}
	last := min(first+s.number("Span"), document.MaxCols-1)
	if first > last {
		return // beyond what a sheet has
	}
	width := s.attr("Width")
	c := column{style: s.attr("StyleID"), ColSpan: document.ColSpan{First: first, Last: last, Width: grid.Width(points(width) * 4 / 3 / 20)}}
	c.Hidden = s.flag("Hidden") || width != "" && points(width) == 0
	s.cols = append(s.cols, c)
}

// points is a length in points as twentieths of one.
func points(length string) int {
	whole, fraction, _ := strings.Cut(strings.TrimSpace(length), ".")
	n, err := strconv.Atoi(whole + (fraction + "00")[:2])
	if err != nil || n < 0 || n > 1e7 {
		return 0
	}
	return n / 5
}

func (s *sheetReader) readRow() *document.Refusal {
	row := document.Row{Index: s.next, Hidden: s.flag("Hidden")}
	if i := s.number("Index"); i > 0 {
		row.Index = i - 1
	}
	if height := s.attr("Height"); height != "" {
		row.Height = points(height)
		row.Hidden = row.Hidden || row.Height == 0
	}
	s.row = s.attr("StyleID")
	span := s.number("Span") // so many rows below look like it, and have no cells
	s.next = row.Index + 1 + span
	col := 0
	for d := s.depth; s.child(d); {
		if s.name != "Cell" {
			continue
		}
		c, last, refusal := s.cell(row.Index, col)
		if refusal != nil {
			return refusal
		}
		if s.err != nil {
			return s.err
		}
		row.Cells = append(row.Cells, c)
		col = max(col, last+1)
	}
	s.order(row.Cells)
	if s.err != nil {
		return s.err
	}
	if refusal := s.Add(row); refusal != nil {
		return refusal
	}
	for i := 1; row.Hidden && i <= min(span, document.MaxRows-1-row.Index); i++ {
		if refusal := s.Add(document.Row{Index: row.Index + i, Hidden: true, Height: row.Height}); refusal != nil {
			return refusal
		}
	}
	return nil
}

// order puts the cells of a row in order, for a writer that did not; no two of them may
// be in one place.
func (s *sheetReader) order(cells []document.Cell) {
	slices.SortStableFunc(cells, func(a, b document.Cell) int { return a.Col - b.Col })
	for i := 1; i < len(cells); i++ {
		if cells[i].Col == cells[i-1].Col {
			s.fail("同一行里有两个单元格在同一列")
			return
		}
	}
}

// cell reads a cell, whose column is the next one where it says none. One with content
// passes over what merged cells from above cover, as it does in files whose writer
// left the columns out.
func (s *sheetReader) cell(row, next int) (c document.Cell, last int, refusal *document.Refusal) {
	index, across, down := s.number("Index"), s.number("MergeAcross"), s.number("MergeDown")
	formula, styleID := s.attr("Formula"), s.attr("StyleID")
	c = document.Cell{Row: row, Col: next}
	kind, value, filled := "", "", false
	for d := s.depth; s.child(d); {
		if s.name == "Data" && !filled {
			kind, filled = s.attr("Type"), true
			value = s.text()
		}
	}
	if index > 0 {
		c.Col = index - 1
	} else if filled || formula != "" {
		for c.Col < len(s.covered) && s.covered[c.Col] > row {
			c.Col++
			s.steps++
		}
	}
	across = min(across, document.MaxCols)
	if s.steps += across; s.steps > maxSteps {
		return c, 0, refuse.TooComplex("工作表“%s”合并的单元格过多。", s.Name)
	}
	last = c.Col + across
	if down > 0 && last < document.MaxCols {
		for len(s.covered) <= last {
			s.covered = append(s.covered, 0)
		}
		for col := c.Col; col <= last; col++ {
			s.covered[col] = row + down + 1
		}
	}
	if across > 0 || down > 0 {
		if refusal = s.Merge(document.Range{Row0: row, Col0: c.Col, Row1: row + down, Col1: last}); refusal != nil {
			return c, 0, refusal
		}
	}
	if !filled && formula == "" {
		return c, last, nil
	}
	c.Format = s.format(styleID, s.row, s.columnStyle(c.Col), s.style)
	s.setValue(&c, kind, value)
	if formula != "" {
		c.Cached = filled && (c.Stored != "" || kind == "String")
		if c.Formula = a1(formula, row, c.Col); c.Formula == grid.Undecoded && c.Cached {
			c.Formula, c.Cached = "", false // its value says all there is to know
		}
	}
	return c, last, nil
}

func (s *sheetReader) columnStyle(col int) string {
	i, found := slices.BinarySearchFunc(s.cols, col, func(c column, col int) int {
		if c.First <= col && col <= c.Last {
			return 0
		}
		return c.First - col
	})
	if !found {
		return ""
	}
	return s.cols[i].style
}

// setValue gives a cell its kind and stored value.
func (s *sheetReader) setValue(c *document.Cell, kind, value string) {
	trimmed := strings.TrimSpace(value)
	switch kind {
	case "Number":
		c.Kind, c.Stored = document.Number, trimmed
		if !document.IsNumber(trimmed) {
			c.Kind = document.Text
		}
	case "Boolean":
		if c.Kind = document.Bool; trimmed != "" {
			c.Stored = map[bool]string{true: "TRUE", false: "FALSE"}[trimmed == "1" || strings.EqualFold(trimmed, "true")]
		}
	case "Error":
		c.Kind, c.Stored = document.ErrorValue, trimmed
	case "DateTime":
		c.Kind, c.Stored = document.Text, trimmed
		if days, ok := s.days(trimmed); ok {
			c.Kind, c.Stored = document.Number, days
		}
	default:
		c.Kind, c.Stored = document.Text, value
	}
	if c.Stored == "" && kind != "String" {
		c.Kind = document.Blank
	}
}

// days is a date as the number that a spreadsheet keeps for it; false for a time of day.
func (s *sheetReader) days(text string) (string, bool) {
	date, clock, _ := strings.Cut(text, "T")
	day, err := time.Parse(time.DateOnly, date)
	if err != nil || strings.Trim(clock, "0:.") != "" {
		return "", false
	}
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if s.grid.Date1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	n := (day.Unix() - first.Unix()) / (24 * 60 * 60)
	return strconv.FormatInt(n, 10), n > 60 // before that, spreadsheets miscount
}
