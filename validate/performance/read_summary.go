package performance

import (
	"strings"
)

// summaryHeader says whether a row heads a summary: 项目名称 is one of several headers.
func (g *grid) summaryHeader(row int) bool {
	name, others := false, 0
	for _, c := range g.row(row) {
		word := label(g.own(row, c.Col))
		switch {
		case isOne(word, nameLabels):
			name = true
		case isOne(word, scoreHeads), isOne(word, gradeHeads), isOne(word, numberHeads), isOne(word, fullHeads), isOne(word, doneHeads), isOne(word, budgetHeads), isOne(word, agencyHeads):
			others++
		}
	}
	return name && others >= 2
}

// agencyHeads head the column of units in a summary.
var agencyHeads = append([]string{"单位名称", "单位", "项目实施单位", "部门(单位)"}, agencyLabels...)

// summary reads the rows of a summary under its header.
func (t *tables) summary(g *grid, header, end int) {
	number, name, agency, budget, full, done, score, grade := -1, -1, -1, -1, -1, -1, -1, -1
	for col := 0; col <= mostColumns; col++ {
		word := label(g.down(header, col))
		for _, one := range []struct {
			at    *int
			heads []string
		}{{&number, numberHeads}, {&name, nameLabels}, {&agency, agencyHeads}, {&budget, budgetHeads}, {&full, fullHeads}, {&done, doneHeads}, {&score, scoreHeads}, {&grade, gradeHeads}} {
			if word != "" && *one.at < 0 && isOne(word, one.heads) {
				*one.at = col
				break
			}
		}
	}
	if score < 0 && grade < 0 {
		return // a list of other things
	}
	unit := g.unitAbove(header)
	if !unit.Known() {
		for _, c := range g.row(header) {
			if u, ok := unitIn(g.own(header, c.Col)); ok {
				unit = u
				break
			}
		}
	}
	t.parts++
	for row := header + 1; row < end && len(t.summaries) < mostSummaries; row++ {
		cells := g.row(row)
		if len(cells) < 2 {
			continue // a line between, or below
		}
		r := &summaryRow{table: t.parts, unit: unit, number: g.figure(row, number), name: g.figure(row, name), agency: g.over(row, agency),
			budget: g.figure(row, budget), full: g.figure(row, full), done: g.figure(row, done), score: g.figure(row, score), grade: g.figure(row, grade)}
		first := g.firstOwn(row)
		switch {
		case isOne(label(first), totalLabels) || isOne(label(normal(r.name.text)), totalLabels), isOne(label(first), sumLabels), isOne(label(normal(r.name.text)), sumLabels):
			r.total = true
		case r.name.text == "" || isName(normal(r.name.text)):
			continue
		}
		r.key = projectKey(r.name.text)
		t.summaries = append(t.summaries, r)
	}
}

// count takes lines that say how many projects a summary has.
func (t *tables) count(g *grid) {
	for i := range g.sheet.Rows {
		row := &g.sheet.Rows[i]
		if i == mostRows || len(row.Cells) != 1 || len(row.Cells[0].Stored) > 120 {
			continue
		}
		f := g.figure(row.Index, row.Cells[0].Col)
		runes := []rune(f.text)
		for k := range runes {
			if runes[k] != '共' && runes[k] != '计' {
				continue
			}
			rest := strings.TrimLeft(string(runes[k+1:]), " 　有:：")
			from := len(runes) - len([]rune(rest))
			n, length := leadingCount([]rune(rest))
			if length > 0 && begins(string([]rune(rest)[length:]), []string{"个项目", "项", "个 项目"}) {
				s := said{figure: f, from: from, to: from + length}
				s.value, s.state = n, number
				t.counts = append(t.counts, s)
				break
			}
		}
	}
}
