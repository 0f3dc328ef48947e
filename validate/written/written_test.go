package written_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/lab/fixture"
	lab "suanqing/validate/lab/performance"
	"suanqing/validate/report"
	"suanqing/validate/rule"
	"suanqing/validate/written"
)

// TestBesideABook: tables and text beside a right book change its verdict only where they
// are wrong, and what they say is counted and marked.
func TestBesideABook(t *testing.T) {
	w, err := fixture.Load("lanshan-2023")
	require.NoError(t, err)
	check := func(d *lab.Doc) *report.Report {
		open := func(data []byte) (*document.Document, error) {
			book, err := files.Open(data, "")
			if err != nil || d == nil {
				return book, err
			}
			text, err := files.Open(d.DOCX(), "")
			if err != nil {
				return nil, err
			}
			for _, s := range text.Sheets {
				s.File = "说明.docx"
			}
			book.Sheets = append(book.Sheets, text.Sheets...)
			book.NameSheets()
			return book, nil
		}
		return validate.Judge{Written: written.Judge}.Book("book.xlsx", w.Bytes, open, nil).Report
	}
	alone := check(nil)
	require.Nil(t, alone.Error)
	right := check(lab.Make(lab.LayoutOf("shandong"), 0).Draw())
	assert.Equal(t, alone.Verdict, right.Verdict)
	assert.Len(t, right.Findings, len(alone.Findings))
	require.NotNil(t, right.Text)
	assert.LessOrEqual(t, len(right.Text.Unchecked), 1, "%v", right.Text.Unchecked)
	assert.Equal(t, right.Text.Figures-len(right.Text.Unchecked), right.Text.Checked)
	assert.Len(t, right.Text.Marks, right.Text.Checked)
	_, err = right.JSON()
	require.NoError(t, err)

	r := lab.Make(lab.LayoutOf("shandong"), 0)
	r.Projects[1].Total = "12"
	wrong := check(r.Draw())
	assert.Equal(t, report.Fail, wrong.Verdict)
	var cells []string
	for _, f := range wrong.Findings {
		if f.Rule == "performance.total" {
			for _, c := range f.Cells[:1] {
				cells = append(cells, c.Label+" "+c.Words+" "+c.Document)
			}
		}
	}
	assert.Equal(t, []string{"“老旧小区消防设施更换”绩效自评表 总分 12 说明.docx"}, cells)
}

// TestCatalogue: every rule of the written half is told in words, once.
func TestCatalogue(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range written.Catalogue() {
		assert.False(t, seen[r.ID], r.ID)
		seen[r.ID] = true
		for _, s := range []string{r.Title, r.Why, r.Hint, string(r.Severity)} {
			assert.NotEmpty(t, s, r.ID)
		}
	}
	for _, r := range rule.Catalogue() {
		assert.False(t, seen[r.ID], r.ID)
	}
}

// TestOnce: a wrong figure of the text is told once, by whichever judge knows it best.
func TestOnce(t *testing.T) {
	n := 0
	for _, c := range lab.BrokenOnce() {
		switch c.Edit {
		case "text-full", "text-done", "text-done-moved-point", "text-rate", "text-rate-hundred", "text-sum", "text-grades-do-not-add", "text-score":
		default:
			continue
		}
		n++
		doc, err := files.Open(c.Doc.DOCX(), "")
		require.NoError(t, err)
		out := &rule.Outcome{}
		written.Judge(bind.Find(doc, nil), out)
		var told []string
		for _, f := range out.Findings {
			if f.Severity == report.Error {
				told = append(told, f.Rule+" "+f.Message)
			}
		}
		assert.Len(t, told, 1, "%s %v", c.Name, told)
	}
	assert.Equal(t, 8, n)
}
