package localise

import (
	"sort"

	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
)

// missing is a row that a form should print and does not: its figures are what
// the row above it lacks.
type missing struct {
	table  *bind.Table
	parent *bind.Row
	like   *bind.Row // the row of the same code on another form
	lack   []lack
}

// lack is what a column of the parent has beyond its parts.
type lack struct {
	figure *bind.Figure // the parent's
	amount int64
	rollup int32
}

// missingRows finds codes that stand on other forms and not on this one, where
// the row above lacks just as much as they are there.
func (s *system) missingRows() (found []repair) {
	rollups := s.rollups()
	if len(rollups) == 0 {
		return nil
	}
	codes := s.codes()
	s.book.Each(func(t *bind.Table) {
		for _, parent := range t.Rows {
			lacks := s.lacks(parent, rollups)
			if len(lacks) == 0 {
				continue
			}
			for _, like := range codes {
				if t.Row(like.Key) != nil || parentOn(t, like.Key) != parent {
					continue
				}
				if mends, ok := s.agrees(like.Key, lacks); ok {
					found = append(found, repair{kind: RowLeftOut, missing: &missing{t, parent, like, lacks}, mends: mends, cost: plain})
				}
			}
		}
	})
	return found
}

// codes are the rows of functional codes of all forms, one for each code.
func (s *system) codes() []*bind.Row {
	seen := map[string]bool{}
	var list []*bind.Row
	s.book.Each(func(t *bind.Table) {
		for _, r := range t.Rows {
			if t.Form.SharesCodes() && form.IsCode(r.Key) && !r.Malformed && !seen[r.Key] {
				seen[r.Key] = true
				list = append(list, r)
			}
		}
	})
	sort.SliceStable(list, func(i, k int) bool { return list[i].Key < list[k].Key })
	return list
}

// rollups finds the broken sums of a row over the rows below it, by the cell of
// the sum.
func (s *system) rollups() map[int32]int32 {
	at := map[int32]int32{}
	for _, k := range s.allBroken() {
		q := &s.constraints[k]
		if row := q.rule.Equation.Right[0].Row; (row == equation.Children || row == form.Classes) && len(q.terms) > 0 {
			at[q.terms[0].to] = k
		}
	}
	return at
}

// lacks is by how much each column of a row exceeds its parts; none when some
// column has less than its parts.
func (s *system) lacks(r *bind.Row, rollups map[int32]int32) []lack {
	var list []lack
	for _, f := range r.Figures {
		k, broken := rollups[s.at[f.At]]
		if !broken || s.ignored[k] {
			continue
		}
		amount := s.constraints[k].diff
		if amount < 0 {
			return nil
		}
		list = append(list, lack{f, amount, k})
	}
	return list
}

// parentOn is the row above a code that the form does print.
func parentOn(t *bind.Table, code string) *bind.Row {
	for n := len(code) - 2; n >= 3; n -= 2 {
		if r := t.Row(code[:n]); r != nil {
			return r
		}
	}
	if len(code) == 3 && t.Form.HasGroup(form.Classes) {
		return t.Row(form.YearExpenditure)
	}
	return t.Row(form.Total)
}

// agrees says whether every broken identity between forms at a code is off by
// what some column lacks. Where there is none to say so, two columns that lack
// their parts are wanted.
func (s *system) agrees(code string, lacks []lack) (mends []int32, ok bool) {
	between := 0
	for _, k := range s.allBroken() {
		q := &s.constraints[k]
		if q.row != code || q.relation != equation.Equal {
			continue
		}
		off, fits := max(q.diff, -q.diff), false
		for _, l := range lacks {
			fits = fits || max(off-l.amount, l.amount-off) <= q.bound+s.constraints[l.rollup].bound
		}
		if !fits {
			return nil, false
		}
		between++
		mends = append(mends, k)
	}
	for _, l := range lacks {
		mends = append(mends, l.rollup)
	}
	return mends, between > 0 || len(lacks) > 1
}
