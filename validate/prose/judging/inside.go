package judging

import (
	"suanqing/validate/equation"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// inside are the rules about the text itself, and about its words.
var inside = []rule.Rule{
	{ID: "text.share", Title: "占比 = 这一项 ÷ 总体", Equation: must("文[本行, 占比] = 文[本行, 决算] ÷ 文[总体, 决算]"),
		Further: []*equation.Equation{must("文[总体, 决算] = Σ 文[各部分, 决算] × 文[各部分, 占比]")},
		Why:     "句子里的占比由这一项除以总体得出。", Hint: "用这一项除以总体重新算一遍，看是哪个数没有改。"},
	{ID: "text.growth", Title: "增长（下降）率 = 增减额 ÷ 上年数", Equation: must("文[本行, 增减率] = 文[本行, 增减额] ÷ (文[本行, 决算] − 文[本行, 增减额])"),
		Why: "增长率以上年数为基数，上年数 = 本年数 − 增减额。", Hint: "重新算一遍；常见的是把本年数当了基数，或增减额、百分数只改了一个。"},
	{ID: "text.growth-before", Title: "增长（下降）率 =（本年数 − 上年数）÷ 上年数", Equation: must("文[本行, 增减率] = (文[本行, 决算] − 文[本行, 上年]) ÷ 文[本行, 上年]"),
		Why: "增长率以上年数为基数。", Hint: "重新算一遍，看是哪个数没有改。"},
	{ID: "text.budget-growth", Title: "比预算增减的百分数 = 增减额 ÷ 预算数", Equation: must("文[本行, 预算增减率] = 文[本行, 预算增减额] ÷ (文[本行, 决算] − 文[本行, 预算增减额])"),
		Why: "比预算增减的百分数以预算数为基数。", Hint: "重新算一遍，看是哪个数没有改。"},
	{ID: "text.budget-gap", Title: "预决算差异率 =（决算数 − 预算数）÷ 预算数", Equation: must("文[本行, 预算增减率] = (文[本行, 决算] − 文[本行, 预算]) ÷ 文[本行, 预算]"),
		Why: "预决算差异率以预算数为基数。", Hint: "重新算一遍，看是哪个数没有改。"},
	{ID: "text.completion", Title: "完成预算的百分数 = 决算数 ÷ 预算数", Equation: must("文[本行, 完成率] = 文[本行, 决算] ÷ 文[本行, 预算]"),
		Why: "完成率由决算数除以预算数得出。", Hint: "重新算一遍，看预算数、决算数、百分数哪个没有改，年初预算和全年预算有没有用错。"},
	{ID: "text.completion-change", Title: "完成预算的百分数 = 决算数 ÷（决算数 − 比预算增减额）", Equation: must("文[本行, 完成率] = 文[本行, 决算] ÷ (文[本行, 决算] − 文[本行, 预算增减额])"),
		Why: "预算数 = 决算数 − 比预算增减额，完成率以预算数为基数。", Hint: "重新算一遍，看是哪个数没有改。"},
	{ID: "text.change", Title: "增减额 = 本年数 − 上年数", Equation: must("文[本行, 增减额] = 文[本行, 决算] − 文[本行, 上年]"),
		Why: "增减额是本年数与上年数之差。", Hint: "重新算一遍，看是哪个数没有改。"},
	{ID: "text.budget-change", Title: "比预算增减的数 = 决算数 − 预算数", Equation: must("文[本行, 预算增减额] = 文[本行, 决算] − 文[本行, 预算]"),
		Why: "比预算增减的数是决算数与预算数之差。", Hint: "重新算一遍，看是哪个数没有改。"},
	{ID: "text.adjusted", Title: "全年预算 = 年初预算 + 执行中追加（调减）的数", Equation: must("文[本行, 全年预算] = 文[本行, 年初预算] + 文[本行, 预算调整额]"),
		Why: "全年预算由年初预算经执行中追加、调减得出。", Hint: "把年初预算和追加、调减的数加一遍，看是哪个数没有改。"},
	{ID: PreviousRule, Title: "说的上年数、增减与上年的决算表一致", Equation: must("文[本行, 上年] = 上年.文[本行, 决算]"),
		Further: []*equation.Equation{must("文[本行, 增减额] = 文[本行, 决算] − 上年.文[本行, 决算]"), must("文[本行, 增减率] = (文[本行, 决算] − 上年.文[本行, 决算]) ÷ 上年.文[本行, 决算]")},
		Why:     "上年的数，比上年增减的数和百分数，由上年公开的决算表得出。", Hint: "对照上年的决算表核对这句话；上年数经过调整的，在说明里写清口径。"},
	{ID: "text.sum", Title: "总数 = 各部分之和", Equation: must("文[总体, 本列] = Σ 文[各部分, 本列]"),
		Why: "说明里的总数由它列出的各部分相加得出。", Hint: "把各部分加一遍，看是总数还是哪一部分没有改。"},
	{ID: "text.change-parts", Title: "各部分的增减额之和 = 总的增减额", Equation: must("文[总体, 增减额] = Σ 文[各部分, 增减额]"),
		Why: "各部分的增减都写了的，加起来应是总的增减。", Hint: "核对上年的数；把各部分的增减加一遍。"},
	{ID: "text.shares-total", Title: "各项占比之和 = 100 %", Severity: report.Warning, Equation: must("文[总体, 占比] = Σ 文[各部分, 占比]"),
		Why: "各部分都列出的，占比加起来是 100 %。", Hint: "逐项重新算占比。"},
	{ID: "text.within", Title: "部分 ≤ 总体", Equation: must("文[本行, 本列] ≤ 文[总体, 本列]"),
		Why: "一部分不会比总体多。", Hint: "核对这两个数，看是否填反、抄错。"},
	{ID: "text.running", Title: "机关运行经费 ≤ 公用经费合计", Severity: report.Warning, Equation: must("文[机关运行经费, 决算] ≤ F06[公用经费合计, 金额]"),
		Why: "机关运行经费是行政单位和参公单位的公用经费，不会多于全部公用经费。", Hint: "核对机关运行经费的口径和公用经费合计。"},
	{ID: "text.twice", Title: "同一个数前后说得一样", Equation: must("文[本行, 本列] = 文[别处, 本列]"),
		Why: "同一项、同一年、同一口径的数，几处写的应一样。", Hint: "核对哪一处是对的，把另一处改过来。"},
	check("text.zero-base", "基数为 0 的不算百分数", report.Error, "上年或预算为 0，百分数没有意义。", "写“年初无预算”或“上年无此项支出”，不写百分数。"),
	{ID: "text.direction", Title: "增减的方向与数相符", Equation: must("文[本行, 方向] 同号 文[本行, 决算] − 文[本行, 相比]"),
		Further: []*equation.Equation{must("文[本行, 方向] 同号 文[本行, 增减额]"), must("文[本行, 方向] 同号 文[本行, 完成率] − 文[总体, 完成率]")},
		Why:     "写“增加”“大于”的，本年数应更大；写“减少”“小于”的应更小。", Hint: "核对方向词；多半是从别的句子抄来没有改。"},
	{ID: "text.same", Title: "写“持平”的两个数相同", Equation: must("文[本行, 决算] = 文[本行, 相比]"),
		Further: []*equation.Equation{must("文[本行, 方向] 同号 文[本行, 增减额]")},
		Why:     "写“持平”“相同”的，两个数应相等；“基本持平”的应相差很小。", Hint: "核对这两个数，或改成增加、减少。"},
	{ID: "text.counts", Title: "数量与金额相符", Severity: report.Warning, Equation: must("文[本行, 个数] 同号 文[本行, 决算]"),
		Further: []*equation.Equation{must("文[总体, 决算] = 文[本行, 决算] × 文[总体, 个数]")},
		Why:     "有支出的应有批次、人次或辆数；没有支出的数量为 0。", Hint: "核对数量和金额，看是否漏填。"},
	check("text.items-missing", "每个有数的项级科目都说明了", report.Warning, "支出具体情况按项级科目逐项说明，表里有数的都要写到。", "补写漏掉的科目，或核对科目名称是否写错。"),
	check("text.items-twice", "每个项级科目只说明一次", report.Warning, "同一个科目说明两次，容易前后不一。", "删去多写的一处，或核对科目名称是否写错。"),
	check("text.department", "单位名称与本套决算一致", report.Warning, "说明里的单位应是本部门。", "看是否沿用了别的单位的文字。"),
	check("text.contents", "目录与正文标题一致", report.Warning, "目录里的标题应与正文的一样。", "更新目录。"),
	check("text.items-name", "科目名称与表一致", report.Warning, "说明里的类、款、项名称应与表里的一致。", "按表里的科目名称改。"),
	check("text.list", "“主要包括”的科目在表里有数", report.Warning, "“主要包括”后面列的是有支出的经济科目。", "删去没有支出的科目；名称按表里的写。"),
	check("text.none", "写“没有”的，表里也没有", report.Error, "说明写没有收支的，表里应无数；表里有数的，说明应写明。", "核对表和说明，哪个没有改。"),
	check("text.left-over", "模板里的字都改好了", report.Warning, "“增加（减少）”、“XX”等是模板留下的，公开前要改好。", "改成实际的内容。"),
	check("text.unit", "数后面的单位和百分号没有漏", report.Warning, "金额后面要有单位，百分数后面要有 %。", "补上单位或百分号。"),
	check("text.year", "年度与本套决算一致", report.Warning, "标题里的年度应是本年度。", "看是否沿用了去年的文字。"),
}

func check(id, title string, severity report.Severity, why, hint string) rule.Rule {
	return rule.Rule{ID: id, Title: title, Severity: severity, Why: why, Hint: hint}
}
