package skin

import (
	"fmt"
	"html"
	"sort"
	"strconv"
	"strings"
)

const siteBefore = `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<title>某市人民政府 部门决算公开</title>
<script type="text/javascript">
var rows = [["合计", 1, 2]]; if (rows.length < 3 && "<table>") { document.write("<table><tr><td>收入支出决算总表</td></tr></table>"); }
</script>
<style type="text/css">table { border-collapse: collapse; } .n { text-align: right }</style>
<link rel="stylesheet" href="/css/print.css">
</head>
<body onload="window.print()">
<noscript>请打开脚本</noscript>
<form action="/export.do" method="post"><input type="hidden" name="year" value="2023"><select name="unit"><option>元</option><option selected>万元</option></select>
<input type="button" value="导出 Excel" onclick="doExport()"></form>
<div class="nav"><a href="/">首页</a> &gt; <a href="/jsgk">决算公开</a></div>
`

const siteAfter = `
<div style="display:none">12345.67</div>
<p class="foot">版权所有 &copy; 2024 某市人民政府&nbsp;&nbsp;备案号：12345678</p>
<script>count(1)</script>
</body>
</html>
`

// office are pages as office programs save them.
var office = []named{
	{"html-excel-save", page{charset: "gbk", newline: "\r\n", styled: excelHead("gb2312", "Microsoft Excel 15"), table: excelTable, columns: excelColumns,
		row: excelRow, attrs: excelClass, text: excelText, lumped: true, behind: nil, after: excelAfter}},
	{"html-excel-save-utf8", page{styled: excelHead("utf-8", "Microsoft Excel 12"), table: excelTable, columns: excelColumns,
		row: excelRow, attrs: excelClass, text: excelText, lumped: true, after: excelAfter}},
	{"html-excel-2000", page{charset: "gbk", styled: excelHead("gb2312", "Microsoft Excel 9"), table: excelTable + " x:str", columns: excelColumns,
		row: excelRow, attrs: func(b *Box) string { return excelClass(b) + excelValue(b, false) }, text: excelText, lumped: true, after: excelAfter}},
	{"html-excel-2003-formulas", page{charset: "gbk", styled: excelHead("gb2312", "Microsoft Excel 11"), table: excelTable + " x:str", columns: excelColumns,
		row: excelRow, attrs: func(b *Box) string { return excelClass(b) + excelValue(b, true) }, text: excelText, lumped: true, after: excelAfter}},
	{"html-wps-save", page{charset: "gbk", styled: excelHead("gb2312", "WPS Office ET"), table: excelTable, row: excelRow,
		attrs: excelClass, text: excelText, lumped: true, after: excelAfter}},
	{"html-libreoffice-save", page{before: libreBefore, ahead: libreHeading, table: ` cellspacing="0" border="0"`, attrs: libreValue, text: libreText, after: "</body>\n\n</html>\n"}},
}

const (
	excelTable = ` border=0 cellpadding=0 cellspacing=0 width=1064 style='border-collapse: collapse;table-layout:fixed;width:798pt'`
	excelAfter = "</body>\n\n</html>\n"
)

// excelHead is the head of a page saved by Excel: a class for each number format.
func excelHead(charset, generator string) func(b *Book) string {
	return func(b *Book) string {
		var w strings.Builder
		fmt.Fprintf(&w, `<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=%s">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="%s">
<link id=Main-File rel=Main-File href="../book.htm">
<!--[if gte mso 9]><xml>
 <o:DocumentProperties>
  <o:Author>财务科</o:Author>
 </o:DocumentProperties>
</xml><![endif]-->
<style>
<!--
%s-->
</style>
<![if !supportTabStrip]><script language="JavaScript">
<!--
if (window.name!="frSheet")
 window.location.replace("../book.htm");
//-->
</script>
<![endif]>
</head>

<body link=blue vlink=purple>

`, charset, generator, excelStyles(b))
		return w.String()
	}
}

// excelStyles is a style sheet with the number formats as classes.
func excelStyles(b *Book) string {
	var w strings.Builder
	w.WriteString("table\n\t{mso-displayed-decimal-separator:\"\\.\";\n\tmso-displayed-thousand-separator:\"\\,\";}\n@page\n\t{margin:.75in .7in .75in .7in;}\ntr\n\t{mso-height-source:auto;}\n" +
		"td\n\t{mso-style-parent:style0;\n\tpadding:0px;\n\tmso-number-format:General;\n\tfont-family:宋体;\n\tmso-generic-font-family:auto;\n\tborder:none;\n\twhite-space:nowrap;}\n")
	seen := map[string]bool{}
	for _, s := range b.Sheets {
		for _, c := range s.cells {
			seen[c.Format] = true
		}
	}
	var codes []string
	for code := range seen {
		codes = append(codes, code)
	}
	sort.Strings(codes)
	for _, code := range codes {
		fmt.Fprintf(&w, ".%s\n\t{mso-style-parent:style0;\n\tmso-number-format:%s;\n\ttext-align:right;\n\tborder:.5pt solid windowtext;}\n", className(code), cssFormat(code))
	}
	w.WriteString(".xl24\n\t{mso-style-parent:style0;\n\tmso-number-format:\"\\@\";\n\ttext-align:left;}\n")
	return w.String()
}

// className is a class for a number format.
func className(code string) string {
	n := uint32(7)
	for _, r := range code {
		n = n*31 + uint32(r)
	}
	return fmt.Sprint("xl", 65+n%9000)
}

// cssFormat is a number format as mso-number-format has it: names of the common
// ones, else with a backslash before what means something to CSS.
func cssFormat(code string) string {
	switch code {
	case "":
		return "General"
	case "#,##0.00":
		return "Standard"
	case "0.00":
		return "Fixed"
	}
	return `"` + cssSigns.Replace(code) + `"`
}

var cssSigns = strings.NewReplacer(`"`, `\0022`, "#", `\#`, ",", `\,`, ".", `\.`, "(", `\(`, ")", `\)`, ";", `\;`, `\`, `\\`, "@", `\@`, "[", `\[`, "]", `\]`)

func excelColumns(s *Sheet) string {
	var w strings.Builder
	for col := range s.Cols {
		if s.HiddenCols[col] {
			w.WriteString(" <col width=0 style='display:none;mso-width-source:userset;mso-width-alt:2304'>\n")
		} else {
			w.WriteString(" <col width=72 style='mso-width-source:userset;mso-width-alt:2304;width:54pt'>\n")
		}
	}
	return w.String()
}

func excelRow(s *Sheet, row int) string {
	if s.HiddenRows[row] {
		return " height=0 style='display:none;mso-height-source:userset;mso-height-alt:285'"
	}
	return " height=19 style='height:14.25pt'"
}

func excelClass(b *Box) string {
	class := className(b.Format)
	if b.Number == "" && b.Shown != "" && isDigits(b.Shown) {
		class = "xl24"
	}
	if b.Number != "" {
		return fmt.Sprintf("\n  align=right class=%s width=72 style='border-top:none;width:54pt'", class)
	}
	return fmt.Sprintf("\n  class=%s width=72 style='border-left:none;\n  width:54pt'", class)
}

// excelValue is what Excel 2000 to 2003 said of a value beside what it shows.
func excelValue(b *Box, formulas bool) string {
	value := ""
	switch {
	case b.Number != "" && b.Shown == b.Number:
		value = " x:num"
	case b.Number != "":
		value = fmt.Sprintf(` x:num="%s"`, b.Number)
	case isDigits(b.Shown):
		value = " x:str"
	case strings.HasPrefix(b.Shown, " ") && !strings.Contains(b.Shown, "\n"):
		value = fmt.Sprintf(` x:str="%s"`, html.EscapeString(b.Shown))
	}
	if formulas && b.Formula != "" {
		value += fmt.Sprintf(` x:fmla="=%s"`, html.EscapeString(b.Formula))
	}
	return value
}

// excelText is a text with its blanks told one by one.
func excelText(b *Box) string {
	inner := strings.TrimLeft(b.Shown, " ")
	spaces := len(b.Shown) - len(inner)
	body := strings.ReplaceAll(html.EscapeString(inner), "\n", "<br>\n    ")
	if spaces == 0 {
		return body
	}
	return "<span style='mso-spacerun:yes'>" + strings.Repeat("&nbsp;", spaces) + "</span>" + body
}

func isDigits(s string) bool {
	_, err := strconv.ParseUint(s, 10, 64)
	return err == nil
}

const libreBefore = `<!DOCTYPE html>

<html>
<head>
	<meta http-equiv="content-type" content="text/html; charset=utf-8"/>
	<title></title>
	<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/>
	<style type="text/css">
		body,div,table,thead,tbody,tfoot,tr,th,td,p { font-family:"Calibri"; font-size:x-small }
		comment { display:none;  }
	</style>
</head>

<body>
<hr>
	<p><center>
		<h1>Overview</h1>
		<A HREF="#table0">第一张</A><br>
	</center></p>
`

func libreHeading(i int, s *Sheet) string {
	return fmt.Sprintf("<hr>\n<A NAME=\"table%d\"><h1>Sheet %d: <em>%s</em></h1></A>\n", i, i+1, html.EscapeString(s.Name))
}

func libreValue(b *Box) string {
	if b.Number == "" {
		return ` align="left" valign=middle`
	}
	if b.Format == "" {
		return fmt.Sprintf(` align="right" valign=middle sdval="%s" sdnum="2052;"`, b.Number)
	}
	return fmt.Sprintf(` align="right" valign=middle sdval="%s" sdnum="2052;0;%s"`, b.Number, html.EscapeString(b.Format))
}

func libreText(b *Box) string {
	if b.Shown == "" {
		return "<font color=\"#000000\"><br></font>"
	}
	return `<font face="宋体" color="#000000">` + markup(b.Shown) + "</font>"
}

// pages are all the pages as skins.
var pages = func() []Skin {
	var out []Skin
	for _, n := range append(systems, office...) {
		excel := n.page.row != nil
		out = append(out, Skin{Name: n.name, Kind: HTML, Ext: "xls", Make: n.page.bytes, Hides: excel && n.page.columns != nil,
			Computes: strings.Contains(n.name, "formulas")})
	}
	return out
}()
