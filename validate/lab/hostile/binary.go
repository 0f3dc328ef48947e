package hostile

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"suanqing/validate/internal/wide"
)

// Record types of BIFF8.
const (
	recFormula, recEOF, recContinue, recBoundSheet   = 0x0006, 0x000A, 0x003C, 0x0085
	recMergeCells, recSST, recLabelSST, recBOF       = 0x00E5, 0x00FC, 0x00FD, 0x0809
	recRow, recRK, recShared, recMulRK, recFormatRec = 0x0208, 0x027E, 0x04BC, 0x00BD, 0x041E
)

// binaries are workbooks of the old format, .xls.
var binaries = []Case{
	{"xls-fat-cycle", "a stream whose sectors come round again", bentOLE(func(l *layout) { l.fat[l.dataAt+2] = uint32(l.dataAt) }), "judged|corrupt"},
	{"xls-fat-self", "a sector that follows itself", bentOLE(func(l *layout) { l.fat[l.dataAt] = uint32(l.dataAt) }), "judged|corrupt"},
	{"xls-fat-cycle-endless", "the same, of a stream that declares 4 GB", bentOLE(func(l *layout) {
		l.fat[l.dataAt+2] = uint32(l.dataAt)
		binary.LittleEndian.PutUint32(l.dir[128+120:], 0xFFFFFFFF)
	}), "judged|corrupt|too-large"},
	{"xls-fat-nowhere", "a sector that is not there", bentOLE(func(l *layout) { l.fat[l.dataAt] = 0x00FFFFFF }), "judged|corrupt"},
	{"xls-directory-chain", "a directory whose sectors come round again", bentOLE(func(l *layout) { l.fat[l.dirAt] = uint32(l.dirAt) }), "judged|corrupt"},
	{"xls-directory-cycle", "entries that are each other's neighbours, and no workbook", func() []byte {
		c := compound{name: "Nothing", stream: workbook(nil), dirs: []dirEntry{
			{"a", 2, 3, 1, 2, 0, 0}, {"b", 2, 2, 3, 0, 0, 0}, {"c", 1, 0, 0, 0, 0, 0}}}
		c.bend = func(l *layout) { binary.LittleEndian.PutUint32(l.dir[128+68:], 2) }
		return c.bytes()
	}, "not-a-workbook|corrupt"},
	{"xls-directory-deep", "8,000 storages, each inside the one before", func() []byte {
		c := compound{name: "Nothing", stream: workbook(nil)}
		for i := range 8000 {
			c.dirs = append(c.dirs, dirEntry{fmt.Sprint("s", i), 1, freeEntry, freeEntry, uint32(i + 3), 0, 0})
		}
		c.bend = func(l *layout) { binary.LittleEndian.PutUint32(l.dir[128+72:], 2) }
		return c.bytes()
	}, "not-a-workbook|corrupt"},
	{"xls-mini-cycle", "a short stream whose mini sectors come round again", bentOLE(func(l *layout) {
		le := binary.LittleEndian
		le.PutUint32(l.dir[116:], uint32(l.dataAt)) // the mini stream
		le.PutUint32(l.dir[120:], 4096)
		le.PutUint32(l.dir[128+116:], 0)
		le.PutUint32(l.dir[128+120:], 4095)
		le.PutUint32(l.header[60:], uint32(l.sectors)) // the mini FAT: each sector is followed by itself
		le.PutUint32(l.header[64:], 1)
		l.fat[l.sectors] = uint32(l.sectors)
		for i := range uint32(inSector) {
			l.trailer = le.AppendUint32(l.trailer, i)
		}
	}), "judged|corrupt"},
	{"xls-fat-list-cycle", "a list of FAT sectors that comes round again, in a file of 20 MB", func() []byte {
		c := compound{stream: workbook(nil), bend: func(l *layout) {
			l.trailer = bytes.Repeat([]byte{0}, 20*mega)
			binary.LittleEndian.PutUint32(l.header[68:], uint32(l.sectors))
			binary.LittleEndian.PutUint32(l.trailer[sector-4:], uint32(l.sectors))
		}}
		return c.bytes()
	}, "judged|corrupt"},
	{"xls-shift", "sectors of 2^60000 bytes", bentOLE(func(l *layout) { binary.LittleEndian.PutUint16(l.header[30:], 60000) }), "corrupt"},
	{"xls-cut", "the first half of a file", func() []byte {
		data := (&compound{stream: workbook(repeated(record(recRK, place(0, 0), u32(2)), 20_000))}).bytes()
		return data[:len(data)/2]
	}, "corrupt"},
	{"xls-record-past-end", "a record longer than the rest of the file", streamed(bytes.Join([][]byte{u16(recRK), u16(0xFFFF)}, nil), 1), "corrupt"},
	{"xls-sheet-nowhere", "a sheet that begins beyond the end", func() []byte { return sheetsAt(1, 0x7FFFFFF0) }, "corrupt"},
	{"xls-sheet-is-globals", "a sheet that is the workbook itself", func() []byte { return sheetsAt(1, 0) }, "judged|corrupt"},
	{"xls-sheets-one-place", "900 sheets that are one, of 2 MB", func() []byte { return sheetsAt(900, -1) }, "corrupt|too-complex"},
	{"xls-sheets-65000", "65,000 sheets", func() []byte { return sheetsAt(65_000, 0) }, "too-complex"},
	{"xls-continue-flood", "a text table behind which a million CONTINUE records stand", func() []byte {
		return globalStream(append(record(recSST, u32(9), u32(9)), repeated(record(recContinue, []byte{0}), 1_000_000)...))
	}, "corrupt|too-complex"},
	{"xls-continue-empty", "fifteen million CONTINUE records of nothing", func() []byte {
		return globalStream(append(record(recSST, u32(9), u32(9)), repeated(record(recContinue), 15_000_000)...))
	}, "judged|corrupt|too-complex"},
	{"xls-sst-lies", "a table that declares four thousand million texts", func() []byte {
		return globalStream(record(recSST, u32(0xFFFFFFFF), u32(0xFFFFFFFF), u16(1), []byte{0, 'a'}))
	}, "judged|corrupt"},
	{"xls-sst-text-lies", "a text of 65,535 characters, runs and 4 GB of phonetics that is one byte", func() []byte {
		return globalStream(record(recSST, u32(1), u32(1), u16(0xFFFF), []byte{0x0D}, u16(0xFFFF), u32(0xFFFFFFFF), []byte{'a'}))
	}, "corrupt"},
	{"xls-merges", "65,536 records of ten merges each", streamed(record(recMergeCells, u16(10), make([]byte, 80)), 65_536), "too-complex"},
	{"xls-merges-lie", "a record that declares 65,535 merges and has none", streamed(record(recMergeCells, u16(0xFFFF)), 1), "corrupt"},
	{"xls-rows-hidden", "65,536 hidden rows, again and again", func() []byte {
		var b []byte
		for i := range 65_536 {
			b = append(b, record(recRow, u16(i), make([]byte, 10), u16(0x20), u16(0))...)
		}
		return (&compound{stream: workbook(repeated(b, 10))}).bytes()
	}, Judged},
	{"xls-cells-many", "900,000 cells, under the cap, at one address", streamed(record(recRK, place(0, 0), u32(2)), 900_000), "judged|too-complex"},
	{"xls-cells-too-many", "1.5 million cells", streamed(record(recMulRK, u16(0), u16(0), repeated([]byte{0, 0, 2, 0, 0, 0}, 250), u16(249)), 6000), "too-complex"},
	{"xls-shared-formula", "a formula of 500 characters, shared by 900,000 cells", func() []byte {
		tokens := []byte{0x44, 0, 0, 0, 0xC0}
		for range 100 {
			tokens = append(tokens, 0x44, 0, 0, 0, 0xC0, 0x03) // +A1
		}
		use := record(recFormula, place(0, 0), make([]byte, 8), u16(8), u32(0), u16(5), []byte{1, 0, 0, 0, 0})
		b := append(append([]byte{}, use...), record(recShared, u16(0), u16(0xFFFF), []byte{0, 255, 0, 1}, u16(len(tokens)), tokens)...)
		return (&compound{stream: workbook(append(b, repeated(use, 900_000)...))}).bytes()
	}, "judged|too-complex"},
	{"xls-brackets", "100,000 formulas of 1,700 brackets", func() []byte {
		tokens := append([]byte{0x1E, 1, 0}, bytes.Repeat([]byte{0x15}, 1700)...)
		f := record(recFormula, place(0, 0), make([]byte, 8), u16(0), u32(0), u16(len(tokens)), tokens)
		return (&compound{stream: workbook(repeated(f, 30_000))}).bytes()
	}, "judged|too-complex"},
	{"xls-long-text", "900,000 cells of one text of 65,000 characters", func() []byte {
		globals := append(record(recSST, u32(1), u32(1), u16(0xFFFF), []byte{0}, bytes.Repeat([]byte{'a'}, 8000)),
			bytes.Join([][]byte{repeated(record(recContinue, []byte{0}, bytes.Repeat([]byte{'a'}, 8000)), 7), record(recContinue, []byte{0}, bytes.Repeat([]byte{'a'}, 1535))}, nil)...)
		return (&compound{stream: workbookOf(globals, repeated(record(recLabelSST, place(0, 0), u32(0)), 900_000))}).bytes()
	}, "judged|too-complex"},
	{"xls-charts", "five million charts within charts", streamed(record(recBOF, u16(0x600), u16(0x20)), 5*mega), "corrupt|too-complex"},
	{"xls-format-long", "number formats of 65,535 characters", func() []byte {
		return globalStream(record(recFormatRec, u16(200), u16(0xFFFF), []byte{0}, bytes.Repeat([]byte{'0'}, 8000)))
	}, "corrupt|too-complex"},
}

func u16(n int) []byte    { return binary.LittleEndian.AppendUint16(nil, uint16(n)) }
func u32(n uint32) []byte { return binary.LittleEndian.AppendUint32(nil, n) }

// record is a record of a workbook stream.
func record(kind int, data ...[]byte) []byte {
	body := bytes.Join(data, nil)
	return bytes.Join([][]byte{u16(kind), u16(len(body)), body}, nil)
}

// place is the row, the column and the style of a cell.
func place(row, col int) []byte { return bytes.Join([][]byte{u16(row), u16(col), u16(0)}, nil) }

func repeated(b []byte, times int) []byte { return bytes.Repeat(b, times) }

// bound is a sheet's entry in the globals.
func bound(name string, offset uint32) []byte {
	units := wide.Bytes(name)
	return record(recBoundSheet, u32(offset), []byte{0, 0, byte(len(units) / 2), 1}, units)
}

// workbook is a stream of one sheet with the given records.
func workbook(records []byte) []byte { return workbookOf(nil, records) }

func workbookOf(globals, records []byte) []byte {
	head := record(recBOF, u16(0x600), u16(5), make([]byte, 12))
	at := len(head) + len(bound("表", 0)) + len(globals) + 4
	return bytes.Join([][]byte{head, bound("表", uint32(at)), globals, record(recEOF),
		record(recBOF, u16(0x600), u16(0x10), make([]byte, 12)), records, record(recEOF)}, nil)
}

// streamed is a file of one sheet with a record so many times.
func streamed(r []byte, times int) func() []byte {
	return func() []byte { return (&compound{stream: workbook(repeated(r, times))}).bytes() }
}

// globalStream is a file whose globals have the given records.
func globalStream(globals []byte) []byte {
	return (&compound{stream: workbookOf(globals, record(recRK, place(0, 0), u32(2)))}).bytes()
}

func bentOLE(bend func(l *layout)) func() []byte {
	return func() []byte {
		return (&compound{stream: workbook(repeated(record(recRK, place(0, 0), u32(2)), 1000)), bend: bend}).bytes()
	}
}

// sheetsAt is a file of many sheets at one offset; -1 is that of a sheet of 2 MB.
func sheetsAt(n int, offset int64) []byte {
	head := record(recBOF, u16(0x600), u16(5), make([]byte, 12))
	if offset < 0 {
		offset = int64(len(head) + n*len(bound("表", 0)) + 4)
	}
	return (&compound{stream: bytes.Join([][]byte{head, repeated(bound("表", uint32(offset)), n), record(recEOF),
		record(recBOF, u16(0x600), u16(0x10), make([]byte, 12)), repeated(record(recRK, place(0, 0), u32(2)), 2*mega/14), record(recEOF)}, nil)}).bytes()
}
