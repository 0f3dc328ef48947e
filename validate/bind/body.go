package bind

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/document"
	"suanqing/validate/form"
)

// readBody reads the rows below the header, each lane by lane.
func (t *Table) readBody(g *grid, h *header, bottom int, by rowReader) {
	for i := range h.lanes {
		t.Columns = append(t.Columns, h.lanes[i].values...)
	}
	t.readRows(g, h, bottom, by, 0, len(h.lanes))
}

// readBlocks reads the rows of a form that goes on at right of itself: the first block
// to its end, then the next.
func (t *Table) readBlocks(g *grid, h *header, bottom int, by rowReader) {
	for i := range h.lanes {
		t.Columns = append(t.Columns, h.lanes[i].values...)
	}
	for i := range h.lanes {
		t.readRows(g, h, bottom, by, i, i+1)
	}
}

// readRows reads the rows of some lanes.
func (t *Table) readRows(g *grid, h *header, bottom int, by rowReader, first, end int) {
	t.breaks = pageEnd
	for row := h.last + 1; row <= bottom; row++ {
		switch {
		case !shows(g.cells(row)):
			t.breaks = max(t.breaks, blankRow)
			continue
		case repeatsHeader(g, t.Form, h, row), isNumbering(g, row):
			t.breaks = pageEnd
			continue
		case t.isPageNumber(g, h, row):
			t.breaks = pageEnd
			t.keepPageNumber(g, h, row, first, end)
			continue
		}
		n := len(t.Rows)
		for i := first; i < end; i++ {
			t.readRow(g, h, row, i, bottom, by)
		}
		if len(t.Rows) > n {
			t.breaks = nothing
		}
		if len(t.Rows) > mostRows { // several lanes a row
			g.book.refuseRows(g, t.Form)
			return
		}
	}
}

// repeatsHeader says whether a row of the body is a header once more, as on
// every printed page (续表).
func repeatsHeader(g *grid, f *form.Form, h *header, row int) bool {
	l := g.line(row)
	cells := l.cells()
	for i := range cells {
		if cells[i].Kind == document.Number {
			return false // only the 栏次 row has any
		}
	}
	for i := range cells {
		if p, ok := amount.Parse(cells[i].Stored); ok && p.Places > 0 {
			return false // nor figures as text
		}
	}
	for i := range h.lanes {
		keyed, total := false, false
		for _, col := range h.lanes[i].keys {
			text := g.textIn(l, col)
			keyed = keyed || text != "" && f.IsKeyHeader(text)
			total = total || text == form.Total
		}
		if keyed && !total {
			return true
		}
	}
	heads := 0
	for i := range cells {
		if cells[i].Kind == document.Text && f.IsHeader(g.textOf(l, i)) {
			heads++
		}
	}
	return heads >= 2
}

// readRow reads one lane of one row of the body.
func (t *Table) readRow(g *grid, h *header, row, index, bottom int, by rowReader) {
	l := &h.lanes[index]
	if t.paged && t.overs[index] == row && row > 0 {
		return
	}
	e := &t.entry
	first := e.read(g, l, row)
	if first < 0 {
		e.name, first = t.totalBefore(g, l, row)
	}
	if first < 0 {
		t.keepSpare(g, l, row, "这一行没有科目或项目")
		return
	}
	r := t.nextRow()
	t.left--
	r.At = g.place(row, first)
	r.NameAt, r.Lane = r.At, index
	if !t.keyRow(h, r, e, bottom, by) {
		*r = Row{}
		if label := e.label(); t.Form.IsNotedRow(label) || t.isPart(row, index, label) || t.isOwner(e) {
			t.part[index] = row
			t.keepNoted(g, l, row, label)
		} else {
			t.keepSpare(g, l, row, "不认识的项目", label)
		}
		return
	}
	t.rowSpare = t.rowSpare[1:]
	r.Figures = t.places(len(l.values))
	for i := range l.values {
		c := &l.values[i]
		r.Figures = append(r.Figures, t.figureIn(e.line, g, r, c.Decl, row, by.column(g, h, r, row, c.Col)))
	}
	if len(l.plans) == 1 { // of several it is not certain which
		r.Planned = t.figure(g, r, planned, row, l.plans[0])
	}
	if !form.IsCode(r.Key) && t.Form.Heads(r.Key, e.label()) && !slices.ContainsFunc(r.Figures, func(f *Figure) bool { return f.State != Blank }) {
		return
	}
	if was := t.byKey[r.Key]; was == nil {
		t.byKey[r.Key] = r
	} else if r.Repeats = was; t.repeatsPage(r) || t.hides(g.book, was, r) {
		return
	}
	t.Rows = append(t.Rows, r)
	by.took(t, g, r)
	for _, col := range l.spare {
		t.keepOne(g, row, col, "不认识的栏目", h.paths[col]...)
	}
}

// isPart says whether the row below a part of a line is another one, where the lines are
// numbered and it is not: 其中 stands before the first part only.
func (t *Table) isPart(row, lane int, label string) bool {
	if t.Form.Coded() || t.part[lane] != row-1 || row == 0 || form.StripOrdinal(label) != label {
		return false
	}
	for i := len(t.Rows) - 1; i >= 0; i-- {
		if r := t.Rows[i]; r.Lane == lane {
			return form.StripOrdinal(r.Name) != r.Name
		}
	}
	return false
}

// totalBefore finds a 合计 that is merged from the serial numbers on.
func (t *Table) totalBefore(g *grid, l *lane, row int) (label string, col int) {
	for _, col := range l.noted {
		if text := g.text(row, col); len(l.keys) > 0 && col < l.keys[0] && t.Form.IsTotal(text) {
			return text, col
		}
	}
	if len(l.keys) > 0 && l.keys[0] > 0 { // the next block's serial numbers
		if text := g.text(row, l.keys[0]-1); t.Form.IsTotal(text) {
			return text, l.keys[0] - 1
		}
	}
	return "", -1
}

// declared finds the declared row of a label. Of one that stands twice it is the first that
// is not yet taken, and the lower one once a line between the two is printed: a first one
// whose name could not be read must not pass its own to the other.
func declared(t *Table, side form.Side, label string) (found *form.Row) {
	first := -1
	for _, i := range t.Form.MatchRows(label) {
		d := &t.Form.Rows[i]
		if d.Side != side || t.prints(d.Key) || d.After != "" && !t.prints(d.After) {
			continue
		}
		if found == nil || d.After != "" && slices.ContainsFunc(t.Form.Rows[first+1:i], func(r form.Row) bool {
			return r.Side == side && !r.Optional && r.Key != d.After && t.prints(r.Key)
		}) {
			found, first = d, i
		}
	}
	return found
}

// prints says whether the form or the part of it before has the row.
func (t *Table) prints(key string) bool {
	return t.byKey[key] != nil || t.prior != nil && t.prior.byKey[key] != nil
}

// keepSpare keeps every figure of a lane's row that could not be bound; the telephone
// number of who signs is none.
func (t *Table) keepSpare(g *grid, l *lane, row int, why string, names ...string) {
	if g.signs(row) {
		return
	}
	for i := range l.values {
		t.keepOne(g, row, l.values[i].Col, why, names...)
	}
	for _, col := range l.spare {
		t.keepOne(g, row, col, why, names...)
	}
}

// signs says whether a row is one of signatures.
func (g *grid) signs(row int) bool {
	l := g.line(row)
	for i := range l.cells() {
		if l.row.Cells[i].Kind == document.Text && form.Signs(g.textOf(l, i)) {
			return true
		}
	}
	return false
}

func (t *Table) keepNoted(g *grid, l *lane, row int, label string) {
	for _, c := range l.values {
		if shown := figureText(g.at(row, c.Col)); shown != "" {
			keep(&t.Noted, &t.More.Noted, func() Unbound {
				return Unbound{At: g.place(row, c.Col), Shown: form.Clip(shown), Reason: form.Clip(label)}
			})
		}
	}
}

// keepOne keeps a cell that holds a figure, unless a row has taken it.
// The names say whose figure it is; they may be the parts of a header.
func (t *Table) keepOne(g *grid, row, col int, why string, names ...string) {
	shown := figureText(g.at(row, col))
	if shown == "" {
		return
	}
	at := g.place(row, col)
	for i := len(t.Rows) - 1; i >= 0 && t.Rows[i].At.Row == row; i-- {
		for _, f := range t.Rows[i].Figures {
			if f.At == at {
				return
			}
		}
	}
	keep(&t.Unbound, &t.More.Unbound, func() Unbound {
		if names != nil {
			why += "：“" + form.Clip(strings.Join(names, "")) + "”"
		}
		return Unbound{At: at, Shown: form.Clip(shown), Reason: why}
	})
}
