package docx

import (
	"strconv"
	"strings"
)

const mostNumber = 32_767 // of an item, as Word has it

// numeral writes the number of an item. Formats that no Chinese text has are written in
// digits.
func numeral(n int, format string) string {
	decimal := strconv.Itoa(n)
	switch format {
	case "none":
		return ""
	case "decimalZero":
		if n < 10 {
			return "0" + decimal
		}
	case "decimalFullWidth", "decimalFullWidth2":
		return digitsOf(decimal, []rune("０１２３４５６７８９"))
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return nth(n, '①', 20, decimal)
	case "decimalEnclosedParen":
		return nth(n, '⑴', 20, decimal)
	case "decimalEnclosedFullstop":
		return nth(n, '⒈', 20, decimal)
	case "ideographEnclosedCircle":
		return nth(n, '㊀', 10, decimal)
	case "upperLetter":
		return letters(n, 'A', decimal)
	case "lowerLetter":
		return letters(n, 'a', decimal)
	case "upperRoman":
		return roman(n, decimal)
	case "lowerRoman":
		return strings.ToLower(roman(n, decimal))
	case "chineseCounting", "taiwaneseCounting":
		if n >= 100 {
			return digitsOf(decimal, []rune("〇一二三四五六七八九"))
		}
		return chinese(n, plainDigits, false)
	case "japaneseCounting":
		return chinese(n, []rune("〇一二三四五六七八九十百千"), true)
	case "chineseCountingThousand", "taiwaneseCountingThousand":
		return chinese(n, plainDigits, false)
	case "chineseLegalSimplified":
		return chinese(n, []rune("零壹贰叁肆伍陆柒捌玖拾佰仟"), false)
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital":
		return digitsOf(decimal, []rune("〇一二三四五六七八九"))
	case "ideographTraditional":
		return pick(n, []rune("甲乙丙丁戊己庚辛壬癸"), decimal)
	case "ideographZodiac":
		return pick(n, []rune("子丑寅卯辰巳午未申酉戌亥"), decimal)
	}
	return decimal
}

func digitsOf(decimal string, signs []rune) string {
	var b strings.Builder
	for i := range len(decimal) {
		b.WriteRune(signs[decimal[i]-'0'])
	}
	return b.String()
}

// nth is the n-th of so many signs that follow one another.
func nth(n int, first rune, most int, otherwise string) string {
	if n < 1 || n > most {
		return otherwise
	}
	return string(first + rune(n-1))
}

func pick(n int, signs []rune, otherwise string) string {
	if n < 1 || n > len(signs) {
		return otherwise
	}
	return string(signs[n-1])
}

// letters are A to Z, then AA to ZZ, and so on.
func letters(n int, first rune, otherwise string) string {
	const most = 10 // times a letter
	if n < 1 || n > 26*most {
		return otherwise
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int, otherwise string) string {
	if n < 1 || n > 3999 {
		return otherwise
	}
	var b strings.Builder
	for i, value := range []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1} {
		for ; n >= value; n -= value {
			b.WriteString([]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}[i])
		}
	}
	return b.String()
}

var plainDigits = []rune("零一二三四五六七八九十百千")

// chinese writes a number below 100,000 in words; signs are the ten digits, ten, hundred
// and thousand. Bare, no 一 stands before those, and no zero between.
func chinese(n int, signs []rune, bare bool) string {
	switch {
	case n >= 10_000:
		rest := ""
		if n%10_000 != 0 {
			if rest = chinese(n%10_000, signs, bare); n%10_000 < 1000 && !bare {
				rest = string(signs[0]) + rest
			}
		}
		return chinese(n/10_000, signs, false) + "万" + rest
	case n < 10:
		return string(signs[n])
	}
	var b strings.Builder
	zero := false
	for place, value := range []int{1000, 100, 10, 1} {
		digit := n / value % 10
		switch {
		case digit == 0:
			zero = b.Len() > 0
			continue
		case zero && !bare:
			b.WriteRune(signs[0])
		}
		zero = false
		first := value == 10 && b.Len() == 0 // 十一, not 一十一
		if value == 1 || digit > 1 || !first && !bare {
			b.WriteRune(signs[digit])
		}
		if value > 1 {
			b.WriteRune(signs[12-place])
		}
	}
	return b.String()
}
