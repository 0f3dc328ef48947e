package localise

import (
	"strconv"

	"suanqing/validate/amount"
)

// Kind is how a figure came to be wrong: the id of an explanation.
type Kind string

const (
	DigitDropped   Kind = "digit-dropped"
	DigitAdded     Kind = "digit-added"
	DigitDoubled   Kind = "digit-doubled"
	DigitChanged   Kind = "digit-changed"
	DigitsSwapped  Kind = "digits-swapped"
	Sign           Kind = "sign"
	PointShifted   Kind = "point-shifted"
	UnitMixed      Kind = "unit"
	Moved          Kind = "moved"
	Exchanged      Kind = "exchanged"
	SubtotalDetail Kind = "subtotal-repeated"
	StaleTotal     Kind = "stale-total"
	RowLeftOut     Kind = "row-left-out"
	RowRepeated    Kind = "row-repeated"
	Shifted        Kind = "shifted"
	Overwritten    Kind = "overwritten"
	LeftOut        Kind = "left-out" // a figure is missing
	Surplus        Kind = "surplus"  // a figure stands where none belongs
	CodeMistyped   Kind = "code-mistyped"
	Value          Kind = "value" // no explanation but the arithmetic
)

// explanation is the wording of a kind and how much likelier it makes a cell:
// a cell without any costs plain.
type explanation struct {
	words string
	cost  int
}

const plain = 10

// explanations rank slips of the hand by how rarely they fit by chance: a
// changed digit fits every difference of one digit, a dropped one hardly any.
var explanations = map[Kind]explanation{
	Sign:           {"正负号相反", 4},
	UnitMixed:      {"元与万元混淆，差一万倍", 4},
	DigitDoubled:   {"一位数字录了两遍", 5},
	DigitDropped:   {"漏了一位数字", 5},
	DigitsSwapped:  {"相邻两位数字颠倒", 5},
	PointShifted:   {"小数点错位", 5},
	DigitAdded:     {"多了一位数字", 6},
	SubtotalDetail: {"与上级的合计相同，像是把合计填成了明细", 6},
	Overwritten:    {"同栏其他数由公式得出，这里是手工填的数", 6},
	DigitChanged:   {"一位数字录错", 8},
	StaleTotal:     {"合计没有随明细更新", 9},
	LeftOut:        {"漏填了数", 10},
	Surplus:        {"这里不该有数", 10},
	Value:          {"按各处勾稽关系推算", plain},
	Moved:          {"数填到了相邻的格里", 10},
	Exchanged:      {"两个数互相填错了位置", 10},
	Shifted:        {"整块数错了位", 10},
	RowLeftOut:     {"漏了一行", 9},
	RowRepeated:    {"同一行填了两遍", 5},
}

// Said is a kind in words; "" where there are none for it alone, as for a code.
func Said(kind string) string { return explanations[Kind(kind)].words }

// SlipWords says which slip of the hand makes one figure of another, both printed to so
// many places; "" for none.
func SlipWords(is, was amount.Amount, places int32) string {
	if kind := SlipOf(is, was, places); !kind.unexplained() {
		return kind.Words()
	}
	return ""
}

// slip says which slip of the hand turns y into x, both in units of the last
// printed place, with so many decimals; Value for none.
func slip(x, y int64, decimals int) Kind {
	switch {
	case y == 0 || x == y:
		return Value
	case x == 0:
		return Value
	case x == -y:
		return Sign
	case (x < 0) != (y < 0):
		return Value
	}
	x, y = max(x, -x), max(y, -y)
	if kind := scaled(x, y); kind != Value {
		return kind
	}
	is, was := digits(x, decimals), digits(y, decimals)
	switch len(is) - len(was) {
	case -1:
		if _, ok := inserted(is, was); ok {
			return DigitDropped
		}
	case 1:
		if at, ok := inserted(was, is); ok {
			if at > 0 && is[at] == is[at-1] || at+1 < len(is) && is[at] == is[at+1] {
				return DigitDoubled
			}
			return DigitAdded
		}
	case 0:
		return sameLength(is, was)
	}
	return Value
}

// scaled says whether one is the other with its point misplaced. The places
// lost to rounding may have held anything.
func scaled(x, y int64) Kind {
	for n, power := 1, int64(10); n <= 4; n, power = n+1, power*10 {
		if near(x, y, power) || near(y, x, power) {
			if n == 4 {
				return UnitMixed
			}
			return PointShifted
		}
	}
	return Value
}

// near says whether small is large with so many places rounded off. Of a figure
// of one or two digits that would be said too easily.
func near(small, large, power int64) bool {
	if small > largest/power || small < 100 {
		return false
	}
	return max(large-small*power, small*power-large) <= power/2
}

// digits writes a figure as it is typed, without its point: 0.51 has its zero.
func digits(x int64, decimals int) string {
	s := strconv.FormatInt(x, 10)
	for len(s) <= decimals {
		s = "0" + s
	}
	return s
}

// inserted says where long has one digit more than short.
func inserted(short, long string) (at int, ok bool) {
	for at < len(short) && short[at] == long[at] {
		at++
	}
	return at, short[at:] == long[at+1:]
}

func sameLength(is, was string) Kind {
	first, n := -1, 0
	for i := range is {
		if is[i] != was[i] {
			if n++; first < 0 {
				first = i
			}
		}
	}
	switch {
	case n == 1:
		return DigitChanged
	case n == 2 && is[first] == was[first+1] && is[first+1] == was[first]:
		return DigitsSwapped
	}
	return Value
}
