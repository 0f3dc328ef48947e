package validate_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/read/xlsx"
)

// layouts is how many random layouts each run reads.
const layouts = 300

// misbound says, figure by figure, where the binder and the fixture's own
// record of what it put where disagree.
func misbound(t *testing.T, w *fixture.Workbook) []string {
	t.Helper()
	wb, err := xlsx.Open(w.Bytes)
	require.NoError(t, err)
	return misboundIn(wb, w.Placements)
}

func misboundIn(wb *document.Document, placements []fixture.Placement) []string {
	b := bind.Find(wb, nil)
	var wrong []string
	for _, p := range placements {
		table := b.Tables[form.ID(p.Form)]
		if table == nil {
			wrong = append(wrong, p.Form+" not found")
			continue
		}
		var f *bind.Figure
		if r := table.Row(p.Row); r != nil {
			f = r.Figure(p.Column)
		}
		if f == nil {
			wrong = append(wrong, fmt.Sprintf("%s[%s, %s] at %s not bound", p.Form, p.Row, p.Column, p.Cell))
			continue
		}
		at := wb.Sheets[f.At.Sheet].Name + "!" + document.Address(f.At.Row, f.At.Col)
		want := decimal.Zero
		if p.Value != "" {
			want = decimal.RequireFromString(p.Value)
		}
		inUnit := f.Value
		if table.Unit.Known() {
			inUnit, _ = b.Unit.In(table.Unit, inUnit)
		}
		got := decimal.RequireFromString(amount.Plain(inUnit))
		if at != p.Sheet+"!"+p.Cell || !got.Equal(want) {
			wrong = append(wrong, fmt.Sprintf("%s[%s, %s]: %s = %s, want %s!%s = %s", p.Form, p.Row, p.Column, at, got, p.Sheet, p.Cell, want))
		}
	}
	b.Each(func(table *bind.Table) {
		for _, u := range table.Unbound {
			wrong = append(wrong, fmt.Sprintf("%s: %s (%s) unbound: %s", table.Form.ID, document.Address(u.At.Row, u.At.Col), u.Shown, u.Reason))
		}
	})
	return wrong
}

func TestEveryFigureOfTheCommittedFilesIsBound(t *testing.T) {
	for _, name := range fixture.Names() {
		w, err := fixture.Load(name)
		require.NoError(t, err)
		assert.Empty(t, misbound(t, w), name)
	}
}

// TestWithoutMerges: headers whose groups were never merged, their label in the
// first cell only, bind all the same.
func TestWithoutMerges(t *testing.T) {
	t.Parallel()
	unmerged := func(w *fixture.Workbook) []string {
		wb, err := xlsx.Open(w.Bytes)
		require.NoError(t, err)
		for _, s := range wb.Sheets {
			s.Merges = nil
		}
		return misboundIn(wb, w.Placements)
	}
	for _, name := range fixture.Names() {
		w, err := fixture.Load(name)
		require.NoError(t, err)
		assert.Empty(t, unmerged(w), name)
	}
	for seed, d := range drawings(1_000, layouts/3) {
		d.layout.CoveredText = false // without a merge it would show
		assert.Empty(t, unmerged(fixture.MustRender(d.book, d.layout)), "layout %d", seed)
	}
}

// booksFor are consistent reports, as small as they can be and still have every
// kind of money. Those for large units, or for one decimal, are of so much money
// that no figure rounds to a zero: where zeros are printed for blanks, nothing
// tells the two apart.
func booksFor(large bool) []*fixture.Book {
	o := fixture.Options{Classes: 4, Sections: 2, Items: 2}
	if large {
		o.Times = 10_000
	}
	refunds, short, before2020, own, expended := o, o, o, o, o
	refunds.Refunds = true
	short.NoFund, short.ShortState = true, true
	before2020.NoState, before2020.Year = true, 2019
	own.NoOther, own.NoState = true, true
	expended.ShortFund, expended.ShortState = true, true
	var books []*fixture.Book
	for i, options := range []fixture.Options{o, refunds, short, before2020, own, expended} {
		books = append(books, fixture.Generate(int64(i), options))
	}
	return books
}

// drawing is a book with a layout that suits it.
type drawing struct {
	book   *fixture.Book
	layout fixture.Layout
}

// drawings are n random layouts, each of a book.
func drawings(first, n int64) []drawing {
	small, large := booksFor(false), booksFor(true)
	out := make([]drawing, 0, n)
	for seed := first; seed < first+n; seed++ {
		l := fixture.RandomLayout(seed)
		if l.Unit == "" && seed%2 == 0 {
			l.Unit = "万元"
		}
		books := small
		if l.Unit == "百万元" || l.Unit == "亿元" || l.OneDecimal || l.Scale == fixture.TenThousandsOne {
			books = large
		}
		b := books[seed%int64(len(books))]
		if b.Year < 2020 && seed%3 > 0 {
			l.Before2020, l.TitleYear = true, true
		}
		out = append(out, drawing{b, l})
	}
	return out
}

// TestAnyLayout: whatever the layout, every figure is bound to its form, row
// and column, and a consistent report raises no error and no warning but those
// that the layout deserves.
func TestAnyLayout(t *testing.T) {
	t.Parallel()
	for seed, d := range drawings(0, layouts) {
		if wrong := wrongWith(t, d); len(wrong) > 0 {
			t.Errorf("layout %d: %d wrong, first %s\n%s", seed, len(wrong), wrong[:min(3, len(wrong))], least(d.layout,
				func(l fixture.Layout) bool { return len(wrongWith(t, drawing{d.book, l})) > 0 }))
		}
	}
}

// wrongWith lists what is wrong with how a consistent report is read and judged.
func wrongWith(t *testing.T, d drawing) []string {
	t.Helper()
	w, err := fixture.Render(d.book, d.layout)
	require.NoError(t, err)
	return append(misbound(t, w), alarms(w, d)...)
}
