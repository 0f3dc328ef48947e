package bind

import (
	"slices"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// mostPages is how many digits the number of a page has.
const mostPages = 3

// isPageNumber says whether a row of the body is the number of the page, as it stands
// below a table that came from a text: alone in its row, whole where the figures of the
// form have decimals, with nothing below it but the next page's header.
func (t *Table) isPageNumber(g *grid, h *header, row int) bool {
	var only *document.Cell
	for i := range g.cells(row) {
		if c := &g.cells(row)[i]; c.Formula != "" || c.Stored != "" && only != nil {
			return false
		} else if c.Stored != "" {
			only = c
		}
	}
	if only == nil {
		return false
	}
	number := strings.Trim(g.text(row, only.Col), "-—–─·~")
	if len(number) == 0 || len(number) > mostPages || !form.IsCode(number) || number[0] == '0' {
		return false
	}
	if shows(g.cells(row+1)) && !repeatsHeader(g, t.Form, h, row+1) {
		return false
	}
	return slices.ContainsFunc(t.Rows, func(r *Row) bool {
		return slices.ContainsFunc(r.Figures, func(f *Figure) bool { return f.State == Money && f.Places > 0 })
	})
}

// keepPageNumber notes the number where it stands in a column of figures.
func (t *Table) keepPageNumber(g *grid, h *header, row, first, end int) {
	for i := first; i < end; i++ {
		t.keepNoted(g, &h.lanes[i], row, "页码")
	}
}
