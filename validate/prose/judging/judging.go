// Package judging is what all rules of the written half stand on: the catalogue, the figures
// of one statement and the equations worked out over them (statement.go), where a rule finds
// its operands (find.go), and findings with their words. The rules themselves are in the
// packages that import this one.
package judging

import (
	"maps"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/read"
	"suanqing/validate/prose/scan"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Text is the written half of one book while it is judged.
type Text struct {
	*read.Reader
	Judge        *judge.Judge
	Outcomes     map[string]*report.Rule
	Findings     []report.Finding
	Equations    []rule.Judged
	By           map[string][]*mention.Mention // by subject and column
	Usual        int32                         // places that most amounts print
	Right        map[*mention.Mention]bind.Figure
	UsualPercent int32 // likewise of percentages
	shorts       []short
	dropped      int                           // percentages that dropped zeros
	broken       map[bind.Place][]*rule.Judged // identities of the forms, by their cells
	blames       map[*bind.Figure]int          // findings, by the cell of a form that is likely wrong
	differs      map[string]int                // likewise by what differs
	repeats      map[int]int                   // how many more places a finding's message names
	doubts       []doubt
	confirmed    map[*mention.Mention]bool          // by a sum
	wanted       map[*mention.Mention]amount.Amount // what a broken sum would have a figure be
	Rounds       bool                               // the text rounds amounts further than the forms do, or there are no forms to tell
}

// Begin begins to judge what was read, beside the identities of the forms.
func Begin(r *read.Reader, forms []rule.Judged) *Text {
	shadow := *r.Book
	shadow.Tables = maps.Clone(r.Book.Tables)
	shadow.Tables[mention.Written.ID] = r.Table
	shadow.Standard = mention.Standard
	shadow.Unit = r.Unit
	j := &Text{Reader: r, Judge: judge.New(&shadow), Outcomes: map[string]*report.Rule{}, By: map[string][]*mention.Mention{}, Right: map[*mention.Mention]bind.Figure{},
		blames: map[*bind.Figure]int{}, differs: map[string]int{}, repeats: map[int]int{}, confirmed: map[*mention.Mention]bool{}, wanted: map[*mention.Mention]amount.Amount{}}
	for _, c := range All {
		j.Outcomes[c.ID] = &report.Rule{Rule: c.ID, Title: c.Title, Outcome: report.Skipped, Reason: "说明里没有需要核对的内容"}
	}
	for _, m := range r.Mentions {
		r.Settle(m)
	}
	j.broken = brokenAt(forms)
	return j
}

// Order puts the figures in the order in which rules look for them, once it is certain of
// what they are.
func (j *Text) Order() {
	for _, m := range j.Mentions {
		if m.Subject != nil && m.Column != "" {
			j.By[m.Subject.Key+" "+m.Column] = append(j.By[m.Subject.Key+" "+m.Column], m)
		}
	}
	j.settlePlaces()
	j.Rounds = len(j.Book.Tables) == 0
}

// settlePlaces gives amounts that drop trailing zeros, 14,206 and 6.2 among 1,061.71,
// the half unit of the others.
func (j *Text) settlePlaces() {
	counts := map[int32]int{}
	total := 0
	for _, m := range j.Mentions {
		if m.Number.Kind == scan.Money && !m.Number.Value.IsZero() {
			counts[m.Number.Places]++
			total++
		}
	}
	for places, n := range counts {
		if n*3 > total && places > j.Usual {
			j.Usual = places
		}
	}
	clear(counts)
	total = 0
	for _, m := range j.Mentions {
		if m.Number.Kind == scan.Percent && !m.Number.Value.IsZero() && m.Number.Value != amount.New(100, 0) {
			counts[m.Number.Places]++
			total++
		}
	}
	for places, n := range counts {
		if n*3 > total && places > j.UsualPercent {
			j.UsualPercent = places
		}
	}
	for _, m := range j.Mentions {
		if m.Number.Kind == scan.Money && m.Number.Places < j.Usual {
			if u, ok := amount.UnitNamed(m.Number.Unit); ok && u == j.Unit {
				m.Figure.Half, m.Figure.Places = u.HalfUnit(j.Unit, j.Usual), j.Usual
			}
		}
		if m.Number.Kind == scan.Money && m.Number.Value.IsZero() {
			m.Figure.Half = amount.Zero
		}
	}
}

// Judged notes that a rule was judged, and how.
func (j *Text) Judged(id string, outcome report.Outcome, mentions ...*mention.Mention) {
	o := j.Outcomes[id]
	if o.Checked == 0 {
		o.Outcome, o.Reason = report.Holds, ""
	}
	o.Checked++
	switch {
	case outcome == report.Violated, outcome == report.HasTail && o.Outcome == report.Holds:
		o.Outcome = outcome
	}
	for _, m := range mentions {
		if m != nil {
			m.Checked = true
		}
	}
}
