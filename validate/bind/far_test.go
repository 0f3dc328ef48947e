package bind_test

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/document"
)

// TestFarRow: a cell far down a sheet costs no more than one at its head, however many
// sheets a file has: what is kept of a sheet is by its cells, not by its rows' numbers.
func TestFarRow(t *testing.T) {
	const sheets, lastRow, mostBytes = 100, 1_048_575, 1 << 20
	var far []*document.Sheet
	for range sheets {
		far = append(far, &document.Sheet{Name: "Sheet1", Rows: []document.Row{{Index: lastRow, Cells: []document.Cell{
			{Row: lastRow, Kind: document.Text, Stored: "附表"},
		}}}})
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	find(far...)
	runtime.ReadMemStats(&after)
	assert.LessOrEqual(t, after.TotalAlloc-before.TotalAlloc, uint64(mostBytes), "bytes")
}
