package department

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// rivals are the other units of a department that the same broken sums may come from: some
// slip at the same figure would have it off by as much, in 元, as far as
// rounding tells. Where there are any, nobody who sees the reports alone can say which.
func (p *Paper) rivals(s fixture.Slot, by decimal.Decimal) []*Paper {
	bound := p.Parent.Bound()
	return slices.DeleteFunc(slices.Clone(p.Parent.Units), func(u *Paper) bool {
		is := u.Book.Value(s.Form, s.Row, s.Column)
		if u == p || number(is).Sign() <= 0 {
			return true
		}
		return !slices.ContainsFunc(meant(number(is).StringFixed(2)), func(was string) bool {
			off := inYuan(u.Book, is).Sub(inYuan(u.Book, was)).Sub(by)
			return number(was).Sign() >= 0 && off.Abs().LessThanOrEqual(bound)
		})
	})
}

// meant lists every figure from which a slip at one or two digits, or of the point, may
// have made this one, of two decimals. Digits behind the point slip as well: in 万元 they
// are hundreds of 元.
func meant(is string) []string {
	var out []string
	digits := strings.Replace(is, ".", "", 1)
	try := func(digits string) {
		out = append(out, number(digits).Shift(-2).StringFixed(2))
	}
	for i := range len(digits) + 1 {
		for d := range 10 {
			digit := strconv.Itoa(d)
			try(digits[:i] + digit + digits[i:]) // dropped
			if i < len(digits) {
				try(digits[:i] + digit + digits[i+1:]) // changed
			}
		}
		if i < len(digits) {
			try(digits[:i] + digits[i+1:]) // added
		}
		if i+1 < len(digits) {
			try(digits[:i] + digits[i+1:i+2] + digits[i:i+1] + digits[i+2:]) // swapped
		}
	}
	for zeros := "0"; len(zeros) < 4; zeros += "0" { // the first dropped, and with it the zeros behind
		for d := range 9 {
			try(strconv.Itoa(1+d) + zeros + digits)
		}
	}
	for _, places := range []int32{-1, 1, -2} { // the point shifted
		out = append(out, number(is).Shift(places).StringFixed(2))
	}
	return out
}
