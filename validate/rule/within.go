package rule

import (
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/report"
)

func must(text string) *equation.Equation { return equation.MustParse(text) }
func scope(text string) *equation.Scope   { return equation.MustScope(text) }

func f01Rules() []Rule {
	return []Rule{
		{ID: "F01.income", Title: "本年收入合计 = 各项收入之和",
			Equation: must("F01[本年收入合计, 金额] = Σ F01[收入项目, 金额]"),
			Why:      "本年收入合计由一至八各项收入相加得出。",
			Hint:     "逐项核对各项收入与收入决算表的合计行，再看合计是否手工录入。"},
		{ID: "F01.expenditure", Title: "本年支出合计 = 各类支出之和",
			Equation: must("F01[本年支出合计, 金额] = Σ F01[各类, 金额]"),
			Why:      "本年支出合计由各功能分类支出相加得出。",
			Hint:     "逐类核对支出决算表的类级合计，再看合计是否手工录入。"},
		{ID: "F01.income-total", Title: "收入总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余",
			Equation: must("F01[收入总计, 金额] = F01[本年收入合计, 金额] + F01[使用非财政拨款结余, 金额] + F01[年初结转和结余, 金额]"),
			Why:      "全年可用的钱是本年收入，加上动用的结余和年初结转。",
			Hint:     "核对年初结转和结余、使用非财政拨款结余（含专用结余）是否漏填。"},
		{ID: "F01.expenditure-total", Title: "支出总计 = 本年支出合计 + 结余分配 + 年末结转和结余",
			Equation: must("F01[支出总计, 金额] = F01[本年支出合计, 金额] + F01[结余分配, 金额] + F01[年末结转和结余, 金额]"),
			Why:      "全年的钱或者支出，或者分配，或者结转到下年。",
			Hint:     "核对结余分配、年末结转和结余是否漏填。"},
		{ID: "F01.balance", Title: "收入总计 = 支出总计",
			Equation: must("F01[收入总计, 金额] = F01[支出总计, 金额]"),
			Why:      "收支总表左右两边必须平衡。",
			Hint:     "先看两边的本年合计，再看年初、年末结转和结余。"},
	}
}

// codedRules are the rules that every form with functional codes has: a row's
// total is the sum of its parts, and a code is the sum of the codes below it.
func codedRules() []Rule {
	var all []Rule
	for _, c := range []struct {
		id           form.ID
		total, parts string
	}{
		{"F02", "本年收入合计", "F02[本行, 财政拨款收入] + F02[本行, 上级补助收入] + F02[本行, 事业收入] + F02[本行, 经营收入] + F02[本行, 附属单位上缴收入] + F02[本行, 其他收入]"},
		{"F03", "本年支出合计", "F03[本行, 基本支出] + F03[本行, 项目支出] + F03[本行, 上缴上级支出] + F03[本行, 经营支出] + F03[本行, 对附属单位补助支出]"},
		{"F05", "小计", "F05[本行, 基本支出] + F05[本行, 项目支出]"},
		{"F07", "小计", "F07[本行, 基本支出] + F07[本行, 项目支出]"},
		{"F08", "小计", "F08[本行, 基本支出] + F08[本行, 项目支出]"},
	} {
		id := string(c.id)
		all = append(all,
			Rule{ID: id + ".parts", Title: "每行的" + c.total + " = 各栏之和", ForEach: scope(id + " 每行"),
				Equation: must(id + "[本行, " + c.total + "] = " + c.parts),
				Why:      "同一行的合计由它右边各栏相加得出。",
				Hint:     "核对这一行的每一栏，尤其是漏位、错位的数。"},
			Rule{ID: id + ".total", Title: "合计行 = 各类之和", ForEach: scope(id + " 合计行 每列"),
				Equation: must(id + "[本行, 本列] = Σ " + id + "[下级, 本列]"),
				Why:      "合计由各类相加得出，每一栏都是。",
				Hint:     "逐类核对这一栏；各类都对时，看合计是否手工录入。"},
			Rule{ID: id + ".rollup", Title: "类 = 所属各款之和，款 = 所属各项之和", ForEach: scope(id + " 每级 每列"),
				Equation: must(id + "[本行, 本列] = Σ " + id + "[下级, 本列]"),
				Why:      "上级科目由下级科目逐级汇总。",
				Hint:     "核对这个科目下面的每一行；下级都对时，看上级是否手工录入，或漏了一行。"},
		)
	}
	return all
}

func f04Rules() []Rule {
	return []Rule{
		{ID: "F04.income", Title: "本年收入合计 = 三项财政拨款之和",
			Equation: must("F04[本年收入合计, 金额] = Σ F04[收入项目, 金额]"),
			Why:      "财政拨款收入由一般公共预算、政府性基金预算、国有资本经营预算三项组成。",
			Hint:     "核对三项拨款与收支总表第一至三行。"},
		{ID: "F04.parts", Title: "每行的合计 = 三项预算之和", ForEach: scope("F04 每行"),
			Equation: must("F04[本行, 合计] = F04[本行, 一般公共预算] + F04[本行, 政府性基金预算] + F04[本行, 国有资本经营预算]"),
			Why:      "支出一侧每一行的合计由三项预算相加得出。",
			Hint:     "核对这一行三项预算的数。"},
		{ID: "F04.expenditure", Title: "本年支出合计 = 各类支出之和（每项预算）", ForEach: scope("F04 每列"),
			Equation: must("F04[本年支出合计, 本列] = Σ F04[各类, 本列]"),
			Why:      "每项预算的本年支出由各功能分类相加得出。",
			Hint:     "逐类核对这一栏；各类都对时，看合计是否手工录入。"},
		{ID: "F04.opening", Title: "年初财政拨款结转和结余 = 三项预算之和",
			Equation: must("F04[年初财政拨款结转和结余, 金额] = Σ F04[年初各项, 金额]"),
			Why:      "年初结转和结余由三项预算的年初数组成。",
			Hint:     "核对三项预算的年初数与上年决算的年末数。"},
		{ID: "F04.income-total", Title: "收入总计 = 本年收入合计 + 年初财政拨款结转和结余",
			Equation: must("F04[收入总计, 金额] = F04[本年收入合计, 金额] + F04[年初财政拨款结转和结余, 金额]"),
			Why:      "可用的财政拨款是本年拨款加上年初结转。",
			Hint:     "核对年初财政拨款结转和结余是否漏填。"},
		{ID: "F04.expenditure-total", Title: "支出总计 = 本年支出合计 + 年末财政拨款结转和结余（每项预算）", ForEach: scope("F04 每列"),
			Equation: must("F04[支出总计, 本列] = F04[本年支出合计, 本列] + F04[年末财政拨款结转和结余, 本列]"),
			Why:      "财政拨款或者支出，或者结转到下年，每项预算都是。",
			Hint:     "核对年末财政拨款结转和结余是否漏填。"},
		{ID: "F04.balance", Title: "收入总计 = 支出总计",
			Equation: must("F04[收入总计, 金额] = F04[支出总计, 合计]"),
			Why:      "财政拨款总表左右两边必须平衡。",
			Hint:     "先看两边的本年合计，再看年初、年末结转和结余。"},
		fundBalance("general", "一般公共预算", "一般公共预算财政拨款"),
		fundBalance("government", "政府性基金预算", "政府性基金预算财政拨款"),
		fundBalance("capital", "国有资本经营预算", "国有资本经营预算财政拨款"),
	}
}

// fundBalance: income and opening of one fund are its expenditure and closing.
func fundBalance(id, column, income string) Rule {
	return Rule{ID: "F04.balance-" + id, Title: column + "：本年收入 + 年初 = 本年支出 + 年末",
		Equation: must("F04[" + income + ", 金额] + F04[年初" + income + ", 金额] = F04[本年支出合计, " + column + "] + F04[年末财政拨款结转和结余, " + column + "]"),
		Why:      "每项预算各自平衡，不能互相抵补。",
		Hint:     "核对这项预算的收入、支出和年初、年末数是否填错了栏。"}
}

func f06Rules() []Rule {
	return []Rule{
		{ID: "F06.rollup", Title: "类 = 所属各款之和", ForEach: scope("F06 每级 每列"),
			Equation: must("F06[本行, 本列] = Σ F06[下级, 本列]"),
			Why:      "经济分类的类由所属各款相加得出。",
			Hint:     "核对这一类下面的每一款。"},
		{ID: "F06.parts", Title: "每行的合计 = 人员经费 + 公用经费（分栏列示时）", ForEach: scope("F06 每行"),
			Equation: must("F06[本行, 金额] = F06[本行, 人员经费] + F06[本行, 公用经费]"),
			Why:      "同一行的合计由人员经费和公用经费两栏相加得出。",
			Hint:     "核对这一行的两栏。"},
		{ID: "F06.total", Title: "合计 = 人员经费合计 + 公用经费合计（列有合计时）", ForEach: scope("F06 合计行"),
			Equation: must("F06[本行, 金额] = F06[人员经费合计, 金额] + F06[公用经费合计, 金额]"),
			Why:      "基本支出由人员经费和公用经费组成。",
			Hint:     "核对人员经费合计和公用经费合计。"},
		{ID: "F06.personnel", Title: "人员经费合计 = 工资福利支出 + 对个人和家庭的补助",
			Equation: must("F06[人员经费合计, 金额] = Σ F06[人员经费各类, 金额]"),
			Why:      "人员经费由 301、303 两类组成。",
			Hint:     "核对 301、303 两类的数。"},
		{ID: "F06.public-use", Title: "公用经费合计 = 其余各类之和",
			Equation: must("F06[公用经费合计, 金额] = Σ F06[公用经费各类, 金额]"),
			Why:      "公用经费由 302 等各类组成（301、303 之外）。",
			Hint:     "核对 302、307、310 等各类的数。"},
	}
}

func f07f08Rules() []Rule {
	return []Rule{
		fundForm("F07"), fundForm("F08"),
	}
}

// fundForm: opening, income, expenditure and closing of every row of a fund's
// own form.
func fundForm(id string) Rule {
	return Rule{ID: id + ".balance", Title: "每行：年初 + 本年收入 − 本年支出 = 年末", ForEach: scope(id + " 每行"),
		Equation: must(id + "[本行, 年初结转和结余] + " + id + "[本行, 本年收入] − " + id + "[本行, 小计] = " + id + "[本行, 年末结转和结余]"),
		Why:      "每个科目的钱，没有支出的都结转到下年。",
		Hint:     "核对这一行的年初、收入、支出和年末四个数。"}
}

func f09Rules() []Rule {
	return []Rule{
		{ID: "F09.total", Title: "合计 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费", ForEach: scope("F09 每行"),
			Equation: must("F09[本行, 合计] = F09[本行, 因公出国（境）费] + F09[本行, 公务用车购置及运行维护费] + F09[本行, 公务接待费]"),
			Why:      "“三公”经费由这三项组成。",
			Hint:     "核对三项的数；公务用车一项填小计，不要重复计入购置费、运行维护费。"},
		{ID: "F09.vehicles", Title: "公务用车购置及运行维护费 = 购置费 + 运行维护费", ForEach: scope("F09 每行"),
			Equation: must("F09[本行, 公务用车购置及运行维护费] = F09[本行, 公务用车购置费] + F09[本行, 公务用车运行维护费]"),
			Why:      "公务用车的小计由购置费和运行维护费相加得出。",
			Hint:     "核对购置费和运行维护费。"},
		{ID: "F09.overrun", Title: "决算数 ≤ 预算数（逐项）", ForEach: scope("F09 每列"), Severity: report.Warning,
			Equation: must("F09[决算数, 本列] ≤ F09[预算数, 本列]"),
			Why:      "“三公”经费不应超过预算；超过时要在说明中写明原因。",
			Hint:     "核对预算数是不是调整后的全年预算；确实超支的，在文字说明里写明原因。"},
	}
}
