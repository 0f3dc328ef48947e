package xls

import (
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/read/xlsx"
)

const fixtures = "../../../testdata/xls/"

// TestTwins reads every fixture in both formats, as one program wrote them, and
// compares all that a Book holds.
func TestTwins(t *testing.T) {
	files, err := filepath.Glob(fixtures + "*.xls")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			got := openFile(t, file, Open)
			want := openFile(t, file+"x", xlsx.Open)
			require.Len(t, got.Sheets, len(want.Sheets))
			for i := range want.Sheets {
				compareSheet(t, want.Sheets[i], got.Sheets[i])
			}
		})
	}
}

func openFile(t *testing.T, file string, open func([]byte) (*document.Document, error)) *document.Document {
	t.Helper()
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	book, err := open(data)
	require.NoError(t, err)
	return book
}

func compareSheet(t *testing.T, want, got *document.Sheet) {
	t.Helper()
	assert.Equal(t, want.Name, got.Name)
	assert.Equal(t, want.Hidden, got.Hidden, "%s hidden", want.Name)
	assert.ElementsMatch(t, want.Merges, got.Merges, "%s merges", want.Name)
	wantRows, wantCols := want.Dimensions()
	gotRows, gotCols := got.Dimensions()
	assert.Equal(t, []int{wantRows, wantCols}, []int{gotRows, gotCols}, "%s dimensions", want.Name)
	for col := range wantCols {
		assert.Equal(t, want.ColHidden(col), got.ColHidden(col), "%s column %d hidden", want.Name, col)
		assert.InDelta(t, widthOf(want, col), widthOf(got, col), 100, "%s column %d width", want.Name, col)
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
		for _, c := range r.Cells {
			compareCell(t, want.Name, &c, got.At(c.Row, c.Col))
		}
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
	assert.Equal(t, digits(t, want), digits(t, got), "%s value", where)
	assert.Equal(t, want.Shown(), got.Shown(), "%s shown, %q through %q and %q", where, want.Stored, want.Format.Code, got.Format.Code)
	assert.Equal(t, want.Format.Decimals(), got.Format.Decimals(), "%s decimals", where)
	if spill := strings.HasPrefix(where, "Sheet1!J") && want.Formula == ""; !spill { // see formulas in make
		assert.Equal(t, want.Formula != "", got.Formula != "", "%s formula", where)
	}
	if want.Formula != "" {
		assert.Equal(t, want.Cached, got.Cached, "%s cached", where)
	}
	if got.Formula != Undecoded {
		assert.Equal(t, plainFormula(want.Formula), plainFormula(got.Formula), "%s formula", where)
	}
}

// digits is a number with 15 significant digits, and any other value as it is.
func digits(t *testing.T, c *document.Cell) string {
	t.Helper()
	if c.Kind != document.Number {
		return c.Stored
	}
	f, _, err := big.ParseFloat(c.Stored, 10, 200, big.ToNearestEven)
	require.NoError(t, err)
	return f.Text('e', 14)
}

// plainFormula leaves out what writers are free in: quotes of sheet names, spaces,
// and how a whole column is written.
func plainFormula(f string) string {
	return strings.NewReplacer("''", "''", "'", "", " ", "", "A$1:A$65536", "A:A").Replace(f)
}
