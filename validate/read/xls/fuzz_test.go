package xls

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/internal/ole"
)

// FuzzOpen takes its input as a file, and, so that chance gets beyond the
// container, as a workbook stream.
func FuzzOpen(f *testing.F) {
	files, err := filepath.Glob(fixtures + "*.xls")
	require.NoError(f, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(f, err)
		c, ok := ole.Open(data)
		require.True(f, ok)
		stream, _ := c.Stream("Workbook")
		if len(data) < 10_000 { // what chance finds in longer ones takes a minute to shorten
			f.Add(data)
			f.Add(stream)
		}
	}
	f.Add(compound("Workbook", goodStream(), 9))
	f.Add(compound("Workbook", padded(goodStream(), 5000), 12))
	f.Add(goodStream())
	for _, c := range splitTables {
		f.Add(c.bookOf())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		read(data)
		book, refusal := readStream(data)
		if refusal != nil {
			assert.NotEmpty(t, refusal.Code)
			assert.NotEmpty(t, refusal.Hint)
			return
		}
		assertOrdered(t, book)
	})
}

// assertOrdered holds a book to what a document promises.
func assertOrdered(t *testing.T, book *document.Document) {
	t.Helper()
	for _, s := range book.Sheets {
		row := -1
		for _, r := range s.Rows {
			assert.Greater(t, r.Index, row)
			row = r.Index
			assert.True(t, slices.IsSortedFunc(r.Cells, func(a, b document.Cell) int { return a.Col - b.Col }))
			for _, c := range r.Cells {
				assert.True(t, c.Row == row && c.Col < maxCols && c.Format != nil)
				assert.True(t, c.Stored != "" || c.Formula != "")
				c.Shown()
			}
		}
	}
}
