package validate_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/fixture"
)

const otherSet = "book.other-set 工作簿里另有 1 张其他表，没有检查。"

// under writes rows below a form, one blank row between.
func under(t *testing.T, f *excelize.File, sheet string, rows [][]any) {
	t.Helper()
	has, err := f.GetRows(sheet)
	require.NoError(t, err)
	for i, row := range rows {
		require.NoError(t, f.SetSheetRow(sheet, fmt.Sprintf("A%d", len(has)+2+i), &row))
	}
}

// TestOtherFormsBelow: a form that is none of the nine, below one of them, is no
// part of it; it is said not to be checked.
func TestOtherFormsBelow(t *testing.T) {
	t.Parallel()
	body := [][]any{
		{"公开10表"}, {"部门：某局", nil, "金额单位：万元"},
		{"科目编码", "科目名称", "小计", "基本支出", "项目支出"}, {"栏次", nil, 1, 2, 3}, {"合计", nil, 9.5, 4.25, 5.25},
		{"201", "一般公共服务支出", 9.5, 4.25, 5.25}, {"20103", "示例", 9.5, 4.25, 5.25}, {"30299", "示例", 31299, 1, 2}, {"3039930240", "示例", 7, 3, 4},
	}
	for _, title := range []string{"一般公共预算财政拨款项目支出决算表", "政府性基金预算财政拨款基本支出决算表（公开10表）", "政府采购支出情况表", "财政拨款 支出 决算表"} {
		for _, form := range []string{"F03", "F05", "F06", "F07", "F01", "F04"} {
			r := changed(t, fixture.Layout{}, func(w *fixture.Workbook, f *excelize.File) {
				under(t, f, w.Sheet(form), append([][]any{{title}}, body...))
			})
			plain := said(changed(t, fixture.Layout{}, func(*fixture.Workbook, *excelize.File) {}))
			assert.ElementsMatch(t, append(plain, otherSet), said(r), "%s below %s", title, form)
		}
	}
}

// TestNotesEndNoForm: a line that only looks like a title, with no header below
// it, takes no rows away; nor does the heading of a printed page.
func TestNotesEndNoForm(t *testing.T) {
	t.Parallel()
	for _, rows := range [][][]any{
		{{"项目支出明细表"}, {"20199", "示例科目", 12.5, 12.5}},
		{{"注：项目支出见附表"}, {"科目编码", "科目名称", "本年支出合计", "基本支出"}, {"20199", "示例科目", 12.5, 12.5}},
		{{"某局2023年度部门决算公开表"}, {"科目编码", "科目名称", "本年支出合计", "基本支出"}, {"20199", "示例科目", 12.5, 12.5}},
	} {
		r := changed(t, fixture.Layout{}, func(w *fixture.Workbook, f *excelize.File) { under(t, f, w.Sheet("F03"), rows) })
		assert.NotContains(t, said(r), otherSet, "%v", rows)
		assert.Contains(t, sortedForms(r, "F03.rollup"), "F03", "%v", rows)
	}
}
