package prose

import (
	"suanqing/validate/amount"
	"suanqing/validate/judge"
)

// lastDigit is one unit of a decimal place of a figure, in the unit of the book.
func (j *judging) lastDigit(m *mention, places int32) amount.Amount {
	if u, ok := amount.UnitNamed(m.number.unit); ok && m.number.kind == money {
		half := u.HalfUnit(j.unit, places)
		return half.Add(half)
	}
	return amount.New(1, -places)
}

// slip is how far a figure whose last digit is one off may be from the form's, which may
// have more digits.
func (j *judging) slip(m *mention, in *judge.Instance) amount.Amount {
	one := j.lastDigit(m, m.figure.Places)
	u, ok := amount.UnitNamed(m.number.unit)
	if !ok {
		return one
	}
	half := u.HalfUnit(j.unit, m.figure.Places)
	for _, o := range in.Right {
		if o.Figure.Half.Cmp(half) < 0 {
			return one.Add(half)
		}
	}
	return one
}
