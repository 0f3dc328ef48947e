package ods

import (
	"strings"

	"suanqing/validate/read/xmlpack"
)

// paragraphs reads the element just entered to its end, and gives the text of the
// paragraphs in it, a line each.
func (s *sheetReader) paragraphs() string {
	var b strings.Builder
	x := s.x
	first := true
	for d := x.Depth(); x.Child(d); {
		if x.Name != "p" && x.Name != "h" { // annotations and drawings are no text of the cell
			continue
		}
		if !first {
			b.WriteByte('\n')
		}
		first = false
		p := paragraph{x: x, b: &b, start: b.Len()}
		p.read()
		p.write("")
	}
	return b.String()
}

// paragraph is the text of one paragraph as it is read.
type paragraph struct {
	x     *scanner
	b     *strings.Builder
	start int  // where it begins
	gap   bool // white space of the XML is due
}

// read reads what stands in the element just entered. White space in the XML counts
// as one blank, and as none where the paragraph begins.
func (p *paragraph) read() {
	x := p.x
	for depth := x.Depth(); ; {
		switch x.Next() {
		case xmlpack.EOF:
			return
		case xmlpack.End:
			if x.Depth() < depth {
				return
			}
		case xmlpack.Text:
			p.text(x.Name)
		case xmlpack.Start:
			p.element()
		}
	}
}

// element reads what an element in a paragraph stands for.
func (p *paragraph) element() {
	x := p.x
	if p.b.Len()-p.start > maxText {
		x.TooComplex("单元格文字过长")
		return
	}
	switch x.Name {
	case "s":
		n, ok := natural(x.Attr("text:c"))
		if !ok {
			n = 1
		}
		p.write(strings.Repeat(" ", min(n, maxBlanks)))
	case "tab":
		p.write("\t")
	case "line-break":
		p.write("\n")
	case "annotation", "annotation-end", "note", "frame", "ruby-text", "bookmark", "tracked-changes":
		x.Text() // to its end
	}
}

// text adds a text with its white space collapsed.
func (p *paragraph) text(s string) {
	for s != "" {
		n := strings.IndexAny(s, " \t\r\n")
		switch {
		case n < 0:
			p.write(s)
			return
		case n > 0:
			p.write(s[:n])
		}
		p.gap = true
		s = strings.TrimLeft(s[n:], " \t\r\n")
	}
}

func (p *paragraph) write(s string) {
	if p.gap && p.b.Len() > p.start {
		p.b.WriteByte(' ')
	}
	p.gap = false
	p.b.WriteString(s)
}
