package xlsx

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// unescape decodes the five named entities and numeric references. Anything
// else after an & fails: with no DOCTYPE there is nothing else it could mean.
func (x *scanner) unescape(s string) string {
	s = newlines(s)
	amp := strings.IndexByte(s, '&')
	if amp < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for amp >= 0 {
		b.WriteString(s[:amp])
		s = s[amp+1:]
		semi := strings.IndexByte(s[:min(len(s), 12)], ';')
		if semi < 0 {
			x.fail("实体不合法")
			return ""
		}
		r, ok := entity(s[:semi])
		if !ok {
			x.fail("实体不合法")
			return ""
		}
		b.WriteRune(r)
		s = s[semi+1:]
		amp = strings.IndexByte(s, '&')
	}
	b.WriteString(s)
	return b.String()
}

func entity(name string) (rune, bool) {
	switch name {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := strings.CutPrefix(name, "#")
	base := 10
	if hex, isHex := strings.CutPrefix(digits, "x"); isHex {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	r := rune(n)
	ok = ok && err == nil && n <= utf8.MaxRune && utf8.ValidRune(r) && (r >= ' ' || r == '\t' || r == '\n' || r == '\r')
	return r, ok
}

// newlines turns CR LF and CR into LF, as an XML reader must.
func newlines(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

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
