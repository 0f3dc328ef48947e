package judge

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
)

// mostParts is how many figures that belong nowhere are tried as parts of a sum.
const mostParts = 10

// doubt says why an equation that does not come out may still be right: a form in it
// has figures that belong to no known row or column, and one of those may be what it
// lacks. "" where they cannot be.
func (r *resolver) doubt(i *Instance) string {
	for _, t := range r.absent {
		if t.Doubtful() || t.HasUnread() {
			return whyDoubt(t)
		}
	}
	for _, side := range [][]Operand{i.Left, i.Right} {
		for k := range side {
			t := side[k].Figure.Table
			if t.HasUnread() {
				return whyDoubt(t)
			}
			if len(t.Unbound) > 0 && (k == 0 || side[k-1].Figure.Table != t) && (t.Paged() || explains(i, t, side[k].Figure.At)) {
				return whyDoubt(t)
			}
		}
	}
	return ""
}

func whyDoubt(t *bind.Table) string {
	return t.Form.Short + "有没认出的数，可能正是算式里缺的"
}

// explains says whether figures that belong nowhere, in the row or the column of an
// operand, make up the difference.
func explains(i *Instance, t *bind.Table, at bind.Place) bool {
	if t.More.Unbound > 0 {
		return true // not all are known
	}
	for _, beside := range []func(bind.Place) bool{
		func(p bind.Place) bool { return p.Row == at.Row },
		func(p bind.Place) bool { return p.Col == at.Col },
	} {
		var parts []amount.Amount
		for _, u := range t.Unbound {
			if u.At.Document != at.Document || u.At.Sheet != at.Sheet || !beside(u.At) {
				continue
			}
			if u.Value.IsZero() {
				return true // it cannot be read, and may be any
			}
			parts = append(parts, u.Value)
		}
		if len(parts) > mostParts || sumsTo(parts, i.Difference, i.Bound) {
			return true
		}
	}
	return false
}

// sumsTo says whether some of the parts add up to a difference, of either sign, as far
// as rounding goes: each is itself rounded.
func sumsTo(parts []amount.Amount, difference, bound amount.Amount) bool {
	goal, slack := difference.Abs(), bound.Add(bound)
	for set := 1; set < 1<<len(parts); set++ {
		sum := amount.Zero
		for k, p := range parts {
			if set>>k&1 == 1 {
				sum = sum.Add(p)
			}
		}
		if sum.Abs().Sub(goal).Abs().Cmp(slack) <= 0 {
			return true
		}
	}
	return false
}
