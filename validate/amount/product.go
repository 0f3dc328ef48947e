package amount

import "math/bits"

// Mul is a × b, half away from zero below 10⁻¹⁵. ok is false when that is no
// amount of money.
func (a Amount) Mul(b Amount) (product Amount, ok bool) {
	words := multiply(a.Abs(), b.Abs())
	rest := uint64(0)
	for i := len(words) - 1; i >= 0; i-- {
		words[i], rest = bits.Div64(rest, words[i], pow10[scale])
	}
	return quotient(words, rest >= pow10[scale]-rest, a.IsNegative() != b.IsNegative())
}

// Over is a ÷ b, half away from zero below 10⁻¹⁵. ok is false when that is no
// amount of money, as by zero.
func (a Amount) Over(b Amount) (quot Amount, ok bool) {
	by := b.Abs()
	if by.IsZero() || by.Cmp(limit) > 0 {
		return Zero, false
	}
	words := multiply(a.Abs(), Amount{lo: pow10[scale]})
	rest := Zero
	for i := 64*len(words) - 1; i >= 0; i-- { // bit by bit: formulas divide seldom
		word, bit := &words[i/64], uint64(1)<<(i%64)
		rest = rest.Add(rest)
		if *word&bit != 0 {
			rest = rest.Add(Amount{lo: 1})
		}
		if *word &^= bit; rest.Cmp(by) >= 0 {
			rest, *word = rest.Sub(by), *word|bit
		}
	}
	return quotient(words, rest.Add(rest).Cmp(by) >= 0, a.IsNegative() != b.IsNegative())
}

// multiply is the product of the units of two non-negative amounts, the lowest
// word first.
func multiply(a, b Amount) (words [4]uint64) {
	for i, x := range [2]uint64{a.lo, uint64(a.hi)} {
		carry := uint64(0)
		for k, y := range [2]uint64{b.lo, uint64(b.hi)} {
			hi, lo := bits.Mul64(x, y)
			sum, c := bits.Add64(words[i+k], lo, 0)
			hi += c
			words[i+k], c = bits.Add64(sum, carry, 0)
			carry = hi + c
		}
		words[i+2] += carry
	}
	return words
}

// quotient makes an amount of words and a sign, one unit more where it is to be
// rounded up.
func quotient(words [4]uint64, up, negative bool) (Amount, bool) {
	if words[3]|words[2] != 0 || words[1]>>63 != 0 {
		return Zero, false
	}
	a := Amount{hi: int64(words[1]), lo: words[0]}
	if up {
		a = a.Add(Amount{lo: 1})
	}
	if a.hi < 0 || a.Cmp(limit) > 0 {
		return Zero, false
	}
	if negative {
		a = a.Neg()
	}
	return a, true
}
