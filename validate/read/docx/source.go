package docx

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
	"suanqing/validate/read/xmlpack"
)

// Source is where the texts of a document stand in its main part, for those who write
// into it. What stands in other parts, such as notes, has the place that leads to it.
type Source struct {
	Part string // the name of the main part
	Text string // the part, in UTF-8 without a mark

	x     *xmlpack.Scanner
	spots map[*document.Sheet]map[[2]int]Spot
	apart map[string]Spot // of the other parts: of a note by the relation and its id, of a head or foot of pages by the relation's id
	first int             // where the first paragraph of the section being read begins; 0 before it
}

// Spot is where a cell's text stands.
type Spot struct {
	Pieces []Piece // in the order of the text; what Word makes itself, such as numbers, is in none
	Cell   int     // of a cell of a table: where it begins in the part, behind its tag; of a head or foot, the first paragraph of its pages; else 0
	Within string  // what the text itself stands in where that is another part: 脚注, 尾注, 页眉, 页脚
}

// Piece is a stretch of a cell's text that one element has.
type Piece struct {
	At, Length int // bytes of the text
	From       int // in the part, behind the start tag of the element
}

// Trace is Open, with where the texts stand.
func Trace(data []byte) (*document.Document, *Source, error) {
	s := &Source{spots: map[*document.Sheet]map[[2]int]Spot{}, apart: map[string]Spot{}}
	d, refusal := open(data, &reader{source: s})
	if refusal != nil {
		return nil, nil, refusal
	}
	s.x = nil
	return d, s, nil
}

// At is where the text of a cell stands; of one that a cell at its left spans, where that
// one's does. It is false for what nothing in the main part leads to.
func (s *Source) At(sheet *document.Sheet, row, col int) (Spot, bool) {
	for ; col >= 0; col-- {
		if spot, ok := s.spots[sheet][[2]int{row, col}]; ok {
			return spot, spot.Cell > 0 || len(spot.Pieces) > 0
		}
	}
	return Spot{}, false
}

// of begins to take down a part.
func (s *Source) of(name string, x *xmlpack.Scanner) {
	if s != nil {
		s.Part, s.Text, s.x = name, x.Source(), x
	}
}

// keep takes down where a cell's text stands.
func (s *Source) keep(sheet *grid.Sheet, row, col int, spot Spot) {
	if s == nil {
		return
	}
	at := s.spots[sheet.Sheet]
	if at == nil {
		at = map[[2]int]Spot{}
		s.spots[sheet.Sheet] = at
	}
	if _, taken := at[[2]int{row, col}]; !taken {
		at[[2]int{row, col}] = spot
	}
}

// refers takes down what leads to a note: the element just entered.
func (s *Source) refers(x *xmlpack.Scanner, kind string) {
	if s == nil || x != s.x {
		return
	}
	if key := kind + " " + attr(x, "id"); s.apart[key].Pieces == nil && len(s.apart) < maxBlocks {
		s.apart[key] = Spot{Pieces: []Piece{{From: x.Offset()}}}
	}
}

// paragraph takes down that one begins.
func (s *Source) paragraph(x *xmlpack.Scanner) {
	if s != nil && x == s.x && s.first == 0 {
		s.first = x.Offset()
	}
}

// section takes down which heads and feet of pages the section has that ends with the
// paragraph being read, or with the text.
func (s *Source) section(x *xmlpack.Scanner) {
	if s == nil || x != s.x || s.first == 0 {
		return
	}
	for d := x.Depth(); x.Child(d); {
		if x.Name != "headerReference" && x.Name != "footerReference" {
			continue
		}
		if id := attr(x, "id"); s.apart[id].Cell == 0 && len(s.apart) < maxBlocks {
			s.apart[id] = Spot{Cell: s.first}
		}
	}
	s.first = 0
}

// apartAt is where a line of another part is remarked on, nil for nowhere.
func (s *Source) apartAt(key, within, line string) *Spot {
	if s == nil {
		return nil
	}
	spot, ok := s.apart[key]
	if !ok {
		return nil
	}
	spot.Within = within
	if len(spot.Pieces) > 0 {
		spot.Pieces = []Piece{{Length: len(line), From: spot.Pieces[0].From}}
	}
	return &spot
}

// shift moves pieces in a text to which something was added before them.
func shift(pieces []Piece, by int) {
	for i := range pieces {
		pieces[i].At += by
	}
}

// within are the pieces of so much of a text, counted from where that begins.
func within(pieces []Piece, begins, length int) (inside []Piece) {
	for _, p := range pieces {
		if p.At -= begins; p.At+p.Length > 0 && p.At < length {
			inside = append(inside, p)
		}
	}
	return inside
}

// source is where the text of a cell of a table stands: its lines, a paragraph each,
// without the empty ones around them.
func (c *cell) source() Spot {
	spot := Spot{Cell: c.from}
	at := 0
	for i := range c.flow {
		if c.flow[i].table != nil {
			continue
		}
		for _, p := range c.flow[i].pieces {
			p.At += at
			spot.Pieces = append(spot.Pieces, p)
		}
		at += len(c.flow[i].text) + len("\n")
	}
	text := c.text()
	shift(spot.Pieces, len(strings.TrimLeft(text, "\n"))-len(text))
	return spot
}
