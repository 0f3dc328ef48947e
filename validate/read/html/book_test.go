package html

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/internal/wide"
	"suanqing/validate/lab/twin"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
)

var books = []string{"lanshan-2023", "putuo-finance-2024", "clean-wan", "clean-yuan", "xls/structure", "xls/formulas", "xls/formats"}

func load(t testing.TB, name string) ([]byte, *document.Document) {
	t.Helper()
	data, err := os.ReadFile("../../../testdata/" + name + ".xlsx")
	require.NoError(t, err)
	book, err := xlsx.Open(data)
	require.NoError(t, err)
	return data, book
}

// TestSheets: a sheet as Excel's page of it is the sheet.
func TestSheets(t *testing.T) {
	for _, name := range books {
		_, book := load(t, name)
		for _, s := range book.Sheets {
			if rows, cols := twin.Extent(s); rows*cols > 100_000 {
				continue // a cell far off
			}
			page := twin.Page(s, true)
			got, err := Open([]byte(page))
			require.NoError(t, err, "%s %s", name, s.Name)
			assert.Empty(t, twin.Differences(&document.Document{Sheets: []*document.Sheet{s}}, got), name)
		}
	}
}

// said is what a report says, but for where.
func said(r *report.Report) (list []string) {
	list = append(list, string(r.Verdict), r.Department, r.Unit)
	for _, f := range r.Findings {
		list = append(list, string(f.Severity)+" "+f.Rule+" "+f.Message)
	}
	return list
}

// TestReports: a book whose tables only show their texts, on one page, gets the report of
// the book, whatever it is encoded in.
func TestReports(t *testing.T) {
	for _, name := range books[:4] {
		data, book := load(t, name)
		want := said(validate.Check("book.xlsx", data, nil).Report)
		page := twin.Tables(book)
		chinese, err := simplifiedchinese.GB18030.NewEncoder().String(strings.Replace(page, "utf-8", "gb2312", 1))
		require.NoError(t, err)
		for encoding, text := range map[string]string{"utf-8": page, "gb18030": chinese, "utf-16": "\xFF\xFE" + string(wide.Bytes(page))} {
			got := validate.CheckBook("book.xls", []byte(text), Open, nil).Report
			require.Nil(t, got.Error)
			assert.Equal(t, want, said(got), "%s in %s", name, encoding)
		}
	}
}
