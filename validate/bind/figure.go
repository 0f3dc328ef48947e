package bind

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/formula"
)

// planned declares the column of Row.Planned.
var planned = &form.Column{ID: form.Planned}

// addFigure reads the cell of a row under a column.
func (t *Table) addFigure(g *grid, r *Row, c *form.Column, row, col int) {
	r.Figures = append(r.Figures, t.figure(g, r, c, row, col))
}

// mostAhead is how many rows room is made for at a time.
const mostAhead = 32

// ahead is how many rows to make room for.
func (t *Table) ahead() int { return max(1, min(t.left, mostAhead)) }

// nextRow is the row that is made next, blank. It stays there until it is taken off.
func (t *Table) nextRow() *Row {
	if len(t.rowSpare) == 0 {
		t.rowSpare = make([]Row, t.ahead())
	}
	return &t.rowSpare[0]
}

// places is room for the figures of a row, cut from that for many rows.
func (t *Table) places(n int) []*Figure {
	if len(t.placeSpare) < n {
		t.placeSpare = make([]*Figure, n*t.ahead())
	}
	row := t.placeSpare[:0:n]
	t.placeSpare = t.placeSpare[n:]
	return row
}

func (t *Table) figure(g *grid, r *Row, c *form.Column, row, col int) *Figure {
	return t.figureIn(g.line(row), g, r, c, row, col)
}

// figureIn is the figure in a column of a row whose cells are known.
func (t *Table) figureIn(l *line, g *grid, r *Row, c *form.Column, row, col int) *Figure {
	if len(t.spare) == 0 {
		t.spare = make([]Figure, max(cap(r.Figures), 1)*t.ahead())
	}
	f := &t.spare[0]
	t.spare = t.spare[1:]
	f.At, f.Cell, f.Table, f.Row, f.Column = g.place(row, col), l.at(col), t, r, c
	f.read(g)
	f.Hidden = f.Cell != nil && (l.row.Hidden || g.sheet.Hidden || g.sheet.ColHidden(col))
	return f
}

// read reads what the cell holds, as it is shown. A formula that came without
// its value shows what it comes to.
func (f *Figure) read(g *grid) {
	c := f.Cell
	if c == nil {
		return
	}
	if c.Formula != "" && !c.Cached {
		if c, f.Uncached = computed(g, c), true; c == nil {
			f.State = Uncomputed
			return
		}
	}
	switch c.Kind {
	case document.Blank:
		return
	case document.ErrorValue:
		f.State, f.shown = Fault, form.Clip(c.Stored)
		return
	}
	if places, ok := c.Format.Fixed(); ok && c.Kind == document.Number {
		if value, ok := amount.Exactly(c.Stored, places); ok {
			f.State, f.raw, f.Places, f.fixed = Money, value, places, true
			if f.Uncached {
				f.shown = form.Clip(shownText(c)) // the cell itself shows nothing
			}
			return
		}
	}
	if c.Kind == document.Number {
		f.readNumber(c)
		return
	}
	f.readText(g, c)
}

// readText reads a text that may be a figure.
func (f *Figure) readText(g *grid, c *document.Cell) {
	f.shown = shownText(c)
	f.Text = c.Kind == document.Text && !g.sheet.Written
	var p amount.Printed
	ok := len(f.shown) <= longText
	switch {
	case !ok:
	case form.Normalize(f.shown) == "":
		return
	case amount.IsNothing(f.shown):
		f.State = Nothing
		return
	default:
		p, ok = amount.Parse(f.shown)
	}
	f.shown = form.Clip(f.shown)
	if !ok || c.Kind == document.Bool {
		f.State = Words
		switch {
		case g.isStatement(c): // where a figure would be: the form has none
			f.State, f.shown = Blank, ""
		case g.sheet.Paged() && strings.ContainsAny(strings.TrimSpace(f.shown), unsure):
			f.State = Unread
		}
		return
	}
	f.State, f.raw, f.Places, f.Style = Money, p.Value, p.Places, p.Form
	if p.Unit.Known() {
		f.said = &said{unit: p.Unit}
	}
}

// unsure is what of a page may be a figure, or a part of one, or more than one, where all of
// it is none. Words that stand apart may be of several cells.
const unsure = " \n0123456789０１２３４５６７８９" + string(document.Unread)

// readNumber reads a number, whatever its format writes around the digits.
func (f *Figure) readNumber(c *document.Cell) {
	n, _ := c.Bare()
	if n.Digits == "" {
		f.readUnshown(c)
		return
	}
	p, ok := amount.Parse(n.Digits)
	if !ok {
		f.State, f.shown = Words, form.Clip(shownText(c))
		return
	}
	f.State, f.raw, f.Places, f.fixed, f.Odd = Money, p.Value, p.Places, n.Fixed, n.Odd
	if f.Uncached {
		f.shown = form.Clip(shownText(c)) // the cell itself shows nothing
	}
	if n.Scale == 0 {
		f.readStored(c.Stored)
	}
	if n.Behind == "" {
		return
	}
	if unit, ok := amount.UnitNamed(strings.Trim(form.Normalize(n.Behind), "()")); ok {
		f.said = &said{unit: unit, scale: n.Scale}
		f.said.stored, f.said.places, _ = amount.Stored(c.Stored)
	}
}

// readUnshown reads a number of which its format shows no digit: a zero that is
// left blank or is a mark for none, or else a figure that nobody sees.
func (f *Figure) readUnshown(c *document.Cell) {
	value, places, ok := amount.Stored(c.Stored)
	f.shown = form.Clip(shownText(c))
	literal, zero := amount.Parse(f.shown)
	switch {
	case !ok:
		f.State = Words
	case zero && literal.Value.IsZero() && value.IsZero(): // the format writes "0.00" itself
		f.State, f.Places, f.fixed = Money, literal.Places, true
	case amount.IsNothing(f.shown) || value.IsZero() && f.shown != "":
		f.State = Nothing
	case !value.IsZero():
		f.State, f.raw, f.Places, f.Odd = Money, value, places, true
	}
}

// Shown is what the cell shows, cut to the length that messages have room for.
func (f *Figure) Shown() string {
	if f.shown == "" && f.State == Money && f.Cell != nil {
		return form.Clip(shownText(f.Cell))
	}
	return f.shown
}

// computed is a cell whose formula came without its value, with the value worked
// out, so that it is not taken for a blank; nil where it cannot be.
func computed(g *grid, c *document.Cell) *document.Cell {
	v, ok := g.formulas.Value(g.index, c.Formula)
	switch {
	case ok && v.Kind == formula.Number:
		return &document.Cell{Kind: document.Number, Stored: amount.Plain(v.Number), Format: c.Format}
	case ok && v.Kind == formula.Text:
		return &document.Cell{Kind: document.Text, Stored: v.Text, Format: c.Format}
	}
	return nil
}

// readStored notes a stored value that is finer than the one shown.
func (f *Figure) readStored(stored string) {
	if point := strings.IndexByte(stored, '.'); !strings.ContainsAny(stored, "eE") && (point < 0 || len(stored)-point-1 <= int(f.Places)) {
		return // no more decimals than are shown
	}
	value, places, ok := amount.Stored(stored)
	if !ok || places <= f.Places || f.Places >= amount.MaxPlaces || value.Sub(f.raw).Abs().Cmp(amount.New(1, -f.Places)) > 0 {
		return
	}
	f.Finer, f.Stored = true, value
	if places < amount.MaxPlaces {
		f.StoredHalf = amount.New(5, -places-1)
	}
}

// figureText is what a cell shows when it holds a figure other than zero; ""
// for words, blanks and zeros.
func figureText(c *document.Cell) string {
	if c == nil || c.Kind == document.Blank {
		return ""
	}
	if c.Kind == document.ErrorValue {
		return c.Stored
	}
	shown := shownText(c)
	if len(shown) > longText {
		return ""
	}
	p, ok := amount.Parse(shown)
	if !ok && c.Kind == document.Number {
		if n, number := c.Bare(); number && n.Fixed && !n.Odd {
			// What a format writes around decimals makes no words of them: Rs. 1,677.91.
			p, ok = amount.Parse(n.Digits)
			ok = ok && p.Places > 0
		}
	}
	if ok && !p.Value.IsZero() {
		return shown
	}
	return ""
}

// shownText is what a cell shows. A number that no account holds is left as it
// is stored: to write out its hundreds of digits takes long.
func shownText(c *document.Cell) string {
	if c.Kind == document.Number && (len(c.Stored) > 30 || strings.ContainsAny(c.Stored, "eE")) {
		if _, _, ok := amount.Stored(c.Stored); !ok {
			return c.Stored
		}
	}
	return c.Shown()
}
