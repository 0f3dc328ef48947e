package grid

import (
	"strings"
	"unicode"

	"suanqing/validate/amount"
)

const mostDigits = 15 // a spreadsheet holds so many of a number; more are a text's

// PlainNumber reads what a spreadsheet makes a number of: digits, with separators in
// all the right places or without, and decimals. The code shows it again; where it may
// have more places than it shows (1,677.9 beside 1,677.91) the code is General, which
// claims none.
func PlainNumber(shown string) (figure, code string, ok bool) {
	digits, negative := strings.CutPrefix(shown, "-")
	whole, fraction, pointed := strings.Cut(digits, ".")
	grouped := strings.Contains(whole, ",")
	plain := strings.ReplaceAll(whole, ",", "")
	switch {
	case plain == "" || pointed && fraction == "" || len(plain)+len(fraction) > mostDigits || !AllDigits(plain) || !AllDigits(fraction):
		return "", "", false
	case len(plain) > 1 && plain[0] == '0': // a code: 0101
		return "", "", false
	case grouped && !grouping(whole):
		return "", "", false
	}
	figure = plain
	if decimals := strings.TrimRight(fraction, "0"); decimals != "" {
		figure += "." + decimals
	}
	if negative {
		figure = "-" + figure
	}
	if !strings.HasSuffix(fraction, "0") && !(grouped && len(fraction) > 1) {
		return figure, "General", true
	}
	code = "0."
	if grouped {
		code = "#,##0."
	}
	return figure, code + strings.Repeat("0", len(fraction)), true
}

// AllDigits says whether a text has nothing but digits.
func AllDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// grouping says whether every third digit of a whole number has a comma before it.
func grouping(whole string) bool {
	first, rest, _ := strings.Cut(whole, ",")
	if len(first) == 0 || len(first) > 3 {
		return false
	}
	for group := range strings.SplitSeq(rest, ",") {
		if len(group) != 3 {
			return false
		}
	}
	return true
}

// TrimBlanks takes blanks of every kind from both ends.
func TrimBlanks(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || amount.Invisible(r) })
}
