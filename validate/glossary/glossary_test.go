package glossary_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/glossary"
	lab "suanqing/validate/lab/performance"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

func judged(t *testing.T, d *lab.Doc) ([]report.Finding, *document.Document) {
	t.Helper()
	doc, err := files.Open(d.DOCX(), "")
	require.NoError(t, err)
	out := &rule.Outcome{}
	glossary.Judge(bind.Find(doc, nil), out)
	return out.Findings, doc
}

// TestRight: nothing is said of right glossaries.
func TestRight(t *testing.T) {
	for _, c := range lab.RightGlossaries() {
		findings, _ := judged(t, c.Doc)
		for _, f := range findings {
			assert.Fail(t, c.Name, "%s %s", f.Severity, f.Message)
		}
	}
}

// TestBroken: what is missing or told twice is found in its place.
func TestBroken(t *testing.T) {
	n := 0
	for _, c := range lab.BrokenGlossaries() {
		findings, doc := judged(t, c.Doc)
		hit := false
		for _, f := range findings {
			for _, cell := range f.Cells {
				for _, at := range c.Wants[0].At {
					hit = hit || f.Severity == report.Warning && strings.HasSuffix(textAt(doc, cell), at.Text)
				}
			}
		}
		if assert.True(t, hit, "%s %v", c.Name, c.Wants) {
			n++
		} else {
			for _, f := range findings {
				t.Log("    ", f.Severity, f.Message)
			}
		}
	}
	t.Log(n, "found")
}

// textAt is what the cell of a finding shows.
func textAt(doc *document.Document, cell report.Cell) string {
	row, col, _ := document.ParseAddress(cell.Cell)
	for _, s := range doc.Sheets {
		if s.Name != cell.Sheet {
			continue
		}
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				if r.Index == row && c.Col == col {
					return c.Stored
				}
			}
		}
	}
	return ""
}
