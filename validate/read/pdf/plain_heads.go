package pdf

import (
	"cmp"
	"slices"
	"strings"
)

// spanned is a text that stands over columns: a header, or a name.
type spanned struct {
	text        string
	box         Box
	size        float32 // of its letters
	first, last int     // columns; −1 for none
	above       int     // headers above it
	leaf        bool
	from, to    int // in the order of drawing
}

// findHeads puts the headers over the columns, all of which they head; "" or why it is not
// certain which over which.
func (p *plain) findHeads(begin int) string {
	until := p.top
	numbered := until > begin && p.isNumbers(until-1)
	if numbered {
		until--
	}
	p.partHeads(begin, until)
	heads := p.blocks(begin, until)
	if slices.ContainsFunc(heads, func(h spanned) bool { return strings.ContainsAny(h.text, ".．") && isFigure(h.text) }) {
		return unsureHeads // figures are of a row
	}
	matched := p.ruled != nil || p.matchAll(heads) || p.matchSome(heads)
	if numbered && !matched {
		for _, t := range p.lines[until] {
			if onlyDigits(t.text) {
				if first, _ := p.over(t.box); first < 0 {
					p.columns = append(p.columns, t.box)
					p.settleColumns()
				}
			}
		}
	}
	if len(heads) == 0 {
		return ""
	}
	if !matched {
		if why := p.fitColumns(heads); why != "" {
			return why
		}
	}
	for i := range heads {
		heads[i].first, heads[i].last = p.over(heads[i].box)
	}
	p.names = heads
	return p.group()
}

const lineStep = 1.62 // of their size: how far the lines of one cell are apart at most

// blocks are the texts of some lines, those of one cell together: which were drawn one
// behind the other and stand one under the other.
func (p *plain) blocks(from, to int) []spanned {
	var all []token
	for i := from; i < to; i++ {
		all = append(all, p.lines[i]...)
	}
	slices.SortStableFunc(all, func(a, b token) int { return cmp.Compare(a.first, b.first) })
	var out []spanned
	for i := range all {
		t := &all[i]
		if n := len(out); n > 0 && i > 0 {
			last, b := &all[i-1], &out[n-1]
			height := min(last.box.height(), t.box.height())
			switch down := t.box.midY() - last.box.midY(); {
			case t.first != last.last+1:
			case down > 0.5*height && down < lineStep*min(last.size(), t.size()) && t.box.X0 < b.box.X1 && b.box.X0 < t.box.X1 && !p.parted(last.box, t.box):
				b.text, b.box, b.to = b.text+"\n"+t.text, b.box.with(t.box), t.last
				continue
			case t.line == last.line && len(t.glyphs) == 1 && (len(last.glyphs) == 1 || single(b.text)) && t.box.X0-last.box.X1 < gapSpaced*height && t.box.X0 > last.box.X0:
				b.text, b.box, b.to = b.text+" "+t.text, b.box.with(t.box), t.last
				continue
			}
		}
		out = append(out, spanned{text: t.text, box: t.box, size: t.size(), first: -1, last: -1, from: t.first, to: t.last})
	}
	return p.stack(out)
}

const (
	tightStep = 1.47 // of their size: how far lines are apart that are of one cell whenever they were drawn
	offLine   = 0.6  // of their size: how far the middles of such lines are apart
)

// stack puts together what was drawn apart and stands in the middle right under one another,
// no farther apart than the lines of one cell.
func (p *plain) stack(all []spanned) []spanned {
	slices.SortStableFunc(all, func(a, b spanned) int { return cmp.Compare(a.box.Y0, b.box.Y0) })
	for i := 0; i < len(all); i++ {
		for k := i + 1; k < len(all); k++ {
			a, b := &all[i], &all[k]
			lines := float32(strings.Count(a.text, "\n"))
			down := b.box.midY() - (a.box.Y1 - a.box.height()/(lines+1)/2)
			if down <= 0.5*a.size || down > tightStep*a.size || abs(a.box.midX()-b.box.midX()) > offLine*a.size || abs(a.size-b.size) > 0.2*a.size || p.parted(a.box, b.box) {
				continue
			}
			beside := slices.ContainsFunc(all, func(o spanned) bool { // others under a: it is over them
				return o.box != b.box && o.box != a.box && overlap(o.box, a.box) && o.below(a)
			})
			if beside || slices.ContainsFunc(all, func(o spanned) bool { return b.rowOf(&o) && !under(&o, all) }) {
				continue
			}
			a.text, a.box = a.text+"\n"+b.text, a.box.with(b.box)
			all = slices.Delete(all, k, k+1)
			k = i
		}
	}
	return all
}

// rowOf says whether another header was drawn right before or behind one, on the same line:
// rows are drawn cell by cell.
func (b *spanned) rowOf(o *spanned) bool {
	return (o.to+1 == b.from || b.to+1 == o.from) && abs(o.box.midY()-b.box.midY()) < 0.15*b.size && !overlap(o.box, b.box)
}

// under says whether a header stands right under another, as the lines of one cell do: one
// that does not is a row's own, and so are those beside it.
func under(o *spanned, all []spanned) bool {
	return strings.Contains(o.text, "\n") || slices.ContainsFunc(all, func(a spanned) bool {
		down := o.box.midY() - a.box.midY()
		return down > 0.5*o.size && down <= tightStep*o.size && overlap(a.box, o.box)
	})
}

// size is how large the letters are: as wide as the widest of them, which of Chinese is as
// wide as it is high.
func (t *token) size() float32 {
	var size float32
	for _, g := range t.glyphs {
		size = max(size, g.box.width())
	}
	if size < 0.7*t.box.height() && !slices.ContainsFunc(t.glyphs, func(g glyph) bool { return g.r > 0x2E80 }) {
		return t.box.height()
	}
	return size
}

// single says whether a text is single characters with blanks between them.
func single(text string) bool {
	return !slices.ContainsFunc(strings.Fields(text), func(f string) bool { return len([]rune(f)) > 1 })
}

// below says whether one text stands below another.
func (b *spanned) below(a *spanned) bool { return b.box.Y0 > a.box.midY() && b.box.midY() > a.box.Y1 }

func overlap(a, b Box) bool { return a.X0 < b.X1 && b.X0 < a.X1 }

// fitColumns makes columns of what figures and headers say together: one of those under one
// header that no line has words in two of; further ones under headers without figures.
func (p *plain) fitColumns(heads []spanned) string {
	lowest := func(c Box) int { // the header right above a column
		at := -1
		for i := range heads {
			if overlap(heads[i].box, c) && (at < 0 || heads[i].box.midY() > heads[at].box.midY()) {
				at = i
			}
		}
		return at
	}
	for i := range heads { // several columns right under one
		first, last := -1, -1
		for k, c := range p.columns {
			if lowest(c) == i {
				if first < 0 {
					first = k
				}
				last = k
			}
		}
		if first < 0 || first == last || p.together(first, last) {
			continue
		}
		one := p.columns[first]
		for _, c := range p.columns[first : last+1] {
			one = one.with(c)
		}
		p.columns = slices.Replace(p.columns, first, last+1, one)
	}
	for i := range p.columns { // several headers side by side right above one
		at := lowest(p.columns[i])
		for k := range heads {
			if at >= 0 && k != at && overlap(heads[k].box, p.columns[i]) && !overlap(heads[k].box, heads[at].box) &&
				!slices.ContainsFunc(p.columns, func(c Box) bool { return c != p.columns[i] && overlap(heads[k].box, c) }) && !p.isGroup(heads, k) {
				return unsureHeads
			}
		}
	}
	var bare []int // headers over no column that are no groups
	for i := range heads {
		if !slices.ContainsFunc(p.columns, func(c Box) bool { return overlap(heads[i].box, c) }) && !p.isGroup(heads, i) {
			bare = append(bare, i)
		}
	}
	slices.SortFunc(bare, func(a, b int) int { return cmp.Compare(heads[a].box.X0, heads[b].box.X0) })
	return p.matchBare(heads, bare, lowest)
}

// matchAll gives every column its header where there are as many headers with none below as
// columns, each between those of the columns beside it. false where there are not.
func (p *plain) matchAll(heads []spanned) bool {
	var leaves []int
	for i := range heads {
		if !p.isGroup(heads, i) {
			leaves = append(leaves, i)
		}
	}
	n := len(p.columns)
	if len(leaves) != n || n < 2 {
		return false
	}
	slices.SortFunc(leaves, func(a, b int) int { return cmp.Compare(heads[a].box.midX(), heads[b].box.midX()) })
	wide := slices.Clone(p.columns)
	for i, k := range leaves {
		h, c := heads[k].box, p.columns[i]
		if i > 0 && (c.midX() < heads[leaves[i-1]].box.midX() || h.X0 < heads[leaves[i-1]].box.X1 || h.midX() < p.columns[i-1].X1 && h.X0 < p.columns[i-1].midX()) ||
			i+1 < n && (c.midX() > heads[leaves[i+1]].box.midX() || h.midX() > p.columns[i+1].X0 && h.X1 > p.columns[i+1].midX()) {
			return false
		}
		wide[i].X0, wide[i].X1 = min(c.X0, h.X0), max(c.X1, h.X1)
	}
	for i := 1; i < n; i++ {
		if wide[i].X0 < wide[i-1].X1 { // a header that reaches over the edge
			x := (max(p.columns[i-1].X1, min(wide[i-1].X1, wide[i].X0)) + p.columns[i].X0) / 2
			wide[i-1].X1, wide[i].X0 = min(wide[i-1].X1, x), max(wide[i].X0, x)
		}
	}
	p.columns = wide
	return true
}

// isGroup says whether a header has others below it, at its sides.
func (p *plain) isGroup(heads []spanned, i int) bool {
	left, right := -1, -1 // the nearest at its sides, whatever their height
	for k := range heads {
		switch {
		case k == i:
		case heads[k].below(&heads[i]) && overlap(heads[k].box, heads[i].box):
			return true
		case heads[k].box.midX() < heads[i].box.midX():
			if left < 0 || heads[k].box.midX() > heads[left].box.midX() {
				left = k
			}
		default:
			if right < 0 || heads[k].box.midX() < heads[right].box.midX() {
				right = k
			}
		}
	}
	return left >= 0 && right >= 0 && heads[left].below(&heads[i]) && heads[right].below(&heads[i])
}

// matchBare gives columns without a header the headers without a column that are in the
// same gap, where they are as many; the other headers have columns without figures.
func (p *plain) matchBare(heads []spanned, bare []int, lowest func(Box) int) string {
	for from := 0; from < len(p.columns); {
		if lowest(p.columns[from]) >= 0 {
			from++
			continue
		}
		to := from
		for to < len(p.columns) && lowest(p.columns[to]) < 0 {
			to++
		}
		var between []int
		for _, k := range bare {
			if x := heads[k].box; (from == 0 || x.X0 >= p.columns[from-1].X1) && (to == len(p.columns) || x.X1 <= p.columns[to].X0) {
				between = append(between, k)
			}
		}
		widened := -1
		if len(between) == 0 && to-from == 1 && p.money(from, to) {
			widened = p.widen(heads, from, lowest)
		}
		switch {
		case len(between) == to-from:
			for n, k := range between {
				p.columns[from+n] = p.columns[from+n].with(heads[k].box)
			}
		case len(between) == 0 && !p.money(from, to):
		case widened >= 0:
			to = widened + 1
		default:
			return unsureHeads
		}
		bare = slices.DeleteFunc(bare, func(k int) bool { return slices.Contains(between, k) })
		from = to
	}
	for _, k := range bare {
		p.columns = append(p.columns, heads[k].box)
	}
	p.settleColumns()
	return ""
}

// widen makes one of a column without a header and the one beside it, where the header of that
// stands in the middle of both and no line has words in both; -1, or which column they are.
func (p *plain) widen(heads []spanned, at int, lowest func(Box) int) int {
	for _, beside := range []int{at - 1, at + 1} {
		if beside < 0 || beside >= len(p.columns) {
			continue
		}
		both, k := p.columns[at].with(p.columns[beside]), lowest(p.columns[beside])
		if first := min(at, beside); k >= 0 && abs(both.midX()-heads[k].box.midX()) < 0.15*both.width() && !p.together(first, first+1) {
			p.columns = slices.Replace(p.columns, first, first+2, both)
			return first
		}
	}
	return -1
}

// money says whether any of some columns has figures.
func (p *plain) money(from, to int) bool {
	for i := p.top; i < p.end; i++ {
		for _, t := range p.lines[i] {
			for _, c := range p.columns[from:to] {
				if overlap(t.box, c) && isFigure(t.text) && !(onlyDigits(t.text) && isCode(len(t.text))) {
					return true
				}
			}
		}
	}
	return false
}
