package rollup

import (
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/judge"
	"suanqing/validate/localise"
	"suanqing/validate/report"
)

func count(n int) string { return strconv.Itoa(n) }

// fewInChain is the fewest broken sums that can follow from one figure: a code's and
// those above it.
const fewInChain = 3

// chains looks for one figure whose error goes through all that follows from it: the unit
// agrees with itself and not with the department. What the unit prints tells which it
// may be; where several may, the slip of the hand does, or else nothing.
func (s *search) chains(n *node) {
	broken := n.broken()
	base := baseOf(broken)
	if len(broken) < fewInChain || base == nil {
		return
	}
	var all []repair
	for _, p := range base.Parts {
		b := s.byBound[p.Book]
		by := base.off
		if !p.Right {
			by = by.Neg()
		}
		r := s.weigh(b, p.Figure, by)
		r.exact = base.Bound
		r.near(base.Bound)
		if s.stands(b, broken, p.Right) {
			r.cells = broken
			all = append(all, r)
		}
	}
	if len(all) == 0 {
		return
	}
	// The department is made by adding up; a unit's report is changed by hand afterwards.
	slices.SortStableFunc(all, func(a, b repair) int {
		return (a.cost + whole(a, n)) - (b.cost + whole(b, n))
	})
	best, others := &all[0], 0
	slips := 0
	for i := range all {
		if r := &all[i]; r.book != n.whole {
			others++
			if r.kind != localise.Value && r.cost <= localise.DigitChanged.Cost() {
				slips++
			}
		}
	}
	// The only unit that has the row; or of several the only one whose figure is a slip
	// of the hand away from what is wanted, when that is no chance.
	likely := best.book != n.whole && (others == 1 ||
		slips == 1 && best.cost < localise.DigitChanged.Cost() && digitsOf(best.figure.Value, max(best.figure.Places, 2)) >= enoughDigits)
	s.tell(&all[0], all[1:], likely)
	sus := &s.suspects[len(s.suspects)-1]
	sus.Why = all[0].kind.Words() + "；这份报表自己是平的，与它有关的合计都跟着变了"
	if all[0].kind == localise.Value {
		sus.Why = "这份报表自己是平的，从这一项到各级合计都与部门差同一个数，像是汇总之后改过"
	}
}

// near takes a slip of the hand for what a repair is, where one comes as near as
// rounding in other books tells.
func (r *repair) near(slack amount.Amount) {
	was, is := r.values()
	meant, kind, ok := slipNear(was, is, judge.FromYuan(r.book.Bound, slack), max(r.figure.Places, 2))
	if ok && kind.Cost() <= r.cost {
		r.by, r.kind, r.cost = judge.InYuan(r.book.Bound, meant.Sub(was)), kind, kind.Cost()
	}
}

// whole ranks a department's own figure behind those of its units.
func whole(r repair, n *node) int {
	if r.book == n.whole {
		return clear
	}
	return 0
}

// baseOf is the one code and column from which all that is broken follows: of the codes
// that have none below them the only one, in a column that is no sum of others.
func baseOf(broken []*cell) *cell {
	var base *cell
	for _, id := range []form.ID{"F02", "F03"} {
		digits := deepest(broken, id)
		var items []*cell
		for _, x := range broken {
			if x.Form == id && len(x.Row) == digits && form.IsCode(x.Row) && x.Column != "本年收入合计" && x.Column != "本年支出合计" {
				items = append(items, x)
			}
		}
		if len(items) == 1 && base == nil {
			base = items[0]
		} else if len(items) > 0 {
			return nil
		}
	}
	return base
}

// stands says whether a book prints nearly all of what the broken sums need, and would
// hold no less than nothing anywhere if all were mended there.
func (s *search) stands(b *Book, broken []*cell, right bool) bool {
	lacks := 0
	for _, x := range broken {
		value, has := amount.Zero, false
		for _, p := range x.Parts {
			if p.Book == b.Bound {
				value, has = value.Add(p.Value), true
			}
		}
		if right {
			value = value.Add(x.off)
		} else {
			value = value.Sub(x.off)
		}
		if value.Neg().Cmp(x.Bound) > 0 {
			return false
		}
		if !has {
			lacks++
		}
	}
	return lacks*5 <= len(broken)
}

// rows names a row that a book lacks, has too many, or has under another code: what is
// broken are single rows, in all of their columns.
func (s *search) rows(n *node) {
	byRow := map[[2]string][]*cell{}
	var keys [][2]string
	for _, x := range n.broken() {
		k := [2]string{string(x.Form), x.Row}
		if byRow[k] == nil {
			keys = append(keys, k)
		}
		byRow[k] = append(byRow[k], x)
	}
	for i, k := range keys {
		for _, o := range keys[i+1:] {
			if k[0] == o[0] && form.IsCode(k[1]) && form.IsCode(o[1]) && s.recoded(n, byRow[k], byRow[o]) {
				break
			}
		}
	}
	// The deepest first: where a form prints no sums, those above are off with it.
	slices.SortStableFunc(keys, func(a, b [2]string) int { return len(b[1]) - len(a[1]) })
	for _, k := range keys {
		if x := byRow[k][0]; x.found < 0 && form.IsCode(x.Row) {
			s.rowOnly(n, byRow[k])
		}
	}
}

// recoded names a row that one book has under one code and should have under another:
// what is too much at one is too little at the other.
func (s *search) recoded(n *node, a, b []*cell) bool {
	if len(a) != len(b) || a[0].found >= 0 || b[0].found >= 0 {
		return false
	}
	for i := range a {
		if a[i].Column != b[i].Column || a[i].off.Add(b[i].off).Abs().Cmp(a[i].Bound.Add(b[i].Bound)) > 0 {
			return false
		}
	}
	type fit struct {
		row *bind.Row
		b   *Book
		to  *cell
	}
	var fits []fit
	for _, pair := range [][2][]*cell{{a, b}, {b, a}} {
		from, to := pair[0], pair[1]
		for _, u := range append([]*Book{n.whole}, n.whole.units...) {
			t := u.Bound.Tables[from[0].Form]
			if t == nil || t.Row(from[0].Row) == nil || t.Row(to[0].Row) != nil {
				continue
			}
			row, all := t.Row(from[0].Row), true
			for _, x := range from {
				f := row.Figure(x.Column)
				want := x.off.Neg() // the unit has it too much
				if u == n.whole {
					want = x.off
				}
				all = all && f != nil && judge.InYuan(u.Bound, f.Value).Sub(want).Abs().Cmp(x.Bound) <= 0
			}
			if all {
				fits = append(fits, fit{row, u, to[0]})
			}
		}
	}
	if len(fits) == 0 {
		return false
	}
	made := func(f fit) report.Change {
		cell := s.cellAt(f.b, f.row.Figures[0].Table, f.row.At)
		return report.Change{File: cell.File, Sheet: cell.Sheet, Cell: cell.Cell, Form: cell.Form, Row: f.row.Key, Column: "科目编码",
			Label: rowName(f.row.Key, f.row.Name), Value: f.row.Key, Suggest: f.to.Row}
	}
	sus := report.Suspect{Change: made(fits[0]), Shape: report.Code, Kind: string(localise.CodeMistyped), Likely: len(fits) == 1,
		Why: "金额与其他报表的 " + rowName(fits[0].to.Row, fits[0].to.Name) + " 相同，像是编码录错", Changes: []report.Change{}, Alternatives: []report.Alternative{}}
	for _, f := range fits[1:min(len(fits), mostAlternatives)] {
		sus.Alternatives = append(sus.Alternatives, report.Alternative{Change: made(f), Kind: string(localise.CodeMistyped), Why: "同上"})
	}
	s.claim(&sus, append(slices.Clone(a), b...))
	s.suspects = append(s.suspects, sus)
	return true
}

// rowOnly names the book that lacks a row, or has one too many: the one whose own sums
// above the row are off by as much.
func (s *search) rowOnly(n *node, cells []*cell) {
	var lacks, extra []*Book
	for _, u := range append([]*Book{n.whole}, n.whole.units...) {
		t := u.Bound.Tables[cells[0].Form]
		if t == nil || !t.HasFigures() {
			continue
		}
		row, parent := t.Row(cells[0].Row), above(t, cells[0].Row)
		if parent == nil {
			continue
		}
		agree := 0
		for _, x := range cells {
			want := x.off
			if u == n.whole {
				want = want.Neg()
			}
			if row != nil && row.Figure(x.Column) != nil {
				if judge.InYuan(u.Bound, row.Figure(x.Column).Value).Add(want).Abs().Cmp(x.Bound) > 0 {
					continue
				}
			}
			if s.sumOff(u, parent, x.Column).Sub(want).Abs().Cmp(x.Bound.Add(x.Bound)) <= 0 {
				agree++
			}
		}
		switch {
		case agree < len(cells):
		case row == nil:
			lacks = append(lacks, u)
		default:
			extra = append(extra, u)
		}
	}
	if len(lacks)+len(extra) != 1 {
		return
	}
	x := cells[0]
	sus := report.Suspect{Likely: true, Changes: []report.Change{}, Alternatives: []report.Alternative{}}
	if len(lacks) == 1 {
		u := lacks[0]
		t := u.Bound.Tables[x.Form]
		parent := above(t, x.Row)
		cell := s.cellAt(u, t, parent.At)
		sus.Shape, sus.Kind = report.RowMissing, string(localise.RowLeftOut)
		sus.Change = report.Change{File: cell.File, Sheet: cell.Sheet, Cell: cell.Cell, Form: cell.Form, Row: x.Row, Column: x.Column, Label: rowName(x.Row, x.Name)}
		sus.Why = "上级科目的合计里有这笔钱，表上没有这一行"
		cells = append(slices.Clone(cells), derived(n, t, cells)...)
	} else {
		u := extra[0]
		row := u.Bound.Tables[x.Form].Row(x.Row)
		cell := s.cellAt(u, u.Bound.Tables[x.Form], row.At)
		sus.Shape, sus.Kind = report.SomeCells, string(localise.Surplus)
		sus.Change = report.Change{File: cell.File, Sheet: cell.Sheet, Cell: cell.Cell, Form: cell.Form, Row: x.Row, Column: x.Column, Label: rowName(x.Row, x.Name)}
		sus.Why = "上级科目的合计里没有这笔钱，其他报表也没有这一行"
		for _, y := range cells {
			f := row.Figure(y.Column)
			p := s.place(judge.Part{Book: u.Bound, Figure: f})
			sus.Changes = append(sus.Changes, report.Change{File: p.File, Sheet: p.Sheet, Cell: p.Cell, Form: p.Form, Row: p.Row, Column: p.Column, Label: p.Label, Value: amount.Plain(f.Value)})
		}
		sus.Change = sus.Changes[0]
	}
	s.claim(&sus, cells)
	s.suspects = append(s.suspects, sus)
}

// derived are the broken sums of codes above a row that a form does not print: they are
// off by as much.
func derived(n *node, t *bind.Table, cells []*cell) (all []*cell) {
	for _, x := range n.broken() {
		if x.Form != cells[0].Form || len(x.Row) >= len(cells[0].Row) || !strings.HasPrefix(cells[0].Row, x.Row) || t.Row(x.Row) != nil {
			continue
		}
		for _, c := range cells {
			if c.Column == x.Column && c.off.Sub(x.off).Abs().Cmp(c.Bound.Add(x.Bound)) <= 0 {
				all = append(all, x)
			}
		}
	}
	return all
}

// above is the row that a code belongs below, as far as the form prints it.
func above(t *bind.Table, code string) *bind.Row {
	for n := len(code) - 2; n >= 3; n -= 2 {
		if r := t.Row(code[:n]); r != nil {
			return r
		}
	}
	return t.Row(form.Total)
}

// sumOff is by how much a row of a book is more than those below it, in 元.
func (s *search) sumOff(u *Book, parent *bind.Row, column string) amount.Amount {
	f := parent.Figure(column)
	if f == nil {
		return amount.Zero
	}
	off := f.Value
	for _, kid := range parent.Kids {
		if g := kid.Figure(column); g != nil {
			off = off.Sub(g.Value)
		}
	}
	return judge.InYuan(u.Bound, off)
}

// ownSuspects goes by what the units' own reports say: where a unit's report has a likely
// wrong figure on a form that is broken, by as much as the sums are off, it is that.
func (s *search) ownSuspects(n *node) {
	for _, u := range append([]*Book{n.whole}, n.whole.units...) {
		for _, own := range u.Report.Suspects {
			if !own.Likely || len(own.Changes) > 1 {
				continue
			}
			var cells []*cell
			for _, x := range n.broken() {
				if string(x.Form) == own.Form && s.offBy(u, x, &own) {
					cells = append(cells, x)
				}
			}
			if len(cells) == 0 {
				continue
			}
			sus := own
			if u != s.whole {
				sus.File = u.file()
				sus.Changes, sus.Alternatives = slices.Clone(sus.Changes), []report.Alternative{}
				for i := range sus.Changes {
					sus.Changes[i].File = u.file()
				}
			}
			sus.Why += "；部门与各单位之和也差这个数"
			s.claim(&sus, cells)
			s.suspects = append(s.suspects, sus)
		}
	}
}

// offBy says whether a sum is off by what a suspect of a book would change.
func (s *search) offBy(u *Book, x *cell, own *report.Suspect) bool {
	is, okIs := amount.Parse(own.Value)
	should, okShould := amount.Parse(own.Suggest)
	if own.Shape != report.OneCell || !okIs && own.Value != "" || !okShould && own.Suggest != "" {
		return false
	}
	by := judge.InYuan(u.Bound, should.Value.Sub(is.Value))
	return x.off.Abs().Sub(by.Abs()).Abs().Cmp(x.Bound) <= 0 && !by.IsZero()
}

func (s *search) cellAt(u *Book, t *bind.Table, at bind.Place) report.Cell {
	cell, _ := s.titleOf(u)
	cell.Form, cell.Sheet, cell.Cell = string(t.Form.ID), u.Bound.SheetAt(at).Name, address(at)
	return cell
}
