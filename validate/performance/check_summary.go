package performance

import (
	"suanqing/validate/amount"
	"suanqing/validate/report"
)

// rows are the projects of the summary.
func (c *checking) rows() (out []*summaryRow) {
	for _, r := range c.summaries {
		if !r.total {
			out = append(out, r)
		}
	}
	return out
}

// rowOf is the row of a project in the summary; nil where it is not certain.
func (c *checking) rowOf(p *project) (row *summaryRow) {
	if c.byProject == nil {
		c.byProject = map[*project]*summaryRow{}
		byKey := map[string][]*summaryRow{}
		for _, r := range c.rows() {
			byKey[r.key] = append(byKey[r.key], r)
		}
		same := map[string]int{}
		for _, p := range c.projects {
			same[p.key]++
		}
		for _, p := range c.projects {
			if len(byKey[p.key]) == 1 && same[p.key] == 1 {
				c.byProject[p] = byKey[p.key][0]
			}
		}
	}
	return c.byProject[p]
}

// summaryRows judges that the summary has every project once.
func summaryRows(c *checking) {
	rows := c.rows()
	if len(rows) == 0 {
		return
	}
	known, tables := map[string]bool{}, map[string]bool{}
	type both struct{ name, agency string }
	first := map[both]*summaryRow{}
	for _, r := range rows {
		c.checked[c.now]++
		known[r.key] = true
		key := both{r.key, normal(r.agency.text)}
		if before := first[key]; before != nil {
			severity := report.Error
			if normal(r.score.text) != normal(before.score.text) || normal(r.full.text) != normal(before.full.text) || normal(r.done.text) != normal(before.done.text) {
				severity = report.Warning // perhaps two of one name
			}
			c.tell(severity, "绩效自评汇总表：项目“"+clip(r.name.text, 40)+"”列了两次。", c.place(&r.name, "绩效自评汇总表 项目名称"), c.place(&before.name, "绩效自评汇总表 项目名称"))
		} else {
			first[key] = r
		}
	}
	for _, p := range c.projects {
		tables[p.key] = true
	}
	var unknown []*summaryRow
	for _, r := range rows {
		if !tables[r.key] {
			unknown = append(unknown, r)
		}
	}
	for _, p := range c.projects {
		if known[p.key] || holds(normal(p.name.text), unfilledWords) || p.key == "" {
			continue
		}
		message, cells := p.of()+"汇总表里没有这个项目。", []report.Cell{c.cell(p, &p.name, "项目名称")}
		for i, r := range unknown {
			if i == 0 {
				message = p.of() + "汇总表里没有这个项目；汇总表里的“" + clip(r.name.text, 40) + "”没有自评表。"
			}
			cells = append(cells, c.place(&r.name, "绩效自评汇总表 项目名称"))
		}
		c.tell(report.Error, message, cells...)
	}
	for i := range c.tables.counts {
		s := &c.tables.counts[i]
		c.checked[c.now]++
		if n := amount.New(int64(len(rows)), 0); s.value != n {
			cell := c.saidCell(nil, s, "项目个数")
			c.tellSum(report.Error, "绩效自评汇总表写着共 "+amountText(s.value)+" 个项目，列了 "+countText(len(rows))+" 个。", "", &sums{s.value, n, amount.Zero, "="}, cell)
		}
	}
}

// summaryScores judges scores and grades of the summary.
func summaryScores(c *checking) {
	places := int32(0) // that the summary prints of scores
	for _, r := range c.rows() {
		places = max(places, r.score.places)
	}
	for _, p := range c.projects {
		r := c.rowOf(p)
		if r == nil {
			continue
		}
		if r.score.is() && p.total.is() {
			c.checked[c.now]++
			if !sameScore(r.score.value, places, p.total.value) && !sameScore(p.total.value, p.total.places, r.score.value) {
				c.tellSum(report.Error, "绩效自评汇总表：“"+clip(p.title(), 40)+"”的得分是 "+r.score.text+"，自评表的总分是 "+p.total.text+"。", "",
					&sums{r.score.value, p.total.value, amount.Zero, "="}, c.place(&r.score, "绩效自评汇总表 “"+clip(p.title(), 24)+"”得分"), c.cell(p, &p.total, "总分"))
			}
		}
		if a, b := gradeOf(r.grade.text), gradeOf(p.grade.text); a >= 0 && b >= 0 {
			c.checked[c.now]++
			if a != b {
				c.tell(report.Error, "绩效自评汇总表：“"+clip(p.title(), 40)+"”的等级是“"+r.grade.text+"”，自评表是“"+p.grade.text+"”。",
					c.place(&r.grade, "绩效自评汇总表 “"+clip(p.title(), 24)+"”等级"), c.cell(p, &p.grade, "等级"))
			}
		}
	}
}

// summaryColumns are the amounts of a summary with those of the tables.
var summaryColumns = []struct {
	name string
	row  func(r *summaryRow) *figure
	of   func(f *fund) *figure
}{
	{"年初预算数", func(r *summaryRow) *figure { return &r.budget }, func(f *fund) *figure { return &f.budget }},
	{"全年预算数", func(r *summaryRow) *figure { return &r.full }, func(f *fund) *figure { return &f.full }},
	{"全年执行数", func(r *summaryRow) *figure { return &r.done }, func(f *fund) *figure { return &f.done }},
}

// summaryAmounts judges amounts of the summary and their sums.
func summaryAmounts(c *checking) {
	for _, col := range summaryColumns {
		instead, places := map[*figure]amount.Amount{}, c.placesOf(col.row)
		for _, p := range c.projects {
			r, f := c.rowOf(p), p.fund()
			if r == nil || f == nil {
				continue
			}
			a, b := col.row(r), col.of(f)
			if !a.is() || !b.is() || !r.unit.Known() || !p.unit.Known() {
				continue
			}
			c.checked[c.now]++
			same, slip, bound := c.compare(a.value, max(a.places, places), r.unit, p.money(b), p, b)
			if same {
				continue
			}
			severity := report.Error
			if slip && r.unit.Exp > 0 {
				severity = report.Notice
			}
			value, _ := p.unit.In(r.unit, p.money(b))
			instead[a] = value
			c.tellSum(severity, "绩效自评汇总表：“"+clip(p.title(), 40)+"”的"+col.name+"是 "+a.text+"，自评表是 "+b.text+"。", "", &sums{a.value, value, bound, "="},
				c.place(a, "绩效自评汇总表 “"+clip(p.title(), 24)+"”"+col.name), c.cell(p, b, f.label()+" "+col.name))
		}
		c.summarySum(col.name, col.row, instead)
	}
}

// placesOf is how many decimals a column of the summaries prints where it prints most, two
// at most: zeros behind the point may be dropped.
func (c *checking) placesOf(of func(r *summaryRow) *figure) (places int32) {
	for _, r := range c.summaries {
		places = max(places, min(2, of(r).places))
	}
	return places
}

// summarySum judges the 合计 of a column of each summary. Amounts that are told to be wrong
// may be those of the tables instead.
func (c *checking) summarySum(name string, of func(r *summaryRow) *figure, instead map[*figure]amount.Amount) {
	places := c.placesOf(of)
	for n := 1; n <= c.parts; n++ {
		sum, half, other := amount.Zero, amount.Zero, amount.Zero
		var total *summaryRow
		var cells []report.Cell
		clear := true
		for _, r := range c.summaries {
			if r.table != n {
				continue
			}
			f := of(r)
			switch {
			case r.total && total == nil && f.is():
				total = r
			case r.total:
				clear = clear && !f.is() // more than one total: subtotals
			case f.is() && !f.covered:
				sum, half = sum.Add(f.value), half.Add(r.unit.HalfUnit(r.unit, max(places, f.places)))
				if v, wrong := instead[f]; wrong {
					other = other.Add(v.Sub(f.value))
				}
				cells = append(cells, c.place(f, "绩效自评汇总表 “"+clip(r.name.text, 24)+"”"+name))
			case f.state == words:
				clear = false
			}
		}
		if total == nil || !clear || len(cells) == 0 {
			continue
		}
		c.checked[c.now]++
		f := of(total)
		half = half.Add(total.unit.HalfUnit(total.unit, max(places, f.places)))
		if f.value.Sub(sum).Abs().Cmp(half) > 0 && f.value.Sub(sum.Add(other)).Abs().Cmp(half) > 0 {
			c.tellSum(report.Error, "绩效自评汇总表：合计的"+name+"是 "+f.text+"，各项目加起来是 "+amount.Group(sum)+"。", "", &sums{f.value, sum, half, "="},
				append([]report.Cell{c.place(f, "绩效自评汇总表 合计 "+name)}, cells...)...)
		}
	}
}
