package department

import (
	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// Flow is a payment from one unit to another of the same department. Both show it;
// the department, added up, has paid nobody and got nothing.
type Flow struct {
	Payer, Payee  *Paper
	Spent, Earned fixture.Slot // of the items: on the payer's F03 and the payee's F02
	Cents         int64
}

// Amount is the payment in 元.
func (f *Flow) Amount() string { return decimal.New(f.Cents, -2).StringFixed(2) }

// ways of paying: by the columns where payer and payee show it.
var ways = []struct {
	spent, earned string
	down          bool // from the department's own office to a unit
}{
	{"对附属单位补助支出", "上级补助收入", true},
	{"上缴上级支出", "附属单位上缴收入", false},
}

// pay has one unit of a department pay another: the first the others, or they it.
func (m *maker) pay(p *Paper) *Flow {
	way := ways[m.IntN(len(ways))]
	office, other := p.Units[0], p.Units[1+m.IntN(len(p.Units)-1)]
	f := &Flow{Payer: office, Payee: other, Cents: 1_000_000 + m.Int64N(99_000_000)}
	if !way.down {
		f.Payer, f.Payee = other, office
	}
	code := m.item(f.Payer)
	f.Spent = fixture.Slot{Form: fixture.F03, Row: code, Column: way.spent}
	if m.IntN(3) == 0 { // the payee has it under an item of its own
		code = m.item(f.Payee)
	}
	f.Earned = fixture.Slot{Form: fixture.F02, Row: code, Column: way.earned}
	f.Payer.office().ledger.Spend(f.Spent.Row, way.spent, f.Cents)
	f.Payer.office().ledger.Earn(f.Spent.Row, "其他收入", f.Cents)
	f.Payee.office().ledger.Earn(code, way.earned, f.Cents)
	f.Payee.office().ledger.Spend(code, "项目支出", f.Cents)
	return f
}

func (m *maker) item(p *Paper) string {
	items := p.office().ledger.Items(fixture.General)
	return items[m.IntN(len(items))]
}

// leaveOut takes the payment out of a sum.
func (f *Flow) leaveOut(l *fixture.Ledger) {
	l.Spend(f.Spent.Row, f.Spent.Column, -f.Cents)
	l.Earn(f.Earned.Row, f.Earned.Column, -f.Cents)
}
