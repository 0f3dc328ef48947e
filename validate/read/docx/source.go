package docx

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
	"suanqing/validate/read/xmlpack"
)

// Source is where the texts of a document stand in its main part, for those who write
// into it. What stands in other parts, such as notes, is not in it.
type Source struct {
	Part string // the name of the main part
	Text string // the part, in UTF-8 without a mark

	x     *xmlpack.Scanner
	spots map[*document.Sheet]map[[2]int]Spot
}

// Spot is where a cell's text stands.
type Spot struct {
	Pieces []Piece // in the order of the text; what Word makes itself, such as numbers, is in none
	Cell   int     // of a cell of a table: where it begins in the part, behind its tag; else 0
}

// Piece is a stretch of a cell's text that one element has.
type Piece struct {
	At, Length int // bytes of the text
	From       int // in the part, behind the start tag of the element
}

// Trace is Open, with where the texts stand.
func Trace(data []byte) (*document.Document, *Source, error) {
	s := &Source{spots: map[*document.Sheet]map[[2]int]Spot{}}
	d, refusal := open(data, &reader{source: s})
	if refusal != nil {
		return nil, nil, refusal
	}
	s.x = nil
	return d, s, nil
}

// At is where the text of a cell stands; of one that a cell at its left spans, where that
// one's does. It is false for what is not in the main part.
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
