package formula

import (
	"strings"

	"suanqing/validate/amount"
)

// maxNest bounds brackets and signs within each other.
const maxNest = 64

// parser walks one formula and computes it on the way.
type parser struct {
	*Evaluator
	text  string
	sheet int
	depth int
	below int
	nest  int
	walk  *walk // within SUMPRODUCT
	ok    bool
}

func (p *parser) fail() Value { p.ok = false; return fault }

func (p *parser) space() { p.text = strings.TrimLeft(p.text, " \n\r\t") }

func (p *parser) take(s string) bool {
	p.space()
	if rest, ok := strings.CutPrefix(p.text, s); ok {
		p.text = rest
		return true
	}
	return false
}

// takeAny takes the first of several signs that stands there; "" for none.
func (p *parser) takeAny(signs ...string) string {
	for _, s := range signs {
		if p.take(s) {
			return s
		}
	}
	return ""
}

// operators from the loosest on; those of one line bind alike, from left to right.
var operators = [...][]string{comparisons, {"&"}, {"+", "-"}, {"*", "/"}, {"^"}}

func (p *parser) expression() Value { return p.operands(0) }

// operands is what the operators of a line and the tighter ones tie together.
func (p *parser) operands(line int) Value {
	if line == len(operators) {
		return p.signed()
	}
	v := p.operands(line + 1)
	for p.ok {
		op := p.takeAny(operators[line]...)
		if op == "" {
			return v
		}
		v = p.operate(op, v, p.operands(line+1))
	}
	return v
}

// signed is an operand with its signs, which bind tighter than any operator, and
// its percent signs.
func (p *parser) signed() Value {
	if p.nest++; p.nest > maxNest {
		return p.fail()
	}
	defer func() { p.nest-- }()
	switch p.takeAny("+", "-") {
	case "+":
		return p.signed()
	case "-":
		return p.operate("-", number(amount.Zero), p.signed())
	}
	v := p.operand()
	for p.ok && p.take("%") {
		v = p.operate("*", v, number(amount.New(1, -2)))
	}
	return v
}

func (p *parser) operand() Value {
	p.space()
	if p.text == "" {
		return p.fail()
	}
	switch c := p.text[0]; {
	case p.take("("):
		v := p.expression()
		if !p.take(")") {
			return p.fail()
		}
		return v
	case c == '"':
		return p.quoted()
	case c >= '0' && c <= '9' || c == '.':
		return p.literal()
	}
	if name, ok := p.call(); ok {
		return p.function(name)
	}
	if area, ok := p.reference(); ok {
		row, col, ok := area.Row0, area.Col0, area.one()
		if !ok && p.walk != nil {
			row, col, ok = p.walk.place(area)
		}
		if !ok {
			return p.fail()
		}
		return p.cell(area.sheet, row, col)
	}
	for _, word := range []string{"TRUE", "FALSE"} {
		if len(p.text) >= len(word) && strings.EqualFold(p.text[:len(word)], word) {
			p.text = p.text[len(word):]
			return truth(word == "TRUE")
		}
	}
	return p.fail()
}

// quoted is a text in quotation marks, in which two stand for one.
func (p *parser) quoted() Value {
	var b strings.Builder
	for {
		piece, rest, ok := strings.Cut(p.text[1:], `"`)
		if !ok {
			return p.fail()
		}
		b.WriteString(piece)
		if p.text = rest; !strings.HasPrefix(rest, `"`) {
			return Value{Kind: Text, Text: b.String()}
		}
		b.WriteByte('"')
	}
}

func (p *parser) literal() Value {
	n := 0
	for n < len(p.text) && (p.text[n] >= '0' && p.text[n] <= '9' || p.text[n] == '.') {
		n++
	}
	digits := p.text[:n]
	if digits[0] == '.' {
		digits = "0" + digits
	}
	v, ok := amount.Parse(strings.TrimSuffix(digits, "."))
	p.text = p.text[n:]
	if !ok {
		return p.fail()
	}
	return number(v.Value)
}

// call takes a function's name and its bracket, in any case.
func (p *parser) call() (name string, ok bool) {
	n := 0
	for n < len(p.text) && (p.text[n]|0x20 >= 'a' && p.text[n]|0x20 <= 'z' || p.text[n] >= '0' && p.text[n] <= '9' || p.text[n] == '.' || p.text[n] == '_') {
		n++
	}
	rest, ok := strings.CutPrefix(strings.TrimLeft(p.text[n:], " "), "(")
	if !ok || n == 0 {
		return "", false
	}
	name, p.text = strings.ToUpper(p.text[:n]), rest
	return name, true
}
