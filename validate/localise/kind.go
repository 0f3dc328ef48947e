package localise

import (
	"slices"

	"suanqing/validate/bind"
)

// ofRow says whether a kind is of a whole row.
func (k Kind) ofRow() bool { return k == RowLeftOut || k == RowRepeated }

// unexplained says whether a kind tells no slip of the hand.
func (k Kind) unexplained() bool {
	return k == Value || k == StaleTotal || k == LeftOut || k == Surplus
}

// kindOf explains how a cell that should read y came to read what it does.
func (s *system) kindOf(id int32, y int64) Kind {
	c := &s.cells[id]
	if s.overwritten(id) {
		return Overwritten
	}
	if kind := slip(c.x/c.step, y/c.step, int(c.places)); kind != Value && kind != DigitChanged {
		return kind
	}
	switch {
	case c.x == 0 && c.figure.State != bind.Money:
		return LeftOut
	case y == 0:
		return Surplus
	case s.repeatsSubtotal(id):
		return SubtotalDetail
	case slip(c.x/c.step, y/c.step, int(c.places)) == DigitChanged:
		return DigitChanged
	case s.isTotal(id):
		return StaleTotal
	}
	return Value
}

// costOf weighs a change: what explains itself is likelier, and amounts are rarely
// negative.
func (s *system) costOf(id int32, y int64, kind Kind) int {
	cost := explanations[kind].cost
	if y < 0 {
		cost += 6
	}
	return cost
}

// isTotal says whether some identity calls a cell a total.
func (s *system) isTotal(id int32) bool {
	return slices.ContainsFunc(s.cells[id].in, func(e tie) bool { return s.constraints[e.to].total == id })
}

// overwritten says whether a constant stands where the same column has formulas: in
// the rows of the same depth, all but a few.
func (s *system) overwritten(id int32) bool {
	c := &s.cells[id]
	if cell := c.figure.Cell; cell == nil || cell.Formula != "" {
		return false
	}
	formulas, typed := 0, 0
	for _, other := range s.columns[c.column].cells {
		f := s.cells[other].figure
		if other == id || f.Cell == nil || f.State != bind.Money || len(f.Row.Kids) > 0 != (len(c.figure.Row.Kids) > 0) {
			continue
		}
		if f.Cell.Formula != "" {
			formulas++
		} else {
			typed++
		}
	}
	return formulas > 1 && typed <= formulas/fewTyped
}

// fewTyped: one constant to so many formulas is still an exception.
const fewTyped = 4

// repeatsSubtotal says whether a detail reads what its parent or its row's
// total reads.
func (s *system) repeatsSubtotal(id int32) bool {
	c := &s.cells[id]
	parent := c.figure.Row.Parent
	if parent == nil || c.x == 0 {
		return false
	}
	f := parent.Figure(c.figure.Column.ID)
	return f != nil && s.cells[s.at[f.At]].x == c.x
}
