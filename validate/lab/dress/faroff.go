package dress

import (
	"fmt"
	"strings"

	"suanqing/validate/lab/fixture"
)

// farOff are blanks far from the form: a slip of the hand, a format given to whole
// columns, what is left of deleted rows. They are no content and need no word.
var farOff = []Dress{
	stray("a blank at XFD1048576", lastRow(`<c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve"> </t></is></c>`)),
	stray("a full-width blank at XFD1048576", lastRow(`<c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve">　</t></is></c>`)),
	stray("a line break at XFD1048576", lastRow(`<c r="XFD1048576" t="inlineStr"><is><t xml:space="preserve">&#10;</t></is></c>`)),
	stray("an empty text at XFD1048576", lastRow(`<c r="XFD1048576" t="str"><v></v></c>`)),
	stray("a formatted empty cell at XFD1048576", lastRow(`<c r="XFD1048576" s="0"/>`)),
	stray("blanks along the last row", lastRow(`<c r="A1048576" t="inlineStr"><is><t xml:space="preserve"> </t></is></c><c r="AMJ1048576" s="0"/>`)),
	stray("formatted empty cells to the right", func(s *Sheet) {
		s.Cells[At{3, 16383}], s.Cells[At{5, 16383}] = &Cell{}, &Cell{Format: "#,##0.00"}
	}),
	stray("a blank right of every row", func(s *Sheet) {
		_, last := s.body()
		for row := range last {
			s.Cells[At{row, 700}] = &Cell{Text: " "}
		}
	}),
	stray("thousands of formatted empty rows", func(s *Sheet) {
		s.Rows = emptyRows(s, 5_000, `<row r="%[1]d" s="0" customFormat="1"><c r="A%[1]d" s="0"/><c r="B%[1]d" s="0"/><c r="C%[1]d" s="0"/><c r="D%[1]d" s="0"/></row>`)
	}),
	stray("thousands of rows of blanks", func(s *Sheet) {
		s.Rows = emptyRows(s, 2_000, `<row r="%[1]d"><c r="A%[1]d" t="inlineStr"><is><t xml:space="preserve">  </t></is></c><c r="C%[1]d" t="str"><v></v></c></row>`)
	}),
	stray("thousands of empty rows with a height", func(s *Sheet) {
		s.Rows = emptyRows(s, 5_000, `<row r="%d" ht="18" customHeight="1"/>`)
	}),
	stray("hidden columns to the end", func(s *Sheet) {
		_, width := s.Size()
		s.Before = fmt.Sprintf(`<cols><col min="%d" max="16384" width="9" hidden="1" customWidth="1"/></cols>`, width+2)
	}),
	stray("the whole sheet said to be used", func(s *Sheet) {
		s.Before = `<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="12" style="0" customWidth="1"/></cols>`
	}),
	stray("merged empty cells far below", func(s *Sheet) {
		s.Merges = append(s.Merges, Rect{At{60_000, 0}, At{60_010, 12}}, Rect{At{1_048_570, 16_000}, At{1_048_575, 16_383}})
	}),
	stray("a formula of nothing far off", lastRow(`<c r="ZZ1048576" t="str"><f>IF(A1="","","")</f><v></v></c>`)),
}

func stray(name string, do func(s *Sheet)) Dress {
	return Dress{Name: name, Kind: FarOff, Wear: onForms(do)}
}

func onForms(do func(s *Sheet)) func(w *Workbook) {
	return func(w *Workbook) {
		for _, id := range fixture.FormIDs {
			do(w.Sheet(id))
		}
	}
}

func lastRow(cells string) func(s *Sheet) {
	return func(s *Sheet) { s.Rows = `<row r="1048576">` + cells + `</row>` }
}

// emptyRows writes rows below the form, each by its number.
func emptyRows(s *Sheet, n int, format string) string {
	var b strings.Builder
	rows, _ := s.Size()
	for i := range n {
		fmt.Fprintf(&b, format, rows+1+i)
	}
	return b.String()
}
