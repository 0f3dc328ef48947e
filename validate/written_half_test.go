package validate_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	lab "suanqing/validate/lab/prose"
	"suanqing/validate/prose"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
)

// books are the forms of the cases, read once each.
var books = map[*lab.Case]*document.Document{}

// asDocument is a text beside its forms: each block a paragraph, in the row of its number.
func asDocument(t testing.TB, x lab.Text) *document.Document {
	if books[x.Case] == nil {
		d, err := xlsx.Open(x.Workbook())
		require.NoError(t, err)
		books[x.Case] = d
	}
	s := &document.Sheet{Name: "说明", Written: true, File: "说明.docx"}
	for i, b := range x.Blocks {
		if b.Kind != lab.Table {
			s.Rows = append(s.Rows, document.Row{Index: i, Cells: []document.Cell{{Row: i, Kind: document.Text, Stored: b.Shown(), Format: &document.Format{}}}})
		}
	}
	return &document.Document{Sheets: append(append([]*document.Sheet{}, books[x.Case].Sheets...), s)}
}

func judgeText(t testing.TB, x lab.Text) *report.Report {
	r := validate.Judge{Written: prose.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) { return asDocument(t, x), nil }, nil)
	require.Nil(t, r.Report.Error)
	return r.Report
}

// ofText are the findings about the text.
func ofText(r *report.Report) (found []report.Finding) {
	for _, f := range r.Findings {
		if strings.HasPrefix(f.Rule, "text.") {
			found = append(found, f)
		}
	}
	return found
}

// namesWords says whether a finding names bytes of a block.
func namesWords(x lab.Text, f report.Finding, p lab.Place) bool {
	b := x.Blocks[p.Block]
	from := utf8.RuneCountInString(b.Number) + utf8.RuneCountInString(b.Text[:min(p.Start, len(b.Text))])
	to := utf8.RuneCountInString(b.Number) + utf8.RuneCountInString(b.Text[:min(p.End, len(b.Text))])
	for _, c := range f.Cells {
		if c.Words == "" || c.Cell != fmt.Sprintf("A%d", p.Block+1) {
			continue
		}
		if p.Words == "" && p.Start == p.End || c.At < to && from < c.At+utf8.RuneCountInString(c.Words) {
			return true
		}
	}
	return false
}

// TestRightTexts: texts without a fault raise nothing but tails and notices.
func TestRightTexts(t *testing.T) {
	for _, x := range lab.Texts() {
		r := judgeText(t, x)
		for _, f := range ofText(r) {
			if f.Severity == report.Error || f.Severity == report.Warning {
				t.Errorf("%s: %s %s %s", x.Name, f.Severity, f.Rule, f.Message)
			}
		}
		require.NotNil(t, r.Text, x.Name)
		assert.GreaterOrEqual(t, r.Text.Checked*100, r.Text.Figures*90, "%s: %d of %d", x.Name, r.Text.Checked, r.Text.Figures)
		if os.Getenv("SHOW") != "" {
			for _, u := range r.Text.Unchecked {
				fmt.Println("unchecked", x.Name, u.Section, u.Paragraph, u.Words, u.Reason)
			}
			fmt.Println(x.Name, r.Text.Figures, r.Text.Checked)
		}
	}
}

// TestOddTexts: what is odd and right raises nothing.
func TestOddTexts(t *testing.T) {
	for _, x := range lab.Traps() {
		base := map[string]bool{}
		for _, f := range ofText(judgeText(t, x.Base)) {
			base[f.Rule+f.Left+f.Right] = true
		}
		for _, f := range ofText(judgeText(t, x.Text)) {
			if (f.Severity == report.Error || f.Severity == report.Warning) && !base[f.Rule+f.Left+f.Right] {
				t.Errorf("%s: %s %s %s", x.Name, f.Severity, f.Rule, f.Message)
			}
		}
	}
}

// TestBrokenTexts: what is wrong is found where it stands.
func TestBrokenTexts(t *testing.T) {
	missed, loud := 0, 0
	for _, v := range lab.Variants() {
		found := ofText(judgeText(t, v.Text))
		if len(v.Want.Places) == 0 {
			continue
		}
		hit := false
		for _, f := range found {
			for _, p := range v.Want.Places {
				hit = hit || namesWords(v.Text, f, p) && f.Severity != report.Tail
			}
		}
		if !hit {
			missed++
			if os.Getenv("SHOW") != "" {
				fmt.Println("MISSED", v.Name, v.Kind, v.Want.Severities, v.Text.Blocks[v.Want.Places[0].Block].Shown())
				for _, f := range found {
					fmt.Println("     ", f.Severity, f.Rule, f.Message)
				}
			}
			continue
		}
		if v.Want.Once {
			for _, f := range found {
				near := false
				for _, p := range v.Want.Places {
					near = near || namesWords(v.Text, f, p)
				}
				if f.Severity == report.Error && !near {
					loud++
					if os.Getenv("SHOW") != "" {
						fmt.Println("LOUD", v.Name, v.Kind, f.Rule, f.Message)
					}
				}
			}
		}
	}
	n := len(lab.Variants())
	t.Logf("%d variants, %d missed, %d errors elsewhere", n, missed, loud)
	assert.LessOrEqual(t, missed*10, n)
}

// TestOneDigit: one digit of one figure is another, and a finding names the place.
func TestOneDigit(t *testing.T) {
	all, found, seen, seenFound := 0, 0, 0, 0
	for k, x := range lab.Texts() {
		for _, s := range lab.Slips(x, 40, int64(k)) {
			hit := false
			r := judgeText(t, s.Text)
			for _, f := range ofText(r) {
				hit = hit || f.Severity != report.Tail && namesWords(s.Text, f, lab.Place{Block: s.Mark.Block, Start: s.Mark.Start, End: s.Mark.End, Words: s.Mark.Words})
			}
			all++
			if hit {
				found++
			}
			if s.Seen && !s.Small {
				seen++
				if hit {
					seenFound++
				} else if os.Getenv("SHOW") != "" {
					fmt.Println("SLIP", s.Name(), s.Mark.Determined, "|", s.Text.Blocks[s.Mark.Block].Shown())
				}
			}
		}
	}
	t.Logf("%d of %d found, of those that show %d of %d", found, all, seenFound, seen)
	assert.GreaterOrEqual(t, seenFound*100, seen*95)
}
