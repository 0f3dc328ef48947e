// Package twin writes a document as other programs write spreadsheets that are not
// .xlsx: as web pages, as a web page with its parts, as XML Spreadsheet 2003. It is for
// tests, which read them back.
package twin

import (
	"fmt"
	"html"
	"strconv"
	"strings"

	"suanqing/validate/document"
)

// Page is a sheet as a web page. Typed cells say their value and number format as
// Excel's do; others only show their text, as government systems write them.
func Page(s *document.Sheet, typed bool) string {
	p := page{sheet: s, typed: typed, classes: map[string]string{}}
	table := p.table()
	var head strings.Builder
	head.WriteString("<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"\nxmlns:x=\"urn:schemas-microsoft-com:office:excel\"\nxmlns=\"http://www.w3.org/TR/REC-html40\">\n<head>\n" +
		"<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\n")
	if typed {
		head.WriteString("<style>\n<!--td\n\t{mso-style-parent:style0;\n\tpadding:0px;\n\tmso-number-format:General;}\n")
		for _, code := range p.codes {
			head.WriteString("." + p.classes[code] + "\n\t{mso-style-parent:style0;\n\tmso-number-format:" + cssText(code) + ";\n\ttext-align:center;}\n")
		}
		head.WriteString("-->\n</style>\n<!--[if gte mso 9]><xml>\n <x:ExcelWorkbook>\n  <x:ExcelWorksheets>\n   <x:ExcelWorksheet>\n    <x:Name>" +
			html.EscapeString(s.Name) + "</x:Name>\n    <x:WorksheetOptions>\n" + visible(s) + "    </x:WorksheetOptions>\n   </x:ExcelWorksheet>\n  </x:ExcelWorksheets>\n </x:ExcelWorkbook>\n</xml><![endif]-->\n")
	}
	return head.String() + "</head>\n<body link=blue>\n" + table + "</body>\n</html>\n"
}

// Tables is all sheets of a document as tables on one page, under the names that they have.
func Tables(d *document.Document) string {
	var b strings.Builder
	b.WriteString("<html><head><meta charset=\"utf-8\"></head><body>\n")
	for _, s := range d.Sheets {
		b.WriteString((&page{sheet: s}).table())
	}
	return b.String() + "</body></html>\n"
}

// Extent is how many rows and columns hold every cell with content and every merged one.
func Extent(s *document.Sheet) (rows, cols int) {
	rows, cols = s.Dimensions()
	for _, m := range s.Merges {
		rows, cols = max(rows, m.Row1+1), max(cols, m.Col1+1)
	}
	return rows, cols
}

func visible(s *document.Sheet) string {
	if s.Hidden {
		return "     <x:Visible>SheetHidden</x:Visible>\n"
	}
	return ""
}

type page struct {
	sheet   *document.Sheet
	typed   bool
	classes map[string]string // of number formats
	codes   []string          // the same in order
}

func (p *page) table() string {
	rows, cols := Extent(p.sheet)
	spans, covered := map[[2]int]document.Range{}, map[[2]int]bool{}
	for _, m := range p.sheet.Merges {
		spans[[2]int{m.Row0, m.Col0}] = m
		for r := m.Row0; r <= m.Row1; r++ {
			for c := m.Col0; c <= m.Col1; c++ {
				covered[[2]int{r, c}] = r != m.Row0 || c != m.Col0
			}
		}
	}
	hiddenRows := map[int]bool{}
	for _, r := range p.sheet.Rows {
		hiddenRows[r.Index] = r.Hidden
	}
	var b strings.Builder
	b.WriteString("<table " + map[bool]string{true: "x:str "}[p.typed] + "border=0>\n")
	for col := range cols {
		hide := map[bool]string{true: "display:none;"}[p.sheet.ColHidden(col)]
		fmt.Fprintf(&b, " <col width=72 style='%smso-width-source:userset;width:54pt'>\n", hide)
	}
	for row := range rows {
		b.WriteString(" <tr height=19 style='" + map[bool]string{true: "display:none;"}[hiddenRows[row]] + "height:14.25pt'>\n")
		for col := range cols {
			if covered[[2]int{row, col}] {
				continue
			}
			b.WriteString("  <td")
			if m, merged := spans[[2]int{row, col}]; merged {
				fmt.Fprintf(&b, " colspan=%d rowspan=%d", m.Col1-m.Col0+1, m.Row1-m.Row0+1)
			}
			p.cell(&b, p.sheet.At(row, col))
			b.WriteString("</td>\n")
		}
		b.WriteString(" </tr>\n")
	}
	return b.String() + "</table>\n"
}

// cell writes the rest of a cell's tag and its text.
func (p *page) cell(b *strings.Builder, c *document.Cell) {
	if c == nil {
		b.WriteString(">")
		return
	}
	if p.typed {
		if !c.Format.General {
			if p.classes[c.Format.Code] == "" {
				p.codes = append(p.codes, c.Format.Code)
				p.classes[c.Format.Code] = "xl" + strconv.Itoa(64+len(p.codes))
			}
			b.WriteString(" class=" + p.classes[c.Format.Code])
		}
		switch c.Kind {
		case document.Number:
			b.WriteString(" x:num=\"" + c.Stored + "\"")
		case document.Bool:
			b.WriteString(" x:bool=\"" + c.Stored + "\"")
		case document.ErrorValue:
			b.WriteString(" x:err=\"" + c.Stored + "\"")
		case document.Text:
			if c.Shown() != c.Stored || c.Stored == "" {
				b.WriteString(" x:str=\"" + html.EscapeString(c.Stored) + "\"")
			}
		}
		if c.Formula != "" {
			b.WriteString(" x:fmla=\"=" + html.EscapeString(c.Formula) + "\"")
		}
	}
	text := html.EscapeString(c.Shown())
	for strings.HasPrefix(text, " ") {
		text = strings.Replace(text, " ", "&nbsp;", 1)
	}
	b.WriteString(">" + strings.ReplaceAll(text, "\n", "<br>"))
}

// cssText is a text as Excel writes it in a style sheet.
func cssText(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '"':
			b.WriteString(`\0022`)
		case r < 0x80 && !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _?*-", r):
			b.WriteString(`\` + string(r))
		default:
			b.WriteRune(r)
		}
	}
	return `"` + b.String() + `"`
}
