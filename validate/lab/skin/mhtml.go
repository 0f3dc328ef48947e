package skin

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"mime/quotedprintable"
	"slices"
	"strings"
)

// archive is one way of folding pages into a single file. The zero archive is
// Excel's: a frameset, a part for each sheet, a style sheet and the tabs.
type archive struct {
	charset  string // of the pages, "" for gbk, which calls itself gb2312
	encoding string // of the parts, "" for quoted-printable
	head     string // before the first boundary, "" for Excel's; %s is the boundary
	boundary string
	base     string // before the names in Content-Location
	shuffled bool   // parts in another order than the sheets
	inline   bool   // styles in each sheet's own head
	lf       bool
	page     *page // all sheets in one page instead of a frameset
	nested   bool  // the page within a multipart/alternative, beside a plain text
	alone    bool  // the page is no part but all there is
	image    bool  // a picture first
}

const excelArchive = "MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related; boundary=\"%s\"\n\n" +
	"This document is a Single File Web Page, also known as a Web Archive file.\n"

// excelBase is where Excel says its parts are.
const excelBase = "file:///C:/8A2F1B3C/"

// archives are the ways.
var archives = func() []Skin {
	tables := &page{before: "<html><head><title>决算</title></head><body>", after: "</body></html>", table: " border=1"}
	titled := &page{before: "<html><head>" + metaUTF8 + "</head><body>", after: "</body></html>", titles: paragraphs("h2", "p")}
	gb := &page{before: "<html><head>" + metaGB + "</head><body>", after: "</body></html>", table: " border=1"}
	blink := "From: <Saved by Blink>\nSnapshot-Content-Location: http://10.1.2.3/jsgk/view.do?id=7\nSubject: =?utf-8?Q?=E5=86=B3=E7=AE=97=E5=85=AC=E5=BC=80?=\nDate: Tue, 20 Aug 2024 10:11:12 +0800\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"%s\"\n\n"
	var out []Skin
	for _, v := range []struct {
		name, ext string
		archive
	}{
		{"mhtml-excel", "mht", archive{base: excelBase}},
		{"mhtml-excel-named-xls", "xls", archive{base: excelBase, inline: true}},
		{"mhtml-utf8", "mht", archive{base: excelBase, charset: "utf-8"}},
		{"mhtml-base64", "mht", archive{base: excelBase, charset: "utf-8", encoding: "base64"}},
		{"mhtml-base64-gb2312", "mht", archive{base: excelBase, encoding: "base64"}},
		{"mhtml-8bit", "mht", archive{base: excelBase, encoding: "8bit", inline: true}},
		{"mhtml-7bit-undeclared", "mhtml", archive{base: excelBase, charset: "utf-8", encoding: "none"}},
		{"mhtml-shuffled", "mht", archive{base: excelBase, shuffled: true}},
		{"mhtml-lf", "mht", archive{base: excelBase, lf: true}},
		{"mhtml-relative", "mht", archive{base: "", boundary: "----=_NextPart_1", shuffled: true}},
		{"mhtml-unquoted-boundary", "mht", archive{head: "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=%s; type=text/html\n\n", boundary: "NextPart.1"}},
		{"mhtml-lower-case-headers", "mht", archive{base: excelBase, head: "mime-version: 1.0\ncontent-type: Multipart/Related; BOUNDARY=\"%s\"\n\n"}},
		{"mhtml-blink", "mhtml", archive{head: blink, boundary: "----MultipartBoundary--qwertyuiop1234567890----", page: tables, charset: "utf-8"}},
		{"mhtml-blink-titles", "mhtml", archive{head: blink, boundary: "----MultipartBoundary--abc----", page: titled, charset: "utf-8", image: true}},
		{"mhtml-page-gb2312", "mht", archive{page: gb}},
		{"mhtml-alternative", "mht", archive{page: gb, nested: true}},
		{"mhtml-alone", "mht", archive{page: gb, alone: true}},
		{"mhtml-alone-base64", "mht", archive{page: tables, alone: true, charset: "utf-8", encoding: "base64"}},
	} {
		out = append(out, Skin{Name: v.name, Kind: MHTML, Ext: v.ext, Make: v.bytes, Hides: v.page == nil})
	}
	return out
}()

// member is a part of an archive.
type member struct{ name, kind, text string }

func (a *archive) bytes(b *Book) []byte {
	members := a.members(b)
	boundary := or(a.boundary, "----=_NextPart_01DAF2C4.5B6E7F80")
	var w bytes.Buffer
	if a.alone {
		w.WriteString("From: \"Saved by Windows Internet Explorer 8\"\r\nSubject: x\r\nMIME-Version: 1.0\r\n")
		a.member(&w, members[0])
		return w.Bytes()
	}
	fmt.Fprintf(&w, or(a.head, excelArchive), boundary)
	for _, m := range members {
		fmt.Fprintf(&w, "\n--%s\n", boundary)
		if a.nested && strings.HasPrefix(m.kind, "text/html") {
			fmt.Fprintf(&w, "Content-Type: multipart/alternative; boundary=\"inner\"\n\n--inner\nContent-Type: text/plain; charset=us-ascii\n\nsee the page\n\n--inner\n")
			a.member(&w, m)
			w.WriteString("\n--inner--\n")
			continue
		}
		a.member(&w, m)
	}
	fmt.Fprintf(&w, "\n--%s--\n", boundary)
	if a.lf {
		return w.Bytes()
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(w.Bytes(), []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
}

// member writes a part's headers and its body, encoded.
func (a *archive) member(w *bytes.Buffer, m member) {
	body := []byte(m.text)
	kind := m.kind
	if kind == "text/html" || kind == "text/css" {
		charset := or(a.charset, "gbk")
		body = encode(charset, m.text)
		kind = fmt.Sprintf("%s; charset=\"%s\"", m.kind, strings.ReplaceAll(charset, "gbk", "gb2312"))
	}
	fmt.Fprintf(w, "Content-Location: %s\n", a.base+m.name)
	encoding := or(a.encoding, "quoted-printable")
	if encoding != "none" {
		fmt.Fprintf(w, "Content-Transfer-Encoding: %s\n", encoding)
	}
	fmt.Fprintf(w, "Content-Type: %s\n\n", kind)
	switch encoding {
	case "quoted-printable":
		q := quotedprintable.NewWriter(w)
		if _, err := q.Write(body); err != nil {
			panic(err)
		}
		if err := q.Close(); err != nil {
			panic(err)
		}
	case "base64":
		for line := range slices.Chunk([]byte(base64.StdEncoding.EncodeToString(body)), 76) {
			w.Write(line)
			w.WriteString("\n")
		}
	default:
		w.Write(body)
	}
	w.WriteString("\n")
}

// members are the parts in the order they are written.
func (a *archive) members(b *Book) []member {
	if a.page != nil {
		out := []member{{"http://10.1.2.3/jsgk/view.do", "text/html", a.page.source(b.Sheets, b)}}
		if a.image {
			out = append([]member{{"http://10.1.2.3/logo.png", "image/png", "\x89PNG not a picture"}}, out...)
		}
		return append(out, member{"http://10.1.2.3/css/a.css", "text/css", "td { color: red }"})
	}
	charset := strings.ReplaceAll(or(a.charset, "gbk"), "gbk", "gb2312")
	out := []member{{"book.htm", "text/html", frameset(b, charset)}}
	var sheets []member
	for i, s := range b.Sheets {
		p := page{table: excelTable, columns: excelColumns, row: excelRow, attrs: excelClass, text: excelText, lumped: true, after: excelAfter}
		if a.inline {
			p.styled = excelHead(charset, "Microsoft Excel 15")
		} else {
			p.before = fmt.Sprintf("<html>\n<head>\n<meta http-equiv=Content-Type content=\"text/html; charset=%s\">\n<link rel=Stylesheet href=stylesheet.css>\n</head>\n<body>\n", charset)
		}
		sheets = append(sheets, member{fmt.Sprintf("book.files/sheet%03d.htm", i+1), "text/html", p.source([]*Sheet{s}, b)})
	}
	if a.shuffled {
		slices.Reverse(sheets)
	}
	out = append(out, member{"book.files/tabstrip.htm", "text/html", tabs(b, charset)})
	if !a.inline {
		out = append(out, member{"book.files/stylesheet.css", "text/css", excelStyles(b)})
	}
	out = append(out, sheets...)
	return append(out, member{"book.files/filelist.xml", "text/xml; charset=\"utf-8\"", `<xml xmlns:o="urn:schemas-microsoft-com:office:office"><o:MainFile HRef="../book.htm"/></xml>`})
}

// frameset is the page that names the sheets.
func frameset(b *Book, charset string) string {
	var w strings.Builder
	fmt.Fprintf(&w, `<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta name="Excel Workbook Frameset">
<meta http-equiv=Content-Type content="text/html; charset=%s">
<meta name=ProgId content=Excel.Sheet>
<link rel=File-List href="book.files/filelist.xml">
`, charset)
	for i := range b.Sheets {
		fmt.Fprintf(&w, "<link id=\"shLink\" href=\"book.files/sheet%03d.htm\">\n", i+1)
	}
	w.WriteString("<!--[if gte mso 9]><xml>\n <x:ExcelWorkbook>\n  <x:ExcelWorksheets>\n")
	for i, s := range b.Sheets {
		fmt.Fprintf(&w, "   <x:ExcelWorksheet>\n    <x:Name>%s</x:Name>\n    <x:WorksheetSource HRef=\"book.files/sheet%03d.htm\"/>\n   </x:ExcelWorksheet>\n", html.EscapeString(s.Name), i+1)
	}
	w.WriteString("  </x:ExcelWorksheets>\n  <x:Stylesheet HRef=\"book.files/stylesheet.css\"/>\n </x:ExcelWorkbook>\n</xml><![endif]-->\n</head>\n\n" +
		"<frameset rows=\"*,39\" border=0 width=0 frameborder=no framespacing=0>\n <frame src=\"book.files/sheet001.htm\" name=\"frSheet\">\n" +
		" <frame src=\"book.files/tabstrip.htm\" name=\"frTabs\" marginwidth=0 marginheight=0>\n <noframes>\n  <body>\n   <p>此页使用了框架，而您的浏览器不支持框架。</p>\n  </body>\n </noframes>\n</frameset>\n</html>\n")
	return w.String()
}

// tabs is the strip of sheet names: a table, but no sheet.
func tabs(b *Book, charset string) string {
	var w strings.Builder
	w.WriteString("<html>\n<head>\n" + strings.ReplaceAll(metaGB, "gb2312", charset) + "\n</head>\n<body topmargin=0 leftmargin=0 bgcolor=\"#808080\">\n<table border=0 cellspacing=1>\n <tr>\n")
	for i, s := range b.Sheets {
		fmt.Fprintf(&w, " <td bgcolor=\"#FFFFFF\" nowrap><b><small><small>&nbsp;<a href=\"sheet%03d.htm\" target=\"frSheet\"><font face=\"宋体\" color=\"#000000\">%s</font></a>&nbsp;</small></small></b></td>\n",
			i+1, html.EscapeString(s.Name))
	}
	w.WriteString(" </tr>\n</table>\n</body>\n</html>\n")
	return w.String()
}
