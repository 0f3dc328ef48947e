package formats

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"suanqing/validate/document"
)

func TestFit(t *testing.T) {
	general := &document.Format{General: true}
	text := func(row, col int, s string) document.Cell {
		return document.Cell{Row: row, Col: col, Kind: document.Text, Stored: s, Format: general}
	}
	s := &document.Sheet{
		Rows: []document.Row{
			{Index: 0, Cells: []document.Cell{text(0, 0, "一个很长很长很长很长很长很长很长很长很长很长的标题")}},
			{Index: 1, Cells: []document.Cell{text(1, 0, "一般公共服务支出"), text(1, 1, "行\n次"), text(1, 3, "1,677.91")}},
		},
		Merges: []document.Range{{Row0: 0, Col0: 0, Row1: 0, Col1: 3}},
		Cols:   []document.ColSpan{{First: 1, Last: 1, Hidden: true}, {First: 3, Last: 9, Hidden: true}},
	}
	fit(s)
	assert.Equal(t, []document.ColSpan{
		{First: 0, Last: 0, Width: 17 * 256}, {First: 1, Last: 1, Width: 8 * 256, Hidden: true}, {First: 2, Last: 2, Width: 8 * 256},
		{First: 3, Last: 3, Width: 9 * 256, Hidden: true}, {First: 4, Last: 9, Hidden: true},
	}, s.Cols)

	given := &document.Sheet{Rows: s.Rows, Cols: []document.ColSpan{{First: 0, Last: 0, Width: 3000}}}
	fit(given)
	assert.Equal(t, []document.ColSpan{{First: 0, Last: 0, Width: 3000}}, given.Cols, "what the file says stays")
	given.Written = true
	fit(given)
	assert.Equal(t, widest*character, given.Cols[0].Width, "but for a page's")
}
