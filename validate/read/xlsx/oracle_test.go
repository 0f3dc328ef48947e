package xlsx

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/document"
)

// CompareWithExcelize reads one file both ways and compares every cell: raw
// value, shown text, formula; and merges, hidden rows, columns and sheets.
func CompareWithExcelize(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	compare(t, data)
}

func compare(t *testing.T, data []byte) {
	t.Helper()
	ours, err := Open(data)
	require.NoError(t, err)
	theirs, err := excelize.OpenReader(bytes.NewReader(data))
	require.NoError(t, err)
	defer theirs.Close()

	var names []string
	for _, sheet := range ours.Sheets {
		names = append(names, sheet.Name)
		compareSheet(t, sheet, theirs)
	}
	assert.Equal(t, theirs.GetSheetList(), names)
}

func compareSheet(t *testing.T, sheet *document.Sheet, theirs *excelize.File) {
	t.Helper()
	visible, err := theirs.GetSheetVisible(sheet.Name)
	require.NoError(t, err)
	assert.Equal(t, !visible, sheet.Hidden, "%s: hidden sheet", sheet.Name)

	merges, err := theirs.GetMergeCells(sheet.Name)
	require.NoError(t, err)
	var want, got []string
	for _, m := range merges {
		want = append(want, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	for _, m := range sheet.Merges {
		got = append(got, m.String())
	}
	assert.ElementsMatch(t, want, got, "%s: merges", sheet.Name)

	raw, err := theirs.GetRows(sheet.Name, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	rows, cols := sheet.Dimensions()
	for row := range max(rows, len(raw)) {
		if row < rows {
			visible, err := theirs.GetRowVisible(sheet.Name, row+1)
			require.NoError(t, err)
			assert.Equal(t, !visible, rowHidden(sheet, row), "%s row %d hidden", sheet.Name, row+1)
		}
		width := cols
		if row < len(raw) {
			width = max(width, len(raw[row]))
		}
		for col := range width {
			compareCell(t, sheet, theirs, row, col)
		}
	}
	for col := range cols {
		name, err := excelize.ColumnNumberToName(col + 1)
		require.NoError(t, err)
		visible, err := theirs.GetColVisible(sheet.Name, name)
		require.NoError(t, err)
		assert.Equal(t, !visible, sheet.ColHidden(col), "%s column %s hidden", sheet.Name, name)
	}
}

func rowHidden(s *document.Sheet, row int) bool {
	for _, r := range s.Rows {
		if r.Index == row {
			return r.Hidden
		}
	}
	return false
}

func compareCell(t *testing.T, sheet *document.Sheet, theirs *excelize.File, row, col int) {
	t.Helper()
	at := document.Address(row, col)
	where := sheet.Name + "!" + at
	cell := sheet.At(row, col)
	if covered(sheet, row, col) {
		return // excelize gives a covered cell the value of the merge's first
	}
	if cell == nil {
		cell = &document.Cell{}
	}
	formula, err := theirs.GetCellFormula(sheet.Name, at)
	require.NoError(t, err)
	assert.Equal(t, formula, cell.Formula, "%s formula", where)

	raw, err := theirs.GetCellValue(sheet.Name, at, excelize.Options{RawCellValue: true})
	require.NoError(t, err)
	assert.Equal(t, raw, rawOf(cell), "%s raw", where)

	shown, err := theirs.GetCellValue(sheet.Name, at)
	require.NoError(t, err)
	// Paddings and fills are dropped here, and kept by excelize.
	if s := cell.Shown(); strings.TrimSpace(shown) != strings.TrimSpace(s) && !deviates(cell) {
		t.Errorf("%s stored %q format %q: shown %q, excelize %q", where, cell.Stored, cell.Format.Code, s, shown)
	}
}

// rawOf is the stored value as excelize spells it.
func rawOf(c *document.Cell) string {
	if c.Kind == document.Bool {
		return map[string]string{"TRUE": "1", "FALSE": "0"}[c.Stored]
	}
	return c.Stored
}

func covered(s *document.Sheet, row, col int) bool {
	for _, m := range s.Merges {
		if m.Contains(row, col) && (row != m.Row0 || col != m.Col0) {
			return true
		}
	}
	return false
}

// deviates lists where excelize 2.11.1 is known to show something else than a
// Chinese Excel does, and this package on purpose does not follow it.
func deviates(c *document.Cell) bool {
	if c.Format == nil {
		return false
	}
	code := c.Format.Code
	number := strings.Contains(code, "#")
	switch {
	case strings.Contains(code, "!"):
		return true // it knows no ! escape
	case strings.Contains(code, ",;"), strings.HasSuffix(code, ","):
		return true // nor scaling by trailing commas
	case strings.ContainsAny(code, "EAyhm?/¥"):
		return true // scientific, fractions, dates and currency as an English locale has them
	case c.Format.General && len(c.Stored) > 11:
		return true // it turns to an exponent where Excel would for a narrow column
	case number && !strings.Contains(code, "0"):
		return true // it shows a 0 where # shows nothing
	case c.Stored == "0" && strings.Count(code, ";") >= 2:
		return true // it does not find the section for zero
	case c.Stored == "1.005":
		return true // it rounds the binary 1.00499…
	}
	return false
}

func TestAgainstExcelizeOnTestdata(t *testing.T) {
	files, err := filepath.Glob("../../../testdata/*.xlsx")
	require.NoError(t, err)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { CompareWithExcelize(t, file) })
	}
}

var figures = []float64{0, 1, -1, 0.5, -0.5, 0.005, 1.005, -0.001, 1280.35, 12345.678, -25, 1e6, 1417349.8700000001, 0.1 + 0.2, 99.995, 123456789012}

var codes = []string{
	"General", "0", "0.00", "#,##0", "#,##0.00", "0%", "0.00%", "@", "0.000", "#,##0.00;-#,##0.00", "#,##0.00_ ;[Red]-#,##0.00 ",
	"#,##0.00;-#,##0.00;", "#,##0.00_);(#,##0.00)", "0.00_ ", `0.00"万元"`, `"¥"#,##0.00`, `_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `,
	`_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ `, "0!.0,", "#,##0.00,", "0.00,,", "0000", "#", "#.##", "yyyy/m/d", `yyyy"年"m"月"d"日"`, "0.00E+00",
}

func TestAgainstExcelizeOnFormats(t *testing.T) {
	f := excelize.NewFile()
	for row, code := range codes {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		require.NoError(t, err)
		for col, v := range figures {
			at := document.Address(row, col)
			require.NoError(t, f.SetCellValue("Sheet1", at, v))
			require.NoError(t, f.SetCellStyle("Sheet1", at, at, style))
		}
		at := document.Address(row, len(figures))
		require.NoError(t, f.SetCellValue("Sheet1", at, "  基本支出 "))
		require.NoError(t, f.SetCellStyle("Sheet1", at, at, style))
	}
	for id := range 45 {
		style, err := f.NewStyle(&excelize.Style{NumFmt: id})
		require.NoError(t, err)
		at := document.Address(len(codes)+id, 0)
		require.NoError(t, f.SetCellValue("Sheet1", at, 1417349.87))
		require.NoError(t, f.SetCellStyle("Sheet1", at, at, style))
	}
	compare(t, save(t, f))
}

func TestAgainstExcelizeOnStructure(t *testing.T) {
	f := excelize.NewFile()
	require.NoError(t, f.SetSheetName("Sheet1", "GK01 收入支出决算总表"))
	s := "GK01 收入支出决算总表"
	set := func(at string, v any) { require.NoError(t, f.SetCellValue(s, at, v)) }
	set("A1", "收 入 支 出 决 算 总 表")
	set("A2", "<&>\"'_x0041_\n换行\t“三公”")
	set("A3", true)
	set("B3", false)
	set("C3", 1280.35)
	set("D3", -7)
	set("E3", "30101")
	set("F3", time.Date(2023, 12, 31, 0, 0, 0, 0, time.UTC))
	set("SR9", "第 512 列")
	set("A20", "隐藏行")
	require.NoError(t, f.SetCellRichText(s, "B2", []excelize.RichTextRun{{Text: "其中："}, {Text: " 人员经费", Font: &excelize.Font{Bold: true}}}))
	require.NoError(t, f.SetCellFormula(s, "C4", "SUM(C3:D3)"))
	kind, area := excelize.STCellFormulaTypeShared, "G1:G6"
	require.NoError(t, f.SetCellFormula(s, "G1", `A1*$B$1&"A1"`, excelize.FormulaOpts{Type: &kind, Ref: &area}))
	array, spill := excelize.STCellFormulaTypeArray, "H1:H2"
	require.NoError(t, f.SetCellFormula(s, "H1", "A1:A2", excelize.FormulaOpts{Type: &array, Ref: &spill}))
	require.NoError(t, f.MergeCell(s, "A1", "F1"))
	require.NoError(t, f.MergeCell(s, "A10", "C12"))
	require.NoError(t, f.SetRowVisible(s, 20, false))
	require.NoError(t, f.SetRowHeight(s, 1, 30))
	require.NoError(t, f.SetColVisible(s, "D:E", false))
	require.NoError(t, f.SetColWidth(s, "A", "A", 40))
	for _, name := range []string{"附表", "very"} {
		_, err := f.NewSheet(name)
		require.NoError(t, err)
		require.NoError(t, f.SetCellValue(name, "B2", name))
	}
	require.NoError(t, f.SetSheetVisible("附表", false))
	require.NoError(t, f.SetSheetVisible("very", false, true))
	data := save(t, f)
	compare(t, data)

	b, err := Open(data)
	require.NoError(t, err)
	sheet := b.Sheets[0]
	assert.Equal(t, 30*20, sheet.Rows[0].Height)
	assert.Equal(t, 40*256, sheet.Cols[0].Width)
	assert.Equal(t, `A3*$B$1&"A1"`, sheet.At(2, 6).Formula)
	assert.Equal(t, "其中： 人员经费", sheet.At(1, 1).Shown())
	assert.False(t, sheet.At(3, 2).Cached)
	assert.Equal(t, document.Blank, sheet.At(3, 2).Kind)
	rows, cols := sheet.Dimensions()
	assert.Equal(t, []int{20, 512}, []int{rows, cols})
}

func TestAgainstExcelizeOnReport(t *testing.T) { compare(t, report(t, 12, 8)) }
