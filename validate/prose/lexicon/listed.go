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

// Headers of the table of a section about the general budget that lists its classes, what stands in
// brackets left out.
const (
	ClassNames  = "功能分类|科目名称|科目|功能科目|功能分类科目|支出功能分类|支出功能分类科目|类级科目|类款项|支出科目|项目|项目名称|支出项目|功能分类名称|类别|款级科目|功能科目名称"
	ClassTotals = "合计|总计|支出合计|本年支出合计"
)

// ClassColumns are the headers of what such a table says, by measure.
var ClassColumns = map[string]string{
	Final:   "决算数|决算|金额|支出决算|支出决算数|支出金额|本年决算数|本年决算|决算金额|支出数|本年支出|本年支出决算|支出",
	Opening: "年初预算|年初预算数|年初预算金额",
	Before:  "上年决算数|上年决算|上年数|上年支出|上年金额|上年支出决算",
	Share:   "占比|比重|比例|所占比重|所占比例|占支出比重|占支出比例|占一般公共预算财政拨款支出的比重|占一般公共预算财政拨款支出比重|占总支出比重|占支出合计比重|占合计的比重",
	Done:    "完成率|完成比例|完成年初预算|完成年初预算比例|预算完成率|完成年初预算的比例",
}

// SpentOn are what stands in front of what was spent on a project, where that is all that does.
const SpentOn = "执行|执行为|执行金额|支出|支出为|全年支出|全年执行|实际执行|实际使用|使用|完成支出|实际支出"
