package judging

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/judge"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
)

// PercentWords is a percentage without its sign, to so many places.
func PercentWords(a amount.Amount, places int32) string {
	return amount.Plain(a.Abs().Round(places)) + "%"
}

// WordsOf names the figures of an equation, but for one.
func (j *Text) WordsOf(o *Operands, but *mention.Mention) string {
	return strings.Join(j.figuresOf(o, but), "、")
}

func (j *Text) figuresOf(o *Operands, but *mention.Mention) (said []string) {
	for _, n := range o.Mentions {
		if n != but {
			said = append(said, n.Said(but))
		}
	}
	for _, c := range o.cells {
		said = append(said, c.Table.Form.Short+"“"+RowAndColumn(c)+"” "+amount.Group(c.Value)+" "+j.Unit.Name)
	}
	return said
}

func (j *Text) equationWords(m *mention.Mention, o *Operands, in *judge.Instance) string {
	right := amount.Plain(in.RightSum.Round(4))
	if m.Number.Kind == scan.Percent {
		right = RateWords(m, in.RightSum, 4)
	}
	return m.What() + " " + m.Shown() + " ≠ " + right + "（" + j.WordsOf(o, m) + "）"
}

// guess tries what clerks do, and names what gives just the printed percentage.
func (j *Text) guess(m *mention.Mention, o *Operands, in *judge.Instance) string {
	printed, unit := m.Figure.Value.Abs(), amount.New(1, -m.Figure.Places)
	fits := func(a amount.Amount) bool { return a.Abs().Sub(printed).Abs().Cmp(unit) < 0 }
	value := func(name string) (amount.Amount, bool) {
		if len(o.Figures[name]) == 0 {
			return amount.Zero, false
		}
		sum, _ := SumFigures(o.Figures[name])
		return sum, true
	}
	over := func(a, b amount.Amount) amount.Amount {
		t, _ := a.Mul(amount.New(100, 0))
		if b.IsZero() {
			return amount.New(-1, 4)
		}
		q, _ := t.Over(b)
		return q
	}
	now, hasNow := value(lexicon.Final)
	delta, hasDelta := value(lexicon.Change)
	if !hasDelta {
		delta, hasDelta = value(lexicon.PlanChange)
	}
	plan, hasPlan := value(lexicon.Budget)
	hundred := amount.New(100, 0)
	switch {
	case hasDelta && hasNow && fits(over(delta, now)):
		return "像是把本年数当成了基数：应除以上年数（本年数 − 增减额）。"
	case hasDelta && delta.Abs() == printed && !printed.IsZero():
		return "像是把金额写成了百分数。"
	case fits(hundred.Sub(in.RightSum)):
		return "像是写成了 100% 减去它的数。"
	case hasPlan && hasNow && fits(over(plan, now)):
		return "像是除反了：应是决算数除以预算数。"
	case fits(in.RightSum.Add(hundred)) || fits(in.RightSum.Sub(hundred)):
		return "像是多算或少算了 100%。"
	}
	for _, n := range []int32{1, 2, -1, -2} {
		if s, ok := in.RightSum.Shift(n); ok && !printed.IsZero() && s.Abs().Round(m.Figure.Places) == printed {
			return "像是小数点点错了位。"
		}
	}
	for _, c := range []string{lexicon.Opening, lexicon.Adjusted, lexicon.Budget} {
		if p := j.Near(m, m.Subject.Key, c, false); p != nil && hasPlan && hasNow && p.Figure.Value != plan && fits(over(now, p.Figure.Value)) {
			return "像是除以了" + c + "数 " + p.Shown() + "。"
		}
	}
	if s := j.peer(m, delta, hasDelta); s != "" {
		return s
	}
	if printed == hundred || printed.IsZero() {
		return "" // which many have
	}
	for _, n := range j.Mentions[max(0, m.Index-8):min(len(j.Mentions), m.Index+9)] {
		if n != m && n.Subject != nil && n.Column == m.Column && n.Subject.Key != m.Subject.Key && n.Figure.Value == m.Figure.Value && n.Passage.Section == m.Passage.Section && !j.sameMoney(m, n) {
			return "这个百分数与“" + n.Subject.Label() + "”的相同，像是抄来没有改。"
		}
	}
	return ""
}

// sameMoney says whether the subjects of two figures have one amount: then what is said of
// both is rightly the same.
func (j *Text) sameMoney(m, n *mention.Mention) bool {
	a, b := j.Near(m, m.Subject.Key, lexicon.Final, true), j.Near(n, n.Subject.Key, lexicon.Final, true)
	return a != nil && b != nil && a.Figure.Value == b.Figure.Value
}

// peer names the same money under another name, whose change or rate holds: the one of the
// two that differs here is wrong.
func (j *Text) peer(m *mention.Mention, delta amount.Amount, hasDelta bool) string {
	if !hasDelta || m.Column != lexicon.Growth {
		return ""
	}
	for _, n := range j.Mentions[max(0, m.Index-2*mention.Window):min(len(j.Mentions), m.Index+2*mention.Window)] {
		if n == m || n.Subject == nil || n.Column != lexicon.Growth || n.Finding != 0 || n.Subject.Key == m.Subject.Key || !j.sameMoney(m, n) {
			continue
		}
		other := j.Near(n, n.Subject.Key, lexicon.Change, false)
		switch {
		case other == nil || other.Passage != n.Passage:
		case n.Figure.Value == m.Figure.Value && other.Figure.Value != delta:
			return j.Where(n.Passage) + "“" + n.Subject.Label() + "”的本年数和百分数都与这里相同，" + other.ColumnWord() + "写的是 " + other.Shown() + "，像是这里的" + other.ColumnWord() + "错了。"
		case n.Figure.Value != m.Figure.Value && other.Figure.Value == delta:
			return j.Where(n.Passage) + "“" + n.Subject.Label() + "”的本年数和" + other.ColumnWord() + "都与这里相同，百分数写的是 " + n.Shown() + "，像是这里的百分数错了。"
		}
	}
	return ""
}
