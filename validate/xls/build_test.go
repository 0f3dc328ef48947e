package xls

import (
	"encoding/binary"
	"math"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"

	"suanqing/validate/workbook"
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

// wide is a text in two bytes a character.
func wide(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return b
}

// text is a string as LABEL, FORMAT and STRING have it.
func text(s string) []byte {
	w := wide(s)
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
	name := wide("表")
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
func readOne(t *testing.T, stream []byte) *workbook.Sheet {
	t.Helper()
	book, refusal := readStream(stream)
	require.Nil(t, refusal)
	require.Len(t, book.Sheets, 1)
	return book.Sheets[0]
}

// compound is an OLE file with one stream: header, FAT, directory and then the
// stream, in the mini stream if it is short. shift is 9 or 12.
func compound(name string, stream []byte, shift int) []byte {
	const end, none, fatSector = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
	size := 1 << shift
	sectors := func(n int) int { return (n + size - 1) / size }
	mini := len(stream) < miniCutoff
	data, miniFAT := sectors(len(stream)), 0
	if mini {
		miniFAT = 1
	}
	fats := 1
	for fats*size/4 < fats+1+miniFAT+data {
		fats++
	}
	fat := make([]uint32, fats*size/4)
	for i := range fat {
		fat[i] = none
	}
	chain := func(from, n int) uint32 {
		for i := range n {
			fat[from+i] = uint32(from + i + 1)
		}
		if n == 0 {
			return end
		}
		fat[from+n-1] = end
		return uint32(from)
	}
	for i := range fats {
		fat[i] = fatSector
	}
	dirAt, miniAt, dataAt := chain(fats, 1), chain(fats+1, miniFAT), chain(fats+1+miniFAT, data)

	b := pack(signature, make([]byte, 16), uint16(0x3E), uint16(3+(shift-9)/3), uint16(0xFFFE), uint16(shift), uint16(6), make([]byte, 6),
		uint32(0), uint32(fats), dirAt, uint32(0), uint32(miniCutoff), miniAt, uint32(miniFAT), uint32(end), uint32(0))
	for i := range 109 {
		if i < fats {
			b = append(b, pack(uint32(i))...)
		} else {
			b = append(b, pack(uint32(none))...)
		}
	}
	pad := func() {
		for len(b)%size != 0 {
			b = append(b, 0)
		}
	}
	pad()
	for _, n := range fat {
		b = append(b, pack(n)...)
	}
	entry := func(name string, kind byte, child, start uint32, length int) []byte {
		w := wide(name)
		e := pack(w, make([]byte, 64-len(w)), uint16(len(w)+2), kind, byte(1), uint32(none), uint32(none), child)
		return pack(e, make([]byte, 36), start, uint32(length), uint32(0))
	}
	if mini {
		b = append(b, entry("Root Entry", 5, 1, dataAt, data*size)...)
		b = append(b, entry(name, 2, none, 0, len(stream))...)
		pad()
		for i := range size / 4 {
			b = append(b, pack(uint32(i+1))...)
		}
	} else {
		b = append(b, entry("Root Entry", 5, 1, end, 0)...)
		b = append(b, entry(name, 2, none, dataAt, len(stream))...)
		pad()
	}
	b = append(b, stream...)
	pad()
	return b
}
