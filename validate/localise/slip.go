package localise

import (
	"cmp"
	"slices"
)

const (
	mostShift   = 8 // rows a block may have slipped by without another form to say so
	mostAside   = 3 // columns
	widestBlock = 8 // columns of a block
	mostTurned  = 3 // rows by which what is displaced is sought at the other end where other forms have more to tell
	mostRows    = 48
	mostWorse   = 3 // broken identities more than before at which a run of rows is given up
	mostBlocks  = 6 // ways to slip tried in earnest
	mostAlike   = 2 // blocks of each
	reach       = 4 // rows and columns by which the ends of a block are tried
)

// run is a block to begin with, and how many identities more hold with it.
type run struct {
	block
	gain int
}

// blocks finds blocks of figures that slipped by whole rows or columns, as pasting into
// the wrong row does: what stood there is pushed on, pasted over, or comes in at the
// other end.
func (s *system) blocks() (found []repair) {
	enough := s.work / 2
	var runs []run
	for _, l := range s.lanes() {
		for by := 1; by <= mostShift && s.work > enough; by++ {
			runs = append(append(runs, s.runs(l, by, 0)...), s.runs(l, -by, 0)...)
		}
		for by := 1; by <= mostAside && s.work > enough; by++ {
			runs = append(append(runs, s.runs(l, 0, by)...), s.runs(l, 0, -by)...)
		}
	}
	if s.work <= enough {
		s.gaveUp = true
	}
	slices.SortStableFunc(runs, func(a, b run) int {
		return cmp.Or(b.gain-a.gain, max(a.down, -a.down)-max(b.down, -b.down))
	})
	type way struct {
		lane        *lane
		down, aside int
		tail        tail
	}
	alike := map[way]int{}
	ways := map[way]int{} // of each direction and tail
	for _, b := range runs {
		w, of := way{b.lane, b.down, b.aside, b.tail}, way{tail: b.tail, aside: count(b.aside != 0)}
		if alike[w] == 0 {
			ways[of]++
		}
		if alike[w]++; alike[w] > mostAlike || ways[of] > mostBlocks {
			continue
		}
		if r, ok := s.grown(b.block); ok {
			found = append(found, r)
		}
	}
	return found
}

// lanes are the columns of each form, lane by lane, where something is broken.
func (s *system) lanes() (lanes []*lane) {
	for at := 0; at < len(s.columns); {
		broken := 0
		first := &s.columns[at]
		l := &lane{rows: len(first.cells)}
		for ; at < len(s.columns) && s.columns[at].table == first.table && s.columns[at].lane == first.lane; at++ {
			if len(s.columns[at].cells) == l.rows {
				l.columns = append(l.columns, int32(at))
			}
			for _, id := range s.columns[at].cells {
				broken += s.brokenCount(id)
			}
		}
		if broken > 1 {
			lanes = append(lanes, l)
		}
	}
	return lanes
}

// runs are the best runs of rows of a lane that slipped a way: of each column by itself,
// or of columns side by side when they slipped aside; with what stood where a run begins
// come in at its end, and without.
func (s *system) runs(l *lane, down, aside int) (list []run) {
	n, widest := len(l.columns), 1
	if aside != 0 {
		widest = widestBlock
	}
	for left := max(0, -aside); left < min(n, n-aside); left++ {
		for right := left; right < min(n, n-aside, left+widest); right++ {
			for _, t := range [2]tail{refill, rotated} {
				if t == rotated && max(down, -down) > mostTurned && s.columns[l.columns[0]].table.Form.SharesCodes() {
					continue
				}
				best := run{gain: 1}
				if aside == 0 {
					best.gain = 0
				}
				for from := range l.rows {
					b := block{l, left, right, from, from, down, aside, t}
					if s.amiss(&b) {
						s.lengthen(b, &best)
					}
				}
				if best.lane != nil {
					list = append(list, best)
				}
			}
		}
	}
	return list
}

// amiss says whether something is broken in the first row of a block.
func (s *system) amiss(b *block) bool {
	for c := b.left; c <= b.right; c++ {
		s.work--
		if s.brokenCount(s.columns[b.lane.columns[c]].cells[b.from]) > 0 {
			return true
		}
	}
	return false
}

// lengthen extends a block row by row, and keeps it where the most has come out.
func (s *system) lengthen(b block, best *run) {
	s.begin()
	defer s.end()
	moved := 0
	for ; b.to < min(b.lane.rows-max(b.down, 0), b.from+mostRows); b.to++ {
		if !s.brings(&b) {
			continue
		}
		if moved++; moved < leastMoved && b.left == b.right {
			continue
		}
		s.lay(&b)
		gain, mark := s.gain(&b), len(s.trial.done)
		if b.tail == refill && gain+s.brokenAt(s.endsOf(&b)) > best.gain {
			s.refill(&b)
			gain = s.gain(&b)
			s.undo(mark)
		}
		if gain > best.gain || gain == best.gain && best.lane != nil && b.to-b.from < best.to-best.from {
			*best = run{b, gain}
		}
		if gain < -mostWorse {
			break
		}
	}
}

// brokenAt counts the broken constraints of cells, but for those of cells side by side: the
// most that what is asked for there can mend.
func (s *system) brokenAt(cells []int32) (n int) {
	for _, id := range cells {
		for _, e := range s.cells[id].in {
			n += count(s.broken[e.to] && !s.constraints[e.to].aside)
		}
	}
	return n
}

// brings says whether the last row of a block moves a figure.
func (s *system) brings(b *block) bool {
	for c := b.left; c <= b.right; c++ {
		if s.printedAt(b.lane, c+b.aside, b.to+b.down) != 0 {
			return true
		}
	}
	return false
}

// gain is how many more identities hold than before a trial; of a column that moved by
// itself, but for those of cells side by side: others may have moved with it.
func (s *system) gain(b *block) int {
	gain := s.trial.count - s.count
	if b.aside == 0 {
		gain -= s.trial.aside - s.aside
	}
	return gain
}

// grown tries a block and those with their ends a little elsewhere, as long as that
// gets better.
func (s *system) grown(b block) (r repair, ok bool) {
	s.begin()
	best := nothing
	for more := true; more && !s.tired(); {
		more = false
		for n := range b.near {
			if o := s.outcome(n); o.better(best) {
				b, best, more = n, o, true
			}
		}
	}
	s.end()
	if best == nothing {
		return r, false
	}
	return s.movedBack(b), true
}

// near are the blocks with one end elsewhere, and those that leave something else behind.
func (b block) near(yield func(block) bool) {
	for t := rotated; t <= refill; t++ {
		b.tail = t
		if !yield(b) {
			return
		}
		for by := 1; by <= reach; by++ {
			for _, off := range [2]int{by, -by} {
				for edge := range 4 {
					n := b
					*[]*int{&n.from, &n.to, &n.left, &n.right}[edge] += off
					if n.from >= 0 && n.from <= n.to && n.to < n.lane.rows && n.left >= 0 && n.left <= n.right && n.right < len(n.lane.columns) && !yield(n) {
						return
					}
				}
			}
		}
	}
}
