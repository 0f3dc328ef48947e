package validate_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/report"
)

// Figures that belong to no known row or column may be what an equation lacks: it is
// then not checked, which is no error. What they cannot explain is one.
func TestUnknownFiguresAreNoErrors(t *testing.T) {
	const expenditure = 2 // the sheet of F03
	check := func(edit func(f *excelize.File, sheet string)) *report.Report {
		t.Helper()
		f, err := excelize.OpenFile("../testdata/clean-yuan.xlsx")
		require.NoError(t, err)
		defer f.Close()
		edit(f, f.GetSheetList()[expenditure])
		data, err := f.WriteToBuffer()
		require.NoError(t, err)
		return validate.Check("a.xlsx", data.Bytes(), nil).Report
	}
	rename := func(f *excelize.File, sheet, from, to string) {
		t.Helper()
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		for r, row := range rows {
			for c, text := range row {
				if text == from {
					cell, err := excelize.CoordinatesToCellName(c+1, r+1)
					require.NoError(t, err)
					require.NoError(t, f.SetCellValue(sheet, cell, to))
					return
				}
			}
		}
		require.Fail(t, from+" is not there")
	}
	ofErrors := func(r *report.Report) (list []string) {
		for _, f := range r.Findings {
			if f.Severity == report.Error {
				list = append(list, f.Message)
			}
		}
		return list
	}

	unknown := func(f *excelize.File, sheet string) { rename(f, sheet, "经营支出", "某项新设的支出") }
	r := check(unknown)
	assert.Equal(t, report.Incomplete, r.Verdict)
	assert.Empty(t, ofErrors(r))
	assert.Empty(t, r.Suspects)
	reasons := ""
	for _, o := range r.Rules {
		if o.Unchecked {
			reasons += o.Reason + "\n"
		}
	}
	assert.Contains(t, reasons, "没认出的数")

	r = check(func(f *excelize.File, sheet string) {
		unknown(f, sheet)
		value, err := f.GetCellValue(sheet, "D10", excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		require.NotEmpty(t, value)
		require.NoError(t, f.SetCellValue(sheet, "D10", 123_456_789.01))
	})
	assert.Equal(t, report.Fail, r.Verdict, "no figure there explains that")
	assert.NotEmpty(t, ofErrors(r))
	for _, message := range ofErrors(r) {
		assert.False(t, strings.Contains(message, "没有这一行"), message)
	}
}
