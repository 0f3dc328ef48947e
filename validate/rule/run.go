package rule

import (
	"sort"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/report"
)

// Run applies the whole catalogue to a bound book.
func Run(b *bind.Book) ([]report.Rule, []report.Finding) {
	outcomes := make([]report.Rule, 0, len(catalogue))
	findings := []report.Finding{}
	rank := map[string]int{}
	j := judge.New(b)
	joint := &joint{judge: j, all: judge.NewJoint(b), refs: make([]instanceRef, 0, 256)}
	for i := range catalogue {
		r := &catalogue[i]
		rank[r.ID] = i
		var o report.Rule
		var found []report.Finding
		if r.Equation != nil {
			o, found = r.runEquation(b, joint)
		} else {
			o, found = r.runCheck(b, joint)
		}
		outcomes = append(outcomes, o)
		findings = append(findings, found...)
	}
	order(findings, rank)
	return outcomes, findings
}

func (r *Rule) runEquation(b *bind.Book, j *joint) (report.Rule, []report.Finding) {
	o := report.Rule{Rule: r.ID, Title: r.Title, Outcome: report.Holds}
	instances, skips := j.judge.Run(r.Equation, r.When, r.ForEach)
	j.add(r, instances)
	o.Checked = len(instances)
	found := fold{rule: r}
	for i := range instances {
		in := &instances[i]
		switch {
		case in.Result == judge.Broken:
			o.Outcome = report.Violated
			if p := (pile{severity: r.Severity}); found.wants(p) {
				found.tell(p, r.finding(b, in, r.Severity))
			}
		case in.Result == judge.Tail:
			if o.Outcome == report.Holds {
				o.Outcome = report.HasTail
			}
			if p := (pile{severity: report.Tail}); found.wants(p) {
				found.tell(p, r.finding(b, in, report.Tail))
			}
		}
		if p := (pile{severity: report.Notice}); in.Unrounded && found.wants(p) {
			found.tell(p, r.unrounded(b, in))
		}
	}
	r.settle(&o, skips)
	return o, found.all()
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

func (r *Rule) runCheck(b *bind.Book, j *joint) (report.Rule, []report.Finding) {
	o := report.Rule{Rule: r.ID, Title: r.Title, Outcome: report.Holds}
	c := &Check{Book: b, rule: r, joint: j}
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
	return o, found
}

// severities in the order of importance.
var severities = map[report.Severity]int{report.Error: 0, report.Warning: 1, report.Tail: 2, report.Notice: 3}

// order puts the most important finding first, totally: by severity, then by
// the size of the difference, then by the catalogue and the place.
func order(findings []report.Finding, rank map[string]int) {
	sizes := make([]amount.Amount, len(findings))
	at := make([]int, len(findings))
	for i := range findings {
		sizes[i], at[i] = size(&findings[i]), i
	}
	sort.SliceStable(at, func(i, k int) bool {
		a, b := &findings[at[i]], &findings[at[k]]
		if x, y := severities[a.Severity], severities[b.Severity]; x != y {
			return x < y
		}
		if c := sizes[at[i]].Cmp(sizes[at[k]]); c != 0 {
			return c > 0
		}
		return rank[a.Rule] < rank[b.Rule]
	})
	ordered := make([]report.Finding, len(findings))
	for i, from := range at {
		ordered[i] = findings[from]
	}
	copy(findings, ordered)
}

// size is how far off a finding's figures are; zero for a structural one.
func size(f *report.Finding) amount.Amount {
	p, _ := amount.Parse(f.Difference)
	return p.Value.Abs()
}

// VerdictOf is the one-word answer that outcomes and findings add up to.
func VerdictOf(rules []report.Rule, findings []report.Finding) report.Verdict {
	verdict := report.Pass
	for i := range findings {
		switch findings[i].Severity {
		case report.Error:
			return report.Fail
		case report.Tail:
			verdict = report.Tails
		}
	}
	for i := range rules {
		if rules[i].Unchecked {
			return report.Incomplete
		}
	}
	return verdict
}
