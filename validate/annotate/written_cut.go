package annotate

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// cut is a place at which comments begin and end. It parts the run that it is in, and the
// text in that: both go on behind it with the looks that they have.
type cut struct {
	at    int
	run   *node // nil between runs
	text  *node // nil between what a run holds
	empty *node // the paragraph, written as an empty element, that it is in

	alone, ends, starts []string
}

func (b *body) cut(at int, run, text *node) *cut {
	c := b.cuts[at]
	if c == nil {
		c = &cut{at: at, run: run, text: text}
		b.cuts[at] = c
	}
	return c
}

// markup is what stands at the cut.
func (c *cut) markup(text string) string {
	inner := strings.Join(c.alone, "") + strings.Join(c.ends, "") + strings.Join(c.starts, "")
	if c.run == nil {
		return inner
	}
	looks := ""
	if c.run.properties > 0 {
		looks = text[c.run.properties:c.run.content]
	}
	inner = "</" + nameOf(text, c.run) + ">" + inner + text[c.run.from:c.run.to] + looks
	if c.text != nil {
		name := nameOf(text, c.text)
		inner = "</" + name + ">" + inner + "<" + name + ` xml:space="preserve">`
	}
	return inner
}

// nameOf is the whole name of an element, with its prefix.
func nameOf(text string, n *node) string { return text[n.from+1 : nameEnd(text, n.from)] }

// rawAt is where in the markup of a text, which has references, so many bytes of it are
// before. It is false where something else than text is before them.
func rawAt(raw string, before int) (at int, ok bool) {
	for before > 0 && at < len(raw) {
		size, means := 1, 1
		switch raw[at] {
		case '<':
			return 0, false
		case '&':
			semi := strings.IndexByte(raw[at:], ';')
			if semi < 0 {
				return 0, false
			}
			size, means = semi+1, meaning(raw[at+1:at+semi])
		case '\r':
			if strings.HasPrefix(raw[at:], "\r\n") {
				size = 2
			}
		default:
			_, size = utf8.DecodeRuneInString(raw[at:])
			means = size
		}
		at += size
		before -= means
	}
	return at, before == 0
}

// meaning is how many bytes the character has that a reference stands for.
func meaning(reference string) int {
	digits, numeric := strings.CutPrefix(reference, "#")
	if !numeric {
		return 1
	}
	base := 10
	if hex, is := strings.CutPrefix(digits, "x"); is {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return 1
	}
	return max(1, utf8.RuneLen(rune(n)))
}
