package further

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/prose"
)

// A whole department's self-evaluation (部门整体支出绩效自评表): the year's money by fund and by
// kind, indicators with points, a total; and the paragraph that tells of it.

// line is a row of money as printed.
type line struct{ name, initial, full, done string }

// measure is a row of indicators.
type measure struct{ first, second, third, target, actual, points, score, reason string }

// overall is one department's table, as printed.
type overall struct {
	department, unit string
	year             int
	total            line
	funds, kinds     []line
	tasks            []line // of the third layout: the year's tasks, which add up to the projects
	rate, executed   string
	weight           string // of execution
	measures         []measure
	points, score    string
	told, toldRate   string // what the paragraph says
	grade            string
}

// drawings are the layouts, each named for where tables like it are met.
var drawings = []struct {
	name string
	draw func(o *overall) [][]string
}{{"jiangxi", jiangxi}, {"henan", henan}, {"hunan", hunan}}

// departments are the sets: whose figures, in which unit.
var departments = []struct {
	seed int64
	unit string
	lost int
}{{34, "万元", 0}, {45, "万元", 2}, {41, "万元", 1}, {44, "元", 2}}

// evaluated makes a right table of a case.
func evaluated(c *prose.Case, unit string, lost int) *overall {
	w := &writer{Case: c, Manner: Manner{Unit: unit}}
	print := func(d decimal.Decimal) string { return d.Shift(-shift[unit]).StringFixed(2) }
	cents := func(d decimal.Decimal) decimal.Decimal { return d.Shift(-shift[unit]).Round(2).Shift(shift[unit]) }
	row := func(name string, done decimal.Decimal, first, full int64) (line, [3]decimal.Decimal) {
		done = cents(done)
		f, g := cents(done.Mul(decimal.New(first, -2))), cents(done.Mul(decimal.New(full, -2)))
		return line{name, print(f), print(g), print(done)}, [3]decimal.Decimal{f, g, done}
	}
	o := &overall{department: c.Book.Department, unit: unit, year: c.Book.Year, weight: "10"}
	var sum [3]decimal.Decimal
	for i, s := range []string{prose.General, prose.FundSpending, prose.StateSpent} {
		l, v := row([]string{"一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"}[i], w.now(s), 96, []int64{104, 110, 102}[i])
		o.funds = append(o.funds, l)
		for k := range sum {
			sum[k] = sum[k].Add(v[k])
		}
	}
	o.total = line{"年度资金总额", print(sum[0]), print(sum[1]), print(sum[2])}
	basic := cents(sum[2].Mul(decimal.New(46, -2)))
	basicFull, basicFirst := cents(basic.Mul(decimal.New(103, -2))), cents(basic.Mul(decimal.New(97, -2)))
	o.kinds = []line{{"基本支出", print(basicFirst), print(basicFull), print(basic)},
		{"项目支出", print(sum[0].Sub(basicFirst)), print(sum[1].Sub(basicFull)), print(sum[2].Sub(basic))}}
	project := [3]decimal.Decimal{sum[0].Sub(basicFirst), sum[1].Sub(basicFull), sum[2].Sub(basic)}
	var rest [3]decimal.Decimal = project
	for i, name := range []string{"任务1：重点民生保障", "任务2：公共服务能力提升", "任务3：基层基础建设"} {
		var v [3]decimal.Decimal
		for k := range v {
			v[k] = cents(project[k].Mul(decimal.New([]int64{41, 35, 0}[i], -2)))
			if i == 2 {
				v[k] = rest[k]
			}
			rest[k] = rest[k].Sub(v[k])
		}
		o.tasks = append(o.tasks, line{name, print(v[0]), print(v[1]), print(v[2])})
	}
	executed := sum[2].Mul(decimal.NewFromInt(10)).DivRound(sum[1], 8).Round(2)
	o.rate, o.executed = sum[2].Shift(2).DivRound(sum[1], 8).StringFixed(2)+"%", executed.String()
	o.measures = []measure{
		{"产出指标", "数量指标", "办理民生实事", "≥20件", "22件", "10", "10", ""},
		{"产出指标", "数量指标", "组织业务培训", "≥6期", "6期", "10", "10", ""},
		{"产出指标", "质量指标", "实事验收合格率", "100%", "100%", "10", "10", ""},
		{"产出指标", "时效指标", "按期完成率", "≥95%", "98%", "10", "10", ""},
		{"产出指标", "成本指标", "“三公”经费控制率", "≤100%", "96%", "10", "10", ""},
		{"效益指标", "社会效益指标", "公共服务水平", "有所提升", "有所提升", "15", "15", ""},
		{"效益指标", "可持续影响指标", "长效机制健全性", "健全", "健全", "15", "15", ""},
		{"满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "94%", "10", "10", ""},
	}
	if lost > 0 {
		o.measures[3].actual, o.measures[3].score, o.measures[3].reason = "91%", "8.5", "个别事项跨年实施，下年一季度办结"
	}
	if lost > 1 {
		o.measures[6].actual, o.measures[6].score, o.measures[6].reason = "基本健全", "13", "配套制度还在修订，将抓紧出台"
	}
	o.points = "100"
	o.add()
	return o
}

// add sums the scores and says the sum.
func (o *overall) add() {
	sum := decimal.RequireFromString(o.executed)
	for _, m := range o.measures {
		if m.score != "" {
			sum = sum.Add(decimal.RequireFromString(m.score))
		}
	}
	o.score, o.told, o.toldRate, o.grade = sum.String(), sum.String(), o.rate, "优"
}

// said is the paragraph.
func (o *overall) said() string {
	return fmt.Sprintf("本部门开展了%d年度部门整体支出绩效自评，自评得分%s分，等级为%s。全年预算数为%s%s，执行数为%s%s，执行率为%s。", o.year, o.told, o.grade, o.total.full, o.unit, o.total.done, o.unit, o.toldRate)
}

func (o *overall) indicators(width int) (rows [][]string) {
	rows = append(rows, wide(width, "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"))
	for _, m := range o.measures {
		rows = append(rows, wide(width, m.first, m.second, m.third, m.target, m.actual, m.points, m.score, m.reason))
	}
	return append(rows, wide(width, "总分", "", "", "", "", o.points, o.score, ""))
}

// wide fills a row up.
func wide(width int, cells ...string) []string {
	return append(cells, make([]string, width-len(cells))...)
}

// jiangxi has all money in rows.
func jiangxi(o *overall) [][]string {
	rows := [][]string{wide(8, "部门名称", o.department),
		wide(8, "预算执行情况（"+o.unit+"）", "", "年初预算数", "全年预算数(A)", "全年执行数(B)", "分值", "执行率(B/A)", "得分"),
		wide(8, "", o.total.name, o.total.initial, o.total.full, o.total.done, o.weight, o.rate, o.executed)}
	for i, l := range o.funds {
		rows = append(rows, wide(8, "", map[bool]string{true: "按资金来源分："}[i == 0]+l.name, l.initial, l.full, l.done, "—", "", "—"))
	}
	for i, l := range o.kinds {
		rows = append(rows, wide(8, "", map[bool]string{true: "按支出性质分："}[i == 0]+l.name, l.initial, l.full, l.done, "—", "", "—"))
	}
	return append(rows, o.indicators(8)...)
}

// henan has money by fund and by kind side by side.
func henan(o *overall) [][]string {
	rows := [][]string{wide(8, "部门（单位）名称", o.department),
		wide(8, "按资金来源分", "全年预算数", "全年执行数", "按支出性质分", "全年预算数", "全年执行数")}
	for i, l := range o.funds {
		right := line{}
		if i < len(o.kinds) {
			right = o.kinds[i]
		}
		rows = append(rows, wide(8, l.name, l.full, l.done, right.name, right.full, right.done))
	}
	rows = append(rows, wide(8, "合计", o.total.full, o.total.done, "合计", o.total.full, o.total.done),
		wide(8, "预算执行率", o.rate, "分值", o.weight, "得分", o.executed))
	return append(rows, o.indicators(8)...)
}

// hunan has totals in one row, then the year's tasks.
func hunan(o *overall) [][]string {
	rows := [][]string{wide(8, "部门名称", o.department),
		wide(8, "年度预算申请（"+o.unit+"）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
		wide(8, "", o.total.name, o.total.initial, o.total.full, o.total.done, o.weight, o.rate, o.executed)}
	for _, l := range o.kinds {
		rows = append(rows, wide(8, "", "其中："+l.name, l.initial, l.full, l.done, "-", "-", "-"))
	}
	for _, l := range o.tasks {
		rows = append(rows, wide(8, "", "　　"+l.name, l.initial, l.full, l.done, "-", "-", "-"))
	}
	return append(rows, o.indicators(8)...)
}

// mistake breaks a table and gives the words that are wrong.
type mistake struct {
	name string
	make func(o *overall) string
}

var mistakes = []mistake{
	{"budget of the total", func(o *overall) string { o.total.full = otherDigit(o.total.full); return o.total.full }},
	{"outcome of a fund", func(o *overall) string { o.funds[0].done = otherDigit(o.funds[0].done); return o.funds[0].done }},
	{"outcome of a kind", func(o *overall) string { o.kinds[1].done = otherDigit(o.kinds[1].done); return o.kinds[1].done }},
	{"rate", func(o *overall) string { o.rate = otherDigit(o.rate); o.toldRate = o.rate; return o.rate }},
	{"rate on the first budget", func(o *overall) string {
		o.rate = decimal.RequireFromString(o.total.done).Shift(2).DivRound(decimal.RequireFromString(o.total.initial), 8).StringFixed(2) + "%"
		o.toldRate = o.rate
		return o.rate
	}},
	{"points for execution beyond them", func(o *overall) string { o.executed = "12"; o.add(); return "12" }},
	{"points for execution not by the rate", func(o *overall) string { o.executed = "7.2"; o.add(); return "7.2" }},
	{"points that do not make 100", func(o *overall) string {
		o.measures[0].points = "8"
		o.measures[0].score = "8"
		o.add()
		return "100"
	}},
	{"a score beyond its points", func(o *overall) string { o.measures[1].score = "12"; o.add(); return "12" }},
	{"the total of the scores", func(o *overall) string {
		o.score = decimal.RequireFromString(o.score).Sub(decimal.NewFromInt(3)).String()
		o.told = o.score
		return o.score
	}},
	{"missed with full marks", func(o *overall) string { o.measures[7].actual = "83%"; return "83%" }},
	{"less without a reason", func(o *overall) string {
		o.measures[0].actual, o.measures[0].score = "15件", "7"
		o.add()
		return "7"
	}},
	{"a score left empty", func(o *overall) string { o.measures[2].score = ""; return "" }},
	{"the text's score", func(o *overall) string {
		o.told = decimal.RequireFromString(o.score).Sub(decimal.New(25, -1)).String()
		return o.told
	}},
	{"the text's rate", func(o *overall) string { o.toldRate = otherDigit(o.rate); return o.toldRate }},
	{"the text's grade", func(o *overall) string { o.grade = "良"; return "良" }},
}

// tables are the cases of whole departments: every layout with every set, each mistake once a layout.
func tables() (out []Case) {
	for k, d := range drawings {
		for i, s := range departments {
			c := caseOf(s.seed, s.unit)
			book := c.Workbook()
			publish := func(o *overall) prose.Text {
				heading := prose.Block{Kind: prose.Heading, Level: 2, Text: "十二、预算绩效情况说明", Section: "预算绩效情况"}
				title := prose.Block{Text: fmt.Sprintf("部门整体支出绩效自评表（%d年度）", o.year)}
				unit := prose.Block{Text: "金额单位：" + o.unit}
				return prose.Text{Name: "whole: " + d.name, Style: "whole", Case: c, Blocks: []prose.Block{
					{Kind: prose.Heading, Level: 1, Text: fmt.Sprintf("第三部分 %d年度部门决算情况说明", o.year)},
					heading, {Text: o.said(), Section: heading.Section}, title, unit, {Kind: prose.Table, Rows: d.draw(o)}}}
			}
			right := Case{Group: "whole", Name: fmt.Sprintf("%s %d", d.name, s.seed), Text: publish(evaluated(c, s.unit, s.lost)), Book: book, Table: true}
			out = append(out, right)
			for j, m := range mistakes {
				if (j+k)%len(departments) != i {
					continue
				}
				o := evaluated(c, s.unit, s.lost)
				wrong := Case{Group: "whole", Name: right.Name + ": " + m.name, Book: book, Right: &right, Table: true}
				words := m.make(o)
				wrong.Text = publish(o)
				wrong.Wrong = prose.Place{Block: 5, Words: words}
				if strings.HasPrefix(m.name, "the text") {
					wrong.Wrong.Block = 2
				}
				if fmt.Sprint(wrong.Text.Blocks) != fmt.Sprint(right.Text.Blocks) {
					out = append(out, wrong)
				}
			}
		}
	}
	return out
}
