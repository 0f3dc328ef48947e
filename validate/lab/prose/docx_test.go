package prose

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// part reads a part of a document.
func part(t *testing.T, doc []byte, name string) string {
	z, err := zip.NewReader(bytes.NewReader(doc), int64(len(doc)))
	require.NoError(t, err)
	f, err := z.Open(name)
	require.NoError(t, err)
	data, err := io.ReadAll(f)
	require.NoError(t, err)
	return string(data)
}

// accepted is a document's paragraphs as read with the changes accepted and the fallback
// of a text box left out; numbers that Word makes are not in it.
func accepted(t *testing.T, document string) []string {
	d := xml.NewDecoder(strings.NewReader(document))
	var out []string
	var text strings.Builder
	depth := 0      // inside what is not read
	inText := false // inside a run's text
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		require.NoError(t, err)
		skips := func(name string) bool { return slices.Contains([]string{"del", "Fallback", "instrText"}, name) }
		switch e := token.(type) {
		case xml.StartElement:
			if skips(e.Name.Local) {
				depth++
			}
			inText = e.Name.Local == "t"
			if e.Name.Local == "br" {
				text.WriteString("\n")
			}
		case xml.CharData:
			if depth == 0 && inText {
				text.Write(e)
			}
		case xml.EndElement:
			inText = false
			if skips(e.Name.Local) {
				depth--
			}
			if e.Name.Local == "p" && depth == 0 {
				if s := text.String(); strings.TrimSpace(s) != "" {
					out = append(out, s)
				}
				text.Reset()
			}
		}
	}
}

func TestDocxSaysTheText(t *testing.T) {
	for _, x := range Texts()[:8] {
		doc := Docx(x)
		assert.Equal(t, doc, Docx(x))
		got := accepted(t, strings.TrimPrefix(part(t, doc, "word/document.xml"), declaration))
		var want []string
		for _, b := range x.Blocks {
			if b.Kind == Table {
				for i, r := range b.Rows {
					want = append(want, shown(b, i, r)...)
				}
				continue
			}
			text := b.Shown()
			if features[x.Style].Numbering {
				text = b.Text
			}
			want = append(want, text)
		}
		assert.Equal(t, want, got, x.Name)
		for _, name := range []string{"word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"} {
			require.NoError(t, xml.Unmarshal([]byte(part(t, doc, name)), new(struct{})), name)
		}
	}
}

// shown is a table row's texts that no merged cell hides.
func shown(b Block, i int, r []string) []string {
	var out []string
	for j, s := range r {
		if strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
		for _, span := range b.Spans {
			if i >= span.Row && i < span.Row+span.Rows && j > span.Col && j < span.Col+span.Cols {
				if s != "" {
					out = out[:len(out)-1]
				}
			}
		}
	}
	return out
}

func TestFeaturesOccur(t *testing.T) {
	document := map[Style]string{}
	for _, x := range Texts()[:4] {
		document[x.Style] = part(t, Docx(x), "word/document.xml")
	}
	assert.Contains(t, document[Shanghai], `<w:pStyle w:val="2"/>`)
	assert.Contains(t, document[Shanghai], "footnoteReference")
	assert.Contains(t, document[Sichuan], "<w:numPr>")
	assert.Contains(t, document[Sichuan], "DOCPROPERTY")
	assert.Contains(t, document[Yunnan], "<w:del ")
	assert.Contains(t, document[Yunnan], "txbxContent")
	assert.Contains(t, document[Shandong], "headerReference")
}

func TestWithForms(t *testing.T) {
	for _, x := range Texts()[:4] {
		whole := x.WithForms()
		tables := 0
		for _, b := range whole.Blocks {
			for _, r := range b.Rows {
				require.Len(t, r, len(b.Rows[0]))
			}
			if b.Kind == Table {
				tables++
			}
		}
		assert.GreaterOrEqual(t, tables, 9, x.Name)
		assert.Empty(t, Contradictions(whole))
		for _, m := range whole.Marks {
			require.Equal(t, m.Words, whole.Blocks[m.Block].Text[m.Start:m.End])
		}
		assert.NotEmpty(t, Docx(whole))
	}
}

func TestTXT(t *testing.T) {
	x := Texts()[1]
	joined := func(s string) string {
		return strings.NewReplacer("\n", "", "— 12 —", "").Replace(s)
	}
	assert.Equal(t, joined(string(TXT(x))), joined(string(BrokenTXT(x))))
	assert.Greater(t, strings.Count(string(BrokenTXT(x)), "\n"), strings.Count(string(TXT(x)), "\n")+30)
}

// TestCommittedDocuments keeps the documents that LibreOffice saved in step with the texts.
func TestCommittedDocuments(t *testing.T) {
	for _, c := range CommittedDocuments() {
		doc, err := os.ReadFile(c.Path())
		require.NoError(t, err)
		got := accepted(t, part(t, doc, "word/document.xml"))
		for _, b := range c.Text.Blocks {
			text := b.Shown()
			if features[c.Text.Style].Numbering {
				text = b.Text
			}
			if b.Kind != Table && !slices.Contains(got, text) {
				t.Errorf("%s lacks %q: run go run ./validate/lab/prose/write", c.Name, text)
			}
		}
	}
}
