package judging

import (
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

// Rules are how all rules came out.
func (j *Text) Rules() []report.Rule {
	all := make([]report.Rule, 0, len(All))
	for _, c := range All {
		all = append(all, *j.Outcomes[c.ID])
	}
	return all
}

// Report says what was read and checked.
func (j *Text) Report() *report.Text {
	t := &report.Text{Document: j.document(), Unchecked: []report.Passage{}}
	for _, m := range j.Mentions {
		t.Figures++
		c := j.markAt(m)
		if m.Checked {
			t.Checked++
			t.Marks = append(t.Marks, report.TextMark{Sheet: c.Sheet, Cell: c.Cell, At: c.At, Length: len([]rune(c.Words))})
			continue
		}
		words := j.figureAt(m)
		why := m.Unsure
		if why == "" {
			why = "没有可以核对的数"
		}
		t.Unchecked = append(t.Unchecked, report.Passage{Document: words.Document, Section: words.Section, Paragraph: words.Paragraph, Words: words.Words,
			Sheet: words.Sheet, Cell: words.Cell, At: words.At, Reason: why})
	}
	return t
}

// markAt is where a figure's own digits stand, with the unit behind them.
func (j *Text) markAt(m *mention.Mention) report.Cell {
	at, end := m.Passage.From[m.Number.At].Cell, m.Number.End
	for end > m.Number.Digits && m.Passage.From[end-1].Cell != at {
		end--
	}
	return j.WordsAt(m.Passage, m.Number.At, end)
}

// document is the file that the text stands in, the first of several; "" for the book
// itself.
func (j *Text) document() string {
	for _, m := range j.Mentions {
		return m.Passage.File
	}
	return ""
}
