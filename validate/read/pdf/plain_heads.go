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
}

// findHeads puts the headers over the columns, all of which they head; "" or why it is not
// certain which over which.
func (p *plain) findHeads(begin int) string {
	until := p.top
	numbered := until > begin && p.isNumbers(until-1)
	if numbered {
		until--
	}
	heads := p.blocks(begin, until)
	if slices.ContainsFunc(heads, func(h spanned) bool { return strings.ContainsAny(h.text, ".．") && isFigure(h.text) }) {
		return unsureHeads // figures are of a row
	}
	matched := p.ruled != nil || p.matchAll(heads)
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
				b.text, b.box = b.text+"\n"+t.text, b.box.with(t.box)
				continue
			case t.line == last.line && len(t.glyphs) == 1 && (len(last.glyphs) == 1 || single(b.text)) && t.box.X0-last.box.X1 < gapSpaced*height && t.box.X0 > last.box.X0:
				b.text, b.box = b.text+" "+t.text, b.box.with(t.box)
				continue
			}
		}
		out = append(out, spanned{text: t.text, box: t.box, size: t.size(), first: -1, last: -1})
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
			if beside {
				continue
			}
			a.text, a.box = a.text+"\n"+b.text, a.box.with(b.box)
			all = slices.Delete(all, k, k+1)
			k = i
		}
	}
	return all
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
		switch {
		case len(between) == to-from:
			for n, k := range between {
				p.columns[from+n] = p.columns[from+n].with(heads[k].box)
			}
		case len(between) == 0 && !p.money(from, to):
		case len(between) == 0 && to-from == 1 && p.widen(heads, from, lowest):
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

// widen lets the header beside a column without one reach over it, where it stands in the
// middle of both.
func (p *plain) widen(heads []spanned, at int, lowest func(Box) int) bool {
	for _, beside := range []int{at - 1, at + 1} {
		if beside < 0 || beside >= len(p.columns) {
			continue
		}
		both, k := p.columns[at].with(p.columns[beside]), lowest(p.columns[beside])
		if k >= 0 && abs(both.midX()-heads[k].box.midX()) < 0.15*both.width() {
			heads[k].box.X0, heads[k].box.X1 = min(heads[k].box.X0, both.X0), max(heads[k].box.X1, both.X1)
			return true
		}
	}
	return false
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

// together says whether a line has words in two of some columns.
func (p *plain) together(first, last int) bool {
	return slices.ContainsFunc(p.lines[p.top:p.end], func(line []token) bool {
		n := 0
		for _, t := range line {
			if from, to := p.over(t.box); from >= first && to <= last {
				n++
			}
		}
		return n > 1
	})
}

// group finds which columns the headers that have others below them are over.
func (p *plain) group() string {
	leaf := make([]int, len(p.columns)) // by column: the header right above it
	for c := range leaf {
		leaf[c] = -1
		for i := range p.names {
			h := &p.names[i]
			if h.first >= 0 && h.first <= c && c <= h.last && (leaf[c] < 0 || h.box.midY() > p.names[leaf[c]].box.midY()) {
				leaf[c] = i
			}
		}
	}
	for _, i := range leaf {
		if i >= 0 {
			p.names[i].leaf = true
		}
	}
	var groups []int
	for i := range p.names {
		h := &p.names[i]
		if !h.leaf {
			groups = append(groups, i)
			continue
		}
		h.first, h.last = slices.Index(leaf, i), len(leaf)-1
		for leaf[h.last] != i {
			h.last--
		}
		for c := h.first; c <= h.last; c++ {
			if leaf[c] != i {
				return unsureHeads
			}
		}
	}
	slices.SortFunc(groups, func(a, b int) int { return cmp.Compare(p.names[b].box.midY(), p.names[a].box.midY()) })
	for from := 0; from < len(groups); { // level by level, the lowest first
		to := from + 1
		for to < len(groups) && p.names[groups[from]].box.midY()-p.names[groups[to]].box.midY() < 0.5*p.names[groups[from]].box.height() {
			to++
		}
		if !p.spanGroups(groups[from:to], leaf) {
			return unsureHeads
		}
		from = to
	}
	for i := range p.names {
		for k := range p.names {
			if a, b := &p.names[i], &p.names[k]; i != k && !b.leaf && a.below(b) && b.first <= a.first && a.last <= b.last {
				a.above++
			}
		}
	}
	return ""
}

// spanGroups puts the groups of one level over the runs of columns that have headers below
// them.
func (p *plain) spanGroups(groups []int, leaf []int) bool {
	slices.SortFunc(groups, func(a, b int) int { return cmp.Compare(p.names[a].box.X0, p.names[b].box.X0) })
	return p.spanRuns(groups, leaf, 0.85) || p.spanRuns(groups, leaf, 0.6)
}

// spanRuns is spanGroups where a header counts as below a group that stands at least a share
// of the way down to the lowest: one that is as high as the group and those below together
// stands half the way.
func (p *plain) spanRuns(groups []int, leaf []int, share float32) bool {
	y, lowest := p.names[groups[0]].box.midY(), float32(0)
	for _, i := range leaf {
		if i >= 0 {
			lowest = max(lowest, p.names[i].box.midY()-y)
		}
	}
	deep := func(c int) bool {
		return leaf[c] >= 0 && p.names[leaf[c]].below(&p.names[groups[0]]) && p.names[leaf[c]].box.midY()-y > share*lowest
	}
	for _, g := range groups {
		p.names[g].first, p.names[g].last = -1, -1
	}
	for from := 0; from < len(leaf); from++ {
		if !deep(from) {
			continue
		}
		to := from
		for to < len(leaf) && deep(to) {
			to++
		}
		var over []int
		for _, g := range groups {
			if x := p.names[g].box.midX(); x > p.mid(from, from, leaf)-p.columns[from].width()-20 && x < p.mid(to-1, to-1, leaf)+p.columns[to-1].width()+20 &&
				(from == 0 || x > p.mid(from-1, from-1, leaf)) && (to == len(leaf) || x < p.mid(to, to, leaf)) {
				over = append(over, g)
			}
		}
		if len(over) > 0 && !p.deal(over, from, to, leaf) {
			return false
		}
		from = to
	}
	return !slices.ContainsFunc(groups, func(g int) bool { return p.names[g].first < 0 })
}

// mid is the middle of some columns: between their edges where those are drawn, else between
// the middles of the gaps beside them.
func (p *plain) mid(first, last int, leaf []int) float32 {
	if p.bounds != nil {
		return (p.bounds[first] + p.bounds[last+1]) / 2
	}
	reach := func(c int) Box {
		b := p.columns[c]
		if leaf[c] >= 0 && p.names[leaf[c]].first == p.names[leaf[c]].last {
			b = b.with(p.names[leaf[c]].box)
		}
		return b
	}
	left, right := reach(first).X0, reach(last).X1
	if first > 0 {
		left = (reach(first-1).X1 + left) / 2
	}
	if last+1 < len(p.columns) {
		right = (right + reach(last+1).X0) / 2
	}
	return (left + right) / 2
}

// off is how far a header is off the middle of some columns: by what is in them, or by the
// headers of the outer ones, where all are about as wide.
func (p *plain) off(group, first, last int, leaf []int) float32 {
	at := p.names[group].box.midX()
	off := abs(p.mid(first, last, leaf) - at)
	if a, b := leaf[first], leaf[last]; p.bounds == nil && a >= 0 && b >= 0 {
		off = min(off, abs((p.names[a].box.midX()+p.names[b].box.midX())/2-at))
	}
	return off
}

const (
	offMiddle = 0.45 // of a column: how far a header may be off the middle of what it is over
	muchWorse = 5    // points: how much farther off than twice as far the next best is at least
)

// deal parts a run of columns among the groups that are over it, so that each stands in the
// middle of its own; false where two ways are about as good.
func (p *plain) deal(groups []int, from, to int, leaf []int) bool {
	if len(groups) > to-from || len(groups) > 6 {
		return false
	}
	width := (p.mid(to-1, to-1, leaf) - p.mid(from, from, leaf)) / float32(max(1, to-from-1))
	if to-from == 1 {
		width = p.columns[from].width() + 10
	}
	best, next := []int(nil), float32(-1)
	least := float32(-1)
	var try func(n, at int, ends []int, worst float32)
	steps := 0
	try = func(n, at int, ends []int, worst float32) {
		if steps++; steps > 20_000 {
			return
		}
		if n == len(groups)-1 {
			off := max(worst, p.off(groups[n], at, to-1, leaf))
			switch {
			case least < 0 || off < least:
				best, next, least = slices.Clone(ends), least, off
			case next < 0 || off < next:
				next = off
			}
			return
		}
		for end := at + 1; end <= to-(len(groups)-1-n); end++ {
			off := max(worst, p.off(groups[n], at, end-1, leaf))
			try(n+1, end, append(ends, end), off)
		}
	}
	try(0, from, nil, 0)
	if least > offMiddle*width || next >= 0 && next < 2*least+muchWorse {
		return false
	}
	at := from
	for n, g := range groups {
		end := to
		if n < len(best) {
			end = best[n]
		}
		p.names[g].first, p.names[g].last = at, end-1
		at = end
	}
	return true
}
