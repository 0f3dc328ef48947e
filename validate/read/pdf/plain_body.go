package pdf

import (
	"slices"
	"strings"

	"suanqing/validate/read/grid"
)

// Where the body of a table without a full grid begins and ends.

// startBody moves the beginning of the body up: over rows that have a code, or a number of
// their line, and no figure.
func (p *plain) startBody() {
	if p.top > 0 && p.isNumbers(p.top) {
		p.top++
	}
	p.figureAbove()
	for p.top > 0 && !p.isNumbers(p.top-1) {
		line := p.lines[p.top-1]
		coded := len(line) > 0 && onlyDigits(line[0].text) && isCode(len(line[0].text))
		if !coded && !slices.ContainsFunc(line, func(t token) bool { return len(line) > 1 && onlyDigits(t.text) }) {
			break
		}
		p.top--
	}
}

// figureAbove moves the beginning of the body up to the first line with a figure by itself,
// which stands in the middle of a name's lines.
func (p *plain) figureAbove() {
	for i := p.top - 1; i >= 0; i-- {
		r := &p.rows[i]
		if r.isTitle() || r.isProse() || p.isNumbers(i) || strings.ContainsAny(r.text(), ":：") || p.rows[i+1].box.Y0-r.box.Y1 > 4*r.box.height() {
			return
		}
		if len(p.lines[i]) == 1 && isMoney(p.lines[i][0].text) {
			p.top = i
		}
	}
}

// headBelowNumbers takes a line below the numbers of the columns for one above them, where it
// says the same of several columns and nothing else: 决算数 决算数 决算数.
func (p *plain) headBelowNumbers() {
	if p.top == 0 || p.top+1 >= p.end || !p.isNumbers(p.top-1) || len(p.lines[p.top]) < 2 || isFigure(p.lines[p.top][0].text) || isNone(p.lines[p.top][0].text) ||
		slices.ContainsFunc(p.lines[p.top], func(t token) bool { return t.text != p.lines[p.top][0].text }) {
		return
	}
	p.rows = slices.Clone(p.rows)
	p.rows[p.top-1], p.rows[p.top] = p.rows[p.top], p.rows[p.top-1]
	p.lines[p.top-1], p.lines[p.top] = p.lines[p.top], p.lines[p.top-1]
	p.top++
}

// nameAbove moves the beginning of the body up over the first lines of names that go on
// beside their figures or below them: right under, from the same left edge on, which other
// names begin at.
func (p *plain) nameAbove(begin int) {
	for p.top > begin+1 && !p.isNumbers(p.top-1) && len(p.lines[p.top-1]) > 0 && !slices.ContainsFunc(p.lines[p.top-1], func(t token) bool { return !p.goesOnBelow(&t) }) {
		p.top--
	}
}

const nameLines = 3 // below a name's first line, among which its next one is

func (p *plain) goesOnBelow(t *token) bool {
	next, lefts := false, 0
	for i := p.top; i < p.end; i++ {
		for k := range p.lines[i] {
			o := &p.lines[i][k]
			if isFigure(o.text) {
				continue
			}
			if abs(o.box.X0-t.box.X0) <= flush {
				lefts++
			}
			down := o.box.midY() - t.box.midY()
			next = next || i < p.top+nameLines && o.first == t.last+1 && o.box.X0 <= t.box.X0+flush && overlap(o.box, t.box) && down > 0 && down < lineStep*min(o.size(), t.size())
		}
	}
	return next && lefts > 1 && !isFigure(t.text)
}

// endBody moves the end of the body down: over rows that have a code or a number of their
// line, and names that begin where others do.
func (p *plain) endBody() {
	lefts := map[int]bool{}
	for i := p.top; i < p.end; i++ {
		for _, t := range p.lines[i] {
			if !isFigure(t.text) {
				lefts[int(t.box.X0)] = true
			}
		}
	}
	pitch := p.rows[p.end-1].box.height() * 4
	for i := p.end; i < len(p.rows); i++ {
		r := &p.rows[i]
		text := r.text()
		if r.isProse() || r.isPageNumber() || !grid.IsHead(text) || r.box.Y0-p.rows[i-1].box.Y1 > pitch || strings.ContainsAny(text, "：:") && !strings.HasPrefix(text, "其中") {
			return
		}
		line := p.lines[i]
		numbered := slices.ContainsFunc(line, func(t token) bool { return len(line) > 1 && onlyDigits(t.text) })
		named := !slices.ContainsFunc(line, func(t token) bool {
			x := int(t.box.X0)
			return !isFigure(t.text) && !lefts[x] && !lefts[x-1] && !lefts[x+1]
		})
		last := p.lines[i-1]
		rest := len(line) == 1 && len(last) > 0 && r.box.midY()-p.rows[i-1].box.midY() < lineStep*min(line[0].size(), last[0].size())
		if numbered || named && (len(line) > 1 || rest) {
			p.end = i + 1
		} else if !named {
			return
		}
	}
}
