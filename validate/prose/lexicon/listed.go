package lexicon

// Headers and labels of the small table that lists what was bought by kind, within the text;
// what stands in brackets left out. A new one is one string; the kinds are those of the
// sentences.
const (
	ListedNames  = "品目|类别|采购品目|采购类别|采购类型|品目类别|品目名称|项目类别|采购项目|项目|类型|采购项目类别"
	ListedMoney  = "金额|采购金额|支出金额|采购支出|采购支出金额|支出|决算数|政府采购金额|政府采购支出|政府采购支出金额|实际采购金额|采购总额"
	ListedShares = "占比|比例|占总额比例|所占比例|比重|所占比重|占采购总额比例|占采购总额的比例|占政府采购支出总额的比例|占政府采购支出总额比例|占总额的比重"
	ListedTotals = "合计|总计|采购总额|政府采购支出总额|政府采购支出合计|采购金额合计"
)

// SpentOn are what stands in front of what was spent on a project, where that is all that does.
const SpentOn = "执行|执行为|执行金额|支出|支出为|全年支出|全年执行|实际执行|实际使用|使用|完成支出|实际支出"
