package department

import (
	"slices"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// reprint is the book of other money, printed as before.
func (p *Paper) reprint(l *fixture.Ledger) *Paper {
	out := *p
	out.drawn, out.ledger = nil, l
	out.Yuan = l.Book(p.Name, p.Yuan.Year)
	for _, form := range []string{fixture.F07, fixture.F08} {
		if !slices.Contains(p.Yuan.Forms[form].Columns, balances[0]) {
			without(out.Yuan, form)
		}
	}
	out.Book = out.Yuan.InUnit(p.Book.Unit)
	return &out
}

// changes lists the figures in which a book differs from another, in their unit.
func changes(was, is *fixture.Book) []Change {
	var out []Change
	for _, s := range slots([]*fixture.Book{was, is}) {
		a, b := was.Value(s.Form, s.Row, s.Column), is.Value(s.Form, s.Row, s.Column)
		if a != b {
			out = append(out, Change{s, a, b})
		}
	}
	return out
}

var incomeColumns = []string{"上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"}

// incomeChain mistypes an item's income and carries over as much more or less.
func incomeChain(p *planter) *Planted {
	return p.chain(fixture.F02, pick(p, incomeColumns), (*fixture.Ledger).Earn, 1)
}

// expenditureChain mistypes what an item spent on projects, and what is carried over
// makes up for it.
func expenditureChain(p *planter) *Planted {
	return p.chain(fixture.F03, "项目支出", (*fixture.Ledger).Spend, -1)
}

func (p *planter) chain(form, column string, book func(*fixture.Ledger, string, string, int64), keeps int64) *Planted {
	u := p.leaf()
	items := u.ledger.Items(fixture.Own)
	if p.IntN(2) == 0 { // half of the time, an item of its own
		items = slices.DeleteFunc(items, func(code string) bool { return !u.alone(fixture.Slot{Form: form, Row: code}) })
	}
	if len(items) == 0 {
		return nil
	}
	code := pick(p, items)
	s := fixture.Slot{Form: form, Row: code, Column: column}
	at, ok := u.Drawn().At(form, code, column)
	if !ok || u.Book.Value(form, code, column) == "" || !u.rolls(s) {
		return nil
	}
	kind := pick(p, slips[:5])
	typed := kind.typed(u, at, p.Rand)
	if typed == "" {
		return nil
	}
	was := u.Book.Value(form, code, column)
	by := inYuan(u.Book, typed).Sub(inYuan(u.Book, was))
	if !u.matters(by) {
		return nil
	}
	l, cents := u.ledger.Clone(), by.Shift(2).IntPart()
	book(l, code, column, cents)
	l.Keep(code, keeps*cents)
	wrong := u.reprint(l)
	if !sound(wrong.Yuan, code) {
		return nil
	}
	all := changes(u.Book, wrong.Book)
	return &Planted{Files: p.with(u, wrong), Want: Want{Paper: u, File: u.File, Slot: s, Was: was, Is: wrong.Book.Value(form, code, column),
		AddsUp: true, Alone: u.alone(s), Rivals: u.rivals(s, by), Changes: all}}
}

// sound says that a book carries over no less than nothing, and pays no less than the
// fiscal forms say.
func sound(b *fixture.Book, code string) bool {
	at := func(form, row, column string) decimal.Decimal {
		return amount(b, fixture.Slot{Form: form, Row: row, Column: column})
	}
	fiscal := at(fixture.F05, code, "项目支出").Add(at(fixture.F07, code, "项目支出")).Add(at(fixture.F08, code, "项目支出"))
	return at(fixture.F01, "年末结转和结余", "金额").GreaterThanOrEqual(at(fixture.F04, "年末财政拨款结转和结余", "合计")) &&
		at(fixture.F03, code, "项目支出").GreaterThanOrEqual(fiscal)
}

// alone says that no other unit of the department has the row.
func (p *Paper) alone(s fixture.Slot) bool {
	return !slices.ContainsFunc(p.Parent.Units, func(u *Paper) bool {
		return u != p && u.Yuan.Forms[s.Form].Row(s.Row) != nil
	})
}
