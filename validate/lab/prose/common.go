package prose

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// Sections that the styles share.

var digits = strings.Split("零 一 二 三 四 五 六 七 八 九", " ")

// ordinal is a number from 1 to 99 in Chinese.
func ordinal(n int) string {
	s := ""
	if n%10 > 0 {
		s = digits[n%10]
	}
	switch tens := n / 10; {
	case tens == 1:
		return "十" + s
	case tens > 1:
		return digits[tens] + "十" + s
	}
	return s
}

// chinese counts in Chinese: 一、 二、 …
func chinese(after string) func() string {
	i := 0
	return func() string { i++; return ordinal(i) + after }
}

// duties is the first part: what the department does. It is full of numbers and of other
// departments' names.
func (p *pen) duties() {
	p.part("第一部分 部门概况")
	p.heading("一、", "部门职责", "部门职责")
	p.para("根据机构改革有关文件（示办发〔2019〕5号）设立{D}，核定编制35名。")
	p.para("（一）贯彻国家有关法律法规，拟订本地区有关规划，组织实施“十四五”规划第3章的任务。")
	p.para("（二）会同市财政局、市审计局做好专项资金监督，配合市大数据局建设统一平台。")
	p.para("（三）受理12345热线转办事项，办理人大代表建议和政协提案。")
	p.heading("二、", "机构设置", "机构设置")
	p.para("{D}内设8个科室，纳入{Y}度部门决算编制范围的单位共2个：")
	p.table([]string{"序号", "单位名称", "备注"}, []string{"1", p.Book.Department + "本级", ""}, []string{"2", p.Book.Department + "服务中心", "下属事业单位"})
}

// fund tells of F07, or that there is nothing.
func (p *pen) fund() {
	if p.Now(FundSpending).IsZero() && p.Now(FundIncome).IsZero() {
		p.para(p.pick("本部门没有政府性基金预算财政拨款收支。", "{D}{Y}度无政府性基金预算财政拨款收入和支出。", "{Y}度未发生政府性基金预算财政拨款收入，也未安排相应支出。", "本部门{Y}度没有使用政府性基金预算拨款安排的支出。"))
		return
	}
	p.para(p.pick("{Y}度政府性基金预算财政拨款年初结转和结余 {O}，本年收入 {I}，本年支出 {A}，年末结转和结余 {E}。{C}。",
		"{Y}度政府性基金预算财政拨款本年收入 {I}，本年支出 {A}，年初结转和结余 {O}，年末结转和结余 {E}。本年支出{C}。"),
		"O", p.final(FundOpening), "I", p.final(FundIncome), "A", p.final(FundSpending), "E", p.final(FundClosing), "C", p.fill(p.against(FundSpending)))
	p.moneys(fixture.F07, FundSpending)
}

// state tells of F08, or that there is nothing.
func (p *pen) state() {
	if p.Now(StateSpent).IsZero() {
		p.para(p.pick("本部门没有国有资本经营预算财政拨款支出。", "{D}{Y}度无国有资本经营预算财政拨款收入和支出。", "{Y}度未发生国有资本经营预算财政拨款收支。"))
		return
	}
	if p.Now(StateIncome).IsZero() {
		p.para("{Y}度国有资本经营预算财政拨款支出 {A}。{C}。", "A", p.final(StateSpent), "C", p.fill(p.against(StateSpent)))
	} else {
		p.para(p.pick("{Y}度国有资本经营预算财政拨款收入 {I}，支出 {A}。支出{C}。", "{Y}度国有资本经营预算财政拨款本年收入 {I}；本年支出 {A}，{C}。"), "I", p.final(StateIncome), "A", p.final(StateSpent), "C", p.fill(p.against(StateSpent)))
	}
	p.moneys(fixture.F08, StateSpent)
}

// moneys describes the items of F07 or F08. Their subjects are form and code.
func (p *pen) moneys(form, total string) {
	var parts []string
	for i, code := range p.Items(form) {
		subject := form + " " + code
		slot := fixture.Slot{Form: form, Row: code, Column: "小计"}
		parts = append(parts, subject)
		p.para("{N}. {I}支出 {A}。", "N", fmt.Sprint(i+1), "I", p.item(form, code), "A", p.amount(What{subject, Final, ""}, value(p.Exact, slot), ByForm, slot))
	}
	p.sumOf(Final, total, parts...)
}

// purchased tells of procurement, with its shares.
func (p *pen) purchased() {
	p.para(p.pick("{Y}度政府采购支出总额 {T}，其中：政府采购货物支出 {A}、政府采购工程支出 {B}、政府采购服务支出 {C}。", "{Y}度政府采购支出合计 {T}，其中：货物采购 {A}，工程采购 {B}，服务采购 {C}。")+
		"授予中小企业合同金额 {S}，占政府采购支出总额的 {P}，其中：授予小微企业合同金额 {M}，占{W}的 {Q}。",
		"T", p.final(Procurement), "A", p.final(Goods), "B", p.final(Works), "C", p.final(Services), "S", p.final(ToSME), "P", p.share(ToSME, Procurement), "M", p.final(ToMicro),
		"W", map[bool]string{true: "授予中小企业合同金额", false: "政府采购支出总额"}[p.Style() != Shandong], "Q", p.share(ToMicro, map[bool]string{true: ToSME, false: Procurement}[p.Style() != Shandong]))
	p.sumOf(Final, Procurement, Goods, Works, Services)
	if p.seed%2 == 0 && p.alike(p.Now(ToSME), p.Now(Procurement)) { // then so is each kind
		var of []string
		for _, s := range []string{Goods, Works, Services} {
			kind := strings.TrimPrefix(s, Procurement)
			of = append(of, kind+"采购授予中小企业合同金额占"+kind+"支出金额的"+p.blank()+p.percentage(What{kind + "采购授予中小企业", Share, s}, p.Now(s), p.Now(s)))
		}
		p.para(strings.Join(of, "，") + "。")
	}
}

// Style is the style being written.
func (p *pen) Style() Style { return p.out.Style }

// vehicles tells of vehicles by kind. Skip names a kind that the style's list leaves out
// when it is zero.
func (p *pen) vehicles(wording, skip string) {
	var kinds []string
	total := int64(0)
	var parts []What
	for i, name := range garage {
		n := p.Garage[i]
		total += n
		if name == skip && n == 0 {
			continue
		}
		kinds = append(kinds, name+p.blank()+p.count(name, n, BySum)+p.blank()+"辆")
		parts = append(parts, What{name, Count, ""})
	}
	p.para(wording, "N", p.count("车辆", total, BySum), "K", strings.Join(kinds, "、"), "E", p.counted(Equipment))
	p.sum(What{"车辆", Count, ""}, parts...)
}

// evaluated tells of the self-evaluation.
func (p *pen) evaluated() {
	total, best := decimal.Zero, int64(0)
	var parts []What
	for _, e := range p.Projects {
		total = total.Add(e.Budget)
		if e.Grade() == "优" {
			best++
		}
		parts = append(parts, What{e.Name, Budget, ""})
	}
	n := int64(len(p.Projects))
	what := What{"绩效项目", Budget, ""}
	p.para("（一）预算绩效管理工作开展情况。本部门对 {Y}度预算项目开展绩效自评，涵盖项目 {N} 个，涉及预算资金 {T}。",
		"N", p.count("绩效项目", n, ByTwice), "T", p.amount(what, total, BySum, noCell))
	p.para("（二）项目绩效自评结果。{Y}度自评的 {N} 个项目中，等级为优的 {A} 个，等级为良的 {B} 个。", "N", p.count("绩效项目", n, ByTwice), "A", p.count("优", best, BySum), "B", p.count("良", n-best, BySum))
	p.sum(What{"绩效项目", Count, ""}, What{"优", Count, ""}, What{"良", Count, ""})
	p.sum(what, parts...)
	for i, e := range p.Projects {
		p.para("{N}. {E}项目自评综述：项目自评得分为 {S} 分。全年预算数为 {B}，执行数为 {A}，完成预算的 {P}。年度目标基本实现，服务满意度达到95%以上。",
			"N", fmt.Sprint(i+1), "E", e.Name, "S", p.figure(Mark{Words: fmt.Sprint(e.Score()), What: What{e.Name, Score, ""}, Determined: ByTwice, Value: decimal.NewFromInt(e.Score())}),
			"B", p.amount(What{e.Name, Budget, ""}, e.Budget, ByPercent, noCell), "A", p.amount(What{e.Name, Final, ""}, e.Outcome, ByPercent, noCell),
			"P", p.percentage(What{e.Name, Completion, ""}, e.Outcome, e.Budget))
	}
}

// evaluations are the self-evaluation tables: the summary, then one a project.
func (p *pen) evaluations() {
	p.subheading("{Y}度项目绩效自评情况汇总表")
	rows := [][]string{{"序号", "项目名称", "资金使用单位", "自评得分", "自评等级"}}
	for i, e := range p.Projects {
		rows = append(rows, []string{fmt.Sprint(i + 1), e.Name, p.Book.Department, fmt.Sprint(e.Score()), e.Grade()})
	}
	p.table(rows...)
	// 产出指标 stands over three lines; names and figures stretch to the edge.
	spans := []Span{{0, 1, 1, 8}, {1, 1, 1, 3}, {1, 5, 1, 4}, {2, 0, 5, 1}, {9, 0, 3, 1}, {14, 0, 1, 5}}
	for _, e := range p.Projects {
		p.subheading("{Y}度项目支出绩效自评表")
		p.para("单位：" + p.unit)
		p.block(Block{Kind: Table, Rows: p.evaluation(e), Spans: spans})
	}
}

func (p *pen) evaluation(e Evaluated) [][]string {
	amount := func(d decimal.Decimal) string { return print{bare: true}.amount(d, p.unit) }
	rate := e.Outcome.Shift(2).Div(e.Budget).StringFixed(2) + "%"
	b, a, d := amount(e.Budget), amount(e.Outcome), p.Book.Department
	done, points, why := "100%", int64(10), ""
	if e.Lost > 0 {
		done, points, why = "96%", 10-e.Lost, "个别任务转入下年，已列入计划加快办理"
	}
	cost := "≤" + b + p.unit
	return [][]string{
		{"项目名称", e.Name, "", "", "", "", "", "", ""},
		{"主管部门", d, "", "", "实施单位", d + "本级", "", "", ""},
		{"项目预算执行情况", "", "年初预算数", "全年预算数(A)", "全年执行数(B)", "分值", "执行率(B/A)", "得分", ""},
		{"", "年度资金总额", amount(e.Initial), b, a, "10", rate, fmt.Sprint(e.Execution()), ""},
		{"", "其中：当年财政拨款", amount(e.Initial), b, a, "-", "", "-", ""},
		{"", "上年结转资金", "", "", "", "-", "", "-", ""},
		{"", "其他资金", "", "", "", "-", "", "-", ""},
		{"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施", ""},
		{"成本指标（10分）", "经济成本指标", "项目总成本", cost, a + p.unit, "10", "10", "", ""},
		{"产出指标（40分）", "数量指标", "服务单位数量", "≥60个", "66个", "15", "15", "", ""},
		{"", "质量指标", "验收合格率", "=100%", "100%", "15", "15", "", ""},
		{"", "时效指标", "按期完成率", "=100%", done, "10", fmt.Sprint(points), why, ""},
		{"效益指标（30分）", "社会效益指标", "服务保障能力", "有效提升", "有效提升", "30", "30", "", ""},
		{"满意度指标（10分）", "服务对象满意度", "服务对象满意度", "≥95%", "97%", "10", "10", "", ""},
		{"总分", "", "", "", "", "100", fmt.Sprint(e.Score()), "", ""},
	}
}
