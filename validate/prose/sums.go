package prose

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// changes judges what is said of two figures and their difference.
func (j *judging) changes() {
	for _, m := range j.mentions {
		if m.subject == nil {
			continue
		}
		o := operands{}
		o.add(m.column, m)
		switch m.column {
		case change:
			if b := j.near(m, m.subject.key, before, false); b != nil {
				if o.add(before, b); j.find(&o, final, m, m.subject, final) {
					j.difference("text.change", m, &o, before)
				}
			}
		case planChange:
			columns := []string{m.base}
			if m.base == budget {
				columns = j.nearest(m, []string{budget, opening, adjusted})
			}
			if j.find(&o, budget, m, m.subject, columns...) && j.find(&o, final, m, m.subject, final) {
				j.difference("text.budget-change", m, &o, budget)
			}
		}
	}
}

// difference judges an amount of change by the two figures that it is between.
func (j *judging) difference(id string, m *mention, o *operands, base string) {
	r := ruleByID[id]
	in, skip := j.evaluate(r.Equation, m.subject, o)
	switch {
	case in == nil:
		if skip != nil {
			m.unsure = skip.Reason
		}
		return
	case in.Bears():
		j.judged(id, report.Holds, o.mentions...)
		return
	}
	j.judged(id, report.Violated, o.mentions...)
	if j.wrongWay(m, o.figures[final], o.figures[base]) && j.turned(r, m.subject, o, m) {
		j.judged("text.direction", report.Violated, o.mentions...)
		j.tell(ruleByID["text.direction"], report.Error, m, o, nil, m.what()+"写的是"+m.direction()+" "+m.shown()+"，按"+spaced(j.wordsOf(o, m))+"应是"+opposite(m.direction()), "")
		return
	}
	if j.mended(r, m.subject, o) {
		return
	}
	j.tell(r, report.Error, m, o, nil, m.what()+"写的是 "+m.shown()+"，按"+spaced(j.wordsOf(o, m))+"算是"+spaced(j.comesTo(m, in.RightSum)), "")
}

// wrongWay says whether a change goes the other way than the figures do, as printed.
func (j *judging) wrongWay(m *mention, now, then []*bind.Figure) bool {
	d := operands{}
	d.put(way, &m.figure)
	d.put(final, now...)
	d.put(than, then...)
	in, _ := j.evaluate(ruleByID["text.direction"].Equation, m.subject, &d)
	return in != nil && in.Result != judge.Holds && !in.RightSum.IsZero()
}

func opposite(direction string) string {
	if direction == "增加" {
		return "减少"
	}
	return "增加"
}

// sums judges totals that the text states with their parts.
func (j *judging) sums() {
	for i := range partsOf {
		p := &partsOf[i]
		for _, column := range []string{final, opening, adjusted, budget, change, planChange, things} {
			for _, total := range j.by[p.total+" "+column] {
				j.sum(total, column, split(p.parts), p.all)
			}
		}
	}
	for _, w := range within {
		for _, column := range []string{final, things} {
			for _, part := range j.by[w[0]+" "+column] {
				j.within(part, w[1], column)
			}
		}
	}
	j.byFund()
	for _, of := range []string{keyGrantsSpent, keyGrantsIncome} {
		for _, total := range j.by[of+" "+before] {
			keys := kindsOf[of]
			j.sum(total, before, keys[:], true)
		}
	}
	j.vehicleCosts()
	j.ratings()
	j.changeParts()
	j.fundChanges()
	j.classSums()
	j.itemSums()
	j.shareSums()
	j.listedTotals()
}

// ratings judges that the projects of all grades are those that were evaluated.
func (j *judging) ratings() {
	for k := 0; k < len(j.mentions); {
		p := j.mentions[k].passage
		var total *mention
		var parts []*mention
		clear := true
		for ; k < len(j.mentions) && j.mentions[k].passage == p; k++ {
			m := j.mentions[k]
			switch {
			case m.subject == nil || m.column != things || topicOf(p) != performance:
			case m.subject.key == projects:
				if total != nil && total.figure.Value != m.figure.Value && len(parts) == 0 {
					clear = false
				}
				if len(parts) == 0 {
					if total != nil {
						j.judged("text.twice", report.Holds, total, m)
					}
					total = m
				}
			case strings.HasPrefix(m.subject.key, "评级:"):
				parts = append(parts, m)
			}
		}
		if total == nil || !clear || len(parts) == 0 {
			continue
		}
		if s := j.summed("text.sum", total, parts); len(parts) > 1 || s.exact() {
			j.total(report.Error, s)
		}
	}
}

// sum judges one total.
func (j *judging) sum(total *mention, column string, keys []string, all bool) {
	var parts []*mention
	for _, key := range keys {
		if strings.HasSuffix(key, ":") {
			for _, n := range j.mentions[max(0, total.index-window):min(len(j.mentions), total.index+window)] {
				if n.passage == total.passage && n.subject != nil && n.column == column && strings.HasPrefix(n.subject.key, key) {
					parts = append(parts, n)
				}
			}
			continue
		}
		n := j.near(total, key, column, false)
		if n == nil && (column == change || column == planChange) && j.saysSame(key, total) {
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
	if s := j.summed("text.sum", total, parts); !loose[total.subject.key] || s.exact() {
		j.total(report.Error, s)
	}
}

// saysSame says whether the text says of a subject that nothing changed.
func (j *judging) saysSame(key string, near *mention) bool {
	for i := range j.notes {
		n := &j.notes[i]
		if (n.sense == aSame || n.sense == aNearly) && n.subject != nil && n.subject.key == key && n.passage.section == near.passage.section {
			return true
		}
	}
	return false
}

// sum is a total with its parts, as the equation of a rule works them out.
type sum struct {
	operands
	rule  *rule.Rule
	total *mention
	in    *judge.Instance // nil where it cannot be judged
}

// summed evaluates a rule of the kind 总体 = Σ 各部分.
func (j *judging) summed(id string, total *mention, parts []*mention) *sum {
	s := &sum{rule: ruleByID[id], total: total}
	column := s.rule.Equation.Left[0].Column
	s.add(named(wholeRow, column), total)
	for _, p := range parts {
		s.add(named(partsRows, column), p)
	}
	s.in, _ = j.evaluate(s.rule.Equation, total.subject, &s.operands)
	return s
}

// exact says whether the parts are the total to the last digit.
func (s *sum) exact() bool { return s.in != nil && s.in.Difference.IsZero() }

// holds takes a sum that holds, of whose tails nothing is told.
func (j *judging) holdsSum(s *sum) bool {
	if !s.in.Bears() {
		return false
	}
	j.judged(s.rule.ID, report.Holds, s.mentions...)
	j.confirm(s.mentions)
	return true
}

// total tells whether a total is the sum of its parts.
func (j *judging) total(severity report.Severity, s *sum) {
	switch total, id := s.total, s.rule.ID; {
	case s.in == nil:
	case s.in.Result == judge.Tail:
		j.judged(id, report.HasTail, s.mentions...)
		j.confirm(s.mentions)
		j.tail(s)
	case !j.holdsSum(s):
		j.judged(id, report.Violated, s.mentions...)
		j.want(total, s.mentions, s.in.Difference)
		if j.mended(s.rule, total.subject, &s.operands) {
			return
		}
		j.tell(s.rule, severity, total, &s.operands, nil, total.what()+"写的是 "+total.shown()+"，各部分（"+j.partsWords(&s.operands, total)+"）加起来是"+spaced(j.comesTo(total, s.in.RightSum))+j.moreOrLess(total, s.in.RightSum), "")
	}
}

func plainOf(a amount.Amount, m *mention) string {
	if m.number.kind == money {
		return amount.Group(a)
	}
	s := amount.Plain(a)
	return strings.TrimSuffix(s, ".00")
}

// tail tells a rounding tail of a sum in the text.
func (j *judging) tail(s *sum) {
	r, total, in := s.rule, s.total, s.in
	f := report.Finding{Rule: r.ID, Severity: report.Tail, Title: r.Title, Why: r.Why, Hint: "四舍五入造成的尾差，在允许范围内，不用改。",
		Message: j.place(total.passage) + "：" + total.what() + " " + total.shown() + "，各部分（" + j.partsWords(&s.operands, total) + "）加起来是" + spaced(j.comesTo(total, in.RightSum)) + "（尾差，允许 " + amount.Plain(in.Bound) + "）。",
		Left:    amount.Plain(in.LeftSum), Right: amount.Plain(in.RightSum), Relation: string(r.Equation.Relation), Difference: amount.Plain(in.Difference), Bound: amount.Plain(in.Bound)}
	for i, n := range s.mentions {
		side := report.Right
		if i == 0 {
			side = report.Left
		}
		if len(f.Cells) < mostCells {
			f.Cells = append(f.Cells, j.cell(n, side))
		}
	}
	if len(j.findings) < mostFindings {
		j.add(f, nil)
	}
}

func (j *judging) within(part *mention, whole, column string) {
	w := j.near(part, whole, column, false)
	if signed := j.near(part, keyContracts, column, false); whole == keyProcured && signed != nil {
		w = signed // contracts go beyond what the year paid
	}
	if w == nil {
		return
	}
	r, o := ruleByID["text.within"], operands{}
	o.add(thisFigure, part)
	o.add(named(wholeRow, thisFigure), w)
	in, _ := j.evaluate(r.Equation, part.subject, &o)
	if in == nil {
		return
	}
	if in.Bears() {
		j.judged("text.within", report.Holds, part, w)
		return
	}
	j.judged("text.within", report.Violated, part, w)
	j.tell(r, report.Error, part, &o, nil, part.what()+"是 "+part.shown()+"，比“"+w.subject.label()+"”的 "+w.shown()+"还多", "")
}
