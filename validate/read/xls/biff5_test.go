package xls

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"suanqing/validate/document"
	"suanqing/validate/lab/twin"
	"suanqing/validate/read/xlsx"
)

const chinese = uint16(936)

func bof5(kind uint16) []byte { return rec(recBOF, uint16(versionBIFF5), kind, uint32(0)) }

func gbk(s string) []byte {
	b, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	return b
}

// short5 and text5 are texts with their length in one byte and in two.
func short5(s string) []byte { return pack(byte(len(gbk(s))), gbk(s)) }
func text5(s string) []byte  { return pack(uint16(len(gbk(s))), gbk(s)) }

// stream5 is a BIFF5 workbook stream of the sheets 表 and 附表; only the first has records.
func stream5(globals []byte, sheet ...[]byte) []byte {
	bound := func(name string, hidden byte, offset int) []byte {
		return rec(recBoundSheet, uint32(offset), hidden, byte(0), short5(name))
	}
	first := pack(bof5(streamWorksheet), bytes.Join(sheet, nil), eof)
	start := pack(bof5(streamGlobals), globals)
	offset := len(start) + len(bound("表", 0, 0)) + len(bound("附表", 1, 0)) + len(eof)
	return pack(start, bound("表", 0, offset), bound("附表", 1, offset+len(first)), eof, first, bof5(streamWorksheet), eof)
}

// ref5 is a reference to a cell, area5 to a range; what is relative is in the row.
func ref5(kind byte, row, col int, relative uint16) []byte {
	return pack(kind, uint16(row)|relative, byte(col))
}

func read5(t *testing.T, stream []byte) *document.Sheet {
	t.Helper()
	book, err := Open(compound("Book", stream, 9))
	require.NoError(t, err)
	require.Len(t, book.Sheets, 2)
	assert.Equal(t, "表", book.Sheets[0].Name)
	assert.False(t, book.Sheets[0].Hidden)
	assert.Equal(t, "附表", book.Sheets[1].Name)
	assert.True(t, book.Sheets[1].Hidden)
	return book.Sheets[0]
}

// The code page that a file declares is often another than its texts are in.
func TestTextsBIFF5(t *testing.T) {
	for name, c := range map[string]struct {
		globals, text []byte
		want          string
	}{
		"Chinese":                   {rec(recCodePage, chinese), gbk("一、收入"), "一、收入"},
		"GB 18030":                  {rec(recCodePage, chinese), gbk("㐂𠮷"), "㐂𠮷"},
		"also UTF-8 by chance":      {rec(recCodePage, chinese), gbk("一联通"), "一联通"},
		"English, Chinese in it":    {rec(recCodePage, uint16(1252)), gbk("支出决算表"), "支出决算表"},
		"no code page":              {nil, gbk("支出决算表"), "支出决算表"},
		"English":                   {rec(recCodePage, uint16(1252)), []byte("caf\xE9"), "café"},
		"sign of money":             {rec(recCodePage, uint16(1252)), []byte("\xA5 1"), "¥ 1"},
		"UTF-8":                     {rec(recCodePage, uint16(pageUTF8)), []byte("支出"), "支出"},
		"damaged":                   {rec(recCodePage, chinese), []byte("\xB1\xED\xB1"), "表\uFFFD"},
		"plain":                     {rec(recCodePage, chinese), []byte("A-1"), "A-1"},
		"of more than 255 bytes":    {rec(recCodePage, chinese), gbk(strings.Repeat("决算", 100)), strings.Repeat("决算", 100)},
		"nothing: such is no value": {rec(recCodePage, chinese), nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			length := uint16(len(c.text))
			s := read5(t, stream5(c.globals, rec(recLabel, head(0, 0), length, c.text),
				rec(recRString, head(1, 0), length, c.text, byte(1), byte(0), byte(1)),
				formulaRec(2, 0, special(0, 0), 0, ref5(ptgRef, 0, 0, 0)), rec(recString, length, c.text)))
			if c.want == "" {
				assert.Nil(t, s.At(0, 0))
				return
			}
			for row := range 3 {
				assert.Equal(t, c.want, s.At(row, 0).Shown())
				assert.Equal(t, document.Text, s.At(row, 0).Kind)
			}
			assert.True(t, s.At(2, 0).Cached)
		})
	}
}

// A text in bytes goes on in CONTINUE records without a flag of its own.
func TestContinueBIFF5(t *testing.T) {
	long := gbk(strings.Repeat("决算", 50))
	s := read5(t, stream5(nil, rec(recLabel, head(0, 0), uint16(len(long)), long[:7]), rec(recContinue, long[7:9]), rec(recContinue, long[9:])))
	assert.Equal(t, strings.Repeat("决算", 50), s.At(0, 0).Shown())
	_, err := Open(compound("Book", stream5(nil, rec(recLabel, head(0, 0), uint16(9), []byte("ab"))), 9))
	assert.ErrorContains(t, err, "残缺")
}

func TestFiguresBIFF5(t *testing.T) {
	money := pack(rec(recFormat, uint16(164), short5(`#,##0.00"万元"`)), rec(recXF, uint16(0), uint16(164), make([]byte, 12)))
	s := read5(t, stream5(pack(rec(recCodePage, chinese), money), rec(recNumber, head(0, 0), 1677.905), rec(recRK, head(0, 1), whole(7)),
		rec(recMulRK, uint16(1), uint16(0), uint16(0), whole(3), uint16(0), hundredths(150), uint16(1)), rec(recBoolErr, head(2, 0), byte(0x17), byte(1))))
	for cell, want := range map[at]string{{0, 0}: "1,677.91万元", {0, 1}: "7.00万元", {1, 0}: "3.00万元", {1, 1}: "1.50万元", {2, 0}: "#REF!"} {
		assert.Equal(t, want, s.At(cell.row, cell.col).Shown())
	}
	assert.Equal(t, 2, s.At(0, 0).Format.Decimals())
}

func TestFormulasBIFF5(t *testing.T) {
	const both, row, col = 0xC000, 0x8000, 0x4000
	area := func(kind byte, rows, cols [2]byte, relative uint16) []byte {
		return pack(kind, uint16(rows[0])|relative, uint16(rows[1])|relative, cols[0], cols[1])
	}
	sheet := func(link uint16, first, last uint16) []byte { return pack(link, make([]byte, 8), first, last) }
	for want, tokens := range map[string][]byte{
		"A1+$B$1-C$2": pack(ref5(ptgRef, 0, 0, both), ref5(ptgRef, 0, 1, 0), byte(ptgAdd), ref5(ptgRef|0x40, 1, 2, col), byte(ptgSub)),
		"$C4":         ref5(ptgRef, 3, 2, row),
		"SUM(B2:C16)": pack(area(ptgArea, [2]byte{1, 15}, [2]byte{1, 2}, both), byte(ptgAttr), byte(attrSum), uint16(0)),
		"'附表'!B2":     pack(byte(ptgRef3d), sheet(0xFFFF, 1, 1), uint16(1|both), byte(1)),
		"SUM('表'!$A$1:$B$2)": pack(byte(ptgArea3d), sheet(0xFFFE, 0, 0), uint16(0), uint16(1), byte(0), byte(1),
			byte(ptgFuncVar), byte(1), uint16(funcSum)),
		"B16384+IV1": pack(ref5(ptgRef, 1<<14-1, 1, both), ref5(ptgRef, 0, 255, both), byte(ptgAdd)),
		Undecoded:    pack(byte(ptgRef3d), sheet(1, 0, 0), uint16(1), byte(1)), // of another workbook
	} {
		t.Run(want, func(t *testing.T) {
			s := read5(t, stream5(nil, formulaRec(9, 9, pack(2.5), 0, tokens)))
			assert.Equal(t, want, s.At(9, 9).Formula)
			assert.Equal(t, "2.5", s.At(9, 9).Shown())
		})
	}
	for name, tokens := range map[string][]byte{
		"several sheets": pack(byte(ptgRef3d), sheet(0xFFFF, 0, 1), uint16(1), byte(1)),
		"no such sheet":  pack(byte(ptgRef3d), sheet(0xFFFF, 7, 7), uint16(1), byte(1)),
		"deleted sheet":  pack(byte(ptgRef3d), sheet(0xFFFF, 0xFFFF, 0xFFFF), uint16(1), byte(1)),
		"cut":            pack(byte(ptgRef3d), uint16(0xFFFF), uint16(1)),
	} {
		assert.Equal(t, Undecoded, read5(t, stream5(nil, formulaRec(0, 0, pack(1.0), 0, tokens))).At(0, 0).Formula, name)
	}
}

// In a shared formula what is relative is an offset, of 14 bits for rows.
func TestSharedFormulasBIFF5(t *testing.T) {
	tokens := pack(ref5(ptgRefN, 1<<14-1, 0xFE, 0xC000), ref5(ptgRefN, 0, 1, 0x4000), byte(ptgAdd)) // a row up and two columns left, + column right of row 1
	use := func(row int) []byte { return formulaRec(row, 4, pack(1.0), 8, byte(ptgExp), uint16(2), uint16(4)) }
	s := read5(t, stream5(nil, use(2), rec(recShrFmla, uint16(2), uint16(3), byte(4), byte(4), uint16(0), uint16(len(tokens)), tokens), use(3)))
	assert.Equal(t, "C2+F$1", s.At(2, 4).Formula)
	assert.Equal(t, "C3+F$1", s.At(3, 4).Formula)
}

// What is centred across the empty cells beside it is merged with them.
func TestAcross(t *testing.T) {
	xf := func(alignment uint16) []byte { return rec(recXF, uint32(0), uint16(0), alignment, make([]byte, 8)) }
	looks := pack(xf(0x20), xf(0x26)) // 1 is centred across
	blanks := func(row, col int, xfs ...uint16) []byte {
		b := pack(uint16(row), uint16(col))
		for _, x := range xfs {
			b = pack(b, x)
		}
		return rec(recMulBlank, b, uint16(col+len(xfs)-1))
	}
	label := func(row, col int, xf uint16) []byte { return rec(recLabel, uint16(row), uint16(col), xf, text5("题")) }
	s := read5(t, stream5(looks,
		label(0, 0, 1), blanks(0, 1, 1, 1, 0, 1), // two beside it; the fourth is behind another
		label(1, 0, 0), blanks(1, 1, 1, 1), // not centred across itself
		label(2, 0, 1), label(2, 1, 1), rec(recBlank, uint16(2), uint16(2), uint16(1)), // the next has content
		label(3, 0, 1), blanks(3, 2, 1), // not beside it
		blanks(4, 0, 1, 1), label(4, 255, 1)))
	assert.Equal(t, []document.Range{{Row0: 0, Col0: 0, Row1: 0, Col1: 2}, {Row0: 2, Col0: 1, Row1: 2, Col1: 2}}, s.Merges)
	assert.Empty(t, readOne(t, streamOf(looks, rec(recLabel, uint16(0), uint16(0), uint16(1), text("题")), blanks(0, 1, 1, 1))).Merges, "later formats have merges")
}

// TestTwinsBIFF5 compares what LibreOffice wrote as Excel 95 would have with the
// .xlsx. It writes no merges then, loses rows behind 16,384, texts behind 255 bytes
// and those of formulas, and does not say what of a reference is relative, so that those of shared
// formulas mean nothing.
func TestTwinsBIFF5(t *testing.T) {
	files, err := filepath.Glob(fixtures + "biff5/*.xls")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			got := twin.Open(t, file, Open)
			want := twin.Open(t, fixtures+filepath.Base(file)+"x", xlsx.Open)
			require.Len(t, got.Sheets, len(want.Sheets))
			for i, s := range want.Sheets {
				s.Merges = nil
				s.Rows = slicesBefore(s.Rows, 1<<14)
				for _, r := range s.Rows {
					for j := range r.Cells {
						fixed(&r.Cells[j], got.Sheets[i].At(r.Index, r.Cells[j].Col))
					}
				}
				twin.Compare(t, s, got.Sheets[i])
				twin.CompareWidths(t, s, got.Sheets[i])
			}
		})
	}
}

func slicesBefore(rows []document.Row, index int) []document.Row {
	for len(rows) > 0 && rows[len(rows)-1].Index >= index {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// fixed leaves out what is lost of a formula and its text.
func fixed(want, got *document.Cell) {
	if got == nil {
		return
	}
	plain := strings.NewReplacer("$A$1:$A$16384", "A:A", "$", "")
	want.Formula, got.Formula = plain.Replace(want.Formula), plain.Replace(got.Formula)
	if strings.Contains("EI", document.Address(0, want.Col)[:1]) && want.Formula != "" {
		got.Formula = want.Formula // shared, see formulas in make
	}
	if len(gbk(want.Stored)) > 255 || want.Formula != "" && want.Kind == document.Text {
		want.Kind, want.Stored = got.Kind, got.Stored
	}
}

// TestBare: records without a container, and a sheet without globals.
func TestBare(t *testing.T) {
	for version, want := range map[uint16]string{versionUnsaid: "收入", versionBIFF5: "收入", versionBIFF8: ""} {
		label := rec(recLabel, head(1, 2), text5("收入"))
		if want == "" {
			label = rec(recLabel, head(1, 2), text("收入"))
		}
		stream := pack(rec(recBOF, version, uint16(streamWorksheet), uint32(0)), label, rec(recNumber, head(2, 2), 1677.91), eof)
		for _, data := range [][]byte{stream, compound("Book", stream, 9)} {
			book, err := Open(data)
			require.NoError(t, err)
			require.Len(t, book.Sheets, 1)
			assert.Equal(t, "Sheet1", book.Sheets[0].Name)
			assert.Equal(t, "收入", book.Sheets[0].At(1, 2).Shown())
			assert.Equal(t, "1677.91", book.Sheets[0].At(2, 2).Shown())
		}
		_, err := Open(stream[:len(stream)-6])
		assert.ErrorContains(t, err, "不完整")
	}
	book, err := Open(stream5(nil, rec(recLabel, head(0, 0), text5("表"))))
	require.NoError(t, err)
	assert.Len(t, book.Sheets, 2)
	_, err = Open(pack(rec(0x0409, uint16(0), uint16(0x10), uint16(0))))
	assert.ErrorContains(t, err, "Excel 4.0")
}

func FuzzBIFF5(f *testing.F) {
	f.Add(stream5(rec(recCodePage, chinese), rec(recLabel, head(0, 0), text5("收入")), rec(recMulBlank, head(1, 1), uint32(0))))
	for _, name := range []string{"days-1904", "structure"} {
		data, err := os.ReadFile(fixtures + "biff5/" + name + ".xls")
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		read(data)
		if book, refusal := readStream(data); refusal == nil {
			assertOrdered(t, book)
		}
	})
}
