// Package catalogue lists every rule of every judge, for those who tell of them: the page
// of rules and the command.
package catalogue

import (
	"slices"

	"suanqing/validate/glossary"
	"suanqing/validate/performance"
	"suanqing/validate/prose"
	"suanqing/validate/rule"
)

// Part is the rules of one judge.
type Part struct {
	ID    string // no rule's and no form's
	Name  string
	Note  string // what they judge
	Rules []*rule.Rule
}

// Parts are all rules: first those of the nine forms by themselves, then of what stands
// beside them. A new judge is one line.
func Parts() []Part {
	return []Part{
		{Forms, "九张公开表", "一套表自身的等式和写法。", pointers(rule.Catalogue())},
		{Text, "情况说明", "说明里的每个数，与表里的数、与同一句里的其他数、与前后文核对；认不准意思的句子不核对，逐句列出。", prose.Catalogue()},
		{Performance, "绩效自评表与名词解释", "绩效自评表逐张核对资金、分值和得分，再与汇总表和说明核对；名词解释看说明用到的解释了没有。", slices.Concat(performance.Catalogue(), glossary.Catalogue())},
		{Across, "上年与下级单位", "几套表放在一起核对：部门与所属单位，本年与上年。金额先换算成元。", across()},
	}
}

// The parts.
const (
	Forms       = "forms"
	Text        = "text"
	Performance = "performance"
	Across      = "across"
)

// All is every rule, in the order of the parts.
func All() (all []*rule.Rule) {
	for _, p := range Parts() {
		all = append(all, p.Rules...)
	}
	return all
}

func pointers(rules rule.Rules) []*rule.Rule {
	all := make([]*rule.Rule, len(rules))
	for i := range rules {
		all[i] = &rules[i]
	}
	return all
}
