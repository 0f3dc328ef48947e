package document

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
)

func TestNameSheets(t *testing.T) {
	long := strings.Repeat("表", 40)
	d := &Document{}
	for _, name := range []string{"收支总表", "", "a/b[1]:c", long, long, "A", "a", "'引号'", "\x00", strings.Repeat("𠮷", 16)} {
		d.Sheets = append(d.Sheets, &Sheet{Name: name})
	}
	d.NameSheets()
	var got []string
	for _, s := range d.Sheets {
		got = append(got, s.Name)
		assert.LessOrEqual(t, len(utf16.Encode([]rune(s.Name))), longestName, s.Name)
	}
	assert.Equal(t, []string{"收支总表", "第2张表", "a b 1  c", long[:31*3], long[:28*3] + "(2)", "A", "a(2)", "引号", "第9张表", strings.Repeat("𠮷", 15)}, got)
	before := append([]string{}, got...)
	d.NameSheets()
	for i, s := range d.Sheets {
		assert.Equal(t, before[i], s.Name, "what is permitted stays")
	}
}
