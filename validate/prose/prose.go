// Package prose judges the written half of the final accounts (情况说明, 名词解释,
// 绩效自评) against the forms and against itself: each sentence says of a subject its
// measures for a period, and must agree with the form, with the other figures of the
// sentence, and with the other sentences that say the same.
package prose

import (
	"suanqing/validate/bind"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// others judge what else is written, each by itself, such as the tables of 绩效自评.
var others []func(b *bind.Book) ([]report.Rule, []report.Finding)

// Judge judges the written half that stands in the book's document, or in those that
// came beside it, and adds to the outcome. It gives nil where there is no text.
func Judge(b *bind.Book, out *rule.Outcome) *report.Text {
	r := collect(b)
	if len(r.passages) == 0 {
		return nil
	}
	r.place()
	rd := newReader(r)
	rd.read()
	for _, other := range others {
		rules, findings := other(b)
		out.Add(rules, findings, nil)
	}
	if len(rd.mentions) == 0 && len(rd.notes) == 0 {
		return nil
	}
	j := newJudging(rd)
	j.broken = brokenAt(out.Equations)
	j.run()
	rules := make([]report.Rule, 0, len(catalogue))
	for _, c := range catalogue {
		rules = append(rules, *j.outcomes[c.ID])
	}
	out.Add(rules, j.findings, j.evidence())
	return j.text()
}

// text says what was read and checked.
func (j *judging) text() *report.Text {
	t := &report.Text{Document: j.document(), Unchecked: []report.Passage{}}
	for _, m := range j.mentions {
		t.Figures++
		c := j.markAt(m)
		if m.checked {
			t.Checked++
			t.Marks = append(t.Marks, report.TextMark{Sheet: c.Sheet, Cell: c.Cell, At: c.At, Length: len([]rune(c.Words))})
			continue
		}
		words := j.figureAt(m)
		why := m.unsure
		if why == "" {
			why = "没有可以核对的数"
		}
		t.Unchecked = append(t.Unchecked, report.Passage{Document: words.Document, Section: words.Section, Paragraph: words.Paragraph, Words: words.Words,
			Sheet: words.Sheet, Cell: words.Cell, At: words.At, Reason: why})
	}
	return t
}

// markAt is where a figure's own digits stand, with the unit behind them.
func (j *judging) markAt(m *mention) report.Cell {
	at, end := m.passage.from[m.number.at].cell, m.number.end
	for end > m.number.digits && m.passage.from[end-1].cell != at {
		end--
	}
	return j.wordsAt(m.passage, m.number.at, end)
}

// document is the file that the text stands in, the first of several; "" for the book
// itself.
func (j *judging) document() string {
	for _, m := range j.mentions {
		return m.passage.file
	}
	return ""
}
