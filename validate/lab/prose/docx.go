package prose

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"time"
)

// Features are what a document is written with.
type Features struct {
	Styles    bool // headings have heading styles, in a table of styles with Chinese names
	Numbering bool // section numbers are Word's own
	Split     bool // runs end in the middle of numbers
	Tracked   bool // some figures are changed with the change tracked; the accepted text is the text
	TextBox   bool // one paragraph stands in a text box, written twice as Word does
	Footnote  bool // one paragraph has a footnote
	Header    bool // pages have a header and a footer with a page number
	Fields    bool // years are the shown results of fields
}

// features of each style's documents.
var features = map[Style]Features{
	Shandong: {Split: true, Header: true},
	Shanghai: {Styles: true, Footnote: true, Split: true},
	Sichuan:  {Styles: true, Numbering: true, Fields: true},
	Yunnan:   {Split: true, Tracked: true, TextBox: true, Header: true},
}

// Docx writes a text as a Word document with its style's features. The bytes are the same
// for the same text.
func Docx(t Text) []byte { return DocxWith(t, features[t.Style]) }

// DocxWith writes a text as a Word document with some features.
func DocxWith(t Text, f Features) []byte {
	w := &docx{Text: t, Features: f}
	w.body()
	parts := [][2]string{
		{"[Content_Types].xml", w.types()},
		{"_rels/.rels", relations([2]string{"officeDocument", "word/document.xml"})},
		{"word/document.xml", w.document()},
		{"word/_rels/document.xml.rels", relations([2]string{"styles", "styles.xml"}, [2]string{"numbering", "numbering.xml"}, [2]string{"footnotes", "footnotes.xml"}, [2]string{"header", "header1.xml"}, [2]string{"footer", "footer1.xml"})},
		{"word/styles.xml", stylesPart},
		{"word/numbering.xml", w.numberingPart()},
		{"word/footnotes.xml", footnotesPart},
		{"word/header1.xml", declaration + `<w:hdr ` + spaces + `><w:p>` + run(t.Case.Book.Department+"部门决算") + `</w:p></w:hdr>`},
		{"word/footer1.xml", declaration + `<w:ftr ` + spaces + `><w:p>` + field("PAGE", "12") + `</w:p></w:ftr>`},
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		h := &zip.FileHeader{Name: p[0], Method: zip.Deflate, Modified: time.Date(2024, 8, 30, 0, 0, 0, 0, time.UTC)}
		m, err := z.CreateHeader(h)
		if err == nil {
			_, err = m.Write([]byte(p[1]))
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

// docx is a document being written.
type docx struct {
	Text
	Features
	out   strings.Builder
	lists int // lists begun, each with its own numbers
	noted bool
	boxed bool
}

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spaces      = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" mc:Ignorable="wps"`
	author      = `w:author="财务科" w:date="2024-08-20T09:00:00Z"`
)

func (w *docx) document() string {
	edge := ""
	if w.Header {
		edge = `<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>`
	}
	return declaration + `<w:document ` + spaces + `><w:body>` + w.out.String() +
		`<w:sectPr>` + edge + `<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`
}

func (w *docx) body() {
	for i, b := range w.Blocks {
		if b.Kind == Table {
			w.table(b)
			w.out.WriteString(`<w:p/>`)
			continue
		}
		if b.Kind == Heading && b.Level == 1 {
			w.lists++
		}
		p := w.paragraph(i, b)
		if w.TextBox && !w.boxed && b.Kind == Paragraph && b.Section == "其他重要事项" {
			w.boxed = true
			p = `<w:p>` + box(p) + `</w:p>`
		}
		w.out.WriteString(p)
	}
}

func (w *docx) paragraph(at int, b Block) string {
	var props strings.Builder
	if w.Styles && b.Kind == Heading {
		fmt.Fprintf(&props, `<w:pStyle w:val="%d"/>`, b.Level)
	}
	text := b.Shown()
	if b.Number != "" && w.Numbering {
		fmt.Fprintf(&props, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, w.lists+1)
		text = b.Text
	}
	runs := ""
	if text == b.Text {
		runs = w.runs(at, b)
	} else {
		runs = run(text)
	}
	if w.Footnote && !w.noted && b.Section == "支出决算" && b.Kind == Paragraph {
		w.noted = true
		runs += `<w:r><w:footnoteReference w:id="2"/></w:r>`
	}
	return `<w:p><w:pPr>` + props.String() + `</w:pPr>` + runs + `</w:p>`
}

// runs writes a block's text, with the figures split, tracked or in fields.
func (w *docx) runs(at int, b Block) string {
	var out strings.Builder
	done := 0
	for n, m := range w.Marks {
		if m.Block != at || m.Start < done {
			continue
		}
		out.WriteString(run(b.Text[done:m.Start]))
		done = m.End
		middle := m.Start + len(string([]rune(m.Words)[:len([]rune(m.Words))/2]))
		switch {
		case w.Tracked && n%7 == 3:
			fmt.Fprintf(&out, `<w:del w:id="%d" %s><w:r><w:delText>%s</w:delText></w:r></w:del><w:ins w:id="%d" %s>%s</w:ins>`,
				9000+2*n, author, "8"+escape(m.Words), 9001+2*n, author, run(m.Words))
		case w.Split:
			out.WriteString(run(b.Text[m.Start:middle]) + run(b.Text[middle:m.End]))
		default:
			out.WriteString(run(m.Words))
		}
	}
	rest := b.Text[done:]
	year := fmt.Sprint(w.Case.Book.Year)
	if i := strings.Index(rest, year); w.Fields && i >= 0 && b.Kind == Heading {
		out.WriteString(run(rest[:i]) + field(`DOCPROPERTY "年度"`, year))
		rest = rest[i+len(year):]
	}
	out.WriteString(run(rest))
	return out.String()
}

func (w *docx) table(b Block) {
	w.out.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>`)
	for range b.Rows[0] {
		w.out.WriteString(`<w:gridCol w:w="1000"/>`)
	}
	w.out.WriteString(`</w:tblGrid>`)
	for i, r := range b.Rows {
		w.out.WriteString(`<w:tr>`)
		for j := 0; j < len(r); j++ {
			props, wide := `<w:tcW w:w="1000" w:type="dxa"/>`, 1
			for _, s := range b.Spans {
				if i < s.Row || i >= s.Row+s.Rows || j != s.Col {
					continue
				}
				wide = s.Cols
				if s.Cols > 1 {
					props += fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, s.Cols)
				}
				if s.Rows > 1 && i == s.Row {
					props += `<w:vMerge w:val="restart"/>`
				} else if s.Rows > 1 {
					props += `<w:vMerge/>`
				}
			}
			w.out.WriteString(`<w:tc><w:tcPr>` + props + `</w:tcPr><w:p>` + run(r[j]) + `</w:p></w:tc>`)
			j += wide - 1
		}
		w.out.WriteString(`</w:tr>`)
	}
	w.out.WriteString(`</w:tbl>`)
}

var xmlText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(s string) string { return xmlText.Replace(s) }

// run is a run of text; a line break in it is Word's.
func run(text string) string {
	if text == "" {
		return ""
	}
	lines := strings.Split(escape(text), "\n")
	return `<w:r><w:t xml:space="preserve">` + strings.Join(lines, `</w:t><w:br/><w:t xml:space="preserve">`) + `</w:t></w:r>`
}

func field(code, shown string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + escape(code) + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
		run(shown) + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

// box puts paragraphs in a text box, once for new readers and once for old ones.
func box(paragraphs string) string {
	const size = `<wp:extent cx="5200000" cy="2200000"/><wp:docPr id="1" name="文本框 1"/>`
	return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>` + size +
		`<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5200000" cy="2200000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>` +
		paragraphs + `</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:410pt;height:173pt"><v:textbox><w:txbxContent>` +
		paragraphs + `</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
}
