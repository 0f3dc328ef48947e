// Package formula computes the formulas that final accounts really use: sums and
// other arithmetic, rounding, IF and the like, over cells that can be read. Anything
// else it leaves alone. The arithmetic is decimal.
package formula

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/document"
)

const (
	maxDepth = 32     // formulas that refer to formulas
	maxCells = 20_000 // cells one formula may take in
	maxText  = 4000   // bytes of a formula

	// All formulas of a book together.
	maxTotal  = 5 << 20  // cells taken in
	maxParsed = 16 << 20 // bytes read, each as often as it is read
)

// Noise is below any difference that money knows; what binary floating point
// leaves in a file is smaller still.
var Noise = amount.New(1, -6)

// Evaluator computes the formulas of one book, within bounds. The book must not
// change meanwhile.
type Evaluator struct {
	book   *document.Document
	sheets map[string]int            // by name; made when first asked for
	known  map[*document.Cell]result // of formulas without a value

	left   int  // cells this formula may still take in
	spent  bool // a bound ended this formula
	total  int  // cells all may still take in
	parsed int  // bytes all may still have read
}

// result is what a formula came to. What it took is kept with it, so that whoever
// uses it ends at the same bounds whether it is remembered or worked out.
type result struct {
	value Value
	ok    bool
	cells int // it took in
	below int // formulas it refers through
}

// New begins with a book.
func New(b *document.Document) *Evaluator {
	return &Evaluator{book: b, total: maxTotal, parsed: maxParsed}
}

// Eval computes a formula of a sheet that gives a number. ok is false when it gives
// none, or is not one of those that are computed here.
func (e *Evaluator) Eval(sheet int, text string) (number amount.Amount, ok bool) {
	v, ok := e.Value(sheet, text)
	return v.Number, ok && v.Kind == Number
}

// Value computes a formula of a sheet. A reference to an empty cell gives zero.
func (e *Evaluator) Value(sheet int, text string) (v Value, ok bool) {
	e.left, e.spent = maxCells, false
	r := e.formula(sheet, text, 0)
	if r.value.Kind == Blank {
		r.value = Value{Kind: Number}
	}
	return r.value, r.ok
}

func (e *Evaluator) formula(sheet int, text string, depth int) result {
	if len(text) > maxText {
		return result{}
	}
	e.parsed -= len(text)
	if e.spent = e.spent || depth > maxDepth || e.parsed < 0; e.spent {
		return result{}
	}
	before := e.left
	p := &parser{Evaluator: e, text: strings.TrimPrefix(text, "="), sheet: sheet, depth: depth, ok: true}
	v := p.expression()
	p.space()
	return result{v, p.ok && p.text == "", before - e.left, p.below}
}

// cell is a cell's value: its cached one, or that of its own formula.
func (p *parser) cell(sheet, row, col int) Value {
	if !p.pay() {
		return p.fail()
	}
	c := p.book.Sheets[sheet].At(row, col)
	if c == nil {
		return Value{}
	}
	if c.Formula != "" && !c.Cached {
		return p.computed(sheet, c)
	}
	switch c.Kind {
	case document.Number:
		n, _, ok := amount.Stored(c.Stored)
		if !ok {
			return p.fail()
		}
		return number(n)
	case document.Text:
		if !p.read(len(c.Stored)) {
			return p.fail()
		}
		return Value{Kind: Text, Text: c.Stored}
	case document.Bool:
		return truth(c.Stored == "TRUE")
	case document.ErrorValue:
		return fault
	}
	return Value{}
}

// computed is the value of a cell that has a formula without one.
func (p *parser) computed(sheet int, c *document.Cell) Value {
	r, known := p.known[c]
	if !known {
		if r = p.formula(sheet, c.Formula, p.depth+1); p.spent {
			return p.fail() // from elsewhere it may be within bounds
		}
		if p.known == nil {
			p.known = map[*document.Cell]result{}
		}
		p.known[c] = r
	} else if p.spent = p.depth+1+r.below > maxDepth; p.spent || !p.spend(r.cells) {
		return p.fail()
	}
	p.below = max(p.below, r.below+1)
	if !r.ok || !p.read(len(r.value.Text)) {
		return p.fail()
	}
	return r.value
}

// pay takes one cell from what this formula and all may take in.
func (e *Evaluator) pay() bool {
	e.total--
	return e.spend(1)
}

// read takes bytes from what all formulas may have read, if there are so many; else
// the formula ends.
func (p *parser) read(bytes int) bool {
	p.parsed -= bytes
	p.spent = p.spent || p.parsed < 0
	p.ok = p.ok && !p.spent
	return !p.spent
}

// spend takes cells from what this formula may take in, if there are so many.
func (e *Evaluator) spend(cells int) bool {
	e.left -= cells
	e.spent = e.spent || e.left < 0 || e.total < 0
	return !e.spent
}
