package department

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// Verdict is what should be said of a book and the one handed in as last year's.
type Verdict string

// The verdicts on a pair.
const (
	Follows Verdict = "follows"  // every opening is a closing, but for rounding
	Broken  Verdict = "broken"   // some opening is not: an error
	Stated  Verdict = "stated"   // likewise, and the book says that it was adjusted: a warning
	NotLast Verdict = "not-last" // it is not last year's book of this department: nothing to compare
)

// Pair is a book and what is handed in as the one of the year before.
type Pair struct {
	Kind       *PairKind
	This, Last *Paper
	Want       PairWant
}

// PairWant is what a checker should say of a pair.
type PairWant struct {
	Verdict Verdict
	Broken  []Balance // the openings that are no closings
	// AddsUp: both books agree with themselves. Otherwise one cell is wrong, that of
	// Wrong, in this book or the last.
	AddsUp bool
	Wrong  *Wrong
	Why    string // of NotLast: "two years back", "same year", "later year", "other department"
	Jumps  []Jump // between the two years, with what is meant to jump among them
}

// Wrong is a figure mistyped in one of the two books, in its unit.
type Wrong struct {
	InLast bool
	Change
}

// Balance is an opening and the closing that it should be, each in its book's unit; "" is a blank.
type Balance struct {
	This, Last       fixture.Slot
	Opening, Closing string
}

var fundNames = []string{"一般公共预算", "政府性基金预算", "国有资本经营预算"}

// Balances pairs the openings of a book with the closings of another, as far as both
// print them.
func Balances(this, last *fixture.Book) []Balance {
	var out []Balance
	pair := func(a, b fixture.Slot) {
		out = append(out, Balance{a, b, this.Value(a.Form, a.Row, a.Column), last.Value(b.Form, b.Row, b.Column)})
	}
	pair(fixture.Slot{Form: fixture.F01, Row: "年初结转和结余", Column: "金额"}, fixture.Slot{Form: fixture.F01, Row: "年末结转和结余", Column: "金额"})
	const closing = "年末财政拨款结转和结余"
	pair(fixture.Slot{Form: fixture.F04, Row: "年初财政拨款结转和结余", Column: "金额"}, fixture.Slot{Form: fixture.F04, Row: closing, Column: "合计"})
	for _, name := range fundNames {
		pair(fixture.Slot{Form: fixture.F04, Row: "年初" + name + "财政拨款", Column: "金额"}, fixture.Slot{Form: fixture.F04, Row: closing, Column: name})
	}
	for _, form := range []string{fixture.F07, fixture.F08} {
		if !has(this, fixture.Slot{Form: form, Column: balances[0]}) || !has(last, fixture.Slot{Form: form, Column: balances[2]}) {
			continue
		}
		seen := map[string]bool{}
		for _, b := range []*fixture.Book{last, this} {
			for _, r := range b.Forms[form].Rows {
				if !seen[r.Key] {
					seen[r.Key] = true
					pair(fixture.Slot{Form: form, Row: r.Key, Column: balances[0]}, fixture.Slot{Form: form, Row: r.Key, Column: balances[2]})
				}
			}
		}
	}
	return out
}

// broken lists the openings of a book that are not the closings of another, whatever
// rounding did.
func broken(this, last *fixture.Book) []Balance {
	bound := decimal.Zero
	for _, b := range []*fixture.Book{this, last} {
		if b.Unit == "万元" {
			bound = bound.Add(decimal.New(50, 0))
		}
	}
	return slices.DeleteFunc(Balances(this, last), func(b Balance) bool {
		return !inYuan(this, b.Opening).Sub(inYuan(last, b.Closing)).Abs().GreaterThan(bound)
	})
}

// PairKind is one way that two years go together or do not.
type PairKind struct {
	ID      string
	Verdict Verdict
	make    func(m *pairing) bool // false when the money does not allow it
}

// pairing is a pair in the making. What is done to the money is done before printing.
type pairing struct {
	*rand.Rand
	seed       int64
	before     *fixture.Ledger // of last year
	now        *fixture.Ledger
	year       int
	this, last *Paper
	shorten    [2]bool // F07 and F08 without balances: this year, last year
	out        *Pair
}

// NewPair makes a pair of the kind up, nil when there is no room for it.
func NewPair(k *PairKind, seed int64) *Pair {
	h := fnv.New64a()
	h.Write([]byte(k.ID))
	g := rand.New(rand.NewPCG(uint64(seed), h.Sum64()))
	for range attempts {
		m := &pairing{Rand: g, seed: g.Int64N(1 << 40), year: 2021 + g.IntN(4), out: &Pair{Kind: k}}
		m.out.Want = PairWant{Verdict: k.Verdict, AddsUp: true}
		m.before = fixture.NewLedger(m.seed, sizes[g.IntN(len(sizes))])
		if g.IntN(4) == 0 { // a department
			m.before = fixture.SumOf(m.before, fixture.NewLedger(m.seed+1, sizes[0]), fixture.NewLedger(m.seed+2, sizes[1]))
		}
		m.now = m.before.Next(m.seed + 3)
		if k.make(m) {
			return m.finish()
		}
	}
	return nil
}

// Pairs makes so many pairs of each kind.
func Pairs(kinds []*PairKind, seed int64, each int) []*Pair {
	var out []*Pair
	for _, k := range kinds {
		for i := range each {
			if p := NewPair(k, seed+int64(i)); p != nil {
				out = append(out, p)
			}
		}
	}
	return out
}

// print prints both books, when the money is settled.
func (m *pairing) print() {
	if m.this != nil {
		return
	}
	name := newNames(m.seed).bureau
	m.this, m.last = m.paper(name, m.now, m.year, m.shorten[0]), m.paper(name, m.before, m.year-1, m.shorten[1])
}

func (m *pairing) paper(name string, l *fixture.Ledger, year int, short bool) *Paper {
	p := &Paper{Name: name, ledger: l, Yuan: l.Book(name, year), Layout: layout(m.Int64())}
	if short {
		without(p.Yuan, fixture.F07)
		without(p.Yuan, fixture.F08)
	}
	p.Book = p.Yuan.InUnit([]string{"元", "万元"}[m.IntN(2)])
	p.File = fmt.Sprintf("%s%d.xlsx", name, year)
	return p
}

func (m *pairing) finish() *Pair {
	m.print()
	p := m.out
	p.This, p.Last = m.this, m.last
	if p.Want.Verdict != NotLast {
		p.Want.Broken = broken(p.This.Book, p.Last.Book)
		p.Want.Jumps = Jumps(p.This.Yuan, p.Last.Yuan)
	}
	return p
}

// Files draws both books, this year's first.
func (p *Pair) Files() []File { return []File{p.This.file(), p.Last.file()} }
