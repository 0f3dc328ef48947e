package performance

import (
	"fmt"
	"math/big"
	"strings"
)

// Right are the reports of which nothing may be said: every layout with every set of figures, and
// every trap in every layout that has what it needs. What a trap may raise at most, as a notice, is
// its May.
func Right() []Case {
	var out []Case
	plain := map[string]*Doc{}
	for _, l := range Layouts {
		for set := range Sets {
			r := Make(l, set)
			c := Case{Name: fmt.Sprintf("plain/%s/%d", l.Name, set), Edit: "plain", Layout: l.Name, Set: set, Report: r, Doc: r.Draw()}
			plain[c.Name] = c.Doc
			out = append(out, c)
		}
	}
	for set := range Sets {
		r := Mixed(set)
		out = append(out, Case{Name: fmt.Sprintf("mixed/%d", set), Edit: "mixed", Layout: "mixed", Set: set, Report: r, Doc: r.Draw()})
	}
	for _, e := range allTraps() {
		for _, l := range Layouts {
			for set := range Sets {
				c, ok := e.apply(Make(l, set), set)
				if ok && !c.Doc.same(plain[fmt.Sprintf("plain/%s/%d", l.Name, set)]) {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// reached sets target and actual value of an indicator as they may be written.
func reached(third, target, actual string) func(r *Report) (string, []string) {
	inText := aimed(third, target, actual)
	return func(r *Report) (string, []string) {
		if _, _, row := r.third(third); row == nil || row.Reason != "" {
			return "", nil
		}
		return inText(r)
	}
}

// every changes all printed points and scores that are figures.
func every(write func(r *Report, s string) string, weights, scores bool) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		for i := range r.Projects {
			p := &r.Projects[i]
			fields := []*string{}
			if weights {
				fields = append(fields, &p.Funds[0].Weight, &p.TotalWeight)
			}
			if scores {
				fields = append(fields, &p.Funds[0].Score, &p.Total)
			}
			for k := range p.Indicators {
				if weights {
					fields = append(fields, &p.Indicators[k].Weight)
				}
				if scores {
					fields = append(fields, &p.Indicators[k].Score)
				}
			}
			for _, f := range fields {
				if *f == "" {
					continue // an empty row
				}
				if *f = write(r, *f); *f == "" {
					return "", nil
				}
			}
		}
		return "", []string{fund(0, 0, "weight")}
	}
}

// rates writes the rate of the first project another way.
func rates(write func(r *Report, f *Fund) string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		f := &r.Projects[0].Funds[0]
		now := write(r, f)
		if now == "" || now == f.Rate {
			return "", nil
		}
		f.Rate = now
		return now, []string{fund(0, 0, "rate"), fund(0, 0, "actual")}
	}
}

// names renames in the places that say a project's name beside its table.
func names(inSummary, inText func(s string) string) func(r *Report) (string, []string) {
	return func(r *Report) (string, []string) {
		for i := range r.Projects {
			r.Summary.Rows[i].Project, r.Text.Told[i].Name = inSummary(r.Summary.Rows[i].Project), inText(r.Text.Told[i].Name)
		}
		return "", []string{summary(0, "project")}
	}
}

func same(s string) string { return s }

func digits(n int) func(r *Report, s string) string {
	return func(_ *Report, s string) string {
		v, ok := number(s)
		if !ok {
			return ""
		}
		return v.FloatString(n)
	}
}

var traps = []edit{
	{"", "rate-truncated", "", rates(func(r *Report, f *Fund) string {
		d, a := hundredths(f.Done), hundredths(f.Full)
		if r.Layout.Bare {
			return fmt.Sprint(d * 100 / a)
		}
		return fmt.Sprintf("%d%%", d*100/a)
	}), nil},
	{"", "rate-as-a-fraction", "", rates(func(r *Report, f *Fund) string {
		if r.Layout.Bare {
			return ""
		}
		v := rounded(hundredths(f.Done)*10000, hundredths(f.Full))
		return fmt.Sprintf("0.%04d", v)
	}), nil},
	{"", "exec-one-decimal", "", func(r *Report) (string, []string) {
		f := &r.Projects[0].Funds[0]
		f.Score = points(rounded(hundredths(f.Done)*100, hundredths(f.Full)) * 10)
		r.settle(0)
		return f.Score, []string{fund(0, 0, "score")}
	}, nil},
	{"", "execution-above-budget", "", overspent, nil},
	{"", "nothing-planned", "", unplanned, nil},
	{"", "parts-a-tail-off", "", func(r *Report) (string, []string) {
		f := &r.Projects[1].Funds[1]
		if r.Layout.Money == "元" || !strings.Contains(f.Done, ".") || len(f.Done)-strings.Index(f.Done, ".") != 3 {
			return "", nil
		}
		f.Done = bump(f.Done, 1)
		return f.Done, []string{fund(1, 1, "done"), fund(1, 0, "done")}
	}, []Kind{Parts, Rate}},
	{"", "points-with-decimals", "", every(digits(2), true, true), nil},
	{"", "points-with-their-word", "", every(func(_ *Report, s string) string { return s + "分" }, true, true), nil},
	{"", "points-as-percents", "", every(func(_ *Report, s string) string { return s + "%" }, true, false), nil},
	{"", "amounts-with-their-unit", "", func(r *Report) (string, []string) {
		f := &r.Projects[0].Funds[0]
		for _, p := range []*string{&f.Budget, &f.Full, &f.Done} {
			*p += r.Layout.Money
		}
		return f.Full, []string{fund(0, 0, "full")}
	}, nil},
	{"", "cost-points-lost-with-a-reason", "", less("讲师课酬", "课时减少，厉行节约"), nil},
	{"", "points-lost-by-review", "", less("开放书屋数量", "两处书屋开放时间不足，评审扣分"), nil},
	{"", "reason-where-none-is-needed", "", func(r *Report) (string, []string) {
		for i := range r.Projects[0].Indicators {
			if row := &r.Projects[0].Indicators[i]; row.Reason == "" {
				row.Reason = []string{"无", "无偏差", "/"}[i%3]
			}
		}
		return "", []string{"p0/name"}
	}, nil},
	{"", "not-only-amounts-in-costs", "", func(r *Report) (string, []string) {
		for pi := range r.Projects {
			i, row := r.Projects[pi].find((*Indicator).cost)
			if row == nil || r.Layout.has(Nature) {
				continue
			}
			row.Third, row.Target, row.Actual = "成本控制率", "≤100%", "95%"
			return "95%", []string{ind(pi, i, "actual")}
		}
		return "", nil
	}, nil},
	{"", "cost-of-one", "", func(r *Report) (string, []string) {
		i, row := r.Projects[0].find((*Indicator).cost)
		if row == nil || r.Layout.has(Nature) {
			return "", nil
		}
		row.Third, row.Target, row.Actual = "人均成本", "≤50元/人", "48元/人"
		return row.Actual, []string{ind(0, i, "actual")}
	}, nil},
	{"", "indicator-not-scored", "", func(r *Report) (string, []string) {
		row := r.Projects[0].Indicators[len(r.Projects[0].Indicators)-1]
		row.Third, row.Target, row.Actual, row.Weight, row.Score, row.Reason = "其他满意度", "本年不考核", "-", "-", "-", ""
		row.Nature, row.Unit = "", ""
		r.Projects[0].Indicators = append(r.Projects[0].Indicators, row)
		return "-", []string{ind(0, len(r.Projects[0].Indicators)-1, "weight")}
	}, nil},
	{"", "project-names-quoted", "", names(func(s string) string { return "“" + s + "”" }, same), nil},
	{"", "project-names-with-the-word", "", names(func(s string) string { return s + "项目" }, same), nil},
	{"", "project-names-with-blanks", "", names(func(s string) string { return string([]rune(s)[:4]) + " " + string([]rune(s)[4:]) }, same), nil},
	{"", "project-names-with-codes", "", func(r *Report) (string, []string) {
		for i := range r.Projects {
			r.Projects[i].Name = fmt.Sprintf("51000023R00000001%04d-%s", 37*i+12, r.Projects[i].Name)
			r.Projects[i].Department, r.Projects[i].Unit = "219-"+r.Projects[i].Department, "219001-"+r.Projects[i].Unit
		}
		return "", []string{"p0/name"}
	}, nil},
	{"", "amounts-with-four-digits", "", func(r *Report) (string, []string) { // rounded in the text, the summary and the costs
		f := r.Projects[1].Funds
		if r.Layout.Money == "元" || len(f[0].Done)-strings.Index(f[0].Done, ".") != 3 || len(f[1].Done)-strings.Index(f[1].Done, ".") != 3 {
			return "", nil
		}
		f[0].Done, f[1].Done = f[0].Done+"37", f[1].Done+"37"
		return f[0].Done, []string{fund(1, 0, "done")}
	}, nil},
	{"", "amounts-in-mixed-writing", "", func(r *Report) (string, []string) {
		changed := false
		f := r.Projects[1].Funds
		for _, p := range []*string{&f[0].Budget, &f[1].Full, &f[0].Done} {
			bare := strings.ReplaceAll(*p, ",", "")
			if !strings.Contains(bare, ".") {
				continue
			}
			now := trim(bare)
			if strings.Contains(now, ".") {
				now = thousands(now)
			}
			changed = changed || now != *p
			*p = now
		}
		if !changed {
			return "", nil
		}
		return f[0].Done, []string{fund(1, 0, "done")}
	}, nil},
	{"", "text-rate-whole", "", func(r *Report) (string, []string) {
		for i := range r.Text.Told {
			v, _ := number(r.Text.Told[i].Rate)
			r.Text.Told[i].Rate = v.FloatString(0) + "%"
		}
		return "", []string{text(textProject)}
	}, nil},
	{"", "text-count-in-words", "", func(r *Report) (string, []string) {
		r.Text.Projects = "三"
		return "三", []string{text(textCounts)}
	}, nil},
	{"", "no-definition-of-grades", "", func(r *Report) (string, []string) {
		r.Text.Definition = ""
		return "", []string{text(textGrades)}
	}, nil},
	{"", "grades-in-long-words", "", func(r *Report) (string, []string) {
		for i := range r.Projects {
			if r.Projects[i].Grade != "优" {
				return "", nil
			}
			r.setGrade(i, "优秀")
		}
		r.Text.Graded = []Graded{{"3", "优秀"}}
		r.Text.Definition = strings.ReplaceAll(definition, "为优", "为优秀")
		return "优秀", []string{summary(0, "grade")}
	}, nil},
	{"", "date-as-a-value", "", func(r *Report) (string, []string) {
		pi, i, row := r.third("完工时间")
		if row == nil || !r.Layout.Sheets {
			return "", nil
		}
		row.Serial = "45250" // 20 November 2023
		return row.Actual, []string{ind(pi, i, "actual")}
	}, nil},
	{"", "percent-as-a-bare-fraction", "", func(r *Report) (string, []string) {
		pi, i, row := r.third("图书上架合格率")
		if row == nil || !r.Layout.Sheets {
			return "", nil
		}
		row.Actual = "0.975"
		return row.Actual, []string{ind(pi, i, "actual")}
	}, nil},
}

// overspent spends a twentieth more than planned; execution earns its points and no more.
func overspent(r *Report) (string, []string) {
	for i := range r.Projects {
		p := &r.Projects[i]
		at, row := p.find(func(x *Indicator) bool { return x.Third == "助学金总额" })
		if row == nil || r.Layout.Money == "元" {
			continue
		}
		f := p.Funds
		full := hundredths(f[0].Full)
		done := wan(full+full/20, false)
		more := full + full/20 - hundredths(f[0].Done)
		rate := percent(full+full/20, full, 0)
		f[0].Done, f[1].Done, row.Actual = done, wan(hundredths(f[1].Done)+more, false), done
		f[1].Rate = ""
		if r.Summary.Rows[i].Done != "" {
			r.Summary.Rows[i].Done = done
			r.Summary.Total.Done = wan(hundredths(r.Summary.Total.Done)+more, false)
		}
		if r.Layout.Units {
			row.Actual += "万元"
		}
		if f[0].Rate = rate; r.Layout.Bare {
			f[0].Rate = strings.TrimSuffix(rate, "%")
		}
		row.Target = strings.Replace(row.Target, wan(full, true), wan(full+full/10, true), 1)
		f[0].Score = fmt.Sprint(execPoints)
		r.Text.Told[i].Done, r.Text.Told[i].Rate = done, rate
		r.settle(i)
		return done, []string{fund(i, 0, "rate"), ind(i, at, "actual")}
	}
	return "", nil
}

// unplanned is a project whose money was all taken back: nothing to divide by. The text leaves it out.
func unplanned(r *Report) (string, []string) {
	if r.Layout.Summary {
		return "", nil
	}
	p := &r.Projects[2]
	sum := new(big.Rat)
	for _, told := range r.Text.Told[:2] {
		v, _ := number(told.Full)
		sum.Add(sum, v)
	}
	r.Text.Sum = trim(sum.FloatString(2))
	for i := range p.Funds {
		f := &p.Funds[i]
		f.Full, f.Done, f.Rate = "0", "0", ""
	}
	for i := range p.Indicators {
		if p.Indicators[i].cost() {
			p.Indicators[i].Actual, p.Indicators[i].Reason = "0", "预算调减，支出未发生"
		}
	}
	p.Funds[0].Rate, p.Funds[0].Score = "-", "0"
	r.settle(2)
	r.Text.Told = r.Text.Told[:2]
	return "0", []string{fund(2, 0, "full")}
}
