package prose

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/rule"
)

// doubt is a percentage that is not that of its amounts: which of them is wrong is told
// once all sums are judged.
type doubt struct {
	finding int
	rule    *rule.Rule
	m       *mention // the percentage
	o       *operands
	in      *judge.Instance
}

// mostDoubts: beyond so many wrong percentages nobody reads why.
const mostDoubts = 200

// settleDoubts tells of each wrong percentage which of its figures should change: one that
// sums confirm, or a form, is right; one with whose right figure by a sum the percentage
// holds is wrong; of several that nothing confirms it is not certain.
func (j *judging) settleDoubts() {
	for i := range j.doubts[:min(len(j.doubts), mostDoubts)] {
		d := &j.doubts[i]
		j.findings[d.finding].Message += j.doubtWords(d)
	}
}

func (j *judging) doubtWords(d *doubt) string {
	var open []*mention
	for _, n := range d.o.mentions {
		if n == d.m || j.sound(n) || j.confirmed[n] || j.saidAgain(n) {
			continue
		}
		if right, ok := j.wanted[n]; ok && j.holdsWith(d, n, right) {
			return "各项加起来，“" + n.subject.label() + "”的" + n.columnWord() + "应是约 " + amount.Group(right.Abs()) + j.unitWord(n) + "，百分数也就对了：多半是这个数错了。"
		}
		open = append(open, n)
	}
	if guess := j.guess(d.m, d.o, d.in); guess != "" {
		return guess
	}
	if d.rule.ID == "text.share" && len(open) > 0 && d.in.RightSum.Cmp(amount.New(100, 0)) > 0 {
		return "一部分不会比总体多，多半是金额错了。"
	}
	if d.rule.ID == "text.share" && d.m.figure.Value.Cmp(amount.New(100, 0)) > 0 {
		return "占比不会超过 100%。"
	}
	switch len(open) {
	case 0:
		return "句中的金额与别处相符，多半是百分数错了。"
	case 1:
		s := "百分数和" + open[0].columnWord() + "哪个错了，说不准"
		if would, ok := j.wouldBe(d, open[0]); ok {
			s += "；百分数没错的话，" + open[0].columnWord() + "约是 " + amount.Group(would) + j.unitWord(open[0])
		}
		return s + "。"
	}
	names, alike := make([]string, len(open)), false
	for i, n := range open {
		names[i] = n.columnWord()
		alike = alike || slices.Contains(names[:i], names[i])
	}
	for i, n := range open {
		if alike { // the measure does not tell them apart
			names[i] = n.what()
		}
	}
	return "百分数、" + strings.Join(names, "、") + "哪个错了，说不准。"
}

// saidAgain says whether another paragraph has the same figure.
func (j *judging) saidAgain(n *mention) bool {
	for _, o := range around(j.by[n.subject.key+" "+n.column], n.index) {
		if o.passage != n.passage && j.isOne(o, n) {
			return true
		}
	}
	return false
}

// holdsWith says whether a percentage holds once an operand reads another figure.
func (j *judging) holdsWith(d *doubt, n *mention, right amount.Amount) bool {
	f := n.figure
	f.Value = right
	return j.with(d.rule, d.m.subject, d.o, map[*mention]bind.Figure{n: f}).Bears()
}

// wouldBe is what an operand would be if the percentage were right.
func (j *judging) wouldBe(d *doubt, n *mention) (amount.Amount, bool) {
	value := func(name string) amount.Amount {
		sum, _ := sumFigures(d.o.figures[name])
		return sum
	}
	p, hundred := d.m.figure.Value, amount.New(100, 0)
	over := func(a, times, by amount.Amount) (amount.Amount, bool) {
		t, ok := a.Mul(times)
		if !ok || by.IsZero() {
			return amount.Zero, false
		}
		q, ok := t.Over(by)
		return q.Abs().Round(n.figure.Places), ok
	}
	switch {
	case p.IsZero():
		return amount.Zero, false
	case n.column == change, n.column == planChange:
		return over(value(final), p, hundred.Add(p))
	case d.rule.ID == "text.completion" && isOperand(d.o.figures[budget], n):
		return over(value(final), hundred, p)
	case d.rule.ID == "text.share" && isOperand(d.o.figures[wholeFinal], n):
		return over(value(final), hundred, p)
	case d.rule.ID == "text.share" && isOperand(d.o.figures[final], n):
		return over(value(wholeFinal), p, hundred)
	case d.rule.ID == "text.completion" && isOperand(d.o.figures[final], n):
		return over(value(budget), p, hundred)
	}
	return amount.Zero, false
}

func isOperand(figures []*bind.Figure, n *mention) bool {
	return len(figures) == 1 && figures[0] == &n.figure
}

// confirm notes that a sum confirms its figures.
func (j *judging) confirm(mentions []*mention) {
	for _, n := range mentions {
		j.confirmed[n] = true
	}
}

// want notes what each of the figures of a broken sum would have to be: off is how much
// the total is more than its parts. A figure that a form confirms is right as it is.
func (j *judging) want(total *mention, mentions []*mention, off amount.Amount) {
	for _, n := range mentions {
		if _, twice := j.wanted[n]; twice || j.sound(n) {
			continue
		}
		if n == total {
			j.wanted[n] = n.figure.Value.Sub(off)
		} else {
			j.wanted[n] = n.figure.Value.Add(off)
		}
	}
}
