package performance

// Words that stand right in front of a figure of the text, as passage.Paragraph writes them,
// words that link them left out. A new one is one string.
var (
	fullSaid   = []string{"全年预算数", "全年预算", "调整后预算数", "调整后预算", "全年预算数金额", "全年预算金额", "全年预算资金", "调整后全年预算数", "全年预算安排"}
	budgetSaid = []string{"年初预算数", "年初预算", "年初预算数金额", "年初预算金额", "年初预算安排", "年初安排预算", "年初预算资金"}
	doneSaid   = []string{"全年执行数", "执行数", "实际支出", "全年支出", "实际执行", "实际支出数", "全年执行", "预算执行数", "全年执行数金额", "全年实际支出", "实际执行数", "累计支出"}
	rateSaid   = []string{"完成预算的", "完成预算", "完成全年预算的", "完成全年预算", "执行率", "预算执行率", "预算完成率", "资金执行率", "完成调整后预算的"}
	gradeSaid  = []string{"等级", "自评等级", "评价等级", "结论", "自评结论", "评价结论", "等次", "评价结果", "自评结果", "评级"}
	sumSaid    = []string{"涉及预算资金", "涉及资金", "涉及金额", "涉及预算金额", "涉及财政资金", "涉及预算", "涉及资金总额", "涉及项目资金", "涉及项目预算资金"}

	// wholeSaid is how the text calls the evaluation of the whole department.
	wholeSaid = []string{"部门整体支出绩效自评", "部门整体绩效自评", "部门整体支出绩效", "部门整体支出", "整体支出绩效自评", "单位整体支出绩效自评", "单位整体支出"}

	// partly say that a figure is of a part only, or of another year.
	partly = []string{"其中", "上年", "上一年", "去年", "部分资金", "财政拨款", "财政资金", "上级资金", "本级资金", "自筹", "其他资金", "结转"}

	// evaluatedBefore and evaluatedBehind say that a number is of the projects evaluated.
	evaluatedBefore = []string{"涵盖项目", "自评项目", "自评的项目", "自评项目数", "评价项目", "年度项目", "覆盖项目", "自评项目个数"}
	evaluatedBehind = []string{"中", "开展", "进行", "自评", "全部", "均", "实施", "支出", "绩效", "纳入"}

	// telling are words without one of which a passage says nothing of a project.
	telling = []string{"得分", "得", "执行", "支出", "等级", "预算", "结论"}

	// inner say that a score is of a part of the table.
	inner = []string{"指标", "执行率", "执行得分", "成本", "产出", "效益", "满意度", "扣"}

	// others say that somebody else evaluated: the score is another.
	others = []string{"部门评价", "财政评价", "重点评价", "第三方", "绩效评价", "复评", "抽查"}

	// goingOn begin a paragraph about the project of the one before.
	goingOn = []string{"该项目", "项目全年", "全年预算", "项目自评", "自评得分", "自评结果", "根据年初", "绩效自评"}
)
