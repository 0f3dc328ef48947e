package further

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/prose"
)

// level is an office of some level of government: its name and the figures it has.
type level struct {
	department string
	options    fixture.Options
	nothing    []string // of the three public expenses, those it has none of
}

// levels are the offices of the further texts.
var levels = map[string]level{
	"hunan":     {"示例县教育局", fixture.Options{Classes: 5, Items: 2, NoFund: true, NoState: true, NoOther: true, Year: 2023}, []string{prose.Travel, prose.Purchase}},
	"zhejiang":  {"示例市中级人民法院", fixture.Options{Classes: 4, Items: 2, NoFund: true, NoState: true, Sparse: true, Year: 2022}, nil},
	"jiangsu":   {"示例省示例大学", fixture.Options{Classes: 4, Items: 2, NoFund: true, NoState: true, Year: 2024, Times: 7}, []string{prose.Purchase}},
	"chongqing": {"示例区示例镇人民政府", fixture.Options{Classes: 6, Items: 2, NoOther: true, Year: 2023}, []string{prose.Travel}},
	"fujian":    {"示例市市政设施养护中心", fixture.Options{Classes: 3, Items: 2, NoState: true, Year: 2022}, []string{prose.Travel, prose.Purchase}},
	"hebei":     {"示例市住房和城乡建设局", fixture.Options{Classes: 5, Items: 2, Year: 2024}, nil},
}

// caseAt is a case of an office, with what further texts tell and no form has.
func caseAt(name string, seed int64, unit string) *prose.Case {
	l, old := levels[name]
	if !old {
		l, _ = officeOf(name)
	}
	exact := fixture.Generate(seed, l.options)
	exact.Department = l.department
	for _, s := range l.nothing {
		without(exact, s)
	}
	c := prose.NewCase(name, exact.InUnit(unit), exact, seed)
	bought(c)
	lastItems(c)
	grants(c)
	if !old {
		parents(c)
	}
	if _, ok := strangers[name]; ok {
		heads(c)
	}
	return c
}

// economic is where each public expense stands on F06.
var economic = map[string]string{prose.Travel: "30212", prose.Purchase: "31013"}

// without takes a public expense out of a book: F09 has none of it, and what F06 had of it is
// another item of the same class.
func without(b *fixture.Book, subject string) {
	for _, r := range b.Forms[fixture.F09].Rows {
		d := amountOf(r.Values[subject])
		for _, column := range []string{"合计", prose.Vehicles, subject} {
			if column != prose.Vehicles || subject == prose.Purchase {
				left := amountOf(r.Values[column]).Sub(d)
				r.Values[column] = ""
				if !left.IsZero() {
					r.Values[column] = left.StringFixed(2)
				}
			}
		}
	}
	f, code := b.Forms[fixture.F06], economic[subject]
	at := slices.IndexFunc(f.Rows, func(r *fixture.Row) bool { return r.Key == code })
	if at < 0 || amountOf(f.Rows[at].Values["金额"]).IsZero() {
		return
	}
	for i, r := range f.Rows {
		if i != at && len(r.Key) == 5 && strings.HasPrefix(r.Key, code[:3]) && r.Values["金额"] != "" {
			r.Values["金额"] = amountOf(r.Values["金额"]).Add(amountOf(f.Rows[at].Values["金额"])).StringFixed(2)
			f.Rows[at].Values["金额"] = ""
			return
		}
	}
	panic("further: nothing beside " + code)
}

func amountOf(s string) decimal.Decimal {
	if s == "" {
		return decimal.Zero
	}
	return decimal.RequireFromString(s)
}

// lastItems invents last year's figures of the items and classes of F05, which sum to the total's.
func lastItems(c *prose.Case) {
	items := c.Items(fixture.F05)
	rest, now := c.Prior[prose.General], c.Now(prose.General)
	for i, item := range items {
		share := c.Now(item).Mul(c.Prior[prose.General]).DivRound(now, 2).Mul(decimal.New(int64(70+(i*23)%60), -2)).Round(-2)
		switch {
		case i == len(items)-1:
			share = rest
		case i%5 == 3:
			share = c.Now(item)
		case i%5 == 4:
			share = decimal.Zero
		}
		share = decimal.Min(share, rest)
		c.Prior[item], rest = share, rest.Sub(share)
		c.Prior[item[:3]] = c.Prior[item[:3]].Add(share)
	}
}

// grants invents the year's budgets of what is granted and spent by fund, which add up too.
func grants(c *prose.Case) {
	b, part := c.Budgets, func(s string, percent int64) decimal.Decimal {
		return c.Now(s).Mul(decimal.New(percent, -2)).Round(-4)
	}
	b[prose.GeneralGrant], b[prose.FundGrant], b[prose.StateGrant] = part(prose.GeneralGrant, 93), part(prose.FundGrant, 108), part(prose.StateGrant, 97)
	b[prose.FiscalIncome] = b[prose.GeneralGrant].Add(b[prose.FundGrant]).Add(b[prose.StateGrant])
	b[prose.FundSpending], b[prose.StateSpent] = part(prose.FundSpending, 112), part(prose.StateSpent, 95)
	b[prose.Fiscal] = b[prose.General].Add(b[prose.FundSpending]).Add(b[prose.StateSpent])
	b[prose.Personnel], b[prose.Public] = part(prose.Personnel, 96), part(prose.Public, 110)
	b[prose.GeneralBasic] = b[prose.Personnel].Add(b[prose.Public])
	b[prose.Income], b[prose.Spending] = part(prose.Income, 94), part(prose.Spending, 91)
	b[prose.Meetings], b[prose.Training] = part(prose.Meetings, 120), part(prose.Training, 105)
}
