package localise

import "suanqing/validate/equation"

// packedCost is of figures packed upward by the sums alone: that every group of a column
// comes out again hardly happens by chance.
const packedCost = 7

// sequence is the figures of a column of groups, top to bottom, to be set against its
// rows: those of one stretch were packed upward when blank rows were lost in pasting. A
// figure that is the sum of those below it tells where a group's head stood.
type sequence struct {
	*system
	cells []int32
	at    []int // where the figures stand, by their place in the column
	known map[step]way
}

// step is a row, the next figure to be set, and what went before.
type step struct {
	row, next int
	packed    stretch
}

type stretch uint8

const (
	before stretch = iota
	within
	behind
)

// way is the best way on from a step: how many figures it moves, how many it sets in the
// group that begins there, and where that leads; none when moved is negative.
type way struct {
	moved, taken int
	rows         int  // by which it moves them, together
	others       bool // there is another way
	then         step
}

// packed finds the columns of groups whose figures come out when they are set against
// the rows anew, with what is repeated behind them left out.
func (s *system) packed() (found []repair) {
	for at := range s.columns {
		c := &s.columns[at]
		if c.table.Form.SharesCodes() || !s.brokenGroups(c) || s.tired() {
			continue
		}
		var figures []int
		for i, id := range c.cells {
			if s.cells[id].x != 0 {
				figures = append(figures, i)
			}
		}
		for _, again := range append([][2]int{{}}, s.again(c, figures)...) {
			rest := append(append([]int{}, figures[:again[0]]...), figures[again[1]:]...)
			q := sequence{s, c.cells, rest, map[step]way{}}
			if r, ok := q.repair(again[1] - again[0]); ok && s.weigh(&r) && s.worth(r.mends) >= byEquality {
				found = append(found, r)
			}
		}
	}
	return found
}

// brokenGroups says whether something is broken in a column that has groups.
func (s *system) brokenGroups(c *column) bool {
	heads, broken := 0, 0
	for _, id := range c.cells {
		heads += min(1, len(s.cells[id].figure.Row.Kids))
		broken += s.brokenCount(id)
	}
	return heads > 0 && broken > 0
}

// again are the runs of figures that repeat, one for one, those right above them.
func (s *system) again(c *column, figures []int) (runs [][2]int) {
	same := func(a, b int) bool { return s.cells[c.cells[figures[a]]].x == s.cells[c.cells[figures[b]]].x }
	for from := range figures {
		for by := 1; by <= from && figures[from]-figures[from-by] == by; by++ {
			to := from
			for to < len(figures) && figures[to]-figures[from] == to-from && same(to, to-by) {
				to++
			}
			if to > from && (from-by == 0 || figures[from-1]-figures[from-by-1] != by || !same(from-1, from-by-1)) {
				runs = append(runs, [2]int{from, to})
			}
		}
	}
	return runs
}

// repair has the column read the best way through it; so many figures are left out.
func (q *sequence) repair(left int) (r repair, ok bool) {
	first := step{}
	total := q.best(first)
	if total.moved < 0 || max(total.moved, left) < leastMoved {
		return r, false
	}
	r = repair{kind: Shifted, cost: packedCost}
	switch {
	case left > 1:
		r.cost -= byHint * min(left, leastBlock)
	case total.moved < leastBlock:
		r.cost = blockCost // rather one figure moved
	}
	reads := make([]int64, len(q.cells))
	open, shift := total.others, 0
	for at := first; at.row < len(q.cells); {
		w := q.best(at)
		rows := q.rows(at, w.then.row)[:w.taken]
		for i, row := range rows {
			reads[row] = q.x(at.next + i)
		}
		if n := len(rows); n > 0 {
			shift = rows[n-1] - q.at[at.next+n-1]
			// Where a group has blank rows, which of them were lost nobody knows.
			open = open || n < w.then.row-at.row && (shift > 0 || w.then.packed != at.packed || left > 0)
		}
		at = w.then
	}
	for i, id := range q.cells {
		if reads[i] != q.system.cells[id].x {
			r.changes = append(r.changes, change{cell: id, y: reads[i], kind: Shifted, open: open})
		}
	}
	return r, len(r.changes) > 0
}

func (q *sequence) x(figure int) int64 { return q.system.cells[q.cells[q.at[figure]]].x }

// best is the best way on from a step.
func (q *sequence) best(from step) way {
	if from.row == len(q.cells) {
		return way{moved: min(0, from.next-len(q.at))} // all figures must be set
	}
	if w, ok := q.known[from]; ok {
		return w
	}
	q.work -= 4
	head := q.system.cells[q.cells[from.row]].figure.Row
	end := from.row + 1
	for end < len(q.cells) && q.system.cells[q.cells[end]].figure.Row.Parent == head {
		end++
	}
	best := way{moved: -1}
	try := func(taken, moved, rows int, packed stretch) {
		then := step{end, from.next + taken, packed}
		w := q.best(then)
		if w.moved < 0 {
			return
		}
		w.moved, w.rows = w.moved+moved, w.rows+rows
		others := w.others || best.moved >= 0
		if best.moved < 0 || w.moved < best.moved || w.moved == best.moved && w.rows < best.rows {
			best = way{w.moved, taken, w.rows, others, then}
		}
		best.others = others
	}
	try(0, 0, 0, from.packed)
	packed, moved, rows, sum := from.packed, 0, 0, int64(0)
	for i, row := range q.rows(from, end) {
		next := from.next + i
		if packed == within && q.apart(next) {
			packed = behind
		}
		if shift := row - q.at[next]; shift < 0 || shift > 0 && packed == behind {
			break
		} else if shift > 0 {
			packed = within
			moved, rows = moved+1, rows+shift
		}
		if i > 0 {
			sum += q.x(next)
		}
		off := sum - q.x(from.next)
		if end-from.row <= len(head.Kids) || len(head.Kids) == 0 || i > 0 && max(off, -off) <= int64(i+1)*q.system.cells[q.cells[from.row]].half {
			try(i+1, moved, rows, packed)
		}
	}
	q.known[from] = best
	return best
}

// rows are those that the figures of a group are set in: each right below the one
// before, or where it stands when there was room between them; further down where an
// inequality does not bear it.
func (q *sequence) rows(from step, end int) (rows []int) {
	row := from.row
	for i := from.next; i < len(q.at); i++ {
		if i > from.next && q.apart(i) {
			row = max(row, q.at[i])
		}
		for row < end && q.x(i) > q.most(q.cells[row]) {
			row++
		}
		if row == end {
			break
		}
		rows = append(rows, row)
		row++
	}
	return rows
}

// most is the largest figure that inequalities bear in a cell.
func (s *system) most(id int32) int64 {
	c, most := &s.cells[id], int64(anywhere)
	for _, e := range c.in {
		switch q := &s.constraints[e.to]; {
		case q.relation == equation.AtMost && e.sign > 0:
			most = min(most, c.x-q.diff+q.bound)
		case q.relation == equation.AtLeast && e.sign < 0:
			most = min(most, c.x+q.diff+q.bound)
		}
	}
	return most
}

// apart says whether a figure does not stand right below the one before.
func (q *sequence) apart(i int) bool { return i == 0 || q.at[i] != q.at[i-1]+1 }
