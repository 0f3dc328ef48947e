package bind

import (
	"suanqing/validate/document"
	"suanqing/validate/form"
)

const (
	closeTitles = 3 // rows between the titles of a list of them, at most
	silentRows  = 8 // below a title in which the statement stands that is all of the form
)

// hearSilent notes a form, and says whether it is one, that is nothing but its title and the statement that it is
// empty: some do without the table.
func (b *Book) hearSilent(g *grid, c candidate, bottom int) bool {
	bottom = min(bottom, c.row+silentRows)
	if c.title.Continued || len(b.silent) == mostTables {
		return false
	}
	for row := c.row + 1; row <= bottom; row++ {
		for i := range g.cells(row) {
			if g.cells(row)[i].Kind == document.Number {
				return false
			}
		}
	}
	t := newTable(g, c)
	if t.readStatements(g, c.row+1, bottom); len(t.Statements) == 0 && !t.readNone(g, c.row+1, bottom) {
		return false
	}
	t.readIdentity(g, c.row, bottom)
	t.readTitle(c.title.Before, t.Title)
	t.setArea(g, c.row, bottom)
	b.silent = append(b.silent, t)
	return true
}

// readNone takes 无 in a cell of its own for the statement.
func (t *Table) readNone(g *grid, top, bottom int) bool {
	for row := top; row <= bottom; row++ {
		for i := range g.cells(row) {
			if col := g.cells(row)[i].Col; form.SaysNone(g.text(row, col)) {
				t.Statements = append(t.Statements, g.place(row, col))
				return true
			}
		}
	}
	return false
}

// takeSilent gives those their place whose form stands nowhere else.
func (b *Book) takeSilent() {
	for _, t := range b.silent {
		if b.Tables[t.Form.ID] == nil && len(b.Tables) > 0 {
			b.Tables[t.Form.ID] = t
		}
	}
	b.silent = nil
}
