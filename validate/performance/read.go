package performance

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
)

// find reads the performance tables and the summaries of a book and of what came beside it.
func find(b *bind.Book) *tables {
	t := &tables{}
	forms := map[int]bool{}
	b.Each(func(f *bind.Table) { forms[f.Sheet] = true })
	for i, s := range b.Document.Sheets {
		if s.Hidden || !bind.IsPerformance(s) && (t.latest == nil || forms[i]) {
			continue
		}
		t.cut = t.cut || len(s.Rows) > mostRows
		if t.rowsRead += min(len(s.Rows), mostRows); t.rowsRead > mostInAll {
			t.cut = true
			break
		}
		t.sheet(newGrid(b, i))
	}
	t.settle()
	return t
}

// sheet reads the tables of a sheet: each goes from its 项目名称 to the next.
func (t *tables) sheet(g *grid) {
	g.merge()
	var starts []int
	summary := -1
	for i := range g.sheet.Rows {
		if i == mostRows {
			break
		}
		row := &g.sheet.Rows[i]
		for _, cell := range g.row(row.Index) {
			word := g.own(row.Index, cell.Col)
			if isOne(label(word), wholeLabels) && g.startsWhole(row.Index) {
				starts = append(starts, row.Index)
				break
			}
			if !isName(word) {
				continue
			}
			if g.summaryHeader(row.Index) {
				if summary < 0 {
					summary = row.Index
				}
			} else {
				starts = append(starts, row.Index)
			}
			break
		}
	}
	first := g.last + 1
	if len(starts) > 0 {
		first = starts[0]
	}
	if summary >= 0 {
		end := first
		for _, s := range starts {
			if s > summary {
				end = s
				break
			}
			end = g.last + 1
		}
		t.summary(g, summary, end)
		if summary < first {
			first = min(first, end)
		}
	}
	t.count(g)
	if summary < 0 || len(starts) > 0 && starts[0] > summary {
		t.continued(g, first)
	}
	for i, from := range starts {
		to := g.last
		if i+1 < len(starts) {
			to = starts[i+1] - 1
		}
		if len(t.projects)+len(t.wholes) >= mostProjects {
			t.cut = true
			return
		}
		if p := g.project(from, to); p != nil {
			if t.latest = p; p.whole {
				t.wholes = append(t.wholes, p)
			} else {
				t.projects = append(t.projects, p)
			}
		}
	}
}

// isName says whether a cell is the label of a project's name, or begins with it.
func isName(word string) bool {
	before, _, colon := strings.Cut(word, ":")
	return isOne(strings.TrimRight(word, ":*"), nameLabels) || colon && isOne(before, nameLabels)
}

// project reads the table in the rows from one to another; nil where it is none that
// says what was reached.
func (g *grid) project(from, to int) *project {
	p := &project{sheet: g.index, columns: noColumns}
	if p.name = g.valueOf(from, nameLabels); !p.name.there {
		p.whole, p.name = true, g.valueOf(from, wholeLabels)
	}
	p.key = projectKey(p.name.text)
	p.unit = g.unitAbove(from)
	for row := from; row <= min(to, from+6); row++ {
		if f := g.valueOf(row, departmentLabels); f.there && !p.department.there {
			p.department = f
		}
		if f := g.valueOf(row, agencyLabels); f.there && !p.agency.there {
			p.agency = f
		}
	}
	funds, indicators := false, false
	for row := from + 1; row <= to; row++ {
		if len(g.row(row)) == 0 {
			continue
		}
		switch {
		case !funds && !indicators && g.fundHeader(row).ok():
			if p.whole {
				row = g.divisions(p, row, to)
			} else {
				row = g.funds(p, row, to)
			}
			funds = true
		case !indicators && g.isIndicatorHeader(row):
			indicators = true
			row = g.indicators(p, row, to)
		case p.ended && indicators:
			g.below(p, row)
		default:
			g.above(p, row, indicators)
		}
	}
	if len(p.indicators) == 0 && !p.hasDone() || len(p.indicators) > 0 && p.columns.score < 0 && p.columns.actual < 0 {
		return nil
	}
	return p
}

func (p *project) hasDone() bool {
	return slices.ContainsFunc(p.funds, func(f fund) bool { return f.done.there })
}

// valueOf is the cell that a label of a row names: behind it, or in it after a colon.
func (g *grid) valueOf(row int, labels []string) figure {
	for _, c := range g.row(row) {
		word := g.own(row, c.Col)
		if isOne(label(word), labels) || isOne(strings.TrimRight(word, ":"), labels) {
			return g.behind(row, c.Col)
		}
		if before, rest, ok := strings.Cut(word, ":"); ok && rest != "" && isOne(before, labels) {
			f := g.figure(row, c.Col)
			f.text, f.state = rest, words
			return f
		}
	}
	return figure{}
}

// behind is the cell behind a label; where that is blank, the next one that is not.
func (g *grid) behind(row, col int) figure {
	next := g.figure(row, g.after(row, col))
	if next.state != blank {
		return next
	}
	for _, c := range g.row(row) {
		if c.Col <= col {
			continue
		}
		f := g.figure(row, c.Col)
		switch word := label(normal(f.text)); {
		case word == "":
			continue
		case isOne(word, nameLabels), isOne(word, departmentLabels), isOne(word, agencyLabels), isOne(word, gradeHeads), isOne(word, numberHeads), strings.HasSuffix(word, "编码"), strings.HasSuffix(word, "类型"):
			return next
		}
		return f
	}
	return next
}

// unitAbove is the unit that a line above a table states.
func (g *grid) unitAbove(from int) amount.Unit {
	for row := from; row >= max(0, from-8); row-- {
		for _, c := range g.row(row) {
			word := g.own(row, c.Col)
			if _, rest, ok := strings.Cut(word, "单位:"); ok {
				if u, ok := amount.FindUnit(rest); ok {
					return u
				}
			}
			if row < from && isName(word) {
				return amount.Unit{}
			}
		}
	}
	return amount.Unit{}
}

// unitIn is the unit that a header says in brackets.
func unitIn(word string) (amount.Unit, bool) {
	for rest := word; ; {
		_, after, ok := strings.Cut(rest, "(")
		if !ok {
			return amount.Unit{}, false
		}
		after = strings.TrimPrefix(after, "单位:")
		if u, ok := amount.FindUnit(after); ok {
			return u, true
		}
		rest = after
	}
}

// above reads rows that stand outside of money and indicators: a total that stands above
// them, the grade beside it, and what is said of goals.
func (g *grid) above(p *project, row int, indicators bool) {
	cells := g.row(row)
	for i := range cells {
		col := cells[i].Col
		word := label(g.own(row, col))
		switch {
		case isOne(word, aboveLabels) && !indicators && !p.totalLabel.there:
			value := g.figure(row, g.after(row, col))
			if value.state == number || value.state == blank {
				p.totalLabel, p.total = g.figure(row, col), value
			}
		case isOne(word, gradeHeads):
			g.gradeBeside(p, row, col)
		}
	}
	if begins(g.firstOwn(row), belowNotes) {
		return
	}
	for i := range cells {
		if f := g.figure(row, cells[i].Col); f.state == words && len(p.prose) < 100 && !isOne(label(normal(f.text)), goalWords) {
			p.prose = append(p.prose, f)
		}
	}
}

func (g *grid) firstOwn(row int) string {
	for _, c := range g.row(row) {
		if word := g.own(row, c.Col); word != "" {
			return word
		}
	}
	return ""
}

// gradeBeside takes the grade that stands behind its label.
func (g *grid) gradeBeside(p *project, row, col int) {
	if f := g.figure(row, g.after(row, col)); gradeOf(f.text) >= 0 && !p.grade.there {
		p.grade = f
	}
}

// gradeOf is a grade by its word, 0 for the best; −1 for none.
func gradeOf(text string) int {
	s := strings.Trim(form.Normalize(text), "。()")
	for i, names := range grades {
		if isOne(s, names) {
			return i
		}
	}
	return -1
}

// below reads what stands under the total: conclusions that say the score again.
func (g *grid) below(p *project, row int) {
	cells := g.row(row)
	if begins(g.firstOwn(row), belowNotes) {
		return
	}
	for i := range cells {
		col := cells[i].Col
		f := g.figure(row, col)
		if f.state != words || len(p.prose) >= 100 {
			continue
		}
		if isOne(label(g.own(row, col)), gradeHeads) {
			g.gradeBeside(p, row, col)
		}
		if i == 0 {
			continue // the label
		}
		p.prose = append(p.prose, f)
		p.concluded = append(p.concluded, scoresIn(f)...)
	}
}
