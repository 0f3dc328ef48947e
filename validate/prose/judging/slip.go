package judging

import (
	"suanqing/validate/amount"
	"suanqing/validate/judge"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
)

// lastDigit is one unit of a decimal place of a figure, in the unit of the book.
func (j *Text) lastDigit(m *mention.Mention, places int32) amount.Amount {
	if u, ok := amount.UnitNamed(m.Number.Unit); ok && m.Number.Kind == scan.Money {
		half := u.HalfUnit(j.Unit, places)
		return half.Add(half)
	}
	return amount.New(1, -places)
}

// slip is how far a figure whose last digit is one off may be from the form's, which may
// have more digits.
func (j *Text) slip(m *mention.Mention, in *judge.Instance) amount.Amount {
	one := j.lastDigit(m, m.Figure.Places)
	u, ok := amount.UnitNamed(m.Number.Unit)
	if !ok {
		return one
	}
	half := u.HalfUnit(j.Unit, m.Figure.Places)
	for _, o := range in.Right {
		if o.Figure.Half.Cmp(half) < 0 {
			return one.Add(half)
		}
	}
	return one
}
