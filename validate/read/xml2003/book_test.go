package xml2003

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/internal/wide"
	"suanqing/validate/lab/twin"
	"suanqing/validate/read/xlsx"
)

func load(t testing.TB, name string) ([]byte, *document.Document) {
	t.Helper()
	data, err := os.ReadFile("../../../testdata/" + name + ".xlsx")
	require.NoError(t, err)
	book, err := xlsx.Open(data)
	require.NoError(t, err)
	return data, book
}

// TestBooks: a book in this format is the book, in whatever it is encoded.
func TestBooks(t *testing.T) {
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024", "clean-wan", "clean-yuan", "xls/formulas", "xls/formats", "xls/strings"} {
		data, book := load(t, name)
		text := twin.XML2003(book)
		chinese, err := simplifiedchinese.GB18030.NewEncoder().String(strings.Replace(text, `version="1.0"`, `version="1.0" encoding="gb2312"`, 1))
		require.NoError(t, err)
		for encoding, text := range map[string]string{"utf-8": text, "gb2312": chinese, "utf-16": "\xFF\xFE" + string(wide.Bytes(text))} {
			got, err := Open([]byte(text))
			require.NoError(t, err, "%s in %s", name, encoding)
			assert.Empty(t, twin.Differences(book, got), "%s in %s", name, encoding)
		}
		want := validate.Check("book", data, nil).Report
		got := validate.CheckBook("book", []byte(text), Open, nil).Report
		got.SHA256 = want.SHA256
		assert.Equal(t, want, got, name)
	}
}

func FuzzOpen(f *testing.F) {
	_, book := load(f, "lanshan-2023")
	f.Add([]byte(twin.XML2003(&document.Document{Sheets: book.Sheets[7:]})))
	for _, c := range cells {
		f.Add([]byte(workbook(c.table)))
	}
	f.Fuzz(func(t *testing.T, data []byte) { twin.Sound(t, data, Open) })
}

func FuzzFormula(f *testing.F) {
	for from := range formulas {
		f.Add(from, 4, 2)
	}
	f.Fuzz(func(t *testing.T, formula string, row, col int) {
		a1(formula, row&0xFFFF, col&0x3FFF)
	})
}
