package performance

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/internal/sha256"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Caps on what is told.
const (
	mostFindings = 500
	mostCells    = 40
	mostWords    = 60 // characters of the words of a place
)

// checking is the tables under judgement.
type checking struct {
	*tables
	book      *bind.Book
	carried   carried
	told      []told // what the text says of projects
	text      []passage.Paragraph
	counted   []counted
	limits    []limit // of grades, as the text defines them; empty if it does not
	limitsAt  []report.Cell
	now       *rule.Rule // that is judged
	checked   map[*rule.Rule]int
	findings  []report.Finding
	marks     []report.TextMark
	byProject map[*project]*summaryRow
}

// Judge judges the performance tables of a book and of what came beside it, and adds to the
// outcome; what it checks of the text is marked in what was read of it, which may be nil.
func Judge(b *bind.Book, out *rule.Outcome, text *report.Text) {
	c := &checking{tables: find(b), book: b, checked: map[*rule.Rule]int{}}
	if len(c.projects) == 0 && len(c.wholes) == 0 && len(c.summaries) == 0 {
		return
	}
	c.listen()
	all := c.all()
	for i := range catalogue {
		d := &catalogue[i]
		c.now = &d.Rule
		if d.all != nil {
			d.all(c)
		}
		for _, p := range all {
			if d.each != nil {
				d.each(c, p)
			}
		}
	}
	c.reconcile(out)
	out.Add(c.outcomes(), c.findings, nil)
	c.markIn(text)
}

// outcomes are those of all rules.
func (c *checking) outcomes() []report.Rule {
	broken := map[string]bool{}
	for i := range c.findings {
		if s := c.findings[i].Severity; s == report.Error || s == report.Warning {
			broken[c.findings[i].Rule] = true
		}
	}
	out := make([]report.Rule, 0, len(catalogue))
	for i := range catalogue {
		id := catalogue[i].ID
		o := report.Rule{Rule: id, Title: catalogue[i].Title, Checked: c.checked[&catalogue[i].Rule], Outcome: report.Holds}
		switch {
		case broken[id]:
			o.Outcome = report.Violated
		case o.Checked == 0:
			o.Outcome, o.Reason = report.Skipped, "自评表里没有需要核对的内容"
		}
		if c.cut {
			o.Reason, o.Unchecked = "自评表太多或太长，只核对了前面的", true
			if o.Outcome != report.Violated {
				o.Outcome = report.Skipped
			}
		}
		out = append(out, o)
	}
	return out
}

// cell is a figure of a table as a place.
func (c *checking) cell(p *project, f *figure, what string) report.Cell {
	name := ""
	if p != nil {
		name = "“" + clip(p.title(), 24) + "”绩效自评表 "
	} else {
		name = "绩效自评汇总表 "
	}
	return c.place(f, name+what)
}

func (c *checking) place(f *figure, what string) report.Cell {
	s := c.book.Document.Sheets[f.at.Sheet]
	cell := report.Cell{Sheet: s.Name, Cell: document.Address(f.at.Row, f.at.Col), Label: what}
	if f.state == number {
		cell.Value = amount.Plain(f.value)
	}
	if s.Written {
		runes := []rune(f.text)
		cell.Words, cell.Document = string(runes[:min(len(runes), mostWords)]), s.File
		if cell.Words != "" {
			cell.At = f.lead
		}
	}
	return cell
}

// said is a figure within the words of a cell.
func (c *checking) saidCell(p *project, s *said, what string) report.Cell {
	cell := c.cell(p, &s.figure, what)
	if cell.Words != "" {
		cell.Words, cell.At = string([]rune(s.text)[s.from:s.to]), s.lead+s.from
	}
	return cell
}

// title is how a project is called.
func (p *project) title() string {
	if s := strings.TrimSpace(strings.ReplaceAll(p.name.text, "\n", "")); s != "" {
		return strings.NewReplacer("“", "‘", "”", "’").Replace(s)
	}
	return "未写名称的项目"
}

func clip(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most-1]) + "…"
}

// of begins a message about a project.
func (p *project) of() string {
	return "“" + clip(p.title(), 40) + "”" + map[bool]string{true: "部门整体"}[p.whole] + "绩效自评表："
}

// tell adds a finding of the rule that is judged.
func (c *checking) tell(severity report.Severity, message string, cells ...report.Cell) {
	c.tellSum(severity, message, "", nil, cells...)
}

// sums are both sides of an equation that does not hold.
type sums struct {
	left, right, bound amount.Amount
	relation           string
}

// tellSum adds a finding with its equation.
func (c *checking) tellSum(severity report.Severity, message, equation string, s *sums, cells ...report.Cell) {
	if len(c.findings) >= mostFindings {
		return
	}
	r := c.now
	if len(cells) > mostCells {
		cells = cells[:mostCells]
	}
	f := report.Finding{Rule: r.ID, Severity: severity, Title: r.Title, Why: r.Why, Hint: r.Hint, Message: message, Equation: equation, Cells: cells}
	if s != nil {
		f.Left, f.Right, f.Relation = amount.Plain(s.left), amount.Plain(s.right), s.relation
		f.Difference, f.Bound = amount.Plain(s.left.Sub(s.right).Round(4)), amount.Plain(s.bound.Round(4))
	}
	print := []byte(f.Rule + "\n" + string(severity) + "\n" + f.Left + "\n" + f.Right)
	for i := range cells {
		print = append(print, "\n"+cells[i].Label+"|"+cells[i].Value+"|"+cells[i].Words...)
	}
	f.Fingerprint = sha256.Hex(print)[:16]
	c.findings = append(c.findings, f)
}
