package dress

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/fixture"
)

// Workbook is a workbook open to change, cell by cell.
type Workbook struct {
	Sheets []*Sheet
	Book   *fixture.Book // what it prints
}

// Sheet is one sheet. Rows and columns count from 0.
type Sheet struct {
	Name   string
	Form   string // whose sheet it is, "" for none
	Cells  map[At]*Cell
	Merges []Rect

	// XML that the sheet's part has besides: in front of the rows, and rows behind them.
	Before, Rows string
	Hidden       bool
	HiddenRows   map[int]bool
}

// At is a place on a sheet.
type At struct{ Row, Col int }

// Rect is a range of cells, both corners included.
type Rect struct{ From, To At }

// Cell holds a text, a number, a formula, or nothing.
type Cell struct {
	Text    string
	Number  string
	Formula string // without a value
	Format  string // number format, "" for General

	Slot  fixture.Slot // the figure that stands here; zero for none
	Value string       // that figure as printed, a plain decimal; "" for a blank
}

// Figure says that the cell is for a figure, be it blank.
func (c *Cell) Figure() bool { return c.Slot.Form != "" }

// Blank says that nothing is printed in the cell.
func (c *Cell) Blank() bool { return c.Text == "" && c.Number == "" && c.Formula == "" }

// SetText makes the cell a text.
func (c *Cell) SetText(s string) { c.Text, c.Number, c.Formula, c.Format = s, "", "", "" }

// Open opens a rendered workbook.
func Open(w *fixture.Workbook) *Workbook {
	f, err := excelize.OpenReader(bytes.NewReader(w.Bytes))
	must(err)
	defer f.Close()
	form := map[string]string{}
	for _, id := range fixture.FormIDs {
		form[w.Sheet(id)] = id
	}
	out := &Workbook{}
	sheets := map[string]*Sheet{}
	for _, name := range f.GetSheetList() {
		s := readSheet(f, name)
		s.Form = form[name]
		sheets[name] = s
		out.Sheets = append(out.Sheets, s)
	}
	for _, p := range w.Placements {
		s := sheets[p.Sheet]
		s.ensure(place(p.Cell)).Slot = p.Slot
		s.Cells[place(p.Cell)].Value = p.Value
	}
	return out
}

// clone is a copy, free to change.
func (w *Workbook) clone() *Workbook {
	out := &Workbook{Book: w.Book}
	for _, s := range w.Sheets {
		copied := *s
		copied.Cells, copied.Merges = make(map[At]*Cell, len(s.Cells)), slices.Clone(s.Merges)
		for at, c := range s.Cells {
			cell := *c
			copied.Cells[at] = &cell
		}
		out.Sheets = append(out.Sheets, &copied)
	}
	return out
}

func readSheet(f *excelize.File, name string) *Sheet {
	s := &Sheet{Name: name, Cells: map[At]*Cell{}}
	rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
	must(err)
	for r, row := range rows {
		for c, v := range row {
			if v != "" {
				s.Cells[At{r, c}] = readCell(f, name, At{r, c}, v)
			}
		}
	}
	merges, err := f.GetMergeCells(name)
	must(err)
	for _, m := range merges {
		s.Merges = append(s.Merges, Rect{place(m.GetStartAxis()), place(m.GetEndAxis())})
	}
	return s
}

func readCell(f *excelize.File, sheet string, at At, v string) *Cell {
	kind, err := f.GetCellType(sheet, at.String())
	must(err)
	if kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		return &Cell{Text: v}
	}
	c := &Cell{Number: v}
	id, err := f.GetCellStyle(sheet, at.String())
	must(err)
	style, err := f.GetStyle(id)
	must(err)
	if style.CustomNumFmt != nil {
		c.Format = *style.CustomNumFmt
	}
	return c
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// String is the place's A1 address.
func (a At) String() string {
	s, err := excelize.CoordinatesToCellName(a.Col+1, a.Row+1)
	must(err)
	return s
}

func place(address string) At {
	col, row, err := excelize.CellNameToCoordinates(address)
	must(err)
	return At{row - 1, col - 1}
}

func (s *Sheet) ensure(at At) *Cell {
	if s.Cells[at] == nil {
		s.Cells[at] = &Cell{}
	}
	return s.Cells[at]
}

// text is what a text cell holds.
func (s *Sheet) text(at At) string {
	if c := s.Cells[at]; c != nil {
		return c.Text
	}
	return ""
}

// Size is one past the last row and column.
func (s *Sheet) Size() (rows, cols int) {
	for at := range s.Cells {
		rows, cols = max(rows, at.Row+1), max(cols, at.Col+1)
	}
	for _, m := range s.Merges {
		rows, cols = max(rows, m.To.Row+1), max(cols, m.To.Col+1)
	}
	return rows, cols
}

// places lists the cells from left to right and down.
func (s *Sheet) places() []At {
	return slices.SortedFunc(maps.Keys(s.Cells), func(a, b At) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Col - b.Col
	})
}

// Each calls a function for every cell of the sheets of some forms, all sheets for none.
func (w *Workbook) Each(forms string, do func(s *Sheet, at At, c *Cell)) {
	for _, s := range w.Sheets {
		if forms != "" && (s.Form == "" || !strings.Contains(forms, s.Form)) {
			continue
		}
		for _, at := range s.places() {
			do(s, at, s.Cells[at])
		}
	}
}

// EachFigure is Each for the figures printed.
func (w *Workbook) EachFigure(forms string, do func(c *Cell)) {
	w.Each(forms, func(_ *Sheet, _ At, c *Cell) {
		if c.Figure() && c.Value != "" {
			do(c)
		}
	})
}

// Sheet is the sheet of a form.
func (w *Workbook) Sheet(form string) *Sheet {
	i := slices.IndexFunc(w.Sheets, func(s *Sheet) bool { return s.Form == form })
	return w.Sheets[i]
}

// body is the first and last row with a figure.
func (s *Sheet) body() (first, last int) {
	first = -1
	for at, c := range s.Cells {
		if c.Figure() {
			if first < 0 || at.Row < first {
				first = at.Row
			}
			last = max(last, at.Row)
		}
	}
	return first, last
}

// find is the first cell with a text; it must be there.
func (s *Sheet) find(text string) At {
	for _, at := range s.places() {
		if s.Cells[at].Text == text {
			return at
		}
	}
	panic("dress: " + s.Name + " does not print " + text)
}
