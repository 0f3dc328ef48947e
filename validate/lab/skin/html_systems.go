package skin

import (
	"fmt"
	"html"
	"strconv"
	"strings"
)

const (
	metaGB   = `<meta http-equiv="Content-Type" content="text/html; charset=gb2312">`
	metaUTF8 = `<meta http-equiv="Content-Type" content="text/html; charset=utf-8">`

	// officeHead is how most scripts begin, copied from one another.
	officeHead = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40"><head>`
	officeXML  = `<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>%s</x:Name><x:WorksheetOptions><x:DisplayGridlines/></x:WorksheetOptions></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->`
	xhtmlHead  = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n"
)

// systems are pages as servers and scripts write them.
var systems = []named{
	{"html-bare", page{table: ` border="1"`}},
	{"html-asp-gb2312", page{charset: "gbk", before: "<html><head>" + metaGB + "</head><body>\n", after: "</body></html>", table: ` border="1" cellspacing="0"`}},
	{"html-asp-leading-lines", page{charset: "gbk", newline: "\r\n", before: "\n\n\n   \n" + metaGB + "\n", table: ` border=1`}},
	{"html-asp-no-meta", page{charset: "gbk", before: "<html><body>\n", after: "</body></html>"}},
	{"html-gb18030-meta", page{charset: "gb18030", before: `<html><head><meta charset='gb18030'></head><body>`, after: "</body></html>"}},
	{"html-gbk-unquoted", page{charset: "gbk", before: `<HTML><HEAD><META HTTP-EQUIV=Content-Type CONTENT=text/html;charset=GBK></HEAD><BODY>`}},
	{"html-charset-first", page{charset: "gbk", before: `<meta content="text/html; charset=GB2312" http-equiv="content-type"/>`}},
	{"html-gb-title-before-meta", page{charset: "gbk", before: "<html>\n<head>\n<title>部门决算公开表</title>\n" + metaGB + "</head>\n<body>"}},
	{"html-meta-late", page{charset: "gbk", before: "<html><head><style>" + strings.Repeat("td { font-size: 9pt; font-family: 宋体 }\n", 80) + "</style>\n" + metaGB + "</head><body>"}},
	{"html-utf8-bom", page{charset: "utf-8-bom", before: "<html><head><title>导出</title></head><body>"}},
	{"html-bom-over-meta", page{charset: "utf-8-bom", before: "<html><head>" + metaGB + "</head><body>"}},
	{"html-utf8-meta", page{before: "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"UTF-8\">\n</head>\n<body>\n", after: "</body>\n</html>\n"}},
	{"html-utf16le", page{charset: "utf-16le", before: `<html><head><meta http-equiv=Content-Type content="text/html; charset=unicode"></head><body>`}},
	{"html-utf16be", page{charset: "utf-16be", before: `<html><body>`, after: "</body></html>"}},
	{"html-us-ascii", page{before: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=us-ascii"></head><body>`,
		text: func(b *Box) string { return references(markup(b.Shown), "&#%d;") }}},
	{"html-hex-references", page{before: "<html><body>", text: func(b *Box) string { return references(markup(b.Shown), "&#x%X;") }}},
	{"html-xhtml", page{before: xhtmlHead + `<html xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8" /></head><body>`,
		after: "</body></html>", text: func(b *Box) string { return strings.ReplaceAll(markup(b.Shown), "<br>", "<br />") }}},
	{"html-comment-first", page{before: "<!-- 导出时间 2024-08-20 10:11:12, table: <table> -->\n<html><body>"}},
	{"html-style-first", page{before: "<style>td{mso-number-format:\"\\@\"}</style>\n"}},
	{"html-center-first", page{before: "<center>\n", after: "</center>"}},

	{"html-jquery-table2excel", page{styled: func(b *Book) string {
		return officeHead + "<meta charset=\"UTF-8\">" + fmt.Sprintf(officeXML, "Sheet 1") + "</head><body>"
	}, after: "</body></html>"}},
	{"html-tableexport-js", page{styled: func(b *Book) string {
		return officeHead + "<meta http-equiv=\"content-type\" content=\"text/html; charset=UTF-8\"/>" + fmt.Sprintf(officeXML, "决算公开") +
			"<style>br {mso-data-placement:same-cell;}</style></head><body>"
	}, sections: true, after: "</body></html>"}},
	{"html-worksheets-named", page{styled: worksheetsNamed, table: " border=1", after: "</body></html>"}},
	{"html-one-table", page{before: "<html><body>", table: " border=1", one: true}},
	{"html-explicit-spans", page{before: officeHead + "<meta charset=\"utf-8\"></head><body>", explicit: true, table: " border=1"}},
	{"html-sections", page{before: "<html><head>" + metaUTF8 + "</head><body>", sections: true}},
	{"html-trimmed", page{before: "<html><body>", trimmed: true}},
	{"html-unclosed", page{charset: "gbk", before: "<html><head>" + metaGB + "</head><body>", unclosed: true}},
	{"html-capitals", page{charset: "gbk", before: "<HTML><HEAD><META HTTP-EQUIV=\"CONTENT-TYPE\" CONTENT=\"TEXT/HTML; CHARSET=GB2312\"></HEAD><BODY>", table: " border=1", upper: true}},
	{"html-capitals-unclosed", page{before: "<HTML><BODY>", upper: true, unclosed: true}},
	{"html-indented", page{before: "<html>\n<body>\n", fold: true, newline: "\r\n"}},
	{"html-old-mac-lines", page{before: "<html>\n<body>\n", newline: "\r"}},
	{"html-nbsp", page{before: "<html><body>", text: func(b *Box) string {
		if b.Shown == "" {
			return "&nbsp;"
		}
		return "&nbsp;" + markup(b.Shown) + "&nbsp;"
	}}},
	{"html-direction-marks", page{before: "<html><body>", text: func(b *Box) string { return "&#8234;" + markup(b.Shown) + "&lrm;&#8236;" }}},
	{"html-xhtml-icons", page{before: xhtmlHead + "<html><head><title/><script src=\"jquery.js\"/></head><body>", text: func(b *Box) string {
		return `<svg class="icon"/><span style="visibility:hidden">0</span>` + markup(b.Shown)
	}}},
	{"html-named-entities", page{charset: "gbk", before: metaGB, text: func(b *Box) string {
		return entities.Replace(markup(b.Shown))
	}}},
	{"html-bold-spans", page{before: "<html><body>", text: func(b *Box) string {
		return `<b><span lang="EN-US" style="font-size:9.0pt"><font face="宋体" size="2">` + markup(b.Shown) + "</font></span></b>"
	}}},
	{"html-split-runs", page{before: "<html><body>", text: splitRuns}},
	{"html-word-paragraphs", page{before: "<html><body>", text: func(b *Box) string {
		return `<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US>` + markup(b.Shown) + `<o:p></o:p></span></p>`
	}}},
	{"html-divs-links", page{before: "<html><body>", text: func(b *Box) string {
		return `<div align="right"><a href="javascript:void(0)" onclick="detail('x')">` + markup(b.Shown) + "</a></div>"
	}}},
	{"html-comments-within", page{before: "<html><body>", text: func(b *Box) string { return "<!-- 单元格 --> " + markup(b.Shown) + " <!-- <td>9</td> -->" }}},
	{"html-titles-outside", page{before: "<html><head>" + metaUTF8 + "</head><body>", titles: paragraphs("h3", "p")}},
	{"html-titles-in-divs", page{before: "<html><body>", titles: paragraphs("div class=\"title\"", "div")}},
	{"html-caption", page{before: "<html><body>", titles: paragraphs("center", "span"), columns: func(s *Sheet) string { return "<caption></caption>" }}},
	{"html-title-in-caption", page{before: "<html><body>", titles: untitled, columns: caption}},
	{"html-layout-tables", page{before: "<html><body><table width=100% border=0><tr><td>", after: "</td></tr></table></body></html>", table: " border=1",
		ahead: func(i int, s *Sheet) string { return "<table width='98%'><tr><td align=center>" }, behind: func(i int, s *Sheet) string { return "</td></tr></table>" }}},
	{"html-layout-tables-titled", page{before: "<html><body>", titles: layoutTitles}},
	{"html-site-around", page{before: siteBefore, after: siteAfter, ahead: func(i int, s *Sheet) string { return fmt.Sprintf("<hr><a name=t%d></a>", i) }}},
	{"html-text-format-inline", page{before: officeHead + "</head><body>", attrs: inlineFormats(`style="mso-number-format:'\@';text-align:center"`, `style='mso-number-format:"\#\,\#\#0\.00"'`)}},
	{"html-vnd-format-raw", page{before: officeHead + metaUTF8 + "</head><body>", attrs: inlineFormats(`style="vnd.ms-excel.numberformat:@"`, `style="vnd.ms-excel.numberformat:#,##0.00"`), text: rawNumbers}},
	{"html-raw-numbers", page{before: "<html><body>", text: rawNumbers}},
	{"html-plain-numbers", page{before: "<html><body>", text: func(b *Box) string { return strings.ReplaceAll(markup(b.Shown), ",", "") }}},
}

// named is a page with its name.
type named struct {
	name string
	page page
}

// references is a text whose characters beyond ASCII are references.
func references(s, format string) string {
	var w strings.Builder
	for _, r := range s {
		if r < 0x80 {
			w.WriteRune(r)
		} else {
			fmt.Fprintf(&w, format, r)
		}
	}
	return w.String()
}

// entities are characters with names of their own; &middot without its semicolon.
var entities = strings.NewReplacer("“", "&ldquo;", "”", "&rdquo;", "—", "&mdash;", "·", "&middot;", "　", "&#12288;", ".", "&#46;", ",", "&#44;")

// splitRuns parts a text in two runs, as editing leaves it.
func splitRuns(b *Box) string {
	r := []rune(strings.TrimSpace(b.Shown))
	if len(r) < 2 || strings.Contains(b.Shown, "\n") {
		return markup(b.Shown)
	}
	half := len(r) / 2
	return "<span>" + html.EscapeString(string(r[:half])) + "</span><span style='color:red'>" + html.EscapeString(string(r[half:])) + "</span>"
}

// worksheetsNamed lists every sheet in the head; the tables follow in order.
func worksheetsNamed(b *Book) string {
	var w strings.Builder
	w.WriteString(officeHead + "<meta charset=\"utf-8\"><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>")
	for _, s := range b.Sheets {
		w.WriteString("<x:ExcelWorksheet><x:Name>" + html.EscapeString(s.Name) + "</x:Name><x:WorksheetOptions><x:Print><x:ValidPrinterInfo /></x:Print></x:WorksheetOptions></x:ExcelWorksheet>")
	}
	w.WriteString("</x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head><body>\n")
	return w.String()
}

// paragraphs sets what stands above and below the frame as headings and paragraphs.
func paragraphs(title, line string) func(s *Sheet) (above, below string) {
	set := func(w *strings.Builder, element, text string) {
		name, _, _ := strings.Cut(element, " ")
		fmt.Fprintf(w, "<%s>%s</%s>\n", element, text, name)
	}
	return func(s *Sheet) (string, string) {
		var above, below strings.Builder
		first := true
		for row := range s.Rows {
			w := &above
			if row >= s.Foot {
				w = &below
			} else if row >= s.Head {
				continue
			}
			var texts []string
			for _, b := range s.Boxes(row) {
				if b.Shown != "" {
					texts = append(texts, markup(b.Shown))
				}
			}
			switch {
			case len(texts) == 0:
			case first:
				set(w, title, texts[0])
				first = false
			default:
				set(w, line, strings.Join(texts, "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;"))
			}
		}
		return above.String(), below.String()
	}
}

// caption sets the first line as the table's caption; untitled sets the others around it.
func caption(s *Sheet) string {
	for _, b := range s.Boxes(0) {
		if b.Shown != "" {
			return "<caption><b>" + markup(b.Shown) + "</b></caption>\n"
		}
	}
	return ""
}

func untitled(s *Sheet) (string, string) {
	above, below := paragraphs("h3", "p")(s)
	_, above, _ = strings.Cut(above, "</h3>\n")
	return above, below
}

// layoutTitles sets the title and the line under it as tables of their own.
func layoutTitles(s *Sheet) (string, string) {
	above, below := paragraphs("tr", "tr")(s)
	rows := strings.NewReplacer("<tr>", "<tr><td align=center>", "</tr>", "</td></tr>", "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;", "</td><td align=right>")
	around := func(s string) string { return "<table width=100% border=0>" + rows.Replace(s) + "</table>\n" }
	return around(above), around(below)
}

// inlineFormats gives texts and numbers a style each.
func inlineFormats(texts, numbers string) func(b *Box) string {
	return func(b *Box) string {
		switch {
		case b.Number != "" && b.Format != "":
			return " " + numbers
		case b.Shown != "":
			return " " + texts
		}
		return ""
	}
}

// rawNumbers writes numbers as a program's float prints them: 45.8 for 45.80.
func rawNumbers(b *Box) string {
	if f, err := strconv.ParseFloat(b.Number, 64); err == nil {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return markup(b.Shown)
}
