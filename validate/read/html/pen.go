package html

import "strings"

// pen writes down the text of a page or a cell as it is shown: runs of blanks are one,
// and there is none at either end of a line. A blank that does not break is a sign like
// any other.
type pen struct {
	b     []byte
	space bool // a blank is due before the next sign
}

// write adds text. Preformatted text keeps its lines.
func (p *pen) write(text string, preformatted bool) {
	for text != "" {
		n := strings.IndexAny(text, " \t\r\n\f")
		if n < 0 {
			n = len(text)
		}
		if n > 0 {
			p.flushSpace()
			p.b = append(p.b, text[:n]...)
			text = text[n:]
			continue
		}
		if preformatted && text[0] == '\n' {
			p.line()
		} else {
			p.space = true
		}
		text = text[1:]
	}
}

func (p *pen) flushSpace() {
	if p.space && len(p.b) > 0 && p.b[len(p.b)-1] != '\n' {
		p.b = append(p.b, ' ')
	}
	p.space = false
}

// line ends a line, as <br> does.
func (p *pen) line() {
	p.b, p.space = append(p.b, '\n'), false
}

// take gives what was written, and begins anew. Lines at the end that show nothing
// are left out.
func (p *pen) take() string {
	text := strings.Trim(string(p.b), "\n")
	p.b, p.space = p.b[:0], false
	return text
}
