// Package ods reads the cells of an OpenDocument workbook, as LibreOffice and the
// desktops of UOS and Kylin write it: packed (.ods), or as one XML text (.fods).
// Words in this package are those of the OpenDocument format, version 1.3.
//
// It gives what package xlsx gives of an .xlsx and is as wary. Looks other than
// number formats, widths, heights and what is hidden are left out, as are charts,
// drawings, annotations and changes that are only proposed.
package ods

import (
	"strings"
	"unsafe"

	"suanqing/validate/document"
	"suanqing/validate/read/charset"
	"suanqing/validate/read/refuse"
	"suanqing/validate/read/xmlpack"
)

const (
	label  = "表格内容" // how messages call the part with the cells
	unlock = "请在 LibreOffice 或 WPS 中打开，取消密码并“另存为”.xlsx，再拖入。"
)

// Open reads a packed workbook from its bytes. The error is a *document.Refusal.
func Open(data []byte) (*document.Document, error) {
	return result(openPacked(data))
}

// OpenFlat reads a workbook that is one XML text. The error is a *document.Refusal.
func OpenFlat(data []byte) (*document.Document, error) {
	if len(data) > maxFlat {
		return nil, refuse.FileTooLarge(maxFlat)
	}
	text, err := charset.Decode(data, charset.Declared(data))
	if err != nil {
		return nil, err
	}
	b := newBook()
	return result(b.finish(b.part(xmlpack.Scan(unsafe.String(unsafe.SliceData(text), len(text)), label)))) // nothing writes to text
}

func result(d *document.Document, refusal *document.Refusal) (*document.Document, error) {
	if refusal != nil {
		return nil, refusal
	}
	return d, nil
}

func openPacked(data []byte) (*document.Document, *document.Refusal) {
	p, refusal := xmlpack.Open(data)
	if refusal != nil {
		return nil, refusal
	}
	if p.Has("META-INF/manifest.xml") {
		manifest, refusal := p.Text("META-INF/manifest.xml", "文件目录")
		if refusal != nil {
			return nil, refusal
		}
		if strings.Contains(manifest, "encryption-data") {
			return nil, refuse.As("encrypted", "这个 .ods 文件设有打开密码。", unlock)
		}
	}
	b := newBook()
	if p.Has("styles.xml") {
		x, refusal := p.Scan("styles.xml", "样式")
		if refusal != nil {
			return nil, refusal
		}
		b.common = true
		if refusal := b.part(x); refusal != nil {
			return nil, refusal
		}
		b.common = false
	}
	x, refusal := p.Scan("content.xml", label)
	if refusal != nil {
		return nil, refusal
	}
	return b.finish(b.part(x))
}

// book carries what the parts and sheets of one workbook share while it is read.
type book struct {
	styles
	doc        document.Document
	common     bool // this part has only the styles that all parts share
	found      bool // the workbook itself was found
	calculated bool // some formula came with a value

	// What all sheets have, against the caps.
	cells   int // with content
	merges  int
	spans   int // of columns
	empties int // rows kept without cells
	styled  int // styles and pieces of number formats
}

func newBook() *book { return &book{styles: newStyles()} }

// part reads an XML part, or the one text that is all of them.
func (b *book) part(xml *xmlpack.Scanner) *document.Refusal {
	return eachPart(xml, func(x *scanner) {
		for d := x.Depth(); x.Child(d); {
			switch x.Name {
			case "styles":
				b.readStyles(x)
			case "automatic-styles":
				if !b.common { // those of headings and footings of pages
					b.readStyles(x)
				}
			case "body":
				for d := x.Depth(); x.Child(d); {
					if x.Name == "spreadsheet" {
						b.found = true
						b.spreadsheet(x)
					}
				}
			}
		}
	})
}

// spreadsheet reads the sheets. What was changed on record comes before them, and is
// none of them.
func (b *book) spreadsheet(x *scanner) {
	for d := x.Depth(); x.Child(d); {
		switch x.Name {
		case "calculation-settings":
			for d := x.Depth(); x.Child(d); {
				if x.Name == "null-date" {
					b.date04 = strings.HasPrefix(x.Attr("table:date-value"), "1904-01-01")
				}
			}
		case "table":
			switch {
			case len(b.doc.Sheets) == maxSheets:
				x.TooComplex("工作表过多")
			case len(x.Attr("table:name")) > maxName:
				x.TooComplex("工作表名称过长")
			default:
				b.table(x)
			}
		}
	}
}

// finish is the document, unless a part was not sound.
func (b *book) finish(refusal *document.Refusal) (*document.Document, *document.Refusal) {
	switch {
	case refusal != nil:
		return nil, refusal
	case !b.found:
		return nil, refuse.As("not-a-workbook", "这是 OpenDocument 文档，不是电子表格。", refuse.Pick)
	case len(b.doc.Sheets) == 0:
		return nil, refuse.As("not-a-workbook", "工作簿里没有工作表。", refuse.Pick)
	}
	b.settleFormulas()
	return &b.doc, nil
}
