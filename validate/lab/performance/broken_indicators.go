package performance

// missed changes what was reached, so that the target is missed; the marks stay full.
func missed(third, actual string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		pi, i, row := r.third(third)
		if row == nil || row.Reason != "" {
			return "", nil
		}
		row.Actual = actual
		return actual, []string{ind(pi, i, "actual"), ind(pi, i, "score"), ind(pi, i, "target")}
	}
}

// aimed sets the target of an indicator as one text, and what was reached.
func aimed(third, target, actual string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		pi, i, row := r.third(third)
		if row == nil || r.Layout.has(Nature) {
			return "", nil
		}
		row.Target, row.Actual = target, actual
		return actual, []string{ind(pi, i, "actual"), ind(pi, i, "score"), ind(pi, i, "target")}
	}
}

// less takes points of a target that was met, with a reason or none.
func less(third, reason string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		pi, i, row := r.third(third)
		if row == nil || row.Reason != "" {
			return "", nil
		}
		row.Score, row.Reason = points(hundredths(row.Weight)-100), reason
		r.settle(pi)
		return row.Score, []string{ind(pi, i, "score"), ind(pi, i, "reason"), ind(pi, i, "actual")}
	}
}

// unexplained replaces the reason of a missed target that lost points.
func unexplained(reason string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		for pi := range r.Projects {
			i, row := r.Projects[pi].find(func(x *Indicator) bool { return x.Reason != "" && !x.cost() })
			if row != nil {
				row.Reason = reason
				return reason, []string{ind(pi, i, "score"), ind(pi, i, "reason"), ind(pi, i, "actual")}
			}
		}
		return "", nil
	}
}

// costSlip changes the first of several costs.
func costSlip(other func(old string) string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		for pi := range r.Projects {
			var at []int
			for i := range r.Projects[pi].Indicators {
				if r.Projects[pi].Indicators[i].cost() {
					at = append(at, i)
				}
			}
			if len(at) < 2 || r.Layout.Units {
				continue
			}
			row := &r.Projects[pi].Indicators[at[0]]
			row.Actual = other(row.Actual)
			keys := []string{fund(pi, 0, "done")}
			for _, i := range at {
				keys = append(keys, ind(pi, i, "actual"))
			}
			return row.Actual, keys
		}
		return "", nil
	}
}

var indicatorEdits = []edit{
	{MissedFull, "missed-percent", Warning, missed("图书上架合格率", "94%"), nil},
	{MissedFull, "missed-percent-narrowly", Warning, missed("居民满意度", "84.99%"), nil},
	{MissedFull, "missed-count", Warning, missed("举办读书活动次数", "35次"), nil},
	{MissedFull, "missed-count-without-unit", Warning, missed("送课学校数量", "29"), nil},
	{MissedFull, "missed-most", Warning, missed("隐患处置时限", "4个工作日"), nil},
	{MissedFull, "missed-equal", Warning, missed("工程验收合格率", "99%"), nil},
	{MissedFull, "missed-equal-zero", Warning, func(r *Report) (string, []string) {
		if _, _, row := r.third("困难学生辍学人数"); row == nil || row.Nature+row.Target == "0人" {
			return "", nil // without a sign it might be at least none
		}
		return missed("困难学生辍学人数", "1人")(r)
	}, nil},
	{MissedFull, "missed-above", Warning, missed("师生满意度", "92%"), nil},
	{MissedFull, "missed-kind", Warning, missed("新书上架时间", "未及时"), nil},
	{MissedFull, "missed-kind-not-done", Warning, missed("科普氛围", "未完成"), nil},
	{MissedFull, "missed-date", Warning, missed("完工时间", "2023年12月25日"), nil},
	{MissedFull, "missed-in-another-unit", Warning, missed("参与学生人数", "19500人"), nil},
	{MissedFull, "missed-hundred", Warning, missed("资金发放及时率", "96%"), nil},
	{MissedFull, "missed-permille", Warning, missed("著录差错率", "1.2‰"), nil},
	{MissedFull, "missed-or-more", Warning, aimed("图书上架合格率", "95%以上", "90%"), nil},
	{MissedFull, "missed-not-more-than", Warning, aimed("隐患处置时限", "不超过3个工作日", "5个工作日"), nil},
	{MissedFull, "missed-at-least", Warning, aimed("送课学校数量", "不少于30所", "27所"), nil},
	{MissedFull, "missed-words-at-most", Warning, aimed("黑臭水体返黑条数", "控制在1条以内", "2条"), nil},
	{MissedFull, "missed-range", Warning, aimed("课程验收优良率", "80%-90%", "78%"), nil},
	{MissedFull, "missed-years-end", Warning, aimed("课程计划完成时间", "年底完成", "未完成"), nil},
	{MissedFull, "missed-full-width", Warning, missed("查档群众满意度", "８８％"), nil},

	{MetLess, "met-less", Warning, less("开放书屋数量", ""), nil},
	{MetLess, "met-less-percent", Warning, less("查档群众满意度", ""), nil},
	{MetLess, "met-less-kind", Warning, less("科普氛围", ""), nil},
	{MetLess, "met-less-dash", Warning, less("更换小区数量", "-"), nil},
	{MetLess, "met-less-none", Warning, less("政策知晓率", "无"), nil},
	{MetLess, "met-less-cost", Warning, less("讲师课酬", ""), nil},
	{NoReason, "missed-no-reason", Warning, unexplained(""), nil},
	{NoReason, "missed-reason-dash", Warning, unexplained("—"), nil},
	{NoReason, "missed-reason-none", Warning, unexplained("无"), nil},

	{Costs, "cost-smaller", AnySeverity, costSlip(func(old string) string { return bump(old, -hundredths(old)/4) }), []Kind{MetLess}},
	{Costs, "cost-one-digit", AnySeverity, costSlip(func(old string) string { return bump(old, -7) }), nil},
	{Costs, "cost-zero", AnySeverity, costSlip(func(string) string { return "0" }), nil},
}
