package skin

import (
	"fmt"
	"html"
	"strings"
)

// page is one way of writing tables as HTML. The zero page writes the barest: a
// table after the other, without anything around.
type page struct {
	charset string // of the bytes, a name in charsets
	before  string // what stands before the first table
	after   string // and after the last
	// styled is what stands before the first table and depends on the book.
	styled func(b *Book) string
	ahead  func(i int, s *Sheet) string // before each table
	behind func(i int, s *Sheet) string

	table    string // attributes of <table>
	columns  func(s *Sheet) string
	row      func(s *Sheet, row int) string // attributes of <tr>
	attrs    func(b *Box) string            // further attributes of <td>
	text     func(b *Box) string            // what stands in a cell
	titles   func(s *Sheet) (above, below string)
	sections bool // <thead> with <th>, <tbody>
	explicit bool // rowspan=1 colspan=1
	trimmed  bool // no empty cells at the end of a row
	lumped   bool // empty cells in a run are one, as Excel has it: mso-ignore:colspan
	one      bool // all sheets in one table
	unclosed bool // no </td>, </tr>
	upper    bool
	fold     bool // white space and new lines within the cells
	newline  string
}

// bytes writes a book.
func (p *page) bytes(b *Book) []byte {
	return encode(p.charset, p.source(b.Sheets, b))
}

// source is the page of some of a book's sheets.
func (p *page) source(sheets []*Sheet, b *Book) string {
	var w strings.Builder
	w.WriteString(p.before)
	if p.styled != nil {
		w.WriteString(p.styled(b))
	}
	if p.one {
		w.WriteString(p.tag("<table" + p.table + ">\n"))
	}
	for i, s := range sheets {
		if p.ahead != nil {
			w.WriteString(p.ahead(i, s))
		}
		p.sheet(&w, s)
		if p.behind != nil {
			w.WriteString(p.behind(i, s))
		}
	}
	if p.one {
		w.WriteString(p.tag("</table>\n"))
	}
	w.WriteString(p.after)
	if p.newline != "" {
		return strings.ReplaceAll(w.String(), "\n", p.newline)
	}
	return w.String()
}

func (p *page) sheet(w *strings.Builder, s *Sheet) {
	first, last := 0, s.Rows
	below := ""
	if p.titles != nil {
		var above string
		above, below = p.titles(s)
		w.WriteString(above)
		first, last = s.Head, s.Foot
	}
	if !p.one {
		w.WriteString(p.tag("<table" + p.table + ">\n"))
	}
	if p.columns != nil {
		w.WriteString(p.columns(s))
	}
	body := s.bodyRow()
	for row := first; row < last; row++ {
		switch {
		case !p.sections:
		case row == first:
			w.WriteString("<thead>\n")
		case row == body:
			w.WriteString("</thead>\n<tbody>\n")
		}
		p.line(w, s, row, p.sections && row < body)
	}
	if p.sections {
		w.WriteString("</tbody>\n")
	}
	if !p.one {
		w.WriteString(p.tag("</table>\n"))
	} else {
		w.WriteString(p.tag("<tr><td></td></tr>\n"))
	}
	w.WriteString(below)
}

// bodyRow is the first row below the header: that behind the first merges of the frame.
func (s *Sheet) bodyRow() int {
	body := s.Head + 1
	for _, m := range s.Merges {
		if m.Row0 == s.Head {
			body = max(body, m.Row1+1)
		}
	}
	return body
}

func (p *page) line(w *strings.Builder, s *Sheet, row int, heading bool) {
	attrs := ""
	if p.row != nil {
		attrs = p.row(s, row)
	}
	w.WriteString(p.tag("<tr" + attrs + ">"))
	if !p.unclosed {
		w.WriteString("\n")
	}
	boxes := s.Boxes(row)
	for p.trimmed && len(boxes) > 0 && boxes[len(boxes)-1].Blank() {
		boxes = boxes[:len(boxes)-1]
	}
	name := "td"
	if heading {
		name = "th"
	}
	for i := 0; i < len(boxes); i++ {
		run := i + 1
		for p.lumped && boxes[i].Blank() && run < len(boxes) && boxes[run].Blank() {
			run++
		}
		p.cell(w, name, &boxes[i], run-i)
		i = run - 1
	}
	if !p.unclosed {
		w.WriteString(p.tag("</tr>\n"))
	} else {
		w.WriteString("\n")
	}
}

// cell writes a box, or a run of empty ones.
func (p *page) cell(w *strings.Builder, name string, b *Box, run int) {
	attrs := ""
	switch {
	case run > 1:
		attrs = fmt.Sprintf(" colspan=%d style='mso-ignore:colspan'", run)
	case b.RowSpan > 1 || b.ColSpan > 1 || p.explicit:
		if b.RowSpan > 1 || p.explicit {
			attrs += fmt.Sprintf(` rowspan="%d"`, b.RowSpan)
		}
		if b.ColSpan > 1 || p.explicit {
			attrs += fmt.Sprintf(` colspan="%d"`, b.ColSpan)
		}
	}
	if p.attrs != nil && run == 1 {
		attrs += p.attrs(b)
	}
	inner := ""
	switch {
	case p.text != nil:
		inner = p.text(b)
	default:
		inner = markup(b.Shown)
	}
	if p.fold {
		inner = "\n\t\t\t" + inner + "\n\t\t"
	}
	w.WriteString(p.tag("<"+name+attrs+">") + inner)
	if !p.unclosed {
		w.WriteString(p.tag("</" + name + ">\n"))
	}
}

// tag is a tag in the page's case, and unquoted where it is in capitals.
func (p *page) tag(s string) string {
	if p.upper {
		return strings.ReplaceAll(strings.ToUpper(s), `"`, "")
	}
	return s
}

// markup is a text as HTML has it: blanks at the beginning kept, new lines as <br>.
func markup(s string) string {
	inner := strings.TrimLeft(s, " ")
	kept := strings.Repeat("&nbsp;", len(s)-len(inner))
	return kept + strings.ReplaceAll(html.EscapeString(inner), "\n", "<br>")
}
