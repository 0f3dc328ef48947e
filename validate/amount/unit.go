package amount

import "strings"

// Unit is the money unit a form is printed in.
type Unit struct {
	Name string
	Exp  int32 // the unit is 10^Exp 元
}

// Known says whether the unit was stated at all.
func (u Unit) Known() bool { return u.Name != "" }

// Units that published forms use.
var units = []Unit{
	{"百万元", 6}, {"千万元", 7}, {"亿元", 8}, {"万元", 4}, {"千元", 3}, {"百元", 2}, {"元", 0},
}

// exactExp is the power of ten, in 元, of the smallest amount there is: one 分.
// A figure printed to this place or finer was not rounded.
const exactExp = -2

// FindUnit finds the unit that text begins with, blanks removed: 万元,
// 人民币千元, 元(人民币).
func FindUnit(text string) (Unit, bool) {
	if rest, ok := strings.CutPrefix(text, "人民币"); ok {
		text = strings.TrimLeft(rest, ":(")
	}
	for _, u := range units {
		if strings.HasPrefix(text, u.Name) {
			return u, true
		}
	}
	return Unit{}, false
}

// In converts an amount from one unit to another, exactly. ok is false for an
// amount too large for any account.
func (u Unit) In(to Unit, a Amount) (converted Amount, ok bool) { return a.Shift(u.Exp - to.Exp) }

// HalfUnit is half a unit of the last printed place of a figure in this unit,
// expressed in unit to; zero where the place is 分 or finer, for then the
// figure is exact. A form whose unit nobody stated is taken as rounded.
func (u Unit) HalfUnit(to Unit, places int32) Amount {
	if u.Known() && u.Exp-places <= exactExp || places >= scale {
		return Zero
	}
	half, _ := New(5, -places-1).Shift(u.Exp - to.Exp)
	return half
}

// UnitNamed is the unit of just this name; 万 and 亿 are short for theirs.
func UnitNamed(word string) (Unit, bool) {
	if strings.HasSuffix(word, "万") || strings.HasSuffix(word, "亿") {
		word += "元"
	}
	for _, u := range units {
		if u.Name == word {
			return u, true
		}
	}
	return Unit{}, false
}
