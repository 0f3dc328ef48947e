package localise

import "suanqing/validate/amount"

// SlipOf says which slip of the hand turns one amount into another, both as printed with
// so many decimals; Value for none. It is for those who look for errors across books.
func SlipOf(is, was amount.Amount, places int32) Kind {
	x, xFits := is.Scaled(places)
	y, yFits := was.Scaled(places)
	switch {
	case !xFits || !yFits:
		return Value
	case x == 0:
		return LeftOut
	case y == 0:
		return Surplus
	}
	return slip(x, y, int(places))
}

// Words says how a figure came to be wrong.
func (k Kind) Words() string { return explanations[k].words }

// Cost is the lower the likelier the kind makes a cell.
func (k Kind) Cost() int { return explanations[k].cost }
