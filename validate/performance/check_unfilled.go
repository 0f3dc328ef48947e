package performance

import (
	"strings"

	"suanqing/validate/report"
)

// unfilled tells of what a template has left, and of what is missing.
func unfilled(c *checking, p *project) {
	c.checked[c.now]++
	if holds(normal(p.name.text), unfilledWords) || p.name.there && p.name.empty() {
		c.tell(report.Warning, p.of()+"项目名称没有填写。", c.cell(p, &p.name, "项目名称"))
	}
	p.instructions(c)
	if f := p.fund(); f != nil && f.budget.empty() && f.full.empty() && f.done.empty() {
		c.tell(report.Warning, p.of()+"年度资金总额没有填写。", c.cell(p, &f.full, f.label()+" 全年预算数"), c.cell(p, &f.done, f.label()+" 全年执行数"), c.cell(p, &f.name, "资金"))
	}
	c.missing(p, "完成值", func(x *indicator) *figure { return &x.actual }, false)
	c.missing(p, "得分", func(x *indicator) *figure { return &x.score }, true)
	if p.totalLabel.there && p.total.empty() && p.hasScore {
		c.tell(report.Warning, p.of()+"总分没有填写。", c.cell(p, &p.total, "总分"), c.cell(p, &p.totalLabel, "总分"))
	}
}

// instructions tells of words of the template in the cells that are to be filled in.
func (p *project) instructions(c *checking) {
	var cells []report.Cell
	first := ""
	tell := func(f *figure, what string) {
		if cells = append(cells, c.cell(p, f, what)); len(cells) == 1 {
			first = clip(strings.ReplaceAll(f.text, "\n", ""), 40)
		}
	}
	add := func(f *figure, what string) {
		if s := normal(f.text); f.there && f.state == words && (holds(s, unfilledWords) || limited(s)) {
			tell(f, what)
		}
	}
	for i := range p.prose {
		add(&p.prose[i], "文字")
	}
	for i := range p.indicators {
		x := &p.indicators[i]
		name := clip(x.name(), 30)
		add(&x.target, name+" 指标值")
		add(&x.reason, name+" 偏差原因")
		if s := normal(x.third.text); placeholder(s) || holds(s, unfilledWords) {
			tell(&x.third, "三级指标")
		}
	}
	if len(cells) > 0 {
		c.tell(report.Warning, p.of()+"还留有模板里的文字，例如“"+first+"”。", cells...)
	}
}

// placeholder says whether an indicator is still called as the template calls it: 指标1：.
func placeholder(s string) bool {
	rest := strings.TrimPrefix(s, "指标")
	return rest != s && strings.Trim(rest, "0123456789一二三:.…、") == "" || s == "……" || s == "…"
}

// limited says whether a text says how long it may be: 100字以内.
func limited(s string) bool {
	before, _, ok := strings.Cut(s, "字以内")
	return ok && before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9'
}

// missing tells of indicators with points and without a value in a column: each one where
// any is too many, else where most of them are.
func (c *checking) missing(p *project, what string, of func(x *indicator) *figure, any bool) {
	var cells []report.Cell
	weighted := 0
	for i := range p.indicators {
		x := &p.indicators[i]
		if !x.weight.is() || !x.weight.value.IsPositive() || x.execution {
			continue
		}
		weighted++
		if f := of(x); f.there && !f.covered && (f.state == blank || f.state == words && holds(normal(f.text), []string{"XX", "xx", "××"})) {
			cells = append(cells, c.cell(p, f, clip(x.name(), 30)+" "+what))
		}
	}
	if len(cells) == 0 || p.ragged || !any && 2*len(cells) < weighted {
		return
	}
	c.tell(report.Warning, p.of()+"有 "+countText(len(cells))+" 项指标的"+what+"没有填写。", append(cells, c.cell(p, &p.name, "项目名称"))...)
}
