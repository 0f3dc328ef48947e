package performance

import (
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
)

func countText(n int) string { return strconv.Itoa(n) }

// words is a figure of the text as a place.
func (c *checking) words(p *passage.Paragraph, s *spoken, what string) report.Cell {
	cell := p.Cell(s.from, s.to)
	cell.Label = what
	if s.of != saysGrade {
		cell.Value = amount.Plain(s.value)
	}
	return cell
}

// checkedWords counts a figure of the text as checked.
func (c *checking) checkedWords(p *passage.Paragraph, s *spoken) {
	c.checked[c.now]++
	cell := p.Cell(s.from, s.to)
	if cell.Words != "" {
		c.marks = append(c.marks, report.TextMark{Sheet: cell.Sheet, Cell: cell.Cell, At: cell.At, Length: len([]rune(cell.Words))})
	}
}

func (c *checking) each(of ...measure) func(do func(t *told, s *spoken)) {
	return func(do func(t *told, s *spoken)) {
		for i := range c.told {
			t := &c.told[i]
			if t.project == nil {
				continue
			}
			for k := range t.figures {
				for _, m := range of {
					if t.figures[k].of == m {
						do(t, &t.figures[k])
					}
				}
			}
		}
	}
}

// shown is a figure as the text prints it, with a blank before the unit.
func (t *told) shown(s *spoken) string { return shownAs(t.passage.Text[s.from:s.to], s.unit.Name) }

func shownAs(text []rune, unit string) string {
	said := string(text)
	if figure, ok := strings.CutSuffix(said, unit); ok && unit != "" {
		return strings.TrimRight(figure, " ") + " " + unit
	}
	return said
}

// textScores judges the scores and grades of the text.
func textScores(c *checking) {
	c.each(saysScore)(func(t *told, s *spoken) {
		p := t.project
		if !p.total.is() {
			return
		}
		c.checkedWords(t.passage, s)
		if !sameScore(s.value, s.places, p.total.value) {
			c.tellSum(report.Error, t.passage.Place()+"：“"+clip(p.title(), 30)+"”的得分写的是 "+t.shown(s)+"，自评表的总分是 "+p.total.text+"。", "",
				&sums{s.value, p.total.value, amount.Zero, "="}, c.words(t.passage, s, clip(p.title(), 24)+" 得分"), c.cell(p, &p.total, "总分"))
		}
	})
	c.each(saysGrade)(func(t *told, s *spoken) {
		p := t.project
		f, where := &p.grade, "自评表"
		if gradeOf(f.text) < 0 {
			r := c.rowOf(p)
			if r == nil || gradeOf(r.grade.text) < 0 || c.wrongGrade(p) {
				return
			}
			f, where = &r.grade, "汇总表"
		}
		c.checked[c.now]++
		if g := gradeOf(f.text); g != s.grade {
			c.tell(report.Error, t.passage.Place()+"：“"+clip(p.title(), 30)+"”的等级写的是“"+t.shown(s)+"”，"+where+"是“"+f.text+"”。",
				c.words(t.passage, s, clip(p.title(), 24)+" 等级"), c.cell(p, f, "等级"))
		}
	})
}

// textAmounts judges the amounts of the text.
func textAmounts(c *checking) {
	c.each(saysFull, saysBudget, saysDone)(func(t *told, s *spoken) {
		p := t.project
		f := p.fund()
		if f == nil {
			return
		}
		one, what := &f.full, "全年预算数"
		switch s.of {
		case saysBudget:
			one, what = &f.budget, "年初预算数"
		case saysDone:
			one, what = &f.done, "全年执行数"
		}
		if !one.is() || !p.unit.Known() {
			return
		}
		c.checkedWords(t.passage, s)
		same, slip, off := c.compare(s.value, s.places, s.unit, p.money(one), p, one)
		if sum, wrong := p.sumOf(what); wrong && !same {
			same, _, _ = c.compare(s.value, s.places, s.unit, sum, p, one) // it is the total that is wrong
		}
		if same {
			return
		}
		severity, more := report.Error, ""
		if slip {
			severity, more = report.Notice, "只差末位一个单位，像是抄录时的出入。"
		} else if s.unit != p.unit && s.value == p.money(one) {
			more = "单位像是写错了。"
		} else if s.of == saysFull && f.budget.is() {
			if same, _, _ := c.compare(s.value, s.places, s.unit, p.money(&f.budget), p, &f.budget); same {
				more = "这是年初预算数。"
			}
		}
		value, _ := p.unit.In(s.unit, p.money(one))
		c.tellSum(severity, t.passage.Place()+"：“"+clip(p.title(), 30)+"”的"+what+"写的是 "+t.shown(s)+"，自评表是 "+amount.Group(p.money(one))+" "+p.unit.Name+"。"+more, "",
			&sums{s.value, value, off, "="}, c.words(t.passage, s, clip(p.title(), 24)+" "+what), c.cell(p, one, f.label()+" "+what))
	})
	c.textSums()
}

// compare says whether an amount of the text and one of a table are roundings of one
// figure, or a last digit apart.
func (c *checking) compare(v amount.Amount, places int32, unit amount.Unit, table amount.Amount, p *project, f *figure) (same, slip bool, bound amount.Amount) {
	other, ok := p.unit.In(unit, table)
	if !ok {
		return false, false, bound
	}
	h1 := unit.HalfUnit(unit, places)
	h2, _ := p.unit.In(unit, p.half(f))
	off, bound := v.Sub(other).Abs(), h1.Add(h2)
	if off.IsZero() || off.Cmp(bound) < 0 || off == bound && (h1.IsZero() || h2.IsZero()) {
		return true, false, bound
	}
	return false, off.Cmp(amount.New(1, -min(places, 10))) <= 0, bound
}

// textSums judges the money of all projects together.
func (c *checking) textSums() {
	for i := range c.counted {
		one := &c.counted[i]
		if one.sum == nil || one.total == nil || one.total.value != amount.New(int64(len(c.projects)), 0) {
			continue
		}
		s := one.sum
		full, budget, parts, bound, clear := amount.Zero, amount.Zero, amount.Zero, s.unit.HalfUnit(s.unit, s.places), true
		cells := []report.Cell{c.words(one.passage, s, "涉及的资金")}
		for _, p := range c.projects {
			f := p.fund()
			if f == nil || !f.full.is() || !p.unit.Known() {
				clear = false
				break
			}
			v, ok1 := p.unit.In(s.unit, p.money(&f.full))
			w, ok2 := p.unit.In(s.unit, p.money(&f.budget))
			clear = clear && ok1 && ok2
			full, budget, parts = full.Add(v), budget.Add(w), parts.Add(v)
			if sum, wrong := p.sumOf("全年预算数"); wrong {
				sum, _ = p.unit.In(s.unit, sum)
				parts = parts.Add(sum).Sub(v)
			}
			half, _ := p.unit.In(s.unit, p.half(&f.full))
			bound = bound.Add(half)
			cells = append(cells, c.cell(p, &f.full, "年度资金总额 全年预算数"))
		}
		if !clear {
			continue
		}
		c.checkedWords(one.passage, s)
		off := func(v amount.Amount) bool { return s.value.Sub(v).Abs().Cmp(bound) > 0 }
		if off(full) && off(parts) && off(budget) {
			c.tellSum(report.Error, one.passage.Place()+"：涉及的资金写的是 "+shownAs(one.passage.Text[s.from:s.to], s.unit.Name)+"，各项目的全年预算数加起来是 "+amount.Group(full)+" "+s.unit.Name+"。", "",
				&sums{s.value, full, bound, "="}, cells...)
		}
	}
}

// textRates judges the percents of the text.
func textRates(c *checking) {
	c.each(saysRate)(func(t *told, s *spoken) {
		p := t.project
		f := p.fund()
		if f == nil {
			return
		}
		low, high, ok := p.rateOf(f)
		if !ok {
			return
		}
		c.checkedWords(t.passage, s)
		if fits(s.value, s.places, low, high) {
			return
		}
		right, _ := low.Add(high).Over(amount.New(2, 0))
		c.tellSum(report.Error, t.passage.Place()+"：“"+clip(p.title(), 30)+"”完成预算的百分数写的是 "+t.shown(s)+"，自评表的全年执行数 ÷ 全年预算数是 "+amount.Group(right.Round(2))+"%。", "",
			&sums{s.value, right.Round(4), amount.New(1, -min(s.places, 10)), "="}, c.words(t.passage, s, clip(p.title(), 24)+" 完成率"),
			c.cell(p, &f.rate, "执行率"), c.cell(p, &f.done, "全年执行数"), c.cell(p, &f.full, "全年预算数"))
	})
}

// textCounts judges how many projects the text says there are, and of which grade.
func textCounts(c *checking) {
	rows := c.rows()
	for i := range c.counted {
		one := &c.counted[i]
		place := one.passage.Place() + "："
		sum := amount.Zero
		var cells []report.Cell
		for k := range one.grades {
			sum = sum.Add(one.grades[k].value)
			cells = append(cells, c.words(one.passage, &one.grades[k], "“"+grades[one.grades[k].grade][0]+"”的项目"))
		}
		t := one.total
		if t != nil && len(one.grades) > 0 {
			c.checkedWords(one.passage, t)
			if sum != t.value {
				c.tellSum(report.Error, place+"写的是 "+amountText(t.value)+" 个项目，各等级的个数加起来是 "+amountText(sum)+"。", "",
					&sums{t.value, sum, amount.Zero, "="}, append([]report.Cell{c.words(one.passage, t, "项目个数")}, cells...)...)
				continue
			}
		}
		n := amount.New(int64(len(rows)), 0)
		if t != nil && len(rows) > 0 {
			c.checkedWords(one.passage, t)
			if t.value != n && t.value != amount.New(int64(len(c.projects)), 0) {
				c.tellSum(report.Warning, place+"写的是 "+amountText(t.value)+" 个项目，汇总表列了 "+countText(len(rows))+" 个。", "",
					&sums{t.value, n, amount.Zero, "="}, c.words(one.passage, t, "项目个数"), c.place(&rows[len(rows)-1].name, "绩效自评汇总表 最后一个项目"))
				continue
			}
		}
		c.gradeCounts(one, cells, sum)
	}
}

// gradeCounts judges how many projects of a grade there are.
func (c *checking) gradeCounts(one *counted, cells []report.Cell, sum amount.Amount) {
	given, all := c.given()
	for _, p := range c.projects {
		if c.wrongGrade(p) {
			return // told already
		}
	}
	if len(one.grades) == 0 || all == 0 || sum != amount.New(int64(all), 0) {
		return
	}
	wrong, words := false, ""
	for k := range one.grades {
		s := &one.grades[k]
		c.checkedWords(one.passage, s)
		n := given[s.grade]
		wrong = wrong || s.value != amount.New(int64(n), 0)
		words += "，“" + grades[s.grade][0] + "”的有 " + countText(n) + " 个"
	}
	if wrong {
		c.tell(report.Error, one.passage.Place()+"：各等级的项目个数与自评表不符，自评表里"+words[len("，"):]+"。", cells...)
	}
}

// given counts the projects of each grade, by the summary or else by the tables; all is 0
// where one has none.
func (c *checking) given() (n [8]int, all int) {
	rows := c.rows()
	for _, r := range rows {
		g := gradeOf(r.grade.text)
		if g < 0 {
			return n, 0
		}
		n[g]++
	}
	if len(rows) > 0 {
		return n, len(rows)
	}
	for _, p := range c.projects {
		g := gradeOf(p.grade.text)
		if g < 0 {
			return n, 0
		}
		n[g]++
	}
	return n, len(c.projects)
}

// textProjects tells of projects that the text tells of and that have no table, where a
// table is told of nowhere.
func textProjects(c *checking) {
	known, unknown := map[*project]bool{}, []*told{}
	for i := range c.told {
		t := &c.told[i]
		if t.project == nil {
			unknown = append(unknown, t)
			continue
		}
		c.checked[c.now]++
		if known[t.project] = true; t.renamed && !c.named(t.project) && !holds(normal(t.project.name.text), unfilledWords) {
			cell := t.passage.Cell(0, min(len(t.passage.Text), 30))
			cell.Label = "说明里的项目"
			c.tell(report.Notice, t.passage.Place()+"：这里说的金额是“"+clip(t.project.title(), 40)+"”的，项目名称的写法与自评表不同。", cell, c.cell(t.project, &t.project.name, "项目名称"))
		}
	}
	for _, p := range c.projects {
		if known[p] || len(unknown) == 0 || holds(normal(p.name.text), unfilledWords) || len(known) == 0 {
			continue
		}
		t := unknown[0]
		unknown = unknown[1:]
		end := min(len(t.passage.Text), 30)
		cell := t.passage.Cell(0, end)
		cell.Label = "说明里的项目"
		c.tell(report.Warning, t.passage.Place()+"：“"+string(t.passage.Text[:end])+"…”说的项目没有自评表；自评表里的“"+clip(p.title(), 30)+"”说明里没有写。", cell, c.cell(p, &p.name, "项目名称"))
	}
}

// named says whether the text calls a project by its name anywhere.
func (c *checking) named(p *project) bool {
	for i := range c.told {
		if c.told[i].project == p && !c.told[i].renamed {
			return true
		}
	}
	return false
}
