package skin

import (
	"fmt"
	"html"
	"strings"

	"github.com/shopspring/decimal"
)

func (o *odsStyle) sheet(w *strings.Builder, s *Sheet) {
	style := "ta1"
	if s.Hidden {
		style = "ta2"
	}
	fmt.Fprintf(w, `<table:table table:name="%s" table:style-name="%s">`+"\n", html.EscapeString(s.Name), style)
	if o.grouped {
		w.WriteString("<table:table-column-group>")
	}
	formats := o.columnFormats(s)
	for col := range s.Cols {
		hidden, format := "", ""
		if s.HiddenCols[col] {
			hidden = ` table:visibility="collapse"`
		}
		if formats[col] != "" {
			format = fmt.Sprintf(` table:default-cell-style-name="%s"`, className(formats[col]))
		}
		w.WriteString("<table:table-column" + hidden + format + "/>")
	}
	if o.grouped {
		w.WriteString("</table:table-column-group>")
	}
	if o.tail {
		fmt.Fprintf(w, `<table:table-column table:number-columns-repeated="%d"/>`, 16384-s.Cols)
	}
	o.rows(w, s, formats)
	w.WriteString("</table:table>\n")
}

// columnFormats is the format of each column's first number, where columns have them.
func (o *odsStyle) columnFormats(s *Sheet) map[int]string {
	formats := map[int]string{}
	for row := s.Rows - 1; o.columns && row >= 0; row-- {
		for _, b := range s.Boxes(row) {
			if b.Number != "" && b.Format != "" {
				formats[b.Col] = b.Format
			}
		}
	}
	return formats
}

// rows writes the rows; equal ones on end are one where runs are counted.
func (o *odsStyle) rows(w *strings.Builder, s *Sheet, formats map[int]string) {
	for row := 0; row < s.Rows; {
		line := o.row(s, row, formats)
		run := 1
		for o.counted && row+run < s.Rows && o.row(s, row+run, formats) == line {
			run++
		}
		if run > 1 {
			line = strings.Replace(line, "<table:table-row", fmt.Sprintf(`<table:table-row table:number-rows-repeated="%d"`, run), 1)
		}
		switch {
		case o.grouped && row == s.Head:
			line = "<table:table-header-rows>" + line + "</table:table-header-rows>\n"
		case o.grouped && row == s.Head+5:
			line = "<table:table-row-group><table:table-row-group>" + line
		}
		w.WriteString(line)
		if last := row + run; o.grouped && last == s.Rows && s.Rows > s.Head+5 {
			w.WriteString("</table:table-row-group></table:table-row-group>\n")
		}
		row += run
	}
	if o.tail {
		fmt.Fprintf(w, `<table:table-row table:number-rows-repeated="%d"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`, 1048576-s.Rows)
	}
}

func (o *odsStyle) row(s *Sheet, row int, formats map[int]string) string {
	var cells []string
	for col := 0; col < s.Cols; col++ {
		if s.covered[at{row, col}] {
			covered := "<table:covered-table-cell/>"
			if o.filled {
				covered = `<table:covered-table-cell office:value-type="string"><text:p>合计</text:p></table:covered-table-cell>`
			}
			cells = append(cells, covered)
			continue
		}
		b := Box{Cell: s.cells[at{row, col}], Row: row, Col: col, RowSpan: 1, ColSpan: 1}
		if m, ok := s.merged[at{row, col}]; ok {
			b.RowSpan, b.ColSpan = m.Row1-m.Row0+1, m.Col1-m.Col0+1
		}
		cells = append(cells, o.cell(&b, formats[col]))
	}
	if o.tail {
		cells = append(cells, fmt.Sprintf(`<table:table-cell table:number-columns-repeated="%d"/>`, 16384-s.Cols))
	}
	var w strings.Builder
	w.WriteString("<table:table-row")
	if s.HiddenRows[row] {
		w.WriteString(` table:visibility="collapse"`)
	}
	w.WriteString(">")
	for i := 0; i < len(cells); {
		run := 1
		for o.counted && i+run < len(cells) && cells[i+run] == cells[i] && !strings.Contains(cells[i], "repeated") {
			run++
		}
		cell := cells[i]
		if run > 1 {
			cut := strings.IndexAny(cell, " />")
			cell = cell[:cut] + fmt.Sprintf(` table:number-columns-repeated="%d"`, run) + cell[cut:]
		}
		w.WriteString(cell)
		i += run
	}
	return w.String() + "</table:table-row>\n"
}

func (o *odsStyle) cell(b *Box, column string) string {
	attrs := ""
	if b.ColSpan > 1 || b.RowSpan > 1 {
		attrs += fmt.Sprintf(` table:number-columns-spanned="%d" table:number-rows-spanned="%d"`, b.ColSpan, b.RowSpan)
	}
	if b.Format != "" && b.Format != column && !o.unstyled {
		attrs += fmt.Sprintf(` table:style-name="%s"`, className(b.Format))
	} else if b.Format == "" && column != "" {
		attrs += ` table:style-name="Default"`
	}
	if b.Formula != "" && !o.stringly && !o.untyped {
		attrs += fmt.Sprintf(` table:formula="%s"`, html.EscapeString(o.formula(b.Formula)))
	}
	shown := b.Shown
	switch {
	case b.Number != "" && o.untyped, b.Number != "" && o.stringly:
		if o.stringly {
			attrs += ` office:value-type="string"`
		}
	case b.Number != "":
		attrs += o.value(b)
		if o.precise && strings.Contains(b.Format, "0.00") {
			shown = decimal.RequireFromString(b.Number).Round(0).String()
		}
	case b.Shown != "":
		attrs += ` office:value-type="string"`
	}
	if shown == "" {
		return "<table:table-cell" + attrs + "/>"
	}
	note := ""
	if o.remarks && b.Number == "" {
		note = `<office:annotation office:display="false"><dc:creator>审核</dc:creator><text:p>1,234.56</text:p></office:annotation>`
	}
	return "<table:table-cell" + attrs + ">" + note + o.paragraphsOf(shown) + "</table:table-cell>"
}

func (o *odsStyle) value(b *Box) string {
	if o.currency && strings.Contains(b.Format, "0.00") {
		return fmt.Sprintf(` office:value-type="currency" office:currency="CNY" office:value="%s"`, b.Number)
	}
	return fmt.Sprintf(` office:value-type="float" office:value="%s" calcext:value-type="float"`, b.Number)
}

func (o *odsStyle) formula(f string) string {
	if o.oldOffice {
		return "oooc" + strings.TrimPrefix(inODF(f), "of")
	}
	return inODF(f)
}
