package read

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

func names(parts []Part) (list []string) {
	for _, p := range parts {
		list = append(list, p.Name)
	}
	return list
}

// The order of a set is that of its names, however the files come.
func TestSorted(t *testing.T) {
	want := []string{"1.csv", "dir/2.csv", "02.csv", `d\3.csv`, "10.csv", "100.csv", "表1a.csv", "表1b.csv", "表2.csv", "表2-1.csv", "表010.csv", "表11.csv"}
	var parts []Part
	for _, name := range want {
		parts = append(parts, Part{Name: name})
	}
	for range 5 {
		slices.Reverse(parts)
		parts = append(parts[3:], parts[:3]...)
		sorted := names(Sorted(parts))
		for _, pair := range [][2]string{{"1.csv", "dir/2.csv"}, {"dir/2.csv", "10.csv"}, {`d\3.csv`, "10.csv"}, {"10.csv", "100.csv"}, {"表1b.csv", "表2.csv"}, {"表2.csv", "表010.csv"}, {"表010.csv", "表11.csv"}} {
			assert.Less(t, slices.Index(sorted, pair[0]), slices.Index(sorted, pair[1]), "%v", pair)
		}
		assert.Equal(t, sorted, names(Sorted(slices.Clone(parts))))
	}
	same := Sorted([]Part{{"a", []byte("2")}, {"b/a", []byte("1")}})
	assert.Equal(t, "1", string(same[0].Data), "of one name by what is in them")
}

// book makes documents of texts: a sheet a byte, the byte its name, with a cell each.
func book(data []byte) (*document.Document, error) {
	if data[0] == '!' {
		return nil, refuse.Corrupt("文件不完整。")
	}
	d := &document.Document{}
	for _, c := range data {
		d.Sheets = append(d.Sheets, &document.Sheet{Name: string(c), Rows: []document.Row{{Cells: []document.Cell{{}}}}})
	}
	return d, nil
}

func TestOpenSet(t *testing.T) {
	readers := Readers{CSV: book}
	set := func(parts ...string) (list []Part) {
		for i := 0; i < len(parts); i += 2 {
			list = append(list, Part{parts[i], []byte(parts[i+1])})
		}
		return list
	}
	d, err := readers.OpenSet(set("附表/10.csv", "x", "2.支出.csv", "y", "3", "ab", ".tsv", "z", "x/2.支出.CSV", "z"))
	require.NoError(t, err)
	var sheets []string
	for _, s := range d.Sheets {
		sheets = append(sheets, s.Name)
	}
	assert.Equal(t, []string{".tsv", "2.支出", "2.支出(2)", "3 a", "3 b", "10"}, sheets)

	for name, c := range map[string]struct {
		parts      []Part
		code, part string
	}{
		"nothing":        {nil, "empty", "没有文件"},
		"one is damaged": {set("1.csv", "a", "2.csv", "!"), "corrupt", "“2”：文件不完整。"},
		"one is none":    {set("1.csv", "a", "图.png", "\x89PNG\r\n\x1a\n"), "image", "“图”"},
		"too many":       {make([]Part, maxParts+1), "too-complex", "200 个"},
		"too large":      {[]Part{{"1", make([]byte, maxFile)}, {"2", []byte("a")}}, "too-large", "200 MB"},
		"sheets":         {[]Part{{"1", zeros(600)}, {"2", zeros(600)}}, "too-complex", "超出上限"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readers.OpenSet(c.parts)
			var refusal *document.Refusal
			require.ErrorAs(t, err, &refusal)
			assert.Equal(t, c.code, refusal.Code)
			assert.Contains(t, refusal.Message, c.part)
		})
	}
}

func zeros(n int) []byte { return []byte(fmt.Sprintf("%0*d", n, 0)) }
