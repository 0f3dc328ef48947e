package hostile

import (
	"fmt"
	"strings"
)

const (
	formCSV  = "支出决算表,,,,,,,\r\n部门：某局,,,,,,,金额单位：万元\r\n科目编码,科目名称,本年支出合计,基本支出,项目支出,上缴上级支出,经营支出,对附属单位补助支出\r\n"
	totalCSV = "合计,,3.00,1.00,2.00,,,\r\n"
)

// separated are files of separated text.
var separated = []Case{
	{"csv-line-long", "a line of 5 MB without a comma", times(formCSV+totalCSV, "长", 1_700_000, ""), "judged|too-complex"},
	{"csv-line-wide", "a line of three million commas", times(formCSV+totalCSV, ",", 3_000_000, "1"), "judged|too-complex"},
	{"csv-lines-wide", "3,000 lines of 1,000 figures", times(formCSV+totalCSV, strings.Repeat("1,", 1000)+"\n", 3000, ""), "too-complex"},
	{"csv-lines-flood", "three million lines", times(formCSV+totalCSV, "注,1\n", 3_000_000, ""), "too-complex"},
	{"csv-lines-empty", "ten million empty lines", times(formCSV+totalCSV, "\n", 10_000_000, ""), "judged|too-complex"},
	{"csv-quotes-flood", "a million quotes on end, an odd one at last", times(formCSV+totalCSV, `"`, 1_000_001, ""), "judged|too-complex|corrupt"},
	{"csv-quote-open", "a quote that opens in the middle of the form and never closes", raw(formCSV, `合计,"注,3.00,1.00,2.00`, "\r\n", strings.Repeat("2010101,行,1.00\r\n", 200_000)), "corrupt|too-complex|judged"},
	{"csv-quotes-open-each", "a quote opened in each of 300,000 lines", times(formCSV+totalCSV, "注,\"1\n", 300_000, ""), "judged|corrupt|too-complex"},
	{"csv-quote-text-behind", "text behind a closing quote, quotes within plain text", raw(formCSV, "\"合\"计,注\"意\",\"3.00\"元,1.00,2.00\r\n"), "judged|corrupt"},
	{"csv-nul", "a NUL in every line", times(formCSV+totalCSV, "2010101,行\x00政,1.00\r\n", 1000, ""), "judged|corrupt|not-a-workbook"},
	{"csv-nul-flood", "a form, and 5 MB of NUL behind it", times(formCSV+totalCSV, "\x00", 5_000_000, ""), "judged|corrupt|too-complex|not-a-workbook"},
	{"csv-half-utf8", "lines in UTF-8 and lines in GB 2312, by turns", times(formCSV+totalCSV, "2010101,\xd6\xa7\xb3\xf6,1.00\n2010101,支出,1.00\n", 1000, ""), "judged|corrupt"},
	{"csv-cut-character", "a file that ends in the middle of a character", raw(formCSV, totalCSV, "注：支\xe5\x87"), "judged|corrupt"},
	{"csv-utf16-odd", "UTF-16 that ends in half a unit, with a lone surrogate", func() []byte {
		return []byte(inUTF16(strings.ReplaceAll(formCSV+totalCSV, ",", "\t")) + "\x00\xd8\x31")
	}, "judged|corrupt"},
	{"csv-formulas", "names and figures that are commands to a spreadsheet", raw(formCSV, "合计,=cmd|' /C calc'!A0,\"=HYPERLINK(\"\"http://127.0.0.1:9/\"\",\"\"x\"\")\",@SUM(1+1),+1+1,-1+1,\t=1,<script>alert(1)</script>\r\n"), Judged},
	{"csv-separator-odd", "a line that says the separator is a quote", raw("sep=\"\r\n", formCSV, totalCSV), "judged|no-forms|corrupt"},
	{"csv-separators-mixed", "another separator in each line", raw(strings.ReplaceAll(formCSV, ",", ";"), strings.ReplaceAll(totalCSV, ",", "\t"), "201,一般,1.00\r\n"), "judged|no-forms|corrupt"},
	{"csv-ragged", "lines of every length, up to 4,000", func() []byte {
		var b strings.Builder
		b.WriteString(formCSV + totalCSV)
		for i := range 4000 {
			b.WriteString(strings.Repeat("1,", i%4000) + "\n")
		}
		return []byte(b.String())
	}, "judged|too-complex"},
	{"csv-escapes", "colours and titles for a terminal in the names", raw(formCSV, "合计,\x1b[31m\x1b]0;x\x07,3.00,1.00,2.00,,,\r\n"), "judged|corrupt|not-a-workbook"},
}

// mail is an archive of parts.
func mail(boundary string, parts ...string) string {
	return "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary + "\r\n" +
		strings.Join(parts, "\r\n--"+boundary+"\r\n") + "\r\n--" + boundary + "--\r\n"
}

// htmlPart is a part of an archive.
func htmlPart(location, encoding, body string) string {
	return "Content-Location: " + location + "\r\nContent-Transfer-Encoding: " + encoding + "\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n" + body
}

// framed is the page of a workbook whose sheets are at the given places.
func framed(sheets ...string) string {
	var b strings.Builder
	b.WriteString(`<html><head><meta name="Excel Workbook Frameset"><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>`)
	for _, s := range sheets {
		fmt.Fprintf(&b, `<x:ExcelWorksheet><x:Name>1</x:Name><x:WorksheetSource HRef="%s"/></x:ExcelWorksheet>`, s)
	}
	fmt.Fprintf(&b, `</x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head><frameset rows="*,39"><frame src="%s"></frameset></html>`, sheets[0])
	return b.String()
}

const page03 = formHTML + totalHTML + endHTML

// archives are web pages in a single file.
var archives = []Case{
	{"mhtml-boundary-missing", "parts without a boundary said", dressed("mhtml-lf", replaced("boundary=", "x=")), "corrupt|no-forms|html|not-a-workbook"},
	{"mhtml-boundary-empty", "a boundary of nothing", dressed("mhtml-relative", func(s string) string { return strings.ReplaceAll(s, "----=_NextPart_1", "") }), "corrupt|no-forms|html|not-a-workbook|too-complex"},
	{"mhtml-boundary-never", "a boundary that never comes", dressed("mhtml-lf", replaced(`boundary="`, `boundary="x`)), "corrupt|no-forms|html|not-a-workbook"},
	{"mhtml-boundary-flood", "a million boundaries with nothing between", times("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n", "--b\r\n", 1_000_000, "--b--\r\n"), "too-complex|corrupt|no-forms"},
	{"mhtml-boundary-long", "a boundary of a megabyte", raw("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"", strings.Repeat("b", mega), "\"\r\n\r\n--b\r\n"), "corrupt|no-forms|too-complex|not-a-workbook"},
	{"mhtml-nested", "multiparts inside one another, 20,000 deep", times("MIME-Version: 1.0\r\n", "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n", 20_000, "Content-Type: text/html\r\n\r\n"+page03), "too-complex|corrupt|no-forms"},
	{"mhtml-nested-names", "multiparts inside one another, 2,000 deep, each with a boundary of its own", func() []byte {
		var b strings.Builder
		b.WriteString("MIME-Version: 1.0\r\n")
		for i := range 2000 {
			fmt.Fprintf(&b, "Content-Type: multipart/related; boundary=\"b%d\"\r\n\r\n--b%d\r\n", i, i)
		}
		return []byte(b.String() + htmlPart("x", "8bit", page03))
	}, "too-complex|corrupt|no-forms"},
	{"mhtml-frame-self", "a page whose sheets are the page itself", raw(mail("b", htmlPart("book.htm", "8bit", framed("book.htm", "book.htm")))), "no-forms|too-complex|corrupt"},
	{"mhtml-frame-loop", "two pages that are each other's sheets", raw(mail("b", htmlPart("a.htm", "8bit", framed("b.htm")), htmlPart("b.htm", "8bit", framed("a.htm")))), "no-forms|too-complex|corrupt"},
	{"mhtml-frames-flood", "a page that names one sheet 50,000 times", func() []byte {
		return []byte(mail("b", htmlPart("a.htm", "8bit", framed(strings.Split(strings.Repeat("s.htm ", 50_000)+"s.htm", " ")...)), htmlPart("s.htm", "8bit", page03)))
	}, "too-complex|corrupt|judged"},
	{"mhtml-sheet-gone", "a page that names a sheet which is not there", raw(mail("b", htmlPart("a.htm", "8bit", framed("s.htm", "t.htm")), htmlPart("s.htm", "8bit", page03))), "corrupt"},
	{"mhtml-sheets-remote", "sheets on another computer and in files of this one", raw(mail("b", htmlPart("a.htm", "8bit", framed("http://127.0.0.1:9/s.htm", "file:///etc/passwd")))), "corrupt|no-forms"},
	{"mhtml-location-twice", "two parts at one place: which one is shown?", raw(mail("b", htmlPart("a.htm", "8bit", framed("s.htm")), htmlPart("s.htm", "8bit", page03), htmlPart("s.htm", "8bit", strings.Replace(page03, "3.00", "4.00", 1)))), "corrupt|judged"},
	{"mhtml-base64-garbage", "base64 that is none", raw(mail("b", htmlPart("a.htm", "base64", strings.Repeat("=!?表\r\n", 10_000)))), "corrupt|no-forms"},
	{"mhtml-base64-cut", "base64 that ends in the middle of a group", dressed("mhtml-alone-base64", func(s string) string { return s[:len(s)-7] }), "judged|corrupt"},
	{"mhtml-printable-garbage", "signs of equality with no code behind them, lines that never end", raw(mail("b", htmlPart("a.htm", "quoted-printable", page03+"=ZZ=G=\x00="+strings.Repeat("=3D", 500_000)+"="))), "judged|corrupt|too-complex"},
	{"mhtml-encoding-unknown", "an encoding that nobody knows", raw(mail("b", htmlPart("a.htm", "x-uuencode", page03))), "corrupt|judged|no-forms"},
	{"mhtml-headers-flood", "a part with a million headers", raw(mail("b", strings.Repeat("X-A: 1\r\n", 1_000_000)+htmlPart("a.htm", "8bit", page03))), "too-complex|corrupt|judged"},
	{"mhtml-header-folded", "a header folded over 500,000 lines", raw("MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", strings.Repeat(" x=1;\r\n", 500_000), " boundary=b\r\n\r\n--b\r\n", htmlPart("a.htm", "8bit", page03), "\r\n--b--\r\n"), "too-complex|corrupt|judged|not-a-workbook|no-forms"},
	{"mhtml-cut", "the first half of a file", dressed("mhtml-excel", half), "corrupt"},
	{"mhtml-cut-at-end", "a file without its last boundary", dressed("mhtml-excel", func(s string) string { return s[:strings.LastIndex(s, "\r\n--")] }), "judged|corrupt"},
	{"mhtml-no-page", "an archive of pictures only", raw(mail("b", "Content-Type: image/png\r\nContent-Location: a.png\r\n\r\n\x89PNG")), "corrupt|no-forms|not-a-workbook|html"},
	{"mhtml-scripts", "scripts and frames in the page and its parts", raw(mail("b", htmlPart("a.htm", "8bit", strings.Replace(page03, "<body>", "<body onload=alert(1)><script src=http://127.0.0.1:9/x.js></script><iframe src=s.htm></iframe>", 1)), "Content-Type: application/javascript\r\n\r\nalert(1)")), Judged},
	{"mhtml-letter", "a letter with a workbook as its attachment", raw("From: a@b\r\nTo: c@d\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b\r\nContent-Type: application/vnd.ms-excel; name=a.xls\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n0M8R4KGxGuE=\r\n--b--\r\n"), "corrupt|no-forms|not-a-workbook|html"},
}
