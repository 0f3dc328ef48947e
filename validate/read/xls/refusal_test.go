package xls

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/internal/ole"
	"suanqing/validate/internal/wide"
)

// goodStream has a cell of every kind and is long enough for the main sectors.
func goodStream() []byte {
	shared := []byte{ptgRefN | 0x40, 0, 0, 0xFF, 0xC0}
	globals := pack(rec(recDate1904, uint16(0)), rec(recFormat, uint16(176), text("0.00")),
		rec(recXF, uint16(0), uint16(176), make([]byte, 16)), rec(recSupBook, uint16(1), uint16(0x0401)),
		rec(recExternSheet, uint16(1), uint16(0), uint16(0), uint16(0)),
		sst(3, pack(uint16(4), rich|phonetic, uint16(1), uint32(3), "ab"), pack(broad, wide.Bytes("收入"), uint32(7), "123", text("合计"))))
	return streamOf(globals,
		rec(recDefColWidth, uint16(8)), rec(recColInfo, uint16(0), uint16(3), uint16(2048), uint16(0), uint16(1), uint16(0)),
		rec(recRow, uint16(0), uint16(0), uint16(9), uint16(300), uint32(0), uint16(0x20), uint16(0)),
		rec(recLabelSST, head(0, 0), uint32(0)), rec(recLabelSST, head(0, 1), uint32(1)), rec(recNumber, head(0, 2), 1280.35),
		rec(recMulRK, uint16(0), uint16(3), uint16(0), whole(7), uint16(0), hundredths(99), uint16(4)), rec(recRK, head(0, 5), whole(1)),
		rec(recLabel, head(0, 6), text("表")), rec(recBoolErr, head(0, 7), byte(1), byte(1)),
		formulaRec(1, 0, special(0, 0), 0, ref(0, 2), ref(0, 3), byte(ptgAdd), byte(ptgRef3d), uint16(0), uint16(1), relative(1), byte(ptgMul)),
		rec(recString, text("文")),
		formulaRec(1, 1, pack(1.0), 8, byte(ptgExp), uint16(1), uint16(1)),
		rec(recShrFmla, uint16(1), uint16(1), byte(1), byte(1), byte(0), byte(1), uint16(len(shared)), shared),
		rec(recMergeCells, uint16(1), uint16(4), uint16(5), uint16(0), uint16(3)))
}

// padded is a stream with what a drawing might hold, up to a length.
func padded(stream []byte, length int) []byte {
	return append(stream, make([]byte, max(0, length-len(stream)))...)
}

func TestContainers(t *testing.T) {
	stream := goodStream()
	for name, data := range map[string][]byte{
		"mini stream":      compound("Workbook", stream, 9),
		"main sectors":     compound("Workbook", padded(stream, 50_000), 12),
		"name of Excel 95": compound("Book", stream, 9),
	} {
		t.Run(name, func(t *testing.T) {
			book, err := Open(data)
			require.NoError(t, err)
			require.Len(t, book.Sheets, 1)
			assert.Equal(t, "ab收入", book.Sheets[0].At(0, 0).Shown())
			assert.Equal(t, "1280.35", book.Sheets[0].At(0, 2).Shown())
			assert.Equal(t, "(C1+D1)*'表'!B2", book.Sheets[0].At(1, 0).Formula)
		})
	}
}

func TestRefusals(t *testing.T) {
	good := goodStream()
	biff4 := pack(rec(0x0409, uint16(0), uint16(0x10)), eof)
	cells := func(records ...[]byte) []byte { return streamOf(nil, records...) }
	other := compound("Contents", good, 9)
	cyclic := compound("Workbook", streamOf(nil, bytes.Repeat(rec(recNumber, head(0, 0), 1.0), 500)), 9)
	for i := 512; i < 1024; i += 4 {
		binary.LittleEndian.PutUint32(cyclic[i:], 1) // every sector leads to the directory
	}
	noSheets := pack(bofGlobals, rec(recBoundSheet, uint32(0), byte(0), byte(2), byte(1), byte(0), "C"), eof)
	for _, c := range []struct {
		name, code string
		data       []byte
	}{
		{"empty", "corrupt", nil},
		{"only a signature", "corrupt", []byte(ole.Signature)},
		{"header only", "corrupt", compound("Workbook", good, 9)[:512]},
		{"cut in half", "corrupt", compound("Workbook", padded(good, 5000), 9)[:512*3+300]},
		{"too large", "too-large", make([]byte, maxFile+1)},
		{"no workbook", "not-a-workbook", other},
		{"password of an .xlsx", "encrypted", compound("EncryptedPackage", good, 9)},
		{"cyclic chain", "corrupt", cyclic},
		{"BIFF5 cut", "corrupt", compound("Book", bof5(streamGlobals), 9)},
		{"BIFF5, encrypted", "encrypted", compound("Book", pack(bof5(streamGlobals), rec(recFilePass, uint32(1))), 9)},
		{"BIFF4", "xls", compound("Workbook", biff4, 9)},
		{"nothing in the stream", "corrupt", compound("Workbook", nil, 9)},
		{"no records", "corrupt", compound("Workbook", []byte("决算公开"), 9)},
		{"globals cut", "corrupt", compound("Workbook", pack(bofGlobals, rec(recDate1904, uint16(0))), 9)},
		{"encrypted", "encrypted", compound("Workbook", streamOf(rec(recFilePass, uint16(1))), 9)},
		{"no worksheet", "not-a-workbook", compound("Workbook", noSheets, 9)},
		{"sheet elsewhere", "corrupt", compound("Workbook", pack(bofGlobals, rec(recBoundSheet, uint32(1<<31), byte(0), byte(0), byte(0), byte(0)), eof), 9)},
		{"sheet at no beginning", "corrupt", compound("Workbook", pack(bofGlobals, rec(recBoundSheet, uint32(4), byte(0), byte(0), byte(0), byte(0)), eof), 9)},
		{"short record", "corrupt", compound("Workbook", cells(rec(recNumber, head(0, 0), uint16(1))), 9)},
		{"no such text", "corrupt", compound("Workbook", cells(rec(recLabelSST, head(0, 0), uint32(9))), 9)},
		{"text cut", "corrupt", compound("Workbook", cells(rec(recLabel, head(0, 0), uint16(99), byte(1), "ab")), 9)},
		{"column 257", "corrupt", compound("Workbook", cells(rec(recNumber, head(0, 256), 1.0)), 9)},
		{"formula cut", "corrupt", compound("Workbook", cells(rec(recFormula, head(0, 0), 1.0, uint16(0), uint32(0), uint16(99), byte(1))), 9)},
		{"shared strings cut", "corrupt", compound("Workbook", streamOf(sst(2, pack(uint16(9), narrow, "ab"))), 9)},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, err := Open(c.data)
			assert.Nil(t, book)
			var refusal *document.Refusal
			require.ErrorAs(t, err, &refusal)
			assert.Equal(t, c.code, refusal.Code, refusal.Message)
			assert.True(t, utf8.ValidString(refusal.Message))
			assert.Contains(t, refusal.Message, "。")
			assert.Contains(t, refusal.Hint, "。")
		})
	}
}

// TestCaps makes books that would cost far more than they are long.
func TestCaps(t *testing.T) {
	many := func(n int, record []byte) []byte { return bytes.Repeat(record, n) }
	use := formulaRec(0, 0, pack(1.0), 8, byte(ptgExp), uint16(0), uint16(0))
	long := bytes.Repeat([]byte{ptgMinus}, 3900)
	tokens := pack(ref(0, 0), long)
	for name, stream := range map[string][]byte{
		"sheets":         streamOf(many(maxSheets, rec(recBoundSheet, uint32(0), byte(0), byte(0), byte(0), byte(0)))),
		"styles":         streamOf(many(maxStyles+1, rec(recXF, uint16(0), uint16(0)))),
		"external":       streamOf(many(maxRefs+1, rec(recSupBook, uint32(0)))),
		"strings":        streamOf(sst(1<<31-1, many(1, pack(uint16(0))), many(0, nil), make([]byte, 0xFFFF))),
		"merges":         streamOf(nil, many(100, rec(recMergeCells, uint16(1026), make([]byte, 1026*8)))),
		"shared formula": streamOf(nil, use, rec(recShrFmla, make([]byte, 8), uint16(len(tokens)), tokens), many(5000, use)),
		"formulas":       streamOf(nil, many(5000, formulaRec(0, 0, pack(1.0), 0, tokens))),
		"one sheet listed many times": func() []byte {
			name := rec(recBoundSheet, uint32(len(bofGlobals)+11*900+4), byte(0), byte(0), byte(0), byte(0))
			return pack(bofGlobals, many(900, name)[:0], many(900, name), eof, bofSheet, many(5000, rec(recNumber, head(0, 0), 1.0)), eof)
		}(),
	} {
		t.Run(name, func(t *testing.T) {
			_, refusal := readStream(stream)
			if name == "strings" { // a few thousand empty ones, as many as there are bytes for
				assert.Nil(t, refusal)
				return
			}
			require.NotNil(t, refusal)
		})
	}
}

// TestDamage changes, and cuts at, every byte of a book: no byte may make the
// reader panic or hang.
func TestDamage(t *testing.T) {
	data, err := os.ReadFile(fixtures + "days-1904.xls")
	require.NoError(t, err)
	for _, good := range [][]byte{compound("Workbook", goodStream(), 9), data} {
		for i := range good {
			bad := bytes.Clone(good)
			for _, flip := range []byte{0x01, 0x80, 0xFF} {
				bad[i] = good[i] ^ flip
				read(bad)
			}
			read(good[:i])
		}
	}
}

// read opens a book and looks at all of it.
func read(data []byte) {
	book, err := Open(data)
	if err != nil {
		return
	}
	for _, s := range book.Sheets {
		s.Dimensions()
		for _, r := range s.Rows {
			for i := range r.Cells {
				r.Cells[i].Shown()
			}
		}
	}
}
