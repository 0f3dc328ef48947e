package performance

import (
	"slices"
	"strings"
)

// summarySlip changes one figure of the second row of the summary; the second sheet has the right one.
func summarySlip(name string, field func(row *SummaryRow) *string, other func(r *Report, old string) string, sheet ...string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		p := field(&r.Summary.Rows[1])
		now := other(r, *p)
		if *p == "" || now == *p {
			return "", nil
		}
		*p = now
		return now, append([]string{summary(1, name)}, sheet...)
	}
}

// textSlip changes one figure of the text of the second project.
func textSlip(field func(t *Told) *string, other func(r *Report, old string) string, sheet ...string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		p := field(&r.Text.Told[1])
		now := other(r, *p)
		if now == *p {
			return "", nil
		}
		*p = now
		return now, append([]string{text(textProject + 1)}, sheet...)
	}
}

func less1(_ *Report, old string) string  { return points(hundredths(old) - 100) }
func larger(_ *Report, old string) string { return grown(old) }
func another(_ *Report, old string) string {
	return map[bool]string{true: "良", false: "优"}[old == "优"]
}

var summaryEdits = []edit{
	{SummaryScore, "summary-score", Error, summarySlip("score", func(s *SummaryRow) *string { return &s.Score }, less1, "p1/total/score"), []Kind{TextScore, TextGrade, GradeScore}},
	{SummaryScore, "summary-scores-swapped", Error, func(r *Report) (string, []string) {
		a, b := &r.Summary.Rows[0].Score, &r.Summary.Rows[2].Score
		if *a == *b {
			return "", nil
		}
		*a, *b = *b, *a
		return *a, []string{summary(0, "score"), summary(2, "score"), "p0/total/score", "p2/total/score"}
	}, []Kind{TextScore}},
	{SummaryGrade, "summary-grade", Error, summarySlip("grade", func(s *SummaryRow) *string { return &s.Grade }, another, "p1/grade", "p1/total/score"), []Kind{TextGrade, GradeScore}},
	{SummaryRows, "summary-project-unknown", Error, summarySlip("project", func(s *SummaryRow) *string { return &s.Project }, func(*Report, string) string { return "道路绿化养护" }, "p1/name"), nil},
	{SummaryRows, "summary-row-lost", Error, func(r *Report) (string, []string) {
		r.Summary.Rows = slices.Delete(r.Summary.Rows, 1, 2)
		return "", []string{summary(0, "project"), summary(1, "project"), "summary/count", "p1/name", "summary/total/project"}
	}, []Kind{SummaryAmount, TextCount}},
	{SummaryRows, "summary-row-twice", Error, func(r *Report) (string, []string) {
		row := r.Summary.Rows[1]
		row.Number = "4"
		r.Summary.Rows = append(r.Summary.Rows, row)
		return row.Project, []string{summary(3, "project"), summary(1, "project"), "summary/count", "p1/name"}
	}, []Kind{SummaryAmount, TextCount, TextGrade}},
	{SummaryRows, "summary-count", Error, func(r *Report) (string, []string) {
		if r.Summary.Count == "" {
			return "", nil
		}
		r.Summary.Count = "共4个项目"
		return "4", []string{"summary/count"}
	}, nil},
	{SummaryAmount, "summary-full", Error, summarySlip("full", func(s *SummaryRow) *string { return &s.Full }, larger, "p1/fund/0/full", "summary/total/full"), []Kind{TextAmount}},
	{SummaryAmount, "summary-done", Error, summarySlip("done", func(s *SummaryRow) *string { return &s.Done }, larger, "p1/fund/0/done", "summary/total/done"), []Kind{TextAmount}},
	{SummaryAmount, "summary-done-is-full", Error, summarySlip("done", func(s *SummaryRow) *string { return &s.Done }, func(r *Report, _ string) string { return r.Summary.Rows[1].Full }, "p1/fund/0/done", "summary/total/done"), []Kind{TextAmount}},
	{SummaryAmount, "summary-sum", Error, func(r *Report) (string, []string) {
		if r.Summary.Total.Done == "" {
			return "", nil
		}
		r.Summary.Total.Done = grown(r.Summary.Total.Done)
		return r.Summary.Total.Done, []string{"summary/total/done", summary(0, "done"), summary(1, "done"), summary(2, "done")}
	}, nil},
}

var textEdits = []edit{
	{TextScore, "text-score", Error, textSlip(func(t *Told) *string { return &t.Score }, less1, "p1/total/score"), []Kind{TextGrade, GradeScore}},
	{TextScore, "text-score-of-neighbour", Error, textSlip(func(t *Told) *string { return &t.Score }, func(r *Report, _ string) string { return r.Text.Told[0].Score }, "p1/total/score"), nil},
	{TextScore, "conclusion-score", Error, func(r *Report) (string, []string) {
		p := &r.Projects[1]
		if p.Concluded == "" {
			return "", nil
		}
		p.Concluded = less1(r, p.Concluded)
		return p.Concluded, []string{"p1/conclusion", "p1/total/score"}
	}, nil},
	{TextAmount, "text-full", Error, textSlip(func(t *Told) *string { return &t.Full }, larger, "p1/fund/0/full"), []Kind{TextRate}},
	{TextAmount, "text-done", Error, textSlip(func(t *Told) *string { return &t.Done }, larger, "p1/fund/0/done"), []Kind{TextRate}},
	{TextAmount, "text-full-is-budget", Error, textSlip(func(t *Told) *string { return &t.Full }, func(r *Report, old string) string {
		f := r.Projects[1].Funds[0]
		if f.Budget == f.Full || r.Layout.Money == "元" {
			return old
		}
		return f.Budget
	}, "p1/fund/0/full"), []Kind{TextRate}},
	{TextAmount, "text-done-moved-point", Error, textSlip(func(t *Told) *string { return &t.Done }, func(_ *Report, old string) string { return wan(hundredths(old)*10, false) }, "p1/fund/0/done"), []Kind{TextRate}},
	{TextAmount, "text-in-the-other-unit", Error, textSlip(func(t *Told) *string { return &t.Unit }, func(*Report, string) string { return "元" }, "p1/fund/0/full", "p1/fund/0/done"), nil},
	{TextAmount, "text-done-last-digit", Notice, textSlip(func(t *Told) *string { return &t.Done }, func(_ *Report, old string) string {
		if _, f, _ := strings.Cut(old, "."); len(f) < 2 {
			return old
		}
		return bump(old, 1)
	}, "p1/fund/0/done"), nil},
	{TextAmount, "text-sum", Error, func(r *Report) (string, []string) {
		r.Text.Sum = grown(r.Text.Sum)
		return r.Text.Sum, []string{text(textCounts), "p0/fund/0/full", "p1/fund/0/full", "p2/fund/0/full", "summary/total/full"}
	}, nil},
	{TextAmount, "text-amounts-of-neighbours", Error, func(r *Report) (string, []string) {
		a, b := &r.Text.Told[0], &r.Text.Told[1]
		a.Full, b.Full, a.Done, b.Done, a.Rate, b.Rate = b.Full, a.Full, b.Done, a.Done, b.Rate, a.Rate
		return a.Full, []string{text(textProject), text(textProject + 1)}
	}, []Kind{TextRate, Rate}},
	{TextRate, "text-rate", Error, textSlip(func(t *Told) *string { return &t.Rate }, func(_ *Report, old string) string { return points(hundredths(old)-730) + "%" }, "p1/fund/0/rate"), nil},
	{TextRate, "text-rate-hundred", Error, textSlip(func(t *Told) *string { return &t.Rate }, func(*Report, string) string { return "100%" }, "p1/fund/0/rate"), nil},
	{TextRate, "text-rate-is-amount", Error, textSlip(func(t *Told) *string { return &t.Rate }, func(r *Report, _ string) string { return r.Text.Told[1].Done + "%" }, "p1/fund/0/rate"), nil},
	{TextCount, "text-count", Error, func(r *Report) (string, []string) {
		r.Text.Projects = "5"
		return "5", []string{text(textCounts), text(textGrades), summary(2, "number"), "summary/count"}
	}, []Kind{TextGrade}},
	{TextGrade, "text-grades-do-not-add", Error, func(r *Report) (string, []string) {
		r.Text.Graded = append(slices.Clone(r.Text.Graded), Graded{"1", "差"})
		return "1", []string{text(textGrades)}
	}, nil},
	{TextGrade, "text-grades-less", Error, func(r *Report) (string, []string) {
		r.Text.Graded[0].Count = points(hundredths(r.Text.Graded[0].Count) - 100)
		return r.Text.Graded[0].Count, []string{text(textGrades)}
	}, nil},
	{TextGrade, "text-grades-shifted", Error, func(r *Report) (string, []string) { // they add up, but are others
		r.Text.Graded = []Graded{{"2", "优"}, {"1", "中"}}
		for _, p := range r.Projects {
			if p.Grade != "优" {
				return "", nil
			}
		}
		return "2", []string{text(textGrades)}
	}, nil},
	{TextGrade, "text-grade", Error, textSlip(func(t *Told) *string { return &t.Grade }, another, "p1/grade", summary(1, "grade")), []Kind{GradeScore}},
	{TextProject, "text-project-unknown", AnySeverity, textSlip(func(t *Told) *string { return &t.Name }, func(*Report, string) string { return "道路绿化养护" }, "p1/name"), nil},
}

// blanked empties a field of every indicator of a project.
func blanked(field func(x *Indicator) *string, name, with string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		for i := range r.Projects[2].Indicators {
			*field(&r.Projects[2].Indicators[i]) = with
		}
		return with, append(r.places(2, name), "p2/name")
	}
}

var afterBlank = []Kind{TotalScore, Weights, NoReason, MetLess, MissedFull, Costs, GradeScore, TextScore, SummaryScore}

var unfilledEdits = []edit{
	{Unfilled, "scores-empty", Warning, blanked(func(x *Indicator) *string { return &x.Score }, "score", ""), afterBlank},
	{Unfilled, "actuals-empty", Warning, blanked(func(x *Indicator) *string { return &x.Actual }, "actual", ""), afterBlank},
	{Unfilled, "actuals-xx", Warning, blanked(func(x *Indicator) *string { return &x.Actual }, "actual", "XX"), afterBlank},
	{Unfilled, "instruction-in-goal", Warning, func(r *Report) (string, []string) {
		r.Projects[0].Goal = "（填写说明：请概括描述项目年初设定的总体目标，填写后删除本说明）"
		return "填写说明", []string{"p0/goal"}
	}, nil},
	{Unfilled, "instruction-in-indicator", Warning, func(r *Report) (string, []string) {
		i := len(r.Projects[0].Indicators) - 1
		r.Projects[0].Indicators[i].Reason = "（未达到指标值的，请逐条说明原因）"
		return "请逐条说明原因", []string{ind(0, i, "reason")}
	}, nil},
	{Unfilled, "instruction-in-conclusion", Warning, func(r *Report) (string, []string) {
		if r.Projects[0].Concluded == "" {
			return "", nil
		}
		r.Projects[0].Conclusion = "（说明自评总分和取得的成效，200字以内）"
		return "200字以内", []string{"p0/conclusion"}
	}, nil},
	{Unfilled, "indicator-placeholder", Warning, func(r *Report) (string, []string) {
		i := r.Projects[1].weighted(output)[0]
		r.Projects[1].Indicators[i].Third = "指标1："
		return "指标1：", []string{ind(1, i, "third")}
	}, nil},
	{Unfilled, "name-placeholder", Warning, func(r *Report) (string, []string) {
		r.Projects[1].Name = "××项目"
		return "××项目", []string{"p1/name"}
	}, []Kind{SummaryRows, TextProject}},
	{Unfilled, "total-empty", Warning, func(r *Report) (string, []string) {
		r.Projects[1].Total = ""
		return "", []string{"p1/total/score"}
	}, []Kind{TotalScore, SummaryScore, TextScore}},
	{Unfilled, "money-empty", Warning, func(r *Report) (string, []string) {
		f := r.Projects[2].Funds
		for i := range f {
			f[i].Budget, f[i].Full, f[i].Done, f[i].Rate = "", "", "", ""
		}
		return "", []string{fund(2, 0, "full"), fund(2, 0, "done"), fund(2, 0, "budget"), fund(2, 0, "rate"), "p2/name"}
	}, []Kind{ExecScore, Rate, Costs, SummaryAmount, TextAmount, TextRate}},
}
