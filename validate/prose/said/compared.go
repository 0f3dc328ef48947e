package said

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/report"
)

// compared judges 决算数大于预算数.
func compared(j *judging.Text, n *mention.Note) {
	at := pseudo(j, n)
	now := j.Near(at, n.Subject.Key, lexicon.Final, false)
	columns := []string{n.Base, lexicon.Budget}
	if n.Base == lexicon.Budget {
		columns = j.Nearest(at, []string{lexicon.Budget, lexicon.Opening, lexicon.Adjusted})
	}
	var plan *mention.Mention
	for _, c := range columns {
		if plan = j.Near(at, n.Subject.Key, c, false); plan != nil {
			break
		}
	}
	if plan == nil {
		comparedDone(j, n, at)
		return
	}
	if now == nil || now.Passage != plan.Passage {
		return
	}
	word := string(n.Passage.Text[n.At:n.End])
	o := judging.Operands{}
	o.Put(lexicon.Way, j.Exactly(ways[n.Sense]))
	o.Put(lexicon.Final, coarse(now))
	o.Put(lexicon.Than, coarse(plan))
	in, _ := j.Evaluate(judging.RuleByID["text.direction"].Equation, n.Subject, &o)
	if in == nil {
		return
	}
	if in.Bears() {
		j.Judged("text.direction", report.Holds)
		return
	}
	j.Judged("text.direction", report.Violated)
	if now.Finding > 0 && now.Suspect || plan.Finding > 0 {
		j.Attach(max(now.Finding, plan.Finding)-1, &judging.Operands{Mentions: []*mention.Mention{now}})
		return
	}
	j.Told("text.direction", report.Error, n.Passage, n.At, n.End, "“"+n.Subject.Label()+"”写的是“"+word+"”，但决算数 "+now.Shown()+"、预算数 "+plan.Shown(), j.Cell(now, report.Right), j.Cell(plan, report.Right))
}

// ways are the directions that words of comparison say.
var ways = map[lexicon.Sense]int64{lexicon.AMore: 1, lexicon.ALess: -1, lexicon.AnEqual: 0, lexicon.ASame: 0, lexicon.ANearly: 0}

// coarse is a figure as words compare it: no finer than to two decimals.
func coarse(m *mention.Mention) *bind.Figure {
	return judging.Over(&m.Figure, judging.Larger(m.Figure.Half, amount.New(5, -3)))
}

// comparedDone judges 决算数大于预算数 by the completion, where the budget is not stated.
func comparedDone(j *judging.Text, n *mention.Note, at *mention.Mention) {
	m := j.Near(at, n.Subject.Key, lexicon.Done, false)
	if m == nil || m.Passage != n.Passage {
		return
	}
	o := judging.Operands{}
	o.Put(lexicon.Way, j.Exactly(ways[n.Sense]))
	o.Put(lexicon.Done, judging.Over(&m.Figure, amount.New(5, -m.Number.Places-1)))
	o.Put(judging.WholeDone, j.Exactly(100))
	in, _ := j.Evaluate(judging.RuleByID["text.direction"].Further[judging.ByDone], n.Subject, &o)
	if in != nil && !in.Bears() && n.Sense != lexicon.AnEqual {
		j.Told("text.direction", report.Error, n.Passage, n.At, n.End, "“"+n.Subject.Label()+"”写的是“"+string(n.Passage.Text[n.At:n.End])+"”，但完成率是 "+m.Shown(), j.Cell(m, report.Right))
		return
	}
	if n.Sense == lexicon.AnEqual && in != nil {
		if off := m.Figure.Value.Sub(amount.New(100, 0)).Abs(); off.Cmp(amount.New(1, 0)) >= 0 { // 完成预算 96 %,决算数等于预算数
			j.Judged("text.direction", report.Violated, m)
			j.Told("text.direction", report.Error, n.Passage, n.At, n.End, "“"+n.Subject.Label()+"”写的是“"+string(n.Passage.Text[n.At:n.End])+"”，但完成率是 "+m.Shown(), j.Cell(m, report.Right))
			return
		}
		j.Judged("text.direction", report.Holds, m)
		return
	}
	j.Judged("text.direction", report.Holds)
}

// same judges 与预算持平.
func same(j *judging.Text, n *mention.Note) {
	at := pseudo(j, n)
	now := j.Near(at, n.Subject.Key, lexicon.Final, false)
	if now == nil || now.Passage != n.Passage {
		return
	}
	columns := []string{n.Base}
	switch {
	case n.Base == lexicon.Budget:
		columns = j.Nearest(at, []string{lexicon.Budget, lexicon.Opening, lexicon.Adjusted})
	case n.Base == "":
		return
	}
	var other *mention.Mention
	for _, c := range columns {
		if other = j.Near(at, n.Subject.Key, c, false); other != nil {
			break
		}
	}
	if delta := j.Near(at, n.Subject.Key, lexicon.Change, false); n.Base == lexicon.Before && delta != nil && delta.Sentence == n.Sentence && n.Sense == lexicon.ASame && delta.Number.End > n.At-40 && moves(j, n, delta) {
		j.Told("text.same", report.Error, n.Passage, n.At, n.End, "“"+n.Subject.Label()+"”写的是“"+string(n.Passage.Text[n.At:n.End])+"”，同一句又写"+delta.Direction()+" "+delta.Shown(), j.Cell(delta, report.Right))
		return
	}
	if other == nil || other.Passage != n.Passage {
		return
	}
	o := judging.Operands{}
	a, b := coarse(now), coarse(other)
	if one, ok := other.Figure.Value.Shift(-2); n.Sense == lexicon.ANearly && ok && one.Abs().Cmp(a.Half.Add(b.Half)) > 0 {
		a.Half, b.Half = amount.Zero, one.Abs()
	}
	o.Put(lexicon.Final, a)
	o.Put(lexicon.Than, b)
	in, _ := j.Evaluate(judging.RuleByID["text.same"].Equation, n.Subject, &o)
	if in == nil {
		return
	}
	if in.Bears() {
		j.Judged("text.same", report.Holds)
		return
	}
	j.Judged("text.same", report.Violated)
	if now.Suspect && now.Finding > 0 || other.Finding > 0 {
		return
	}
	j.Told("text.same", report.Error, n.Passage, n.At, n.End, "“"+n.Subject.Label()+"”写的是“"+string(n.Passage.Text[n.At:n.End])+"”，但决算数 "+now.Shown()+"、"+other.ColumnWord()+" "+other.Shown(), j.Cell(now, report.Right), j.Cell(other, report.Right))
}

// moves says whether an amount of change speaks against words that say there is none.
func moves(j *judging.Text, n *mention.Note, delta *mention.Mention) bool {
	o := judging.Operands{}
	o.Put(lexicon.Way, j.Exactly(ways[n.Sense]))
	o.Put(lexicon.Change, judging.Over(&delta.Figure, judging.AsRounded))
	in, _ := j.Evaluate(judging.RuleByID["text.same"].Further[judging.ByChange], n.Subject, &o)
	return in != nil && !in.Bears()
}
