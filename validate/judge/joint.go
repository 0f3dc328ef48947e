package judge

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
)

// Joint asks of identities that each hold within rounding whether all of them
// can hold at once: whether there are true amounts, each within half a unit of
// its printed figure, that satisfy every one exactly. It narrows the intervals
// identity by identity until nothing moves or one is empty (bounds
// propagation): what it calls impossible is impossible; it does not find every
// impossibility that a linear program would.
type Joint struct {
	rows  []jointRow
	terms []jointTerm
	cells []interval // as printed, by bind.Figure.Index
	tails []int32
	spent int

	figures  int
	coarsest amount.Amount // half a unit
}

type jointRow struct {
	from, to int32 // in terms
	relation equation.Relation
	broken   bool
	off      bool // left out
}

type jointTerm struct {
	cell int32
	sign int32
}

type interval struct {
	lo, hi     int64
	known      bool
	loBy, hiBy int32 // 1 + the row that set it
	beside     bool  // stands in a broken identity
}

const (
	jointDecimals  = 9           // of the scaled integers: half a unit of any printed place that is not exact
	jointLargest   = int64(1e17) // a hundred million of the book's unit; sums of some stay whole
	mostConflicts  = 20
	mostNarrowings = 200000
)

// NewJoint begins with none of a book's identities.
func NewJoint(b *bind.Book) *Joint {
	coarsest, ok := coarse.In(b.Unit, amount.New(5, -3))
	if !ok || !b.Unit.Known() {
		coarsest = amount.New(5, -3)
	}
	return &Joint{figures: b.Figures, coarsest: coarsest}
}

// coarse is the largest unit whose forms are judged together: in a larger one a
// blank may stand for tens of thousands of 元 and is no exact nothing.
var coarse, _ = amount.FindUnit("万元")

// Add takes in one instance of a rule and returns its number, or -1 when
// rounding has no part in it.
func (j *Joint) Add(in *Instance, relation equation.Relation) int {
	if !in.Bound.IsPositive() {
		return -1
	}
	if j.rows == nil {
		j.cells, j.rows, j.terms = make([]interval, j.figures), make([]jointRow, 0, 256), make([]jointTerm, 0, 1024)
	}
	row := jointRow{from: int32(len(j.terms)), relation: relation, broken: in.Result == Broken}
	ok := j.side(in.Left, 1) && j.side(in.Right, -1)
	row.to = int32(len(j.terms))
	if !ok {
		row.off = true // beyond any account; judged by itself all the same
	}
	id := len(j.rows)
	if in.Result == Tail {
		j.tails = append(j.tails, int32(id))
	}
	j.rows = append(j.rows, row)
	return id
}

func (j *Joint) side(operands []Operand, side int32) bool {
	for _, o := range operands {
		f := o.Figure
		if f.Table.Book != 0 {
			return false // an identity with another book is not narrowed
		}
		if !f.LeavesOut && (f.State != bind.Money || f.Value.IsZero() && !f.Counts) {
			continue
		}
		if c := &j.cells[f.Index]; !c.known {
			x, fits := scaled(f.Value)
			half := int64(0)
			if f.Counts || f.LeavesOut {
				var halfFits bool
				half, halfFits = scaled(f.Half)
				fits = fits && halfFits && f.Half.Cmp(j.coarsest) <= 0
			}
			if !fits {
				return false
			}
			*c = interval{lo: x - half, hi: x + half, known: true}
		}
		sign := side
		if o.Minus {
			sign = -side
		}
		j.terms = append(j.terms, jointTerm{f.Index, sign})
	}
	return true
}

func scaled(a amount.Amount) (n int64, ok bool) {
	n, ok = a.Scaled(jointDecimals)
	return n, ok && n < jointLargest && -n < jointLargest
}

// Conflicts finds sets of identities, by number, that cannot hold at once, each
// as small as leaving any one out makes it possible. Identities that share a
// figure with a broken one are left out: the error there is said already.
func (j *Joint) Conflicts() [][]int {
	if len(j.tails) == 0 {
		return nil // the printed figures themselves satisfy everything
	}
	j.leaveBroken()
	uses := j.uses()
	var found [][]int
	for len(found) < mostConflicts {
		cells := append([]interval{}, j.cells...)
		at := j.narrow(cells, uses, j.tails)
		if at < 0 {
			break
		}
		core := j.smallest(j.reasons(cells, at), uses)
		if len(core) < 2 {
			break // an identity by itself is judged elsewhere
		}
		found = append(found, core)
		for _, id := range core {
			j.rows[id].off = true
		}
	}
	return found
}

func (j *Joint) leaveBroken() {
	for i := range j.rows {
		if j.rows[i].broken {
			for _, t := range j.terms[j.rows[i].from:j.rows[i].to] {
				j.cells[t.cell].beside = true
			}
		}
	}
	for i := range j.rows {
		r := &j.rows[i]
		r.off = r.off || r.broken
		for _, t := range j.terms[r.from:r.to] {
			r.off = r.off || j.cells[t.cell].beside
		}
	}
}

// uses lists, for each cell, the rows it stands in: the rows of cell c are
// list[start[c]:start[c+1]].
type uses struct{ start, list []int32 }

func (j *Joint) uses() uses {
	u := uses{start: make([]int32, len(j.cells)+1)}
	for _, t := range j.terms {
		u.start[t.cell+1]++
	}
	for c := range j.cells {
		u.start[c+1] += u.start[c]
	}
	u.list = make([]int32, len(j.terms))
	next := append([]int32{}, u.start...)
	for i := range j.rows {
		for _, t := range j.terms[j.rows[i].from:j.rows[i].to] {
			u.list[next[t.cell]] = int32(i)
			next[t.cell]++
		}
	}
	return u
}

// narrow makes the intervals as narrow as the rows have them, beginning with
// some rows, and returns a row that nothing satisfies, or -1.
func (j *Joint) narrow(cells []interval, u uses, from []int32) int {
	queued := make([]bool, len(j.rows))
	queue := append([]int32{}, from...)
	for _, id := range queue {
		queued[id] = true
	}
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		queued[id] = false
		r := &j.rows[id]
		if r.off {
			continue
		}
		if j.spent++; j.spent > mostNarrowings {
			return -1
		}
		terms := j.terms[r.from:r.to]
		lo, hi := int64(0), int64(0) // of the sum
		for _, t := range terms {
			c := &cells[t.cell]
			if t.sign > 0 {
				lo, hi = lo+c.lo, hi+c.hi
			} else {
				lo, hi = lo-c.hi, hi-c.lo
			}
		}
		least, most := r.relation != equation.AtMost, r.relation != equation.AtLeast // sum ≥ 0 wanted, sum ≤ 0 wanted
		if least && hi < 0 || most && lo > 0 {
			return int(id)
		}
		for _, t := range terms {
			c := &cells[t.cell]
			was := *c
			// What the others leave it. The sums go along, so that the second
			// bound is right after the first has moved.
			if t.sign > 0 {
				if top := c.lo - lo; most && c.hi > top {
					hi, c.hi, c.hiBy = hi-(c.hi-top), top, id+1
				}
				if bottom := c.hi - hi; least && c.lo < bottom {
					lo, c.lo, c.loBy = lo+(bottom-c.lo), bottom, id+1
				}
			} else {
				if bottom := c.hi + lo; most && c.lo < bottom {
					hi, c.lo, c.loBy = hi-(bottom-c.lo), bottom, id+1
				}
				if top := c.lo + hi; least && c.hi > top {
					lo, c.hi, c.hiBy = lo+(c.hi-top), top, id+1
				}
			}
			if c.lo > c.hi {
				return int(id)
			}
			if c.lo == was.lo && c.hi == was.hi {
				continue
			}
			for _, other := range u.list[u.start[t.cell]:u.start[t.cell+1]] {
				if !queued[other] {
					queued[other] = true
					queue = append(queue, other)
				}
			}
		}
	}
	return -1
}

// reasons are the rows that narrowed what a row needs, near and far.
func (j *Joint) reasons(cells []interval, at int) []int32 {
	seen := map[int32]bool{}
	var list []int32
	for queue := []int32{int32(at)}; len(queue) > 0; {
		id := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if seen[id] {
			continue
		}
		seen[id] = true
		list = append(list, id)
		for _, t := range j.terms[j.rows[id].from:j.rows[id].to] {
			for _, by := range []int32{cells[t.cell].loBy, cells[t.cell].hiBy} {
				if by > 0 {
					queue = append(queue, by-1)
				}
			}
		}
	}
	return list
}

// smallest leaves out of conflicting rows every one that the conflict does not
// need.
func (j *Joint) smallest(rows []int32, u uses) []int {
	in := make([]bool, len(j.rows))
	for _, id := range rows {
		in[id] = true
	}
	conflicts := func() bool {
		was := make([]bool, len(j.rows))
		var list []int32
		for id := range j.rows {
			was[id] = j.rows[id].off
			j.rows[id].off = was[id] || !in[id]
			if in[id] {
				list = append(list, int32(id))
			}
		}
		at := j.narrow(append([]interval{}, j.cells...), u, list)
		for id := range j.rows {
			j.rows[id].off = was[id]
		}
		return at >= 0
	}
	if !conflicts() {
		return nil // given up for its length
	}
	for _, id := range rows {
		in[id] = false
		in[id] = !conflicts()
	}
	var core []int
	for id := range in {
		if in[id] {
			core = append(core, id)
		}
	}
	return core
}
