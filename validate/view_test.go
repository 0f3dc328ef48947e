package validate

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/report"
	"suanqing/validate/workbook"
)

func sheetOf(t *testing.T, s *workbook.Sheet) SheetView {
	t.Helper()
	r := &Result{Report: &report.Report{}, Book: &workbook.Book{Sheets: []*workbook.Sheet{s}}}
	text, err := r.Sheet(0)
	require.NoError(t, err)
	require.True(t, json.Valid(text))
	var v SheetView
	require.NoError(t, json.Unmarshal(text, &v))
	return v
}

// UnmarshalJSON reads a cell as the page does.
func (c *CellView) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, &[]any{&c.Row, &c.Col, &c.Text, &c.Kind, &c.Flags})
}

func cell(row, col int, kind workbook.Kind, stored string) workbook.Cell {
	return workbook.Cell{Row: row, Col: col, Kind: kind, Stored: stored, Format: &workbook.Format{Code: "General", General: true}}
}

func TestSheet(t *testing.T) {
	sum := cell(2, 1, workbook.Number, "12.5")
	sum.Formula, sum.Cached = "A1+A2", true
	lost := cell(2, 2, workbook.Blank, "")
	lost.Formula = "A1"
	v := sheetOf(t, &workbook.Sheet{
		Name: "<b>", Hidden: true,
		Rows: []workbook.Row{
			{Index: 0, Height: 300, Cells: []workbook.Cell{cell(0, 0, workbook.Text, "题"), cell(0, 1, workbook.Number, "9")}},
			{Index: 1, Hidden: true, Cells: []workbook.Cell{cell(1, 0, workbook.ErrorValue, "#REF!"), cell(1, 900, workbook.Blank, "")}},
			{Index: 2, Cells: []workbook.Cell{cell(2, 0, workbook.Bool, "TRUE"), sum, lost}},
			{Index: 9, Cells: []workbook.Cell{cell(9, 0, workbook.Blank, "")}},
		},
		Merges: []workbook.Range{{Row0: 0, Col0: 0, Row1: 0, Col1: 16383}, {Row0: 20, Col0: 0, Row1: 21, Col1: 1}},
		Cols:   []workbook.ColSpan{{First: 0, Last: 0, Width: 2560}, {First: 2, Last: 16383, Hidden: true}},
	})
	assert.Equal(t, "<b>", v.Name)
	assert.True(t, v.Hidden)
	assert.Equal(t, []int{3, 3}, []int{v.Rows, v.Cols}, "what shows nothing does not count")
	assert.Equal(t, []int{75, 0, 0}, v.Widths)
	assert.Equal(t, map[int]int{0: 20}, v.Heights)
	assert.Equal(t, []int{1}, v.HiddenRows)
	assert.Equal(t, []int{2}, v.HiddenCols)
	assert.Equal(t, [][4]int{{0, 0, 0, 2}}, v.Merges, "cut to what is drawn")
	assert.Equal(t, []CellView{
		{0, 0, "题", "t", 0}, // the 9 beside it is under the merge
		{1, 0, "#REF!", "e", 0},
		{2, 0, "TRUE", "b", 0},
		{2, 1, "12.5", "n", 1},
		{2, 2, "", "t", 3},
	}, v.Cells)
}

func TestTallMergesCoverBelow(t *testing.T) {
	v := sheetOf(t, &workbook.Sheet{
		Rows: []workbook.Row{
			{Index: 0, Cells: []workbook.Cell{cell(0, 0, workbook.Text, "a"), cell(0, 1, workbook.Text, "b")}},
			{Index: 5, Cells: []workbook.Cell{cell(5, 0, workbook.Text, "under"), cell(5, 1, workbook.Text, "c")}},
			{Index: 7, Cells: []workbook.Cell{cell(7, 0, workbook.Text, "d")}},
		},
		Merges: []workbook.Range{{Row0: 6, Col0: 1, Row1: 7, Col1: 1}, {Row0: 0, Col0: 0, Row1: 6, Col1: 0}},
	})
	var texts []any
	for _, c := range v.Cells {
		texts = append(texts, c.Text)
	}
	assert.Equal(t, []any{"a", "b", "c", "d"}, texts)
}

func TestNoBook(t *testing.T) {
	r := &Result{Report: &report.Report{}}
	list, err := r.Sheets()
	require.NoError(t, err)
	assert.Equal(t, "[]", string(list))
	_, err = r.Sheet(0)
	assert.Error(t, err)
}
