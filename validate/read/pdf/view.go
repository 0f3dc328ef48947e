package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode"

	"suanqing/validate/document"
)

// view is a page as it is read: turned until most of its text stands upright, points
// from its top left corner, y downwards.
type view struct {
	page          int // from 0, in the order of views
	width, height float32
	glyphs        []glyph
	across, down  []line
	// Edges of grounds: of filled rectangles that are thick.
	groundAcross, groundDown []line
	pictures                 int
	aside                    []point // where digits stand that are turned otherwise than most text

	sides []side // the pages that it is put together from, from left to right: mostly one
}

// side is a page of a view, in which it begins at from.
type side struct {
	page   int // from 0
	box    Box // of the page in user space
	turned int
	from   float32 // x in the view where what is of the page begins
	by     float32 // how far it was moved to the right
}

// glyph is a character in a view.
type glyph struct {
	r     rune
	box   Box
	x     float32 // where it begins on its base line
	base  float32 // the y of that line
	order int     // in which the file draws the page's characters
}

func (b Box) midX() float32   { return (b.X0 + b.X1) / 2 }
func (b Box) midY() float32   { return (b.Y0 + b.Y1) / 2 }
func (b Box) width() float32  { return b.X1 - b.X0 }
func (b Box) height() float32 { return b.Y1 - b.Y0 }

// with is the box around both.
func (b Box) with(c Box) Box {
	return Box{min(b.X0, c.X0), min(b.Y0, c.Y0), max(b.X1, c.X1), max(b.Y1, c.Y1)}
}

// holds says whether a point lies in it.
func (b Box) holds(p point) bool { return b.X0 <= p.x && p.x <= b.X1 && b.Y0 <= p.y && p.y <= b.Y1 }

// line is a ruling: at is its y where it goes across, its x where it goes down.
type line struct{ at, from, to float32 }

// Blank says whether a character shows nothing: an engine need not ask where it is.
func Blank(r rune) bool {
	return r > 0 && (unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) || r == 0xFFFE || r == 0xFFFF
}

const (
	aslant  = 0.1 // radians off upright from where text is no longer of the lines of its page
	unknown = '\uFFFD'
)

// viewOf turns a page. Text that stands otherwise than most of it, as a seal or a water
// mark does, is left out; where digits of it stand upright to the rest is kept.
func viewOf(p *Page, index int) *view {
	var count [4]int
	for i := range p.Chars {
		if q, ok := quarter(p.Chars[i].Turn); ok {
			count[q]++
		}
	}
	turned, most := (4-p.Rotation)&3, 0
	for q, n := range count {
		if n > most || n == most && n > 0 && q == (4-p.Rotation)&3 {
			turned, most = q, n
		}
	}
	if !p.Box.sane() {
		p = &Page{Chars: p.Chars, Images: p.Images} // nothing is on it
	}
	v := &view{page: index, pictures: p.Images, sides: []side{{page: index, box: p.Box, turned: turned}}}
	whole := v.box(p, p.Box, turned)
	v.width, v.height = whole.X1, whole.Y1
	for i := range p.Chars {
		c := &p.Chars[i]
		if !c.Box.sane() || !(abs(c.X) < far && abs(c.Y) < far) {
			continue
		}
		if q, ok := quarter(c.Turn); !ok {
			continue
		} else if q != turned {
			if b := v.box(p, c.Box, turned); isDigit(c.Rune) || c.Rune == 0 || c.Rune == unknown {
				v.aside = append(v.aside, point{b.midX(), b.midY()})
			}
			continue
		}
		g := glyph{r: c.Rune, box: v.box(p, c.Box, turned), order: len(v.glyphs)}
		at := v.box(p, Box{c.X, c.Y, c.X, c.Y}, turned)
		g.x, g.base = at.X0, at.Y0
		if g.r == 0 {
			g.r = unknown
		}
		if g.box.height() > 0 && g.box.X1 > 0 && g.box.X0 < v.width && g.box.Y1 > 0 && g.box.Y0 < v.height {
			v.glyphs = append(v.glyphs, g)
		}
	}
	v.settle()
	var across, down, groundAcross, groundDown []line
	var dots []point
	for _, r := range p.Rulings {
		if !r.Box.sane() {
			continue
		}
		if b := v.box(p, r.Box, turned); r.Dot {
			dots = append(dots, point{round(b.midX()), round(b.midY())})
			continue
		} else if r.Fill {
			if b.width() >= b.height() {
				groundAcross = append(groundAcross, line{b.midY(), b.X0, b.X1})
			} else {
				groundDown = append(groundDown, line{b.midX(), b.Y0, b.Y1})
			}
			continue
		}
		if b := v.box(p, r.Box, turned); b.width() >= b.height() {
			across = append(across, line{b.midY(), b.X0, b.X1})
		} else {
			down = append(down, line{b.midX(), b.Y0, b.Y1})
		}
	}
	across = append(across, dotted(dots)...)
	for i, d := range dots {
		dots[i] = point{d.y, d.x}
	}
	down = append(down, dotted(dots)...)
	v.across, v.down = merged(across, same, same), merged(down, same, same)
	v.groundAcross, v.groundDown = merged(groundAcross, same, same), merged(groundDown, same, same)
	v.strike()
	return v
}

// quarter is how many quarter turns clockwise text is turned; false where it is aslant.
func quarter(turn float32) (int, bool) {
	q := math.Round(float64(turn) / (math.Pi / 2))
	return int(q) & 3, math.Abs(float64(turn)-q*math.Pi/2) < aslant
}

// box is a box of user space in the view of a page whose text is turned by so many
// quarters clockwise: it is turned back.
func (v *view) box(p *Page, b Box, turned int) Box {
	switch turned {
	case 3:
		return Box{b.Y0 - p.Box.Y0, b.X0 - p.Box.X0, b.Y1 - p.Box.Y0, b.X1 - p.Box.X0}
	case 2:
		return Box{p.Box.X1 - b.X1, b.Y0 - p.Box.Y0, p.Box.X1 - b.X0, b.Y1 - p.Box.Y0}
	case 1:
		return Box{p.Box.Y1 - b.Y1, p.Box.X1 - b.X1, p.Box.Y1 - b.Y0, p.Box.X1 - b.X0}
	}
	return Box{b.X0 - p.Box.X0, p.Box.Y1 - b.Y1, b.X1 - p.Box.X0, p.Box.Y1 - b.Y0}
}

// spot is where a box of the view stands, on the page that its left edge is on.
func (v *view) spot(b Box) (page int, box document.Box) {
	i := len(v.sides) - 1
	for i > 0 && v.sides[i].from > b.X0+sameRow {
		i--
	}
	s := &v.sides[i]
	b.X0, b.X1 = b.X0-s.by, b.X1-s.by
	switch p := s.box; s.turned {
	case 3:
		b = Box{p.X0 + b.Y0, p.Y0 + b.X0, p.X0 + b.Y1, p.Y0 + b.X1}
	case 2:
		b = Box{p.X1 - b.X1, p.Y0 + b.Y0, p.X1 - b.X0, p.Y0 + b.Y1}
	case 1:
		b = Box{p.X1 - b.Y1, p.Y1 - b.X1, p.X1 - b.Y0, p.Y1 - b.X0}
	default:
		b = Box{p.X0 + b.X0, p.Y1 - b.Y1, p.X0 + b.X1, p.Y1 - b.Y0}
	}
	return s.page + 1, document.Box{X0: hundredths(b.X0), Y0: hundredths(b.Y0), X1: hundredths(b.X1), Y1: hundredths(b.Y1)}
}

const far = 1e6 // points from the corner of a page, where nothing is

// sane says whether a box is one of numbers, and not out of the world.
func (b Box) sane() bool {
	return b.X0 <= b.X1 && b.Y0 <= b.Y1 && b.X0 > -far && b.Y0 > -far && b.X1 < far && b.Y1 < far
}

// hundredths of a point, to the nearest.
func hundredths(x float32) int {
	return int(math.Round(float64(max(-far, min(x, far))) * 100))
}

const (
	same      = 0.6    // points between lines that are drawn twice
	near      = 3      // between lines that are one: both edges of a border, of cells with a gap
	nearAll   = 4.5    // that a bundle of such lines is wide at most
	mostLines = 20_000 // in one direction on a page: more are a drawing
)

// merged makes one line of those that lie within a distance of each other, all of them
// within another one, and touch.
func merged(lines []line, apart, all float32) []line {
	slices.SortFunc(lines, func(a, b line) int { return cmp.Compare(a.at, b.at) })
	var out []line
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && lines[n].at-lines[n-1].at <= apart && lines[n].at-lines[0].at <= all {
			n++
		}
		bundle := lines[:n]
		at := (bundle[0].at + bundle[n-1].at) / 2
		slices.SortFunc(bundle, func(a, b line) int { return cmp.Compare(a.from, b.from) })
		one := line{at, bundle[0].from, bundle[0].to}
		for _, l := range bundle[1:] {
			if l.from > one.to+apart {
				out = append(out, one)
				one = line{at, l.from, l.to}
			}
			one.to = max(one.to, l.to)
		}
		out = append(out, one)
		lines = lines[n:]
	}
	if len(out) > mostLines {
		return nil
	}
	return out
}
