package skin

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Book is a workbook as a program has it in mind before it writes it in one
// format or another.
type Book struct{ Sheets []*Sheet }

// Sheet is one grid. Rows and columns count from 0.
type Sheet struct {
	Name       string
	Hidden     bool
	Rows, Cols int
	Merges     []Merge
	HiddenRows map[int]bool
	HiddenCols map[int]bool

	// The framed part, header and figures, is in the rows from Head up to Foot; what
	// stands above are titles, what stands below are notes.
	Head, Foot int

	cells   map[at]Cell
	covered map[at]bool
	merged  map[at]Merge // by top left cell
}

type at struct{ row, col int }

// Merge is a rectangle of joined cells, all bounds inclusive.
type Merge struct{ Row0, Col0, Row1, Col1 int }

// Cell is what one cell holds and how it shows it.
type Cell struct {
	Shown   string // as a reader sees it: "1,677.91"
	Number  string // the stored number, "" for a text
	Formula string // without =
	Format  string // the number format's code, "" for General
}

// Box is a cell as markup has it: with the rows and columns it spans.
type Box struct {
	Cell
	Row, Col, RowSpan, ColSpan int
}

// Read takes a plain .xlsx.
func Read(xlsx []byte) (*Book, error) {
	f, err := excelize.OpenReader(bytes.NewReader(xlsx))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := &Book{}
	for _, name := range f.GetSheetList() {
		s, err := readSheet(f, name)
		if err != nil {
			return nil, fmt.Errorf("sheet %s: %w", name, err)
		}
		b.Sheets = append(b.Sheets, s)
	}
	return b, nil
}

func readSheet(f *excelize.File, name string) (*Sheet, error) {
	s := &Sheet{Name: name, Head: -1, HiddenRows: map[int]bool{}, HiddenCols: map[int]bool{},
		cells: map[at]Cell{}, covered: map[at]bool{}, merged: map[at]Merge{}}
	visible, err := f.GetSheetVisible(name)
	if err != nil {
		return nil, err
	}
	s.Hidden = !visible
	if err := s.readMerges(f); err != nil {
		return nil, err
	}
	rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, err
	}
	s.Rows = max(s.Rows, len(rows))
	for _, row := range rows {
		s.Cols = max(s.Cols, len(row))
	}
	for row := range s.Rows {
		if visible, err := f.GetRowVisible(name, row+1); err == nil && !visible {
			s.HiddenRows[row] = true
		}
		for col := range s.Cols {
			if err := s.readCell(f, row, col); err != nil {
				return nil, err
			}
		}
	}
	for col := range s.Cols {
		letters, _ := excelize.ColumnNumberToName(col + 1)
		if visible, err := f.GetColVisible(name, letters); err == nil && !visible {
			s.HiddenCols[col] = true
		}
	}
	if s.Head < 0 {
		s.Head, s.Foot = 0, s.Rows
	}
	return s, nil
}

func (s *Sheet) readMerges(f *excelize.File) error {
	merges, err := f.GetMergeCells(s.Name)
	if err != nil {
		return err
	}
	for _, m := range merges {
		col0, row0, err0 := excelize.CellNameToCoordinates(m.GetStartAxis())
		col1, row1, err1 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err0 != nil || err1 != nil {
			return fmt.Errorf("merge %v", m)
		}
		r := Merge{row0 - 1, col0 - 1, row1 - 1, col1 - 1}
		s.Merges = append(s.Merges, r)
		s.Rows, s.Cols = max(s.Rows, row1), max(s.Cols, col1)
		s.merged[at{r.Row0, r.Col0}] = r
		for row := r.Row0; row <= r.Row1; row++ {
			for col := r.Col0; col <= r.Col1; col++ {
				s.covered[at{row, col}] = row != r.Row0 || col != r.Col0
			}
		}
	}
	return nil
}

func (s *Sheet) readCell(f *excelize.File, row, col int) error {
	address, err := excelize.CoordinatesToCellName(col+1, row+1)
	if err != nil {
		return err
	}
	var c Cell
	style, err := cellStyle(f, s.Name, address)
	if err != nil {
		return err
	}
	if len(style.Border) > 0 {
		if s.Head < 0 {
			s.Head = row
		}
		s.Foot = row + 1
	}
	if s.covered[at{row, col}] {
		return nil
	}
	if style.CustomNumFmt != nil {
		c.Format = *style.CustomNumFmt
	}
	if c.Shown, err = f.GetCellValue(s.Name, address); err != nil {
		return err
	}
	if c.Formula, err = f.GetCellFormula(s.Name, address); err != nil {
		return err
	}
	c.Formula = strings.TrimPrefix(c.Formula, "=")
	kind, err := f.GetCellType(s.Name, address)
	if err != nil {
		return err
	}
	if kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber || kind == excelize.CellTypeFormula {
		if c.Number, err = f.GetCellValue(s.Name, address, excelize.Options{RawCellValue: true}); err != nil {
			return err
		}
	}
	if level := style.Alignment; level != nil && level.Indent > 0 && c.Number == "" {
		c.Shown = strings.Repeat("  ", level.Indent) + c.Shown
	}
	if c != (Cell{Format: c.Format}) {
		s.cells[at{row, col}] = c
	}
	return nil
}

func cellStyle(f *excelize.File, sheet, address string) (*excelize.Style, error) {
	id, err := f.GetCellStyle(sheet, address)
	if err != nil {
		return nil, err
	}
	return f.GetStyle(id)
}

// Boxes are the cells of a row that no merge covers, empty ones included.
func (s *Sheet) Boxes(row int) []Box {
	var out []Box
	for col := range s.Cols {
		if s.covered[at{row, col}] {
			continue
		}
		b := Box{Cell: s.cells[at{row, col}], Row: row, Col: col, RowSpan: 1, ColSpan: 1}
		if m, ok := s.merged[at{row, col}]; ok {
			b.RowSpan, b.ColSpan = m.Row1-m.Row0+1, m.Col1-m.Col0+1
		}
		out = append(out, b)
	}
	return out
}

// Blank says that a box holds nothing and spans nothing.
func (b *Box) Blank() bool {
	return b.Shown == "" && b.Number == "" && b.Formula == "" && b.RowSpan == 1 && b.ColSpan == 1
}

// empty says that a row holds nothing.
func (s *Sheet) empty(row int) bool {
	for _, b := range s.Boxes(row) {
		if !b.Blank() {
			return false
		}
	}
	return true
}
