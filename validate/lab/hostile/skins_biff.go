package hostile

import (
	"bytes"
	"encoding/binary"
)

// Record types of BIFF5 that BIFF8 has not.
const recLabel5, recRString5, recCodePage5 = 0x0204, 0x00D6, 0x0042

// bound5 is a sheet's entry in the globals of BIFF5.
func bound5(name string, offset uint32) []byte {
	return record(recBoundSheet, u32(offset), u16(0), []byte{byte(len(name))}, []byte(name))
}

// workbook5 is a stream of one sheet with the given records.
func workbook5(globals, records []byte) []byte {
	head := append(record(recBOF, u16(0x500), u16(5), u16(0x0DBB), u16(0x07CC)), globals...)
	at := len(head) + len(bound5("1", 0)) + 4
	return bytes.Join([][]byte{head, bound5("1", uint32(at)), record(recEOF),
		record(recBOF, u16(0x500), u16(0x10), u16(0x0DBB), u16(0x07CC)), records, record(recEOF)}, nil)
}

// book5 is the file of such a stream.
func book5(globals, records []byte) func() []byte {
	return func() []byte { return (&compound{name: "Book", stream: workbook5(globals, records)}).bytes() }
}

func label5(row, col int, text string) []byte {
	return record(recLabel5, place(row, col), u16(len(text)), []byte(text))
}

// oldBooks are workbooks of Excel 5 and 95.
var oldBooks = []Case{
	{"biff5-cut", "the first half of a file", dressed("biff5-numbers", half), "corrupt"},
	{"biff5-record-past-end", "a record longer than the rest of the file", book5(nil, append(u16(recLabel5), 0xFF, 0xFF)), "corrupt"},
	{"biff5-label-lies", "a text of 65,535 bytes in a record of ten", book5(nil, record(recLabel5, place(0, 0), u16(0xFFFF), []byte("ab"))), "corrupt"},
	{"biff5-label-short", "texts whose records end within their own head", book5(nil, bytes.Join([][]byte{record(recLabel5), record(recLabel5, u16(0)), record(recRString5, place(0, 0)), record(recRString5, place(0, 0), u16(1))}, nil)), "corrupt"},
	{"biff5-runs-lie", "a text with 255 runs of which none is there", book5(nil, record(recRString5, place(0, 0), u16(2), []byte("ab\xff"))), "corrupt|no-forms"},
	{"biff5-name-lies", "a sheet's name longer than its record", func() []byte {
		b := workbook5(nil, nil)
		b[bytes.Index(b, []byte{1, '1'})] = 255
		return (&compound{name: "Book", stream: b}).bytes()
	}, "corrupt"},
	{"biff5-sheet-nowhere", "a sheet that begins beyond the end", func() []byte {
		return (&compound{name: "Book", stream: bytes.Join([][]byte{record(recBOF, u16(0x500), u16(5), u32(0)), bound5("1", 0x7FFFFFF0), record(recEOF)}, nil)}).bytes()
	}, "corrupt"},
	{"biff5-sheet-is-globals", "a sheet that is the workbook itself", func() []byte {
		return (&compound{name: "Book", stream: bytes.Join([][]byte{record(recBOF, u16(0x500), u16(5), u32(0)), bound5("1", 0), record(recEOF)}, nil)}).bytes()
	}, "no-forms|corrupt"},
	{"biff5-sheets-flood", "65,000 sheets at one place", func() []byte {
		return (&compound{name: "Book", stream: append(append(record(recBOF, u16(0x500), u16(5), u32(0)), repeated(bound5("1", 0), 65_000)...), record(recEOF)...)}).bytes()
	}, "too-complex|corrupt"},
	{"biff5-cells-flood", "1.5 million texts", book5(nil, repeated(label5(0, 0, "a"), 1_500_000)), "too-complex"},
	{"biff5-far-cells", "a cell in the last column of each of 65,536 rows", func() []byte {
		var b []byte
		for row := range 65_536 {
			b = append(b, label5(row, 255, "a")...)
		}
		return (&compound{name: "Book", stream: workbook5(nil, b)}).bytes()
	}, "no-forms|too-complex"},
	{"biff5-half-character", "a text that ends in the middle of a character of GB 2312", book5(record(recCodePage5, u16(936)), bytes.Join([][]byte{label5(0, 0, "\xd6\xa7\xb3"), label5(1, 0, "\xff\xff\x80")}, nil)), "no-forms|corrupt"},
	{"biff5-code-page-odd", "a code page that nobody knows", book5(record(recCodePage5, u16(0xFFFE)), label5(0, 0, "\xd6\xa7\xb3\xf6\xbe\xf6\xcb\xe3\xb1\xed")), "no-forms|corrupt|judged"},
	{"biff5-code-page-short", "a code page record of nothing, and a second one", book5(append(record(recCodePage5), record(recCodePage5, u16(1200))...), label5(0, 0, "a")), "no-forms|corrupt"},
	{"biff5-mulrk-lies", "a run of figures whose last column comes before its first", book5(nil, record(recMulRK, u16(0), u16(200), repeated([]byte{0, 0, 2, 0, 0, 0}, 3), u16(3))), "no-forms|corrupt"},
	{"biff5-formula-lies", "a formula of 65,535 bytes in a record of thirty", book5(nil, record(recFormula, place(0, 0), make([]byte, 8), u16(0), u32(0), u16(0xFFFF), []byte{0x44, 0, 0})), "corrupt|no-forms"},
	{"biff5-formula-tokens", "formulas of tokens that nobody knows, and of brackets", book5(nil, bytes.Join([][]byte{
		record(recFormula, place(0, 0), make([]byte, 8), u16(0), u32(0), u16(4), []byte{0xFF, 0xFE, 0x00, 0x7F}),
		record(recFormula, place(1, 0), make([]byte, 8), u16(0), u32(0), u16(2000), append([]byte{0x1E, 1, 0}, bytes.Repeat([]byte{0x15}, 1997)...))}, nil)), "no-forms|corrupt"},
	{"biff5-of-biff8-records", "a book of BIFF5 with the shared texts of BIFF8", book5(record(recSST, u32(1), u32(1), u16(1), []byte{0, 'a'}), record(recLabelSST, place(0, 0), u32(7))), "no-forms|corrupt"},
	{"biff5-both-books", "a stream of BIFF5 and one of BIFF8: which one is shown?", func() []byte {
		c := compound{name: "Book", stream: workbook5(nil, label5(0, 0, "a")), dirs: []dirEntry{{"Workbook", 2, freeEntry, freeEntry, freeEntry, 0, 0}}}
		c.bend = func(l *layout) {
			le := binary.LittleEndian
			le.PutUint32(l.dir[128+72:], 2) // the right neighbour
			copy(l.dir[256+116:], l.dir[128+116:128+124])
		}
		return c.bytes()
	}, "no-forms|corrupt"},
	{"biff5-format-lies", "number formats longer than their records", book5(record(recFormatRec, u16(164), []byte{255, '0'}), label5(0, 0, "a")), "corrupt|no-forms"},
	{"biff5-bare-endless", "a stream without a file around it, of charts within charts", times("\x09\x08\x08\x00\x00\x05\x05\x00\x00\x00\x00\x00", "\x09\x08\x08\x00\x00\x05\x20\x00\x00\x00\x00\x00", 500_000, ""), "corrupt|too-complex|not-a-workbook|no-forms"},
}
