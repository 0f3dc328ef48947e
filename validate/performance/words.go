package performance

// Spellings of headers and labels, as form.Normalize writes them, without brackets and
// what is in them. A new one is one string.
var (
	nameLabels       = []string{"项目名称", "专项名称", "预算项目名称", "项目(政策)名称"}
	departmentLabels = []string{"主管部门", "主管部门及代码", "预算主管部门", "主管单位", "部门名称", "预算部门"}
	agencyLabels     = []string{"实施单位", "项目实施单位", "资金使用单位", "项目单位", "预算单位", "实施部门", "具体实施单位", "项目承担单位"}

	// Of the table of a whole department.
	wholeLabels = []string{"部门名称", "单位名称", "预算部门名称", "预算单位名称", "部门名称及代码", "预算部门", "预算单位", "填报单位", "填报部门"}
	wholeWords  = []string{"整体"} // of its title
	kindNames   = []string{"基本支出", "项目支出", "人员经费", "公用经费", "经营支出", "上缴上级支出", "对附属单位补助支出"}
	kindParts   = []string{"人员经费", "公用经费"} // of 基本支出, where that is a row
	taskWords   = []string{"任务", "重点工作"}   // rows below 项目支出

	budgetHeads = []string{"年初预算数", "年初预算", "年初预算金额", "年初批复数", "年初预算安排数"}
	fullHeads   = []string{"全年预算数", "全年预算", "调整后预算数", "调整后预算", "调整预算数", "全年预算金额", "调整后全年预算数", "全年预算安排数", "预算数", "预算金额"}
	doneHeads   = []string{"全年执行数", "全年执行", "执行数", "预算执行数", "实际执行数", "全年支出数", "实际支出数", "全年实际支出数", "决算数", "支出数", "执行金额", "实际支出", "全年执行金额"}
	rateHeads   = []string{"执行率", "预算执行率", "资金执行率", "支出执行率"}
	weightHeads = []string{"分值", "权重", "标准分", "满分", "分值权重", "权重分值", "标准分值", "指标分值", "指标权重", "执行率权重", "权数"}
	scoreHeads  = []string{"得分", "自评得分", "实际得分", "评分", "自评分", "指标得分", "自评分数", "评价得分", "分数", "绩效自评得分", "自评总分", "自评总得分", "总分", "综合得分", "绩效得分", "执行率得分"}

	firstHeads  = []string{"一级指标", "一级"}
	secondHeads = []string{"二级指标", "二级"}
	thirdHeads  = []string{"三级指标", "三级", "指标名称", "指标内容", "三级指标名称"}
	natureHeads = []string{"指标性质", "计算符号", "指标方向", "性质"}
	targetHeads = []string{"年度指标值", "指标值", "预期指标值", "年度目标值", "目标值", "计划指标值", "年初目标值", "绩效指标值", "年初设定值", "预期值", "计划值", "年初指标值"}
	adjustHeads = []string{"调整指标值", "调整后指标值", "全年指标值", "年度调整指标值"} // in the place of the others where filled in
	unitHeads   = []string{"度量单位", "计量单位", "指标单位", "单位"}
	actualHeads = []string{"实际完成值", "实际完成指标值", "完成值", "年末完成值", "全年完成值", "全年实际值", "实际值", "实际完成情况", "全年实际完成值", "完成情况", "年度完成值", "实际完成"}
	reasonWords = []string{"原因", "备注"}

	gradeHeads  = []string{"自评等级", "评价等级", "等级", "绩效等级", "评定等级", "自评等次", "评价等次", "等次", "自评结果", "评价结果", "自评结论", "绩效自评等级", "自评评级", "评级", "绩效评级"}
	numberHeads = []string{"序号", "编号"}
	sumLabels   = []string{"小计", "分计"} // of some rows of a summary
	deductions  = []string{"扣分", "减分"} // rows that may take points

	fundTotals  = []string{"年度资金总额", "资金总额", "总额", "合计", "年度预算总额", "项目资金总额", "预算总额", "总计", "年度资金总计", "资金合计", "年度资金合计", "年度总额", "全年资金总额", "资金总计", "年度总金额", "总金额", "年度预算资金"}
	fundWords   = []string{"资金", "拨款", "结转", "其他", "其它", "其中", "补助", "安排", "财政", "收入", "专户", "债券", "自筹", "基金", "中央", "省", "市", "县", "区", "本级", "上级", "贷款", "金额", "总额", "合计", "总计"}
	fundParents = []string{"财政"} // a part of these words may have parts of its own below
	fundWithin  = []string{"上级", "中央", "省级", "省", "市级", "县级", "区级", "本级", "一般公共预算", "政府性基金", "国有资本", "一般债券", "专项债券", "社会投入"}
	goalWords   = []string{"年度总体目标", "总体目标", "年度目标", "年度绩效目标", "年初预期目标", "预期目标", "绩效目标", "年度总体目标完成情况", "项目总体目标", "总体目标完成情况"}

	totalLabels = []string{"总分", "合计", "总计", "总得分", "自评总分", "得分合计", "自评得分", "合计得分", "总分合计", "自评总得分", "综合得分", "评价得分", "绩效自评总分", "总分值", "自评总分值"}
	aboveLabels = []string{"总分", "自评总分", "总得分", "自评得分", "自评总得分", "综合得分", "评价得分", "自评分"}
	concluding  = []string{"评价结论", "自评结论", "结论", "综合评价结论", "自评综述", "综合评价"}

	costWords      = []string{"成本"}
	executionWords = []string{"预算执行率", "预算执行", "资金执行率", "执行率"}
	continuing     = []string{"续表", "(续)", "(续"}
)

// grades are the words for a grade, best first.
var grades = [][]string{{"优秀", "优"}, {"良好", "良"}, {"中等", "中", "合格", "一般"}, {"不合格", "较差", "差"}}

// usualLimits are from which score on a grade is given, where the text does not say.
var usualLimits = []int64{90, 80, 60, 0}

// noReason are words in the place of a reason that give none.
var noReason = []string{"无", "无偏差", "没有", "不适用", "暂无", "无。"}

// unfilledWords are what a template says to the one who fills it in.
var unfilledWords = []string{"填写说明", "填报说明", "请概括", "请逐条", "请逐项", "请填写", "请简要", "请说明", "请描述", "删除本说明", "填写后删除", "××", "XX", "xx", "＊＊"}

// belowNotes begin notes that are printed below a table for good.
var belowNotes = []string{"注", "备注", "填表说明", "说明", "填报人", "备注说明", "填表人", "项目负责人", "联系人", "联系电话"}
