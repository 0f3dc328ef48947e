package prose

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/judge"
)

func percentWords(a amount.Amount, places int32) string {
	return amount.Plain(a.Abs().Round(places)) + "%"
}

// wordsOf names the figures of an equation, but for one.
func (j *judging) wordsOf(o *operands, but *mention) string {
	return strings.Join(j.figuresOf(o, but), "、")
}

func (j *judging) figuresOf(o *operands, but *mention) (said []string) {
	for _, n := range o.mentions {
		if n != but {
			said = append(said, n.said(but))
		}
	}
	for _, c := range o.cells {
		said = append(said, c.Table.Form.Short+"“"+rowAndColumn(c)+"” "+amount.Group(c.Value)+" "+j.unit.Name)
	}
	return said
}

func (j *judging) equationWords(m *mention, o *operands, in *judge.Instance) string {
	right := amount.Plain(in.RightSum.Round(4))
	if m.number.kind == percent {
		right = rateWords(m, in.RightSum, 4)
	}
	return m.what() + " " + m.shown() + " ≠ " + right + "（" + j.wordsOf(o, m) + "）"
}

// guess tries what clerks do, and names what gives just the printed percentage.
func (j *judging) guess(m *mention, o *operands, in *judge.Instance) string {
	printed, unit := m.figure.Value.Abs(), amount.New(1, -m.figure.Places)
	fits := func(a amount.Amount) bool { return a.Abs().Sub(printed).Abs().Cmp(unit) < 0 }
	value := func(name string) (amount.Amount, bool) {
		if len(o.figures[name]) == 0 {
			return amount.Zero, false
		}
		sum, _ := sumFigures(o.figures[name])
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
	now, hasNow := value(final)
	delta, hasDelta := value(change)
	if !hasDelta {
		delta, hasDelta = value(planChange)
	}
	plan, hasPlan := value(budget)
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
		if s, ok := in.RightSum.Shift(n); ok && !printed.IsZero() && s.Abs().Round(m.figure.Places) == printed {
			return "像是小数点点错了位。"
		}
	}
	for _, c := range []string{opening, adjusted, budget} {
		if p := j.near(m, m.subject.key, c, false); p != nil && hasPlan && hasNow && p.figure.Value != plan && fits(over(now, p.figure.Value)) {
			return "像是除以了" + c + "数 " + p.shown() + "。"
		}
	}
	if s := j.peer(m, delta, hasDelta); s != "" {
		return s
	}
	if printed == hundred || printed.IsZero() {
		return "" // which many have
	}
	for _, n := range j.mentions[max(0, m.index-8):min(len(j.mentions), m.index+9)] {
		if n != m && n.subject != nil && n.column == m.column && n.subject.key != m.subject.key && n.figure.Value == m.figure.Value && n.passage.section == m.passage.section && !j.sameMoney(m, n) {
			return "这个百分数与“" + n.subject.label() + "”的相同，像是抄来没有改。"
		}
	}
	return ""
}

// sameMoney says whether the subjects of two figures have one amount: then what is said of
// both is rightly the same.
func (j *judging) sameMoney(m, n *mention) bool {
	a, b := j.near(m, m.subject.key, final, true), j.near(n, n.subject.key, final, true)
	return a != nil && b != nil && a.figure.Value == b.figure.Value
}

// peer names the same money under another name, whose change or rate holds: the one of the
// two that differs here is wrong.
func (j *judging) peer(m *mention, delta amount.Amount, hasDelta bool) string {
	if !hasDelta || m.column != growth {
		return ""
	}
	for _, n := range j.mentions[max(0, m.index-2*window):min(len(j.mentions), m.index+2*window)] {
		if n == m || n.subject == nil || n.column != growth || n.finding != 0 || n.subject.key == m.subject.key || !j.sameMoney(m, n) {
			continue
		}
		other := j.near(n, n.subject.key, change, false)
		switch {
		case other == nil || other.passage != n.passage:
		case n.figure.Value == m.figure.Value && other.figure.Value != delta:
			return j.place(n.passage) + "“" + n.subject.label() + "”的本年数和百分数都与这里相同，" + other.columnWord() + "写的是 " + other.shown() + "，像是这里的" + other.columnWord() + "错了。"
		case n.figure.Value != m.figure.Value && other.figure.Value == delta:
			return j.place(n.passage) + "“" + n.subject.label() + "”的本年数和" + other.columnWord() + "都与这里相同，百分数写的是 " + n.shown() + "，像是这里的百分数错了。"
		}
	}
	return ""
}
