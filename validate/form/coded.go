package form

// codeKeys head the columns of codes and names.
var codeKeys = []string{"项目", "科目编码", "科目名称", "功能分类科目编码", "支出功能分类科目编码", "功能分类科目名称",
	"功能科目编码", "功能科目名称", "科目代码", "编码", "名称", "类", "款", "项", "类款项", "栏次", "支出功能分类", "功能分类",
	"科目", "经济分类科目编码", "经济分类科目名称", "经济科目编码", "经济科目名称", "支出经济分类科目编码", "经济分类", "项目名称", "功能分类科目", "经济分类科目",
	"支出经济分类", "政府功能分类科目编码", "人员经费科目编码", "公用经费科目编码", "部门预算支出经济分类科目编码", "部门预算支出经济分类科目名称",
	"支出经济分类科目名称", "支出功能分类科目名称"}

// remarks head columns that are no part of the forms: remarks, and what compares
// the year's figures with others.
var remarks = []string{"备注", "行次", "序号", "上年决算", "上年决算数", "上年数", "增减", "增减额", "增减率", "增减%", "增减变化",
	"增减变动", "增减幅度", "比上年增减", "增长率", "完成率", "完成预算", "预算完成率", "占比", "比重"}

// balanceParts are sub-columns of the opening and closing balances that some
// sets print; the balances themselves are judged.
var balanceParts = append([]string{"基本支出结转", "项目支出结转", "项目支出结转和结余", "基本支出结转和结余", "项目支出结余"}, remarks...)

// Sub-columns that some sets print under a column of the forms. They are parts
// of it, in no identity of the nine forms.
const (
	underBasic   = "基本支出/人员经费|公用经费|日常公用经费"
	underProject = "项目支出/基本建设类项目|行政事业类项目|基本建设项目|行政事业类|其他项目"
	underBalance = "年初结转和结余|上年结转和结余|年初结转结余|上年结转|年初结转|本年收入|本年收入合计|收入|收入合计|年末结转和结余|结转下年|年末结转结余|年末结转" +
		"/基本支出|项目支出|人员经费|公用经费|日常公用经费"
	underGrant = "财政拨款收入/一般公共预算|一般公共预算财政拨款|一般公共预算财政拨款收入|政府性基金预算|政府性基金预算财政拨款|政府性基金预算财政拨款收入|" +
		"国有资本经营预算|国有资本经营预算财政拨款|国有资本经营预算财政拨款收入"
	underOwn = "事业收入/教育收费|教育收费收入"
)

var f02 = Form{
	ID: "F02", Title: "收入决算表", Short: "收入决算表", Keying: ByFunctional, Codes: &functional,
	Titles: []string{"收入决算表", "收入决算总表"}, Weaker: []string{"收入决算明细表"}, Keys: codeKeys, Noted: remarks, NotedAt: []string{underGrant, underOwn},
	Columns: []Column{
		{ID: "本年收入合计", Headers: []string{"本年收入合计|收入合计|本年收入|合计|总计"}},
		{ID: "财政拨款收入", Headers: []string{"财政拨款收入/小计|合计", "财政拨款收入"}},
		{ID: "上级补助收入", Headers: []string{"上级补助收入"}},
		{ID: "事业收入", Headers: []string{"事业收入/小计|合计", "事业收入"}},
		{ID: "经营收入", Headers: []string{"经营收入|事业单位经营收入"}},
		{ID: "附属单位上缴收入", Headers: []string{"附属单位上缴收入|附属单位缴款|附属单位上缴"}},
		{ID: "其他收入", Headers: []string{"其他收入"}},
	},
}

var f03 = Form{
	ID: "F03", Title: "支出决算表", Short: "支出决算表", Keying: ByFunctional, Codes: &functional,
	Titles: []string{"支出决算表", "支出决算总表"}, Weaker: []string{"支出决算明细表"}, Keys: codeKeys, Noted: remarks, NotedAt: []string{underBasic, underProject},
	Columns: []Column{
		{ID: "本年支出合计", Headers: []string{"本年支出合计|支出合计|本年支出|合计|总计"}},
		{ID: "基本支出", Headers: []string{"基本支出/小计|合计", "基本支出|基本支出小计|基本支出合计"}},
		{ID: "项目支出", Headers: []string{"项目支出/小计|合计", "项目支出|项目支出小计|项目支出合计"}},
		{ID: "上缴上级支出", Headers: []string{"上缴上级支出|上缴上级"}},
		{ID: "经营支出", Headers: []string{"经营支出|事业单位经营支出"}},
		{ID: "对附属单位补助支出", Headers: []string{"对附属单位补助支出|对附属单位补助|对下级单位补助支出|对附属单位补助支出合计"}},
	},
}

// expenditureParts are the three expenditure columns that F05, F07 and F08 share.
func expenditureParts() []Column {
	return []Column{
		{ID: "小计", Headers: []string{"本年支出/小计|合计", "本年支出合计|支出合计|本年支出|小计|合计|总计"}},
		{ID: "基本支出", Headers: []string{"本年支出/基本支出/小计|合计", "本年支出/基本支出", "基本支出/小计|合计", "基本支出"}},
		{ID: "项目支出", Headers: []string{"本年支出/项目支出/小计|合计", "本年支出/项目支出", "项目支出/小计|合计", "项目支出"}},
	}
}

// withBalances puts opening balance and income before the expenditure, and the
// closing balance after it.
func withBalances(optional bool) []Column {
	cols := []Column{
		{ID: "年初结转和结余", Optional: optional, Headers: []string{"年初结转和结余|上年结转和结余|年初结转结余|上年结转|年初结转", "年初结转和结余/小计|合计"}},
		{ID: "本年收入", Optional: optional, Headers: []string{"本年收入|本年收入合计|收入|收入合计", "本年收入/小计|合计"}},
	}
	cols = append(cols, expenditureParts()...)
	return append(cols, Column{ID: "年末结转和结余", Optional: optional,
		Headers: []string{"年末结转和结余|结转下年|年末结转结余|年末结转", "年末结转和结余/小计|合计"}})
}

var f05 = Form{
	ID: "F05", Title: "一般公共预算财政拨款支出决算表", Short: "一般公共预算支出表", Keying: ByFunctional, Codes: &functional,
	Titles: []string{"一般公共预算财政拨款支出决算表", "一般公共预算支出决算表", "一般公共预算财政拨款支出决算总表"},
	Weaker: []string{"一般公共预算财政拨款支出决算明细表", "一般公共预算财政拨款收入支出决算表"},
	Keys:   codeKeys, Noted: append([]string{"年初结转和结余", "本年收入", "年末结转和结余", "年初预算数", "全年预算数"}, remarks...),
	NotedAt: []string{underBasic, underProject}, Columns: expenditureParts(),
}

var f07 = Form{
	ID: "F07", Title: "政府性基金预算财政拨款收入支出决算表", Short: "政府性基金收支表", Keying: ByFunctional, Codes: &functional,
	Titles: []string{"政府性基金预算财政拨款收入支出决算表", "政府性基金预算财政拨款收支决算表", "政府性基金预算收入支出决算表",
		"政府性基金收入支出决算表", "政府性基金预算财政拨款支出决算表", "政府性基金财政拨款收入支出决算表",
		"政府性基金预算支出决算表", "政府性基金预算收支决算表", "政府性基金支出决算表"},
	Keys: codeKeys, Noted: balanceParts, NotedAt: []string{underBasic, underProject, underBalance}, Columns: withBalances(false),
}

var f08 = Form{
	ID: "F08", Title: "国有资本经营预算财政拨款支出决算表", Short: "国有资本经营支出表", Keying: ByFunctional, Codes: &functional,
	Titles: []string{"国有资本经营预算财政拨款支出决算表", "国有资本经营预算财政拨款收支决算表", "国有资本经营预算支出决算表",
		"国有资本经营财政拨款支出决算表", "国有资本经营支出决算表", "国有资本经营预算收支决算表", "国有资本经营预算财政拨款(收入)支出决算表"},
	Weaker: []string{"国有资本经营预算财政拨款收入支出决算表", "国有资本经营预算收入支出决算表"}, // 四川 publishes it beside
	Keys:   codeKeys, Noted: balanceParts, NotedAt: []string{underBasic, underProject, underBalance}, Columns: withBalances(true), MissingBefore: 2020,
}

// Columns of F06 where it is one list: each amount once more under its kind.
// The total row then has what are rows of their own elsewhere.
const (
	Personnel = "人员经费"
	PublicUse = "公用经费"
)

var f06 = Form{
	ID: "F06", Title: "一般公共预算财政拨款基本支出决算明细表", Short: "基本支出明细表", Keying: ByEconomic, Codes: &economic,
	Titles: []string{"一般公共预算财政拨款基本支出决算明细表", "一般公共预算财政拨款基本支出决算表", "一般公共预算基本支出决算表",
		"一般公共预算基本支出决算明细表", "一般公共预算财政拨款基本支出明细表",
		"一般公共预算财政拨款基本支出经济分类决算表"},
	Weaker: []string{"财政拨款基本支出决算表", "基本支出决算表", "基本支出决算明细表"},
	Keys:   codeKeys, Noted: remarks,
	Columns: []Column{
		{ID: "金额", Headers: []string{"金额|决算数|决算|合计|小计|本年决算数|基本支出|数额|本年决算|全年决算数|全年执行数|支出决算数|支出数|支出金额|" +
			"本年支出|本年支出合计|基本支出合计|基本支出金额|基本支出决算数"}},
		{ID: Personnel, Optional: true, Headers: []string{"人员经费"}},
		{ID: PublicUse, Optional: true, Headers: []string{"公用经费|日常公用经费"}},
	},
	Rows: []Row{
		{Key: "人员经费合计", Labels: []string{"人员经费合计", "人员经费小计"}},
		{Key: "公用经费合计", Labels: []string{"公用经费合计", "公用经费小计", "日常公用经费合计"}},
		{Key: Total, Labels: []string{"合计", "总计", "基本支出合计"}, Optional: true},
	},
}
