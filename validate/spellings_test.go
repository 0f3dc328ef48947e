package validate_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
)

// reprinted is the workbook with other texts in the place of those that a
// form's sheet prints, each as old, new, wherever it stands.
func reprinted(t *testing.T, w *fixture.Workbook, form string, oldNew ...string) []byte {
	t.Helper()
	return redrawn(t, w, form, func(f *excelize.File, sheet string) {
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		for i := 0; i < len(oldNew); i += 2 {
			found := false
			for r, cells := range rows {
				for c, text := range cells {
					if text == oldNew[i] {
						at, _ := excelize.CoordinatesToCellName(c+1, r+1)
						require.NoError(t, f.SetCellStr(sheet, at, oldNew[i+1]))
						found = true
					}
				}
			}
			require.True(t, found, "%s does not print %s", form, oldNew[i])
		}
	})
}

// redrawn is the workbook after an edit of a form's sheet.
func redrawn(t *testing.T, w *fixture.Workbook, form string, edit func(f *excelize.File, sheet string)) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(w.Bytes))
	require.NoError(t, err)
	defer f.Close()
	edit(f, w.Sheet(form))
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	return b.Bytes()
}

// falsely lists what is said of a right book beside tails, and figures not bound
// where they stand.
func falsely(t *testing.T, data []byte, placements []fixture.Placement) []string {
	t.Helper()
	wb, err := xlsx.Open(data)
	require.NoError(t, err)
	return append(misboundIn(wb, placements), saidOf(data)...)
}

func saidOf(data []byte) []string {
	r := validate.Check("right.xlsx", data, nil).Report
	if r.Error != nil {
		return []string{r.Error.Message}
	}
	var said []string
	for _, f := range r.Findings {
		if f.Severity != report.Tail {
			said = append(said, fmt.Sprintf("%s %s: %s", f.Severity, f.Rule, f.Message))
		}
	}
	if r.Verdict != "pass" && r.Verdict != "tails" {
		said = append(said, "verdict "+string(r.Verdict))
	}
	return said
}

// TestSpelledHeaders: what other provinces print in the place of a header.
func TestSpelledHeaders(t *testing.T) {
	t.Parallel()
	plain := fixture.Layout{}
	list := fixture.Layout{Public: fixture.ItemList}
	pairs := fixture.Layout{Public: fixture.Pairs}
	for _, c := range []struct {
		layout fixture.Layout
		form   string
		oldNew []string
	}{
		{plain, "F01", []string{"金额", "2023年决算数"}},
		{plain, "F01", []string{"金额", "2023年度决算数"}},
		{plain, "F01", []string{"金额", "本年数"}},
		{plain, "F04", []string{"金额", "2023年度决算数"}},
		{plain, "F06", []string{"金额", "2023年决算数"}},
		{plain, "F06", []string{"金额", "支出决算数"}},
		{plain, "F09", []string{"预算数", "2023年度预算数", "决算数", "2023年度决算数"}},
		{plain, "F09", []string{"预算数", "2022年预算数", "决算数", "2022年决算数"}}, // a slip
		{plain, "F09", []string{"预算数", "2023年预算数", "决算数", "2022年决算数"}},
		{plain, "F09", []string{"预算数", "全年预算数", "决算数", "全年执行数"}},
		{plain, "F09", []string{"预算数", "2023年度“三公”经费预算数", "决算数", "2023年度“三公”经费决算数"}},
		{plain, "F09", []string{"预算数", "本年预算数", "决算数", "本年支出数"}},
		{list, "F09", []string{"预算数", "2023年预算数", "决算数", "2023年决算数"}},
		{pairs, "F09", []string{"预算数", "2023年预算数", "决算数", "2023年决算数"}},
	} {
		w := fixture.MustRender(booksFor(false)[0], c.layout)
		assert.Empty(t, falsely(t, reprinted(t, w, c.form, c.oldNew...), w.Placements), "%s %v", c.form, c.oldNew)
	}
}

// TestTheUnitIsNoKey: 单位 heads the departments on F09; with the unit in
// brackets it is the line above the header.
func TestTheUnitIsNoKey(t *testing.T) {
	t.Parallel()
	w := fixture.MustRender(booksFor(false)[0], fixture.Layout{UnitLabel: "单位：", Unit: "万元"})
	assert.Empty(t, falsely(t, reprinted(t, w, "F09", "单位：万元", "单位（万元）"), w.Placements))
}

// TestColumnsOfOtherYears: a column of another year beside the year's own is
// known and not judged, on whichever side it stands.
func TestColumnsOfOtherYears(t *testing.T) {
	t.Parallel()
	for _, header := range []string{"2022年决算数", "上年决算数", "增减%", "完成率（%）"} {
		for _, own := range []string{"2023年决算数", "决算数"} {
			w := fixture.MustRender(booksFor(false)[0], fixture.Layout{})
			data := redrawn(t, w, "F01", func(f *excelize.File, sheet string) {
				rows, err := f.GetRows(sheet)
				require.NoError(t, err)
				head := 0
				for rows[head][0] != "项目" {
					head++
				}
				width := len(rows[head])
				// Only the last lane has room beside it; its neighbours stay where they are.
				for r := head; r < head+12; r++ {
					at, _ := excelize.CoordinatesToCellName(width+1, r+1)
					require.NoError(t, f.SetCellValue(sheet, at, 12.34))
				}
				for c, text := range map[int]string{3: own, width: own, width + 1: header} {
					at, _ := excelize.CoordinatesToCellName(c, head+1)
					require.NoError(t, f.SetCellStr(sheet, at, text))
				}
			})
			assert.Empty(t, falsely(t, data, w.Placements), "%s %s", header, own)
		}
	}
}

// TestSplitColumns: sub-columns that are in no identity of the nine forms are
// known; the column they stand under is judged by its 小计.
func TestSplitColumns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		form, column string
		parts        []string
	}{
		{"F03", "基本支出", []string{"人员经费", "公用经费"}},
		{"F05", "基本支出", []string{"人员经费", "日常公用经费"}},
		{"F02", "事业收入", []string{"其中：教育收费"}},
		{"F02", "财政拨款收入", []string{"一般公共预算", "政府性基金预算"}},
		{"F02", "财政拨款收入", []string{"其中：政府性基金预算财政拨款"}},
	} {
		w := fixture.MustRender(booksFor(false)[0], fixture.Layout{NoColumnNumbers: true})
		data := redrawn(t, w, c.form, func(f *excelize.File, sheet string) { splitColumn(t, f, sheet, c.column, c.parts) })
		assert.Empty(t, saidOf(data), "%s %s %v", c.form, c.column, c.parts)
	}
}

// splitColumn puts a row under the header with 小计 and the parts below a column, and
// figures of the parts that nothing adds up to.
func splitColumn(t *testing.T, f *excelize.File, sheet, column string, parts []string) {
	t.Helper()
	rows, err := f.GetRows(sheet)
	require.NoError(t, err)
	var row, col, body int
	for r, cells := range rows {
		for c, text := range cells {
			if text == column {
				row, col = r+1, c+1
			}
			if text == "合计" && body == 0 && row > 0 {
				body = r + 1
			}
		}
	}
	name := func(col, row int) string { s, _ := excelize.CoordinatesToCellName(col, row); return s }
	last, _ := excelize.ColumnNumberToName(col + 1)
	require.NoError(t, f.InsertCols(sheet, last, len(parts)))
	require.NoError(t, f.InsertRows(sheet, body, 1))
	require.NoError(t, f.UnmergeCell(sheet, name(col, row), name(col, body-1)))
	require.NoError(t, f.MergeCell(sheet, name(col, row), name(col+len(parts), row)))
	require.NoError(t, f.SetCellStr(sheet, name(col, body), "小计"))
	for i, part := range parts {
		require.NoError(t, f.SetCellStr(sheet, name(col+1+i, body), part))
		for r := body + 1; r < body+4; r++ {
			require.NoError(t, f.SetCellValue(sheet, name(col+1+i, r), 12.34))
		}
	}
}

// TestListWithHeadings: 云南 and 重庆 print the list of F09 under headings of its
// own, with parts of the reception, counts and other expenses below.
func TestListWithHeadings(t *testing.T) {
	t.Parallel()
	w := fixture.MustRender(booksFor(false)[0], fixture.Layout{Public: fixture.ItemList})
	data := redrawn(t, w, "F09", func(f *excelize.File, sheet string) {
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		total, last := 0, 0
		for r, cells := range rows {
			for _, text := range cells {
				switch {
				case text == "合计":
					total = r + 1
				case strings.Contains(text, "公务接待费") && total > 0 && last == 0:
					last = r + 1
				}
			}
		}
		final := len(rows[total-1])
		name := func(col, row int) string { s, _ := excelize.CoordinatesToCellName(col, row); return s }
		below := []string{"（1）国内接待费", "其中：外事接待费", "（二）相关统计数", "1．因公出国（境）团组数（个）", "2．公务用车购置数（辆）",
			"3．公务用车保有量（辆）", "4．国内公务接待人次（人）", "二、机关运行经费", "（一）行政单位", "三、政府采购支出信息", "（一）政府采购支出合计"}
		require.NoError(t, f.InsertRows(sheet, last+1, len(below)))
		for i, label := range below {
			require.NoError(t, f.SetCellStr(sheet, name(1, last+1+i), label))
			require.NoError(t, f.SetCellValue(sheet, name(final, last+1+i), 3))
		}
		require.NoError(t, f.SetCellStr(sheet, name(1, total), "（一）支出合计"))
		require.NoError(t, f.InsertRows(sheet, total, 1))
		require.NoError(t, f.SetCellStr(sheet, name(1, total), "一、“三公”经费支出"))
		require.NoError(t, f.SetCellStr(sheet, name(final-1, total), "—"))
		require.NoError(t, f.SetCellStr(sheet, name(final, total), "—"))
	})
	assert.Empty(t, saidOf(data))
}

// TestAnUnknownColumnOfAYearIsSaid: a year in front does not make a column known.
func TestAnUnknownColumnOfAYearIsSaid(t *testing.T) {
	t.Parallel()
	for _, header := range []string{"2023年其他数", "2022年其他数"} {
		w := fixture.MustRender(booksFor(false)[0], fixture.Layout{})
		assert.NotEmpty(t, saidOf(reprinted(t, w, "F02", "其他收入", header)), header)
		assert.NotEmpty(t, saidOf(reprinted(t, w, "F06", "金额", header)), header)
	}
}

// TestAYearAboveTheHeaderIsNoColumnsYear: where 部门 has a cell of its own, the
// line of the year may read as part of the header.
func TestAYearAboveTheHeaderIsNoColumnsYear(t *testing.T) {
	t.Parallel()
	w := fixture.MustRender(booksFor(false)[0], fixture.Layout{})
	data := redrawn(t, w, "F09", func(f *excelize.File, sheet string) {
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		row := 0
		for rows[row][0] != "预算数" {
			row++
		}
		for col, text := range map[string]string{"A": "部门", "B": "某某市民政局", "G": "2023年度"} {
			require.NoError(t, f.SetCellStr(sheet, fmt.Sprint(col, row), text))
		}
	})
	wb, err := xlsx.Open(data)
	require.NoError(t, err)
	assert.Empty(t, misboundIn(wb, w.Placements))
}
