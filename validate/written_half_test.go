package validate_test

import (
	"fmt"
	"maps"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/lab/fixture"
	lab "suanqing/validate/lab/prose"
	"suanqing/validate/read"
	"suanqing/validate/read/formats"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
	"suanqing/validate/written"
)

// books are the forms of the cases, read once each.
var books = map[*lab.Case]*document.Document{}

// formsOf are the sheets of a case's forms.
func formsOf(t testing.TB, c *lab.Case) []*document.Sheet {
	if books[c] == nil {
		d, err := xlsx.Open(c.Workbook())
		require.NoError(t, err)
		books[c] = d
	}
	return books[c].Sheets
}

// asDocument is a text beside its forms: each block a paragraph, in the row of its number.
func asDocument(t testing.TB, x lab.Text) *document.Document {
	s := &document.Sheet{Name: "说明", Written: true, File: "说明.docx"}
	for i, b := range x.Blocks {
		if b.Kind != lab.Table {
			s.Rows = append(s.Rows, document.Row{Index: i, Cells: []document.Cell{{Row: i, Kind: document.Text, Stored: b.Shown(), Format: &document.Format{}}}})
		}
	}
	return &document.Document{Sheets: append(append([]*document.Sheet{}, formsOf(t, x.Case)...), s)}
}

func judgeText(t testing.TB, x lab.Text) *report.Report {
	r := validate.Judge{Written: written.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) { return asDocument(t, x), nil }, nil)
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
	figures, checked := 0, 0
	for _, x := range lab.Texts() {
		r := judgeText(t, x)
		quiet(t, x.Name, r)
		require.NotNil(t, r.Text, x.Name)
		figures, checked = figures+r.Text.Figures, checked+r.Text.Checked
		assert.GreaterOrEqual(t, r.Text.Checked*100, r.Text.Figures*85, "%s: %d of %d", x.Name, r.Text.Checked, r.Text.Figures)
		if os.Getenv("SHOW") != "" {
			for _, u := range r.Text.Unchecked {
				fmt.Println("unchecked", x.Name, u.Section, u.Paragraph, u.Words, u.Reason)
			}
			fmt.Println(x.Name, r.Text.Figures, r.Text.Checked)
		}
	}
	assert.GreaterOrEqual(t, checked*100, figures*94, "%d of %d", checked, figures)
}

// TestBrokenLines: a text as a page breaks its lines says the same.
func TestBrokenLines(t *testing.T) {
	for i, x := range lab.Texts() {
		if i%3 != 0 {
			continue
		}
		s := &document.Sheet{Name: "说明", Written: true, File: "说明.txt"}
		for i, l := range strings.Split(string(lab.BrokenTXT(x)), "\n") {
			if l != "" && !strings.Contains(l, "\t") {
				s.Rows = append(s.Rows, document.Row{Index: i, Cells: []document.Cell{{Row: i, Kind: document.Text, Stored: l, Format: &document.Format{}}}})
			}
		}
		d := &document.Document{Sheets: append(append([]*document.Sheet{}, formsOf(t, x.Case)...), s)}
		r := validate.Judge{Written: written.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) { return d, nil }, nil).Report
		quiet(t, x.Name, r)
		require.NotNil(t, r.Text, x.Name)
		assert.GreaterOrEqual(t, r.Text.Checked*100, r.Text.Figures*85, x.Name)
	}
}

// TestWordText: a text of Word beside the book says the same.
func TestWordText(t *testing.T) {
	readers := maps.Clone(formats.Readers)
	readers[read.XLSX] = xlsx.Open
	for i, x := range lab.Texts() {
		if i%5 != 0 {
			continue
		}
		beside := []read.Part{{Name: "说明.docx", Data: lab.Docx(x)}}
		r := validate.Judge{Written: written.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) {
			return readers.OpenWith(x.Workbook(), beside)
		}, nil).Report
		require.Nil(t, r.Error, x.Name)
		quiet(t, x.Name, r)
		require.NotNil(t, r.Text, x.Name)
		assert.Equal(t, "说明.docx", r.Text.Document)
		assert.GreaterOrEqual(t, r.Text.Checked*100, r.Text.Figures*85, x.Name)
	}
}

// TestTextWithoutForms: a text without forms is judged inside itself, and never passes.
func TestTextWithoutForms(t *testing.T) {
	x := lab.Texts()[0]
	d := asDocument(t, x)
	alone := &document.Document{Sheets: d.Sheets[len(d.Sheets)-1:]}
	r := validate.Judge{Written: written.Judge}.Book("说明.docx", nil, func([]byte) (*document.Document, error) { return alone, nil }, nil).Report
	require.Nil(t, r.Error)
	assert.Equal(t, report.Incomplete, r.Verdict)
	quiet(t, x.Name, r)
	require.NotNil(t, r.Text)
	assert.Positive(t, r.Text.Checked)
	assert.Equal(t, report.Missing, r.Forms[0].Status)
}

// TestTextPinsACell: where a form does not add up and the text has the figure with which it
// does, the cell is named with what the text says.
func TestTextPinsACell(t *testing.T) {
	x := lab.Texts()[0]
	book := x.Case.Book.Clone()
	book.Forms["F05"].Row("2010302").Values["小计"] = "526.05"
	wrong := fixture.MustRender(book, fixture.Layout{Figures: fixture.Numbers})
	d, err := xlsx.Open(wrong.Bytes)
	require.NoError(t, err)
	text := asDocument(t, x)
	d.Sheets = append(d.Sheets, text.Sheets[len(text.Sheets)-1])
	r := validate.Judge{Written: written.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) { return d, nil }, nil).Report
	require.NotEmpty(t, r.Suspects)
	at, _ := wrong.At("F05", "2010302", "小计")
	assert.Equal(t, at.Cell, r.Suspects[0].Cell)
	assert.Equal(t, "256.05", r.Suspects[0].Suggest)
	assert.Contains(t, r.Suspects[0].Why, "说明里写的是 256.05")
	assert.True(t, r.Suspects[0].Likely)
}

// TestTextIsTheCulprit: where the forms hold, a figure of the text that differs is wrong
// itself, and no cell is suspected.
func TestTextIsTheCulprit(t *testing.T) {
	x := lab.Texts()[0]
	for _, m := range x.Find("2010302", lab.Final) {
		r := judgeText(t, x.ReplaceMark(m, "526.05"))
		assert.Empty(t, r.Suspects)
		assert.Equal(t, report.Fail, r.Verdict)
	}
}

// quiet wants neither errors nor warnings about the text.
func quiet(t *testing.T, name string, r *report.Report) {
	for _, f := range ofText(r) {
		if f.Severity == report.Error || f.Severity == report.Warning {
			t.Errorf("%s: %s %s %s", name, f.Severity, f.Rule, f.Message)
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
	missed, loud, n := 0, 0, 0
	for _, v := range lab.Variants() {
		if v.Kind == "evaluation" {
			continue // another judge's
		}
		n++
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
	t.Logf("%d variants, %d missed, %d errors elsewhere", n, missed, loud)
	assert.LessOrEqual(t, missed*10, n)
	assert.Zero(t, loud)
}

// TestOneDigit: one digit of one figure is another, and a finding names the place.
func TestOneDigit(t *testing.T) {
	all, found, seen, seenFound := 0, 0, 0, 0
	for k, x := range lab.Texts() {
		for _, s := range lab.Slips(x, 8, int64(k)) {
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
	assert.GreaterOrEqual(t, found*100, all*90)
	assert.GreaterOrEqual(t, seenFound*100, seen*95)
}
