package prose

import (
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/internal/sha256"
	"suanqing/validate/judge"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Caps on what is told.
const (
	mostFindings = 500
	mostCells    = 60
)

// words is the wording of a place: the section and the paragraph.
func (j *judging) place(p *passage) string {
	at := j.paragraph(p)
	switch {
	case p.section == nil:
		return at
	case !strings.HasPrefix(at, "第 "):
		at = " " + at
	}
	return "“" + clip(p.section.title, 24) + "”" + at
}

// paragraph is where a passage begins: 第 31 段, or on a sheet of a workbook its cell,
// which a person finds there.
func (j *judging) paragraph(p *passage) string {
	if len(p.from) > 0 {
		src := &j.sources[p.from[0].cell]
		if sheet := j.book.Document.Sheets[src.place.Sheet]; !sheet.Written {
			return sheet.Name + "!" + address(src.place)
		}
	}
	return "第 " + strconv.Itoa(p.number) + " 段"
}

func clip(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most-1]) + "…"
}

// shown is a figure as the text prints it.
func (m *mention) shown() string {
	s := string(m.passage.text[m.number.at:m.number.digits])
	switch m.number.unit {
	case "%":
		return s + "%"
	case "":
		return s
	}
	return s + " " + m.number.unit
}

// direction is the word for which way a figure changes.
func (m *mention) direction() string {
	if m.number.value.IsNegative() {
		return "减少"
	}
	return "增加"
}

func (m *mention) columnWord() string {
	switch m.column {
	case growth, planGrowth:
		if m.unsignedGap() {
			return "差异率"
		}
		if m.number.value.IsNegative() {
			return "下降率"
		}
		return "增长率"
	case change, planChange:
		if m.number.value.IsNegative() {
			return "减少额"
		}
		return "增加额"
	case final:
		if m.subject != nil && m.subject.key == keyEvaluated {
			return "金额"
		}
		switch topicOf(m.passage) {
		case procurement:
			return "金额"
		case performance:
			return "执行数"
		}
		return "决算数"
	case before:
		return "上年数"
	case things:
		return "数量"
	}
	return m.column
}

// cell is a mention as a place of words.
func (j *judging) cell(m *mention, side report.Side) report.Cell {
	c := j.figureAt(m)
	c.Side = side
	if m.subject != nil && m.column != "" {
		c.Label = m.subject.label() + " " + m.against() + m.columnWord()
	}
	if c.Value = amount.Plain(m.figure.Value); m.number.kind == count {
		c.Value = strconv.FormatInt(m.figure.Value.Whole(), 10)
	}
	return c
}

// figureAt is the words of a figure, in the cell where its digits stand.
func (j *judging) figureAt(m *mention) report.Cell {
	p := m.passage
	at, end := p.from[m.number.at].cell, m.number.end
	for end > m.number.digits && p.from[end-1].cell != at {
		end--
	}
	return j.wordsAt(p, m.lead, end)
}

const mostWords = 60 // characters of the words of a place

// wordsAt is a place of words, from a rune of a passage to another, as they stand in the
// cell they begin in, or where the last of them stand.
func (j *judging) wordsAt(p *passage, from, to int) report.Cell {
	to = min(to, len(p.from))
	from = max(0, min(from, to-1))
	if to-from > mostWords {
		from = to - mostWords
	}
	last := p.from[to-1]
	for p.from[from].cell != last.cell {
		from++
	}
	src := &j.sources[last.cell]
	start, end := int(p.from[from].at), int(last.at)+1
	words := j.runesOf(last.cell)
	end = min(end, len(words))
	sheet := j.book.Document.Sheets[src.place.Sheet]
	c := report.Cell{Sheet: sheet.Name, Cell: address(src.place), Document: src.file, Paragraph: src.para, At: start}
	if !sheet.Written { // it has cells, no paragraphs
		c.Paragraph = 0
	}
	if start < end {
		c.Words = strings.TrimSpace(string(words[start:end]))
	}
	if p.section != nil {
		c.Section = p.section.number
	}
	if c.Document == "" {
		c.Document = j.ownName
	}
	return c
}

// tell tells that an equation about the text does not hold: with a finding of its own, or
// with that about a figure in it which is wrong already. more is the guess of what
// happened. It gives the index of a new finding; −1 where there is none.
func (j *judging) tell(r *rule.Rule, severity report.Severity, m *mention, o *operands, in *judge.Instance, words, more string) int {
	for _, n := range o.mentions {
		if n.finding > 0 && !j.sound(n) && j.findings[n.finding-1].Severity != report.Tail {
			f := &j.findings[n.finding-1]
			if rank(severity) < rank(f.Severity) {
				f.Severity = severity
			}
			j.attach(n.finding-1, o)
			m.finding = n.finding
			return -1
		}
	}
	if len(j.findings) >= mostFindings {
		return -1
	}
	f := report.Finding{Rule: r.ID, Severity: severity, Title: r.Title, Why: r.Why, Hint: r.Hint, Cells: []report.Cell{}}
	f.Message = j.place(m.passage) + "：" + words + "。"
	if more != "" {
		f.Message += more
	}
	if in != nil {
		f.Left, f.Right, f.Difference, f.Bound = amount.Plain(in.LeftSum), amount.Plain(in.RightSum.Round(4)), amount.Plain(in.Difference.Round(4)), amount.Plain(in.Bound.Round(4))
		f.Relation = string(r.Equation.Relation)
		f.Equation = j.equationWords(m, o, in)
	}
	f.Cells = append(f.Cells, j.cell(m, report.Left))
	for _, n := range o.mentions {
		if n != m && len(f.Cells) < mostCells {
			f.Cells = append(f.Cells, j.cell(n, report.Right))
		}
	}
	for _, c := range o.cells {
		if len(f.Cells) < mostCells {
			f.Cells = append(f.Cells, j.formCell(c))
		}
	}
	return j.add(f, o.mentions)
}

// sound says whether a form confirms a figure.
func (j *judging) sound(m *mention) bool {
	_, known := j.right[m]
	return known && !m.suspect
}

func rank(s report.Severity) int {
	switch s {
	case report.Error:
		return 0
	case report.Warning:
		return 1
	case report.Tail:
		return 2
	}
	return 3
}

// add takes a finding about mentions.
func (j *judging) add(f report.Finding, about []*mention) int {
	f.Fingerprint = fingerprint(&f)
	j.findings = append(j.findings, f)
	for _, n := range about {
		if n.finding == 0 && !j.sound(n) {
			n.finding = len(j.findings)
		}
	}
	return len(j.findings) - 1
}

// attach adds the places of an equation to a finding that explains it.
func (j *judging) attach(at int, o *operands) {
	if at < 0 || at >= len(j.findings) {
		return
	}
	f := &j.findings[at]
	for _, n := range o.mentions {
		c := j.cell(n, "")
		known := false
		for i := range f.Cells {
			known = known || f.Cells[i].Words != "" && f.Cells[i].Sheet == c.Sheet && f.Cells[i].Cell == c.Cell && f.Cells[i].At == c.At && f.Cells[i].Words == c.Words
		}
		if !known && len(f.Cells) < mostCells {
			f.Cells = append(f.Cells, c)
		}
		if n.finding == 0 && !j.sound(n) {
			n.finding = at + 1
		}
	}
	f.Fingerprint = fingerprint(f)
}

// formCell is a cell of a form in a finding.
func (j *judging) formCell(f *bind.Figure) report.Cell {
	c := rule.CellOf(j.book, f)
	c.Side = report.Right
	return c
}

// tellAmount tells that the text and a form differ.
func (j *judging) tellAmount(r *rule.Rule, m *mention, in *judge.Instance, outcome report.Outcome) int {
	if m.finding > 0 {
		return m.finding - 1
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
	if len(j.findings) >= mostFindings {
		return -1
	}
	more := "，多 "
	if in.Difference.IsNegative() {
		more = "，少 "
	}
	where, shown := j.cellWords(in.Right, r)
	words := j.place(m.passage) + "：" + m.what() + "写的是 " + m.shown() + "，" + where + "是" + spaced(shown) + more + amount.Group(off.Round(max(2, j.usual))) + " " + j.unit.Name + "。"
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
		Equation: m.what() + " " + amount.Group(in.LeftSum) + relation + where + spaced(shown) + "（差 " + amount.Group(in.Difference) + "）",
		Cells:    []report.Cell{j.cell(m, report.Left)}}
	if severity == report.Tail {
		f.Hint = "四舍五入造成的尾差，在允许范围内，不用改。"
	}
	for _, o := range in.Right {
		f.Cells = append(f.Cells, j.formCell(o.Figure))
	}
	at := j.add(f, []*mention{m})
	m.finding = at + 1
	if severity == report.Error || severity == report.Notice {
		j.noteDifference(at, r, in, b)
	}
	return at
}

// tellTail tells a rounding tail between the text and a form.
func (j *judging) tellTail(r *rule.Rule, m *mention, in *judge.Instance) {
	kept := m.finding
	m.finding = 0
	j.tellAmount(r, m, in, report.HasTail)
	m.finding = kept
}

// cellWords names the form's cells with what they say.
func (j *judging) cellWords(right []judge.Operand, r *rule.Rule) (where, shown string) {
	if len(right) == 0 {
		t := r.Equation.Right[0]
		return standard.ByID(t.Form).Short + "（没有这一行）", "空白"
	}
	sum := amount.Zero
	for i, o := range right {
		f := o.Figure
		if i > 0 {
			where += " + "
		} else {
			where = f.Table.Form.Short + "（"
		}
		where += rowAndColumn(f)
		if f.State == bind.Money {
			sum = sum.Add(f.Value)
		}
	}
	if where += "）"; len(right) == 1 && right[0].Figure.State != bind.Money {
		return where, "空白"
	}
	return where, amount.Group(sum) + " " + j.unit.Name
}

// fingerprint stands for a rule and the figures it found.
func fingerprint(f *report.Finding) string {
	text := []byte(f.Rule + "\n" + string(f.Severity) + "\n" + f.Left + "\n" + f.Right)
	for _, c := range f.Cells {
		text = append(text, "\n"+c.Form+"|"+c.Row+"|"+c.Column+"|"+c.Label+"|"+c.Value+"|"+c.Words...)
	}
	return sha256.Hex(text)[:16]
}
