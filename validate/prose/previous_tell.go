package prose

import (
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/equation"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// tellPrevious tells that a figure is not what last year's forms make it, once for what a
// sentence says of a subject.
func (p *past) tellPrevious(m *mention, y *years) {
	off := m.figure.Value.Sub(y.expected)
	unit := amount.New(1, -m.figure.Places)
	if u, ok := amount.UnitNamed(m.number.unit); ok && m.number.kind == money {
		unit, _ = u.In(p.unit, unit)
	}
	if y.bound.Cmp(unit) > 0 {
		unit = y.bound.Add(unit)
	}
	r := *ruleByID[previousRule]
	if off.Abs().Cmp(unit) <= 0 {
		r.Severity = report.Notice
	}
	p.judged(previousRule, report.Violated, m)
	if r.Severity == report.Error {
		m.suspect = true
		right := m.figure
		right.Value = y.expected
		p.right[m] = right
	}
	key := toldOf{m.sentence, m.subject.key}
	if at, ok := p.told[key]; ok && (p.findings[at].Severity == report.Error || r.Severity == report.Notice) {
		p.attach(at, &operands{mentions: []*mention{m}})
		m.finding = at + 1
		return
	}
	if len(p.findings) >= mostFindings {
		return
	}
	where, shown := p.lastWords(y)
	words := p.place(m.passage) + "：" + m.what() + "写的是 " + m.shown() + "，" + where + "是 " + shown + "，应为" + p.shouldRead(m, y) + "。"
	if r.Severity == report.Notice {
		words += "只差末位一个单位，像是抄录时的出入。"
	}
	f := report.Finding{Rule: r.ID, Severity: r.Severity, Title: r.Title, Why: r.Why, Hint: r.Hint, Message: words, Relation: string(equation.Equal),
		Left: amount.Plain(m.figure.Value), Right: amount.Plain(y.expected.Round(4)), Difference: amount.Plain(off.Round(4)), Bound: amount.Plain(y.bound.Round(4)),
		Equation: m.what() + " " + m.shown() + " ≠ " + p.worked(m, y) + "（" + where + " " + shown + "）",
		Cells:    []report.Cell{p.cell(m, report.Left)}}
	if m.column != before {
		for _, c := range y.now {
			if c.Table != p.table {
				f.Cells = append(f.Cells, p.formCell(c))
			}
		}
	}
	for i, c := range y.cells {
		cell := rule.CellOf(p.last.Book, c)
		cell.File, cell.Side, cell.Value = p.last.File, report.Right, amount.Plain(y.was[i].Value)
		f.Cells = append(f.Cells, cell)
	}
	p.told[key] = p.add(f, nil)
	m.finding = p.told[key] + 1
}

// lastWords name last year's cells with what they say, as that book prints it.
func (p *past) lastWords(y *years) (where, shown string) {
	f := y.cells[0]
	where = strconv.Itoa(p.year-1) + " 年度" + f.Table.Form.Short + "（"
	for i, c := range y.cells {
		if i > 0 {
			where += " + "
		}
		where += rowAndColumn(c)
	}
	sum, _ := sumFigures(y.cells)
	return where + "）", amount.Group(sum) + " " + p.last.Book.Unit.Name
}

// worked is what a figure should be, as the text prints such.
func (p *past) worked(m *mention, y *years) string {
	if m.number.kind == percent {
		return amount.Plain(y.expected.Round(max(m.figure.Places, 2))) + "%"
	}
	return p.inText(y.expected, m)
}

// shouldRead is what the text should say: 增加 325.31 万元，增长 24.05 %.
func (p *past) shouldRead(m *mention, y *years) string {
	was, _ := sumFigures(y.was)
	if m.column == before {
		return " " + p.inText(was, m)
	}
	now, _ := sumFigures(y.now)
	d := now.Sub(was)
	way, rate := "增加", "增长"
	if d.IsNegative() {
		way, rate = "减少", "下降"
	}
	var said []string
	if m.column == change {
		if d.IsZero() {
			return "持平"
		}
		said = append(said, way+" "+p.inText(d.Abs(), m))
	}
	if top, ok := d.Abs().Shift(2); ok && was.IsPositive() {
		if q, ok := top.Over(was); ok {
			places := max(p.usualPercent, 2)
			if m.number.kind == percent {
				places = max(places, m.number.places)
			}
			said = append(said, rate+" "+amount.Plain(q.Round(places))+" %")
		}
	}
	return strings.Join(said, "，")
}

// inText is an amount as the text prints it beside a figure: in its unit, to its place.
func (p *past) inText(a amount.Amount, m *mention) string {
	unit, ok := amount.UnitNamed(m.number.unit)
	if !ok {
		unit = p.unit
	}
	printed, _ := p.unit.In(unit, p.rounded(a, unit, m))
	return amount.Group(printed) + " " + unit.Name
}
