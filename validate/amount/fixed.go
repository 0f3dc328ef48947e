package amount

import "math/bits"

// Amount is an exact amount of money: a 128-bit whole number of 10⁻¹⁵ units.
// The zero value is zero, and == compares. It is our own because a profile of
// the check in WebAssembly showed arbitrary-precision decimals as half of the
// time after reading and a fifteenth of the download; the tests hold it against
// one, digit by digit.
type Amount struct {
	hi int64
	lo uint64
}

const (
	scale = 15 // decimals an Amount has
	// MaxPlaces is how many decimals a figure may print.
	MaxPlaces = scale
	// maxWhole bounds the digits before the point: all public spending of the
	// country takes 14 in 元. Sums of millions of such figures stay far from
	// the 23 digits that fit.
	maxWhole = 17
)

// Zero is no money.
var Zero Amount

var pow10 = func() (p [20]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * 10
	}
	return p
}()

// New is coefficient × 10^exp, for exp from −15 to 4; it is for constants.
func New(coefficient int64, exp int32) Amount {
	a := Amount{lo: uint64(max(coefficient, -coefficient))}
	a = a.times(pow10[scale+exp])
	if coefficient < 0 {
		return a.Neg()
	}
	return a
}

// Add is a + b.
func (a Amount) Add(b Amount) Amount {
	lo, carry := bits.Add64(a.lo, b.lo, 0)
	return Amount{hi: a.hi + b.hi + int64(carry), lo: lo}
}

// Sub is a − b.
func (a Amount) Sub(b Amount) Amount { return a.Add(b.Neg()) }

// Neg is −a.
func (a Amount) Neg() Amount {
	lo, carry := bits.Add64(^a.lo, 1, 0)
	return Amount{hi: ^a.hi + int64(carry), lo: lo}
}

// Abs is the size of a.
func (a Amount) Abs() Amount {
	if a.hi < 0 {
		return a.Neg()
	}
	return a
}

// Cmp is −1, 0 or 1 as a is less than, equal to or more than b.
func (a Amount) Cmp(b Amount) int {
	switch {
	case a == b:
		return 0
	case a.hi < b.hi, a.hi == b.hi && a.lo < b.lo:
		return -1
	}
	return 1
}

// Sign is −1, 0 or 1.
func (a Amount) Sign() int { return a.Cmp(Zero) }

// IsZero, IsNegative and IsPositive say how a stands to zero.
func (a Amount) IsZero() bool     { return a == Zero }
func (a Amount) IsNegative() bool { return a.hi < 0 }
func (a Amount) IsPositive() bool { return a.hi >= 0 && a != Zero }

// times multiplies a non-negative amount by a whole number.
func (a Amount) times(n uint64) Amount {
	carry, lo := bits.Mul64(a.lo, n)
	return Amount{hi: a.hi*int64(n) + int64(carry), lo: lo}
}

// over divides a non-negative amount by a whole number.
func (a Amount) over(n uint64) (q Amount, rest uint64) {
	hi, rest := uint64(a.hi)/n, uint64(a.hi)%n
	lo, rest := bits.Div64(rest, a.lo, n)
	return Amount{hi: int64(hi), lo: lo}, rest
}

// limit is above every amount that is read or converted.
var limit = Amount{lo: 1}.times(pow10[16]).times(pow10[16])

// Shift is a × 10^n, for units. ok is false when that is no amount of money.
// Below 10⁻¹⁵ it is rounded.
func (a Amount) Shift(n int32) (shifted Amount, ok bool) {
	m := a.Abs()
	switch {
	case n > 8 || n < -8:
		return Zero, false
	case n >= 0:
		if top, _ := limit.over(pow10[n]); m.Cmp(top) > 0 {
			return Zero, false
		}
		m = m.times(pow10[n])
	default:
		m = m.divided(pow10[-n])
	}
	if a.IsNegative() {
		m = m.Neg()
	}
	return m, true
}

// divided is a non-negative amount over n, half away from zero.
func (a Amount) divided(n uint64) Amount {
	q, rest := a.over(n)
	if rest >= n-rest {
		q = q.Add(Amount{lo: 1})
	}
	return q
}

// Round is a to so many places, half away from zero; places from −4 on.
func (a Amount) Round(places int32) Amount {
	if places >= scale {
		return a
	}
	unit := pow10[scale-max(places, -4)]
	m := a.Abs().divided(unit).times(unit)
	if a.IsNegative() {
		return m.Neg()
	}
	return m
}

// Whole is the whole part of a.
func (a Amount) Whole() int64 {
	q, _ := a.Abs().over(pow10[scale])
	if a.IsNegative() {
		return -int64(q.lo)
	}
	return int64(q.lo)
}

// Scaled is a × 10^decimals as a whole number. ok is false when it is none, or is
// beyond 63 bits. decimals are at most 15.
func (a Amount) Scaled(decimals int32) (n int64, ok bool) {
	q, rest := a.Abs().over(pow10[scale-decimals])
	if rest != 0 || q.hi != 0 || int64(q.lo) < 0 {
		return 0, false
	}
	if a.IsNegative() {
		return -int64(q.lo), true
	}
	return int64(q.lo), true
}

// Places counts the decimals of a without trailing zeros.
func (a Amount) Places() int32 {
	_, fraction := a.Abs().over(pow10[scale])
	return placesOf(fraction)
}

// placesOf counts the decimals of a fraction in units of 10⁻¹⁵.
func placesOf(fraction uint64) int32 {
	if fraction == 0 {
		return 0
	}
	places := int32(scale)
	for fraction%1e5 == 0 {
		fraction, places = fraction/1e5, places-5
	}
	for places > 0 && fraction%10 == 0 {
		fraction, places = fraction/10, places-1
	}
	return places
}

// digits builds an amount from decimal digits, of which so many are decimals;
// negative decimals are zeros to append. ok is false for more digits before the
// point than money has. Below 10⁻¹⁵ it is rounded.
func fromDigits(digits []byte, decimals int32) (Amount, bool) {
	for len(digits) > 0 && digits[0] == '0' {
		digits = digits[1:]
	}
	if int32(len(digits))-decimals > maxWhole {
		return Zero, false
	}
	a := Zero
	for i, c := range digits {
		at := int32(i+1) - (int32(len(digits)) - decimals) // this digit's decimal place
		if at > scale {
			if at == scale+1 && c >= '5' {
				a = a.Add(Amount{lo: 1})
			}
			break
		}
		a = a.times(10).Add(Amount{lo: uint64(c - '0')})
	}
	if len(digits) == 0 {
		return Zero, true
	}
	for n := scale - decimals; n > 0; n -= min(n, 19) {
		a = a.times(pow10[min(n, 19)])
	}
	return a, true
}
