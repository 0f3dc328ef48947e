package performance

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/report"
)

// weighted are the rows that have points, and the points of execution.
func (p *project) points() (rows []*figure, sum amount.Amount, clear bool) {
	clear = true
	add := func(f *figure) {
		switch {
		case !f.there || f.covered || f.state == blank || f.state == nothing:
		case f.state == number:
			rows, sum = append(rows, f), sum.Add(f.value)
		default:
			clear = false
		}
	}
	execution := false
	for i := range p.indicators {
		add(&p.indicators[i].weight)
		execution = execution || p.indicators[i].execution
	}
	if f := p.fund(); !execution && f != nil {
		add(&f.weight)
	}
	return rows, sum, clear
}

// weights judges that all points are 100, and that the printed sum says so.
func weights(c *checking, p *project) {
	rows, sum, clear := p.points()
	if !clear || len(rows) < 3 || len(p.indicators) == 0 {
		return
	}
	if sum.Cmp(amount.New(100, 0)) < 0 && !p.totalLabel.there || p.ragged && sum != amount.New(100, 0) {
		return // not all of it is certain
	}
	c.checked[c.now]++
	hundred := amount.New(100, 0)
	execution, score := p.execution()
	if !execution.is() && sum == amount.New(90, 0) {
		return // the ten of execution stand in a header
	}
	t := &p.totalWeight
	if sum != hundred && !(execution.is() && sum.Sub(execution.value) == hundred && !score.is()) {
		cells := make([]report.Cell, 0, len(rows)+1)
		if t.is() {
			cells = append(cells, c.cell(p, t, "合计 分值"))
		}
		for _, f := range rows {
			cells = append(cells, c.cell(p, f, p.rowName(f)+" 分值"))
		}
		message := p.of() + "各项分值加起来是 " + amountText(sum) + "，应是 100。"
		if t.is() && t.value == hundred {
			message = p.of() + "合计的分值写的是 100，各项加起来是 " + amountText(sum) + "。"
		}
		c.tellSum(report.Error, message, "", &sums{sum, hundred, amount.Zero, "="}, cells...)
		return
	}
	if t.is() && t.value != hundred && !p.subtotal() {
		c.tellSum(report.Error, p.of()+"合计的分值写的是 "+t.text+"，各项加起来是 100。", "", &sums{t.value, hundred, amount.Zero, "="}, c.cell(p, t, "合计 分值"))
	}
}

// subtotal says whether the row of the total is that of the indicators alone, as its points
// and its score show.
func (p *project) subtotal() bool {
	execution, earned := p.execution()
	_, weight, _ := p.points()
	_, score, all := p.scores()
	return all && execution.is() && earned.is() && p.total.is() && p.totalWeight.value == weight.Sub(execution.value) && p.total.value == score.Sub(earned.value)
}

// rowName is the indicator that a figure stands in the row of.
func (p *project) rowName(f *figure) string {
	for i := range p.indicators {
		if x := &p.indicators[i]; x.target.at.Row == f.at.Row && x.third.at.Sheet == f.at.Sheet && (x.weight.at == f.at || x.score.at == f.at) {
			return clip(x.name(), 30)
		}
	}
	return "预算执行"
}

// amountText prints a number of points without zeros behind the point.
func amountText(a amount.Amount) string {
	return strings.TrimSuffix(strings.TrimRight(amount.Plain(a), "0"), ".")
}

// groupWeights judges the points that a 一级 header says.
func groupWeights(c *checking, p *project) {
	if p.ragged {
		return
	}
	for i := range p.groups {
		said, ok := pointsIn(p.groups[i].text)
		if !ok {
			continue
		}
		sum, n, clear := amount.Zero, 0, true
		cells := []report.Cell{c.cell(p, &p.groups[i], "一级指标")}
		for k := range p.indicators {
			x := &p.indicators[k]
			if x.group != i || x.weight.covered {
				continue
			}
			switch x.weight.state {
			case number:
				sum, n = sum.Add(x.weight.value), n+1
				cells = append(cells, c.cell(p, &x.weight, clip(x.name(), 30)+" 分值"))
			case words:
				clear = false
			}
		}
		if n == 0 || !clear {
			continue
		}
		c.checked[c.now]++
		if sum.Cmp(said) < 0 && !p.totalLabel.there && i == len(p.groups)-1 {
			continue // its end may stand elsewhere
		}
		if sum != said && !p.parted() {
			head := clip(strings.ReplaceAll(p.groups[i].text, "\n", ""), 30)
			c.tellSum(report.Error, p.of()+"“"+head+"”下各项的分值加起来是 "+amountText(sum)+"。", "", &sums{said, sum, amount.Zero, "="}, cells...)
		}
	}
}

// parted says whether the points are as the headers say if only the rows are parted
// elsewhere: a header that is printed in the middle of its rows, or below its first.
func (p *project) parted() bool {
	var points []amount.Amount
	for i := range p.indicators {
		if w := &p.indicators[i].weight; w.is() && !w.covered && p.indicators[i].group >= 0 {
			points = append(points, w.value)
		}
	}
	for i := range p.groups {
		said, ok := pointsIn(p.groups[i].text)
		if !ok {
			return false
		}
		for said.IsPositive() && len(points) > 0 {
			said, points = said.Sub(points[0]), points[1:]
		}
		if !said.IsZero() {
			return false
		}
	}
	return len(points) == 0
}

// pointsIn are the points that a header says in brackets: (40分), (40).
func pointsIn(head string) (amount.Amount, bool) {
	s := normal(head)
	open := strings.LastIndexByte(s, '(')
	if open < 0 || !strings.HasSuffix(s, ")") {
		return amount.Zero, false
	}
	p, ok := amount.Parse(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(s[open+1:], ")"), "分"), "%"))
	return p.Value, ok
}

// scoreRange judges each score against its points.
func scoreRange(c *checking, p *project) {
	one := func(weight, score *figure, what string) {
		if !score.is() || score.covered || weight.covered {
			return
		}
		if score.value.IsNegative() {
			if holds(what, deductions) {
				return
			}
			c.checked[c.now]++
			c.tell(report.Error, p.of()+what+"的得分是 "+score.text+"，得分不会小于 0。", c.cell(p, score, what+" 得分"))
		} else if weight.is() {
			c.checked[c.now]++
			if score.value.Cmp(weight.value) > 0 {
				c.tellSum(report.Error, p.of()+what+"的得分 "+score.text+" 超过了分值 "+weight.text+"。", "", &sums{score.value, weight.value, amount.Zero, "≤"},
					c.cell(p, score, what+" 得分"), c.cell(p, weight, what+" 分值"))
			}
		}
	}
	execution := false
	for i := range p.indicators {
		x := &p.indicators[i]
		execution = execution || x.execution
		one(&x.weight, &x.score, "“"+clip(x.name(), 30)+"”")
	}
	if f := p.fund(); f != nil && !execution {
		one(&f.weight, &f.score, "预算执行")
	}
}

// scores sums the scores; all is false where one that should be there is not.
func (p *project) scores() (rows []*figure, sum amount.Amount, all bool) {
	all = true
	add := func(weight, score *figure) {
		switch {
		case score.covered || !score.there:
		case score.state == number:
			rows, sum = append(rows, score), sum.Add(score.value)
		case weight.is() && weight.value.IsPositive() || score.state == words:
			all = false
		}
	}
	execution := false
	for i := range p.indicators {
		add(&p.indicators[i].weight, &p.indicators[i].score)
		execution = execution || p.indicators[i].execution
	}
	if f := p.fund(); f != nil && !execution {
		add(&f.weight, &f.score)
	}
	return rows, sum, all
}

// totals judges the 总分.
func totals(c *checking, p *project) {
	rows, sum, all := p.scores()
	if !p.total.is() || !all || len(rows) < 3 || len(p.indicators) == 0 {
		return
	}
	_, points, _ := p.points()
	if p.ragged && points != amount.New(100, 0) {
		return
	}
	c.checked[c.now]++
	if sameScore(p.total.value, p.total.places, sum) || p.subtotal() && p.totalWeight.is() && p.totalWeight.value != amount.New(100, 0) {
		return
	}
	cells := []report.Cell{c.cell(p, &p.total, "总分")}
	for _, f := range rows {
		cells = append(cells, c.cell(p, f, p.rowName(f)+" 得分"))
	}
	c.tellSum(report.Error, p.of()+"总分写的是 "+p.total.text+"，各项得分加起来是 "+amountText(sum)+"。", "", &sums{p.total.value, sum, amount.Zero, "="}, cells...)
}

// sameScore says whether a printed score is another one, or that rounded to its places.
func sameScore(v amount.Amount, places int32, exact amount.Amount) bool {
	return v == exact || exact.Places() > places && v == exact.Round(places)
}

// concluded judges the scores that conclusions say.
func concluded(c *checking, p *project) {
	for i := range p.concluded {
		s := &p.concluded[i]
		if !p.total.is() {
			continue
		}
		c.checked[c.now]++
		if !sameScore(s.value, s.places, p.total.value) {
			c.tellSum(report.Error, p.of()+"结论里的得分是 "+amountText(s.value)+"，总分是 "+p.total.text+"。", "", &sums{s.value, p.total.value, amount.Zero, "="},
				c.saidCell(p, s, "评价结论 得分"), c.cell(p, &p.total, "总分"))
		}
	}
}
