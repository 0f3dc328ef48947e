package mutation

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/shopspring/decimal"

	"suanqing/validate/document"
	"suanqing/validate/lab/fixture"
)

// Subject is a report that agrees, in a layout, to plant errors in.
type Subject struct {
	Name   string
	Number int
	Drawn  *fixture.Workbook
	book   *fixture.Book // in the unit printed
	yuan   *fixture.Book // in 元 to the 分; nil for a real report, whose 元 nobody published
	layout fixture.Layout

	printed *figures
	cells   map[place]Slot
	filled  map[string][]fixture.Placement // by form: the cells with a figure that is not zero
	sums    []identity                     // the sums of one form's column or row
	tops    []Slot                         // in a book with formulas, those that no formula uses; found when asked for
}

// place is a cell, rows and columns counted from 0.
type place struct {
	sheet    string
	row, col int
}

func placeOf(p fixture.Placement) place {
	row, col, ok := document.ParseAddress(p.Cell)
	if !ok {
		panic("mutation: no cell " + p.Cell)
	}
	return place{p.Sheet, row, col}
}

func cellsOf(w *fixture.Workbook) map[place]Slot {
	out := make(map[place]Slot, len(w.Placements))
	for _, p := range w.Placements {
		out[placeOf(p)] = p.Slot
	}
	return out
}

// variants are the kinds of departments, taken in turn.
var variants = []fixture.Options{
	{Classes: 4}, {NoOther: true, NoFund: true, NoState: true}, {Sparse: true, NoState: true}, {Classes: 3, ShortState: true},
	{NoOther: true, Classes: 6}, {Sparse: true, NoFund: true, NoState: true, NoOther: true, Classes: 7}, {Classes: 2, Sections: 1},
}

var real = []string{"lanshan-2023", "putuo-finance-2024"}

// Committed is the number of the first of the committed workbooks, which follow one
// another again and again, each in its own layout: a real report with no money but the
// general public budget, one with carry-over, and two with all that there can be.
const Committed = 1000

var committed = []string{"lanshan-2023", "clean-yuan", "putuo-finance-2024", "clean-wan"}

// NewSubject is the n-th report of a seed, in a layout of its own: two in nine
// are real ones, the others are generated, half in 万元 and so with rounding
// tails, half in 元. From Committed on it is a committed workbook.
func NewSubject(seed int64, n int) (*Subject, error) {
	if n >= Committed {
		return newCommitted(n)
	}
	return newSubject(seed, n, layoutFor(own(seed, n)))
}

// own is the seed of a report's own.
func own(seed int64, n int) int64 { return seed*100_003 + int64(n) }

func newSubject(seed int64, n int, layout fixture.Layout) (*Subject, error) {
	own := own(seed, n)
	s := &Subject{Number: n, layout: layout}
	if kind := n % (len(variants) + len(real)); kind < len(variants) {
		s.yuan = fixture.Generate(own, variants[kind])
		s.book = s.yuan
		if n%2 == 0 {
			s.book = s.yuan.InUnit("万元")
		} else if s.layout.Lines == fixture.NoLines {
			s.layout.Lines = fixture.UnitOnly // figures of no known unit cannot be called exact
		}
		s.Name = fmt.Sprintf("generated %d in %s", own, s.book.Unit)
	} else {
		s.Name = real[kind-len(variants)]
		var err error
		if s.book, err = fixture.LoadBook(s.Name); err != nil {
			return nil, err
		}
	}
	return s, s.draw()
}

func newCommitted(n int) (*Subject, error) {
	s := &Subject{Number: n, Name: committed[(n-Committed)%len(committed)]}
	var err error
	if s.book, err = fixture.LoadBook(s.Name); err != nil {
		return nil, err
	}
	if s.layout, err = fixture.LayoutOf(s.Name); err != nil {
		return nil, err
	}
	return s, s.draw()
}

// draw draws the report and takes down what stands where.
func (s *Subject) draw() (err error) {
	if s.Drawn, err = fixture.Render(s.book, s.layout); err != nil {
		return err
	}
	s.printed = read(s.Drawn, s.book.Unit)
	s.cells = cellsOf(s.Drawn)
	s.filled = map[string][]fixture.Placement{}
	for _, p := range s.Drawn.Placements {
		if v, ok := s.printed.values[p.Slot]; ok && !v.IsZero() {
			s.filled[p.Form] = append(s.filled[p.Form], p)
		}
	}
	for _, i := range identities(s.printed) {
		if form := i.plus[0].Form; !i.atMost && len(i.plus) == 1 && len(i.minus) > 1 && !slices.ContainsFunc(i.minus, func(s Slot) bool { return s.Form != form }) {
			s.sums = append(s.sums, i)
		}
	}
	slices.SortFunc(s.sums, func(a, b identity) int { return compare(a.name, b.name) })
	return nil
}

func compare(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// layoutFor is some layout in which each figure stands in one cell, in the book's
// unit, and is typed: F06 in three columns repeats its figures, and a formula over
// a wrong detail would have followed it.
func layoutFor(seed int64) fixture.Layout {
	l := fixture.RandomLayout(seed)
	l.Carried = min(l.Carried, fixture.CarriedNames)
	l.OneGrant = false // a sum in the place of three lines: no row of the book, which the oracle knows
	l.Unit, l.Scale, l.OneDecimal, l.FullPrecision, l.Formulas, l.Uncached = "", fixture.NoScale, false, false, false, false
	if l.Economic == fixture.ThreeFigures {
		l.Economic = fixture.OneList
	}
	return l
}

// pick is some cell with a figure, each form as likely as another.
func (s *Subject) pick(g *rand.Rand) fixture.Placement {
	var forms []string
	for _, f := range fixture.FormIDs {
		if len(s.filled[f]) > 0 {
			forms = append(forms, f)
		}
	}
	cells := s.filled[forms[g.IntN(len(forms))]]
	return cells[g.IntN(len(cells))]
}

// beside is a cell of the same form that touches another, some steps down and right.
func (s *Subject) beside(p fixture.Placement, down, right int) (Slot, bool) {
	at := placeOf(p)
	next, ok := s.cells[place{at.sheet, at.row + down, at.col + right}]
	return next, ok && next.Form == p.Form
}

// reads is a figure as printed, "" for a blank and for a zero printed for one.
func (s *Subject) reads(slot Slot) string { return s.book.Value(slot.Form, slot.Row, slot.Column) }

func (s *Subject) value(slot Slot) decimal.Decimal { return s.printed.value(slot) }

// Change is what happened to one figure; "" is a blank.
type Change struct {
	Slot
	Was, Is string
}

// Planted is an error in a book.
type Planted struct {
	Kind    *Kind
	Changes []Change
	Gone    []Slot // rows left out altogether: form and row
}

// Mutated is a book with an error in it.
type Mutated struct {
	*Planted
	Drawn  *fixture.Workbook
	Found  verdict
	Unique bool // nothing but the planted cells explains it as well
}

// Mutate draws the report with an error in it, and judges it independently.
func (s *Subject) Mutate(p *Planted) (*Mutated, error) {
	b := s.book.Clone()
	for _, c := range p.Changes {
		b.Forms[c.Form].Row(c.Row).Values[c.Column] = c.Is
	}
	for _, gone := range p.Gone {
		f := b.Forms[gone.Form]
		f.Rows = slices.DeleteFunc(f.Rows, func(r *fixture.Row) bool { return r.Key == gone.Row })
	}
	layout := s.layout
	if p.Kind.formulas {
		layout = withFormulas(layout)
	}
	w, err := fixture.Render(b, layout)
	if err != nil {
		return nil, err
	}
	f := read(w, b.Unit)
	f.refunds = p.Kind.refunds
	m := &Mutated{p, w, judge(f, neighbours(w)), false}
	m.Unique = s.unique(m)
	return m, nil
}

// unique says that the planted cells alone can be wrong: of two errors, when each
// is so by itself. Of a row that is gone no cell is left to be wrong.
func (s *Subject) unique(m *Mutated) bool {
	if m.Kind.Named != nil {
		return len(m.Gone) == 0 && m.Found.unique(m.slots())
	}
	for _, c := range m.Changes {
		if !s.alone(c) {
			return false
		}
	}
	return true
}

// alone says that one change by itself can be found, and no other cell be wrong.
func (s *Subject) alone(c Change) bool {
	defer s.printed.set(c.Slot, new(number(c.Is)))()
	return judge(s.printed, nil).unique([]Slot{c.Slot})
}

// withFormulas is the layout with its sums as formulas.
func withFormulas(l fixture.Layout) fixture.Layout {
	l.Formulas, l.Figures = true, fixture.Numbers
	return l
}

// slots is the figures that were changed.
func (p *Planted) slots() []Slot {
	var out []Slot
	for _, c := range p.Changes {
		out = append(out, c.Slot)
	}
	return out
}
