package rule

import (
	"strconv"
	"strings"

	"suanqing/validate/judge"
	"suanqing/validate/report"
)

// jointRules look at identities together, once each has been judged by itself.
var jointRules = []Rule{
	{ID: "joint.tails", Title: "各处尾差能同时成立", Severity: report.Warning,
		Why:  "每个数四舍五入后最多差半个末位。这几条勾稽单独看都在尾差之内，合起来却没有一组真实的数能同时满足，至少有一个数不是四舍五入得来的。",
		Hint: "用元为单位的底稿核对这几处的数，找出四舍五入不对的一个。", Check: jointTails},
}

func jointTails(c *Check) {
	all := judge.NewJoint(c.Book)
	var taken []*Judged // by their number there
	for i := range c.Equations {
		e := &c.Equations[i]
		if e.Rule.Severity == report.Error && all.Add(e.Instance, e.Rule.Equation.Relation) >= 0 {
			taken = append(taken, e)
		}
	}
	c.Checked = len(taken)
	for _, conflict := range all.Conflicts() {
		var told, titles []string
		var cells []report.Cell
		seen := map[string]bool{}
		for _, id := range conflict {
			f := taken[id].Rule.finding(c.Book, taken[id].Instance, report.Tail)
			told = append(told, f.Equation)
			titles = append(titles, f.Title)
			for _, cell := range f.Cells {
				if at := cell.Sheet + "!" + cell.Cell; !seen[at] && cell.Value != "" {
					seen[at] = true
					cell.Side, cell.Sign = "", ""
					cells = append(cells, cell)
				}
			}
		}
		p := pile{severity: c.rule.Severity}
		if !c.found.wants(p) {
			continue
		}
		message := "这 " + strconv.Itoa(len(conflict)) + " 条勾稽各自只差尾差，但不能同时成立：" + firstOf(titles) + "。"
		f := report.Finding{Rule: c.rule.ID, Severity: c.rule.Severity, Title: c.rule.Title, Message: message, Equation: strings.Join(told, "；"),
			Why: c.rule.Why, Hint: c.rule.Hint, Cells: cells}
		f.Fingerprint = fingerprint(c.Book, f.Rule+message, &f)
		c.found.tell(p, f)
	}
}

// firstOf names the first few.
func firstOf(titles []string) string {
	const most = 3
	if len(titles) <= most {
		return strings.Join(titles, "；")
	}
	return strings.Join(titles[:most], "；") + "等"
}
