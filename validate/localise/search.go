package localise

import (
	"math"
	"slices"
	"sort"

	"suanqing/validate/equation"
)

// change is one cell with what it should read.
type change struct {
	cell int32
	y    int64
	kind Kind
	cost int
	open bool // only inequalities hold it: y is as little as they ask for
}

const (
	anywhere  = math.MaxInt64 / 4 // no limit
	mostTried = 64                // readings of one cell weighed one by one
	budget    = 8000              // changes tried in one component, beyond single cells
	mostKept  = 400               // repairs kept of one component
)

// interval is what a cell may read so that every identity it stands in holds.
func (s *system) interval(id int32) (lo, hi int64) {
	lo, hi = -anywhere, anywhere
	c := &s.cells[id]
	for _, e := range c.in {
		q, a := &s.constraints[e.to], e.sign
		if a == 0 || s.broken[e.to] && s.ignored[e.to] {
			continue
		}
		rest, bound := q.diff-a*c.x, q.bound
		if s.rounding(id, c.x) == 0 {
			bound += c.half // it will print a figure
		}
		// −bound ≤ rest + a·y ≤ bound
		least, most := -bound-rest, bound-rest
		switch q.relation {
		case equation.AtMost:
			least = -anywhere
		case equation.AtLeast:
			most = anywhere
		}
		if a < 0 {
			least, most = -most, -least
		}
		lo, hi = max(lo, least), min(hi, most)
		if lo > hi {
			return lo, hi
		}
	}
	return lo, hi
}

// read finds the likeliest figure for a cell within its interval.
func (s *system) read(id int32, lo, hi int64) (change, bool) {
	c := &s.cells[id]
	if c.step <= 0 {
		return change{}, false
	}
	first := ceil(lo, c.step)
	last := floor(hi, c.step)
	best, found := change{}, false
	if lo <= -anywhere || hi >= anywhere || (last-first)/c.step > mostTried {
		// Only inequalities hold it: as little as they ask for.
		y := first
		if c.x > hi {
			y = last
		}
		if y <= -anywhere/2 || y >= anywhere/2 || y == c.x || first > last {
			return best, false
		}
		return change{cell: id, y: y, kind: Value, cost: s.costOf(id, y, Value), open: true}, true
	}
	bestOff := int64(0)
	for y := first; y <= last; y += c.step {
		if y == c.x {
			continue
		}
		kind := s.kindOf(id, y)
		cost, off := s.costOf(id, y, kind), s.residue(id, y)
		if !found || cost < best.cost || cost == best.cost && off < bestOff {
			best, bestOff, found = change{cell: id, y: y, kind: kind, cost: cost}, off, true
		}
	}
	return best, found
}

func ceil(a, step int64) int64 { return -floor(-a, step) }
func floor(a, step int64) int64 {
	n := a / step
	if a%step < 0 {
		n--
	}
	return n * step
}

// residue is how far the equalities of a cell would be from exact.
func (s *system) residue(id int32, y int64) int64 {
	total := int64(0)
	for _, e := range s.cells[id].in {
		if q := &s.constraints[e.to]; q.relation == equation.Equal {
			d := q.diff + e.sign*(y-s.cells[id].x)
			total += max(d, -d)
		}
	}
	return total
}

// singles finds every cell whose change alone mends all the given constraints
// and breaks none.
func (s *system) singles(broken []int32) []repair {
	if len(broken) == 0 {
		return nil
	}
	var repairs []repair
	for _, t := range s.constraints[s.smallest(broken)].terms {
		s.work--
		if s.brokenCount(t.to) != len(broken) {
			continue
		}
		lo, hi := s.interval(t.to)
		if lo > hi {
			continue
		}
		if ch, ok := s.read(t.to, lo, hi); ok && s.holds(ch) {
			repairs = append(repairs, repair{kind: ch.kind, changes: []change{ch}, cost: ch.cost})
		}
	}
	return repairs
}

// holds says whether a change to nothing, which takes its rounding with it,
// still satisfies the identities of its cell.
func (s *system) holds(c change) bool {
	if c.y != 0 || s.cells[c.cell].x == 0 {
		return true
	}
	s.begin()
	defer s.end()
	s.set(c.cell, c.y)
	return s.brokenCount(c.cell) == 0
}

// smallest is the constraint with the fewest cells, an equality if there is one.
func (s *system) smallest(list []int32) int32 {
	weight := func(k int32) int {
		w := 2 * len(s.constraints[k].terms)
		if s.constraints[k].relation != equation.Equal {
			w += 1000
		}
		return w
	}
	return slices.MinFunc(list, func(a, b int32) int { return weight(a) - weight(b) })
}

// search finds the repairs of the fewest cells for a component, k at most, the
// likeliest first.
func (s *system) search(broken []int32, most int) []repair {
	left := budget
	for k := 1; k <= most; k++ {
		var found []repair
		s.extend(broken, k, nil, &left, &found)
		if len(found) > 0 {
			sort.SliceStable(found, func(i, j int) bool { return found[i].cost < found[j].cost })
			return found
		}
	}
	return nil
}

// extend completes a partial repair with exactly k more cells.
func (s *system) extend(broken []int32, k int, chosen []change, left *int, found *[]repair) {
	if k == 1 {
		for _, r := range s.singles(broken) {
			if changed(chosen, r.changes[0].cell) || !s.believable(r.changes[0]) {
				continue
			}
			r.changes = append(append([]change{}, chosen...), r.changes...)
			for _, c := range chosen {
				r.cost += c.cost
			}
			if len(r.changes) > 1 {
				r.kind = Value
			}
			switch {
			case repeats(*found, r):
			case len(*found) < mostKept:
				*found = append(*found, r)
			default:
				s.gaveUp = true
			}
		}
		return
	}
	for _, t := range s.constraints[s.smallest(broken)].terms {
		if changed(chosen, t.to) {
			continue
		}
		for _, y := range s.nearby(t.to) {
			if *left--; *left < 0 || s.tired() {
				s.gaveUp = true
				return
			}
			if !s.believable(change{cell: t.to, y: y}) {
				continue
			}
			kind := s.kindOf(t.to, y)
			was := s.set(t.to, y)
			if now := s.after(broken, t.to); len(now) > 0 && len(now) < len(broken)+3 {
				s.extend(now, k-1, append(chosen, change{cell: t.to, y: y, kind: kind, cost: s.costOf(t.to, y, kind)}), left, found)
			}
			s.set(t.to, was)
		}
	}
}

// after lists what is broken once a cell has been changed.
func (s *system) after(broken []int32, id int32) []int32 {
	now := make([]int32, 0, len(broken)+4)
	for _, k := range broken {
		if s.broken[k] {
			now = append(now, k)
		}
	}
	for _, e := range s.cells[id].in {
		if s.wrong(e.to) && !slices.Contains(broken, e.to) {
			now = append(now, e.to)
		}
	}
	return now
}

// guesses are what the broken equalities of a cell, each by itself, would have
// it read.
func (s *system) guesses(id int32) []int64 {
	c := &s.cells[id]
	var list []int64
	for _, e := range c.in {
		if !s.wrong(e.to) || e.sign == 0 || c.step <= 0 {
			continue
		}
		y := c.x - e.sign*s.constraints[e.to].diff
		if y%c.step != 0 {
			y = floor(y+c.step/2, c.step)
		}
		if y != c.x && !slices.Contains(list, y) {
			list = append(list, y)
		}
	}
	return list
}

// nearby are the guesses, and where figures are rounded the places beside them:
// rounding may have moved the sum that a guess comes from by one.
func (s *system) nearby(id int32) []int64 {
	list := s.guesses(id)
	c := &s.cells[id]
	if c.half == 0 {
		return list
	}
	for _, y := range list[:len(list):len(list)] {
		for _, off := range []int64{-c.step, c.step} {
			if !slices.Contains(list, y+off) && y+off != c.x {
				list = append(list, y+off)
			}
		}
	}
	return list
}

func changed(chosen []change, cell int32) bool {
	return slices.ContainsFunc(chosen, func(c change) bool { return c.cell == cell })
}

// repeats says whether a repair of the same cells is known already.
func repeats(known []repair, r repair) bool {
	return slices.ContainsFunc(known, func(k repair) bool { return sameChanges(&k, &r) })
}

// components groups broken constraints that share a cell.
func (s *system) components() [][]int32 {
	group := map[int32]int{} // by constraint: 1 + its component
	var list [][]int32
	for _, k := range s.allBroken() {
		if group[k] != 0 {
			continue
		}
		var members []int32
		for queue := []int32{k}; len(queue) > 0; {
			q := queue[len(queue)-1]
			queue = queue[:len(queue)-1]
			if group[q] != 0 {
				continue
			}
			group[q] = len(list) + 1
			members = append(members, q)
			for _, t := range s.constraints[q].terms {
				for _, e := range s.cells[t.to].in {
					if s.broken[e.to] && group[e.to] == 0 {
						queue = append(queue, e.to)
					}
				}
			}
		}
		list = append(list, members)
	}
	return list
}
