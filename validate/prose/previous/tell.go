package previous

import (
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/equation"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// tellPrevious tells that a figure is not what last year's forms make it, once for what a
// sentence says of a subject.
func (p *past) tellPrevious(m *mention.Mention, y *years) {
	off := m.Figure.Value.Sub(y.expected)
	unit := amount.New(1, -m.Figure.Places)
	if u, ok := amount.UnitNamed(m.Number.Unit); ok && m.Number.Kind == scan.Money {
		unit, _ = u.In(p.Unit, unit)
	}
	if y.bound.Cmp(unit) > 0 {
		unit = y.bound.Add(unit)
	}
	r := *judging.RuleByID[judging.PreviousRule]
	if off.Abs().Cmp(unit) <= 0 {
		r.Severity = report.Notice
	}
	p.Judged(judging.PreviousRule, report.Violated, m)
	if r.Severity == report.Error {
		m.Suspect = true
		right := m.Figure
		right.Value = y.expected
		p.Right[m] = right
	}
	key := toldOf{m.Sentence, m.Subject.Key}
	if at, ok := p.told[key]; ok && (p.Findings[at].Severity == report.Error || r.Severity == report.Notice) {
		p.Attach(at, &judging.Operands{Mentions: []*mention.Mention{m}})
		m.Finding = at + 1
		return
	}
	if len(p.Findings) >= judging.MostFindings {
		return
	}
	where, shown := p.lastWords(y)
	words := p.Where(m.Passage) + "：" + m.What() + "写的是 " + m.Shown() + "，" + where + "是 " + shown + "，应为" + p.shouldRead(m, y) + "。"
	if r.Severity == report.Notice {
		words += "只差末位一个单位，像是抄录时的出入。"
	}
	f := report.Finding{Rule: r.ID, Severity: r.Severity, Title: r.Title, Why: r.Why, Hint: r.Hint, Message: words, Relation: string(equation.Equal),
		Left: amount.Plain(m.Figure.Value), Right: amount.Plain(y.expected.Round(4)), Difference: amount.Plain(off.Round(4)), Bound: amount.Plain(y.bound.Round(4)),
		Equation: m.What() + " " + m.Shown() + " ≠ " + p.worked(m, y) + "（" + where + " " + shown + "）",
		Cells:    []report.Cell{p.Cell(m, report.Left)}}
	if m.Column != lexicon.Before {
		for _, c := range y.now {
			if c.Table != p.Table {
				f.Cells = append(f.Cells, p.FormCell(c))
			}
		}
	}
	for i, c := range y.cells {
		cell := rule.CellOf(p.last.Book, c)
		cell.File, cell.Side, cell.Value = p.last.File, report.Right, amount.Plain(y.was[i].Value)
		f.Cells = append(f.Cells, cell)
	}
	p.told[key] = p.Add(f, nil)
	m.Finding = p.told[key] + 1
}

// lastWords name last year's cells with what they say, as that book prints it.
func (p *past) lastWords(y *years) (where, shown string) {
	f := y.cells[0]
	where = strconv.Itoa(p.Year-1) + " 年度" + f.Table.Form.Short + "（"
	for i, c := range y.cells {
		if i > 0 {
			where += " + "
		}
		where += judging.RowAndColumn(c)
	}
	sum, _ := judging.SumFigures(y.cells)
	return where + "）", amount.Group(sum) + " " + p.last.Book.Unit.Name
}

// worked is what a figure should be, as the text prints such.
func (p *past) worked(m *mention.Mention, y *years) string {
	if m.Number.Kind == scan.Percent {
		return amount.Plain(y.expected.Round(max(m.Figure.Places, 2))) + "%"
	}
	return p.inText(y.expected, m)
}

// shouldRead is what the text should say: 增加 325.31 万元，增长 24.05 %.
func (p *past) shouldRead(m *mention.Mention, y *years) string {
	was, _ := judging.SumFigures(y.was)
	if m.Column == lexicon.Before {
		return " " + p.inText(was, m)
	}
	now, _ := judging.SumFigures(y.now)
	d := now.Sub(was)
	way, rate := "增加", "增长"
	if d.IsNegative() {
		way, rate = "减少", "下降"
	}
	var said []string
	if m.Column == lexicon.Change {
		if d.IsZero() {
			return "持平"
		}
		said = append(said, way+" "+p.inText(d.Abs(), m))
	}
	if top, ok := d.Abs().Shift(2); ok && was.IsPositive() {
		if q, ok := top.Over(was); ok {
			places := max(p.UsualPercent, 2)
			if m.Number.Kind == scan.Percent {
				places = max(places, m.Number.Places)
			}
			said = append(said, rate+" "+amount.Plain(q.Round(places))+" %")
		}
	}
	return strings.Join(said, "，")
}

// inText is an amount as the text prints it beside a figure: in its unit, to its place.
func (p *past) inText(a amount.Amount, m *mention.Mention) string {
	unit, ok := amount.UnitNamed(m.Number.Unit)
	if !ok {
		unit = p.Unit
	}
	printed, _ := p.Unit.In(unit, p.rounded(a, unit, m))
	return amount.Group(printed) + " " + unit.Name
}
