// Package judge evaluates equations over a bound book by rounding intervals,
// never by a flat tolerance.
//
// Each printed figure stands for its value ± half a unit of its last printed
// place (XBRL Calculations 1.1 judges so). A difference within the sum of the
// halves of the printed operands is a rounding tail (尾差); beyond it, an error.
package judge

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
)

// Result is how one equation came out.
type Result uint8

const (
	Holds     Result = iota
	Tail             // off by no more than rounding explains
	Broken           // off by more
	Undefined        // a quotient by what is nothing, or less, or may be
)

// Operand is one figure in an equation. Figure is never nil; figures that the
// form does not print are not operands.
type Operand struct {
	Figure *bind.Figure
	Minus  bool
	Term   *equation.Term
}

// Instance is an equation with its figures put in.
type Instance struct {
	Row, Column string // what 本行 and 本列 stood for; "" when the rule is not repeated
	Left, Right []Operand
	Over        []Operand // what the right side is divided by; nil for no quotient
	LeftSum     amount.Amount
	RightSum    amount.Amount
	Difference  amount.Amount // left − right
	Bound       amount.Amount // the largest |difference| that rounding explains
	Result      Result
	// Unrounded is set when the shown figures agree and the stored ones, which
	// are finer, disagree by more than their own precision.
	Unrounded  bool
	StoredDiff amount.Amount
}

// Skip says why an equation was not judged.
type Skip struct {
	Reason string
	// Unchecked: it should have been judged and could not be.
	Unchecked bool
}

// Judge compares the two sides.
func (i *Instance) judge(relation equation.Relation) {
	stored, storedBound := amount.Zero, amount.Zero
	leftOut := amount.Zero // by what is printed as nothing
	finer := false
	add := func(operands []Operand, left bool) amount.Amount {
		sum := amount.Zero
		for _, o := range operands {
			f := o.Figure
			if f.LeavesOut {
				leftOut = leftOut.Add(f.Half)
			}
			if f.State != bind.Money {
				continue
			}
			if f.Counts {
				i.Bound = i.Bound.Add(f.Half)
				storedBound = storedBound.Add(f.StoredHalf)
			}
			finer = finer || f.Finer
			v, s := f.Value, f.Stored
			if o.Minus {
				v, s = v.Neg(), s.Neg()
			}
			sum = sum.Add(v)
			if left {
				stored = stored.Add(s)
			} else {
				stored = stored.Sub(s)
			}
		}
		return sum
	}
	i.LeftSum = add(i.Left, true)
	i.RightSum = add(i.Right, false)
	i.Difference = i.LeftSum.Sub(i.RightSum)
	i.StoredDiff = stored
	i.Result = within(i.Difference, i.Bound, relation)
	if i.Result == Broken && leftOut.IsPositive() {
		if bound := i.Bound.Add(leftOut); within(i.Difference, bound, relation) == Tail {
			i.Bound, i.Result = bound, Tail
		}
	}
	i.Unrounded = finer && i.Result != Broken && within(stored, storedBound, relation) == Broken
}

// within judges a difference by its bound.
func within(difference, bound amount.Amount, relation equation.Relation) Result {
	excess := difference.Abs()
	switch relation {
	case equation.AtMost:
		excess = difference
	case equation.AtLeast:
		excess = difference.Neg()
	}
	switch {
	case !excess.IsPositive():
		return Holds
	case excess.Cmp(bound) <= 0:
		return Tail
	}
	return Broken
}
