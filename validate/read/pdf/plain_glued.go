package pdf

import "slices"

// Headers of columns that have no room between them are read as one word. One header right
// above the columns is over one column with figures only: where a word stands over two,
// it is parted where its letters stand apart and the columns do.

const (
	gapGlued = 0.08 // of their size: how much wider than their other gaps one between two headers is
	alike    = 0.05 // of it: gaps that are about as wide
)

// partHeads parts words of the lines from begin to until that head several columns.
func (p *plain) partHeads(begin, until int) {
	columns := p.gapsBetween(until)
	for i := begin; i < until; i++ {
		var out []token
		for _, t := range p.lines[i] {
			if isFigure(t.text) || len(t.glyphs) < 2 || p.headsBelow(&t, i+1, until) {
				out = append(out, t)
				continue
			}
			out = append(out, t.partedIn(columns)...)
		}
		p.lines[i] = out
	}
}

// headsBelow says whether a word in the lines from one to before another stands under a
// header.
func (p *plain) headsBelow(t *token, from, until int) bool {
	return slices.ContainsFunc(p.lines[from:until], func(line []token) bool {
		return slices.ContainsFunc(line, func(o token) bool { return overlap(o.box, t.box) })
	})
}

// gapsBetween are the gaps between columns one of which has figures or a number in the line
// until.
func (p *plain) gapsBetween(until int) (out []Box) {
	columns, figures := slices.Clone(p.columns), map[int]bool{}
	if until < p.top {
		for _, t := range p.lines[until] {
			if first, _ := p.over(t.box); first < 0 && onlyDigits(t.text) {
				columns = append(columns, t.box)
			}
		}
		byX(columns)
	}
	for i := until; i < p.end; i++ {
		for _, t := range p.lines[i] {
			if !isFigure(t.text) {
				continue
			}
			for c := range columns {
				if overlap(columns[c], t.box) {
					figures[c] = true
				}
			}
		}
	}
	for c := 1; c < len(columns); c++ {
		if figures[c-1] || figures[c] {
			out = append(out, Box{X0: columns[c-1].X1 - same, X1: columns[c].X0 + same})
		}
	}
	return out
}

// partedIn are the parts of a word between columns.
func (t *token) partedIn(between []Box) []token {
	gaps, size := t.gaps()
	cut := map[int]bool{}
	for _, gap := range between {
		if gap.X1 < t.box.X0 || gap.X0 > t.box.X1 {
			continue
		}
		widest := float32(-1)
		in := func(k int) bool { return t.glyphs[k].x+size < gap.X1 && t.glyphs[k+1].x > gap.X0 }
		for k := range gaps {
			if in(k) {
				widest = max(widest, gaps[k])
			}
		}
		for k := range gaps {
			if in(k) && gaps[k] >= gapGlued*size && gaps[k] >= widest-alike*size {
				cut[k+1] = true
			}
		}
	}
	var out []token
	from := 0
	for k := 1; k <= len(t.glyphs); k++ {
		if k < len(t.glyphs) && !cut[k] {
			continue
		}
		for _, w := range rowOf(t.glyphs[from:k]).words {
			out = append(out, tokenOf(w, t.line))
		}
		from = k
	}
	return out
}

// gaps are how much farther each character of a word is from the one before than the least
// of them, which is their size; none behind letters that are not as wide as high.
func (t *token) gaps() (gaps []float32, size float32) {
	gaps = make([]float32, len(t.glyphs)-1)
	wide := func(k int) bool { return t.glyphs[k].r > 0x2E80 }
	for k := range gaps {
		if gaps[k] = t.glyphs[k+1].x - t.glyphs[k].x; wide(k) && (size == 0 || gaps[k] < size) {
			size = gaps[k]
		}
	}
	for k := range gaps {
		if gaps[k] -= size; !wide(k) {
			gaps[k] = 0
		}
	}
	return gaps, size
}
