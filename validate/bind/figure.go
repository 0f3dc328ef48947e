package bind

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/document"
	"suanqing/validate/form"
)

// addFigure reads the cell of a row under a column.
func (t *Table) addFigure(g *grid, r *Row, c *form.Column, row, col int) {
	if len(t.spare) == 0 {
		t.spare = make([]Figure, 64)
	}
	f := &t.spare[0]
	t.spare = t.spare[1:]
	f.At, f.Cell, f.Table, f.Row, f.Column = g.place(row, col), g.at(row, col), t, r, c
	f.read(g)
	f.Hidden = f.Cell != nil && (g.sheet.Hidden || g.sheet.ColHidden(col) || g.line(row).row.Hidden)
	r.Figures = append(r.Figures, f)
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
	f.shown = shownText(c)
	f.Text = c.Kind == document.Text
	var p amount.Printed
	ok := len(f.shown) <= longText
	switch {
	case !ok:
	case form.Normalize(f.shown) == "":
		return
	case amount.IsNothing(f.shown):
		f.State = Nothing
		return
	case c.Kind == document.Number:
		p, ok = amount.Parse(strings.TrimSuffix(f.shown, ".")) // #,##0.## shows 3,772.
	default:
		p, ok = amount.Parse(f.shown)
	}
	f.shown = form.Clip(f.shown)
	if !ok || c.Kind == document.Bool {
		f.State = Words
		if g.isStatement(c) { // where a figure would be: the form has none
			f.State, f.shown = Blank, ""
		}
		return
	}
	f.State, f.raw, f.Places, f.Style = Money, p.Value, p.Places, p.Form
	f.fixed = !f.Text && c.Format.Decimals() >= 0
	f.readStored(c.Stored)
}

// Shown is what the cell shows, cut to the length that messages have room for.
func (f *Figure) Shown() string {
	if f.shown == "" && f.State == Money && f.Cell != nil {
		return form.Clip(shownText(f.Cell))
	}
	return f.shown
}

// computed is a cell whose plain formula came without its value, with the value
// worked out, so that it is not taken for a blank; nil where it cannot be.
func computed(g *grid, c *document.Cell) *document.Cell {
	value, ok := g.formulas.Eval(g.index, c.Formula)
	if !ok {
		return nil
	}
	return &document.Cell{Kind: document.Number, Stored: amount.Plain(value), Format: c.Format}
}

// readStored notes a stored value that is finer than the one shown. A format
// that scales what it shows (元 stored, 万元 shown) stores another number, not
// a finer one.
func (f *Figure) readStored(stored string) {
	if point := strings.IndexByte(stored, '.'); f.Text || !strings.ContainsAny(stored, "eE") && (point < 0 || len(stored)-point-1 <= int(f.Places)) {
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
	if p, ok := amount.Parse(shown); ok && !p.Value.IsZero() {
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

// settle brings every figure to the book's unit and gives it its rounding
// interval, once all forms are known.
func (b *Book) settle() {
	usual := b.usualPlaces()
	b.Figures = 0
	b.Each(func(t *Table) {
		t.LeavesBlank = t.anyBlank()
		unit := t.unit(b)
		for i := range t.Unbound {
			u := &t.Unbound[i]
			if p, ok := amount.Parse(u.Shown); ok {
				u.Value, _ = unit.In(b.Unit, p.Value)
			}
		}
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				f.Index = int32(b.Figures)
				b.Figures++
				if f.State == Money {
					f.settle(t, unit, b.Unit, usual[t])
				}
			}
		}
	})
}

// unit is the table's unit, or the book's where the table states none.
func (t *Table) unit(b *Book) amount.Unit {
	if t.Unit.Known() {
		return t.Unit
	}
	if b.stated.Known() {
		return b.stated
	}
	return b.Unit
}

func (f *Figure) settle(t *Table, unit, to amount.Unit, usual int32) {
	if !f.fixed {
		// General and text drop trailing zeros: 277.3 among 226.23 and 167.15
		// is printed to the same place as they are.
		f.Places = max(f.Places, usual)
	}
	var ok, okStored bool
	f.Value, ok = unit.In(to, f.raw)
	f.Half = unit.HalfUnit(to, f.Places)
	f.Counts = !f.raw.IsZero() || t.LeavesBlank
	f.Stored, okStored = unit.In(to, f.Stored)
	if !ok || !okStored {
		f.State = Words // no account holds so much
	}
	f.StoredHalf, _ = unit.In(to, f.StoredHalf)
	if !f.Finer {
		f.Stored, f.StoredHalf = f.Value, f.Half
	}
}

func (t *Table) anyBlank() bool {
	for _, r := range t.Rows {
		for _, f := range r.Figures {
			if f.State == Blank || f.State == Nothing {
				return true
			}
		}
	}
	return false
}

// printedPlaces is how many decimals 元 and 万元 are published with. Forms with more
// hold links to amounts in 元; beside them stand forms that were typed to these.
const (
	printedPlaces = 2
	tenThousand   = 4 // 万元 is 10⁴ 元
)

// usualPlaces gives, for each table, the decimals that its figures are taken to print
// where nothing says how many: those of most figures of the book in its unit, but more
// than are published only where most of its own have more.
func (b *Book) usualPlaces() map[*Table]int32 {
	byUnit, byTable := map[int32]map[int32]int{}, map[*Table]map[int32]int{}
	b.Each(func(t *Table) {
		unit := t.unit(b).Exp
		if byUnit[unit] == nil {
			byUnit[unit] = map[int32]int{}
		}
		byTable[t] = map[int32]int{}
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if f.State == Money && !f.raw.IsZero() {
					byUnit[unit][f.Places]++
					byTable[t][f.Places]++
				}
			}
		}
	})
	usual := map[*Table]int32{}
	b.Each(func(t *Table) {
		unit := t.unit(b).Exp
		usual[t] = most(byUnit[unit])
		if unit <= tenThousand {
			usual[t] = max(min(usual[t], printedPlaces), most(byTable[t]))
		}
	})
	return usual
}

// most is the number of decimals counted most often; more decimals win a draw.
func most(counts map[int32]int) (places int32) {
	n := 0
	for p, k := range counts {
		if k > n || k == n && p > places {
			n, places = k, p
		}
	}
	return places
}
