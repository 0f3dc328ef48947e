package performance_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/files"
	lab "suanqing/validate/lab/performance"
	"suanqing/validate/performance"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// opened is a report of the lab as it would be dropped: one text of Word, or a workbook of
// the tables with the text beside it.
func opened(t *testing.T, d *lab.Doc, sheets bool) *document.Document {
	t.Helper()
	if !sheets {
		doc, err := files.Open(d.DOCX(), "")
		require.NoError(t, err)
		return doc
	}
	doc, err := files.Open(d.XLSX(), "")
	require.NoError(t, err)
	text, err := files.Open(d.Text().DOCX(), "")
	require.NoError(t, err)
	for _, s := range text.Sheets {
		s.File = "说明.docx"
		s.Name = "文 " + s.Name
	}
	doc.Sheets = append(doc.Sheets, text.Sheets...)
	return doc
}

func judged(doc *document.Document) []report.Finding {
	b := bind.Find(doc, nil)
	out := &rule.Outcome{}
	performance.Judge(b, out, nil)
	return out.Findings
}

// spot is where a place of the lab stands in the document that was read.
func spot(doc *document.Document, d *lab.Doc, at lab.At, sheets bool) (sheet, cell string) {
	if d.Blocks[at.Block].Table == nil {
		for _, s := range doc.Sheets {
			for _, r := range s.Rows {
				if len(r.Cells) == 1 && strings.HasSuffix(r.Cells[0].Stored, at.Text) {
					return s.Name, document.Address(r.Index, r.Cells[0].Col)
				}
			}
		}
		return "", ""
	}
	if sheets {
		return at.Sheet, at.Ref
	}
	n := 0
	for i := range at.Block {
		if d.Blocks[i].Table != nil {
			n++
		}
	}
	for _, s := range doc.Sheets {
		for _, r := range s.Rows {
			if len(r.Cells) < 2 {
				continue
			}
			if n > 0 {
				break // the next table
			}
			return s.Name, document.Address(r.Index+at.Row, at.Col)
		}
		if tabled(s) {
			n--
		}
	}
	return "", ""
}

func tabled(s *document.Sheet) bool {
	for _, r := range s.Rows {
		if len(r.Cells) > 1 {
			return true
		}
	}
	return false
}

func bad(f *report.Finding) bool { return f.Severity == report.Error || f.Severity == report.Warning }

func told(f *report.Finding) string {
	s := fmt.Sprintf("%s %s %s", f.Severity, f.Rule, f.Message)
	for _, c := range f.Cells {
		s += " " + c.Sheet + "!" + c.Cell
	}
	return s
}

// found says whether a finding of the right weight stands at one of the places wanted.
func found(findings []report.Finding, doc *document.Document, c *lab.Case, sheets bool) bool {
	w := c.Wants[0]
	at := map[string]bool{}
	for _, a := range w.At {
		sheet, cell := spot(doc, c.Doc, a, sheets)
		at[sheet+"!"+cell] = true
	}
	for _, f := range findings {
		if w.Severity != lab.AnySeverity && string(f.Severity) != string(w.Severity) {
			continue
		}
		for _, cell := range f.Cells {
			if at[cell.Sheet+"!"+cell.Cell] {
				return true
			}
		}
	}
	return false
}

// sample is every n-th case, all of them where LAB is set.
func sample(n int) int {
	if os.Getenv("LAB") != "" {
		return 1
	}
	return n
}

// TestRight: nothing is said of right reports above a notice.
func TestRight(t *testing.T) {
	n, wrong := 0, 0
	for i, c := range lab.Right() {
		if i%sample(6) != 0 {
			continue
		}
		n++
		for _, sheets := range []bool{false, true} {
			if !sheets && lab.LayoutOf(c.Layout) != nil && lab.LayoutOf(c.Layout).Sheets && c.Edit == "percent-as-a-bare-fraction" {
				continue // on a worksheet alone
			}
			for _, f := range judged(opened(t, c.Doc, sheets)) {
				if bad(&f) || len(c.May) == 0 {
					wrong++
					if wrong < 40 {
						assert.Fail(t, c.Name, "%v %s", sheets, told(&f))
					}
				}
			}
		}
	}
	t.Logf("%d right reports, %d wrong findings", n, wrong)
	assert.Zero(t, wrong)
}

// TestBroken: what is wrong is found, in its place and with its weight.
func TestBroken(t *testing.T) {
	cases := lab.BrokenOnce()
	if os.Getenv("LAB") != "" {
		cases = lab.Broken()
	}
	n, hit := 0, 0
	missed, raised := map[string]int{}, map[string]bool{}
	for _, c := range cases {
		for _, sheets := range []bool{false, true} {
			if sheets && c.Edit == "summary-count" {
				continue // the line is in no workbook of the lab
			}
			n++
			doc := opened(t, c.Doc, sheets)
			findings := judged(doc)
			for _, f := range findings {
				raised[f.Rule] = true
			}
			if found(findings, doc, &c, sheets) {
				hit++
				continue
			}
			if missed[c.Edit]++; missed[c.Edit] > 1 {
				continue
			}
			t.Logf("not found: %s %v %q %v", c.Name, sheets, c.Wants[0].Words, c.Wants[0].At)
			for _, f := range findings {
				t.Log("    " + told(&f))
			}
		}
	}
	t.Logf("%d of %d found; not: %v", hit, n, missed)
	assert.GreaterOrEqual(t, hit*100, n*95)
	for _, r := range performance.Catalogue() {
		assert.True(t, raised[r.ID], "%s is raised by nothing", r.ID)
	}
}

// textOf is what a cell of a document shows.
func textOf(doc *document.Document, sheet, cell string) string {
	row, col, _ := document.ParseAddress(cell)
	for _, s := range doc.Sheets {
		if s.Name != sheet {
			continue
		}
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				if r.Index == row && c.Col == col {
					return c.Shown()
				}
			}
		}
	}
	return ""
}
