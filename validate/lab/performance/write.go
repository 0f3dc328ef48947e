package performance

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// piece is a part of a package, in the order written.
type piece struct{ name, text string }

// packed is the bytes of a package. Writing to memory does not fail.
func packed(parts []piece) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err == nil {
			_, err = w.Write([]byte(p.text))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// Tabbed is the document as text: a line a paragraph, a line a row with tabs between its cells, as
// text copied out of a PDF or pasted from Word has them. Covered cells are empty.
func (d *Doc) Tabbed() string {
	var w strings.Builder
	list := 0
	for _, b := range d.Blocks {
		if b.Table == nil {
			if b.Numbered {
				list++
				fmt.Fprintf(&w, "%d.", list)
			}
			w.WriteString(b.Text + "\n")
			continue
		}
		for _, l := range b.Table.Lines {
			w.WriteString(l + "\n")
		}
		for _, row := range b.Table.Rows {
			texts := make([]string, len(row))
			for i, c := range row {
				texts[i] = strings.ReplaceAll(c.Text, "\n", "")
			}
			w.WriteString(strings.Join(texts, "\t") + "\n")
		}
	}
	return w.String()
}

const (
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	wordKind  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packages  = "http://schemas.openxmlformats.org/package/2006/"

	wordStyles = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>`
	// The list counts in Chinese: 一、 二、
	wordLists = `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>` +
		`<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
)

// DOCX is the document as Word writes it: merges are gridSpan and vMerge.
func (d *Doc) DOCX() []byte {
	var w strings.Builder
	for _, b := range d.Blocks {
		if b.Table == nil {
			properties := ""
			if b.Heading {
				properties = `<w:pPr><w:pStyle w:val="1"/></w:pPr>`
			} else if b.Numbered {
				properties = `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`
			}
			w.WriteString(paragraph(b.Text, properties))
			continue
		}
		for _, l := range b.Table.Lines {
			w.WriteString(paragraph(l, `<w:pPr><w:jc w:val="center"/></w:pPr>`))
		}
		b.Table.word(&w)
		w.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
	}
	root := func(name, body string) string {
		return xmlHead + "<w:" + name + " " + wordSpace + ">" + body + "</w:" + name + ">"
	}
	override := func(name, kind string) string {
		return `<Override PartName="/word/` + name + `.xml" ContentType="` + wordKind + kind + `+xml"/>`
	}
	relation := func(id, kind, target string) string {
		return fmt.Sprintf(`<Relationship Id="%s" Type="%s/%s" Target="%s"/>`, id, relations, kind, target)
	}
	list := func(items ...string) string {
		return xmlHead + `<Relationships xmlns="` + packages + `relationships">` + strings.Join(items, "") + `</Relationships>`
	}
	return packed([]piece{
		{"[Content_Types].xml", xmlHead + `<Types xmlns="` + packages + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			override("document", "document.main") + override("styles", "styles") + override("numbering", "numbering") + `</Types>`},
		{"_rels/.rels", list(relation("rId1", "officeDocument", "word/document.xml"))},
		{"word/document.xml", root("document", "<w:body>"+w.String()+`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body>`)},
		{"word/_rels/document.xml.rels", list(relation("rId1", "styles", "styles.xml"), relation("rId2", "numbering", "numbering.xml"))},
		{"word/styles.xml", root("styles", wordStyles)},
		{"word/numbering.xml", root("numbering", wordLists)},
	})
}

func paragraph(text, properties string) string {
	if text == "" {
		return "<w:p>" + properties + "</w:p>"
	}
	return "<w:p>" + properties + `<w:r><w:t xml:space="preserve">` + html.EscapeString(text) + "</w:t></w:r></w:p>"
}

// word writes the table of Word.
func (t *Table) word(w *strings.Builder) {
	const width = 900
	w.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>` + strings.Repeat(fmt.Sprintf(`<w:gridCol w:w="%d"/>`, width), t.Cols) + `</w:tblGrid>`)
	for row, cells := range t.Rows {
		w.WriteString("<w:tr>")
		for col := 0; col < t.Cols; {
			m, hidden := t.covered(row, col)
			span := m.Col1 - m.Col0 + 1
			fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width*span)
			if span > 1 {
				fmt.Fprintf(w, `<w:gridSpan w:val="%d"/>`, span)
			}
			switch {
			case hidden:
				w.WriteString("<w:vMerge/>")
			case m.Row1 > m.Row0:
				w.WriteString(`<w:vMerge w:val="restart"/>`)
			}
			w.WriteString("</w:tcPr>")
			for _, line := range strings.Split(cells[col].Text, "\n") {
				w.WriteString(paragraph(line, ""))
			}
			w.WriteString("</w:tc>")
			col += span
		}
		w.WriteString("</w:tr>")
	}
	w.WriteString("</w:tbl>")
}
