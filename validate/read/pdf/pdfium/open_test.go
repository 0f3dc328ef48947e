package pdfium

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/lab/hostile"
)

const printed = "../../../../testdata/pdf/"

func load(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(printed + name + ".pdf")
	require.NoError(t, err)
	return data
}

func codeOf(data []byte, password string) string {
	_, err := Open(data, password)
	var refusal *document.Refusal
	if errors.As(err, &refusal) {
		return refusal.Code
	}
	return ""
}

// shown is all that a document says.
func shown(t *testing.T, data []byte) string {
	t.Helper()
	d, err := Open(data, "")
	require.NoError(t, err)
	var w strings.Builder
	for _, s := range d.Sheets {
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				w.WriteString(c.Shown() + "\t")
			}
			w.WriteByte('\n')
		}
	}
	return w.String()
}

// TestPasswords: one to open is asked for; one that only forbids changes is not.
func TestPasswords(t *testing.T) {
	secret := load(t, "password")
	assert.Equal(t, "encrypted", codeOf(secret, ""))
	assert.Equal(t, "password", codeOf(secret, "2024"))
	assert.Empty(t, codeOf(secret, "2023"))
	assert.Contains(t, shown(t, load(t, "restricted")), "A\t1,234.56")
}

// TestTurned: a page that its file turns reads the same, and so does a file whose table of
// objects is wrong, which it is once a page is changed.
func TestTurned(t *testing.T) {
	plain := load(t, "national")
	turned := bytes.ReplaceAll(plain, []byte("/Type/Page/"), []byte("/Type/Page/Rotate 90/"))
	require.NotEqual(t, len(plain), len(turned))
	assert.Equal(t, shown(t, plain), shown(t, turned))
}

// TestDrawnAside: text that is drawn up the page, or down it, is read along its line.
func TestDrawnAside(t *testing.T) {
	content := "BT /F 9 Tf %s 300 400 Tm (Total 1,234.56 as of all) Tj 0 -20 Td (Second line of the page) Tj ET"
	for _, matrix := range []string{"1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"} {
		assert.Equal(t, "Total 1,234.56 as of all Second line of the page\t\n", shown(t, pageWith(strings.Replace(content, "%s", matrix, 1))), matrix)
	}
}

// pageWith is a PDF of one page, without a table of its objects.
func pageWith(content string) []byte {
	return []byte("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n" +
		"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>\nendobj\n" +
		"4 0 obj\n<<>>stream\n" + content + "\nendstream\nendobj\n5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\ntrailer\n<</Root 1 0 R>>\n")
}

// TestTooLong: what takes too long is ended, and the next file is read.
func TestTooLong(t *testing.T) {
	data := load(t, "national")
	_, refusal := within(time.Nanosecond, data, "")
	require.NotNil(t, refusal)
	assert.Equal(t, "too-complex", refusal.Code)
	pages, refusal := within(mostTime, data, "")
	require.Nil(t, refusal)
	assert.Len(t, pages, 10)
}

// TestScan: pictures are no text.
func TestScan(t *testing.T) {
	assert.Equal(t, "pdf-scan", codeOf(pageWith("q 500 0 0 700 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"), ""))
}

// TestHostile: what means harm is refused, or shows nothing, in bounded time and memory.
func TestHostile(t *testing.T) {
	n := 0
	for _, c := range hostile.All() {
		if !strings.HasPrefix(c.Name, "pdf-") {
			continue
		}
		n++
		code := codeOf(c.Data(), "")
		assert.True(t, code == "" || c.Allows(code), "%s: %s", c.Name, code)
	}
	assert.Greater(t, n, 10)
}
