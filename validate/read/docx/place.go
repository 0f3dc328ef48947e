package docx

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
)

const (
	textWidth = 80 // characters of the column of a sheet of text
)

// lay writes a text on sheets.
func (r *reader) lay(blocks []block) *document.Refusal {
	blocks = unframed(nil, blocks)
	var tables, inside []block // those with nothing between them, and those in their cells
	var heads []block
	var between []block
	put := func(notes []block) *document.Refusal {
		refusal := r.layTables(heads, tables, notes)
		for ; refusal == nil && len(inside) > 0; inside = inside[1:] {
			t := inside[0]
			inside = append(inside, t.table.nested()...)
			refusal = r.layTables(nil, []block{t}, nil)
		}
		tables, heads, inside = nil, nil, nil
		return refusal
	}
	for i, b := range blocks {
		if b.table == nil {
			between = append(between, b)
			if i+1 < len(blocks) {
				continue
			}
		}
		if len(between) > 0 {
			notes, prose, above := grid.Split(between, len(tables) > 0, b.table != nil)
			between = nil
			if len(tables) > 0 {
				if refusal := put(notes); refusal != nil {
					return refusal
				}
			}
			if refusal := r.layText(prose, ""); refusal != nil {
				return refusal
			}
			heads = above
		}
		if b.table != nil {
			tables, inside = append(tables, b), append(inside, b.table.nested()...)
		}
	}
	if len(tables) > 0 {
		return put(nil)
	}
	return nil
}

// unframed takes apart tables that only arrange others.
func unframed(out, blocks []block) []block {
	for _, b := range blocks {
		if b.table == nil || !b.table.arranges() {
			out = append(out, b)
			continue
		}
		for i := range b.table.rows {
			for k := range b.table.rows[i].cells {
				out = unframed(out, b.table.rows[i].cells[k].flow)
			}
		}
	}
	return out
}

// IsHead says whether a paragraph may head a table.
func (b block) IsHead() bool { return b.heading || grid.IsHead(b.text) }

// layTables writes tables with what heads them and the notes below on one sheet.
func (r *reader) layTables(heads, tables, notes []block) *document.Refusal {
	sheet, refusal := r.book.Begin(nameOf(heads, tables))
	if refusal != nil {
		return refusal
	}
	widest := 0
	for _, b := range tables {
		if _, widths := b.table.spots(); len(widths) > widest {
			widest = len(widths)
			sheet.Cols = columnsOf(widths)
		}
	}
	next := 0
	for _, b := range heads {
		at := 0
		for line := range strings.SplitSeq(b.text, "\n") {
			if next, refusal = r.layLine(sheet, line, b.pieces, at, next, widest); refusal != nil {
				return refusal
			}
			at += len(line) + 1
		}
	}
	for _, b := range tables {
		if next, refusal = r.layTable(sheet, b.table, next); refusal != nil {
			return refusal
		}
	}
	for _, b := range notes {
		if next, refusal = r.layLine(sheet, b.text, b.pieces, 0, next, widest); refusal != nil {
			return refusal
		}
	}
	return nil
}

// layLine writes a paragraph, or a line of it that begins there, in a row of its own,
// over all columns of the sheet.
func (r *reader) layLine(sheet *grid.Sheet, text string, pieces []Piece, begins, at, columns int) (next int, refusal *document.Refusal) {
	if grid.TrimBlanks(text) == "" {
		return at, nil
	}
	r.source.keep(sheet, at, 0, Spot{Pieces: within(pieces, begins, len(text))})
	if refusal := sheet.Merge(document.Range{Row0: at, Row1: at, Col1: columns - 1}); refusal != nil {
		return 0, refusal
	}
	c := document.Cell{Row: at, Kind: document.Text, Stored: text, Format: r.book.Format("")}
	return at + 1, sheet.Add(document.Row{Index: at, Cells: []document.Cell{c}})
}

// layTable writes a table from a row on.
func (r *reader) layTable(sheet *grid.Sheet, t *table, at int) (next int, refusal *document.Refusal) {
	spots, _ := t.spots()
	for _, m := range merges(spots) {
		m.Row0, m.Row1 = m.Row0+at, m.Row1+at
		if refusal := sheet.Merge(m); refusal != nil {
			return 0, refusal
		}
	}
	for i := range t.rows {
		row := document.Row{Index: at + i, Hidden: t.rows[i].hidden}
		for ; len(spots) > 0 && spots[0].row == i; spots = spots[1:] {
			c := r.value(spots[0].text())
			c.Row, c.Col = at+i, spots[0].col
			if r.source != nil {
				r.source.keep(sheet, c.Row, c.Col, spots[0].source())
			}
			if n := len(row.Cells); n == 0 || row.Cells[n-1].Col < c.Col {
				row.Cells = append(row.Cells, c)
			}
		}
		if refusal := sheet.Add(row); refusal != nil {
			return 0, refusal
		}
	}
	return at + len(t.rows), nil
}

// value is a cell that shows a text. A plain number is one, with all the places that it
// shows: a text has no other way to hold it.
func (r *reader) value(text string) document.Cell {
	c := document.Cell{Format: r.book.Format("")}
	shown := grid.TrimBlanks(text)
	figure, code, plain := grid.PlainNumber(shown)
	switch {
	case shown == "":
	case plain:
		c.Kind, c.Stored = document.Number, figure
		if c.Shown() != shown {
			c.Format = r.book.Format(code)
		}
	case grid.IsError(shown):
		c.Kind, c.Stored = document.ErrorValue, shown
	default:
		c.Kind, c.Stored = document.Text, strings.Trim(text, "\n")
	}
	return c
}

// layText writes paragraphs on a sheet of their own, each in a row. Without a name it is
// called by the first of them.
func (r *reader) layText(lines []block, name string) *document.Refusal {
	if len(lines) == 0 {
		return nil
	}
	if name == "" {
		name = firstLine(lines[0].text)
	}
	sheet, refusal := r.book.Begin(name)
	if refusal != nil {
		return refusal
	}
	sheet.Cols = []document.ColSpan{{Width: textWidth * 256}}
	next := 0
	for _, b := range lines {
		if b.spot != nil {
			r.source.keep(sheet, next, 0, *b.spot)
		}
		if next, refusal = r.layLine(sheet, b.text, b.pieces, 0, next, 1); refusal != nil {
			return refusal
		}
	}
	return nil
}

// nameOf is what tables are called: by the line above them that names a table, or the
// last one; by a title in them where there is none.
func nameOf(heads, tables []block) string {
	for i := len(heads) - 1; i >= 0; i-- {
		line := firstLine(heads[i].text)
		numbered := strings.HasPrefix(line, "公开") // 公开01表
		if strings.Contains(line, "表") && !numbered && !strings.ContainsAny(line, ":：") {
			return line
		}
	}
	if len(heads) == 0 {
		first := tables[0].table
		for i := range first.rows[:min(len(first.rows), 3)] {
			for k := range first.rows[i].cells {
				if line := firstLine(first.rows[i].cells[k].text()); strings.HasSuffix(line, "表") {
					return line
				}
			}
		}
		return ""
	}
	return firstLine(heads[len(heads)-1].text)
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(grid.TrimBlanks(text), "\n")
	return strings.TrimSpace(strings.ReplaceAll(line, "\t", " "))
}
