// Package twin compares what two readers make of one workbook, saved in two formats.
package twin

import (
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
)

// undecoded begins the text of a formula that a reader cannot tell.
const undecoded = "…"

// Open reads a file, which must succeed.
func Open(t *testing.T, file string, open func([]byte) (*document.Document, error)) *document.Document {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	book, err := open(data)
	require.NoError(t, err)
	return book
}

// Compare compares all that two sheets hold, but for widths.
func Compare(t *testing.T, want, got *document.Sheet) {
	t.Helper()
	assert.Equal(t, want.Name, got.Name)
	assert.Equal(t, want.Hidden, got.Hidden, "%s hidden", want.Name)
	assert.ElementsMatch(t, want.Merges, got.Merges, "%s merges", want.Name)
	wantRows, wantCols := want.Dimensions()
	gotRows, gotCols := got.Dimensions()
	assert.Equal(t, []int{wantRows, wantCols}, []int{gotRows, gotCols}, "%s dimensions", want.Name)
	for col := range wantCols {
		assert.Equal(t, want.ColHidden(col), got.ColHidden(col), "%s column %d hidden", want.Name, col)
	}
	looks := map[int]document.Row{}
	for _, r := range got.Rows {
		looks[r.Index] = r
	}
	for _, r := range want.Rows {
		g := looks[r.Index]
		assert.Equal(t, r.Hidden, g.Hidden, "%s row %d hidden", want.Name, r.Index)
		assert.InDelta(t, r.Height, g.Height, 10, "%s row %d height", want.Name, r.Index)
		assert.Len(t, g.Cells, len(r.Cells), "%s row %d", want.Name, r.Index)
		for i := range r.Cells {
			compareCell(t, want.Name, &r.Cells[i], got.At(r.Index, r.Cells[i].Col))
		}
	}
}

// CompareWidths compares the widths of the columns that have cells.
func CompareWidths(t *testing.T, want, got *document.Sheet) {
	t.Helper()
	_, cols := want.Dimensions()
	for col := range cols {
		assert.InDelta(t, widthOf(want, col), widthOf(got, col), 100, "%s column %d width", want.Name, col)
	}
}

func widthOf(s *document.Sheet, col int) int {
	for _, c := range s.Cols {
		if c.First <= col && col <= c.Last {
			return c.Width
		}
	}
	return s.DefaultWidth
}

func compareCell(t *testing.T, sheet string, want, got *document.Cell) {
	t.Helper()
	where := sheet + "!" + document.Address(want.Row, want.Col)
	if !assert.NotNil(t, got, where) {
		return
	}
	assert.Equal(t, want.Kind, got.Kind, "%s kind", where)
	assert.Equal(t, Digits(t, want), Digits(t, got), "%s value", where)
	assert.Equal(t, want.Shown(), got.Shown(), "%s shown, %q through %q and %q", where, want.Stored, want.Format.Code, got.Format.Code)
	assert.Equal(t, want.Format.Decimals(), got.Format.Decimals(), "%s decimals through %q and %q", where, want.Format.Code, got.Format.Code)
	if spill := strings.HasPrefix(where, "Sheet1!J") && want.Formula == ""; !spill { // see formulas in validate/read/xls/make
		assert.Equal(t, want.Formula != "", got.Formula != "", "%s formula", where)
	}
	if want.Formula != "" {
		assert.Equal(t, want.Cached, got.Cached, "%s cached", where)
	}
	if !strings.HasPrefix(got.Formula, undecoded) {
		assert.Equal(t, plainFormula(want.Formula), plainFormula(got.Formula), "%s formula", where)
	}
}

// Digits is a number with 15 significant digits, and any other value as it is.
func Digits(t *testing.T, c *document.Cell) string {
	t.Helper()
	if c.Kind != document.Number {
		return c.Stored
	}
	f, _, err := big.ParseFloat(c.Stored, 10, 200, big.ToNearestEven)
	require.NoError(t, err)
	return f.Text('e', 14)
}

// plainFormula leaves out what writers are free in: quotes of sheet names and which
// part of them is fixed, spaces, and how a whole column is written.
func plainFormula(f string) string {
	return strings.NewReplacer("''", "''", "'", "", " ", "", "A$1:A$65536", "A:A", "A$1:A$1048576", "A:A").Replace(f)
}
