package lexicon

// Subject is something of which the text says figures: a row of 文. Its words mean it in
// the sections that it names; a new wording is one string.
type Subject struct {
	ID    string // of its rules; "" for none
	Key   string
	words string // spellings, parted by |, normalized as form.Normalize does
	In    Topic  // where the words mean it
	Whole string // the key of what 占 … % is a share of, where the sentence does not say
	Pair  string // the keys, parted by |, of which it says two figures: 收、支总计各是 X、Y
	Final string // where the forms print its 决算, in the equation language
	Also  string // other places of the same money, parted by ";": any of them will do
	Both  string // another place that must agree as well
	Plan  string // where the forms print its budget
	Unit  string // what it is counted in; "" for money

	Code     string // of a row of a form that has codes
	Form     string // that form
	Name     string // the row's name
	Digits   int    // of its code, which may not be known
	Misnamed string // how the text's name differs from the form's; "" for not at all
	Taken    bool   // that name is another row's, described elsewhere
	Static   bool
}

// The keys of subjects that rules name.
const (
	KeyIncome    = "收入合计"
	KeySpending  = "支出合计"
	KeyGeneral   = "一般公共预算支出"
	KeyPublic    = "三公经费"
	KeyProcured  = "政府采购"
	KeyContracts = "政府采购合同总额" // of what was signed, which is not what was paid
	keyVehicles  = "车辆"
)

// What is left of what vehicles cost to run: where it is said, all of it is.
const (
	OfRunning     = "用车:"
	RestOfRunning = "用车:其他"
)

// AllMoney are the sections about all of the department's money.
const AllMoney = Grand | Income | Expenditure | Grants

// Subjects are all of them; which of two with one spelling is meant, the section says.
var Subjects = []Subject{
	{ID: "grand", Key: "收支总计", In: Grand, Pair: "收入总计|支出总计", Final: "F01[收入总计, 金额]", Also: "F01[支出总计, 金额];F01[本年收入合计, 金额];F01[本年支出合计, 金额]",
		words: "收入和支出|收入与支出|收、支总计|收支总计|收支|收入支出总计|收入、支出总计|收入总计、支出总计|收入总计和支出总计|收入总计与支出总计|收支决算总计|收、支决算总计|收入支出决算总计|收入、支出决算总计|收支总额|收支总决算|收支总数|总收支|收入支出决算总额|收支决算总额|收入、支出总额|收、支总额|收入、支出总规模|收支总规模|收、支总规模|收支规模|收入支出总规模"},
	{ID: "grand-income", Key: "收入总计", In: Grand | Income, Final: "F01[收入总计, 金额]", Also: "F01[本年收入合计, 金额]", words: "收入总计|收入决算总计|总收入|收入总额|收入决算总额|收入总决算"},
	{ID: "grand-expenditure", Key: "支出总计", In: Grand | Expenditure, Final: "F01[支出总计, 金额]", Also: "F01[本年支出合计, 金额]", words: "支出总计|支出决算总计|总支出|支出总额|支出决算总额|支出总决算"},
	{ID: "income", Key: KeyIncome, In: Grand | Income, Final: "F02[合计, 本年收入合计]", Also: "F01[本年收入合计, 金额]", words: "收入合计|本年收入合计|本年收入决算合计|本年收入|收入决算合计|本年度收入合计|本年度收入|当年收入合计|收入决算数合计|收入共计"},
	{ID: "expenditure", Key: KeySpending, In: Grand | Expenditure | General, Final: "F03[合计, 本年支出合计]", Also: "F01[本年支出合计, 金额]", words: "支出合计|全部支出|本年支出合计|本年支出决算合计|财政支出合计|本年支出|支出决算合计|本年度支出合计|本年度支出|当年支出合计|本年总支出|年度支出合计|支出共计"},
	// The bare words behind the year, which may be the total; the reader says where they are this.
	{ID: "income-of-year", Key: "年度收入", In: Grand | Income, Final: "F02[合计, 本年收入合计]", Also: "F01[本年收入合计, 金额];F01[收入总计, 金额]"},
	{ID: "expenditure-of-year", Key: "年度支出", In: Grand | Expenditure, Final: "F03[合计, 本年支出合计]", Also: "F01[本年支出合计, 金额];F01[支出总计, 金额]"},
	{ID: "opening", Key: "年初结转和结余", In: Grand | Income | Expenditure, Final: "F01[年初结转和结余, 金额]", words: "年初结转和结余|年初结转结余|上年结转和结余|上年结转结余|年初结转"},
	{ID: "surplus-used", Key: "使用非财政拨款结余", In: Grand | Income | Expenditure, Final: "F01[使用非财政拨款结余, 金额]", words: "使用非财政拨款结余|使用非财政拨款结余(含专用结余)|使用专用结余"},
	{ID: "surplus-shared", Key: "结余分配", In: Grand | Income | Expenditure, Final: "F01[结余分配, 金额]", words: "结余分配"},
	{ID: "closing", Key: "年末结转和结余", In: Grand | Income | Expenditure, Final: "F01[年末结转和结余, 金额]", words: "年末结转和结余|年末结转结余|结转下年|年末结转"},

	{ID: "appropriation", Key: "财政拨款收入", In: Grand | Income, Whole: KeyIncome, Final: "F02[合计, 财政拨款收入]", words: "财政拨款收入|财政拨款"},
	{ID: "superior", Key: "上级补助收入", In: Grand | Income, Whole: KeyIncome, Final: "F02[合计, 上级补助收入]", words: "上级补助收入"},
	{ID: "business", Key: "事业收入", In: Grand | Income, Whole: KeyIncome, Final: "F02[合计, 事业收入]", words: "事业收入|事业收入(不含专户管理教育收费)|事业收入(不含教育收费)|事业预算收入"},
	{ID: "operating", Key: "经营收入", In: Grand | Income, Whole: KeyIncome, Final: "F02[合计, 经营收入]", words: "经营收入"},
	{ID: "affiliated", Key: "附属单位上缴收入", In: Grand | Income, Whole: KeyIncome, Final: "F02[合计, 附属单位上缴收入]", words: "附属单位上缴收入|附属单位缴款"},
	{ID: "other-income", Key: "其他收入", In: Grand | Income, Whole: KeyIncome, Final: "F02[合计, 其他收入]", words: "其他收入"},
	{ID: "general-income", Key: "一般公共预算收入", In: AllMoney | General, Whole: KeyIncome, Final: "F01[一般公共预算财政拨款收入, 金额]", Also: "F04[一般公共预算财政拨款, 金额]", words: "一般公共预算财政拨款收入|一般公共预算财政拨款本年收入|一般公共预算拨款收入|一般公共预算收入"},
	{ID: "fund-income", Key: "政府性基金收入", In: AllMoney, Whole: KeyIncome, Final: "F01[政府性基金预算财政拨款收入, 金额]", Also: "F04[政府性基金预算财政拨款, 金额]", words: "政府性基金预算财政拨款收入|政府性基金预算财政拨款本年收入|政府性基金预算拨款收入|政府性基金收入|政府性基金预算收入|政府性基金财政拨款收入"},
	{ID: "capital-income", Key: "国有资本收入", In: AllMoney, Whole: KeyIncome, Final: "F01[国有资本经营预算财政拨款收入, 金额]", Also: "F04[国有资本经营预算财政拨款, 金额]", words: "国有资本经营预算财政拨款收入|国有资本经营预算财政拨款本年收入|国有资本经营预算拨款收入|国有资本经营预算收入|国有资本经营收入|国有资本经营财政拨款收入"},

	// Names without 收入 or 支出 are of income where they stand among kinds of it, and must
	// not be taken for it where 支出 follows.
	{ID: "general-income-short", Key: "一般公共预算收入", In: Grand | Income, Whole: KeyIncome, Final: "F01[一般公共预算财政拨款收入, 金额]", words: "一般公共预算财政拨款|一般公共预算拨款|一般公共预算"},
	{ID: "fund-income-short", Key: "政府性基金收入", In: Grand | Income, Whole: KeyIncome, Final: "F01[政府性基金预算财政拨款收入, 金额]", words: "政府性基金预算财政拨款|政府性基金预算拨款|政府性基金预算|政府性基金"},
	{ID: "capital-income-short", Key: "国有资本收入", In: Grand | Income, Whole: KeyIncome, Final: "F01[国有资本经营预算财政拨款收入, 金额]", words: "国有资本经营预算财政拨款|国有资本经营预算拨款|国有资本经营预算|国有资本经营"},
	{ID: "general-spent", Key: "一般公共预算支出", In: Grand, Whole: KeySpending, Final: "F04[本年支出合计, 一般公共预算]", words: "一般公共预算财政拨款支出|一般公共预算支出|一般公共预算拨款支出"},
	{ID: "fund-spent", Key: "政府性基金支出", In: Grand | Grants | Expenditure | Income | General, Whole: KeySpending, Final: "F04[本年支出合计, 政府性基金预算]", words: "政府性基金预算财政拨款支出|政府性基金预算财政拨款本年支出|政府性基金预算支出|政府性基金支出|政府性基金预算拨款支出|政府性基金财政拨款支出"},
	{ID: "capital-spent", Key: "国有资本支出", In: Grand | Grants | Expenditure | Income | General, Whole: KeySpending, Final: "F04[本年支出合计, 国有资本经营预算]", words: "国有资本经营预算财政拨款支出|国有资本经营预算财政拨款本年支出|国有资本经营预算支出|国有资本经营支出|国有资本经营预算拨款支出|国有资本经营财政拨款支出"},
	{Key: "教育收费", In: Grand | Income, Whole: KeyIncome, words: "财政专户管理教育收费|教育收费|财政专户管理资金收入"},

	{ID: "basic", Key: "基本支出", In: Grand | Expenditure, Whole: KeySpending, Final: "F03[合计, 基本支出]", words: "基本支出|日常支出|日常运转支出"},
	{ID: "project", Key: "项目支出", In: Grand | Expenditure, Whole: KeySpending, Final: "F03[合计, 项目支出]", words: "项目支出|专项业务工作的经费支出|专项业务工作的支出|专项业务工作经费支出"},
	{ID: "upwards", Key: "上缴上级支出", In: Grand | Expenditure, Whole: KeySpending, Final: "F03[合计, 上缴上级支出]", words: "上缴上级支出"},
	{ID: "operating-expenditure", Key: "经营支出", In: Grand | Expenditure, Whole: KeySpending, Final: "F03[合计, 经营支出]", words: "经营支出"},
	{ID: "downwards", Key: "对附属单位补助支出", In: Grand | Expenditure, Whole: KeySpending, Final: "F03[合计, 对附属单位补助支出]", words: "对附属单位补助支出|对附属单位补助|附属单位补助支出"},

	{ID: "grants", Key: "财政拨款收支总计", In: Grants, Pair: "财政拨款收入总计|财政拨款支出总计", Final: "F04[收入总计, 金额]", Also: "F04[支出总计, 合计];F04[本年收入合计, 金额];F04[本年支出合计, 合计]",
		words: "财政拨款收、支总决算|财政拨款收、支总计|财政拨款收支总计|财政拨款收入支出总计|财政拨款收入、支出总计|财政拨款收入总计、支出总计|财政拨款收支决算总计|财政拨款收、支决算总计|财政拨款收入支出决算总计|财政拨款收支总额|财政拨款收入总计和支出总计|财政拨款收支总决算|财政拨款收、支总额|收、支总计|收支总计|收入支出总计|收支决算总计|收、支决算总计|财政拨款收入支出|财政拨款总收支|财政拨款收支"},
	{ID: "grants-income-total", Key: "财政拨款收入总计", In: Grants, Final: "F04[收入总计, 金额]", Also: "F04[本年收入合计, 金额]", words: "财政拨款收入总计|财政拨款总收入|收入总计|财政拨款收入总额|财政拨款收入决算总计"},
	{ID: "grants-expenditure-total", Key: "财政拨款支出总计", In: Grants, Final: "F04[支出总计, 合计]", Also: "F04[本年支出合计, 合计]", words: "财政拨款支出总计|财政拨款总支出|支出总计|财政拨款支出总额|财政拨款支出决算总计"},
	{ID: "grants-income", Key: "本年财政拨款收入", In: Grants, Final: "F04[本年收入合计, 金额]", Also: "F04[收入总计, 金额]", words: "财政拨款收入|本年财政拨款收入|财政拨款收入合计|财政拨款本年收入|本年收入合计|本年收入|财政拨款收入决算|收入合计"},
	{ID: "grants-expenditure", Key: "本年财政拨款支出", In: Grants, Final: "F04[本年支出合计, 合计]", Also: "F04[支出总计, 合计]", words: "财政拨款支出|本年财政拨款支出|财政拨款支出合计|财政拨款本年支出|本年支出合计|本年支出|财政拨款支出决算|支出合计"},
	{ID: "grants-opening", Key: "年初财政拨款结转和结余", In: Grants, Final: "F04[年初财政拨款结转和结余, 金额]", words: "年初财政拨款结转和结余|年初财政拨款结转结余|年初结转和结余|上年结转和结余|年初结转结余"},
	{ID: "grants-closing", Key: "年末财政拨款结转和结余", In: Grants, Final: "F04[年末财政拨款结转和结余, 合计]", words: "年末财政拨款结转和结余|年末财政拨款结转结余|年末结转和结余|年末结转结余"},

	{Key: "基本支出人员经费", In: Grand | Expenditure, Whole: "基本支出", words: "人员经费|人员经费支出|人员支出"},
	{Key: "基本支出公用经费", In: Grand | Expenditure, Whole: "基本支出", words: "公用经费|日常公用经费|公用经费支出|公用支出"},

	{ID: "general", Key: KeyGeneral, In: General | Grants | Expenditure, Whole: KeySpending, Final: "F05[合计, 小计]", Also: "F04[本年支出合计, 一般公共预算]", words: "一般公共预算财政拨款支出|一般公共预算支出|一般公共预算财政拨款支出合计|一般公共预算财政拨款本年支出|一般公共预算当年财政拨款支出|一般公共预算拨款支出|一般公共预算当年拨款支出|一般公共预算财政拨款总支出|一般公共预算财政拨款支出总额"},
	{ID: "general-short", Key: KeyGeneral, In: General, Whole: KeySpending, Final: "F05[合计, 小计]", Also: "F04[本年支出合计, 合计]", words: "财政拨款支出|财政拨款本年支出|财政拨款本年支出合计|财政拨款支出合计|一般公共预算财政拨款|本年一般公共预算财政拨款支出|本年财政拨款支出"},
	{ID: "general-basic", Key: "一般公共预算基本支出", In: General, Whole: KeyGeneral, Final: "F05[合计, 基本支出]", words: "基本支出|一般公共预算财政拨款基本支出|一般公共预算基本支出"},
	{ID: "general-project", Key: "一般公共预算项目支出", In: General, Whole: KeyGeneral, Final: "F05[合计, 项目支出]", words: "项目支出|一般公共预算财政拨款项目支出|一般公共预算项目支出"},
	{ID: "basic-detail", Key: "一般公共预算基本支出", In: Basic, Final: "F06[人员经费合计, 金额] + F06[公用经费合计, 金额]", Both: "F05[合计, 基本支出]",
		words: "一般公共预算财政拨款基本支出|一般公共预算基本支出|一般公共预算财政拨款安排基本支出|一般公共预算安排的基本支出|财政拨款安排的基本支出|基本支出|财政拨款基本支出|一般公共财政拨款基本支出|一般公共预算财政拨款基本支出合计|基本支出合计|一般公共预算财政拨款安排的基本支出"},
	{ID: "fund-basic", Key: "基金基本支出", In: Basic, Final: "F07[合计, 基本支出]", words: "政府性基金财政拨款安排基本支出|政府性基金预算财政拨款安排基本支出|政府性基金预算财政拨款基本支出|政府性基金预算财政拨款安排的基本支出"},
	{ID: "capital-basic", Key: "国资基本支出", In: Basic, Final: "F08[合计, 基本支出]", words: "国有资本经营预算财政拨款安排基本支出|国有资本经营预算财政拨款基本支出|国有资本经营预算财政拨款安排的基本支出"},
	{ID: "personnel", Key: "人员经费", In: Basic | General, Whole: "一般公共预算基本支出", Final: "F06[人员经费合计, 金额]", words: "人员经费|人员经费支出|人员支出"},
	{ID: "public-use", Key: "公用经费", In: Basic | General, Whole: "一般公共预算基本支出", Final: "F06[公用经费合计, 金额]", words: "公用经费|日常公用经费|公用经费支出|公用支出"},

	{ID: "fund.income", Key: "基金本年收入", In: Fund, Final: "F07[合计, 本年收入]", words: "政府性基金预算财政拨款收入|政府性基金预算收入|政府性基金收入|政府性基金财政拨款收入|政府性基金预算财政拨款本年收入|本年收入|当年收入|本年度收入|当年财政拨款收入|收入|收入决算|本年收入合计"},
	{ID: "fund.expenditure", Key: "基金本年支出", In: Fund, Final: "F07[合计, 小计]", words: "政府性基金预算财政拨款支出|政府性基金预算支出|政府性基金支出|政府性基金财政拨款支出|政府性基金预算财政拨款本年支出|本年支出|当年支出|本年度支出|当年财政拨款支出|支出|支出决算|本年支出合计"},
	{ID: "fund.basic", Key: "基金基本支出", In: Fund, Final: "F07[合计, 基本支出]", words: "基本支出"},
	{ID: "fund.project", Key: "基金项目支出", In: Fund, Final: "F07[合计, 项目支出]", words: "项目支出"},
	{ID: "fund.opening", Key: "基金年初结转", In: Fund, Final: "F07[合计, 年初结转和结余]", words: "年初结转和结余|年初结转结余|上年结转和结余|年初政府性基金预算财政拨款结转和结余|年初结转|上年结转|上年结转结余|上年结余"},
	{ID: "fund.closing", Key: "基金年末结转", In: Fund, Final: "F07[合计, 年末结转和结余]", words: "年末结转和结余|年末结转结余|年末政府性基金预算财政拨款结转和结余|年末结转|结转下年|结转下年使用|结转下年支出|结转和结余下年"},
	{ID: "capital.income", Key: "国资本年收入", In: Capital, Final: "F08[合计, 本年收入]", Also: "F04[国有资本经营预算财政拨款, 金额]", words: "国有资本经营预算财政拨款收入|国有资本经营预算收入|国有资本经营收入|国有资本经营财政拨款收入|本年收入|当年收入|本年度收入|收入|收入决算"},
	{ID: "capital.expenditure", Key: "国资本年支出", In: Capital, Final: "F08[合计, 小计]", words: "国有资本经营预算财政拨款支出|国有资本经营预算财政拨款本年支出|国有资本经营预算支出|国有资本经营支出|国有资本经营财政拨款支出|本年支出|当年支出|本年度支出|支出|支出决算|本年支出合计"},
	{ID: "capital.basic", Key: "国资基本支出", In: Capital, Final: "F08[合计, 基本支出]", words: "基本支出"},
	{ID: "capital.project", Key: "国资项目支出", In: Capital, Final: "F08[合计, 项目支出]", words: "项目支出"},
	{ID: "capital.opening", Key: "国资年初结转", In: Capital, Final: "F08[合计, 年初结转和结余]", words: "年初结转和结余|年初结转结余|上年结转和结余|年初结转|上年结转|上年结转结余|上年结余"},
	{ID: "capital.closing", Key: "国资年末结转", In: Capital, Final: "F08[合计, 年末结转和结余]", words: "年末结转和结余|年末结转结余|年末结转|结转下年|结转下年使用|结转下年支出"},

	{ID: "three-public", Key: KeyPublic, In: ThreePublic, Final: "F09[决算数, 合计]", Plan: "F09[预算数, 合计]",
		words: "三公经费|三公经费支出|三项经费合计|三项合计|三项经费|三公经费财政拨款|三公经费财政拨款支出|财政拨款三公经费|财政拨款三公经费支出|一般公共预算财政拨款三公经费|一般公共预算财政拨款三公经费支出|一般公共预算三公经费|三公经费合计|财政拨款安排的三公经费支出|财政拨款安排的三公经费"},
	public("overseas", "因公出国（境）费", "因公出国(境)费|因公出国(境)费用|因公出国(境)经费|出国(境)费|因公出国境费|因公出国费|因公出国(境)|因公出国(境)支出|因公出国(境)费支出"),
	public("vehicles", "公务用车购置及运行维护费", "公务用车购置及运行维护费|公务用车购置及运行费|公务用车购置和运行维护费|公务用车购置及运行维护|公务用车购置费及运行维护费|公务用车购置和运行费|公务用车购置与运行维护费|公务用车购置、运行维护费|公务用车购置及运行维护费支出|公务用车费|公务用车购置及运行维护支出"),
	public("vehicle-purchase", "公务用车购置费", "公务用车购置费|购置费|购置支出|公务用车购置经费|公务用车购置经费支出|公务用车购置|公务车购置|公务用车购置支出|公务车购置费|车辆购置费|公务用车购置费支出"),
	public("vehicle-operation", "公务用车运行维护费", "公务用车运行维护费|运行维护费|运行费|运行维护支出|公务用车运行支出|公务用车运行维护费用|公务用车运行费|公务用车运行维护|公务用车运行维护支出|公务用车运行维护费支出|公务车运行维护费|车辆运行维护费"),
	public("reception", "公务接待费", "公务接待费|公务接待费支出|公务接待|接待费|公务接待支出|公务接待费用"),
	{Key: "国内接待费", In: ThreePublic, words: "国内接待费|国内公务接待费|国内公务接待|国内接待|国内公务接待支出|国内接待支出|国内公务接待费支出"},
	{Key: "外宾接待费", In: ThreePublic, words: "外宾接待|外宾接待费|外宾接待支出|外事接待|外事接待费|外事接待支出|外事接待费支出|接待外宾"},
	{Key: "国（境）外接待费", In: ThreePublic, words: "国(境)外接待费|国(境)外公务接待费|国(境)外接待|国(境)外公务接待|国(境)外公务接待支出|国(境)外接待支出"},

	// What vehicles cost to run.
	{Key: "用车:加油", In: ThreePublic, words: "公务用车加油|公务用车加油费|燃料费|燃油费|公务用车燃料费|公务用车燃油费|油料费|油费"},
	{Key: "用车:维修", In: ThreePublic, words: "公务用车维修|公务用车维修费|维修费|修理费|维修保养费|维修维护费"},
	{Key: "用车:保险", In: ThreePublic, words: "公务用车保险|公务用车保险费|保险费|车辆保险费"},
	{Key: "用车:路桥", In: ThreePublic, words: "过桥过路费|过路过桥费|路桥费|过路费|过桥费|公务用车过路过桥费"},
	{Key: "用车:奖励", In: ThreePublic, words: "安全奖励费用|安全奖励费|安全奖励支出"},
	{Key: RestOfRunning, In: ThreePublic, words: "公务用车其他支出|公务用车其他费用|公务用车其他运行支出|其他运行维护支出"},

	// Which budget paid for what is said of in the same sentence.
	{Key: "一般公共预算安排", In: ThreePublic | Running | Meetings, words: "一般公共预算支出|一般公共预算财政拨款支出"},
	{Key: "政府性基金安排", In: ThreePublic | Running | Meetings, words: "政府性基金预算支出|政府性基金预算财政拨款支出|政府性基金支出"},
	{Key: "国有资本安排", In: ThreePublic | Running | Meetings, words: "国有资本经营预算支出|国有资本经营预算财政拨款支出|国有资本经营支出"},

	{ID: "running", Key: "机关运行经费", In: Running, words: "机关运行经费|机关运行经费支出|机关运行经费支出合计|机关运行经费支出决算|机关运行经费合计|机关运行经费财政拨款支出"},
	{Key: "行政单位机关运行经费", In: Running, Whole: "机关运行经费", words: "行政单位机关运行经费支出|行政单位机关运行经费|行政单位的机关运行经费"},
	{Key: "参公单位机关运行经费", In: Running, Whole: "机关运行经费", words: "参照公务员法管理的事业单位机关运行经费支出|参照公务员法管理的事业单位机关运行经费|参照公务员法管理事业单位机关运行经费支出|参照公务员法管理事业单位机关运行经费|参公事业单位机关运行经费支出|参公单位机关运行经费支出|参公单位机关运行经费|参公事业单位机关运行经费"},
	{Key: KeyProcured, In: Procurement, words: "政府采购支出共|政府采购支出决算|政府采购支出总额|政府采购支出|政府采购金额|政府采购总额|政府采购支出合计|政府采购支出金额|采购支出总额|政府采购合同金额|政府采购支出决算总额|采购总额|政府采购总金额"},
	{Key: "货物采购", In: Procurement, Whole: KeyProcured, words: "政府采购货物支出|货物|货物支出|货物采购金额|货物类支出|货物采购支出|政府采购货物类支出|政府采购货物金额|货物采购|货物支出金额|货物类采购支出|货物类采购金额|货物类|货物类采购"},
	{Key: "工程采购", In: Procurement, Whole: KeyProcured, words: "政府采购工程支出|工程|工程支出|工程采购金额|工程类支出|工程采购支出|政府采购工程类支出|政府采购工程金额|工程采购|工程支出金额|工程类采购支出|工程类采购金额|工程类|工程类采购"},
	{Key: "服务采购", In: Procurement, Whole: KeyProcured, words: "政府采购服务支出|服务|服务支出|服务采购金额|服务类支出|服务采购支出|政府采购服务类支出|政府采购服务金额|服务采购|服务支出金额|服务类采购支出|服务类采购金额|服务类|服务类采购"},
	{Key: "授予中小企业", In: Procurement, Whole: KeyProcured, words: "面向中小企业采购|面向中小企业采购金额|授予中小企业合同金额|授予中小企业合同额|授予中小企业合同|授予中小企业合同总额|政府采购授予中小企业合同金额|政府采购支出授予中小企业合同金额|授予中小企业的合同金额|授予中小微企业合同金额|中小企业合同金额|授予中小企业合同的金额|中小企业的合同金额|授予中小企业"},
	{Key: "授予小微企业", In: Procurement, Whole: KeyProcured, words: "面向小微企业采购|面向小微企业采购金额|授予小微企业合同金额|授予小微企业合同额|授予小微企业合同|小微企业|政府采购授予小微企业合同金额|授予小微企业的合同金额|授予小型微型企业合同金额|小微企业合同金额|授予小微企业合同的金额|授予小微企业|授予小型、微型企业合同金额"},
	{Key: "授予中型企业", In: Procurement, Whole: KeyProcured, words: "中型企业|授予中型企业合同金额|授予中型企业合同|授予中型企业的合同金额|中型企业合同金额|授予中型企业"},
	{Key: KeyContracts, In: Procurement, words: "签订政府采购合同总金额|签订的政府采购合同总金额|签订采购合同总金额|签订合同总金额|签订政府采购合同总额|政府采购合同总金额|采购合同总金额|合同总金额|政府采购合同总额|采购合同总额|合同总额|合同金额合计"},
	{Key: "政府采购预算", In: Procurement, words: "政府采购预算|政府采购预算金额|政府采购预算总额|政府采购预算总金额|政府采购预算数|年度政府采购预算|政府采购项目预算总额"},
	{Key: "货物授予中小企业", In: Procurement, Whole: "货物采购", words: "货物采购授予中小企业合同金额|货物采购授予中小企业的合同金额"},
	{Key: "工程授予中小企业", In: Procurement, Whole: "工程采购", words: "工程采购授予中小企业合同金额|工程采购授予中小企业的合同金额"},
	{Key: "服务授予中小企业", In: Procurement, Whole: "服务采购", words: "服务采购授予中小企业合同金额|服务采购授予中小企业的合同金额"},
	{Key: "预留中小企业", In: Procurement, words: "面向中小企业预留政府采购项目预算金额|面向中小企业预留采购项目预算金额|预留中小企业采购项目预算金额|面向中小企业预留"},
	{Key: "预留小微企业", In: Procurement, words: "面向小微企业预留政府采购项目预算金额|面向小微企业预留采购项目预算金额|面向小微企业预留"},
	{Key: "中小企业成交", In: Procurement, words: "由中小企业供应商中标或成交的,采购金额|由中小企业供应商中标或成交的采购金额"},
	{Key: "小微企业成交", In: Procurement, words: "由小微企业供应商中标或成交的,采购金额|由小微企业供应商中标或成交的采购金额"},
	{Key: "其他采购中小企业成交", In: Procurement, words: "在其他政府采购项目中,由中小企业供应商中标或成交的,采购金额|在其他政府采购项目中,由中小企业供应商中标或成交的采购金额"},
	{Key: "货物授予中小企业", In: Procurement, Whole: "货物采购", words: "货物采购授予中小企业|货物授予中小企业|货物类授予中小企业|货物类采购授予中小企业|货物采购授予中小企业合同|授予中小企业货物采购合同金额|货物授予中小企业合同金额"},
	{Key: "工程授予中小企业", In: Procurement, Whole: "工程采购", words: "工程采购授予中小企业|工程授予中小企业|工程类授予中小企业|工程类采购授予中小企业|工程采购授予中小企业合同|授予中小企业工程采购合同金额|工程授予中小企业合同金额"},
	{Key: "服务授予中小企业", In: Procurement, Whole: "服务采购", words: "服务采购授予中小企业|服务授予中小企业|服务类授予中小企业|服务类采购授予中小企业|服务采购授予中小企业合同|授予中小企业服务采购合同金额|服务授予中小企业合同金额"},
	{ID: "basic-meetings", Key: "基本支出会议费", In: Meetings | ThreePublic, Final: "F06[30215, 金额]", words: "一般公共预算财政拨款基本支出中列支会议费|财政拨款基本支出中列支会议费|一般公共预算基本支出中列支会议费|基本支出中列支会议费|基本支出中列支的会议费|基本支出中会议费|基本支出列支会议费"},
	{ID: "basic-training", Key: "基本支出培训费", In: Meetings | ThreePublic, Final: "F06[30216, 金额]", words: "一般公共预算财政拨款基本支出中列支培训费|财政拨款基本支出中列支培训费|一般公共预算基本支出中列支培训费|基本支出中列支培训费|基本支出中列支的培训费|基本支出中培训费|基本支出列支培训费"},
	{Key: "车均购置费", In: ThreePublic, words: "车均购置费|平均每辆购置费|车均购置费用"},
	{Key: "车均运行维护费", In: ThreePublic, words: "车均运行维护费|车均维护费|平均每辆运行维护费|平均每辆运行费|车均运行费|每辆车平均运行维护费|单车运行维护费|车均运维费|车均运行维护费用"},
	{Key: "人均接待费", In: ThreePublic, words: "人均接待费|人均公务接待费|人均接待费用"},
	{Key: "人均出国费", In: ThreePublic, words: "人均因公出国(境)费用|人均因公出国(境)费|人均出国(境)费用|人均出国(境)费"},
	{Key: "其他国内接待费", In: ThreePublic, words: "其他国内公务接待支出|其他国内公务接待|其他国内接待支出|其他国内公务接待费|其他国内接待费"},
	{Key: "会议费", In: Meetings | ThreePublic, words: "会议费|会议费支出"},
	{Key: "培训费", In: Meetings | ThreePublic, words: "培训费|培训费支出"},
	{Key: "资产总额", In: Assets, words: "资产总额|资产总计|国有资产总额|资产合计|资产总值"},
	{Key: "流动资产", In: Assets, Whole: "资产总额", words: "流动资产"},
	{Key: "固定资产", In: Assets, Whole: "资产总额", words: "固定资产|固定资产净值"},
	{Key: "对外投资及有价证券", In: Assets, Whole: "资产总额", words: "对外投资及有价证券|对外投资/有价证券|长期投资|对外投资、有价证券"},
	{Key: "在建工程", In: Assets, Whole: "资产总额", words: "在建工程"},
	{Key: "无形资产", In: Assets, Whole: "资产总额", words: "无形资产|无形资产净值"},
	{Key: "其他资产", In: Assets, Whole: "资产总额", words: "其他资产"},
	{Key: "评价资金", In: Performance, words: "涉及预算资金|涉及财政性资金合计|涉及财政性资金|涉及财政资金|财政性资金|涉及项目资金|涉及预算资金总额|涉及资金总额|涉及财政拨款|涉及资金|涉及预算金额|涉及金额|预算资金|涉及预算支出"},
}

func public(id, key, words string) Subject {
	return Subject{ID: id, Key: key, In: ThreePublic, Whole: KeyPublic, words: words, Final: "F09[决算数, " + key + "]", Plan: "F09[预算数, " + key + "]"}
}
