package judging

import (
	"suanqing/validate/amount"
	"suanqing/validate/judge"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
)

// SaidTwice evaluates that two figures are one: the one exactly as printed, or as the other prints
// it in fewer digits.
func (j *Text) SaidTwice(m, first *mention.Mention) *judge.Instance {
	a, b := j.Printed(m), j.Printed(first)
	o := Operands{}
	o.AddAs(ThisFigure, m, Over(&m.Figure, j.lost(m, a, b)))
	o.AddAs(elsewhere, first, Over(&first.Figure, j.lost(first, b, a)))
	in, _ := j.Evaluate(RuleByID["text.twice"].Equation, m.Subject, &o)
	return in
}

// IsOne says whether two figures are one, the one perhaps rounded further.
func (j *Text) IsOne(m, o *mention.Mention) bool { return j.SaidTwice(m, o).Bears() }

// lost is what a figure whose last digit is a unit may have lost beside one that prints
// another: half of it, or of a percentage, which some cut off, all but the other's.
func (j *Text) lost(m *mention.Mention, unit, other amount.Amount) amount.Amount {
	switch {
	case unit.Cmp(other) <= 0:
		return amount.Zero
	case m.Number.Kind == scan.Percent:
		return unit.Sub(other)
	}
	half, _ := unit.Mul(amount.New(5, -1))
	return half
}

// Printed is one unit of the last digit that a figure prints.
func (j *Text) Printed(m *mention.Mention) amount.Amount { return j.lastDigit(m, m.Number.Places) }

// Larger is the larger one of two amounts.
func Larger(a, b amount.Amount) amount.Amount {
	if b.Cmp(a) > 0 {
		return b
	}
	return a
}
