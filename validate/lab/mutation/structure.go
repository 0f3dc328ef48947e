package mutation

import (
	"fmt"
	"math/rand/v2"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/report"
)

// Structure is one way in which more than a figure goes wrong at once: figures pasted
// in the wrong place, a row printed twice, a code mistyped.
type Structure struct {
	ID    string
	Shape report.Shape // of the suspect that calls it what it is
	// plant makes one up, nil when the cells it hit upon do not allow it.
	plant func(s *Subject, g *rand.Rand) *Slip
}

// Structures is every kind of them.
var Structures = []*Structure{
	{"block-rotated", report.Block, slides{forms: wide, width: span2{2, 4}, by: span2{1, 8}, length: span2{3, 15}, rotated: true}.plant},
	{"block-blank", report.Block, slides{forms: wide, width: span2{2, 4}, by: span2{1, 8}, length: span2{3, 15}}.plant},
	{"column-rotated", report.Block, slides{forms: anyColumn, width: span2{1, 1}, by: span2{1, 8}, length: span2{3, 15}, rotated: true}.plant},
	{"column-blank", report.Block, slides{forms: anyColumn, width: span2{1, 1}, by: span2{1, 8}, length: span2{3, 15}}.plant},
	{"form-rotated", report.Block, wholeForm(true)},
	{"form-blank", report.Block, wholeForm(false)},
	{"packed-blank", report.Block, packed(false)},
	{"packed-repeated", report.Block, packed(true)},
	{"group-blank", report.Block, group(false)},
	{"group-repeated", report.Block, group(true)},
	{"sideways-rotated", report.Block, slides{forms: acrossForms, width: span2{1, 3}, by: span2{1, 3}, length: span2{2, 15}, rotated: true, right: true}.plant},
	{"sideways-blank", report.Block, slides{forms: acrossForms, width: span2{1, 3}, by: span2{1, 3}, length: span2{2, 15}, right: true}.plant},
	{"twice", report.RowRepeated, twice},
	{"yuan-cents", report.FormUnit, inYuan(true)},
	{"yuan-times", report.FormUnit, inYuan(false)},
	{"code-digit", report.Code, mistyped(5, 7, mated...)},
	{"code-section", report.Code, mistyped(3, 5, mated...)},
	{"code-class", report.Code, mistyped(0, 3, mated...)},
	{"code-f02-digit", report.Code, mistyped(5, 7, fixture.F02)},
	{"code-f02-section", report.Code, mistyped(3, 5, fixture.F02)},
	{"code-f02-class", report.Code, mistyped(0, 3, fixture.F02)},
	{"code-economic", report.Code, mistyped(0, 5, fixture.F06)},
	{"rows", report.Exchange, exchangedRows},
	{"rows-two", report.Exchange, exchangedTwo},
	{"run-rotated", report.Block, slides{forms: anyColumn, width: span2{1, 1}, by: span2{1, 1}, length: span2{2, 4}, rotated: true}.plant},
	{"run-blank", report.Block, slides{forms: anyColumn, width: span2{1, 1}, by: span2{1, 1}, length: span2{2, 4}}.plant},
	{"section-copied", report.Block, sectionPasted(false)},
	{"section-cut", report.Block, sectionPasted(true)},
	{"column-stale", report.SomeCells, columnStale},
	{"column-shifted", report.SomeCells, columnShifted},
	{"code-slipped", report.Code, codeSlipped},
}

// The forms an error is made on, those it is made on more often more than once.
var (
	mated       = []string{fixture.F03, fixture.F03, fixture.F05, fixture.F05, fixture.F07, fixture.F08}
	byCode      = []string{fixture.F03, fixture.F03, fixture.F05, fixture.F05, fixture.F02, fixture.F07, fixture.F08}
	wide        = []string{fixture.F03, fixture.F03, fixture.F03, fixture.F05, fixture.F05, fixture.F05, fixture.F02, fixture.F07, fixture.F08}
	anyColumn   = []string{fixture.F03, fixture.F03, fixture.F03, fixture.F05, fixture.F05, fixture.F05, fixture.F02, fixture.F07, fixture.F08, fixture.F01, fixture.F04, fixture.F06}
	acrossForms = []string{fixture.F03, fixture.F03, fixture.F05, fixture.F05, fixture.F02, fixture.F07, fixture.F04}
	gappy       = []string{fixture.F01, fixture.F04, fixture.F06, fixture.F03, fixture.F03, fixture.F05, fixture.F05, fixture.F02, fixture.F07}
)

// Slip is an error of a kind in a book. Of the last three at most one is there; figures
// may have changed besides a code.
type Slip struct {
	Kind    *Structure
	Form    string
	How     string   // in words, for a reader
	Changes []Change // every figure that is another than it was
	Ways    [][2]int // rows down and columns right that take the figures home; nil when not all go the same way
	Yuan    bool     // the form is in 元 and says 万元
	Again   string   // the row that is printed again below itself
	Recoded *Recoded
}

// Recoded is a row's code that was mistyped.
type Recoded struct{ Row, Code string }

const (
	draws   = 400 // that are made of a kind before a book is given up for it
	unseens = 12  // slips that nothing can find before one of them is taken all the same
)

// Plant makes an error of the kind up that arithmetic can find, or failing that one it
// cannot; nil when the book has no room for any.
func (k *Structure) Plant(s *Subject, g *rand.Rand) *Slip {
	var unseen *Slip
	tried := 0
	for range draws {
		p := k.plant(s, g)
		if p == nil {
			continue
		}
		p.Kind = k
		if s.visible(p) {
			return p
		}
		unseen = p
		if tried++; tried == unseens {
			break
		}
	}
	return unseen
}

func (k *Structure) plantAt(s *Subject, seed int64) *Slip {
	return k.Plant(s, rand.New(rand.NewPCG(uint64(seed)<<20+uint64(s.Number), hash(k.ID))))
}

// visible judges a slip by the book as it was drawn, without drawing it anew.
func (s *Subject) visible(p *Slip) bool {
	f := read(s.Drawn, s.book.Unit)
	for _, c := range p.Changes {
		if c.Is == "" {
			f.set(c.Slot, nil)
		} else {
			f.set(c.Slot, new(number(c.Is)))
		}
	}
	return f.tells(p)
}

// slipped is the report drawn with the error in it.
func (s *Subject) slipped(p *Slip) (*fixture.Workbook, error) {
	b := s.book.Clone()
	f := b.Forms[p.Form]
	for _, c := range p.Changes {
		f.Row(c.Row).Values[c.Column] = c.Is
	}
	if p.Recoded != nil {
		f.Row(p.Recoded.Row).Code = p.Recoded.Code
	}
	if p.Again != "" {
		repeat(f, p.Again)
	}
	return fixture.Render(b, s.layout)
}

// copyOf is the key of a row's copy.
func copyOf(row string) string { return row + " again" }

// String is the error in words.
func (p *Slip) String() string {
	out := fmt.Sprintf("%s on %s: %s", p.Kind.ID, p.Form, p.How)
	if len(p.Changes) > 0 {
		out += fmt.Sprintf(", %d figures changed", len(p.Changes))
	}
	return out
}
