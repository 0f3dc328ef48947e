package xls

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/internal/ole"
	"suanqing/validate/internal/wide"
)

// This file writes workbooks byte by byte from the specification, so that the
// tests do not rest on what one program happens to write.

// pack joins bytes, little-endian numbers of their own size, and texts.
func pack(parts ...any) []byte {
	var b []byte
	for _, p := range parts {
		switch v := p.(type) {
		case byte:
			b = append(b, v)
		case uint16:
			b = binary.LittleEndian.AppendUint16(b, v)
		case uint32:
			b = binary.LittleEndian.AppendUint32(b, v)
		case float64:
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
		case string:
			b = append(b, v...)
		case []byte:
			b = append(b, v...)
		default:
			panic("pack: an untyped number")
		}
	}
	return b
}

// text is a string as LABEL, FORMAT and STRING have it.
func text(s string) []byte {
	w := wide.Bytes(s)
	return pack(uint16(len(w)/2), byte(1), w)
}

func rec(kind uint16, parts ...any) []byte {
	data := pack(parts...)
	return pack(kind, uint16(len(data)), data)
}

// head is the row, the column and the XF of a cell.
func head(row, col int) []byte { return pack(uint16(row), uint16(col), uint16(0)) }

// formulaRec is a FORMULA record with its 8 bytes of value.
func formulaRec(row, col int, value []byte, flags uint16, tokens ...any) []byte {
	t := pack(tokens...)
	return rec(recFormula, head(row, col), value, flags, uint32(0), uint16(len(t)), t)
}

// special is the value of a formula that gave no number.
func special(kind, code byte) []byte {
	return []byte{kind, 0, code, 0, 0, 0, 0xFF, 0xFF}
}

var (
	bofGlobals = rec(recBOF, uint16(0x0600), uint16(0x0005), make([]byte, 12))
	bofSheet   = rec(recBOF, uint16(0x0600), uint16(0x0010), make([]byte, 12))
	eof        = rec(recEOF)
)

// streamOf is a workbook stream of one sheet, 表.
func streamOf(globals []byte, sheet ...[]byte) []byte {
	name := wide.Bytes("表")
	bound := func(offset int) []byte {
		return rec(recBoundSheet, uint32(offset), byte(0), byte(0), byte(1), byte(1), name)
	}
	offset := len(bofGlobals) + len(bound(0)) + len(globals) + len(eof)
	b := pack(bofGlobals, bound(offset), globals, eof, bofSheet)
	for _, r := range sheet {
		b = append(b, r...)
	}
	return append(b, eof...)
}

// readOne reads a stream of one sheet.
func readOne(t *testing.T, stream []byte) *document.Sheet {
	t.Helper()
	book, refusal := readStream(stream)
	require.Nil(t, refusal)
	require.Len(t, book.Sheets, 1)
	return book.Sheets[0]
}

// compound is an OLE file with one stream.
func compound(name string, stream []byte, shift int) []byte {
	return ole.Write(shift, ole.Stream{Name: name, Data: stream})
}
