package pdf

import "slices"

// fragment is a piece of text in a cell, as it was drawn.
type fragment struct {
	box         Box
	base        float32
	first, last int // in the order of drawing
	glyphs      []glyph
	area        int
}

// spilled gives back to a cell the lines of its text that stand over its lower or upper
// edge, where its row is too low for them: lines that were drawn one behind the other and
// stand one under the other, one of them astride an edge or upon other text, are all of
// the cell that the middle of them lies in.
func (f *frame) spilled(within [][]glyph, v *view) {
	var all []*fragment
	for i, glyphs := range within {
		for _, run := range v.runs(slices.Clone(glyphs)) {
			g := &fragment{area: i, glyphs: run, first: run[0].order, last: run[len(run)-1].order, box: run[0].box, base: run[0].base}
			for _, c := range run[1:] {
				g.box = g.box.with(c.box)
			}
			all = append(all, g)
		}
	}
	slices.SortFunc(all, func(a, b *fragment) int { return a.first - b.first })
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n-1].goesOn(all[n]) {
			n++
		}
		if lines := all[:n]; n > 1 && f.spills(lines, within) {
			f.gather(lines, within)
		}
		all = all[n:]
	}
}

// goesOn says whether a line is the next one of a text.
func (a *fragment) goesOn(b *fragment) bool {
	height := a.box.height()
	down := b.base - a.base
	return b.first == a.last+1 && down > 0.5*height && down < 1.9*height && abs(b.box.height()-height) < 0.3*height &&
		b.box.X0 < a.box.X1 && a.box.X0 < b.box.X1 && !isFigure(textOf(a.glyphs)) && !isFigure(textOf(b.glyphs))
}

const (
	overEdge = 0.25 // of its height: a line whose middle is so near to an edge stands over it
	overText = 0.3  // of its height: one that stands so far upon another
)

// spills says whether lines of one text are in more than one cell because they do not
// fit into theirs.
func (f *frame) spills(lines []*fragment, within [][]glyph) bool {
	apart, over := false, false
	for i, g := range lines {
		if i > 0 && g.area != lines[i-1].area {
			apart = true
			edge := f.ys[f.areas[g.area].row0]
			for _, near := range []*fragment{g, lines[i-1]} {
				over = over || abs(near.box.midY()-edge) < overEdge*near.box.height()
			}
		}
		for _, c := range within[g.area] {
			stranger := c.order < lines[0].first || c.order > lines[len(lines)-1].last
			over = over || stranger && min(c.box.Y1, g.box.Y1)-max(c.box.Y0, g.box.Y0) > overText*g.box.height() &&
				min(c.box.X1, g.box.X1)-max(c.box.X0, g.box.X0) > 0.5*c.box.width()
		}
	}
	return apart && over
}

// gather gives all lines to the cell in their middle.
func (f *frame) gather(lines []*fragment, within [][]glyph) {
	box := lines[0].box
	for _, g := range lines[1:] {
		box = box.with(g.box)
	}
	at, in := f.at(box.midX(), box.midY())
	if !in {
		return
	}
	first, last := lines[0].first, lines[len(lines)-1].last
	for _, g := range lines {
		if g.area != at {
			within[g.area] = slices.DeleteFunc(within[g.area], func(c glyph) bool { return c.order >= first && c.order <= last })
			within[at] = append(within[at], g.glyphs...)
			g.area = at
		}
	}
}
