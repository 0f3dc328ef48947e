package validate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/report"
)

// The lines above a form, as people write them.
func TestIdentityAsWritten(t *testing.T) {
	check := func(cells map[string]string) *report.Report {
		t.Helper()
		f, err := excelize.OpenFile("../testdata/lanshan-2023.xlsx")
		require.NoError(t, err)
		defer f.Close()
		sheet := f.GetSheetList()[0]
		for cell, text := range cells {
			require.NoError(t, f.SetCellValue(sheet, cell, text))
		}
		data, err := f.WriteToBuffer()
		require.NoError(t, err)
		return validate.Check("a.xlsx", data.Bytes(), nil).Report
	}
	for _, unit := range []map[string]string{
		{"E3": "金额单位：", "F3": "万元"}, {"E3": "单位:", "F3": "万元"}, {"E3": "单位", "F3": "万元"},
		{"F3": "万元"}, {"F3": "（万元）"}, {"F3": "金额：万元"}, {"F3": "单位；万元"}, {"F3": "单位;万元"}, {"F3": "单位　万元"},
	} {
		for _, f := range check(unit).Findings {
			assert.NotContains(t, f.Rule, "unit", "%v: %s", unit, f.Message)
		}
	}
	said := false
	for _, f := range check(map[string]string{"F3": "见说明"}).Findings {
		said = said || f.Rule == "book.unit-stated"
	}
	assert.True(t, said, "the test can fail")

	other := ""
	for _, f := range check(map[string]string{"A3": "编制单位：", "B3": "某某局", "F3": "万元"}).Findings {
		if f.Rule == "book.department" {
			other += f.Message
		}
	}
	assert.Contains(t, other, "某某局", "the name stands in the next cell")
	assert.Equal(t, 2023, check(map[string]string{"A2": "2023年度"}).Year)
	assert.Equal(t, 2023, check(map[string]string{"A2": "2023年度", "B2": "编制日期：2024年8月5日"}).Year)
	assert.Zero(t, check(map[string]string{"A2": "编制日期：2024年8月5日"}).Year, "a day is no fiscal year")
}
