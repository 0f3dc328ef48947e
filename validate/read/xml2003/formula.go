package xml2003

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
)

// a1 is a formula in A1 style, without its equals sign. In the file its references are
// in R1C1 style, as seen from its cell: R[-1]C is the cell above. It is Undecoded where
// a reference leads off the sheet.
func a1(formula string, row, col int) string {
	formula = strings.TrimPrefix(strings.TrimSpace(formula), "=")
	var b strings.Builder
	for i := 0; i < len(formula); {
		switch c := formula[i]; {
		case c == '"' || c == '\'': // a text, or the name of a sheet
			end := quotedEnd(formula, i)
			b.WriteString(formula[i:end])
			i = end
		case c == '[': // of another workbook, or of a table
			end := strings.IndexByte(formula[i:], ']')
			if end < 0 {
				return grid.Undecoded
			}
			b.WriteString(formula[i : i+end+1])
			i += end + 1
		case wordByte(c):
			end := i
			for end < len(formula) && wordByte(formula[end]) {
				if end++; end < len(formula) && formula[end] == '[' {
					end = relativeEnd(formula, end)
				}
			}
			word := formula[i:end]
			if called := end < len(formula) && (formula[end] == '(' || formula[end] == '!'); !called {
				if reference, is := reference(word, row, col); is {
					if word = reference; word == "" {
						return grid.Undecoded
					}
				}
			}
			b.WriteString(word)
			i = end
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}

// quotedEnd is where a quoted piece ends; a quote in it is written twice.
func quotedEnd(s string, from int) int {
	for i := from + 1; i < len(s); i++ {
		if s[i] == s[from] {
			if i+1 < len(s) && s[i+1] == s[from] {
				i++
				continue
			}
			return i + 1
		}
	}
	return len(s)
}

// wordByte says whether a byte is one of names, numbers and references.
func wordByte(c byte) bool {
	return c >= 0x80 || c == '_' || c == '.' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// relativeEnd is the end of [-1] at an offset, or the offset where no such thing is.
func relativeEnd(s string, at int) int {
	i := at + 1
	if i < len(s) && s[i] == '-' {
		i++
	}
	digits := i
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i == digits || i == len(s) || s[i] != ']' {
		return at
	}
	return i + 1
}

// reference is a reference such as R[-3]C2, R4 or C in A1 style; "" where it leads off
// the sheet. A whole row or column is a range, B:B.
func reference(word string, row, col int) (text string, is bool) {
	r := document.Ref{}
	rest := word
	ok := true
	if r.HasRow = rest != "" && rest[0]|0x20 == 'r'; r.HasRow {
		r.Row, r.AbsRow, rest, ok = index(rest[1:], row)
	}
	if r.HasCol = ok && rest != "" && rest[0]|0x20 == 'c'; r.HasCol {
		r.Col, r.AbsCol, rest, ok = index(rest[1:], col)
	}
	if !ok || rest != "" || !r.HasRow && !r.HasCol {
		return word, false
	}
	if text = r.Shift(0, 0); strings.HasPrefix(text, "#") {
		return "", true
	}
	if !r.HasRow || !r.HasCol {
		text += ":" + text
	}
	return text, true
}

// index reads what follows R or C: a number counted from 1, [n] counted from the cell,
// or nothing for the cell's own.
func index(s string, own int) (n int, absolute bool, rest string, ok bool) {
	relative := s != "" && s[0] == '['
	i, negative := 0, false
	if relative {
		if i = 1; i < len(s) && s[i] == '-' {
			i, negative = 2, true
		}
	}
	digits := i
	for ; i < len(s) && '0' <= s[i] && s[i] <= '9'; i++ {
		n = min(n*10+int(s[i]-'0'), 1<<24)
	}
	if negative {
		n = -n
	}
	switch {
	case relative && (i == digits || i == len(s) || s[i] != ']'):
		return 0, false, s, false
	case relative:
		return own + n, false, s[i+1:], true
	case i == digits:
		return own, false, s, true
	}
	return n - 1, true, s[i:], true
}
