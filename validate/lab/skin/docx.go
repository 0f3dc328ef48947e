package skin

import (
	"fmt"
	"html"
	"strings"
)

// docxStyle is one way of writing a book as a text of Word: what stands above the framed
// part of a sheet as paragraphs, that part as a table, what stands below as paragraphs.
type docxStyle struct {
	headings bool // titles are numbered headings, by a style
	inside   bool // titles and notes are rows of the table
	tracked  bool // every third text was something else before a change on record
	boxed    bool // titles stand in text boxes, said twice: for Word of today and of old
	split    bool // words and figures in several runs
	tabs     bool // cells of a line of titles in one paragraph, parted by tabs
	prose    bool // pages of text before, between and behind the tables, numbered pages
	dragged  bool // borders that are some dots off from row to row
	noGrid   bool // no grid, widths only
	controls bool // content controls around rows, cells and paragraphs
	hidden   bool // hidden words in the cells
	prefix   string
	strict   bool // namespaces of ISO 29500 strict
}

// writings are the ways.
var writings = func() []Skin {
	var out []Skin
	for _, v := range []struct {
		name string
		docxStyle
	}{
		{"docx-plain", docxStyle{}},
		{"docx-headings", docxStyle{headings: true}},
		{"docx-inside", docxStyle{inside: true}},
		{"docx-tracked", docxStyle{tracked: true}},
		{"docx-boxed", docxStyle{boxed: true}},
		{"docx-split-runs", docxStyle{split: true}},
		{"docx-tabs", docxStyle{tabs: true}},
		{"docx-prose", docxStyle{prose: true, headings: true}},
		{"docx-dragged", docxStyle{dragged: true}},
		{"docx-no-grid", docxStyle{noGrid: true}},
		{"docx-controls", docxStyle{controls: true}},
		{"docx-hidden-words", docxStyle{hidden: true, split: true}},
		{"docx-other-prefix", docxStyle{prefix: "ns0"}},
		{"docx-strict", docxStyle{strict: true, tabs: true}},
		{"docx-all", docxStyle{headings: true, tracked: true, split: true, tabs: true, prose: true, dragged: true, controls: true, hidden: true}},
	} {
		out = append(out, Skin{Name: v.name, Kind: DOCX, Ext: "docx", Make: v.bytes})
	}
	return out
}()

const (
	docxSpace  = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	docxStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	docxRels   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	docxHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	docxSpaces = `xmlns:w="` + docxSpace + `" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
		`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"`
	docxKind = "application/vnd.openxmlformats-officedocument.wordprocessingml."

	docxNumbering = `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="1"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>`
	docxStyles    = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>`
)

func (o *docxStyle) bytes(b *Book) []byte {
	var w strings.Builder
	if o.prose {
		o.pages(&w, "第一部分 单位概况", 20)
		o.contents(&w, b)
		w.WriteString(`<w:p><w:r><w:t>第二部分 部门决算表</w:t></w:r></w:p>`)
	}
	for _, s := range b.Sheets {
		o.sheet(&w, s)
		w.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
	}
	if o.prose {
		o.pages(&w, "第三部分 情况说明", 20)
	}
	w.WriteString(`<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>`)
	root := func(name, body string) []byte {
		text := docxHead + "<w:" + name + " " + docxSpaces + ">" + body + "</w:" + name + ">"
		if o.prefix != "" {
			for _, mark := range []string{"<w:", "</w:", " w:", "xmlns:w="} {
				text = strings.ReplaceAll(text, mark, strings.Replace(mark, "w", o.prefix, 1))
			}
			text = strings.Replace(text, "xmlns:w=", "xmlns:"+o.prefix+"=", 1)
		}
		if o.strict {
			text = strings.ReplaceAll(text, docxSpace, docxStrict)
		}
		return []byte(text)
	}
	rels := docxRels
	if o.strict {
		rels = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
	}
	related := func(id, kind, target string) string {
		return fmt.Sprintf(`<Relationship Id="%s" Type="%s%s" Target="%s"/>`, id, rels, kind, target)
	}
	list := func(items ...string) []byte {
		return []byte(docxHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + strings.Join(items, "") + `</Relationships>`)
	}
	override := func(part, kind string) string {
		return `<Override PartName="/word/` + part + `.xml" ContentType="` + docxKind + kind + `+xml"/>`
	}
	return packed([]odsPart{
		{"[Content_Types].xml", []byte(docxHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			override("document", "document.main") + override("styles", "styles") + override("numbering", "numbering") + override("footer1", "footer") + `</Types>`), false},
		{"_rels/.rels", list(related("rId1", "officeDocument", "word/document.xml")), false},
		{"word/document.xml", root("document", "<w:body>"+w.String()+"</w:body>"), false},
		{"word/_rels/document.xml.rels", list(related("rId1", "styles", "styles.xml"), related("rId2", "numbering", "numbering.xml"), related("rId3", "footer", "footer1.xml")), false},
		{"word/styles.xml", root("styles", docxStyles), false},
		{"word/numbering.xml", root("numbering", docxNumbering), false},
		{"word/footer1.xml", root("ftr", `<w:p><w:r><w:t>— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> —</w:t></w:r></w:p>`), false},
	})
}

// pages are some paragraphs of text, that name no form.
func (o *docxStyle) pages(w *strings.Builder, title string, paragraphs int) {
	fmt.Fprintf(w, `<w:p><w:r><w:t>%s</w:t></w:r></w:p>`, title)
	for i := range paragraphs {
		fmt.Fprintf(w, `<w:p><w:r><w:t>（%d）本单位按照职责分工开展工作，比上年增加 %d.50 万元，主要原因是任务增加。</w:t></w:r></w:p>`, i+1, 100+i)
	}
}

// contents lists the titles of the forms, each with the page that a field shows.
func (o *docxStyle) contents(w *strings.Builder, b *Book) {
	w.WriteString(`<w:p><w:r><w:t>目　录</w:t></w:r></w:p>`)
	for i, s := range b.Sheets {
		for row := range s.Head {
			for _, box := range s.Boxes(row) {
				if o.titles(box.Shown) {
					fmt.Fprintf(w, `<w:p><w:r><w:t>%s</w:t><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGEREF _Toc%d \h </w:instrText><w:fldChar w:fldCharType="separate"/><w:t>%[2]d</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
						html.EscapeString(box.Shown), i+3)
				}
			}
		}
	}
}

// titles says whether a line is the title of a form.
func (o *docxStyle) titles(line string) bool {
	return strings.HasSuffix(strings.ReplaceAll(strings.TrimSpace(line), " ", ""), "表") && !strings.Contains(line, "公开")
}

// sheet writes one form.
func (o *docxStyle) sheet(w *strings.Builder, s *Sheet) {
	head, foot := s.Head, s.Foot
	if o.inside || len(s.Merges) > 0 && head == 0 {
		head, foot = 0, s.Rows
	}
	o.lines(w, s, 0, head)
	o.table(w, s, head, foot)
	o.lines(w, s, foot, s.Rows)
}

// lines are rows as paragraphs.
func (o *docxStyle) lines(w *strings.Builder, s *Sheet, from, to int) {
	for row := from; row < to; row++ {
		var texts []string
		for _, b := range s.Boxes(row) {
			if b.Shown != "" {
				texts = append(texts, b.Shown)
			}
		}
		if o.tabs {
			texts = []string{strings.Join(texts, "\t\t")}
		}
		for _, t := range texts {
			properties := ""
			if o.headings && o.titles(t) {
				properties = `<w:pPr><w:pStyle w:val="1"/><w:pPrChange w:id="9" w:author="甲"><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:pPrChange></w:pPr>`
			}
			p := "<w:p>" + properties + o.runs(t, len(t)) + "</w:p>"
			if o.boxed {
				p = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>` + p + `</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>` +
					`<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>` + p + `</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
			}
			w.WriteString(p)
		}
	}
}

// table writes rows as a table; n-th widths are 40 dots a column.
func (o *docxStyle) table(w *strings.Builder, s *Sheet, from, to int) {
	const width = 800
	w.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>`)
	step := 1
	if o.dragged { // each column has a border beside its own
		step = 2
	}
	if !o.noGrid {
		w.WriteString("<w:tblGrid>")
		for range s.Cols {
			if o.dragged {
				fmt.Fprintf(w, `<w:gridCol w:w="%d"/><w:gridCol w:w="40"/>`, width-40)
			} else {
				fmt.Fprintf(w, `<w:gridCol w:w="%d"/>`, width)
			}
		}
		w.WriteString("</w:tblGrid>")
	}
	for row := from; row < to; row++ {
		w.WriteString(o.opened("<w:tr>", "row") + `<w:trPr><w:trHeight w:val="300"/></w:trPr>`)
		shift := 0
		if o.dragged && row%2 == 1 {
			shift = 1 // all borders but the outer ones are a little to the left
		}
		for col := 0; col < s.Cols; {
			b, merge := s.covering(row, col)
			span := b.ColSpan * step
			if shift == 1 && col == 0 {
				span--
			}
			if shift == 1 && col+b.ColSpan == s.Cols {
				span++
			}
			fmt.Fprintf(w, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, width*b.ColSpan)
			if span > 1 {
				fmt.Fprintf(w, `<w:gridSpan w:val="%d"/>`, span)
			}
			w.WriteString(merge + "</w:tcPr>")
			if merge == "<w:vMerge/>" {
				w.WriteString("<w:p/>")
			} else {
				o.paragraphs(w, b.Shown, row*7+col)
			}
			w.WriteString("</w:tc>")
			col += b.ColSpan
		}
		w.WriteString(o.closed("</w:tr>"))
	}
	w.WriteString("</w:tbl>")
}

// covering is the cell that stands at a place, and how it is merged with those below.
func (s *Sheet) covering(row, col int) (Box, string) {
	for _, m := range s.Merges {
		if row < m.Row0 || row > m.Row1 || col < m.Col0 || col > m.Col1 {
			continue
		}
		b := Box{Cell: s.cells[at{m.Row0, m.Col0}], Row: row, Col: m.Col0, RowSpan: 1, ColSpan: m.Col1 - m.Col0 + 1}
		switch {
		case m.Row0 == m.Row1:
			return b, ""
		case row == m.Row0:
			return b, `<w:vMerge w:val="restart"/>`
		}
		return b, "<w:vMerge/>"
	}
	return Box{Cell: s.cells[at{row, col}], Row: row, Col: col, RowSpan: 1, ColSpan: 1}, ""
}

func (o *docxStyle) opened(tag, kind string) string {
	if o.controls && kind == "row" {
		return "<w:sdt><w:sdtPr><w:alias w:val=\"行\"/></w:sdtPr><w:sdtContent>" + tag
	}
	return tag
}

func (o *docxStyle) closed(tag string) string {
	if o.controls {
		return tag + "</w:sdtContent></w:sdt>"
	}
	return tag
}

// paragraphs is a text of a cell, a paragraph a line.
func (o *docxStyle) paragraphs(w *strings.Builder, text string, seed int) {
	for _, line := range strings.Split(text, "\n") {
		w.WriteString("<w:p>" + o.runs(line, seed) + "</w:p>")
	}
}

// runs is a text in runs.
func (o *docxStyle) runs(text string, seed int) string {
	if text == "" {
		return ""
	}
	run := func(s string) string {
		s = strings.ReplaceAll(html.EscapeString(s), "\t", `</w:t><w:tab/><w:t xml:space="preserve">`)
		return `<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">` + s + `</w:t></w:r>`
	}
	out := run(text)
	change := o.tracked && seed%3 == 0
	if r := []rune(text); o.split && len(r) > 1 {
		first, second := run(string(r[:len(r)/2])), run(string(r[len(r)/2:]))
		if out = first + `<w:proofErr w:type="spellStart"/>` + second; !change { // a link has no place in an insertion
			out = first + `<w:hyperlink w:anchor="_x">` + second + "</w:hyperlink>"
		}
	}
	if change {
		out = `<w:ins w:id="1" w:author="甲" w:date="2024-08-20T10:00:00Z">` + out + `</w:ins><w:del w:id="2" w:author="甲"><w:r><w:delText>9999.99</w:delText></w:r></w:del><w:moveFrom w:id="3" w:author="甲">` + run("8888.88") + "</w:moveFrom>"
	}
	if o.hidden {
		out += `<w:r><w:rPr><w:vanish/></w:rPr><w:t>7777.77</w:t></w:r>`
	}
	if o.controls {
		out = `<w:sdt><w:sdtPr/><w:sdtContent>` + out + `</w:sdtContent></w:sdt>`
	}
	return out
}
