package judging

import (
	"slices"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/judge"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/rule"
)

// MendedCell is what a form's cell has to read for every identity of the forms around it
// to hold; ok is false where none of them is broken, or no figure does it.
func (j *Text) MendedCell(cell *bind.Figure) (right amount.Amount, ok bool) {
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

// WithMended says whether a percentage holds once a form's cell that is likely wrong reads
// what the forms' own identities want.
func (j *Text) WithMended(r *rule.Rule, m *mention.Mention, o *Operands) bool {
	for _, cell := range o.cells {
		right, ok := j.MendedCell(cell)
		if !ok {
			continue
		}
		mended := *cell
		mended.Value = right
		figures := map[string][]*bind.Figure{}
		for name, list := range o.Figures {
			for _, f := range list {
				if f == cell {
					f = &mended
				}
				figures[name] = append(figures[name], f)
			}
		}
		if in, _ := j.Evaluate(r.Equation, m.Subject, &Operands{Figures: figures}); in.Bears() {
			return true
		}
	}
	return false
}

// unsound says whether a form's cells stand in identities that are broken.
func (j *Text) unsound(cells []*bind.Figure) bool {
	return slices.ContainsFunc(cells, func(f *bind.Figure) bool { return len(j.broken[f.At]) > 0 })
}

// Sound says whether a form confirms a figure.
func (j *Text) Sound(m *mention.Mention) bool {
	_, known := j.Right[m]
	return known && !m.Suspect
}

// Explained is the finding about a wrong operand with whose right figure an equation
// holds; −1 for none.
func (j *Text) Explained(r *rule.Rule, m *mention.Mention, o *Operands) int {
	found := -1
	right := map[*mention.Mention]bind.Figure{}
	for _, n := range o.Mentions {
		if f, ok := j.Right[n]; ok && n.Suspect {
			right[n], found = f, n.Finding-1
		}
	}
	if found < 0 || !j.With(r, m.Subject, o, right).Bears() {
		return -1
	}
	return found
}

// Mended attaches the operands of a broken equation to the finding about one of them that is
// wrong by another rule, where the equation holds with its right figure.
func (j *Text) Mended(r *rule.Rule, s *lexicon.Subject, o *Operands) bool {
	for _, n := range o.Mentions {
		right, ok := j.Right[n]
		if ok && n.Suspect && n.Finding > 0 && j.With(r, s, o, map[*mention.Mention]bind.Figure{n: right}).Bears() {
			j.Attach(n.Finding-1, o)
			return true
		}
	}
	return false
}
