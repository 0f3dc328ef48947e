package bind

import (
	"slices"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// A page may end within a row: its figures and the beginning of its name are on the one
// page, what is left of the name stands on the next as a row of its own, beside nothing.

// over is what is left of a row's name on the next page, by the column that it is in.
type over struct {
	row, col int
	text     string
}

// restOver finds what is left of the name of a lane's row where a page ends within it. ok
// is false where the row is not the last of its page, or the next one is a row by itself.
func (t *Table) restOver(g *grid, h *header, l *lane, row, bottom int) (o over, ok bool) {
	if !t.paged {
		return o, false
	}
	next := row + 1
	for next <= bottom && (!shows(g.cells(next)) || repeatsHeader(g, t.Form, h, next) && !g.saysOnlyTotals(next) || isNumbering(g, next) || t.isPageNumber(g, h, next)) {
		next++
	}
	if next > bottom || g.sheet.PageOf(next) != g.sheet.PageOf(row)+1 || (&entry{g: g, line: g.line(next), lane: l}).holds() {
		return o, false
	}
	for _, col := range l.keys {
		text := g.text(next, col)
		switch {
		case text == "":
		case o.text != "" || form.IsCode(text) || form.StripOrdinal(text) != text || strings.ContainsAny(text, ":：。；"): // a note
			return o, false
		default:
			o = over{next, col, text}
		}
	}
	blank := func(col int) bool { return g.text(next, col) == "" }
	if o.text == "" || len(l.keys) > 1 && o.col == l.keys[0] || !slices.ContainsFunc(l.keys, func(col int) bool { return col == o.col && g.text(row, col) != "" }) {
		return o, false
	}
	numbered := slices.ContainsFunc(l.noted, func(col int) bool { c := g.at(next, col); return c != nil && c.Kind == document.Number })
	return o, !numbered && (len(l.keys) == 1 || blank(l.keys[0]))
}

// with is a row with what is left of its name.
func (o over) with(e *entry) *entry {
	all := *e
	all.name, all.texts = "", slices.Clone(e.texts)
	for k, col := range e.lane.keys {
		if col == o.col {
			all.texts[k] += o.text
		}
	}
	return &all
}

// keyRow finds which row of the form a row is, with what is left of its name on the next page:
// of a code that is always its name's, of a label where the whole is one and the part is none.
func (t *Table) keyRow(h *header, r *Row, e *entry, bottom int, by rowReader) bool {
	rest, broken := t.restOver(e.g, h, e.lane, r.At.Row, bottom)
	if !broken {
		return by.key(t, r, e)
	}
	r.Name = form.Clip(e.label())
	coded := t.Form.Coded() && !t.Form.IsTotal(e.label())
	if !coded && by.key(t, r, e) {
		return true
	}
	if whole := rest.with(e); by.key(t, r, whole) {
		if !coded {
			r.Name = form.Clip(whole.label())
		}
		t.overs[r.Lane] = rest.row
		return true
	}
	return coded && by.key(t, r, e)
}

// saysOnlyTotals says whether there is nothing but 合计 in a row: the ends of 本年收入合计 and
// 本年支出合计 are no headers.
func (g *grid) saysOnlyTotals(row int) bool {
	l := g.line(row)
	for i := range l.cells() {
		if text := g.textOf(l, i); text != "" && text != form.Total {
			return false
		}
	}
	return true
}
