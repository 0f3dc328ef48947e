// Package word writes a plain text as a .docx: a title, headings and paragraphs, in
// which places to fill in are marked. The same text gives the same bytes.
package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

// Style is what a paragraph is.
type Style string

const (
	Title      Style = "Title"
	Heading    Style = "Heading1"
	Subheading Style = "Heading2"
	Body       Style = "Normal"
	Remark     Style = "Remark" // about the text, no part of it
)

// Paragraph is one paragraph.
type Paragraph struct {
	Style Style
	Runs  []Run
}

// Run is a piece of text; one that is Marked stands out for whoever fills it in.
type Run struct {
	Text   string
	Marked bool
}

// Write makes the file.
func Write(paragraphs []Paragraph) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", relations},
		{"word/_rels/document.xml.rels", documentRelations},
		{"word/styles.xml", styles},
		{"word/document.xml", document(paragraphs)},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate})
		if err == nil {
			_, err = io.WriteString(w, part.text)
		}
		if err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

func document(paragraphs []Paragraph) string {
	var b strings.Builder
	b.WriteString(head + `<w:document xmlns:w="` + namespace + `"><w:body>`)
	for i := range paragraphs {
		p := &paragraphs[i]
		b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + string(p.Style) + `"/></w:pPr>`)
		for _, r := range p.Runs {
			b.WriteString("<w:r>")
			if r.Marked {
				b.WriteString(`<w:rPr><w:highlight w:val="yellow"/></w:rPr>`)
			}
			b.WriteString(`<w:t xml:space="preserve">` + escaped(r.Text) + "</w:t></w:r>")
		}
		b.WriteString("</w:p>")
	}
	b.WriteString(page + "</w:body></w:document>")
	return b.String()
}

// escaped is text as XML may hold it; what it may not becomes U+FFFD.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a builder takes everything
	return b.String()
}
