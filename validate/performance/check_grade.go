package performance

import (
	"suanqing/validate/amount"
	"suanqing/validate/report"
)

// gradeFor is the grade that a score has, by the definition of the text or the usual one.
func (c *checking) gradeFor(score amount.Amount) int {
	if len(c.limits) > 0 {
		for _, l := range c.limits {
			if score.Cmp(l.low) >= 0 {
				return l.grade
			}
		}
		return len(grades) - 1
	}
	for g, low := range usualLimits {
		if score.Cmp(amount.New(low, 0)) >= 0 {
			return g
		}
	}
	return len(grades) - 1
}

// graded is where a project's grade stands, with the score beside it.
type graded struct {
	grade int
	score amount.Amount
	text  string
	cells []report.Cell
	where string
}

// gradeOfProject is the grade of a project: that of its table, or else of the summary, or
// else of the text.
func (c *checking) gradeOfProject(p *project) (out graded, ok bool) {
	r := c.rowOf(p)
	switch {
	case gradeOf(p.grade.text) >= 0 && p.total.is():
		out = graded{gradeOf(p.grade.text), p.total.value, p.grade.text, []report.Cell{c.cell(p, &p.grade, "等级"), c.cell(p, &p.total, "总分")}, "绩效自评表："}
	case r != nil && gradeOf(r.grade.text) >= 0 && (r.score.is() || p.total.is()):
		out = graded{gradeOf(r.grade.text), p.total.value, r.grade.text, []report.Cell{c.place(&r.grade, "绩效自评汇总表 等级")}, "绩效自评汇总表："}
		if r.score.is() {
			out.score, out.cells = r.score.value, append(out.cells, c.place(&r.score, "绩效自评汇总表 得分"))
		}
		if p.total.is() {
			out.cells = append(out.cells, c.cell(p, &p.total, "总分"))
		}
	default:
		if !p.total.is() {
			return out, false
		}
		for i := range c.told {
			for k := range c.told[i].figures {
				if t, s := &c.told[i], &c.told[i].figures[k]; t.project == p && s.of == saysGrade {
					return graded{s.grade, p.total.value, t.shown(s), []report.Cell{c.words(t.passage, s, "等级"), c.cell(p, &p.total, "总分")}, t.passage.Place() + "："}, true
				}
			}
		}
		return out, false
	}
	return out, true
}

// wrongGrade says whether a project's grade does not fit its score.
func (c *checking) wrongGrade(p *project) bool {
	g, ok := c.gradeOfProject(p)
	return ok && g.grade != c.gradeFor(g.score)
}

// gradesFit judges the grade of each project, and of those that only the summary has.
func gradesFit(c *checking) {
	severity, by := report.Error, "按说明里的标准"
	if len(c.limits) == 0 {
		severity, by = report.Warning, "一般"
	}
	judge := func(g graded, title string) {
		c.checked[c.now]++
		if right := c.gradeFor(g.score); right != g.grade {
			c.tell(severity, g.where+"“"+clip(title, 40)+"”得分 "+amountText(g.score)+"，等级写的是“"+g.text+"”，"+by+"应是“"+grades[right][0]+"”。", append(g.cells, c.limitsAt...)...)
		}
	}
	tables := map[string]bool{}
	for _, p := range c.all() {
		tables[p.key] = true
		if g, ok := c.gradeOfProject(p); ok {
			judge(g, p.title())
		}
	}
	for _, r := range c.rows() {
		if g := gradeOf(r.grade.text); !tables[r.key] && g >= 0 && r.score.is() {
			judge(graded{g, r.score.value, r.grade.text, []report.Cell{c.place(&r.grade, "绩效自评汇总表 等级"), c.place(&r.score, "绩效自评汇总表 得分")}, "绩效自评汇总表："}, r.name.text)
		}
	}
}
