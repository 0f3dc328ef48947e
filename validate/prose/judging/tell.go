package judging

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Tell tells that an equation about the text does not hold: with a finding of its own, or
// with that about a figure in it which is wrong already. more is the guess of what
// happened. It gives the index of a new finding; −1 where there is none.
func (j *Text) Tell(r *rule.Rule, severity report.Severity, m *mention.Mention, o *Operands, in *judge.Instance, words, more string) int {
	for _, n := range o.Mentions {
		if n.Finding > 0 && !j.Sound(n) && j.Findings[n.Finding-1].Severity != report.Tail {
			f := &j.Findings[n.Finding-1]
			if rank(severity) < rank(f.Severity) {
				f.Severity = severity
			}
			j.Attach(n.Finding-1, o)
			m.Finding = n.Finding
			return -1
		}
	}
	if len(j.Findings) >= MostFindings {
		return -1
	}
	f := report.Finding{Rule: r.ID, Severity: severity, Title: r.Title, Why: r.Why, Hint: r.Hint, Cells: []report.Cell{}}
	f.Message = j.Where(m.Passage) + "：" + words + "。"
	if more != "" {
		f.Message += more
	}
	if in != nil {
		f.Left, f.Right, f.Difference, f.Bound = amount.Plain(in.LeftSum), amount.Plain(in.RightSum.Round(4)), amount.Plain(in.Difference.Round(4)), amount.Plain(in.Bound.Round(4))
		f.Relation = string(r.Equation.Relation)
		f.Equation = j.equationWords(m, o, in)
	}
	f.Cells = append(f.Cells, j.Cell(m, report.Left))
	for _, n := range o.Mentions {
		if n != m && len(f.Cells) < MostCells {
			f.Cells = append(f.Cells, j.Cell(n, report.Right))
		}
	}
	for _, c := range o.cells {
		if len(f.Cells) < MostCells {
			f.Cells = append(f.Cells, j.FormCell(c))
		}
	}
	return j.Add(f, o.Mentions)
}

// TellAmount tells that the text and a form differ.
func (j *Text) TellAmount(r *rule.Rule, m *mention.Mention, in *judge.Instance, outcome report.Outcome) int {
	if m.Finding > 0 {
		return m.Finding - 1
	}
	severity := r.Severity
	off := in.Difference.Abs()
	switch {
	case outcome == report.HasTail:
		severity = report.Tail
	case off.Cmp(j.slip(m, in)) <= 0 && r.Severity == report.Error:
		severity = report.Notice
	}
	var b *blame
	if severity == report.Error || severity == report.Notice {
		b = j.blamed(in)
		if at := j.again(m, r, in, b); at >= 0 {
			return at
		}
	}
	if len(j.Findings) >= MostFindings {
		return -1
	}
	more := "，多 "
	if in.Difference.IsNegative() {
		more = "，少 "
	}
	where, shown := j.cellWords(in.Right, r)
	words := j.Where(m.Passage) + "：" + m.What() + "写的是 " + m.Shown() + "，" + where + "是" + Spaced(shown) + more + amount.Group(off.Round(max(2, j.Usual))) + " " + j.Unit.Name + "。"
	hint := r.Hint
	if b != nil {
		words, hint = words+b.words(len(in.Right) > 1), blameHint
	} else if severity == report.Notice {
		words += "只差末位一个单位，像是抄录时的出入。"
	} else if severity == report.Error {
		words += j.copied(m, in)
	}
	relation := " ≠ "
	if severity == report.Tail {
		relation = " ≈ "
	}
	f := report.Finding{Rule: r.ID, Severity: severity, Title: r.Title, Why: r.Why, Hint: hint, Message: words,
		Left: amount.Plain(in.LeftSum), Right: amount.Plain(in.RightSum), Relation: string(r.Equation.Relation),
		Difference: amount.Plain(in.Difference), Bound: amount.Plain(in.Bound),
		Equation: m.What() + " " + amount.Group(in.LeftSum) + relation + where + Spaced(shown) + "（差 " + amount.Group(in.Difference) + "）",
		Cells:    []report.Cell{j.Cell(m, report.Left)}}
	if severity == report.Tail {
		f.Hint = "四舍五入造成的尾差，在允许范围内，不用改。"
	}
	for _, o := range in.Right {
		f.Cells = append(f.Cells, j.FormCell(o.Figure))
	}
	at := j.Add(f, []*mention.Mention{m})
	m.Finding = at + 1
	if severity == report.Error || severity == report.Notice {
		j.noteDifference(at, r, in, b)
	}
	return at
}

// TellTail tells a rounding tail between the text and a form.
func (j *Text) TellTail(r *rule.Rule, m *mention.Mention, in *judge.Instance) {
	kept := m.Finding
	m.Finding = 0
	j.TellAmount(r, m, in, report.HasTail)
	m.Finding = kept
}

// cellWords names the form's cells with what they say.
func (j *Text) cellWords(right []judge.Operand, r *rule.Rule) (where, shown string) {
	if len(right) == 0 {
		t := r.Equation.Right[0]
		return mention.Standard.ByID(t.Form).Short + "（没有这一行）", "空白"
	}
	sum := amount.Zero
	for i, o := range right {
		f := o.Figure
		if i > 0 {
			where += " + "
		} else {
			where = f.Table.Form.Short + "（"
		}
		where += RowAndColumn(f)
		if f.State == bind.Money {
			sum = sum.Add(f.Value)
		}
	}
	if where += "）"; len(right) == 1 && right[0].Figure.State != bind.Money {
		return where, "空白"
	}
	return where, amount.Group(sum) + " " + j.Unit.Name
}

// Told tells something about words.
func (j *Text) Told(id string, severity report.Severity, p *passage.Passage, from, to int, words string, cells ...report.Cell) {
	if len(j.Findings) >= MostFindings {
		return
	}
	r := RuleByID[id]
	j.Judged(id, report.Violated)
	f := report.Finding{Rule: id, Severity: severity, Title: r.Title, Why: r.Why, Hint: r.Hint, Message: j.Where(p) + "：" + words + "。",
		Cells: append([]report.Cell{j.WordsAt(p, from, to)}, cells...)}
	j.Add(f, nil)
}
