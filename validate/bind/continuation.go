package bind

import (
	"slices"

	"suanqing/validate/form"
)

// A form may go on: on the next sheet, or under its title once more.

// join adds a table to the one of its form that it goes on with. false when it
// does not: then it is a form of its own.
func (b *Book) join(t *Table, continued bool) bool {
	first := b.Tables[t.Form.ID]
	if first == nil || !first.goesOnIn(t, continued) {
		return false
	}
	first.append(t)
	return true
}

// joinLater adds the tables whose title says 续. Where one cannot be added the
// form is not whole, which is said.
func (b *Book) joinLater() {
	for _, t := range b.continued {
		switch {
		case b.Tables[t.Form.ID] == nil:
			if t.byKey[form.Total] != nil { // whole, whatever its title says
				b.take(t)
			}
		case !b.join(t, true):
			b.repeat(t)
		}
	}
	b.continued = nil
}

// goOn reads a sheet without a title that goes on with the last form of the
// sheet before: the same columns in the same places, the codes that come next.
func (b *Book) goOn(g *grid) bool {
	t := b.latest
	if t == nil || readerOf(t.Form).goesOn() < untitled || b.latestSheet != g.index-1 || b.Tables[t.Form.ID] != t {
		return false
	}
	h := findHeader(g, t.Form, 0, g.last)
	if h == nil || g.showing(h.last+1, g.last) > mostRows || len(h.lanes) > 1 {
		return false
	}
	u := readTable(g, candidate{title: form.Title{Form: t.Form}, text: t.Printed, row: h.first, header: h}, 0, g.last)
	inPlace := slices.EqualFunc(t.Columns, u.Columns, func(a, b Column) bool { return a.Decl == b.Decl && a.Col == b.Col })
	next := len(t.Rows) > 0 && len(u.Rows) > 0 && form.IsCode(u.Rows[0].Key) && t.Rows[len(t.Rows)-1].Key < u.Rows[0].Key
	if !inPlace || !next || !b.join(u, false) {
		return false
	}
	b.latestSheet = g.index
	return true
}

// goesOnIn says whether u has further rows of t's form: none that t has, in the
// same columns. Where its title does not say 续, it has no total of its own.
func (t *Table) goesOnIn(u *Table, continued bool) bool {
	how := readerOf(t.Form).goesOn()
	if how == never || len(u.Rows) == 0 || len(t.Rows)+len(u.Rows) > mostRows || !t.sameColumns(u) ||
		t.Unit.Known() && u.Unit.Known() && t.Unit != u.Unit ||
		slices.ContainsFunc(u.Rows, func(r *Row) bool { return t.byKey[r.Key] != nil }) {
		return false
	}
	return continued || how >= underItsTitle && t.Printed == u.Printed && u.HasFigures() &&
		(t.Department == "" || u.Department == "" || t.Department == u.Department) && (t.Year == 0 || u.Year == 0 || t.Year == u.Year) &&
		!slices.ContainsFunc(u.Rows, func(r *Row) bool { return !form.IsCode(r.Key) })
}

func (t *Table) sameColumns(u *Table) bool {
	in := func(a, b *Table) bool {
		return !slices.ContainsFunc(a.Columns, func(c Column) bool { return !b.Has(c.Decl.ID) })
	}
	return in(t, u) && in(u, t)
}

// append takes over the rows of u, and what was kept of it.
func (t *Table) append(u *Table) {
	for _, r := range u.Rows {
		for _, f := range r.Figures {
			f.Table = t
		}
		if t.byKey[r.Key] == nil {
			t.byKey[r.Key] = r
		}
	}
	t.Rows = append(t.Rows, u.Rows...)
	t.Unbound, t.More.Unbound = more(t.Unbound, u.Unbound, t.More.Unbound+u.More.Unbound)
	t.Covered, t.More.Covered = more(t.Covered, u.Covered, t.More.Covered+u.More.Covered)
	t.Noted, t.More.Noted = more(t.Noted, u.Noted, t.More.Noted+u.More.Noted)
	t.Statements = append(t.Statements, u.Statements[:min(len(u.Statements), mostKept-min(mostKept, len(t.Statements)))]...)
	t.More.Statements += u.More.Statements
	if !t.Unit.Known() {
		t.Unit, t.UnitAt = u.Unit, u.UnitAt
	}
	if u.Sheet == t.Sheet {
		t.Area.Row1, t.Area.Col0, t.Area.Col1 = max(t.Area.Row1, u.Area.Row1), min(t.Area.Col0, u.Area.Col0), max(t.Area.Col1, u.Area.Col1)
	}
	for _, r := range t.Rows {
		r.Parent, r.Kids = nil, nil
	}
	t.below, t.levels = map[string][]*Row{}, [8]bool{}
	t.unpad()
	t.nest()
}

// more adds what another part of the form kept, and counts what is too many.
func more(kept, further []Unbound, count int) ([]Unbound, int) {
	for _, u := range further {
		keep(&kept, &count, func() Unbound { return u })
	}
	return kept, count
}
