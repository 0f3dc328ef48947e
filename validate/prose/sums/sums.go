// Package sums judges changes, and totals by their parts, wherever the text has these: in one
// sentence, by item, by budget.
package sums

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/read"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Changes judges what is said of two figures and their difference.
func Changes(j *judging.Text) {
	for _, m := range j.Mentions {
		if m.Subject == nil {
			continue
		}
		o := judging.Operands{}
		o.Add(m.Column, m)
		switch m.Column {
		case lexicon.Change:
			if b := j.Near(m, m.Subject.Key, lexicon.Before, false); b != nil {
				if o.Add(lexicon.Before, b); j.Find(&o, lexicon.Final, m, m.Subject, lexicon.Final) {
					difference(j, "text.change", m, &o, lexicon.Before)
				}
			}
		case lexicon.PlanChange:
			columns := []string{m.Base}
			if m.Base == lexicon.Budget {
				columns = j.Nearest(m, []string{lexicon.Budget, lexicon.Opening, lexicon.Adjusted})
			}
			if j.Find(&o, lexicon.Budget, m, m.Subject, columns...) && j.Find(&o, lexicon.Final, m, m.Subject, lexicon.Final) {
				difference(j, "text.budget-change", m, &o, lexicon.Budget)
			}
		case lexicon.Moved:
			adjusted(j, m)
		}
	}
}

// difference judges an amount of change by the two figures that it is between.
func difference(j *judging.Text, id string, m *mention.Mention, o *judging.Operands, base string) {
	r := judging.RuleByID[id]
	in, skip := j.Evaluate(r.Equation, m.Subject, o)
	switch {
	case in == nil:
		if skip != nil {
			m.Unsure = skip.Reason
		}
		return
	case in.Bears():
		j.Judged(id, report.Holds, o.Mentions...)
		return
	}
	j.Judged(id, report.Violated, o.Mentions...)
	if wrongWay(j, m, o.Figures[lexicon.Final], o.Figures[base]) && j.Turned(r, m.Subject, o, m) {
		j.Judged("text.direction", report.Violated, o.Mentions...)
		j.Tell(judging.RuleByID["text.direction"], report.Error, m, o, nil, m.What()+"写的是"+m.Direction()+" "+m.Shown()+"，按"+judging.Spaced(j.WordsOf(o, m))+"应是"+opposite(m.Direction()), "")
		return
	}
	if j.Mended(r, m.Subject, o) {
		return
	}
	j.Tell(r, report.Error, m, o, nil, m.What()+"写的是 "+m.Shown()+"，按"+judging.Spaced(j.WordsOf(o, m))+"算是"+judging.Spaced(j.ComesTo(m, in.RightSum)), "")
}

// wrongWay says whether a change goes the other way than the figures do, as printed.
func wrongWay(j *judging.Text, m *mention.Mention, now, then []*bind.Figure) bool {
	d := judging.Operands{}
	d.Put(lexicon.Way, &m.Figure)
	d.Put(lexicon.Final, now...)
	d.Put(lexicon.Than, then...)
	in, _ := j.Evaluate(judging.RuleByID["text.direction"].Equation, m.Subject, &d)
	return in != nil && in.Result != judge.Holds && !in.RightSum.IsZero()
}

func opposite(direction string) string {
	if direction == "增加" {
		return "减少"
	}
	return "增加"
}

// Judge judges totals that the text states with their parts.
func Judge(j *judging.Text) {
	for i := range judging.PartsOf {
		p := &judging.PartsOf[i]
		for _, column := range []string{lexicon.Final, lexicon.Opening, lexicon.Adjusted, lexicon.Budget, lexicon.Change, lexicon.PlanChange, lexicon.Things} {
			for _, total := range j.By[p.Total+" "+column] {
				addUp(j, total, column, lexicon.Split(p.Parts), p.All)
			}
		}
	}
	for _, w := range judging.Within {
		for _, column := range []string{lexicon.Final, lexicon.Things} {
			for _, part := range j.By[w[0]+" "+column] {
				within(j, part, w[1], column)
			}
		}
	}
	byFund(j)
	for _, of := range []string{lexicon.KeyGrantsSpent, lexicon.KeyGrantsIncome} {
		for _, total := range j.By[of+" "+lexicon.Before] {
			keys := lexicon.KindsOf[of]
			addUp(j, total, lexicon.Before, keys[:], true)
		}
	}
	vehicleCosts(j)
	ratings(j)
	changeParts(j)
	fundChanges(j)
	classSums(j)
	itemSums(j)
	shareSums(j)
	listedTotals(j)
}

// ratings judges that the projects of all grades are those that were evaluated.
func ratings(j *judging.Text) {
	for k := 0; k < len(j.Mentions); {
		p := j.Mentions[k].Passage
		var total *mention.Mention
		var parts []*mention.Mention
		clear := true
		for ; k < len(j.Mentions) && j.Mentions[k].Passage == p; k++ {
			m := j.Mentions[k]
			switch {
			case m.Subject == nil || m.Column != lexicon.Things || passage.TopicOf(p) != lexicon.Performance:
			case m.Subject.Key == read.Projects:
				if total != nil && total.Figure.Value != m.Figure.Value && len(parts) == 0 {
					clear = false
				}
				if len(parts) == 0 {
					if total != nil {
						j.Judged("text.twice", report.Holds, total, m)
					}
					total = m
				}
			case strings.HasPrefix(m.Subject.Key, "评级:"):
				parts = append(parts, m)
			}
		}
		if total == nil || !clear || len(parts) == 0 {
			continue
		}
		if s := Summed(j, "text.sum", total, parts); len(parts) > 1 || s.Exact() {
			Total(j, report.Error, s)
		}
	}
}

// addUp judges one total.
func addUp(j *judging.Text, total *mention.Mention, column string, keys []string, all bool) {
	var parts []*mention.Mention
	for _, key := range keys {
		if strings.HasSuffix(key, ":") {
			for _, n := range j.Mentions[max(0, total.Index-mention.Window):min(len(j.Mentions), total.Index+mention.Window)] {
				if n.Passage == total.Passage && n.Subject != nil && n.Column == column && strings.HasPrefix(n.Subject.Key, key) {
					parts = append(parts, n)
				}
			}
			continue
		}
		n := j.Near(total, key, column, false)
		if n == nil && (column == lexicon.Change || column == lexicon.PlanChange) && saysSame(j, key, total) {
			continue
		}
		if n == nil {
			if all {
				return
			}
			continue
		}
		parts = append(parts, n)
	}
	if len(parts) == 0 {
		return
	}
	if s := Summed(j, "text.sum", total, parts); !judging.Loose[total.Subject.Key] || s.Exact() {
		Total(j, report.Error, s)
	}
}

// saysSame says whether the text says of a subject that nothing changed.
func saysSame(j *judging.Text, key string, near *mention.Mention) bool {
	for i := range j.Notes {
		n := &j.Notes[i]
		if (n.Sense == lexicon.ASame || n.Sense == lexicon.ANearly) && n.Subject != nil && n.Subject.Key == key && n.Passage.Section == near.Passage.Section {
			return true
		}
	}
	return false
}

// sum is a total with its parts, as the equation of a rule works them out.
type sum struct {
	judging.Operands
	rule  *rule.Rule
	total *mention.Mention
	In    *judge.Instance // nil where it cannot be judged
}

// Summed evaluates a rule of the kind 总体 = Σ 各部分.
func Summed(j *judging.Text, id string, total *mention.Mention, parts []*mention.Mention) *sum {
	s := &sum{rule: judging.RuleByID[id], total: total}
	column := s.rule.Equation.Left[0].Column
	s.Add(judging.Named(mention.WholeRow, column), total)
	for _, p := range parts {
		s.Add(judging.Named(mention.PartsRows, column), p)
	}
	s.In, _ = j.Evaluate(s.rule.Equation, total.Subject, &s.Operands)
	return s
}

// Exact says whether the parts are the total to the last digit.
func (s *sum) Exact() bool { return s.In != nil && s.In.Difference.IsZero() }

// holds takes a sum that holds, of whose tails nothing is told.
func holdsSum(j *judging.Text, s *sum) bool {
	if !s.In.Bears() {
		return false
	}
	j.Judged(s.rule.ID, report.Holds, s.Mentions...)
	j.Confirm(s.Mentions)
	return true
}

// Total tells whether a total is the sum of its parts.
func Total(j *judging.Text, severity report.Severity, s *sum) {
	switch total, id := s.total, s.rule.ID; {
	case s.In == nil:
	case s.In.Result == judge.Tail:
		j.Judged(id, report.HasTail, s.Mentions...)
		j.Confirm(s.Mentions)
		tail(j, s)
	case !holdsSum(j, s):
		j.Judged(id, report.Violated, s.Mentions...)
		j.Want(total, s.Mentions, s.In.Difference)
		if j.Mended(s.rule, total.Subject, &s.Operands) {
			return
		}
		j.Tell(s.rule, severity, total, &s.Operands, nil, total.What()+"写的是 "+total.Shown()+"，各部分（"+j.PartsWords(&s.Operands, total)+"）加起来是"+judging.Spaced(j.ComesTo(total, s.In.RightSum))+j.MoreOrLess(total, s.In.RightSum), "")
	}
}

// tail tells a rounding tail of a sum in the text.
func tail(j *judging.Text, s *sum) {
	r, total, in := s.rule, s.total, s.In
	f := report.Finding{Rule: r.ID, Severity: report.Tail, Title: r.Title, Why: r.Why, Hint: "四舍五入造成的尾差，在允许范围内，不用改。",
		Message: j.Where(total.Passage) + "：" + total.What() + " " + total.Shown() + "，各部分（" + j.PartsWords(&s.Operands, total) + "）加起来是" + judging.Spaced(j.ComesTo(total, in.RightSum)) + "（尾差，允许 " + amount.Plain(in.Bound) + "）。",
		Left:    amount.Plain(in.LeftSum), Right: amount.Plain(in.RightSum), Relation: string(r.Equation.Relation), Difference: amount.Plain(in.Difference), Bound: amount.Plain(in.Bound)}
	for i, n := range s.Mentions {
		side := report.Right
		if i == 0 {
			side = report.Left
		}
		if len(f.Cells) < judging.MostCells {
			f.Cells = append(f.Cells, j.Cell(n, side))
		}
	}
	if len(j.Findings) < judging.MostFindings {
		j.Add(f, nil)
	}
}

func within(j *judging.Text, part *mention.Mention, whole, column string) {
	w := j.Near(part, whole, column, false)
	if signed := j.Near(part, lexicon.KeyContracts, column, false); whole == lexicon.KeyProcured && signed != nil {
		w = signed // contracts go beyond what the year paid
	}
	if w == nil {
		return
	}
	r, o := judging.RuleByID["text.within"], judging.Operands{}
	o.Add(judging.ThisFigure, part)
	o.Add(judging.Named(mention.WholeRow, judging.ThisFigure), w)
	in, _ := j.Evaluate(r.Equation, part.Subject, &o)
	if in == nil {
		return
	}
	if in.Bears() {
		j.Judged("text.within", report.Holds, part, w)
		return
	}
	j.Judged("text.within", report.Violated, part, w)
	j.Tell(r, report.Error, part, &o, nil, part.What()+"是 "+part.Shown()+"，比“"+w.Subject.Label()+"”的 "+w.Shown()+"还多", "")
}
