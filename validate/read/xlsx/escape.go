package xlsx

import (
	"iter"
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

// decodeUTF16 turns a part in UTF-16 into UTF-8 and leaves any other alone.
func decodeUTF16(s string) string {
	if len(s) < 4 {
		return s
	}
	lo, hi := 0, 1
	switch {
	case s[0] == 0xFF && s[1] == 0xFE, s[0] == '<' && s[1] == 0:
	case s[0] == 0xFE && s[1] == 0xFF, s[0] == 0 && s[1] == '<':
		lo, hi = 1, 0
	default:
		return s
	}
	// Both the bytes and the text are long at worst, so there is nothing between.
	var b strings.Builder
	n := 0
	for r := range utf16Runes(s, lo, hi) {
		n += utf8.RuneLen(r)
	}
	b.Grow(n)
	for r := range utf16Runes(s, lo, hi) {
		b.WriteRune(r)
	}
	return b.String()
}

// utf16Runes goes over the characters of UTF-16 whose units have their lower and
// higher byte at lo and hi. Half a pair is U+FFFD; half a unit is left out.
func utf16Runes(s string, lo, hi int) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for ; len(s) >= 2; s = s[2:] {
			r := rune(s[lo]) | rune(s[hi])<<8
			if utf16.IsSurrogate(r) {
				pair := rune(utf8.RuneError)
				if len(s) >= 4 {
					pair = utf16.DecodeRune(r, rune(s[2+lo])|rune(s[2+hi])<<8)
				}
				if r = pair; r != utf8.RuneError {
					s = s[2:]
				}
			}
			if !yield(r) {
				return
			}
		}
	}
}
