package pdf

import (
	"cmp"
	"slices"
	"strings"
)

// findColumns finds the columns of the body; "" or why they are not certain.
func (p *plain) findColumns() string {
	if len(p.ruled) >= 3 && p.ruledColumns() {
		return ""
	}
	p.ruled = nil
	var all []token
	for i := p.top; i < p.end; i++ {
		if len(p.lines[i]) > 1 {
			all = append(all, p.lines[i]...)
		}
	}
	var parts []token
	for _, t := range all {
		if !spansKeys(t.text) {
			parts = append(parts, t)
		}
	}
	if p.prior != nil {
		return p.priorColumns(all)
	}
	p.columns = united(append(parts, p.alone(united(parts))...))
	for range 64 {
		done := true
		for i := 0; i < len(p.columns) && done; i++ {
			two, left, right := p.twoIn(p.columns[i])
			if !two {
				continue
			}
			if !p.cut(i, left, right, all) {
				return unsureColumns
			}
			done = false
		}
		if done {
			return ""
		}
	}
	return unsureColumns
}

// alone are the names that have a line for themselves, of those that stand over one column
// at most: beside figures that stand in the middle of a name's lines there is no word.
func (p *plain) alone(columns []Box) (out []token) {
	for i := p.top; i < p.end; i++ {
		if len(p.lines[i]) != 1 || isFigure(p.lines[i][0].text) || spansKeys(p.lines[i][0].text) {
			continue
		}
		over := 0
		for _, c := range columns {
			if overlap(c, p.lines[i][0].box) {
				over++
			}
		}
		if over <= 1 {
			out = append(out, p.lines[i][0])
		}
	}
	return out
}

// priorColumns takes the columns of the page before, as wide as words here make them that
// stand over one of them only.
func (p *plain) priorColumns(all []token) string {
	p.columns = slices.Clone(p.prior.columns)
	wide := slices.Clone(p.columns)
	for _, t := range all {
		switch first, last := p.over(t.box); {
		case first < 0:
			return unsureNext
		case first == last:
			wide[first] = wide[first].with(t.box)
		case isFigure(t.text):
			return unsureNext
		}
	}
	for i := 1; i < len(wide); i++ {
		if wide[i].X0 < wide[i-1].X1 {
			return unsureNext
		}
	}
	p.columns = wide
	return ""
}

// spansKeys says whether a text is a total's, which may stand over several columns.
func spansKeys(text string) bool {
	text = strings.ReplaceAll(text, " ", "")
	return strings.HasSuffix(text, "计") && len(text) <= 8*3
}

// ruledColumns takes the columns that are drawn; false where a figure is astride an edge, or
// two are in one.
func (p *plain) ruledColumns() bool {
	var outer Box
	for i := p.top; i < p.end; i++ {
		if len(p.lines[i]) > 1 {
			outer = p.rows[i].box
			break
		}
	}
	for i := p.top; i < p.end; i++ {
		if len(p.lines[i]) > 1 {
			outer = outer.with(p.rows[i].box)
		}
	}
	xs := slices.Clone(p.ruled)
	if outer.X0 < xs[0]-near {
		xs = append([]float32{outer.X0 - 1}, xs...)
	}
	if outer.X1 > xs[len(xs)-1]+near {
		xs = append(xs, outer.X1+1)
	}
	columns := make([]Box, len(xs)-1)
	for i := range columns {
		columns[i] = Box{X0: xs[i], X1: xs[i+1]}
	}
	for i := p.top; i < p.end; i++ {
		used := -1
		for _, t := range p.lines[i] {
			at := step(xs, t.box.midX())
			if at < 0 {
				return false
			}
			if isFigure(t.text) && (t.box.X0 < xs[at]-1 || t.box.X1 > xs[at+1]+1) {
				return false
			}
			if at == used && (isFigure(t.text) || len(p.lines[i]) > 1) {
				if isFigure(t.text) {
					return false
				}
			}
			used = at
		}
	}
	p.columns, p.bounds = columns, xs
	return true
}

// united are the columns that tokens make which overlap from left to right.
func united(all []token) []Box {
	all = slices.Clone(all)
	byLeft(all)
	var out []Box
	for _, t := range all {
		if n := len(out); n > 0 && t.box.X0 < out[n-1].X1 {
			out[n-1] = out[n-1].with(t.box)
		} else {
			out = append(out, t.box)
		}
	}
	return out
}

// twoIn says whether a line has two words in one column, and where between them it may be
// parted.
func (p *plain) twoIn(c Box) (two bool, left, right float32) {
	for i := p.top; i < p.end; i++ {
		for k := 1; k < len(p.lines[i]); k++ {
			a, b := &p.lines[i][k-1], &p.lines[i][k]
			if a.box.X0 >= c.X0 && b.box.X1 <= c.X1 {
				return true, a.box.X1, b.box.X0
			}
		}
	}
	return false, 0, 0
}

const mostAstride = 0.34 // of the words of a column: names that run over its edge

// cut parts a column between left and right, where the fewest words stand astride: names,
// never figures.
func (p *plain) cut(i int, left, right float32, all []token) bool {
	c := p.columns[i]
	var in []token
	for _, t := range all {
		if t.box.X0 >= c.X0 && t.box.X1 <= c.X1 {
			in = append(in, t)
		}
	}
	var places []float32
	for _, t := range in {
		for _, x := range []float32{t.box.X0 - 0.01, t.box.X1 + 0.01} {
			if x > left && x < right {
				places = append(places, x)
			}
		}
	}
	places = append(places, (left+right)/2)
	astride := func(x float32) (n int, figure bool) {
		for _, t := range in {
			if t.box.X0 < x && x < t.box.X1 {
				n++
				figure = figure || isFigure(t.text)
			}
		}
		return n, figure
	}
	best, least := float32(0), -1
	for _, x := range places {
		if n, figure := astride(x); !figure && (least < 0 || n < least) {
			best, least = x, n
		}
	}
	if least < 0 || float32(least) > mostAstride*float32(len(in)) {
		return false
	}
	var sides [2]Box
	var any [2]bool
	for _, t := range in {
		side := 0
		switch {
		case t.box.X0 >= best:
			side = 1
		case t.box.X1 > best:
			continue
		}
		if !any[side] {
			sides[side], any[side] = t.box, true
		} else {
			sides[side] = sides[side].with(t.box)
		}
	}
	if !any[0] || !any[1] {
		return false
	}
	p.columns = slices.Replace(p.columns, i, i+1, sides[0], sides[1])
	return true
}

// over is which columns a box stands over; -1 for none.
func (p *plain) over(b Box) (first, last int) {
	if p.bounds != nil { // drawn, or settled: by its middle, or as far as it really reaches
		first, last = -1, -1
		for i := range len(p.bounds) - 1 {
			if l := min(b.X1, p.bounds[i+1]) - max(b.X0, p.bounds[i]); l > 1 || l > 0 && l > 0.5*b.width() {
				if first < 0 {
					first = i
				}
				last = i
			}
		}
		return first, last
	}
	first, last = -1, -1
	for i, c := range p.columns {
		if b.X0 < c.X1 && c.X0 < b.X1 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}

// settle puts the columns in their order and finds the bounds between them.
func (p *plain) settleColumns() {
	byX(p.columns)
	if p.ruled != nil {
		return
	}
	p.bounds = nil
}

func byX(columns []Box) {
	slices.SortFunc(columns, func(x, y Box) int { return cmp.Compare(x.X0, y.X0) })
}

// edges are the places of the columns on the page.
func (p *plain) edges() []float32 {
	if p.bounds != nil {
		return p.bounds
	}
	xs := []float32{p.columns[0].X0}
	for i := 1; i < len(p.columns); i++ {
		xs = append(xs, (p.columns[i-1].X1+p.columns[i].X0)/2)
	}
	return append(xs, p.columns[len(p.columns)-1].X1)
}
