package prose

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/judge"
	"suanqing/validate/rule"
)

// What the text says of itself is judged in three steps, each in one place. The reader binds
// figures to names (context.go, figure.go); a judgement picks those of one statement and
// calls them as the equation does (operands); package judge works the equation out over
// their intervals. Nothing here adds, divides or allows for rounding.

// operands are the figures of one statement, by the names that the equations of the
// catalogue know them by, with the mentions they are from.
type operands struct {
	figures  map[string][]*bind.Figure
	mentions []*mention
	cells    []*bind.Figure // those of forms
}

// Names of figures that are not of 本行.
const (
	wholeFinal = wholeRow + " " + final
	wholeDone  = wholeRow + " " + done
	elsewhere  = elseRow + " " + equation.ThisColumn
	thisFigure = equation.ThisColumn
)

func named(row, column string) string { return row + " " + column }

// nameOf is what a term of an equation is called among the figures of a statement: by its
// column, and what is not of 本行 or of the own book by that as well.
func nameOf(t *equation.Term) string {
	name := t.Column
	if t.Row != equation.ThisRow {
		name = named(t.Row, name)
	}
	if t.Role != form.Own {
		name = string(t.Role) + "." + name
	}
	return name
}

// given makes the terms of 文 figures.
func given(figures map[string][]*bind.Figure) judge.Given {
	return func(t *equation.Term) ([]*bind.Figure, bool) {
		if t.Form != written.ID {
			return nil, false
		}
		return figures[nameOf(t)], true
	}
}

func (o *operands) put(name string, figures ...*bind.Figure) {
	if o.figures == nil {
		o.figures = map[string][]*bind.Figure{}
	}
	o.figures[name] = append(o.figures[name], figures...)
}

func (o *operands) add(name string, m *mention) { o.addAs(name, m, &m.figure) }

// addAs adds a figure of a mention that stands for another interval than it prints.
func (o *operands) addAs(name string, m *mention, f *bind.Figure) {
	o.put(name, f)
	o.mentions = append(o.mentions, m)
}

func (o *operands) addCells(name string, cells []*bind.Figure) {
	o.put(name, cells...)
	o.cells = append(o.cells, cells...)
}

// nothing says whether all that is called so is 0.
func (o *operands) nothing(name string) bool {
	sum, _ := sumFigures(o.figures[name])
	return sum.IsZero()
}

// over is a figure, give or take so much.
func over(f *bind.Figure, half amount.Amount) *bind.Figure {
	other := *f
	other.Half = half
	return &other
}

// exactly is a figure that words say and no digits: all of something is 100 %, less is −1.
func (j *judging) exactly(value int64) *bind.Figure {
	row := &bind.Row{Key: wholeRow, Name: wholeRow}
	return &bind.Figure{Table: j.table, Row: row, State: bind.Money, Value: amount.New(value, 0), Counts: true}
}

// evaluate works an equation out over the figures of a statement about a subject. The
// instance is nil where it does not apply or cannot be judged, which the skip then says.
func (j *judging) evaluate(e *equation.Equation, s *subject, o *operands) (*judge.Instance, *judge.Skip) {
	code := ""
	if s != nil {
		code = s.code
	}
	return j.judge.Fill(e, code, given(o.figures))
}

// against evaluates an equation between a figure of the text and the forms.
func (j *judging) against(e *equation.Equation, m *mention) (*judge.Instance, *judge.Skip) {
	figures := []*bind.Figure{&m.figure}
	return j.judge.Fill(e, m.subject.code, func(t *equation.Term) ([]*bind.Figure, bool) { return figures, t.Form == written.ID })
}

// with works the equation of a rule out with other figures in the place of some mentions'.
func (j *judging) with(r *rule.Rule, s *subject, o *operands, others map[*mention]bind.Figure) *judge.Instance {
	kept := make(map[*mention]bind.Figure, len(others))
	for n, f := range others {
		kept[n] = n.figure
		n.figure.Value, n.figure.Half = f.Value, f.Half
	}
	in, _ := j.evaluate(r.Equation, s, o)
	for n, f := range kept {
		n.figure = f
	}
	return in
}

// turned says whether the equation of a rule holds with a figure the other way.
func (j *judging) turned(r *rule.Rule, s *subject, o *operands, m *mention) bool {
	f := m.figure
	f.Value = f.Value.Neg()
	return j.with(r, s, o, map[*mention]bind.Figure{m: f}).Bears()
}

// mended attaches the operands of a broken equation to the finding about one of them that is
// wrong by another rule, where the equation holds with its right figure.
func (j *judging) mended(r *rule.Rule, s *subject, o *operands) bool {
	for _, n := range o.mentions {
		right, ok := j.right[n]
		if ok && n.suspect && n.finding > 0 && j.with(r, s, o, map[*mention]bind.Figure{n: right}).Bears() {
			j.attach(n.finding-1, o)
			return true
		}
	}
	return false
}
