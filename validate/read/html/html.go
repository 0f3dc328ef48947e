// Package html reads tables of web pages: what government systems export under the
// name of a spreadsheet, and what Excel, WPS and LibreOffice save as a page.
//
// A page becomes a sheet, on which its tables stand one under another, as they do when
// a spreadsheet opens it, and the texts between them are rows of one cell: a form's
// title and unit may stand there. Only tables that one sheet cannot hold, and those of
// a page that lists a sheet for each, get sheets of their own. Tables that only arrange
// others are taken apart.
// Nothing is ever fetched, no script runs, and what has no place in a sheet is left out.
package html

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/charset"
	"suanqing/validate/read/grid"
	"suanqing/validate/read/refuse"
)

// Page is one page of a file, in UTF-8.
type Page struct {
	HTML   []byte
	Name   string // of its sheet; "" for what the page calls itself
	Hidden bool
}

// Open reads a page from its bytes. The error is a *document.Refusal.
func Open(data []byte) (*document.Document, error) {
	if len(data) > grid.MaxFile {
		return nil, refuse.FileTooLarge(grid.MaxFile)
	}
	text, err := charset.Decode(data, charset.Declared(data))
	if err != nil {
		return nil, err
	}
	return Read([]Page{{HTML: text}}, nil)
}

// reader is what the pages of one file share.
type reader struct {
	book   grid.Book
	styles sheetStyles
	framed bool // a page shows others in frames

	// What all pages have, against the caps.
	count struct{ tables, rows, cells, texts, slots int }
}

// Read reads the pages of one file, each a sheet, with style sheets that stand beside
// them. A page without tables is left out. The error is a *document.Refusal.
func Read(pages []Page, styles []string) (*document.Document, error) {
	r := &reader{styles: sheetStyles{}}
	for _, css := range styles {
		if !r.styles.parse(css) {
			return nil, tooManyStyles()
		}
	}
	for _, page := range pages {
		r.book.Date1904 = r.book.Date1904 || Counts1904(page.HTML)
	}
	for _, page := range pages {
		if refusal := r.page(page); refusal != nil {
			return nil, refusal
		}
	}
	if result := r.book.Document(); len(result.Sheets) > 0 {
		return result, nil
	}
	if r.framed {
		return nil, refuse.As("html", "这个网页只是一个框架，表存在旁边的文件夹里，没有一起拖入。", refuse.SaveAs)
	}
	return nil, refuse.As("html", "这是网页（HTML 或 XML）文件，里面没有表格。", refuse.Pick)
}

func tooManyStyles() *document.Refusal {
	return refuse.TooComplex("网页的样式超过 %d 条。", grid.MaxStyles)
}

// page reads one page into a sheet, or into several where it is a workbook's.
func (r *reader) page(page Page) *document.Refusal {
	p, refusal := r.parse(page.HTML)
	if refusal != nil {
		return refusal
	}
	pieces := flatten(nil, p.body.flow)
	title := strings.TrimSpace(p.title)
	if sheets, names := marked(pieces); sheets != nil {
		for i := range sheets {
			if refusal := r.put(sheets[i], nil, names[i]); refusal != nil {
				return refusal
			}
		}
		return nil
	}
	listed := Worksheets(page.HTML)
	if page.Name != "" {
		listed = []Worksheet{{Name: page.Name, Hidden: page.Hidden}}
	}
	return r.put(pieces, listed, title)
}

// put writes pieces of a page on a sheet, or on several where one cannot hold them or
// so many are listed. Those that are not have the page's title.
func (r *reader) put(pieces []block, listed []Worksheet, title string) *document.Refusal {
	if !hasTable(pieces) {
		return nil
	}
	sheets, refusal := r.sheets(pieces, len(listed))
	if refusal != nil {
		return refusal
	}
	for i, pieces := range sheets {
		as := Worksheet{Name: title}
		if len(listed) == len(sheets) {
			as = listed[i]
		}
		sheet, refusal := r.book.Begin(as.Name)
		if refusal != nil {
			return refusal
		}
		sheet.Hidden = as.Hidden
		if refusal := r.lay(sheet, pieces); refusal != nil {
			return refusal
		}
	}
	return nil
}
