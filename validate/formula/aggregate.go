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

// sumIf is SUMIF with a criterion without wildcards.
func (p *parser) sumIf() Value {
	in, ok := p.alone()
	if !ok || !p.take(",") {
		return p.fail()
	}
	meets, ok := p.criterion(p.expression())
	if !ok {
		return p.fail()
	}
	of := in
	if p.take(",") {
		if of, ok = p.alone(); !ok {
			return p.fail()
		}
	}
	all := number(amount.Zero)
	p.each(in, func(row, col int) {
		if !meets(p.cell(in.sheet, row, col)) {
			return
		}
		v := p.cell(of.sheet, of.Row0+row-in.Row0, of.Col0+col-in.Col0)
		if v.Kind == Number || v.Kind == Fault {
			all = p.binary(all, v, plus)
		}
	})
	return all
}

// criterion is what SUMIF asks of a cell: a value, or a text such as ">=10" or "<>". A
// number is also met by a text that is it.
func (p *parser) criterion(v Value) (meets func(Value) bool, ok bool) {
	op, want := "=", v
	if v.Kind == Text {
		text := v.Text
		for _, sign := range []string{"<>", "<=", ">=", "=", "<", ">"} {
			if rest, found := strings.CutPrefix(text, sign); found {
				op, text = sign, rest
				break
			}
		}
		if want = (Value{Kind: Text, Text: text}); strings.ContainsAny(text, "*?~") {
			return nil, false
		}
		if n, ok := asNumber(want); ok {
			want = n
		}
	}
	if want.Kind == Text && (want.Text == "" || op != "=" && op != "<>") || want.Kind != Text && want.Kind != Number {
		return nil, false
	}
	return func(v Value) bool {
		if n, ok := asNumber(v); ok && (op == "=" || op == "<>") {
			v = n
		}
		if v.Kind != want.Kind {
			return op == "<>"
		}
		return !p.compare(v, want, op).Number.IsZero()
	}, true
}

// asNumber is a text of nothing but a number as that number.
func asNumber(v Value) (Value, bool) {
	if v.Kind != Text {
		return v, false
	}
	n, ok := amount.Parse(v.Text)
	return number(n.Value), ok && n.Form == 0
}
