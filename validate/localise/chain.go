package localise

import (
	"sort"

	"suanqing/validate/equation"
)

const mostChain = 40 // cells that one change takes along

// chains finds single changes that others follow: totals typed before their
// details changed, or a wrong detail whose totals were summed over it. It takes
// them as repaired and returns them.
func (s *system) chains() []verdict {
	var found []verdict
	for {
		best := s.bestChains()
		if len(best) == 0 {
			return found
		}
		sort.SliceStable(best, func(i, k int) bool { return best[i].cost < best[k].cost })
		v := choose(best, true)
		for _, c := range v.changes {
			s.set(c.cell, c.y)
		}
		found = append(found, v)
	}
}

// bestChains are the chains that mend the most, each of other cells: the sum of
// a row and that of a column often cannot say which of its cells is wrong.
func (s *system) bestChains() []repair {
	var best []repair
	score := 0
	seen := map[int32]bool{}
	for _, k := range s.allBroken() {
		if s.constraints[k].relation != equation.Equal {
			continue
		}
		for _, t := range s.constraints[k].terms {
			if seen[t.cell] || s.tired() {
				continue
			}
			seen[t.cell] = true
			r, mended := s.chainFrom(t.cell)
			if mended > score {
				best, score = nil, mended
			}
			if mended == score && score > 0 && !repeats(best, r) {
				best = append(best, r)
			}
		}
	}
	return best
}

// chainFrom is the chain of a cell that mends the most, the likeliest of those.
func (s *system) chainFrom(id int32) (best repair, score int) {
	for _, y := range s.nearby(id) {
		if r, mended := s.chain(id, y); mended > score || mended == score && score > 0 && r.cost < best.cost {
			best, score = r, mended
		}
	}
	return best, score
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
			total := q.total
			if !held[k] || !s.broken[k] || total < 0 {
				continue
			}
			s.work -= len(q.terms)
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
	if broke || mended < 2 || r.negative() || len(r.changes) < 2 || s.plainer(list) || len(s.singles(list)) > 0 {
		return repair{}, 0
	}
	return r, mended
}
