package performance

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Sets is how many sets of generated figures there are.
const Sets = 3

// Money is counted in hundreds of 元, which is exact in both units of the tables; scores and
// points in hundredths.
type money struct {
	budget, full, done [none + 1]int64 // by part; all is their total
}

// print gives an amount in the unit of a table. Some clerks drop zeros behind the point, some part thousands.
func (l *Layout) print(v int64, set int) string {
	if l.Money == "元" {
		out := fmt.Sprintf("%d.00", v*100)
		if set == 2 {
			return thousands(out)
		}
		return out
	}
	return wan(v, set == 1)
}

// wan is an amount in 万元.
func wan(v int64, trimmed bool) string {
	out := fmt.Sprintf("%d.%02d", v/100, v%100)
	if trimmed {
		return trim(out)
	}
	return out
}

func trim(s string) string {
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func thousands(s string) string {
	whole, rest, _ := strings.Cut(s, ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	return whole + "." + rest
}

// points prints hundredths of a point.
func points(v int64) string { return trim(fmt.Sprintf("%d.%02d", v/100, v%100)) }

// rounded is a / b with halves up; both are positive.
func rounded(a, b int64) int64 { return (2*a + b) / (2 * b) }

// percent prints a share: with two digits, none or one, by the set.
func percent(a, b int64, set int) string {
	switch set {
	case 1:
		return fmt.Sprintf("%d%%", rounded(a*100, b))
	case 2:
		v := rounded(a*1000, b)
		return fmt.Sprintf("%d.%d%%", v/10, v%10)
	}
	v := rounded(a*10000, b)
	return trim(fmt.Sprintf("%d.%02d", v/100, v%100)) + "%"
}

// execScore is what execution earns, in hundredths: exact to two digits, rounded to a point, or floored.
func execScore(done, full int64, set int) int64 {
	switch set {
	case 1:
		return rounded(done*execPoints, full) * 100
	case 2:
		return done * execPoints / full * 100
	}
	return rounded(done*execPoints*100, full)
}

// spread parts points in steps of a half, the first ones taking what is left; in hundredths.
func spread(whole, n int) []int64 {
	out := make([]int64, n)
	for i := range out {
		out[i] = int64(2*whole/n) * 50
		if i < 2*whole%n {
			out[i] += 50
		}
	}
	return out
}

// Grade is the usual grade of a score in hundredths.
func Grade(score int64) string {
	switch {
	case score >= 9000:
		return "优"
	case score >= 8000:
		return "良"
	case score >= 6000:
		return "中"
	}
	return "差"
}

// figures makes the money of a project: from half to all of it is spent.
func figures(r *rand.Rand, set int) money {
	var m money
	full := 2000 + r.Int64N(60000)
	if set == 1 {
		full = full / 100 * 100
	}
	done := full * (550 + r.Int64N(440)) / 1000
	budget := full
	if set > 0 {
		budget = full * (90 + r.Int64N(20)) / 100
		m.full[carried], m.done[carried] = full/5, done/5
	}
	if set == 2 {
		m.full[other], m.done[other] = full/10, done/10
	}
	m.budget[all], m.full[all], m.done[all] = budget, full, done
	for _, v := range []*[none + 1]int64{&m.budget, &m.full, &m.done} {
		v[grant] = v[all] - v[carried] - v[other]
	}
	return m
}

// of is what a row has: part of the grant comes from above.
func of(v *[none + 1]int64, p part) int64 {
	switch p {
	case grantAbove:
		return v[grant] * 2 / 5
	case grantOwn:
		return v[grant] - v[grant]*2/5
	}
	return v[p]
}

// Make is a right report in a layout with a set of figures, from 0 below Sets.
func Make(l *Layout, set int) *Report {
	return assemble(set, l, l, l)
}

// Mixed is a right report whose tables are of several layouts: one in 元, one in 万元, one in two parts.
func Mixed(set int) *Report {
	return assemble(set, LayoutOf("shanghai"), LayoutOf("shandong"), LayoutOf("jiangxi"))
}

// assemble makes a report, a project a layout. Its summary is that of the last one's layout.
func assemble(set int, layouts ...*Layout) *Report {
	l := layouts[len(layouts)-1]
	random := rand.New(rand.NewPCG(uint64(set)+7, uint64(len(l.Name))))
	r := &Report{Year: 2023, Department: "清河县社会事务局", Layout: l}
	var moneys []money
	for i, own := range layouts {
		m := figures(random, set)
		moneys = append(moneys, m)
		r.Projects = append(r.Projects, own.project(r, &themes[(set*3+i*(set/2+1))%len(themes)], &m, set, i))
	}
	r.summarize(moneys, set)
	r.tell(moneys, set)
	return r
}

// project fills one table.
func (l *Layout) project(r *Report, t *theme, m *money, set, index int) Project {
	p := Project{Layout: l, Name: t.name, Department: r.Department, Unit: r.Department + "机关", Goal: t.goal, Result: t.result, TotalWeight: "100", Heads: map[string]string{}}
	exec := execScore(m.done[all], m.full[all], set)
	sign := func(s string) string {
		if l.Bare {
			return strings.TrimSuffix(s, "%")
		}
		return s
	}
	for i, n := range l.Funds {
		f := Fund{Name: n.Name, Level: n.Level, Weight: l.Dash, Score: l.Dash}
		b, a, d := of(&m.budget, n.Part), of(&m.full, n.Part), of(&m.done, n.Part)
		switch {
		case a != 0 || set == 2 && n.Part != none: // parts without money are blank, or printed as zeros
			f.Budget, f.Full, f.Done = l.print(b, set), l.print(a, set), l.print(d, set)
		case l.Zero != "":
			f.Budget, f.Full, f.Done = l.Zero, l.Zero, l.Zero
			if l.Zero != "0" {
				f.Rate = "0.00%"
			}
		}
		if a != 0 && (i == 0 || set == 1) {
			f.Rate = sign(percent(d, a, set))
		}
		if i == 0 {
			f.Weight, f.Score = fmt.Sprint(execPoints), points(exec)
		}
		p.Funds = append(p.Funds, f)
	}
	total := exec
	for _, g := range l.Groups {
		p.Heads[g.Name] = g.Name
		if l.Points != "" {
			p.Heads[g.Name] += fmt.Sprintf(l.Points, g.Points)
		}
		rows := l.group(g, t, m, set, index)
		for i, w := range spread(g.Points, len(rows)) {
			row := &rows[i]
			score := w
			if row.Reason != "" {
				score -= max(50, w*given(set, index)/10/50*50)
			}
			row.Weight, row.Score = points(w), points(score)
			total += score
		}
		if l.Empty && g.Name == benefit {
			rows = append(rows, Indicator{First: g.Name, Second: "经济效益指标"})
		}
		p.Indicators = append(p.Indicators, rows...)
	}
	p.Total, p.Grade = points(total), Grade(total)
	if l.Concluded {
		p.Concluded, p.Conclusion = p.Total, "项目按计划完成，目标基本实现。"
	}
	return p
}

// given is how many tenths of its points a lost indicator gives away: much in some projects, for other
// grades than the best.
func given(set, index int) int64 {
	if index == 1 {
		return []int64{1, 6, 9}[set]
	}
	return 1
}

// group lists the rows of a 一级指标, costs first.
func (l *Layout) group(g Group, t *theme, m *money, set, index int) []Indicator {
	var rows []Indicator
	if l.CostIn == g.Name {
		second := "经济成本指标"
		if g.Name == output {
			second = "成本指标"
		}
		target, actual := m.full[all], m.done[all]
		for i, c := range t.costs {
			a, d := m.full[all]*c.share/100, m.done[all]*c.share/100
			if i == len(t.costs)-1 {
				a, d = target, actual
			}
			target, actual = target-a, actual-d
			row := Indicator{First: g.Name, Second: second, Third: c.name, Actual: wan(d, set != 0)}
			if l.Units {
				row.Actual += "万元"
			}
			l.aim(&row, "≤", wan(a, true), "万元", set)
			if set == 1 && 10*d < 7*a {
				row.Reason = "厉行节约，减少开支"
			}
			rows = append(rows, row)
		}
	}
	for _, it := range t.rest {
		if it.group != g.Name {
			continue
		}
		row := Indicator{First: g.Name, Second: it.second, Third: it.third, Actual: it.actual, Reason: it.lost}
		if it.unit == "%" && !(l.has(Unit) && set == 1) {
			row.Actual += "%"
		} else if it.unit != "%" && (set+index)%2 == 1 {
			row.Actual += it.unit
		}
		l.aim(&row, it.nature, it.target, it.unit, set)
		rows = append(rows, row)
	}
	return rows
}

// aim writes what is to be reached, in columns of their own or as one text.
func (l *Layout) aim(row *Indicator, nature, target, unit string, set int) {
	switch {
	case l.has(Nature):
		row.Nature, row.Target, row.Unit = nature, target, unit
	case nature == "定性":
		row.Target = target
		if set == 0 && !strings.ContainsAny(target, "0123456789") {
			row.Target = "文字描述：" + target
		}
	case nature == "=" && set == 1:
		row.Target = target + unit
	default:
		row.Target = nature + target + unit
	}
}

// has says whether a layout has a column.
func (l *Layout) has(f Field) bool {
	for _, c := range l.Columns {
		if c.Field == f {
			return true
		}
	}
	return false
}
