package hostile

import (
	"fmt"
	"html"
	"strings"
)

// formHTML is the head of 支出决算表 in an open table, to which rows belong.
const (
	formHTML = "<html><head><meta charset=utf-8></head><body><table border=1><tr><td colspan=8>支出决算表</td></tr><tr><td colspan=7>部门：某局</td><td>金额单位：万元</td></tr>" +
		"<tr><td>科目编码</td><td>科目名称</td><td>本年支出合计</td><td>基本支出</td><td>项目支出</td><td>上缴上级支出</td><td>经营支出</td><td>对附属单位补助支出</td></tr>"
	totalHTML = "<tr><td>合计</td><td></td><td>3.00</td><td>1.00</td><td>2.00</td><td></td><td></td><td></td></tr>"
	endHTML   = "</table></body></html>"
)

// htmlTables are pages named .xls.
var htmlTables = []Case{
	{"html-deep-formatting", "a million tags of bold inside one another in one cell", times(formHTML+"<tr><td>", "<b>", 1_000_000, "合计"+endHTML), "judged|too-complex"},
	{"html-deep-tables", "200,000 tables, each in a cell of the one before", times("<html>", "<table><tr><td>", 200_000, "表"), "too-complex|no-forms"},
	{"html-colspan-billion", "cells that span a thousand million columns", raw(formHTML, totalHTML, strings.Repeat("<tr><td colspan=1000000000>注</td><td>1</td></tr>", 100), endHTML), "judged|too-complex"},
	{"html-rowspan-everywhere", "cells that each span 65,534 rows and 1,000 columns", times(formHTML+totalHTML, "<tr><td rowspan=65534 colspan=1000>1</td><td rowspan=65534>2</td></tr>", 5000, endHTML), "judged|too-complex"},
	{"html-spans-overlap", "400 rows of cells that reach over each other", times(formHTML+totalHTML, "<tr>"+strings.Repeat("<td rowspan=300 colspan=2>1</td><td>2</td>", 40)+"</tr>", 400, endHTML), "judged|too-complex"},
	{"html-spans-odd", "spans of 0, -1, none, a word and 20 digits", raw(formHTML, "<tr><td rowspan=0>合计</td><td colspan=-1></td><td colspan=\"\">3.00</td><td rowspan=x colspan=99999999999999999999>1.00</td><td>2.00</td></tr>", endHTML), "judged|too-complex"},
	{"html-open-for-ever", "300,000 rows of cells, nothing ever closed", times(formHTML, "<tr><td>2010101<td>行<td>1", 300_000, ""), "judged|too-complex"},
	{"html-cells-flood", "four million cells", times("<table><tr>", "<td>", 4_000_000, ""), "too-complex|no-forms"},
	{"html-tables-flood", "100,000 tables", times("<html>", "<table><tr><td>1</td></tr></table>\n", 100_000, "</html>"), "too-complex|no-forms"},
	{"html-references-flood", "a cell of two million references", times(formHTML+"<tr><td>", "&amp;", 2_000_000, "</td></tr>"+endHTML), "judged|too-complex"},
	{"html-references-odd", "references to no character, to half of one, to one beyond all", raw(formHTML, totalHTML, "<tr><td>&#0;&#xD800;&#x110000;&#99999999999999999999;&laugh;&amp&lt&#;&#x;</td></tr>", endHTML), Judged},
	{"html-attributes-million", "a cell with a million attributes", times(formHTML+"<tr><td", " a=1", 1_000_000, ">合计</td></tr>"+endHTML), "judged|too-complex"},
	{"html-attribute-long", "an attribute of 10 MB", times(formHTML+"<tr><td title='", "长", 3_500_000, "'>合计</td></tr>"+endHTML), "judged|too-complex"},
	{"html-comment-open", "a comment that never ends, the forms in it", dressed("html-utf8-meta", replaced("<body>", "<body><!--")), "no-forms|html|corrupt"},
	{"html-script-open", "a script that never ends, the forms in it", dressed("html-utf8-meta", replaced("<body>", "<body><script>")), "no-forms|html|corrupt"},
	{"html-script-text", "names that are scripts once taken for markup", dressed("html-utf8-meta", replaced("一般公共服务支出", html.EscapeString(hostileTexts))), Judged},
	{"html-script-markup", "scripts, frames, pictures and addresses in and around the cells", dressed("html-utf8-meta", func(s string) string {
		harm := `<script>document.title=1</script><img src=http://127.0.0.1:9/x.png onerror=alert(1)><iframe src="file:///etc/passwd"></iframe><object data=http://127.0.0.1:9/></object><svg onload=alert(1)>`
		s = strings.Replace(s, "<head>", `<head><base href="http://127.0.0.1:9/"><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/"><link rel=stylesheet href=http://127.0.0.1:9/x.css>`, 1)
		return strings.Replace(s, "<body>", "<body onload=alert(1)>"+harm, 1)
	}), Judged},
	{"html-frames-remote", "sheets that are frames on another computer and files of this one", raw(`<html><head><meta name="Excel Workbook Frameset"><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>1</x:Name><x:WorksheetSource HRef="http://127.0.0.1:9/sheet001.htm"/></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head>`,
		`<frameset rows="*,39"><frame src="http://127.0.0.1:9/sheet001.htm"><frame src="file:///etc/passwd"></frameset></html>`), "no-forms|html|corrupt"},
	{"html-frames-gone", "the page of a workbook whose sheets stayed in the folder beside it", raw(`<html><head><meta name="Excel Workbook Frameset"><link id="shLink" href="book.files/sheet001.htm"></head><frameset rows="*,39"><frame src="book.files/sheet001.htm"></frameset></html>`), "no-forms|html|corrupt"},
	{"html-doctype-entity", "a document type with an entity that is a file of this computer", dressed("html-bare", func(s string) string {
		return `<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body>` + strings.Replace(s, "一般公共服务支出", "&x;", 1)
	}), "judged|corrupt"},
	{"html-utf7", "a page that says it is in UTF-7", dressed("html-utf8-meta", replaced("UTF-8", "UTF-7")), "judged|corrupt|no-forms"},
	{"html-charset-nonsense", "a character set that nobody knows, a thousand times", dressed("html-utf8-meta", replaced("<meta", strings.Repeat("<meta charset=x-nonsense>", 1000)+"<meta")), "judged|corrupt|no-forms"},
	{"html-nul-bytes", "a NUL after every byte", dressed("html-bare", func(s string) string { return strings.Join(strings.Split(s[:10_000], ""), "\x00") }), "corrupt|no-forms|not-a-workbook"},
	{"html-half-characters", "every other character in another character set", dressed("html-bare", func(s string) string { return strings.ReplaceAll(s, "支", "\xd6\xa7\xff") }), "judged|corrupt|no-forms"},
	{"html-crossed-formatting", "formatting that closes out of order, fifty thousand deep", func() []byte {
		n := 50_000
		return []byte("<html><body>" + strings.Repeat("<b><i>", n) + strings.Repeat("<p>", n) + strings.Repeat("</b></i>", n) + formHTML + totalHTML + endHTML)
	}, "judged|too-complex"},
	{"html-links-in-links", "links in links in tables, which a browser's rules open again and again", times("<html><body>", "<a href=x><table><tr><td>", 20_000, "1"), "no-forms|too-complex"},
	{"html-between-cells", "half a million texts between the rows, where none may stand", times(formHTML+totalHTML, "文<tr>字", 500_000, endHTML), "judged|too-complex"},
	{"html-foreign-deep", "drawings and formulas in one another", times(formHTML+totalHTML+"<tr><td>", "<svg><foreignObject><math><mtext>", 50_000, endHTML), "judged|too-complex"},
	{"html-templates", "cells in templates in selections", times(formHTML, "<template><select><option><tr><td>", 50_000, totalHTML+endHTML), "judged|too-complex|no-forms"},
	{"html-classes-flood", "100,000 classes with number formats", func() []byte {
		var b strings.Builder
		b.WriteString("<html><style><!--\n")
		for i := range 100_000 {
			fmt.Fprintf(&b, ".x%d\n\t{mso-number-format:\"\\#\\,\\#\\#0\\.%d0\";}\n", i, i)
		}
		return []byte(b.String() + "--></style>" + formHTML + totalHTML + endHTML)
	}, "judged|too-complex"},
	{"html-class-open", "a style sheet whose brackets and quotes never close", raw("<html><style>.a{mso-number-format:\"\\#", strings.Repeat("{;\"\\", 500_000), "</style>", formHTML, totalHTML, endHTML), "judged|too-complex"},
	{"html-format-long", "a number format of 5 MB", times(formHTML+`<tr><td>合计</td><td></td><td style='mso-number-format:"`, `\#`, 2_500_000, `"'>1</td></tr>`+endHTML), "judged|too-complex"},
	{"html-values-odd", "values that are no numbers, or too much of one", raw(formHTML, `<tr><td>合计</td><td></td><td x:num="1e999999999">1</td><td x:num="NaN">1</td><td x:num="0x1p4">1</td><td x:num="-1e-999999999">1</td><td x:num="٣">1</td><td sdval="Infinity" sdnum=";;;;;;">1</td></tr>`, endHTML), Judged},
	{"html-formulas-odd", "formulas that are brackets only, name themselves and other files", raw(formHTML, `<tr><td>合计</td><td></td><td x:fmla="=`, strings.Repeat("(", 100_000), `">1</td><td x:fmla="=D4">1</td><td x:fmla="='[\\127.0.0.1\x.xls]A'!A1">1</td></tr>`, endHTML), "judged|too-complex"},
	{"html-cut", "the first half of a page of nine forms", dressed("html-utf8-meta", half), "judged|corrupt"},
	{"html-cut-in-tag", "a page that ends inside a tag", dressed("html-utf8-meta", func(s string) string { return s[:strings.LastIndex(s, "<td")+2] }), "judged|corrupt"},
}
