package prose

import (
	"fmt"
	"strings"

	"suanqing/validate/lab/fixture"
)

// The style of Shandong: thirteen sections, each kind of income and spending with its
// zeros and its change, each item with budget, outcome and completion, projects with scores.
func shandong(p *pen) {
	p.duties()
	p.part("第三部分 {Y}度部门决算情况说明")
	n := chinese("、")
	p.heading(n(), "收入支出决算总体情况说明", "收入支出决算总体")
	p.para(p.pick("{Y}度收、支总计均为 {A}。{C}，{R}", "{Y}度收、支总计均为 {A}。{C}。{R}", "{Y}度部门收入总计、支出总计均为 {A}，{C}，{R}"),
		"A", p.final(GrandTotal), "C", p.fill(p.both(GrandTotal)), "R", p.becauseOf(GrandTotal))

	p.heading(n(), "收入决算情况说明", "收入决算")
	p.subheading("（一）收入决算结构情况")
	kinds := append([]string{FiscalIncome}, ownIncomes...)
	p.para(p.pick("{Y}度收入合计 {A}，其中：{B}。", "本年收入合计 {A}，其中：{B}。"), "A", p.final(Income), "B", p.shares(kinds, Income, "；"))
	p.sumOf(Final, Income, kinds...)
	p.subheading("（二）收入决算具体情况")
	p.each(kinds)

	p.heading(n(), "支出决算情况说明", "支出决算")
	p.subheading("（一）支出决算结构情况")
	kinds = append([]string{Basic, Project}, ownSpendings...)
	p.para(p.pick("{Y}度支出合计 {A}，其中：{B}。", "本年支出合计 {A}，其中：{B}。"), "A", p.final(Spending), "B", p.shares(kinds, Spending, "；"))
	p.sumOf(Final, Spending, kinds...)
	p.subheading("（二）支出决算具体情况")
	p.each(kinds)

	p.heading(n(), "财政拨款收入支出决算总体情况说明", "财政拨款收入支出决算总体")
	p.para("{Y}度财政拨款收、支总计均为 {A}。{C}。{R}", "A", p.final(FiscalTotal), "C", p.fill(strings.ReplaceAll(p.both(FiscalTotal), "收、支总计", "财政拨款收、支总计")), "R", p.becauseOf(FiscalTotal))

	p.heading(n(), "一般公共预算财政拨款支出决算情况说明", "一般公共预算财政拨款支出决算")
	p.subheading("（一）一般公共预算财政拨款支出决算总体情况")
	p.para("{Y}度一般公共预算财政拨款支出 {A}，占本年支出合计的 {S}。{C}。{R}", "A", p.final(General), "S", p.share(General, Spending), "C", p.fill(p.against(General)), "R", p.becauseOf(General))
	p.subheading("（二）一般公共预算财政拨款支出决算结构情况")
	p.para("{Y}度一般公共预算财政拨款支出 {A}，主要用于以下方面：{B}。", "A", p.final(General), "B", p.classShares("；"))
	p.subheading("（三）一般公共预算财政拨款支出决算具体情况")
	p.para("{Y}度一般公共预算财政拨款支出年初预算为 {B}，支出决算为 {A}，{P}。{D1}其中：", "B", p.budget(General), "A", p.final(General), "P", p.carried(General, "年初预算"), "D1", p.difference(General, "年初预算"))
	items := p.Items(fixture.F05)
	for i, code := range items {
		p.para("{N}、{I}。"+p.pick("年初预算为 {B}，支出决算为 {A}，{P}。{D1}", "年初预算 {B}，支出决算 {A}，{P}。{D1}", "年初预算数为 {B}，决算数为 {A}，{P}。{D1}"), "N", fmt.Sprint(i+1),
			"I", p.item(fixture.F05, code), "B", p.budget(code), "A", p.final(code), "P", p.carried(code, "年初预算"), "D1", p.difference(code, "年初预算"))
	}
	p.sumOf(Final, General, items...)
	p.sumOf(Budget, General, items...)
	p.sumOf(Final, General, p.Classes(fixture.F05)...)

	p.heading(n(), "一般公共预算财政拨款基本支出决算情况说明", "一般公共预算财政拨款基本支出决算")
	p.para("{Y}度一般公共预算财政拨款基本支出决算 {A}，由人员经费和公用经费组成：", "A", p.final(GeneralBasic))
	p.economic("人员经费 {A}，主要包括：{N}。", "公用经费 {A}，主要包括：{N}。")
	if p.seed >= 10 {
		p.basicChange()
	}

	p.heading(n(), "政府性基金预算财政拨款收入支出决算情况说明", "政府性基金预算财政拨款收入支出决算")
	p.fund()
	p.heading(n(), "国有资本经营预算财政拨款支出决算情况说明", "国有资本经营预算财政拨款支出决算")
	p.state()

	p.heading(n(), "财政拨款“三公”经费支出决算情况说明", "财政拨款“三公”经费支出决算")
	p.subheading("（一）“三公”经费支出决算总体情况说明")
	p.para("{Y}度财政拨款“三公”经费支出全年预算为 {B}，支出决算为 {A}，{P}。{D1}", "B", p.budget(ThreePublic), "A", p.final(ThreePublic), "P", p.carried(ThreePublic, "全年预算"), "D1", p.difference(ThreePublic, "全年预算"))
	p.subheading("（二）“三公”经费支出决算具体情况")
	line := func(number, subject string) string {
		return p.fill(number+"、"+subject+"全年预算为 {B}，支出决算为 {A}，{P}。{D1}", "B", p.budget(subject), "A", p.final(subject), "P", p.carried(subject, "全年预算"), "D1", p.difference(subject, "全年预算"))
	}
	p.para(line("1", Travel)+"全年因公出国（境）团组 {G} 个，累计 {T} 人次。", "G", p.counted(Groups), "T", p.counted(Travellers))
	p.para(line("2", Vehicles) + "其中：")
	p.para("公务用车购置费支出 {A}，{Y}使用财政拨款购置公务用车 {N} 辆。", "A", p.final(Purchase), "N", p.counted(NewCars))
	p.para("公务用车运行维护费 {A}，主要用于保留车辆的燃料、保险、维修和过路过桥等开支。截至 {Y} 12 月 31 日，财政拨款开支运行维护费的公务用车保有量为 {N} 辆。", "A", p.final(Operation), "N", p.counted(KeptCars))
	p.para(line("3", Reception) + "其中：")
	p.para("国内接待费 {A}，共接待 {N} 批次、{M} 人次（含外事接待 0 批次、0 人次）；国（境）外接待费 0 {U}，共接待 0 批次、0 人次。", "A", p.final(Reception), "N", p.counted(Receptions), "M", p.counted(Guests), "U", p.unit)
	p.publicSums(Final, Budget)

	p.heading(n(), "机关运行经费支出说明", "机关运行经费支出")
	p.para("{Y}度机关运行经费支出 {A}，{C}，{R}", "A", p.final(Running), "C", p.change(Running, Budget, p.Budgets[Running], "比年初预算数"), "R", p.because(p.Now(Running).GreaterThan(p.Budgets[Running])))

	p.heading(n(), "政府采购支出说明", "政府采购支出")
	p.purchased()

	p.heading(n(), "国有资产占用情况说明", "国有资产占用")
	p.vehicles("截至 {Y} 12 月 31 日，本部门共有车辆 {N} 辆，其中，{K}；单价 100 万元（含）以上设备（不含车辆）{E} 台（套）。", "")

	p.heading(n(), "预算绩效情况说明", "预算绩效")
	p.evaluated()
	p.terms("第四部分 名词解释", true)
	p.part("第五部分 附件")
	p.evaluations()
}

// becauseOf gives the reason of a subject's change, nothing where there is none.
func (p *pen) becauseOf(subject string) string {
	now, then := p.Now(subject), p.Last(subject)
	if p.alike(now, then) {
		return "收支规模总体平稳。"
	}
	return p.because(now.GreaterThan(then))
}

// shares lists kinds with their shares: "基本支出 1,280.35 万元，占 76.31%；…".
func (p *pen) shares(kinds []string, whole, join string) string {
	var out []string
	for _, s := range kinds {
		out = append(out, s+p.blank()+p.final(s)+"，占"+p.blank()+p.share(s, whole))
	}
	return strings.Join(out, join)
}

// each gives every kind a numbered sentence with its change.
func (p *pen) each(kinds []string) {
	for i, s := range kinds {
		why := ""
		if now, then := p.Now(s), p.Last(s); !p.alike(now, then) {
			why = p.because(now.GreaterThan(then))
		}
		p.para("{N}、{S} {A}。{C}。{R}", "N", fmt.Sprint(i+1), "S", s, "A", p.final(s), "C", p.fill(p.against(s)), "R", why)
	}
}

// classShares lists the classes of F05 with their shares of it.
func (p *pen) classShares(join string) string {
	var out []string
	for _, code := range p.Classes(fixture.F05) {
		out = append(out, p.class(fixture.F05, code)+p.blank()+p.final(code)+"，占"+p.blank()+p.share(code, General))
	}
	return strings.Join(out, join)
}

// economic names the parts of basic expenditure.
func (p *pen) economic(personnel, public string) {
	p.para(personnel, "A", p.final(Personnel), "N", strings.Join(p.Economic(true), "、"))
	p.para(public, "A", p.final(Public), "N", strings.Join(p.Economic(false), "、"))
	p.sumOf(Final, GeneralBasic, Personnel, Public)
}

func (p *pen) publicSums(measures ...string) {
	for _, m := range measures {
		p.sumOf(m, ThreePublic, Travel, Vehicles, Reception)
	}
	p.sumOf(Final, Vehicles, Purchase, Operation)
}
