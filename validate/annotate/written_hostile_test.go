package annotate

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/document"
	"suanqing/validate/lab/hostile"
	"suanqing/validate/read/docx"
	"suanqing/validate/report"
)

// everywhere is a report with findings on the first and the last cells of each sheet, on
// words that are there and on words that are not.
func everywhere(d *document.Document) *report.Report {
	r := &report.Report{Verdict: report.Fail}
	on := func(s *document.Sheet, cell string, at int, words string) {
		r.Findings = append(r.Findings, report.Finding{Message: "x\x00\uFFFE<b>", Cells: []report.Cell{{Sheet: s.Name, Cell: cell, At: at, Words: words}}})
	}
	for _, s := range d.Sheets[:min(len(d.Sheets), 40)] {
		on(s, "", 0, "x")
		on(s, "ZZ9", 0, "")
		for i := range s.Rows {
			if row := &s.Rows[i]; i < 3 || i+3 > len(s.Rows) {
				for _, c := range row.Cells[:min(len(row.Cells), 3)] {
					cell, shown := document.Address(row.Index, c.Col), []rune(c.Shown())
					on(s, cell, 0, "")
					on(s, cell, -5, "不在这里的话")
					on(s, cell, 1<<30, "不在这里的话")
					on(s, cell, len(shown)/2, string(shown[len(shown)/2:]))
					on(s, cell, 0, string(shown[:len(shown)/2]))
				}
			}
		}
	}
	return r
}

// said is all that a text says, a line each.
func said(d *document.Document) (lines []string) {
	for _, s := range d.Sheets {
		for _, row := range s.Rows {
			for i := range row.Cells {
				c := &row.Cells[i]
				lines = append(lines, s.Name+" "+document.Address(row.Index, c.Col)+" "+c.Shown())
			}
		}
	}
	return lines
}

// annotates makes a copy of whatever the data is: refused in two sentences, or the same
// text again.
func annotates(t *testing.T, data []byte) {
	t.Helper()
	d, err := docx.Open(data)
	if err != nil {
		_, err := Written(data, nil, &report.Report{})
		assert.Error(t, err)
		return
	}
	copied, err := Written(data, titlesOf(d), everywhere(d))
	var refusal *document.Refusal
	if errors.As(err, &refusal) {
		assert.True(t, strings.HasSuffix(refusal.Message, "。") && strings.HasSuffix(refusal.Hint, "。"), refusal)
		return
	}
	require.NoError(t, err)
	again, err := docx.Open(copied)
	require.NoError(t, err)
	require.Equal(t, said(d), said(again))
}

// TestHostileTexts: no text of Word, however it is made, gives a copy that says something
// else, or breaks the annotator.
func TestHostileTexts(t *testing.T) {
	for _, c := range hostile.All() {
		if strings.HasPrefix(c.Name, "docx-") {
			t.Run(c.Name, func(t *testing.T) { annotates(t, c.Data()) })
		}
	}
}

// FuzzWritten: the same of whatever the main part holds.
func FuzzWritten(f *testing.F) {
	for _, body := range story {
		f.Add(body)
	}
	f.Add(`<w:p><w:r><w:t>a<![CDATA[b&c]]>&#x4e2d;&amp;` + "\r\n" + `d</w:t><w:tab/></w:r><w:r/><w:p><w:r><w:t>e</w:t></w:r></w:p></w:p>`)
	f.Add(`<w:r><w:t>a</w:t></w:r><w:p><w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>a b</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`)
	f.Add(`<w:tbl><w:tr><w:tc/></w:tr><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`)
	f.Fuzz(func(t *testing.T, body string) { annotates(t, storied(body, nil)) })
}
