package judge

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
)

// Given gives the figures of a term that stands in no form of the book, such as those
// of a sentence; ok is false for a term that is the book's.
type Given func(t *equation.Term) (figures []*bind.Figure, ok bool)

// Fill evaluates an equation once, 本行 being the row of that key in each form, with
// terms that are given. nil stands for an equation that does not apply or cannot be
// judged, and the skip says why where there is a reason.
func (j *Judge) Fill(e *equation.Equation, key string, given Given) (*Instance, *Skip) {
	r := resolver{books: j.books, batch: 16, given: given, at: at{key: key}}
	i := &Instance{Row: key}
	left, right := r.placed(nil, e.Left), r.placed(nil, e.Right)
	if skip := onlyAbsent(right); skip != nil {
		return nil, skip
	}
	i.Left, i.Right = r.side(left), r.side(right)
	if e.Over != nil {
		i.Over = r.side(r.placed(nil, e.Over))
	}
	var by []Operand
	if e.Times != nil {
		by = r.side(r.placed(nil, e.Times))
	}
	switch {
	case r.skip != nil:
		return nil, r.skip
	case r.beside:
		return nil, nil
	}
	switch {
	case e.Relation == equation.SameSign:
		i.judgeSigns()
	case e.Times != nil:
		if !i.judgeProduct(by, e.Relation) {
			return nil, nil
		}
	case e.Over == nil:
		i.judge(e.Relation)
	case !i.judgeQuotient():
		return nil, nil
	}
	if i.Result == Broken {
		if why := r.doubt(i); why != "" {
			return nil, &Skip{Reason: why}
		}
	}
	return i, nil
}

var hundred = amount.New(100, 0)

// judgeQuotient compares a printed percentage with the quotient of two sums, by the
// intervals of their figures, widened by less than one unit of the percentage's last
// place: printed ones are rounded, cut off, or made to add up to 100. A quotient of equal
// figures, printed to the same digit, is 100 and one of nothing 0, to the last digit. Where the
// divisor may be zero it is undefined; ok is false where it is beyond what amounts hold.
func (i *Instance) judgeQuotient() (ok bool) {
	p := i.Left[0].Figure
	i.LeftSum = p.Value
	top, topHalf := sumOf(i.Right)
	bottom, bottomHalf := sumOf(i.Over)
	if bottom.IsNegative() {
		top, bottom = top.Neg(), bottom.Neg()
	}
	least := bottom.Sub(bottomHalf)
	if !least.IsPositive() || bottom.IsZero() {
		i.Result = Undefined
		return true
	}
	q, ok := percentOf(top, bottom)
	if !ok {
		return false
	}
	i.RightSum, i.Difference = q, i.LeftSum.Sub(q)
	if top.IsZero() && alike(i.Right) || top == bottom && len(i.Right) == 1 && len(i.Over) == 1 && topHalf == bottomHalf {
		if i.Result = Holds; !i.Difference.IsZero() {
			i.Result = Broken
		}
		return true
	}
	low, high, ok := corners(top.Sub(topHalf), top.Add(topHalf), least, bottom.Add(bottomHalf))
	if !ok {
		return false
	}
	unit := amount.New(1, -p.Places)
	i.Bound = high.Sub(q)
	if b := q.Sub(low); b.Cmp(i.Bound) > 0 {
		i.Bound = b
	}
	i.Bound = i.Bound.Add(unit)
	if i.LeftSum.Cmp(low.Sub(unit)) <= 0 || i.LeftSum.Cmp(high.Add(unit)) >= 0 {
		i.Result = Broken
	}
	return true
}

// judgeProduct compares the left side with the sum of the products of the right side's
// figures, each with its own of by, by the intervals of all of them. ok is false where the
// figures are no pairs, or a product is beyond what amounts hold.
func (i *Instance) judgeProduct(by []Operand, relation equation.Relation) (ok bool) {
	if len(by) != len(i.Right) {
		return false
	}
	i.LeftSum, i.Bound = sumOf(i.Left)
	for k := range by {
		a, halfA := sumOf(i.Right[k : k+1])
		b, halfB := sumOf(by[k : k+1])
		product, fits := a.Mul(b)
		most, fitsToo := a.Abs().Add(halfA).Mul(b.Abs().Add(halfB))
		if !fits || !fitsToo {
			return false
		}
		i.RightSum, i.Bound = i.RightSum.Add(product), i.Bound.Add(most.Sub(product.Abs()))
	}
	i.Difference = i.LeftSum.Sub(i.RightSum)
	i.Result = within(i.Difference, i.Bound, relation)
	return true
}

// Dividend is the sum of what is divided.
func (i *Instance) Dividend() amount.Amount { sum, _ := sumOf(i.Right); return sum }

// Divisor is the sum of what it is divided by.
func (i *Instance) Divisor() amount.Amount { sum, _ := sumOf(i.Over); return sum }

// Bears says whether the equation bears what is printed: exactly, or as far as rounding goes.
func (i *Instance) Bears() bool { return i != nil && i.Result <= Tail }

// judgeSigns compares the signs of two sums: unlike ones are a tail where rounding may have
// made one of them, and nothing that is exact has a sign of its own.
func (i *Instance) judgeSigns() {
	left, leftHalf := sumOf(i.Left)
	right, rightHalf := sumOf(i.Right)
	i.LeftSum, i.RightSum, i.Difference, i.Bound = left, right, left.Sub(right), leftHalf.Add(rightHalf)
	switch {
	case left.Cmp(amount.Zero) == right.Cmp(amount.Zero):
		i.Result = Holds
	case beyond(left, leftHalf) && beyond(right, rightHalf):
		i.Result = Broken
	default:
		i.Result = Tail
	}
}

// beyond says whether a sum has its sign for certain.
func beyond(sum, half amount.Amount) bool { return half.IsZero() || sum.Abs().Cmp(half) > 0 }

// alike says whether operands are printed to the same digit.
func alike(operands []Operand) bool {
	for _, o := range operands {
		if o.Figure.Half != operands[0].Figure.Half && o.Figure.State == bind.Money {
			return false
		}
	}
	return true
}

// corners are the least and the most that a quotient in percent may be.
func corners(top0, top1, bottom0, bottom1 amount.Amount) (low, high amount.Amount, ok bool) {
	for k, pair := range [][2]amount.Amount{{top0, bottom0}, {top0, bottom1}, {top1, bottom0}, {top1, bottom1}} {
		q, fits := percentOf(pair[0], pair[1])
		if !fits {
			return low, high, false
		}
		if k == 0 || q.Cmp(low) < 0 {
			low = q
		}
		if k == 0 || q.Cmp(high) > 0 {
			high = q
		}
	}
	return low, high, true
}

func percentOf(top, bottom amount.Amount) (amount.Amount, bool) {
	t, ok := top.Mul(hundred)
	if !ok {
		return amount.Zero, false
	}
	return t.Over(bottom)
}

// sumOf is the sum of operands with the half units of those that are printed.
func sumOf(operands []Operand) (sum, half amount.Amount) {
	for _, o := range operands {
		if o.Figure.State != bind.Money {
			continue
		}
		if o.Figure.Counts {
			half = half.Add(o.Figure.Half)
		}
		if o.Minus {
			sum = sum.Sub(o.Figure.Value)
		} else {
			sum = sum.Add(o.Figure.Value)
		}
	}
	return sum, half
}
