package performance

// Kind is what is wrong.
type Kind string

// The kinds.
const (
	Parts         Kind = "parts"          // a total of money is not its parts, in a column
	ZeroTotal     Kind = "zero-total"     // a total of 0 over a part that is not
	Rate          Kind = "rate"           // 执行率 is not B / A
	ExecScore     Kind = "exec-score"     // the score for execution is not its points times B / A
	Weights       Kind = "weights"        // points are not 100
	GroupWeights  Kind = "group-weights"  // points are not what the 一级 header says
	ScoreRange    Kind = "score-range"    // a score above its points or below 0
	TotalScore    Kind = "total-score"    // 总分 is not the sum
	GradeScore    Kind = "grade"          // the grade does not fit the score
	MissedFull    Kind = "missed-full"    // a target missed, with full marks
	MetLess       Kind = "met-less"       // a target met, fewer points, no reason
	NoReason      Kind = "no-reason"      // a target missed, fewer points, no reason
	Costs         Kind = "costs"          // costs are not 执行数, where all are amounts
	SummaryRows   Kind = "summary-rows"   // a project missing, twice, or unknown; the count
	SummaryAmount Kind = "summary-amount" // an amount unlike the table's, or a wrong sum
	SummaryScore  Kind = "summary-score"
	SummaryGrade  Kind = "summary-grade"
	TextScore     Kind = "text-score"
	TextAmount    Kind = "text-amount"
	TextRate      Kind = "text-rate"
	TextCount     Kind = "text-count" // how many projects
	TextGrade     Kind = "text-grade" // the grade of a project, or how many have one
	TextProject   Kind = "text-project"
	Unfilled      Kind = "unfilled" // a template not filled in
)

// Severity is how bad a thing is by the standard.
type Severity string

// The severities. AnySeverity is where the standard leaves it open.
const (
	Error       Severity = "error"
	Warning     Severity = "warning"
	Notice      Severity = "notice"
	AnySeverity Severity = ""
)

// Want is what must be found.
type Want struct {
	Kind     Kind
	Severity Severity
	At       []At   // a finding must stand at, or name, one of these
	Words    string // the wrong words, as printed; empty where something is missing
}

// Case is a report with what must be said of it: nothing, for a right one.
type Case struct {
	Name   string // what was done, layout and set
	Edit   string // what was done
	Layout string
	Set    int
	Report *Report
	Doc    *Doc
	Wants  []Want
	May    []Kind // what else may be said, since it follows from what is wrong
}

// edit changes a right report. do gives the keys of the places where it may be found and the wrong
// words, or no keys if the report has nothing for it.
type edit struct {
	kind     Kind
	name     string
	severity Severity
	do       func(r *Report) (words string, keys []string)
	may      []Kind
}

// BrokenOnce are the broken reports with each edit once, in turn in each layout: enough for a quick test.
func BrokenOnce() []Case {
	var out []Case
	for i, e := range edits() {
		for k := range len(Layouts) * Sets {
			set := (i + k/len(Layouts)) % Sets
			if c, ok := e.apply(Make(Layouts[(i+k)%len(Layouts)], set), set); ok {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

// Broken are all broken reports: each edit in every layout and set that has what it needs.
func Broken() []Case {
	var out []Case
	for _, e := range edits() {
		for _, l := range Layouts {
			for set := range Sets {
				if c, ok := e.apply(Make(l, set), set); ok {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

func (e *edit) apply(r *Report, set int) (Case, bool) {
	words, keys := e.do(r)
	if len(keys) == 0 {
		return Case{}, false
	}
	c := Case{Name: e.name + "/" + r.Layout.Name + "/" + string(rune('0'+set)), Edit: e.name, Layout: r.Layout.Name, Set: set, Report: r, Doc: r.Draw(), May: e.may}
	w := Want{Kind: e.kind, Severity: e.severity, Words: words}
	for _, k := range keys {
		if at, ok := c.Doc.Find(k); ok {
			w.At = append(w.At, at)
		}
	}
	if e.kind != "" {
		c.Wants = []Want{w}
	}
	return c, true
}

// edits are all breaking edits.
func edits() []edit {
	var out []edit
	for _, list := range [][]edit{moneyEdits, scoreEdits, indicatorEdits, summaryEdits, textEdits, unfilledEdits} {
		out = append(out, list...)
	}
	return out
}
