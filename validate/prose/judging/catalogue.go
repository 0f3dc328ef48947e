package judging

import (
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// must parses an equation of the written half.
func must(text string) *equation.Equation { return equation.MustParseBy(mention.Standard, text) }

// All is every rule of the written half, in the order in which they are told.
var All = buildCatalogue()

// RuleByID are the rules of All by their IDs.
var RuleByID = map[string]*rule.Rule{}

func buildCatalogue() (all []*rule.Rule) {
	for i := range lexicon.Subjects {
		s := &lexicon.Subjects[i]
		if s.ID == "" {
			continue
		}
		if s.Final != "" {
			all = append(all, same("text."+s.ID, s.Key, lexicon.Final, s.Final))
		}
		if s.Both != "" {
			all = append(all, same("text."+s.ID+"-form", s.Key, lexicon.Final, s.Both))
		}
		if s.Plan != "" {
			all = append(all, same("text."+s.ID+"-budget", s.Key, lexicon.Adjusted, s.Plan))
		}
	}
	for _, id := range []string{"F05", "F03", "F07", "F08"} {
		r := same("text.row-"+id, equation.ThisRow, lexicon.Final, id+"["+equation.ThisRow+", "+ColumnsOfRows[id]+"]")
		all = append(all, r)
	}
	plan := same(OpeningID, equation.ThisRow, lexicon.Opening, "F05["+equation.ThisRow+", "+form.Planned+"]")
	plan.Title = "说明里的年初预算 = 一般公共预算支出表的年初预算数"
	plan.Why = "有的省的一般公共预算支出表在决算数旁边列出年初预算数，说明里的年初预算就是它。没有这一栏的不核对。"
	all = append(all, plan)
	all = append(all, same("text.row-F06", equation.ThisRow, lexicon.Final, "F06["+equation.ThisRow+", 金额]"))
	for i := range inside {
		all = append(all, &inside[i])
	}
	for _, r := range all {
		if r.Severity == "" {
			r.Severity = report.Error
		}
		RuleByID[r.ID] = r
	}
	return all
}

// OpeningID is the rule that what the text calls 年初预算 is what F05 prints in a column of
// that name, where it has one.
const OpeningID = "text.opening-budget"

// PreviousRule is the rule that what is said of last year is what its accounts say.
const PreviousRule = "text.previous"

// Which of the further equations of text.direction is of what.
const (
	ByChange = iota
	ByDone
)

const (
	OfKinds    = 0 // the further equation of text.share: shares of kinds against what they come to
	ByTheThing = 0 // that of text.counts: an amount by the thing against the money
)
