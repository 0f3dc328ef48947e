package pdf

import (
	"cmp"
	"slices"
)

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

// paid says whether a column has figures with decimals.
func (p *plain) paid(column int) bool {
	return slices.ContainsFunc(p.lines[p.top:p.end], func(line []token) bool {
		return slices.ContainsFunc(line, func(t token) bool { return isMoney(t.text) && overlap(t.box, p.columns[column]) })
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
	for c, i := range leaf {
		if i >= 0 {
			p.names[i].leaf = true
		} else if p.paid(c) {
			return unsureHeads // figures of nothing
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
			if leaf[c] != i || h.first < h.last && p.paid(c) && p.together(h.first, h.last) { // figures, and what else?
				return unsureHeads
			}
		}
	}
	slices.SortFunc(groups, func(a, b int) int { return cmp.Compare(p.names[b].box.midY(), p.names[a].box.midY()) })
	for from := 0; from < len(groups); { // level by level, the lowest first
		to := from + 1
		for to < len(groups) && p.level(groups[from], groups[to]) {
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

// level says whether two headers are of one row, though one of them may stand in the middle of
// more rows.
func (p *plain) level(i, k int) bool {
	a, b := &p.names[i], &p.names[k]
	return !a.below(b) || a.box.midY()-b.box.midY() < sameLine*min(a.size, b.size)
}

// spanGroups puts the groups of one level over the runs of columns that have headers below
// them.
func (p *plain) spanGroups(groups []int, leaf []int) bool {
	slices.SortFunc(groups, func(a, b int) int { return cmp.Compare(p.names[a].box.X0, p.names[b].box.X0) })
	for _, share := range []float32{0.85, 0.6} {
		if p.spanRuns(groups, leaf, share, p.dealMiddle) {
			return true
		}
	}
	for _, share := range []float32{0.85, 0.6} {
		if p.spanRuns(groups, leaf, share, p.dealLeft) {
			return true
		}
	}
	return false
}

// dealer parts the columns from one to before another among groups that stand over them;
// false where it cannot say for certain.
type dealer func(groups []int, from, to int, leaf []int) bool

// spanRuns is spanGroups where a header counts as below a group that stands at least a share
// of the way down to the lowest: one that is as high as the group and those below together
// stands half the way.
func (p *plain) spanRuns(groups []int, leaf []int, share float32, deal dealer) bool {
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
		if !deal(groups, from, to, leaf) {
			return false
		}
		from = to
	}
	return !slices.ContainsFunc(groups, func(g int) bool { return p.names[g].first < 0 })
}

// mid is the middle of some columns: between their edges where those are drawn, else between
// the gaps beside them: in the middle of a gap, or where one of the columns ends.
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
	from, to := reach(first).X0, reach(last).X1
	if n := len(p.columns) - 1; n > 0 {
		if first == 0 && p.centred(0, leaf) {
			from = min(from, 2*p.names[leaf[0]].box.midX()-p.between(0, reach(0).X1, reach(1).X0, leaf))
		}
		if last == n && p.centred(n, leaf) {
			to = max(to, 2*p.names[leaf[n]].box.midX()-p.between(n-1, reach(n-1).X1, reach(n).X0, leaf))
		}
	}
	if first > 0 {
		from = p.between(first-1, reach(first-1).X1, from, leaf)
	}
	if last+1 < len(p.columns) {
		to = p.between(last, to, reach(last+1).X0, leaf)
	}
	return (from + to) / 2
}

// centred says whether a column's header stands in its middle: at neither side with the words
// below, of which it is not the widest.
func (p *plain) centred(c int, leaf []int) bool {
	if leaf[c] < 0 || p.names[leaf[c]].first != p.names[leaf[c]].last {
		return false
	}
	h := p.names[leaf[c]].box
	var in Box
	seen := false
	for i := p.top; i < p.end; i++ {
		for k := range p.lines[i] {
			if b := p.lines[i][k].box; overlap(b, p.columns[c]) && !spansKeys(p.lines[i][k].text) {
				if !seen {
					in, seen = b, true
				}
				in = in.with(b)
			}
		}
	}
	return seen && abs(in.X0-h.X0) > flush && abs(in.X1-h.X1) > flush
}

const besideEdge = 2 // points that a column's words are from its edge

// between is where in a gap from one place to another a column ends and the next begins: at
// the words that are all at that edge of their column, where those of the other are not.
func (p *plain) between(c int, from, to float32, leaf []int) float32 {
	middle := (from + to) / 2
	switch ends, begins := p.flush(c, right, leaf), p.flush(c+1, left, leaf); {
	case begins && !ends:
		return max(middle, to-besideEdge)
	case ends && !begins:
		return min(middle, from+besideEdge)
	}
	return middle
}

// off is how far a header is off the middle of some columns: by what is in them, or by the
// headers of the outer ones, where all are about as wide.
func (p *plain) off(group, first, last int, leaf []int) float32 {
	at := p.names[group].box.midX()
	off := abs(p.mid(first, last, leaf) - at)
	if d := at - p.mid(first, last, leaf); p.bounds == nil && (d > 0 && last+1 == len(p.columns) && !p.flush(last, right, leaf) || d < 0 && first == 0 && !p.flush(0, left, leaf)) {
		n := len(p.columns) - 1 // the table goes on beyond what stands in its outer column
		most := outerWide * (p.columns[n].midX() - p.columns[0].midX()) / float32(max(1, n))
		off = outside*min(off, most) + max(0, off-most)
	}
	if a, b := leaf[first], leaf[last]; p.bounds == nil && a >= 0 && b >= 0 {
		off = min(off, abs((p.names[a].box.midX()+p.names[b].box.midX())/2-at))
	}
	return off
}

// What edge of a column.
const (
	left = iota
	right
)

// flush says whether words of several widths in a column all end at one edge: that is where
// the column ends. Where its figures are all as wide its header tells.
func (p *plain) flush(column, edge int, leaf []int) bool {
	c := p.columns[column]
	widths := map[int]bool{}
	ends := func(b Box) bool {
		widths[int(b.width())] = true
		return edge == left && b.X0 <= c.X0+flush || edge == right && b.X1 >= c.X1-flush
	}
	for i := p.top; i < p.end; i++ {
		for k := range p.lines[i] {
			if t := &p.lines[i][k]; overlap(t.box, c) && !ends(t.box) {
				return false
			}
		}
	}
	if h := leaf[column]; len(widths) < 2 && h >= 0 {
		return ends(p.names[h].box) && len(widths) > 1
	}
	return len(widths) > 1
}

const (
	outside   = 0.2 // of how far a header is off towards a side of the table that is not known: so much counts
	outerWide = 0.4 // of the width of a column: so far at most
)

const (
	offMiddle = 0.45 // of a column: how far a header may be off the middle of what it is over
	muchWorse = 5    // points: how much farther off than twice as far the next best is at least
)

// dealMiddle deals by the middles of the groups.
func (p *plain) dealMiddle(groups []int, from, to int, leaf []int) bool {
	var over []int
	for _, g := range groups {
		if x := p.names[g].box.midX(); x > p.mid(from, from, leaf)-p.columns[from].width()-20 && x < p.mid(to-1, to-1, leaf)+p.columns[to-1].width()+20 &&
			(from == 0 || x > p.mid(from-1, from-1, leaf)) && (to == len(leaf) || x < p.mid(to, to, leaf)) {
			over = append(over, g)
		}
	}
	return len(over) == 0 || p.deal(over, from, to, leaf)
}

const flush = 0.8 // points that left edges of headers in one column are apart at most

// dealLeft deals by the left edges of the groups, each of which is that of the header of its
// first column. Where nothing says that headers without a group stand higher than others,
// one group alone may not be over all of them.
func (p *plain) dealLeft(groups []int, from, to int, leaf []int) bool {
	last := -1
	for _, g := range groups {
		h := &p.names[g]
		for c := from; c < to; c++ {
			if l := &p.names[leaf[c]]; l.first != c || abs(l.box.X0-h.box.X0) > flush {
				continue
			}
			if last < 0 && c > from {
				return false
			}
			if last >= 0 {
				p.names[last].last = c - 1
			}
			h.first, h.last, last = c, to-1, g
			break
		}
	}
	return last < 0 || from > 0 || to < len(leaf) || p.names[last].first > from
}

// dealEach gives each of as many groups as columns its own, which all stand over theirs.
func (p *plain) dealEach(groups []int, from int, leaf []int) bool {
	for n, g := range groups {
		c := from + n
		b := p.columns[c]
		if leaf[c] >= 0 {
			b = b.with(p.names[leaf[c]].box)
		}
		if !overlap(b, p.names[g].box) {
			return false
		}
	}
	for n, g := range groups {
		p.names[g].first, p.names[g].last = from+n, from+n
	}
	return true
}

// deal parts a run of columns among the groups that are over it, so that each stands in the
// middle of its own; false where two ways are about as good.
func (p *plain) deal(groups []int, from, to int, leaf []int) bool {
	if len(groups) == to-from && p.dealEach(groups, from, leaf) {
		return true
	}
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
