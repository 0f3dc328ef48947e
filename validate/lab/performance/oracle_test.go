package performance

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strings"
)

// The oracle reads the model, not the drawing, and judges it by the standard in the plainest way.

type oracle struct {
	r     *Report
	kinds map[Kind]bool
	notes []string
}

func (o *oracle) tell(k Kind, format string, args ...any) {
	o.kinds[k] = true
	o.notes = append(o.notes, string(k)+": "+fmt.Sprintf(format, args...))
}

func judged(r *Report) *oracle {
	o := &oracle{r: r, kinds: map[Kind]bool{}}
	for i := range r.Projects {
		o.money(&r.Projects[i])
		o.scores(&r.Projects[i])
		o.indicators(&r.Projects[i])
	}
	o.summary()
	o.text()
	return o
}

// value reads a figure, its word dropped; half is half a unit of its last digit.
func value(s string) (v, half *big.Rat, ok bool) {
	for _, word := range []string{"分", "万元", "元"} {
		s = strings.TrimSuffix(s, word)
	}
	v, ok = number(s)
	if !ok {
		return nil, nil, false
	}
	half = big.NewRat(1, 2)
	_, fraction, _ := strings.Cut(strings.TrimSuffix(s, "%"), ".")
	for range fraction {
		half.Quo(half, big.NewRat(10, 1))
	}
	return v, half, true
}

func zero(s string) *big.Rat {
	if v, _, ok := value(s); ok {
		return v
	}
	return new(big.Rat)
}

func rat(n int64) *big.Rat { return big.NewRat(n, 1) }

// near says whether two figures differ by no more than something.
func near(a, b, by *big.Rat) bool {
	return new(big.Rat).Abs(new(big.Rat).Sub(a, b)).Cmp(by) <= 0
}

func (o *oracle) money(p *Project) {
	// 0.005 万元 an addend, in the table's unit (both print hundredths).
	cent := big.NewRat(1, 200)
	for name, field := range map[string]func(f *Fund) *string{"budget": budgetOf, "full": fullOf, "done": doneOf} {
		total := zero(*field(&p.Funds[0]))
		filled := *field(&p.Funds[0]) != ""
		for level := 1; level <= 2; level++ {
			sum, n, whole := new(big.Rat), int64(1), total
			for i := range p.Funds {
				if p.Funds[i].Level == level {
					sum.Add(sum, zero(*field(&p.Funds[i])))
					n++
				}
			}
			if level == 2 {
				whole = zero(*field(&p.Funds[1]))
			}
			if n == 1 || !filled || near(sum, whole, new(big.Rat).Mul(cent, rat(n))) {
				continue
			}
			if whole.Sign() == 0 {
				o.tell(ZeroTotal, "%s %s", p.Name, name)
			} else {
				o.tell(Parts, "%s %s %s %s", p.Name, name, sum.FloatString(2), whole.FloatString(2))
			}
		}
	}
	for i, f := range p.Funds {
		full, done := zero(f.Full), zero(f.Done)
		rate, half, ok := value(f.Rate)
		if full.Sign() == 0 || !ok || f.Full == "" {
			continue
		}
		share := new(big.Rat).Quo(new(big.Rat).Mul(done, rat(100)), full)
		if !strings.Contains(f.Rate, "%") && strings.HasPrefix(f.Rate, "0.") && len(f.Rate) == 6 {
			rate.Mul(rate, rat(100))
			half.Mul(half, rat(100))
		}
		slack := new(big.Rat).Mul(half, rat(2)) // truncated
		slack.Add(slack, new(big.Rat).Quo(new(big.Rat).Mul(cent, rat(200)), full))
		if p.Layout.Money == "元" {
			slack = new(big.Rat).Mul(half, rat(2))
		}
		if !near(rate, share, slack) {
			o.tell(Rate, "%s %s %s", p.Name, f.Rate, share.FloatString(2))
		}
		score, _, ok := value(f.Score)
		if i == 0 && ok {
			exact := new(big.Rat).Quo(new(big.Rat).Mul(zero(f.Weight), share), rat(100))
			if exact.Cmp(zero(f.Weight)) > 0 {
				exact = zero(f.Weight)
			}
			if new(big.Rat).Sub(exact, score).Cmp(rat(1)) >= 0 || new(big.Rat).Sub(score, exact).Cmp(big.NewRat(1, 2)) > 0 {
				o.tell(ExecScore, "%s %s %s", p.Name, f.Score, exact.FloatString(2))
			}
		}
	}
}

var withoutCode = regexp.MustCompile(`^[0-9A-Z]+-`)

var inBrackets = regexp.MustCompile(`[(（](\d+)分?[)）]`)

func (o *oracle) scores(p *Project) {
	weights, scores, empty := zero(p.Funds[0].Weight), zero(p.Funds[0].Score), 0
	groups := map[string]*big.Rat{}
	check := func(weight, score, what string) {
		s, w := zero(score), zero(weight)
		if s.Sign() < 0 || s.Cmp(w) > 0 {
			o.tell(ScoreRange, "%s %s of %s", what, score, weight)
		}
	}
	check(p.Funds[0].Weight, p.Funds[0].Score, "execution")
	for _, x := range p.Indicators {
		weights, scores = new(big.Rat).Add(weights, zero(x.Weight)), new(big.Rat).Add(scores, zero(x.Score))
		if groups[x.First] == nil {
			groups[x.First] = new(big.Rat)
		}
		groups[x.First].Add(groups[x.First], zero(x.Weight))
		check(x.Weight, x.Score, x.Third)
		for _, field := range []string{x.Score, x.Actual} {
			if field == "" || field == "XX" {
				empty++
			}
		}
		if strings.HasSuffix(x.Third, "：") || strings.Contains(x.Reason, "请") {
			o.tell(Unfilled, "%s", x.Third)
		}
	}
	if weights.Cmp(rat(100)) != 0 || p.Layout.weighs() && zero(p.TotalWeight).Cmp(rat(100)) != 0 {
		o.tell(Weights, "%s %s", p.Name, weights.FloatString(2))
	}
	for group, head := range p.Heads {
		if m := inBrackets.FindStringSubmatch(head); m != nil && zero(m[1]).Cmp(groups[group]) != 0 {
			o.tell(GroupWeights, "%s %s", head, groups[group].FloatString(1))
		}
	}
	if empty > 3 || p.Total == "" || strings.Contains(p.Name+p.Goal, "××") || strings.Contains(p.Goal+p.Conclusion, "填写说明") || strings.Contains(p.Conclusion, "字以内") || p.Funds[0].Full == "" {
		o.tell(Unfilled, "%s", p.Name)
		return
	}
	if zero(p.Total).Cmp(scores) != 0 {
		o.tell(TotalScore, "%s %s %s", p.Name, p.Total, scores.FloatString(2))
	}
	if p.Concluded != "" && p.Concluded != p.Total && zero(p.Concluded).Cmp(zero(p.Total)) != 0 {
		o.tell(TextScore, "%s %s", p.Concluded, p.Total)
	}
	if right := o.grade(zero(p.Total)); right != "" && !strings.HasPrefix(p.Grade, right) {
		o.tell(GradeScore, "%s %s %s", p.Name, p.Total, p.Grade)
	}
}

func (o *oracle) grade(score *big.Rat) string {
	limits := []*big.Rat{rat(90), rat(80), rat(60)}
	if o.r.Text.Definition == strict {
		limits = []*big.Rat{big.NewRat(199, 2), rat(85), rat(70)}
	}
	for i, g := range []string{"优", "良", "中"} {
		if score.Cmp(limits[i]) >= 0 {
			return g
		}
	}
	return "差"
}

func (o *oracle) indicators(p *Project) {
	costs, all := new(big.Rat), true
	any := false
	for _, x := range p.Indicators {
		if x.cost() {
			any = true
			amount, ok := strings.CutSuffix(strings.TrimSuffix(x.Actual, "万元"), "%")
			if ok || !strings.Contains(x.Target+x.Unit, "万元") {
				all = false
			}
			costs.Add(costs, zero(amount))
		}
		weight, score := zero(x.Weight), zero(x.Score)
		missed, known := missedTarget(&x)
		explained := len([]rune(x.Reason)) > 3
		switch {
		case !known || x.Score == "" || x.Actual == "":
		case missed && score.Cmp(weight) >= 0:
			o.tell(MissedFull, "%s %s %s", x.Third, x.Target, x.Actual)
		case missed && !explained:
			o.tell(NoReason, "%s", x.Third)
		case !missed && score.Cmp(weight) < 0 && !explained:
			o.tell(MetLess, "%s %s %s", x.Third, x.Target, x.Actual)
		}
	}
	done := zero(p.Funds[0].Done)
	if p.Layout.Money == "元" {
		done = new(big.Rat).Quo(done, rat(10000))
	}
	if any && all && p.Funds[0].Done != "" && !near(costs, done, big.NewRat(25, 1000)) {
		o.tell(Costs, "%s %s %s", p.Name, costs.FloatString(2), done.FloatString(2))
	}
}

func (o *oracle) summary() {
	s := &o.r.Summary
	full, done := new(big.Rat), new(big.Rat)
	names := map[string]int{}
	for _, row := range s.Rows {
		full.Add(full, zero(row.Full))
		done.Add(done, zero(row.Done))
		p := o.byName(row.Project)
		if p == nil {
			o.tell(SummaryRows, "%s", row.Project)
			continue
		}
		names[p.Name]++
		if p.Total != "" && zero(row.Score).Cmp(zero(p.Total)) != 0 {
			o.tell(SummaryScore, "%s", row.Score)
		}
		if row.Grade != p.Grade {
			o.tell(SummaryGrade, "%s", row.Grade)
		}
		if row.Full != "" && p.Funds[0].Full != "" && (!near(zero(row.Full), zero(p.Funds[0].Full), big.NewRat(1, 200)) || !near(zero(row.Done), zero(p.Funds[0].Done), big.NewRat(1, 200))) {
			o.tell(SummaryAmount, "%s %s", row.Full, row.Done)
		}
	}
	for _, p := range o.r.Projects {
		if names[p.Name] != 1 {
			o.tell(SummaryRows, "%s", p.Name)
		}
	}
	if s.Count != "" && !strings.Contains(s.Count, fmt.Sprintf("共%d个", len(o.r.Projects))) {
		o.tell(SummaryRows, "%s", s.Count)
	}
	if s.Total.Project != "" && (full.Cmp(zero(s.Total.Full)) != 0 || done.Cmp(zero(s.Total.Done)) != 0) {
		o.tell(SummaryAmount, "%s %s", s.Total.Full, s.Total.Done)
	}
}

func (o *oracle) byName(name string) *Project {
	bare := func(s string) string {
		return strings.TrimSuffix(withoutCode.ReplaceAllString(strings.NewReplacer("“", "", "”", "", " ", "").Replace(s), ""), "项目")
	}
	for i := range o.r.Projects {
		if bare(o.r.Projects[i].Name) == bare(name) {
			return &o.r.Projects[i]
		}
	}
	return nil
}

func (o *oracle) text() {
	t := &o.r.Text
	inWan := func(p *Project, v *big.Rat) *big.Rat {
		if p.Layout.Money == "元" {
			return new(big.Rat).Quo(v, rat(10000))
		}
		return v
	}
	cent := big.NewRat(1, 200)
	sum := new(big.Rat)
	for i := range o.r.Projects {
		p := &o.r.Projects[i]
		sum.Add(sum, inWan(p, zero(p.Funds[0].Full)))
	}
	if !near(sum, zero(t.Sum), big.NewRat(2, 100)) {
		o.tell(TextAmount, "%s %s", t.Sum, sum.FloatString(2))
	}
	if n := len(o.r.Projects); t.Projects != fmt.Sprint(n) && t.Projects != "三" {
		o.tell(TextCount, "%s", t.Projects)
	}
	counted := map[string]string{}
	for _, g := range t.Graded {
		counted[g.Grade] = g.Count
	}
	for _, g := range []string{"优", "良", "中", "差", "优秀"} {
		n := len(slices.DeleteFunc(slices.Clone(o.r.Projects), func(p Project) bool { return p.Grade != g }))
		if zero(counted[g]).Cmp(rat(int64(n))) != 0 {
			o.tell(TextGrade, "%s %s", counted[g], g)
		}
	}
	for _, x := range t.Told {
		p := o.byName(x.Name)
		if p == nil {
			o.tell(TextProject, "%s", x.Name)
			continue
		}
		if p.Total != "" && zero(x.Score).Cmp(zero(p.Total)) != 0 {
			o.tell(TextScore, "%s %s", x.Score, p.Total)
		}
		if x.Grade != p.Grade {
			o.tell(TextGrade, "%s", x.Grade)
		}
		full, done := inWan(p, zero(p.Funds[0].Full)), inWan(p, zero(p.Funds[0].Done))
		if p.Funds[0].Full == "" {
			continue
		}
		if x.Unit != "万元" || !near(full, zero(x.Full), cent) || !near(done, zero(x.Done), cent) {
			o.tell(TextAmount, "%s %s", x.Full, x.Done)
		}
		rate, half, _ := value(x.Rate)
		if full.Sign() != 0 && !near(rate, new(big.Rat).Quo(new(big.Rat).Mul(done, rat(100)), full), new(big.Rat).Mul(half, rat(3))) {
			o.tell(TextRate, "%s", x.Rate)
		}
	}
}
