package xml2003

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/refuse"
)

// Caps of this package beside those of package grid.
const (
	maxDepth = 64       // open elements
	maxTag   = 64 << 10 // bytes of one tag: its attributes are all held at once
)

// scanner pulls elements out of the text of a workbook. Reading follows the tree:
//
//	for d := x.depth; x.child(d); {
//		switch x.name { … }
//	}
//
// What a caller does not read is skipped, but still checked; err says whether the text
// was sound so far.
type scanner struct {
	name  string // local name of the element just entered
	attrs []xml.Attr
	depth int // open elements
	err   *document.Refusal

	tokens *xml.Decoder
}

// scan starts on a text in UTF-8.
func scan(text []byte) *scanner {
	x := &scanner{tokens: xml.NewDecoder(bytes.NewReader(text))}
	x.tokens.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // decoded already
	if longTag(text) {
		x.err = refuse.TooComplex("XML 表格里有过长的标签。")
	}
	return x
}

// longTag says whether a tag is beyond the cap. Comments and texts may be long.
func longTag(text []byte) bool {
	for {
		i := bytes.IndexByte(text, '<')
		if i < 0 {
			return false
		}
		text = text[i:]
		for _, long := range [...][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}} {
			if bytes.HasPrefix(text, []byte(long[0])) {
				_, text, _ = bytes.Cut(text, []byte(long[1]))
				i = -1
			}
		}
		if i < 0 {
			continue
		}
		end := tagEnd(text)
		if end > maxTag {
			return true
		}
		text = text[end:]
	}
}

// tagEnd is the length of a tag; a > in quotes does not end it.
func tagEnd(text []byte) int {
	quote := byte(0)
	for i, c := range text[:min(len(text), maxTag+1)] {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return min(len(text), maxTag+1)
}

func (x *scanner) fail(what string) {
	if x.err == nil {
		x.err = refuse.Corrupt("XML 表格的内容不完整或已损坏（%s）。", what)
	}
}

// next is the next token, nil at the end of the text or of what is sound.
func (x *scanner) next() xml.Token {
	if x.err != nil {
		return nil
	}
	token, err := x.tokens.Token()
	switch t := token.(type) {
	case xml.StartElement:
		if x.depth++; x.depth > maxDepth {
			x.err = refuse.TooComplex("XML 表格的标签套了 %d 层以上。", maxDepth)
			return nil
		}
		x.name, x.attrs = t.Name.Local, t.Attr
	case xml.EndElement:
		x.depth--
	case xml.Directive:
		x.fail("带有 DTD")
		return nil
	}
	if err != nil {
		if err != io.EOF || x.depth > 0 {
			x.fail("标签没有配对")
		}
		return nil
	}
	return token
}

// child advances to the next child of the element at a depth, past whatever is unread,
// and is false when that element ends.
func (x *scanner) child(depth int) bool {
	for {
		switch x.next().(type) {
		case xml.StartElement:
			if x.depth == depth+1 {
				return true
			}
		case xml.EndElement:
			if x.depth < depth {
				return false
			}
		case nil:
			return false
		}
	}
}

// text reads the current element to its end and returns all text in it, that of the
// elements that format it included.
func (x *scanner) text() string {
	var b strings.Builder
	for depth := x.depth; ; {
		switch t := x.next().(type) {
		case xml.CharData:
			b.Write(t)
		case xml.EndElement:
			if x.depth < depth {
				return b.String()
			}
		case nil:
			return ""
		}
	}
}

// space is the namespace of the format, which its attributes are in; some writers
// forget to say so.
const space = "urn:schemas-microsoft-com:office:spreadsheet"

// attr is an attribute of the current element, "" when there is none.
func (x *scanner) attr(name string) string {
	for _, a := range x.attrs {
		if a.Name.Local == name && (a.Name.Space == space || a.Name.Space == "" || a.Name.Space == "ss") {
			return a.Value
		}
	}
	return ""
}

// number is a whole number of an attribute, 0 when there is none.
func (x *scanner) number(name string) int {
	value := strings.TrimSpace(x.attr(name))
	n := 0
	for i := range len(value) {
		if value[i] < '0' || value[i] > '9' || n > document.MaxRows {
			x.fail("属性 " + name + " 不合法")
			return 0
		}
		n = n*10 + int(value[i]-'0')
	}
	return n
}

func (x *scanner) flag(name string) bool { return x.attr(name) == "1" || x.attr(name) == "true" }
