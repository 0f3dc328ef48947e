// Package handed reads what the page's PDFium hands over: the pages of a PDF as one run of
// words of 32 bits, little-endian, an integer or a float each. The program that writes
// them is site/page/pdf/pdfium.js, which walks a PDF as validate/read/pdf/pdfium does.
//
// Pages come one after another, then end or why there are no more:
//
//	page  box (left, top, right, bottom), rotation, characters, objects, done
//	      a character: char (faint where it is white), rune, box, x, y, turn (-1 where it is not known)
//	      an object:   image | path, matrix (a … f), stroked, number, then x, y, kind of
//	                   each segment | form, matrix, objects, formEnd | dot, box
//	end | failed, why, index of the page
package handed

import (
	"encoding/binary"
	"math"

	"suanqing/validate/document"
	"suanqing/validate/read/pdf"
)

// The words that say what comes next.
const (
	end = iota
	page
	failed
	char
	done
	image
	path
	form
	formEnd
	dot
	faint
)

// Why there are no more pages.
const (
	damaged = iota
	damagedPage
	locked
	wrongPassword
	secured
	tooLarge
	tooManyPages
	tooMuch
)

// Of the kind of a segment.
const move, curve, closes = 1, 2, 4

// Pages are the pages that were handed over, or why there are none.
func Pages(words []byte) ([]pdf.Page, *document.Refusal) {
	r := reader{rest: words, rulings: pdf.MaxRulings}
	for {
		switch r.int() {
		case page:
			p, ok := r.page()
			if !ok {
				return nil, pdf.Damaged()
			}
			if r.rulings < 0 {
				return nil, pdf.TooMuch(len(r.pages))
			}
			r.pages = append(r.pages, p)
		case end:
			if r.torn {
				return nil, pdf.Damaged()
			}
			return r.pages, nil
		default:
			return nil, why(r.int(), r.int())
		}
	}
}

func why(code, index int) *document.Refusal {
	switch code {
	case damagedPage:
		return pdf.DamagedPage(index)
	case locked:
		return pdf.Locked()
	case wrongPassword:
		return pdf.WrongPassword()
	case secured:
		return pdf.Secured()
	case tooLarge:
		return pdf.TooLarge()
	case tooManyPages:
		return pdf.TooManyPages()
	case tooMuch:
		return pdf.TooMuch(index)
	}
	return pdf.Damaged()
}

type reader struct {
	rest    []byte
	torn    bool // it ended too early
	pages   []pdf.Page
	rulings int // that may still come
}

func (r *reader) int() int {
	if len(r.rest) < 4 {
		r.torn, r.rest = true, nil
		return 0
	}
	n := int32(binary.LittleEndian.Uint32(r.rest))
	r.rest = r.rest[4:]
	return int(n)
}

func (r *reader) float() float32 { return math.Float32frombits(uint32(r.int())) }

func (r *reader) box() pdf.Box {
	left, top, right, bottom := r.float(), r.float(), r.float(), r.float()
	return pdf.Box{X0: min(left, right), Y0: min(bottom, top), X1: max(left, right), Y1: max(bottom, top)}
}

func (r *reader) matrix() pdf.Matrix {
	return pdf.Matrix{A: r.float(), B: r.float(), C: r.float(), D: r.float(), E: r.float(), F: r.float()}
}

// page reads one page; false where the words are none.
func (r *reader) page() (p pdf.Page, ok bool) {
	p.Box, p.Rotation = r.box(), r.int()&3
	around := []pdf.Matrix{pdf.Upright}
	var last pdf.Char
	for {
		switch what := r.int(); what {
		case char, faint:
			c := pdf.Char{Rune: rune(r.int()), Box: r.box(), X: r.float(), Y: r.float(), Turn: r.float()}
			if pdf.Blank(c.Rune) {
				continue
			}
			if what == faint {
				c.Rune = pdf.Faint(c.Rune)
			}
			if c.Y == last.Y {
				c.Turn = last.Turn
			} else if c.Turn == -1 {
				c.Turn = 0
			}
			p.Chars = append(p.Chars, c)
			last = c
		case image:
			p.Images++
		case path:
			found := r.path(around[len(around)-1])
			if r.rulings -= len(found); r.rulings >= 0 {
				p.Rulings = append(p.Rulings, found...)
			}
		case dot:
			if r.rulings--; r.rulings >= 0 {
				p.Rulings = append(p.Rulings, pdf.Ruling{Box: r.box(), Dot: true})
			} else {
				r.box()
			}
		case form:
			if len(around) > pdf.MaxNested {
				return p, false
			}
			around = append(around, r.matrix().Then(around[len(around)-1]))
		case formEnd:
			if around = around[:len(around)-1]; len(around) == 0 {
				return p, false
			}
		case done:
			return p, !r.torn && len(around) == 1
		default:
			return p, false
		}
	}
}

func (r *reader) path(around pdf.Matrix) []pdf.Ruling {
	m := r.matrix().Then(around)
	p := pdf.Path{Stroked: r.int() == 1}
	for range r.int() {
		if r.torn {
			return nil
		}
		x, y := m.Of(r.float(), r.float())
		kind := r.int()
		p.Add(pdf.Segment{X: x, Y: y, Move: kind&move != 0, Curve: kind&curve != 0, Close: kind&closes != 0})
	}
	return p.Rulings()
}
