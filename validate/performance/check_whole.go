package performance

import (
	"suanqing/validate/amount"
	"suanqing/validate/report"
)

// parting is a sum of a whole department's money: a row and its parts.
type parting struct {
	whole *fund
	parts []*fund
	doubt bool // whether the parts are all
}

// partings are the sums of a whole department's money: by fund, by kind, and what stands
// below a part.
func (p *project) partings() (out []parting) {
	at := map[int]int{} // by division
	for i := range p.funds {
		f := &p.funds[i]
		switch f.level {
		case 0:
			for d := f.division + 1; d <= f.division+2; d++ {
				at[d] = len(out)
				out = append(out, parting{whole: f})
			}
		case 1:
			if k, ok := at[f.division]; ok {
				out[k].parts, out[k].doubt = append(out[k].parts, f), out[k].doubt || f.doubt
			}
		case 2:
			if p.funds[i-1].level == 1 {
				out = append(out, parting{whole: &p.funds[i-1], doubt: true})
			}
			last := &out[len(out)-1]
			last.parts = append(last.parts, f)
		}
	}
	return out
}

// sum is what the parts of a parting come to in a column, and what the whole is more by;
// clear is false where a cell of it is no amount.
func (p *project) sum(col column, g *parting) (off, sum, half amount.Amount, clear bool) {
	total := col.of(g.whole)
	if !total.is() || len(g.parts) == 0 {
		return off, sum, half, false
	}
	half = p.half(total)
	for _, f := range g.parts {
		one := col.of(f)
		if one.state == words || one.covered {
			return off, sum, half, false
		}
		if clear = clear || one.is(); one.is() {
			sum, half = sum.Add(p.money(one)), half.Add(p.half(one))
		}
	}
	return p.money(total).Sub(sum), sum, half, clear
}

// divided judges the sums of a whole department's money. That the parts are all is certain
// where they add up in another column; else parts that are less may be some of them, and
// those that are more parts of each other, unless it is the one column that has them.
func divided(c *checking, p *project) {
	partings := p.partings()
	broken := make([][]*parting, len(moneyColumns))
	for i := range partings {
		g := &partings[i]
		good, bad := 0, 0
		for k, col := range moneyColumns {
			switch off, sum, half, clear := p.sum(col, g); {
			case !clear:
			case off.Abs().Cmp(half) > 0:
				broken[k], bad = append(broken[k], g), bad+1
			case sum.IsPositive():
				good++
				c.checked[c.now]++
			}
		}
		for k, col := range moneyColumns {
			n := len(broken[k])
			if n == 0 || broken[k][n-1] != g || good > 0 {
				continue
			}
			if off, _, _, _ := p.sum(col, g); off.IsPositive() || bad > 1 || g.doubt || len(g.parts) < 2 {
				broken[k] = broken[k][:n-1]
			}
		}
	}
	for k, col := range moneyColumns {
		c.tellDivided(p, col, broken[k])
	}
	c.sameTotals(p)
}

// tellDivided tells the sums of a column that do not hold: a total that no parting of it
// comes to once.
func (c *checking) tellDivided(p *project, col column, broken []*parting) {
	told := map[*fund]bool{}
	for _, g := range broken {
		off, sum, half, _ := p.sum(col, g)
		c.checked[c.now]++
		if told[g.whole] {
			continue
		}
		total := col.of(g.whole)
		cells := []report.Cell{c.cell(p, total, g.whole.label()+" "+col.name)}
		how := "各项"
		for _, o := range broken {
			if other, s, _, _ := p.sum(col, o); o.whole != g.whole || o != g && s != sum && other != off {
				continue
			}
			if o != g {
				told[g.whole], how = true, "按资金来源、按支出性质各项都"
			}
			for _, f := range o.parts {
				cells = append(cells, c.cell(p, col.of(f), divisionName(normal(f.name.text))+" "+col.name))
			}
		}
		for i := range cells {
			cells[i].Side = report.Right
		}
		cells[0].Side = report.Left
		if g.whole.level == 0 && told[g.whole] {
			p.correct(col.name, sum)
		}
		c.tellSum(report.Error, p.of()+g.whole.label()+"的"+col.name+"是 "+amount.Group(p.money(total))+"，"+how+"相加是 "+amount.Group(sum)+"，"+
			map[bool]string{true: "少 ", false: "多 "}[off.IsNegative()]+amount.Group(off.Abs())+"。", "", &sums{p.money(total), sum, half, "="}, cells...)
	}
}

// sameTotals judges that the totals of both partings side by side are the same.
func (c *checking) sameTotals(p *project) {
	total := p.fund()
	for i := range p.funds {
		f := &p.funds[i]
		if f.level != 0 || f == total {
			continue
		}
		for _, col := range moneyColumns {
			a, b := col.of(total), col.of(f)
			if !a.is() || !b.is() || a.covered || b.covered {
				continue
			}
			c.checked[c.now]++
			if bound := p.half(a).Add(p.half(b)); p.money(a).Sub(p.money(b)).Abs().Cmp(bound) > 0 {
				c.tellSum(report.Error, p.of()+"按资金来源、按支出性质的两个合计，"+col.name+"不一样："+a.text+"、"+b.text+"。", "",
					&sums{p.money(a), p.money(b), bound, "="}, c.cell(p, a, "合计 "+col.name), c.cell(p, b, "合计 "+col.name))
			}
		}
	}
}
