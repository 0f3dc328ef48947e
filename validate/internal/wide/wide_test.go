package wide

import (
	"encoding/binary"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
)

func asXML(s string) string {
	text, _ := XML(s)
	return text
}

// TestXML: it is read as the standard library reads it, halves of characters too.
func TestXML(t *testing.T) {
	all := []uint16{'<', 'a', '合', 0xD83D, 0xDE00, 0xDE00, 0xD83D, 0xD83D, 'b', 0xD83D}
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		for n := 2; n <= len(all); n++ {
			var raw []byte
			for _, u := range append([]uint16{0xFEFF}, all[:n]...) {
				raw = order.AppendUint16(raw, u)
			}
			want := "\uFEFF" + string(utf16.Decode(all[:n]))
			assert.Equal(t, want, asXML(string(raw)))
			assert.Equal(t, want, asXML(string(append(raw, 'x'))), "half a unit at the end")
			assert.Equal(t, want[len("\uFEFF"):], asXML(string(raw[2:])))
		}
	}
}

func TestOther(t *testing.T) {
	for _, s := range []string{"", "<a>", "<a></a>", "\xFF\xFE", "合计。"} {
		text, ok := XML(s)
		assert.False(t, ok)
		assert.Equal(t, s, text)
	}
}

func TestBack(t *testing.T) {
	for _, s := range []string{"", "Workbook", "合计𠮷"} {
		assert.Equal(t, s, Text(Bytes(s)))
		text, ok := XML(string(Append(nil, "<a>"+s, binary.BigEndian)))
		assert.True(t, ok)
		assert.Equal(t, "<a>"+s, text)
	}
}
