package judging

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/judge"
	"suanqing/validate/rule"
)

// Evidence is what the text says of cells of the forms that are likely wrong: equations
// with a cell for which the text has another figure, where that figure mends every broken
// identity of the forms that the cell stands in. Where the forms hold without it the text
// is wrong, and it is no evidence; nor is a figure that the text has as the form has it,
// for it is copied from there.
func (j *Text) Evidence() (found []rule.Judged) {
	for i := range j.Equations {
		e := &j.Equations[i]
		if e.Finding < 0 || len(e.Right) != 1 || e.Right[0].Figure.State != bind.Money {
			continue
		}
		cell, text := e.Right[0].Figure, e.Left[0].Figure
		if list := j.broken[cell.At]; len(list) > 0 && mends(list, cell, text.Value) {
			found = append(found, *e)
		}
	}
	return found
}

// brokenAt are the identities of the forms by the cells that stand in them, for those
// cells of which one is broken.
func brokenAt(forms []rule.Judged) map[bind.Place][]*rule.Judged {
	at := map[bind.Place][]*rule.Judged{}
	each := func(broken bool, do func(bind.Place, *rule.Judged)) {
		for i := range forms {
			if e := &forms[i]; e.Over == nil && (e.Result == judge.Broken) == broken {
				for _, side := range [][]judge.Operand{e.Left, e.Right} {
					for _, o := range side {
						do(o.Figure.At, e)
					}
				}
			}
		}
	}
	each(true, func(p bind.Place, e *rule.Judged) { at[p] = append(at[p], e) })
	if len(at) == 0 {
		return at
	}
	each(false, func(p bind.Place, e *rule.Judged) {
		if len(at[p]) > 0 {
			at[p] = append(at[p], e)
		}
	})
	return at
}

// mends says whether all of some identities hold once a cell reads what the text says.
func mends(list []*rule.Judged, cell *bind.Figure, text amount.Amount) bool {
	delta := text.Sub(cell.Value)
	for _, in := range list {
		off := in.Difference
		for k, side := range [][]judge.Operand{in.Left, in.Right} {
			for _, o := range side {
				switch {
				case o.Figure != cell:
				case o.Minus == (k == 0):
					off = off.Sub(delta)
				default:
					off = off.Add(delta)
				}
			}
		}
		switch over := off.Abs().Cmp(in.Bound) > 0; {
		case !over:
		case in.Rule != nil && in.Rule.Equation != nil && in.Rule.Equation.Relation == equation.AtMost && off.IsNegative():
		case in.Rule != nil && in.Rule.Equation != nil && in.Rule.Equation.Relation == equation.AtLeast && off.IsPositive():
		default:
			return false
		}
	}
	return true
}
