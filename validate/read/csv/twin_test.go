package csv

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/amount"
	"suanqing/validate/document"
	"suanqing/validate/lab/twin"
	"suanqing/validate/read/xlsx"
)

// TestTwins compares the sheets of a workbook that LibreOffice saved as one text each
// with the workbook, cell by cell: what is a number there is the same number here.
func TestTwins(t *testing.T) {
	want := twin.Open(t, "../../../testdata/xls/lanshan-2023.xlsx", xlsx.Open)
	files, err := filepath.Glob("../../../testdata/csv/*.csv")
	require.NoError(t, err)
	require.Len(t, files, len(want.Sheets))
	for i, file := range files {
		assert.Equal(t, want.Sheets[i].Name, strings.TrimSuffix(filepath.Base(file), ".csv"))
		got := twin.Open(t, file, Open).Sheets[0]
		cells := 0
		for _, r := range want.Sheets[i].Rows {
			for j := range r.Cells {
				w := &r.Cells[j]
				g := got.At(w.Row, w.Col)
				where := file + " " + document.Address(w.Row, w.Col)
				if !assert.NotNil(t, g, where) {
					continue
				}
				cells++
				if w.Kind != document.Number {
					assert.Equal(t, w.Shown(), g.Shown(), where)
				} else { // without the zeros at its end, where LibreOffice leaves them out
					assert.Equal(t, document.Number, g.Kind, where)
					a, _, ok := amount.Stored(w.Stored)
					b, _, same := amount.Stored(g.Stored)
					assert.True(t, ok && same && a == b, where)
				}
			}
		}
		for _, r := range got.Rows {
			cells -= len(r.Cells)
		}
		assert.Zero(t, cells, "%s has cells that the workbook has not", file)
	}
}
