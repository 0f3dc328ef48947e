package bind

import (
	"slices"
	"strings"

	"suanqing/validate/form"
)

// A form may go on: at right of itself, on the next page of its sheet, on the next
// sheet, under its title once more.

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

// before is the table that one found next may go on with: the last one, of the same
// form, on the same sheet or the one before.
func (b *Book) before(f *form.Form, sheet int) *Table {
	if t := b.latest; t != nil && t.Form == f && b.Tables[f.ID] == t && sheet-b.latestSheet <= 1 {
		return t
	}
	return nil
}

// goOnUnder reads the next part of the form before under its title; false where it
// is none, but a form of its own.
func (b *Book) goOnUnder(g *grid, c candidate, top, bottom int) bool {
	t := b.before(c.title.Form, g.index)
	return t != nil && readerOf(t.Form).goesOn() > never && b.join(readPart(g, c, top, bottom, t), c.title.Continued)
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
	u := readPart(g, candidate{title: form.Title{Form: t.Form}, text: t.Printed, row: h.first, header: h}, 0, g.last, t)
	inPlace := slices.EqualFunc(t.Columns, u.Columns, func(a, b Column) bool { return a.Decl == b.Decl && a.Col == b.Col })
	fresh := u.Rows[t.repeatedIn(u):]
	next := len(t.Rows) > 0 && len(fresh) > 0 && form.IsCode(fresh[0].Key) && t.Rows[len(t.Rows)-1].Key < fresh[0].Key
	if !inPlace || !next || !b.join(u, false) {
		return false
	}
	b.latestSheet = g.index
	return true
}

// goesOnIn says whether u has further rows of t's form, in the same columns: none that t
// has but those that its page repeats at its head. Where its title does not say 续, it
// does not begin with a total of its own.
func (t *Table) goesOnIn(u *Table, continued bool) bool {
	how := readerOf(t.Form).goesOn()
	if how == never || len(t.Rows)+len(u.Rows) > mostRows || !t.sameColumns(u) ||
		t.Unit.Known() && u.Unit.Known() && t.Unit != u.Unit {
		return false
	}
	fresh := u.Rows[t.repeatedIn(u):]
	if len(fresh) == 0 || slices.ContainsFunc(fresh, func(r *Row) bool { return t.byKey[r.Key] != nil }) {
		return false
	}
	if how == whereSaid && (u.Sheet != t.Sheet || u.Doubtful()) {
		return continued
	}
	return continued || form.StripRemark(t.Printed) == form.StripRemark(u.Printed) && (u.HasFigures() || u.Sheet == t.Sheet && len(u.Statements) == 0) && (fresh[0].Key != form.Total || len(fresh) == 1) &&
		(t.Department == "" || u.Department == "" || t.Department == u.Department) && (t.Year == 0 || u.Year == 0 || t.Year == u.Year)
}

// repeatedIn counts the rows at the head of u's page that t has: carried over, or, which
// is said, with other figures than there.
func (t *Table) repeatedIn(u *Table) (n int) {
	for n < len(u.Rows) && (t.carried(u.Rows[n]) || t.resumes(u.Rows[n])) {
		n++
	}
	return n
}

// carried says whether a row at the head of a page is one before it once more, carried
// over: the total, the last row or one above that, with the same figures or with none.
func (t *Table) carried(r *Row) bool {
	was := t.byKey[r.Key]
	return was != nil && (r.Key == form.Total || t.resumes(r)) && r.carries(was)
}

// resumes says whether a row repeats the code of the last one, or one above it: on F06 of
// the last one in its lane.
func (t *Table) resumes(r *Row) bool {
	if !form.IsCode(r.Key) || t.byKey[r.Key] == nil {
		return false
	}
	for i := len(t.Rows) - 1; i >= 0; i-- {
		if t.Form.SharesCodes() || t.Rows[i].Lane == r.Lane {
			return strings.HasPrefix(t.Rows[i].Key, r.Key)
		}
	}
	return false
}

// repeatsPage says whether a row of the body is one that its page repeats. Below a blank
// row the last code once more, with other figures, is a row of its own. 合计 may stand
// above the rows and below them.
func (t *Table) repeatsPage(r *Row) bool {
	switch {
	case r.Key == form.Total && r.carries(r.Repeats):
		return true
	case t.breaks == nothing:
		return false
	case t.carried(r):
		return true
	case t.resumes(r) && (t.breaks == pageEnd || r.Key != t.Rows[len(t.Rows)-1].Key):
		t.Again = append(t.Again, r)
		return true
	}
	return false
}

// carries says whether a row has the figures of another, or none.
func (r *Row) carries(was *Row) bool {
	same, none := len(r.Figures) == len(was.Figures), true
	for i, f := range r.Figures {
		zero := f.State < Money || f.State == Money && f.raw.IsZero()
		none = none && zero
		if same = same && f.Column == was.Figures[i].Column; same {
			w := was.Figures[i]
			same = zero && (w.State < Money || w.State == Money && w.raw.IsZero()) || f.State == Money && w.State == Money && f.raw.Cmp(w.raw) == 0
		}
	}
	return none || same
}

// contexts are the codes above the first row, n of them: those of the part before.
func (t *Table) contexts(n int) []codeContext {
	if t.prior != nil && len(t.prior.ended) == n {
		return slices.Clone(t.prior.ended)
	}
	return make([]codeContext, n)
}

func (t *Table) sameColumns(u *Table) bool {
	in := func(a, b *Table) bool {
		return !slices.ContainsFunc(a.Columns, func(c Column) bool { return !b.Has(c.Decl.ID) })
	}
	return in(t, u) && in(u, t)
}

// append takes over the rows of u but those that t has, and what was kept of it.
func (t *Table) append(u *Table) {
	n := t.repeatedIn(u)
	for i, r := range u.Rows {
		for _, f := range r.Figures {
			f.Table = t
		}
		switch was := t.byKey[r.Key]; {
		case was == nil:
			t.byKey[r.Key] = r
		case i < n && !t.carried(r):
			r.Repeats = was
			t.Again = append(t.Again, r)
		}
	}
	t.Rows, t.Again, t.ended = append(t.Rows, u.Rows[n:]...), append(t.Again, u.Again...), u.ended
	t.Unbound, t.More.Unbound = more(t.Unbound, u.Unbound, t.More.Unbound+u.More.Unbound)
	t.Covered, t.More.Covered = more(t.Covered, u.Covered, t.More.Covered+u.More.Covered)
	t.Noted, t.More.Noted = more(t.Noted, u.Noted, t.More.Noted+u.More.Noted)
	t.Statements = append(t.Statements, u.Statements[:min(len(u.Statements), mostKept-min(mostKept, len(t.Statements)))]...)
	t.More.Statements += u.More.Statements
	if !t.Unit.Known() {
		t.Unit, t.UnitAt = u.Unit, u.UnitAt
	}
	if t.Doubt == "" {
		t.Doubt = u.Doubt
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
