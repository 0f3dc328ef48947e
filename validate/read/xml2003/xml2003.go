// Package xml2003 reads workbooks in the format XML Spreadsheet 2003, which government
// systems write under the name .xls: one XML text with all sheets. Looks other than
// widths, heights and what is hidden are left out.
package xml2003

import (
	"suanqing/validate/document"
	"suanqing/validate/read/charset"
	"suanqing/validate/read/grid"
	"suanqing/validate/read/refuse"
)

// Open reads a workbook from its bytes. The error is a *document.Refusal.
func Open(data []byte) (*document.Document, error) {
	if len(data) > grid.MaxFile {
		return nil, refuse.FileTooLarge(grid.MaxFile)
	}
	text, err := charset.Decode(data, charset.Declared(data))
	if err != nil {
		return nil, err
	}
	b := &book{scanner: scan(text), styles: map[string]style{}}
	if refusal := b.read(); refusal != nil {
		return nil, refusal
	}
	return b.grid.Document(), nil
}

// book is a workbook being read.
type book struct {
	*scanner
	grid   grid.Book
	styles map[string]style
}

// style is what of a style matters here.
type style struct {
	format string // code or name of its number format
	own    bool   // it says one itself
	parent string
}

func (b *book) read() *document.Refusal {
	sheets, found := 0, false
	for b.child(0) {
		if found {
			b.fail("不止一个工作簿")
			return b.err
		}
		if found = b.name == "Workbook"; !found {
			return notWorkbook()
		}
		for d := b.depth; b.child(d); {
			switch b.name {
			case "ExcelWorkbook":
				for d := b.depth; b.child(d); {
					b.grid.Date1904 = b.grid.Date1904 || b.name == "Date1904"
				}
			case "Styles":
				for d := b.depth; b.child(d); {
					b.readStyle()
				}
			case "Worksheet":
				sheets++
				if refusal := b.worksheet(); refusal != nil {
					return refusal
				}
			}
		}
	}
	switch {
	case b.err != nil:
		return b.err
	case !found:
		return notWorkbook()
	case sheets == 0:
		return refuse.As("not-a-workbook", "工作簿里没有工作表。", refuse.Pick)
	}
	return nil
}

func notWorkbook() *document.Refusal {
	return refuse.As("html", "这是 XML 文件，不是电子表格。", refuse.Pick)
}

func (b *book) readStyle() {
	id, s := b.attr("ID"), style{parent: b.attr("Parent")}
	if s.parent == "" && id != defaultStyle {
		s.parent = defaultStyle
	}
	for d := b.depth; b.child(d); {
		if b.name == "NumberFormat" {
			s.format, s.own = b.attr("Format"), true
		}
	}
	if b.styles[id] = s; len(b.styles) > grid.MaxStyles && b.err == nil {
		b.err = refuse.TooComplex("工作簿的单元格样式超过 %d 种。", grid.MaxStyles)
	}
}

const (
	defaultStyle = "Default"
	maxParents   = 16 // styles that one builds on, through each other
)

// format is the number format of the first style of several that is given: those of a
// cell, its row, its column and its table.
func (b *book) format(styles ...string) *document.Format {
	id := defaultStyle
	for _, s := range styles {
		if s != "" {
			id = s
			break
		}
	}
	for range maxParents {
		s, known := b.styles[id]
		if s.own || !known {
			return b.grid.Format(s.format)
		}
		id = s.parent
	}
	return b.grid.Format("")
}
