package hostile

import (
	"archive/zip"
	"fmt"
	"strings"
)

const (
	docxSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`
	docxRels   = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
		`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>` +
		`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>`
	docxNumbers = `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>`
)

func docxText(s string) string { return "<w:p><w:r><w:t>" + s + "</w:t></w:r></w:p>" }

// docxRow is a row of a table.
func docxRow(values ...string) string {
	var b strings.Builder
	b.WriteString("<w:tr>")
	for _, v := range values {
		b.WriteString("<w:tc>" + docxText(v) + "</w:tc>")
	}
	return b.String() + "</w:tr>"
}

// docxForm is 支出决算表 up to its total, its table left open.
var docxForm = docxText("支出决算表") + docxText("部门：某局　金额单位：万元") + "<w:tbl>" +
	docxRow("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出") + docxRow("合计", "", "3.00", "1.00", "2.00", "", "", "")

// docxParts is a text with these parts; body is that of the main one.
func docxParts(body content, more ...part) func() []byte {
	return func() []byte {
		parts := []part{{name: "[Content_Types].xml", content: text(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)},
			{name: "_rels/.rels", content: text(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)},
			{name: "word/document.xml", content: join(text(xmlHead, "<w:document ", docxSpaces, "><w:body>"), body, text("</w:body></w:document>"))}}
		own := false
		for _, p := range more {
			own = own || strings.HasSuffix(p.name, ".rels")
		}
		if !own {
			parts = append(parts, part{name: "word/_rels/document.xml.rels", content: text(docxRels, "</Relationships>")})
		}
		return pack(append(parts, more...)...)
	}
}

// docx is a text with a form whose table goes on with rows.
func docx(rows ...content) func() []byte {
	return docxParts(join(text(docxForm), join(rows...), text("</w:tbl>")))
}

// docxBehind is a text with a form and more behind it.
func docxBehind(more ...content) func() []byte {
	return docxParts(join(text(docxForm, "</w:tbl>"), join(more...)))
}

func docxPart(name, root string, c ...content) part {
	return part{name: "word/" + name + ".xml", content: join(text(xmlHead, "<w:", root, " ", docxSpaces, ">"), join(c...), text("</w:", root, ">"))}
}

// writings are texts of Word.
var writings = []Case{
	{"docx-span-billion", "a cell over a thousand million columns", docx(text(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>`, docxText("1.00"), `</w:tc><w:tc>`, docxText("2.00"), `</w:tc></w:tr>`)), Judged},
	{"docx-before-billion", "a row that begins behind a thousand million columns, spans that are no numbers", docx(text(`<w:tr><w:trPr><w:gridBefore w:val="999999999999999999999"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="-5"/></w:tcPr>`, docxText("1.00"), `</w:tc><w:tc><w:tcPr><w:gridSpan w:val="x"/></w:tcPr>`, docxText("1.00"), `</w:tc></w:tr>`)), Judged},
	{"docx-spans-many", "two hundred thousand rows, each with spans of its own", docx(repeat(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="900000"/></w:tcPr>`+docxText("1.00")+`</w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>`, 200_000)), "judged|too-complex"},
	{"docx-columns-many", "a row of a hundred thousand cells", docx(text("<w:tr>"), repeat("<w:tc>"+docxText("1.00")+"</w:tc>", 100_000), text("</w:tr>")), "too-complex"},
	{"docx-grid-many", "a grid of two million columns", docxBehind(text("<w:tbl><w:tblGrid>"), repeat(`<w:gridCol w:w="1048575"/>`, 2_000_000), text("</w:tblGrid>", docxRow("1.00"), "</w:tbl>")), "judged|too-complex"},
	{"docx-cells-empty", "three million empty cells", docx(repeat("<w:tr>"+strings.Repeat("<w:tc><w:p/></w:tc>", 10)+"</w:tr>", 300_000)), "too-complex"},
	{"docx-merges-stair", "merges that go on with cells beside them, and begin nowhere", docx(repeat(`<w:tr><w:tc><w:tcPr><w:hMerge/><w:vMerge/></w:tcPr>`+docxText("1")+`</w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/><w:hMerge/></w:tcPr>`+docxText("1")+`</w:tc></w:tr>`, 5_000)), "judged|too-complex"},
	{"docx-tables-nested", "tables in cells of tables, a hundred thousand deep", docxBehind(repeat("<w:tbl><w:tr><w:tc>", 100_000), repeat("</w:tc></w:tr></w:tbl>", 100_000)), "too-complex"},
	{"docx-tables-many", "a hundred thousand tables, each with its title", docxBehind(repeat(docxText("收入决算表")+"<w:tbl>"+docxRow("1.00", "2.00")+"</w:tbl>", 100_000)), "too-complex"},
	{"docx-boxes-nested", "boxes in boxes, and each said in two ways", docxBehind(repeat(`<w:p><w:r><mc:AlternateContent><mc:Choice><w:pict><w:txbxContent>`, 12), text(docxText("框")), repeat(`</w:txbxContent></w:pict></mc:Choice></mc:AlternateContent></w:r></w:p>`, 12)), "judged|too-complex"},
	{"docx-fields-open", "a million fields that begin and do not end", docxBehind(text("<w:p>"), repeat(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, 1_000_000), text("</w:p>")), "too-complex"},
	{"docx-fields-ends", "a million ends of fields that never began", docxBehind(text("<w:p>"), repeat(`<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>`, 500_000), text("</w:p>")), Judged},
	{"docx-marks-deleted", "three hundred thousand paragraphs that all go on with the next", docxBehind(repeat(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>表</w:t></w:r></w:p>`, 299_000)), "too-complex|judged"},
	{"docx-list-loop", "lists that are said by styles that are said by lists, styles based on themselves", docxParts(join(text(docxForm, "</w:tbl>"), repeat(`<w:p>`+docxNumbers+`<w:r><w:t>文</w:t></w:r></w:p>`, 1_000)),
		docxPart("styles", "styles", text(`<w:style w:styleId="a" w:type="paragraph" w:default="1"><w:basedOn w:val="b"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>`)),
		docxPart("numbering", "numbering", text(`<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`))), Judged},
	{"docx-list-billion", "items that begin at a thousand million, in Roman numerals and letters, said a hundred times each", docxParts(join(text(docxForm, "</w:tbl>"), repeat(`<w:p>`+docxNumbers+`<w:r><w:t>文</w:t></w:r></w:p>`, 10_000)),
		docxPart("numbering", "numbering", text(`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1000000000"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="`, strings.Repeat("%1%9", 100_000), `"/></w:lvl><w:lvl w:ilvl="8"><w:start w:val="-1"/><w:numFmt w:val="lowerLetter"/></w:lvl><w:lvl w:ilvl="99"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`))), Judged},
	{"docx-lists-many", "half a million lists", docxParts(text(docxForm, "</w:tbl>"), docxPart("numbering", "numbering", func() content {
		return repeat(`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"/><w:lvl w:ilvl="2"/></w:abstractNum>`, 500_000)
	}())), "too-complex"},
	{"docx-text-long", "a paragraph of a hundred megabytes, in little runs", docxBehind(text("<w:p>"), repeat("<w:r><w:t>支出决算表支出决算表</w:t></w:r>", 900_000), text("</w:p>")), "too-complex|too-large"},
	{"docx-attribute-huge", "a code of a sign, and a span, of ten megabytes", docx(text(`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="`), repeat("9", 10_000_000), text(`"/></w:tcPr><w:p><w:r><w:sym w:char="`), repeat("F", 10_000_000), text(`"/></w:r></w:p></w:tc></w:tr>`)), Judged},
	{"docx-external", "parts that are files of other computers and of this one, and a text that is another file", docxParts(text(docxForm, `</w:tbl><w:p><w:hyperlink r:id="rId7"><w:r><w:t>注</w:t></w:r></w:hyperlink></w:p>`),
		part{name: "word/_rels/document.xml.rels", content: text(docxRels, `<Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="http://127.0.0.1:9/h.xml" TargetMode="External"/><Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="../../../../etc/passwd"/><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:/x.dotm" TargetMode="External"/></Relationships>`)}), Judged},
	{"docx-chunk", "a text whose body is a page of the web inside it", docxBehind(text(`<w:altChunk r:id="rId7"/>`)), "word"},
	{"docx-laughs", "entities that grow", func() []byte {
		return pack(part{name: "word/document.xml", content: text(laughs("w:document"), "<w:document ", docxSpaces, "><w:body>", docxText("&z1;"), "</w:body></w:document>")})
	}, "corrupt"},
	{"docx-external-entity", "an entity that is a file of this computer", func() []byte {
		return pack(part{name: "word/document.xml", content: text(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document `, docxSpaces, "><w:body>", docxText("&x;"), "</w:body></w:document>")})
	}, "corrupt"},
	{"docx-not-closed", "a table that does not end", docxParts(text(docxForm)), "corrupt"},
	{"docx-cut", "the first half of a text", dressed("docx-plain", half), "corrupt"},
	{"docx-sizes-lie", "a main part that is larger than it says", func() []byte {
		return pack(part{name: "word/document.xml", content: join(text("<w:document ", docxSpaces, "><w:body>"), repeat(docxText("表"), 1_000_000), text("</w:body></w:document>")), forge: func(h *zip.FileHeader) { h.UncompressedSize64 = 100 }})
	}, "corrupt|too-large"},
	{"docx-also-a-book", "a package that says it is a text and a workbook", docxParts(text(docxForm, "</w:tbl>"), part{name: "xl/workbook.xml", content: text("<workbook/>")}), "word|corrupt|judged"},
	{"docx-script-text", "names that are scripts once taken for markup", docxBehind(text(docxText("&lt;img src=x onerror=alert(1)&gt;"), fmt.Sprintf("<w:tbl>%s</w:tbl>", docxRow("=1+1", "@SUM(1)")))), Judged},
}
