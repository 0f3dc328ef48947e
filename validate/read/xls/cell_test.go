package xls

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
)

// hundredths and whole are RK numbers.
func hundredths(n int32) uint32 { return uint32(n<<2 | 3) }
func whole(n int32) uint32      { return uint32(n<<2 | 2) }
func upper(f float64) uint32    { return uint32(math.Float64bits(f)>>32) &^ 3 }

func TestCells(t *testing.T) {
	cases := []struct {
		name   string
		record []byte
		kind   document.Kind
		stored string
	}{
		{"number", rec(recNumber, head(0, 0), 1417349.87), document.Number, "1417349.87"},
		{"number with all its digits", rec(recNumber, head(0, 0), 0.30000000000000004), document.Number, "0.30000000000000004"},
		{"negative zero", rec(recNumber, head(0, 0), math.Copysign(0, -1)), document.Number, "0"},
		{"large", rec(recNumber, head(0, 0), 1.5e300), document.Number, "1.5E+300"},
		{"small", rec(recNumber, head(0, 0), 5e-324), document.Number, "5E-324"},
		{"not a number", rec(recNumber, head(0, 0), math.NaN()), document.ErrorValue, "#NUM!"},
		{"infinite", rec(recNumber, head(0, 0), math.Inf(-1)), document.ErrorValue, "#NUM!"},
		{"rk integer", rec(recRK, head(0, 0), whole(-536870912)), document.Number, "-536870912"},
		{"rk hundredths", rec(recRK, head(0, 0), hundredths(128035)), document.Number, "1280.35"},
		{"rk double", rec(recRK, head(0, 0), upper(0.5)), document.Number, "0.5"},
		{"rk double in hundredths", rec(recRK, head(0, 0), upper(12.5)|1), document.Number, "0.125"},
		{"label", rec(recLabel, head(0, 0), text("合计")), document.Text, "合计"},
		{"rstring", rec(recRString, head(0, 0), text("合计"), byte(1), uint16(0)), document.Text, "合计"},
		{"true", rec(recBoolErr, head(0, 0), byte(1), byte(0)), document.Bool, "TRUE"},
		{"error", rec(recBoolErr, head(0, 0), byte(0x17), byte(1)), document.ErrorValue, "#REF!"},
		{"unknown error", rec(recBoolErr, head(0, 0), byte(0x99), byte(1)), document.ErrorValue, "#N/A"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			cell := readOne(t, streamOf(nil, c.record)).At(0, 0)
			require.NotNil(t, cell)
			assert.Equal(t, c.kind, cell.Kind)
			assert.Equal(t, c.stored, cell.Stored)
			assert.Empty(t, cell.Formula)
			assert.NotNil(t, cell.Format)
			cell.Shown()
		})
	}
}

func TestCellsInOneRecordAndOutOfOrder(t *testing.T) {
	sheet := readOne(t, streamOf(nil,
		rec(recNumber, head(5, 1), 9.0),
		rec(recMulRK, uint16(2), uint16(3), uint16(0), whole(1), uint16(0), hundredths(250), uint16(4)),
		rec(recLabel, head(3, 0), uint16(0)), // an empty text, without even its flags
		rec(0x0201, head(3, 1)),
		rec(recNumber, head(5, 1), 10.0),
		rec(recNumber, head(5, 0), 8.0)))
	require.Len(t, sheet.Rows, 2)
	assert.Equal(t, "1", sheet.At(2, 3).Stored)
	assert.Equal(t, "2.5", sheet.At(2, 4).Stored)
	assert.Equal(t, "8", sheet.At(5, 0).Stored)
	assert.Equal(t, "10", sheet.At(5, 1).Stored, "the last of two cells at one address")
	assert.Nil(t, sheet.At(3, 0))
}

func TestFormatOfCell(t *testing.T) {
	xf := func(format uint16) []byte { return rec(recXF, uint16(0), format, make([]byte, 16)) }
	globals := pack(rec(recFormat, uint16(176), text(`0.00"万元"`)), xf(0), xf(176), xf(4))
	at := func(col int, style uint16) []byte {
		return rec(recNumber, uint16(0), uint16(col), style, 12345.678)
	}
	sheet := readOne(t, streamOf(globals, at(0, 0), at(1, 1), at(2, 2), at(3, 99)))
	for col, want := range []string{"12345.678", "12345.68万元", "12,345.68", "12345.678"} {
		assert.Equal(t, want, sheet.At(0, col).Shown())
	}
}

func TestLooks(t *testing.T) {
	row := func(i, height int, flags uint16) []byte {
		return rec(recRow, uint16(i), uint16(0), uint16(1), uint16(height), uint32(0), flags, uint16(0))
	}
	sheet := readOne(t, streamOf(nil,
		rec(recDefColWidth, uint16(8)), rec(recStandardWidth, uint16(2304)), rec(recDefColWidth, uint16(9)),
		rec(recDefaultRow, uint16(0), uint16(285)),
		rec(recColInfo, uint16(2), uint16(3), uint16(1024), uint16(0), uint16(1), uint16(0)),
		rec(recColInfo, uint16(0), uint16(0), uint16(5120), uint16(0), uint16(0), uint16(0)),
		rec(recColInfo, uint16(9), uint16(256), uint16(0), uint16(0), uint16(0), uint16(0)),
		row(0, 600, 0), row(1, 300, 0x20), row(2, 0x8000|285, 0), row(9, 300, 0),
		rec(recNumber, head(2, 0), 1.0),
		rec(recMergeCells, uint16(2), uint16(0), uint16(1), uint16(0), uint16(3), uint16(5), uint16(5), uint16(7), uint16(8)),
		bofSheet, rec(recNumber, head(0, 7), 5.0), eof, // a chart's own numbers
	))
	assert.Equal(t, 2304, sheet.DefaultWidth)
	assert.Equal(t, 285, sheet.DefaultHeight)
	require.Len(t, sheet.Rows, 3)
	assert.Equal(t, 600, sheet.Rows[0].Height)
	assert.True(t, sheet.Rows[1].Hidden)
	assert.Equal(t, document.Row{Index: 2, Height: 285, Cells: sheet.Rows[2].Cells}, sheet.Rows[2])
	assert.False(t, sheet.ColHidden(0))
	assert.True(t, sheet.ColHidden(2) && sheet.ColHidden(3) && sheet.ColHidden(255))
	assert.Equal(t, []document.Range{{Row0: 0, Col0: 0, Row1: 1, Col1: 3}, {Row0: 5, Col0: 7, Row1: 5, Col1: 8}}, sheet.Merges)
	assert.Nil(t, sheet.At(0, 7))
}

// TestBlanksAreNoContent: texts of blanks are read past, wherever they stand.
func TestBlanksAreNoContent(t *testing.T) {
	sheet := readOne(t, streamOf(nil, rec(recNumber, head(0, 0), 1.0), rec(recLabel, head(65535, 255), text(" 　\u00a0")),
		rec(recLabel, head(9, 1), text("\n")), rec(0x0201, head(65535, 254))))
	require.Len(t, sheet.Rows, 1)
	assert.Len(t, sheet.Rows[0].Cells, 1)
}
