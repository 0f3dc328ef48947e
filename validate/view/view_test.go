package view

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
)

func sheetOf(t *testing.T, s *document.Sheet) Sheet {
	t.Helper()
	text, err := Draw(&document.Document{Sheets: []*document.Sheet{s}}, 0)
	require.NoError(t, err)
	require.True(t, json.Valid(text))
	var v Sheet
	require.NoError(t, json.Unmarshal(text, &v))
	return v
}

// UnmarshalJSON reads a cell as the page does.
func (c *Cell) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, &[]any{&c.Row, &c.Col, &c.Text, &c.Kind, &c.Flags})
}

func given(row, col int, kind document.Kind, stored string) document.Cell {
	return document.Cell{Row: row, Col: col, Kind: kind, Stored: stored, Format: &document.Format{Code: "General", General: true}}
}

func TestSheet(t *testing.T) {
	sum := given(2, 1, document.Number, "12.5")
	sum.Formula, sum.Cached = "A1+A2", true
	lost := given(2, 2, document.Blank, "")
	lost.Formula = "A1"
	v := sheetOf(t, &document.Sheet{
		Name: "<b>", Hidden: true,
		Rows: []document.Row{
			{Index: 0, Height: 300, Cells: []document.Cell{given(0, 0, document.Text, "题"), given(0, 1, document.Number, "9")}},
			{Index: 1, Hidden: true, Cells: []document.Cell{given(1, 0, document.ErrorValue, "#REF!"), given(1, 900, document.Blank, "")}},
			{Index: 2, Cells: []document.Cell{given(2, 0, document.Bool, "TRUE"), sum, lost}},
			{Index: 9, Cells: []document.Cell{given(9, 0, document.Blank, "")}},
		},
		Merges: []document.Range{{Row0: 0, Col0: 0, Row1: 0, Col1: 16383}, {Row0: 20, Col0: 0, Row1: 21, Col1: 1}},
		Cols:   []document.ColSpan{{First: 0, Last: 0, Width: 2560}, {First: 2, Last: 16383, Hidden: true}},
	})
	assert.Equal(t, "<b>", v.Name)
	assert.True(t, v.Hidden)
	assert.Equal(t, []int{3, 3}, []int{v.Rows, v.Cols}, "what shows nothing does not count")
	assert.Equal(t, []int{75, 0, 0}, v.Widths)
	assert.Equal(t, map[int]int{0: 20}, v.Heights)
	assert.Equal(t, []int{1}, v.HiddenRows)
	assert.Equal(t, []int{2}, v.HiddenCols)
	assert.Equal(t, [][4]int{{0, 0, 0, 2}}, v.Merges, "cut to what is drawn")
	assert.Equal(t, []Cell{
		{0, 0, "题", "t", 0}, // the 9 beside it is under the merge
		{1, 0, "#REF!", "e", 0},
		{2, 0, "TRUE", "b", 0},
		{2, 1, "12.5", "n", 1},
		{2, 2, "", "t", 3},
	}, v.Cells)
}

func TestTallMergesCoverBelow(t *testing.T) {
	v := sheetOf(t, &document.Sheet{
		Rows: []document.Row{
			{Index: 0, Cells: []document.Cell{given(0, 0, document.Text, "a"), given(0, 1, document.Text, "b")}},
			{Index: 5, Cells: []document.Cell{given(5, 0, document.Text, "under"), given(5, 1, document.Text, "c")}},
			{Index: 7, Cells: []document.Cell{given(7, 0, document.Text, "d")}},
		},
		Merges: []document.Range{{Row0: 6, Col0: 1, Row1: 7, Col1: 1}, {Row0: 0, Col0: 0, Row1: 6, Col1: 0}},
	})
	var texts []any
	for _, c := range v.Cells {
		texts = append(texts, c.Text)
	}
	assert.Equal(t, []any{"a", "b", "c", "d"}, texts)
}

func TestNoDocument(t *testing.T) {
	assert.Equal(t, "[]", string(Sheets(nil)))
	_, err := Draw(nil, 0)
	assert.Error(t, err)
}

// TestLongTexts: a text is drawn as far as anybody reads, and of a sheet full of them no
// more than a page holds.
func TestLongTexts(t *testing.T) {
	long := strings.Repeat("长", 20_000)
	s := &document.Sheet{}
	for row := range 20_000 {
		s.Rows = append(s.Rows, document.Row{Index: row, Cells: []document.Cell{{Row: row, Kind: document.Text, Stored: long, Format: &document.Format{General: true}}}})
	}
	v := sheet(s)
	require.Len(t, v.Cells, 20_000)
	assert.Equal(t, strings.Repeat("长", longestText/3)+ellipsis, v.Cells[0].Text)
	assert.Equal(t, strings.Repeat("长", shortText/3)+ellipsis, v.Cells[19_999].Text)
	total := 0
	for _, c := range v.Cells {
		total += len(c.Text)
		assert.True(t, utf8.ValidString(c.Text))
	}
	assert.Less(t, total, wholeTexts+20_000*(shortText+4)+longestText)
}
