package prose

import "suanqing/validate/lab/fixture"

// glossary explains the terms, in words of our own.
var glossary = []struct{ term, meaning string }{
	{"财政拨款收入", "指本级财政在当年拨给单位的各类预算资金。"},
	{"上级补助收入", "指主管部门和上级单位拨给事业单位的非财政补助资金。"},
	{"事业收入", "指事业单位做专业业务和辅助活动得到的收入。"},
	{"经营收入", "指事业单位在专业业务之外、不独立核算的经营活动得到的收入。"},
	{"附属单位上缴收入", "指附属的独立核算单位按规定交来的收入。"},
	{"其他收入", "指上述各项以外的收入，包括利息等。"},
	{"使用非财政拨款结余", "指事业单位用以前积累的非财政拨款结余弥补当年收支缺口的数额。"},
	{"年初结转和结余", "指以前年度没有用完、当年仍可继续使用的资金。"},
	{"结余分配", "指单位按规定缴纳所得税、提取专用结余等的数额。"},
	{"年末结转和结余", "指到年底没有用完、留待以后年度使用的资金。"},
	{"基本支出", "指保障机构日常运转所需的人员支出和公用支出。"},
	{"项目支出", "指为完成特定任务，在基本支出以外安排的支出。"},
	{"上缴上级支出", "指事业单位按规定交给上级单位的支出。"},
	{"经营支出", "指事业单位不独立核算的经营活动所花的支出。"},
	{"对附属单位补助支出", "指单位用财政拨款以外的收入补助附属单位的支出。"},
	{"“三公”经费", "指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。"},
	{"机关运行经费", "指行政单位和参公单位用于购买货物和服务、保障运转的资金。"},
}

// terms writes 名词解释, with each item that the text describes where the style has them.
func (p *pen) terms(part string, items bool) {
	p.part(part)
	p.section = "名词解释"
	n := chinese("、")
	for _, g := range glossary {
		p.para(n() + g.term + "：" + g.meaning)
	}
	if !items {
		return
	}
	for _, form := range []string{fixture.F05, fixture.F07, fixture.F08} {
		for _, code := range p.Items(form) {
			p.para(n() + p.item(form, code) + "：反映在“" + p.NameOf(form, code) + "”科目核算的支出。")
		}
	}
}
