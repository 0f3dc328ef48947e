package prose

import (
	"suanqing/validate/bind"
	"suanqing/validate/report"
)

// Passage is a paragraph of the written half as it is read here, for judges of other
// things in it.
type Passage struct {
	// Text is the paragraph with blanks and quotation marks gone and marks in one
	// spelling; lines that a page parted are joined.
	Text     []rune
	Heading  bool // a heading or a caption
	Glossary bool // stands in the 名词解释, its heading too
	Silent   bool // stands in a part without statements, such as the 名词解释
	Lines    int  // how many lines were joined
	p        *passage
	j        *judging
}

// Passages are the paragraphs of the written half, in their order.
func Passages(b *bind.Book) []Passage {
	r := collect(b)
	r.place()
	j := &judging{reader: &reader{reading: r}}
	out := make([]Passage, len(r.passages))
	for i, p := range r.passages {
		out[i] = Passage{Text: p.text, Heading: p.head, Lines: p.lines, p: p, j: j}
		if p.section != nil {
			out[i].Glossary, out[i].Silent = p.section.topic&glossary != 0, p.section.topic&silent != 0
		}
	}
	return out
}

// Cell is the place of the words from a rune of the text to another.
func (p *Passage) Cell(from, to int) report.Cell { return p.j.wordsAt(p.p, from, to) }

// Place is how the passage is called in a message.
func (p *Passage) Place() string { return p.j.place(p.p) }
