package performance

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
)

// what a figure of the text is of.
type measure uint8

const (
	saysFull measure = iota
	saysBudget
	saysDone
	saysRate
	saysScore
	saysGrade
	saysSum
)

// spoken is a figure of the text.
type spoken struct {
	of       measure
	from, to int // of the passage; the unit included
	value    amount.Amount
	places   int32
	unit     amount.Unit
	grade    int
}

// told is what a passage says of one project.
type told struct {
	project *project // nil for one that has no table
	passage *passage.Paragraph
	figures []spoken
	from    int
	renamed bool // known by its figures: the name is another
}

// listen reads what the text says of the projects.
func (c *checking) listen() {
	c.text = passage.Paragraphs(c.book)
	names := c.names()
	for i := range c.text {
		p := &c.text[i]
		if p.Heading || p.Glossary {
			continue
		}
		if len(c.limits) == 0 {
			if c.limits = limitsIn(p.Text); len(c.limits) > 0 {
				c.limitsAt = []report.Cell{p.Cell(0, len(p.Text))}
			}
		}
		c.counts(p)
		if len(c.told) < mostTold && (len(p.Text) < shortName || holds(string(p.Text), telling)) {
			c.projectsIn(p, names)
		}
	}
}

// name is a project by how the text may call it.
type name struct {
	text    []rune
	project *project
}

// names lists the projects that are known by their names alone, longer names first.
func (c *checking) names() (out []name) {
	seen := map[string]int{}
	for _, p := range c.projects {
		seen[p.key]++
	}
	for _, p := range c.projects {
		s := normal(p.name.text)
		if i := strings.IndexByte(s, '-'); i > 0 && strings.Trim(s[:i], "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
			s = s[i+1:]
		}
		if s = strings.TrimSuffix(s, "项目"); seen[p.key] == 1 && len([]rune(s)) >= 3 && !holds(s, unfilledWords) {
			out = append(out, name{[]rune(s), p})
		}
	}
	if len(c.wholes) == 1 {
		for _, s := range wholeSaid {
			out = append(out, name{[]rune(s), c.wholes[0]})
		}
	}
	slices.SortStableFunc(out, func(a, b name) int { return len(b.text) - len(a.text) })
	return out
}

// at is a place of a name in a passage.
type nameAt struct {
	at, end int
	project *project
}

// projectsIn takes a passage apart by the projects that it names.
func (c *checking) projectsIn(p *passage.Paragraph, names []name) {
	s := string(p.Text)
	var found []nameAt
	for _, n := range names {
		word := string(n.text)
		for from := 0; len(found) < 200; {
			i := strings.Index(s[from:], word)
			if i < 0 {
				break
			}
			at := len([]rune(s[:from+i]))
			from += i + len(word)
			if !slices.ContainsFunc(found, func(o nameAt) bool { return at >= o.at && at < o.end }) {
				found = append(found, nameAt{at, at + len(n.text), n.project})
			}
		}
	}
	slices.SortFunc(found, func(a, b nameAt) int { return a.at - b.at })
	before := c.carried
	c.carried = carried{}
	for i, n := range found {
		if i == 0 || n.project == c.carried.project {
			c.carried = carried{n.project, len(p.Text) < shortName}
		} else {
			c.carried = carried{}
			break
		}
	}
	if len(found) == 0 && before.project != nil && (before.short || begins(s, goingOn)) {
		found = append(found, nameAt{project: before.project})
		c.carried = carried{before.project, false}
	}
	for i, n := range found {
		if listed(p.Text, n) {
			continue // one of several that something is said of together
		}
		end := len(p.Text)
		if i+1 < len(found) {
			end = found[i+1].at
		}
		if n.project.whole { // what is said of projects is not of the whole
			if k := strings.Index(string(p.Text[n.end:end]), "项目"); k >= 0 {
				end = n.end + len([]rune(string(p.Text[n.end:end])[:k]))
			}
		}
		if t := (told{project: n.project, passage: p, from: n.at, figures: c.figures(p, n.end, end)}); len(t.figures) > 0 {
			c.told = append(c.told, t)
		}
	}
	if len(found) == 0 {
		figures := c.figures(p, 0, len(p.Text))
		full, score := false, false
		for _, f := range figures {
			full, score = full || f.of == saysFull || f.of == saysDone, score || f.of == saysScore
		}
		if full && score {
			same := c.byFigures(figures)
			c.told = append(c.told, told{project: same, passage: p, figures: figures, renamed: same != nil})
		}
	}
}

// carried is the one project that the passage before names.
type carried struct {
	project *project
	short   bool // it says nothing else
}

// shortName is the length of a passage that does no more than name a project.
const shortName = 50

// listed says whether a name stands among several: A、B等 3 个项目.
func listed(text []rune, n nameAt) bool {
	rest := strings.TrimPrefix(string(text[n.end:min(len(text), n.end+4)]), "项目")
	return begins(rest, []string{"等", "、", "和", "及", "与"}) || n.at > 0 && strings.ContainsRune("、和及与", text[n.at-1]) && !numbered(text, n.at)
}

// numbered says whether what stands before a rune numbers the line: 一、
func numbered(text []rune, at int) bool {
	return at <= 4 && strings.Trim(string(text[:at]), "一二三四五六七八九十0123456789、.()") == ""
}

// byFigures is the one project that has the money that a text tells; nil for none.
func (c *checking) byFigures(figures []spoken) (found *project) {
	for _, p := range c.projects {
		f := p.fund()
		if f == nil || !f.full.is() || !f.done.is() || !p.unit.Known() {
			continue
		}
		n := 0
		for _, s := range figures {
			one := &f.full
			if s.of == saysDone {
				one = &f.done
			} else if s.of != saysFull {
				continue
			}
			same, _, _ := c.compare(s.value, s.places, s.unit, p.money(one), p, one)
			if !same {
				n = 0
				break
			}
			n++
		}
		if n < 2 {
			continue
		}
		if found != nil {
			return nil
		}
		found = p
	}
	return found
}

// figures are those of a part of a passage of which it is certain what they are.
func (c *checking) figures(p *passage.Paragraph, from, to int) (out []spoken) {
	text := p.Text[:to]
	for _, n := range numbersIn(text[from:]) {
		n.from, n.to = n.from+from, n.to+from
		if holds(clauseBefore(text, n.from), partly) {
			continue
		}
		sentence := sentenceBefore(text, n.from)
		s := spoken{from: n.from, to: n.to, value: n.value, places: n.places}
		rest := string(text[n.to:min(len(text), n.to+4)])
		before := func(list []string) bool { return wordsBefore(text, n.from, list) != "" }
		switch {
		case strings.HasPrefix(rest, "%"):
			s.of, s.to = saysRate, n.to+1
			if !before(rateSaid) {
				continue
			}
		case strings.HasPrefix(rest, "分") && !strings.HasPrefix(rest, "分值"):
			s.of, s.to = saysScore, n.to+1
			if !before(scoreWords) || holds(clauseBefore(text, n.from), inner) || elsewhere(sentence) {
				continue
			}
		default:
			unit, ok := amount.FindUnit(rest)
			if !ok {
				continue
			}
			s.unit, s.to = unit, n.to+len([]rune(unit.Name))
			switch {
			case before(budgetSaid):
				s.of = saysBudget
			case before(fullSaid):
				s.of = saysFull
			case before(doneSaid):
				s.of = saysDone
			case before(sumSaid):
				s.of = saysSum
			default:
				continue
			}
		}
		out = append(out, s)
	}
	for i := from; i < to; i++ {
		if g, length := gradeAt(text, i); g >= 0 && wordsBefore(text, i, gradeSaid) != "" && !listsGrades(text, i+length) && !elsewhere(sentenceBefore(text, i)) && !holds(clauseBefore(text, i), inner) {
			out = append(out, spoken{of: saysGrade, from: i, to: i + length, grade: g})
			i += length - 1
		}
	}
	return out
}

// clauseBefore is what a sentence says up to a rune.
func clauseBefore(text []rune, at int) string {
	from := at
	for from > 0 && at-from < 60 && text[from-1] != '。' && text[from-1] != ';' && text[from-1] != ',' {
		from--
	}
	return string(text[from:at])
}

// sentenceBefore is what a sentence says up to a rune, all of its clauses.
func sentenceBefore(text []rune, at int) string {
	from := at
	for from > 0 && at-from < 200 && text[from-1] != '。' {
		from--
	}
	return string(text[from:at])
}

// elsewhere says whether a sentence is about another evaluation than that of the table.
func elsewhere(sentence string) bool {
	return holds(sentence, others) && !strings.Contains(sentence, "自评")
}

// gradeAt is the word for a grade that begins at a rune; −1 for none.
func gradeAt(text []rune, at int) (grade, length int) {
	rest := string(text[at:min(len(text), at+3)])
	for i, names := range grades {
		for _, n := range names {
			if strings.HasPrefix(rest, n) {
				return i, len([]rune(n))
			}
		}
	}
	return -1, 0
}

// listsGrades says whether grades are listed and not given: 等级为优、良、中.
func listsGrades(text []rune, at int) bool {
	return at < len(text) && strings.ContainsRune("、/", text[at])
}
