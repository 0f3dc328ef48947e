package performance

// Field is a column of the indicators.
type Field int

// The columns.
const (
	First Field = iota
	Second
	Third
	Nature
	Target
	Unit
	Actual
	Weight
	Score
	Reason
)

// Column is a field under its header.
type Column struct {
	Field Field
	Head  string
}

// Group is a 一级指标 with its points.
type Group struct {
	Name   string
	Points int // whole points
}

// Layout is a province's template.
type Layout struct {
	Name      string
	Sheets    bool   // published as worksheets
	Title     string // %d is the year
	Money     string // 万元 or 元
	MoneyLine bool   // said in a line above; else in FundHead
	FundHead  string
	Amounts   [3]string // headers of 年初预算数, 全年预算数, 全年执行数
	Rate      string    // header of 执行率
	Bare      bool      // percents stand without their sign, which the header has
	ExecRow   bool      // the score for execution is a row of the indicators
	Funds     []FundName
	Columns   []Column
	Side      string // what stands beside the indicators
	Groups    []Group
	CostIn    string // the 一级指标 of costs
	Points    string // how a 一级 header says its points; empty if it does not
	TotalHead string
	Above     bool   // the total stands above the money, the score alone
	Alone     bool   // the score stands alone beside its label
	Graded    bool   // the grade stands beside the total
	Dash      string // what stands where nothing is scored
	Continued bool   // parted in two tables
	Blank     bool   // blank rows and columns between
	Values    bool   // percents are numbers with a format
	Summary   bool   // amounts in the summary
	Zero      string // what stands in rows without money; empty for nothing
	FundLabel string // in the corner of the money
	FundNote  string // printed beside the money for good, under a column 原因
	Stacked   bool   // the headers of the indicators stand in two rows
	Empty     bool   // a 二级 that is not used keeps its empty row
	Concluded bool   // conclusion, problems and measures follow the total
	Lead      string // a row in front of the projects of the summary
	Units     bool   // costs with their unit in the actual value
}

// FundName is a row of money.
type FundName struct {
	Name  string
	Level int
	Part  part
}

// part is what of a project's money a row has.
type part int

const (
	all part = iota
	grant
	carried
	other
	none       // never any money
	grantAbove // from higher levels, within grant
	grantOwn   // of the own level, within grant
)

var (
	usual = []FundName{{"年度资金总额", 0, all}, {"其中：当年财政拨款", 1, grant}, {"上年结转资金", 1, carried}, {"其他资金", 1, other}}

	plain = []Column{{First, "一级指标"}, {Second, "二级指标"}, {Third, "三级指标"}, {Target, "年度指标值"}, {Actual, "实际完成值"}, {Weight, "分值"}, {Score, "得分"}, {Reason, "偏差原因分析及改进措施"}}

	four  = []Group{{"成本指标", 10}, {"产出指标", 40}, {"效益指标", 30}, {"满意度指标", 10}}
	three = []Group{{"产出指标", 50}, {"效益指标", 30}, {"满意度指标", 10}}
)

// Layouts are the templates.
var Layouts = []*Layout{
	{Name: "shandong", Title: "%d年区级预算项目支出绩效自评表", Money: "万元", MoneyLine: true, FundHead: "项目预算执行情况",
		Amounts: [3]string{"年初预算数", "全年预算数\n(A)", "全年执行数\n(B)"}, Rate: "执行率\n(B/A)", Funds: usual,
		Columns: []Column{{First, "一级指标"}, {Second, "二级指标"}, {Third, "三级指标"}, {Target, "年度指标值"}, {Actual, "实际完成\n指标值"}, {Weight, "分值"}, {Score, "得分"}, {Reason, "偏差原因分析及改进措施"}},
		Side:    "年度绩效指标", Groups: four, CostIn: "成本指标", Points: "\n(%d分)", TotalHead: "总分", Alone: true, Dash: "-", Lead: "区本级支出项目绩效自评"},
	{Name: "anhui", Title: "项目支出绩效自评表\n（%d年度）", Money: "万元", FundHead: "项目资金\n（万元）",
		Amounts: [3]string{"年初预算数", "全年预算数", "全年执行数"}, Rate: "执行率",
		Funds:   []FundName{{"年度资金总额：", 0, all}, {"其中：本年财政拨款", 1, grant}, {"上年结转资金", 1, carried}, {"其他资金", 1, other}},
		Columns: plain, Side: "绩效指标", Groups: three, CostIn: "产出指标", TotalHead: "总分", Dash: "—", Summary: true, Empty: true},
	{Name: "shanghai", Title: "财政项目支出绩效自评表\n（%d年度）", Money: "元", FundHead: "项目资金\n（元）",
		Amounts: [3]string{"年初预算数", "全年预算数", "全年执行数"}, Rate: "执行率", Funds: usual,
		Columns: plain, Side: "绩效指标", Groups: three, CostIn: "产出指标", TotalHead: "总分", Dash: "—", Zero: "0"},
	{Name: "by-row", Title: "%d年度项目绩效自评表", Money: "元", FundHead: "预算资金情况（元）",
		Amounts: [3]string{"年初预算数", "调整后预算数", "预算执行数"}, Rate: "预算执行率（%）", Bare: true, ExecRow: true,
		Funds:   []FundName{{"年度资金总额", 0, all}, {"其中：财政资金", 1, grant}, {"上年结转", 1, carried}, {"其他", 1, other}},
		Columns: []Column{{First, "一级指标"}, {Second, "二级指标"}, {Third, "三级指标"}, {Weight, "权重"}, {Target, "年度指标值"}, {Actual, "年末完成值"}, {Score, "得分"}, {Reason, "未完成原因及拟采取的改进措施"}},
		Side:    "绩效指标", Groups: three, CostIn: "产出指标", Points: "（%d分）", TotalHead: "合计", Graded: true, Units: true},
	{Name: "sichuan", Title: "部门预算项目支出绩效自评表（%d年度）", Money: "万元", FundHead: "预算执行情况（10分）", FundLabel: "年度预算数（万元）",
		Amounts: [3]string{"年初预算", "调整后预算数", "预算执行数"}, Rate: "预算执行率",
		Funds:   []FundName{{"总额", 0, all}, {"其中：财政资金", 1, grant}, {"财政专户管理资金", 1, none}, {"单位资金", 1, carried}, {"其他资金", 1, other}},
		Columns: []Column{{First, "一级指标"}, {Second, "二级指标"}, {Third, "三级指标"}, {Nature, "指标性质"}, {Target, "指标值"}, {Unit, "度量单位"}, {Actual, "完成值"}, {Weight, "权重"}, {Score, "得分"}, {Reason, "未完成原因分析"}},
		Side:    "绩效指标（90分）", Groups: []Group{{"产出指标", 50}, {"效益指标", 20}, {"满意度指标", 10}, {"成本指标", 10}}, CostIn: "成本指标", TotalHead: "合计", Dash: "/", Zero: "0.00", Summary: true,
		FundNote: "预算执行率低于90%的，说明原因（100字以内）；年中调整预算的，另行说明理由；其他资金包括社会投入等。", Concluded: true},
	{Name: "yunnan", Title: "%d年度项目支出绩效自评表", Money: "元", MoneyLine: true, FundHead: "项目资金",
		Amounts: [3]string{"年初预算数", "全年预算数", "全年执行数"}, Rate: "执行率",
		Funds:   []FundName{{"年度资金总额", 0, all}, {"其中：当年财政拨款", 1, grant}, {"1.上级补助", 2, grantAbove}, {"2.本级安排", 2, grantOwn}, {"上年结转资金", 1, carried}, {"非财政拨款", 1, other}},
		Columns: []Column{{First, "一级指标"}, {Second, "二级指标"}, {Third, "三级指标"}, {Nature, "指标性质"}, {Target, "指标值"}, {Unit, "度量单位"}, {Actual, "实际完成值"}, {Weight, "分值"}, {Score, "得分"}, {Reason, "偏差原因分析及改进措施"}},
		Side:    "项目支出绩效指标", Groups: three, CostIn: "产出指标", TotalHead: "总分", Graded: true, Dash: "－", Stacked: true},
	{Name: "jiangxi", Title: "%d年度部门整体项目支出绩效自评表", Money: "万元", MoneyLine: true, FundHead: "项目资金",
		Amounts: [3]string{"年初预算数", "全年预算数", "全年执行数"}, Rate: "执行率", Funds: usual,
		Columns: plain, Side: "年度绩效指标", Groups: three, CostIn: "产出指标", Points: "（%d分）", TotalHead: "总计", Dash: "--", Continued: true, Units: true},
	{Name: "workbook", Sheets: true, Title: "%d年度项目支出绩效自评表", Money: "万元", MoneyLine: true, FundHead: "资金情况",
		Amounts: [3]string{"年初预算数", "全年预算数（A）", "全年执行数（B）"}, Rate: "执行率（B/A）", Funds: usual,
		Columns: plain, Side: "绩效指标", Groups: four, CostIn: "成本指标", Points: "（%d分）", TotalHead: "总分", Above: true, Dash: "/", Values: true, Summary: true},
	{Name: "henan", Title: "%d年度预算项目绩效自评情况表", Money: "万元", FundHead: "预算执行情况（万元）",
		Amounts: [3]string{"年初预算数", "全年预算数", "全年执行数"}, Rate: "执行率(%)", Bare: true, Funds: usual,
		Columns: plain, Side: "绩效指标", Groups: four, CostIn: "成本指标", Points: "(%d)", TotalHead: "自评总分", Above: true, Graded: true, Dash: "-", Blank: true},
}

// points are those of execution, the same everywhere.
const execPoints = 10

// weighs says whether the sum of the points is printed beside the total.
func (l *Layout) weighs() bool { return !l.Above && !l.Alone }

// LayoutOf is the layout of a name; an unknown name is a mistake of the caller and gives nil.
func LayoutOf(name string) *Layout {
	for _, l := range Layouts {
		if l.Name == name {
			return l
		}
	}
	return nil
}
