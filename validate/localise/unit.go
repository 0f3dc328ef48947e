package localise

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
)

// wrongUnit is a form whose figures agree with all other forms once they are
// read in another unit than the one it states.
type wrongUnit struct {
	table        *bind.Table
	stated, unit amount.Unit
}

// unitNames are the units that forms are printed in, the usual ones first.
var unitNames = []string{"万元", "元", "千元", "百万元", "亿元"}

// wrongUnits finds them.
func (s *system) wrongUnits() (found []repair) {
	s.book.Each(func(t *bind.Table) {
		stated := t.Unit
		if !stated.Known() {
			stated = s.book.Unit
		}
		for _, name := range unitNames {
			unit, _ := amount.FindUnit(name)
			if unit == stated {
				continue
			}
			if mends, ok := s.agreesIn(t, stated, unit); ok {
				found = append(found, repair{kind: UnitMixed, unit: &wrongUnit{t, stated, unit}, mends: mends, cost: plain})
				return
			}
		}
	})
	return found
}

// agreesIn says whether every identity between a form and others holds once the
// form's figures are read in another unit, and an equality or two others did not before.
func (s *system) agreesIn(t *bind.Table, stated, unit amount.Unit) (mends []int32, ok bool) {
	between, equalities := 0, 0
	for k := range s.constraints {
		q := &s.constraints[k]
		here, there := s.touches(q, t)
		if s.ignored[k] || !here {
			continue
		}
		scaled := constraint{relation: q.relation}
		for _, term := range q.terms {
			c := &s.cells[term.cell]
			x, half := c.x, s.rounding(term.cell, c.x)
			if c.figure.Table == t {
				var fits bool
				if x, fits = times(x, unit.Exp-stated.Exp); !fits {
					return nil, false
				}
				if c.figure.Counts {
					half = s.scaled(unit.HalfUnit(s.book.Unit, c.figure.Places))
				}
			}
			scaled.diff += term.sign * x
			scaled.bound += half
		}
		switch {
		case scaled.isBroken() && there:
			return nil, false
		case s.broken[k] && !scaled.isBroken(): // within the form a bound was too narrow
			mends = append(mends, int32(k))
			if there {
				between++
			}
			if there && q.relation == equation.Equal {
				equalities++
			}
		}
	}
	return mends, between+equalities > 1
}

// touches says whether figures of a form stand in a constraint, and whether
// figures of others do.
func (s *system) touches(q *constraint, t *bind.Table) (here, there bool) {
	for _, term := range q.terms {
		if s.cells[term.cell].figure.Table == t {
			here = true
		} else {
			there = true
		}
	}
	return here, there
}

// times is x times a power of ten; false when that is no whole number or too
// large.
func times(x int64, exp int32) (int64, bool) {
	for ; exp > 0; exp-- {
		if x > largest/10 || -x > largest/10 {
			return 0, false
		}
		x *= 10
	}
	whole := true
	for ; exp < 0; exp++ {
		whole = whole && x%10 == 0
		x /= 10
	}
	return x, whole
}
