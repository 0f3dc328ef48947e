package prose

// subject is something of which the text says figures: a row of 文. Its words mean it in
// the sections that it names; a new wording is one string.
type subject struct {
	id    string // of its rules; "" for none
	key   string
	words string // spellings, parted by |, normalized as form.Normalize does
	in    topic  // where the words mean it
	whole string // the key of what 占 … % is a share of, where the sentence does not say
	pair  string // the keys, parted by |, of which it says two figures: 收、支总计各是 X、Y
	final string // where the forms print its 决算, in the equation language
	also  string // other places of the same money, parted by ";": any of them will do
	both  string // another place that must agree as well
	plan  string // where the forms print its budget
	unit  string // what it is counted in; "" for money

	code     string // of a row of a form that has codes
	form     string // that form
	name     string // the row's name
	digits   int    // of its code, which may not be known
	misnamed string // how the text's name differs from the form's; "" for not at all
	taken    bool   // that name is another row's, described elsewhere
	static   bool
}

// The keys of subjects that rules name.
const (
	keyIncome    = "收入合计"
	keySpending  = "支出合计"
	keyGeneral   = "一般公共预算支出"
	keyPublic    = "三公经费"
	keyProcured  = "政府采购"
	keyContracts = "政府采购合同总额" // of what was signed, which is not what was paid
	keyVehicles  = "车辆"
)

// What is left of what vehicles cost to run: where it is said, all of it is.
const (
	ofRunning     = "用车:"
	restOfRunning = "用车:其他"
)

const allMoney = grand | income | expenditure | grants

var subjects = []subject{
	{id: "grand", key: "收支总计", in: grand, pair: "收入总计|支出总计", final: "F01[收入总计, 金额]", also: "F01[支出总计, 金额];F01[本年收入合计, 金额];F01[本年支出合计, 金额]",
		words: "收、支总计|收支总计|收支|收入支出总计|收入、支出总计|收入总计、支出总计|收入总计和支出总计|收入总计与支出总计|收支决算总计|收、支决算总计|收入支出决算总计|收入、支出决算总计|收支总额|收支总决算|收支总数|总收支|收入支出决算总额|收支决算总额|收入、支出总额|收、支总额|收入、支出总规模|收支总规模|收、支总规模|收支规模|收入支出总规模"},
	{id: "grand-income", key: "收入总计", in: grand | income, final: "F01[收入总计, 金额]", also: "F01[本年收入合计, 金额]", words: "收入总计|收入决算总计|总收入|收入总额|收入决算总额|收入总决算"},
	{id: "grand-expenditure", key: "支出总计", in: grand | expenditure, final: "F01[支出总计, 金额]", also: "F01[本年支出合计, 金额]", words: "支出总计|支出决算总计|总支出|支出总额|支出决算总额|支出总决算"},
	{id: "income", key: keyIncome, in: grand | income, final: "F02[合计, 本年收入合计]", also: "F01[本年收入合计, 金额]", words: "收入合计|本年收入合计|本年收入决算合计|本年收入|收入决算合计|本年度收入合计|本年度收入|当年收入合计|收入决算数合计"},
	{id: "expenditure", key: keySpending, in: grand | expenditure | general, final: "F03[合计, 本年支出合计]", also: "F01[本年支出合计, 金额]", words: "支出合计|本年支出合计|本年支出决算合计|财政支出合计|本年支出|支出决算合计|本年度支出合计|本年度支出|当年支出合计|本年总支出|年度支出合计"},
	// The bare words behind the year, which may be the total; the reader says where they are this.
	{id: "income-of-year", key: "年度收入", in: grand | income, final: "F02[合计, 本年收入合计]", also: "F01[本年收入合计, 金额];F01[收入总计, 金额]"},
	{id: "expenditure-of-year", key: "年度支出", in: grand | expenditure, final: "F03[合计, 本年支出合计]", also: "F01[本年支出合计, 金额];F01[支出总计, 金额]"},
	{id: "opening", key: "年初结转和结余", in: grand | income | expenditure, final: "F01[年初结转和结余, 金额]", words: "年初结转和结余|年初结转结余|上年结转和结余|上年结转结余|年初结转"},
	{id: "surplus-used", key: "使用非财政拨款结余", in: grand | income | expenditure, final: "F01[使用非财政拨款结余, 金额]", words: "使用非财政拨款结余|使用非财政拨款结余(含专用结余)|使用专用结余"},
	{id: "surplus-shared", key: "结余分配", in: grand | income | expenditure, final: "F01[结余分配, 金额]", words: "结余分配"},
	{id: "closing", key: "年末结转和结余", in: grand | income | expenditure, final: "F01[年末结转和结余, 金额]", words: "年末结转和结余|年末结转结余|结转下年|年末结转"},

	{id: "appropriation", key: "财政拨款收入", in: grand | income, whole: keyIncome, final: "F02[合计, 财政拨款收入]", words: "财政拨款收入|财政拨款"},
	{id: "superior", key: "上级补助收入", in: grand | income, whole: keyIncome, final: "F02[合计, 上级补助收入]", words: "上级补助收入"},
	{id: "business", key: "事业收入", in: grand | income, whole: keyIncome, final: "F02[合计, 事业收入]", words: "事业收入|事业收入(不含专户管理教育收费)|事业收入(不含教育收费)|事业预算收入"},
	{id: "operating", key: "经营收入", in: grand | income, whole: keyIncome, final: "F02[合计, 经营收入]", words: "经营收入"},
	{id: "affiliated", key: "附属单位上缴收入", in: grand | income, whole: keyIncome, final: "F02[合计, 附属单位上缴收入]", words: "附属单位上缴收入|附属单位缴款"},
	{id: "other-income", key: "其他收入", in: grand | income, whole: keyIncome, final: "F02[合计, 其他收入]", words: "其他收入"},
	{id: "general-income", key: "一般公共预算收入", in: allMoney | general, whole: keyIncome, final: "F01[一般公共预算财政拨款收入, 金额]", also: "F04[一般公共预算财政拨款, 金额]", words: "一般公共预算财政拨款收入|一般公共预算财政拨款本年收入|一般公共预算拨款收入|一般公共预算收入"},
	{id: "fund-income", key: "政府性基金收入", in: allMoney, whole: keyIncome, final: "F01[政府性基金预算财政拨款收入, 金额]", also: "F04[政府性基金预算财政拨款, 金额]", words: "政府性基金预算财政拨款收入|政府性基金预算财政拨款本年收入|政府性基金预算拨款收入|政府性基金收入|政府性基金预算收入|政府性基金财政拨款收入"},
	{id: "capital-income", key: "国有资本收入", in: allMoney, whole: keyIncome, final: "F01[国有资本经营预算财政拨款收入, 金额]", also: "F04[国有资本经营预算财政拨款, 金额]", words: "国有资本经营预算财政拨款收入|国有资本经营预算财政拨款本年收入|国有资本经营预算拨款收入|国有资本经营预算收入|国有资本经营收入|国有资本经营财政拨款收入"},

	// Names without 收入 or 支出 are of income where they stand among kinds of it, and must
	// not be taken for it where 支出 follows.
	{id: "general-income-short", key: "一般公共预算收入", in: grand | income, whole: keyIncome, final: "F01[一般公共预算财政拨款收入, 金额]", words: "一般公共预算财政拨款|一般公共预算拨款|一般公共预算"},
	{id: "fund-income-short", key: "政府性基金收入", in: grand | income, whole: keyIncome, final: "F01[政府性基金预算财政拨款收入, 金额]", words: "政府性基金预算财政拨款|政府性基金预算拨款|政府性基金预算|政府性基金"},
	{id: "capital-income-short", key: "国有资本收入", in: grand | income, whole: keyIncome, final: "F01[国有资本经营预算财政拨款收入, 金额]", words: "国有资本经营预算财政拨款|国有资本经营预算拨款|国有资本经营预算|国有资本经营"},
	{id: "general-spent", key: "一般公共预算支出", in: grand, whole: keySpending, final: "F04[本年支出合计, 一般公共预算]", words: "一般公共预算财政拨款支出|一般公共预算支出|一般公共预算拨款支出"},
	{id: "fund-spent", key: "政府性基金支出", in: grand | grants | expenditure | income | general, whole: keySpending, final: "F04[本年支出合计, 政府性基金预算]", words: "政府性基金预算财政拨款支出|政府性基金预算财政拨款本年支出|政府性基金预算支出|政府性基金支出|政府性基金预算拨款支出|政府性基金财政拨款支出"},
	{id: "capital-spent", key: "国有资本支出", in: grand | grants | expenditure | income | general, whole: keySpending, final: "F04[本年支出合计, 国有资本经营预算]", words: "国有资本经营预算财政拨款支出|国有资本经营预算财政拨款本年支出|国有资本经营预算支出|国有资本经营支出|国有资本经营预算拨款支出|国有资本经营财政拨款支出"},
	{key: "教育收费", in: grand | income, whole: keyIncome, words: "财政专户管理教育收费|教育收费|财政专户管理资金收入"},

	{id: "basic", key: "基本支出", in: grand | expenditure, whole: keySpending, final: "F03[合计, 基本支出]", words: "基本支出|日常支出|日常运转支出"},
	{id: "project", key: "项目支出", in: grand | expenditure, whole: keySpending, final: "F03[合计, 项目支出]", words: "项目支出|专项业务工作的经费支出|专项业务工作的支出|专项业务工作经费支出"},
	{id: "upwards", key: "上缴上级支出", in: grand | expenditure, whole: keySpending, final: "F03[合计, 上缴上级支出]", words: "上缴上级支出"},
	{id: "operating-expenditure", key: "经营支出", in: grand | expenditure, whole: keySpending, final: "F03[合计, 经营支出]", words: "经营支出"},
	{id: "downwards", key: "对附属单位补助支出", in: grand | expenditure, whole: keySpending, final: "F03[合计, 对附属单位补助支出]", words: "对附属单位补助支出|对附属单位补助|附属单位补助支出"},

	{id: "grants", key: "财政拨款收支总计", in: grants, pair: "财政拨款收入总计|财政拨款支出总计", final: "F04[收入总计, 金额]", also: "F04[支出总计, 合计];F04[本年收入合计, 金额];F04[本年支出合计, 合计]",
		words: "财政拨款收、支总计|财政拨款收支总计|财政拨款收入支出总计|财政拨款收入、支出总计|财政拨款收入总计、支出总计|财政拨款收支决算总计|财政拨款收、支决算总计|财政拨款收入支出决算总计|财政拨款收支总额|财政拨款收入总计和支出总计|财政拨款收支总决算|财政拨款收、支总额|收、支总计|收支总计|收入支出总计|收支决算总计|收、支决算总计|财政拨款收入支出|财政拨款总收支|财政拨款收支"},
	{id: "grants-income-total", key: "财政拨款收入总计", in: grants, final: "F04[收入总计, 金额]", also: "F04[本年收入合计, 金额]", words: "财政拨款收入总计|财政拨款总收入|收入总计|财政拨款收入总额|财政拨款收入决算总计"},
	{id: "grants-expenditure-total", key: "财政拨款支出总计", in: grants, final: "F04[支出总计, 合计]", also: "F04[本年支出合计, 合计]", words: "财政拨款支出总计|财政拨款总支出|支出总计|财政拨款支出总额|财政拨款支出决算总计"},
	{id: "grants-income", key: "本年财政拨款收入", in: grants, final: "F04[本年收入合计, 金额]", also: "F04[收入总计, 金额]", words: "财政拨款收入|本年财政拨款收入|财政拨款收入合计|财政拨款本年收入|本年收入合计|本年收入|财政拨款收入决算|收入合计"},
	{id: "grants-expenditure", key: "本年财政拨款支出", in: grants, final: "F04[本年支出合计, 合计]", also: "F04[支出总计, 合计]", words: "财政拨款支出|本年财政拨款支出|财政拨款支出合计|财政拨款本年支出|本年支出合计|本年支出|财政拨款支出决算|支出合计"},
	{id: "grants-opening", key: "年初财政拨款结转和结余", in: grants, final: "F04[年初财政拨款结转和结余, 金额]", words: "年初财政拨款结转和结余|年初财政拨款结转结余|年初结转和结余|上年结转和结余|年初结转结余"},
	{id: "grants-closing", key: "年末财政拨款结转和结余", in: grants, final: "F04[年末财政拨款结转和结余, 合计]", words: "年末财政拨款结转和结余|年末财政拨款结转结余|年末结转和结余|年末结转结余"},

	{key: "基本支出人员经费", in: grand | expenditure, whole: "基本支出", words: "人员经费|人员经费支出|人员支出"},
	{key: "基本支出公用经费", in: grand | expenditure, whole: "基本支出", words: "公用经费|日常公用经费|公用经费支出|公用支出"},

	{id: "general", key: keyGeneral, in: general | grants | expenditure, whole: keySpending, final: "F05[合计, 小计]", also: "F04[本年支出合计, 一般公共预算]", words: "一般公共预算财政拨款支出|一般公共预算支出|一般公共预算财政拨款支出合计|一般公共预算财政拨款本年支出|一般公共预算当年财政拨款支出|一般公共预算拨款支出|一般公共预算当年拨款支出|一般公共预算财政拨款总支出|一般公共预算财政拨款支出总额"},
	{id: "general-short", key: keyGeneral, in: general, whole: keySpending, final: "F05[合计, 小计]", also: "F04[本年支出合计, 合计]", words: "财政拨款支出|财政拨款本年支出|财政拨款本年支出合计|财政拨款支出合计|一般公共预算财政拨款|本年一般公共预算财政拨款支出|本年财政拨款支出"},
	{id: "general-basic", key: "一般公共预算基本支出", in: general, whole: keyGeneral, final: "F05[合计, 基本支出]", words: "基本支出|一般公共预算财政拨款基本支出|一般公共预算基本支出"},
	{id: "general-project", key: "一般公共预算项目支出", in: general, whole: keyGeneral, final: "F05[合计, 项目支出]", words: "项目支出|一般公共预算财政拨款项目支出|一般公共预算项目支出"},
	{id: "basic-detail", key: "一般公共预算基本支出", in: basic, final: "F06[人员经费合计, 金额] + F06[公用经费合计, 金额]", both: "F05[合计, 基本支出]",
		words: "一般公共预算财政拨款基本支出|一般公共预算基本支出|一般公共预算财政拨款安排基本支出|一般公共预算安排的基本支出|财政拨款安排的基本支出|基本支出|财政拨款基本支出|一般公共财政拨款基本支出|一般公共预算财政拨款基本支出合计|基本支出合计|一般公共预算财政拨款安排的基本支出"},
	{id: "fund-basic", key: "基金基本支出", in: basic, final: "F07[合计, 基本支出]", words: "政府性基金财政拨款安排基本支出|政府性基金预算财政拨款安排基本支出|政府性基金预算财政拨款基本支出|政府性基金预算财政拨款安排的基本支出"},
	{id: "capital-basic", key: "国资基本支出", in: basic, final: "F08[合计, 基本支出]", words: "国有资本经营预算财政拨款安排基本支出|国有资本经营预算财政拨款基本支出|国有资本经营预算财政拨款安排的基本支出"},
	{id: "personnel", key: "人员经费", in: basic | general, whole: "一般公共预算基本支出", final: "F06[人员经费合计, 金额]", words: "人员经费|人员经费支出|人员支出"},
	{id: "public-use", key: "公用经费", in: basic | general, whole: "一般公共预算基本支出", final: "F06[公用经费合计, 金额]", words: "公用经费|日常公用经费|公用经费支出|公用支出"},

	{id: "fund.income", key: "基金本年收入", in: fund, final: "F07[合计, 本年收入]", words: "政府性基金预算财政拨款收入|政府性基金预算收入|政府性基金收入|政府性基金财政拨款收入|政府性基金预算财政拨款本年收入|本年收入|当年收入|本年度收入|当年财政拨款收入|收入|收入决算|本年收入合计"},
	{id: "fund.expenditure", key: "基金本年支出", in: fund, final: "F07[合计, 小计]", words: "政府性基金预算财政拨款支出|政府性基金预算支出|政府性基金支出|政府性基金财政拨款支出|政府性基金预算财政拨款本年支出|本年支出|当年支出|本年度支出|当年财政拨款支出|支出|支出决算|本年支出合计"},
	{id: "fund.basic", key: "基金基本支出", in: fund, final: "F07[合计, 基本支出]", words: "基本支出"},
	{id: "fund.project", key: "基金项目支出", in: fund, final: "F07[合计, 项目支出]", words: "项目支出"},
	{id: "fund.opening", key: "基金年初结转", in: fund, final: "F07[合计, 年初结转和结余]", words: "年初结转和结余|年初结转结余|上年结转和结余|年初政府性基金预算财政拨款结转和结余|年初结转|上年结转|上年结转结余|上年结余"},
	{id: "fund.closing", key: "基金年末结转", in: fund, final: "F07[合计, 年末结转和结余]", words: "年末结转和结余|年末结转结余|年末政府性基金预算财政拨款结转和结余|年末结转|结转下年|结转下年使用|结转下年支出|结转和结余下年"},
	{id: "capital.income", key: "国资本年收入", in: capital, final: "F08[合计, 本年收入]", also: "F04[国有资本经营预算财政拨款, 金额]", words: "国有资本经营预算财政拨款收入|国有资本经营预算收入|国有资本经营收入|国有资本经营财政拨款收入|本年收入|当年收入|本年度收入|收入|收入决算"},
	{id: "capital.expenditure", key: "国资本年支出", in: capital, final: "F08[合计, 小计]", words: "国有资本经营预算财政拨款支出|国有资本经营预算财政拨款本年支出|国有资本经营预算支出|国有资本经营支出|国有资本经营财政拨款支出|本年支出|当年支出|本年度支出|支出|支出决算|本年支出合计"},
	{id: "capital.basic", key: "国资基本支出", in: capital, final: "F08[合计, 基本支出]", words: "基本支出"},
	{id: "capital.project", key: "国资项目支出", in: capital, final: "F08[合计, 项目支出]", words: "项目支出"},
	{id: "capital.opening", key: "国资年初结转", in: capital, final: "F08[合计, 年初结转和结余]", words: "年初结转和结余|年初结转结余|上年结转和结余|年初结转|上年结转|上年结转结余|上年结余"},
	{id: "capital.closing", key: "国资年末结转", in: capital, final: "F08[合计, 年末结转和结余]", words: "年末结转和结余|年末结转结余|年末结转|结转下年|结转下年使用|结转下年支出"},

	{id: "three-public", key: keyPublic, in: threePublic, final: "F09[决算数, 合计]", plan: "F09[预算数, 合计]",
		words: "三公经费|三公经费支出|三项经费合计|三项合计|三项经费|三公经费财政拨款|三公经费财政拨款支出|财政拨款三公经费|财政拨款三公经费支出|一般公共预算财政拨款三公经费|一般公共预算财政拨款三公经费支出|一般公共预算三公经费|三公经费合计|财政拨款安排的三公经费支出|财政拨款安排的三公经费"},
	public("overseas", "因公出国（境）费", "因公出国(境)费|因公出国(境)费用|因公出国(境)经费|出国(境)费|因公出国境费|因公出国费|因公出国(境)|因公出国(境)支出|因公出国(境)费支出"),
	public("vehicles", "公务用车购置及运行维护费", "公务用车购置及运行维护费|公务用车购置及运行费|公务用车购置和运行维护费|公务用车购置及运行维护|公务用车购置费及运行维护费|公务用车购置和运行费|公务用车购置与运行维护费|公务用车购置、运行维护费|公务用车购置及运行维护费支出|公务用车费|公务用车购置及运行维护支出"),
	public("vehicle-purchase", "公务用车购置费", "公务用车购置费|购置费|购置支出|公务用车购置经费|公务用车购置经费支出|公务用车购置|公务车购置|公务用车购置支出|公务车购置费|车辆购置费|公务用车购置费支出"),
	public("vehicle-operation", "公务用车运行维护费", "公务用车运行维护费|运行维护费|运行费|运行维护支出|公务用车运行支出|公务用车运行维护费用|公务用车运行费|公务用车运行维护|公务用车运行维护支出|公务用车运行维护费支出|公务车运行维护费|车辆运行维护费"),
	public("reception", "公务接待费", "公务接待费|公务接待费支出|公务接待|接待费|公务接待支出|公务接待费用"),
	{key: "国内接待费", in: threePublic, words: "国内接待费|国内公务接待费|国内公务接待|国内接待|国内公务接待支出|国内接待支出|国内公务接待费支出"},
	{key: "外宾接待费", in: threePublic, words: "外宾接待|外宾接待费|外宾接待支出|外事接待|外事接待费|外事接待支出|外事接待费支出|接待外宾"},
	{key: "国（境）外接待费", in: threePublic, words: "国(境)外接待费|国(境)外公务接待费|国(境)外接待|国(境)外公务接待|国(境)外公务接待支出|国(境)外接待支出"},

	// What vehicles cost to run.
	{key: "用车:加油", in: threePublic, words: "公务用车加油|公务用车加油费|燃料费|燃油费|公务用车燃料费|公务用车燃油费|油料费|油费"},
	{key: "用车:维修", in: threePublic, words: "公务用车维修|公务用车维修费|维修费|修理费|维修保养费|维修维护费"},
	{key: "用车:保险", in: threePublic, words: "公务用车保险|公务用车保险费|保险费|车辆保险费"},
	{key: "用车:路桥", in: threePublic, words: "过桥过路费|过路过桥费|路桥费|过路费|过桥费|公务用车过路过桥费"},
	{key: "用车:奖励", in: threePublic, words: "安全奖励费用|安全奖励费|安全奖励支出"},
	{key: restOfRunning, in: threePublic, words: "公务用车其他支出|公务用车其他费用|公务用车其他运行支出|其他运行维护支出"},

	// Which budget paid for what is said of in the same sentence.
	{key: "一般公共预算安排", in: threePublic | running | meetings, words: "一般公共预算支出|一般公共预算财政拨款支出"},
	{key: "政府性基金安排", in: threePublic | running | meetings, words: "政府性基金预算支出|政府性基金预算财政拨款支出|政府性基金支出"},
	{key: "国有资本安排", in: threePublic | running | meetings, words: "国有资本经营预算支出|国有资本经营预算财政拨款支出|国有资本经营支出"},

	{id: "running", key: "机关运行经费", in: running, words: "机关运行经费|机关运行经费支出|机关运行经费支出合计|机关运行经费支出决算|机关运行经费合计|机关运行经费财政拨款支出"},
	{key: "行政单位机关运行经费", in: running, whole: "机关运行经费", words: "行政单位机关运行经费支出|行政单位机关运行经费|行政单位的机关运行经费"},
	{key: "参公单位机关运行经费", in: running, whole: "机关运行经费", words: "参照公务员法管理的事业单位机关运行经费支出|参照公务员法管理的事业单位机关运行经费|参照公务员法管理事业单位机关运行经费支出|参照公务员法管理事业单位机关运行经费|参公事业单位机关运行经费支出|参公单位机关运行经费支出|参公单位机关运行经费|参公事业单位机关运行经费"},
	{key: keyProcured, in: procurement, words: "政府采购支出共|政府采购支出决算|政府采购支出总额|政府采购支出|政府采购金额|政府采购总额|政府采购支出合计|政府采购支出金额|采购支出总额|政府采购合同金额|政府采购支出决算总额|采购总额|政府采购总金额"},
	{key: "货物采购", in: procurement, whole: keyProcured, words: "政府采购货物支出|货物|货物支出|货物采购金额|货物类支出|货物采购支出|政府采购货物类支出|政府采购货物金额|货物采购|货物支出金额|货物类采购支出|货物类采购金额|货物类|货物类采购"},
	{key: "工程采购", in: procurement, whole: keyProcured, words: "政府采购工程支出|工程|工程支出|工程采购金额|工程类支出|工程采购支出|政府采购工程类支出|政府采购工程金额|工程采购|工程支出金额|工程类采购支出|工程类采购金额|工程类|工程类采购"},
	{key: "服务采购", in: procurement, whole: keyProcured, words: "政府采购服务支出|服务|服务支出|服务采购金额|服务类支出|服务采购支出|政府采购服务类支出|政府采购服务金额|服务采购|服务支出金额|服务类采购支出|服务类采购金额|服务类|服务类采购"},
	{key: "授予中小企业", in: procurement, whole: keyProcured, words: "授予中小企业合同金额|授予中小企业合同|授予中小企业合同总额|政府采购授予中小企业合同金额|政府采购支出授予中小企业合同金额|授予中小企业的合同金额|授予中小微企业合同金额|中小企业合同金额|授予中小企业合同的金额|中小企业的合同金额|授予中小企业"},
	{key: "授予小微企业", in: procurement, whole: keyProcured, words: "授予小微企业合同金额|授予小微企业合同|小微企业|政府采购授予小微企业合同金额|授予小微企业的合同金额|授予小型微型企业合同金额|小微企业合同金额|授予小微企业合同的金额|授予小微企业|授予小型、微型企业合同金额"},
	{key: "授予中型企业", in: procurement, whole: keyProcured, words: "中型企业|授予中型企业合同金额|授予中型企业合同|授予中型企业的合同金额|中型企业合同金额|授予中型企业"},
	{key: keyContracts, in: procurement, words: "签订政府采购合同总金额|签订的政府采购合同总金额|签订采购合同总金额|签订合同总金额|签订政府采购合同总额|政府采购合同总金额|采购合同总金额|合同总金额|政府采购合同总额|采购合同总额|合同总额|合同金额合计"},
	{key: "政府采购预算", in: procurement, words: "政府采购预算|政府采购预算金额|政府采购预算总额|政府采购预算总金额|政府采购预算数|年度政府采购预算|政府采购项目预算总额"},
	{key: "货物授予中小企业", in: procurement, whole: "货物采购", words: "货物采购授予中小企业合同金额|货物采购授予中小企业的合同金额"},
	{key: "工程授予中小企业", in: procurement, whole: "工程采购", words: "工程采购授予中小企业合同金额|工程采购授予中小企业的合同金额"},
	{key: "服务授予中小企业", in: procurement, whole: "服务采购", words: "服务采购授予中小企业合同金额|服务采购授予中小企业的合同金额"},
	{key: "预留中小企业", in: procurement, words: "面向中小企业预留政府采购项目预算金额|面向中小企业预留采购项目预算金额|预留中小企业采购项目预算金额|面向中小企业预留"},
	{key: "预留小微企业", in: procurement, words: "面向小微企业预留政府采购项目预算金额|面向小微企业预留采购项目预算金额|面向小微企业预留"},
	{key: "中小企业成交", in: procurement, words: "由中小企业供应商中标或成交的,采购金额|由中小企业供应商中标或成交的采购金额"},
	{key: "小微企业成交", in: procurement, words: "由小微企业供应商中标或成交的,采购金额|由小微企业供应商中标或成交的采购金额"},
	{key: "其他采购中小企业成交", in: procurement, words: "在其他政府采购项目中,由中小企业供应商中标或成交的,采购金额|在其他政府采购项目中,由中小企业供应商中标或成交的采购金额"},
	{key: "货物授予中小企业", in: procurement, whole: "货物采购", words: "货物采购授予中小企业|货物授予中小企业|货物类授予中小企业|货物类采购授予中小企业|货物采购授予中小企业合同|授予中小企业货物采购合同金额|货物授予中小企业合同金额"},
	{key: "工程授予中小企业", in: procurement, whole: "工程采购", words: "工程采购授予中小企业|工程授予中小企业|工程类授予中小企业|工程类采购授予中小企业|工程采购授予中小企业合同|授予中小企业工程采购合同金额|工程授予中小企业合同金额"},
	{key: "服务授予中小企业", in: procurement, whole: "服务采购", words: "服务采购授予中小企业|服务授予中小企业|服务类授予中小企业|服务类采购授予中小企业|服务采购授予中小企业合同|授予中小企业服务采购合同金额|服务授予中小企业合同金额"},
	{id: "basic-meetings", key: "基本支出会议费", in: meetings | threePublic, final: "F06[30215, 金额]", words: "一般公共预算财政拨款基本支出中列支会议费|财政拨款基本支出中列支会议费|一般公共预算基本支出中列支会议费|基本支出中列支会议费|基本支出中列支的会议费|基本支出中会议费|基本支出列支会议费"},
	{id: "basic-training", key: "基本支出培训费", in: meetings | threePublic, final: "F06[30216, 金额]", words: "一般公共预算财政拨款基本支出中列支培训费|财政拨款基本支出中列支培训费|一般公共预算基本支出中列支培训费|基本支出中列支培训费|基本支出中列支的培训费|基本支出中培训费|基本支出列支培训费"},
	{key: "车均购置费", in: threePublic, words: "车均购置费|平均每辆购置费|车均购置费用"},
	{key: "车均运行维护费", in: threePublic, words: "车均运行维护费|车均维护费|平均每辆运行维护费|平均每辆运行费|车均运行费|每辆车平均运行维护费|单车运行维护费|车均运维费|车均运行维护费用"},
	{key: "人均接待费", in: threePublic, words: "人均接待费|人均公务接待费|人均接待费用"},
	{key: "人均出国费", in: threePublic, words: "人均因公出国(境)费用|人均因公出国(境)费|人均出国(境)费用|人均出国(境)费"},
	{key: "其他国内接待费", in: threePublic, words: "其他国内公务接待支出|其他国内公务接待|其他国内接待支出|其他国内公务接待费|其他国内接待费"},
	{key: "会议费", in: meetings | threePublic, words: "会议费|会议费支出"},
	{key: "培训费", in: meetings | threePublic, words: "培训费|培训费支出"},
	{key: "资产总额", in: assets, words: "资产总额|资产总计|国有资产总额|资产合计|资产总值"},
	{key: "流动资产", in: assets, whole: "资产总额", words: "流动资产"},
	{key: "固定资产", in: assets, whole: "资产总额", words: "固定资产|固定资产净值"},
	{key: "对外投资及有价证券", in: assets, whole: "资产总额", words: "对外投资及有价证券|对外投资/有价证券|长期投资|对外投资、有价证券"},
	{key: "在建工程", in: assets, whole: "资产总额", words: "在建工程"},
	{key: "无形资产", in: assets, whole: "资产总额", words: "无形资产|无形资产净值"},
	{key: "其他资产", in: assets, whole: "资产总额", words: "其他资产"},
	{key: "评价资金", in: performance, words: "涉及预算资金|涉及财政性资金合计|涉及财政性资金|涉及财政资金|财政性资金|涉及项目资金|涉及预算资金总额|涉及资金总额|涉及财政拨款|涉及资金|涉及预算金额|涉及金额|预算资金|涉及预算支出"},
}

func public(id, key, words string) subject {
	return subject{id: id, key: key, in: threePublic, whole: keyPublic, words: words, final: "F09[决算数, " + key + "]", plan: "F09[预算数, " + key + "]"}
}
