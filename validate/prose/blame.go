package prose

import (
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
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
func (j *judging) blamed(in *judge.Instance) (found *blame) {
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
		return s + "表里的等式要“" + rowAndColumn(b.cell) + "”是 " + amount.Group(b.right) + " 才平，多半是表里这个数错了。"
	}
	return s + "表里的等式用说明里的数就平了，多半是表里的数错了。"
}

const blameHint = "先核对表里的这个数；说明里的数对的，改表。"

// mendedCell is what a form's cell has to read for every identity of the forms around it
// to hold; ok is false where none of them is broken, or no figure does it.
func (j *judging) mendedCell(cell *bind.Figure) (right amount.Amount, ok bool) {
	list := j.broken[cell.At]
	for _, e := range list {
		if e.Result != judge.Broken {
			continue
		}
		for k, side := range [][]judge.Operand{e.Left, e.Right} {
			for _, o := range side {
				if o.Figure != cell {
					continue
				}
				if right = cell.Value.Add(e.Difference); o.Minus == (k == 1) {
					right = cell.Value.Sub(e.Difference)
				}
				if mends(list, cell, right) {
					return right, true
				}
			}
		}
	}
	return amount.Zero, false
}

// withMended says whether a percentage holds once a form's cell that is likely wrong reads
// what the forms' own identities want.
func (j *judging) withMended(r *rule.Rule, m *mention, o *operands) bool {
	for _, cell := range o.cells {
		right, ok := j.mendedCell(cell)
		if !ok {
			continue
		}
		mended := *cell
		mended.Value = right
		figures := map[string][]*bind.Figure{}
		for name, list := range o.figures {
			for _, f := range list {
				if f == cell {
					f = &mended
				}
				figures[name] = append(figures[name], f)
			}
		}
		if in, _ := j.evaluate(r.Equation, m.subject, &operands{figures: figures}); in.Bears() {
			return true
		}
	}
	return false
}

// again attaches a figure that differs from a form's cells as one before did, and says
// where it stands; −1 for none before.
func (j *judging) again(m *mention, r *rule.Rule, in *judge.Instance, b *blame) int {
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
	j.attach(at, &operands{mentions: []*mention{m}})
	if f := &j.findings[at]; j.repeats[at] < mostRepeats {
		f.Message += j.paragraph(m.passage) + "写的也是 " + m.shown() + "。"
		j.repeats[at]++
	}
	m.finding = at + 1
	return at
}

// mostRepeats is how many more places of one figure a message names; all are cells of it.
const mostRepeats = 3

// differing stands for a rule, its cells and what the text says.
func differing(r *rule.Rule, in *judge.Instance) string {
	s := r.ID + " " + amount.Plain(in.LeftSum)
	for _, o := range in.Right {
		s += " " + strconv.Itoa(o.Figure.At.Sheet) + address(o.Figure.At)
	}
	return s
}

// noteDifference notes a finding about a cell, for those that say the same.
func (j *judging) noteDifference(at int, r *rule.Rule, in *judge.Instance, b *blame) {
	if at < 0 {
		return
	}
	j.differs[differing(r, in)] = at
	if b != nil {
		j.blames[b.cell] = at
	}
}

// unsound says whether a form's cells stand in identities that are broken.
func (j *judging) unsound(cells []*bind.Figure) bool {
	return slices.ContainsFunc(cells, func(f *bind.Figure) bool { return len(j.broken[f.At]) > 0 })
}
