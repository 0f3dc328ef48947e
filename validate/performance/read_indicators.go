package performance

import (
	"slices"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

func normal(s string) string { return form.Normalize(s) }

// indicatorColumns are where the columns of the indicators stand; −1 for none.
type indicatorColumns struct {
	first, second, third, nature, target, adjusted, unit, actual, weight, score, reason int
}

var noColumns = indicatorColumns{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}

// isIndicatorHeader says whether a row heads the indicators.
func (g *grid) isIndicatorHeader(row int) bool {
	found := 0
	for _, c := range g.row(row) {
		switch word := label(g.own(row, c.Col)); {
		case isOne(word, firstHeads), isOne(word, secondHeads), isOne(word, thirdHeads), isOne(word, targetHeads), isOne(word, actualHeads):
			found++
		}
	}
	return found >= 2
}

// indicatorHeader finds the columns in a row of headers, those merged over it with them.
func (g *grid) indicatorHeader(row int) indicatorColumns {
	c := noColumns
	for col := 0; col <= mostColumns; col++ {
		full := g.down(row, col)
		word := label(full)
		if word == "" {
			continue
		}
		for _, one := range []struct {
			at    *int
			heads []string
		}{{&c.first, firstHeads}, {&c.second, secondHeads}, {&c.third, thirdHeads}, {&c.nature, natureHeads}, {&c.target, targetHeads}, {&c.adjusted, adjustHeads},
			{&c.unit, unitHeads}, {&c.actual, actualHeads}, {&c.weight, weightHeads}, {&c.score, scoreHeads}} {
			if *one.at < 0 && isOne(word, one.heads) {
				*one.at = col
				break
			}
		}
		if c.reason < 0 && holds(full, reasonWords) {
			c.reason = col
		}
	}
	return c
}

// indicators reads the rows below their header, and gives the last of them.
func (g *grid) indicators(p *project, header, to int) int {
	if header < to && g.isStacked(header) {
		header++
	}
	p.columns = g.indicatorHeader(header)
	return g.indicatorRows(p, header+1, to)
}

// isStacked says whether the row below heads the indicators as well: 指标值 over 性质, 值
// and 单位; or 绩效指标 over the 一级, 二级 and 三级.
func (g *grid) isStacked(header int) bool {
	heads := 0
	for _, c := range g.row(header + 1) {
		word := label(g.own(header+1, c.Col))
		for _, list := range [][]string{firstHeads, secondHeads, thirdHeads, natureHeads, targetHeads, unitHeads, actualHeads, weightHeads, scoreHeads} {
			if isOne(word, list) {
				heads++
				break
			}
		}
	}
	return heads >= 2
}

// indicatorRows reads rows of indicators up to the total.
func (g *grid) indicatorRows(p *project, from, to int) int {
	c := p.columns
	p.hasScore = p.hasScore || c.score >= 0
	group := ""
	if n := len(p.groups); n > 0 { // it goes on from the page before
		group = p.groups[n-1].text
	}
	for row := from; row <= to; row++ {
		if len(g.row(row)) == 0 {
			continue
		}
		if g.totalRow(p, row) {
			return row
		}
		if g.isIndicatorHeader(row) { // once more, on the next page
			if g.isStacked(row) {
				row++
			}
			continue
		}
		by := g.shifted(p.columns, row)
		p.ragged = p.ragged || by != 0
		c := p.columns.moved(by)
		x := indicator{first: g.over(row, c.first), second: g.over(row, c.second), third: g.over(row, c.third), nature: g.over(row, c.nature),
			target: g.over(row, c.target), unit: g.over(row, c.unit), actual: g.over(row, c.actual), weight: g.figure(row, c.weight),
			score: g.figure(row, c.score), reason: g.over(row, c.reason)}
		if f := g.over(row, c.adjusted); f.there && (f.state == words || f.state == number) {
			x.target = f
		}
		x.hasReason, x.hasTarget, x.hasActual = c.reason >= 0, x.target.there, c.actual >= 0
		if x.third.text == "" && x.target.text == "" && x.weight.text == "" && x.score.text == "" && x.second.text == "" && x.first.text == "" {
			continue
		}
		if isOne(label(g.firstOwn(row)), sumLabels) || isOne(label(normal(x.third.text)), sumLabels) || isOne(label(normal(x.second.text)), sumLabels) {
			continue // of the rows above
		}
		if begins(g.firstOwn(row), belowNotes) || len(p.indicators) >= mostIndicators {
			return row - 1
		}
		if c.first >= 0 && !g.covered(row, c.first) && x.first.text != "" && x.first.text != group {
			group = x.first.text
			p.groups = append(p.groups, x.first)
		}
		if x.first.text == "" && len(p.groups) > 0 {
			x.first = p.groups[len(p.groups)-1]
		}
		x.group = len(p.groups) - 1
		x.isCost = holds(normal(x.first.text)+normal(x.second.text), costWords)
		x.execution = isOne(label(normal(x.first.text)), executionWords) || isOne(label(normal(x.third.text)), executionWords) && isOne(label(normal(x.second.text)), executionWords)
		p.indicators = append(p.indicators, x)
	}
	return to
}

// shifted is by how many columns a row of a table without merges stands beside its headers:
// text that was copied loses the empty cells of merged ones. 0 where that is not certain.
func (g *grid) shifted(c indicatorColumns, row int) int {
	if g.merges() || c.weight < 2 || c.score < 2 || c.target < 2 {
		return 0
	}
	fits := func(by int) bool {
		weight, score := g.figure(row, c.weight+by), g.figure(row, c.score+by)
		return weight.is() && score.is() && (by == 0 || !weight.percent) // a percent is what was reached
	}
	if fits(0) {
		return 0
	}
	here := aimOf(g.own(row, c.target)) // with a sign it may be where it should
	for _, by := range []int{-1, 1, -2} {
		s := g.own(row, c.target+by)
		if there := aimOf(s); fits(by) && (there.number || strings.HasPrefix(s, leads[0]) || here.sign == "" && !here.isRange) {
			return by
		}
	}
	return 0
}

// merges says whether cells of the table are merged; a line alone in its row, as its title,
// is laid over all columns by the readers of texts.
func (g *grid) merges() bool {
	return slices.ContainsFunc(g.sheet.Merges, func(m document.Range) bool { return m.Row0 < m.Row1 || len(g.row(m.Row0)) > 1 })
}

// moved are the columns beside themselves.
func (c indicatorColumns) moved(by int) indicatorColumns {
	if by == 0 {
		return c
	}
	for _, col := range []*int{&c.first, &c.second, &c.third, &c.nature, &c.target, &c.adjusted, &c.unit, &c.actual, &c.weight, &c.score, &c.reason} {
		if *col >= 0 {
			*col = max(*col+by, -1)
		}
	}
	return c
}

// totalRow takes the row of the total, if it is that.
func (g *grid) totalRow(p *project, row int) bool {
	cells := g.row(row)
	at := -1
	for i := range cells {
		if word := g.own(row, cells[i].Col); word != "" {
			if isOne(label(word), totalLabels) {
				at = i
			} else if before, rest, ok := strings.Cut(word, ":"); ok && isOne(before, totalLabels) { // in one cell
				f := g.figure(row, cells[i].Col)
				f.text, f.state = rest, blank
				if f.read(); f.is() {
					p.ended, p.totalLabel, p.total = true, f, f
					return true
				}
			}
			break
		}
	}
	if at < 0 {
		return false
	}
	p.ended = true
	p.totalLabel = g.figure(row, cells[at].Col)
	var numbers []figure
	for _, c := range cells[at+1:] {
		f := g.figure(row, c.Col)
		switch {
		case isOne(label(normal(f.text)), gradeHeads):
			g.gradeBeside(p, row, c.Col)
		case gradeOf(f.text) >= 0 && !p.grade.there:
			p.grade = f
		case f.state == number:
			numbers = append(numbers, f)
		}
	}
	above := p.total
	p.total = figure{}
	for _, f := range numbers {
		switch f.at.Col {
		case p.columns.weight:
			p.totalWeight = f
		case p.columns.score:
			p.total = f
		}
	}
	if !p.total.there && len(numbers) > 0 && (numbers[len(numbers)-1].at.Col != p.columns.weight) {
		p.total = numbers[len(numbers)-1]
	}
	if !p.total.there && above.is() {
		p.total = above // it stands above the table
	}
	if !p.total.there { // it was not filled in: where it would stand
		col := g.after(row, cells[at].Col)
		if p.columns.score >= g.after(row, col) {
			col = p.columns.score
		}
		p.total = g.figure(row, col)
	}
	return true
}

// continued reads a table that goes on from the sheet before: indicators without a name.
func (t *tables) continued(g *grid, before int) {
	p := t.latest
	if p == nil || p.ended || g.index > p.sheet+2 {
		return
	}
	marked := false
	for row := 0; row < before && row <= g.last; row++ {
		cells := g.row(row)
		switch {
		case len(cells) == 0:
		case g.isIndicatorHeader(row):
			last := g.indicators(p, row, before-1)
			for row = last + 1; row < before && row <= g.last; row++ {
				if len(g.row(row)) > 0 {
					g.below(p, row)
				}
			}
			p.sheet = g.index
			return
		case len(cells) == 1 && holds(g.firstOwn(row), continuing):
			marked = true
		case p.columns != noColumns && len(cells) > 2 && (marked || g.goesOn(p, row)):
			g.indicatorRows(p, row, before-1)
			p.sheet = g.index
			return
		}
	}
}

// goesOn says whether a row without a header is one of the indicators of a table that has
// not ended: it has points and a score where they stand there.
func (g *grid) goesOn(p *project, row int) bool {
	weight, score := g.figure(row, p.columns.weight), g.figure(row, p.columns.score)
	return g.index <= p.sheet+1 && p.columns.weight > 0 && weight.is() && score.is()
}

// name is how an indicator is called.
func (x *indicator) name() string {
	for _, f := range []*figure{&x.third, &x.second, &x.first} {
		if s := strings.TrimSpace(strings.ReplaceAll(f.text, "\n", "")); s != "" {
			return s
		}
	}
	return ""
}
