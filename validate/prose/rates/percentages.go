// Package rates judges percentages by the amounts that they are made of: shares, growth,
// completion.
package rates

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Judge judges every percentage by the amounts it is made of.
func Judge(j *judging.Text) {
	for _, m := range j.Mentions {
		if m.Subject == nil || m.Number.Kind != scan.Percent {
			continue
		}
		switch m.Column {
		case lexicon.Share:
			share(j, m)
		case lexicon.Done:
			completion(j, m)
		case lexicon.Growth:
			growth(j, m, "text.growth", lexicon.Change)
		case lexicon.PlanGrowth:
			growth(j, m, "text.budget-growth", lexicon.PlanChange)
		}
	}
	j.TellShorts()
}

// quotient judges a percentage.
func quotient(j *judging.Text, id string, m *mention.Mention, o *judging.Operands) {
	r := judging.RuleByID[id]
	in, skip := j.Evaluate(r.Equation, m.Subject, o)
	switch {
	case skip != nil:
		m.Unsure = skip.Reason
		return
	case in == nil:
		return
	case in.Result == judge.Undefined:
		zeroBase(j, r, m, o, in)
		return
	}
	if in.Result == judge.Broken && m.UnsignedGap() {
		other := m.Figure
		other.Value = other.Value.Neg()
		if again := j.With(r, m.Subject, o, map[*mention.Mention]bind.Figure{m: other}); again.Bears() {
			in = again
		}
	}
	if in.Bears() {
		j.Finer(r, m, o)
		j.Judged(id, report.Holds, o.Mentions...)
		j.Equations = append(j.Equations, rule.Judged{Instance: in, Rule: r, Finding: -1})
		return
	}
	if asPrinted(j, r, m, o) || j.WithMended(r, m, o) {
		j.Judged(id, report.Holds, o.Mentions...)
		return
	}
	j.Judged(id, report.Violated, o.Mentions...)
	if f := j.Explained(r, m, o); f >= 0 {
		j.Attach(f, o)
		return
	}
	words := m.What() + "写的是 " + m.Shown() + "，按" + judging.Spaced(j.WordsOf(o, m)) + "算是" + judging.Spaced(judging.RateWords(m, in.RightSum, max(m.Figure.Places, 2)))
	if at := j.Tell(r, r.Severity, m, o, in, words, ""); at >= 0 {
		j.DoubtOver(at, r, m, o, in)
	}
}

// asPrinted says whether an equation holds when amounts that print fewer digits than most
// are taken for rounded: it is then not certain that it is broken.
func asPrinted(j *judging.Text, r *rule.Rule, m *mention.Mention, o *judging.Operands) bool {
	if !j.Rounds {
		return false
	}
	printed := map[*mention.Mention]bind.Figure{}
	for _, n := range o.Mentions {
		if n.Number.Kind == scan.Money && n.Number.Places < j.Usual && !n.Number.Value.IsZero() {
			u, _ := amount.UnitNamed(n.Number.Unit)
			f := n.Figure
			if _, sure := j.Right[n]; !sure {
				f.Half = u.HalfUnit(j.Unit, n.Number.Places)
			}
			printed[n] = f
		}
	}
	return len(printed) > 0 && j.With(r, m.Subject, o, printed).Bears()
}
