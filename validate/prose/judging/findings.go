package judging

import (
	"strconv"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/internal/sha256"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Caps on what is told.
const (
	MostFindings = 500
	MostCells    = 60
)

// Cell is a mention as a place of words.
func (j *Text) Cell(m *mention.Mention, side report.Side) report.Cell {
	c := j.figureAt(m)
	c.Side = side
	if m.Subject != nil && m.Column != "" {
		c.Label = m.Subject.Label() + " " + m.Against() + m.ColumnWord()
	}
	if c.Value = amount.Plain(m.Figure.Value); m.Number.Kind == scan.Count {
		c.Value = strconv.FormatInt(m.Figure.Value.Whole(), 10)
	}
	return c
}

// figureAt is the words of a figure, in the cell where its digits stand.
func (j *Text) figureAt(m *mention.Mention) report.Cell {
	p := m.Passage
	at, end := p.From[m.Number.At].Cell, m.Number.End
	for end > m.Number.Digits && p.From[end-1].Cell != at {
		end--
	}
	return j.WordsAt(p, m.Lead, end)
}

func rank(s report.Severity) int {
	switch s {
	case report.Error:
		return 0
	case report.Warning:
		return 1
	case report.Tail:
		return 2
	}
	return 3
}

// Add takes a finding about mentions.
func (j *Text) Add(f report.Finding, about []*mention.Mention) int {
	f.Fingerprint = fingerprint(&f)
	j.Findings = append(j.Findings, f)
	for _, n := range about {
		if n.Finding == 0 && !j.Sound(n) {
			n.Finding = len(j.Findings)
		}
	}
	return len(j.Findings) - 1
}

// Attach adds the places of an equation to a finding that explains it.
func (j *Text) Attach(at int, o *Operands) {
	if at < 0 || at >= len(j.Findings) {
		return
	}
	f := &j.Findings[at]
	for _, n := range o.Mentions {
		c := j.Cell(n, "")
		known := false
		for i := range f.Cells {
			known = known || f.Cells[i].Words != "" && f.Cells[i].Sheet == c.Sheet && f.Cells[i].Cell == c.Cell && f.Cells[i].At == c.At && f.Cells[i].Words == c.Words
		}
		if !known && len(f.Cells) < MostCells {
			f.Cells = append(f.Cells, c)
		}
		if n.Finding == 0 && !j.Sound(n) {
			n.Finding = at + 1
		}
	}
	f.Fingerprint = fingerprint(f)
}

// FormCell is a cell of a form in a finding.
func (j *Text) FormCell(f *bind.Figure) report.Cell {
	c := rule.CellOf(j.Book, f)
	c.Side = report.Right
	return c
}

// fingerprint stands for a rule and the figures it found.
func fingerprint(f *report.Finding) string {
	text := []byte(f.Rule + "\n" + string(f.Severity) + "\n" + f.Left + "\n" + f.Right)
	for _, c := range f.Cells {
		text = append(text, "\n"+c.Form+"|"+c.Row+"|"+c.Column+"|"+c.Label+"|"+c.Value+"|"+c.Words...)
	}
	return sha256.Hex(text)[:16]
}
