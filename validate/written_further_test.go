package validate_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/lab/fixture"
	lab "suanqing/validate/lab/prose"
	"suanqing/validate/lab/prose/further"
	"suanqing/validate/read"
	"suanqing/validate/read/formats"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
	"suanqing/validate/written"
)

// The planted cases of package further, judged as users judge them: a workbook and a text.
// Those that do not hold yet are listed by name in testdata/prose/further/known.tsv; one that
// is not listed fails. To list them anew, which is how to see what is left:
//
//	go test ./validate -run TestFurther -update

// judgeBeside judges a workbook with a text of Word beside it.
func judgeBeside(t testing.TB, book []byte, x lab.Text) *report.Report {
	readers := maps.Clone(formats.Readers)
	readers[read.XLSX] = xlsx.Open
	r := validate.Judge{Written: written.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) {
		return readers.OpenWith(book, []read.Part{{Name: "说明.docx", Data: further.Docx(x)}})
	}, nil).Report
	require.Nil(t, r.Error, x.Name)
	return r
}

// judgeParagraphs judges sheets with the paragraphs of a text, each in the row of its block.
func judgeParagraphs(t testing.TB, sheets []*document.Sheet, x lab.Text) *report.Report {
	text := asDocument(t, x)
	d := &document.Document{Sheets: append(slices.Clone(sheets), text.Sheets[len(text.Sheets)-1])}
	r := validate.Judge{Written: written.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) { return d, nil }, nil).Report
	require.Nil(t, r.Error, x.Name)
	return r
}

// told is what a finding says, wherever its paragraph stands.
func told(f report.Finding) string {
	return paragraphNumber.ReplaceAllString(f.Rule+" "+f.Message+" "+f.Equation, "某段")
}

var paragraphNumber = regexp.MustCompile(`第 [0-9]+ 段`)

// loud are the errors and warnings of a report that another does not have; nil for none.
func loud(r, but *report.Report) (out []string) {
	known := map[string]bool{}
	if but != nil {
		for _, f := range but.Findings {
			known[told(f)] = true
		}
	}
	for _, f := range r.Findings {
		if (f.Severity == report.Error || f.Severity == report.Warning) && !known[told(f)] {
			out = append(out, string(f.Severity)+" "+told(f))
		}
	}
	return out
}

// finds says whether a report tells of a place what another, of the right text, does not.
func finds(c further.Case, r, right *report.Report) bool {
	known := map[string]bool{}
	for _, f := range right.Findings {
		known[told(f)] = true
	}
	for _, f := range r.Findings {
		if f.Severity == report.Tail || known[told(f)] {
			continue
		}
		if !c.Table {
			if namesWords(c.Text, f, c.Wrong) {
				return true
			}
			continue
		}
		all := told(f)
		for _, cell := range f.Cells {
			all += " " + cell.Words + " " + cell.Value
		}
		bare := strings.NewReplacer(",", "", "%", "")
		if strings.Contains(bare.Replace(all), bare.Replace(c.Wrong.Words)) {
			return true
		}
	}
	return false
}

// asLines is a text's lines, each a paragraph.
func asLines(lines []string) *document.Sheet {
	s := &document.Sheet{Name: "说明", Written: true, File: "说明.txt"}
	for i, l := range lines {
		if l != "" && !strings.Contains(l, "\t") {
			s.Rows = append(s.Rows, document.Row{Index: i, Cells: []document.Cell{{Row: i, Kind: document.Text, Stored: l, Format: &document.Format{}}}})
		}
	}
	return s
}

// tally counts what holds and lists what does not, by group.
type tally struct {
	held, all map[string]int
	failing   []string
	why       map[string]string
}

func newTally() *tally {
	return &tally{held: map[string]int{}, all: map[string]int{}, why: map[string]string{}}
}

func (y *tally) count(group, name string, holds bool, why ...string) {
	y.all[group]++
	if holds {
		y.held[group]++
		return
	}
	y.failing = append(y.failing, group+"\t"+name)
	y.why[group+"\t"+name] = strings.Join(why, "\n        ")
}

// settle compares with the list of what is known, or writes this test's part of it anew.
func (y *tally) settle(t *testing.T) {
	path := filepath.Join(fixture.Testdata(), "prose", "further", "known.tsv")
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	known, rest := map[string]bool{}, []string{}
	for _, l := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		group, _, _ := strings.Cut(strings.TrimPrefix(l, "# "), "\t")
		if _, mine := y.all[group]; !mine {
			rest = append(rest, l)
		} else if !strings.HasPrefix(l, "#") {
			known[l] = true
		}
	}
	var summary []string
	for _, group := range slices.Sorted(maps.Keys(y.all)) {
		summary = append(summary, fmt.Sprintf("# %s\tknown today: %d of %d hold", group, y.held[group], y.all[group]))
	}
	t.Log(strings.Join(summary, "; "))
	if *update {
		all := append(append(rest, summary...), y.failing...)
		slices.SortStableFunc(all, func(a, b string) int {
			group := func(l string) string { g, _, _ := strings.Cut(strings.TrimPrefix(l, "# "), "\t"); return g }
			return strings.Compare(group(a), group(b))
		})
		require.NoError(t, os.WriteFile(path, []byte(strings.TrimSpace(strings.Join(all, "\n"))+"\n"), 0o644))
		return
	}
	for _, name := range y.failing {
		if os.Getenv("SHOW") != "" {
			fmt.Println("FAILS", name, "\n       ", y.why[name])
		}
		assert.True(t, known[name], "no longer holds: %s\n%s", name, y.why[name])
		delete(known, name)
	}
	for name := range known {
		t.Log("holds now, take it off the list: " + name)
	}
}

// TestFurtherTexts: the right texts raise nothing, in Word beside the workbook, as
// committed in one document with the forms, and as lines; nearly all their figures are checked.
func TestFurtherTexts(t *testing.T) {
	y := newTally()
	for _, x := range further.Texts() {
		r := judgeBeside(t, x.Workbook(), x)
		y.count("right texts", x.Name+" in Word", len(loud(r, nil)) == 0, loud(r, nil)...)
		require.NotNil(t, r.Text, x.Name)
		enough := r.Text.Checked*100 >= r.Text.Figures*90
		var unchecked []string
		for _, u := range r.Text.Unchecked {
			unchecked = append(unchecked, u.Words+" ("+u.Reason+")")
		}
		y.count("figures checked", x.Name+" nine in ten", enough, append(unchecked, fmt.Sprint(r.Text.Checked, " of ", r.Text.Figures))...)
		t.Logf("%s: %d of %d figures checked", x.Name, r.Text.Checked, r.Text.Figures)

		data, err := os.ReadFile(further.Saved(x.Name, "docx"))
		require.NoError(t, err)
		readers := maps.Clone(formats.Readers)
		readers[read.XLSX] = xlsx.Open
		whole := validate.Judge{Written: written.Judge}.Book(x.Name+".docx", nil, func([]byte) (*document.Document, error) { return readers.OpenWith(data, nil) }, nil).Report
		require.Nil(t, whole.Error, x.Name)
		y.count("right texts", x.Name+" with its forms", len(loud(whole, nil)) == 0, loud(whole, nil)...)

		lines := judgeParagraphs(t, formsOf(t, x.Case), x)
		y.count("right texts", x.Name+" as lines", len(loud(lines, nil)) == 0, loud(lines, nil)...)

		broken := asLines(strings.Split(string(lab.BrokenTXT(x)), "\n"))
		paged := validate.Judge{Written: written.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) {
			return &document.Document{Sheets: append(slices.Clone(formsOf(t, x.Case)), broken)}, nil
		}, nil).Report
		y.count("right texts", x.Name+" as a page breaks lines", len(loud(paged, nil)) == 0, loud(paged, nil)...)

		book := x.Case.Exact // in 元
		if x.Case.Book.Unit == "元" {
			book = book.InUnit("万元")
		}
		d, err := xlsx.Open(fixture.MustRender(book, fixture.Layout{Figures: fixture.Numbers}).Bytes)
		require.NoError(t, err)
		other := judgeParagraphs(t, d.Sheets, x)
		y.count("right texts", x.Name+" beside forms in another unit", len(loud(other, nil)) == 0, loud(other, nil)...)
	}
	y.settle(t)
}

// slips counts the slips of a text whose place a finding names.
func (y *tally) slips(t testing.TB, group string, c *lab.Case, slips []further.Slip) {
	for _, s := range slips {
		r := judgeParagraphs(t, formsOf(t, c), s.Text)
		hit := slices.ContainsFunc(r.Findings, func(f report.Finding) bool {
			return f.Severity != report.Tail && namesWords(s.Text, f, lab.Place{Block: s.Mark.Block, Start: s.Mark.Start, End: s.Mark.End, Words: s.Mark.Words})
		})
		if !s.Seen { // found or not is right
			y.count(group+" that nothing shows", s.Name, true)
			continue
		}
		y.count(group+" that show", s.Name, hit, s.Text.Blocks[s.Mark.Block].Text)
	}
}

// TestFurtherSlips: one digit of each figure is another, and a finding names the place.
func TestFurtherSlips(t *testing.T) {
	y := newTally()
	for _, x := range further.Texts() {
		y.slips(t, "slips", x.Case, further.Slips(x))
	}
	y.settle(t)
}

// TestFurtherKinds: the same of what else clerks do to a figure.
func TestFurtherKinds(t *testing.T) {
	y := newTally()
	for _, x := range further.Texts() {
		y.slips(t, "slips by kind", x.Case, further.ByKind(x))
	}
	y.settle(t)
}

// TestFurtherWordings: what a form says in other words raises nothing, and slips of it are found.
func TestFurtherWordings(t *testing.T) {
	y := newTally()
	y.wordings(t, "wordings", further.Wordings())
	y.settle(t)
}

// wordings counts the right ones that raise nothing, and their slips.
func (y *tally) wordings(t testing.TB, group string, all []further.Wording) {
	base := map[string]*report.Report{}
	for _, x := range all {
		if base[x.Base.Name] == nil {
			base[x.Base.Name] = judgeParagraphs(t, formsOf(t, x.Base.Case), x.Base)
		}
		more := loud(judgeParagraphs(t, formsOf(t, x.Text.Case), x.Text), base[x.Base.Name])
		y.count(group+", right", x.Name, len(more) == 0, append(more, x.Words)...)
		y.slips(t, group+", slips", x.Text.Case, x.Slips)
	}
}

// TestFurtherCases: of the small right ones nothing is said; the broken ones are found.
func TestFurtherCases(t *testing.T) {
	y := newTally()
	forms := map[string][]*document.Sheet{}
	for _, c := range further.Small() {
		judge := func(c further.Case) *report.Report {
			if c.Table {
				return judgeBeside(t, c.Book, c.Text)
			}
			if forms[string(c.Book)] == nil {
				d, err := xlsx.Open(c.Book)
				require.NoError(t, err)
				forms[string(c.Book)] = d.Sheets
			}
			return judgeParagraphs(t, forms[string(c.Book)], c.Text)
		}
		r := judge(c)
		if c.Right == nil {
			y.count(c.Group+", right", c.Name, len(loud(r, nil)) == 0, loud(r, nil)...)
			continue
		}
		var said []string
		for _, f := range r.Findings {
			if f.Severity != report.Tail {
				said = append(said, string(f.Severity)+" "+told(f))
			}
		}
		y.count(c.Group+", broken", c.Name, finds(c, r, judge(*c.Right)), said...)
	}
	y.settle(t)
}

// TestFurtherTraps: a right sentence more raises nothing more.
func TestFurtherTraps(t *testing.T) {
	y := newTally()
	y.traps(t, "traps", further.Traps())
	y.settle(t)
}

// traps counts those that raise nothing more.
func (y *tally) traps(t testing.TB, group string, all []further.Trap) {
	base := map[string]*report.Report{}
	for _, x := range all {
		if base[x.Base.Name] == nil {
			base[x.Base.Name] = judgeParagraphs(t, formsOf(t, x.Base.Case), x.Base)
		}
		more := loud(judgeParagraphs(t, formsOf(t, x.Base.Case), x.Text), base[x.Base.Name])
		y.count(group, x.Name, len(more) == 0, append(more, x.Words)...)
	}
}
