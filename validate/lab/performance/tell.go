package performance

import (
	"fmt"
	"strings"
)

// The paragraphs of the text; one a project follows.
const (
	textCounts = iota
	textGrades
	textProject
)

// summarize fills the summary of the projects.
func (r *Report) summarize(ms []money, set int) {
	var full, done int64
	for i, p := range r.Projects {
		row := SummaryRow{Number: fmt.Sprint(i + 1), Project: p.Name, Unit: r.Department, Score: p.Total, Grade: p.Grade}
		if r.Layout.Summary {
			row.Full, row.Done = r.Layout.print(ms[i].full[all], set), r.Layout.print(ms[i].done[all], set)
			full, done = full+ms[i].full[all], done+ms[i].done[all]
		}
		r.Summary.Rows = append(r.Summary.Rows, row)
	}
	if r.Layout.Summary {
		r.Summary.Total = SummaryRow{Project: "合计", Full: r.Layout.print(full, set), Done: r.Layout.print(done, set)}
	}
	if set == 1 {
		r.Summary.Count = fmt.Sprintf("共%d个项目", len(r.Projects))
	}
}

// definition is the usual one of the grades.
const definition = "得分90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。"

// tell fills the text.
func (r *Report) tell(ms []money, set int) {
	var sum int64
	for i, p := range r.Projects {
		full, done := ms[i].full[all], ms[i].done[all]
		sum += full
		r.Text.Told = append(r.Text.Told, Told{Name: p.Name, Full: wan(full, set != 0), Done: wan(done, set != 0), Unit: "万元", Rate: percent(done, full, 0), Score: p.Total, Grade: p.Grade})
	}
	r.Text.Style, r.Text.Projects, r.Text.Sum, r.Text.Definition = set, fmt.Sprint(len(r.Projects)), wan(sum, true), definition
	r.count()
}

// count counts the grades of the projects for the text.
func (r *Report) count() {
	r.Text.Graded = nil
	for _, g := range []string{"优", "良", "中", "差"} {
		n := 0
		for _, p := range r.Projects {
			if p.Grade == g {
				n++
			}
		}
		if n > 0 {
			r.Text.Graded = append(r.Text.Graded, Graded{fmt.Sprint(n), g})
		}
	}
}

// paragraphs is the text in words.
func (r *Report) paragraphs() []string {
	t := &r.Text
	var parts []string
	for _, g := range t.Graded {
		parts = append(parts, fmt.Sprintf("%s个项目自评等级为“%s”", g.Count, g.Grade))
	}
	out := []string{
		fmt.Sprintf("（一）绩效管理工作开展情况。按照预算绩效管理的要求，本部门组织对%d年度项目支出开展绩效自评，涵盖项目%s个，涉及预算资金%s万元，占部门项目支出预算总额的100%%。", r.Year, t.Projects, t.Sum),
		fmt.Sprintf("（二）绩效自评结果。%s个项目中，%s。%s", t.Projects, strings.Join(parts, "，"), t.Definition),
	}
	for i, p := range t.Told {
		out = append(out, []string{
			fmt.Sprintf("%d.%s项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为%s分，等级为%s。全年预算数为%s，执行数为%s，完成预算的%s。", i+1, p.Name, p.Score, p.Grade, p.Full+p.Unit, p.Done+p.Unit, p.Rate),
			fmt.Sprintf("%d.“%s”项目自评得分%s分，自评结论为“%s”。该项目全年预算数为%s，执行数为%s，执行率为%s。", i+1, p.Name, p.Score, p.Grade, p.Full+p.Unit, p.Done+p.Unit, p.Rate),
			fmt.Sprintf("（%d）%s项目。全年预算%s，实际支出%s，完成预算的%s；自评得%s分，评价等级“%s”。", i+1, p.Name, p.Full+p.Unit, p.Done+p.Unit, p.Rate, p.Score, p.Grade),
		}[t.Style])
	}
	return out
}
