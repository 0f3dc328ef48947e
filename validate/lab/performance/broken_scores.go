package performance

import "strings"

// weighted are the indicators of a 一级 in a project.
func (p *Project) weighted(group string) []int {
	var out []int
	for i, ind := range p.Indicators {
		if ind.First == group {
			out = append(out, i)
		}
	}
	return out
}

// places are those of a field over all indicators of a project and, where there is one, its sum.
func (r *Report) places(project int, field string) []string {
	var out []string
	for i := range r.Projects[project].Indicators {
		out = append(out, ind(project, i, field))
	}
	return append(out, fund(project, 0, field), "p"+string(rune('0'+project))+"/total/"+field)
}

// totalSlip prints another 总分 everywhere, so that only the sum tells.
func totalSlip(other func(r *Report, p *Project, right int64) int64) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		p := &r.Projects[1]
		right := hundredths(p.Total)
		now := other(r, p, right)
		if now == right || now < 0 || now > 10000 {
			return "", nil
		}
		r.setTotal(1, points(now))
		r.setGrade(1, Grade(now))
		return p.Total, append(r.places(1, "score"), "p1/total/score")
	}
}

// gradeSlip gives the second project a grade everywhere; lower first takes points away with a reason.
func gradeSlip(lower bool, defined string, grade string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		r.Text.Definition = defined
		if lower {
			for _, i := range r.Projects[1].weighted(benefit) {
				row := &r.Projects[1].Indicators[i]
				if row.Weight == "" {
					continue
				}
				row.Score, row.Reason = points(hundredths(row.Weight)/10), "项目调整，大部分内容顺延到下一年度实施"
			}
			r.settle(1)
		}
		if r.Projects[1].Grade == grade && defined == definition {
			return "", nil
		}
		r.setGrade(1, grade)
		return grade, []string{"p1/grade", "p1/total/score", summary(1, "grade"), summary(1, "score"), text(textProject + 1)}
	}
}

// strict is another definition of grades, under which 优 begins at 99.5.
const strict = "得分99.5分（含）以上为优，85分（含）至99.5分为良，70分（含）至85分为中，70分以下为差。"

var scoreEdits = []edit{
	{Weights, "points-more", Error, func(r *Report) (string, []string) {
		row := &r.Projects[0].Indicators[len(r.Projects[0].Indicators)-1]
		row.Weight, row.Score = points(hundredths(row.Weight)+500), points(hundredths(row.Score)+500)
		r.settle(0)
		r.settleWeights(0)
		return row.Weight, append(r.places(0, "weight"), ind(0, len(r.Projects[0].Indicators)-1, "first"))
	}, []Kind{GroupWeights, TotalScore}},
	{Weights, "points-half-less", Error, func(r *Report) (string, []string) {
		p := &r.Projects[0]
		i := p.weighted(benefit)[0]
		row := &p.Indicators[i]
		row.Weight, row.Score = points(hundredths(row.Weight)-50), points(hundredths(row.Score)-50)
		r.settle(0)
		r.settleWeights(0)
		return row.Weight, append(r.places(0, "weight"), ind(0, i, "first"))
	}, []Kind{GroupWeights}},
	{Weights, "indicator-lost", Error, func(r *Report) (string, []string) {
		p := &r.Projects[2]
		i := p.weighted(output)[1]
		p.Indicators = append(p.Indicators[:i], p.Indicators[i+1:]...)
		r.settle(2)
		r.settleWeights(2)
		return "", append(r.places(2, "weight"), ind(2, 0, "first"), ind(2, p.weighted(output)[0], "first"))
	}, []Kind{GroupWeights, Costs}},
	{Weights, "sum-printed-hundred", Error, func(r *Report) (string, []string) { // the sum says 100, the rows do not
		if !r.Layout.weighs() {
			return "", nil
		}
		p := &r.Projects[1]
		i := p.weighted(output)[0]
		p.Indicators[i].Weight = points(hundredths(p.Indicators[i].Weight) + 200)
		p.Indicators[i].Score = points(hundredths(p.Indicators[i].Score) + 200)
		r.settle(1)
		return p.Indicators[i].Weight, append(r.places(1, "weight"), ind(1, i, "first"))
	}, []Kind{GroupWeights, MetLess}},
	{Weights, "sum-printed-ninety", Error, func(r *Report) (string, []string) {
		if !r.Layout.weighs() {
			return "", nil
		}
		r.Projects[1].TotalWeight = "90"
		return "90", []string{"p1/total/weight"}
	}, nil},
	{GroupWeights, "points-moved-between-groups", Error, func(r *Report) (string, []string) {
		if r.Layout.Points == "" {
			return "", nil
		}
		p := &r.Projects[0]
		from, to := p.weighted(benefit)[0], p.weighted(content)[0]
		for at, units := range map[int]int64{from: -500, to: 500} {
			row := &p.Indicators[at]
			row.Weight, row.Score = points(hundredths(row.Weight)+units), points(hundredths(row.Score)+units)
		}
		r.settle(0)
		return p.Indicators[to].Weight, append(r.places(0, "weight"), ind(0, from, "first"), ind(0, to, "first"))
	}, nil},
	{GroupWeights, "header-of-a-group", Error, func(r *Report) (string, []string) {
		p := &r.Projects[2]
		if r.Layout.Points == "" {
			return "", nil
		}
		p.Heads[benefit] = strings.Replace(p.Heads[benefit], "30", "20", 1)
		i := p.weighted(benefit)[0]
		return p.Heads[benefit], append(r.places(2, "weight"), ind(2, i, "first"))
	}, nil},

	{ScoreRange, "score-above-points", Error, func(r *Report) (string, []string) {
		p := &r.Projects[1]
		i := p.weighted(output)[0]
		p.Indicators[i].Score = points(hundredths(p.Indicators[i].Weight) + 100)
		r.settle(1)
		return p.Indicators[i].Score, []string{ind(1, i, "score"), ind(1, i, "weight")}
	}, nil},
	{ScoreRange, "score-and-points-swapped", Error, func(r *Report) (string, []string) {
		for pi := range r.Projects {
			if i, row := r.Projects[pi].find(func(x *Indicator) bool { return x.Score != x.Weight }); row != nil {
				row.Score, row.Weight = row.Weight, row.Score
				r.settle(pi)
				r.settleWeights(pi)
				return row.Score, []string{ind(pi, i, "score"), ind(pi, i, "weight")}
			}
		}
		return "", nil
	}, []Kind{Weights, GroupWeights, MissedFull}},
	{ScoreRange, "score-below-zero", Error, func(r *Report) (string, []string) {
		p := &r.Projects[0]
		i := p.weighted(content)[0]
		p.Indicators[i].Score, p.Indicators[i].Reason = "-2", "测评未开展"
		total := hundredths(p.Funds[0].Score)
		for _, x := range p.Indicators {
			total += hundredths(x.Score)
		}
		r.setTotal(0, points(total))
		r.setGrade(0, Grade(total))
		return "-2", []string{ind(0, i, "score")}
	}, []Kind{MetLess}},
	{ScoreRange, "exec-above-points", Error, func(r *Report) (string, []string) {
		r.Projects[2].Funds[0].Score = "11"
		r.settle(2)
		return "11", []string{fund(2, 0, "score"), fund(2, 0, "weight")}
	}, []Kind{ExecScore}},

	{TotalScore, "total-one-more", Error, totalSlip(func(_ *Report, _ *Project, v int64) int64 { return v + 100 }), nil},
	{TotalScore, "total-half-less", Error, totalSlip(func(_ *Report, _ *Project, v int64) int64 { return v - 50 }), nil},
	{TotalScore, "total-without-execution", Error, totalSlip(func(_ *Report, p *Project, v int64) int64 { return v - hundredths(p.Funds[0].Score) }), nil},
	{TotalScore, "total-hundred", Error, totalSlip(func(*Report, *Project, int64) int64 { return 10000 }), nil},
	{TotalScore, "total-from-before", Error, func(r *Report) (string, []string) { // a score was changed after adding
		p := &r.Projects[0]
		i := p.weighted(benefit)[1]
		p.Indicators[i].Score, p.Indicators[i].Reason = points(hundredths(p.Indicators[i].Weight)-300), "评审后扣分"
		return p.Total, append(r.places(0, "score"), "p0/total/score")
	}, nil},
	{TotalScore, "total-digits-swapped", Error, totalSlip(func(_ *Report, _ *Project, v int64) int64 {
		whole := v / 100
		return (whole%10*10+whole/10)*100 + v%100
	}), nil},

	{GradeScore, "grade-good-for-excellent", Error, gradeSlip(false, definition, "良"), nil},
	{GradeScore, "grade-fair-for-excellent", Error, gradeSlip(false, definition, "中"), nil},
	{GradeScore, "grade-excellent-for-fair", Error, gradeSlip(true, definition, "优"), nil},
	{GradeScore, "grade-without-definition", Warning, gradeSlip(true, "", "优"), nil},
	{GradeScore, "grade-by-a-strict-definition", Error, gradeSlip(false, strict, "优"), []Kind{TextGrade}},
}
