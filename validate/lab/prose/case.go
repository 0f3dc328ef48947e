package prose

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// Case is all that a text tells of: a year's forms and what no form has. Amounts are in 元.
type Case struct {
	Name  string
	Book  *fixture.Book // as published, each figure rounded to the unit of the text
	Exact *fixture.Book // the same in 元, unrounded
	Seed  int64

	Prior    map[string]decimal.Decimal // last year's figure by subject
	Budgets  map[string]decimal.Decimal // the year's budget by subject, an item's by its code
	Counts   map[string]int64
	Bought   map[string]decimal.Decimal // 政府采购 by subject
	Garage   []int64                    // vehicles by kind, as garage names them
	Projects []Evaluated
}

// Evaluated is a project of the self-evaluation.
type Evaluated struct {
	Name            string
	Initial         decimal.Decimal // 年初预算数
	Budget, Outcome decimal.Decimal // 全年预算数, 全年执行数
	Lost            int64           // points lost besides those for execution
}

// Execution is the points for 执行率, of 10: rounded down, as many texts do.
func (e Evaluated) Execution() int64 {
	return e.Outcome.Mul(decimal.NewFromInt(10)).Div(e.Budget).IntPart()
}

// Score is the points in all, of 100.
func (e Evaluated) Score() int64 { return 90 + e.Execution() - e.Lost }

// Grade is the score's grade.
func (e Evaluated) Grade() string {
	if e.Score() >= 90 {
		return "优"
	}
	return "良"
}

// The kinds of vehicles, in the order of most texts.
var garage = []string{"副部（省）级及以上领导用车", "主要领导干部用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车", "离退休干部用车", "其他用车"}

// The counts' subjects.
const (
	Groups     = "因公出国（境）团组"
	Travellers = "因公出国（境）人次"
	NewCars    = "购置公务用车"
	KeptCars   = "公务用车保有量"
	Receptions = "国内公务接待批次"
	Guests     = "国内公务接待人次"
	Equipment  = "单价100万元以上设备"
)

// Workbook is the forms as an .xlsx file.
func (c *Case) Workbook() []byte {
	return fixture.MustRender(c.Book, fixture.Layout{Figures: fixture.Numbers}).Bytes
}

// Now is a subject's figure of the year in 元: a form's, or that of a functional item by its code.
func (c *Case) Now(subject string) decimal.Decimal {
	if d, ok := c.Bought[subject]; ok {
		return d
	}
	if subject == Running {
		subject = Public
	}
	slot, ok := cells[subject]
	if !ok {
		slot = itemCell(subject)
	}
	return value(c.Exact, slot)
}

func itemCell(code string) fixture.Slot {
	return fixture.Slot{Form: fixture.F05, Row: code, Column: "小计"}
}

func value(b *fixture.Book, s fixture.Slot) decimal.Decimal {
	if v := b.Value(s.Form, s.Row, s.Column); v != "" {
		return decimal.RequireFromString(v)
	}
	return decimal.Zero
}

// Last is a subject's figure of last year, in 元.
func (c *Case) Last(subject string) decimal.Decimal { return c.Prior[subject] }

// Items lists the codes of a form's items (项) with spending, in order; Classes its 类.
func (c *Case) Items(form string) []string { return c.codes(form, 7) }

// Classes lists the codes of a form's classes with spending.
func (c *Case) Classes(form string) []string { return c.codes(form, 3) }

func (c *Case) codes(form string, length int) []string {
	var out []string
	for _, r := range c.Book.Forms[form].Rows {
		if len(r.Key) == length && r.Key[0] >= '0' && r.Key[0] <= '9' && r.Values["小计"] != "" {
			out = append(out, r.Key)
		}
	}
	return out
}

// NameOf is a code's name on a form.
func (c *Case) NameOf(form, code string) string {
	if r := c.Book.Forms[form].Row(code); r != nil {
		return r.Name
	}
	return ""
}

// Economic lists the names of the items of F06 with a figure, of personnel or of public funds.
func (c *Case) Economic(personnel bool) []string {
	var out []string
	for _, r := range c.Book.Forms[fixture.F06].Rows {
		if len(r.Key) != 5 || r.Values["金额"] == "" {
			continue
		}
		if (strings.HasPrefix(r.Key, "301") || strings.HasPrefix(r.Key, "303")) == personnel {
			out = append(out, strings.NewReplacer("(", "（", ")", "）").Replace(r.Name))
		}
	}
	return out
}

// Cases makes the cases that the texts are written of: two published ones, two clean books
// of testdata and generated ones, with every kind of money in some.
func Cases() []*Case {
	var out []*Case
	for _, name := range []string{"lanshan-2023", "putuo-finance-2024"} {
		b, err := fixture.ReadFigures(filepath.Join(fixture.Testdata(), "figures", name+".tsv"))
		if err != nil {
			panic(err)
		}
		out = append(out, NewCase(name, b, b.Exactly("元"), 1))
	}
	for _, name := range []string{"clean-wan", "clean-yuan"} {
		b, err := fixture.LoadBook(name)
		if err != nil {
			panic(err)
		}
		out = append(out, NewCase(name, b, b.Exactly("元"), 2))
	}
	for seed := int64(11); seed < 15; seed++ {
		out = append(out, RandomCase(seed))
	}
	small := fixture.Generate(21, fixture.Options{Classes: 4, Items: 2, Sparse: true, NoFund: true, NoState: true, Year: 2024})
	return append(out, NewCase("small-21", small.InUnit("万元"), small, 21))
}

// RandomCase generates a case with most kinds of money, in 万元.
func RandomCase(seed int64) *Case {
	b := fixture.Generate(seed, fixture.Options{Classes: 4, Items: 2, NoFund: seed%6 == 0, NoState: seed%6 == 1, NoOther: seed%6 == 2, Sparse: seed%6 == 5, Year: 2022 + int(seed%3)})
	return NewCase(fmt.Sprintf("random-%d", seed), b.InUnit("万元"), b, seed)
}

// LargeCase generates a case whose text has some fifty pages with its forms.
func LargeCase() *Case {
	b := fixture.Generate(1, fixture.Options{Classes: 30, Sections: 30, Items: 30})
	return NewCase("large", b.InUnit("万元"), b, 1)
}

// NewCase invents what no form has: last year, the budgets, the counts. The same seed
// invents the same.
func NewCase(name string, book, exact *fixture.Book, seed int64) *Case {
	c := &Case{Name: name, Book: book, Exact: exact, Seed: seed}
	v := inventor{c, rand.New(rand.NewPCG(uint64(seed), 20240820))}
	v.budgets()
	v.prior()
	v.counts()
	v.purchases()
	v.projects()
	return c
}

type inventor struct {
	*Case
	*rand.Rand
}

// cent is what every invented amount is a whole number of: 0.01 万元, in 元.
var cent = decimal.NewFromInt(100)

// about is an amount of the size of another, from low to high percent of it.
func (v inventor) about(d decimal.Decimal, low, high int64) decimal.Decimal {
	by := decimal.New(low*100+v.Int64N((high-low)*100), -4)
	return d.Mul(by).Div(cent).Round(0).Mul(cent)
}

// near is about an amount, and now and then the same or nothing.
func (v inventor) near(d decimal.Decimal, same, none int) decimal.Decimal {
	switch n := v.IntN(100); {
	case n < same:
		return d
	case n < same+none:
		return decimal.Zero
	}
	return v.about(d, 72, 135)
}

func (v inventor) budgets() {
	v.Budgets = map[string]decimal.Decimal{}
	for _, form := range []string{fixture.F05} {
		sum := decimal.Zero
		for i, code := range v.Items(form) {
			now := v.Now(code)
			b := v.near(now, 12, 12)
			switch {
			case i == 0, b.IsZero() && now.GreaterThan(decimal.NewFromInt(3_000_000)):
				b = v.about(now, 80, 125)
			case b.GreaterThan(decimal.NewFromInt(500_000)) && v.IntN(3) == 0:
				b = b.Round(-4) // whole 万元, as first budgets often are
			}
			v.Budgets[code] = b
			sum = sum.Add(b)
		}
		v.Budgets[General] = sum
	}
	for _, s := range []string{ThreePublic, Travel, Vehicles, Purchase, Operation, Reception} {
		v.Budgets[s] = value(v.Exact, fixture.Slot{Form: fixture.F09, Row: "预算数", Column: cells[s].Column})
	}
	v.Budgets[Running] = v.about(v.Now(Running), 102, 125)
}

// prior invents last year so that its own sums hold: what was spent by kind is what was
// spent by source, it closed with what this year opened with, and its income is no more
// than its total.
func (v inventor) prior() {
	p := map[string]decimal.Decimal{}
	v.Prior = p
	sources := []struct{ spent, grant, opening string }{
		{General, GeneralGrant, "年初一般公共预算财政拨款"}, {FundSpending, FundGrant, "年初政府性基金预算财政拨款"}, {StateSpent, StateGrant, "年初国有资本经营预算财政拨款"},
	}
	opening := decimal.Zero // of this year, which last year closed with
	for _, s := range sources {
		closed := value(v.Exact, fixture.Slot{Form: fixture.F04, Row: s.opening, Column: "金额"})
		opening = opening.Add(closed)
		p[s.spent] = v.about(v.Now(s.spent), 75, 125)
		p[s.grant] = p[s.spent].Add(v.about(closed, 10, 60))
	}
	p[Fiscal] = p[General].Add(p[FundSpending]).Add(p[StateSpent])
	p[FiscalTotal] = p[Fiscal].Add(opening)
	p[FiscalIncome] = sum(p, []string{GeneralGrant, FundGrant, StateGrant})
	for _, s := range append(slices.Clone(ownIncomes), ownSpendings...) {
		p[s] = v.near(v.Now(s), 25, 10)
	}
	own := decimal.Max(v.about(v.Now(Spending).Sub(v.Now(Fiscal)), 80, 120), sum(p, ownIncomes))
	p[Income] = p[FiscalIncome].Add(sum(p, ownIncomes))
	p[Spending] = p[Fiscal].Add(own)
	p[GrandTotal] = p[Spending].Add(v.Now(Opening))
	for p[Basic] = v.about(v.Now(Basic), 85, 110); ; p[Basic] = v.about(p[Basic], 70, 99) {
		if p[Project] = p[Spending].Sub(sum(p, ownSpendings)).Sub(p[Basic]); p[Project].IsPositive() {
			break
		}
	}
	// What the general budget paid of it: all, where no other money did.
	p[GeneralBasic] = p[Basic]
	if v.Now(Basic).GreaterThan(v.Now(GeneralBasic)) {
		p[GeneralBasic] = decimal.Min(p[Basic], v.about(v.Now(GeneralBasic), 85, 108))
	}
	staff := v.Now(Personnel).DivRound(v.Now(Personnel).Add(v.Now(Public)), 6)
	p[Personnel] = v.about(p[GeneralBasic].Mul(staff), 96, 104)
	p[Public] = p[GeneralBasic].Sub(p[Personnel])
	p[Running] = p[Public]
	p[FundIncome], p[StateIncome] = p[FundGrant], p[StateGrant]
	for _, s := range []string{Travel, Purchase, Operation, Reception, Meetings, Training} {
		p[s] = v.near(v.Now(s), 20, 10)
	}
	if v.Now(Reception).IsZero() {
		p[Reception] = v.about(v.Budgets[Reception], 20, 80)
	}
	p[Vehicles] = p[Purchase].Add(p[Operation])
	p[ThreePublic] = sum(p, []string{Travel, Vehicles, Reception})
}

func sum(of map[string]decimal.Decimal, subjects []string) decimal.Decimal {
	out := decimal.Zero
	for _, s := range subjects {
		out = out.Add(of[s])
	}
	return out
}

func (v inventor) counts() {
	n := func(subject string, from, to int64) int64 {
		if v.Now(subject).IsZero() {
			return 0
		}
		return from + v.Int64N(to-from+1)
	}
	v.Counts = map[string]int64{Groups: n(Travel, 1, 3), NewCars: n(Purchase, 1, 2), KeptCars: n(Operation, 4, 12), Receptions: n(Reception, 18, 60), Equipment: v.Int64N(4)}
	v.Counts[Travellers] = v.Counts[Groups] * (1 + v.Int64N(4))
	v.Counts[Guests] = v.Counts[Receptions] * (7 + v.Int64N(9))
	v.Garage = make([]int64, len(garage))
	rest := v.Counts[KeptCars]
	for _, kind := range []int{2, 3, 4} {
		v.Garage[kind] = v.Int64N(rest + 1)
		rest -= v.Garage[kind]
	}
	v.Garage[7] = rest
}

func (v inventor) purchases() {
	goods, works, services := v.about(decimal.NewFromInt(500_000), 60, 240), v.about(decimal.NewFromInt(760_000), 60, 240), v.about(decimal.NewFromInt(1_370_000), 60, 240)
	total := goods.Add(works).Add(services)
	sme := v.near(total, 40, 0)
	sme = decimal.Min(sme, total)
	v.Bought = map[string]decimal.Decimal{Goods: goods, Works: works, Services: services, Procurement: total, ToSME: sme, ToMicro: v.about(sme, 40, 98)}
}

var projectNames = []string{"政务热线运行维护", "机关网络与机房维护", "重点工作督查", "档案数字化", "基层单位能力提升", "老旧设施改造"}

func (v inventor) projects() {
	names := slices.Clone(projectNames)
	v.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	for i := range 3 + v.IntN(2) {
		budget := decimal.NewFromInt(10_000 * (40 + v.Int64N(260)))
		outcome := v.about(budget, 55, 100)
		if i == 1 {
			outcome = budget
		}
		e := Evaluated{Name: names[i], Initial: budget, Budget: budget, Outcome: outcome, Lost: v.Int64N(5)}
		if v.IntN(4) == 0 {
			e.Lost = 7 + v.Int64N(3)
		}
		v.Projects = append(v.Projects, e)
	}
}
