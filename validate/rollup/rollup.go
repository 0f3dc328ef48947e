// Package rollup judges many books together: a department's against those of the units
// that it sums, and a book against that of the year before. Every book comes bound and
// judged for itself; what holds between them is declared in validate/rule, and judged in
// 元 by rounding intervals (judge.Books). Where one repair in one book explains what does
// not add up, it names the unit and the cell.
//
// It is a function of the books: it reads no file, and gives the same report for the
// same books in any order but for the department's.
package rollup

import (
	"slices"

	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Book is one file, bound and judged for itself.
type Book struct {
	Report  *report.Report
	Bound   *bind.Book    // nil where the file could not be read
	Outcome *rule.Outcome // nil likewise

	parent *Book // that sums it; nil for the department and what was left out
	units  []*Book
	beside bool   // it sums books that the department sums itself, and is in no sum
	left   string // why it is left out of the sums; "" where it is not
	sheet  sheet
}

func (b *Book) file() string { return b.Report.File }

// name is what a person calls the book: by its unit, or else by its file.
func (b *Book) name() string {
	if b.Bound == nil || b.Bound.Department == "" {
		return b.file()
	}
	return b.Bound.Department
}

// called is the name with the file, for books that are to be told apart.
func (b *Book) called() string {
	if b.name() == b.file() {
		return b.file()
	}
	return b.name() + "（" + b.file() + "）"
}

// Options say what is known of the books from outside.
type Options struct {
	// Department is which of the books is the department's, by index; −1 has it proposed.
	Department int
	// Firm: Department holds whatever the sums say.
	Firm bool
}

// Department judges books of which one is the sum of others, and gives that book's report
// with what was found across all of them. It is nil when none of the books can be judged.
func Department(books []*Book, o Options) *report.Report {
	c := &check{books: books, byBound: map[*bind.Book]*Book{}, declared: rule.Rollup(), rules: map[string]*report.Rule{}}
	for _, b := range books {
		if b.Bound == nil {
			b.left = "没有读出来"
			if b.Report.Error != nil {
				b.left = "没有读出来：" + b.Report.Error.Message
			}
			continue
		}
		b.sheet = read(b.Bound)
		c.byBound[b.Bound] = b
	}
	if c.whole = c.propose(o); c.whole == nil {
		return nil
	}
	c.leaveOut()
	c.tree()
	for _, b := range books {
		if len(b.units) > 0 {
			c.nodes = append(c.nodes, c.judge(b))
		}
	}
	c.settleRules()
	for _, n := range c.nodes {
		c.wholeBooks(n, true)
		c.flows(n)
		c.wholeBooks(n, false)
	}
	c.locate()
	c.tellRest()
	return c.finish()
}

// check is one judgement of books together.
type check struct {
	books   []*Book
	whole   *Book // the department's
	byBound map[*bind.Book]*Book
	nodes   []*node

	declared rule.Rules
	rules    map[string]*report.Rule // what became of them, by id
	extra    []report.Rule           // beside them
	findings []report.Finding
	unsought string           // what the search for wrong figures left undone
	suspects []report.Suspect // they explain findings by index in the list above
}

// node is a department, or one below it, with the units that it sums.
type node struct {
	whole *Book
	cells []*cell
	at    map[slot]*cell
}

// cell is one figure of a department against the sum of its units.
type cell struct {
	judge.Across
	node *node
	rule *rule.Rule
	// off is what is left of the difference, in 元, when what units paid each other is
	// left out on purpose.
	off     amountYuan
	flow    amountYuan // so much of it, in 元
	broken  bool
	found   int  // the finding that tells it, by index; −1 for none yet
	claimed bool // a suspect explains it
}

func (c *cell) slot() slot { return slot{c.Form, c.Row, c.Column} }

// judge compares a department with its units, form by form.
func (c *check) judge(whole *Book) *node {
	n := &node{whole: whole, at: map[slot]*cell{}}
	books := judge.Books{"": {whole.Bound}, units: nil}
	for _, u := range whole.units {
		books[units] = append(books[units], u.Bound)
	}
	for i := range c.declared {
		r := &c.declared[i]
		found, skips := books.Reach(r.Equation, r.ForEach, func(b *bind.Book) string { return c.byBound[b].name() })
		o := c.ruleOf(r)
		o.Checked += len(found)
		for _, s := range skips {
			if o.Reason == "" || s.Unchecked && !o.Unchecked {
				o.Reason = s.Reason
			}
			o.Unchecked = o.Unchecked || s.Unchecked
		}
		for k := range found {
			x := &cell{Across: found[k], node: n, rule: r, off: found[k].Difference, broken: found[k].Result == judge.Broken, found: -1}
			n.cells = append(n.cells, x)
			n.at[x.slot()] = x
		}
	}
	return n
}

func (c *check) ruleOf(r *rule.Rule) *report.Rule {
	if c.rules[r.ID] == nil {
		c.rules[r.ID] = &report.Rule{Rule: r.ID, Title: r.Title, Outcome: report.Holds}
	}
	return c.rules[r.ID]
}

// settleRules says why nothing could be compared, where no unit is there.
func (c *check) settleRules() {
	for i := range c.declared {
		if o := c.ruleOf(&c.declared[i]); len(c.nodes) == 0 {
			o.Reason, o.Unchecked = "没有可以汇总的单位报表", true
		}
	}
}

// broken lists what is off and not told yet.
func (n *node) broken() []*cell {
	var out []*cell
	for _, x := range n.cells {
		if x.broken && x.found < 0 {
			out = append(out, x)
		}
	}
	return out
}

// add takes a finding in and gives its index.
func (c *check) add(f report.Finding) int {
	if f.Cells == nil {
		f.Cells = []report.Cell{}
	}
	c.findings = append(c.findings, f)
	return len(c.findings) - 1
}

// finish puts what was found into the department's report.
func (c *check) finish() *report.Report {
	out := *c.whole.Report
	out.Rules = slices.Clone(out.Rules)
	for i := range c.declared {
		o := c.rules[c.declared[i].ID]
		for _, n := range c.nodes {
			for _, x := range n.cells {
				if x.rule.ID != o.Rule {
					continue
				}
				switch {
				case x.broken:
					o.Outcome = report.Violated
				case x.Result == judge.Tail && o.Outcome == report.Holds:
					o.Outcome = report.HasTail
				}
			}
		}
		if o.Unchecked && o.Outcome != report.Violated || o.Checked == 0 {
			o.Outcome = report.Skipped
		}
		out.Rules = append(out.Rules, *o)
	}
	out.Rules = append(out.Rules, c.extra...)
	out.Search += c.unsought
	join(&out, c.findings, c.suspects)
	for _, b := range c.books {
		if b == c.whole {
			continue
		}
		u := report.Unit{File: b.file(), Department: b.Report.Department, Unit: b.Report.Unit, Year: b.Report.Year, Verdict: b.Report.Verdict, Left: b.left}
		if b.parent != nil && b.parent != c.whole {
			u.Within = b.parent.file()
		}
		out.Units = append(out.Units, u)
	}
	return &out
}

// join adds findings and suspects to a report, in the order of their importance, and
// draws the verdict anew.
func join(out *report.Report, findings []report.Finding, suspects []report.Suspect) {
	own := len(out.Findings)
	out.Findings = append(slices.Clone(out.Findings), findings...)
	to := rule.Order(out.Rules, out.Findings)
	var all []report.Suspect
	take := func(s report.Suspect, from int) {
		s.Explains = slices.Clone(s.Explains)
		for i := range s.Explains {
			s.Explains[i] = to[s.Explains[i]+from]
		}
		slices.Sort(s.Explains)
		all = append(all, s)
	}
	for _, s := range suspects {
		take(s, own)
	}
	for _, s := range out.Suspects {
		k := slices.IndexFunc(all, func(a report.Suspect) bool { return a.File == "" && a.Sheet == s.Sheet && a.Cell == s.Cell })
		if k < 0 {
			take(s, 0)
			continue
		}
		for _, e := range s.Explains { // the same cell is wrong by the book itself
			all[k].Explains = append(all[k].Explains, to[e])
		}
		slices.Sort(all[k].Explains)
		all[k].Likely = all[k].Likely || s.Likely
	}
	slices.SortStableFunc(all, func(a, b report.Suspect) int {
		if a.Likely != b.Likely {
			if a.Likely {
				return -1
			}
			return 1
		}
		return len(b.Explains) - len(a.Explains)
	})
	if all == nil {
		all = []report.Suspect{}
	}
	out.Suspects = all
	out.Link()
	out.Verdict = (&rule.Outcome{Rules: out.Rules, Findings: out.Findings}).Verdict()
}
