package localise

import (
	"math"
	"slices"

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

// Forms are in 元, 千元 or 万元 unless much speaks for another unit.
const (
	usualUnits = 4 // powers of ten
	fewAgree   = 4
	sameSize   = 10 // times larger: amounts that compare are hardly further apart
)

// unitNames are the units that forms are printed in, the usual ones first.
var unitNames = []string{"万元", "元", "千元", "百万元", "亿元"}

// wrongUnits finds them.
func (s *system) wrongUnits() (found []repair) {
	broken := s.allBroken()
	s.book.Each(func(t *bind.Table) {
		if !slices.ContainsFunc(broken, func(k int32) bool {
			here, there := s.touches(&s.constraints[k], t)
			return here && there
		}) {
			return // other forms do not disagree
		}
		stated := s.unitOf(t)
		for _, name := range unitNames {
			unit, _ := amount.FindUnit(name)
			if unit == stated {
				continue
			}
			if mends, ok := s.agreesIn(t, stated, unit); ok && (unit.Exp <= usualUnits || len(mends) > fewAgree) {
				found = append(found, repair{kind: UnitMixed, unit: &wrongUnit{t, stated, unit}, mends: mends, cost: plain})
				return
			}
		}
	})
	return found
}

// agreesIn says whether every identity between a form and others holds once the
// form's figures are read in another unit, and an equality or two others did not before;
// or one, when two more compare amounts that only then are of one size.
func (s *system) agreesIn(t *bind.Table, stated, unit amount.Unit) (mends []int32, ok bool) {
	between, equalities, alike := 0, 0, 0
	own, others := power(unit.Exp-stated.Exp), power(stated.Exp-unit.Exp)
	for k := range s.constraints {
		q := &s.constraints[k]
		here, there := s.touches(q, t)
		if s.ignored[k] || !here {
			continue
		}
		scaled := constraint{relation: q.relation}
		beside := int64(0) // what the other forms print
		for _, term := range q.terms {
			c := &s.cells[term.to]
			x, half, by := c.x, s.rounding(term.to, c.x), others
			if c.figure.Table == t {
				// Ten thousand times a figure in 万元 is no finer for its zeros.
				by, half = own, max(c.step/2, 1)*int64(own)
			} else {
				beside += term.sign * x * int64(others)
			}
			if max(x, -x) > math.MaxInt64/int64(by*len(q.terms)) {
				return nil, false
			}
			scaled.diff += term.sign * x * int64(by)
			scaled.bound += half * int64(others)
		}
		a, b := max(beside, -beside), max(scaled.diff-beside, beside-scaled.diff)
		switch {
		case scaled.isBroken() && there:
			return nil, false
		case there && !s.broken[k] && min(a, b) > 0 && max(a, b) <= sameSize*min(a, b):
			alike++
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
	return mends, between+equalities > 1 || between == 1 && alike > 1
}

// power is ten to the n, or 1.
func power(n int32) int {
	p := 1
	for ; n > 0; n-- {
		p *= 10
	}
	return p
}

// touches says whether figures of a form stand in a constraint, and whether
// figures of others do.
func (s *system) touches(q *constraint, t *bind.Table) (here, there bool) {
	for _, term := range q.terms {
		if s.cells[term.to].figure.Table == t {
			here = true
		} else {
			there = true
		}
	}
	return here, there
}
