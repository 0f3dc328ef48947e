package xlsx

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"suanqing/validate/document"
)

// sharedFormula is a formula as the cell that defines it has it.
type sharedFormula struct {
	row, col int
	text     string
}

// sharedUse is a cell that uses a shared formula by number.
type sharedUse struct{ row, col, id int }

// readFormula reads an <f> of the cell at a position: its text, and the number
// of the shared formula it uses instead of a text of its own, or -1.
func (s *sheetReader) readFormula(at document.Ref) (formula string, id int) {
	x := s.x
	kind, si := x.Attr("t"), x.Attr("si")
	formula = strings.TrimSpace(x.Text())
	if len(formula) > maxFormula {
		x.TooComplex(document.Address(at.Row, at.Col) + " 的公式过长")
		return "", -1
	}
	id, err := strconv.Atoi(si)
	if kind != "shared" || err != nil || id < 0 {
		return formula, -1
	}
	if formula != "" {
		if s.shared == nil {
			s.shared = map[int]sharedFormula{}
		}
		s.shared[id] = sharedFormula{at.Row, at.Col, formula}
		return formula, -1
	}
	// The definition may come later, so uses are expanded once all is read.
	s.pending = append(s.pending, sharedUse{at.Row, at.Col, id})
	return "", id
}

// resolveShared gives every cell that uses a shared formula the formula as it
// reads there. A use without a definition is left a plain value: programs that
// delete the defining row leave such cells behind, and Excel drops them too.
func (s *sheetReader) resolveShared() {
	for _, use := range s.pending {
		def, ok := s.shared[use.id]
		cell := s.sheet.At(use.row, use.col)
		if !ok || cell == nil || cell.Formula != "" {
			continue
		}
		if s.expanded += len(def.text) + 8; s.expanded > maxFormulas {
			s.x.TooComplex("共享公式过多")
			return
		}
		cell.Formula = shiftFormula(def.text, use.row-def.row, use.col-def.col)
	}
}

// shiftFormula is the formula as it reads when copied some rows down and columns
// right: relative references move, absolute ones, texts, quoted sheet names and
// what stands in brackets stay. A reference moved off the sheet is #REF!.
func shiftFormula(f string, rows, cols int) string {
	if rows == 0 && cols == 0 {
		return f
	}
	var b strings.Builder
	b.Grow(len(f) + 8)
	for i := 0; i < len(f); {
		switch c := f[i]; {
		case c == '"' || c == '\'':
			n := strings.IndexByte(f[i+1:], c) // a doubled quote is two quoted pieces
			if n < 0 {
				n = len(f) - i - 2
			}
			b.WriteString(f[i : i+n+2])
			i += n + 2
		case c == '[':
			n := bracketed(f[i:])
			b.WriteString(f[i : i+n])
			i += n
		case isWord(c):
			n := 1
			for i+n < len(f) && isWord(f[i+n]) {
				n++
			}
			i += shiftWord(&b, f[i:], n, rows, cols)
		default:
			b.WriteByte(c)
			i++
		}
	}
	return b.String()
}

// shiftWord writes the word of n bytes at the start of f, moved if it is a
// reference, and gives how much of f it took.
func shiftWord(b *strings.Builder, f string, n, rows, cols int) int {
	r, m := document.ScanRef(f[:n])
	next := byte(0)
	if n < len(f) {
		next = f[n]
	}
	switch {
	case m != n || next == '(' || next == '!' || next == '[':
		// A name, a number, a function such as LOG10( or a sheet name.
	case r.HasRow && r.HasCol:
		b.WriteString(r.Shift(rows, cols))
		return n
	case next == ':':
		// Whole columns A:C or rows 1:3: only a pair of one sort is a reference.
		end := n + 1
		for end < len(f) && isWord(f[end]) {
			end++
		}
		to, k := document.ScanRef(f[n+1 : end])
		if k > 0 && k == end-n-1 && to.HasRow == r.HasRow && to.HasCol == r.HasCol {
			b.WriteString(r.Shift(rows, cols))
			b.WriteByte(':')
			b.WriteString(to.Shift(rows, cols))
			return end
		}
	}
	b.WriteString(f[:n])
	return n
}

// bracketed is the length of a bracketed piece such as [1] or Table[[#All],[A]],
// nesting included; ' escapes the next character in there.
func bracketed(f string) int {
	depth := 0
	for i := 0; i < len(f); i++ {
		switch f[i] {
		case '\'':
			i++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(f)
}

// isWord tells whether a byte may be part of a reference, name or number.
func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
		c == '$' || c == '_' || c == '.' || c == '\\' || c == '?' || c >= utf8.RuneSelf
}
