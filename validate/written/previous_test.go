package written_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/draft"
	"suanqing/validate/files"
	"suanqing/validate/lab/department"
	"suanqing/validate/report"
	"suanqing/validate/written"
)

const eachPair = 4

// twoYears is a book with that of the year before, and the draft of its text.
type twoYears struct {
	this, last files.Part
	before     *validate.Result
	draft      *draft.Draft
}

func open(book []byte, beside []files.Part) (*document.Document, error) {
	return files.OpenWith(book, beside, "")
}

func ofPair(t *testing.T, p *department.Pair) *twoYears {
	t.Helper()
	all := p.Files()
	y := &twoYears{this: files.Part{Name: all[0].Name, Data: all[0].Bytes}, last: files.Part{Name: all[1].Name, Data: all[1].Bytes}}
	y.before = validate.Judge{}.MemberWith(y.last, nil, open, nil)
	book := validate.Judge{}.MemberWith(y.this, nil, open, nil).Book()
	require.NotNil(t, book)
	y.draft = draft.Write(book, y.before.Book(), draft.Doubts{})
	return y
}

// check judges the book with its text and the year before.
func (y *twoYears) check(t *testing.T) *report.Report {
	t.Helper()
	text, err := y.draft.Docx()
	require.NoError(t, err)
	j := validate.Judge{Written: written.Judge}.After(y.before)
	r := j.MemberWith(y.this, []files.Part{{Name: "说明.docx", Data: text}}, open, nil)
	require.Nil(t, r.Report.Error)
	return validate.Follow(r, y.before)
}

// ofText are the findings about the text that are no hints.
func ofText(r *report.Report, rule string) (found []report.Finding) {
	for _, f := range r.Findings {
		if strings.HasPrefix(f.Rule, rule) && f.Severity == report.Error {
			found = append(found, f)
		}
	}
	return found
}

func checked(r *report.Report, rule string) int {
	for i := range r.Rules {
		if r.Rules[i].Rule == rule {
			return r.Rules[i].Checked
		}
	}
	return 0
}

// TestTextOfTwoYears: what the draft says of the year before is right, and a digit that is
// changed in an amount or a rate is found where it stands, once, with last year's cell.
func TestTextOfTwoYears(t *testing.T) {
	compared, planted := 0, map[draft.Kind]int{}
	for _, p := range department.Pairs(department.RightPairs, 7, eachPair) {
		y := ofPair(t, p)
		r := y.check(t)
		assert.Empty(t, ofText(r, "text."), p.Kind.ID)
		compared += checked(r, "text.previous")
		for _, run := range y.changes() {
			was := run.Text
			run.Text = otherDigit(was)
			found := ofText(y.check(t), "text.")
			if assert.NotEmpty(t, found, "%s %s → %s", p.Kind.ID, was, run.Text) {
				assert.Len(t, found, 1, "%s %s → %s", p.Kind.ID, was, run.Text)
				assert.True(t, names(&found[0], run.Text, y.last.Name), "%s → %s: %+v", was, run.Text, found[0])
				planted[run.Kind]++
			}
			run.Text = was
		}
	}
	t.Log(compared, planted)
	assert.Greater(t, compared, 100)
	assert.Greater(t, planted[draft.Money], 20)
	assert.Greater(t, planted[draft.Percent], 20)
}

// changes are the first amount and the first rate that are made of both years.
func (y *twoYears) changes() (runs []*draft.Run) {
	seen := map[draft.Kind]bool{}
	for i := range y.draft.Sections {
		for _, p := range y.draft.Sections[i].Paragraphs {
			for k := range p.Runs {
				r := &p.Runs[k]
				if len(r.Cells) > 1 && r.Cells[len(r.Cells)-1].Previous && !seen[r.Kind] && strings.ContainsAny(r.Text, "123456789") {
					seen[r.Kind] = true
					runs = append(runs, r)
				}
			}
		}
	}
	return runs
}

// otherDigit is a figure with its first digit another.
func otherDigit(s string) string {
	if s[0] == '9' {
		return "4" + s[1:]
	}
	return string(s[0]+1) + s[1:]
}

// names says whether a finding names a figure of the text and a cell of last year's file.
func names(f *report.Finding, figure, file string) bool {
	digits := strings.TrimRight(strings.ReplaceAll(figure, ",", ""), "万元%")
	here, there := false, false
	for _, c := range f.Cells {
		here = here || c.Document != "" && strings.Contains(strings.ReplaceAll(c.Words, ",", ""), digits)
		there = there || c.File == file
	}
	return here && there
}

// TestNotLastYear: a book that is not that of the year before is held against nothing.
func TestNotLastYear(t *testing.T) {
	for _, p := range department.Pairs(department.WrongPairs, 3, 2) {
		r := ofPair(t, p).check(t)
		assert.Zero(t, checked(r, "text.previous"), p.Kind.ID)
		assert.Empty(t, ofText(r, "text.previous"), p.Kind.ID)
	}
}
