package localise

import "suanqing/validate/equation"

const mostChain = 40 // cells that one change takes along

// chains finds single changes that others follow: totals typed before their details
// changed, or a wrong detail whose totals were summed over it. The sum of a row and that
// of a column often cannot say which of its cells is wrong.
func (s *system) chains() (found []repair) {
	seen := map[int32]bool{}
	for _, k := range s.allBroken() {
		if s.constraints[k].relation != equation.Equal {
			continue
		}
		for _, t := range s.constraints[k].terms {
			if seen[t.to] || s.tired() {
				continue
			}
			seen[t.to] = true
			if r, ok := s.chainFrom(t.to); ok && !repeats(found, r) {
				found = append(found, r)
			}
		}
	}
	return found
}

// chainFrom is the best chain of a cell.
func (s *system) chainFrom(id int32) (best repair, found bool) {
	for _, y := range s.nearby(id) {
		if r, ok := s.chain(id, y); ok && s.weigh(&r) && len(r.mends) > 1 && (!found || r.score > best.score) {
			best, found = r, true
		}
	}
	return best, found
}

// chain changes a cell, and the totals above it that this alone breaks.
func (s *system) chain(id int32, y int64) (repair, bool) {
	kind := s.kindOf(id, y)
	r := repair{kind: kind, chained: true, changes: []change{{cell: id, y: y, kind: kind}}, cost: s.costOf(id, y, kind)}
	s.try(r.changes)
	defer s.end()
	for i := 0; i < len(r.changes) && len(r.changes) < mostChain; i++ {
		c := r.changes[i].cell
		for _, e := range s.cells[c].in {
			q := &s.constraints[e.to]
			total := q.total
			if total < 0 || !s.broken[e.to] || !s.held(e.to) {
				continue
			}
			s.work -= len(q.terms)
			if changed(r.changes, total) || total == c || q.sign(total) == 0 {
				continue
			}
			sum := s.cells[total].x - q.sign(total)*q.diff
			s.set(total, sum)
			r.changes = append(r.changes, change{cell: total, y: sum, kind: StaleTotal})
			r.cost++
		}
	}
	return r, len(r.changes) > 1 && !r.negative()
}
