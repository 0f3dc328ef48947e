package department

import (
	"fmt"

	"suanqing/validate/lab/fixture"
)

// formUnit types a form in another unit than it says.
func formUnit(p *planter) *Planted {
	u, form := p.leaf(), pick(p, fixture.FormIDs)
	if u.Book.Forms[form].Empty() {
		return nil
	}
	wrong := u.copy()
	wrong.Book.Forms[form] = u.otherwise().Forms[form]
	return &Planted{Files: p.with(u, wrong), Want: Want{Paper: u, File: u.File, Slot: fixture.Slot{Form: form}}}
}

// bookUnit says another unit than the whole book is in.
func bookUnit(p *planter) *Planted {
	u := p.leaf()
	wrong := u.copy()
	wrong.Book = u.otherwise()
	wrong.Book.Unit = u.Book.Unit
	return &Planted{Files: p.with(u, wrong), Want: Want{Paper: u, File: u.File, AddsUp: true}}
}

func missing(p *planter) *Planted {
	u := p.leaf()
	return &Planted{Files: p.without(u), Want: Want{Paper: u, AddsUp: true}}
}

// again is a book handed in once more, under another file name.
func again(u *Paper, n int) *Paper {
	out := u.copy()
	out.File = fmt.Sprintf("%s(%d).xlsx", u.File[:len(u.File)-len(".xlsx")], n)
	return out
}

func (p *planter) twice(u, more *Paper) *Planted {
	return &Planted{Files: p.and(more.file()), Want: Want{Paper: u, File: more.File, Like: u.File, AddsUp: true}}
}

// twiceBytes hands the same file in twice.
func twiceBytes(p *planter) *Planted {
	u := p.leaf()
	return p.twice(u, again(u, 1))
}

// twiceLayout hands the same report in twice, laid out another time and in the other unit.
func twiceLayout(p *planter) *Planted {
	u := p.leaf()
	more := again(u, 1)
	more.Layout = layout(p.Int64())
	if p.IntN(2) == 0 {
		more.Book = u.otherwise()
	}
	return p.twice(u, more)
}

// twiceName hands a report in once more as that of another unit.
func twiceName(p *planter) *Planted {
	u := p.leaf()
	more := again(u, 1)
	more.Name = p.d.names.unheard(p.IntN(30))
	more.Book.Department = more.Name
	more.File = fileName(more.Name, 90, 0, u.Yuan.Year)
	if p.IntN(2) == 0 {
		more.Layout = layout(p.Int64())
	}
	return p.twice(u, more)
}

// twiceInstead hands a unit's report in under the name of another, whose own is not there.
func twiceInstead(p *planter) *Planted {
	u, other := p.leaf(), p.leaf()
	if u == other {
		return nil
	}
	more := u.copy()
	more.File = other.File
	return &Planted{Files: p.with(other, more), Want: Want{Paper: u, File: more.File, Like: u.File, Absent: other, AddsUp: true}}
}

// departmentTwice hands the department's own book in among its units.
func departmentTwice(p *planter) *Planted {
	more := again(p.d.Paper, 1)
	if p.IntN(2) == 0 {
		more.Layout = layout(p.Int64())
	}
	return p.twice(p.d.Paper, more)
}

// stranger is the book of a unit of another department.
func (p *planter) stranger() *Paper {
	for seed := p.d.Seed + 1 + p.Int64N(1000); ; seed++ {
		d := New(seed, Options{Units: 3, Year: p.d.Options.Year})
		if d.names.bureau != p.d.names.bureau {
			return pick(p, d.Units)
		}
	}
}

func foreign(p *planter) *Planted {
	u := p.stranger()
	u.File = fileName(u.Name, 91, 0, u.Yuan.Year)
	return &Planted{Files: p.and(u.file()), Want: Want{Paper: u, File: u.File, AddsUp: true}}
}

func foreignInstead(p *planter) *Planted {
	u, other := p.stranger(), p.leaf()
	u.File = fileName(u.Name, 91, 0, u.Yuan.Year)
	return &Planted{Files: p.with(other, u), Want: Want{Paper: u, File: u.File, Absent: other, AddsUp: true}}
}

// otherYear hands a unit's book of the year before in.
func otherYear(p *planter) *Planted {
	u := p.leaf()
	old := u.reprint(u.ledger.Next(p.Int64()))
	old.Yuan.Year--
	old.Book.Year--
	old.File = fmt.Sprintf("%s.xlsx", u.Name)
	return &Planted{Files: p.with(u, old), Want: Want{Paper: u, File: old.File, AddsUp: true}}
}

// payment leaves another amount out of a department than its units paid each other.
func payment(p *planter) *Planted {
	u := p.whole()
	if len(u.Flows) == 0 {
		return nil
	}
	f := pick(p, u.Flows)
	other := *f
	other.Cents = p.Int64N(f.Cents) - f.Cents // so much too little
	if f.Cents+other.Cents <= 0 || !u.matters(number(other.Amount())) {
		return nil
	}
	l := u.ledger.Clone()
	other.leaveOut(l)
	wrong := u.reprint(l)
	return &Planted{Files: p.with(u, wrong), Want: Want{Paper: u, File: u.File, Slot: f.Spent, AddsUp: true,
		Was: u.Book.Value(fixture.F03, f.Spent.Row, f.Spent.Column), Is: wrong.Book.Value(fixture.F03, f.Spent.Row, f.Spent.Column),
		Changes: changes(u.Book, wrong.Book)}}
}
