package rule

import (
	"suanqing/validate/form"
	"suanqing/validate/report"
)

// Across books: what a department's book has in common with those of its units, and with
// its own of the year before. These are no rules of a book by itself: they stand beside
// the catalogue, and validate/rollup judges by them. They are made when asked for:
// the page's core, which judges one book, has no use for them.

// Rollup are the rules that hold between a department and its units: by form, row and
// column it is their sum.
func Rollup() (rules Rules) {
	for _, f := range form.Public().Forms {
		id, title := f.ID, f.Short
		rules = append(rules, Rule{ID: "rollup." + string(id), Title: title + "：部门 = 各单位之和", ForEach: scope(string(id) + " 每行 每列"),
			Equation: must(string(id) + "[本行, 本列] = Σ 下属单位." + string(id) + "[本行, 本列]"),
			Why:      "部门决算由本级和所属单位的决算逐表、逐行、逐栏汇总而来，只抵销单位之间的往来。",
			Hint:     "先看是不是某家单位的报表后来改过、没有重新汇总；再核对有差的科目在各单位表上的数。"})
	}
	return severe(rules)
}

// BetweenYears are the rules that hold between a book and that of the year before: what
// one year closed with opens the next.
func BetweenYears() Rules {
	return severe(Rules{
		followsOn("F01", "F01[年初结转和结余, 金额] = 上年.F01[年末结转和结余, 金额]", "收支总表的年初结转和结余 = 上年的年末结转和结余"),
		followsOn("F04", "F04[年初财政拨款结转和结余, 金额] = 上年.F04[年末财政拨款结转和结余, 合计]", "财政拨款的年初结转和结余 = 上年年末"),
		followsOn("F04-general", "F04[年初一般公共预算财政拨款, 金额] = 上年.F04[年末财政拨款结转和结余, 一般公共预算]", "一般公共预算的年初结转和结余 = 上年年末"),
		followsOn("F04-government", "F04[年初政府性基金预算财政拨款, 金额] = 上年.F04[年末财政拨款结转和结余, 政府性基金预算]", "政府性基金预算的年初结转和结余 = 上年年末"),
		followsOn("F04-capital", "F04[年初国有资本经营预算财政拨款, 金额] = 上年.F04[年末财政拨款结转和结余, 国有资本经营预算]", "国有资本经营预算的年初结转和结余 = 上年年末"),
		followsByCode("F07"), followsByCode("F08"),
	})
}

func followsOn(id, equation, title string) Rule {
	return Rule{ID: "years." + id, Title: title, Equation: must(equation),
		Why:  "上年年末结转下来的钱，就是本年年初的钱；经批准调整的要说明原因。",
		Hint: "对照上年公开的报表。确有调整（差错更正、会计政策变更、机构划转等）的，在表下注明调整的内容和金额。"}
}

func followsByCode(id string) Rule {
	r := followsOn(id, id+"[本行, 年初结转和结余] = 上年."+id+"[本行, 年末结转和结余]",
		form.Public().ByID(form.ID(id)).Short+"每个科目的年初结转和结余 = 上年年末")
	r.ForEach = scope(id + " 每行")
	return r
}

// severe makes errors of what has no severity of its own, and panics on a bad rule.
func severe(rules Rules) Rules {
	for i := range rules {
		if rules[i].Severity == "" {
			rules[i].Severity = report.Error
		}
	}
	if err := Validate(rules); err != nil {
		panic(err)
	}
	return rules
}
