package ods

import (
	"strings"

	"suanqing/validate/document"
)

// readCells reads the cells of a row.
func (s *sheetReader) readCells(row int) []document.Cell {
	x, col, run := s.x, 0, 0
	var cells []document.Cell
	for d := x.Depth(); x.Child(d); {
		if x.Name != "table-cell" && x.Name != "covered-table-cell" {
			continue
		}
		n := s.repeated("table:number-columns-repeated", max(document.MaxCols-col, 1))
		for run < len(s.defaults) && s.defaults[run].end <= col {
			run++
		}
		style := x.Attr("table:style-name")
		s.readMerge(row, col)
		cell := s.readCell()
		cell.Row, cell.Col = row, col
		first := col
		col = min(col+n, document.MaxCols)
		if x.Err != nil || cell.Stored == "" && cell.Formula == "" {
			continue
		}
		blank := cell.Formula == "" && strings.Trim(cell.Stored, " \t\r\n\u00A0\u3000") == ""
		if blank && first >= maxUsedCol { // a stray blank is no content
			continue
		}
		if first+n > maxUsedCol && !blank {
			x.TooComplex("“" + s.sheet.Name + "”第 512 列以外的 " + document.Address(row, max(first, maxUsedCol)) + " 有内容")
			break
		}
		if n = min(n, maxUsedCol-first); !s.count(n) {
			break
		}
		for i := range n {
			c, ok := cell, true
			if i > 0 {
				c, ok = withoutFormula(cell)
			}
			if !ok {
				break
			}
			c.Col += i
			c.Format = s.format(s.styleAt(style, run, c.Col))
			cells = append(cells, c)
		}
	}
	return cells
}

// styleAt is the style of a cell: its own, that of its row, or that of its column,
// which is in a run of columns or one of the next.
func (s *sheetReader) styleAt(own string, run, col int) string {
	switch {
	case own != "":
		return own
	case s.rowStyle != "":
		return s.rowStyle
	}
	for run < len(s.defaults) && s.defaults[run].end <= col {
		run++
	}
	if run < len(s.defaults) && s.defaults[run].style != "" {
		return s.defaults[run].style
	}
	return "Default"
}

// readMerge keeps the range that the cell just entered spans, if it does.
func (s *sheetReader) readMerge(row, col int) {
	cols := s.repeated("table:number-columns-spanned", max(document.MaxCols-col, 1))
	rows := s.repeated("table:number-rows-spanned", max(document.MaxRows-row, 1))
	if (cols > 1 || rows > 1) && s.countMerges(1) {
		s.sheet.Merges = append(s.sheet.Merges, document.Range{Row0: row, Col0: col, Row1: row + rows - 1, Col1: col + cols - 1})
	}
}

// readCell reads the value and the formula of the cell just entered, to its end.
func (s *sheetReader) readCell() (c document.Cell) {
	x := s.x
	kind, extended := x.Attr("office:value-type"), x.Attr("calcext:value-type")
	value, formula := x.Attr("office:value"), x.Attr("table:formula")
	switch kind {
	case "boolean", "date", "time":
		value = x.Attr("office:" + kind + "-value")
	}
	text, whole := x.Attr("office:string-value"), x.has("office:string-value")
	shown := s.paragraphs()
	if !whole || text == "" && extended == "error" {
		text = shown
	}
	if len(text) > maxText || len(formula) > maxFormula {
		x.TooComplex("“" + s.sheet.Name + "”的单元格文字或公式过长")
		return c
	}
	c.Formula = fromOpenFormula(formula)
	c.Kind, c.Stored = document.Text, text
	switch kind {
	case "float", "percentage", "currency":
		setNumber(&c, strings.TrimSpace(value))
	case "date":
		setNumber(&c, serialDate(value, s.date04))
	case "time":
		setNumber(&c, serialTime(value))
	case "boolean":
		c.Kind, c.Stored = document.Bool, strings.ToUpper(value)
	}
	switch {
	case c.Formula != "" && (extended == "error" || isError(shown)):
		c.Kind, c.Stored = document.ErrorValue, shown
	case kind == "float" && (shown == "TRUE" || shown == "FALSE"): // LibreOffice has no other sign of it
		c.Kind, c.Stored = document.Bool, shown
	}
	c.Cached = c.Formula != "" && (kind != "" || c.Stored != "")
	s.calculated = s.calculated || c.Cached
	if c.Formula != "" && !c.Cached {
		c.Kind = document.Blank
	}
	return c
}

// setNumber makes a cell a number, if it is one; otherwise what it shows stays a text.
func setNumber(c *document.Cell, number string) {
	if document.IsNumber(number) {
		c.Kind, c.Stored = document.Number, number
	}
}

// isError tells whether a formula shows an error: as its value some writers give 0.
func isError(shown string) bool {
	switch shown {
	case "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!":
		return true
	}
	return strings.HasPrefix(shown, "Err:")
}

// settleFormulas tells a formula that gave an empty text from one that nobody has
// calculated, which are written alike: programs that calculate do so with all.
func (b *book) settleFormulas() {
	if !b.calculated {
		return
	}
	for _, s := range b.doc.Sheets {
		for i := range s.Rows {
			for j := range s.Rows[i].Cells {
				if c := &s.Rows[i].Cells[j]; c.Formula != "" && !c.Cached {
					c.Kind, c.Cached = document.Text, true
				}
			}
		}
	}
}
