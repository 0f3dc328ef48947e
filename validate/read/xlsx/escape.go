package xlsx

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// decodeX decodes the _xHHHH_ escapes that spreadsheets use for characters XML
// cannot hold; _x005F_ is the underscore that keeps a literal _x0041_ as it is.
func decodeX(s string) string {
	at := strings.Index(s, "_x")
	if at < 0 {
		return s
	}
	var b strings.Builder
	for ; at >= 0; at = strings.Index(s, "_x") {
		b.WriteString(s[:at])
		s = s[at:]
		unit, ok := hexUnit(s)
		if !ok {
			b.WriteString(s[:2])
			s = s[2:]
			continue
		}
		s = s[7:]
		if low, ok := hexUnit(s); ok && utf16.IsSurrogate(unit) {
			if pair := utf16.DecodeRune(unit, low); pair != utf8.RuneError {
				unit, s = pair, s[7:]
			}
		}
		b.WriteRune(unit) // a lone surrogate becomes U+FFFD
	}
	b.WriteString(s)
	return b.String()
}

// hexUnit reads _xHHHH_ at the start of s.
func hexUnit(s string) (rune, bool) {
	if len(s) < 7 || s[:2] != "_x" || s[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(n), err == nil
}
