package judging

import (
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/rule"
)

// blame is a cell of a form that is likely wrong, since with what the text says every
// broken identity of the forms that it stands in holds.
type blame struct {
	cell  *bind.Figure
	right amount.Amount
	agree []string // the forms that print what the text says
}

// blamed is the cell to blame where the text and the cells of a form differ; nil where
// the forms hold, or another figure of theirs may as well be wrong.
func (j *Text) blamed(in *judge.Instance) (found *blame) {
	for _, o := range in.Right {
		list := j.broken[o.Figure.At]
		if len(list) == 0 || o.Figure.State != bind.Money {
			continue
		}
		right := o.Figure.Value.Add(in.Difference)
		if o.Minus {
			right = o.Figure.Value.Sub(in.Difference)
		}
		if !mends(list, o.Figure, right) {
			continue
		}
		if found != nil {
			return nil
		}
		found = &blame{cell: o.Figure, right: right, agree: agreeing(list, o.Figure, right)}
	}
	return found
}

// mostAgreeing is how many forms are named that agree with the text.
const mostAgreeing = 3

// agreeing names the forms that print a figure where a cell should have it.
func agreeing(list []*rule.Judged, cell *bind.Figure, right amount.Amount) (names []string) {
	for _, in := range list {
		if len(in.Left) != 1 || len(in.Right) != 1 || len(names) == mostAgreeing {
			continue
		}
		other := in.Left[0].Figure
		if other == cell {
			other = in.Right[0].Figure
		}
		if name := other.Table.Form.Short; other.Table != cell.Table && other.Value == right && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// words say that it is the form that is likely wrong.
func (b *blame) words(several bool) string {
	s := ""
	if len(b.agree) > 0 {
		s = strings.Join(b.agree, "、") + "也是 " + amount.Group(b.right) + "，"
	}
	if several {
		return s + "表里的等式要“" + RowAndColumn(b.cell) + "”是 " + amount.Group(b.right) + " 才平，多半是表里这个数错了。"
	}
	return s + "表里的等式用说明里的数就平了，多半是表里的数错了。"
}

const blameHint = "先核对表里的这个数；说明里的数对的，改表。"

// again attaches a figure that differs from a form's cells as one before did, and says
// where it stands; −1 for none before.
func (j *Text) again(m *mention.Mention, r *rule.Rule, in *judge.Instance, b *blame) int {
	at, known := 0, false
	if b != nil {
		at, known = j.blames[b.cell]
	}
	if !known {
		at, known = j.differs[differing(r, in)]
	}
	if !known {
		return -1
	}
	j.Attach(at, &Operands{Mentions: []*mention.Mention{m}})
	if f := &j.Findings[at]; j.repeats[at] < mostRepeats {
		f.Message += j.Paragraph(m.Passage) + "写的也是 " + m.Shown() + "。"
		j.repeats[at]++
	}
	m.Finding = at + 1
	return at
}

// mostRepeats is how many more places of one figure a message names; all are cells of it.
const mostRepeats = 3

// differing stands for a rule, its cells and what the text says.
func differing(r *rule.Rule, in *judge.Instance) string {
	s := r.ID + " " + amount.Plain(in.LeftSum)
	for _, o := range in.Right {
		s += " " + strconv.Itoa(o.Figure.At.Sheet) + passage.Address(o.Figure.At)
	}
	return s
}

// noteDifference notes a finding about a cell, for those that say the same.
func (j *Text) noteDifference(at int, r *rule.Rule, in *judge.Instance, b *blame) {
	if at < 0 {
		return
	}
	j.differs[differing(r, in)] = at
	if b != nil {
		j.blames[b.cell] = at
	}
}
