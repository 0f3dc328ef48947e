package pdf

import "slices"

// Page is one page as an engine gives it, in the page's own user space: points, y
// upwards, before the page is turned. It is all that this package knows of a PDF; any
// engine that fills it in alike gets the same document.
type Page struct {
	Box      Box // what of user space is the page
	Rotation int // quarter turns clockwise that the page is shown with, 0 to 3
	Chars    []Char
	Rulings  []Ruling
	Images   int // pictures on it
}

// repeats says whether a page is another one once more, with its text to the last place: it
// says nothing new.
func (p *Page) repeats(of *Page) bool {
	return len(p.Chars) > 0 && p.Box == of.Box && p.Rotation == of.Rotation && slices.Equal(p.Chars, of.Chars) && slices.Equal(p.Rulings, of.Rulings)
}

// Box is a rectangle; X0 ≤ X1, Y0 ≤ Y1.
type Box struct{ X0, Y0, X1, Y1 float32 }

// Char is one character that shows something. Its box is about as wide as its advance and
// as high as its font; of some fonts it is but what is drawn. X and Y are where it stands on
// the base line.
type Char struct {
	Rune rune // 0 where the font does not say which
	Box  Box
	X, Y float32
	Turn float32 // how far its line is turned clockwise in user space, in radians
}

// Faint is what to take of a character in white, which shows on a dark ground only: of a
// digit nobody can say whether it does.
func Faint(r rune) rune {
	if isDigit(r) {
		return unknown
	}
	return r
}

// Ruling is a straight line across or down the page, or the edge of a rectangle. Of one
// its thickness is the smaller side of its box.
type Ruling struct {
	Box  Box
	Fill bool // the edge of a filled rectangle, which may be but the ground of a cell
	Dot  bool // a piece too short to say across or down, as dotted lines are drawn of
}
