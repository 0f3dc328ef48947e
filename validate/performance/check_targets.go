package performance

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/report"
)

// full says whether an indicator has all of its points; ok is false where that is not clear.
func (x *indicator) full() (full, ok bool) {
	if !x.weight.is() || !x.score.is() || x.weight.covered || x.score.covered || !x.weight.value.IsPositive() {
		return false, false
	}
	return x.score.value.Cmp(x.weight.value) >= 0, true
}

// aimed is the target as it is told: with sign and unit.
func (x *indicator) aimed() string {
	nature, target, unit := x.nature.text, x.target.text, x.unit.text
	if normal(nature) == "定性" || x.unit.state == nothing {
		nature, unit = strings.TrimPrefix(nature, "定性"), strings.TrimRight(unit, "-/—")
	}
	return clip(strings.ReplaceAll(nature+target+unit, "\n", ""), 40)
}

// missedFull tells of targets that were missed for full marks.
func missedFull(c *checking, p *project) {
	for i := range p.indicators {
		x := &p.indicators[i]
		full, ok := x.full()
		if !ok || x.execution {
			continue
		}
		v := x.judge()
		if v == unknown {
			continue
		}
		c.checked[c.now]++
		if v != missed || !full {
			continue
		}
		name := clip(x.name(), 30)
		c.tell(report.Warning, p.of()+"“"+name+"”的指标值是 "+x.aimed()+"，完成值是 "+clip(x.actual.text, 40)+"，没有达到，得分却是满分 "+x.score.text+"。",
			c.cell(p, &x.actual, name+" 完成值"), c.cell(p, &x.target, name+" 指标值"), c.cell(p, &x.score, name+" 得分"))
	}
}

// reasons tells of points that were lost without a reason.
func reasons(c *checking, p *project) {
	for i := range p.indicators {
		x := &p.indicators[i]
		full, ok := x.full()
		if !ok || full || !x.hasReason || x.execution {
			continue
		}
		v := x.judge()
		if v == unknown {
			continue
		}
		c.checked[c.now]++
		if x.reason.explained() {
			continue
		}
		name, how := clip(x.name(), 30), "没有达到指标值"
		if v == met {
			how = "达到了指标值"
		}
		c.tell(report.Warning, p.of()+"“"+name+"”"+how+"，分值 "+x.weight.text+" 得 "+x.score.text+"，没有写明扣分的原因。",
			c.cell(p, &x.score, name+" 得分"), c.cell(p, &x.reason, name+" 偏差原因"), c.cell(p, &x.actual, name+" 完成值"), c.cell(p, &x.target, name+" 指标值"))
	}
}

// costs judges that the costs are what was spent, where all of them are amounts.
func costs(c *checking, p *project) {
	f := p.fund()
	if f == nil || !f.done.is() || !p.unit.Known() {
		return
	}
	sum, half, n := amount.Zero, p.half(&f.done), 0
	cells := []report.Cell{c.cell(p, &f.done, "年度资金总额 全年执行数")}
	for i := range p.indicators {
		x := &p.indicators[i]
		if !x.isCost || x.third.text == "" && x.target.text == "" {
			continue
		}
		unit, ok := x.money()
		if !ok {
			return
		}
		v, ok := unit.In(p.unit, x.spent())
		if !ok {
			return
		}
		if v.Sub(p.money(&f.done)).Abs().Cmp(p.half(&f.done)) <= 0 {
			c.checked[c.now]++
			return // all of it in one; the others are parts
		}
		sum, half, n = sum.Add(v), half.Add(unit.HalfUnit(p.unit, max(2, x.spentPlaces()))), n+1
		cells = append(cells, c.cell(p, &x.actual, clip(x.name(), 30)+" 完成值"))
	}
	if n == 0 {
		return
	}
	c.checked[c.now]++
	done := p.money(&f.done)
	off := sum.Sub(done)
	if off.Abs().Cmp(half) <= 0 {
		return
	}
	severity, more := report.Warning, "多 "
	if off.IsNegative() { // perhaps not all are listed
		severity, more = report.Notice, "少 "
	}
	c.tellSum(severity, p.of()+"成本指标的完成值加起来是 "+amount.Group(sum)+"，比全年执行数 "+f.done.text+" "+more+amount.Group(off.Abs())+" "+p.unit.Name+"。", "", &sums{sum, done, half, "="}, cells...)
}

// money is the unit that a cost is counted in; ok is false where it is no amount of money.
func (x *indicator) money() (unit amount.Unit, ok bool) {
	t, a := x.aim(), aimOf(x.actual.text)
	if !t.number || t.isRange || !a.number || a.isRange || a.sign != "" && a.sign != "=" || t.unit != "元" || a.unit != "" && a.unit != "元" {
		return unit, false
	}
	unit.Exp, unit.Name = t.factor, "万元"
	if t.factor == 0 {
		unit.Name = "元"
	}
	if a.unit == "元" {
		unit.Exp = a.factor
	}
	return unit, true
}

func (x *indicator) spent() amount.Amount { return aimOf(x.actual.text).value }
func (x *indicator) spentPlaces() int32   { return x.spent().Places() }
