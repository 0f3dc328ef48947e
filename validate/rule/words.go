package rule

import (
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/internal/sha256"
	"suanqing/validate/judge"
	"suanqing/validate/report"
)

// finding puts an equation that did not come out into words.
func (r *Rule) finding(b *bind.Book, in *judge.Instance, severity report.Severity) report.Finding {
	w := newWording(b.Standard, in, r.Equation)
	left, right := newSide(in.Left, r.Equation.Left), newSide(in.Right, r.Equation.Right)
	f := report.Finding{
		Rule: r.ID, Severity: severity, Title: r.Title, Why: r.Why, Hint: r.Hint,
		Left: amount.Plain(in.LeftSum), Right: amount.Plain(in.RightSum), Relation: string(r.Equation.Relation),
		Difference: amount.Plain(in.Difference), Bound: amount.Plain(in.Bound),
		Message:  w.message(in, left, right, b.Unit.Name, severity),
		Equation: w.figures(in, left, right, r.Equation.Relation),
		Cells:    operandCells(b, in),
	}
	f.Message += listed(len(f.Cells), len(in.Left)+len(in.Right))
	if severity == report.Tail {
		f.Hint = "四舍五入造成的尾差，在允许范围内，不用改。"
	}
	f.Fingerprint = fingerprint(b, r.ID, &f)
	return f
}

// unrounded says that figures agree as shown and not as stored.
func (r *Rule) unrounded(b *bind.Book, in *judge.Instance) report.Finding {
	f := r.finding(b, in, report.Notice)
	w := newWording(b.Standard, in, r.Equation)
	f.Message = w.where + "显示的数相符，但单元格里存的更多位小数算下来差 " + amount.Plain(in.StoredDiff) + " " + b.Unit.Name + "。"
	f.Hint = "单元格存的位数比显示的多。公布前用 ROUND 取到两位小数，或确认下级数据无误。"
	f.Fingerprint = fingerprint(b, r.ID+"/unrounded", &f)
	return f
}

// wording knows what need not be said again: the form, row or column that all
// operands share.
type wording struct {
	standard                   *form.Standard
	where                      string // 支出决算表“基本支出”栏：
	oneForm, oneRow, oneColumn bool
}

func newWording(standard *form.Standard, in *judge.Instance, e *equation.Equation) *wording {
	w := &wording{standard: standard, oneForm: true, oneRow: true, oneColumn: true}
	var first *bind.Figure
	for _, side := range [][]equation.Term{e.Left, e.Right} {
		for i := range side {
			w.oneForm = w.oneForm && side[i].Form == e.Left[0].Form && side[i].Role == e.Left[0].Role
		}
	}
	for _, side := range [][]judge.Operand{in.Left, in.Right} {
		for _, o := range side {
			f := o.Figure
			if first == nil {
				first = f
			}
			w.oneRow = w.oneRow && f.Row.Key == first.Row.Key
			w.oneColumn = w.oneColumn && f.Column.ID == first.Column.ID
		}
	}
	if first == nil {
		return w
	}
	switch {
	case !w.oneForm && w.oneRow:
		w.where = rowName(first.Row) + "："
	case w.oneForm && w.oneRow:
		w.where = first.Table.Form.Short + "“" + rowName(first.Row) + "”行："
	case w.oneForm && w.oneColumn && first.Column.ID != "金额":
		w.where = first.Table.Form.Short + "“" + first.Column.ID + "”栏："
	case w.oneForm:
		w.where = first.Table.Form.Short + "："
	}
	return w
}

// rowName is a row as a clerk says it: code and name, or label.
func rowName(r *bind.Row) string {
	switch {
	case r.Key == form.Total:
		return form.Total
	case form.IsCode(r.Key) && r.Code != "":
		return r.Key + " " + r.Name
	case form.IsCode(r.Key):
		return form.StripOrdinal(r.Name)
	}
	return r.Key
}

// label names an operand by what the sentence has not yet said.
func (w *wording) label(f *bind.Figure) string {
	short := ""
	if !w.oneForm {
		short = f.Table.Form.Short
	}
	row, column := rowName(f.Row), f.Column.ID
	if column == "金额" || column == "小计" && !w.oneForm {
		column = ""
	}
	switch {
	case w.oneRow && column != "":
		row = ""
	case w.oneForm && w.oneColumn:
		column = ""
	}
	return joinWords(short, row, column)
}

func joinWords(parts ...string) string {
	kept := parts[:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " ")
}

// side is one side of an instance: its terms and the figures found for them.
type side struct {
	operands []judge.Operand
	terms    []equation.Term
	printed  []judge.Operand // those worth saying: with a figure, or the only one
}

func newSide(operands []judge.Operand, terms []equation.Term) side {
	s := side{operands: operands, terms: terms}
	for i, o := range operands {
		if o.Figure.State == bind.Money && !o.Figure.Value.IsZero() || len(operands) == 1 {
			if s.printed == nil {
				s.printed = make([]judge.Operand, 0, len(operands)-i)
			}
			s.printed = append(s.printed, o)
		}
	}
	return s
}

// message is the sentence a colleague would say.
func (w *wording) message(in *judge.Instance, left, right side, unit string, severity report.Severity) string {
	more := " 多 "
	if in.Difference.IsNegative() {
		more = " 少 "
	}
	s := w.where + w.sideWords(left) + " 比 " + w.sideWords(right) + more + amount.Group(in.Difference.Abs()) + " " + unit
	if severity == report.Tail {
		s += "（尾差，允许 " + amount.Plain(in.Bound) + "）"
	}
	return strings.TrimSpace(s) + "。"
}

// sideWords says one side without its figures.
func (w *wording) sideWords(s side) string {
	printed := s.printed
	if len(printed) == 0 {
		return s.absence(w)
	}
	if t := printed[0].Term; t.Sum && len(s.terms) == 1 {
		return groupWords(t, s.operands)
	}
	var b strings.Builder
	for i, o := range printed {
		if i > 0 || o.Minus {
			b.WriteString(signWord(o.Minus))
		}
		if i == mostWords {
			b.WriteString("其余 " + strconv.Itoa(len(printed)-i) + " 项")
			break
		}
		b.WriteString(w.label(o.Figure))
	}
	return b.String()
}

// absence says a side on which nothing is printed.
func (s side) absence(w *wording) string {
	switch {
	case len(s.operands) > 0 && s.terms[0].Sum:
		return groupWords(&s.terms[0], s.operands) + "（全部空白）"
	case len(s.operands) > 0:
		return "右边各栏（全部空白）"
	case len(s.terms) == 1 && !w.oneForm:
		return w.standard.ByID(s.terms[0].Form).Short + "（没有这一行）"
	case !w.oneForm:
		return "其他表（没有这一行）"
	}
	return "空白"
}

func signWord(minus bool) string {
	if minus {
		return " − "
	}
	return " + "
}

// groupWords names a sum over a set of rows.
func groupWords(t *equation.Term, side []judge.Operand) string {
	switch t.Row {
	case form.Classes:
		return "各类支出之和"
	case form.IncomeLines:
		return "各项收入之和"
	case form.OpeningFund:
		return "三项预算之和"
	case equation.Children:
		length := len(side[0].Figure.Row.Key)
		for _, o := range side {
			if len(o.Figure.Row.Key) != length {
				length = 0
			}
		}
		switch length {
		case 3:
			return "各类之和"
		case 5:
			return "所属各款之和"
		case 7:
			return "所属各项之和"
		}
		return "所属各科目之和"
	}
	return t.Row + "之和"
}

// figures is the equation with its figures put in. Blank operands of a sum are
// left out; they are nothing.
func (w *wording) figures(in *judge.Instance, left, right side, relation equation.Relation) string {
	sign := string(relation)
	switch {
	case in.Result == judge.Tail:
		sign = "≈"
	case in.Result == judge.Broken:
		sign = map[equation.Relation]string{equation.Equal: "≠", equation.AtMost: ">", equation.AtLeast: "<"}[relation]
	}
	s := w.sideFigures(left, in.LeftSum) + " " + sign + " " + w.sideFigures(right, in.RightSum)
	s += "（差 " + amount.Group(in.Difference)
	if in.Bound.IsPositive() {
		s += "，允许尾差 " + amount.Plain(in.Bound)
	}
	return s + "）"
}

func (w *wording) sideFigures(s side, sum amount.Amount) string {
	printed := s.printed
	if len(printed) == 0 {
		return s.absence(w)
	}
	var b strings.Builder
	for i, o := range printed {
		if i > 0 || o.Minus {
			b.WriteString(signWord(o.Minus))
		}
		if i == mostWords {
			b.WriteString("其余 " + strconv.Itoa(len(printed)-i) + " 项")
			break
		}
		b.WriteString(w.label(o.Figure) + " ")
		if o.Figure.State == bind.Money {
			b.WriteString(amount.Group(o.Figure.Value))
		} else {
			b.WriteString("空白")
		}
	}
	if len(printed) > 1 {
		b.WriteString(" = " + amount.Group(sum))
	}
	return b.String()
}

// operandCells lists every operand with its place, left side first.
func operandCells(b *bind.Book, in *judge.Instance) []report.Cell {
	cells := make([]report.Cell, 0, min(len(in.Left)+len(in.Right), mostOperands))
	add := func(side []judge.Operand, name report.Side) {
		for _, o := range side {
			if len(cells) == mostOperands {
				return
			}
			c := CellOf(b, o.Figure)
			c.Side, c.Sign = name, "+"
			if o.Minus {
				c.Sign = "-"
			}
			cells = append(cells, c)
		}
	}
	add(in.Left, report.Left)
	add(in.Right, report.Right)
	return cells
}

// CellOf is a figure's place with its row, column and value in words.
func CellOf(b *bind.Book, f *bind.Figure) report.Cell {
	c := cellAt(b, f.At)
	c.Form, c.Row, c.Column = string(f.Table.Form.ID), f.Row.Key, f.Column.ID
	c.Label = joinWords(rowName(f.Row), f.Column.ID)
	if f.State == bind.Money {
		c.Value = amount.Plain(f.Value)
	}
	return c
}

// NameCell is the place of a row's name.
func NameCell(b *bind.Book, r *bind.Row) report.Cell {
	c := cellAt(b, r.NameAt)
	c.Row, c.Label = r.Key, rowName(r)
	return c
}

func cellAt(b *bind.Book, at bind.Place) report.Cell {
	return report.Cell{Sheet: b.SheetAt(at).Name, Cell: document.Address(at.Row, at.Col)}
}

// fingerprint stands for a rule and the figures it found, wherever they stand: an
// acceptance bound to it lapses when a figure changes, or what it means: its unit,
// its precision, and with them whether rounding explains it.
func fingerprint(b *bind.Book, rule string, f *report.Finding) string {
	text := append(make([]byte, 0, 256+64*len(f.Cells)), rule...)
	add := func(before byte, part string) { text = append(append(text, before), part...) }
	for _, part := range [...]string{string(f.Severity), b.Unit.Name, f.Left, f.Right, f.Bound} {
		add('\n', part)
	}
	for i := range f.Cells {
		c := &f.Cells[i]
		before := byte('\n')
		for _, part := range [...]string{c.Form, c.Row, c.Column, c.Value} {
			add(before, part)
			before = '|'
		}
	}
	return sha256.Hex(text)[:16]
}
