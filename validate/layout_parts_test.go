package validate_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// split moves the rows of F03 from half-way down to a sheet of their own, under
// the lines above the form, and writes a title there.
func split(t *testing.T, title string, also func(f *excelize.File, sheet string)) *report.Report {
	return changed(t, fixture.Layout{}, func(w *fixture.Workbook, f *excelize.File) {
		sheet, next := w.Sheet("F03"), w.Sheet("F03")+"2"
		p, ok := w.At("F03", "合计", "基本支出")
		require.True(t, ok)
		_, total, err := excelize.CellNameToCoordinates(p.Cell)
		require.NoError(t, err)
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		middle := 0 // begins a class
		for i := total + 1; i < len(rows) && middle < total+5; i++ {
			if len(rows[i]) > 0 && len(rows[i][0]) == 3 {
				middle = i + 1
			}
		}
		require.Greater(t, middle, total)
		to, err := f.NewSheet(next)
		require.NoError(t, err)
		from, err := f.GetSheetIndex(sheet)
		require.NoError(t, err)
		require.NoError(t, f.CopySheet(from, to))
		after, err := f.GetSheetIndex(sheet)
		require.NoError(t, err)
		if sheets := f.GetSheetList(); after+1 < len(sheets)-1 {
			require.NoError(t, f.MoveSheet(next, sheets[after+1]))
		}
		for row := len(rows); row >= middle; row-- {
			require.NoError(t, f.RemoveRow(sheet, row))
		}
		for row := middle - 1; row >= total; row-- {
			require.NoError(t, f.RemoveRow(next, row))
		}
		for row := 1; row < total; row++ {
			if at := fmt.Sprintf("A%d", row); rows[row-1] != nil && len(rows[row-1]) > 0 && len(rows[row-1][0]) > len("支出决") {
				require.NoError(t, f.SetCellValue(next, at, title))
				break
			}
		}
		if also != nil {
			also(f, next)
		}
	})
}

// TestFormsThatGoOn: one form over two sheets is one form, whether its title
// says 续, is the same or is missing.
func TestFormsThatGoOn(t *testing.T) {
	t.Parallel()
	plain := said(changed(t, fixture.Layout{}, func(*fixture.Workbook, *excelize.File) {}))
	for _, title := range []string{"支出决算表（续表）", "支出决算表（续）", "支出决算表", ""} {
		r := split(t, title, nil)
		assert.Equal(t, plain, said(r), title)
		assert.NotEqual(t, report.Incomplete, r.Verdict, title)
	}
}

// TestPartsThatDoNotFit: a part that says 续 and repeats codes is said not to be
// checked, and what a part gets wrong is found.
func TestPartsThatDoNotFit(t *testing.T) {
	t.Parallel()
	w := fixture.MustRender(booksFor(false)[0], fixture.Layout{})
	p, ok := w.At("F03", "合计", "基本支出")
	require.True(t, ok)
	r := split(t, "支出决算表（续表）", func(f *excelize.File, sheet string) { require.NoError(t, f.SetCellValue(sheet, p.Cell, 1)) })
	assert.NotEmpty(t, errorsOf(r))
	_, row, err := excelize.CellNameToCoordinates(p.Cell)
	require.NoError(t, err)
	r = split(t, "支出决算表（续表）", func(f *excelize.File, sheet string) {
		require.NoError(t, f.SetCellValue(sheet, fmt.Sprintf("A%d", row), "合计"))
		require.NoError(t, f.SetCellValue(sheet, fmt.Sprintf("B%d", row), nil))
	})
	assert.Contains(t, sortedForms(r, "book.once"), "F03")
}
