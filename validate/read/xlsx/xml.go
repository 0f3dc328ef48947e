package xlsx

import (
	"strings"
	"unicode/utf8"

	"suanqing/validate/document"
	"suanqing/validate/internal/wide"
	"suanqing/validate/read/refuse"
)

// scanner pulls elements out of one XML part. It slices names and text out of
// the part, so a cell costs no allocation, and it insists on well-formedness:
// every element closes as it opened and the document ends closed.
//
// Reading follows the tree: for each child of the root element,
//
//	for x.root("worksheet") {
//		for d := x.depth(); x.child(d); {
//			switch x.name { … }
//		}
//	}
//
// and what a caller does not read is skipped, but still checked. After any loop
// x.err says whether the part was sound so far.
type scanner struct {
	name string // local name of the element just entered
	err  *document.Refusal

	s     string
	i     int
	stack []string // full names of the open elements
	attrs []attr
	empty bool // the element just entered is <so/>: its end is due
	begun bool // the root element has been entered
	part  string
}

type attr struct{ name, value string } // full name; value still escaped

type event uint8

const (
	evEOF event = iota
	evStart
	evEnd
	evText
)

// scan starts on a member; part is how messages call it.
func (p *pack) scan(name, part string) (*scanner, *document.Refusal) {
	text, refusal := p.text(name, part)
	if refusal != nil {
		return nil, refusal
	}
	p.read -= len(text)
	text, _ = wide.XML(text) // may be half as long again
	if p.read += len(text); p.read > maxTotal {
		return nil, refuse.TooLarge("%s解压后过大（共超过 %d MB）。", part, maxTotal>>20)
	}
	x := &scanner{part: part, s: strings.TrimPrefix(text, "\uFEFF")}
	if !utf8.ValidString(x.s) {
		x.fail("不是 UTF-8 编码")
	}
	return x, nil
}

func (x *scanner) fail(what string) event {
	if x.err == nil {
		x.err = refuse.Corrupt("%s的内容不完整或已损坏（%s）。", x.part, what)
	}
	x.i, x.empty = len(x.s), false
	return evEOF
}

func (x *scanner) tooComplex(what string) event {
	if x.err == nil {
		x.err = refuse.TooComplex("%s过于复杂（%s）。", x.part, what)
	}
	x.i, x.empty = len(x.s), false
	return evEOF
}

func (x *scanner) depth() int { return len(x.stack) }

// root enters the root element, which must have a name. It is false once the
// document has been read to its end.
func (x *scanner) root(name string) bool {
	if !x.child(0) {
		return false
	}
	if x.name != name {
		x.fail("根标签不是 " + name)
	}
	return x.err == nil
}

// child advances to the next child of the element at a depth, past whatever is
// unread, and is false when that element ends.
func (x *scanner) child(depth int) bool {
	for {
		switch x.next() {
		case evStart:
			if len(x.stack) == depth+1 {
				return true
			}
		case evEnd:
			if len(x.stack) < depth {
				return false
			}
		case evEOF:
			return false
		}
	}
}

// text reads the current element to its end and returns its own text, unescaped.
func (x *scanner) text() string {
	var j joiner
	for depth := len(x.stack); ; {
		switch x.next() {
		case evText:
			if len(x.stack) == depth {
				j.add(x.name)
			}
		case evEnd:
			if len(x.stack) < depth {
				return j.String()
			}
		case evEOF:
			return j.String()
		}
	}
}

// next is the next event. For evText, name is the text; entities are decoded.
func (x *scanner) next() event {
	if x.err != nil {
		return evEOF
	}
	if x.empty {
		x.empty = false
		x.stack = x.stack[:len(x.stack)-1]
		return evEnd
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
					return x.fail("标签之外有文字")
				}
				continue
			}
			x.name = x.unescape(raw)
			if x.err != nil {
				return evEOF
			}
			return evText
		}
		rest := x.s[x.i+1:]
		switch {
		case rest == "":
			return x.fail("标签不完整")
		case rest[0] == '/':
			return x.end(rest[1:])
		case rest[0] == '?':
			if !x.past(rest, "?>") {
				return x.fail("处理指令不完整")
			}
		case strings.HasPrefix(rest, "!--"):
			if !x.past(rest[3:], "-->") {
				return x.fail("注释不完整")
			}
		case strings.HasPrefix(rest, "![CDATA["):
			rest = rest[len("![CDATA["):]
			n := strings.Index(rest, "]]>")
			if n < 0 || len(x.stack) == 0 {
				return x.fail("CDATA 不完整")
			}
			x.past(rest, "]]>")
			x.name = newlines(rest[:n])
			return evText
		case rest[0] == '!':
			// A DOCTYPE can define entities; no spreadsheet has one.
			return x.fail("含有 DOCTYPE 声明")
		default:
			return x.start()
		}
	}
	if len(x.stack) > 0 || !x.begun {
		return x.fail("标签没有闭合")
	}
	return evEOF
}

// past moves behind the next occurrence of a mark in rest, a tail of x.s.
func (x *scanner) past(rest, mark string) bool {
	n := strings.Index(rest, mark)
	x.i = len(x.s) - len(rest) + n + len(mark)
	return n >= 0
}

// end reads the rest of </name>.
func (x *scanner) end(rest string) event {
	top := len(x.stack) - 1
	if top < 0 || !strings.HasPrefix(rest, x.stack[top]) {
		return x.fail("标签不配对")
	}
	n := len(x.stack[top])
	for n < len(rest) && isSpace(rest[n]) {
		n++
	}
	if n >= len(rest) || rest[n] != '>' {
		return x.fail("标签不配对")
	}
	x.i = len(x.s) - len(rest) + n + 1
	x.stack = x.stack[:top]
	return evEnd
}

// start reads <name attributes> or <name attributes/>.
func (x *scanner) start() event {
	s, i := x.s, x.i+1
	from, local := i, i
	for i < len(s) && isName[s[i]] {
		if s[i] == ':' {
			local = i + 1
		}
		i++
	}
	if local == i {
		return x.fail("标签名不合法")
	}
	if len(x.stack) == maxDepth {
		return x.tooComplex("标签嵌套过深")
	}
	if len(x.stack) == 0 && x.begun {
		return x.fail("有多个根标签")
	}
	x.begun = true
	x.name = s[local:i]
	x.stack = append(x.stack, s[from:i])
	x.attrs = x.attrs[:0]
	for {
		gap := i
		for i < len(s) && isSpace(s[i]) {
			i++
		}
		if i+1 >= len(s) && (i >= len(s) || s[i] != '>') {
			return x.fail("标签不完整")
		}
		if s[i] == '>' {
			x.i = i + 1
			return evStart
		}
		if s[i] == '/' && s[i+1] == '>' {
			x.i, x.empty = i+2, true
			return evStart
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
			return x.fail("属性不合法")
		}
		for i++; i < len(s) && isSpace(s[i]); i++ {
		}
		if i >= len(s) || s[i] != '"' && s[i] != '\'' {
			return x.fail("属性不合法")
		}
		quote := s[i]
		i++
		for from = i; i < len(s) && s[i] != quote && s[i] != '<'; i++ {
		}
		if i == len(s) || s[i] == '<' {
			return x.fail("属性不完整")
		}
		if len(x.attrs) == maxAttrs {
			return x.tooComplex("属性过多")
		}
		x.attrs = append(x.attrs, attr{name, s[from:i]})
		i++
	}
}

// attr is the value of an attribute of the element just entered, "" when absent.
func (x *scanner) attr(name string) string {
	for _, a := range x.attrs {
		if a.name == name {
			return x.unescape(a.value)
		}
	}
	return ""
}

// relID is the element's relationship id, whatever prefix stands before "id".
func (x *scanner) relID() string {
	for _, a := range x.attrs {
		if strings.HasSuffix(a.name, ":id") {
			return x.unescape(a.value)
		}
	}
	return ""
}

// flag tells whether an attribute is true.
func (x *scanner) flag(name string) bool { return truth(x.attr(name)) }

func truth(s string) bool { return s == "1" || s == "true" || s == "on" }

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
