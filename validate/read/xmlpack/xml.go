package xmlpack

import (
	"strings"
	"unicode/utf8"

	"suanqing/validate/document"
	"suanqing/validate/internal/wide"
	"suanqing/validate/read/refuse"
)

// Scanner pulls elements out of one XML part. It slices names and text out of
// the part, so a cell costs no allocation, and it insists on well-formedness:
// every element closes as it opened and the document ends closed.
//
// Reading follows the tree: for each child of the root element,
//
//	for x.Root("worksheet") {
//		for d := x.Depth(); x.Child(d); {
//			switch x.Name { … }
//		}
//	}
//
// and what a caller does not read is skipped, but still checked. After any loop
// x.Err says whether the part was sound so far.
type Scanner struct {
	Name  string // local name of the element just entered, or the text just read
	Attrs []Attr // of that element
	Err   *document.Refusal

	s     string
	i     int
	stack []string // full names of the open elements
	empty bool     // the element just entered is <so/>: its end is due
	begun bool     // the root element has been entered
	part  string
}

// Attr is an attribute: its full name, and its value still escaped.
type Attr struct{ Name, Value string }

// Event is what of a part comes next.
type Event uint8

const (
	EOF Event = iota // also where the part is not sound
	Start
	End
	Text
)

// Scan starts on a member; part is how messages call it.
func (p *Pack) Scan(name, part string) (*Scanner, *document.Refusal) {
	text, refusal := p.Text(name, part)
	if refusal != nil {
		return nil, refusal
	}
	p.read -= len(text)
	text, _ = wide.XML(text) // may be half as long again
	if p.read += len(text); p.read > MaxTotal {
		return nil, refuse.TooLarge("%s解压后过大（共超过 %d MB）。", part, MaxTotal>>20)
	}
	return Scan(text, part), nil
}

// Scan starts on a part that stands alone, in UTF-8.
func Scan(text, part string) *Scanner {
	x := &Scanner{part: part, s: strings.TrimPrefix(text, "\uFEFF")}
	if !utf8.ValidString(x.s) {
		x.Fail("不是 UTF-8 编码")
	}
	return x
}

// Fail gives the part up as damaged.
func (x *Scanner) Fail(what string) Event {
	if x.Err == nil {
		x.Err = refuse.Corrupt("%s的内容不完整或已损坏（%s）。", x.part, what)
	}
	x.i, x.empty = len(x.s), false
	return EOF
}

// TooComplex gives the part up as having too much of something.
func (x *Scanner) TooComplex(what string) Event {
	if x.Err == nil {
		x.Err = refuse.TooComplex("%s过于复杂（%s）。", x.part, what)
	}
	x.i, x.empty = len(x.s), false
	return EOF
}

// Depth is how many elements are open.
func (x *Scanner) Depth() int { return len(x.stack) }

// Offset is how far into the part it has read, in bytes: behind the tag of the element
// just entered.
func (x *Scanner) Offset() int { return x.i }

// Source is the part, in UTF-8 without a mark, into which Offset leads.
func (x *Scanner) Source() string { return x.s }

// Root enters the root element, which must have a name. It is false once the
// document has been read to its end.
func (x *Scanner) Root(name string) bool {
	if !x.Child(0) {
		return false
	}
	if x.Name != name {
		x.Fail("根标签不是 " + name)
	}
	return x.Err == nil
}

// Child advances to the next child of the element at a depth, past whatever is
// unread, and is false when that element ends.
func (x *Scanner) Child(depth int) bool {
	for {
		switch x.Next() {
		case Start:
			if len(x.stack) == depth+1 {
				return true
			}
		case End:
			if len(x.stack) < depth {
				return false
			}
		case EOF:
			return false
		}
	}
}

// Text reads the current element to its end and returns its own text, unescaped.
func (x *Scanner) Text() string {
	var j Joiner
	for depth := len(x.stack); ; {
		switch x.Next() {
		case Text:
			if len(x.stack) == depth {
				j.Add(x.Name)
			}
		case End:
			if len(x.stack) < depth {
				return j.String()
			}
		case EOF:
			return j.String()
		}
	}
}

// Only reads the rest of the element just entered, to its end, where that is no more
// than one child of the given full name with nothing but plain text in it: most cells are
// <c><v>12</v></c>, which this reads in one go. ok is false for anything else, of which
// nothing is then read.
func (x *Scanner) Only(child string) (text string, ok bool) {
	top := len(x.stack) - 1
	if x.empty || top < 0 || top+1 >= maxDepth {
		return "", false
	}
	rest, ok := opened(x.s[x.i:], child)
	if !ok {
		return "", false
	}
	n := 0
	for n < len(rest) && rest[n] != '<' {
		if rest[n] == '&' || rest[n] == '\r' {
			return "", false
		}
		n++
	}
	text, rest = rest[:n], rest[n:]
	if rest, ok = closed(rest, child); ok {
		rest, ok = closed(rest, x.stack[top])
	}
	if !ok {
		return "", false
	}
	x.i, x.stack = len(x.s)-len(rest), x.stack[:top]
	return text, true
}

// opened is what stands behind <name> where s begins with that.
func opened(s, name string) (rest string, ok bool) {
	n := len(name) + 1
	if len(s) <= n || s[0] != '<' || s[1:n] != name || s[n] != '>' {
		return "", false
	}
	return s[n+1:], true
}

// closed is what stands behind </name> where s begins with that.
func closed(s, name string) (rest string, ok bool) {
	n := len(name) + 2
	if len(s) <= n || s[:2] != "</" || s[2:n] != name || s[n] != '>' {
		return "", false
	}
	return s[n+1:], true
}

// Next is the next event. For Text, name is the text; entities are decoded.
func (x *Scanner) Next() Event {
	if x.Err != nil {
		return EOF
	}
	if x.empty {
		x.empty = false
		x.stack = x.stack[:len(x.stack)-1]
		return End
	}
	for x.i < len(x.s) {
		if x.s[x.i] != '<' {
			n := strings.IndexByte(x.s[x.i:], '<')
			if n < 0 {
				n = len(x.s) - x.i
			}
			raw := x.s[x.i : x.i+n]
			x.i += n
			if len(x.stack) == 0 {
				if strings.Trim(raw, " \t\r\n\x00") != "" {
					return x.Fail("标签之外有文字")
				}
				continue
			}
			x.Name = x.unescape(raw)
			if x.Err != nil {
				return EOF
			}
			return Text
		}
		rest := x.s[x.i+1:]
		switch {
		case rest == "":
			return x.Fail("标签不完整")
		case rest[0] == '/':
			return x.end(rest[1:])
		case rest[0] == '?':
			if !x.past(rest, "?>") {
				return x.Fail("处理指令不完整")
			}
		case strings.HasPrefix(rest, "!--"):
			if !x.past(rest[3:], "-->") {
				return x.Fail("注释不完整")
			}
		case strings.HasPrefix(rest, "![CDATA["):
			rest = rest[len("![CDATA["):]
			n := strings.Index(rest, "]]>")
			if n < 0 || len(x.stack) == 0 {
				return x.Fail("CDATA 不完整")
			}
			x.past(rest, "]]>")
			x.Name = newlines(rest[:n])
			return Text
		case rest[0] == '!':
			// A DOCTYPE can define entities; no spreadsheet has one.
			return x.Fail("含有 DOCTYPE 声明")
		default:
			return x.start()
		}
	}
	if len(x.stack) > 0 || !x.begun {
		return x.Fail("标签没有闭合")
	}
	return EOF
}

// past moves behind the next occurrence of a mark in rest, a tail of x.s.
func (x *Scanner) past(rest, mark string) bool {
	n := strings.Index(rest, mark)
	x.i = len(x.s) - len(rest) + n + len(mark)
	return n >= 0
}

// end reads the rest of </name>.
func (x *Scanner) end(rest string) Event {
	top := len(x.stack) - 1
	if top < 0 {
		return x.Fail("标签不配对")
	}
	n := len(x.stack[top])
	if len(rest) < n || rest[:n] != x.stack[top] {
		return x.Fail("标签不配对")
	}
	for n < len(rest) && isSpace(rest[n]) {
		n++
	}
	if n >= len(rest) || rest[n] != '>' {
		return x.Fail("标签不配对")
	}
	x.i = len(x.s) - len(rest) + n + 1
	x.stack = x.stack[:top]
	return End
}

// start reads <name attributes> or <name attributes/>.
func (x *Scanner) start() Event {
	s, i := x.s, x.i+1
	from, local := i, i
	for i < len(s) && isName[s[i]] {
		if s[i] == ':' {
			local = i + 1
		}
		i++
	}
	if local == i {
		return x.Fail("标签名不合法")
	}
	if len(x.stack) == maxDepth {
		return x.TooComplex("标签嵌套过深")
	}
	if len(x.stack) == 0 && x.begun {
		return x.Fail("有多个根标签")
	}
	x.begun = true
	x.Name = s[local:i]
	x.stack = append(x.stack, s[from:i])
	x.Attrs = x.Attrs[:0]
	for {
		gap := i
		for i < len(s) && isSpace(s[i]) {
			i++
		}
		if i+1 >= len(s) && (i >= len(s) || s[i] != '>') {
			return x.Fail("标签不完整")
		}
		if s[i] == '>' {
			x.i = i + 1
			return Start
		}
		if s[i] == '/' && s[i+1] == '>' {
			x.i, x.empty = i+2, true
			return Start
		}
		from = i
		for i < len(s) && isName[s[i]] {
			i++
		}
		name := s[from:i]
		for i < len(s) && isSpace(s[i]) {
			i++
		}
		if name == "" || from == gap || i >= len(s) || s[i] != '=' {
			return x.Fail("属性不合法")
		}
		for i++; i < len(s) && isSpace(s[i]); i++ {
		}
		if i >= len(s) || s[i] != '"' && s[i] != '\'' {
			return x.Fail("属性不合法")
		}
		quote := s[i]
		i++
		for from = i; i < len(s) && s[i] != quote && s[i] != '<'; i++ {
		}
		if i == len(s) || s[i] == '<' {
			return x.Fail("属性不完整")
		}
		if len(x.Attrs) == maxAttrs {
			return x.TooComplex("属性过多")
		}
		x.Attrs = append(x.Attrs, Attr{name, s[from:i]})
		i++
	}
}

// Attr is the value of an attribute of the element just entered, "" when absent.
func (x *Scanner) Attr(name string) string {
	for _, a := range x.Attrs {
		if a.Name == name {
			return x.unescape(a.Value)
		}
	}
	return ""
}

// RelID is the element's relationship id, whatever prefix stands before "id".
func (x *Scanner) RelID() string {
	for _, a := range x.Attrs {
		if strings.HasSuffix(a.Name, ":id") {
			return x.unescape(a.Value)
		}
	}
	return ""
}

// Flag tells whether an attribute is true.
func (x *Scanner) Flag(name string) bool { return Truth(x.Attr(name)) }

// Truth tells whether the value of an attribute is true.
func Truth(s string) bool { return s == "1" || s == "true" || s == "on" }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// isName tells whether a byte may be part of a name; a table, since every byte of
// every tag is asked.
var isName = func() (table [256]bool) {
	for c := range table {
		table[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
			c == '_' || c == ':' || c == '-' || c == '.' || c >= utf8.RuneSelf
	}
	return table
}()
