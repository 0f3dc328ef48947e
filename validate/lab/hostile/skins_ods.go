package hostile

import (
	"archive/zip"
	"fmt"
	"strings"
)

const (
	odsSpaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"`
	odsKind   = "application/vnd.oasis.opendocument.spreadsheet"
	odsOpen   = `<office:body><office:spreadsheet><table:table table:name="1">`
	odsEnd    = `</table:table></office:spreadsheet></office:body>`
)

// odsRow is a row of texts and numbers.
func odsRow(values ...string) string {
	var b strings.Builder
	b.WriteString("<table:table-row>")
	for _, v := range values {
		switch {
		case v == "":
			b.WriteString("<table:table-cell/>")
		case strings.Contains(v, "."):
			fmt.Fprintf(&b, `<table:table-cell office:value-type="float" office:value="%s"><text:p>%[1]s</text:p></table:table-cell>`, v)
		default:
			fmt.Fprintf(&b, `<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>`, v)
		}
	}
	return b.String() + "</table:table-row>"
}

// odsForm is the head of 支出决算表 with its total.
var odsForm = odsRow("支出决算表") + odsRow("部门：某局", "", "", "", "", "", "", "金额单位：万元") +
	odsRow("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出") + odsRow("合计", "", "3.00", "1.00", "2.00")

// ods is a package whose content.xml has the given body.
func ods(body ...content) func() []byte {
	return func() []byte { return odsPackage(odsKind, odsContent(body...)) }
}

func odsContent(body ...content) part {
	return part{name: "content.xml", content: join(text(xmlHead, "<office:document-content ", odsSpaces, ">"), join(body...), text("</office:document-content>"))}
}

func odsPackage(kind string, parts ...part) []byte {
	manifest := `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="` + kind + `"/></manifest:manifest>`
	return pack(append([]part{{name: "mimetype", content: text(kind)}, {name: "META-INF/manifest.xml", content: text(manifest)}}, parts...)...)
}

// odsSheet is ods of one sheet that begins with a form.
func odsSheet(rows ...content) func() []byte {
	return ods(text(odsOpen, odsForm), join(rows...), text(odsEnd))
}

// flatODS is the same as one file of XML.
func flatODS(head, rows string) func() []byte {
	return raw(head, `<office:document `, odsSpaces, ` office:mimetype="`, odsKind, `">`, odsOpen, odsForm, rows, odsEnd, `</office:document>`)
}

// openDocuments are files of OpenDocument.
var openDocuments = []Case{
	{"ods-columns-billion", "a figure said a thousand million times in a row", odsSheet(text(`<table:table-row><table:table-cell table:number-columns-repeated="1000000000" office:value-type="float" office:value="1"/></table:table-row>`)), "too-complex|corrupt"},
	{"ods-rows-billion", "a row with a figure said a thousand million times", odsSheet(text(`<table:table-row table:number-rows-repeated="1000000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`)), "too-complex|corrupt"},
	{"ods-rows-columns", "a million rows of ten thousand equal texts", odsSheet(text(`<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="10000" office:value-type="string"><text:p>表</text:p></table:table-cell></table:table-row>`)), "too-complex"},
	{"ods-rows-many", "a hundred thousand rows, each said a thousand times", odsSheet(repeat(`<table:table-row table:number-rows-repeated="1000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`, 100_000)), "too-complex"},
	{"ods-empty-billion", "empty cells and rows said thousands of millions of times", odsSheet(repeat(`<table:table-row table:number-rows-repeated="4000000000"><table:table-cell table:number-columns-repeated="4000000000"/></table:table-row>`, 50)), "judged|too-complex|corrupt"},
	{"ods-far-cell", "a figure behind a thousand million empty columns and rows", odsSheet(text(`<table:table-row table:number-rows-repeated="1000000000"/><table:table-row><table:table-cell table:number-columns-repeated="1000000000"/><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`)), "too-complex|corrupt"},
	{"ods-repeats-odd", "repeats of 0, -1, a word and 30 digits", odsSheet(text(`<table:table-row table:number-rows-repeated="0"><table:table-cell table:number-columns-repeated="-1" office:value-type="float" office:value="1"/></table:table-row><table:table-row table:number-rows-repeated="x"><table:table-cell table:number-columns-repeated="999999999999999999999999999999"/></table:table-row>`)), "judged|too-complex|corrupt"},
	{"ods-repeats-formula", "a formula said a million times", odsSheet(text(`<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:formula="of:=SUM([.A1:.A3])" office:value-type="float" office:value="1"/></table:table-row>`)), "too-complex"},
	{"ods-spans-huge", "cells that span a thousand million columns and rows, over one another", odsSheet(repeat(`<table:table-row><table:table-cell table:number-columns-spanned="1000000000" table:number-rows-spanned="1000000000" office:value-type="string"><text:p>注</text:p></table:table-cell></table:table-row>`, 100)), "judged|too-complex|corrupt"},
	{"ods-blanks-billion", "a text of a thousand million counted blanks", odsSheet(text(`<table:table-row><table:table-cell office:value-type="string"><text:p>合<text:s text:c="1000000000"/>计</text:p></table:table-cell></table:table-row>`)), "judged|too-complex|corrupt"},
	{"ods-blanks-many", "100,000 texts of 60,000 counted blanks", odsSheet(repeat(`<table:table-row><table:table-cell office:value-type="string"><text:p>合<text:s text:c="60000"/>计</text:p></table:table-cell></table:table-row>`, 100_000)), "judged|too-complex"},
	{"ods-columns-hidden", "hidden columns said a thousand million times", ods(text(odsOpen, `<table:table-column table:visibility="collapse" table:number-columns-repeated="1000000000"/>`, odsForm, odsEnd)), "judged|too-complex|corrupt"},
	{"ods-bomb", "a content.xml of 3 GB, honestly declared", ods(text(odsOpen), repeat(" ", 3<<30), text(odsEnd)), "too-large"},
	{"ods-bomb-lying", "the same, declared as 1,000 bytes", func() []byte {
		p := odsContent(text(odsOpen), repeat(" ", 3<<30), text(odsEnd))
		p.forge = declares(1000)
		return odsPackage(odsKind, p)
	}, "too-large|corrupt"},
	{"ods-bomb-beside", "3 GB in a picture that no sheet needs, declared as nothing", func() []byte {
		return odsPackage(odsKind, odsContent(text(odsOpen, odsForm, odsEnd)), part{name: "Pictures/1.png", content: repeat(" ", 3<<30), forge: declares(1)})
	}, "judged|too-large|corrupt"},
	{"ods-bomb-mimetype", "a mimetype of 3 GB", func() []byte {
		return pack(part{name: "mimetype", content: join(text(odsKind), repeat(" ", 3<<30)), forge: declares(46)}, odsContent(text(odsOpen, odsForm, odsEnd)))
	}, "too-large|corrupt|not-a-workbook|judged"},
	{"ods-cut-content", "a content.xml cut in half inside a sound package", func() []byte {
		whole := odsOpen + strings.Repeat(odsForm, 20)
		return odsPackage(odsKind, part{name: "content.xml", content: text(xmlHead, "<office:document-content ", odsSpaces, ">", whole[:len(whole)/2])})
	}, "corrupt"},
	{"ods-cut", "the first half of a file", dressed("ods-plain", half), "corrupt"},
	{"ods-no-content", "a package without content.xml", func() []byte { return odsPackage(odsKind) }, "corrupt|not-a-workbook"},
	{"ods-content-twice", "two contents: which one is shown?", func() []byte {
		c := odsContent(text(odsOpen, odsForm, odsEnd))
		return odsPackage(odsKind, c, c)
	}, "corrupt"},
	{"ods-crc", "a content.xml whose checksum does not hold", func() []byte {
		c := odsContent(text(odsOpen, odsForm, odsEnd))
		c.forge = func(h *zip.FileHeader) { h.CRC32++ }
		return odsPackage(odsKind, c)
	}, "corrupt"},
	{"ods-zip-password", "a content.xml with the zip's own password", func() []byte {
		c := odsContent(text(odsOpen, odsForm, odsEnd))
		c.forge = func(h *zip.FileHeader) { h.Flags |= 1 }
		return odsPackage(odsKind, c)
	}, "encrypted|corrupt"},
	{"ods-password", "a content.xml that is enciphered, as the manifest says", func() []byte {
		manifest := `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="` + odsKind + `"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="5000"><manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="x"><manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></manifest:encryption-data></manifest:file-entry></manifest:manifest>`
		return pack(part{name: "mimetype", content: text(odsKind)}, part{name: "content.xml", content: repeat("\x93\x11\xfe", 1000)}, part{name: "META-INF/manifest.xml", content: text(manifest)})
	}, "encrypted|corrupt"},
	{"ods-mimetype-text", "a spreadsheet that says it is a letter", func() []byte {
		return odsPackage("application/vnd.oasis.opendocument.text", odsContent(text(odsOpen, odsForm, odsEnd)))
	}, "judged|not-a-workbook|corrupt|word"},
	{"ods-mimetype-lies", "a letter that says it is a spreadsheet", func() []byte {
		return odsPackage(odsKind, odsContent(text("<office:body><office:text><text:p>收入支出决算总表</text:p></office:text></office:body>")))
	}, "no-forms|not-a-workbook|corrupt"},
	{"ods-both-kinds", "OpenDocument and OOXML in one package: which one is shown?", func() []byte {
		return odsPackage(odsKind, append(frame(`<sheet name="1" sheetId="1" r:id="rId1"/>`, `<Relationship Id="rId1" Type="`+relType+`worksheet" Target="worksheets/sheet1.xml"/>`),
			part{name: "xl/worksheets/sheet1.xml", content: (&tab{rows: text(form03)}).xml()}, odsContent(text(odsOpen, odsForm, odsEnd)))...)
	}, "judged|corrupt|not-a-workbook"},
	{"ods-laughs", "entities that grow four times in each of 25 steps", func() []byte {
		return odsPackage(odsKind, part{name: "content.xml", content: text(laughs("office:document-content"), "<office:document-content ", odsSpaces, ">", odsOpen, odsRow("&z1;"), odsEnd, "</office:document-content>")})
	}, "corrupt"},
	{"ods-external-entity", "an entity that is a file of this computer", func() []byte {
		return odsPackage(odsKind, part{name: "content.xml", content: text(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><office:document-content `, odsSpaces, ">", odsOpen, odsRow("&x;"), odsEnd, "</office:document-content>")})
	}, "corrupt"},
	{"ods-deep", "a million groups of rows inside one another", odsSheet(repeat("<table:table-row-group>", 1_000_000), repeat("</table:table-row-group>", 1_000_000)), "too-complex|corrupt"},
	{"ods-sub-tables", "tables in cells of tables, ten thousand deep", odsSheet(repeat(`<table:table-row><table:table-cell><table:table table:is-sub-table="true">`, 10_000), repeat(`</table:table></table:table-cell></table:table-row>`, 10_000)), "judged|too-complex|corrupt"},
	{"ods-sheets-flood", "a hundred thousand sheets", ods(text("<office:body><office:spreadsheet>"), repeat(`<table:table table:name="1"><table:table-row><table:table-cell/></table:table-row></table:table>`, 100_000), text("</office:spreadsheet></office:body>")), "too-complex"},
	{"ods-text-runs", "a text in a million runs", odsSheet(text(`<table:table-row><table:table-cell office:value-type="string"><text:p>`), repeat("<text:span>表</text:span>", 1_000_000), text("</text:p></table:table-cell></table:table-row>")), "judged|too-complex"},
	{"ods-style-loop", "styles that are each other's parents, formats that are their own conditions", ods(text(`<office:automatic-styles><number:number-style style:name="N1"><number:number number:decimal-places="999999999" number:min-integer-digits="999999999"/><style:map style:condition="value()&gt;=0" style:apply-style-name="N1"/></number:number-style>`,
		`<style:style style:name="a" style:family="table-cell" style:parent-style-name="b" style:data-style-name="N1"/><style:style style:name="b" style:family="table-cell" style:parent-style-name="a"/></office:automatic-styles>`, odsOpen, odsForm,
		`<table:table-row><table:table-cell table:style-name="a" office:value-type="float" office:value="1"/><table:table-cell table:style-name="b" office:value-type="float" office:value="1"/></table:table-row>`, odsEnd)), "judged|too-complex|corrupt"},
	{"ods-values-odd", "values that are no numbers, or too much of one", odsSheet(text(`<table:table-row><table:table-cell office:value-type="float" office:value="1e999999999"/><table:table-cell office:value-type="float" office:value="NaN"/><table:table-cell office:value-type="money" office:value="1"/><table:table-cell office:value-type="float"/><table:table-cell office:value-type="percentage" office:value="0x1p4"/></table:table-row>`)), "judged|corrupt"},
	{"ods-linked", "a sheet that is a table of another computer, a cell that is a command", odsSheet(text(`<table:table-source table:mode="copy-results-only" xlink:type="simple" xlink:href="http://127.0.0.1:9/x.ods" table:table-name="1"/><table:table-row><table:table-cell table:formula="of:=WEBSERVICE(&quot;http://127.0.0.1:9/&quot;)" office:value-type="string"><text:p>注</text:p></table:table-cell><table:table-cell table:formula="of:=DDE(&quot;cmd&quot;;&quot;/C calc&quot;;&quot;x&quot;)" office:value-type="string"><text:p>注</text:p></table:table-cell></table:table-row>`)), Judged},
	{"ods-script-text", "names that are scripts once taken for markup", odsSheet(text(odsRow("&lt;img src=x onerror=alert(1)&gt;", "=1+1"))), Judged},
	{"fods-laughs", "entities that grow, in the flat file", flatODS(laughs("office:document"), odsRow("&z1;")), "corrupt"},
	{"fods-cut", "the first half of a flat file", dressed("fods-flat-plain", half), "corrupt"},
	{"fods-rows-billion", "a row said a thousand million times, in the flat file", flatODS(xmlHead, `<table:table-row table:number-rows-repeated="1000000000">`+odsRow("1.00")[len("<table:table-row>"):]), "too-complex|corrupt"},
}
