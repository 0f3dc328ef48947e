package xlsx

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/document"
)

// report is nine sheets of the size of a published set: titles, names as shared
// strings, figures in the accounting format.
func report(tb testing.TB, rows, cols int) []byte {
	tb.Helper()
	f := excelize.NewFile()
	style, err := f.NewStyle(&excelize.Style{NumFmt: 4})
	require.NoError(tb, err)
	for n := range 9 {
		sheet := fmt.Sprintf("GK%02d", n+1)
		_, err := f.NewSheet(sheet)
		require.NoError(tb, err)
		for r := range rows {
			for c := range cols {
				at := document.Address(r, c)
				if c < 2 || r < 4 {
					require.NoError(tb, f.SetCellValue(sheet, at, fmt.Sprintf("项目支出%d-%d", r, c)))
					continue
				}
				require.NoError(tb, f.SetCellValue(sheet, at, float64(r*1000+c*7)+0.35))
				require.NoError(tb, f.SetCellStyle(sheet, at, at, style))
			}
		}
		require.NoError(tb, f.MergeCell(sheet, "A1", "F1"))
	}
	require.NoError(tb, f.DeleteSheet("Sheet1"))
	return save(tb, f)
}

func save(tb testing.TB, f *excelize.File) []byte {
	tb.Helper()
	var b bytes.Buffer
	require.NoError(tb, f.Write(&b))
	return b.Bytes()
}

func BenchmarkOpenReport(b *testing.B) {
	data := report(b, 60, 10)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(data); err != nil {
			b.Fatal(err)
		}
	}
}

// The same work through excelize, for comparison.
func BenchmarkExcelizeReport(b *testing.B) {
	data := report(b, 60, 10)
	b.ReportAllocs()
	for b.Loop() {
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		for _, sheet := range f.GetSheetList() {
			if _, err := f.GetRows(sheet); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// 980,000 cells: twice 70,000 rows of 7.
func BenchmarkOpenLarge(b *testing.B) {
	var s strings.Builder
	for r := 1; r <= 70_000; r++ {
		fmt.Fprintf(&s, `<row r="%d">`, r)
		for c := range 7 {
			fmt.Fprintf(&s, `<c r="%s" s="1"><v>%d.25</v></c>`, document.Address(r-1, c), r+c)
		}
		s.WriteString(`</row>`)
	}
	data := book(sheetXML(s.String()), member{"xl/workbook.xml", strings.Replace(bookXML, "</sheets>",
		`<sheet name="表二" sheetId="2" r:id="rId1"/></sheets>`, 1)})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(data); err != nil {
			b.Fatal(err)
		}
	}
}
