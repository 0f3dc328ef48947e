package localise

import (
	"slices"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/judge"
	"suanqing/validate/report"
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
	printed     []bool   // what was broken before blocks were tried
	broken      []bool   // by constraint, kept up to date
	count       int      // how many are broken
	fit         []repair // room for those that fit
	moving      moving
	done        []change            // how to undo the trials that are on
	work        int                 // identities that may still be weighed anew
	gaveUp      bool                // trials or repairs beyond what a component may cost
	tangled     bool                // a component too large to be searched
	round       int32               // of the trials
	touched     []int32             // by the last one
	ignored     []bool              // broken constraints of another component
	aside       int                 // how many of those are of cells side by side
	alone       map[int32]single    // broken constraints of components that one cell mends
	columns     []column            // cells in reading order
	negatives   map[*bind.Table]int // negative amounts that forms print
	at          map[bind.Place]int32
	like        map[int32]int32   // see likened
	byValue     map[int64][]int32 // cells by the value they print now
}

// cell is one figure: what it reads now and the constraints it stands in.
type cell struct {
	figure *bind.Figure
	x      int64 // what it reads; a blank reads 0
	step   int64 // one unit of its last printed place
	half   int64 // half of that; 0 for an exact figure
	places int   // decimals it prints, in its form's own unit
	in     []int32
	signs  []int64 // how it stands in each of those; 0 where it stands twice
	column int32   // where it stands in system.columns
	place  int32
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
	rule     *rule.Rule
	row      string // what 本行 stood for
	across   string // what 本列 stood for
	relation equation.Relation
	finding  int   // that tells it, by index; −1 for none
	total    int32 // the cell that the equation calls a total; −1 for none
	terms    []term
	diff     int64
	bound    int64        // the largest |diff| that rounding explains
	aside    bool         // of cells side by side in one row of a form
	said     *bind.Figure // what the written half says of the cell; nil for an equation of forms
	round    int32        // the trial that last touched it
	was      bool         // whether it was broken before
}

type term struct {
	cell int32
	sign int64
}

// newSystem puts the book's figures and judged identities into a system; nil when its
// figures are beyond any account's.
func newSystem(b *bind.Book, equations []rule.Judged) *system {
	s := &system{book: b, work: mostWork, at: map[bind.Place]int32{}, alone: map[int32]single{}, negatives: map[*bind.Table]int{}}
	if !s.scale() {
		return nil
	}
	s.takeCells()
	for i := range equations {
		if equations[i].Rule.Severity == report.Error {
			s.takeConstraint(&equations[i])
		}
	}
	s.takeLikened()
	s.broken = make([]bool, len(s.constraints))
	s.ignored = make([]bool, len(s.constraints))
	for i := range s.constraints {
		if s.broken[i] = s.constraints[i].isBroken(); s.broken[i] {
			s.counted(&s.constraints[i], 1)
		}
	}
	return s
}

// scale finds the decimals that all figures need.
func (s *system) scale() bool {
	fits := true
	most := amount.Zero
	s.book.Each(func(t *bind.Table) {
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if f.State == bind.Money {
					s.decimals = max(s.decimals, f.Value.Places(), f.Half.Places(), s.unitStep(t, f.Places).Places())
					if v := f.Value.Abs(); v.Cmp(most) > 0 {
						most = v
					}
				}
			}
		}
	})
	most, fits = most.Shift(s.decimals)
	return fits && most.Cmp(amount.New(largest, 0)) <= 0
}

// unitOf is the unit a form's figures are in.
func (s *system) unitOf(t *bind.Table) amount.Unit {
	if t.Unit.Known() {
		return t.Unit
	}
	return s.book.Unit
}

// unitStep is one unit of the last of so many printed places, in the book's unit.
func (s *system) unitStep(t *bind.Table, places int32) amount.Amount {
	step, ok := s.unitOf(t).In(s.book.Unit, amount.New(1, -places))
	if !ok {
		return amount.Zero
	}
	return step
}

func (s *system) scaled(a amount.Amount) int64 {
	shifted, _ := a.Shift(s.decimals)
	return shifted.Whole()
}

func (s *system) amount(x int64) amount.Amount { return amount.New(x, -s.decimals) }

// takeCells gives every figure of the book its cell, columns in reading order.
func (s *system) takeCells() {
	s.byValue = map[int64][]int32{}
	s.book.Each(func(t *bind.Table) {
		places := usualPlaces(t)
		step := s.scaled(s.unitStep(t, places))
		half := s.scaled(s.halfOf(t, places))
		type key struct {
			id   string
			lane int
		}
		columns := map[key]int32{}
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if _, known := s.at[f.At]; known {
					continue // one printed cell that stands for two rows
				}
				id := int32(len(s.cells))
				s.at[f.At] = id
				c := cell{figure: f, step: step, half: half, places: int(places)}
				if f.State == bind.Money {
					c.places = int(f.Places)
					c.x, c.step, c.half = s.scaled(f.Value), s.scaled(s.unitStep(t, f.Places)), s.scaled(f.Half)
				}
				k := key{f.Column.ID, r.Lane}
				at, known := columns[k]
				if !known {
					at = int32(len(s.columns))
					columns[k] = at
					s.columns = append(s.columns, column{table: t, id: k.id, lane: k.lane})
				}
				c.column, c.place = at, int32(len(s.columns[at].cells))
				s.columns[at].cells = append(s.columns[at].cells, id)
				if s.cells = append(s.cells, c); c.x < 0 {
					s.negatives[t]++
				}
				s.byValue[c.x] = append(s.byValue[c.x], id)
			}
		}
	})
}

// halfOf is half a unit of the last of so many printed places.
func (s *system) halfOf(t *bind.Table, places int32) amount.Amount {
	return s.unitOf(t).HalfUnit(s.book.Unit, places)
}

// usualPlaces is how many decimals most figures of a table print.
func usualPlaces(t *bind.Table) int32 {
	count := map[int32]int{}
	best := int32(2)
	for _, r := range t.Rows {
		for _, f := range r.Figures {
			if f.State != bind.Money {
				continue
			}
			if count[f.Places]++; count[f.Places] > count[best] || count[f.Places] == count[best] && f.Places > best {
				best = f.Places
			}
		}
	}
	return best
}

func (s *system) takeConstraint(e *rule.Judged) {
	c := constraint{rule: e.Rule, row: e.Row, across: e.Column, relation: e.Rule.Equation.Relation, finding: e.Finding, total: -1, bound: s.scaled(e.Bound)}
	id := int32(len(s.constraints))
	take := func(operands []judge.Operand, side int64) {
		for _, o := range operands {
			sign := side
			if o.Minus {
				sign = -side
			}
			cell, known := s.at[o.Figure.At]
			if !known {
				if x, ok := s.told(o.Figure); ok {
					c.diff += sign * x
					c.said = o.Figure
				}
				continue
			}
			c.terms = append(c.terms, term{cell, sign})
			c.diff += sign * s.cells[cell].x
		}
	}
	take(e.Left, 1)
	take(e.Right, -1)
	if e.Rule.Equation.HasTotal() && len(e.Left) == 1 && len(c.terms) > 1 {
		c.total = c.terms[0].cell
	}
	for _, t := range c.terms {
		at := &s.cells[t.cell]
		if n := len(at.in); n > 0 && at.in[n-1] == id {
			at.signs[n-1] = 0
			continue
		}
		at.in, at.signs = append(at.in, id), append(at.signs, t.sign)
	}
	c.aside = s.sideBySide(c.terms)
	s.constraints = append(s.constraints, c)
}

// told is a figure of the written half as the search knows figures: no cell of a form, and
// not to be changed. ok is false for any other.
func (s *system) told(f *bind.Figure) (x int64, ok bool) {
	if f.Table == nil || f.State != bind.Money || s.book.Standard.ByID(f.Table.Form.ID) != nil {
		return 0, false
	}
	shifted, fits := f.Value.Shift(s.decimals)
	if !fits || shifted.Abs().Cmp(amount.New(largest, 0)) > 0 {
		return 0, false
	}
	return shifted.Whole(), true
}

// sideBySide says whether cells stand in one row of a form.
func (s *system) sideBySide(terms []term) bool {
	return len(terms) > 1 && !slices.ContainsFunc(terms, func(t term) bool {
		return s.cells[t.cell].figure.Row != s.cells[terms[0].cell].figure.Row
	})
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
		if t.cell == cell {
			if found != 0 {
				return 0
			}
			found = t.sign
		}
	}
	return found
}

// set changes what a cell reads and returns what it read. Figures that appear
// or disappear take their rounding with them.
func (s *system) set(id int32, y int64) (was int64) {
	c := &s.cells[id]
	was = c.x
	s.work -= len(c.in) + 1
	if was == y {
		return was
	}
	c.x = y
	rounding := s.rounding(id, y) - s.rounding(id, was)
	for i, k := range c.in {
		q := &s.constraints[k]
		q.diff += c.signs[i] * (y - was)
		q.bound += rounding
		if now := q.isBroken(); now != s.broken[k] {
			s.broken[k] = now
			if now {
				s.counted(q, 1)
			} else {
				s.counted(q, -1)
			}
		}
	}
	return was
}

func (s *system) counted(q *constraint, n int) {
	s.count += n
	if q.aside {
		s.aside += n
	}
}

// tired says whether the search has cost as much as it may: what was found so
// far is told, and no book takes long.
func (s *system) tired() bool { return s.work < 0 }

// rounding is what a cell adds to the bound of its constraints when it reads y.
// A zero adds it where it is printed and means something; one that is supposed
// is no figure, as bind.Suppose has it.
func (s *system) rounding(id int32, y int64) int64 {
	c := &s.cells[id]
	if f := c.figure; y == 0 && (f.State != bind.Money || !f.Counts || !f.Value.IsZero()) {
		return 0
	}
	return c.half
}

// brokenCount counts the broken constraints a cell stands in.
func (s *system) brokenCount(id int32) int {
	n := 0
	for _, k := range s.cells[id].in {
		if s.broken[k] && !s.ignored[k] {
			n++
		}
	}
	return n
}

// allBroken lists the broken constraints.
func (s *system) allBroken() []int32 {
	var list []int32
	for k := range s.constraints {
		if s.broken[k] && !s.ignored[k] {
			list = append(list, int32(k))
		}
	}
	return list
}
