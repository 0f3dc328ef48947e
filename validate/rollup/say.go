package rollup

import (
	"strconv"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/internal/sha256"
	"suanqing/validate/judge"
	"suanqing/validate/report"
)

// fileOf is the file a place in a book carries: none for the department's own.
func (c *check) fileOf(b *bind.Book) string {
	if b == c.whole.Bound {
		return ""
	}
	return c.byBound[b].file()
}

// titleOf is where a book says what it is: its name, or the title of a form.
func (c *check) titleOf(b *Book) (report.Cell, bool) {
	if b.Bound == nil {
		return report.Cell{}, false
	}
	var found *bind.Table
	b.Bound.Each(func(t *bind.Table) {
		if found == nil {
			found = t
		}
	})
	if found == nil {
		return report.Cell{}, false
	}
	at := found.Title
	if found.Department != "" {
		at = found.DeptAt
	}
	return report.Cell{File: c.fileOf(b.Bound), Sheet: b.Bound.SheetAt(at).Name, Cell: document.Address(at.Row, at.Col),
		Form: string(found.Form.ID), Label: b.name()}, true
}

// unit is that of the report.
func (c *check) unit() string {
	if c.whole.Bound.Unit.Known() {
		return c.whole.Bound.Unit.Name
	}
	return judge.Yuan.Name
}

// own is an amount in 元 in the report's unit, rounded to what that prints.
func (c *check) own(a amount.Amount) amount.Amount {
	if !c.whole.Bound.Unit.Known() {
		return a
	}
	return judge.FromYuan(c.whole.Bound, a)
}

func (c *check) plain(a amount.Amount) string { return amount.Plain(c.own(a)) }
func (c *check) group(a amount.Amount) string { return amount.Group(c.own(a)) }

// rowName is a row as a clerk says it.
func rowName(key, name string) string {
	if form.IsCode(key) {
		name = form.StripOrdinal(name)
		if name == "" {
			return key
		}
		return key + " " + name
	}
	return key
}

// where is a cell in words: 支出决算表“2050201 学前教育”行“基本支出”栏.
func (x *cell) where() string {
	short := form.Public().ByID(x.Form).Short
	s := short + "“" + rowName(x.Row, x.Name) + "”行"
	if x.Column != "金额" {
		s += "“" + x.Column + "”栏"
	}
	return s
}

const mostPlaces = 200 // operands of one sum that are listed

// finding tells one figure that is not the sum of the units'.
func (c *check) finding(x *cell, severity report.Severity) report.Finding {
	n := x.node
	f := report.Finding{Rule: x.rule.ID, Severity: severity, Title: x.rule.Title, Why: x.rule.Why, Hint: x.rule.Hint, Relation: "=",
		Left: c.plain(x.Left), Right: c.plain(x.Right), Difference: c.plain(x.Difference), Bound: c.plain(x.Bound)}
	more := "多 "
	if x.off.IsNegative() {
		more = "少 "
	}
	whose := "部门"
	if n.whole != c.whole {
		whose = n.whole.name()
	}
	whole, some := 0, 0
	for _, p := range x.Parts {
		if p.Right && !p.Value.IsZero() {
			some++
		} else if !p.Right {
			whole++
		}
	}
	f.Message = x.where() + "：" + whose + " 比 " + strconv.Itoa(len(n.whole.units)) + " 家单位之和" + more + c.group(x.off.Abs()) + " " + c.unit()
	switch {
	case whole == 0:
		f.Message += "；" + whose + "没有这一行"
	case some == 0:
		f.Message += "；各单位都没有这笔钱"
	}
	if !x.flow.IsZero() {
		f.Message += "（已扣除单位之间的往来 " + c.group(x.flow) + " " + c.unit() + "）"
	}
	f.Message += "。"
	sign := " ≠"
	if severity == report.Tail {
		sign = " ≈"
	}
	f.Equation = whose + " " + c.group(x.Left) + sign + " 各单位之和 " + c.group(x.Right) + "（差 " + c.group(x.Difference)
	if x.Bound.IsPositive() {
		f.Equation += "，允许尾差 " + c.plain(x.Bound)
	}
	f.Equation += "）"
	f.Cells = c.places(x)
	f.Fingerprint = fingerprint(&f)
	return f
}

// places lists the figures of a sum, blanks of the units left out.
func (c *check) places(x *cell) []report.Cell {
	cells := []report.Cell{}
	for _, p := range x.Parts {
		if p.Right && p.Value.IsZero() {
			continue
		}
		if len(cells) == mostPlaces {
			break
		}
		cells = append(cells, c.place(p))
	}
	return cells
}

func (c *check) place(p judge.Part) report.Cell {
	f := p.Figure
	out := report.Cell{File: c.fileOf(p.Book), Sheet: p.Book.SheetAt(f.At).Name, Cell: document.Address(f.At.Row, f.At.Col),
		Form: string(f.Table.Form.ID), Row: f.Row.Key, Column: f.Column.ID, Label: labelOf(f), Side: report.Left, Sign: "+"}
	if p.Right {
		out.Side = report.Right
	}
	if f.State == bind.Money {
		out.Value = c.plain(p.Value)
	}
	return out
}

func labelOf(f *bind.Figure) string { return rowName(f.Row.Key, f.Row.Name) + " " + f.Column.ID }

// fingerprint stands for a rule and the figures it found.
func fingerprint(f *report.Finding) string {
	text := f.Rule + "\n" + string(f.Severity) + "\n" + f.Left + "\n" + f.Right + "\n" + f.Bound
	if f.Left == "" {
		text += "\n" + f.Message
	}
	for _, c := range f.Cells {
		text += "\n" + c.File + "|" + c.Form + "|" + c.Row + "|" + c.Column + "|" + c.Value
	}
	return sha256.Hex([]byte(text))[:16]
}

// mostTold is how many broken sums of one form are told one by one.
const mostTold = 30

// tellRest tells what is broken and not told yet, and the tails, one for each form.
func (c *check) tellRest() {
	for _, n := range c.nodes {
		told := map[form.ID]int{}
		last := map[form.ID]int{}
		tails := map[form.ID][]*cell{}
		var ids []form.ID
		for _, x := range n.cells {
			switch {
			case x.broken && x.found < 0:
				if told[x.Form]++; told[x.Form] <= mostTold {
					x.found = c.add(c.finding(x, x.rule.Severity))
					last[x.Form] = x.found
					continue
				}
				x.found = last[x.Form]
				c.findings[x.found].Alike = told[x.Form] - mostTold + 1
			case x.Result == judge.Tail && !x.broken:
				if tails[x.Form] == nil {
					ids = append(ids, x.Form)
				}
				tails[x.Form] = append(tails[x.Form], x)
			}
		}
		for id, k := range last {
			if f := &c.findings[k]; f.Alike > 0 {
				f.Message = form.Public().ByID(id).Short + "同样的问题还有 " + strconv.Itoa(f.Alike) + " 处，例如：" + f.Message
			}
		}
		for _, id := range ids {
			c.tellTails(tails[id])
		}
	}
}

// tellTails tells once of all sums of a form that rounding alone explains.
func (c *check) tellTails(all []*cell) {
	most := all[0]
	for _, x := range all {
		if x.Difference.Abs().Cmp(most.Difference.Abs()) > 0 {
			most = x
		}
	}
	f := c.finding(most, report.Tail)
	f.Hint = "四舍五入造成的尾差，在允许范围内，不用改。"
	if len(all) > 1 {
		f.Alike = len(all)
		f.Message = form.Public().ByID(most.Form).Short + "有 " + strconv.Itoa(len(all)) + " 处与各单位之和只差尾数，最大的一处：" + f.Message
	}
	c.add(f)
}

func address(at bind.Place) string { return document.Address(at.Row, at.Col) }
