package hostile

import (
	"fmt"
	"strings"
)

const (
	book2003 = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">`
	open2003 = book2003 + `<Worksheet ss:Name="1"><Table>`
	end2003  = `</Table></Worksheet></Workbook>`
)

// row2003 is a row of texts and numbers.
func row2003(values ...string) string {
	var b strings.Builder
	b.WriteString("<Row>")
	for _, v := range values {
		kind := "String"
		if strings.Contains(v, ".") {
			kind = "Number"
		}
		fmt.Fprintf(&b, `<Cell><Data ss:Type="%s">%s</Data></Cell>`, kind, v)
	}
	return b.String() + "</Row>"
}

var (
	form2003 = row2003("支出决算表") + row2003("部门：某局", "单位：万元") +
		row2003("科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出")
	total2003 = row2003("合计", "", "3.00", "1.00", "2.00")
)

// xmlSheets are files of XML Spreadsheet 2003.
var xmlSheets = []Case{
	{"xml2003-laughs", "entities that grow four times in each of 25 steps", func() []byte {
		return []byte(laughs("Workbook") + open2003[len(`<?xml version="1.0"?>`):] + row2003("&z1;") + end2003)
	}, "corrupt"},
	{"xml2003-external-entity", "an entity that is a file of this computer", raw(`<?xml version="1.0"?><!DOCTYPE Workbook [<!ENTITY x SYSTEM "file:///etc/passwd">]>`, open2003[len(`<?xml version="1.0"?>`):], row2003("&x;"), end2003), "corrupt"},
	{"xml2003-doctype-remote", "a document type on another computer", raw(`<?xml version="1.0"?><!DOCTYPE Workbook SYSTEM "http://127.0.0.1:9/x.dtd">`, open2003[len(`<?xml version="1.0"?>`):], form2003, total2003, end2003), "corrupt|judged"},
	{"xml2003-index-huge", "a cell at column 2^31", raw(open2003, form2003, total2003, `<Row><Cell ss:Index="2147483648"><Data ss:Type="Number">1</Data></Cell></Row>`, end2003), "too-complex|corrupt"},
	{"xml2003-row-index-huge", "a row at 2^63", raw(open2003, form2003, total2003, `<Row ss:Index="9223372036854775808"><Cell><Data ss:Type="Number">1</Data></Cell></Row>`, end2003), "too-complex|corrupt"},
	{"xml2003-index-back", "cells and rows whose index goes back, is 0, negative and a word", raw(open2003, form2003, total2003,
		`<Row ss:Index="2"><Cell ss:Index="0"><Data ss:Type="Number">1</Data></Cell></Row><Row ss:Index="-5"><Cell ss:Index="x"/></Row>`, end2003), "corrupt|judged"},
	{"xml2003-far-cells", "50,000 rows with a cell in the last column", times(open2003+form2003+total2003, `<Row><Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell></Row>`, 50_000, end2003), "too-complex"},
	{"xml2003-merge-huge", "a cell merged over 2^31 columns and rows", raw(open2003, form2003, total2003, `<Row><Cell ss:MergeAcross="2147483647" ss:MergeDown="2147483647"><Data ss:Type="String">注</Data></Cell><Cell><Data ss:Type="Number">1</Data></Cell></Row>`, end2003), "judged|too-complex|corrupt"},
	{"xml2003-merges-flood", "300,000 merged cells", times(open2003+form2003+total2003, `<Row><Cell ss:MergeAcross="3" ss:MergeDown="9"/></Row>`, 300_000, end2003), "too-complex|judged"},
	{"xml2003-span-huge", "columns and rows said a thousand million times", raw(book2003, `<Worksheet ss:Name="1"><Table><Column ss:Index="1" ss:Span="1000000000" ss:Hidden="1"/>`, form2003, total2003, `<Row ss:Index="100" ss:Span="1000000000" ss:Hidden="1"/>`, end2003), "judged|too-complex|corrupt"},
	{"xml2003-deep", "a million elements inside one another", times(open2003, "<Row>", 1_000_000, ""), "too-complex|corrupt"},
	{"xml2003-cut", "the first half of a file", dressed("xml2003-bom", half), "corrupt"},
	{"xml2003-cut-between-rows", "a file cut behind a row, and closed by nothing", dressed("xml2003-bom", func(s string) string { return s[:strings.LastIndex(s, "</Row>")+len("</Row>")] }), "corrupt"},
	{"xml2003-crossed", "elements that close out of order", raw(open2003, "<Row><Cell><Data ss:Type=\"String\">1</Cell></Data></Row>", end2003), "corrupt"},
	{"xml2003-two-roots", "a second workbook behind the first", dressed("xml2003-no-declaration", func(s string) string { return s + s }), "corrupt"},
	{"xml2003-style-loop", "styles that are each other's parents", raw(book2003, `<Styles><Style ss:ID="a" ss:Parent="b"/><Style ss:ID="b" ss:Parent="a"/><Style ss:ID="c" ss:Parent="c"/></Styles><Worksheet ss:Name="1"><Table>`, form2003,
		`<Row><Cell ss:StyleID="a"><Data ss:Type="String">合计</Data></Cell><Cell/><Cell ss:StyleID="c"><Data ss:Type="Number">1</Data></Cell></Row>`, end2003), Judged},
	{"xml2003-styles-flood", "300,000 styles", times(book2003+"<Styles>", `<Style ss:ID="a"><NumberFormat ss:Format="0.00"/></Style>`, 300_000, `</Styles><Worksheet ss:Name="1"><Table>`+form2003+total2003+end2003), "judged|too-complex"},
	{"xml2003-sheets-flood", "100,000 sheets", times(book2003, `<Worksheet ss:Name="1"><Table/></Worksheet>`, 100_000, "</Workbook>"), "too-complex"},
	{"xml2003-text-runs", "a text in a million runs", times(open2003+`<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">`, "<B>表</B>", 1_000_000, "</ss:Data></Cell></Row>"+end2003), "too-complex|no-forms"},
	{"xml2003-two-data", "a cell with two values: which one counts?", raw(open2003, form2003, `<Row><Cell><Data ss:Type="String">合计</Data></Cell><Cell/><Cell><Data ss:Type="Number">1</Data><Data ss:Type="Number">2</Data></Cell></Row>`, end2003), "judged|corrupt"},
	{"xml2003-types-odd", "numbers that are none, and a kind that nobody knows", raw(open2003, form2003, `<Row><Cell><Data ss:Type="String">合计</Data></Cell><Cell/><Cell><Data ss:Type="Number">1e999999999</Data></Cell><Cell><Data ss:Type="Number">NaN</Data></Cell><Cell><Data ss:Type="Money">1</Data></Cell><Cell><Data ss:Type="DateTime">9999999-99-99</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>`, end2003), "judged|corrupt"},
	{"xml2003-formulas-odd", "formulas far outside the sheet, and 100,000 brackets", raw(open2003, form2003, `<Row><Cell><Data ss:Type="String">合计</Data></Cell><Cell/><Cell ss:Formula="=R[-999999999999]C[99999999999999999999]"><Data ss:Type="Number">1</Data></Cell><Cell ss:Formula="=`, strings.Repeat("(", 100_000), `"><Data ss:Type="Number">1</Data></Cell><Cell ss:Formula="=RC"/></Row>`, end2003), "judged|too-complex"},
	{"xml2003-encoding-unknown", "an encoding that nobody knows", dressed("xml2003-no-declaration", func(s string) string { return `<?xml version="1.0" encoding="x-nonsense"?>` + s[1:] }), "corrupt|judged"},
	{"xml2003-encoding-lies", "GB 2312 that calls itself UTF-8", dressed("xml2003-gb2312", replaced(`encoding="gb2312"`, `encoding="UTF-8"`)), "corrupt|judged"},
	{"xml2003-script-text", "names that are scripts once taken for markup", dressed("xml2003-no-declaration", replaced("一般公共服务支出", "&lt;img src=x onerror=alert(1)&gt;=1+1")), Judged},
	{"xml2003-html-inside", "an HTML page that says it is XML", raw(`<?xml version="1.0"?><html><body><table><tr><td>收入支出决算总表</td></tr></table><script>alert(1)</script></body></html>`), "judged|no-forms|html|corrupt"},
	{"xml2003-other-root", "XML of quite another kind", raw(`<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>收入支出决算总表</title></channel></rss>`), "no-forms|html|not-a-workbook|corrupt"},
}

// laughs is a document type of entities that grow four times in each of 25 steps, up to z1.
func laughs(root string) string {
	var dtd strings.Builder
	dtd.WriteString(`<?xml version="1.0"?><!DOCTYPE ` + root + ` [<!ENTITY a1 "表">`)
	for i := range 25 {
		fmt.Fprintf(&dtd, `<!ENTITY %c1 "&%c1;&%c1;&%c1;&%c1;">`, 'b'+i, 'a'+i, 'a'+i, 'a'+i, 'a'+i)
	}
	return dtd.String() + "]>"
}
