package passage

import (
	"strconv"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/prose/scan"
	"suanqing/validate/report"
)

// Where is the wording of a place: the section and the paragraph.
func (r *Reading) Where(p *Passage) string {
	at := r.Paragraph(p)
	switch {
	case p.Section == nil:
		return at
	case !strings.HasPrefix(at, "第 "):
		at = " " + at
	}
	return "“" + Clip(p.Section.title, 24) + "”" + at
}

// Paragraph is where a passage begins: 第 31 段, or on a sheet of a workbook its cell,
// which a person finds there.
func (r *Reading) Paragraph(p *Passage) string {
	if len(p.From) > 0 {
		src := &r.Sources[p.From[0].Cell]
		if sheet := r.Book.Document.Sheets[src.Place.Sheet]; !sheet.Written {
			return sheet.Name + "!" + Address(src.Place)
		}
	}
	at := "第 " + strconv.Itoa(p.Number) + " 段"
	if p.Listed {
		at += "下面的表"
	}
	return at
}

// Clip is the beginning of words that are long.
func Clip(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most-1]) + "…"
}

// MostWords is how many characters the words of a place have.
const MostWords = 60

// WordsAt is a place of words, from a rune of a passage to another, as they stand in the
// cell they begin in, or where the last of them stand.
func (r *Reading) WordsAt(p *Passage, from, to int) report.Cell {
	to = min(to, len(p.From))
	from = max(0, min(from, to-1))
	if to-from > MostWords {
		from = to - MostWords
	}
	last := p.From[to-1]
	for p.From[from].Cell != last.Cell {
		from++
	}
	src := &r.Sources[last.Cell]
	start, end := int(p.From[from].At), int(last.At)+1
	words := r.runesOf(last.Cell)
	end = min(end, len(words))
	sheet := r.Book.Document.Sheets[src.Place.Sheet]
	c := report.Cell{Sheet: sheet.Name, Cell: Address(src.Place), Document: src.File, Paragraph: src.Para, At: start}
	if !sheet.Written { // it has cells, no paragraphs
		c.Paragraph = 0
	}
	if start < end {
		c.Words = strings.TrimSpace(string(words[start:end]))
	}
	if p.Section != nil {
		c.Section = p.Section.number
	}
	if c.Document == "" {
		c.Document = r.ownName
	}
	return c
}

// Origin is where a rune of a passage stands: its cell, and how many runes are before it
// there.
func (r *Reading) Origin(p *Passage, at int) (bind.Place, int) {
	if at >= len(p.From) {
		at = len(p.From) - 1
	}
	o := p.From[at]
	return r.Sources[o.Cell].Place, int(o.At)
}

// Address is the name of a cell: B7.
func Address(at bind.Place) string { return document.Address(at.Row, at.Col) }

// HasAmount says whether a line has an amount of money.
func HasAmount(text []rune) bool {
	for i := 1; i < len(text); i++ {
		if (text[i] == '万' || text[i] == '元' || text[i] == '%') && text[i-1] >= '0' && text[i-1] <= '9' {
			return true
		}
	}
	return false
}

const (
	quoteAround = 14 // characters that a quotation goes on at most to get to a mark
	quoteStops  = "，。；：、,.;:！？!?（）()“”\n\t "
)

// Quote is words of a passage, from one rune to another, with what stands around them up to
// the next mark, as they are printed.
func (r *Reading) Quote(p *Passage, at, end int) string {
	from, to := at, end
	for from > 0 && at-from < quoteAround && !p.stopsAt(from-1) {
		from--
	}
	for to < len(p.Text) && to-end < quoteAround && !p.stopsAt(to) {
		to++
	}
	words := r.WordsAt(p, from, to).Words
	if from > 0 && !p.stopsAt(from-1) {
		words = "…" + words
	}
	if to < len(p.Text) && !p.stopsAt(to) {
		words += "…"
	}
	return words
}

// stopsAt says whether a mark parts what is before from what is behind; that within a
// figure does not.
func (p *Passage) stopsAt(i int) bool {
	if !strings.ContainsRune(quoteStops, p.Text[i]) {
		return false
	}
	return i == 0 || i+1 >= len(p.Text) || !scan.IsDigit(p.Text[i-1]) || !scan.IsDigit(p.Text[i+1])
}

// Ending is the end of words that are long.
func Ending(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	from := len(r) - most + 1
	for from < len(r)-1 && (scan.IsDigit(r[from]) || r[from] == '.' || r[from] == ',') && scan.IsDigit(r[from-1]) {
		from--
	}
	return "…" + string(r[max(0, from):])
}
