package localise

import (
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/rule"
)

// largest is the largest scaled figure; sums of thousands of them stay exact.
const largest = int64(1e15)

// mostWork bounds the search: some hundredths of a second.
const mostWork = 3_000_000

// system is every figure of the book and every identity over it, as scaled
// integers: one unit here is a power of ten that all figures and all halves of
// last places are whole multiples of.
type system struct {
	book        *bind.Book
	decimals    int32 // of the scale
	cells       []cell
	constraints []constraint
	columns     []column // cells in reading order
	at          map[bind.Place]int32
	byValue     []done              // what cells were printed with, the least first
	negatives   map[*bind.Table]int // negative amounts that forms print

	broken  []bool // by constraint, kept up to date
	ignored []bool // broken constraints that are left out of what is sought
	count   int    // how many are broken
	aside   int    // how many of those are of cells side by side
	trial   trial

	alone    map[int32]single  // broken constraints of components that one cell mends
	outcomes map[tried]outcome // of blocks, as long as nothing is taken
	moving   moving
	mends    []int32  // room for what a repair mends
	fit      []repair // room for those that fit
	stamp    int32    // of the marks on cells and constraints
	work     int      // identities that may still be weighed anew
	gaveUp   bool     // trials or repairs beyond what a component may cost
	tangled  bool     // a component too large to be searched
}

// cell is one figure: what it reads now and the constraints it stands in.
type cell struct {
	figure *bind.Figure
	x      int64 // what it reads; a blank reads 0
	step   int64 // one unit of its last printed place
	half   int64 // half of that; 0 for an exact figure
	in     []tie // the constraints; of sign 0 where it stands twice
	places int32 // decimals it prints, in its form's own unit
	column int32 // where it stands in system.columns
	place  int32
	teller int32 // 1 + which of in says what other forms would have it read; see elsewhere
	like   int32 // 1 + the cell that reads alike on many a report; see likened
	mark   int32
}

// tie is a cell of a constraint, or a constraint of a cell.
type tie struct {
	to   int32
	sign int64
}

// column is the figures of one column of a form, top to bottom.
type column struct {
	table *bind.Table
	id    string
	lane  int
	cells []int32
}

// constraint is one instance of a rule: Σ sign·x against 0.
type constraint struct {
	diff     int64
	bound    int64 // the largest |diff| that rounding explains
	relation equation.Relation
	aside    bool  // of cells side by side in one row of a form
	saved    int32 // 1 + where the trial that is on keeps what it was
	mark     int32
	total    int32 // the cell that the equation calls a total; −1 for none
	terms    []tie

	rule    *rule.Rule
	row     string       // what 本行 stood for
	across  string       // what 本列 stood for
	finding int          // that tells it, by index; −1 for none
	said    *bind.Figure // what the written half says of the cell; nil for an equation of forms
}

func (c *constraint) isBroken() bool {
	switch c.relation {
	case equation.AtMost:
		return c.diff > c.bound
	case equation.AtLeast:
		return -c.diff > c.bound
	}
	return c.diff > c.bound || -c.diff > c.bound
}

// sign is how a cell stands in a constraint; 0 for one that stands there twice.
func (c *constraint) sign(cell int32) int64 {
	found := int64(0)
	for _, t := range c.terms {
		if t.to == cell {
			if found != 0 {
				return 0
			}
			found = t.sign
		}
	}
	return found
}

// tired says whether the search has cost as much as it may: what was found so
// far is told, and no book takes long.
func (s *system) tired() bool { return s.work < 0 }

// rounding is what a cell adds to the bound of its constraints when it reads y.
// A zero adds it where it is printed and means something; one that is supposed
// is no figure, as bind.Suppose has it.
func (s *system) rounding(id int32, y int64) int64 {
	c := &s.cells[id]
	if f := c.figure; y == 0 && !f.LeavesOut && (f.State != bind.Money || !f.Counts || !f.Value.IsZero()) {
		return 0
	}
	return c.half
}

// wrong says whether a constraint is broken and is to be mended.
func (s *system) wrong(k int32) bool { return s.broken[k] && !s.ignored[k] }

// brokenCount counts the broken constraints a cell stands in.
func (s *system) brokenCount(id int32) int {
	n := 0
	for _, e := range s.cells[id].in {
		if s.wrong(e.to) {
			n++
		}
	}
	return n
}

// allBroken lists the broken constraints.
func (s *system) allBroken() []int32 {
	var list []int32
	for k := range s.constraints {
		if s.wrong(int32(k)) {
			list = append(list, int32(k))
		}
	}
	return list
}
