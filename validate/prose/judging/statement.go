package judging

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/judge"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/rule"
)

// What the text says of itself is judged in three steps, each in one place. The reader (package read)
// binds figures to names; a rule picks those of one statement and
// calls them as the equation does (operands); package judge works the equation out over
// their intervals. Nothing here adds, divides or allows for rounding.

// Operands are the figures of one statement, by the names that the equations of the
// catalogue know them by, with the mentions they are from.
type Operands struct {
	Figures  map[string][]*bind.Figure
	Mentions []*mention.Mention
	cells    []*bind.Figure // those of forms
}

// Names of figures that are not of 本行.
const (
	WholeFinal  = mention.WholeRow + " " + lexicon.Final
	WholeDone   = mention.WholeRow + " " + lexicon.Done
	WholeThings = mention.WholeRow + " " + lexicon.Things
	elsewhere   = mention.ElseRow + " " + equation.ThisColumn
	ThisFigure  = equation.ThisColumn
)

// Named is what a figure of another row than 本行 is called.
func Named(row, column string) string { return row + " " + column }

// nameOf is what a term of an equation is called among the figures of a statement: by its
// column, and what is not of 本行 or of the own book by that as well.
func nameOf(t *equation.Term) string {
	name := t.Column
	if t.Row != equation.ThisRow {
		name = Named(t.Row, name)
	}
	if t.Role != form.Own {
		name = string(t.Role) + "." + name
	}
	return name
}

// Given makes the terms of 文 figures.
func Given(figures map[string][]*bind.Figure) judge.Given {
	return func(t *equation.Term) ([]*bind.Figure, bool) {
		if t.Form != mention.Written.ID {
			return nil, false
		}
		return figures[nameOf(t)], true
	}
}

// Put adds figures under a name.
func (o *Operands) Put(name string, figures ...*bind.Figure) {
	if o.Figures == nil {
		o.Figures = map[string][]*bind.Figure{}
	}
	o.Figures[name] = append(o.Figures[name], figures...)
}

// Add adds a mention's own figure.
func (o *Operands) Add(name string, m *mention.Mention) { o.AddAs(name, m, &m.Figure) }

// AddAs adds a figure of a mention that stands for another interval than it prints.
func (o *Operands) AddAs(name string, m *mention.Mention, f *bind.Figure) {
	o.Put(name, f)
	o.Mentions = append(o.Mentions, m)
}

// AddCells adds figures of forms.
func (o *Operands) AddCells(name string, cells []*bind.Figure) {
	o.Put(name, cells...)
	o.cells = append(o.cells, cells...)
}

// Nothing says whether all that is called so is 0.
func (o *Operands) Nothing(name string) bool {
	sum, _ := SumFigures(o.Figures[name])
	return sum.IsZero()
}

// Over is a figure, give or take so much.
func Over(f *bind.Figure, half amount.Amount) *bind.Figure {
	other := *f
	other.Half, other.Counts = half, true
	return &other
}

// Exactly is a figure that words say and no digits: all of something is 100 %, less is −1.
func (j *Text) Exactly(value int64) *bind.Figure {
	row := &bind.Row{Key: mention.WholeRow, Name: mention.WholeRow}
	return &bind.Figure{Table: j.Table, Row: row, State: bind.Money, Value: amount.New(value, 0), Counts: true}
}

// Evaluate works an equation out over the figures of a statement about a subject. The
// instance is nil where it does not apply or cannot be judged, which the skip then says.
func (j *Text) Evaluate(e *equation.Equation, s *lexicon.Subject, o *Operands) (*judge.Instance, *judge.Skip) {
	code := ""
	if s != nil {
		code = s.Code
	}
	return j.Judge.Fill(e, code, Given(o.Figures))
}

// Against evaluates an equation between a figure of the text and the forms.
func (j *Text) Against(e *equation.Equation, m *mention.Mention) (*judge.Instance, *judge.Skip) {
	figures := []*bind.Figure{&m.Figure}
	return j.Judge.Fill(e, m.Subject.Code, func(t *equation.Term) ([]*bind.Figure, bool) { return figures, t.Form == mention.Written.ID })
}

// Within says whether an equation that was evaluated against the forms holds with the figure
// of the text give or take another amount, and the cells as they are printed or, exact, no
// more and no less.
func (j *Text) Within(e *equation.Equation, m *mention.Mention, in *judge.Instance, half amount.Amount, exact bool) bool {
	again, _ := j.Judge.Fill(e, m.Subject.Code, func(t *equation.Term) (figures []*bind.Figure, ok bool) {
		if t.Form == mention.Written.ID {
			return []*bind.Figure{Over(&m.Figure, half)}, true
		}
		for _, o := range in.Right {
			if o.Term == t {
				cell := o.Figure.Half
				if exact {
					cell = amount.Zero
				}
				figures = append(figures, Over(o.Figure, cell))
			}
		}
		return figures, true
	})
	return again.Bears()
}

// With works the equation of a rule out with other figures in the place of some mentions'.
func (j *Text) With(r *rule.Rule, s *lexicon.Subject, o *Operands, others map[*mention.Mention]bind.Figure) *judge.Instance {
	kept := make(map[*mention.Mention]bind.Figure, len(others))
	for n, f := range others {
		kept[n] = n.Figure
		n.Figure.Value, n.Figure.Half = f.Value, f.Half
	}
	in, _ := j.Evaluate(r.Equation, s, o)
	for n, f := range kept {
		n.Figure = f
	}
	return in
}

// Turned says whether the equation of a rule holds with a figure the other way.
func (j *Text) Turned(r *rule.Rule, s *lexicon.Subject, o *Operands, m *mention.Mention) bool {
	f := m.Figure
	f.Value = f.Value.Neg()
	return j.With(r, s, o, map[*mention.Mention]bind.Figure{m: f}).Bears()
}

// AsRounded is what an amount may be off by whatever the text rounds to, where it is only asked
// whether parts are all of a whole.
var AsRounded = amount.New(1, -2)

// SumFigures adds amounts, and their half units; what is no amount is nothing.
func SumFigures(figures []*bind.Figure) (sum, half amount.Amount) {
	for _, f := range figures {
		if f.State == bind.Money {
			sum, half = sum.Add(f.Value), half.Add(f.Half)
		}
	}
	return sum, half
}
