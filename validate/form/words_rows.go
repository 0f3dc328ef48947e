package form

import (
	"slices"
	"strings"
)

// What stands before rows.

// totals label the row 合计 of a form keyed by code.
const totals = wholes + // standard
	"|合计数|总合计|本年合计" + // unrecorded
	"|部门合计|单位合计|部门总计|单位总计|全部门合计" // usual

// functionalTotals do so too where they are no rows of their own.
const functionalTotals = totals + "|" + incomeTotals + "|" + expenditureTotals + "|支出总计" // tests

// Rows of F01 and F04 below the lines of income and the classes.
const (
	lineTotals = "小计|本年合计" // 小计 layouts before 2019; 本年合计 unrecorded

	openingGrants = "年初财政拨款结转和结余" + // standard
		"|年初财政拨款结转结余|上年财政拨款结转和结余" + // unrecorded
		"|年初财政拨款结转及结余|年初财政拨款结转|年初财政拨款结余|上年财政拨款结转结余|上年财政拨款结转|财政拨款年初结转和结余|" + // usual
		openings
	closingGrants = "年末财政拨款结转和结余" + // standard
		"|年末财政拨款结转结余" + // unrecorded
		"|年末财政拨款结转及结余|年末财政拨款结转|年末财政拨款结余|财政拨款年末结转和结余|" + // usual
		closings
	closingShort = "结转和结余"       // unrecorded; F01, below the year's expenditure
	surplusUsed  = "使用非财政拨款结余" + // standard
		"|用事业基金弥补收支差额" + // fixture (before 2019)
		"|使用专用结余|使用非财政拨款结余和专用结余" + // unrecorded
		"|使用非财政拨款结余及专用结余|使用非财政拨款结转结余|使用非财政拨款结转和结余|动用非财政拨款结余|使用事业基金弥补收支差额|事业基金弥补收支差额" // usual
	surplusShared = "结余分配" + // standard
		"|本年结余分配|结余分配合计|结余分配小计" // usual

	grandIncome = "收入总计|总计" + // standard
		"|收入合计总计|收入总合计" + // unrecorded
		"|收入总额|收入决算总计" // usual
	grandExpenditure = "支出总计|总计" + // standard
		"|支出总合计" + // unrecorded
		"|支出总额|支出决算总计" // usual
)

// Totals of the year that stand for those of all where the year's have another name: 本年收入小计,
// then 收入合计. usual
const (
	laterIncome      = "收入合计"
	laterExpenditure = "支出合计"
)

// YearTotal is the total of the year that a label without 合计 means where it has a figure; "" for others.
func YearTotal(label string) string {
	switch StripOrdinal(label) {
	case "本年收入":
		return "本年收入合计"
	case spending:
		return YearExpenditure
	}
	return ""
}

// balanceLines are parts of the balances and of 结余分配 that some years print.
var balanceLines = Words{text: "基本支出结转|项目支出结转|项目支出结转和结余|经营结余" + // the set of 2019 and before
	"|提取职工福利基金|转入事业基金|缴纳所得税|交纳所得税|提取专用基金|提取专用结余|转入非财政拨款结余|专用结余" +
	"|" + general + "|" + fund + "|" + state}

// Totals of F06.
const (
	personnelTotals = "人员经费合计" + // standard
		"|人员经费小计" + // unrecorded
		"|合计(人员经费)|小计(人员经费)|人员经费总计|人员经费支出合计|人员经费支出小计|人员支出合计|人员支出小计" + // usual
		"|" + Personnel + "|人员经费支出|人员支出" // usual: where it heads the list with its figure
	publicUseTotals = "公用经费合计" + // standard
		"|公用经费小计|日常公用经费合计" + // unrecorded
		"|合计(公用经费)|小计(公用经费)|合计(日常公用经费)|公用经费总计|公用经费支出合计|公用经费支出小计|公用支出合计|公用支出小计|日常公用经费小计|日常公用支出合计" + // usual
		"|" + PublicUse + "|日常公用经费|公用经费支出|公用支出|日常公用支出" // likewise
	basicTotals = wholes + "|基本支出合计" + // standard
		"|一般公共预算财政拨款基本支出合计|一般公共预算基本支出合计|基本支出总计|基本支出小计|支出合计|本年支出合计" // usual
)

// receptionParts and the like are rows of a list of F09 that are parts of others or
// none of the three public expenses.
var receptionParts = Words{text: "国内接待费|外事接待费|相关统计数|机关运行经费|行政单位" + // 云南, 重庆: tests
	"|会议费|培训费" + // 陕西, fixture
	"|国内公务接待费|国内公务接待支出|外事接待支出|国(境)外接待费|国(境)外公务接待费|国(境)外公务接待支出" + // unrecorded
	"|相关统计数据|机关运行经费支出|参照公务员法管理事业单位|参照公务员法管理的事业单位" + // unrecorded
	"|国内接待支出|国内公务接待|国内接待|外事接待|外宾接待费|外宾接待支出|国(境)外公务接待|国(境)外接待|国际公务接待费|国(境)外接待支出|会议费支出|培训费支出|会议费用|培训费用"} // usual

// afterThreePublic begin what some provinces print below the list of F09: 云南, 重庆.
var afterThreePublic = []string{"相关统计数", "机关运行经费", "国有资产占用", "政府采购",
	"实物量", "补充资料", "相关信息统计"} // usual

// countMarks end or stand in the labels of a list that count something: no money.
var countMarks = []string{"(个)", "(辆)", "(人)", // 云南, 重庆: tests
	"(批)", "(批次)", "(次)", "(人次)", "(台)", "(台,套)", "(套)", "(台、套)", // unrecorded
	"(人/次)", "(批/次)", "(个/次)", "(批次/人次)", "(组)", "(家)"} // usual

var countWords = []string{"团组", "保有量", "人次", "购置数", // 云南, 重庆: tests
	"批次", "人数", // unrecorded
	"购置量", "车辆数", "台数", "批数", "次数"} // usual

// asides stand before a label and are no part of it.
var asides = []string{"其中:", // standard
	"加:", "减:", "*", "△", "▲"} // unrecorded

// pageSums are rows that a page, or the rows of a class, ends or begins with: sums that the form prints anyway.
var pageSums = Words{text: "小计|类小计|款小计|项小计|科目小计|本类小计|本页小计|本页合计|过次页|承前页|转下页|接上页"} // usual

// unitEndings end the names of units, whose rows stand among codes where a department lists
// each unit's.
var unitEndings = []string{"局", "本级", "(本级)", "(机关)", "(本部)", "(汇总)", "机关", "中心", "委员会", "办公室", "办公厅", "委", "厅", "院", "所", "站", "队", "校", "学校", "大学",
	"学院", "处", "馆", "园", "会", "公司", "部", "支队", "大队", "管委会"} // usual

// NamesUnit says whether a normalized text ends as the name of a unit does.
func NamesUnit(text string) bool {
	return slices.ContainsFunc(unitEndings, func(end string) bool { return strings.HasSuffix(text, end) })
}

// PartOf begins the label of a part of the row or column before it.
const PartOf = "其中" // standard

// IsCodeHead says whether a text heads a level of codes.
func IsCodeHead(text string) bool { return codeHeads.Has(text) }

// IsWhole says whether a text is a total's label on any form.
func IsWhole(text string) bool { return wholeLabels.Has(text) }

var wholeLabels = Words{text: wholes}

// NotNames follow the digits that a note begins with: 2023年度…, 5页, 2024/8/20.
var NotNames = []string{"年", "月", "日", "页", "号", "/", "%"} // fixture (LongNotes); pages and % unrecorded
