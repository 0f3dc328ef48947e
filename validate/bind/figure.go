package bind

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/form"
	"suanqing/validate/workbook"
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

// read reads what the cell holds, as it is shown.
func (f *Figure) read(g *grid) {
	c := f.Cell
	if c == nil {
		return
	}
	if c.Formula != "" && !c.Cached {
		f.compute(g)
		return
	}
	switch c.Kind {
	case workbook.Blank:
		return
	case workbook.ErrorValue:
		f.State, f.Shown = Fault, c.Stored
		return
	}
	f.Shown = c.Shown()
	f.Text = c.Kind == workbook.Text
	switch {
	case form.Normalize(f.Shown) == "":
		return
	case amount.IsNothing(f.Shown):
		f.State = Nothing
		return
	}
	p, ok := amount.Parse(f.Shown)
	if !ok || c.Kind == workbook.Bool {
		f.State = Words
		return
	}
	f.State, f.raw, f.Places, f.Style = Money, p.Value, p.Places, p.Form
	f.fixed = !f.Text && c.Format.Decimals() >= 0
	f.readStored()
}

// compute works out a plain formula that came without its value, so that it is
// not taken for a blank.
func (f *Figure) compute(g *grid) {
	f.Uncached = true
	value, ok := g.formulas.Eval(g.index, f.Cell.Formula)
	if !ok {
		f.State = Uncomputed
		return
	}
	places := f.Cell.Format.Decimals()
	f.fixed = places >= 0
	f.Places = int32(max(places, 0))
	if !f.fixed {
		f.Places = value.Places()
	}
	f.State, f.raw = Money, value.Round(f.Places)
	f.Shown = amount.Group(f.raw)
}

// readStored notes a stored value that is finer than the one shown. A format
// that scales what it shows (元 stored, 万元 shown) stores another number, not
// a finer one.
func (f *Figure) readStored() {
	stored := f.Cell.Stored
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
func figureText(c *workbook.Cell) string {
	if c == nil || c.Kind == workbook.Blank {
		return ""
	}
	if c.Kind == workbook.ErrorValue {
		return c.Stored
	}
	shown := c.Shown()
	if p, ok := amount.Parse(shown); ok && !p.Value.IsZero() {
		return shown
	}
	return ""
}

// settle brings every figure to the book's unit and gives it its rounding
// interval, once all forms are known.
func (b *Book) settle() {
	usual := b.usualPlaces()
	b.Each(func(t *Table) {
		t.LeavesBlank = t.anyBlank()
		unit := t.unit(b)
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if f.State == Money {
					f.settle(t, unit, b.Unit, usual[unit.Exp])
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

// usualPlaces counts, per unit, the decimals that most figures print; more
// decimals win a draw.
func (b *Book) usualPlaces() map[int32]int32 {
	counts := map[int32]map[int32]int{}
	b.Each(func(t *Table) {
		unit := t.unit(b).Exp
		if counts[unit] == nil {
			counts[unit] = map[int32]int{}
		}
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if f.State == Money && !f.raw.IsZero() {
					counts[unit][f.Places]++
				}
			}
		}
	})
	usual := map[int32]int32{}
	for unit, byPlaces := range counts {
		most := 0
		for places, n := range byPlaces {
			if n > most || n == most && places > usual[unit] {
				most, usual[unit] = n, places
			}
		}
	}
	return usual
}
