package localise

import "suanqing/validate/equation"

const mostChain = 40 // cells that one change takes along

// chains finds single changes that others follow: totals typed before their
// details changed, or a wrong detail whose totals were summed over it. It takes
// them as repaired and returns them.
func (s *system) chains() []verdict {
	var found []verdict
	for {
		best, score := repair{}, 0
		seen := map[int32]bool{}
		for _, k := range s.allBroken() {
			for _, t := range s.constraints[k].terms {
				if seen[t.cell] || s.tired() || s.constraints[k].relation != equation.Equal {
					continue
				}
				seen[t.cell] = true
				for _, y := range s.nearby(t.cell) {
					r, mended := s.chain(t.cell, y)
					if mended > score || mended == score && score > 0 && len(r.changes) < len(best.changes) {
						best, score = r, mended
					}
				}
			}
		}
		if score == 0 {
			return found
		}
		for _, c := range best.changes {
			s.set(c.cell, c.y)
		}
		found = append(found, verdict{repair: best, likely: true})
	}
}

// chain changes a cell, and the totals above it that this alone breaks.
func (s *system) chain(id int32, y int64) (r repair, mended int) {
	before := s.count
	held := map[int32]bool{} // constraints that held before
	kind := s.kindOf(id, y)
	r = repair{kind: kind, chained: true, changes: []change{{cell: id, y: y, kind: kind}}, cost: s.costOf(id, y, kind)}
	was := []int64{s.cells[id].x}
	for i := 0; i < len(r.changes) && len(r.changes) < mostChain; i++ {
		c := r.changes[i].cell
		for _, k := range s.cells[c].in {
			if _, known := held[k]; !known {
				held[k] = !s.broken[k]
			}
		}
		if i == 0 {
			s.set(c, y)
		}
		for _, k := range s.cells[c].in {
			q := &s.constraints[k]
			if !held[k] || !s.broken[k] || q.relation != equation.Equal || len(q.terms) < 2 {
				continue
			}
			s.work -= len(q.terms)
			total := q.terms[0].cell
			if changed(r.changes, total) || total == c || q.sign(total) == 0 {
				continue
			}
			for _, k := range s.cells[total].in {
				if _, known := held[k]; !known {
					held[k] = !s.broken[k]
				}
			}
			sum := s.cells[total].x - q.sign(total)*q.diff
			was = append(was, s.set(total, sum))
			r.changes = append(r.changes, change{cell: total, y: sum, kind: StaleTotal})
			r.cost++
		}
	}
	mended = before - s.count
	broke := false
	var list []int32
	for k, ok := range held {
		broke = broke || ok && s.broken[k]
		if !ok && !s.broken[k] {
			list = append(list, k)
		}
	}
	for i := len(was) - 1; i >= 0; i-- {
		s.set(r.changes[i].cell, was[i])
	}
	if broke || mended < 2 || len(r.changes) < 2 || len(s.singles(list)) > 0 {
		return repair{}, 0
	}
	return r, mended
}
