package form

import "slices"

// What heads columns.

// Finals head the year's final figures, wherever they stand: over the one column of figures of F01,
// F04 and F06, under the name of any column, over the final half of F09.
const Finals = "决算数|决算" + // standard
	"|支出决算数|全年执行数|本年数|支出数|本年支出数|执行数" + // tests
	"|本年决算数|本年决算|全年决算数|收入决算数|决算金额|决算支出数|决算统计数|实际支出数" // unrecorded

// Money and nothing else.
const moneys = "金额" + // standard
	"|支出金额" + // tests
	"|数额" // unrecorded

// Over the halves of F09 besides.
const (
	publicFinals = "三公经费决算数" + // tests
		"|三公经费决算|支出" // unrecorded
	publicBudgets = "三公经费预算数" + // tests
		"|三公经费预算" // unrecorded
)

// The year's budget, beside the final figures.
const budgets = "预算数" + // standard, F09
	"|年初预算数|全年预算数" + // fixture
	"|本年预算数" + // tests
	"|预算|调整预算数|年初预算|全年预算|调整预算" // unrecorded

// What sums the columns beside or below it.
const (
	parts  = "小计|合计" // standard: 小计 of columns under a group; 合计 in 陕西's and others'
	wholes = "合计|总计" // standard: over a first column that sums all
)

// The columns of the year's income and expenditure, and the rows that sum it.
const (
	incomeTotals      = "本年收入合计|收入合计|本年收入小计"               // standard; 小计 fixture (before 2019)
	expenditureTotals = "本年支出合计|支出合计|本年支出小计"               // likewise
	incomes           = incomeTotals + "|本年收入"             // columns only: as a row it is a heading
	expenditures      = expenditureTotals + "|" + spending // likewise
	spending          = "本年支出"                             // over 小计, 基本支出, 项目支出: standard
)

// Balances carried in and out, as columns of F07 and F08 and rows of F01 and F04.
const (
	openings = "年初结转和结余" + // standard
		"|上年结转和结余|上年结转" + // fixture (before 2019), tests
		"|年初结转结余|上年结转结余|年初结转" // unrecorded
	closings = "年末结转和结余" + // standard
		"|结转下年|年末结转" + // fixture (before 2019), tests
		"|年末结转结余" // unrecorded
)

// Kinds of expenditure.
const (
	basic  = "基本支出"              // standard
	basics = basic + "|基本支出小计" + // tests
		"|基本支出合计" // unrecorded
	basicAmounts  = basic + "|基本支出合计|基本支出金额|基本支出决算数"         // unrecorded; on F06, which has no other kind
	projectTotals = project + "|项目支出小计|项目支出合计"               // unrecorded
	project       = "项目支出"                                   // standard
	personnel     = Personnel                                // standard, F06
	publicUse     = PublicUse + "|日常公用经费"                    // fixture; 日常 tests
	projects      = "基本建设类项目|行政事业类项目|基本建设项目|行政事业类" + "|其他项目" // unrecorded
)

// The three kinds of appropriation: over columns of F04, among the income of F01 and F04,
// under the opening balance of F04, and under 财政拨款收入 on F02.
const (
	general = "一般公共预算财政拨款|一般公共预算" + // standard
		"|公共预算财政拨款" // unrecorded
	fund = "政府性基金预算财政拨款|政府性基金预算" + // standard
		"|政府性基金财政拨款" // tests
	state = "国有资本经营预算财政拨款|国有资本经营预算" + // standard
		"|国有资本经营财政拨款|国资预算财政拨款" // unrecorded

	generalIncome = general + "|一般公共预算财政拨款收入" + // standard
		"|一般公共预算收入" // unrecorded
	fundIncome = fund + "|政府性基金预算财政拨款收入" + // standard
		"|政府性基金财政拨款收入|政府性基金预算收入" // unrecorded
	stateIncome = state + "|国有资本经营预算财政拨款收入" + // standard
		"|国有资本经营财政拨款收入|国有资本经营预算收入" // unrecorded

	generalExpenditure = general + "|一般公共预算支出" + // tests
		"|一般公共预算财政拨款支出" // unrecorded
	fundExpenditure = fund + "|政府性基金支出" + // tests
		"|政府性基金|政府性基金预算财政拨款支出|政府性基金预算支出" // unrecorded
	stateExpenditure = state + "|国有资本经营支出" + // tests
		"|国有资本经营|国有资本经营预算财政拨款支出|国有资本经营预算支出" // unrecorded
)

// Kinds of income, as columns of F02 and rows of F01.
const (
	grants      = "财政拨款收入"        // standard
	fromAbove   = "上级补助收入"        // standard
	undertaking = "事业收入"          // standard
	business    = "经营收入|事业单位经营收入" // standard; 事业单位 unrecorded
	fromBelow   = "附属单位上缴收入" +    // standard
		"|附属单位缴款|附属单位上缴" // unrecorded
	otherIncome = "其他收入"        // standard
	tuition     = "教育收费|教育收费收入" // tests; under 事业收入
)

// Kinds of expenditure on F03.
const (
	upwards          = "上缴上级支出|上缴上级" // standard; short unrecorded
	businessSpending = "经营支出|事业单位经营支出"
	downwards        = "对附属单位补助支出" + // standard
		"|对附属单位补助|对下级单位补助支出|对附属单位补助支出合计" // unrecorded
)

// codeHeads head the levels of a code: standard.
var codeHeads = []string{"类", "款", "项"}

// codeKeys head the columns of codes and names.
var codeKeys = append(spelled("项目|科目编码|科目名称|栏次", // standard
	"功能分类科目编码|功能分类科目|功能分类|科目|编码|名称|项目名称|支出功能分类科目",                    // fixture, tests
	"支出功能分类科目编码|支出功能分类科目名称|支出功能分类|功能分类科目名称|功能科目编码|功能科目名称|政府功能分类科目编码", // unrecorded
	"经济分类|经济分类科目|经济分类科目编码|经济分类科目名称|经济科目编码|经济科目名称|支出经济分类|支出经济分类科目编码|支出经济分类科目名称",
	"部门预算支出经济分类科目编码|部门预算支出经济分类科目名称|人员经费科目编码|公用经费科目编码|科目代码|类款项"),
	codeHeads...)

// Words over the halves of F01 and F04.
var (
	incomeHalf      = spelled("收入|收入项目") // standard; 收入项目 unrecorded
	expenditureHalf = spelled("支出|支出项目") // standard
)

// HalfOf is the half of a two-sided form that a normalized header names.
func HalfOf(text string) Side {
	switch text = StripRemark(text); {
	case contains(incomeHalf, text):
		return Income
	case contains(expenditureHalf, text):
		return Expenditure
	}
	return NoSide
}

// lineKeys head the label columns of a two-sided form; 行次 is not among them:
// it holds numbers that are no money.
var lineKeys = slices.Concat(spelled("项目|栏次|项目名称"), incomeHalf, expenditureHalf)

// publicKeys head the labels of F09.
var publicKeys = spelled("项目|栏次|单位名称|部门|单位|部门名称", // standard, fixture: units listed
	"单位编码|支出项目|项目名称|科目名称") // unrecorded

// Rows and columns that number the others.
const (
	ColumnNumbers = "栏次" // standard
	LineNumbers   = "行次" // standard
)

// remarks head columns that are no part of the forms: remarks, and what compares
// the year's figures with others.
var remarks = spelled("备注|行次|序号", // standard, fixture
	"上年决算数|上年决算|增减%|完成率", // tests
	"上年数|增减|增减额|增减率|增减变化|增减变动|增减幅度|比上年增减|增长率|完成预算|预算完成率|占比|比重") // unrecorded

// balanceParts are sub-columns of the balances that some sets print; the balances
// themselves are judged.
var balanceParts = append(spelled("项目支出结转和结余", // tests
	"基本支出结转|项目支出结转|基本支出结转和结余|项目支出结余"), // unrecorded
	remarks...)

// besideFinal heads columns that some sets print beside the final figures.
var besideFinal = append(spelled(budgets), remarks...)

// besidePublic heads columns of F09 that are none of the three public expenses.
var besidePublic = append(spelled("会议费|培训费", // 陕西, fixture
	"机关运行经费"), // tests
	remarks...)

// trailers are headers that may stand under the one that names a column and
// say nothing of their own.
var trailers = spelled(Finals, moneys)

// amounts heads the one column of figures of a half.
const amounts = Finals + "|" + moneys + "|" + parts

// Items of F09.
const (
	publicTotals = wholes + "|小计|三公经费|三公经费支出" + // standard, tests
		"|支出合计" + // 云南, 重庆: tests
		"|合计数|三公经费合计|三公经费支出合计" // unrecorded
	overseas = "因公出国(境)费|因公出国(境)费用|因公出国(境)" + // standard
		"|出国(境)费" + // tests
		"|因公出国(境)经费|因公出国(境)支出" // unrecorded
	vehicles = "公务用车购置及运行维护费" + // standard
		"|公务用车购置及运行费|公务用车购置和运行维护费|公务用车购置及运行维护支出|公务用车购置和运行费|公务用车费" // unrecorded
	purchase = "公务用车购置费|公务用车购置|购置费" + // standard
		"|公务用车购置支出|公务用车购置费用" // unrecorded
	operation = "公务用车运行维护费|公务用车运行费|公务用车运行维护|公务用车运行|运行维护费|运行费" + // standard
		"|公务用车运行维护支出|公务用车运行维护费用" // unrecorded
	reception = "公务接待费|公务接待|接待费" + // standard
		"|公务接待费用|公务接待支出" // unrecorded
)
