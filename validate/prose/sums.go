package prose

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/report"
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

// difference judges m = 决算 − base.
func (j *judging) difference(id string, m *mention, o *operands, base string) {
	now, half := sumFigures(o.figures[final])
	then, half2 := sumFigures(o.figures[base])
	off := m.figure.Value.Sub(now.Sub(then))
	bound := half.Add(half2).Add(m.figure.Half)
	if off.Abs().Cmp(bound) <= 0 {
		j.judged(id, report.Holds, o.mentions...)
		return
	}
	j.judged(id, report.Violated, o.mentions...)
	if right := now.Sub(then); m.figure.Value.Add(right).Abs().Cmp(bound) <= 0 && !right.IsZero() {
		j.judged("text.direction", report.Violated, o.mentions...)
		j.tell(ruleByID["text.direction"], report.Error, m, o, nil, m.what()+"写的是"+m.direction()+" "+m.shown()+"，按"+spaced(j.wordsOf(o, m))+"应是"+opposite(m.direction()), "")
		return
	}
	if j.mendedSum(m, o, off) {
		return
	}
	j.tell(ruleByID[id], report.Error, m, o, nil, m.what()+"写的是 "+m.shown()+"，按"+spaced(j.wordsOf(o, m))+"算是"+spaced(j.comesTo(m, now.Sub(then))), "")
}

func opposite(direction string) string {
	if direction == "增加" {
		return "减少"
	}
	return "增加"
}

// mendedSum says whether a sum that is off by so much holds with the right figure of one
// that is wrong by a form already, and attaches it there.
func (j *judging) mendedSum(m *mention, o *operands, off amount.Amount) bool {
	for _, n := range o.mentions {
		if right, ok := j.right[n]; ok && n.suspect && n.finding > 0 {
			if d := n.figure.Value.Sub(right.Value).Abs(); d.Sub(off.Abs()).Abs().Cmp(amount.New(2, -2)) <= 0 {
				j.attach(n.finding-1, o)
				return true
			}
		}
	}
	return false
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
	j.ratings()
	j.changeParts()
	j.classSums()
	j.itemSums()
	j.shareSums()
}

// ratings judges that the projects of all grades are those that were evaluated.
func (j *judging) ratings() {
	for k := 0; k < len(j.mentions); {
		p := j.mentions[k].passage
		var total *mention
		o := operands{}
		sum, clear := amount.Zero, true
		for ; k < len(j.mentions) && j.mentions[k].passage == p; k++ {
			m := j.mentions[k]
			switch {
			case m.subject == nil || m.column != things || topicOf(p) != performance:
			case m.subject.key == projects:
				if total != nil && total.figure.Value != m.figure.Value && len(o.mentions) == 0 {
					clear = false
				}
				if len(o.mentions) == 0 {
					if total != nil {
						j.judged("text.twice", report.Holds, total, m)
					}
					total = m
				}
			case strings.HasPrefix(m.subject.key, "评级:"):
				o.add(things, m)
				sum = sum.Add(m.figure.Value)
			}
		}
		if total == nil || !clear || len(o.mentions) == 0 || len(o.mentions) == 1 && sum != total.figure.Value {
			continue
		}
		all := operands{}
		all.add(things, total)
		all.mentions = append(all.mentions, o.mentions...)
		j.total("text.sum", report.Error, total, &all, sum, amount.Zero)
	}
}

// sum judges one total.
func (j *judging) sum(total *mention, column string, keys []string, all bool) {
	o := operands{}
	o.add(column, total)
	sum, bound := amount.Zero, total.figure.Half
	found := 0
	for _, key := range keys {
		if strings.HasSuffix(key, ":") {
			for _, n := range j.mentions[max(0, total.index-window):min(len(j.mentions), total.index+window)] {
				if n.passage == total.passage && n.subject != nil && n.column == column && strings.HasPrefix(n.subject.key, key) {
					o.add(key, n)
					sum, bound, found = sum.Add(n.figure.Value), bound.Add(n.figure.Half), found+1
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
		o.add(key, n)
		sum, bound, found = sum.Add(n.figure.Value), bound.Add(n.figure.Half), found+1
	}
	if found == 0 || loose[total.subject.key] && sum != total.figure.Value {
		return
	}
	j.total("text.sum", report.Error, total, &o, sum, bound)
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

// total tells whether a total is the sum of its parts.
func (j *judging) total(id string, severity report.Severity, total *mention, o *operands, sum, bound amount.Amount) {
	off := total.figure.Value.Sub(sum)
	o.figures = nil
	switch {
	case off.IsZero():
		j.judged(id, report.Holds, o.mentions...)
		j.confirm(o.mentions)
		return
	case off.Abs().Cmp(bound) <= 0:
		j.judged(id, report.HasTail, o.mentions...)
		j.confirm(o.mentions)
		j.tail(id, total, o, sum, bound)
		return
	}
	j.judged(id, report.Violated, o.mentions...)
	j.want(total, o.mentions, off)
	if j.mendedSum(total, o, off) {
		return
	}
	j.tell(ruleByID[id], severity, total, o, nil, total.what()+"写的是 "+total.shown()+"，各部分（"+j.partsWords(o, total)+"）加起来是"+spaced(j.comesTo(total, sum))+j.moreOrLess(total, sum), "")
}

func plainOf(a amount.Amount, m *mention) string {
	if m.number.kind == money {
		return amount.Group(a)
	}
	s := amount.Plain(a)
	return strings.TrimSuffix(s, ".00")
}

// tail tells a rounding tail of a sum in the text.
func (j *judging) tail(id string, total *mention, o *operands, sum, bound amount.Amount) {
	r := ruleByID[id]
	f := report.Finding{Rule: id, Severity: report.Tail, Title: r.Title, Why: r.Why, Hint: "四舍五入造成的尾差，在允许范围内，不用改。",
		Message: j.place(total.passage) + "：" + total.what() + " " + total.shown() + "，各部分（" + j.partsWords(o, total) + "）加起来是" + spaced(j.comesTo(total, sum)) + "（尾差，允许 " + amount.Plain(bound) + "）。",
		Left:    amount.Plain(total.figure.Value), Right: amount.Plain(sum), Relation: "=", Difference: amount.Plain(total.figure.Value.Sub(sum)), Bound: amount.Plain(bound)}
	for i, n := range o.mentions {
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
	if w == nil {
		return
	}
	o := operands{mentions: []*mention{part, w}}
	if part.figure.Value.Sub(w.figure.Value).Cmp(part.figure.Half.Add(w.figure.Half)) <= 0 {
		j.judged("text.within", report.Holds, part, w)
		return
	}
	j.judged("text.within", report.Violated, part, w)
	j.tell(ruleByID["text.within"], report.Error, part, &o, nil, part.what()+"是 "+part.shown()+"，比“"+w.subject.label()+"”的 "+w.shown()+"还多", "")
}
