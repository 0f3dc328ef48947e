package performance

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/report"
)

// column is one of the columns of money.
type column struct {
	name string
	of   func(f *fund) *figure
}

var moneyColumns = []column{
	{"年初预算数", func(f *fund) *figure { return &f.budget }},
	{"全年预算数", func(f *fund) *figure { return &f.full }},
	{"全年执行数", func(f *fund) *figure { return &f.done }},
}

// half is half a unit of the last place of a figure of money. Zeros behind the point may be
// dropped: what a table prints to hundredths anywhere is exact to them.
func (p *project) half(f *figure) amount.Amount {
	places := f.places
	for i := range p.funds {
		for _, c := range moneyColumns {
			if o := c.of(&p.funds[i]); o.is() {
				places = max(places, min(o.places, 2))
			}
		}
	}
	return p.unit.HalfUnit(p.unit, places)
}

// money is the value of a cell of money in the table's unit; nothing and blank are zero.
func (p *project) money(f *figure) amount.Amount {
	if !f.is() {
		return amount.Zero
	}
	if f.unit.Known() && p.unit.Known() {
		if v, ok := f.unit.In(p.unit, f.value); ok {
			return v
		}
	}
	return f.value
}

// parts judges that the total of each column is the sum of its parts.
func parts(c *checking, p *project) {
	total := p.fund()
	if total == nil {
		return
	}
	if p.whole {
		divided(c, p)
		return
	}
	for _, col := range moneyColumns {
		if !c.partsOf(p, col, total, 1) {
			continue // a part of it is wrong already
		}
		for i := range p.funds {
			if f := &p.funds[i]; f.level == 1 && i+1 < len(p.funds) && p.funds[i+1].level == 2 {
				c.partsOf(p, col, f, 2)
			}
		}
	}
}

// partsOf judges one total: of the rows of a level below it, up to the next of its own. It
// is false where the sum is told to be wrong.
func (c *checking) partsOf(p *project, col column, row *fund, level int) bool {
	total := col.of(row)
	if !total.is() {
		return true
	}
	sum, flat, half := amount.Zero, amount.Zero, p.half(total)
	filled, doubt, below, listed := false, false, false, ""
	cells := []report.Cell{c.cell(p, total, row.label()+" "+col.name)}
	for i := range p.funds {
		f := &p.funds[i]
		below = below && !(level == 2 && f.level < 2)
		if f == row || !below {
			below = below || f == row
			continue
		}
		one := col.of(f)
		if one.state == words || one.covered {
			return true // not clear what it is
		}
		flat, doubt = flat.Add(p.money(one)), doubt || f.doubt
		if f.level != level {
			continue
		}
		sum, filled = sum.Add(p.money(one)), filled || one.is()
		if one.is() {
			half = half.Add(p.half(one))
			listed += map[bool]string{true: "", false: " + "}[listed == ""] + amount.Group(one.value)
		}
		cells = append(cells, c.cell(p, one, f.label()+" "+col.name))
	}
	if !filled {
		return true
	}
	c.checked[c.now]++
	value := p.money(total)
	off := value.Sub(sum)
	switch {
	case value.IsZero() && !sum.IsZero():
	case off.Abs().Cmp(half) <= 0:
		return true
	case doubt && level == 1 && value.Sub(flat).Abs().Cmp(half) <= 0, doubt && level == 2 && p.flat(col):
		return true // the rows may all be parts of the whole
	}
	message := p.of() + row.label() + "的" + col.name + "是 " + amount.Group(value) + "，各项相加是 " + amount.Group(sum) + "，" +
		map[bool]string{true: "少 ", false: "多 "}[off.IsNegative()] + amount.Group(off.Abs()) + "。"
	if value.IsZero() {
		message = p.of() + row.label() + "的" + col.name + "是 0，其中各项却有 " + amount.Group(sum) + "。"
	}
	for i := range cells {
		cells[i].Side = report.Right
	}
	cells[0].Side = report.Left
	if !value.IsZero() {
		message += p.otherUnit(col, row, level, off, half)
	}
	if level == 1 {
		p.correct(col.name, sum)
	}
	c.tellSum(report.Error, message, row.label()+" "+amount.Group(value)+" ≠ "+listed, &sums{value, sum, half, "="}, cells...)
	return false
}

// otherUnit says which part of a sum that is off was filled in in another unit; "" for none.
func (p *project) otherUnit(col column, row *fund, level int, off, half amount.Amount) string {
	for i := range p.funds {
		f := &p.funds[i]
		if f == row || f.level != level || !col.of(f).is() {
			continue
		}
		v := p.money(col.of(f))
		for _, by := range []int32{-4, 4} {
			if other, ok := v.Shift(by); ok && off.Add(v).Sub(other).Abs().Cmp(half) <= 0 && !v.IsZero() {
				return f.label() + "的单位像是填错了，应是 " + amount.Group(other) + "。"
			}
		}
	}
	return ""
}

// correct notes what the parts of a total that is told to be wrong come to.
func (p *project) correct(column string, sum amount.Amount) {
	if p.sums == nil {
		p.sums = map[string]amount.Amount{}
	}
	p.sums[column] = sum
}

// sumOf is the money of a project in a column: where its total is told to be wrong, what
// its parts come to is as good.
func (p *project) sumOf(name string) (sum amount.Amount, other bool) {
	sum, other = p.sums[name]
	return sum, other
}

// flat says whether all rows of a column, parts of parts with them, add up to the total.
func (p *project) flat(col column) bool {
	total, sum := p.fund(), amount.Zero
	for i := range p.funds {
		if f := &p.funds[i]; f != total {
			sum = sum.Add(p.money(col.of(f)))
		}
	}
	return sum == p.money(col.of(total))
}

// label is a row of money by its name, without what numbers it.
func (f *fund) label() string {
	s := strings.TrimPrefix(label(normal(f.name.text)), "其中")
	return strings.TrimLeft(s, "0123456789.、")
}

// ratio is the least and the most that B ÷ A may be, in percent; ok is false without A.
func ratio(b, halfB, a, halfA amount.Amount) (low, high amount.Amount, ok bool) {
	if !a.IsPositive() || a.Cmp(halfA) <= 0 {
		return low, high, false
	}
	least, ok1 := b.Sub(halfB).Shift(2)
	most, ok2 := b.Add(halfB).Shift(2)
	low, ok3 := least.Over(a.Add(halfA))
	high, ok4 := most.Over(a.Sub(halfA))
	return low, high, ok1 && ok2 && ok3 && ok4
}

// fits says whether a printed percent may be of an interval: less than one unit of its last
// place beyond it.
func fits(v amount.Amount, places int32, low, high amount.Amount) bool {
	unit := amount.New(1, -min(places, 10))
	return v.Cmp(low.Sub(unit)) > 0 && v.Cmp(high.Add(unit)) < 0
}

// rateOf is the interval of a row's rate.
func (p *project) rateOf(f *fund) (low, high amount.Amount, ok bool) {
	if !f.full.is() || !f.done.is() && f.done.state != nothing {
		return low, high, false
	}
	a, b := p.money(&f.full), p.money(&f.done)
	if a == b && a.IsPositive() {
		return amount.New(100, 0), amount.New(100, 0), true
	}
	return ratio(b, p.half(&f.done), a, p.half(&f.full))
}

// rates judges every printed rate of the table.
func rates(c *checking, p *project) {
	for i := range p.funds {
		f := &p.funds[i]
		c.rate(p, f, &f.rate, f.label()+" 执行率")
		if f.level != 0 {
			continue
		}
		for k := range p.indicators {
			if x := &p.indicators[k]; x.execution && normal(x.actual.text) != normal(f.rate.text) {
				c.rate(p, f, &x.actual, "预算执行率 完成值")
			}
		}
	}
}

func (c *checking) rate(p *project, f *fund, rate *figure, what string) {
	if !rate.is() || rate.covered || rate.unit.Known() {
		return
	}
	low, high, ok := p.rateOf(f)
	if !ok {
		return
	}
	c.checked[c.now]++
	if fits(rate.value, rate.places, low, high) {
		return
	}
	if v, ok := rate.value.Shift(2); ok && !rate.percent && !p.bareRate && fits(v, max(0, rate.places-2), low, high) {
		return // as a fraction
	}
	right, _ := low.Add(high).Over(amount.New(2, 0))
	message := p.of() + f.label() + "的执行率写的是 " + rate.text + "，全年执行数 ÷ 全年预算数是 " + amount.Group(right.Round(2)) + "%。"
	if b := f.budget; b.is() && f.full.there && b.value != f.full.value {
		if l, h, ok := ratio(p.money(&f.done), p.half(&f.done), p.money(&b), p.half(&b)); ok && fits(rate.value, rate.places, l, h) {
			message += "像是除以了年初预算数。"
		}
	}
	c.tellSum(report.Error, message, rate.text+" ≠ "+f.done.text+" ÷ "+f.full.text, &sums{rate.value, right.Round(4), amount.New(1, -min(rate.places, 10)), "="},
		c.cell(p, rate, what), c.cell(p, &f.done, f.label()+" 全年执行数"), c.cell(p, &f.full, f.label()+" 全年预算数"))
}

// executionScore judges the points that execution earns.
func executionScore(c *checking, p *project) {
	f := p.fund()
	weight, score := p.execution()
	if f == nil || !weight.is() || !score.is() || score.covered {
		return
	}
	low, high, ok := p.rateOf(f)
	if !ok {
		return
	}
	if score.value.IsNegative() || score.value.Cmp(weight.value) > 0 {
		return // told by another rule
	}
	c.checked[c.now]++
	hundred := amount.New(100, 0)
	earn := func(v amount.Amount) amount.Amount {
		if v.Cmp(hundred) > 0 {
			v = hundred
		}
		v, _ = v.Mul(weight.value)
		v, _ = v.Shift(-2)
		return v
	}
	least, most := earn(low), earn(high)
	if f.rate.is() && f.rate.percent { // as the rate is printed
		if v := earn(f.rate.value); fits(f.rate.value, f.rate.places, low, high) {
			if v.Cmp(least) < 0 {
				least = v
			}
			if v.Cmp(most) > 0 {
				most = v
			}
		}
	}
	if score.value.Cmp(least.Sub(amount.New(1, 0))) > 0 && score.value.Cmp(most.Add(amount.New(5, -1))) <= 0 {
		return
	}
	right, _ := least.Add(most).Over(amount.New(2, 0))
	severity := report.Error
	if score.value == weight.value && low.Cmp(amount.New(90, 0)) >= 0 {
		severity = report.Warning // some give all points from 90 % on
	}
	c.tellSum(severity, p.of()+"预算执行得分写的是 "+score.text+"，分值 "+weight.text+" × 执行率是 "+amount.Group(right.Round(2))+"。",
		score.text+" ≠ "+weight.text+" × "+f.done.text+" ÷ "+f.full.text, &sums{score.value, right.Round(4), amount.New(1, 0), "="},
		c.cell(p, score, "预算执行 得分"), c.cell(p, weight, "预算执行 分值"), c.cell(p, &f.rate, "执行率"), c.cell(p, &f.done, "全年执行数"), c.cell(p, &f.full, "全年预算数"))
}
