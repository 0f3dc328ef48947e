package hostile

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/lab/fixture"
)

const (
	xmlHead  = `<?xml version="1.0" encoding="UTF-8"?>`
	space    = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relSpace = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relType  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// book is a small workbook written by hand, to be bent.
type book struct {
	tabs    []tab
	strings content // the <si> elements
	styles  content // what stands in <styleSheet>
	rels    string  // further relationships of the workbook
	parts   []part
}

// tab is a sheet. Where part is set, the sheet is that part and has none of its own.
type tab struct {
	name          string
	rows          content // what stands in <sheetData>
	before, after content // what stands around it
	part          string
}

// oneSheet is a book of one sheet.
func oneSheet(rows ...content) []byte {
	return (&book{tabs: []tab{{name: "Sheet1", rows: join(rows...)}}}).bytes()
}

func (b *book) bytes() []byte {
	var sheets, rels strings.Builder
	var parts []part
	for i, t := range b.tabs {
		name := t.part
		if name == "" {
			name = fmt.Sprintf("worksheets/sheet%d.xml", i+1)
			parts = append(parts, part{name: "xl/" + name, content: t.xml()})
		}
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, html.EscapeString(t.name), i+1, i+1)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%sworksheet" Target="%s"/>`, i+1, relType, name)
	}
	if b.strings != nil {
		rels.WriteString(`<Relationship Id="strings" Type="` + relType + `sharedStrings" Target="sharedStrings.xml"/>`)
		parts = append(parts, part{name: "xl/sharedStrings.xml", content: join(text(xmlHead, "<sst ", space, ">"), b.strings, text("</sst>"))})
	}
	if b.styles != nil {
		rels.WriteString(`<Relationship Id="styles" Type="` + relType + `styles" Target="styles.xml"/>`)
		parts = append(parts, part{name: "xl/styles.xml", content: join(text(xmlHead, "<styleSheet ", space, ">"), b.styles, text("</styleSheet>"))})
	}
	return pack(slices.Concat(frame(sheets.String(), rels.String()+b.rels), parts, b.parts)...)
}

// frame is the parts that lead to the sheets.
func frame(sheets, rels string) []part {
	return []part{
		{name: "[Content_Types].xml", content: text(xmlHead, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)},
		{name: "_rels/.rels", content: text(xmlHead, relations(`<Relationship Id="rId1" Type="`+relType+`officeDocument" Target="xl/workbook.xml"/>`))},
		{name: "xl/workbook.xml", content: text(xmlHead, "<workbook ", space, " ", relSpace, "><sheets>", sheets, "</sheets></workbook>")},
		{name: "xl/_rels/workbook.xml.rels", content: text(xmlHead, relations(rels))},
	}
}

func relations(list string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + list + `</Relationships>`
}

func (t *tab) xml() content {
	return join(text(xmlHead, "<worksheet ", space, ">"), t.before, text("<sheetData>"), t.rows, text("</sheetData>"), t.after, text("</worksheet>"))
}

// row is a <row> of cells: numbers as they are, "" as an empty cell, all else as text.
func row(values ...string) string {
	var b strings.Builder
	b.WriteString("<row>")
	for _, v := range values {
		b.WriteString(cell(v))
	}
	b.WriteString("</row>")
	return b.String()
}

// cell is a <c> without an address: it stands beside the one before.
func cell(v string) string {
	switch _, err := strconv.ParseFloat(v, 64); {
	case v == "":
		return "<c/>"
	case err == nil && len(v) < 20 && !strings.HasPrefix(v, "2"): // 2010101 is a code
		return "<c><v>" + v + "</v></c>"
	}
	return `<c t="inlineStr"><is><t>` + html.EscapeString(v) + "</t></is></c>"
}

// form03 is the head of 支出决算表, to which rows of codes, names and figures belong.
var form03 = row("支出决算表") + row("部门：某局", "", "", "", "", "", "", "金额单位：万元") +
	row("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")

// nine is a clean book of the nine forms with further rows at the end of some
// sheets, by number.
func nine(more map[int]content) []byte {
	return bent(func(name string, s string) content {
		for i, rows := range more {
			if name == fmt.Sprintf("xl/worksheets/sheet%d.xml", i) {
				head, tail, found := strings.Cut(s, "</sheetData>")
				if !found {
					panic("no sheetData in " + name)
				}
				return join(text(head), rows, text("</sheetData>", tail))
			}
		}
		return text(s)
	})
}

// bent is a clean book of the nine forms with its parts changed; nil leaves one out.
func bent(change func(name, s string) content) []byte {
	w, err := fixture.Load("clean-wan")
	must(err)
	z, err := zip.NewReader(bytes.NewReader(w.Bytes), int64(len(w.Bytes)))
	must(err)
	var parts []part
	for _, f := range z.File {
		r, err := f.Open()
		must(err)
		data, err := io.ReadAll(r)
		must(err)
		if c := change(f.Name, string(data)); c != nil {
			parts = append(parts, part{name: f.Name, content: c})
		}
	}
	return pack(parts...)
}
