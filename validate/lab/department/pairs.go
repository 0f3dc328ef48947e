package department

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// RightPairs follow one another.
var RightPairs = []*PairKind{
	{"follows", Follows, func(*pairing) bool { return true }},
	{"follows-alike", Follows, alike},
	{"follows-in-yuan", Follows, inOneUnit("元")},
	{"follows-short", Follows, short},
	{"follows-noted", Follows, noted},
	{"follows-jumps", Follows, jumps},
}

// BrokenPairs do not, and should: by the money that does not, or by one cell.
var BrokenPairs = []*PairKind{
	{"own", Broken, opened(fixture.Own)},
	{"general", Broken, opened(fixture.General)},
	{"fund", Broken, opened(fixture.Fund)},
	{"state", Broken, opened(fixture.State)},
	{"items", Broken, betweenItems},
	{"sources", Broken, betweenSources},
	{"opening-cell", Broken, mistyped(false)},
	{"closing-cell", Broken, mistyped(true)},
}

// StatedPairs do not, and say why under the forms.
var StatedPairs = []*PairKind{
	{"stated-own", Stated, stated(opened(fixture.Own))},
	{"stated-general", Stated, stated(opened(fixture.General))},
	{"stated-fund", Stated, stated(opened(fixture.Fund))},
	{"stated-items", Stated, stated(betweenItems)},
}

// WrongPairs are no book and its predecessor.
var WrongPairs = []*PairKind{
	{"two-back", NotLast, notLast("two years back", func(m *pairing) *Paper {
		now := m.now.Next(m.seed + 4)
		m.this = m.paper(m.this.Name, now, m.year+1, false)
		return m.last
	})},
	{"same-year", NotLast, notLast("same year", func(m *pairing) *Paper { return m.paper(m.this.Name, m.now, m.year, false) })},
	{"later-year", NotLast, notLast("later year", func(m *pairing) *Paper {
		return m.paper(m.this.Name, m.now.Next(m.seed+4), m.year+1, false)
	})},
	{"other-department", NotLast, notLast("other department", func(m *pairing) *Paper {
		other := newNames(m.seed + 1)
		for i := int64(2); other.bureau == m.this.Name; i++ {
			other = newNames(m.seed + i)
		}
		return m.paper(other.bureau, fixture.NewLedger(m.seed+5, sizes[m.IntN(len(sizes))]), m.year-1, false)
	})},
}

// PairKinds is every kind.
var PairKinds = slices.Concat(RightPairs, BrokenPairs, StatedPairs, WrongPairs)

// alike prints both years alike.
func alike(m *pairing) bool {
	m.print()
	m.last.Layout = m.this.Layout
	m.last.Book = m.last.Yuan.InUnit(m.this.Book.Unit)
	return true
}

// inOneUnit prints this year in a unit and the last in the other.
func inOneUnit(unit string) func(*pairing) bool {
	return func(m *pairing) bool {
		m.print()
		m.this.Book, m.last.Book = m.this.Yuan.InUnit(unit), m.last.Yuan.InUnit(unit)
		m.last.Book = m.last.otherwise()
		return true
	}
}

// short has one year's F07 and F08 without balances, or both.
func short(m *pairing) bool {
	m.shorten = [][2]bool{{true, false}, {false, true}, {true, true}}[m.IntN(3)]
	return len(m.now.Items(fixture.Fund)) > 0
}

// noted speaks of an adjustment and there is none to be seen.
func noted(m *pairing) bool {
	m.print()
	m.this.Layout.Notes = map[string]string{fixture.F01: fmt.Sprintf(adjusted[m.IntN(len(adjusted))], "年初结转和结余")}
	return true
}

// adjusted are notes that an opening was adjusted.
var adjusted = []string{
	"注：%s经会计差错更正调整。",
	"注：本年%s与上年年末数不一致，系根据审计意见调整年初数所致。",
	"说明：因以前年度会计差错更正，调整本年%s。",
	"备注：%s含机构划转调整数。",
}

// stated breaks a pair and says so under each form where it shows.
func stated(breaks func(*pairing) bool) func(*pairing) bool {
	return func(m *pairing) bool {
		if !breaks(m) {
			return false
		}
		m.print()
		text := adjusted[m.IntN(len(adjusted))]
		m.this.Layout.Notes = map[string]string{}
		for _, b := range broken(m.this.Book, m.last.Book) {
			what := "年初结转和结余"
			if b.This.Form == fixture.F04 {
				what = "年初财政拨款结转和结余"
			}
			m.this.Layout.Notes[b.This.Form] = fmt.Sprintf(text, what)
		}
		return len(m.this.Layout.Notes) > 0
	}
}

// plain is an amount that no rounding hides, in 分.
func (m *pairing) plain() int64 { return 3_000_000 + m.Int64N(97_000_000) }

// opened has an item open with more than it closed with, or half of it. The book agrees
// with itself all the same.
func opened(source int) func(*pairing) bool {
	return func(m *pairing) bool {
		items := m.now.Items(source)
		if len(items) == 0 {
			return false
		}
		code := items[m.IntN(len(items))]
		by := m.plain()
		if was := m.now.Opening(code, source); was > 2_000_000 && m.IntN(2) == 0 {
			by = -was / 2
		}
		m.now.Open(code, source, by)
		return true
	}
}

// betweenItems has what one item of the funds closed with open another.
func betweenItems(m *pairing) bool {
	items := m.now.Items(fixture.Fund)
	if len(items) < 2 {
		return false
	}
	from := m.now.Opening(items[0], fixture.Fund)
	if from < 2_000_000 {
		return false
	}
	m.now.Open(items[0], fixture.Fund, -from)
	m.now.Open(items[len(items)-1], fixture.Fund, from)
	return true
}

// betweenSources has what the funds closed with open the general budget: together it is right.
func betweenSources(m *pairing) bool {
	funds, general := m.now.Items(fixture.Fund), m.now.Items(fixture.General)
	if len(funds) == 0 || m.now.Opening(funds[0], fixture.Fund) < 2_000_000 {
		return false
	}
	by := m.now.Opening(funds[0], fixture.Fund)
	m.now.Open(funds[0], fixture.Fund, -by)
	m.now.Open(general[0], fixture.General, by)
	return true
}

// mistyped puts a slip into one opening of this year, or one closing of the last.
func mistyped(inLast bool) func(*pairing) bool {
	return func(m *pairing) bool {
		m.print()
		all := Balances(m.this.Book, m.last.Book)
		b := all[m.IntN(len(all))]
		p, s := m.this, b.This
		if inLast {
			p, s = m.last, b.Last
		}
		at, ok := p.Drawn().At(s.Form, s.Row, s.Column)
		was := p.Book.Value(s.Form, s.Row, s.Column)
		if !ok || number(was).IsZero() {
			return false
		}
		is := slips[m.IntN(len(slips))].typed(p, at, m.Rand)
		switch is {
		case "":
			return false
		case blank:
			is = ""
		}
		wrong := p.copy()
		wrong.Book.Forms[s.Form].Row(s.Row).Values[s.Column] = is
		if inLast {
			m.last = wrong
		} else {
			m.this = wrong
		}
		m.out.Want.AddsUp, m.out.Want.Wrong = false, &Wrong{inLast, Change{s, was, is}}
		return inYuan(p.Book, is).Sub(inYuan(p.Book, was)).Abs().GreaterThan(decimal.New(500, 0)) &&
			len(broken(m.this.Book, m.last.Book)) == 1
	}
}

// notLast hands in a book that is not last year's.
func notLast(why string, other func(*pairing) *Paper) func(*pairing) bool {
	return func(m *pairing) bool {
		m.print()
		m.last = other(m)
		m.out.Want.Why = why
		return true
	}
}

// jumps has items grow, shrink, begin, vanish, and money come back.
func jumps(m *pairing) bool {
	items, own, free := m.now.Items(fixture.General), m.now.Items(fixture.Own), m.now.Unused(fixture.General)
	if len(items) < 5 || len(own) == 0 || len(free) < 2 {
		return false
	}
	m.Shuffle(len(items), func(i, k int) { items[i], items[k] = items[k], items[i] })
	m.now.Change(items[0], 131+m.Int64N(200))
	m.now.Change(items[1], 10+m.Int64N(59))
	m.now.Vanish(items[2])
	m.now.Begin(free[m.IntN(len(free))], fixture.General, m.plain())
	m.now.Refund(own[m.IntN(len(own))], 10_000+m.Int64N(1_000_000))
	return true
}
