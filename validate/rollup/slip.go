package rollup

import (
	"strconv"

	"suanqing/validate/amount"
	"suanqing/validate/localise"
)

// enoughDigits are those of a figure that no slip fits by chance, where several might.
const enoughDigits = 6

// slipNear looks for what a hand may have meant that typed a figure, near an amount that
// is known but for rounding: the likeliest slip, and the figure meant; ok is false for
// none. Both are as printed with so many decimals.
func slipNear(is, should, slack amount.Amount, places int32) (meant amount.Amount, kind localise.Kind, ok bool) {
	n, fits := is.Abs().Scaled(places)
	if !fits || n == 0 || places > 6 {
		return is, localise.Value, false
	}
	digits := strconv.FormatInt(n, 10)
	near := func(text string) (was amount.Amount, near bool) {
		x, err := strconv.ParseInt(text, 10, 64)
		if err != nil || len(text) > 17 {
			return was, false
		}
		was = amount.New(x, -places)
		if should.IsNegative() {
			was = was.Neg()
		}
		return was, was.Sub(should).Abs().Cmp(slack) <= 0 && was != is
	}
	take := func(was amount.Amount, k localise.Kind) {
		if k != localise.Value && (!ok || k.Cost() < kind.Cost()) {
			meant, kind, ok = was, k, true
		}
	}
	try := func(text string) {
		if was, near := near(text); near {
			take(was, localise.SlipOf(is, was, places))
		}
	}
	// The first digit is dropped, and the zeros behind it are not printed.
	first := func(text string) {
		if was, near := near(text); near && is.IsNegative() == should.IsNegative() {
			take(was, localise.DigitDropped)
		}
	}
	try(digits) // the sign alone
	for i := range len(digits) + 1 {
		for d := byte('0'); d <= '9'; d++ {
			try(digits[:i] + string(d) + digits[i:])
			if i < len(digits) {
				try(digits[:i] + string(d) + digits[i+1:])
			}
		}
		if i < len(digits) {
			try(digits[:i] + digits[i+1:])
		}
		if i+1 < len(digits) {
			try(digits[:i] + digits[i+1:i+2] + digits[i:i+1] + digits[i+2:])
		}
	}
	for zeros := "0"; len(zeros) <= 4; zeros += "0" {
		try(digits + zeros)
		for d := byte('1'); d <= '9'; d++ {
			first(string(d) + zeros + digits)
		}
	}
	return meant, kind, ok
}

// digitsOf counts the digits that a figure prints.
func digitsOf(a amount.Amount, places int32) int {
	n, _ := a.Abs().Scaled(places)
	return len(strconv.FormatInt(n, 10))
}
