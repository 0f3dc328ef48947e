package performance

import (
	"slices"
	"strings"

	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// spot is where the last of some words of the text stands.
type spot struct {
	sheet, cell string
	end         int
}

func spotOf(c *report.Cell) spot { return spot{c.Sheet, c.Cell, c.At + len([]rune(c.Words))} }

// reconcile has each wrong figure of the text told once. Where the judge of the text told
// of the same words, its finding takes in the places of the tables; where it told of
// figures that do not fit one that is wrong by the tables, that one alone is told.
func (c *checking) reconcile(out *rule.Outcome) {
	kept := c.findings[:0]
	for _, f := range c.findings {
		if !strings.HasPrefix(f.Rule, "performance.text-") || len(f.Cells) == 0 || f.Severity != report.Error {
			kept = append(kept, f)
			continue
		}
		at, same := spotOf(&f.Cells[0]), -1
		for i := len(out.Findings) - 1; i >= 0; i-- {
			o := &out.Findings[i]
			if !strings.HasPrefix(o.Rule, "text.") || len(o.Cells) == 0 || o.Cells[0].Words == "" {
				continue
			}
			switch {
			case spotOf(&o.Cells[0]) == at:
				same = i
			case f.Rule == "performance.text-amount" && follows(o, at):
				drop(out, i)
				if same > i {
					same--
				}
			}
		}
		if same < 0 {
			kept = append(kept, f)
			continue
		}
		o := &out.Findings[same]
		for _, cell := range f.Cells[1:] {
			if len(o.Cells) < mostCells {
				o.Cells = append(o.Cells, cell)
			}
		}
	}
	c.findings = kept
}

// follows says whether a finding is about a percent or a sum that a figure is an operand of.
func follows(o *report.Finding, at spot) bool {
	if o.Rule != "text.completion" && o.Rule != "text.sum" {
		return false
	}
	return slices.ContainsFunc(o.Cells, func(cell report.Cell) bool { return cell.Words != "" && spotOf(&cell) == at })
}

// drop takes a finding out of an outcome; a rule without another one holds.
func drop(out *rule.Outcome, at int) {
	id := out.Findings[at].Rule
	out.Findings = slices.Delete(out.Findings, at, at+1)
	for i := range out.Equations {
		switch e := &out.Equations[i]; {
		case e.Finding == at:
			e.Finding = -1
		case e.Finding > at:
			e.Finding--
		}
	}
	if slices.ContainsFunc(out.Findings, func(f report.Finding) bool { return f.Rule == id }) {
		return
	}
	for i := range out.Rules {
		if out.Rules[i].Rule == id && out.Rules[i].Outcome == report.Violated {
			out.Rules[i].Outcome = report.Holds
		}
	}
}

// markIn says in what was read of the text which figures were checked here.
func (c *checking) markIn(text *report.Text) {
	if text == nil {
		return
	}
	marked, unchecked := map[spot]bool{}, map[spot]int{}
	for _, m := range text.Marks {
		marked[spot{m.Sheet, m.Cell, m.At + m.Length}] = true
	}
	for i, p := range text.Unchecked {
		unchecked[spot{p.Sheet, p.Cell, p.At + len([]rune(p.Words))}] = i
	}
	drop := map[int]bool{}
	for _, m := range c.marks {
		at := spot{m.Sheet, m.Cell, m.At + m.Length}
		if marked[at] {
			continue
		}
		if i, ok := unchecked[at]; ok {
			drop[i] = true
		} else {
			text.Figures++
		}
		marked[at] = true
		text.Checked++
		text.Marks = append(text.Marks, m)
	}
	if len(drop) > 0 {
		kept := []report.Passage{}
		for i, p := range text.Unchecked {
			if !drop[i] {
				kept = append(kept, p)
			}
		}
		text.Unchecked = kept
	}
}
