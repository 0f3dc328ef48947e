package rule

import (
	"cmp"
	"slices"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/report"
)

// Outcome is what a book came to under the catalogue.
type Outcome struct {
	Rules     []report.Rule
	Findings  []report.Finding // most important first
	Equations []Judged         // every instance of every equation that was judged

	shared *shared // what its checks had in common; nil where there were none
}

// Mistyped is Mistyped of the book that it is of.
func (out *Outcome) Mistyped(b *bind.Book) []Mistype {
	if out.shared == nil {
		return Mistyped(b)
	}
	return out.shared.mistyped(b)
}

// Judged is one instance of a rule's equation, with the finding that tells it.
type Judged struct {
	*judge.Instance
	Rule    *Rule
	Finding int // its index among the findings; −1 for an equation that holds
}

// Run applies the public catalogue to a bound book.
func Run(b *bind.Book) *Outcome { return Catalogue().Run(b) }

// Run applies the whole catalogue to a bound book.
func (catalogue Rules) Run(b *bind.Book) *Outcome {
	out := &Outcome{Rules: make([]report.Rule, 0, len(catalogue)), Findings: []report.Finding{}, Equations: make([]Judged, 0, 768)}
	j := judge.New(b)
	common := &shared{}
	for i := range catalogue {
		r := &catalogue[i]
		if r.Equation != nil {
			out.runEquation(r, b, j)
		} else {
			out.runCheck(r, b, common)
		}
	}
	out.order()
	out.shared = common
	return out
}

// Add takes in what a judge beside the catalogue found. The equations name their
// findings by index among the given ones.
func (out *Outcome) Add(rules []report.Rule, findings []report.Finding, equations []Judged) {
	for _, e := range equations {
		if e.Finding >= 0 {
			e.Finding += len(out.Findings)
		}
		out.Equations = append(out.Equations, e)
	}
	out.Rules = append(out.Rules, rules...)
	out.Findings = append(out.Findings, findings...)
	out.order()
}

func (out *Outcome) runEquation(r *Rule, b *bind.Book, j *judge.Judge) {
	o := report.Rule{Rule: r.ID, Title: r.Title, Outcome: report.Holds}
	instances, skips := j.Run(r.Equation, r.When, r.ForEach)
	o.Checked = len(instances)
	found := fold{rule: r}
	for i := range instances {
		in := &instances[i]
		judged := Judged{Instance: in, Rule: r, Finding: -1}
		tell := func(severity report.Severity) {
			p := pile{severity: severity}
			if found.wants(p) {
				found.tell(p, r.finding(b, in, severity))
			}
			judged.Finding = len(out.Findings) + found.teller(p)
		}
		switch in.Result {
		case judge.Broken:
			o.Outcome = report.Violated
			tell(r.Severity)
		case judge.Tail:
			if o.Outcome == report.Holds {
				o.Outcome = report.HasTail
			}
			tell(report.Tail)
		}
		if p := (pile{severity: report.Notice}); in.Unrounded && found.wants(p) {
			found.tell(p, r.unrounded(b, in))
		}
		out.Equations = append(out.Equations, judged)
	}
	r.settle(&o, skips)
	out.Rules = append(out.Rules, o)
	out.Findings = append(out.Findings, found.all()...)
}

// nothingToCheck is the reason of a rule that a report gives nothing to check.
const nothingToCheck = "本报告没有需要核对的内容"

// settle gives a rule that was not judged, or not everywhere, its outcome. A
// broken rule stays broken; nothing unchecked is ever shown as holding.
func (r *Rule) settle(o *report.Rule, skips []judge.Skip) {
	for _, s := range skips {
		if s.Unchecked {
			o.Reason, o.Unchecked = s.Reason, true
			break
		}
		if o.Reason == "" && o.Checked == 0 {
			o.Reason = s.Reason
		}
	}
	if o.Unchecked && o.Outcome != report.Violated || o.Checked == 0 {
		o.Outcome = report.Skipped
	}
	if o.Outcome == report.Skipped && o.Reason == "" {
		o.Reason = nothingToCheck
		if r.When != nil {
			o.Reason = "前提不成立，改按另一条规则核对"
		}
	}
}

func (out *Outcome) runCheck(r *Rule, b *bind.Book, common *shared) {
	o := report.Rule{Rule: r.ID, Title: r.Title, Outcome: report.Holds}
	c := &Check{Book: b, Equations: out.Equations, rule: r, shared: common}
	r.Check(c)
	o.Checked = c.Checked
	found := c.found.all()
	for i := range found {
		if s := found[i].Severity; s == report.Error || s == report.Warning {
			o.Outcome = report.Violated
		}
	}
	if o.Checked == 0 && len(found) == 0 {
		o.Outcome, o.Reason = report.Skipped, nothingToCheck
	}
	if c.Unchecked != "" {
		o.Reason, o.Unchecked = c.Unchecked, true
		if o.Outcome != report.Violated {
			o.Outcome = report.Skipped
		}
	}
	out.Rules = append(out.Rules, o)
	out.Findings = append(out.Findings, found...)
}

// severities in the order of importance.
var severities = map[report.Severity]int{report.Error: 0, report.Warning: 1, report.Tail: 2, report.Notice: 3}

// order puts the most important finding first and has the equations follow.
func (out *Outcome) order() {
	to := Order(out.Rules, out.Findings)
	for i := range out.Equations {
		if e := &out.Equations[i]; e.Finding >= 0 {
			e.Finding = to[e.Finding]
		}
	}
}

// Order puts the most important finding first, totally: by severity, then by
// the size of the difference, then by the rules as listed and the place. It gives
// where each went.
func Order(rules []report.Rule, findings []report.Finding) (to []int) {
	rank := make(map[string]int, len(rules))
	for i := range rules {
		rank[rules[i].Rule] = i
	}
	sizes := make([]amount.Amount, len(findings))
	at := make([]int, len(findings))
	for i := range findings {
		sizes[i], at[i] = size(&findings[i]), i
	}
	slices.SortStableFunc(at, func(i, k int) int {
		a, b := &findings[i], &findings[k]
		return cmp.Or(severities[a.Severity]-severities[b.Severity], sizes[k].Cmp(sizes[i]), rank[a.Rule]-rank[b.Rule])
	})
	was := slices.Clone(findings)
	to = make([]int, len(findings))
	for i, from := range at {
		findings[i], to[from] = was[from], i
	}
	return to
}

// size is how far off a finding's figures are; zero for a structural one.
func size(f *report.Finding) amount.Amount {
	p, _ := amount.Parse(f.Difference)
	return p.Value.Abs()
}

// Verdict is the one-word answer that outcomes and findings add up to.
func (out *Outcome) Verdict() report.Verdict {
	verdict := report.Pass
	for i := range out.Findings {
		switch out.Findings[i].Severity {
		case report.Error:
			return report.Fail
		case report.Tail:
			verdict = report.Tails
		}
	}
	for i := range out.Rules {
		if out.Rules[i].Unchecked {
			return report.Incomplete
		}
	}
	return verdict
}
