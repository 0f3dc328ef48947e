package performance

import (
	"fmt"
	"strings"
)

// indicators draws the rows from one to another with their header, the 一级 and 二级 merged.
func (p *pen) indicators(key string, pr *Project, from, to int) {
	l := p.layout
	top := p.indicatorHead()
	if l.ExecRow && from == 0 {
		f := pr.Funds[0]
		p.indicator(fmt.Sprintf("%s/fund/0", key), Indicator{First: fmt.Sprintf("预算执行率（%d分）", execPoints), Second: "预算执行率", Third: "预算执行率",
			Target: "100", Actual: f.Rate, Weight: f.Weight, Score: f.Score})
	}
	start := len(p.Rows)
	for i := from; i < to; i++ {
		ind := pr.Indicators[i]
		if head := pr.Heads[ind.First]; head != "" {
			ind.First = head
		}
		p.indicator(fmt.Sprintf("%s/ind/%d", key, i), ind)
	}
	same := func(a, b int, fields int) bool {
		x, y := pr.Indicators[from+a], pr.Indicators[from+b]
		return x.First == y.First && (fields == 1 || x.Second == y.Second)
	}
	for fields := 1; fields <= 2; fields++ {
		for a := 0; a < to-from; {
			b := a
			for b+1 < to-from && same(a, b+1, fields) {
				b++
				p.Rows[start+b][fields].Text = ""
				p.Rows[start+b][fields].Key = ""
			}
			p.down(fields, start+a, start+b)
			a = b + 1
		}
	}
	p.down(0, top, len(p.Rows)-1)
}

// indicatorHead draws the header of the indicators in one row, or in two: what is aimed at stands under
// two headers then, what came of it beside them over both rows.
func (p *pen) indicatorHead() int {
	l := p.layout
	head := []box{{1, "", l.Side}}
	if !l.Stacked {
		for _, c := range l.Columns {
			head = append(head, box{1, "", c.Head})
		}
		return p.row(head...)
	}
	aimed := 0
	under := []box{{1, "", ""}}
	for i, c := range l.Columns {
		if c.Field > Unit {
			break
		}
		aimed = i + 1
		under = append(under, box{1, "", c.Head})
	}
	head = append(head, box{3, "", "绩效指标"}, box{aimed - 3, "", "年度指标值"})
	for _, c := range l.Columns[aimed:] {
		head = append(head, box{1, "", c.Head})
		under = append(under, box{1, "", ""})
	}
	top := p.row(head...)
	p.row(under...)
	for col := aimed + 1; col < p.Cols; col++ {
		p.down(col, top, top+1)
	}
	return top
}

// indicator draws one row.
func (p *pen) indicator(key string, ind Indicator) {
	boxes := []box{{1, "", ""}}
	for _, c := range p.layout.Columns {
		field, text := "", ""
		switch c.Field {
		case First:
			field, text = "first", ind.First
		case Second:
			field, text = "second", ind.Second
		case Third:
			field, text = "third", ind.Third
		case Nature:
			field, text = "nature", ind.Nature
		case Target:
			field, text = "target", ind.Target
		case Unit:
			field, text = "unit", ind.Unit
		case Actual:
			field, text = "actual", ind.Actual
		case Weight:
			field, text = "weight", ind.Weight
		case Score:
			field, text = "score", ind.Score
		case Reason:
			field, text = "reason", ind.Reason
		}
		boxes = append(boxes, box{1, key + "/" + field, text})
	}
	row := p.row(boxes...)
	if ind.Serial == "" {
		return
	}
	for col := range p.Rows[row] {
		if c := &p.Rows[row][col]; strings.HasSuffix(c.Key, "/actual") {
			c.Number, c.Format = ind.Serial, `yyyy"年"m"月"d"日"`
		}
	}
}
