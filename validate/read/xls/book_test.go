package xls

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
)

// twice is a stream of two sheets, 1 and 2, that are one substream.
func twice(bof []byte, sheet ...[]byte) []byte {
	bound := func(name byte, offset int) []byte {
		return rec(recBoundSheet, uint32(offset), byte(0), byte(0), byte(1), byte(0), name)
	}
	offset := len(bofGlobals) + 2*len(bound('1', 0)) + len(eof)
	b := pack(bofGlobals, bound('1', offset), bound('2', offset), eof, bof)
	return append(append(b, bytes.Join(sheet, nil)...), eof...)
}

// TestCapsAreOfTheBook: what one sheet may have, two may not have each.
func TestCapsAreOfTheBook(t *testing.T) {
	one := rec(recNumber, head(0, 0), 1.0)
	merges := rec(recMergeCells, uint16(1000), make([]byte, 8000))
	const sum = "1.2345678901234567E+300+1.2345678901234567E+300"
	tokens := pack(byte(ptgNum), 1.2345678901234567e300, byte(ptgNum), 1.2345678901234567e300, byte(ptgAdd))
	formula := formulaRec(0, 0, pack(1.0), 0, tokens)
	use := formulaRec(0, 0, pack(1.0), 8, byte(ptgExp), uint16(0), uint16(0))
	shared := pack(use, rec(recShrFmla, make([]byte, 8), uint16(len(tokens)), tokens))
	for name, c := range map[string]struct {
		part         string
		first, again []byte
		times        int
	}{
		"merges":          {"合并单元格", one, merges, maxMerges / 1000 * 2 / 3},
		"cells":           {"单元格", one, one, maxCells * 2 / 3},
		"formulas":        {"公式", one, formula, maxFormulas / len(sum) * 2 / 3},
		"shared formulas": {"公式", shared, use, maxFormulas / len(sum) * 2 / 3},
	} {
		t.Run(name, func(t *testing.T) {
			records := bytes.Repeat(c.again, c.times)
			s := readOne(t, streamOf(nil, c.first, records))
			if strings.Contains(name, "formulas") {
				require.Equal(t, sum, s.At(0, 0).Formula)
			}
			_, refusal := readStream(twice(bofSheet, c.first, records))
			require.NotNil(t, refusal)
			assert.Equal(t, "too-complex", refusal.Code)
			assert.Contains(t, refusal.Message, "“2”")
			assert.Contains(t, refusal.Message, c.part)
		})
	}
}

func TestRowsWithoutCells(t *testing.T) {
	var rows [][]byte
	for i := range maxEmptyRows * 2 / 3 {
		rows = append(rows, rec(recRow, uint16(i), make([]byte, 10), uint16(0x20), uint16(0)))
	}
	rows = append(rows, rec(recNumber, head(0xFFFF, 0), 1.0))
	book, refusal := readStream(twice(bofSheet, rows...))
	require.Nil(t, refusal)
	require.Len(t, book.Sheets, 2)
	assert.Len(t, book.Sheets[0].Rows, maxEmptyRows*2/3+1)
	assert.Equal(t, maxEmptyRows+2, len(book.Sheets[0].Rows)+len(book.Sheets[1].Rows))
}

// TestSubstreams: only a worksheet is read as one, whatever the globals call it;
// a chart or macro sheet keeps its place among the sheets that formulas name.
func TestSubstreams(t *testing.T) {
	for kind, want := range map[uint16]string{0x0010: "1", 0x0020: "", 0x0040: "", 0x0005: "corrupt", 0x0006: "corrupt", 0x0100: "corrupt", 0: "corrupt"} {
		t.Run(fmt.Sprintf("%#x", kind), func(t *testing.T) {
			bof := rec(recBOF, uint16(0x0600), kind, make([]byte, 12))
			name := func(n byte, offset int) []byte {
				return rec(recBoundSheet, uint32(offset), byte(0), byte(0), byte(1), byte(0), n)
			}
			refs := pack(rec(recSupBook, uint16(1), uint16(0x0401)), rec(recExternSheet, uint16(2), uint16(0), uint16(0), uint16(0), uint16(0), uint16(1), uint16(1)))
			first := pack(bof, rec(recNumber, head(0, 0), 7.0), eof)
			second := pack(bofSheet, formulaRec(0, 0, pack(7.0), 0, byte(ptgRef3d), uint16(1), uint16(1), relative(1)), eof)
			at := len(bofGlobals) + 2*len(name(0, 0)) + len(refs) + len(eof)
			book, refusal := readStream(pack(bofGlobals, name('1', at), name('2', at+len(first)), refs, eof, first, second))
			if want == "corrupt" {
				require.NotNil(t, refusal)
				assert.Equal(t, want, refusal.Code)
				assert.Contains(t, refusal.Message, "“1”")
				return
			}
			require.Nil(t, refusal)
			names := ""
			for _, s := range book.Sheets {
				names += s.Name
			}
			assert.Equal(t, want+"2", names)
			last := book.Sheets[len(book.Sheets)-1]
			assert.Equal(t, "'2'!B2", last.At(0, 0).Formula)
		})
	}
}

// TestGlobalsAreNoSheet: a sheet that begins where the book begins is refused.
func TestGlobalsAreNoSheet(t *testing.T) {
	stream := pack(bofGlobals, rec(recBoundSheet, uint32(0), byte(0), byte(0), byte(1), byte(0), "A"), eof)
	book, err := Open(compound("Workbook", stream, 9))
	assert.Nil(t, book)
	var refusal *document.Refusal
	require.ErrorAs(t, err, &refusal)
	assert.Equal(t, "corrupt", refusal.Code)
	assert.Contains(t, refusal.Message, "“A”")
}
