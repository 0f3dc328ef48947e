package performance

import (
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// declared is a rule with what judges it: each table by itself, or all together.
type declared struct {
	rule.Rule
	each func(c *checking, p *project)
	all  func(c *checking)
}

// Catalogue is every rule about performance tables, in the order in which they are told.
func Catalogue() []*rule.Rule {
	out := make([]*rule.Rule, len(catalogue))
	for i := range catalogue {
		out[i] = &catalogue[i].Rule
	}
	return out
}

func declare(id, title string, severity report.Severity, why, hint string) rule.Rule {
	return rule.Rule{ID: "performance." + id, Title: title, Severity: severity, Why: why, Hint: hint}
}

var catalogue = []declared{
	{Rule: declare("parts", "年度资金总额 = 各项资金之和", report.Error,
		"年度资金总额由当年财政拨款、上年结转资金、其他资金等相加得出，年初预算数、全年预算数、全年执行数各栏都一样。", "把各项资金加一遍，看是总额还是哪一项填错、漏填。"), each: parts},
	{Rule: declare("rate", "执行率 = 全年执行数 ÷ 全年预算数", report.Error,
		"执行率由全年执行数除以全年预算数得出。", "重新算一遍；常见的是用年初预算数做了分母，或者预算数、执行数改了执行率没有改。"), each: rates},
	{Rule: declare("execution-score", "预算执行得分 = 分值 × 执行率", report.Error,
		"预算执行的得分按执行率计算，可以四舍五入或者去尾。", "用分值乘以执行率重新算；执行率超过 100% 的按满分。"), each: executionScore},
	{Rule: declare("weights", "各项分值之和 = 100", report.Error,
		"预算执行和各项绩效指标的分值合计应是 100 分。", "把分值加一遍，看是否漏了指标或填错了分值。"), each: weights},
	{Rule: declare("group-weights", "一级指标的分值 = 其下各项分值之和", report.Error,
		"一级指标后面写明了分值的，其下各项指标的分值加起来应是这个数。", "把这个一级指标下的分值加一遍。"), each: groupWeights},
	{Rule: declare("score-range", "0 ≤ 得分 ≤ 分值", report.Error,
		"一项指标的得分不会超过它的分值，也不会是负数。", "核对得分和分值，看是否填反、错行。"), each: scoreRange},
	{Rule: declare("total", "总分 = 各项得分之和", report.Error,
		"总分由预算执行得分和各项指标的得分相加得出。", "把得分加一遍，看是总分没有更新，还是哪一项填错。"), each: totals},
	{Rule: declare("concluded", "结论里的得分与总分相同", report.Error,
		"评价结论说的就是表里的总分。", "核对哪一个是对的，把另一个改过来。"), each: concluded},
	{Rule: declare("grade", "等级与得分相符", report.Error,
		"自评等级由得分决定。说明里写了划分标准的按它；没有写的，一般 90 分以上为优、80 分以上为良、60 分以上为中，这时只作提醒。", "核对得分和等级的划分标准。"), all: gradesFit},
	{Rule: declare("missed", "没有达到指标值的不得满分", report.Warning,
		"完成值没有达到年度指标值，一般要扣分并说明原因。", "核对指标值、完成值有没有填错；确实没有达到的，扣分并说明原因。"), each: missedFull},
	{Rule: declare("reason", "扣分的写明原因", report.Warning,
		"得分低于分值的，要写明偏差原因和改进措施；达到指标值而没有得满分的，也要说明为什么。", "补写原因；得分填错的，改得分和总分。"), each: reasons},
	{Rule: declare("costs", "成本指标的完成值之和 = 全年执行数", report.Warning,
		"成本指标都是金额、又列全了的，完成值加起来就是全年执行数。", "把成本指标的完成值加一遍；没有列全的，可以不改。"), each: costs},
	{Rule: declare("unfilled", "自评表填写完整", report.Warning,
		"公开的自评表不应留有模板里的填写说明，得分、完成值、资金也不应空着。", "补填，或删去填写说明。"), each: unfilled},
	{Rule: declare("summary", "汇总表列出每个项目，各一次", report.Error,
		"汇总表里的项目应与各项目的自评表一一对应。", "核对项目名称；补上漏列的，删去重复的。"), all: summaryRows},
	{Rule: declare("summary-score", "汇总表的得分、等级与自评表相同", report.Error,
		"汇总表的得分和等级抄自各项目的自评表。", "对照自评表改汇总表，或改自评表。"), all: summaryScores},
	{Rule: declare("summary-amount", "汇总表的金额与自评表相同，合计 = 各项目之和", report.Error,
		"汇总表的预算数、执行数抄自各项目的自评表。", "对照自评表核对，再把各项目加一遍。"), all: summaryAmounts},
	{Rule: declare("text-score", "说明里的得分、等级与自评表相同", report.Error,
		"说明里写的就是自评表的得分和等级。", "对照自评表核对这句话。"), all: textScores},
	{Rule: declare("text-amount", "说明里的预算数、执行数与自评表相同", report.Error,
		"说明里写的就是自评表的全年预算数和全年执行数。", "对照自评表核对这句话，注意单位。"), all: textAmounts},
	{Rule: declare("text-rate", "说明里的完成率与自评表相符", report.Error,
		"说明里完成预算的百分数由执行数除以全年预算数得出。", "重新算一遍。"), all: textRates},
	{Rule: declare("text-count", "说明里的项目个数前后一致，与自评表、汇总表相符", report.Error,
		"说明里写的项目个数、各等级的个数应与汇总表和自评表相符，各等级的个数加起来是全部项目。", "数一遍项目，再核对各等级的个数。"), all: textCounts},
	{Rule: declare("text-project", "说明里的项目都有自评表", report.Warning,
		"说明里逐个介绍的项目名称应与自评表一致。", "核对项目名称，看是否用了别的名称或抄了去年的。"), all: textProjects},
}
