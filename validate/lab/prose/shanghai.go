package prose

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// The style of Shanghai: eleven sections, only kinds that are not zero, each item with its
// use before its budget, shares of 三公, running costs against last year.
func shanghai(p *pen) {
	p.duties()
	p.part("第三部分 {D}{Y}度部门决算情况说明")
	n := chinese("、")
	p.heading(n(), "收入支出决算总体情况说明", "收入支出决算总体")
	p.para(p.pick("{D}{Y}度收入支出总计 {A}。{C}。{R}", "{D}{Y}度收、支总计 {A}。{C}。{R}"), "A", p.final(GrandTotal), "C", p.fill(strings.ReplaceAll(p.both(GrandTotal), "收、支总计各", "收入支出总计")), "R", p.becauseOf(GrandTotal))
	if !p.Now(Opening).IsZero() {
		p.para("其中：本年收入合计 {I}，使用非财政拨款结余 {B}，年初结转和结余 {O}；本年支出合计 {S}，结余分配 {X}，年末结转和结余 {E}。",
			"I", p.final(Income), "B", p.final(Drawn), "O", p.final(Opening), "S", p.final(Spending), "X", p.final(Allocated), "E", p.final(Closing))
		p.sumOf(Final, GrandTotal, Income, Drawn, Opening)
		p.sumOf(Final, GrandTotal, Spending, Allocated, Closing)
	}
	p.heading(n(), "收入决算情况说明", "收入决算")
	kinds := p.present(append([]string{FiscalIncome}, ownIncomes...))
	p.para("本年收入合计 {A}，其中：{B}。", "A", p.final(Income), "B", p.shares(kinds, Income, "；"))
	p.sumOf(Final, Income, kinds...)
	p.heading(n(), "支出决算情况说明", "支出决算")
	kinds = p.present(append([]string{Basic, Project}, ownSpendings...))
	p.para("本年支出合计 {A}，其中：{B}。", "A", p.final(Spending), "B", p.shares(kinds, Spending, "；"))
	p.sumOf(Final, Spending, kinds...)
	p.heading(n(), "财政拨款收入支出决算总体情况说明", "财政拨款收入支出决算总体")
	p.para("{D}{Y}度财政拨款收入支出总计 {A}。{C}。{R}", "A", p.final(FiscalTotal), "C", p.fill(p.against(FiscalTotal)), "R", p.becauseOf(FiscalTotal))

	p.heading(n(), "一般公共预算财政拨款支出决算情况说明", "一般公共预算财政拨款支出决算")
	p.subheading("（一）一般公共预算财政拨款支出决算总体情况")
	p.para("一般公共预算财政拨款支出 {A}，占本年支出合计的 {S}。{C}。{R}", "A", p.final(General), "S", p.share(General, Spending), "C", p.fill(p.against(General)), "R", p.becauseOf(General))
	p.subheading("（二）一般公共预算财政拨款支出决算结构情况")
	p.para("一般公共预算财政拨款支出 {A}，主要用于以下方面：{B}。", "A", p.final(General), "B", p.classShares("；"))
	p.subheading("（三）一般公共预算财政拨款支出决算具体情况")
	p.para("一般公共预算财政拨款支出年初预算为 {B}，支出决算为 {A}，{P}。{X}其中：", "B", p.budget(General), "A", p.final(General), "P", p.carried(General, "年初预算"), "X", p.difference(General, "预算"))
	items := p.Items(fixture.F05)
	completion := p.IntN(2) == 0
	for i, code := range items {
		done := ""
		if completion && !p.Budgets[code].IsZero() {
			done = "，" + p.carried(code, "年初预算")
		}
		p.para("{N}.{I}"+p.pick("，主要用于{U}。年初预算为 {B}，支出决算为 {A}{P}。{X}", "。主要用于：{U}。年初预算为 {B}，当年支出决算为 {A}{P}。{X}", "，主要用于{U}，年初预算为 {B}，支出决算为 {A}{P}，{X}"),
			"N", fmt.Sprint(i+1), "I", p.item(fixture.F05, code), "U", p.pick(uses...), "B", p.budget(code), "A", p.final(code), "P", done, "X", p.difference(code, "预算"))
	}
	p.sumOf(Final, General, items...)
	p.sumOf(Budget, General, items...)
	p.sumOf(Final, General, p.Classes(fixture.F05)...)

	p.heading(n(), "一般公共预算财政拨款基本支出决算情况说明", "一般公共预算财政拨款基本支出决算")
	p.para("一般公共预算财政拨款基本支出 {A}。其中：人员经费 {B}，主要包括：{M}；公用经费 {C}，主要包括：{O}{X}。", "A", p.final(GeneralBasic), "B", p.final(Personnel), "C", p.final(Public),
		"M", strings.Join(p.Economic(true), "、"), "O", strings.Join(p.Economic(false), "、"), "X", p.pick("", "等"))
	p.sumOf(Final, GeneralBasic, Personnel, Public)

	p.heading(n(), "财政拨款“三公”经费支出决算情况说明", "财政拨款“三公”经费支出决算")
	p.subheading("（一）“三公”经费财政拨款支出决算总体情况说明")
	part := func(s string) string {
		return s + "支出决算为 " + p.final(s) + "，" + p.carried(s, "预算")
	}
	if p.Budgets[ThreePublic].IsZero() {
		panic("prose: a case without a budget of 三公")
	}
	p.para("“三公”经费财政拨款支出预算为 {B}，支出决算为 {A}，{P}，其中：{X}；{Y2}；{Z}。{R}", "B", p.budget(ThreePublic), "A", p.final(ThreePublic), "P", p.carried(ThreePublic, "预算"),
		"X", part(Travel), "Y2", part(Vehicles), "Z", part(Reception), "R", p.difference(ThreePublic, "预算"))
	changed := func(s string) string {
		if c := p.change(s, Prior, p.Last(s), "支出决算"); c != "" {
			return s + c
		}
		return s + "支出" + p.pick("与{L}持平", "与上年持平")
	}
	if c := p.change(ThreePublic, Prior, p.Last(ThreePublic), "支出决算数比{L}度"); c != "" {
		p.para("{Y}度“三公”经费财政拨款"+c+"，其中：{X}；{Y2}；{Z}。", "X", p.fill(changed(Travel)), "Y2", p.fill(changed(Vehicles)), "Z", p.fill(changed(Reception)))
	}
	p.subheading("（二）“三公”经费财政拨款支出决算具体情况说明")
	if !p.Now(ThreePublic).IsZero() {
		var shares []string
		for _, s := range []string{Travel, Vehicles, Reception} {
			shares = append(shares, s+"支出决算 "+p.final(s)+"，占 "+p.share(s, ThreePublic))
		}
		p.para("“三公”经费财政拨款支出决算中，" + strings.Join(shares, "；") + "。具体情况如下：")
	}
	p.para("1、因公出国（境）费支出 {A}。全年安排因公出国（境）团组 {G} 个、累计 {T} 人次。", "A", p.final(Travel), "G", p.counted(Groups), "T", p.counted(Travellers))
	p.para("2、公务用车购置及运行维护费支出 {A}。其中：公务用车购置支出为 {B}，购置车辆 {N} 辆；公务用车运行维护支出 {C}，主要用于保险、维修和燃料。{Y}，所属各预算单位开支财政拨款的公务用车保有量为 {K} 辆。",
		"A", p.final(Vehicles), "B", p.final(Purchase), "C", p.final(Operation), "N", p.counted(NewCars), "K", p.counted(KeptCars))
	p.para("3、公务接待费支出 {A}。其中：国内公务接待支出 {A2}（含外宾接待支出 0.00 {U}），公务接待 {N} 批次、{M} 人次，其中：接待外宾 0 批次、0 人次。", "A", p.final(Reception), "A2", p.final(Reception), "U", p.unit, "N", p.counted(Receptions), "M", p.counted(Guests))
	p.publicSums(Final)

	p.heading(n(), "政府性基金预算财政拨款收入支出决算情况说明", "政府性基金预算财政拨款收入支出决算")
	p.fund()
	p.heading(n(), "国有资本经营预算财政拨款收入支出决算情况说明", "国有资本经营预算财政拨款收入支出决算")
	p.state()
	p.heading(n(), "预算绩效管理情况", "预算绩效管理")
	p.evaluated()
	p.heading(n(), "其他重要事项的情况说明", "其他重要事项")
	p.subheading("（一）机关运行经费支出情况")
	p.para("机关运行经费支出 {A}，{C}。{R}", "A", p.final(Running), "C", p.fill(p.against(Running)), "R", p.becauseOf(Running))
	p.subheading("（二）政府采购支出情况")
	p.para("{D}{Y}度政府采购金额（以合同签订为准）为 {T}，其中：货物采购金额 {A}、工程采购金额 {B}、服务采购金额 {C}。", "T", p.final(Procurement), "A", p.final(Goods), "B", p.final(Works), "C", p.final(Services))
	p.sumOf(Final, Procurement, Goods, Works, Services)
	p.para("{Y}度面向中小企业预留政府采购项目预算金额 {S}，其中面向小微企业预留 {M}。"+
		"在面向中小企业预留的项目中，由中小企业供应商中标或成交的采购金额 {S2}；在面向小微企业预留的项目中，由小微企业供应商中标或成交的采购金额 {M2}；在其他政府采购项目中，由中小企业供应商中标或成交的采购金额 0 {U}。",
		"S", p.final(ToSME), "M", p.final(ToMicro), "S2", p.won(ToSME), "M2", p.won(ToMicro), "U", p.unit)
	p.subheading("（三）国有资产占有使用情况说明")
	p.vehicles("截至 {Y} 12 月 31 日，{D}共有车辆 {N} 辆，其中：{K}。单价 100 万元（含）以上设备（不含车辆）{E} 台（套）。", garage[0])
	p.terms("第四部分 名词解释", false)
}

// present keeps the subjects whose figure is not zero.
func (p *pen) present(subjects []string) []string {
	var out []string
	for _, s := range subjects {
		if !p.Now(s).IsZero() {
			out = append(out, s)
		}
	}
	return out
}

// uses say what an item is for. None names another department or an amount.
var uses = []string{"机关和参公单位人员的工资福利（含津贴补贴）", "按规定缴纳的社会保险", "日常办公和业务运转", "信息系统的维护（含安全测评）", "宣传、培训和调查", "设施设备的更新维护"}

// won is what firms won of what was kept for them: a little less.
func (p *pen) won(kept string) string {
	amount := p.Now(kept).Mul(decimal.New(97, -2)).Div(cent).Round(0).Mul(cent)
	return p.amount(What{kept + "成交", Final, ""}, amount, ByNothing, noCell)
}
