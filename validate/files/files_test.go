package files_test

import (
	"bytes"
	"errors"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/read/xlsx"
)

const twin = "../../testdata/xls/structure"

func load(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

func lock(t *testing.T, plain []byte) []byte {
	t.Helper()
	data, err := excelize.Encrypt(plain, &excelize.Options{Password: "p"})
	require.NoError(t, err)
	return data
}

func codeOf(t *testing.T, data []byte, password string) string {
	t.Helper()
	_, err := files.Open(data, password)
	var refusal *document.Refusal
	require.True(t, errors.As(err, &refusal))
	return refusal.Code
}

// The three formats of one workbook hold the same texts.
func TestFormats(t *testing.T) {
	plain := load(t, twin+".xlsx")
	want, err := xlsx.Open(plain)
	require.NoError(t, err)
	for name, data := range map[string][]byte{"xlsx": plain, "xls": load(t, twin+".xls"), "locked": lock(t, plain)} {
		got, err := files.Open(data, "p")
		require.NoError(t, err, name)
		require.Len(t, got.Sheets, len(want.Sheets), name)
		for i := range want.Sheets {
			assert.Equal(t, shown(want.Sheets[i]), shown(got.Sheets[i]), name)
		}
	}
}

func shown(s *document.Sheet) map[[2]int]string {
	texts := map[[2]int]string{}
	for _, row := range s.Rows {
		for i := range row.Cells {
			c := &row.Cells[i]
			texts[[2]int{c.Row, c.Col}] = c.Shown()
		}
	}
	return texts
}

func TestRefusals(t *testing.T) {
	xls := load(t, twin+".xls")
	assert.Equal(t, "encrypted", codeOf(t, lock(t, load(t, twin+".xlsx")), ""))
	assert.Equal(t, "password", codeOf(t, lock(t, load(t, twin+".xlsx")), "q"))
	start := []byte{0x09, 0x08, 0x10, 0, 0, 0x06} // of the content
	assert.Equal(t, "corrupt", codeOf(t, bytes.Replace(xls, start, make([]byte, len(start)), 1), ""))
	assert.Equal(t, "corrupt", codeOf(t, []byte("%PDF-1.7"), "p"))
	assert.Equal(t, "empty", codeOf(t, nil, "p"))
}

func TestNeedsPassword(t *testing.T) {
	plain := load(t, twin+".xlsx")
	assert.True(t, files.NeedsPassword(lock(t, plain)))
	for _, data := range [][]byte{nil, plain, load(t, twin+".xls"), []byte("%PDF-1.7")} {
		assert.False(t, files.NeedsPassword(data))
	}
}
