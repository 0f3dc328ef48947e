package localise

import (
	"slices"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// newSystem puts the book's figures and judged identities into a system; nil when its
// figures are beyond any account's.
func newSystem(b *bind.Book, equations []rule.Judged) *system {
	s := &system{book: b, work: mostWork, alone: map[int32]single{}, negatives: map[*bind.Table]int{}, outcomes: map[tried]outcome{}}
	if !s.scale() {
		return nil
	}
	s.takeCells()
	s.takeConstraints(equations)
	s.takeLikened()
	s.broken = make([]bool, len(s.constraints))
	s.ignored = make([]bool, len(s.constraints))
	for i := range s.constraints {
		if s.broken[i] = s.constraints[i].isBroken(); s.broken[i] {
			s.counted(&s.constraints[i], 1)
		}
	}
	return s
}

// scale finds the decimals that all figures need.
func (s *system) scale() bool {
	fits := true
	most := amount.Zero
	s.book.Each(func(t *bind.Table) {
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if f.State == bind.Money {
					s.decimals = max(s.decimals, f.Value.Places(), f.Half.Places(), s.unitStep(t, f.Places).Places())
					if v := f.Value.Abs(); v.Cmp(most) > 0 {
						most = v
					}
				}
			}
		}
	})
	most, fits = most.Shift(s.decimals)
	return fits && most.Cmp(amount.New(largest, 0)) <= 0
}

// unitOf is the unit a form's figures are in.
func (s *system) unitOf(t *bind.Table) amount.Unit {
	if t.Unit.Known() {
		return t.Unit
	}
	return s.book.Unit
}

// unitStep is one unit of the last of so many printed places, in the book's unit.
func (s *system) unitStep(t *bind.Table, places int32) amount.Amount {
	step, ok := s.unitOf(t).In(s.book.Unit, amount.New(1, -places))
	if !ok {
		return amount.Zero
	}
	return step
}

func (s *system) scaled(a amount.Amount) int64 {
	shifted, _ := a.Shift(s.decimals)
	return shifted.Whole()
}

func (s *system) amount(x int64) amount.Amount { return amount.New(x, -s.decimals) }

// takeCells gives every figure of the book its cell, columns in reading order.
func (s *system) takeCells() {
	figures := 0
	s.book.Each(func(t *bind.Table) {
		for _, r := range t.Rows {
			figures += len(r.Figures)
		}
	})
	s.cells, s.at = make([]cell, 0, figures), make(map[bind.Place]int32, figures)
	s.book.Each(func(t *bind.Table) {
		places := usualPlaces(t)
		step, half := s.scaled(s.unitStep(t, places)), s.scaled(s.halfOf(t, places))
		first := len(s.columns)
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if _, known := s.at[f.At]; known {
					continue // one printed cell that stands for two rows
				}
				c := cell{figure: f, step: step, half: half, places: places, column: s.columnOf(first, f, r.Lane)}
				if f.State == bind.Money {
					c.places = f.Places
					c.x, c.step, c.half = s.scaled(f.Value), s.scaled(s.unitStep(t, f.Places)), s.scaled(f.Half)
				}
				if c.x < 0 {
					s.negatives[t]++
				}
				id, column := int32(len(s.cells)), &s.columns[c.column]
				c.place = int32(len(column.cells))
				column.cells = append(column.cells, id)
				s.at[f.At] = id
				s.cells = append(s.cells, c)
			}
		}
	})
}

// columnOf finds the column of a figure among those of its table, the first of which is
// given, or adds it.
func (s *system) columnOf(first int, f *bind.Figure, lane int) int32 {
	for i := first; i < len(s.columns); i++ {
		if c := &s.columns[i]; c.id == f.Column.ID && c.lane == lane {
			return int32(i)
		}
	}
	s.columns = append(s.columns, column{table: f.Table, id: f.Column.ID, lane: lane, cells: make([]int32, 0, len(f.Table.Rows))})
	return int32(len(s.columns) - 1)
}

// halfOf is half a unit of the last of so many printed places.
func (s *system) halfOf(t *bind.Table, places int32) amount.Amount {
	return s.unitOf(t).HalfUnit(s.book.Unit, places)
}

// usualPlaces is how many decimals most figures of a table print.
func usualPlaces(t *bind.Table) int32 {
	count := map[int32]int{}
	best := int32(2)
	for _, r := range t.Rows {
		for _, f := range r.Figures {
			if f.State != bind.Money {
				continue
			}
			if count[f.Places]++; count[f.Places] > count[best] || count[f.Places] == count[best] && f.Places > best {
				best = f.Places
			}
		}
	}
	return best
}

// takeConstraints takes the judged equations whose failing is an error, and ties cells
// to them.
func (s *system) takeConstraints(equations []rule.Judged) {
	operands := 0
	for i := range equations {
		operands += len(equations[i].Left) + len(equations[i].Right)
	}
	s.constraints = make([]constraint, 0, len(equations))
	ties := make([]tie, 0, operands) // room for the terms of all
	for i := range equations {
		if equations[i].Rule.Severity == report.Error {
			ties = s.takeConstraint(&equations[i], ties)
		}
	}
	many := make([]int32, len(s.cells))
	for i := range ties {
		many[ties[i].to]++
	}
	room := make([]tie, len(ties))
	for i, n := range many {
		s.cells[i].in, room = room[:0:n], room[n:]
	}
	for k := range s.constraints {
		for _, t := range s.constraints[k].terms {
			c := &s.cells[t.to]
			if n := len(c.in); n > 0 && c.in[n-1].to == int32(k) {
				c.in[n-1].sign = 0
				continue
			}
			c.in = append(c.in, tie{int32(k), t.sign})
		}
	}
}

// takeConstraint takes one, its terms behind those of others.
func (s *system) takeConstraint(e *rule.Judged, terms []tie) []tie {
	c := constraint{rule: e.Rule, row: e.Row, across: e.Column, relation: e.Rule.Equation.Relation, finding: e.Finding, total: -1, bound: s.scaled(e.Bound)}
	start := len(terms)
	take := func(operands []judge.Operand, side int64) {
		for _, o := range operands {
			sign := side
			if o.Minus {
				sign = -side
			}
			if cell, known := s.at[o.Figure.At]; known {
				terms = append(terms, tie{cell, sign})
				c.diff += sign * s.cells[cell].x
			} else if x, ok := s.told(o.Figure); ok {
				c.diff += sign * x
				c.said = o.Figure
			}
		}
	}
	take(e.Left, 1)
	take(e.Right, -1)
	c.terms = terms[start:len(terms):len(terms)]
	if e.Rule.Equation.HasTotal() && len(e.Left) == 1 && len(c.terms) > 1 {
		c.total = c.terms[0].to
	}
	c.aside = s.sideBySide(c.terms)
	s.constraints = append(s.constraints, c)
	return terms
}

// told is a figure of the written half as the search knows figures: no cell of a form, and
// not to be changed. ok is false for any other.
func (s *system) told(f *bind.Figure) (x int64, ok bool) {
	if f.Table == nil || f.State != bind.Money || s.book.Standard.ByID(f.Table.Form.ID) != nil {
		return 0, false
	}
	shifted, fits := f.Value.Shift(s.decimals)
	if !fits || shifted.Abs().Cmp(amount.New(largest, 0)) > 0 {
		return 0, false
	}
	return shifted.Whole(), true
}

// sideBySide says whether cells stand in one row of a form.
func (s *system) sideBySide(terms []tie) bool {
	return len(terms) > 1 && !slices.ContainsFunc(terms, func(t tie) bool {
		return s.cells[t.to].figure.Row != s.cells[terms[0].to].figure.Row
	})
}
