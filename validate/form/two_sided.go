package form

// Groups that a Σ runs over on the two-sided forms.
const (
	Classes     = "各类"   // the functional classes printed by name
	IncomeLines = "收入项目" // 一…八 of F01, 一…三 of F04
	OpeningFund = "年初各项" // the three fund lines under 年初 on F04

	YearExpenditure = "本年支出合计" // the row that sums the classes
)

var f01 = Form{
	ID: "F01", Title: "收入支出决算总表", Short: "收支总表", Keying: ByLabel,
	titles: titlesF01,
	Keys:   &lineKeys, Noted: &besideFinal, NotedRows: &balanceLines,
	Columns: []Column{
		{ID: "金额", Side: Income, Headers: []string{amounts}},
		{ID: "金额", Side: Expenditure, Headers: []string{amounts}},
	},
	Whole: "财政拨款收入", WholeOf: []string{"一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入"},
	ListsClasses: true, Rows: []Row{
		optional(Income, IncomeLines, "财政拨款收入", grants),
		row(Income, IncomeLines, "一般公共预算财政拨款收入", generalIncome),
		row(Income, IncomeLines, "政府性基金预算财政拨款收入", fundIncome),
		optional(Income, IncomeLines, "国有资本经营预算财政拨款收入", stateIncome),
		row(Income, IncomeLines, "上级补助收入", fromAbove),
		row(Income, IncomeLines, "事业收入", undertaking),
		row(Income, IncomeLines, "经营收入", business),
		row(Income, IncomeLines, "附属单位上缴收入", fromBelow),
		row(Income, IncomeLines, "其他收入", otherIncome),
		row(Income, "", "本年收入合计", incomeTotals+"|"+lineTotals),
		optional(Income, "", "使用非财政拨款结余", surplusUsed),
		optional(Income, "", "年初结转和结余", openings),
		grand(Income, "收入总计", grandIncome, laterIncome),
		row(Expenditure, "", YearExpenditure, expenditureTotals+"|"+lineTotals),
		optional(Expenditure, "", "结余分配", surplusShared),
		optional(Expenditure, "", "年末结转和结余", closings+"|"+closingShort),
		grand(Expenditure, "支出总计", grandExpenditure, laterExpenditure),
	},
}

var f04 = Form{
	ID: "F04", Title: "财政拨款收入支出决算总表", Short: "财政拨款总表", Keying: ByLabel,
	titles: titlesF04,
	Keys:   &lineKeys, Noted: &besideFinal, NotedRows: &balanceLines,
	Columns: []Column{
		{ID: "金额", Side: Income, Headers: []string{amounts}},
		{ID: "合计", Side: Expenditure, Headers: []string{parts + "|金额"}},
		{ID: "一般公共预算", Side: Expenditure, Headers: []string{generalExpenditure}},
		{ID: "政府性基金预算", Side: Expenditure, Headers: []string{fundExpenditure}},
		{ID: "国有资本经营预算", Side: Expenditure, Spare: true, Headers: []string{stateExpenditure}},
	},
	ListsClasses: true, Rows: []Row{
		row(Income, IncomeLines, "一般公共预算财政拨款", generalIncome),
		row(Income, IncomeLines, "政府性基金预算财政拨款", fundIncome),
		optional(Income, IncomeLines, "国有资本经营预算财政拨款", stateIncome),
		row(Income, "", "本年收入合计", incomeTotals+"|"+lineTotals),
		optional(Income, "", "年初财政拨款结转和结余", openingGrants),
		ofOpening("年初一般公共预算财政拨款", general+"|一般公共预算财政拨款结转和结余|一般公共预算结转和结余|一般公共预算财政拨款结转结余"),
		ofOpening("年初政府性基金预算财政拨款", fund+"|政府性基金预算财政拨款结转和结余|政府性基金预算结转和结余|政府性基金预算财政拨款结转结余"),
		ofOpening("年初国有资本经营预算财政拨款", state+"|国有资本经营预算财政拨款结转和结余|国有资本经营预算结转和结余|国有资本经营预算财政拨款结转结余"),
		grand(Income, "收入总计", grandIncome, laterIncome),
		row(Expenditure, "", YearExpenditure, expenditureTotals+"|"+lineTotals),
		optional(Expenditure, "", "年末财政拨款结转和结余", closingGrants),
		grand(Expenditure, "支出总计", grandExpenditure, laterExpenditure),
	},
}
