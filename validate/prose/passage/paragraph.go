package passage

import (
	"suanqing/validate/bind"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/report"
)

// Paragraph is a paragraph of the written half as it is read here, for judges of other
// things in it.
type Paragraph struct {
	// Text is the paragraph with blanks and quotation marks gone and marks in one
	// spelling; lines that a page parted are joined.
	Text     []rune
	Heading  bool // a heading or a caption
	Glossary bool // stands in the 名词解释, its heading too
	Silent   bool // stands in a part without statements, such as the 名词解释
	Lines    int  // how many lines were joined
	p        *Passage
	r        *Reading
}

// Paragraphs are the paragraphs of the written half, in their order.
func Paragraphs(b *bind.Book) []Paragraph {
	r := Collect(b)
	out := make([]Paragraph, len(r.Passages))
	for i, p := range r.Passages {
		out[i] = Paragraph{Text: p.Text, Heading: p.Head, Lines: p.Lines, p: p, r: r}
		if p.Section != nil {
			out[i].Glossary, out[i].Silent = p.Section.Topic&lexicon.Glossary != 0, p.Section.Topic&lexicon.Silent != 0
		}
	}
	return out
}

// Cell is the place of the words from a rune of the text to another.
func (p *Paragraph) Cell(from, to int) report.Cell { return p.r.WordsAt(p.p, from, to) }

// Place is how the passage is called in a message.
func (p *Paragraph) Place() string { return p.r.Where(p.p) }
