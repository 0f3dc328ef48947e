package pdf

import (
	"cmp"
	"slices"
)

// Text that is struck out is shown, and said to be none: where changes are tracked it is
// printed beside what has come in its place. Nobody can say what a line through a figure
// leaves of it.

const (
	midway    = 0.22      // of its height: how far off the middle of a character a line goes through it
	strikeEnd = 0.45      // of it: how far such a line stands out beyond what it strikes
	mostTried = 4_000_000 // characters beside lines, all lines together: more are a drawing
)

// strike makes unknown what lines go through that are as long as that: rulings of tables
// are longer than the text that they may touch.
func (v *view) strike() {
	if len(v.across) == 0 || len(v.glyphs) == 0 {
		return
	}
	order, tallest := make([]int, len(v.glyphs)), float32(0)
	for i := range order {
		order[i], tallest = i, max(tallest, v.glyphs[i].box.height())
	}
	middle := func(i int) float32 { return v.glyphs[i].box.midY() }
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(middle(a), middle(b)) })
	tried := 0
	for _, l := range v.across {
		from, _ := slices.BinarySearchFunc(order, l.at-midway*tallest, func(i int, y float32) int { return cmp.Compare(middle(i), y) })
		var under []int
		var box Box
		for _, i := range order[from:] {
			g := &v.glyphs[i]
			if g.box.midY() > l.at+midway*tallest {
				break
			}
			if tried++; tried > mostTried {
				return
			}
			if abs(g.box.midY()-l.at) > midway*g.box.height() || g.box.midX() < l.from || g.box.midX() > l.to {
				continue
			}
			if len(under) == 0 {
				box = g.box
			}
			under, box = append(under, i), box.with(g.box)
		}
		if end := strikeEnd * box.height(); len(under) == 0 || l.from < box.X0-end || l.to > box.X1+end {
			continue
		}
		for _, i := range under {
			v.glyphs[i].r = unknown
		}
	}
}
