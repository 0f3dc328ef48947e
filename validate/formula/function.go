package formula

import (
	"strings"

	"suanqing/validate/amount"
)

// function computes a call whose name and opening bracket are taken, and takes its
// closing one.
func (p *parser) function(name string) Value {
	var v Value
	switch name {
	case "IF":
		v = p.choose()
	case "IFERROR":
		if v = p.expression(); !p.ok || !p.take(",") {
			return p.fail()
		}
		if v.Kind == Fault {
			v = p.expression()
		} else {
			p.pass()
		}
	case "SUM", "MAX", "MIN", "PRODUCT", "AND", "OR":
		v = p.fold(name)
	case "SUBTOTAL":
		v = p.subtotal()
	case "SUMIF":
		v = p.sumIf()
	case "SUMIFS":
		v = p.sumIfs()
	case "SUMPRODUCT":
		v = p.sumProduct()
	case "VLOOKUP", "MATCH", "INDEX":
		v = p.look(name)
	default:
		v = p.plain(name)
	}
	if !p.take(")") {
		return p.fail()
	}
	return v
}

// choose is IF: only the branch that is taken is computed.
func (p *parser) choose() Value {
	yes, ok := p.is(p.expression())
	if !p.ok || !p.take(",") {
		return p.fail()
	}
	v := fault
	branch := func(taken bool) {
		p.space()
		switch empty := strings.HasPrefix(p.text, ",") || strings.HasPrefix(p.text, ")"); {
		case !taken || !ok:
			p.pass()
		case empty:
			v = number(amount.Zero)
		default:
			v = p.expression()
		}
	}
	if branch(yes); !p.ok {
		return v
	}
	if p.take(",") {
		branch(!yes)
	} else if ok && !yes {
		v = truth(false)
	}
	return v
}

// pass passes over an argument that does not matter.
func (p *parser) pass() {
	open := 0
	for i := 0; i < len(p.text); i++ {
		switch c := p.text[i]; c {
		case '"', '\'':
			n := strings.IndexByte(p.text[i+1:], c)
			if n < 0 {
				p.fail()
				return
			}
			i += n + 1
		case '(', '{':
			open++
		case ')', '}', ',':
			if open == 0 {
				p.text = p.text[i:]
				return
			}
			if c != ',' {
				open--
			}
		}
	}
	p.fail()
}

// plain is a function of so many values, each of which is computed first.
func (p *parser) plain(name string) Value {
	args := make([]Value, 0, 2)
	for p.space(); p.ok && !strings.HasPrefix(p.text, ")"); {
		if args = append(args, p.expression()); !p.take(",") {
			break
		}
	}
	if len(args) == 0 || !p.ok {
		return p.fail()
	}
	v := args[0]
	switch {
	case name == "ISERROR" && len(args) == 1:
		return truth(v.Kind == Fault)
	case name == "ISNUMBER" && len(args) == 1:
		return truth(v.Kind == Number)
	case name == "ISBLANK" && len(args) == 1:
		return truth(v.Kind == Blank)
	case (name == "LEN" && len(args) == 1 || name == "LEFT" && len(args) == 2) && v.Kind != Fault:
		return p.letters(name, []rune(written(v)), args)
	case name == "N" && len(args) == 1 && v.Kind == Text:
		return number(amount.Zero)
	case name == "NOT" && len(args) == 1:
		if yes, ok := p.is(v); ok {
			return truth(!yes)
		}
		return fault
	}
	places := Value{Kind: Number}
	if len(args) > 1 {
		places = p.number(args[1])
	}
	v = p.number(v)
	switch {
	case v.Kind == Fault || places.Kind == Fault:
		return fault
	case name == "ABS" && len(args) == 1:
		return number(v.Number.Abs())
	case (name == "N" || name == "VALUE") && len(args) == 1:
		return v
	case name == "POWER" && len(args) == 2:
		return p.operate("^", v, places)
	case (name == "ROUND" || name == "ROUNDUP" || name == "ROUNDDOWN" || name == "TRUNC") && len(args) == 2 ||
		(name == "TRUNC" || name == "INT") && len(args) == 1:
		return p.round(name, v.Number, places.Number)
	}
	return p.fail()
}

// letters is how many letters a text has, or the first ones.
func (p *parser) letters(name string, text []rune, args []Value) Value {
	if name == "LEN" {
		return number(amount.New(int64(len(text)), 0))
	}
	n := p.number(args[1])
	if n.Kind == Fault || n.Number.IsNegative() {
		return fault
	}
	return Value{Kind: Text, Text: string(text[:min(int(n.Number.Whole()), len(text))])}
}

// round rounds to so many places: ROUND half away from zero, ROUNDUP away from it,
// INT down, the others towards zero.
func (p *parser) round(name string, v, places amount.Amount) Value {
	n := places.Whole()
	if n < -4 || n > amount.MaxPlaces {
		return p.fail()
	}
	if n < exactPlaces {
		v = v.Round(exactPlaces) // without what a division leaves in its last places
	}
	rounded, step := v.Round(int32(n)), amount.New(1, -int32(n))
	if name == "ROUND" {
		return number(rounded)
	}
	if v.IsNegative() {
		step = step.Neg()
	}
	outward := name == "ROUNDUP" || name == "INT" && v.IsNegative()
	switch past := rounded.Abs().Cmp(v.Abs()); { // rounded away from zero, or towards it
	case past > 0 && !outward:
		rounded = rounded.Sub(step)
	case past < 0 && outward:
		rounded = rounded.Add(step)
	}
	return number(rounded)
}
