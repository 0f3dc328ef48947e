package prose

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

// The style of Yunnan and Shaanxi: no totals, five sections, the amount in front of each
// class, last year's figure said, 预决算差异率 in place of completion, 会议费 and 培训费 with 三公.
func yunnan(p *pen) {
	p.duties()
	p.part("第三部分 {Y}度部门决算情况说明")
	n := chinese("、")
	p.heading(n(), "收入决算情况", "收入决算")
	kinds := append([]string{FiscalIncome}, ownIncomes...)
	p.para("{D}{Y}度收入合计{A}。其中：{B}。", "A", p.final(Income), "B", p.shares(kinds, Income, "；"))
	p.sumOf(Final, Income, kinds...)
	p.para(p.sentence(Income))

	p.heading(n(), "支出决算情况", "支出决算")
	kinds = append([]string{Basic, Project}, ownSpendings...)
	p.para("{D}{Y}度支出合计{A}。其中：{B}。", "A", p.final(Spending), "B", p.shares(kinds, Spending, "；"))
	p.sumOf(Final, Spending, kinds...)
	p.para(p.sentence(Spending))
	p.subheading("（一）基本支出情况")
	p.para("{Y}度用于保障机构正常运转的基本支出{A}，占支出合计的{S}。{C}。", "A", p.final(Basic), "S", p.share(Basic, Spending), "C", p.fill(p.against(Basic)))
	p.subheading("（二）项目支出情况")
	p.para("{Y}度用于完成专项任务的项目支出{A}。{C}。", "A", p.final(Project), "C", p.fill(p.against(Project)))

	p.heading(n(), "一般公共预算财政拨款支出决算情况", "一般公共预算财政拨款支出决算")
	p.subheading("（一）一般公共预算财政拨款支出决算总体情况")
	p.para("{D}{Y}度一般公共预算财政拨款支出{A}，占本年支出合计的{S}。{C}", "A", p.final(General), "S", p.share(General, Spending), "C", p.sentence(General))
	p.subheading("（二）一般公共预算财政拨款支出决算具体情况")
	for i, code := range p.Classes(fixture.F05) {
		p.para(ordinal(i+1)+".{I}{A}，占一般公共预算财政拨款总支出的{S}。主要用于{U}。", "I", p.class(fixture.F05, code), "A", p.final(code), "S", p.share(code, General), "U", p.pick(uses...))
	}
	p.sumOf(Final, General, p.Classes(fixture.F05)...)
	var items []string
	for _, code := range p.Items(fixture.F05) {
		items = append(items, p.fill("{I}支出{A}，主要用于{U}。年初预算为{B}，支出决算为{A2}，{P}", "I", p.item(fixture.F05, code), "A", p.final(code), "A2", p.final(code), "U", p.pick(uses...), "B", p.budget(code), "P", p.deviation(code)))
	}
	if p.seed >= 13 { // all in one paragraph
		p.para("其中：" + strings.Join(items, "；") + "。")
	} else {
		for _, item := range items {
			p.para("其中，" + item + "。")
		}
	}
	p.sumOf(Final, General, p.Items(fixture.F05)...)
	p.para("基本支出{A}中，人员经费{B}，公用经费{C}。", "A", p.final(GeneralBasic), "B", p.final(Personnel), "C", p.final(Public))
	p.sumOf(Final, GeneralBasic, Personnel, Public)
	p.subheading("（三）政府性基金预算财政拨款支出决算情况")
	p.fund()
	p.subheading("（四）国有资本经营预算财政拨款支出决算情况")
	p.state()

	p.heading(n(), "财政拨款“三公”经费、会议费、培训费支出决算情况", "财政拨款“三公”经费支出决算")
	p.para("{D}{Y}度财政拨款“三公”经费支出预算为{B}，支出决算为{A}，{P}。{C}", "B", p.budget(ThreePublic), "A", p.final(ThreePublic), "P", p.carried(ThreePublic, "预算"), "C", p.pick(p.fill(p.againstBoth())+"。", p.sentence(ThreePublic)))
	for _, s := range []string{Travel, Vehicles, Reception} {
		p.para(s+"支出决算为{A}，{P}，{C}。", "A", p.final(s), "P", p.deviation(s), "C", p.fill(p.against(s)))
	}
	p.para("{S}为{A}，{S2}为{B}。", "S", Purchase, "A", p.final(Purchase), "S2", Operation, "B", p.final(Operation))
	p.para("因公出国（境）团组{A}个、{B}人次；购置公务用车{C}辆，保有量为{E}辆；国内公务接待{F}批次，接待人次{G}人次。", "A", p.counted(Groups), "B", p.counted(Travellers), "C", p.counted(NewCars), "E", p.counted(KeptCars), "F", p.counted(Receptions), "G", p.counted(Guests))
	p.publicSums(Final)
	p.meetings()

	p.heading(n(), "其他重要事项及相关口径情况说明", "其他重要事项")
	p.subheading("（一）机关运行经费支出情况")
	p.para("{D}{Y}度机关运行经费支出{A}，{C}{R}", "A", p.final(Running), "C", p.sentence(Running), "R", "主要用于办公、水电和差旅。")
	p.subheading("（二）国有资产占用情况")
	p.vehicles("截至{Y}12月31日，本部门共有车辆{N}辆，其中：{K}。单价50万元以上通用设备{E}台。", "")
	p.subheading("（三）政府采购支出情况")
	p.purchased()
	p.subheading("（四）部门绩效自评情况")
	p.evaluated()
	p.terms("第四部分 名词解释", false)
}

// sentence says a subject's figure of last year and the change.
func (p *pen) sentence(s string) string {
	now, then := p.Now(s), p.Last(s)
	if c := p.change(s, Prior, then, ""); c != "" {
		return p.fill(p.pick("与上年的{P}相比，{C}。", "{L}决算数为{P}，今年"+c+"。", "较{L}"+c+"。"), "P", p.last(s), "C", strings.TrimSpace(c)) + p.becauseTwice(now.GreaterThan(then))
	}
	return p.fill(p.pick(sameAs...)) + "。"
}

func (p *pen) becauseTwice(up bool) string {
	if p.IntN(2) == 0 {
		return ""
	}
	return p.because(up)
}

// deviation is how far a final figure is from its budget: 预决算差异率.
func (p *pen) deviation(s string) string {
	now, b := p.Now(s), p.Budgets[s]
	switch {
	case b.IsZero() || p.alike(now, b) || p.IntN(2) == 0:
		return p.carried(s, "预算")
	}
	words := p.print.percent(p.ratio(now.Sub(b), b))
	return p.pick("预决算差异率为", "预决算差异率") + p.figure(Mark{Words: words, What: What{s, Deviation, ""}, Determined: ByPercent, Value: reads(words), Unit: "%"}) + "%"
}
