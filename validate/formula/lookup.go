package formula

import (
	"strings"

	"suanqing/validate/amount"
)

// alike says whether two areas are of one shape.
func (a area) alike(b area) bool {
	return a.Row1-a.Row0 == b.Row1-b.Row0 && a.Col1-a.Col0 == b.Col1-b.Col0
}

// look is VLOOKUP, MATCH and INDEX. What is looked for must be just that: what comes
// nearest depends on an order.
func (p *parser) look(name string) Value {
	var want Value
	if name != "INDEX" {
		if want = p.expression(); want.Kind == Text && strings.ContainsAny(want.Text, "?*~") || !p.take(",") {
			return p.fail()
		}
	}
	a, ok := p.alone()
	var args []int
	for ok && p.ok && p.take(",") {
		n := p.number(p.expression())
		if n.Kind == Fault {
			return fault
		}
		args = append(args, int(n.Number.Whole()))
	}
	rows, cols := a.Row1-a.Row0+1, a.Col1-a.Col0+1
	switch {
	case !ok || !p.ok:
	case name == "INDEX" && len(args) == 1 && rows == 1:
		return p.item(a, 1, args[0])
	case name == "INDEX" && len(args) == 1 && cols == 1:
		return p.item(a, args[0], 1)
	case name == "INDEX" && len(args) == 2:
		return p.item(a, args[0], args[1])
	case name == "MATCH" && len(args) == 1 && args[0] == 0 && (rows == 1 || cols == 1):
		if n := p.search(a, want); n > 0 {
			return number(amount.New(int64(n), 0))
		}
		return fault
	case name == "VLOOKUP" && len(args) == 2 && args[1] == 0:
		first := a
		first.Col1 = a.Col0
		if n := p.search(first, want); n > 0 {
			return p.item(a, n, args[0])
		}
		return fault
	}
	return p.fail()
}

// item is the value in a row and a column of an area, which count from 1.
func (p *parser) item(a area, row, col int) Value {
	if row < 1 || col < 1 || row > a.Row1-a.Row0+1 || col > a.Col1-a.Col0+1 {
		return p.fail()
	}
	return p.cell(a.sheet, a.Row0+row-1, a.Col0+col-1)
}

// search is where a value first stands in a row or a column, from 1; 0 for nowhere.
func (p *parser) search(a area, want Value) int {
	n, found := 0, 0
	p.each(a, func(row, col int) {
		if n++; found > 0 {
			return
		}
		v := p.cell(a.sheet, row, col)
		if p.ok && v.Kind == want.Kind && v.Kind != Blank && v.Kind != Fault && !p.compare(v, want, "=").Number.IsZero() {
			found = n
		}
	})
	return found
}

// sumProduct is SUMPRODUCT: its arguments are computed once for each place of the
// areas in them, which are all of one shape, as (LEFT(A1:A9,3)="201")*C1:C9 is.
func (p *parser) sumProduct() Value {
	if p.walk != nil {
		return p.fail()
	}
	start, sum := p.text, number(amount.Zero)
	w := &walk{}
	p.walk = w
	defer func() { p.walk = nil }()
	for n := 0; p.ok && n < max(1, w.size()); n++ {
		if !p.read(len(start) - len(p.text)) { // again
			return p.fail()
		}
		p.text, w.at = start, n
		product := p.factor()
		for p.ok && p.take(",") {
			product = p.operate("*", product, p.factor())
		}
		sum = p.operate("+", sum, product)
	}
	return sum
}

// factor is one argument of SUMPRODUCT: a text alone counts as nothing, and so does a
// truth.
func (p *parser) factor() Value {
	v := p.expression()
	if v.Kind == Text || v.Kind == Truth {
		return number(amount.Zero)
	}
	return p.number(v)
}

// walk goes over the places of areas of one shape.
type walk struct {
	area area
	any  bool
	at   int // the place, row by row
}

func (w *walk) size() int {
	if !w.any {
		return 0
	}
	return (w.area.Row1 - w.area.Row0 + 1) * (w.area.Col1 - w.area.Col0 + 1)
}

// place is the cell of an area at the place of the walk.
func (w *walk) place(a area) (row, col int, ok bool) {
	if !w.any {
		w.area, w.any = a, true
	}
	cols := a.Col1 - a.Col0 + 1
	return a.Row0 + w.at/cols, a.Col0 + w.at%cols, a.alike(w.area)
}
