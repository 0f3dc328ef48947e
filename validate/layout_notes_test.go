package validate_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// codedForms are keyed by codes.
var codedForms = []string{"F02", "F03", "F05", "F06", "F07", "F08"}

// changed is a small consistent workbook with a change made by hand.
func changed(t *testing.T, l fixture.Layout, change func(w *fixture.Workbook, f *excelize.File)) *report.Report {
	t.Helper()
	w := fixture.MustRender(booksFor(false)[0], l)
	f, err := excelize.OpenReader(bytes.NewReader(w.Bytes))
	require.NoError(t, err)
	defer f.Close()
	change(w, f)
	var out bytes.Buffer
	require.NoError(t, f.Write(&out))
	r := validate.Check("changed.xlsx", out.Bytes(), nil).Report
	require.Nil(t, r.Error)
	return r
}

// said are the findings that are no tails.
func said(r *report.Report) []string {
	var list []string
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Severity != report.Tail {
			list = append(list, f.Rule+" "+f.Message)
		}
	}
	return list
}

// below writes a line under every coded form, in the first column.
func below(t *testing.T, value any) func(w *fixture.Workbook, f *excelize.File) {
	return func(w *fixture.Workbook, f *excelize.File) {
		for _, id := range codedForms {
			rows, err := f.GetRows(w.Sheet(id))
			require.NoError(t, err)
			require.NoError(t, f.SetCellValue(w.Sheet(id), fmt.Sprintf("A%d", len(rows)+1), value))
		}
	}
}

// TestNotesBelowAreNoRows: notes that begin with a year, page numbers and dates
// follow the table; they are no codes.
func TestNotesBelowAreNoRows(t *testing.T) {
	t.Parallel()
	plain := said(changed(t, fixture.Layout{}, func(*fixture.Workbook, *excelize.File) {}))
	for _, note := range []any{
		"2023年度决算数据含年中追加预算。", "2023年度本单位没有政府性基金预算财政拨款收支。", "101001某单位本年度没有使用政府性基金安排的支出。",
		5, "5", "- 5 -", "—5—", "5/12", "第5页", "2024-8-20", "2024.8.20", "2024-08-20", "2024年8月20日", "20240820", "0.00",
		"100万元以上的项目见附件。", "2024-8-20编制", "0571-88880000",
	} {
		r := changed(t, fixture.Layout{}, below(t, note))
		assert.Equal(t, plain, said(r), "%v", note)
	}
}

// TestMalformedCodesAreErrors: a code of the wrong length beside a name or
// figures is a row all the same.
func TestMalformedCodesAreErrors(t *testing.T) {
	t.Parallel()
	for code, name := range map[any]any{
		"2011": "示例科目", 20101013: "示例科目", "2-01": "示例科目", "2024-8-20": "示例科目", "201011示例科目": nil, "5": nil, "2012": nil, "2012示例科目": nil,
	} {
		r := changed(t, fixture.Layout{}, func(w *fixture.Workbook, f *excelize.File) {
			p, ok := w.At("F03", "合计", "基本支出")
			require.True(t, ok)
			rows, err := f.GetRows(p.Sheet)
			require.NoError(t, err)
			row := len(rows) + 1
			col, _, err := excelize.CellNameToCoordinates(p.Cell)
			require.NoError(t, err)
			figure, err := excelize.CoordinatesToCellName(col, row)
			require.NoError(t, err)
			require.NoError(t, f.SetCellValue(p.Sheet, fmt.Sprintf("A%d", row), code))
			require.NoError(t, f.SetCellValue(p.Sheet, fmt.Sprintf("B%d", row), name))
			if name == nil {
				require.NoError(t, f.SetCellValue(p.Sheet, figure, 0))
			}
		})
		assert.Contains(t, sortedForms(r, "code.form"), "F03", "%v %v", code, name)
	}
}

// TestCodesShownAsMoney: a code that is a number counts as the number it is.
func TestCodesShownAsMoney(t *testing.T) {
	t.Parallel()
	for _, format := range []string{"0.00", "#,##0", "#,##0.00"} {
		plain := said(changed(t, fixture.Layout{}, func(*fixture.Workbook, *excelize.File) {}))
		r := changed(t, fixture.Layout{}, func(w *fixture.Workbook, f *excelize.File) {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
			require.NoError(t, err)
			shown := 0
			for _, id := range []string{"F02", "F03", "F05"} {
				rows, err := f.GetRows(w.Sheet(id))
				require.NoError(t, err)
				for i := range rows {
					at := fmt.Sprintf("A%d", i+1)
					var code int
					if n, _ := fmt.Sscanf(rows[i][0]+" ", "%d ", &code); n == 1 && code > 200 {
						require.NoError(t, f.SetCellValue(w.Sheet(id), at, code))
						require.NoError(t, f.SetCellStyle(w.Sheet(id), at, at, style))
						shown++
					}
				}
			}
			require.Greater(t, shown, 20)
		})
		assert.Equal(t, plain, said(r), format)
	}
}

// TestNotesNameAnotherSet: a note about the set that figures come from removes
// no form, whatever its words.
func TestNotesNameAnotherSet(t *testing.T) {
	t.Parallel()
	plain := said(changed(t, fixture.Layout{}, func(*fixture.Workbook, *excelize.File) {}))
	for _, note := range []any{"数据来源：财决01表", "依据财决04表", "注：本表依据《收入支出决算总表》（财决01表）进行批复。", "财决04表", "（财决04表）"} {
		assert.Equal(t, plain, said(changed(t, fixture.Layout{}, below(t, note))), "%v", note)
	}
}
