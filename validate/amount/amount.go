// Package amount reads money figures as forms print them, and knows their
// units and how far rounding may have moved them. All arithmetic is decimal.
package amount

import (
	"strconv"
	"strings"
)

// Exactly reads a stored number that has no more than so many decimals and no
// more digits than a spreadsheet holds; ok is false for any other.
func Exactly(text string, places int32) (value Amount, ok bool) {
	if len(text) > spreadsheetDigits+1 {
		return Zero, false
	}
	coefficient, decimals, point := int64(0), int32(0), false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			coefficient = coefficient*10 + int64(c-'0')
			if point {
				decimals++
			}
		case c == '.' && !point && i > 0:
			point = true
		default:
			return Zero, false
		}
	}
	if text == "" || decimals > places {
		return Zero, false
	}
	return New(coefficient, -decimals), true
}

// Stored reads the exact value a spreadsheet stores for a number. It keeps the
// 15 significant digits a spreadsheet itself works with, so that 1417349.8700000001
// is 1417349.87; places are what is then left.
func Stored(text string) (value Amount, places int32, ok bool) {
	if len(text) == 0 || len(text) > 64 {
		return Zero, 0, false
	}
	mantissa, exponent := text, 0
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		n, err := strconv.Atoi(text[i+1:])
		if err != nil || n > 99 || n < -999 {
			return Zero, 0, false // an exponent no money has
		}
		mantissa, exponent = text[:i], n
	}
	mantissa, negative := strings.CutPrefix(mantissa, "-")
	mantissa = strings.TrimPrefix(mantissa, "+")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(whole+fraction, "0")
	if whole+fraction == "" || strings.Trim(whole+fraction, arabic) != "" {
		return Zero, 0, false
	}
	decimals := int32(len(fraction) - exponent)
	kept := significant([]byte(digits))
	decimals -= int32(len(digits) - min(len(digits), spreadsheetDigits))
	value, ok = fromDigits(kept, decimals)
	if negative {
		value = value.Neg()
	}
	return value, value.Places(), ok
}

const (
	arabic            = "0123456789"
	spreadsheetDigits = 15 // a spreadsheet works with so many significant ones
)

// significant keeps the digits a spreadsheet works with, rounded half up. A
// carry out of the first digit makes one more digit: 99…9 becomes 100…0.
func significant(digits []byte) []byte {
	if len(digits) <= spreadsheetDigits {
		return digits
	}
	up := digits[spreadsheetDigits] >= '5'
	digits = digits[:spreadsheetDigits]
	for i := len(digits) - 1; up && i >= 0; i-- {
		if up = digits[i] == '9'; up {
			digits[i] = '0'
		} else {
			digits[i]++
		}
	}
	if up {
		return append([]byte{'1'}, digits...)
	}
	return digits
}

// Group writes an amount with thousands separators and at least two decimals,
// as forms print it: 1677.9 → 1,677.90.
func Group(a Amount) string { return write(a, true) }

// Plain writes an amount for machines: no separators, at least two decimals.
func Plain(a Amount) string { return write(a, false) }

func write(a Amount, grouped bool) string {
	var text [48]byte
	whole, fraction := a.Abs().over(pow10[scale])
	places := placesOf(fraction)
	shown := max(places, 2)
	i := len(text)
	fraction /= pow10[scale-shown]
	for range shown {
		i--
		text[i] = '0' + byte(fraction%10)
		fraction /= 10
	}
	i--
	text[i] = '.'
	for n, rest := 0, whole.lo; n == 0 || rest > 0; n++ {
		if grouped && n > 0 && n%3 == 0 {
			i--
			text[i] = ','
		}
		i--
		text[i] = '0' + byte(rest%10)
		rest /= 10
	}
	if a.IsNegative() {
		i--
		text[i] = '-'
	}
	return string(text[i:])
}

// String writes an amount as Plain does.
func (a Amount) String() string { return Plain(a) }
