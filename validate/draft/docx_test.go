package draft_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/draft"
	"suanqing/validate/draft/word"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/docx"
)

// TestDocx: the Word document has the very paragraphs of the text, for our own reader, and
// every place to fill in is marked.
func TestDocx(t *testing.T) {
	b, err := fixture.LoadBook("lanshan-2023")
	require.NoError(t, err)
	d := draft.Write(render(t, b, fixture.Layout{}), nil, draft.Doubts{})
	data, err := d.Docx()
	require.NoError(t, err)
	again, err := d.Docx()
	require.NoError(t, err)
	assert.Equal(t, data, again)

	file, err := docx.Open(data)
	require.NoError(t, err)
	var lines []string
	for _, s := range file.Sheets {
		for _, r := range s.Rows {
			lines = append(lines, r.Cells[0].Stored)
		}
	}
	want := strings.FieldsFunc(d.Text(), func(r rune) bool { return r == '\n' })
	assert.Equal(t, want, lines)

	holes := strings.Count(d.Text(), "【")
	assert.Positive(t, holes)
	assert.Equal(t, holes, strings.Count(member(t, data, "word/document.xml"), `<w:highlight w:val="yellow"/>`))
}

// TestWordIsWellFormed: whatever a text holds it is text there, and every part is XML.
func TestWordIsWellFormed(t *testing.T) {
	for _, text := range []string{"<w:p>&amp;]]>", "\x00\x0b\ufffe\xff", "  a\tb\n", strings.Repeat("长", 100_000)} {
		data, err := word.Write([]word.Paragraph{{Style: word.Body, Runs: []word.Run{{Text: text}, {Text: text, Marked: true}}}})
		require.NoError(t, err)
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		require.NoError(t, err)
		for _, f := range z.File {
			decoder := xml.NewDecoder(strings.NewReader(member(t, data, f.Name)))
			for err = nil; err == nil; _, err = decoder.Token() {
			}
			assert.Equal(t, io.EOF, err, "%s of %.20q", f.Name, text)
		}
	}
}

func member(t *testing.T, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	f, err := z.Open(name)
	require.NoError(t, err)
	text, err := io.ReadAll(f)
	require.NoError(t, err)
	return string(text)
}
