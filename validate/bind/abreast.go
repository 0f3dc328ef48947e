package bind

import (
	"slices"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// abreast gives the parts of a sheet on which forms stand side by side, from left to
// right, each with the places that its cells have on the sheet; the sheet alone where none do.
func (b *Book) abreast(index int) []*grid {
	whole := newGrid(b, index, b.Document.Sheets[index])
	for rest := whole.titled; len(rest) > 1 && !whole.sheet.Paged(); {
		n := 1
		for n < len(rest) && rest[n].row == rest[0].row {
			n++
		}
		if found := b.titlesIn(whole, rest[:n]); len(found) > 1 {
			if parts := b.cut(index, found); parts != nil {
				return parts
			}
		}
		rest = rest[n:]
	}
	whole.merge()
	return []*grid{whole}
}

// titlesIn are the titles of one row, where they are of different forms; else none.
func (b *Book) titlesIn(g *grid, row []spot) (found []candidate) {
	n := 0
	for _, at := range row {
		if len(g.cell(at).Stored) < 120 {
			n++
		}
	}
	if n < 2 {
		return nil
	}
	for _, at := range row {
		c := g.cell(at)
		title, ok := b.Standard.MatchTitle(form.Normalize(c.Stored))
		if !ok {
			continue
		}
		if slices.ContainsFunc(found, func(o candidate) bool { return o.title.Form == title.Form }) || len(found) == len(b.Standard.Forms) {
			return nil
		}
		found = append(found, candidate{title: title, row: c.Row, col: c.Col})
	}
	return found
}

// cut cuts a sheet before each title but the first. nil where some part has no header
// of its own: the titles are a list.
func (b *Book) cut(index int, found []candidate) []*grid {
	whole := b.Document.Sheets[index]
	var parts []*grid
	from := 0
	for i, c := range found {
		to := widest
		if i+1 < len(found) {
			to = edge(whole, c, found[i+1]) - 1
		}
		g := newGrid(b, index, within(whole, from, to))
		g.merge()
		if findHeader(g, c.title.Form, c.row+1, g.last) == nil {
			return nil
		}
		parts, from = append(parts, g), to+1
	}
	return parts
}

// edge is the first column of a form whose title stands right of another's: the title's own
// where that is merged over its form, else the one behind the last blank column between them.
func edge(s *document.Sheet, left, title candidate) int {
	merged := slices.ContainsFunc(s.Merges, func(m document.Range) bool {
		return m.Row0 == title.row && m.Col0 == title.col && m.Col1 > m.Col0
	})
	for col := title.col - 1; !merged && col > left.col; col-- {
		if !slices.ContainsFunc(s.Rows, func(r document.Row) bool {
			i := columnOf(r.Cells, col)
			return r.Index > title.row && i >= 0 && r.Cells[i].Kind != document.Blank
		}) {
			return col + 1
		}
	}
	return title.col
}

// within is a sheet with some of its columns only.
func within(s *document.Sheet, from, to int) *document.Sheet {
	part := *s
	part.Rows = make([]document.Row, len(s.Rows))
	for i, r := range s.Rows {
		first, end := 0, 0
		for first < len(r.Cells) && r.Cells[first].Col < from {
			first++
		}
		for end = first; end < len(r.Cells) && r.Cells[end].Col <= to; end++ {
		}
		r.Cells = r.Cells[first:end:end]
		part.Rows[i] = r
	}
	part.Merges = nil
	for _, m := range s.Merges {
		if m.Col0 >= from && m.Col1 <= to {
			part.Merges = append(part.Merges, m)
		}
	}
	return &part
}
