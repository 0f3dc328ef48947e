package annotate

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Texts that stand beside the text itself: notes, heads and feet of pages, boxes.

const officeRel = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`

// besides are the paragraphs of a text in two sections, and its other parts.
func besides() (body string, parts map[string]string) {
	say := func(text string) string {
		return `<w:p><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
	}
	ref := func(kind, id string) string {
		return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:` + kind + `Reference w:id="` + id + `"/></w:r>`
	}
	heads := func(header, footer string) string {
		return `<w:sectPr><w:headerReference w:type="default" r:id="` + header + `"/><w:footerReference w:type="default" r:id="` + footer + `"/></w:sectPr>`
	}
	body = say("第一部分 概况") +
		`<w:p><w:r><w:t>本年支出合计 1,677.91 万元</w:t></w:r>` + ref("footnote", "2") + `<w:r><w:t>，其中基本支出 1,280.36 万元</w:t></w:r>` + ref("endnote", "3") + `<w:r><w:t>。</w:t></w:r></w:p>` +
		`<w:p><w:pPr>` + heads("rIdH1", "rIdF1") + `</w:pPr><w:r><w:t>第一节完。</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>第二节从这里开始。</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>旧式的框：</w:t></w:r><w:r><w:pict><v:shape style="width:200pt;height:40pt"><v:textbox><w:txbxContent>` + say("旧框里三公经费 5.91 万元。") + `</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>` +
		say("正文完。") + heads("rIdH2", "rIdF2")
	note := func(kind, id, text string) string {
		return `<w:` + kind + `s xmlns:w="` + wordSpace + `"><w:` + kind + ` w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:` + kind + `><w:` + kind + ` w:id="` + id + `">` +
			`<w:p><w:r><w:` + kind + `Ref/></w:r><w:r><w:t>` + text + `</w:t></w:r></w:p></w:` + kind + `></w:` + kind + `s>`
	}
	page := func(root, text string) string {
		return `<w:` + root + ` xmlns:w="` + wordSpace + `">` + say(text) + `</w:` + root + `>`
	}
	parts = map[string]string{
		"word/footnotes.xml": note("footnote", "2", "含上年结转 12.25 万元。"), "word/endnotes.xml": note("endnote", "3", "其中人员经费 991.14 万元。"),
		"word/header1.xml": page("hdr", "某局2022年度决算"), "word/header2.xml": page("hdr", "某局2021年度附表"),
		"word/footer1.xml": page("ftr", "单位：元"), "word/footer2.xml": page("ftr", "单位：千元"),
	}
	rels, types := "", ""
	for _, r := range [][3]string{{"footnotes", "rIdN", "footnotes.xml"}, {"endnotes", "rIdE", "endnotes.xml"},
		{"header", "rIdH1", "header1.xml"}, {"header", "rIdH2", "header2.xml"}, {"footer", "rIdF1", "footer1.xml"}, {"footer", "rIdF2", "footer2.xml"}} {
		rels += `<Relationship Id="` + r[1] + `" Type="` + officeRel + r[0] + `" Target="` + r[2] + `"/>`
		types += `<Override PartName="/word/` + r[2] + `" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.` + r[0] + `+xml"/>`
	}
	parts["word/_rels/document.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels + `</Relationships>`
	parts["[Content_Types].xml"] = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` + types + `</Types>`
	return body, parts
}

// besideWords are words of each, with where the comment says that they stand.
var besideWords = [][2]string{
	{"12.25 万元", "脚注"}, {"991.14 万元", "尾注"}, {"2022年度", "页眉"}, {"单位：元", "页脚"}, {"2021年度", "页眉"}, {"单位：千元", "页脚"},
	{"5.91 万元", ""}, {"第一部分", ""}}

func beside(t *testing.T, edit ...string) (data, copied []byte) {
	t.Helper()
	body, parts := besides()
	body = strings.NewReplacer(edit...).Replace(body)
	body = strings.TrimSuffix(strings.ReplaceAll(body, "r:id", `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id`), "<w:sectPr/>")
	body = strings.ReplaceAll(body, "<v:shape", `<v:shape xmlns:v="urn:schemas-microsoft-com:vml"`)
	data = storied(body, parts)
	var words []string
	for _, w := range besideWords {
		words = append(words, w[0])
	}
	r, names := remarked(t, data, words...)
	copied, err := Written(data, names, r)
	require.NoError(t, err)
	return data, copied
}

// TestWordsBesideTheText: a comment on words of a note stands at what refers to it, of a
// head or foot at the first paragraph of its pages, of a box on the box; it says where the
// words are, and the other parts stay as they were.
func TestWordsBesideTheText(t *testing.T) {
	data, copied := beside(t)
	sameBut(t, data, copied)
	part, comments := member(t, copied, "word/document.xml"), member(t, copied, "word/comments.xml")
	all := strings.Split(comments, "<w:comment ")[2:] // the first is the verdict
	require.Len(t, all, len(besideWords))
	for i, w := range besideWords {
		assert.Contains(t, all[i], "✗【错误】“"+w[0]+"”与表不一样。")
		if w[1] != "" {
			assert.Contains(t, all[i], "原文在"+w[1]+"里：“"+w[0]+"”")
		} else {
			assert.NotContains(t, all[i], "原文在")
		}
	}
	assert.NotContains(t, comments, "不在这份文字里")
	start, end := func(id int) string { return fmt.Sprintf(`<w:commentRangeStart w:id="%d"/>`, id) }, func(id int) string {
		return fmt.Sprintf(`<w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%[1]d"/></w:r>`, id)
	}
	assert.Contains(t, part, start(1)+`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>`+end(1))
	assert.Contains(t, part, start(2)+`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:endnoteReference w:id="3"/></w:r>`+end(2))
	for _, id := range []int{3, 4} {
		at := strings.Index(part, start(id)+end(id))
		assert.True(t, at > 0 && at < strings.Index(part, "第一部分"), "comment %d", id)
	}
	for _, id := range []int{5, 6} {
		at := strings.Index(part, start(id)+end(id))
		assert.True(t, at > strings.Index(part, `<w:pPr><w:jc w:val="center"/></w:pPr>`) && at < strings.Index(part, "第二节从这里开始"), "comment %d", id)
	}
	assert.Contains(t, part, start(7)+`<w:r><w:pict>`)

	// A run that has more than the reference is parted; without a reference there is no place.
	data, copied = beside(t, `<w:endnoteReference w:id="3"/>`, `<w:t>见</w:t><w:endnoteReference w:id="3"/><w:t>处</w:t>`, `<w:footnoteReference w:id="2"/>`, "")
	sameBut(t, data, copied)
	assert.Contains(t, member(t, copied, "word/document.xml"), start(1)+`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:endnoteReference w:id="3"/></w:r>`+end(1))
	assert.Contains(t, member(t, copied, "word/comments.xml"), "另有 1 条不在这份文字里")
}

// TestLibreOfficeKeepsRemarksBeside: LibreOffice opens the copy and keeps each comment, in
// its own format and in .docx; pages come of it.
func TestLibreOfficeKeepsRemarksBeside(t *testing.T) {
	data, copied := beside(t)
	files := map[string][]byte{"plain": data, "copy": copied}
	odt := stored(t, files, "odt", "writer8")
	before, after := member(t, []byte(odt["plain"]), "content.xml"), member(t, []byte(odt["copy"]), "content.xml")
	assert.Equal(t, len(besideWords)+1, strings.Count(after, "<dc:creator>"+Author+"</dc:creator>"))
	assert.Equal(t, wordsOf(before), wordsOf(after))
	again := stored(t, files, "docx", "MS Word 2007 XML")
	comments := member(t, []byte(again["copy"]), "word/comments.xml")
	assert.Equal(t, len(besideWords)+1, strings.Count(comments, "<w:comment "))
	for _, w := range besideWords {
		assert.Contains(t, comments, w[0])
	}
	assert.True(t, strings.HasPrefix(stored(t, files, "pdf", "writer_pdf_Export")["copy"], "%PDF-"))
}
