package formula

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/document"
)

// fold is a function that takes in any number of values, one after the other. A
// reference that is an argument of its own passes over what is no number, as a
// spreadsheet does.
func (p *parser) fold(name string) Value {
	all, any := number(amount.Zero), false
	take := func(v Value) {
		switch {
		case v.Kind == Fault || all.Kind == Fault:
			all = fault
		case !any:
			all = v
		case name == "SUM":
			all = p.operate("+", all, v)
		case name == "PRODUCT":
			all = p.operate("*", all, v)
		case name == "MAX" && all.Number.Cmp(v.Number) < 0, name == "MIN" && all.Number.Cmp(v.Number) > 0,
			name == "AND" && v.Number.IsZero(), name == "OR" && all.Number.IsZero():
			all = v
		}
		any = true
	}
	for {
		if a, ok := p.alone(); ok {
			p.each(a, func(row, col int) {
				if v := p.cell(a.sheet, row, col); v.Kind == Number || v.Kind == Fault {
					take(v)
				}
			})
		} else {
			take(p.number(p.expression()))
		}
		if !p.ok || !p.take(",") {
			break
		}
	}
	if name == "AND" || name == "OR" {
		if !any || all.Kind == Fault {
			return fault
		}
		return truth(!all.Number.IsZero())
	}
	return all
}

// Numbers of SUBTOTAL that sum; the second leaves hidden rows out.
const (
	subtotalSum        = 9
	subtotalSumVisible = 109
)

// subtotal is SUBTOTAL that sums: cells that are subtotals themselves do not count.
// Whether the first kind counts a hidden row depends on what has hidden it, which is
// not known here.
func (p *parser) subtotal() Value {
	kind := p.expression().Number
	all := number(amount.Zero)
	for p.ok && p.take(",") {
		a, ok := p.alone()
		if !ok || kind != amount.New(subtotalSum, 0) && kind != amount.New(subtotalSumVisible, 0) {
			return p.fail()
		}
		p.each(a, func(row, col int) {
			sheet := p.book.Sheets[a.sheet]
			c := sheet.At(row, col)
			switch {
			case !p.pay(): // for what is left out, too
				p.fail()
			case c == nil || !p.read(len(c.Formula)) || strings.Contains(strings.ToUpper(c.Formula), "SUBTOTAL("):
			case !hiddenRow(sheet, row):
				if v := p.cell(a.sheet, row, col); v.Kind == Number || v.Kind == Fault {
					all = p.operate("+", all, v)
				}
			case kind == amount.New(subtotalSum, 0):
				p.fail()
			}
		})
	}
	return all
}

func hiddenRow(s *document.Sheet, row int) bool {
	i, ok := slices.BinarySearchFunc(s.Rows, row, func(r document.Row, row int) int { return r.Index - row })
	return ok && s.Rows[i].Hidden
}
