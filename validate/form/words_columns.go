package form

// What heads columns.

// Finals head the year's final figures, wherever they stand: over the one column of figures of F01,
// F04 and F06, under the name of any column, over the final half of F09.
const Finals = "决算数|决算" + // standard
	"|支出决算数|全年执行数|本年数|支出数|本年支出数|执行数" + // tests
	"|本年决算数|本年决算|全年决算数|收入决算数|决算金额|决算支出数|决算统计数|实际支出数" + // unrecorded
	"|决算额|年度决算数|本年实际数|实际数|本年执行数|实际执行数|全年支出数|本年发生数|收入决算|支出决算" // usual

// Money and nothing else.
const moneys = "金额" + // standard
	"|支出金额" + // tests
	"|数额" // unrecorded

// Over the halves of F09 besides.
const (
	publicFinals = "三公经费决算数" + // tests
		"|三公经费决算|支出" + // unrecorded
		"|三公经费支出决算数|三公经费支出决算|三公经费支出数" // usual
	publicBudgets = "三公经费预算数" + // tests
		"|三公经费预算" + // unrecorded
		"|三公经费支出预算数|三公经费支出预算|三公经费年初预算数|三公经费全年预算数" // usual
)

// The year's budget, beside the final figures.
const budgets = "预算数" + // standard, F09
	"|年初预算数|全年预算数" + // fixture
	"|本年预算数" + // tests
	"|预算|调整预算数|年初预算|全年预算|调整预算" + // unrecorded
	"|调整后预算数|调整后预算|年度预算数|本年预算|预算金额|支出预算数|收入预算数|年初部门预算数|批复预算数|年初批复预算数|年初预算批复数|全年调整预算数" // usual

// firstBudgets are those of them that the year began with.
var firstBudgets = Words{text: "年初预算数|年初预算|年初部门预算数|批复预算数|年初批复预算数|年初预算批复数|三公经费年初预算数"}

// IsFirstBudget says whether a header means the budget as the year began.
func IsFirstBudget(text string) bool {
	return firstBudgets.Has(StripYear(StripRemark(StripOrdinal(text))))
}

// What sums the columns beside or below it.
const (
	parts  = "小计|合计" // standard: 小计 of columns under a group; 合计 in 陕西's and others'
	wholes = "合计|总计" // standard: over a first column that sums all
)

// The columns of the year's income and expenditure, and the rows that sum it.
const (
	incomeTotals = "本年收入合计|收入合计|本年收入小计" + // standard; 小计 fixture (before 2019)
		"|收入小计|本年收入合计数|本年收入总计" // usual
	expenditureTotals = "本年支出合计|支出合计|本年支出小计" + // likewise
		"|支出小计|本年支出合计数|本年支出总计" // usual
	incomes      = incomeTotals + "|本年收入"             // columns only: as a row it is a heading
	expenditures = expenditureTotals + "|" + spending // likewise
	spending     = "本年支出"                             // over 小计, 基本支出, 项目支出: standard
)

// Balances carried in and out, as columns of F07 and F08 and rows of F01 and F04.
const (
	openings = "年初结转和结余" + // standard
		"|上年结转和结余|上年结转" + // fixture (before 2019), tests
		"|年初结转结余|上年结转结余|年初结转" + // unrecorded
		"|年初结转及结余|上年结转及结余|上年末结转和结余|年初结余|年初结余结转|上年结余结转" // usual
	closings = "年末结转和结余" + // standard
		"|结转下年|年末结转" + // fixture (before 2019), tests
		"|年末结转结余" + // unrecorded
		"|年末结转及结余|年末结余|年末结余结转|结转下年支出|结转和结余下年|结余结转下年|年末滚存结余" // usual
)

// Kinds of expenditure.
const (
	basic  = "基本支出"              // standard
	basics = basic + "|基本支出小计" + // tests
		"|基本支出合计" // unrecorded
	basicAmounts = basic + "|基本支出合计|基本支出金额|基本支出决算数" + // unrecorded; on F06, which has no other kind
		"|基本支出小计|基本支出决算|基本支出数|基本支出执行数|本年基本支出|财政拨款基本支出|一般公共预算基本支出|一般公共预算财政拨款基本支出" + // usual
		"|一般公共预算财政拨款支出|一般公共预算支出|财政拨款支出|一般公共预算财政拨款基本支出合计|一般公共预算基本支出合计|一般公共预算财政拨款基本支出决算数|一般公共预算基本支出决算数" // usual
	projectTotals = project + "|项目支出小计|项目支出合计" // unrecorded
	project       = "项目支出"                     // standard
	personnel     = Personnel +                // standard, F06
		"|人员经费支出|人员支出|人员经费小计" // usual
	publicUse = PublicUse + "|日常公用经费" + // fixture; 日常 tests
		"|公用经费支出|公用支出|日常公用支出|日常公用|公用经费小计" // usual
	projects = "基本建设类项目|行政事业类项目|基本建设项目|行政事业类" + "|其他项目" // unrecorded
)

// The three kinds of appropriation: over columns of F04, among the income of F01 and F04,
// under the opening balance of F04, and under 财政拨款收入 on F02.
const (
	general = "一般公共预算财政拨款|一般公共预算" + // standard
		"|公共预算财政拨款" + // unrecorded
		"|公共预算|一般公共预算拨款|公共财政预算财政拨款|公共财政预算|公共财政预算拨款|一般公共财政预算财政拨款|一般公共财政预算拨款" // usual, before 2016 most
	fund = "政府性基金预算财政拨款|政府性基金预算" + // standard
		"|政府性基金财政拨款" // tests
	state = "国有资本经营预算财政拨款|国有资本经营预算" + // standard
		"|国有资本经营财政拨款|国资预算财政拨款" // unrecorded

	generalIncome = general + "|一般公共预算财政拨款收入" + // standard
		"|一般公共预算收入" + // unrecorded
		"|一般公共预算拨款收入|公共预算财政拨款收入|公共财政预算财政拨款收入|公共财政预算收入" // usual
	fundIncome = fund + "|政府性基金预算财政拨款收入" + // standard
		"|政府性基金财政拨款收入|政府性基金预算收入" + // unrecorded
		"|政府性基金|政府性基金收入|政府性基金拨款|政府性基金预算拨款|政府性基金预算拨款收入" // usual
	stateIncome = state + "|国有资本经营预算财政拨款收入" + // standard
		"|国有资本经营财政拨款收入|国有资本经营预算收入" + // unrecorded
		"|国有资本经营|国有资本经营收入|国有资本经营预算拨款|国有资本经营预算拨款收入" // usual

	generalExpenditure = general + "|一般公共预算支出" + // tests
		"|一般公共预算财政拨款支出" // unrecorded
	fundExpenditure = fund + "|政府性基金支出" + // tests
		"|政府性基金|政府性基金预算财政拨款支出|政府性基金预算支出" // unrecorded
	stateExpenditure = state + "|国有资本经营支出" + // tests
		"|国有资本经营|国有资本经营预算财政拨款支出|国有资本经营预算支出" // unrecorded
)

// Kinds of income, as columns of F02 and rows of F01.
const (
	grants = "财政拨款收入" + // standard; until 2018 a row of F01 too
		"|财政补助收入|本年财政拨款收入|财政拨款收入合计" // usual
	fromAbove = "上级补助收入" + // standard
		"|上级补助" // usual
	undertaking = "事业收入" + // standard
		"|事业收入小计|事业收入合计|事业单位事业收入" // usual
	business = "经营收入|事业单位经营收入" + // standard; 事业单位 unrecorded
		"|经营收入小计" // usual
	fromBelow = "附属单位上缴收入" + // standard
		"|附属单位缴款|附属单位上缴" + // unrecorded
		"|附属单位上缴款|附属单位缴款收入|附属单位上缴收入小计|下级单位上缴收入" // usual
	otherIncome = "其他收入" + // standard
		"|其他收入小计|其他各项收入" // usual
	tuition = "教育收费|教育收费收入" // tests; under 事业收入
)

// Kinds of expenditure on F03.
const (
	upwards = "上缴上级支出|上缴上级" + // standard; short unrecorded
		"|上缴上级支出小计|上缴支出" // usual
	businessSpending = "经营支出|事业单位经营支出" + // standard; 事业单位 unrecorded
		"|经营支出小计" // usual
	downwards = "对附属单位补助支出" + // standard
		"|对附属单位补助|对下级单位补助支出|对附属单位补助支出合计" + // unrecorded
		"|对附属单位的补助支出|对附属单位补助支出小计|补助附属单位支出|对下级单位补助" // usual
)

// codeHeads head the levels of a code: standard.
const codeLevels = "类|款|项"

var codeHeads = Words{text: codeLevels}

// codeKeys head the columns of codes and names.
var codeKeys = Words{text: "项目|科目编码|科目名称|栏次" + // standard
	"|功能分类科目编码|功能分类科目|功能分类|科目|编码|名称|项目名称|支出功能分类科目" + // fixture, tests
	"|支出功能分类科目编码|支出功能分类科目名称|支出功能分类|功能分类科目名称|功能科目编码|功能科目名称|政府功能分类科目编码" + // unrecorded
	"|经济分类|经济分类科目|经济分类科目编码|经济分类科目名称|经济科目编码|经济科目名称|支出经济分类|支出经济分类科目编码|支出经济分类科目名称" +
	"|部门预算支出经济分类科目编码|部门预算支出经济分类科目名称|人员经费科目编码|公用经费科目编码|科目代码|类款项" +
	"|支出功能分类科目|支出功能分类编码|支出功能分类名称|支出功能分类科目代码|功能分类编码|功能分类名称|功能分类科目代码|功能科目|功能科目代码|政府功能分类科目名称" + // usual
	"|类级科目名称|款级科目名称|项级科目名称|类科目名称|款科目名称|项科目名称|类名称|款名称|项名称|类级科目|款级科目|项级科目" +
	"|支出功能科目|支出功能科目编码|支出功能科目名称|政府收支分类科目|政府收支分类科目编码|政府收支分类科目名称|预算科目|预算科目编码|预算科目名称|预算科目代码" +
	"|类款项编码|类款项代码|科目编号|编号|代码|编码及名称|科目编码及名称|科目编码和名称|功能分类科目编码及名称|支出科目|收入科目|支出项目|收入项目|按功能分类|按支出功能分类|收支项目" +
	"|经济分类编码|经济分类名称|经济分类代码|经济分类科目代码|经济分类科目编码及名称|经济科目|经济科目代码|支出经济分类科目|支出经济分类编码|支出经济分类名称|支出经济分类科目代码" +
	"|支出经济科目|支出经济科目编码|支出经济科目名称|部门预算支出经济分类|部门预算支出经济分类科目|部门预算支出经济科目|部门预算支出经济科目编码|部门预算支出经济科目名称|部门预算经济分类|部门预算经济分类科目|部门预算经济分类科目编码|部门预算经济分类科目名称" +
	"|部门经济分类|部门经济分类科目|部门经济分类科目编码|部门经济分类科目名称|部门支出经济分类|部门支出经济分类科目编码|部门支出经济分类科目名称|按经济分类|按支出经济分类|支出按经济分类" +
	"|" + codeLevels}

// Words over the halves of F01 and F04.
const (
	incomeWords = "收入|收入项目" + // standard; 收入项目 unrecorded
		"|收入来源|按收入来源|收入部分|收入科目" // usual
	expenditureWords = "支出|支出项目" + // standard
		"|按功能分类|按支出功能分类|支出功能分类|支出功能分类科目|功能分类科目|支出部分|支出科目" // usual
)

var incomeHalf, expenditureHalf = Words{text: incomeWords}, Words{text: expenditureWords}

// HalfOf is the half of a two-sided form that a normalized header names.
func HalfOf(text string) Side {
	switch text = StripRemark(text); {
	case incomeHalf.Has(text):
		return Income
	case expenditureHalf.Has(text):
		return Expenditure
	}
	return NoSide
}

// lineKeys head the label columns of a two-sided form; 行次 is not among them:
// it holds numbers that are no money.
var lineKeys = Words{text: "项目|栏次|项目名称" +
	"|科目|科目名称|收支项目|按支出性质|支出性质|按经济分类|按支出经济分类|支出经济分类|经济分类|按支出性质和经济分类|支出性质和经济分类" + // usual
	"|" + incomeWords + "|" + expenditureWords}

// publicKeys head the labels of F09.
var publicKeys = Words{text: "项目|栏次|单位名称|部门|单位|部门名称" + // standard, fixture: units listed
	"|单位编码|支出项目|项目名称|科目名称" + // unrecorded
	"|支出内容|费用项目|费用名称|经费项目|三公经费项目|支出类别|类别|内容|科目|预算单位|单位代码"} // usual

// Rows and columns that number the others.
const (
	ColumnNumbers = "栏次"   // standard
	LineNumbers   = "行次"   // standard
	KeyNumbers    = "甲乙丙丁" // usual: each over a column of keys, where 1 2 3 number the figures
)

// remarks head columns that are no part of the forms: remarks, and what compares
// the year's figures with others.
var remarks = Words{text: "备注|行次|序号" + // standard, fixture
	"|上年决算数|上年决算|增减%|完成率" + // tests
	"|上年数|增减|增减额|增减率|增减变化|增减变动|增减幅度|比上年增减|增长率|完成预算|预算完成率|占比|比重" + // unrecorded
	"|说明|备注说明|上年同期数|上年同期|上年支出数|上年实际数|比上年增减额|比上年增减%|比上年增长%|同比增减|同比增长|同比|增减金额|增减比例|增减百分比" + // usual
	"|执行率|预算执行率|执行率%|完成率%|完成预算%|预算完成率%|占预算%|决算数占预算数%|差额|差异|差异率|差异额|增减原因|变动原因|差异原因|比例|占比%|占比重" +
	"|完成预算的%|完成年初预算的%|完成预算比例|占本年支出合计的比重|占支出合计的比重|占总支出的比重|占本年支出的比重|占本年支出合计的%|占支出合计的%|占本年收入合计的比重|占收入合计的比重|占合计的比重|占总支出比重|占比重%"}

// ownerHeads head columns beside the codes that say whose figures a row has. They are no
// headers: the lines above a table say the same words.
var ownerHeads = Words{text: "单位编码|单位名称|单位代码|部门编码|部门名称|部门代码|预算单位|预算单位编码|预算单位名称|预算单位代码"} // usual

// balanceParts are sub-columns of the balances that some sets print; the balances
// themselves are judged.
var balanceParts = Words{text: "项目支出结转和结余" + // tests
	"|基本支出结转|项目支出结转|基本支出结转和结余|项目支出结余" + // unrecorded
	"|基本支出结余|基本支出结转结余|项目支出结转结余|基本支出结转及结余|项目支出结转及结余", and: &remarks} // usual

// besideFinal heads columns that some sets print beside the final figures.
var besideFinal = Words{text: budgets, and: &remarks}

// besideGeneral heads columns of F05 that other forms have: balances and the income.
var besideGeneral = Words{text: openings + "|" + incomes + "|" + closings + "|" + budgets, and: &remarks}

// besidePublic heads columns of F09 that are none of the three public expenses.
var besidePublic = Words{text: "会议费|培训费" + // 陕西, fixture
	"|机关运行经费" + // tests
	"|会议费支出|培训费支出|会议费用|培训费用|机关运行经费支出|机关运行经费决算数|机关运行经费支出决算数|机关运行经费决算|机关运行费" + // usual
	"|国内接待费|国(境)外接待费|外事接待费|国内公务接待费|国(境)外公务接待费|国内接待支出|国(境)外接待支出", and: &remarks} // usual

// trailers are headers that may stand under the one that names a column and
// say nothing of their own.
var trailers = Words{text: Finals + "|" + moneys}

// amounts heads the one column of figures of a half.
const amounts = Finals + "|" + moneys + "|" + parts

// Items of F09.
const (
	publicTotals = wholes + "|小计|三公经费|三公经费支出" + // standard, tests
		"|支出合计" + // 云南, 重庆: tests
		"|合计数|三公经费合计|三公经费支出合计" + // unrecorded
		"|三公经费小计|三公经费总计|三公经费总额|三公经费支出小计|三公经费支出总额|三公经费支出总计|财政拨款三公经费支出合计" // usual
	overseas = "因公出国(境)费|因公出国(境)费用|因公出国(境)" + // standard
		"|出国(境)费" + // tests
		"|因公出国(境)经费|因公出国(境)支出" + // unrecorded
		"|因公出国(境)费用支出|因公出国(境)经费支出|因公出国境费|因公出国境费用|因公出国费|因公出国费用|因公出国出境费|出国(境)费用|出国(境)经费|出国费|因公出国(境)费支出" // usual
	vehicles = "公务用车购置及运行维护费" + // standard
		"|公务用车购置及运行费|公务用车购置和运行维护费|公务用车购置及运行维护支出|公务用车购置和运行费|公务用车费" + // unrecorded
		"|公务用车购置及运行维护费用|公务用车购置及运行费用|公务用车购置及运行维护经费|公务用车购置及运行经费|公务用车购置及运行支出|公务用车购置及维护费" + // usual
		"|公务用车购置、运行维护费|公务用车购置、运行费|公务用车购置运行费|公务用车购置运行维护费|公务用车购置与运行维护费|公务用车购置与运行费" +
		"|公务车购置及运行维护费|公务车购置及运行费|公车购置及运行维护费|公车购置及运行费|车辆购置及运行维护费|车辆购置及运行费|公务用车支出|公务用车经费|公务用车" +
		"|公务用车购置及运行维护费小计|公务用车购置及运行维护费合计|公务用车购置及运行费小计|公务用车购置及运行费合计"
	purchase = "公务用车购置费|公务用车购置|购置费" + // standard
		"|公务用车购置支出|公务用车购置费用" + // unrecorded
		"|公务用车购置经费|公务用车购置费支出|公务车购置费|公车购置费|车辆购置费|购置费用|购置支出|购置" // usual
	operation = "公务用车运行维护费|公务用车运行费|公务用车运行维护|公务用车运行|运行维护费|运行费" + // standard
		"|公务用车运行维护支出|公务用车运行维护费用" + // unrecorded
		"|公务用车运行费支出|公务用车运行费用|公务用车运行支出|公务用车运行经费|公务用车运行维护经费|公务用车运行维护费支出|公务用车运维费|公务用车维护费" + // usual
		"|公务车运行维护费|公务车运行费|公车运行维护费|公车运行费|车辆运行维护费|车辆运行费|运行维护费用|运行费用|运行维护|运维费"
	reception = "公务接待费|公务接待|接待费" + // standard
		"|公务接待费用|公务接待支出" + // unrecorded
		"|公务接待经费|公务接待费支出|公务接待费合计|公务招待费|接待费用" // usual
)
