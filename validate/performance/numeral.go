package performance

import (
	"strings"

	"suanqing/validate/amount"
)

// leadingCount reads the whole number that a text begins with, in digits or in Chinese up
// to 99; length is 0 for none.
func leadingCount(text []rune) (n amount.Amount, length int) {
	value := int64(0)
	for length < len(text) && length < 6 && text[length] >= '0' && text[length] <= '9' {
		value = value*10 + int64(text[length]-'0')
		length++
	}
	if length > 0 {
		return amount.New(value, 0), length
	}
	const digits = "一二三四五六七八九"
	tens, ones, any := int64(0), int64(0), false
	for length < len(text) && length < 3 {
		c := text[length]
		if i := strings.IndexRune(digits, c); i >= 0 && ones == 0 {
			ones, any = int64(i/3)+1, true
		} else if c == '两' && !any {
			ones, any = 2, true
		} else if c == '十' && tens == 0 {
			tens, ones, any = max(ones, 1), 0, true
		} else {
			break
		}
		length++
	}
	if !any {
		return amount.Zero, 0
	}
	return amount.New(tens*10+ones, 0), length
}

// numberIn is a number within a text, with where it stands in runes and what follows it.
type numberIn struct {
	from, to int // its digits
	value    amount.Amount
	places   int32
}

// numbersIn finds the numbers of a text, thousands and points with them.
func numbersIn(text []rune) (out []numberIn) {
	for i := 0; i < len(text) && len(out) < 400; i++ {
		if text[i] < '0' || text[i] > '9' {
			continue
		}
		k := i
		for k < len(text) && k-i < 30 {
			c := text[k]
			digit := k+1 < len(text) && text[k+1] >= '0' && text[k+1] <= '9'
			if c >= '0' && c <= '9' || c == '.' && digit || c == ',' && digit && group(text, k) {
				k++
				continue
			}
			break
		}
		if p, ok := amount.Parse(string(text[i:k])); ok {
			out = append(out, numberIn{i, k, p.Value, p.Places})
		}
		i = k
	}
	return out
}

// group says whether a comma parts three digits.
func group(text []rune, comma int) bool {
	n := 0
	for k := comma + 1; k < len(text) && text[k] >= '0' && text[k] <= '9'; k++ {
		n++
	}
	return n == 3
}
