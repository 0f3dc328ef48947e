package prose

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// Contradictions lists what does not agree in a text, by its marks and sums alone: an oracle
// that reads the printed words and knows no sentence. A right text has none.
func Contradictions(x Text) []string {
	var out []string
	say := func(format string, a ...any) { out = append(out, fmt.Sprintf(format, a...)) }
	first := map[What]Mark{}
	for _, m := range x.Marks {
		if m.Determined == NoFigure {
			continue
		}
		if f, ok := first[m.What]; !ok {
			first[m.What] = m
		} else if !reads(f.Words).Equal(reads(m.Words)) {
			say("%s is %s and %s", m.What, f.Words, m.Words)
		}
		if m.Determined == ByForm {
			cell := value(x.Case.Book, m.Cell).Shift(exponents[x.Case.Book.Unit] - exponents[m.Unit])
			if !reads(m.Words).Equal(cell) {
				say("%s is %s, the form has %s", m.What, m.Words, cell)
			}
		}
	}
	for _, s := range x.Sums {
		if total, sum, slack, ok := added(x.Case, first, s); ok && total.Sub(sum).Abs().GreaterThan(slack) {
			say("%s is %s, its parts are %s", s.Total, total, sum)
		}
	}
	for w, m := range first {
		if wrong := apart(first, w, m); wrong != "" {
			say("%s", wrong)
		}
		if wrong := proportion(x.Case, first, w, m); wrong != "" {
			say("%s", wrong)
		}
	}
	return out
}

// added is a total, its parts' sum and how far they may stand apart.
func added(c *Case, first map[What]Mark, s Sum) (total, sum, slack decimal.Decimal, ok bool) {
	m, ok := first[s.Total]
	if !ok {
		return
	}
	total, slack = reads(m.Words), halfUnit(m.Words)
	for _, p := range s.Parts {
		part, ok := first[p]
		if !ok {
			return total, sum, slack, false
		}
		sum, slack = sum.Add(reads(part.Words)), slack.Add(halfUnit(part.Words))
	}
	// A figure printed without its last zeros is exact to two decimals all the same.
	return total, sum, decimal.Min(slack, decimal.New(5*int64(len(s.Parts)+1), -3)), true
}

// apart says that a change is not what its two figures differ by.
func apart(first map[What]Mark, w What, m Mark) string {
	now, okNow := first[What{w.Subject, Final, ""}]
	was, okWas := first[What{w.Subject, w.Base, ""}]
	if w.Measure != Change || !okNow || !okWas {
		return ""
	}
	by := reads(now.Words).Sub(reads(was.Words)).Abs()
	if by.Sub(reads(m.Words)).Abs().GreaterThan(halfUnit(now.Words).Add(halfUnit(was.Words)).Add(halfUnit(m.Words))) {
		return fmt.Sprintf("%s is %s, its figures are %s apart", w, m.Words, by)
	}
	return ""
}

// proportion says what is wrong with a percentage, "" for nothing. An operand that the text
// does not say is the form's.
func proportion(c *Case, first map[What]Mark, w What, m Mark) string {
	of := operands(w)
	if of == nil {
		return ""
	}
	x, okX := operand(c, first, of[0])
	y, okY := operand(c, first, of[1])
	if !okX || !okY {
		return ""
	}
	half, printed := decimal.New(5, -3), reads(m.Words)
	slack := halfUnit(m.Words).Mul(decimal.NewFromInt(2))
	if x.IsZero() && w.Measure != Growth {
		if !printed.IsZero() && w.Measure != Deviation {
			return fmt.Sprintf("%s is %s of nothing", w, m.Words)
		}
		return ""
	}
	num, base := x, y
	switch w.Measure {
	case Deviation:
		num = x.Sub(y)
	case Growth: // a final figure and the change
		num, base = y, x.Sub(y)
		if m.Down {
			base = x.Add(y)
		}
	}
	if !base.IsPositive() {
		return fmt.Sprintf("%s is %s of a base of nothing", w, m.Words)
	}
	if num.Equal(base) && w.Measure != Growth && !printed.Equal(decimal.NewFromInt(100)) {
		return fmt.Sprintf("%s is %s of equal amounts", w, m.Words)
	}
	near := num.Shift(2).Div(base)
	wide := half.Mul(decimal.NewFromInt(2)).Shift(2).Div(base).Mul(decimal.NewFromInt(1).Add(num.Abs().Div(base)))
	if near.Sub(printed).Abs().GreaterThan(slack.Add(wide)) {
		return fmt.Sprintf("%s is %s%%, %s of %s is %s", w, m.Words, num, base, near.StringFixed(3))
	}
	if printed.IsZero() && !num.IsZero() {
		return fmt.Sprintf("%s is zero, of %s", w, num)
	}
	return ""
}

func operand(c *Case, first map[What]Mark, w What) (decimal.Decimal, bool) {
	if m, ok := first[w]; ok {
		return reads(m.Words), true
	}
	if !hasCell(w) {
		return decimal.Zero, false
	}
	slot, ok := cells[w.Subject]
	switch {
	case !ok:
		slot = itemCell(w.Subject)
	case w.Measure == Budget:
		slot.Row = "预算数"
	}
	return value(c.Book, slot), true
}
