// Package performance plants performance tables (绩效自评表), their summary and the text about
// them, and lists of terms (名词解释), right and broken, in the layouts of several provinces. It
// knows nothing of the checker: a figure is what a clerk would print, and what is wrong is said by
// the one who broke it. It is never shipped.
package performance

import (
	"maps"
	"slices"
)

// Report is what one department publishes of its self-evaluation: text, summary, a table a project.
type Report struct {
	Year       int
	Department string
	Layout     *Layout
	Text       Text
	Summary    Summary
	Projects   []Project
}

// Text is what the paragraphs say. Amounts are in 万元 in every layout.
type Text struct {
	Style      int    // which of the wordings
	Projects   string // how many projects in the first paragraph
	Sum        string // their 全年预算数
	Graded     []Graded
	Definition string // which score is which grade; empty if the text does not say
	Told       []Told // one a project
}

// Graded is how many projects have a grade.
type Graded struct{ Count, Grade string }

// Told is the paragraph about a project. Unit is that of the amounts.
type Told struct{ Name, Full, Done, Unit, Rate, Score, Grade string }

// Summary is the 汇总表.
type Summary struct {
	Rows  []SummaryRow
	Total SummaryRow // 合计, only with amounts
	Count string     // a line below that says how many there are; empty for none
}

// SummaryRow is one project in the summary, as printed.
type SummaryRow struct {
	Number, Project, Unit, Full, Done, Score, Grade string
}

// Project is one 自评表, as printed.
type Project struct {
	Layout                 *Layout // the same as the report's, but in mixed reports
	Name, Department, Unit string
	Funds                  []Fund // the first is 年度资金总额
	Goal, Result           string
	Heads                  map[string]string // what the header of a 一级指标 says, with its points where the layout has them
	Indicators             []Indicator
	TotalWeight, Total     string // 总分
	Grade                  string
	Concluded, Conclusion  string // the score that the conclusion says, and what follows it
}

// Fund is one row of money. Level 0 is the total, 1 its parts, 2 parts of the part before.
type Fund struct {
	Name                                    string
	Level                                   int
	Budget, Full, Done, Weight, Rate, Score string
}

// Indicator is one row of the indicators. In layouts without a column for them, nature and unit
// are empty and the target says all.
type Indicator struct {
	First, Second, Third                                string
	Nature, Target, Unit, Actual, Weight, Score, Reason string
	Serial                                              string // the actual value is a date of a worksheet, counted in days
}

// Clone is a copy that shares nothing but the layout.
func (r *Report) Clone() *Report {
	out := *r
	out.Text.Graded, out.Text.Told = slices.Clone(r.Text.Graded), slices.Clone(r.Text.Told)
	out.Summary.Rows = slices.Clone(r.Summary.Rows)
	out.Projects = slices.Clone(r.Projects)
	for i := range out.Projects {
		p := &out.Projects[i]
		p.Funds, p.Indicators = slices.Clone(p.Funds), slices.Clone(p.Indicators)
		p.Heads = maps.Clone(p.Heads)
	}
	return &out
}
