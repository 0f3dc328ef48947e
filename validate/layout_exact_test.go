package validate_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/lab/fixture"
)

// TestOwnTitle: of two forms that claim to be one, that with the form's own
// title is judged, before the other or after it; the other is an extra.
func TestOwnTitle(t *testing.T) {
	t.Parallel()
	plain := said(changed(t, fixture.Layout{}, func(*fixture.Workbook, *excelize.File) {}))
	for _, c := range []struct{ id, title, row, column string }{
		{"F05", "一般公共预算财政拨款支出决算明细表", "合计", "基本支出"},
		{"F03", "支出决算明细表", "合计", "基本支出"},
		{"F06", "财政拨款基本支出决算表", "人员经费合计", "金额"},
	} {
		id := c.id
		for _, before := range []bool{true, false} {
			r := changed(t, fixture.Layout{}, func(w *fixture.Workbook, f *excelize.File) {
				extra := w.Sheet(id) + "其他"
				to, err := f.NewSheet(extra)
				require.NoError(t, err)
				from, err := f.GetSheetIndex(w.Sheet(id))
				require.NoError(t, err)
				require.NoError(t, f.CopySheet(from, to))
				for row := 1; row <= 3; row++ { // wherever the title stands
					at := fmt.Sprintf("A%d", row)
					if text, err := f.GetCellValue(extra, at); err == nil && len(text) > len("支出决算") {
						require.NoError(t, f.SetCellValue(extra, at, c.title))
						break
					}
				}
				p, ok := w.At(id, c.row, c.column)
				require.True(t, ok)
				require.NoError(t, f.SetCellValue(extra, p.Cell, 1))
				if before {
					require.NoError(t, f.MoveSheet(extra, w.Sheet(id)))
				}
			})
			assert.ElementsMatch(t, append(plain, otherSet), said(r), "%s before: %v", c.title, before)
		}
	}
}
