package formula

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
)

// Kind is what a formula or a cell gives.
type Kind uint8

const (
	Blank  Kind = iota // an empty cell
	Number             //
	Text               //
	Truth              // TRUE or FALSE
	Fault              // an error value such as #DIV/0!
)

// Value is what a formula or a cell gives.
type Value struct {
	Kind   Kind
	Number amount.Amount // 1 for TRUE
	Text   string
}

var fault = Value{Kind: Fault}

func number(a amount.Amount) Value { return Value{Kind: Number, Number: a} }

func truth(b bool) Value {
	if b {
		return Value{Kind: Truth, Number: amount.New(1, 0)}
	}
	return Value{Kind: Truth}
}

// exactPlaces is how many decimals of a product or a quotient are compared and
// rounded: what a spreadsheet's own numbers leave behind is smaller.
const exactPlaces = 13

// number is a value where a number is wanted: a text that is one counts as well.
// A text that may be a number to a spreadsheet and is none here ends the formula.
func (p *parser) number(v Value) Value {
	switch v.Kind {
	case Text:
		n, ok := amount.Parse(v.Text)
		switch plain := n.Form&^(amount.Separators|amount.Parenthesised) == 0; {
		case ok && plain:
			return number(n.Value)
		case strings.TrimSpace(v.Text) == "":
			return number(amount.Zero)
		case ok || strings.ContainsAny(v.Text, "0123456789"):
			return p.fail()
		}
		return fault
	case Fault:
		return v
	}
	return number(v.Number)
}

// is says whether a value counts as true where a condition is wanted.
func (p *parser) is(v Value) (yes, ok bool) {
	if v.Kind == Text {
		return false, false
	}
	return !v.Number.IsZero(), v.Kind != Fault
}

const (
	costly    = 64 // a division or a power takes as long as reading so many bytes
	mostPower = 64 // the highest that is worked out
)

// operate computes one operator.
func (p *parser) operate(op string, a, b Value) Value {
	if a.Kind == Fault || b.Kind == Fault {
		return fault
	}
	if op == "&" {
		joined := Value{Kind: Text, Text: written(a) + written(b)}
		if len(joined.Text) > maxText {
			return p.fail()
		}
		return joined
	}
	if slices.Contains(comparisons, op) {
		return p.compare(a, b, op)
	}
	if a, b = p.number(a), p.number(b); a.Kind == Fault || b.Kind == Fault || op == "/" && b.Number.IsZero() {
		return fault
	}
	n, ok := a.Number, true
	switch op {
	case "+":
		n = n.Add(b.Number)
	case "-":
		n = n.Sub(b.Number)
	case "*":
		n, ok = n.Mul(b.Number)
	case "/":
		n, ok = n.Over(b.Number)
		ok = p.read(costly) && ok
	case "^":
		n, ok = power(n, b.Number)
		ok = p.read(costly) && ok
	}
	if !ok {
		return p.fail()
	}
	return number(n)
}

// power is a to a small whole power.
func power(a, b amount.Amount) (amount.Amount, bool) {
	n := b.Abs().Whole()
	if amount.New(n, 0) != b.Abs() || n > mostPower || a.IsZero() && !b.IsPositive() {
		return amount.Zero, false
	}
	result, ok := amount.New(1, 0), true
	for ; n > 0 && ok; n-- {
		result, ok = result.Mul(a)
	}
	if ok && b.IsNegative() {
		return amount.New(1, 0).Over(result)
	}
	return result, ok
}

// written is a value as a text.
func written(v Value) string {
	switch v.Kind {
	case Text:
		return v.Text
	case Truth:
		if v.Number.IsZero() {
			return "FALSE"
		}
		return "TRUE"
	case Number:
		text := amount.Plain(v.Number)
		return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
	}
	return ""
}

// comparisons, those that begin like others first.
var comparisons = []string{"<>", "<=", ">=", "=", "<", ">"}

// compare gives the truth of a comparison. Texts are only told the same or not: in
// which order they stand depends on the language.
func (p *parser) compare(a, b Value, op string) Value {
	a, b = beside(a, b), beside(b, a)
	order := int(a.Kind) - int(b.Kind)
	switch {
	case order != 0: // numbers come before texts, and texts before truths
	case a.Kind != Text:
		order = a.Number.Sub(b.Number).Round(exactPlaces).Sign()
	case !strings.EqualFold(a.Text, b.Text):
		if order = 1; op != "=" && op != "<>" {
			return p.fail()
		}
	}
	return truth(holds(order, op))
}

// beside is what an empty cell counts as beside another value.
func beside(v, other Value) Value {
	switch {
	case v.Kind != Blank:
		return v
	case other.Kind == Text || other.Kind == Truth:
		return Value{Kind: other.Kind}
	}
	return Value{Kind: Number}
}

func holds(order int, op string) bool {
	switch op {
	case "=":
		return order == 0
	case "<>":
		return order != 0
	case "<":
		return order < 0
	case "<=":
		return order <= 0
	case ">":
		return order > 0
	}
	return order >= 0
}
