package rule

import "slices"

// Between forms: the same money is printed in several places.

func betweenTotals() []Rule {
	return []Rule{
		{ID: "F01-F02.total", Title: "收支总表的本年收入合计 = 收入决算表的合计",
			Equation: must("F01[本年收入合计, 金额] = F02[合计, 本年收入合计]"),
			Why:      "两处是同一笔收入。", Hint: "先核对收入决算表各类的合计，再看总表是否手工录入。"},
		{ID: "F01-F02.appropriation", Title: "收支总表第一至三行之和 = 收入决算表的财政拨款收入",
			Equation: must("F01[一般公共预算财政拨款收入, 金额] + F01[政府性基金预算财政拨款收入, 金额] + F01[国有资本经营预算财政拨款收入, 金额] = F02[合计, 财政拨款收入]"),
			Why:      "财政拨款收入包括一般公共预算、政府性基金预算、国有资本经营预算三项拨款。", Hint: "核对三项拨款是否漏填或填错了行。"},
		sameIncome("superior", "上级补助收入"),
		sameIncome("business", "事业收入"),
		sameIncome("operating", "经营收入"),
		sameIncome("affiliated", "附属单位上缴收入"),
		sameIncome("other", "其他收入"),
		{ID: "F01-F03.total", Title: "收支总表的本年支出合计 = 支出决算表的合计",
			Equation: must("F01[本年支出合计, 金额] = F03[合计, 本年支出合计]"),
			Why:      "两处是同一笔支出。", Hint: "先核对支出决算表各类的合计，再看总表是否手工录入。"},
		{ID: "F01-F03.class", Title: "收支总表的每类支出 = 支出决算表的同一类", ForEach: scope("F01 F03 每类"),
			Equation: must("F01[本行, 金额] = F03[本行, 本年支出合计]"),
			Why:      "总表的每一类取自支出决算表的类级合计。", Hint: "核对这一类在两张表上的数，看是否填错了行。"},
		{ID: "F05-F06.basic", Title: "一般公共预算的基本支出 = 人员经费合计 + 公用经费合计",
			Equation: must("F05[合计, 基本支出] = F06[人员经费合计, 金额] + F06[公用经费合计, 金额]"),
			Why:      "基本支出明细表把同一笔基本支出按经济分类列出。", Hint: "核对基本支出明细表的两个合计。"},
	}
}

func sameIncome(id, name string) Rule {
	return Rule{ID: "F01-F02." + id, Title: "收支总表的" + name + " = 收入决算表的" + name,
		Equation: must("F01[" + name + ", 金额] = F02[合计, " + name + "]"),
		Why:      "两处是同一笔收入。", Hint: "核对两张表上这一项的数，看是否填错了行或栏。"}
}

func betweenFunds() []Rule {
	return []Rule{
		sameAppropriation("general", "一般公共预算财政拨款"),
		sameAppropriation("government", "政府性基金预算财政拨款"),
		sameAppropriation("capital", "国有资本经营预算财政拨款"),
		{ID: "F01-F04.class", Title: "支出全部来自财政拨款时：两张总表的每类支出相等", ForEach: scope("F01 F04 每类"),
			When:     must("F04[本年支出合计, 合计] = F01[本年支出合计, 金额]"),
			Equation: must("F04[本行, 合计] = F01[本行, 金额]"),
			Why:      "两张总表的本年支出合计相等，说明支出全部来自财政拨款，各类也应相等。", Hint: "核对这一类在两张总表上的数。"},
		{ID: "F01-F04.class-limit", Title: "每类的财政拨款支出 ≤ 该类的全部支出", ForEach: scope("F01 F04 每类"),
			When:     must("F04[本年支出合计, 合计] ≠ F01[本年支出合计, 金额]"),
			Equation: must("F04[本行, 合计] ≤ F01[本行, 金额]"),
			Why:      "财政拨款支出是全部支出的一部分。", Hint: "核对这一类在两张总表上的数。"},
		{ID: "F01-F04.opening", Title: "财政拨款的年初结转和结余 ≤ 全部年初结转和结余",
			Equation: must("F04[年初财政拨款结转和结余, 金额] ≤ F01[年初结转和结余, 金额]"),
			Why:      "财政拨款的结转和结余是全部结转和结余的一部分。", Hint: "核对收支总表的年初结转和结余是否漏填。"},
		{ID: "F01-F04.closing", Title: "财政拨款的年末结转和结余 ≤ 全部年末结转和结余",
			Equation: must("F04[年末财政拨款结转和结余, 合计] ≤ F01[年末结转和结余, 金额]"),
			Why:      "财政拨款的结转和结余是全部结转和结余的一部分。", Hint: "核对收支总表的年末结转和结余是否漏填。"},
		{ID: "F04-F05.total", Title: "财政拨款总表的一般公共预算支出 = 一般公共预算支出表的合计",
			Equation: must("F04[本年支出合计, 一般公共预算] = F05[合计, 小计]"),
			Why:      "两处是同一笔支出。", Hint: "先核对一般公共预算支出表的类级合计，再看总表是否手工录入。"},
		sameClass("F05", "一般公共预算"),
		sameFund("F04-F07.income", "F04[政府性基金预算财政拨款, 金额] = F07[合计, 本年收入]", "政府性基金的本年收入：总表 = 基金表"),
		sameFund("F04-F07.expenditure", "F04[本年支出合计, 政府性基金预算] = F07[合计, 小计]", "政府性基金的本年支出：总表 = 基金表"),
		sameFund("F04-F07.opening", "F04[年初政府性基金预算财政拨款, 金额] = F07[合计, 年初结转和结余]", "政府性基金的年初结转和结余：总表 = 基金表"),
		sameFund("F04-F07.closing", "F04[年末财政拨款结转和结余, 政府性基金预算] = F07[合计, 年末结转和结余]", "政府性基金的年末结转和结余：总表 = 基金表"),
		sameClass("F07", "政府性基金预算"),
		sameFund("F04-F08.income", "F04[国有资本经营预算财政拨款, 金额] = F08[合计, 本年收入]", "国有资本经营预算的本年收入：总表 = 国有资本表"),
		sameFund("F04-F08.expenditure", "F04[本年支出合计, 国有资本经营预算] = F08[合计, 小计]", "国有资本经营预算的本年支出：总表 = 国有资本表"),
		sameFund("F04-F08.opening", "F04[年初国有资本经营预算财政拨款, 金额] = F08[合计, 年初结转和结余]", "国有资本经营预算的年初结转和结余：总表 = 国有资本表"),
		sameFund("F04-F08.closing", "F04[年末财政拨款结转和结余, 国有资本经营预算] = F08[合计, 年末结转和结余]", "国有资本经营预算的年末结转和结余：总表 = 国有资本表"),
		sameClass("F08", "国有资本经营预算"),
	}
}

func sameAppropriation(id, name string) Rule {
	return Rule{ID: "F01-F04." + id, Title: name + "：收支总表 = 财政拨款总表",
		Equation: must("F01[" + name + "收入, 金额] = F04[" + name + ", 金额]"),
		Why:      "两处是同一笔拨款。", Hint: "核对两张总表上这一项的数。"}
}

func sameClass(id, column string) Rule {
	return Rule{ID: "F04-" + id + ".class", Title: "财政拨款总表" + column + "栏的每类 = 明细表的同一类", ForEach: scope("F04 " + id + " 每类"),
		Equation: must("F04[本行, " + column + "] = " + id + "[本行, 小计]"),
		Why:      "总表的每一类取自明细表的类级合计。", Hint: "核对这一类在两张表上的数，看是否填错了行。"}
}

func sameFund(id, equation, title string) Rule {
	return Rule{ID: id, Title: title, Equation: must(equation),
		Why: "两处是同一笔钱。", Hint: "核对两张表上的数；本表写明无数据的，总表这一栏也应为空。"}
}

func betweenCodes() []Rule {
	return slices.Concat(
		sameCodes("total", "支出合计", "本年支出合计", "小计"),
		sameCodes("basic", "基本支出", "基本支出", "基本支出"),
		sameCodes("project", "项目支出", "项目支出", "项目支出"),
	)
}

// sameCodes: code by code, all expenditure covers that of the three funds; they
// are equal where the grand totals are.
func sameCodes(id, words, all, fund string) []Rule {
	parts := func(row string) string {
		return "F05[" + row + ", " + fund + "] + F07[" + row + ", " + fund + "] + F08[" + row + ", " + fund + "]"
	}
	return []Rule{
		{ID: "F03-funds." + id, Title: "总额相等时：支出决算表每个科目的" + words + " = 三项预算之和", ForEach: scope("F03 F05 F07 F08 每码"),
			When:     must("F03[合计, " + all + "] = " + parts("合计")),
			Equation: must("F03[本行, " + all + "] = " + parts("本行")),
			Why:      "支出决算表与三项预算的总额相等，说明没有其他资金，每个科目也应相等。",
			Hint:     "核对这个科目在各表上的数，看是否错行、漏行。"},
		{ID: "F03-funds." + id + "-limit", Title: "支出决算表每个科目的" + words + " ≥ 三项预算之和", ForEach: scope("F03 F05 F07 F08 每码"),
			When:     must("F03[合计, " + all + "] ≠ " + parts("合计")),
			Equation: must("F03[本行, " + all + "] ≥ " + parts("本行")),
			Why:      "支出决算表包括全部资金，不会少于财政拨款的部分。",
			Hint:     "核对这个科目在各表上的数，看是否错行、漏行。"},
	}
}

func betweenThreePublic() []Rule {
	return []Rule{
		coversBasic("overseas", "因公出国（境）费", "30212"),
		coversBasic("purchase", "公务用车购置费", "31013"),
		coversBasic("operation", "公务用车运行维护费", "30231"),
		coversBasic("reception", "公务接待费", "30217"),
		{ID: "F04-F09.total", Title: "“三公”经费决算合计 ≤ 财政拨款本年支出合计",
			Equation: must("F09[决算数, 合计] ≤ F04[本年支出合计, 合计]"),
			Why:      "“三公”经费是财政拨款支出的一部分。", Hint: "核对“三公”经费表的金额单位和合计。"},
	}
}

// coversBasic: F09 covers basic and project expenditure, F06 only basic.
func coversBasic(id, item, code string) Rule {
	return Rule{ID: "F06-F09." + id, Title: item + "：三公经费表决算数 ≥ 基本支出明细表 " + code,
		Equation: must("F09[决算数, " + item + "] ≥ F06[" + code + ", 金额]"),
		Why:      "“三公”经费表包括基本支出和项目支出，基本支出明细表只是其中一部分。",
		Hint:     "核对三公经费表这一项是否漏填，或明细表 " + code + " 是否填错了行。"}
}
