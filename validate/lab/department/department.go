// Package department makes departments of many units whose every figure is known:
// the units' books, the department's own, which is their sum in 元 to the 分, and
// last year's; each printed in a unit, a layout and under a name of its own. Into
// these it plants errors, each with what a checker should say.
package department

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"suanqing/validate/lab/fixture"
)

// Options bounds a department. The zero Options give forty units below it, forms of
// every kind, no flows between them.
type Options struct {
	Units int  // directly below; 0 for 40
	Deep  int  // how many of them are departments of two to five units themselves
	Flows int  // payments between the units, at most, in each department
	Kept  bool // the department's book still counts such payments twice
	Short bool // F07 or F08 of some units, or of the department, without balances
	Year  int  // 0 for 2023
}

// Paper is one workbook: the figures of a unit or a department, and how they are printed.
type Paper struct {
	Name   string        // as printed: 示例市第一区教育局本级
	File   string        // name of the file
	Yuan   *fixture.Book // to the 分
	Book   *fixture.Book // in the unit printed
	Layout fixture.Layout
	Units  []*Paper // that it adds up; none for a unit's own book
	Parent *Paper
	Flows  []*Flow // between its units, left out of it

	ledger *fixture.Ledger
	drawn  *fixture.Workbook
}

// Department is a department with all that is below it.
type Department struct {
	*Paper
	Seed    int64
	Options Options

	names *names
}

// sizes are the kinds of units, taken in turn.
var sizes = []fixture.Options{
	{Classes: 4}, {NoOther: true, NoFund: true, NoState: true}, {Sparse: true, NoState: true, Classes: 3},
	{Sparse: true, NoFund: true, NoState: true, Classes: 2, Sections: 1, Items: 2}, {NoOther: true, NoState: true, Classes: 6},
	{Sparse: true, NoFund: true, NoState: true, NoOther: true, Classes: 7}, {Classes: 2, Sections: 1},
	{NoFund: true, NoState: true, Classes: 8, Sections: 1, Items: 1},
}

// New makes a department up, the same for the same seed and options.
func New(seed int64, o Options) *Department {
	if o.Units == 0 {
		o.Units = 40
	}
	if o.Year == 0 {
		o.Year = 2023
	}
	m := &maker{Rand: rand.New(rand.NewPCG(uint64(seed), 14)), seed: seed * 10_007, Options: o, names: newNames(seed)}
	d := &Department{Paper: &Paper{Name: m.names.department}, Seed: seed, Options: o, names: m.names}
	m.below(d.Paper, o.Units, o.Deep)
	m.sum(d.Paper)
	for i, p := range d.All() {
		m.print(p, i)
	}
	return d
}

type maker struct {
	*rand.Rand
	Options
	seed  int64 // of the next unit
	names *names
	rare  int // how many rare codes are given out
}

// below makes the units of a department, the last of them departments themselves.
func (m *maker) below(p *Paper, units, deep int) {
	for i := range units {
		u := &Paper{Parent: p}
		p.Units = append(p.Units, u)
		if i >= units-deep {
			u.Name = m.names.subDepartment()
			m.below(u, 2+m.IntN(4), 0)
			continue
		}
		u.Name = m.names.unit(p.Name, i)
		m.seed++
		u.ledger = fixture.NewLedger(m.seed, sizes[(i+m.IntN(3))%len(sizes)])
		if i > 0 && m.IntN(5) == 0 {
			u.ledger.NoPublic()
		}
		if m.IntN(2) == 0 {
			m.speciality(u.ledger)
		}
	}
}

// speciality gives a unit an item that no other has, as long as there are any.
func (m *maker) speciality(l *fixture.Ledger) {
	rare := fixture.Rare()
	if m.rare >= len(rare) {
		return
	}
	code := rare[m.rare]
	m.rare++
	l.Begin(code, fixture.General, 1_000_000+m.Int64N(499_000_000))
	if len(l.Items(fixture.Own)) > 0 {
		cents := 2_000_000 + m.Int64N(98_000_000)
		l.Earn(code, "事业收入", cents)
		l.Spend(code, "项目支出", cents)
	}
}

// sum has the units pay each other and adds them up, from below.
func (m *maker) sum(p *Paper) {
	if len(p.Units) == 0 {
		return
	}
	var flows []*Flow
	for range m.Options.Flows {
		flows = append(flows, m.pay(p))
	}
	for _, u := range p.Units {
		m.sum(u)
	}
	ledgers := []*fixture.Ledger{}
	for _, u := range p.Units {
		ledgers = append(ledgers, u.ledger)
	}
	p.ledger = fixture.SumOf(ledgers...)
	if m.Kept {
		return
	}
	p.Flows = flows
	for _, f := range flows {
		f.leaveOut(p.ledger)
	}
}

// After is the department a year later: every book opens with what it closed with. What
// the units paid each other is not told apart any more and counted twice.
func (d *Department) After(seed int64) *Department {
	m := &maker{Rand: rand.New(rand.NewPCG(uint64(seed), 15)), seed: seed, Options: d.Options, names: d.names}
	m.Options.Year++
	m.Options.Flows = 0
	out := &Department{Paper: m.after(d.Paper, nil), Seed: seed, Options: m.Options, names: d.names}
	m.sum(out.Paper)
	for i, p := range out.All() {
		m.print(p, i)
	}
	return out
}

func (m *maker) after(p, parent *Paper) *Paper {
	out := &Paper{Name: p.Name, Parent: parent}
	if len(p.Units) == 0 {
		m.seed++
		out.ledger = p.ledger.Next(m.seed)
	}
	for _, u := range p.Units {
		out.Units = append(out.Units, m.after(u, out))
	}
	return out
}

// All lists the books, each department before what is below it.
func (p *Paper) All() []*Paper {
	out := []*Paper{p}
	for _, u := range p.Units {
		out = append(out, u.All()...)
	}
	return out
}

// Leaves lists the units' own books.
func (p *Paper) Leaves() []*Paper {
	return slices.DeleteFunc(p.All(), func(u *Paper) bool { return len(u.Units) > 0 })
}

// office is the unit that handles a department's own money, a unit itself.
func (p *Paper) office() *Paper {
	if len(p.Units) == 0 {
		return p
	}
	return p.Units[0].office()
}

// Drawn is the workbook.
func (p *Paper) Drawn() *fixture.Workbook {
	if p.drawn == nil {
		p.drawn = fixture.MustRender(p.Book, p.Layout)
	}
	return p.drawn
}

// copy is the book in another hand: to be changed and drawn anew.
func (p *Paper) copy() *Paper {
	out := *p
	out.drawn, out.Book = nil, p.Book.Clone()
	return &out
}

// File is one of the files handed in.
type File struct {
	Name  string
	Paper *Paper
	Bytes []byte
}

// Files draws every book, the department's first.
func (p *Paper) Files() []File {
	var out []File
	for _, u := range p.All() {
		out = append(out, u.file())
	}
	return out
}

func (p *Paper) file() File { return File{Name: p.File, Paper: p, Bytes: p.Drawn().Bytes} }

// fileName is what a clerk calls the file: after the unit, or with a number before it.
func fileName(name string, i, style, year int) string {
	switch style {
	case 0:
		return fmt.Sprintf("%s.xlsx", name)
	case 1:
		return fmt.Sprintf("%02d %s.xlsx", i, name)
	case 2:
		return fmt.Sprintf("%s%d年度部门决算公开表.xlsx", name, year)
	}
	return fmt.Sprintf("决算公开%02d.xlsx", i)
}
