package mutation

import (
	"slices"

	"suanqing/validate/lab/fixture"
)

// public is F09, with the economic codes and the fiscal total that bound it.
func (d *deriver) public() {
	const f, travel, vehicles, purchase, operation, reception = fixture.F09, "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费"
	for _, row := range []string{"预算数", "决算数"} {
		d.equal("F09 "+row, d.at(f, total, row), d.across(f, row, travel, vehicles, reception))
		d.equal("F09 vehicles "+row, d.at(f, vehicles, row), d.across(f, row, purchase, operation))
	}
	for _, c := range [][2]string{{"30212", travel}, {"30217", reception}, {"30231", operation}, {"31013", purchase}} {
		d.atMost("F06-F09 "+c[0], d.at(fixture.F06, money, c[0]), d.at(f, c[1], "决算数"))
	}
	d.atMost("F09-F04", d.at(f, total, "决算数"), d.at(fixture.F04, total, spent))
}

// codesOf is the codes of a length, or of any when 0, that one of the forms prints.
func (d *deriver) codesOf(length int, forms ...string) []string {
	var out []string
	for _, f := range forms {
		for _, k := range d.shape.rows[f] {
			if isCode(k) && (length == 0 || len(k) == length) {
				out = append(out, k)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// totalsAgainstForms is F01 against F02, F03 and F04.
func (d *deriver) totalsAgainstForms() {
	const f01, f02, f03, f04 = fixture.F01, fixture.F02, fixture.F03, fixture.F04
	d.equal("F01-F02", d.at(f01, money, earned), d.at(f02, earned, total))
	d.equal("F01-F02 fiscal", d.at(f01, money, each("", "收入")...), d.at(f02, "财政拨款收入", total))
	for _, kind := range ownIncome {
		d.equal("F01-F02 "+kind, d.at(f01, money, kind), d.at(f02, kind, total))
	}
	d.equal("F01-F03", d.at(f01, money, spent), d.at(f03, spent, total))
	for _, class := range d.codesOf(3, f01, f03) {
		d.equal("F01-F03 "+class, d.at(f01, money, class), d.at(f03, spent, class))
	}
	for _, fund := range each("", "") {
		d.equal("F01-F04 "+fund, d.at(f01, money, fund+"收入"), d.at(f04, money, fund))
	}
	same := d.agree(d.at(f04, total, spent), d.at(f01, money, spent))
	for _, class := range d.codesOf(3, f01, f04) {
		d.part("F01-F04 "+class, same, d.at(f04, total, class), d.at(f01, money, class))
	}
	d.atMost("F01-F04 opening", d.at(f04, money, "年初财政拨款结转和结余"), d.at(f01, money, "年初结转和结余"))
	d.atMost("F01-F04 closing", d.at(f04, total, "年末财政拨款结转和结余"), d.at(f01, money, "年末结转和结余"))
}

// agree says that two sums are the same as printed.
func (d *deriver) agree(left, right []Slot) bool {
	difference, _ := d.difference(&identity{plus: left, minus: right})
	return difference.IsZero()
}

// part: a part is the whole where nothing else is in it, else at most the whole.
func (d *deriver) part(name string, all bool, part, whole []Slot) {
	if all {
		d.equal(name+" equal", part, whole)
	} else {
		d.atMost(name+" part", part, whole)
	}
}

// fiscalAgainstForms is F04 against F05, F07 and F08.
func (d *deriver) fiscalAgainstForms() {
	const f04 = fixture.F04
	for i, form := range fundForms {
		fund := fundNames[i]
		d.equal("F04-"+form, d.at(f04, fund, spent), d.at(form, "小计", total))
		for _, class := range d.codesOf(3, f04, form) {
			d.equal("F04-"+form+" "+class, d.at(f04, fund, class), d.at(form, "小计", class))
		}
		if d.has(form, "本年收入") {
			d.equal("F04-"+form+" income", d.at(f04, money, fund+"财政拨款"), d.at(form, "本年收入", total))
			d.equal("F04-"+form+" opening", d.at(f04, money, "年初"+fund+"财政拨款"), d.at(form, "年初结转和结余", total))
			d.equal("F04-"+form+" closing", d.at(f04, fund, "年末财政拨款结转和结余"), d.at(form, "年末结转和结余", total))
		}
	}
}

// codeByCode is F03 against the three funds' forms.
func (d *deriver) codeByCode() {
	wholes := []string{spent, "基本支出", "项目支出"}
	codes := append([]string{total}, d.codesOf(0, append([]string{fixture.F03}, fundForms...)...)...)
	for i, column := range []string{"小计", "基本支出", "项目支出"} {
		funds := func(code string) []Slot {
			var out []Slot
			for _, form := range fundForms {
				out = append(out, d.at(form, column, code)...)
			}
			return out
		}
		same := d.agree(d.at(fixture.F03, wholes[i], total), funds(total))
		for _, code := range codes {
			d.part("F03-funds "+code+" "+column, same, funds(code), d.at(fixture.F03, wholes[i], code))
		}
	}
}
