package rules

import (
	"strings"

	"suanqing/validate/rule"
)

// group is rules that stand together; part marks one below a larger group.
type group struct {
	ID, Name, Note string
	Part           bool
	Entries        []entry
}

// Count is how many rules the entries tell.
func (g *group) Count() (n int) {
	for i := range g.Entries {
		n += len(g.Entries[i].Rules())
	}
	return n
}

// entry is a rule with its example, or rules that are alike in one entry.
type entry struct {
	*rule.Rule // of rules alike what they share
	Example    *example
	Like       []hint // the rules alike, by what to do; nil for one rule
}

// Rules are those that the entry tells.
func (e *entry) Rules() (all []*rule.Rule) {
	for i := range e.Like {
		all = append(all, e.Like[i].Rules...)
	}
	if all == nil {
		all = []*rule.Rule{e.Rule}
	}
	return all
}

// hint is what to do about rules.
type hint struct {
	Hint  string
	Rules []*rule.Rule
}

// fewestAlike is how many equations of a part with one reason go into one entry: they differ
// in what they are about, and nothing else is to be said of each.
const fewestAlike = 5

// folds are the titles of the entries of rules alike, by the first word of their ids, and
// where on the page they are.
var folds = map[string]struct{ anchor, title string }{
	"text":   {"text-forms", "说明里的数 = 表里的数"},
	"rollup": {"rollup-sums", "部门 = 各单位之和"},
	"years":  {"years-opening", "年初数 = 上年的年末数"},
}

// folded are the entries of a part.
func folded(rules []*rule.Rule, examples map[string]*example) (entries []entry) {
	alike := map[string][]*rule.Rule{}
	for _, r := range rules {
		if r.Equation != nil {
			alike[r.Why] = append(alike[r.Why], r)
		}
	}
	for _, r := range rules {
		switch all := alike[r.Why]; {
		case r.Equation == nil, len(all) < fewestAlike:
			entries = append(entries, entry{Rule: r, Example: examples[r.ID]})
		case all[0] == r:
			entries = append(entries, fold(all, examples))
		}
	}
	return entries
}

// fold is one entry of rules, which has the first of their examples.
func fold(rules []*rule.Rule, examples map[string]*example) entry {
	family, _, _ := strings.Cut(rules[0].ID, ".")
	e := entry{Rule: &rule.Rule{ID: folds[family].anchor, Title: folds[family].title, Severity: rules[0].Severity, Why: rules[0].Why}}
	at := map[string]int{}
	for _, r := range rules {
		i, known := at[r.Hint]
		if !known {
			i = len(e.Like)
			at[r.Hint] = i
			e.Like = append(e.Like, hint{Hint: r.Hint})
		}
		e.Like[i].Rules = append(e.Like[i].Rules, r)
		if e.Example == nil {
			e.Example = examples[r.ID]
		}
	}
	return e
}
