// Package jsontext writes compact JSON for reports and sheets. The standard
// encoder, by reflection, would be a fifteenth of what the page has to load;
// the tests hold this one against it byte by byte.
package jsontext

import (
	"strconv"
	"unicode/utf8"
)

// Writer writes one JSON value. Keys and elements get their commas by
// themselves.
type Writer struct {
	buf  []byte
	next bool // something stands before: a comma is due
}

// Append is a writer behind what stands in b.
func Append(b []byte) *Writer { return &Writer{buf: b} }

// Bytes is what was written.
func (w *Writer) Bytes() []byte { return w.buf }

func (w *Writer) comma() {
	if w.next {
		w.buf = append(w.buf, ',')
	}
	w.next = true
}

// Begin opens an object '{' or an array '['.
func (w *Writer) Begin(bracket byte) {
	w.comma()
	w.buf, w.next = append(w.buf, bracket), false
}

// End closes with '}' or ']'.
func (w *Writer) End(bracket byte) { w.buf, w.next = append(w.buf, bracket), true }

// Key begins a member of an object. Its name is ours: letters and nothing to escape.
// There are a hundred of them: not each has a copy of this.
//
//go:noinline
func (w *Writer) Key(name string) *Writer {
	b := w.buf
	if w.next {
		b = append(b, ',')
	}
	b = append(append(b, '"'), name...)
	w.buf, w.next = append(b, '"', ':'), false
	return w
}

// String, Int, Bool and Null write a value.
func (w *Writer) String(s string) { w.comma(); w.quote(s) }
func (w *Writer) Int(n int)       { w.comma(); w.buf = strconv.AppendInt(w.buf, int64(n), 10) }
func (w *Writer) Bool(b bool)     { w.comma(); w.buf = strconv.AppendBool(w.buf, b) }
func (w *Writer) Null()           { w.comma(); w.buf = append(w.buf, "null"...) }

// Hundredths writes a number of hundredths as a decimal, without zeros at its end.
func (w *Writer) Hundredths(n int) {
	w.comma()
	m := int64(n)
	if m < 0 {
		w.buf, m = append(w.buf, '-'), -m
	}
	w.buf = strconv.AppendInt(w.buf, m/100, 10)
	if part := byte(m % 100); part > 0 {
		w.buf = append(w.buf, '.', '0'+part/10)
		if part%10 > 0 {
			w.buf = append(w.buf, '0'+part%10)
		}
	}
}

// List writes an array, element by element.
func List[T any](w *Writer, list []T, element func(T)) {
	w.Begin('[')
	for _, e := range list {
		element(e)
	}
	w.End(']')
}

const hex = "0123456789abcdef"

// quote writes a string as encoding/json does without its HTML escapes.
func (w *Writer) quote(s string) {
	b := append(w.buf, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			b = append(b, s[start:i]...)
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\b':
				b = append(b, `\b`...)
			case '\f':
				b = append(b, `\f`...)
			case '\n':
				b = append(b, `\n`...)
			case '\r':
				b = append(b, `\r`...)
			case '\t':
				b = append(b, `\t`...)
			default:
				b = append(b, `\u00`...)
				b = append(b, hex[c>>4], hex[c&15])
			}
			i++
			start = i
			continue
		}
		if c >= 0xe3 && c <= 0xec && i+2 < len(s) && s[i+1]&0xc0 == 0x80 && s[i+2]&0xc0 == 0x80 {
			i += 3 // U+3000 to U+CFFF, which is nearly all there is
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			b = append(append(b, s[start:i]...), `\ufffd`...)
			start = i + size
		case r == '\u2028' || r == '\u2029': // line ends in JavaScript
			b = append(append(b, s[start:i]...), `\u202`...)
			b = append(b, hex[r&15])
			start = i + size
		}
		i += size
	}
	w.buf = append(append(b, s[start:]...), '"')
}
