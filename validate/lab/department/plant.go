package department

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// What is what is wrong, by how a checker should name it.
type What string

// The things that go wrong.
const (
	Cell    What = "cell"    // one figure of one book
	Chain   What = "chain"   // one figure of a unit and all that follow from it: the unit agrees with itself
	Row     What = "row"     // a row that should be there and is not, or the reverse
	Unit    What = "unit"    // a form's figures in another unit than it says; a book's, when Form is ""
	Missing What = "missing" // a unit's book is not there
	Twice   What = "twice"   // one of a book too many
	Foreign What = "foreign" // the book of another department's unit
	Year    What = "year"    // the book of another year
	Omitted What = "omitted" // the department left a unit out that it should add up
	Counted What = "counted" // the department added a unit up twice
	Payment What = "payment" // the department left out another amount than the units paid each other
)

// Want is what a checker should say of a planted error.
type Want struct {
	What  What
	Paper *Paper `json:"-"` // the book that is wrong, as it should be; of Missing, the one that
	// is not there, and of Omitted and Counted the unit that the department, in File, has wrong
	File string // that holds it; "" when there is none
	Like string // the file that Twice repeats

	fixture.Slot        // the form, row and column, as far as What goes; of a row to add, the row
	Was, Is      string // the right and the wrong figure in the book's unit; "" for a blank
	Recoded      string // of Row: the code the row should have; "" when it should be there, or not be there
	Extra        bool   // of Row: it should not be there

	AddsUp  bool     // the wrong book agrees with itself; not told of rows
	Alone   bool     // of Chain: no other unit has the row, so the figures alone tell which it is
	Rivals  []*Paper `json:"-"` // of Chain: the units whose slip would break the same sums as much
	Absent  *Paper   `json:"-"` // in the place of whose book another was handed in
	Changes []Change // every figure of the book that is not what it should be, for Cell and Chain
}

// Change is one figure of a book, in its unit.
type Change struct {
	fixture.Slot
	Was, Is string
}

// Planted is a department's files with one error among them, the department's own first.
type Planted struct {
	Kind  *Kind
	Files []File
	Want  Want
}

// Kind is one way of going wrong.
type Kind struct {
	ID    string
	What  What
	plant func(p *planter) *Planted // nil when what it hit upon does not allow it
}

type planter struct {
	*rand.Rand
	d *Department
}

// attempts is how often a kind tries before it gives up.
const attempts = 400

// Plant puts an error of the kind into the department's files, nil when there is no room
// for it. What is planted is more than rounding could hide.
func (d *Department) Plant(k *Kind, seed int64) *Planted {
	h := fnv.New64a()
	h.Write([]byte(k.ID))
	p := &planter{rand.New(rand.NewPCG(uint64(seed)^uint64(d.Seed)<<20, h.Sum64())), d}
	for range attempts {
		if out := k.plant(p); out != nil {
			out.Kind, out.Want.What = k, k.What
			return out
		}
	}
	return nil
}

// Plantings plants each kind so many times, from a seed on.
func (d *Department) Plantings(kinds []*Kind, seed int64, each int) []*Planted {
	var out []*Planted
	for _, k := range kinds {
		for i := range each {
			if p := d.Plant(k, seed+int64(i)); p != nil {
				out = append(out, p)
			}
		}
	}
	return out
}

// with hands the files in with a book in the place of another.
func (p *planter) with(was, is *Paper) []File {
	out := p.d.Files()
	i := slices.IndexFunc(out, func(f File) bool { return f.Paper == was })
	out[i] = is.file()
	return out
}

// without hands them in but for one.
func (p *planter) without(gone *Paper) []File {
	return slices.DeleteFunc(p.d.Files(), func(f File) bool { return f.Paper == gone })
}

// and hands them in with one more among the units.
func (p *planter) and(more File) []File {
	out := p.d.Files()
	return slices.Insert(out, 1+p.IntN(len(out)), more)
}

func (p *planter) leaf() *Paper { return pick(p, p.d.Leaves()) }

// unit is any book below the department.
func (p *planter) unit() *Paper { return pick(p, p.d.All()[1:]) }

// whole is any book that is a sum, half of the time the topmost.
func (p *planter) whole() *Paper {
	if p.IntN(2) == 0 {
		return p.d.Paper
	}
	return pick(p, slices.DeleteFunc(p.d.All(), func(u *Paper) bool { return len(u.Units) == 0 }))
}

func pick[T any](p *planter, from []T) T { return from[p.IntN(len(from))] }

// matters says that a difference in 元 shows wherever the book is added up or adds up.
func (p *Paper) matters(by decimal.Decimal) bool {
	by = by.Abs()
	return (p.Parent == nil || by.GreaterThan(p.Parent.Bound())) && (len(p.Units) == 0 || by.GreaterThan(p.Bound()))
}

// rolls says that a figure is printed where the book is added up, or of what it adds up.
func (p *Paper) rolls(s fixture.Slot) bool {
	at := func(q *Paper) bool { _, ok := q.Drawn().At(s.Form, s.Row, s.Column); return ok }
	if p.Parent != nil && at(p.Parent) {
		return true
	}
	return slices.ContainsFunc(p.Units, at)
}

// cell is some figure that is not nothing, each form as likely as another.
func (p *planter) cell(u *Paper) (fixture.Placement, bool) {
	form := pick(p, fixture.FormIDs)
	var some []fixture.Placement
	for _, at := range u.Drawn().Placements {
		if at.Form == form && !number(u.Book.Value(at.Form, at.Row, at.Column)).IsZero() {
			some = append(some, at)
		}
	}
	if len(some) == 0 {
		return fixture.Placement{}, false
	}
	return pick(p, some), true
}

// mistype puts a slip into some cell of a book.
func (p *planter) mistype(u *Paper, s slip) *Planted {
	at, ok := p.cell(u)
	if !ok || !u.rolls(at.Slot) {
		return nil
	}
	was, is := u.Book.Value(at.Form, at.Row, at.Column), s.typed(u, at, p.Rand)
	switch is {
	case "":
		return nil
	case blank:
		is = ""
	}
	by := inYuan(u.Book, is).Sub(inYuan(u.Book, was))
	if by.IsZero() || !u.matters(by) || len(is) > 15 {
		return nil
	}
	wrong := u.copy()
	wrong.Book.Forms[at.Form].Row(at.Row).Values[at.Column] = is
	return &Planted{Files: p.with(u, wrong), Want: Want{Paper: u, File: u.File, Slot: at.Slot, Was: was, Is: is,
		Changes: []Change{{at.Slot, was, is}}}}
}
