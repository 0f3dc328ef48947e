package validate_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/report"
)

// An acceptance is bound to a fingerprint, so it has to lapse with all that a finding
// means: the same figures in another unit are another matter.
func TestFingerprints(t *testing.T) {
	data, err := os.ReadFile("../testdata/lanshan-2023.xlsx")
	require.NoError(t, err)
	prints := func(severity report.Severity, edit func(*excelize.File)) map[string]bool {
		t.Helper()
		book, err := excelize.OpenFile("../testdata/lanshan-2023.xlsx")
		require.NoError(t, err)
		defer book.Close()
		edit(book)
		changed, err := book.WriteToBuffer()
		require.NoError(t, err)
		all := map[string]bool{}
		for _, f := range validate.Check("a.xlsx", changed.Bytes(), nil).Report.Findings {
			if f.Severity == severity {
				all[f.Fingerprint] = true
			}
		}
		require.NotEmpty(t, all)
		return all
	}
	before := map[string]bool{}
	for _, f := range validate.Check("b.xlsx", data, nil).Report.Findings {
		before[f.Fingerprint] = true
	}
	require.Len(t, before, 7)

	assert.Equal(t, before, prints(report.Tail, func(*excelize.File) {}), "the name of the file is nothing to it")
	assert.Equal(t, before, prints(report.Tail, func(f *excelize.File) {
		for _, sheet := range f.GetSheetList() {
			require.NoError(t, f.InsertRows(sheet, 1, 1))
		}
	}), "nor is the place")
	inYuan := prints(report.Error, func(f *excelize.File) {
		for _, sheet := range f.GetSheetList() {
			rows, err := f.GetRows(sheet)
			require.NoError(t, err)
			for r, row := range rows {
				for c, text := range row {
					if strings.Contains(text, "万元") {
						cell, err := excelize.CoordinatesToCellName(c+1, r+1)
						require.NoError(t, err)
						require.NoError(t, f.SetCellValue(sheet, cell, strings.ReplaceAll(text, "万元", "元")))
					}
				}
			}
		}
	})
	require.Len(t, inYuan, 7)
	for print := range inYuan {
		assert.NotContains(t, before, print, "what was a tail in 万元 is an error in 元")
	}
}
