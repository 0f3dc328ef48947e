package localise

import "slices"

const (
	mostCells   = 3  // wrong cells looked for in one component
	mostTangled = 40 // broken identities beyond which a component is no matter of single cells
)

// repair is what might have happened: changes after which the identities around them
// hold. One that concerns no figure (a row that is not there, a form's unit) changes
// nothing and says what it mends.
type repair struct {
	kind    Kind // of the whole, when its cells have one slip in common
	shift   int  // rows, of a shifted block; 0 with aside 0 for figures that moved by several distances
	aside   int  // columns, of one shifted sideways
	chained bool // the first change, and the totals that follow it
	changes []change
	lost    []int32 // cells that were pasted over and that nothing tells
	missing *missing
	unit    *wrongUnit
	cost    int     // of describing it
	mends   []int32 // the broken constraints that come out with it
	score   int     // see weigh
}

// proposers say what might have happened to several cells at once or to a form, in this
// order; those of large changes only where no one cell explains all that is broken.
var proposers = []struct {
	propose func(*system) []repair
	large   bool
}{
	{(*system).wrongUnits, false},
	{(*system).repeatedRows, false},
	{(*system).packed, false},
	{(*system).groups, false},
	{(*system).pairs, false},
	{(*system).aligned, true},
	{(*system).blocks, true},
	{(*system).exchangedRows, true},
	{(*system).leftOutRows, true},
	{(*system).missingRows, false},
	{(*system).chains, true},
}

// propose lists what might have happened to the book as it reads now. Where one cell
// explains all that is broken, nothing larger is sought.
func (s *system) propose() (list []repair) {
	components := s.components()
	if len(components) == 0 {
		return nil
	}
	clear(s.alone)
	clear(s.outcomes)
	for i, members := range components {
		for _, r := range s.singles(members) {
			if !s.believable(r.changes[0]) || !s.weigh(&r) {
				continue
			}
			list = append(list, r)
			for _, k := range members {
				if best, known := s.alone[k]; !known || r.score > best.score {
					s.alone[k] = single{i, r.score}
				}
			}
		}
	}
	for _, p := range proposers {
		if !p.large || len(components) > 1 || len(s.alone) == 0 {
			list = append(list, p.propose(s)...)
		}
	}
	kept := list[:0]
	for _, r := range list {
		if s.weigh(&r) {
			kept = append(kept, r)
		}
	}
	return append(kept, s.several(components, kept)...)
}

// pairs are the figures that stand in each other's place, or in the place beside theirs.
func (s *system) pairs() (found []repair) {
	for _, members := range s.components() {
		found = append(append(found, s.exchanges(members)...), s.movesIn(members)...)
	}
	return found
}

// several are the repairs by two or three cells of components that nothing else mends.
func (s *system) several(components [][]int32, known []repair) (list []repair) {
	for _, members := range components {
		done := false
		for i := range known {
			done = done || known[i].score > 0 && covers(known[i].mends, members)
		}
		switch {
		case done || s.alone[members[0]].score != 0 || s.tired():
		case len(members) > mostTangled:
			s.tangled = true
		default:
			for _, r := range s.search(members, mostCells) {
				if s.weigh(&r) {
					list = append(list, r)
				}
			}
		}
	}
	return list
}

// covers says whether a list has all of another.
func covers(list, of []int32) bool {
	return !slices.ContainsFunc(of, func(k int32) bool { return !slices.Contains(list, k) })
}
