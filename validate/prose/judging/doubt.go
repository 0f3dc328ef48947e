package judging

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/rule"
)

// doubt is a percentage that is not that of its amounts: which of them is wrong is told
// once all sums are judged.
type doubt struct {
	finding int
	rule    *rule.Rule
	m       *mention.Mention // the percentage
	o       *Operands
	in      *judge.Instance
}

// DoubtOver keeps a broken percentage until it may be certain which of its figures is wrong.
func (j *Text) DoubtOver(finding int, r *rule.Rule, m *mention.Mention, o *Operands, in *judge.Instance) {
	j.doubts = append(j.doubts, doubt{finding, r, m, o, in})
}

// mostDoubts: beyond so many wrong percentages nobody reads why.
const mostDoubts = 200

// SettleDoubts tells of each wrong percentage which of its figures should change: one that
// sums confirm, or a form, is right; one with whose right figure by a sum the percentage
// holds is wrong; of several that nothing confirms it is not certain.
func (j *Text) SettleDoubts() {
	for i := range j.doubts[:min(len(j.doubts), mostDoubts)] {
		d := &j.doubts[i]
		j.Findings[d.finding].Message += j.doubtWords(d)
	}
}

func (j *Text) doubtWords(d *doubt) string {
	var open []*mention.Mention
	for _, n := range d.o.Mentions {
		if n == d.m || j.Sound(n) || j.confirmed[n] || j.saidAgain(n) {
			continue
		}
		if right, ok := j.wanted[n]; ok && j.holdsWith(d, n, right) {
			return "各项加起来，“" + n.Subject.Label() + "”的" + n.ColumnWord() + "应是约 " + amount.Group(right.Abs()) + j.unitWord(n) + "，百分数也就对了：多半是这个数错了。"
		}
		open = append(open, n)
	}
	if guess := j.guess(d.m, d.o, d.in); guess != "" {
		return guess
	}
	if d.rule.ID == "text.share" && len(open) > 0 && d.in.RightSum.Cmp(amount.New(100, 0)) > 0 {
		return "一部分不会比总体多，多半是金额错了。"
	}
	if d.rule.ID == "text.share" && d.m.Figure.Value.Cmp(amount.New(100, 0)) > 0 {
		return "占比不会超过 100%。"
	}
	switch len(open) {
	case 0:
		return "句中的金额与别处相符，多半是百分数错了。"
	case 1:
		s := "百分数和" + open[0].ColumnWord() + "哪个错了，说不准"
		if would, ok := j.wouldBe(d, open[0]); ok {
			s += "；百分数没错的话，" + open[0].ColumnWord() + "约是 " + amount.Group(would) + j.unitWord(open[0])
		}
		return s + "。"
	}
	names, alike := make([]string, len(open)), false
	for i, n := range open {
		names[i] = n.ColumnWord()
		alike = alike || slices.Contains(names[:i], names[i])
	}
	for i, n := range open {
		if alike { // the measure does not tell them apart
			names[i] = n.What()
		}
	}
	return "百分数、" + strings.Join(names, "、") + "哪个错了，说不准。"
}

// saidAgain says whether another paragraph has the same figure.
func (j *Text) saidAgain(n *mention.Mention) bool {
	for _, o := range mention.Around(j.By[n.Subject.Key+" "+n.Column], n.Index) {
		if o.Passage != n.Passage && j.IsOne(o, n) {
			return true
		}
	}
	return false
}

// holdsWith says whether a percentage holds once an operand reads another figure.
func (j *Text) holdsWith(d *doubt, n *mention.Mention, right amount.Amount) bool {
	f := n.Figure
	f.Value = right
	return j.With(d.rule, d.m.Subject, d.o, map[*mention.Mention]bind.Figure{n: f}).Bears()
}

// wouldBe is what an operand would be if the percentage were right.
func (j *Text) wouldBe(d *doubt, n *mention.Mention) (amount.Amount, bool) {
	value := func(name string) amount.Amount {
		sum, _ := SumFigures(d.o.Figures[name])
		return sum
	}
	p, hundred := d.m.Figure.Value, amount.New(100, 0)
	over := func(a, times, by amount.Amount) (amount.Amount, bool) {
		t, ok := a.Mul(times)
		if !ok || by.IsZero() {
			return amount.Zero, false
		}
		q, ok := t.Over(by)
		return q.Abs().Round(n.Figure.Places), ok
	}
	switch {
	case p.IsZero():
		return amount.Zero, false
	case n.Column == lexicon.Change, n.Column == lexicon.PlanChange:
		return over(value(lexicon.Final), p, hundred.Add(p))
	case d.rule.ID == "text.completion" && isOperand(d.o.Figures[lexicon.Budget], n):
		return over(value(lexicon.Final), hundred, p)
	case d.rule.ID == "text.share" && isOperand(d.o.Figures[WholeFinal], n):
		return over(value(lexicon.Final), hundred, p)
	case d.rule.ID == "text.share" && isOperand(d.o.Figures[lexicon.Final], n):
		return over(value(WholeFinal), p, hundred)
	case d.rule.ID == "text.completion" && isOperand(d.o.Figures[lexicon.Final], n):
		return over(value(lexicon.Budget), p, hundred)
	}
	return amount.Zero, false
}

func isOperand(figures []*bind.Figure, n *mention.Mention) bool {
	return len(figures) == 1 && figures[0] == &n.Figure
}

// Confirm notes that a sum confirms its figures.
func (j *Text) Confirm(mentions []*mention.Mention) {
	for _, n := range mentions {
		j.confirmed[n] = true
	}
}

// Want notes what each of the figures of a broken sum would have to be: off is how much
// the total is more than its parts. A figure that a form confirms is right as it is.
func (j *Text) Want(total *mention.Mention, mentions []*mention.Mention, off amount.Amount) {
	for _, n := range mentions {
		if _, twice := j.wanted[n]; twice || j.Sound(n) {
			continue
		}
		if n == total {
			j.wanted[n] = n.Figure.Value.Sub(off)
		} else {
			j.wanted[n] = n.Figure.Value.Add(off)
		}
	}
}
