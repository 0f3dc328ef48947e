package performance

import (
	"slices"
	"strings"
)

// The table of a whole department (部门整体支出绩效自评表) is one of a project, but for its
// name, which is the department's, and its money, which is parted by fund and by kind: one
// below the other, or side by side.

// startsWhole says whether the table of a whole department begins in a row that names the
// department: a title above says so, and no project is named before its indicators.
func (g *grid) startsWhole(row int) bool {
	titled := holds(g.sheet.Name, wholeWords)
	for above := row - 1; above >= max(0, row-8) && !titled; above-- {
		for _, c := range g.row(above) {
			word := g.own(above, c.Col)
			if isName(word) || isOne(label(word), wholeLabels) {
				above = 0 // of another table
				break
			}
			titled = titled || holds(word, wholeWords) && len(word) <= longestTitle
		}
	}
	if !titled {
		return false
	}
	for below := row; below <= min(g.last, row+60); below++ {
		for _, c := range g.row(below) {
			if word := g.own(below, c.Col); isName(word) || below > row && isOne(label(word), wholeLabels) {
				return false
			}
		}
		if g.isIndicatorHeader(below) {
			return true
		}
	}
	return false
}

// longestTitle is the length of a title, in bytes.
const longestTitle = 150

// fundBlocks are the columns of money in a row of headers, those side by side apart.
func (g *grid) fundBlocks(row int) (blocks []fundColumns) {
	none := fundColumns{-1, -1, -1, -1, -1, -1, -1}
	c := none
	for col := 0; col <= mostColumns; col++ {
		word := label(g.down(row, col))
		if word == "" {
			continue
		}
		for _, one := range []struct {
			at    *int
			heads []string
		}{{&c.budget, budgetHeads}, {&c.full, fullHeads}, {&c.done, doneHeads}, {&c.weight, weightHeads}, {&c.rate, rateHeads}, {&c.score, scoreHeads}} {
			if !isOne(word, one.heads) {
				continue
			}
			if *one.at >= 0 && c.ok() && !g.covered(row, col) {
				blocks, c = append(blocks, c), none
			}
			if *one.at < 0 {
				*one.at = col
			}
			break
		}
	}
	if c.ok() {
		blocks = append(blocks, c)
	}
	for i := range blocks {
		b := &blocks[i]
		b.first = mostColumns + 1
		for _, col := range []int{b.budget, b.full, b.done} {
			if col >= 0 {
				b.first = min(b.first, col)
			}
		}
	}
	return blocks
}

// divisions reads the rows of money of a whole department, and gives the last of them.
func (g *grid) divisions(p *project, header, to int) int {
	blocks := g.fundBlocks(header)
	p.bareRate = blocks[0].rate >= 0 && strings.Contains(g.down(header, blocks[0].rate), "%")
	for _, cell := range g.row(header) {
		if u, ok := unitIn(g.own(header, cell.Col)); ok && !p.unit.Known() {
			p.unit = u
		}
	}
	last, byBlock := header, make([][]fund, len(blocks))
	for row := header + 1; row <= to && len(byBlock[0]) < mostFunds; row++ {
		if len(g.row(row)) == 0 {
			continue
		}
		if g.isIndicatorHeader(row) || g.isGoal(row) {
			break
		}
		if g.executionRow(row) {
			last = row
			continue
		}
		read := false
		for i, c := range blocks {
			left := 0
			if i > 0 {
				left = max(blocks[i-1].budget, blocks[i-1].full, blocks[i-1].done) + 1
			}
			f, ok := g.divided(c, row, left)
			if !ok {
				continue
			}
			read = true
			if byBlock[i] = append(byBlock[i], f); !p.unit.Known() {
				p.unit, _ = unitIn(normal(f.name.text))
			}
		}
		if !read {
			break
		}
		last = row
	}
	for i, rows := range byBlock {
		p.level(rows, i)
	}
	g.executed(p, header+1, last)
	return last
}

// divided is a row of money; ok is false where a row is none.
func (g *grid) divided(c fundColumns, row, left int) (f fund, ok bool) {
	for _, cell := range g.row(row) {
		if cell.Col >= left && cell.Col < c.first {
			if one := g.figure(row, cell.Col); one.text != "" && one.state == words {
				f.name = one
			}
		}
	}
	f.budget, f.full, f.done = g.figure(row, c.budget), g.figure(row, c.full), g.figure(row, c.done)
	f.weight, f.rate, f.score = g.figure(row, c.weight), g.figure(row, c.rate), g.figure(row, c.score)
	if !f.full.there {
		f.full, f.budget = f.budget, figure{}
	}
	word := normal(f.name.text)
	money := f.full.is() || f.done.is()
	if word == "" || len(word) > longestWord || !money && (f.full.state == words || f.done.state == words) {
		return f, false
	}
	bare := divisionName(word)
	known := holds(bare, fundWords) || isOne(bare, kindNames) || holds(bare, taskWords)
	f.strange = !known
	return f, known || money
}

// divisionName is a row of money without what numbers it and what it is parted by.
func divisionName(word string) string {
	for _, sep := range []string{"分:", "划分:", "其中:"} {
		if i := strings.LastIndex(word, sep); i >= 0 {
			word = word[i+len(sep):]
		}
	}
	return strings.TrimLeft(label(word), "0123456789.、")
}

// level gives rows of money their levels and their division: what stands below the total
// is parted by fund and then by kind.
func (p *project) level(rows []fund, block int) {
	whole := slices.IndexFunc(rows, func(f fund) bool { return isOne(divisionName(normal(f.name.text)), fundTotals) })
	if whole < 0 {
		return
	}
	rows[0], rows[whole] = rows[whole], rows[0]
	if whole > 0 { // the total stands below its parts
		slices.SortStableFunc(rows[1:], func(a, b fund) int { return a.name.at.Row - b.name.at.Row })
	}
	parent := ""
	for i := range rows {
		f := &rows[i]
		f.division = 2*block + 1
		if i == 0 {
			f.level, f.division = 0, 2*block
			continue
		}
		name := divisionName(normal(f.name.text))
		switch kind := isOne(name, kindNames); {
		case kind && isOne(name, kindParts) && parent == "基本支出", holds(name, taskWords) && parent == "项目支出":
			f.level, f.division = 2, rows[i-1].division
			continue
		case kind:
			f.level, f.division = 1, 2*block+2
		case f.strange, strings.HasPrefix(normal(f.name.text), "其中:") && parent != "":
			f.level, f.division, f.doubt = rows[i-1].level, rows[i-1].division, true
			if rows[i-1].level == 0 {
				f.level, f.division = 1, 2*block+1
			}
			continue
		default:
			f.level = 1
		}
		parent = name
	}
	p.funds = append(p.funds, rows...)
}

// executionRow says whether a row says the rate of execution, its points and its score
// behind labels.
func (g *grid) executionRow(row int) bool {
	for _, c := range g.row(row) {
		if isOne(label(g.own(row, c.Col)), rateHeads) {
			return true
		}
	}
	return false
}

// executed takes what rows of labels say of execution, where the row of all money does not.
func (g *grid) executed(p *project, from, to int) {
	f := p.fund()
	if f == nil || f.rate.there {
		return
	}
	for row := from; row <= to; row++ {
		if g.executionRow(row) {
			f.rate, f.weight, f.score = g.valueOf(row, rateHeads), g.valueOf(row, weightHeads), g.valueOf(row, scoreHeads)
			return
		}
	}
}
