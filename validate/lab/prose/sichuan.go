package prose

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

// The style of Sichuan and Inner Mongolia: the text is the second part, before the forms;
// fifteen sections numbered by Word; a sentence for each kind of income; 三公 in the order
// 出国, 接待, 车; percents cut off, not rounded.
func sichuan(p *pen) {
	p.duties()
	p.part("第二部分 {Y}度部门决算情况说明")
	n := chinese("、")
	p.heading(n(), "收入支出决算总体情况说明", "收入支出决算总体")
	p.sichuanTotals()

	p.heading(n(), "收入决算情况说明", "收入决算")
	kinds := p.present(append([]string{GeneralGrant, FundGrant, StateGrant}, ownIncomes...))
	p.para("{Y}本年收入合计{A}，其中：{B}。", "A", p.final(Income), "B", p.shares(kinds, Income, "；"))
	p.sumOf(Final, Income, kinds...)
	p.para(p.sentences(kinds))

	p.heading(n(), "支出决算情况说明", "支出决算")
	kinds = p.present(append([]string{Basic, Project}, ownSpendings...))
	p.para("{Y}本年支出合计{A}，其中：{B}。", "A", p.final(Spending), "B", p.shares(kinds, Spending, "；"))
	p.sumOf(Final, Spending, kinds...)
	p.para("基本支出、项目支出分别为{A}、{B}，分别占本年支出的{C}、{E}。", "A", p.final(Basic), "B", p.final(Project), "C", p.share(Basic, Spending), "E", p.share(Project, Spending))
	p.para(p.sentences(kinds))

	p.heading(n(), "财政拨款收入支出决算总体情况说明", "财政拨款收入支出决算总体")
	p.para(p.pick("{Y}财政拨款收、支总计均为{A}。{C}。{R}", "{Y}财政拨款收入支出总计{A}，{C}。{R}"), "A", p.final(FiscalTotal), "C", p.fill(p.against(FiscalTotal)), "R", p.becauseOf(FiscalTotal))

	p.heading(n(), "一般公共预算财政拨款支出决算情况说明", "一般公共预算财政拨款支出决算")
	p.subheading("（一）一般公共预算财政拨款支出决算总体情况")
	p.para("{Y}一般公共预算财政拨款支出{A}，占本年支出合计的{S}。{C}。{R}", "A", p.final(General), "S", p.share(General, Spending), "C", p.fill(p.against(General)), "R", p.becauseOf(General))
	p.subheading("（二）一般公共预算财政拨款支出决算结构情况")
	p.para("{Y}一般公共预算财政拨款支出{A}，主要用于以下方面：{B}。", "A", p.final(General), "B", p.classShares("；"))
	p.subheading("（三）一般公共预算财政拨款支出决算具体情况")
	p.para("{Y}一般公共预算支出决算数为{A}，{P}。其中：", "A", p.final(General), "P", p.carried(General, "预算"))
	item := chinese("")
	last := ""
	for _, code := range p.Items(fixture.F05) {
		if !strings.HasPrefix(code, last) || last == "" {
			last = code[:3]
			p.block(Block{Text: item() + "、" + p.NameOf(fixture.F05, last) + "（类）"})
		}
		p.para(p.pick("{I}：支出决算为{A}{K}，{P}。{X}", "{I}: 支出决算为{A}{K}，{P}，{X}"), "K", p.kinds(code), "I", p.below(fixture.F05, code), "A", p.final(code), "P", p.carried(code, "预算"), "X", p.difference(code, "预算"))
	}
	p.sumOf(Final, General, p.Items(fixture.F05)...)
	p.sumOf(Final, General, p.Classes(fixture.F05)...)

	p.heading(n(), "一般公共预算财政拨款基本支出决算情况说明", "一般公共预算财政拨款基本支出决算")
	p.para("{Y}一般公共预算财政拨款基本支出{A}，其中：", "A", p.final(GeneralBasic))
	p.economic("人员经费{A}，主要包括：{N}。", "公用经费{A}，主要包括：{N}等。")
	p.basicChange()

	p.heading(n(), "财政拨款“三公”经费支出决算情况说明", "财政拨款“三公”经费支出决算")
	p.sichuanPublic()

	p.heading(n(), "政府性基金预算支出决算情况说明", "政府性基金预算支出决算")
	p.fund()
	p.heading(n(), "国有资本经营预算支出决算情况说明", "国有资本经营预算支出决算")
	p.state()
	p.heading(n(), "机关运行经费支出情况", "机关运行经费支出")
	p.para("{Y}，机关运行经费支出{A}，{C}。{R}", "A", p.final(Running), "C", p.fill(p.against(Running)), "R", p.becauseOf(Running))
	p.heading(n(), "政府采购支出情况", "政府采购支出")
	p.purchased()
	p.heading(n(), "国有资产占有使用情况", "国有资产占有使用")
	p.vehicles("截至{Y}12月31日，{D}共有车辆{N}辆，其中：{K}。单价100万元（含）以上设备（不含车辆）{E}台（套）。", "")
	p.heading(n(), "预算绩效管理情况", "预算绩效管理")
	p.evaluated()
	p.heading(n(), "会议费和培训费支出情况", "会议费和培训费支出")
	p.meetings()
	p.heading(n(), "其他需要说明的事项", "其他需要说明的事项")
	p.para("部分合计数与分项之和的尾数差异，系四舍五入所致，不作调整。咨询电话：0281234567。")
	p.terms("第三部分 名词解释", false)
	p.part("第四部分 附件")
	p.evaluations()
	p.part("第五部分 附表")
	p.para("{Y}度部门决算公开表另附。")
}

func (p *pen) sichuanTotals() {
	lead := p.change(GrandTotal, Prior, p.Last(GrandTotal), "")
	if lead == "" {
		p.para("{Y}收、支总计{A}，与{L}持平。", "A", p.final(GrandTotal))
		return
	}
	now, then := p.Now(GrandTotal), p.Last(GrandTotal)
	up := now.GreaterThan(then)
	if p.IntN(3) == 0 { // both totals, each with its change
		w := map[bool]turn{true: {"增加", "增长"}, false: {"减少", "下降"}}[up]
		by := func() string {
			return p.amountDown(What{GrandTotal, Change, Prior}, now.Sub(then).Abs(), !up)
		}
		p.para("{Y}收、支总计各是{A}、{A}。与{L}相比，收、支总计各"+w.amount+"{B}、{B2}，各"+w.percent+"{C}、{C2}。{R}", "A", p.final(GrandTotal), "B", by(), "B2", by(),
			"C", p.growth(GrandTotal, Prior, then), "C2", p.growth(GrandTotal, Prior, then), "R", p.becauseOf(GrandTotal))
		return
	}
	p.para(p.pick("{Y}收入总计、支出总计均为{A}。与{L}相比，收、支总计各{C}。{R}", "{Y}收、支总计均为{A}，{L}为{P}，收支较上年决算数{C}。{R}"), "A", p.final(GrandTotal), "C", lead, "P", p.last(GrandTotal), "R", p.becauseOf(GrandTotal))
	p.para("收入总计{A}，包括：本年收入合计{I}，使用非财政拨款结余{B}，年初结转和结余{O}。支出总计{A}，包括：本年支出合计{S}，结余分配{X}，年末结转和结余{E}。", "A", p.final(GrandTotal),
		"I", p.final(Income), "B", p.final(Drawn), "O", p.final(Opening), "S", p.final(Spending), "X", p.final(Allocated), "E", p.final(Closing))
	p.sumOf(Final, GrandTotal, Income, Drawn, Opening)
	p.sumOf(Final, GrandTotal, Spending, Allocated, Closing)
}

// sentences tells of each kind in a paragraph: "事业收入 … 万元，比上年…。"
func (p *pen) sentences(kinds []string) string {
	var out []string
	for _, s := range kinds {
		out = append(out, p.fill(p.pick(s+"{A}，{C}", s+"决算{A}，{C}"), "A", p.final(s), "C", p.fill(p.against(s))))
	}
	return strings.Join(out, "。") + "。"
}

func (p *pen) sichuanPublic() {
	p.subheading("（一）“三公”经费财政拨款支出决算总体情况说明")
	p.para("{Y}，“三公”经费财政拨款支出决算为{A}，预算为{B}，{P}，{C}。{X}", "A", p.final(ThreePublic), "B", p.budget(ThreePublic), "P", p.carried(ThreePublic, "预算"),
		"C", p.fill(p.pick(p.againstBoth(), p.against(ThreePublic))), "X", p.difference(ThreePublic, "预算"))
	p.subheading("（二）“三公”经费财政拨款支出决算具体情况说明")
	if !p.Now(ThreePublic).IsZero() {
		var shares []string
		for _, s := range []string{Travel, Reception, Vehicles} {
			shares = append(shares, s+"支出决算"+p.final(s)+"，占"+p.share(s, ThreePublic))
		}
		p.para("{Y}，" + strings.Join(shares, "；") + "。具体情况如下：")
	}
	line := func(number, s string) string {
		return p.fill(number+"."+s+"支出{A}，{P}。支出决算{C}。", "A", p.final(s), "P", p.carried(s, "预算"), "C", p.fill(p.against(s)))
	}
	if p.Now(Travel).IsZero() {
		p.para(line("1", Travel) + p.pick("全年未安排因公出国（境）团组。", "全年因公出国（境）团组0个、0人次。"))
	} else {
		p.para(line("1", Travel)+"全年安排因公出国（境）团组{G}次，出国（境）{T}人。", "G", p.counted(Groups), "T", p.counted(Travellers))
	}
	p.para(line("2", Reception)+"国内公务接待{N}批次，{M}人次（不含陪同人员），共计支出{A}。", "N", p.counted(Receptions), "M", p.counted(Guests), "A", p.final(Reception))
	p.para(line("3", Vehicles)+"其中：公务用车购置支出{A}，全年更新购置公务用车{N}辆；公务用车运行维护费支出{B}，主要用于下乡调研和执法检查的燃料、维修、过路过桥等。截至{Y}12月底，单位共有公务用车{K}辆。",
		"A", p.final(Purchase), "N", p.counted(NewCars), "B", p.final(Operation), "K", p.counted(KeptCars))
	p.publicSums(Final)
}

// meetings tells of 会议费 and 培训费.
func (p *pen) meetings() {
	for _, s := range []string{Meetings, Training} {
		if p.Now(s).IsZero() {
			p.para("{Y}度未发生"+p.pick("一般公共预算财政拨款"+s+"支出", s+"支出")+"。", "S", s)
			continue
		}
		p.para("{Y}度一般公共预算财政拨款基本支出中列支{S}{A}，{C}。", "S", s, "A", p.final(s), "C", p.fill(p.against(s)))
	}
}

// kinds says, now and then, how much of an item was basic and how much project expenditure.
func (p *pen) kinds(code string) string {
	basic, project := fixture.Slot{Form: fixture.F05, Row: code, Column: "基本支出"}, fixture.Slot{Form: fixture.F05, Row: code, Column: "项目支出"}
	if p.IntN(4) > 0 || value(p.Exact, basic).IsZero() || value(p.Exact, project).IsZero() {
		return ""
	}
	a, b := What{code + " " + Basic, Final, ""}, What{code + " " + Project, Final, ""}
	p.sum(What{code, Final, ""}, a, b)
	return "（其中：基本支出" + p.amount(a, value(p.Exact, basic), ByForm, basic) + "，项目支出" + p.amount(b, value(p.Exact, project), ByForm, project) + "）"
}

// againstBoth says how 三公 stands against its budget and against last year in one sentence.
func (p *pen) againstBoth() string {
	budget := p.change(ThreePublic, Budget, p.Budgets[ThreePublic], "比预算")
	last := p.change(ThreePublic, Prior, p.Last(ThreePublic), "比上年")
	if budget == "" || last == "" {
		return p.against(ThreePublic)
	}
	return budget + "，" + last
}

// basicChange says how basic expenditure changed, and of what the change is made.
func (p *pen) basicChange() {
	part := func(s string) string {
		now, then := p.Now(s), p.Last(s)
		word := "增加"
		if now.LessThan(then) {
			word = "减少"
		}
		return s + word + p.amountDown(What{s, Change, Prior}, now.Sub(then).Abs(), now.LessThan(then))
	}
	for _, s := range []string{GeneralBasic, Personnel, Public} {
		if p.alike(p.Now(s), p.Last(s)) {
			return
		}
	}
	if up := p.Now(GeneralBasic).GreaterThan(p.Last(GeneralBasic)); up == p.Now(Personnel).GreaterThan(p.Last(Personnel)) && up == p.Now(Public).GreaterThan(p.Last(Public)) {
		change := func(s string) What { return What{s, Change, Prior} }
		p.sum(change(GeneralBasic), change(Personnel), change(Public))
	}
	p.para("基本支出"+p.fill(p.against(GeneralBasic))+"，其中：{A}，{B}。", "A", part(Personnel), "B", part(Public))
}
