// Package passage finds the written half in a document: paragraphs as a person reads them,
// the sections that they stand in, and the place of every rune, for messages. Judges of other
// things in the text stand on Paragraphs.
package passage

import (
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/scan"
)

// Caps: a published text has some hundred paragraphs and some hundred thousand characters.
const (
	mostPassages = 20_000
	mostRunes    = 2_000_000
	mostJoined   = 400    // lines of one passage
	mostPassage  = 20_000 // characters of one passage
)

// Passage is one paragraph as a person reads it: lines that a page parted are joined,
// blanks and quotation marks are gone, marks have one spelling.
type Passage struct {
	Text    []rune
	From    []Origin // of each rune of the text
	Section *Section
	Own     lexicon.Topic // what it is about where that is not what its section is; 0 for none
	Number  int           // of its first paragraph, over the whole document
	File    string
	Head    bool // a heading, which says nothing itself
	Lines   int
	Listed  bool // the cells of a small table
	Cover   bool // stands before all sections, or among headings of contents
}

// Origin is where a rune stands in the document.
type Origin struct {
	Cell  int32 // index among the cells of the text
	At    int32 // in runes
	Shown rune
}

// Source is a cell of the text.
type Source struct {
	Place bind.Place
	Text  string
	Para  int
	File  string
}

// Reading is the written half as read.
type Reading struct {
	Book     *bind.Book
	Year     int // of the accounts; 0 where nothing says it
	Sources  []Source
	Passages []*Passage
	runes    int
	cut      bool             // not all was read
	asRunes  map[int32][]rune // of sources that were asked for
	ownName  string           // what the book itself is called, where the text stands in it
}

// Collect finds the written half: the paragraphs of texts, and those of a workbook's
// sheets that are no form.
func Collect(b *bind.Book) *Reading {
	r := &Reading{Book: b}
	areas := map[int][]document.Range{}
	b.Each(func(t *bind.Table) { areas[t.Sheet] = append(areas[t.Sheet], t.Area) })
	numbers := map[string]int{}
	for i, s := range b.Document.Sheets {
		if s.Written || bind.IsProse(s) {
			r.sheet(i, s, areas[i], numbers)
		}
	}
	r.join()
	r.sections()
	return r
}

// sheet takes the lines of a sheet: rows of one text, outside of the forms.
func (r *Reading) sheet(index int, s *document.Sheet, areas []document.Range, numbers map[string]int) {
	for i := range s.Rows {
		row := &s.Rows[i]
		var only *document.Cell
		texts := 0
		for k := range row.Cells {
			if c := &row.Cells[k]; c.Kind != document.Blank && c.Stored != "" {
				only, texts = c, texts+1
			}
		}
		if texts != 1 || only.Kind != document.Text && only.Kind != document.Number {
			continue
		}
		numbers[s.File]++ // the same beside a book, which may bind tables of the text, as alone
		if covers(areas, row.Index) {
			continue
		}
		if len(r.Sources) == mostPassages || r.runes > mostRunes {
			r.cut = true
			return
		}
		text := only.Stored
		if only.Kind == document.Number {
			text = only.Shown()
		}
		r.runes += len(text) / 2
		r.Sources = append(r.Sources, Source{Place: bind.Place{Document: r.Book.Index, Sheet: index, Row: row.Index, Col: only.Col},
			Text: text, Para: numbers[s.File], File: s.File})
	}
}

// runesOf is the text of a source.
func (r *Reading) runesOf(cell int32) []rune {
	if r.asRunes == nil {
		r.asRunes = map[int32][]rune{}
	}
	text, known := r.asRunes[cell]
	if !known {
		text = []rune(r.Sources[cell].Text)
		r.asRunes[cell] = text
	}
	return text
}

func covers(areas []document.Range, row int) bool {
	for _, a := range areas {
		if row >= a.Row0 && row <= a.Row1 {
			return true
		}
	}
	return false
}

// MostUsedUnit is 元 or 万元, whichever stands behind more numbers.
func (r *Reading) MostUsedUnit(usual string) string {
	counts := map[string]int{}
	for _, p := range r.Passages {
		for i := 1; i < len(p.Text); i++ {
			if !scan.IsDigit(p.Text[i-1]) {
				continue
			}
			switch {
			case p.Text[i] == '元':
				counts["元"]++
			case p.Text[i] == '万' && i+1 < len(p.Text) && p.Text[i+1] == '元':
				counts["万元"]++
			}
		}
	}
	switch {
	case counts["元"] > counts["万元"]:
		return "元"
	case counts["万元"] > 0:
		return "万元"
	}
	return usual
}

// TopicOf is what a passage is about: its section, or the other money that it begins with.
func TopicOf(p *Passage) lexicon.Topic {
	if p.Section == nil {
		return 0
	}
	if p.Own != 0 {
		return p.Own
	}
	return p.Section.Topic
}
