package validate_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/files"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/skin"
	"suanqing/validate/report"
)

// plainDocx is a committed book as a plain text of Word, its body changed.
func plainDocx(t *testing.T, name string, change func(body string) string) []byte {
	t.Helper()
	w, err := fixture.Load(name)
	require.NoError(t, err)
	b, err := skin.Read(w.Bytes)
	require.NoError(t, err)
	for _, s := range skin.All() {
		if s.Name == "docx-plain" {
			return rebodied(t, s.Make(b), change)
		}
	}
	t.Fatal("no such skin")
	return nil
}

// rebodied is a text of Word with its main part changed.
func rebodied(t *testing.T, data []byte, change func(string) string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, f := range z.File {
		from, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(from)
		require.NoError(t, err)
		if f.Name == "word/document.xml" {
			before := string(content)
			content = []byte(change(before))
			require.NotEqual(t, before, string(content), "nothing changed")
		}
		w, err := to.Create(f.Name)
		require.NoError(t, err)
		_, err = w.Write(content)
		require.NoError(t, err)
	}
	require.NoError(t, to.Close())
	return out.Bytes()
}

// broken breaks the third table of a body, which has the most rows, before its n-th last
// row; what comes between is given the rows that head it.
func broken(between func(title, head string) string) func(string) string {
	return func(body string) string {
		tables := strings.SplitAfter(body, "</w:tbl>")
		start := strings.Index(tables[2], "<w:tbl>")
		rows := strings.SplitAfter(tables[2][start:], "</w:tr>")
		at, title := len(rows)-4, strings.TrimSuffix(tables[2][:start], "</w:tbl>")
		tables[2] = tables[2][:start] + strings.Join(rows[:at], "") + "</w:tbl>" + between(title, strings.Join(rows[:4], "")) + strings.Join(rows[at:], "")
		return strings.Join(tables, "")
	}
}

// TestBrokenTables: a form whose table is broken over pages in Word is one form.
func TestBrokenTables(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	plain, err := coatOf(w.Bytes)
	require.NoError(t, err)
	const grid = "<w:tbl><w:tblGrid/>"
	for name, between := range map[string]func(title, head string) string{
		"nothing between":       func(_, _ string) string { return grid },
		"an empty paragraph":    func(_, _ string) string { return "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" + grid },
		"the heads again":       func(_, head string) string { return "<w:p/>" + head },
		"title and heads again": func(title, head string) string { return title + head },
		"marked as going on": func(title, head string) string {
			return strings.Replace(title, "支出决算表", "支出决算表（续表）", 1) + head
		},
	} {
		have := opened("book.docx", plainDocx(t, "lanshan-2023", broken(between)))
		assert.Empty(t, unlikePlain(plain.report, have), name)
	}
}

// TestTextAlone: a text without the forms says so, and so does one of 财决.
func TestTextAlone(t *testing.T) {
	data := plainDocx(t, "lanshan-2023", func(body string) string {
		from := strings.Index(body, "<w:body>") + len("<w:body>")
		return body[:from] + "<w:p><w:r><w:t>二、收入支出决算总体情况说明</w:t></w:r></w:p><w:p><w:r><w:t>收、支总计均为 1,677.91 万元。</w:t></w:r></w:p></w:body></w:document>"
	})
	r := opened("说明.docx", data)
	require.NotNil(t, r.Error)
	assert.Equal(t, "no-forms", r.Error.Code)
	assert.Contains(t, r.Error.Message, "文字说明")
	assert.Equal(t, report.Incomplete, r.Verdict)
}

// TestNoTextNumbers: figures of a text are not called stored as text, whatever way they
// are written.
func TestNoTextNumbers(t *testing.T) {
	data := plainDocx(t, "lanshan-2023", func(body string) string { return strings.Replace(body, ">397.55<", ">397. 55<", 1) })
	for _, f := range opened("book.docx", data).Findings {
		assert.NotEqual(t, "cell.text-number", f.Rule)
	}
	made, is, err := files.Workbook(data)
	require.NoError(t, err)
	assert.True(t, is)
	assert.True(t, bytes.HasPrefix(made, []byte("PK")))
}
