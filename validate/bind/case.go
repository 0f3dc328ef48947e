package bind

import (
	"suanqing/validate/document"
	"suanqing/validate/form"
)

// Case is the books that are judged together, each by its role. The first is the one
// that is judged; the figures of all are in its unit.
type Case struct {
	Books []*Book
	roles map[form.Role]*Book
}

// NewCase begins a case with the book that is judged.
func NewCase(own *Book) *Case {
	return &Case{Books: []*Book{own}, roles: map[form.Role]*Book{form.Own: own}}
}

// Add binds one more book, by the standard of the first. Of several in one role an
// equation means the first.
func (c *Case) Add(role form.Role, wb *document.Document) *Book {
	b := find(c.Books[0].Standard, wb, c.Books, nil)
	c.Books = append(c.Books, b)
	if c.roles[role] == nil {
		c.roles[role] = b
	}
	return b
}

// Sheet is the sheet of a place, and its book.
func (c *Case) Sheet(at Place) (*Book, *document.Sheet) {
	b := c.Books[at.Document]
	return b, b.SheetAt(at)
}

// Book is the book in a role; nil when the case has none.
func (c *Case) Book(role form.Role) *Book { return c.roles[role] }
