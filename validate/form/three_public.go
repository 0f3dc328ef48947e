package form

import "strings"

// Rows of F09.
const (
	Budget = "预算数"
	Final  = "决算数"
)

// f09 prints a budget and a final figure for each of the three public expenses
// (三公经费), side by side or as a list: the columns below are the items, in
// whichever direction they run.
var f09 = Form{
	ID: "F09", Title: "财政拨款“三公”经费支出决算表", Short: "三公经费表", Keying: ByMatrix,
	Titles: []string{"财政拨款三公经费支出决算表", "三公经费支出决算表", "一般公共预算财政拨款三公经费支出决算表",
		"一般公共预算三公经费支出决算表", "财政拨款三公经费及会议费培训费支出决算表",
		"三公经费及会议费培训费支出决算表", "三公经费公共预算财政拨款支出决算表", "财政拨款三公经费决算表", "三公经费决算表",
		"三公经费支出表", "三公经费支出情况表", "三公经费支出决算情况表", "三公经费支出预决算表"},
	Weaker: []string{"机构运行信息表", "机构运行信息决算表"},
	Keys:   []string{"项目", "单位名称", "部门", "单位", "部门名称", "单位编码", "栏次", "支出项目", "项目名称", "科目名称"},
	Noted:  []string{"备注", "行次", "序号", "增减", "增减额", "增减率", "增减%", "增减变化", "完成率", "上年决算数", "上年数", "占比", "会议费", "培训费", "机关运行经费"},
	NotedRows: []string{"国内接待费", "国内公务接待费", "国内公务接待支出", "外事接待费", "外事接待支出", "国(境)外接待费", "国(境)外公务接待费", "国(境)外公务接待支出",
		"相关统计数", "相关统计数据", "机关运行经费", "机关运行经费支出", "行政单位", "参照公务员法管理事业单位", "参照公务员法管理的事业单位", "会议费", "培训费"},
	Columns: []Column{
		{ID: "合计", Headers: []string{"合计|三公经费合计|总计|小计|三公经费|三公经费支出合计|三公经费支出|支出合计|合计数"}},
		{ID: "因公出国（境）费", Headers: []string{"因公出国(境)费|因公出国(境)费用|因公出国(境)|因公出国(境)经费|出国(境)费|因公出国(境)支出"}},
		{ID: "公务用车购置及运行维护费", Subtotal: true, Headers: []string{"公务用车购置及运行维护费/小计|合计", "公务用车购置及运行费/小计|合计", "公务用车购置和运行维护费/小计|合计",
			"公务用车购置及运行维护费|公务用车购置及运行费|公务用车购置和运行维护费|公务用车购置及运行维护支出|公务用车购置和运行费|公务用车费"}},
		{ID: "公务用车购置费", Headers: []string{"公务用车购置费|公务用车购置|购置费|公务用车购置支出|公务用车购置费用"}},
		{ID: "公务用车运行维护费", Headers: []string{"公务用车运行维护费|公务用车运行费|公务用车运行维护|运行维护费|运行费|公务用车运行维护支出|公务用车运行|公务用车运行维护费用"}},
		{ID: "公务接待费", Headers: []string{"公务接待费|公务接待|公务接待费用|公务接待支出|接待费"}},
	},
	Rows: []Row{
		{Key: Budget, Labels: []string{"预算数", "预算", "全年预算数", "年初预算数", "调整预算数", "本年预算数", "全年预算", "三公经费预算数", "三公经费预算"}},
		{Key: Final, Labels: []string{"决算数", "决算", "本年决算数", "支出决算数", "全年决算数", "决算支出数", "支出数",
			"本年决算", "全年执行数", "执行数", "本年支出数", "三公经费决算数", "三公经费决算", "支出", "决算统计数", "实际支出数"}},
	},
}

// countMarks end or stand in the labels of a list that count something: no money.
var countMarks = []string{"(个)", "(辆)", "(人)", "(批)", "(批次)", "(次)", "(人次)", "(台)", "(台,套)", "(套)", "(台、套)"}

var countWords = []string{"团组", "保有量", "批次", "人次", "购置数", "人数"}

// IsCount says whether a normalized label heads a number of things, such as
// 公务用车保有量（辆）.
func IsCount(label string) bool {
	for _, mark := range countMarks {
		if strings.HasSuffix(label, mark) {
			return true
		}
	}
	return containsAny(label, countWords)
}

// ThreePublicEnds says whether a normalized label of a list begins what some
// provinces print below the three public expenses on the same form.
func ThreePublicEnds(label string) bool { return containsAny(label, afterThreePublic) }

var afterThreePublic = []string{"相关统计数", "机关运行经费", "国有资产占用", "政府采购"}
