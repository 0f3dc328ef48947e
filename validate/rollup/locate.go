package rollup

import (
	"cmp"
	"slices"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/judge"
	"suanqing/validate/localise"
	"suanqing/validate/report"
)

// identity is one equation that a figure stands in, of its own book or across books:
// how far off it is in 元.
type identity struct {
	cell     *cell // of a sum over units; nil for one of a book
	relation equation.Relation
	off      amount.Amount
	bound    amount.Amount
	unknown  bool // told otherwise already; says nothing
}

func (q *identity) brokenAt(off amount.Amount) bool {
	excess := off.Abs()
	switch q.relation {
	case equation.AtMost:
		excess = off
	case equation.AtLeast:
		excess = off.Neg()
	}
	return excess.Cmp(q.bound) > 0
}

type signed struct {
	*identity
	minus bool
}

// repair is one figure of one book with the change, in 元, that would put it right.
type repair struct {
	book   *Book
	figure *bind.Figure
	by     amount.Amount
	exact  amount.Amount // how far the change may be off: the bound of what it was taken from
	fixes  int           // identities
	own    int           // those of its own book among them
	breaks int
	cost   int // of how it came about
	kind   localise.Kind
	cells  []*cell // the sums it mends
}

func (r *repair) worth() int { return r.fixes - 2*r.breaks }

// search is what is known of every figure.
type search struct {
	*check
	in   map[*bind.Figure][]signed
	read map[*Book]bool // whose own equations are in
	work int            // changes that may still be weighed
}

// What bounds the search: beyond it, sums are broken by something else than figures.
const (
	mostRepairs = 20 // wrong figures
	mostBroken  = 500
	mostWork    = 400_000
)

const tooMuch = "部门与各单位之和对不上的地方太多，没有推算是哪一格错了，请先核对单位是否齐全。"

// locate names the figures whose change mends broken sums: one at a time, the one that
// mends most and breaks nothing first.
func (c *check) locate() {
	s := &search{check: c, in: map[*bind.Figure][]signed{}, read: map[*Book]bool{}, work: mostWork}
	broken := 0
	for _, n := range c.nodes {
		for _, x := range n.cells {
			if x.broken && x.found < 0 {
				broken++
			}
			q := &identity{cell: x, relation: equation.Equal, off: x.off, bound: x.Bound, unknown: x.found >= 0}
			for _, p := range x.Parts {
				s.in[p.Figure] = append(s.in[p.Figure], signed{q, p.Right != p.Minus})
			}
		}
	}
	switch {
	case broken == 0:
		return
	case broken > mostBroken:
		c.unsought = tooMuch
		return
	}
	for range mostRepairs {
		all := s.repairs()
		if len(all) == 0 || all[0].worth() <= 0 {
			break
		}
		s.apply(&all[0], all[1:])
	}
	if s.work <= 0 {
		c.unsought = tooMuch
	}
	for _, n := range c.nodes {
		s.chains(n)
		s.rows(n)
		s.ownSuspects(n)
	}
}

// take takes the equations of a book itself in.
func (s *search) take(b *Book) {
	if s.read[b] {
		return
	}
	s.read[b] = true
	for i := range b.Outcome.Equations {
		e := &b.Outcome.Equations[i]
		if e.Rule.Severity != report.Error {
			continue
		}
		q := &identity{relation: e.Rule.Equation.Relation, off: judge.InYuan(b.Bound, e.Difference), bound: judge.InYuan(b.Bound, e.Bound)}
		for k, side := range [][]judge.Operand{e.Left, e.Right} {
			for _, o := range side {
				s.in[o.Figure] = append(s.in[o.Figure], signed{q, o.Minus != (k == 1)})
			}
		}
	}
}

// repairs are the changes of one figure that mend some broken sum, the best first; of
// each figure only its best.
func (s *search) repairs() []repair {
	best := map[*bind.Figure]repair{}
	for _, n := range s.nodes {
		for _, x := range n.broken() {
			for _, p := range x.Parts {
				b := s.byBound[p.Book]
				s.take(b)
				for _, q := range s.in[p.Figure] {
					if s.work--; s.work < 0 {
						return nil
					}
					if q.unknown || !q.brokenAt(q.off) || q.relation != equation.Equal {
						continue
					}
					by := q.off
					if !q.minus {
						by = by.Neg()
					}
					r := s.weigh(b, p.Figure, by)
					r.exact = q.bound
					if r.fixes == 0 {
						continue
					}
					if was, ok := best[p.Figure]; !ok || better(&r, &was) < 0 {
						best[p.Figure] = r
					}
				}
			}
		}
	}
	var all []repair
	for _, r := range best {
		if len(r.cells) > 0 {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(a, b repair) int {
		return cmp.Or(better(&a, &b), cmp.Compare(slices.Index(s.books, a.book), slices.Index(s.books, b.book)), before(a.figure, b.figure))
	})
	return all
}

func before(a, b *bind.Figure) int {
	return cmp.Or(cmp.Compare(a.At.Sheet, b.At.Sheet), cmp.Compare(a.At.Row, b.At.Row), cmp.Compare(a.At.Col, b.At.Col))
}

// better orders repairs: by what they mend, then by how they came about, then by how
// exactly they are known.
func better(a, b *repair) int {
	return cmp.Or(b.worth()-a.worth(), a.cost-b.cost, a.exact.Cmp(b.exact))
}

// weigh says what a change of one figure mends and breaks.
func (s *search) weigh(b *Book, f *bind.Figure, by amount.Amount) repair {
	r := repair{book: b, figure: f, by: by}
	for _, q := range s.in[f] {
		if q.unknown {
			continue
		}
		off := q.off.Add(by)
		if q.minus {
			off = q.off.Sub(by)
		}
		switch was, is := q.brokenAt(q.off), q.brokenAt(off); {
		case was && !is:
			r.fixes++
			if q.cell != nil {
				r.cells = append(r.cells, q.cell)
			} else {
				r.own++
			}
		case is && !was:
			r.breaks++
		}
	}
	was, is := r.values()
	r.kind = localise.SlipOf(was, is, f.Places)
	r.cost = r.kind.Cost()
	if is.IsNegative() && !was.IsNegative() {
		r.cost += 6
	}
	return r
}

// values are what the figure reads and what it should read, in its book's unit, to the
// places that it prints.
func (r *repair) values() (was, is amount.Amount) {
	f := r.figure
	if f.State == bind.Money {
		was = f.Value
	}
	is = was.Add(judge.FromYuan(r.book.Bound, r.by))
	return was, is.Round(max(f.Places, 2))
}

// clear is by how much a repair must be better than every other to be called likely.
const clear = 3

// apply takes a repair for what happened, tells it, and goes on from there.
func (s *search) apply(r *repair, others []repair) {
	var rivals []repair
	likely := r.breaks == 0
	for i := range others {
		o := &others[i]
		if !slices.ContainsFunc(o.cells, func(x *cell) bool { return slices.Contains(r.cells, x) }) {
			continue
		}
		if o.worth() < r.worth() {
			continue
		}
		if o.cost-r.cost < clear {
			likely = false
		}
		rivals = append(rivals, *o)
	}
	s.tell(r, rivals, likely)
	for _, q := range s.in[r.figure] {
		if q.minus {
			q.off = q.off.Sub(r.by)
		} else {
			q.off = q.off.Add(r.by)
		}
	}
}

const mostAlternatives = 5

// tell makes a suspect of a repair, and findings of the sums it mends.
func (s *search) tell(r *repair, rivals []repair, likely bool) {
	why := r.kind.Words()
	if r.kind == localise.Value {
		why = "按部门与各单位之和的差推算"
	}
	sus := report.Suspect{Change: s.change(r), Shape: report.OneCell, Kind: string(r.kind), Why: why, Likely: likely, Alternatives: []report.Alternative{}}
	switch {
	case r.own > 0:
		sus.Why += "；改过之后这份报表自己的 " + count(r.own) + " 处不平也平了"
	case likely:
		sus.Why += "；其他单位的这个数与各自的报表都对得上"
	}
	sus.Changes = []report.Change{sus.Change}
	for i := range rivals[:min(len(rivals), mostAlternatives)] {
		o := &rivals[i]
		sus.Alternatives = append(sus.Alternatives, report.Alternative{Change: s.change(o), Kind: string(o.kind), Why: o.kind.Words()})
	}
	s.claim(&sus, r.cells)
	s.suspects = append(s.suspects, sus)
}

// claim has a suspect explain sums.
func (s *search) claim(sus *report.Suspect, cells []*cell) {
	sus.Explains = []int{}
	for _, x := range cells {
		if x.found < 0 {
			x.found = s.add(s.finding(x, x.rule.Severity))
		}
		x.claimed = true
		if !slices.Contains(sus.Explains, x.found) {
			sus.Explains = append(sus.Explains, x.found)
		}
	}
}

// change is a repair as a report says it, in the unit of its own book.
func (c *check) change(r *repair) report.Change {
	was, is := r.values()
	p := c.place(judge.Part{Book: r.book.Bound, Figure: r.figure})
	out := report.Change{File: p.File, Sheet: p.Sheet, Cell: p.Cell, Form: p.Form, Row: p.Row, Column: p.Column, Label: p.Label, Suggest: amount.Plain(is)}
	if r.figure.State == bind.Money {
		out.Value = amount.Plain(was)
	}
	if is.IsZero() {
		out.Suggest = ""
	}
	return out
}

// deepest is the number of digits of the codes on a form that have none below them.
func deepest(cells []*cell, id form.ID) int {
	digits := 0
	for _, x := range cells {
		if x.Form == id && form.IsCode(x.Row) {
			digits = max(digits, len(x.Row))
		}
	}
	return digits
}
