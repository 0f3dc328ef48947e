// Package view is what a page needs to draw the sheets of a document. Rows and
// columns count from 0.
package view

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"suanqing/validate/document"
	"suanqing/validate/internal/jsontext"
	"suanqing/validate/internal/say"
)

// Sheet is one sheet as it is shown. Only cells that show something, and
// are not covered by a merge, are in it.
type Sheet struct {
	Name       string
	Hidden     bool
	Rows       int
	Cols       int
	Widths     []int       // px for each column; 0 when the file gives none
	Heights    map[int]int // px of the rows for which the file gives one
	HiddenRows []int
	HiddenCols []int
	Merges     [][4]int // first row, first column, last row, last column
	Cells      []Cell   // in reading order
	// Spots are where the cells stand on the pages of a PDF, in JSON as [row, column, offset
	// in the cell's text, page, left, bottom, right, top]; absent where there are no pages.
	Spots []document.Spot
}

// Cell is one cell, in JSON as [row, column, shown text, kind, flags]: kind n
// number, t text, e error, b truth value; flags are the sum of what holds.
type Cell struct {
	Row, Col int
	Text     string
	Kind     string
	Flags    int
}

const (
	FlagFormula  = 1 // the value comes from a formula
	FlagUncached = 2 // the formula came without a value
)

// Sheets is the list of a document's sheets as JSON, of a text written, of a document
// beside the book its file; none where there is no document.
func Sheets(d *document.Document) []byte {
	w := &jsontext.Writer{}
	w.Begin('[')
	if d != nil {
		for _, s := range d.Sheets {
			w.Begin('{')
			w.Key("name").String(s.Name)
			w.Key("hidden").Bool(s.Hidden)
			if s.Written {
				w.Key("written").Bool(true)
			}
			if s.File != "" {
				w.Key("file").String(s.File)
			}
			w.End('}')
		}
	}
	w.End(']')
	return w.Bytes()
}

// Draw is what is needed to draw sheet i of a document, as JSON.
func Draw(d *document.Document, i int) ([]byte, error) {
	if d == nil || i < 0 || i >= len(d.Sheets) {
		return nil, say.Error("no sheet %d", i)
	}
	v := sheet(d.Sheets[i])
	return v.json(), nil
}

func (v *Sheet) json() []byte {
	w := &jsontext.Writer{}
	w.Begin('{')
	w.Key("name").String(v.Name)
	w.Key("hidden").Bool(v.Hidden)
	w.Key("rows").Int(v.Rows)
	w.Key("cols").Int(v.Cols)
	jsontext.List(w.Key("widths"), v.Widths, w.Int)
	w.Key("heights").Begin('{')
	for row := range v.Rows {
		if h, ok := v.Heights[row]; ok {
			w.Key(strconv.Itoa(row)).Int(h)
		}
	}
	w.End('}')
	jsontext.List(w.Key("hiddenRows"), v.HiddenRows, w.Int)
	jsontext.List(w.Key("hiddenCols"), v.HiddenCols, w.Int)
	jsontext.List(w.Key("merges"), v.Merges, func(m [4]int) { jsontext.List(w, m[:], w.Int) })
	jsontext.List(w.Key("cells"), v.Cells, func(c Cell) {
		w.Begin('[')
		w.Int(c.Row)
		w.Int(c.Col)
		w.String(c.Text)
		w.String(c.Kind)
		w.Int(c.Flags)
		w.End(']')
	})
	if len(v.Spots) > 0 {
		jsontext.List(w.Key("spots"), v.Spots, func(s document.Spot) {
			w.Begin('[')
			for _, n := range []int{s.Row, s.Col, s.At, s.Page} {
				w.Int(n)
			}
			for _, n := range []int{s.Box.X0, s.Box.Y0, s.Box.X1, s.Box.Y1} {
				w.Hundredths(n)
			}
			w.End(']')
		})
	}
	w.End('}')
	return w.Bytes()
}

func sheet(s *document.Sheet) Sheet {
	v := Sheet{Name: s.Name, Hidden: s.Hidden, Heights: map[int]int{}, HiddenRows: []int{},
		HiddenCols: []int{}, Merges: [][4]int{}, Cells: []Cell{}, Spots: s.Spots}
	merges, room := newSweep(s.Merges), allowance{whole: longestText, left: wholeTexts}
	for _, row := range s.Rows {
		merges.enter(row.Index)
		for i := range row.Cells {
			c := &row.Cells[i]
			if c.Kind == document.Blank && c.Formula == "" {
				continue
			}
			if merges.covers(c.Row, c.Col) {
				continue
			}
			v.Rows, v.Cols = max(v.Rows, c.Row+1), max(v.Cols, c.Col+1)
			drawn := cell(c)
			drawn.Text = room.clip(drawn.Text)
			v.Cells = append(v.Cells, drawn)
		}
	}
	for _, row := range s.Rows {
		if row.Index >= v.Rows {
			break
		}
		if row.Hidden {
			v.HiddenRows = append(v.HiddenRows, row.Index)
		}
		if row.Height > 0 {
			v.Heights[row.Index] = row.Height / 15 // 1/20 point at 96 dpi
		}
	}
	v.Widths = make([]int, v.Cols)
	for _, span := range s.Cols {
		for col := span.First; col <= span.Last && col < v.Cols; col++ {
			if span.Hidden {
				v.HiddenCols = append(v.HiddenCols, col)
			}
			if span.Width > 0 {
				v.Widths[col] = span.Width*7/256 + 5
			}
		}
	}
	for _, m := range s.Merges {
		r1, c1 := min(m.Row1, v.Rows-1), min(m.Col1, v.Cols-1)
		if m.Row0 <= r1 && m.Col0 <= c1 && (r1 > m.Row0 || c1 > m.Col0) {
			v.Merges = append(v.Merges, [4]int{m.Row0, m.Col0, r1, c1})
		}
	}
	return v
}

// Of what a sheet shows so much is drawn: nobody reads further, and a hostile one shows
// gigabytes. The report and the copies have all of it.
const (
	longestText = 20_000  // bytes of one cell or paragraph: a whole section may stand in one
	wholeTexts  = 8 << 20 // bytes of a sheet; from there on its texts are cut short
	shortText   = 40
	ellipsis    = "…"
)

// allowance is what of a sheet's texts may still be drawn.
type allowance struct{ whole, left int } // of one text, and of those to come

// clip is a text as far as there is room for it.
func (room *allowance) clip(text string) string {
	most := room.whole
	if room.left <= 0 {
		most = shortText
	}
	if len(text) > most {
		for most > 0 && !utf8.RuneStart(text[most]) {
			most--
		}
		text = text[:most] + ellipsis
	}
	room.left -= len(text)
	return text
}

func cell(c *document.Cell) Cell {
	kind := "t"
	switch c.Kind {
	case document.Number:
		kind = "n"
	case document.Bool:
		kind = "b"
	case document.ErrorValue:
		kind = "e"
	}
	flags := 0
	if c.Formula != "" {
		flags |= FlagFormula
		if !c.Cached {
			flags |= FlagUncached
		}
	}
	return Cell{c.Row, c.Col, c.Shown(), kind, flags}
}

// sweep follows the merges down a sheet, row by row.
type sweep struct {
	waiting []document.Range // by first row
	active  []document.Range
}

func newSweep(merges []document.Range) *sweep {
	waiting := slices.Clone(merges)
	slices.SortStableFunc(waiting, func(a, b document.Range) int { return a.Row0 - b.Row0 })
	return &sweep{waiting: waiting}
}

// enter moves to a row below the one before.
func (s *sweep) enter(row int) {
	for len(s.waiting) > 0 && s.waiting[0].Row0 <= row {
		s.active = append(s.active, s.waiting[0])
		s.waiting = s.waiting[1:]
	}
	s.active = slices.DeleteFunc(s.active, func(m document.Range) bool { return m.Row1 < row })
}

// covers says whether a merge covers the cell, other than as its first.
func (s *sweep) covers(row, col int) bool {
	return slices.ContainsFunc(s.active, func(m document.Range) bool {
		return col >= m.Col0 && col <= m.Col1 && (row != m.Row0 || col != m.Col0)
	})
}
