package formula

import (
	"strings"

	"suanqing/validate/amount"
)

// condition is cells and what is asked of them.
type condition struct {
	in    area
	meets func(Value) bool
}

// sumIf is SUMIF: cells, a criterion, and what to sum where the cells meet it.
func (p *parser) sumIf() Value {
	c, ok := p.condition()
	if !ok {
		return p.fail()
	}
	of := c.in
	if p.take(",") {
		if of, ok = p.alone(); !ok {
			return p.fail()
		}
	}
	return p.sumWhere(of, c.in, []condition{c})
}

// sumIfs is SUMIFS: what to sum, and one condition or more on cells beside it.
func (p *parser) sumIfs() Value {
	of, ok := p.alone()
	var all []condition
	for ok && p.take(",") {
		var c condition
		if c, ok = p.condition(); !ok || !c.in.alike(of) {
			return p.fail()
		}
		all = append(all, c)
	}
	if len(all) == 0 {
		return p.fail()
	}
	return p.sumWhere(of, all[0].in, all)
}

// condition takes cells and a criterion.
func (p *parser) condition() (c condition, ok bool) {
	if c.in, ok = p.alone(); !ok || !p.take(",") {
		return c, false
	}
	c.meets, ok = p.criterion(p.expression())
	return c, ok && p.ok
}

// sumWhere sums cells of one area where those at the same place of others meet what
// is asked of them.
func (p *parser) sumWhere(of, in area, all []condition) Value {
	sum := number(amount.Zero)
	p.each(in, func(row, col int) {
		row, col = row-in.Row0, col-in.Col0
		for _, c := range all {
			if !c.meets(p.cell(c.in.sheet, c.in.Row0+row, c.in.Col0+col)) {
				return
			}
		}
		if v := p.cell(of.sheet, of.Row0+row, of.Col0+col); v.Kind == Number || v.Kind == Fault {
			sum = p.operate("+", sum, v)
		}
	})
	return sum
}

// criterion is what is asked of a cell: a value, or a text such as ">=10", "<>" or
// "201*". A number is also met by a text that is it.
func (p *parser) criterion(v Value) (meets func(Value) bool, ok bool) {
	op, want := "=", v
	if v.Kind == Text {
		text := v.Text
		for _, sign := range comparisons {
			if rest, found := strings.CutPrefix(text, sign); found {
				op, text = sign, rest
				break
			}
		}
		want = Value{Kind: Text, Text: text}
		if n, ok := asNumber(want); ok {
			want = n
		}
	}
	switch equality := op == "=" || op == "<>"; {
	case want.Kind == Number:
	case want.Kind != Text || want.Text == "" || !equality || strings.Contains(want.Text, "~"):
		return nil, false
	case strings.ContainsAny(want.Text, "?*"):
		pattern := []rune(strings.ToUpper(want.Text))
		return func(v Value) bool {
			return p.read(len(v.Text)+len(pattern)) && (v.Kind == Text && fits([]rune(strings.ToUpper(v.Text)), pattern)) == (op == "=")
		}, len(pattern) <= mostPattern
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

// mostPattern bounds a criterion with wildcards: a text may be gone over once for each
// of its letters.
const mostPattern = 32

// fits says whether a text is of a pattern, in which ? is one letter and * any number.
func fits(text, pattern []rune) bool {
	star, from := -1, 0 // the last *, and where the text went on behind it
	i, k := 0, 0
	for i < len(text) {
		switch {
		case k < len(pattern) && pattern[k] == '*':
			star, from = k, i
			k++
		case k < len(pattern) && (pattern[k] == '?' || pattern[k] == text[i]):
			i, k = i+1, k+1
		case star >= 0:
			from++
			i, k = from, star+1
		default:
			return false
		}
	}
	return strings.Trim(string(pattern[k:]), "*") == ""
}

// asNumber is a text of nothing but a number as that number.
func asNumber(v Value) (Value, bool) {
	if v.Kind != Text {
		return v, false
	}
	n, ok := amount.Parse(v.Text)
	return number(n.Value), ok && n.Form == 0
}
