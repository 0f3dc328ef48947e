package validate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/report"
)

// budgetTitles are the forms of a department's budget as they are published.
var budgetTitles = []string{"部门收支总表", "部门收入总表", "部门支出总表", "财政拨款收支总表", "一般公共预算支出表",
	"一般公共预算基本支出表", "一般公共预算“三公”经费支出表", "政府性基金预算支出表", "国有资本经营预算支出预算表"}

// budget makes a budget workbook: headers and figures like those of the final
// accounts under titles of its own.
func budget(t *testing.T, f *excelize.File) *excelize.File {
	t.Helper()
	for i, title := range budgetTitles {
		sheet := "表" + string(rune('1'+i))
		_, err := f.NewSheet(sheet)
		require.NoError(t, err)
		for row, cells := range [][]any{
			{title}, {"部门：某局", nil, nil, "单位：万元"},
			{"合计", "因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"}, {3, 1, 0, 1, 1}} {
			at, err := excelize.CoordinatesToCellName(1, row+1)
			require.NoError(t, err)
			require.NoError(t, f.SetSheetRow(sheet, at, &cells))
		}
	}
	return f
}

// TestBudgetIsNamed: a budget is another set; nothing in it is half-checked.
func TestBudgetIsNamed(t *testing.T) {
	data, err := budget(t, excelize.NewFile()).WriteToBuffer()
	require.NoError(t, err)
	r := validate.Check("2024年部门预算.xlsx", data.Bytes(), nil).Report
	require.NotNil(t, r.Error)
	assert.Equal(t, "other-set", r.Error.Code)
	assert.Contains(t, r.Error.Message, "预算")
	assert.Empty(t, r.Findings)
}

// TestOtherSheetsAreNamed: beside the nine forms other sets are said, and change
// nothing else.
func TestOtherSheetsAreNamed(t *testing.T) {
	clean, err := excelize.OpenFile("../testdata/clean-wan.xlsx")
	require.NoError(t, err)
	before := validate.Check("a.xlsx", bytesOf(t, clean), nil).Report
	after := validate.Check("a.xlsx", bytesOf(t, budget(t, clean)), nil).Report
	require.Nil(t, after.Error)
	assert.Equal(t, before.Verdict, after.Verdict)
	var said []string
	for _, f := range after.Findings {
		if f.Rule == "book.other-set" {
			said = append(said, f.Message)
			assert.Equal(t, report.Notice, f.Severity)
			assert.Len(t, f.Cells, len(budgetTitles))
		}
	}
	assert.Equal(t, []string{"工作簿里另有 9 张预算表，没有检查。"}, said)
	assert.Len(t, after.Findings, len(before.Findings)+1)
}

func bytesOf(t *testing.T, f *excelize.File) []byte {
	t.Helper()
	b, err := f.WriteToBuffer()
	require.NoError(t, err)
	return b.Bytes()
}
