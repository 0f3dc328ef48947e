// Package draft writes of the forms the sentences that arithmetic can write (情况说明的
// 草稿): totals, shares, changes against the year before, how far budgets were spent. A
// clerk copies them and adds what no form says, for which a place is left in 【】.
//
// A figure is one that a form shows, or is worked out from such, and has the cells it
// comes from. Where no cell gives it there is a place to fill in, never a guess.
package draft

import (
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/internal/say"
	"suanqing/validate/report"
)

// Draft is the text, with where its figures come from.
type Draft struct {
	Title    string
	Notes    []string // what to know before it is used; no part of the text
	Sections []Section
}

// Section is one of the text's, in the order in which they are published.
type Section struct {
	Title      string
	Paragraphs []Paragraph
}

// Paragraph is a line of text, or a heading within the section.
type Paragraph struct {
	Heading bool
	Runs    []Run
}

// Kind is what a run of text is.
type Kind string

const (
	Words   Kind = "words"   // of the draft itself: no figure but years and ordinals
	Name    Kind = "name"    // as a form or the classification has it
	Money   Kind = "amount"  // with its unit
	Percent Kind = "percent" // with its sign
	Hole    Kind = "hole"    // a place to fill in, in 【】
)

// Run is a piece of text of one kind.
type Run struct {
	Text  string
	Kind  Kind
	Cells []Cell // it is, or is worked out from; none for words and holes
}

// Cell is where a figure stands.
type Cell struct {
	report.Cell
	Previous bool // in the forms of the year before
}

// Doubts are what a check said of the books, which the draft says first.
type Doubts struct {
	Errors         int  // findings that are errors, in the book
	PreviousErrors int  // in that of the year before
	Incomplete     bool // not all of the book was judged
}

// DoubtsOf is what reports on the book and that of the year before say; last may be nil.
func DoubtsOf(own, last *report.Report) Doubts {
	d := Doubts{Errors: errorsIn(own), Incomplete: own.Verdict == report.Incomplete}
	if last != nil {
		d.PreviousErrors = errorsIn(last)
	}
	return d
}

func errorsIn(r *report.Report) (n int) {
	for i := range r.Findings {
		if r.Findings[i].Severity == report.Error {
			n++
		}
	}
	return n
}

// Write is the draft for a book. last is that of the year before, or nil: then what
// is compared with it is left to fill in.
func Write(book, last *bind.Book, doubts Doubts) *Draft {
	w := &writer{book: book, last: last, out: unitOf(book)}
	w.rejectLast()
	d := &Draft{Title: w.title(), Notes: w.notes(doubts), Sections: []Section{}}
	for i := range sections {
		d.Sections = append(d.Sections, w.section(i))
	}
	return d
}

// Written says whether any section was written but those that say their form is missing.
func (d *Draft) Written() bool {
	for i := range d.Sections {
		for _, p := range d.Sections[i].Paragraphs {
			for _, r := range p.Runs {
				if len(r.Cells) > 0 {
					return true
				}
			}
		}
	}
	return false
}

func (w *writer) section(i int) Section {
	s := &sections[i]
	out := Section{Title: ordinal(i+1) + "、" + s.title, Paragraphs: []Paragraph{}}
	for _, id := range s.needs {
		if w.book.Tables[id] == nil {
			return w.without(out, id)
		}
	}
	at := place{}
	for k := range s.paragraphs {
		out.Paragraphs = append(out.Paragraphs, w.paragraph(&s.paragraphs[k], at)...)
	}
	return out
}

// without is a section whose form the book has not.
func (w *writer) without(s Section, id form.ID) Section {
	title := w.book.Standard.ByID(id).Title
	text := say.Text(missingForm, title)
	if a := w.book.Absence(id); a.Excused() {
		text = say.Text(excusedForm, title, a.Why)
	}
	s.Paragraphs = append(s.Paragraphs, Paragraph{Runs: []Run{{Text: text, Kind: Hole}}})
	return s
}

// paragraph writes a declared paragraph, once or for each row or column it is for.
func (w *writer) paragraph(p *paragraph, at place) (out []Paragraph) {
	n := 0
	for _, at := range w.each(p.each, at) {
		if !w.meets(p.when, at) {
			continue
		}
		n++
		at.number = n
		if runs, _ := w.write(p.text, at); len(runs) > 0 {
			out = append(out, Paragraph{Heading: p.heading, Runs: merged(runs)})
		}
	}
	return out
}

// merged joins words that stand side by side.
func merged(runs []Run) (out []Run) {
	for _, r := range runs {
		if n := len(out); n > 0 && r.Kind == Words && out[n-1].Kind == Words {
			out[n-1].Text += r.Text
			continue
		}
		out = append(out, r)
	}
	return out
}
