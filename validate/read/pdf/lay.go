package pdf

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
)

const textWidth = 80 // characters of the column of a sheet of text

// writer writes blocks on sheets.
type writer struct {
	book  grid.Book
	views []*view
}

func (w *writer) write(blocks []block, edges []placed) *document.Refusal {
	var heads, between []block
	var table *block
	put := func(notes []block) *document.Refusal {
		t := table
		table = nil
		return w.table(heads, t, notes)
	}
	for i := range blocks {
		b := blocks[i]
		if b.parts == nil {
			if between = append(between, b); i+1 < len(blocks) {
				continue
			}
		}
		notes, prose, above := grid.Split(between, table != nil, b.parts != nil)
		between = nil
		if table != nil {
			if refusal := put(notes); refusal != nil {
				return refusal
			}
		}
		if refusal := w.text(prose, ""); refusal != nil {
			return refusal
		}
		if heads = above; b.parts != nil {
			table = &blocks[i]
		}
	}
	if table != nil {
		if refusal := put(nil); refusal != nil {
			return refusal
		}
	}
	var apart []block
	said := map[string]bool{}
	for _, e := range edges {
		if text := e.text(); !said[text] {
			said[text] = true
			apart = append(apart, block{rows: []placed{e}})
		}
	}
	return w.text(apart, "页眉和页脚")
}

// IsHead says whether a paragraph may head a table.
func (b block) IsHead() bool {
	return grid.IsHead(b.text()) || b.apart && grid.IsHead(b.rows[0].words[0].text)
}

// Shown is what a paragraph says.
func (b block) Shown() string { return b.text() }

// table writes a table with what heads it and the notes below on one sheet.
func (w *writer) table(heads []block, t *block, notes []block) *document.Refusal {
	xs := columnsOf(t.parts)
	sheet, refusal := w.book.Begin(nameOf(heads, t))
	if refusal != nil {
		return refusal
	}
	for i := range len(xs) - 1 {
		sheet.Cols = append(sheet.Cols, document.ColSpan{First: i, Last: i, Width: grid.Width(int((xs[i+1] - xs[i]) * 96 / 72))})
	}
	next := 0
	for i := range heads {
		if next, refusal = w.line(sheet, &heads[i], next, xs); refusal != nil {
			return refusal
		}
	}
	for i, part := range t.parts {
		if i > 0 {
			next++ // a blank row is where a page ends: what was said may be said again below
		}
		if sheet.Doubt = t.doubt; t.doubt != "" {
			if next, refusal = w.loose(sheet, part, next); refusal != nil {
				return refusal
			}
			continue
		}
		if refusal := w.part(sheet, part, next, xs); refusal != nil {
			return refusal
		}
		next += part.count
	}
	for i := range notes {
		if next, refusal = w.line(sheet, &notes[i], next, xs); refusal != nil {
			return refusal
		}
	}
	return nil
}

// tellsOf says whether words that stand apart tell of a table, as a department and a unit
// do. Others should have been in a table: they are put in no columns, and head nothing.
func (r *row) tellsOf() bool {
	text := r.text()
	return len(r.words) <= 4 && (strings.ContainsAny(text, ":：表") || strings.Contains(text, "附件") || strings.Contains(text, "单位") || strings.Contains(text, "年度"))
}

// line writes a paragraph in a row of its own, over all columns of the sheet; of a line
// with words apart each in the column that it stands over.
func (w *writer) line(sheet *grid.Sheet, b *block, at int, xs []float32) (next int, refusal *document.Refusal) {
	first := b.rows[0].unspaced()
	if len(first.words) == 1 && b.apart {
		b = &block{rows: []placed{{first, b.rows[0].page}}}
	}
	if !b.apart || len(xs) < 3 || !first.tellsOf() {
		if refusal := sheet.Merge(document.Range{Row0: at, Row1: at, Col1: len(xs) - 2}); refusal != nil {
			return 0, refusal
		}
		w.noteText(sheet, at, b)
		return at + 1, sheet.Add(document.Row{Index: at, Cells: []document.Cell{w.written(b.text(), at, 0)}})
	}
	row := document.Row{Index: at}
	from := 0
	for _, word := range first.words {
		col := from
		for col+2 < len(xs) && xs[col+1] <= word.box.X0 {
			col++
		}
		row.Cells = append(row.Cells, w.written(word.text, at, col))
		w.note(sheet, at, col, b.rows[0].page, word.box)
		from = col + 1
	}
	return at + 1, sheet.Add(row)
}

func (w *writer) written(text string, row, col int) document.Cell {
	return document.Cell{Row: row, Col: col, Kind: document.Text, Stored: text, Format: w.book.Format("")}
}

// part writes one page of a table from a row on.
func (w *writer) part(sheet *grid.Sheet, t *table, at int, xs []float32) *document.Refusal {
	column := make([]int, len(t.xs))
	for i, x := range t.xs {
		for k := range xs {
			if abs(xs[k]-x) < abs(xs[column[i]]-x) {
				column[i] = k
			}
		}
	}
	rows := make([]document.Row, t.count)
	for i := range rows {
		rows[i].Index = at + i
	}
	for _, c := range t.cells { // in the order of their rows and columns
		col := column[c.col0]
		if refusal := sheet.Merge(document.Range{Row0: at + c.row0, Row1: at + c.row1, Col0: col, Col1: column[c.col1+1] - 1}); refusal != nil {
			return refusal
		}
		w.note(sheet, at+c.row0, col, t.page, c.box)
		if c.text == "" {
			continue
		}
		row := &rows[c.row0]
		row.Cells = append(row.Cells, w.value(c.text, at+c.row0, col))
	}
	for i := range rows {
		if refusal := sheet.Add(rows[i]); refusal != nil {
			return refusal
		}
	}
	return nil
}

// loose writes the rows of a table as lines of text.
func (w *writer) loose(sheet *grid.Sheet, t *table, at int) (next int, refusal *document.Refusal) {
	lines, boxes := make([]string, t.count), make([][]Box, t.count)
	for _, c := range t.cells {
		if lines[c.row0] != "" && c.text != "" {
			lines[c.row0] += "  "
		}
		lines[c.row0] += c.text
		boxes[c.row0] = append(boxes[c.row0], c.box)
	}
	for i, line := range lines {
		if line == "" {
			continue
		}
		for k := range boxes[i] {
			w.note(sheet, at, 0, t.page, boxes[i][k])
		}
		if refusal := sheet.Add(document.Row{Index: at, Cells: []document.Cell{w.written(line, at, 0)}}); refusal != nil {
			return 0, refusal
		}
		at++
	}
	return at, nil
}

// value is a cell that shows a text. A plain number is one, with all the places that it
// shows: a page has no other way to hold it.
func (w *writer) value(text string, row, col int) document.Cell {
	c := w.written(text, row, col)
	if figure, code, plain := grid.PlainNumber(text); plain {
		c.Kind, c.Stored = document.Number, figure
		if c.Shown() != text {
			c.Format = w.book.Format(code)
		}
	} else if grid.IsError(text) {
		c.Kind = document.ErrorValue
	}
	return c
}

// text writes paragraphs on a sheet of their own, each in a row. Without a name it is
// called by the first of them.
func (w *writer) text(lines []block, name string) *document.Refusal {
	if len(lines) == 0 {
		return nil
	}
	if name == "" {
		name = lines[0].text()
	}
	sheet, refusal := w.book.Begin(name)
	if refusal != nil {
		return refusal
	}
	sheet.Cols = []document.ColSpan{{Width: textWidth * 256}}
	next := 0
	for i := range lines {
		if next, refusal = w.line(sheet, &lines[i], next, []float32{0, 1}); refusal != nil {
			return refusal
		}
	}
	return nil
}

// nameOf is what a table is called: by the line above it that names a table, or the
// last one; by a title in it where there is none.
func nameOf(heads []block, t *block) string {
	for i := len(heads) - 1; i >= 0; i-- {
		for _, word := range heads[i].rows[0].words {
			numbered := strings.HasPrefix(word.text, "公开") // 公开01表
			if strings.Contains(word.text, "表") && !numbered && !strings.ContainsAny(word.text, ":：") {
				return word.text
			}
		}
	}
	if len(heads) > 0 {
		return heads[len(heads)-1].text()
	}
	for _, c := range t.parts[0].cells {
		if c.row0 < 3 && strings.HasSuffix(c.text, "表") {
			return c.text
		}
	}
	return ""
}
