package department

import (
	"fmt"
	"slices"
	"strings"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/skin"
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

// formats are the skins that hold a whole book and say all that the checker asks of it.
var formats = slices.DeleteFunc(skin.All(), func(s skin.Skin) bool { return s.OneSheet || s.Kind == skin.DOCX })

// twiceFormat hands the same report in twice, the second time as another program writes it.
func twiceFormat(p *planter) *Planted {
	u, s := p.leaf(), pick(p, formats)
	book, err := skin.Read(u.Drawn().Bytes)
	if err != nil {
		panic(err) // a book of our own
	}
	more := u.file()
	more.Name = strings.TrimSuffix(u.File, "xlsx") + s.Ext
	if s.Ext == "xlsx" {
		return nil
	}
	more.Bytes = s.Make(book)
	return &Planted{Files: p.and(more), Want: Want{Paper: u, File: more.Name, Like: u.File, AddsUp: true}}
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

// omitted has a department leave one of its units out.
func omitted(p *planter) *Planted {
	return p.summed(func(units []*fixture.Ledger, i int) []*fixture.Ledger { return slices.Delete(units, i, i+1) })
}

// counted has a department add one of its units up twice.
func counted(p *planter) *Planted {
	return p.summed(func(units []*fixture.Ledger, i int) []*fixture.Ledger { return append(units, units[i]) })
}

// summed adds other units up than there are. One that others paid is left alone: what
// the department would then leave out is anyone's guess.
func (p *planter) summed(change func([]*fixture.Ledger, int) []*fixture.Ledger) *Planted {
	u := p.whole()
	i := p.IntN(len(u.Units))
	unit := u.Units[i]
	if slices.ContainsFunc(u.Flows, func(f *Flow) bool { return f.Payer == unit || f.Payee == unit }) {
		return nil
	}
	var ledgers []*fixture.Ledger
	for _, v := range u.Units {
		ledgers = append(ledgers, v.ledger)
	}
	l := fixture.SumOf(change(ledgers, i)...)
	for _, f := range u.Flows {
		f.leaveOut(l)
	}
	wrong := u.reprint(l)
	return &Planted{Files: p.with(u, wrong), Want: Want{Paper: unit, File: u.File, AddsUp: true, Changes: changes(u.Book, wrong.Book)}}
}
