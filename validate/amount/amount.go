// Package amount reads money figures as forms print them, and knows their
// units and how far rounding may have moved them. All arithmetic is decimal.
package amount

import (
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// Form is how a figure is written, beyond its digits.
type Form uint8

const (
	Separators    Form = 1 << iota // 1,234.56
	FullWidth                      // １２３．４５
	Spaces                         // blanks inside or around
	Parenthesised                  // (25.00) for a negative
)

// Printed is a figure as a cell prints it.
type Printed struct {
	Value  decimal.Decimal
	Places int32 // decimals printed
	Form   Form
}

// maxDigits bounds what is read as a figure: the public accounts of all
// provinces together need 17 digits in 分.
const maxDigits = 30

// nothing lists the marks a form prints for "none". They are an exact nothing,
// unlike a printed zero, which may stand for a few 元.
var nothing = map[string]bool{"-": true, "--": true, "---": true, "/": true, "\\": true, "*": true, "无": true}

// IsNothing says whether text, as printed, is a mark for "none": —, -, /, 无.
func IsNothing(text string) bool {
	text = strings.TrimFunc(text, unicode.IsSpace)
	if text == "" || len(text) > 12 {
		return false
	}
	return nothing[strings.Map(dash, text)]
}

func dash(r rune) rune {
	switch r {
	case '—', '–', '－', '―', '─', '−', '‐', '‑', '﹣', '一':
		return '-'
	case '／':
		return '/'
	case '＼':
		return '\\'
	}
	return r
}

// Parse reads a printed figure. ok is false when the text is not a figure.
func Parse(text string) (p Printed, ok bool) {
	digits := make([]byte, 0, 24)
	var open, point, negative bool
	sinceComma, commas := 0, 0
	intDigits := 0
	closed := false
	for _, r := range text {
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			p.Form |= Spaces
			continue
		}
		if closed {
			return Printed{}, false
		}
		if r >= '！' && r <= '～' { // full-width ASCII
			r -= '！' - '!'
			p.Form |= FullWidth
		}
		switch c := dash(r); {
		case r >= '0' && r <= '9':
			if len(digits) >= maxDigits {
				return Printed{}, false
			}
			digits = append(digits, byte(r))
			sinceComma++
			if point {
				p.Places++
			} else {
				intDigits++
			}
		case r == '.' && !point:
			if commas > 0 && sinceComma != 3 {
				return Printed{}, false
			}
			point = true
			digits = append(digits, '.')
		case (r == ',' || r == '，') && !point && intDigits > 0 && (commas == 0 || sinceComma == 3):
			commas, sinceComma = commas+1, 0
			p.Form |= Separators
		case c == '-' && intDigits == 0 && !negative && !point:
			negative = true
		case r == '+' && intDigits == 0 && !negative && !point:
		case r == '(' && intDigits == 0 && !open && !negative:
			open, negative = true, true
			p.Form |= Parenthesised
		case r == ')' && open && intDigits > 0:
			closed = true
		case (r == '¥' || r == '￥') && intDigits == 0:
		default:
			return Printed{}, false
		}
	}
	if intDigits == 0 || open != closed || (commas > 0 && !point && sinceComma != 3) || (point && p.Places == 0) {
		return Printed{}, false
	}
	d, err := decimal.NewFromString(string(digits))
	if err != nil {
		return Printed{}, false
	}
	if negative {
		d = d.Neg()
	}
	p.Value = d
	return p, true
}

// Stored reads the exact value a spreadsheet stores for a number. It keeps the
// 15 significant digits a spreadsheet itself works with, so that 1417349.8700000001
// is 1417349.87; places are what is then left.
func Stored(text string) (value decimal.Decimal, places int32, ok bool) {
	if len(text) == 0 || len(text) > 64 {
		return decimal.Zero, 0, false
	}
	if i := strings.IndexAny(text, "eE"); i >= 0 && len(text)-i > 5 {
		return decimal.Zero, 0, false // an exponent no money has
	}
	d, err := decimal.NewFromString(text)
	if err != nil || d.Exponent() > maxDigits || d.Exponent() < -400 {
		return decimal.Zero, 0, false
	}
	if extra := int32(d.NumDigits()) - 15; extra > 0 {
		d = d.Round(-d.Exponent() - extra)
	}
	return d, Places(d), true
}

// Places counts the decimals of d without trailing zeros.
func Places(d decimal.Decimal) int32 {
	if d.Exponent() >= 0 || d.IsZero() {
		return 0
	}
	s := d.StringFixed(-d.Exponent())
	frac := s[strings.IndexByte(s, '.')+1:]
	return int32(len(strings.TrimRight(frac, "0")))
}

// Group writes an amount with thousands separators and at least two decimals,
// as forms print it: 1677.9 → 1,677.90.
func Group(d decimal.Decimal) string {
	places := max(Places(d), 2)
	s := d.StringFixed(places)
	sign := ""
	if s[0] == '-' {
		sign, s = "-", s[1:]
	}
	point := strings.IndexByte(s, '.')
	var b strings.Builder
	b.WriteString(sign)
	for i := 0; i < point; i++ {
		if i > 0 && (point-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteByte(s[i])
	}
	b.WriteString(s[point:])
	return b.String()
}

// Plain writes an amount for machines: no separators, at least two decimals.
func Plain(d decimal.Decimal) string { return d.StringFixed(max(Places(d), 2)) }
