package draft

import "suanqing/validate/form"

// The sentences. What stands in them:
//
//	{F01[收入总计, 金额]}          the amount, as the form shows it, with its unit; sums as in
//	                               equations
//	{F05[…] ÷ F03[…]}             the percentage; nothing to be said over zero or less
//	{变化 F01[…]：收、支总计各：收支} the sentence on the change against the year before, with what
//	                               changed, and what there was none of when that is zero
//	{完成 F09[决算数, …] ÷ F09[预算数, …]} the clause on how far the budget was spent
//	{各 名称}                      a list declared below
//	{年} {上年} {序号} {本列} {名称} {类款项}  words of the place it is written for
//	〈…〉                          left out where a figure in it cannot be given, or all its
//	                               amounts are zero
//	【…】                          for the clerk to fill in
//
// A condition (when) is an equation, or is 有数 or 无数 of a form, or 不为零 of an amount;
// 且 and 或 join conditions, 且 the closer.

// declared is a section before its sentences are read.
type declared struct {
	title string
	needs []form.ID // without any of these it is left out
	lines []line
}

// line is a paragraph before it is read; a heading where Heading says so.
type line struct {
	heading bool
	when    string
	each    string
	text    string
}

// listing is several things in one sentence.
type listing struct{ each, when, join, text string }

var declaredSections = []declared{
	{"收入支出决算总体情况说明", ids("F01"), []line{
		{when: "F01[收入总计, 金额] = F01[支出总计, 金额]",
			text: "{年}年度收、支总计均为{F01[收入总计, 金额]}。{变化 F01[收入总计, 金额]：收、支总计各：收支}"},
		{when: "F01[收入总计, 金额] ≠ F01[支出总计, 金额]",
			text: "{年}年度收入总计{F01[收入总计, 金额]}，支出总计{F01[支出总计, 金额]}。{变化 F01[收入总计, 金额]：收入总计：收入}"},
		{when: "F01[使用非财政拨款结余, 金额] 不为零 或 F01[年初结转和结余, 金额] 不为零",
			text: "收入总计包括：本年收入合计{F01[本年收入合计, 金额]}〈，使用非财政拨款结余{F01[使用非财政拨款结余, 金额]}〉〈，年初结转和结余{F01[年初结转和结余, 金额]}〉。"},
		{when: "F01[结余分配, 金额] 不为零 或 F01[年末结转和结余, 金额] 不为零",
			text: "支出总计包括：本年支出合计{F01[本年支出合计, 金额]}〈，结余分配{F01[结余分配, 金额]}〉〈，年末结转和结余{F01[年末结转和结余, 金额]}〉。"},
	}},
	{"收入决算情况说明", ids("F02"), []line{
		{heading: true, text: "（一）收入决算结构情况"},
		{text: "{年}年度收入合计{F02[合计, 本年收入合计]}，其中：{各 收入}。"},
		{heading: true, text: "（二）收入决算具体情况"},
		{each: "F02 每列", when: "F02[合计, 本列] 不为零 或 上年.F02[合计, 本列] 不为零",
			text: "{序号}．{本列}{F02[合计, 本列]}。{变化 F02[合计, 本列]：：收入}"},
	}},
	{"支出决算情况说明", ids("F03"), []line{
		{heading: true, text: "（一）支出决算结构情况"},
		{text: "{年}年度支出合计{F03[合计, 本年支出合计]}，其中：{各 支出}。"},
		{heading: true, text: "（二）支出决算具体情况"},
		{each: "F03 每列", when: "F03[合计, 本列] 不为零 或 上年.F03[合计, 本列] 不为零",
			text: "{序号}．{本列}{F03[合计, 本列]}。{变化 F03[合计, 本列]：：支出}"},
	}},
	{"财政拨款收入支出决算总体情况说明", ids("F04"), []line{
		{when: "F04[收入总计, 金额] = F04[支出总计, 合计]",
			text: "{年}年度财政拨款收、支总计均为{F04[收入总计, 金额]}。{变化 F04[收入总计, 金额]：财政拨款收、支总计各：收支}"},
		{when: "F04[收入总计, 金额] ≠ F04[支出总计, 合计]",
			text: "{年}年度财政拨款收入总计{F04[收入总计, 金额]}，支出总计{F04[支出总计, 合计]}。{变化 F04[收入总计, 金额]：财政拨款收入总计：收入}"},
	}},
	{"一般公共预算财政拨款支出决算情况说明", ids("F05"), []line{
		{when: "F05 无数", text: "本部门没有一般公共预算财政拨款支出。"},
		{when: "F05 无数 且 上年.F05[合计, 小计] 不为零", text: "{变化 F05[合计, 小计]：一般公共预算财政拨款支出：支出}"},
		{when: "F05 有数", heading: true, text: "（一）一般公共预算财政拨款支出决算总体情况"},
		{when: "F05 有数", text: "{年}年度一般公共预算财政拨款支出{F05[合计, 小计]}〈，占本年支出合计的{F05[合计, 小计] ÷ F03[合计, 本年支出合计]}〉。{变化 F05[合计, 小计]：一般公共预算财政拨款支出：支出}"},
		{when: "F05 有数", heading: true, text: "（二）一般公共预算财政拨款支出决算结构情况"},
		{when: "F05 有数", text: "{年}年度一般公共预算财政拨款支出{F05[合计, 小计]}，主要用于以下方面：{各 类}。"},
		{when: "F05 有数", heading: true, text: "（三）一般公共预算财政拨款支出决算具体情况"},
		{when: "F05 有数", text: "{年}年度一般公共预算财政拨款支出年初预算为【…】万元，支出决算为{F05[合计, 小计]}，完成年初预算的【…】%，【主要原因：…】。其中："},
		{each: "F05 每项", when: "F05[本行, 小计] 不为零",
			text: "{序号}．{类款项}。年初预算为【…】万元，支出决算为{F05[本行, 小计]}，完成年初预算的【…】%，【主要原因：…】。"},
	}},
	{"一般公共预算财政拨款基本支出决算情况说明", ids("F06"), []line{
		{when: "F06 有数", text: "{年}年度一般公共预算财政拨款基本支出决算{F05[合计, 基本支出]}，包括人员经费和公用经费，具体如下："},
		{when: "F06 有数", text: "人员经费{F06[人员经费合计, 金额]}〈，占{F06[人员经费合计, 金额] ÷ F05[合计, 基本支出]}〉〈，主要包括：{各 人员经费}〉。"},
		{when: "F06 有数", text: "公用经费{F06[公用经费合计, 金额]}〈，占{F06[公用经费合计, 金额] ÷ F05[合计, 基本支出]}〉〈，主要包括：{各 公用经费}〉。"},
		{when: "F06 无数", text: "本部门没有一般公共预算财政拨款基本支出。"},
	}},
	{"政府性基金预算财政拨款收入支出决算情况说明", ids("F07"), []line{
		{when: "F07 无数", text: "本部门没有政府性基金预算财政拨款收入，也没有政府性基金预算财政拨款安排的支出。"},
		{when: "F07 无数 且 上年.F07[合计, 小计] 不为零", text: "{变化 F07[合计, 小计]：政府性基金预算财政拨款支出：支出}"},
		{when: "F07 有数", text: "{年}年度政府性基金预算财政拨款〈年初结转和结余{F07[合计, 年初结转和结余]}，〉〈本年收入{F07[合计, 本年收入]}，〉本年支出{F07[合计, 小计]}〈，年末结转和结余{F07[合计, 年末结转和结余]}〉。本年支出中，基本支出{F07[合计, 基本支出]}，项目支出{F07[合计, 项目支出]}。{变化 F07[合计, 小计]：政府性基金预算财政拨款支出：支出}"},
		{each: "F07 每项", when: "F07[本行, 小计] 不为零", text: "{序号}．{类款项}支出决算为{F07[本行, 小计]}〈，占{F07[本行, 小计] ÷ F07[合计, 小计]}〉，主要用于【…】。"},
	}},
	{"国有资本经营预算财政拨款支出决算情况说明", ids("F08"), []line{
		{when: "F08 无数", text: "本部门没有国有资本经营预算财政拨款安排的支出。"},
		{when: "F08 无数 且 上年.F08[合计, 小计] 不为零", text: "{变化 F08[合计, 小计]：国有资本经营预算财政拨款支出：支出}"},
		{when: "F08 有数", text: "{年}年度国有资本经营预算财政拨款〈年初结转和结余{F08[合计, 年初结转和结余]}，〉〈本年收入{F08[合计, 本年收入]}，〉本年支出{F08[合计, 小计]}〈，年末结转和结余{F08[合计, 年末结转和结余]}〉。本年支出中，基本支出{F08[合计, 基本支出]}，项目支出{F08[合计, 项目支出]}。{变化 F08[合计, 小计]：国有资本经营预算财政拨款支出：支出}"},
		{each: "F08 每项", when: "F08[本行, 小计] 不为零", text: "{序号}．{类款项}支出决算为{F08[本行, 小计]}〈，占{F08[本行, 小计] ÷ F08[合计, 小计]}〉，主要用于【…】。"},
	}},
	{"财政拨款“三公”经费支出决算情况说明", ids("F09"), threePublic},
}

var threePublic = []line{
	{when: "F09 无数", text: "本部门没有财政拨款安排的“三公”经费。"},
	{when: "F09 有数", heading: true, text: "（一）“三公”经费支出决算总体情况"},
	{when: "F09 有数", text: "{年}年度财政拨款“三公”经费支出〈预算为{F09[预算数, 合计]}，〉决算为{F09[决算数, 合计]}{完成 F09[决算数, 合计] ÷ F09[预算数, 合计]}。{变化 F09[决算数, 合计]：“三公”经费支出决算：支出}"},
	{when: "F09[决算数, 合计] 不为零", text: "支出决算中，因公出国（境）费{F09[决算数, 因公出国（境）费]}〈，占{F09[决算数, 因公出国（境）费] ÷ F09[决算数, 合计]}〉；公务用车购置及运行维护费{F09[决算数, 公务用车购置及运行维护费]}〈，占{F09[决算数, 公务用车购置及运行维护费] ÷ F09[决算数, 合计]}〉；公务接待费{F09[决算数, 公务接待费]}〈，占{F09[决算数, 公务接待费] ÷ F09[决算数, 合计]}〉。"},
	{when: "F09 有数", heading: true, text: "（二）“三公”经费支出决算具体情况"},
	{when: "F09 有数", text: "1．因公出国（境）费〈预算为{F09[预算数, 因公出国（境）费]}，〉决算为{F09[决算数, 因公出国（境）费]}{完成 F09[决算数, 因公出国（境）费] ÷ F09[预算数, 因公出国（境）费]}。{变化 F09[决算数, 因公出国（境）费]：：支出}"},
	{when: "F09[决算数, 因公出国（境）费] 不为零", text: "全年因公出国（境）团组【…】个，累计【…】人次，主要用于【…】。"},
	{when: "F09 有数", text: "2．公务用车购置及运行维护费〈预算为{F09[预算数, 公务用车购置及运行维护费]}，〉决算为{F09[决算数, 公务用车购置及运行维护费]}{完成 F09[决算数, 公务用车购置及运行维护费] ÷ F09[预算数, 公务用车购置及运行维护费]}。{变化 F09[决算数, 公务用车购置及运行维护费]：：支出}"},
	{when: "F09 有数", text: "其中：公务用车购置费{F09[决算数, 公务用车购置费]}{完成 F09[决算数, 公务用车购置费] ÷ F09[预算数, 公务用车购置费]}；公务用车运行维护费{F09[决算数, 公务用车运行维护费]}{完成 F09[决算数, 公务用车运行维护费] ÷ F09[预算数, 公务用车运行维护费]}。"},
	{when: "F09[决算数, 公务用车购置费] 不为零", text: "全年购置公务用车【…】辆。"},
	{when: "F09[决算数, 公务用车运行维护费] 不为零", text: "年末财政拨款开支运行维护费的公务用车保有量为【…】辆，运行维护费主要用于【…】。"},
	{when: "F09 有数", text: "3．公务接待费〈预算为{F09[预算数, 公务接待费]}，〉决算为{F09[决算数, 公务接待费]}{完成 F09[决算数, 公务接待费] ÷ F09[预算数, 公务接待费]}。{变化 F09[决算数, 公务接待费]：：支出}"},
	{when: "F09[决算数, 公务接待费] 不为零", text: "国内公务接待【…】批次、【…】人次，国（境）外公务接待【…】批次、【…】人次，主要用于【…】。"},
}

var declaredLists = map[string]listing{
	"收入":   {each: "F02 每列", join: "；", text: "{本列}{F02[合计, 本列]}〈，占{F02[合计, 本列] ÷ F02[合计, 本年收入合计]}〉"},
	"支出":   {each: "F03 每列", join: "；", text: "{本列}{F03[合计, 本列]}〈，占{F03[合计, 本列] ÷ F03[合计, 本年支出合计]}〉"},
	"类":    {each: "F05 每类", when: "F05[本行, 小计] 不为零", join: "；", text: "{类款项}{F05[本行, 小计]}〈，占{F05[本行, 小计] ÷ F05[合计, 小计]}〉"},
	"人员经费": {each: "F06 " + form.PersonnelClasses, when: "F06[本行, 金额] 不为零", join: "、", text: "{名称}"},
	"公用经费": {each: "F06 " + form.PublicUseClasses, when: "F06[本行, 金额] 不为零", join: "、", text: "{名称}"},
}

// comparison is what is said of a figure against another, by how it came out.
// {差} is the difference, {率} that in percent of the other, {比} the figure in percent of
// the other, {主语} what is compared, {无} what the other had none of.
type comparison struct{ more, less, same, nearly, fromNothing, nothing, unknown string }

var declaredChange = comparison{
	more:        "与{上年}年度相比，{主语}增加{差}〈，增长{率}〉，【主要原因：…】。",
	less:        "与{上年}年度相比，{主语}减少{差}〈，下降{率}〉，【主要原因：…】。",
	same:        "与{上年}年度持平。",
	nearly:      "与{上年}年度基本持平。",
	fromNothing: "与{上年}年度相比，{主语}增加{差}，上年无此项{无}，【主要原因：…】。",
	nothing:     "与{上年}年度持平。",
	unknown:     "【与上年相比：…】。",
}

var declaredCompletion = comparison{
	more:        "〈，完成预算的{比}〉，决算数大于预算数，【主要原因：…】",
	less:        "〈，完成预算的{比}〉，决算数小于预算数，【主要原因：…】",
	same:        "〈，完成预算的{比}〉，与预算持平",
	nearly:      "〈，完成预算的{比}〉，与预算基本持平",
	fromNothing: "，没有安排预算，【主要原因：…】",
}

// What is said about the draft itself; %s as in package say.
const (
	textTitle     = "%s年度部门决算情况说明"
	missingForm   = "【缺%s，这一节没有写。】"
	excusedForm   = "【没有%s（%s），这一节没有写。】"
	notErrors     = "有 %d 处错误还没改，草稿里的数可能不对。"
	notComplete   = "有的内容没有检查到，草稿里的数请再核对。"
	notPrevious   = "没有给上年的报表，与上年相比的句子留空。"
	otherYear     = "给的上年报表是 %d 年的，本年报表是 %d 年的，没有用来比较。"
	unitNotKnown  = "本年或上年的报表没有写金额单位，没有用来比较。"
	yearNotKnown  = "报表上没有写明年度，请核对给的上年报表确是上一年的。"
	otherName     = "上年报表的部门是“%s”，与本年的“%s”不同，请核对。"
	otherErrors   = "上年的报表有 %d 处错误，与上年相比的数可能不对。"
	convertedTo   = "表上的金额单位是%s，草稿换算成%s，四舍五入保留两位小数。"
	noUnit        = "表上没有写金额单位，草稿里的数也没有单位。"
	notWritten    = "机关运行经费、政府采购、国有资产占用、预算绩效和名词解释，表里没有数，需要另写。"
	unknownFigure = "【…】"
	unknownYear   = "【…】"
	unknownUnit   = "【单位】"
	unknownName   = "【科目名称】"
)

func ids(list ...form.ID) []form.ID { return list }
