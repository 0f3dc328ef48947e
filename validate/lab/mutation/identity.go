package mutation

import (
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// identity is one thing that must hold: the plus figures less the minus ones
// are nothing, or with atMost, no more than nothing.
type identity struct {
	name        string
	plus, minus []Slot
	atMost      bool
}

// difference is plus less minus, with the largest that rounding explains.
func (f *figures) difference(i *identity) (difference, bound decimal.Decimal) {
	n := 0
	for side, slots := range [][]Slot{i.plus, i.minus} {
		for _, s := range slots {
			if f.counts(s) {
				n++
			}
			if side == 0 {
				difference = difference.Add(f.value(s))
			} else {
				difference = difference.Sub(f.value(s))
			}
		}
	}
	if f.rounded {
		bound = half.Mul(decimal.NewFromInt(int64(n)))
	}
	return difference, bound
}

func (f *figures) holds(i *identity) bool {
	d, bound := f.difference(i)
	if !i.atMost {
		d = d.Abs()
	}
	return d.LessThanOrEqual(bound)
}

// broken is the identities that rounding cannot save.
func (f *figures) broken(all []identity) []*identity {
	var out []*identity
	for k := range all {
		if !f.holds(&all[k]) {
			out = append(out, &all[k])
		}
	}
	return out
}

// deriver writes down what must hold of some figures.
type deriver struct {
	*figures
	out []identity
}

// identities is everything that must hold, with the conditions ("equal where
// the grand totals are equal") as these figures meet them. The over-run of a
// budget is not among them: it calls for a word, not for a correction.
func identities(f *figures) []identity {
	d := &deriver{figures: f, out: make([]identity, 0, 1024)}
	d.totals()
	for _, form := range []string{fixture.F02, fixture.F03, fixture.F05, fixture.F07, fixture.F08} {
		d.codes(form)
	}
	d.fiscal()
	d.economic()
	d.public()
	d.totalsAgainstForms()
	d.fiscalAgainstForms()
	d.codeByCode()
	return d.out
}

func (d *deriver) equal(name string, plus, minus []Slot) {
	if len(plus)+len(minus) > 1 {
		d.out = append(d.out, identity{name: name, plus: plus, minus: minus})
	}
}

func (d *deriver) atMost(name string, small, large []Slot) {
	if len(small) > 0 {
		d.out = append(d.out, identity{name: name, plus: small, minus: large, atMost: true})
	}
}

// at is the cells of a column in rows; what the form does not print is left
// out, or for a code, the codes below it stand in.
func (d *deriver) at(form, column string, rows ...string) []Slot {
	out := make([]Slot, 0, len(rows))
	for _, row := range rows {
		if s := (Slot{Form: form, Row: row, Column: column}); d.stands[s] {
			out = append(out, s)
		} else if isCode(row) && d.shape.columns[form][column] && !d.prints(form, row) {
			if below := d.shape.below(form, row); len(below) > 0 {
				out = append(out, d.at(form, column, below...)...)
			}
		}
	}
	return out
}

func (d *deriver) prints(form, code string) bool {
	_, ok := d.shape.within[form][code]
	return ok
}

func (d *deriver) has(form, column string) bool { return d.shape.columns[form][column] }

// kids is the codes next below a code on a form.
func (d *deriver) kids(form, code string) []string { return d.shape.kids[form][code] }

// across is the cells of a row in columns.
func (d *deriver) across(form, row string, columns ...string) []Slot {
	var out []Slot
	for _, c := range columns {
		out = append(out, d.at(form, c, row)...)
	}
	return out
}

const (
	money  = "金额"
	total  = fixture.Total
	spent  = "本年支出合计"
	earned = "本年收入合计"
)

var (
	ownIncome = []string{"上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"}
	fundNames = []string{"一般公共预算", "政府性基金预算", "国有资本经营预算"}
	fundForms = []string{fixture.F05, fixture.F07, fixture.F08}
	rowParts  = map[string][]string{
		fixture.F02: append([]string{"财政拨款收入"}, ownIncome...),
		fixture.F03: {"基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"},
		fixture.F05: {"基本支出", "项目支出"}, fixture.F07: {"基本支出", "项目支出"}, fixture.F08: {"基本支出", "项目支出"},
	}
	rowTotal = map[string]string{fixture.F02: earned, fixture.F03: spent, fixture.F05: "小计", fixture.F07: "小计", fixture.F08: "小计"}
)

// each names the funds' lines: 一般公共预算财政拨款…
func each(prefix, suffix string) []string {
	var out []string
	for _, f := range fundNames {
		out = append(out, prefix+f+"财政拨款"+suffix)
	}
	return out
}

// totals is F01 on its own.
func (d *deriver) totals() {
	const f = fixture.F01
	d.equal("F01 income", d.at(f, money, earned), d.at(f, money, append(each("", "收入"), ownIncome...)...))
	d.equal("F01 expenditure", d.at(f, money, spent), d.at(f, money, d.kids(f, "")...))
	d.equal("F01 all income", d.at(f, money, "收入总计"), d.at(f, money, earned, "使用非财政拨款结余", "年初结转和结余"))
	d.equal("F01 all expenditure", d.at(f, money, "支出总计"), d.at(f, money, spent, "结余分配", "年末结转和结余"))
	d.equal("F01 balance", d.at(f, money, "收入总计"), d.at(f, money, "支出总计"))
}

// codes is a form keyed by functional code on its own.
func (d *deriver) codes(form string) {
	for _, row := range d.shape.rows[form] {
		d.equal(form+" "+row+" across", d.at(form, rowTotal[form], row), d.across(form, row, rowParts[form]...))
		if d.has(form, "年末结转和结余") {
			d.equal(form+" "+row+" balance", d.across(form, row, "年初结转和结余", "本年收入"), d.across(form, row, "小计", "年末结转和结余"))
		}
		key := row
		if row == total {
			key = ""
		}
		if kids := d.kids(form, key); len(kids) > 0 {
			for column := range d.shape.columns[form] {
				d.equal(form+" "+row+" down "+column, d.at(form, column, row), d.at(form, column, kids...))
			}
		}
	}
}

// fiscal is F04 on its own.
func (d *deriver) fiscal() {
	const f, opening, closing = fixture.F04, "年初财政拨款结转和结余", "年末财政拨款结转和结余"
	d.equal("F04 income", d.at(f, money, earned), d.at(f, money, each("", "")...))
	d.equal("F04 opening", d.at(f, money, opening), d.at(f, money, each("年初", "")...))
	d.equal("F04 all income", d.at(f, money, "收入总计"), d.at(f, money, earned, opening))
	d.equal("F04 balance", d.at(f, money, "收入总计"), d.at(f, total, "支出总计"))
	for _, row := range d.shape.rows[f] {
		if d.stands[Slot{Form: f, Row: row, Column: total}] {
			d.equal("F04 "+row+" across", d.at(f, total, row), d.across(f, row, fundNames...))
		}
	}
	for _, column := range append([]string{total}, fundNames...) {
		d.equal("F04 expenditure "+column, d.at(f, column, spent), d.at(f, column, d.kids(f, "")...))
		d.equal("F04 all expenditure "+column, d.at(f, column, "支出总计"), d.at(f, column, spent, closing))
		if column != total {
			d.equal("F04 balance "+column, d.at(f, money, column+"财政拨款", "年初"+column+"财政拨款"), d.at(f, column, spent, closing))
		}
	}
}

// economic is F06, with the basic expenditure of F05.
func (d *deriver) economic() {
	const f, staff, office = fixture.F06, "人员经费合计", "公用经费合计"
	var people, use []string
	for _, class := range d.kids(f, "") {
		if kids := d.kids(f, class); len(kids) > 0 {
			d.equal("F06 "+class+" down", d.at(f, money, class), d.at(f, money, kids...))
		}
		if strings.HasPrefix(class, "301") || strings.HasPrefix(class, "303") {
			people = append(people, class)
		} else {
			use = append(use, class)
		}
	}
	d.equal("F06 personnel", d.at(f, money, staff), d.at(f, money, people...))
	d.equal("F06 public use", d.at(f, money, office), d.at(f, money, use...))
	d.equal("F05-F06", d.at(fixture.F05, "基本支出", total), d.at(f, money, staff, office))
}
