// Package formula computes the plain formulas of final accounts: sums, chains
// of + and −, ROUND, over cells that can be read. Anything else it
// leaves alone. The arithmetic is decimal.
package formula

import (
	"slices"
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
	value amount.Amount
	ok    bool
	cells int // it took in
	below int // formulas it refers through
}

// New begins with a book.
func New(b *document.Document) *Evaluator {
	return &Evaluator{book: b, total: maxTotal, parsed: maxParsed}
}

// Eval computes a formula of a sheet. ok is false when it is not a plain one,
// or refers to a cell that holds no number.
func (e *Evaluator) Eval(sheet int, text string) (value amount.Amount, ok bool) {
	e.left, e.spent = maxCells, false
	r := e.formula(sheet, text, 0)
	return r.value, r.ok
}

// parser walks one formula.
type parser struct {
	*Evaluator
	text  string
	sheet int
	depth int
	below int
	nest  int
	ok    bool
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
	v := p.sum()
	p.space()
	return result{v, p.ok && p.text == "", before - e.left, p.below}
}

func (p *parser) fail() amount.Amount { p.ok = false; return amount.Zero }

func (p *parser) space() { p.text = strings.TrimLeft(p.text, " \n\r\t") }

func (p *parser) take(s string) bool {
	p.space()
	if rest, ok := strings.CutPrefix(p.text, s); ok {
		p.text = rest
		return true
	}
	return false
}

func (p *parser) sum() amount.Amount {
	v := p.factor()
	for p.ok {
		switch {
		case p.take("+"):
			v = v.Add(p.factor())
		case p.take("-"):
			v = v.Sub(p.factor())
		default:
			return v
		}
	}
	return v
}

func (p *parser) factor() amount.Amount {
	if p.nest++; p.nest > 64 {
		return p.fail()
	}
	defer func() { p.nest-- }()
	switch {
	case p.take("+"):
		return p.factor()
	case p.take("-"):
		return p.factor().Neg()
	case p.take("("):
		v := p.sum()
		if !p.take(")") {
			return p.fail()
		}
		return v
	case p.call("SUM"):
		v := p.argument()
		for p.ok && p.take(",") {
			v = v.Add(p.argument())
		}
		if !p.take(")") {
			return p.fail()
		}
		return v
	case p.call("ROUND"):
		v := p.sum()
		if !p.take(",") {
			return p.fail()
		}
		places := p.sum()
		if n := places.Whole(); p.take(")") && amount.New(n, 0) == places && n >= -4 && n <= amount.MaxPlaces {
			return v.Round(int32(n))
		}
		return p.fail()
	}
	if p.text != "" && (p.text[0] >= '0' && p.text[0] <= '9' || p.text[0] == '.') {
		return p.number()
	}
	area, ok := p.reference()
	if !ok || area.Row0 != area.Row1 || area.Col0 != area.Col1 {
		return p.fail()
	}
	return p.cell(area.sheet, area.Row0, area.Col0, false)
}

// call takes a function's name and its bracket, in any case.
func (p *parser) call(name string) bool {
	p.space()
	if len(p.text) > len(name) && strings.EqualFold(p.text[:len(name)], name) {
		if rest := strings.TrimLeft(p.text[len(name):], " "); strings.HasPrefix(rest, "(") {
			p.text = rest[1:]
			return true
		}
	}
	return false
}

// argument is one argument of SUM: a reference, to one cell or many, or an
// expression.
func (p *parser) argument() amount.Amount {
	p.space()
	before := p.text
	if area, ok := p.reference(); ok && (area.Row0 != area.Row1 || area.Col0 != area.Col1 || p.ends()) {
		v := amount.Zero
		for row := area.Row0; row <= area.Row1 && p.ok; row++ {
			for col := area.Col0; col <= area.Col1 && p.ok; col++ {
				v = v.Add(p.cell(area.sheet, row, col, true))
			}
		}
		return v
	}
	p.text = before
	return p.sum()
}

// ends says whether an argument ends here.
func (p *parser) ends() bool {
	p.space()
	return strings.HasPrefix(p.text, ",") || strings.HasPrefix(p.text, ")")
}

func (p *parser) number() amount.Amount {
	n := 0
	for n < len(p.text) && (p.text[n] >= '0' && p.text[n] <= '9' || p.text[n] == '.') {
		n++
	}
	v, ok := amount.Parse(p.text[:n])
	p.text = p.text[n:]
	if !ok {
		return p.fail()
	}
	return v.Value
}

type area struct {
	document.Range
	sheet int
}

// reference takes A1, $A$1, A1:B2, Sheet!A1 or '某 表'!A1:B2.
func (p *parser) reference() (area, bool) {
	p.space()
	a := area{sheet: p.sheet}
	text := p.text
	if name, rest, ok := sheetName(text); ok {
		if a.sheet = p.find(name); a.sheet < 0 {
			return a, false
		}
		text = rest
	}
	row, col, rest, ok := cellName(text)
	if !ok {
		return a, false
	}
	a.Range = document.Range{Row0: row, Col0: col, Row1: row, Col1: col}
	if second, found := strings.CutPrefix(rest, ":"); found {
		if row, col, rest, ok = cellName(second); !ok {
			return a, false
		}
		a.Row0, a.Row1 = min(a.Row0, row), max(a.Row1, row)
		a.Col0, a.Col1 = min(a.Col0, col), max(a.Col1, col)
	}
	if strings.HasPrefix(rest, "!") || strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "#") {
		return a, false
	}
	p.text = rest
	return a, true
}

func sheetName(text string) (name, rest string, ok bool) {
	if strings.HasPrefix(text, "'") {
		var b strings.Builder
		for i := 1; i < len(text); i++ {
			if text[i] != '\'' {
				b.WriteByte(text[i])
				continue
			}
			if strings.HasPrefix(text[i:], "''") {
				b.WriteByte('\'')
				i++
				continue
			}
			rest, ok = strings.CutPrefix(text[i+1:], "!")
			return b.String(), rest, ok
		}
		return "", "", false
	}
	i := strings.IndexAny(text, "!+-*/(),: ")
	if i <= 0 || text[i] != '!' {
		return "", "", false
	}
	return text[:i], text[i+1:], true
}

// find is the sheet of a name, the first of several; -1 when there is none.
func (e *Evaluator) find(name string) int {
	if e.sheets == nil {
		e.sheets = make(map[string]int, len(e.book.Sheets))
		for i, s := range slices.Backward(e.book.Sheets) {
			e.sheets[s.Name] = i
		}
	}
	if i, ok := e.sheets[name]; ok {
		return i
	}
	return -1
}

func cellName(text string) (row, col int, rest string, ok bool) {
	text = strings.TrimPrefix(text, "$")
	letters := 0
	for letters < len(text) && letters < 4 {
		c := text[letters] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int(c-'A') + 1
		letters++
	}
	text = strings.TrimPrefix(text[letters:], "$")
	digits := 0
	for digits < len(text) && digits < 8 && text[digits] >= '0' && text[digits] <= '9' {
		row = row*10 + int(text[digits]-'0')
		digits++
	}
	if letters == 0 || letters > 3 || digits == 0 || row == 0 || row > 1<<20 || col > 1<<14 {
		return 0, 0, "", false
	}
	return row - 1, col - 1, text[digits:], true
}

// cell is a cell's value: its cached one, or that of its own plain formula. A
// reference that is an argument of its own passes over texts, as a spreadsheet
// does; one in a sum of + and − does not.
func (p *parser) cell(sheet, row, col int, inRange bool) amount.Amount {
	p.total--
	if !p.spend(1) {
		return p.fail()
	}
	c := p.book.Sheets[sheet].At(row, col)
	if c == nil {
		return amount.Zero
	}
	if c.Formula != "" && !c.Cached {
		return p.computed(sheet, c)
	}
	switch c.Kind {
	case document.Number:
		v, _, ok := amount.Stored(c.Stored)
		if !ok {
			return p.fail()
		}
		return v
	case document.Blank:
		return amount.Zero
	case document.Text:
		if inRange || c.Stored == "" {
			return amount.Zero
		}
	}
	return p.fail()
}

// computed is the value of a cell that has a formula without one.
func (p *parser) computed(sheet int, c *document.Cell) amount.Amount {
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
	if !r.ok {
		return p.fail()
	}
	return r.value
}

// spend takes cells from what this formula may take in, if there are so many.
func (e *Evaluator) spend(cells int) bool {
	e.left -= cells
	e.spent = e.spent || e.left < 0 || e.total < 0
	return !e.spent
}
