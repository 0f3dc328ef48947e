package mhtml

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/lab/twin"
	"suanqing/validate/read/grid"
	"suanqing/validate/read/xlsx"
)

func load(t testing.TB, name string) ([]byte, *document.Document) {
	t.Helper()
	data, err := os.ReadFile("../../../testdata/" + name + ".xlsx")
	require.NoError(t, err)
	book, err := xlsx.Open(data)
	require.NoError(t, err)
	return data, book
}

// TestBooks: a book as a mail of pages is the book, whatever way its parts are written.
func TestBooks(t *testing.T) {
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024", "clean-wan", "clean-yuan", "xls/formulas"} {
		data, book := load(t, name)
		want := validate.Check("book", data, nil).Report
		for _, encoding := range []twin.Encoding{twin.QuotedPrintable, twin.Base64, twin.EightBit} {
			for _, listed := range []bool{true, false} {
				mail := twin.Mail(book, encoding, listed)
				got, err := Open(mail)
				require.NoError(t, err, "%s in %s", name, encoding)
				assert.Empty(t, twin.Differences(book, got), "%s in %s, listed %v", name, encoding, listed)
				report := validate.CheckBook("book", mail, Open, nil).Report
				report.SHA256 = want.SHA256
				assert.Equal(t, want, report, name)
			}
		}
	}
}

// mail is a message with parts; each begins with its header.
func mail(parts ...string) string {
	s := "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\";\n boundary=\"=_b\"\n\nbefore\n"
	for _, p := range parts {
		s += "--=_b\n" + p + "\n"
	}
	return s + "--=_b--\nafter"
}

const form = "<table><tr><td>收入决算表</table>"

func TestParts(t *testing.T) {
	gb, err := simplifiedchinese.GBK.NewEncoder().String(form)
	require.NoError(t, err)
	for name, c := range map[string]struct{ mail, want string }{
		"one":                {mail("Content-Type: text/html\n\n" + form), "收入决算表"},
		"carriage returns":   {strings.ReplaceAll(mail("Content-Type: text/html\n\n"+form), "\n", "\r\n"), "收入决算表"},
		"charset":            {mail("content-type: TEXT/HTML; charset=\"GB2312\"\n\n" + gb), "收入决算表"},
		"charset unsaid":     {mail("Content-Type: text/html\n\n" + gb), "收入决算表"},
		"charset wrong":      {mail("Content-Type: text/html; charset=us-ascii\n\n" + gb), "收入决算表"},
		"quoted-printable":   {mail("Content-Type: text/html\nContent-Transfer-Encoding: Quoted-Printable\n\n<table><tr><td cla=\nss=3Da>=E8=A1=A8=zz=</table>"), "表=zz="},
		"quoted, soft end":   {mail("Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<table><tr><td>=E8=A1=A8=  \n</table>"), "表"},
		"base64":             {mail("Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHRhYmxlPjx0cj48\ndGQ+6KGoPC90YWJsZT4=\n"), "表"},
		"other parts":        {mail("Content-Type: image/png\n\n\x00\xFF", "Content-Type: text/html\n\n"+form, "Content-Type: text/xml\n\n<a>"), "收入决算表"},
		"parts in parts":     {mail("Content-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: text/plain\n\nx\n--inner\nContent-Type: text/html\n\n" + form + "\n--inner--"), "收入决算表"},
		"no parts":           {"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + form, "收入决算表"},
		"boundary in a text": {mail("Content-Type: text/html\n\n<p>a --=_b\n--=_bc\n" + form), "a --=_b --=_bc|收入决算表"},
		"styles beside":      {mail("Content-Type: text/html\n\n<table><tr><td class=a>1.50", "Content-Type: text/css\n\n.a{mso-number-format:\"0\\.000\"}"), "1.50"},
		"number format":      {mail("Content-Type: text/css\n\n.a{mso-number-format:\"0\\.000\"}", "Content-Type: text/html\n\n<table><tr><td class=a x:num=1.5>"), "1.500"},
		"two pages":          {mail("Content-Type: text/html\n\n"+form, "Content-Type: text/html\n\n<p>no table", "Content-Type: text/html\n\n<table><tr><td>2</table>"), "收入决算表/2"},
	} {
		book, err := Open([]byte(c.mail))
		require.NoError(t, err, name)
		var sheets []string
		for _, s := range book.Sheets {
			var cells []string
			for _, r := range s.Rows {
				for i := range r.Cells {
					cells = append(cells, r.Cells[i].Shown())
				}
			}
			sheets = append(sheets, strings.Join(cells, "|"))
		}
		assert.Equal(t, c.want, strings.Join(sheets, "/"), name)
	}
}

func TestRefusals(t *testing.T) {
	nested := "Content-Type: text/html\n\n" + form
	for i := range 20 {
		b := "b" + strconv.Itoa(i)
		nested = "Content-Type: multipart/mixed; boundary=" + b + "\n\n--" + b + "\n" + nested + "\n--" + b + "--"
	}
	for name, c := range map[string]struct{ mail, code string }{
		"no form":      {mail("Content-Type: text/plain\n\n" + form), "html"},
		"no table":     {mail("Content-Type: text/html\n\n<p>a"), "html"},
		"no boundary":  {"MIME-Version: 1.0\nContent-Type: multipart/related\n\n--a\n", "corrupt"},
		"no parts":     {"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n", "corrupt"},
		"cut":          {strings.TrimSuffix(mail("Content-Type: text/html\n\n"+form), "--=_b--\nafter"), "corrupt"},
		"only tabs":    {mail("Content-Type: text/html\nContent-Location: tabstrip.htm\n\n<table><tr><td>1</table>"), "html"},
		"only frames":  {mail("Content-Type: text/html\n\n<frameset><frame src=a.htm></frameset>"), "html"},
		"deep":         {nested, "too-complex"},
		"many parts":   {mail(strings.Split(strings.Repeat("Content-Type: text/html\n\nx|", maxParts+1), "|")...), "too-complex"},
		"long header":  {"MIME-Version: 1.0\n" + strings.Repeat("a: b\n", maxHeader), "too-complex"},
		"bad base64":   {mail("Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHRhYmxlPjx0cj48dGQ+6KGoPC90YWJsZT4=!!!!"), "corrupt"},
		"sheet gone":   {mail("Content-Type: text/html\nContent-Location: a.htm\n\n<x:ExcelWorksheet><x:Name>表</x:Name><x:WorksheetSource HRef=\"b.files/s.htm\"/></x:ExcelWorksheet>", "Content-Type: text/html\n\n"+form), "corrupt"},
		"long file":    {strings.Repeat(" ", grid.MaxFile+1), "too-large"},
		"many cells":   {mail("Content-Type: text/html\n\n<table>"+strings.Repeat("<tr><td>1", grid.MaxCells/2+1), "Content-Type: text/html\n\n<table>"+strings.Repeat("<tr><td>1", grid.MaxCells/2+1)), "too-complex"},
		"another kind": {mail("Content-Type: text/html; charset=big5\n\n<table>\xA6\xAC\xA4J"), "corrupt"},
	} {
		book, err := Open([]byte(c.mail))
		require.Nil(t, book, name)
		var refusal *document.Refusal
		require.ErrorAs(t, err, &refusal, name)
		assert.Equal(t, c.code, refusal.Code, "%s: %s", name, refusal.Message)
	}
}

func FuzzOpen(f *testing.F) {
	_, book := load(f, "lanshan-2023")
	last := &document.Document{Sheets: book.Sheets[7:]}
	f.Add(twin.Mail(last, twin.QuotedPrintable, true))
	f.Add(twin.Mail(last, twin.Base64, false))
	f.Add([]byte(mail("Content-Type: multipart/alternative; boundary=inner\n\n--inner\nContent-Type: text/html; charset=gbk\n\n"+form+"\n--inner--", "Content-Type: text/css\n\n.a{}")))
	f.Fuzz(func(t *testing.T, data []byte) { twin.Sound(t, data, Open) })
}
