package update

import (
	"bytes"
	"strconv"
)

// The syntax of PDF (ISO 32000-1, 7.2 and 7.3), as far as it is needed to find a value and
// where it ends. Values stay the bytes that they are.

const mostDeep = 60 // arrays and dictionaries in each other

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// space is where the next thing that counts begins: behind blanks and comments.
func space(b []byte, at int) int {
	for at < len(b) {
		switch {
		case isSpace(b[at]):
			at++
		case b[at] == '%':
			for at < len(b) && b[at] != '\n' && b[at] != '\r' {
				at++
			}
		default:
			return at
		}
	}
	return at
}

// word is where a name, a number or a keyword that begins there ends.
func word(b []byte, at int) int {
	for at < len(b) && !isSpace(b[at]) && !isDelimiter(b[at]) {
		at++
	}
	return at
}

// value is where the value that begins there ends; a reference is one value. false where
// there is none.
func value(b []byte, at, deep int) (end int, ok bool) {
	if at >= len(b) || deep > mostDeep {
		return at, false
	}
	switch {
	case bytes.HasPrefix(b[at:], []byte("<<")):
		return group(b, at+2, ">>", deep)
	case b[at] == '[':
		return group(b, at+1, "]", deep)
	case b[at] == '<':
		n := bytes.IndexByte(b[at:], '>')
		return at + n + 1, n >= 0
	case b[at] == '(':
		return text(b, at)
	case b[at] == '/':
		return word(b, at+1), true
	}
	end = word(b, at)
	if _, r, ok := refAt(b, at); ok {
		return r, true
	}
	return end, end > at
}

func group(b []byte, at int, closing string, deep int) (end int, ok bool) {
	for {
		at = space(b, at)
		if bytes.HasPrefix(b[at:], []byte(closing)) {
			return at + len(closing), true
		}
		if at, ok = value(b, at, deep+1); !ok {
			return at, false
		}
	}
}

func text(b []byte, at int) (end int, ok bool) {
	for open := 0; at < len(b); at++ {
		switch b[at] {
		case '\\':
			at++
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return at + 1, true
			}
		}
	}
	return at, false
}

// ref is a reference to an object.
type ref struct{ number, generation int }

// refAt reads "12 0 R", and where it ends.
func refAt(b []byte, at int) (r ref, end int, ok bool) {
	var n [2]int
	for i := range n {
		end = word(b, at)
		if n[i], ok = number(b[at:end]); !ok {
			return r, at, false
		}
		at = space(b, end)
	}
	if end = word(b, at); string(b[at:end]) != "R" {
		return r, at, false
	}
	return ref{n[0], n[1]}, end, true
}

// number is a whole one, not below zero.
func number(b []byte) (n int, ok bool) {
	if len(b) == 0 || len(b) > 10 {
		return 0, false
	}
	for _, c := range b {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, true
}

// float is a number of any kind, 0 where it is none.
func float(b []byte) float64 {
	x, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		return 0
	}
	return x
}

// dict is a dictionary: its values as they stand.
type dict struct {
	raw     []byte
	entries []entry
}

type entry struct {
	name     string
	from, to int // name and value in raw
	value    []byte
}

// dictAt reads the dictionary that begins there.
func dictAt(b []byte, at int) (d dict, end int, ok bool) {
	at = space(b, at)
	end, ok = value(b, at, 0)
	if !ok || !bytes.HasPrefix(b[at:], []byte("<<")) {
		return d, at, false
	}
	d.raw = b[at:end]
	for i := space(d.raw, 2); !bytes.HasPrefix(d.raw[i:], []byte(">>")); i = space(d.raw, i) {
		if i >= len(d.raw) || d.raw[i] != '/' {
			return d, end, false
		}
		e := entry{from: i}
		i = word(d.raw, i+1)
		e.name = string(d.raw[e.from+1 : i])
		i = space(d.raw, i)
		if e.to, ok = value(d.raw, i, 0); !ok {
			return d, end, false
		}
		e.value = d.raw[i:e.to]
		d.entries = append(d.entries, e)
		i = e.to
	}
	return d, end, true
}

// get is the value of a name, nil for none.
func (d *dict) get(name string) []byte {
	for i := range d.entries {
		if d.entries[i].name == name {
			return d.entries[i].value
		}
	}
	return nil
}

// int is a whole number of that name, without references.
func (d *dict) int(name string) (int, bool) { return number(d.get(name)) }

// with is the dictionary as bytes, its values of some names others; those without one are
// left out.
func (d *dict) with(values map[string]string) []byte {
	out, at := []byte(nil), 0
	for _, e := range d.entries {
		if _, other := values[e.name]; other {
			out = append(append(out, d.raw[at:e.from]...), ' ')
			at = e.to
		}
	}
	out = append(out, d.raw[at:len(d.raw)-2]...)
	for _, name := range sorted(values) {
		if values[name] != "" {
			out = append(out, " /"+name+" "+values[name]...)
		}
	}
	return append(out, " >>"...)
}

// items are the values of an array as they stand.
func items(array []byte) (out [][]byte) {
	if len(array) < 2 || array[0] != '[' {
		return nil
	}
	for at := space(array, 1); at < len(array) && array[at] != ']'; at = space(array, at) {
		end, ok := value(array, at, 0)
		if !ok {
			return nil
		}
		out = append(out, array[at:end])
		at = end
	}
	return out
}
