package formula

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/document"
)

// fold is a function of any number of values: it starts somewhere and takes in one
// after the other.
type fold struct {
	start Value
	first bool // the first number replaces the start
	take  func(p *parser, all, one Value) Value
}

var folds = map[string]fold{
	"SUM":     {start: number(amount.Zero), take: func(p *parser, all, one Value) Value { return p.binary(all, one, plus) }},
	"PRODUCT": {start: number(amount.Zero), first: true, take: func(p *parser, all, one Value) Value { return p.binary(all, one, amount.Amount.Mul) }},
	"MAX": {start: number(amount.Zero), first: true, take: func(_ *parser, all, one Value) Value {
		return number(slices.MaxFunc([]amount.Amount{all.Number, one.Number}, amount.Amount.Cmp))
	}},
	"MIN": {start: number(amount.Zero), first: true, take: func(_ *parser, all, one Value) Value {
		return number(slices.MinFunc([]amount.Amount{all.Number, one.Number}, amount.Amount.Cmp))
	}},
	"AND": {start: truth(true), take: func(_ *parser, all, one Value) Value { return truth(!all.Number.IsZero() && !one.Number.IsZero()) }},
	"OR":  {start: truth(false), take: func(_ *parser, all, one Value) Value { return truth(!all.Number.IsZero() || !one.Number.IsZero()) }},
}

// fold takes in all arguments. A reference that is an argument of its own passes over
// what is no number, as a spreadsheet does.
func (p *parser) fold(f fold) Value {
	all, any := f.start, false
	take := func(one Value) {
		switch {
		case one.Kind == Fault || all.Kind == Fault:
			all = fault
		case f.first && !any:
			all = one
		default:
			all = f.take(p, all, one)
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
			return all
		}
	}
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
					all = p.binary(all, v, plus)
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
