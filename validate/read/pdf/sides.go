package pdf

import (
	"slices"
	"strings"
)

// A sheet that is too wide for its paper is printed on several pages: further columns of
// the same rows on pages of their own, after all rows of the first ones or page by page.

const (
	leastEdges = 4 // of rows, that two pages have in common
	sameRow    = 1 // points that they may be off
)

// joinSides puts pages with further columns at the right of those with the first ones. They
// have no title of their own, and all rulings across at the same heights.
func joinSides(views []*view) []*view {
	var out []*view
	var frames []*frame   // of each that has one table
	var joined []int      // pages that each already has at its right
	titled, last := 0, "" // the last page with a title of its own, in out, and the title
	for _, v := range views {
		f := v.only()
		title := v.titleAbove(f)
		begins := v.begins() && (title == "" || title != last)
		// A title in the middle of a sheet may stand over its further columns only.
		cut := last == "" && title != "" && titled < len(out) && joined[titled] == 0 && out[titled].begins()
		aside := f != nil && !begins && (cut || !v.hasTitle(f) || v.keyless(f)) && (last == "" || strings.HasSuffix(last, title))
		if !aside {
			if f == nil || begins || title != "" && title != last {
				titled, last = len(out), title
			}
		} else {
			best := -1
			for i := titled; i < len(out); i++ {
				if frames[i] != nil && v.sameRows(frames[i], f) && (v.keyless(f) || !within(f.xs, frames[i].xs) || v.otherHalf(f, out[i], frames[i])) && (best < 0 || joined[i] < joined[best]) {
					best = i
				}
			}
			if best >= 0 {
				edge := frames[best].box.X1
				out[best].beside(v, edge, edge-f.box.X0)
				frames[best] = out[best].only()
				joined[best]++
				if cut {
					last = title
				}
				continue
			}
			if titled < len(out) && frames[titled] != nil && !within(f.xs, frames[titled].xs) && !within(frames[titled].xs, f.xs) {
				titled, last = len(out), title // neither at the right of what is above nor below it: nothing behind it is
			}
		}
		v.page = len(out)
		out, frames, joined = append(out, v), append(frames, f), append(joined, 0)
	}
	return out
}

// only is the table of a page that has one, else nil.
func (v *view) only() *frame {
	frames := v.frames()
	if len(frames) == 0 { // one column, beside all others
		frames = v.framesOf(1)
	}
	if len(frames) == 1 && (frames[0].cols() == 1 || !frames[0].stacked()) && frames[0].rows() >= leastEdges {
		return frames[0]
	}
	return nil
}

// stacked says whether a frame may hold more than one table: a row in its middle goes from
// side to side.
func (f *frame) stacked() bool {
	return slices.ContainsFunc(f.areas, func(a area) bool {
		return a.row0 > 0 && a.row1 < f.rows()-1 && a.col0 == 0 && a.col1 == f.cols()-1
	})
}

// titleAbove is the title above a table; "" for none.
func (v *view) titleAbove(f *frame) string {
	if f == nil {
		return ""
	}
	for _, r := range rowsOf(v.glyphs) {
		if r.box.midY() > f.box.Y0 {
			break
		}
		if text := solid(r.text()); strings.HasSuffix(text, "表") && !strings.HasPrefix(text, "公开") {
			return text
		}
	}
	return ""
}

// keyless says whether a table has figures and below the first of them neither names nor
// codes: it is none by itself, whatever stands above it.
func (v *view) keyless(f *frame) bool {
	first := float32(-1)
	var others []float32
	for _, run := range v.runs(v.glyphs) {
		y := run[0].box.midY()
		if _, in := f.at(run[0].box.midX(), y); !in {
			continue
		}
		switch text := textOf(run); {
		case isMoney(text):
			if first < 0 || y < first {
				first = y
			}
		case !isFigure(text) && !isNone(text) || onlyDigits(text) && isCode(len(text)):
			others = append(others, y)
		}
	}
	return first >= 0 && !slices.ContainsFunc(others, func(y float32) bool { return y > first+sameRow })
}

// firstWords begin lines that stand above the first columns of a table.
var firstWords = []string{"部门", "编制", "单位名称", "预算单位", "填报", "附件"}

// begins says whether a page has a line that stands above the first columns of a table.
func (v *view) begins() bool {
	return slices.ContainsFunc(rowsOf(v.glyphs), func(r row) bool {
		text := solid(r.text())
		return slices.ContainsFunc(firstWords, func(w string) bool { return strings.HasPrefix(text, w) })
	})
}

// hasTitle says whether a page names a table, but at the edge of its own, where the rest of
// a title stands that the paper cuts.
func (v *view) hasTitle(f *frame) bool {
	if v.begins() {
		return true
	}
	for _, r := range rowsOf(v.glyphs) {
		for _, w := range r.words {
			if strings.Contains(w.text, "表") && !strings.HasPrefix(w.text, "公开") && w.box.X0 > f.box.X0+sameRow {
				return true
			}
		}
	}
	return false
}

const headRows = 3 // of a table that are looked at for what its halves have in common

// otherHalf says whether a table with the columns of another is none that goes on below it but
// its other half: 项目 行次 金额 once more, below 支出 where there is 收入. Headers that come again
// on a next page are all the same, and rows that go on have none.
func (v *view) otherHalf(f *frame, of *view, g *frame) bool {
	same, other := false, false
	for r := range min(headRows, f.rows()) {
		last := 1 // of the columns that are looked at: all of the first row, the names below
		if r == 0 {
			last = f.cols()
		}
		mine, theirs := v.textIn(Box{f.xs[0], f.ys[r], f.xs[last], f.ys[r+1]}), of.textIn(Box{g.xs[0], f.ys[r], g.xs[min(last, g.cols())], f.ys[r+1]})
		switch {
		case strings.ContainsAny(mine+theirs, "0123456789") || mine == "" || theirs == "":
		case r == 0:
			other = mine != theirs
		default:
			same = same || mine == theirs
		}
	}
	return same && other
}

// textIn is what stands in a box.
func (v *view) textIn(b Box) string {
	var in []glyph
	for _, g := range v.glyphs {
		if b.holds(point{g.box.midX(), g.box.midY()}) {
			in = append(in, g)
		}
	}
	var w strings.Builder
	for _, r := range rowsOf(in) {
		w.WriteString(solid(r.text()))
	}
	return w.String()
}

// sameRows says whether the rows of one are those of the other, from the first to the last:
// headers over all of its rows are cells of fewer, and the first and the last row may have no
// edge down on their page, the view.
func (v *view) sameRows(a, b *frame) bool {
	is := func(y, o float32) bool { return abs(y-o) <= sameRow }
	edge := func(y, o float32) bool {
		return is(y, o) || slices.ContainsFunc(v.across, func(l line) bool {
			return is(l.at, y) && min(l.to, b.box.X1)-max(l.from, b.box.X0) > longBand*b.box.width()
		})
	}
	if len(b.ys) < leastEdges || !edge(a.ys[0], b.ys[0]) || !edge(a.ys[len(a.ys)-1], b.ys[len(b.ys)-1]) {
		return false
	}
	return !slices.ContainsFunc(b.ys, func(y float32) bool {
		return !slices.ContainsFunc(a.ys, func(o float32) bool { return is(y, o) })
	})
}

// beside puts another page at the right of this one, whose table begins at the edge.
func (v *view) beside(right *view, edge, by float32) {
	next := 0
	for _, g := range v.glyphs {
		next = max(next, g.order+2) // no text goes on from one to the other
	}
	for _, g := range right.glyphs {
		g.box.X0, g.box.X1, g.x, g.order = g.box.X0+by, g.box.X1+by, g.x+by, g.order+next
		v.glyphs = append(v.glyphs, g)
	}
	for _, at := range right.aside {
		v.aside = append(v.aside, point{at.x + by, at.y})
	}
	for _, l := range right.across {
		v.across = append(v.across, line{l.at, l.from + by, l.to + by})
	}
	for _, l := range right.down {
		v.down = append(v.down, line{l.at + by, l.from, l.to})
	}
	v.across, v.down = merged(v.across, sameRow, sameRow), merged(v.down, same, same)
	v.width = max(v.width, right.width+by)
	for _, s := range right.sides {
		s.from, s.by = edge, s.by+by
		v.sides = append(v.sides, s)
	}
}
