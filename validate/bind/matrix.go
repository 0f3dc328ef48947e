package bind

import (
	"slices"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// readMatrix reads F09, in whichever direction it runs: items across and one
// row of figures, or a list of items with a budget and a final column.
func (t *Table) readMatrix(g *grid, h *header, bottom int) {
	f := t.Form
	rows := map[string]*Row{}
	t.left = 2 * len(f.Columns)
	for i := range f.Rows {
		r := &Row{Key: f.Rows[i].Key, Name: f.Rows[i].Key, At: t.Title, NameAt: t.Title}
		rows[r.Key] = r
	}
	if !t.readList(g, h, bottom, rows) && !t.readTwoRows(g, h, bottom, rows) {
		t.readAcross(g, h, bottom, rows)
	}
	for i := range f.Rows {
		if r := rows[f.Rows[i].Key]; len(r.Figures) > 0 {
			r.At = r.Figures[0].At
			t.Rows = append(t.Rows, r)
			t.byKey[r.Key] = r
		}
	}
}

// readList reads the list form: labels are items, columns budget and final.
func (t *Table) readList(g *grid, h *header, bottom int, rows map[string]*Row) bool {
	f := t.Form
	l := &h.lanes[0]
	if len(l.keys) == 0 {
		return false
	}
	columns := listColumns(f, h, rows)
	if len(columns) == 0 {
		return false
	}
	taken, subtotal := map[string]bool{}, f.SubtotalColumn()
	heading := t.headingTotal(g, h, bottom, func(row int) bool {
		return slices.ContainsFunc(columns, func(c listColumn) bool { return holdsNumber(g, row, c.col) })
	})
	ended := false
	for row := h.last + 1; row <= bottom; row++ {
		if !shows(g.cells(row)) || row == heading {
			continue
		}
		label := g.label(row, l.keys)
		item := listItem(f, label)
		bare := form.StripOrdinal(label)
		if (bare == form.Total && taken[form.Total] || bare == form.Subtotal) && !taken[subtotal] {
			item = subtotal
		}
		ended = ended || len(taken) == len(f.Columns) && form.ThreePublicEnds(label)
		for _, c := range columns {
			if item == "" || taken[item] {
				if !ended && !form.IsCount(label) && !f.IsNotedRow(label) && !f.IsNoted([]string{bare}) {
					t.keepOne(g, row, c.col, "不认识的项目", label)
				}
				continue
			}
			t.addColumn(f.Column(item), c.col)
			t.addFigure(g, c.row, f.Column(item), row, c.col)
		}
		if item != "" {
			taken[item] = true
		}
	}
	return len(taken) >= 3
}

// listColumn is a column of a list, with the row of the form that it is.
type listColumn struct {
	col int
	row *Row
}

func listColumns(f *form.Form, h *header, rows map[string]*Row) (columns []listColumn) {
	for col, path := range h.paths {
		if h.besideOwnYear(f, col) {
			continue
		}
		if r := matrixRow(f, path); r != nil && len(path) <= 2 && f.Column(itemOf(f, path)) == nil {
			columns = append(columns, listColumn{col, rows[r.Key]})
		}
	}
	return columns
}

// listItem finds the item that a row of the list is; "" for none.
func listItem(f *form.Form, label string) string {
	if form.IsCount(label) {
		return ""
	}
	if w := codeIn(label); w.inFront(label) {
		label = w.rest
	}
	bare := form.StripOrdinal(label)
	if item := itemOf(f, []string{form.StripRemark(bare)}); item != "" {
		return item
	}
	return itemOf(f, []string{bare})
}

// headingTotal finds the row that only heads the list, as 一、“三公”经费支出 over
// （一）支出合计 does: it reads as the total, holds no number, and a row below it
// reads so too and holds one. -1 for none.
func (t *Table) headingTotal(g *grid, h *header, bottom int, holds func(row int) bool) int {
	first, plain := -1, false
	for row := h.last + 1; row <= bottom; row++ {
		if !shows(g.cells(row)) {
			continue
		}
		label := g.label(row, h.lanes[0].keys)
		if listItem(t.Form, label) != form.Total {
			continue
		}
		bare := form.StripOrdinal(label)
		switch {
		case first < 0 && holds(row):
			return -1
		case first < 0:
			first, plain = row, bare == form.Total
		case holds(row) && bare != form.Subtotal && (bare != form.Total || !plain): // those are the vehicles'
			return first
		}
	}
	return -1
}

// holdsNumber says whether a cell holds a number, zero included, or a formula
// that may give one.
func holdsNumber(g *grid, row, col int) bool {
	c := g.at(row, col)
	return c != nil && (c.Kind == document.Number || c.Formula != "" || strings.ContainsAny(g.text(row, col), "0123456789#"))
}

// besideOwnYear says whether a column is of another year and the same of the
// form's own year stands beside it.
func (h *header) besideOwnYear(f *form.Form, col int) bool {
	if !h.ofOtherYear(col) {
		return h.besideFullYear(f, col)
	}
	r, item := matrixRow(f, h.paths[col]), itemOf(f, h.paths[col])
	for other, path := range h.paths {
		if !h.ofOtherYear(other) && matrixRow(f, path) == r && itemOf(f, path) == item {
			return true
		}
	}
	return false
}

// readTwoRows reads the form whose budget and final figures are two rows under
// the items.
func (t *Table) readTwoRows(g *grid, h *header, bottom int, rows map[string]*Row) bool {
	f := t.Form
	found := false
	for row := h.last + 1; row <= bottom; row++ {
		if !shows(g.cells(row)) {
			continue
		}
		label := g.label(row, h.lanes[0].keys)
		d := matrixRow(f, []string{form.StripOrdinal(label)})
		if label == "" || d == nil || len(rows[d.Key].Figures) > 0 {
			continue
		}
		found = true
		for col, path := range h.paths {
			if len(path) == 0 || f.IsKeyHeader(path[len(path)-1]) || h.besideOwnYear(f, col) {
				continue
			}
			t.addMatrixFigure(g, rows[d.Key], path, row, col)
		}
	}
	return found
}

// addMatrixFigure binds one figure of a row whose items run across.
func (t *Table) addMatrixFigure(g *grid, r *Row, path []string, row, col int) {
	item := itemOf(t.Form, path)
	switch {
	case t.Form.IsNoted(path):
	case r == nil || item == "" || r.Figure(item) != nil:
		t.keepOne(g, row, col, "不认识的栏目", path...)
	default:
		t.addColumn(t.Form.Column(item), col)
		t.addFigure(g, r, t.Form.Column(item), row, col)
	}
}

// readAcross reads the form whose items run across the header.
func (t *Table) readAcross(g *grid, h *header, bottom int, rows map[string]*Row) {
	f := t.Form
	row, only := t.figureRow(g, h, bottom), t.onlyRow(g, h)
	for col, path := range h.paths {
		if len(path) == 0 || f.IsKeyHeader(path[len(path)-1]) || h.besideOwnYear(f, col) {
			continue
		}
		var r *Row
		if d := matrixRow(f, path); d != nil {
			r = rows[d.Key]
		} else if only != nil {
			r = rows[only.Key]
		}
		t.addMatrixFigure(g, r, path, row, col)
	}
	if only == nil {
		return
	}
	if next := findHeader(g, f, row+1, bottom); next != nil { // one half below the other
		if d := t.onlyRow(g, next); d != nil && d != only {
			t.readAcross(g, next, bottom, rows)
		}
	}
}

// onlyRow is the row that all of a header is of, where none of its columns says of which: the one
// that stands above the header, else the final figures. nil where a column says it.
func (t *Table) onlyRow(g *grid, h *header) *form.Row {
	for _, path := range h.paths {
		if matrixRow(t.Form, path) != nil {
			return nil
		}
	}
	for i := range g.cells(h.first - 1) {
		if d := matrixRow(t.Form, []string{g.text(h.first-1, g.cells(h.first - 1)[i].Col)}); d != nil {
			return d
		}
	}
	return t.Form.Row(form.Final)
}

// figureRow is the row that holds the figures: the total row where units are
// listed, else the first row with figures, else the first below the header.
func (t *Table) figureRow(g *grid, h *header, bottom int) int {
	first := -1
	for row := h.last + 1; row <= bottom; row++ {
		if !shows(g.cells(row)) || isNumbering(g, row) {
			continue
		}
		for _, l := range h.lanes {
			for _, col := range l.keys {
				if text := g.text(row, col); form.IsWhole(text) {
					return row
				}
			}
		}
		if first >= 0 {
			continue
		}
		cells := g.cells(row)
		for i := range cells {
			if c := &cells[i]; c.Kind == document.Number || figureText(c) != "" {
				first = row
				break
			}
		}
	}
	if first >= 0 {
		return first
	}
	return h.last + 1
}

// matrixRow finds whether a header path is under budget or final.
func matrixRow(f *form.Form, path []string) *form.Row {
	for _, text := range path {
		if rows := f.MatchRows(text); len(rows) > 0 {
			return &f.Rows[rows[0]]
		}
	}
	return nil
}

// itemOf finds the item of the three public expenses that a path names.
func itemOf(f *form.Form, path []string) string {
	items := make([]string, 0, len(path))
	for _, text := range path {
		if matrixRow(f, []string{text}) == nil {
			items = append(items, form.StripOrdinal(text))
		}
	}
	if len(items) == 0 {
		return ""
	}
	if c, score := f.MatchColumn(form.NoSide, items); score > 0 {
		return f.Columns[c].ID
	}
	return ""
}

func (t *Table) addColumn(c *form.Column, col int) {
	t.Columns = append(t.Columns, Column{Decl: c, Col: col})
}
