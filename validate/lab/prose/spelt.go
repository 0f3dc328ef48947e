package prose

import (
	"strings"

	"github.com/shopspring/decimal"
)

const numerals = "零一二三四五六七八九"

// Spell writes a whole number in words: 1230000 is 一百二十三万.
func Spell(n int64) string {
	if n == 0 {
		return "零"
	}
	var out strings.Builder
	for _, step := range []struct {
		size int64
		name string
	}{{100_000_000, "亿"}, {10_000, "万"}, {1, ""}} {
		if part := n / step.size; part > 0 {
			if out.Len() > 0 && part < 1_000 {
				out.WriteString("零")
			}
			out.WriteString(thousands(part, out.Len() == 0) + step.name)
			n %= step.size
		}
	}
	return out.String()
}

// thousands spells 1 to 9999; ten in front of all is 十, not 一十.
func thousands(n int64, front bool) string {
	var out strings.Builder
	gap := false
	for i, size := range []int64{1_000, 100, 10, 1} {
		d := n / size % 10
		if d == 0 {
			gap = out.Len() > 0
			continue
		}
		if gap {
			out.WriteString("零")
			gap = false
		}
		if !(size == 10 && d == 1 && out.Len() == 0 && front) {
			out.WriteRune([]rune(numerals)[d])
		}
		out.WriteString([]string{"千", "百", "十", ""}[i])
	}
	return out.String()
}

// spelt reads a number in words.
func spelt(words string) (decimal.Decimal, bool) {
	var all, part, digit int64
	for _, r := range words {
		if i := strings.IndexRune(numerals, r); i >= 0 {
			digit = int64(i / len("零"))
			continue
		}
		switch r {
		case '十', '百', '千':
			if digit == 0 {
				digit = 1
			}
			part += digit * map[rune]int64{'十': 10, '百': 100, '千': 1_000}[r]
		case '万':
			all, part = all+(part+digit)*10_000, 0
		case '亿':
			all, part = all+(part+digit)*100_000_000, 0
		default:
			return decimal.Zero, false
		}
		digit = 0
	}
	return decimal.NewFromInt(all + part + digit), words != ""
}
