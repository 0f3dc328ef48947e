package validate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/lab/fixture"
	lab "suanqing/validate/lab/prose"
	"suanqing/validate/lab/prose/further"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
	"suanqing/validate/written"
)

// The set that was written and committed before the checker was run on it, judged like the
// further one and listed in the same known.tsv, its groups named unseen.

// TestUnseenTexts: the right texts raise nothing in any of four shapes, and nine in ten of
// their figures are checked.
func TestUnseenTexts(t *testing.T) {
	y := newTally()
	y.texts(t, "unseen", further.Unseen())
	y.settle(t)
}

// TestOccasionalTexts: the same of texts full of reasons with amounts.
func TestOccasionalTexts(t *testing.T) {
	y := newTally()
	y.texts(t, "occasional", further.Occasional())
	y.traps(t, "occasional traps", further.OccasionalTraps())
	y.settle(t)
}

// texts counts the shapes of right texts that raise nothing, and texts checked well.
func (y *tally) texts(t testing.TB, group string, all []lab.Text) {
	for _, x := range all {
		r := judgeBeside(t, x.Workbook(), x)
		y.count(group+" texts", x.Name+" in Word", len(loud(r, nil)) == 0, loud(r, nil)...)
		require.NotNil(t, r.Text, x.Name)
		var unchecked []string
		for _, u := range r.Text.Unchecked {
			unchecked = append(unchecked, u.Words+" ("+u.Reason+") "+u.Section)
		}
		y.count(group+" figures checked", x.Name+" nine in ten", r.Text.Checked*100 >= r.Text.Figures*90, append(unchecked, fmt.Sprint(r.Text.Checked, " of ", r.Text.Figures))...)
		t.Logf("%s: %d of %d figures checked", x.Name, r.Text.Checked, r.Text.Figures)

		lines := judgeParagraphs(t, formsOf(t, x.Case), x)
		y.count(group+" texts", x.Name+" as lines", len(loud(lines, nil)) == 0, loud(lines, nil)...)

		broken := asLines(strings.Split(string(lab.BrokenTXT(x)), "\n"))
		paged := validate.Judge{Written: written.Judge}.Book("表.xlsx", nil, func([]byte) (*document.Document, error) {
			return &document.Document{Sheets: append(slices.Clone(formsOf(t, x.Case)), broken)}, nil
		}, nil).Report
		y.count(group+" texts", x.Name+" as a page breaks lines", len(loud(paged, nil)) == 0, loud(paged, nil)...)

		book := x.Case.Exact // in 元
		if x.Case.Book.Unit == "元" {
			book = book.InUnit("万元")
		}
		d, err := xlsx.Open(fixture.MustRender(book, fixture.Layout{Figures: fixture.Numbers}).Bytes)
		require.NoError(t, err)
		other := judgeParagraphs(t, d.Sheets, x)
		y.count(group+" texts", x.Name+" beside forms in another unit", len(loud(other, nil)) == 0, loud(other, nil)...)
	}
}

// TestHeldOut: the same of the texts that were held out until the checker was mended.
func TestHeldOut(t *testing.T) {
	y := newTally()
	y.texts(t, "held out", further.HeldOut())
	y.traps(t, "held out traps", further.HeldOutTraps())
	for _, x := range further.HeldOut() {
		y.slips(t, "held out slips", x.Case, further.Slips(x))
		y.slips(t, "held out slips by kind", x.Case, further.ByKind(x))
	}
	y.settle(t)
}

// TestUnseenSlips: one digit of each figure, and what else clerks do to it, is found.
func TestUnseenSlips(t *testing.T) {
	y := newTally()
	for _, x := range further.Unseen() {
		y.slips(t, "unseen slips", x.Case, further.Slips(x))
		y.slips(t, "unseen slips by kind", x.Case, further.ByKind(x))
	}
	y.settle(t)
}

// TestUnseenEdits: words that are wrong are named; words changed are said of, wherever the
// finding stands, where the paragraph is its own contradiction.
func TestUnseenEdits(t *testing.T) {
	y := newTally()
	y.edits(t, "unseen edits", further.UnseenEdits())
	y.settle(t)
}

func (y *tally) edits(t testing.TB, group string, all []further.Edit) {
	base := map[string]*report.Report{}
	for _, e := range all {
		if base[e.Right.Name] == nil {
			base[e.Right.Name] = judgeParagraphs(t, formsOf(t, e.Right.Case), e.Right)
		}
		known := map[string]bool{}
		for _, f := range base[e.Right.Name].Findings {
			known[told(f)] = true
		}
		r, hit := judgeParagraphs(t, formsOf(t, e.Right.Case), e.Text), false
		var said []string
		for _, f := range r.Findings {
			if f.Severity == report.Tail || known[told(f)] {
				continue
			}
			said = append(said, string(f.Severity)+" "+told(f))
			at := e.Place
			at.Start, at.End = 0, len(e.Text.Blocks[at.Block].Text) // anywhere in the paragraph
			hit = hit || namesWords(e.Text, f, at)
		}
		y.count(group, e.Name, hit, append(said, e.Text.Blocks[e.Place.Block].Text)...)
	}
}

// TestUnseenWordings, TestUnseenTraps, TestUnseenTables: as of the further set.
func TestUnseenWordings(t *testing.T) {
	y := newTally()
	y.wordings(t, "unseen wordings", further.UnseenWordings())
	y.settle(t)
}

func TestUnseenTraps(t *testing.T) {
	y := newTally()
	y.traps(t, "unseen traps", further.UnseenTraps())
	y.settle(t)
}

func TestUnseenTables(t *testing.T) {
	y := newTally()
	y.tables(t, "unseen tables", further.UnseenTables())
	y.settle(t)
}

func (y *tally) tables(t testing.TB, group string, all []further.Case) {
	base := map[*further.Case]*report.Report{}
	for _, c := range all {
		r := judgeBeside(t, c.Book, c.Text)
		if c.Right == nil {
			y.count(group+", right", c.Name, len(loud(r, nil)) == 0, loud(r, nil)...)
			continue
		}
		if base[c.Right] == nil {
			base[c.Right] = judgeBeside(t, c.Right.Book, c.Right.Text)
		}
		y.count(group+", broken", c.Name, finds(c, r, base[c.Right]))
	}
}

// TestUnseenClerkTraps: nor do sentences that clerks write beside those of the form.
func TestUnseenClerkTraps(t *testing.T) {
	y := newTally()
	y.traps(t, "clerk traps", further.ClerkTraps())
	y.settle(t)
}

// TestUnseenClerkHeldOut: the same of those kept until the checker was mended.
func TestUnseenClerkHeldOut(t *testing.T) {
	y := newTally()
	y.traps(t, "clerk traps held out", further.ClerkHeldOut())
	y.settle(t)
}
