package twin

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"mime/quotedprintable"
	"strings"

	"suanqing/validate/document"
)

// Encoding is how a part of a mail is made fit for it.
type Encoding string

const (
	QuotedPrintable Encoding = "quoted-printable"
	Base64          Encoding = "base64"
	EightBit        Encoding = "8bit"
)

// Mail is a document as Excel's 单个文件网页: a page of frames that lists the sheets, a
// page for each, and the strip of tabs. Listed says whether the first page lists them;
// otherwise only the tabs name them.
func Mail(d *document.Document, encoding Encoding, listed bool) []byte {
	const boundary = "----=_NextPart_01DA.2B3C4D5E"
	var b bytes.Buffer
	b.WriteString("MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related;\r\n\tboundary=\"" + boundary + "\"\r\n\r\n这是“单个文件网页”。\r\n")
	part := func(location, text string) {
		fmt.Fprintf(&b, "\r\n--%s\r\nContent-Location: file:///C:/3F/%s\r\nContent-Transfer-Encoding: %s\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\r\n", boundary, location, encoding)
		switch encoding {
		case QuotedPrintable:
			w := quotedprintable.NewWriter(&b)
			w.Write([]byte(text))
			w.Close()
		case Base64:
			packed := base64.StdEncoding.EncodeToString([]byte(text))
			for len(packed) > 76 {
				b.WriteString(packed[:76] + "\r\n")
				packed = packed[76:]
			}
			b.WriteString(packed)
		default:
			b.WriteString(text)
		}
		b.WriteString("\r\n")
	}
	var list, tabs strings.Builder
	for i, s := range d.Sheets {
		fmt.Fprintf(&list, "<x:ExcelWorksheet><x:Name>%s</x:Name><x:WorksheetSource HRef=\"book.files/sheet%03d.htm\"/>%s</x:ExcelWorksheet>\n", html.EscapeString(s.Name), i+1, visible(s))
		fmt.Fprintf(&tabs, "<td><a href=\"sheet%03d.htm\" target=\"frSheet\"><font face=\"宋体\">%s</font></a></td>\n", i+1, html.EscapeString(s.Name))
	}
	if !listed {
		list.Reset()
	}
	part("book.htm", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>\n"+list.String()+
		"</x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head><frameset rows=\"*,39\"><frame src=\"book.files/sheet001.htm\" name=\"frSheet\"><frame src=\"book.files/tabstrip.htm\" name=\"frTabs\"></frameset></html>")
	for i := len(d.Sheets) - 1; i >= 0; i-- { // the order of the parts tells nothing
		page := strings.ReplaceAll(Page(d.Sheets[i], true), "<x:ExcelWorksheet>", "<x:Unlisted>")
		part(fmt.Sprintf("book.files/sheet%03d.htm", i+1), page)
	}
	part("book.files/tabstrip.htm", "<html><body><table><tr>"+tabs.String()+"</tr></table></body></html>")
	b.WriteString("\r\n--" + boundary + "--\r\n")
	return b.Bytes()
}
