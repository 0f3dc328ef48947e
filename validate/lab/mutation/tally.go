package mutation

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"suanqing/validate"
	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// five is how many suspects a reader is taken to look at.
const five = 5

// Tally is what became of the slips of one kind. All but Planted, Innocent and Negative
// are of those that arithmetic can find.
type Tally struct {
	Planted    int
	Detectable int
	Told       int // of those, no less explains it: see determined
	ToldKind   int // Kind of those
	ToldWay    int // Constant of those
	ToldHome   int // Home of those
	Detected   int // the check reports an error or a suspect
	Kind       int // the first suspect is the culprit, and of the right shape
	Named      int // or it is of single cells, and of exactly those that changed
	Constant   int // all figures went the same way
	Home       int // there, the first suspect is a block with the way back
	Mended     int // the first suspect puts everything right, and nothing wrong
	Five       int // the culprit is among the first five; of two, both
	Silent     int // no suspect is called likely

	Innocent int // suspects called likely that touch only what was right
	Negative int // suspects that suggest a negative figure where there was none
	Took     time.Duration
}

// Add sums tallies up.
func (t *Tally) Add(o Tally) {
	from := o.counts()
	for i, p := range t.counts() {
		*p += *from[i]
	}
	t.Took += o.Took
}

func (t *Tally) counts() []*int {
	return []*int{&t.Planted, &t.Detectable, &t.Told, &t.ToldKind, &t.ToldWay, &t.ToldHome, &t.Detected, &t.Kind, &t.Named, &t.Constant, &t.Home, &t.Mended, &t.Five, &t.Silent, &t.Innocent, &t.Negative}
}

// Slipped is one slip planted and what the check said of it.
type Slipped struct {
	Subject *Subject
	*Slip
	Drawn  *fixture.Workbook
	Report *report.Report
	Tally  Tally

	at      map[cellAt]Slot // the figures' places in the book with the slip
	changed map[cellAt]bool
}

// cellAt is a cell by its sheet and address.
type cellAt struct{ sheet, cell string }

// RunStructure plants one slip of a kind in a subject and checks the book; nil where
// the subject has no room for it. The same seed gives the same slip.
func RunStructure(s *Subject, k *Structure, seed int64) (*Slipped, error) {
	p := k.plantAt(s, seed)
	if p == nil {
		return nil, nil
	}
	w, err := s.slipped(p)
	if err != nil {
		return nil, fmt.Errorf("%s, %s: %w", s.Name, k.ID, err)
	}
	start := time.Now()
	r := validate.Check("slipped.xlsx", w.Bytes, nil).Report
	took := time.Since(start)
	if r.Error != nil {
		return nil, fmt.Errorf("%s, %s: not read: %s", s.Name, k.ID, r.Error.Message)
	}
	t := &Slipped{Subject: s, Slip: p, Drawn: w, Report: r, at: map[cellAt]Slot{}, changed: map[cellAt]bool{}}
	for _, c := range w.Placements {
		t.at[cellAt{c.Sheet, c.Cell}] = c.Slot
	}
	for _, c := range p.Changes {
		at, _ := w.At(c.Form, c.Row, c.Column)
		t.changed[cellAt{at.Sheet, at.Cell}] = true
	}
	t.Tally = t.count()
	t.Tally.Took = took
	return t, nil
}

func (t *Slipped) count() Tally {
	out := Tally{Planted: 1}
	suspects := t.Report.Suspects
	for i := range suspects {
		out.Innocent += count(suspects[i].Likely && t.innocent(&suspects[i]))
		out.Negative += count(t.negative(&suspects[i]))
	}
	if !read(t.Drawn, t.Subject.book.Unit).tells(t.Slip) {
		return out
	}
	out.Detectable, out.Told = 1, count(t.determined())
	out.Detected = count(Errors(t.Report) > 0 || len(suspects) > 0)
	out.Constant = count(t.Ways != nil)
	out.ToldWay = out.Told * out.Constant
	seen := suspects[:min(five, len(suspects))]
	out.Five = count(slices.ContainsFunc(seen, t.isCulprit) && (!t.both() || slices.ContainsFunc(seen, ofCode) && slices.ContainsFunc(seen, t.isSlip)))
	out.Silent = count(!slices.ContainsFunc(suspects, func(p report.Suspect) bool { return p.Likely }))
	if len(suspects) == 0 {
		return out
	}
	first := &suspects[0]
	right := t.culprit(first) && (first.Shape == t.Slip.Kind.Shape || t.both() && first.Shape == report.Block)
	out.Kind, out.ToldKind = count(right), out.Told*count(right)
	out.Named = count(right || first.Shape == report.SomeCells && t.exactly(first))
	out.Home = count(right && slices.Contains(t.Ways, [2]int{first.Down, first.Right}))
	out.ToldHome = out.Told * out.Home
	out.Mended = count(t.mends(first))
	return out
}

// determined says that figures which slipped have no plainer explanation: no cell by
// itself, and no two neighbours exchanged, make everything hold. Of any other error it
// says nothing against it.
func (t *Slipped) determined() bool {
	if t.Recoded != nil || t.Again != "" || t.Yuan {
		return true
	}
	f := read(t.Drawn, t.Subject.book.Unit)
	if t.Slip.Kind.Shape == report.SomeCells {
		return f.columnAlone(t.Form, t.Changes[0].Column)
	}
	v := judge(f, neighbours(t.Drawn))
	return len(v.singles) == 0 && len(v.pairs) == 0
}

// columnAlone says that no other column of the form is in every identity that is broken.
func (f *figures) columnAlone(form, column string) bool {
	broken := f.broken(identities(f))
	for other := range f.shape.columns[form] {
		elsewhere := func(s Slot) bool { return s.Form == form && s.Column == other }
		if other != column && !slices.ContainsFunc(broken, func(i *identity) bool {
			return !slices.ContainsFunc(i.plus, elsewhere) && !slices.ContainsFunc(i.minus, elsewhere)
		}) {
			return false
		}
	}
	return true
}

// both says that two things went wrong: a code was mistyped, and figures slipped.
func (t *Slipped) both() bool { return t.Recoded != nil && len(t.Changes) > 0 }

func ofCode(p report.Suspect) bool { return p.Shape == report.Code }

func (t *Slipped) isCulprit(p report.Suspect) bool { return t.culprit(&p) }

func (t *Slipped) isSlip(p report.Suspect) bool { return !ofCode(p) && t.culprit(&p) }

// culprit says that a suspect is of what went wrong: of the code, of the form's unit,
// or for the most part of cells that changed.
func (t *Slipped) culprit(p *report.Suspect) bool {
	switch {
	case t.Recoded != nil && (p.Shape == report.Code || !t.both()):
		return p.Shape == report.Code && p.Form == t.Form && p.Value == t.Recoded.Code
	case t.Yuan && p.Shape == report.FormUnit:
		return p.Form == t.Form
	}
	hit := 0
	for _, c := range p.Changes {
		hit += count(t.wrong(c))
	}
	return 2*hit > len(p.Changes)
}

// wrong says that a cell changed, or is one of a row that stands twice.
func (t *Slipped) wrong(c report.Change) bool {
	at := cellAt{c.Sheet, c.Cell}
	slot := t.at[at]
	return t.changed[at] || t.Again != "" && slot.Form == t.Form && (slot.Row == t.Again || slot.Row == copyOf(t.Again))
}

// exactly says that a suspect is of all cells that changed and of no others.
func (t *Slipped) exactly(p *report.Suspect) bool {
	return len(p.Changes) == len(t.changed) && !slices.ContainsFunc(p.Changes, func(c report.Change) bool { return !t.changed[cellAt{c.Sheet, c.Cell}] })
}

// mends says that a suspect puts everything right and nothing wrong.
func (t *Slipped) mends(p *report.Suspect) bool {
	switch {
	case t.Recoded != nil && (p.Shape == report.Code || !t.both()):
		return t.culprit(p) && p.Suggest == t.Recoded.Row
	case t.Yuan && p.Shape == report.FormUnit:
		return p.Form == t.Form && p.Suggest == "元"
	case t.Again != "":
		return t.empties(p, t.Again) || t.empties(p, copyOf(t.Again))
	}
	done := map[cellAt]bool{}
	for _, c := range p.Changes {
		at := cellAt{c.Sheet, c.Cell}
		slot, ok := t.at[at]
		suggested, err := decimal.NewFromString(or(c.Suggest, "0"))
		if !ok || err != nil || !number(t.Subject.reads(slot)).Equal(suggested) {
			return false
		}
		done[at] = true
	}
	for at := range t.changed {
		if !done[at] {
			return false
		}
	}
	return true
}

// empties says that a suspect blanks a row, and changes nothing else.
func (t *Slipped) empties(p *report.Suspect, row string) bool {
	done := map[Slot]bool{}
	for _, c := range p.Changes {
		slot := t.at[cellAt{c.Sheet, c.Cell}]
		if slot.Form != t.Form || slot.Row != row || !number(c.Suggest).IsZero() {
			return false
		}
		done[slot] = true
	}
	for _, c := range t.Drawn.Placements {
		if c.Form == t.Form && c.Row == row && !number(c.Value).IsZero() && !done[c.Slot] {
			return false
		}
	}
	return true
}

// innocent says that a suspect is only of what was right.
func (t *Slipped) innocent(p *report.Suspect) bool {
	switch p.Shape {
	case report.Code:
		return !t.culprit(p)
	case report.FormUnit:
		return !t.Yuan || p.Form != t.Form
	case report.RowMissing: // a mistyped code's row is not there under its own
		return t.Recoded == nil || p.Form != t.Form || p.Row != t.Recoded.Row
	}
	return !slices.ContainsFunc(p.Changes, t.wrong)
}

// negative says that a suspect suggests a negative figure where none stood.
func (t *Slipped) negative(p *report.Suspect) bool {
	return slices.ContainsFunc(p.Changes, func(c report.Change) bool {
		return strings.HasPrefix(c.Suggest, "-") && !number(t.Subject.reads(t.at[cellAt{c.Sheet, c.Cell}])).IsNegative()
	})
}

// Missed says that the check did worse than it could have.
func (t *Slipped) Missed() bool {
	n := &t.Tally
	return n.Innocent+n.Negative > 0 || n.Detectable > n.Kind || n.Detectable > n.Mended || n.Constant > n.Home
}

// mostShown is how many changes are written out, suspectsShown how many suspects, and
// besides those that accuse innocents or suggest negative figures.
const mostShown, suspectsShown = 6, 3

// String is the slip and what the check made of it, for a reader.
func (t *Slipped) String() string {
	n := &t.Tally
	out := fmt.Sprintf("book %d (%s): %v;", t.Subject.Number, t.Subject.Name, t.Slip)
	for i, c := range t.Changes {
		if i == mostShown {
			out += " …"
			break
		}
		out += fmt.Sprintf(" %s %q→%q", t.Subject.address(c.Slot), c.Was, c.Is)
	}
	out += fmt.Sprintf("; detectable %d, told %d, errors %d, kind %d, home %d, mended %d, in five %d, innocent %d, negative %d\n",
		n.Detectable, n.Told, Errors(t.Report), n.Kind, n.Home, n.Mended, n.Five, n.Innocent, n.Negative)
	for i := range t.Report.Suspects {
		p := &t.Report.Suspects[i]
		if i < suspectsShown || p.Likely && t.innocent(p) || t.negative(p) {
			out += fmt.Sprintf("    %d. %s (%s) likely=%v down %d right %d, %d cells, %d alternatives: %s\n", i+1, p.Shape, p.Kind, p.Likely,
				p.Down, p.Right, len(p.Changes), len(p.Alternatives), p.Words())
		}
	}
	return out
}
