// Package wide turns UTF-16 into the UTF-8 that everything here works on, and back.
package wide

import (
	"encoding/binary"
	"iter"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// XML is a part in UTF-16 as UTF-8; false for any other. Its first bytes tell: a byte
// order mark, which stays as U+FEFF, or else the < that XML begins with.
func XML(s string) (string, bool) {
	if len(s) < 4 {
		return s, false
	}
	lo, hi := 0, 1
	switch s[:2] {
	case "\xFF\xFE", "<\x00":
	case "\xFE\xFF", "\x00<":
		lo, hi = 1, 0
	default:
		return s, false
	}
	// Both the bytes and the text are long at worst, so there is nothing between.
	var b strings.Builder
	n := 0
	for r := range runes(s, lo, hi) {
		n += utf8.RuneLen(r)
	}
	b.Grow(n)
	for r := range runes(s, lo, hi) {
		b.WriteRune(r)
	}
	return b.String(), true
}

// runes goes over the characters of UTF-16 whose units have their lower and
// higher byte at lo and hi. Half a pair is U+FFFD; half a unit is left out.
func runes(s string, lo, hi int) iter.Seq[rune] {
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

// Text is the characters of little-endian UTF-16.
func Text(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

// Bytes is a text in little-endian UTF-16.
func Bytes(s string) []byte { return Append(nil, s, binary.LittleEndian) }

// Append appends a text in UTF-16.
func Append(b []byte, s string, order binary.AppendByteOrder) []byte {
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return b
}
