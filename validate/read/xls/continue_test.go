package xls

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/internal/wide"
)

// splitTable is the shared strings of a test: the pieces are the SST record,
// without its counts, and the CONTINUE records behind it.
type splitTable struct {
	name   string
	pieces [][]byte
	want   []string
}

const narrow, broad, rich, phonetic = byte(0), byte(1), byte(8), byte(4)

var splitTables = []splitTable{
	{"one record", [][]byte{pack(uint16(2), narrow, "ab", text("表二"))}, []string{"ab", "表二"}},
	{"between strings", [][]byte{pack(uint16(2), narrow, "ab"), text("表二")}, []string{"ab", "表二"}},
	{"within narrow characters", [][]byte{pack(uint16(4), narrow, "ab"), pack(narrow, "cd")}, []string{"abcd"}},
	{"within wide characters", [][]byte{pack(uint16(2), broad, wide.Bytes("收")), pack(broad, wide.Bytes("入"))}, []string{"收入"}},
	{"narrow goes on wide", [][]byte{pack(uint16(4), narrow, "ab"), pack(broad, wide.Bytes("收入"))}, []string{"ab收入"}},
	{"wide goes on narrow", [][]byte{pack(uint16(4), broad, wide.Bytes("收入")), pack(narrow, "ab")}, []string{"收入ab"}},
	{"over three records", [][]byte{pack(uint16(3), narrow, "a"), pack(broad, wide.Bytes("收")), pack(narrow, "c"), text("x")}, []string{"a收c", "x"}},
	{"right behind the flags", [][]byte{pack(uint16(2), broad), pack(narrow, "ab"), text("表")}, []string{"ab", "表"}},
	{"right behind the last character", [][]byte{pack(uint16(2), narrow, "ab"), pack(uint16(1), narrow, "c")}, []string{"ab", "c"}},
	{"half a character is left over", [][]byte{pack(uint16(2), broad, wide.Bytes("收"), byte(0)), pack(broad, wide.Bytes("入"))}, []string{"收入"}},
	{"within a surrogate pair", [][]byte{pack(uint16(2), broad, wide.Bytes("𠀀")[:2]), pack(broad, wide.Bytes("𠀀")[2:])}, []string{"𠀀"}},
	{"within the length", [][]byte{{2}, pack(byte(0), narrow, "ab")}, []string{"ab"}},
	{"an empty record", [][]byte{pack(uint16(2), narrow, "a"), {}, pack(narrow, "b")}, []string{"ab"}},
	{"within formatting runs", [][]byte{pack(uint16(2), rich, uint16(2), "ab", uint32(1)), pack(uint32(2), text("表"))}, []string{"ab", "表"}},
	{"within a formatting run", [][]byte{pack(uint16(2), rich, uint16(1), "ab", uint16(1)), pack(uint16(2), text("表"))}, []string{"ab", "表"}},
	{"within the count of runs", [][]byte{pack(uint16(2), rich, byte(1)), pack(byte(0), "ab", uint32(9))}, []string{"ab"}},
	{"within the phonetic guide", [][]byte{pack(uint16(1), broad|phonetic, uint32(6), wide.Bytes("表"), "123"), pack("456", text("x"))}, []string{"表", "x"}},
	{"runs and guide behind split characters", [][]byte{
		pack(uint16(4), rich|phonetic, uint16(1), uint32(3), "ab"), pack(broad, wide.Bytes("收入"), uint32(7), "123", text("x"))}, []string{"ab收入", "x"}},
	{"empty strings", [][]byte{pack(uint16(0), narrow, uint16(0), broad), text("x")}, []string{"", "", "x"}},
}

// sst is the SST record and its CONTINUE records.
func sst(count int, pieces ...[]byte) []byte {
	b := rec(recSST, uint32(count), uint32(count), pieces[0])
	for _, p := range pieces[1:] {
		b = append(b, rec(recContinue, p)...)
	}
	return b
}

// bookOf has the strings of a table in column A.
func (c splitTable) bookOf() []byte {
	var cells [][]byte
	for i := range c.want {
		cells = append(cells, rec(recLabelSST, head(i, 0), uint32(i)))
	}
	return streamOf(sst(len(c.want), c.pieces...), cells...)
}

func TestSharedStringsSplit(t *testing.T) {
	for _, c := range splitTables {
		t.Run(c.name, func(t *testing.T) {
			sheet := readOne(t, c.bookOf())
			for i, want := range c.want {
				cell := sheet.At(i, 0)
				if want == "" {
					assert.Nil(t, cell)
					continue
				}
				require.NotNil(t, cell)
				assert.Equal(t, document.Text, cell.Kind)
				assert.Equal(t, want, cell.Stored)
			}
		})
	}
}

// TestSharedStringsSplitAnywhere splits a table of all kinds of strings at every
// byte, the way a writer must: among characters the next record has a flag.
func TestSharedStringsSplitAnywhere(t *testing.T) {
	want := []string{"abc", "收入支出", "其中：x", "é", "末"}
	type piece struct {
		data  []byte
		chars int // bytes a character, 0 when these bytes are none
	}
	table := []piece{
		{pack(uint16(3), narrow), 0}, {[]byte("abc"), 1},
		{pack(uint16(4), broad), 0}, {wide.Bytes("收入支出"), 2},
		{pack(uint16(4), broad|rich|phonetic, uint16(2), uint32(5)), 0}, {wide.Bytes("其中：x"), 2}, {make([]byte, 8+5), 0},
		{pack(uint16(1), narrow), 0}, {[]byte{0xE9}, 1},
		{pack(uint16(1), broad), 0}, {wide.Bytes("末"), 2},
	}
	total := 0
	for _, p := range table {
		total += len(p.data)
	}
	for cut := 1; cut < total; cut++ {
		var before, after []byte
		for _, p := range table {
			for i := range p.data {
				if len(before)+len(after) != 0 && len(before) == cut && len(after) == 0 && p.chars > 0 {
					if i%p.chars != 0 {
						goto next // no writer splits a character
					}
					after = append(after, byte(p.chars-1))
				}
				if len(before) < cut {
					before = append(before, p.data[i])
				} else {
					after = append(after, p.data[i])
				}
			}
		}
		for i, w := range want {
			cell := readOne(t, streamOf(sst(len(want), before, after), rec(recLabelSST, head(0, 0), uint32(i)))).At(0, 0)
			require.NotNil(t, cell, "cut at %d", cut)
			require.Equal(t, w, cell.Stored, "cut at %d", cut)
		}
	next:
	}
}

func TestSharedStringsFewerThanDeclared(t *testing.T) {
	sheet := readOne(t, streamOf(sst(1<<30, text("a")), rec(recLabelSST, head(0, 0), uint32(0))))
	assert.Equal(t, "a", sheet.At(0, 0).Stored)
}

func TestLongStringOverManyRecords(t *testing.T) {
	long := strings.Repeat("决算", 15_000)
	pieces := [][]byte{pack(uint16(30_000), broad)}
	for rest := wide.Bytes(long); len(rest) > 0; {
		n := min(len(rest), 8222)
		pieces = append(pieces, pack(broad, rest[:n]))
		rest = rest[n:]
	}
	sheet := readOne(t, streamOf(sst(1, pieces...), rec(recLabelSST, head(0, 0), uint32(0))))
	assert.Equal(t, long, sheet.At(0, 0).Stored)

	// The same as the text of a formula.
	record := rec(recString, pieces[0])
	for _, p := range pieces[1:] {
		record = append(record, rec(recContinue, p)...)
	}
	sheet = readOne(t, streamOf(nil, formulaRec(0, 0, special(0, 0), 0, byte(0x16)), record))
	assert.Equal(t, long, sheet.At(0, 0).Stored)
}

func TestManyEmptyContinues(t *testing.T) {
	stream := streamOf(pack(sst(1, []byte{1}), bytes.Repeat(rec(recContinue, byte(0)), maxParts+1)))
	_, refusal := readStream(stream)
	require.NotNil(t, refusal)
}
