package performance

import (
	"strings"
)

// fundColumns are where the columns of money stand; −1 for none.
type fundColumns struct {
	budget, full, done, weight, rate, score int
	first                                   int // the leftmost one of money
}

func (c fundColumns) ok() bool {
	n := 0
	for _, col := range []int{c.budget, c.full, c.done} {
		if col >= 0 {
			n++
		}
	}
	return n >= 2
}

// fundHeader finds the columns of money in a row of headers.
func (g *grid) fundHeader(row int) fundColumns {
	c := fundColumns{-1, -1, -1, -1, -1, -1, -1}
	for col := 0; col <= mostColumns; col++ {
		word := label(g.down(row, col))
		if word == "" {
			continue
		}
		for _, one := range []struct {
			at    *int
			heads []string
		}{{&c.budget, budgetHeads}, {&c.full, fullHeads}, {&c.done, doneHeads}, {&c.weight, weightHeads}, {&c.rate, rateHeads}, {&c.score, scoreHeads}} {
			if *one.at < 0 && isOne(word, one.heads) {
				*one.at = col
				if one.at != &c.weight && one.at != &c.rate && one.at != &c.score && c.first < 0 {
					c.first = col
				}
				break
			}
		}
	}
	return c
}

// funds reads the rows of money below their header, and gives the last of them.
func (g *grid) funds(p *project, header, to int) int {
	c := g.fundHeader(header)
	if c.rate >= 0 {
		p.bareRate = strings.Contains(g.down(header, c.rate), "%")
	}
	if !p.unit.Known() {
		for _, cell := range g.row(header) {
			if u, ok := unitIn(g.own(header, cell.Col)); ok {
				p.unit = u
				break
			}
		}
	}
	last := header
	for row := header + 1; row <= to && len(p.funds) < mostFunds; row++ {
		if len(g.row(row)) == 0 {
			continue
		}
		name := figure{}
		for _, cell := range g.row(row) {
			if cell.Col < c.first {
				if f := g.figure(row, cell.Col); f.text != "" {
					name = f
				}
			}
		}
		word := strings.TrimRight(normal(name.text), ":")
		if word == "" && g.covered(row, max(0, c.first-1)) {
			continue
		}
		if g.isIndicatorHeader(row) || g.isGoal(row) || !holds(word, fundWords) || len(word) > 90 {
			break
		}
		f := fund{name: name, budget: g.figure(row, c.budget), full: g.figure(row, c.full), done: g.figure(row, c.done),
			weight: g.figure(row, c.weight), rate: g.figure(row, c.rate), score: g.figure(row, c.score)}
		if !f.full.there {
			f.full, f.budget = f.budget, figure{}
		}
		if u, ok := unitIn(normal(name.text)); ok && !p.unit.Known() {
			p.unit = u
		}
		f.level, f.doubt = p.levelOf(word)
		p.funds = append(p.funds, f)
		last = row
	}
	if len(p.funds) > 0 && p.fund() == nil {
		p.funds[0].level = 0
	}
	return last
}

func (g *grid) isGoal(row int) bool {
	for _, c := range g.row(row) {
		if isOne(label(g.own(row, c.Col)), goalWords) {
			return true
		}
	}
	return false
}

// levelOf is the level of a row of money by its name and those above it.
func (p *project) levelOf(word string) (level int, doubt bool) {
	bare, numbered := word, false
	for len(bare) > 0 && (strings.ContainsAny(bare[:1], "0123456789.()") || strings.HasPrefix(bare, "、")) {
		bare, numbered = strings.TrimPrefix(strings.TrimLeft(bare, "0123456789.()"), "、"), true
	}
	if len(p.funds) == 0 || p.fund() == nil {
		if isOne(label(bare), fundTotals) || len(p.funds) == 0 {
			return 0, false
		}
	}
	inner := strings.HasPrefix(bare, "其中:") && len(p.funds) > 1
	bare = strings.TrimPrefix(bare, "其中:")
	parent := false
	for i := range p.funds {
		f := &p.funds[i]
		parent = parent || f.level == 1 && holds(normal(f.name.text), fundParents)
	}
	switch {
	case len(p.funds) < 2:
		return 1, false
	case numbered && !p.numberedParts():
		return 2, true
	case inner:
		return 2, true
	case parent && begins(bare, fundWithin):
		return 2, true
	}
	return 1, false
}

// numberedParts says whether the first part is numbered, so that all parts are.
func (p *project) numberedParts() bool {
	for i := range p.funds {
		if f := &p.funds[i]; f.level == 1 {
			return strings.ContainsAny(normal(f.name.text)[:1], "0123456789(")
		}
	}
	return false
}
