package rewrite_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/rewrite"
)

// originals are the files in another format than .xlsx.
func originals(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("../../testdata/xls/*.xls")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	return names
}

func open(t *testing.T, name string) (*document.Document, []byte) {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	d, err := files.Open(data, "")
	require.NoError(t, err)
	return d, data
}

// TestEveryCellStays: what is read of the copy is what was read of the file.
func TestEveryCellStays(t *testing.T) {
	for _, name := range originals(t) {
		want, _ := open(t, name)
		made, err := rewrite.XLSX(want)
		require.NoError(t, err)
		got, err := xlsx.Open(made)
		require.NoError(t, err, name)
		require.Len(t, got.Sheets, len(want.Sheets))
		for i, s := range want.Sheets {
			same(t, s, got.Sheets[i])
		}
		again, err := rewrite.XLSX(want)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(made, again), "%s: the same bytes", name)
	}
}

func same(t *testing.T, want, got *document.Sheet) {
	t.Helper()
	assert.Equal(t, want.Name, got.Name)
	assert.Equal(t, want.Hidden, got.Hidden, want.Name)
	assert.ElementsMatch(t, want.Merges, got.Merges, want.Name)
	for i := range want.Rows {
		r := &want.Rows[i]
		for k := range r.Cells {
			c := &r.Cells[k]
			if c.Stored == "" {
				continue // no value, or a text of nothing
			}
			g := got.At(c.Row, c.Col)
			require.NotNil(t, g, "%s %s", want.Name, document.Address(c.Row, c.Col))
			assert.Equal(t, []any{c.Kind, c.Stored, c.Shown()}, []any{g.Kind, g.Stored, g.Shown()}, "%s %s", want.Name, document.Address(c.Row, c.Col))
		}
	}
	rows, columns := want.Dimensions()
	for row := range want.Rows {
		assert.Equal(t, want.Rows[row].Hidden, hidden(got, want.Rows[row].Index), "%s row %d of %d", want.Name, row, rows)
	}
	for col := range columns {
		assert.Equal(t, want.ColHidden(col), got.ColHidden(col), "%s column %d", want.Name, col)
	}
}

func hidden(s *document.Sheet, index int) bool {
	for i := range s.Rows {
		if s.Rows[i].Index == index {
			return s.Rows[i].Hidden
		}
	}
	return false
}

// TestTheSameReport: the copy is judged as the file was.
func TestTheSameReport(t *testing.T) {
	for _, name := range originals(t) {
		d, data := open(t, name)
		made, err := rewrite.XLSX(d)
		require.NoError(t, err)
		want := validate.CheckBook("a", data, func([]byte) (*document.Document, error) { return d, nil }, nil).Report
		got := validate.Check("a", made, nil).Report
		assert.Equal(t, want.Verdict, got.Verdict, name)
		assert.Equal(t, want.Forms, got.Forms, name)
		if want.Error == nil && filepath.Base(name) != "formulas.xls" { // which is about formulas
			assert.Equal(t, want.Findings, got.Findings, name)
		}
	}
}

// TestOthersOpenIt: excelize, which shares no code with this package, finds the texts.
func TestOthersOpenIt(t *testing.T) {
	d := &document.Document{Sheets: []*document.Sheet{{Name: "甲<乙>&", Hidden: true, Rows: []document.Row{{Index: 1, Cells: []document.Cell{
		{Row: 1, Col: 0, Kind: document.Text, Stored: " 两格 \n<b>&_x0041_\x02\r", Format: &document.Format{General: true}},
		{Row: 1, Col: 2, Kind: document.Number, Stored: "1677.5", Format: document.NewFormat(`#,##0.00"万元"`, false)},
		{Row: 1, Col: 3, Kind: document.Bool, Stored: "FALSE", Format: &document.Format{General: true}},
	}}}}}}
	made, err := rewrite.XLSX(d)
	require.NoError(t, err)
	f, err := excelize.OpenReader(bytes.NewReader(made))
	require.NoError(t, err)
	defer f.Close()
	assert.Equal(t, []string{"甲<乙>&"}, f.GetSheetList())
	for cell, want := range map[string]string{"A2": " 两格 \n<b>&_x0041_\x02\r", "C2": "1,677.50万元", "D2": "FALSE"} {
		got, err := f.GetCellValue("甲<乙>&", cell)
		require.NoError(t, err)
		assert.Equal(t, want, got, cell)
	}
}
