package prose

import (
	"strings"
	"unicode"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
)

// Caps: a published text has some hundred paragraphs and some hundred thousand characters.
const (
	mostPassages = 20_000
	mostRunes    = 2_000_000
	mostJoined   = 400    // lines of one passage
	mostPassage  = 20_000 // characters of one passage
)

// passage is one paragraph as a person reads it: lines that a page parted are joined,
// blanks and quotation marks are gone, marks have one spelling.
type passage struct {
	text    []rune
	from    []origin // of each rune of the text
	section *section
	own     topic // what it is about where that is not what its section is; 0 for none
	number  int   // of its first paragraph, over the whole document
	file    string
	head    bool // a heading, which says nothing itself
	lines   int
	listed  bool // the cells of a small table
	cover   bool // stands before all sections, or among headings of contents
}

// origin is where a rune stands in the document.
type origin struct {
	cell  int32 // index among the cells of the text
	at    int32 // in runes
	shown rune
}

// source is a cell of the text.
type source struct {
	place bind.Place
	text  string
	para  int
	file  string
}

// reading is the written half as read.
type reading struct {
	book     *bind.Book
	year     int // of the accounts; 0 where nothing says it
	sources  []source
	passages []*passage
	runes    int
	cut      bool             // not all was read
	asRunes  map[int32][]rune // of sources that were asked for
	ownName  string           // what the book itself is called, where the text stands in it
}

// collect finds the written half: the paragraphs of texts, and those of a workbook's
// sheets that are no form.
func collect(b *bind.Book) *reading {
	r := &reading{book: b}
	areas := map[int][]document.Range{}
	b.Each(func(t *bind.Table) { areas[t.Sheet] = append(areas[t.Sheet], t.Area) })
	numbers := map[string]int{}
	for i, s := range b.Document.Sheets {
		if s.Written || bind.IsProse(s) {
			r.sheet(i, s, areas[i], numbers)
		}
	}
	r.join()
	return r
}

// sheet takes the lines of a sheet: rows of one text, outside of the forms.
func (r *reading) sheet(index int, s *document.Sheet, areas []document.Range, numbers map[string]int) {
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
		if len(r.sources) == mostPassages || r.runes > mostRunes {
			r.cut = true
			return
		}
		text := only.Stored
		if only.Kind == document.Number {
			text = only.Shown()
		}
		r.runes += len(text) / 2
		r.sources = append(r.sources, source{place: bind.Place{Document: r.book.Index, Sheet: index, Row: row.Index, Col: only.Col},
			text: text, para: numbers[s.File], file: s.File})
	}
}

// runesOf is the text of a source.
func (r *reading) runesOf(cell int32) []rune {
	if r.asRunes == nil {
		r.asRunes = map[int32][]rune{}
	}
	text, known := r.asRunes[cell]
	if !known {
		text = []rune(r.sources[cell].text)
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

// join makes passages of lines: a line that ends in the middle of a sentence goes on in
// the next one, unless that begins an item or a section.
func (r *reading) join() {
	var open *passage
	for i := range r.sources {
		src := &r.sources[i]
		at := int32(0)
		for line := range strings.SplitSeq(src.text, "\n") {
			p := &passage{number: src.para, file: src.file, lines: 1}
			n := int32(0)
			for _, c := range line {
				if m := norm(c); m != 0 {
					p.text = append(p.text, m)
					p.from = append(p.from, origin{int32(i), at + n, c})
				}
				n++
			}
			at += n + 1
			switch {
			case len(p.text) == 0:
				continue
			case open != nil && open.file == p.file && open.lines < mostJoined && len(open.text) < mostPassage && goesOn(open.text, p.text):
				open.text, open.from = append(open.text, p.text...), append(open.from, p.from...)
				open.lines++
			default:
				r.passages = append(r.passages, p)
				open = p
			}
			open.head = isHeading(open.text)
		}
	}
}

// norm is the one spelling of a character; 0 for one that says nothing.
func norm(c rune) rune {
	switch {
	case c <= ' ', c == '"', c == '\'', unicode.IsSpace(c), amount.Invisible(c):
		return 0
	case c < 0x80, c >= 0x4e00 && c <= 0x9fff:
		return c
	case c >= '！' && c <= '～':
		return norm(c - '！' + '!')
	}
	switch c {
	case '“', '”', '‘', '’', '「', '」', '『', '』', '〝', '〞':
		return 0
	case '【', '［', '〈':
		return '('
	case '】', '］', '〉':
		return ')'
	case '—', '–', '－', '―', '─', '−':
		return '-'
	case '︰':
		return ':'
	case '﹪', '٪':
		return '%'
	}
	return c
}

// goesOn says whether a line is broken off and the next one is its rest.
func goesOn(line, next []rune) bool {
	last := line[len(line)-1]
	if strings.ContainsRune("。;!?:", last) && !(last == ':' && opened(line)) || isHeading(line) || startsItem(next) {
		return false
	}
	if strings.ContainsRune("。,;、%)万元", next[0]) || strings.ContainsRune(",、(", last) || last >= '0' && last <= '9' {
		return true
	}
	return len(line) >= shortestBroken
}

// opened says whether a line ends within brackets.
func opened(line []rune) bool {
	depth := 0
	for _, c := range line[max(0, len(line)-longestHeading):] {
		switch c {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		}
	}
	return depth > 0
}

// shortestBroken is how many characters a line has that the page's width ends.
const shortestBroken = 16
