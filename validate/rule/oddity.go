package rule

import "suanqing/validate/bind"

// oddity is what there is to say of single figures, by the bits of a mask. A form has few
// of them or none, so that it is gone through once for all the rules that ask.
type oddity uint16

const (
	aWord      oddity = 1 << iota // words
	aFault                        // an error value
	unread                        // a page does not tell it
	anUncached                    // a formula without a value
	aFormula                      // a figure by a formula with one
	aText                         // a figure stored as text, plainly written
	inward                        // written in a way that a spreadsheet takes for no number
	outward                       // with something around it that makes it none
	otherwise                     // in another unit than its form
	oddlyShown                    // by a format for other things
	tooFine                       // of more decimals than two
	negative
	hidden // and not zero
)

// oddities are those of a figure.
func oddities(f *bind.Figure) (o oddity) {
	if f.Uncached {
		o = anUncached
	}
	switch f.State {
	case bind.Words:
		return o | aWord
	case bind.Fault:
		return o | aFault
	case bind.Unread:
		return o | unread
	case bind.Money:
	default:
		return o
	}
	if !f.Uncached && f.Cell != nil && f.Cell.Formula != "" {
		o |= aFormula
	}
	switch { // each figure is told once: for another unit, for what is around, for what is inside
	case f.OtherUnit:
		o |= otherwise
		if f.Text && f.Style&(inside|around) == 0 {
			o |= aText
		}
	case !f.Text:
	case f.Style&around != 0:
		o |= outward
	case f.Style&inside != 0:
		o |= inward
	default:
		o |= aText
	}
	if f.Odd {
		o |= oddlyShown
	}
	if f.Places > 2 {
		o |= tooFine
	}
	if f.Value.IsNegative() {
		o |= negative
	}
	if f.Hidden && !f.Value.IsZero() {
		o |= hidden
	}
	return o
}

// glance is what there is on a form.
type glance struct {
	odd     oddity // of any of its figures
	figures int
	money   int // those that are figures and no blanks
}

// shared is what the checks of a run have in common.
type shared struct {
	namer
	glances map[*bind.Table]*glance
}

// glance goes through a form when it is first asked for.
func (s *shared) glance(t *bind.Table) *glance {
	g := s.glances[t]
	if g != nil {
		return g
	}
	g = &glance{}
	for _, r := range t.Rows {
		g.figures += len(r.Figures)
		for _, f := range r.Figures {
			if g.odd |= oddities(f); f.State == bind.Money {
				g.money++
			}
		}
	}
	if s.glances == nil {
		s.glances = map[*bind.Table]*glance{}
	}
	s.glances[t] = g
	return g
}
