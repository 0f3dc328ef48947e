package department

import (
	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// Way is how a figure jumps from one year to the next.
type Way string

// The ways.
const (
	More   Way = "more" // by over 30 %
	Less   Way = "less"
	Turns  Way = "turns"  // to the other sign
	Begins Way = "begins" // from nothing
	Ends   Way = "ends"   // to nothing
)

// Jump is a figure that changed much from one year to the next, in 元.
type Jump struct {
	fixture.Slot
	Way        Way // "" just short of 30 %
	Last, This decimal.Decimal
	Percent    string // with two decimals; "" from nothing
	Near       bool   // so near to 30 % that rounding may tip it
}

var (
	hundred   = decimal.New(100, 0)
	threshold = decimal.New(30, 0)
)

// Jumps lists the figures that changed by over 30 %, turned, began or ended.
func Jumps(this, last *fixture.Book) []Jump {
	var out []Jump
	for _, s := range slots([]*fixture.Book{this, last}) {
		if !has(this, s) || !has(last, s) {
			continue
		}
		if j, ok := jump(amount(this, s), amount(last, s)); ok {
			j.Slot = s
			out = append(out, j)
		}
	}
	return out
}

func jump(this, last decimal.Decimal) (Jump, bool) {
	j := Jump{Last: last, This: this}
	switch {
	case this.Equal(last):
		return j, false
	case last.IsZero():
		j.Way = Begins
		return j, true
	}
	percent := this.Sub(last).Mul(hundred).Div(last.Abs())
	j.Percent = percent.StringFixed(2)
	j.Near = percent.Abs().Sub(threshold).Abs().LessThan(decimal.New(1, -1))
	switch {
	case this.IsZero():
		j.Way = Ends
	case this.Sign() != last.Sign():
		j.Way = Turns
	case percent.GreaterThan(threshold):
		j.Way = More
	case percent.LessThan(threshold.Neg()):
		j.Way = Less
	default:
		return j, j.Near
	}
	return j, true
}
