package form

// Groups that a Σ runs over on the two-sided forms.
const (
	Classes     = "各类"   // the functional classes printed by name
	IncomeLines = "收入项目" // 一…八 of F01, 一…三 of F04
	OpeningFund = "年初各项" // the three fund lines under 年初 on F04

	YearExpenditure = "本年支出合计" // the row that sums the classes
)

// lineKeys head the label columns of a two-sided form; 行次 is not among them:
// it holds numbers that are no money.
var lineKeys = []string{"项目", "收入", "支出", "收入项目", "支出项目", "项目名称", "栏次"}

// besideFinal heads columns that some sets print beside the final figures.
var besideFinal = []string{"年初预算数", "全年预算数", "调整预算数", "预算数", "年初预算", "全年预算",
	"调整预算", "本年预算数", "上年决算", "上年决算数", "上年数", "备注", "行次", "增减", "增减额", "增减率", "增减%", "增减变化",
	"增减变动", "增减幅度", "比上年增减", "增长率", "完成率", "完成预算", "预算完成率", "占比", "比重"}

// balanceLines are parts of the balances and of 结余分配 that some years print.
var balanceLines = []string{"基本支出结转", "项目支出结转和结余", "项目支出结转", "经营结余", "提取职工福利基金", "转入事业基金",
	"缴纳所得税", "交纳所得税", "提取专用基金", "提取专用结余", "转入非财政拨款结余", "专用结余", "一般公共预算财政拨款", "政府性基金预算财政拨款",
	"国有资本经营预算财政拨款", "一般公共预算", "政府性基金预算", "国有资本经营预算"}

// amounts heads the one column of figures of a side.
const amounts = "金额|决算数|决算|本年决算数|决算金额|小计|合计|本年决算|本年数|全年决算数|全年执行数|执行数|收入决算数|支出决算数"

var f01 = Form{
	ID: "F01", Title: "收入支出决算总表", Short: "收支总表", Keying: ByLabel,
	Titles: []string{"收入支出决算总表", "收支决算总表", "收入支出决算表", "收支决算表", "收入支出总体情况表"},
	Keys:   lineKeys, Noted: besideFinal, NotedRows: balanceLines,
	Columns: []Column{
		{ID: "金额", Side: Income, Headers: []string{amounts}},
		{ID: "金额", Side: Expenditure, Headers: []string{amounts}},
	},
	Rows: append([]Row{
		row(Income, IncomeLines, "一般公共预算财政拨款收入", "一般公共预算财政拨款", "一般公共预算收入"),
		row(Income, IncomeLines, "政府性基金预算财政拨款收入", "政府性基金预算财政拨款", "政府性基金财政拨款收入", "政府性基金预算收入"),
		optional(row(Income, IncomeLines, "国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款", "国有资本经营财政拨款收入", "国有资本经营预算收入")),
		row(Income, IncomeLines, "上级补助收入"),
		row(Income, IncomeLines, "事业收入"),
		row(Income, IncomeLines, "经营收入", "事业单位经营收入"),
		row(Income, IncomeLines, "附属单位上缴收入", "附属单位缴款", "附属单位上缴"),
		row(Income, IncomeLines, "其他收入"),
		row(Income, "", "本年收入合计", "收入合计", "小计", "本年收入小计", "本年合计"),
		optional(row(Income, "", "使用非财政拨款结余", "用事业基金弥补收支差额", "使用专用结余", "使用非财政拨款结余和专用结余")),
		optional(row(Income, "", "年初结转和结余", "上年结转和结余", "年初结转结余", "上年结转", "上年结转结余")),
		row(Income, "", "收入总计", "总计", "收入合计总计", "收入总合计"),
		row(Expenditure, "", YearExpenditure, "支出合计", "小计", "本年支出小计", "本年合计"),
		optional(row(Expenditure, "", "结余分配")),
		optional(row(Expenditure, "", "年末结转和结余", "结转下年", "年末结转结余", "结转和结余", "年末结转")),
		row(Expenditure, "", "支出总计", "总计", "支出总合计"),
	}, classRows()...),
}

var f04 = Form{
	ID: "F04", Title: "财政拨款收入支出决算总表", Short: "财政拨款总表", Keying: ByLabel,
	Titles: []string{"财政拨款收入支出决算总表", "财政拨款收支决算总表", "财政拨款收入支出决算表", "财政拨款收支决算表"},
	Keys:   lineKeys, Noted: besideFinal, NotedRows: balanceLines,
	Columns: []Column{
		{ID: "金额", Side: Income, Headers: []string{amounts}},
		{ID: "合计", Side: Expenditure, Headers: []string{"合计|小计|金额"}},
		{ID: "一般公共预算", Side: Expenditure, Headers: []string{"一般公共预算财政拨款|一般公共预算|一般公共预算财政拨款支出|一般公共预算支出|公共预算财政拨款"}},
		{ID: "政府性基金预算", Side: Expenditure, Headers: []string{"政府性基金预算财政拨款|政府性基金预算|政府性基金财政拨款|政府性基金|政府性基金预算财政拨款支出|政府性基金预算支出|政府性基金支出"}},
		{ID: "国有资本经营预算", Side: Expenditure, Spare: true, Headers: []string{"国有资本经营预算财政拨款|国有资本经营预算|国有资本经营财政拨款|国有资本经营|国有资本经营预算财政拨款支出|国有资本经营预算支出|国有资本经营支出|国资预算财政拨款"}},
	},
	Rows: append([]Row{
		row(Income, IncomeLines, "一般公共预算财政拨款", "一般公共预算财政拨款收入", "一般公共预算"),
		row(Income, IncomeLines, "政府性基金预算财政拨款", "政府性基金预算财政拨款收入", "政府性基金财政拨款", "政府性基金预算"),
		optional(row(Income, IncomeLines, "国有资本经营预算财政拨款", "国有资本经营预算财政拨款收入", "国有资本经营财政拨款", "国有资本经营预算")),
		row(Income, "", "本年收入合计", "收入合计", "小计", "本年收入小计", "本年合计"),
		optional(row(Income, "", "年初财政拨款结转和结余", "年初结转和结余", "上年结转和结余", "年初财政拨款结转结余", "上年财政拨款结转和结余")),
		after("年初财政拨款结转和结余", "年初一般公共预算财政拨款", "一般公共预算财政拨款", "一般公共预算"),
		after("年初财政拨款结转和结余", "年初政府性基金预算财政拨款", "政府性基金预算财政拨款", "政府性基金财政拨款", "政府性基金预算"),
		after("年初财政拨款结转和结余", "年初国有资本经营预算财政拨款", "国有资本经营预算财政拨款", "国有资本经营财政拨款", "国有资本经营预算"),
		row(Income, "", "收入总计", "总计", "收入总合计"),
		row(Expenditure, "", YearExpenditure, "支出合计", "小计", "本年支出小计", "本年合计"),
		optional(row(Expenditure, "", "年末财政拨款结转和结余", "年末结转和结余", "结转下年", "年末财政拨款结转结余")),
		row(Expenditure, "", "支出总计", "总计", "支出总合计"),
	}, classRows()...),
}

func optional(r Row) Row { r.Optional = true; return r }

// after declares a fund line under the opening balance: the same labels stand
// above as income, so position tells them apart.
func after(key, name string, labels ...string) Row {
	r := row(Income, OpeningFund, name, labels...)
	r.After, r.Optional = key, true
	return r
}
