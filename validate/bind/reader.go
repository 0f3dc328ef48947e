package bind

import (
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// reader knows one way in which the rows of a form are known.
type reader interface {
	// sides tells which half of the form each lane is.
	sides(h *header)
	// passes says whether a column of a lane is known and not judged.
	passes(l *lane, path []string) bool
	// read reads the rows below the header.
	read(t *Table, g *grid, h *header, bottom int)
	// goesOn says where further rows of the form may stand.
	goesOn() goingOn
}

// readerOf is the one place that chooses.
func readerOf(f *form.Form) reader {
	switch f.Keying {
	case form.ByLabel:
		return halves{f}
	case form.ByFunctional:
		return codes{f}
	case form.ByEconomic:
		return lanes{codes{f}}
	}
	return matrix{f}
}

// rowReader is what the readers differ in that go row by row.
type rowReader interface {
	// key finds what a row is.
	key(t *Table, r *Row, e *entry) bool
	// column is where the figure of a row stands that should stand in col.
	column(g *grid, h *header, r *Row, row, col int) int
	// took hears of a row with its figures.
	took(t *Table, g *grid, r *Row)
}

// goingOn is where a form may go on; each but never includes those before it.
type goingOn uint8

const (
	never         goingOn = iota
	whereSaid             // under a title that says 续
	underItsTitle         // under its title once more
	untitled              // on a sheet without a title
)

// halves reads the two-sided forms, F01 and F04: labels, income on the left and
// expenditure on the right.
type halves struct{ form *form.Form }

func (halves) goesOn() goingOn { return whereSaid }

func (by halves) read(t *Table, g *grid, h *header, bottom int) { t.readBody(g, h, bottom, by) }

func (halves) took(*Table, *grid, *Row) {}

func (halves) column(_ *grid, _ *header, _ *Row, _, col int) int { return col }

func (halves) key(t *Table, r *Row, e *entry) bool {
	label := r.called(e)
	if t.keyByCodedLabel(r, e.lane, label) || t.keyByLabel(r, e.lane, label) {
		return true
	}
	total := form.YearTotal(label) // 本年收入 is a heading, but for where it has a figure
	return total != "" && e.holds() && t.keyByLabel(r, e.lane, total)
}

// called names a row by its label, which it gives.
func (r *Row) called(e *entry) string {
	if r.Name == "" {
		r.Name = form.Clip(e.label())
	}
	return e.label()
}

// passes: a third block is the same expenditure by other kinds.
func (by halves) passes(l *lane, path []string) bool {
	return by.form.IsNoted(path) || l.side == form.NoSide
}

// sides tells the income half from the expenditure half.
func (halves) sides(h *header) {
	next := form.Income
	for i := range h.lanes {
		l := &h.lanes[i]
		side := next
		if len(l.keys) > 0 {
			for _, text := range h.paths[l.keys[0]] {
				if half := form.HalfOf(text); half != form.NoSide {
					side = half
				}
			}
		}
		if side < next || side > form.Expenditure { // a third block: the same expenditure by other kinds
			side = form.NoSide
		}
		l.side = side
		if side == form.Income {
			next = form.Expenditure
		} else {
			next = form.Expenditure + 1
		}
	}
}

// codes reads the forms that are keyed by the functional classification.
type codes struct{ form *form.Form }

func (codes) sides(*header) {}

func (by codes) passes(_ *lane, path []string) bool { return by.form.IsNoted(path) }

func (codes) goesOn() goingOn { return untitled }

func (by codes) read(t *Table, g *grid, h *header, bottom int) {
	rows := &codeRows{above: t.contexts(1)}
	t.readBlocks(g, h, bottom, rows)
	t.ended = rows.above
	t.unpad()
	t.nest()
	t.ownNames()
}

// codeRows reads rows with codes, knowing those above: of each lane, or of a form
// that is read block after block.
type codeRows struct{ above []codeContext }

func (by *codeRows) key(t *Table, r *Row, e *entry) bool {
	if !e.isPlain(t.Department) {
		switch label := r.called(e); {
		case t.Form.IsTotal(label):
			r.Key = form.Total
			return true
		case t.isOwner(e):
			t.tookOwner()
			return false
		case beginsWithCode(label):
		case t.keyByLabel(r, e.lane, label):
			return true
		}
	}
	return by.above[min(r.Lane, len(by.above)-1)].read(r, e, t.Form)
}

func (*codeRows) column(_ *grid, _ *header, _ *Row, _, col int) int { return col }

func (*codeRows) took(*Table, *grid, *Row) {}

// keyByLabel finds the declared row of a label.
func (t *Table) keyByLabel(r *Row, l *lane, label string) bool {
	d := declared(t, l.side, label)
	if d != nil {
		r.Key = d.Key
	}
	return d != nil
}

// keyByCodedLabel finds the declared row of a label that a code stands with:
// [201]一般公共服务支出 is known by its name.
func (t *Table) keyByCodedLabel(r *Row, l *lane, label string) bool {
	w := codeIn(label)
	if !w.inFront(label) {
		label = form.StripOrdinal(label)
		if w = codeIn(label); !w.inFront(label) {
			return false
		}
	}
	if !t.keyByLabel(r, l, w.rest) {
		return false
	}
	r.Name = form.Clip(w.rest)
	if form.IsCode(r.Key) && withoutZeros(w.digits) != r.Key {
		r.Beside = w.digits
	}
	return true
}

// beginsWithCode says whether a row has a code whatever its words are.
func beginsWithCode(label string) bool {
	bare := strings.TrimLeft(label, opening)
	return bare != "" && isDigit(bare[0]) && len(codeIn(label).digits) >= lengths[0]
}

// lanes reads F06: economic codes in blocks side by side, with totals between them.
type lanes struct{ codes }

func (lanes) goesOn() goingOn { return underItsTitle }

func (by lanes) read(t *Table, g *grid, h *header, bottom int) {
	rows := &codeRows{above: t.contexts(len(h.lanes))}
	t.readBody(g, h, bottom, laneRows{rows})
	t.ended = rows.above
	t.sumEither()
	t.unpad()
	t.nest()
}

type laneRows struct{ *codeRows }

// took makes rows of the two totals that one 合计 row prints side by side.
func (laneRows) took(t *Table, g *grid, total *Row) {
	if total.Key != form.Total {
		t.takeEither(g, total)
		return
	}
	for _, kind := range []string{form.Personnel, form.PublicUse} {
		if f := total.Figure(kind); f != nil && t.byKey[kind+form.Total] == nil {
			r := &Row{Key: kind + form.Total, Name: kind + form.Total, At: total.At, NameAt: total.NameAt, Lane: total.Lane}
			t.byKey[r.Key] = r
			t.Rows = append(t.Rows, r)
			t.addFigure(g, r, t.Form.Column(amountColumn), f.At.Row, f.At.Col)
		}
	}
}

// column: the label of a total may be merged over its own figure column and on to
// the next lane; the figure is then the first one after the label.
func (laneRows) column(g *grid, h *header, r *Row, row, col int) int {
	if form.IsCode(r.Key) {
		return col
	}
	end := g.extent(r.At.Row, r.At.Col).Col1
	holds := func(col int) bool {
		cell := g.at(row, col)
		return col > end && cell != nil && (cell.Kind != document.Blank || cell.Formula != "")
	}
	if holds(col) {
		return col
	}
	for i := r.Lane + 1; i < len(h.lanes) && g.text(row, h.lanes[i].keys[0]) == ""; i++ {
		for _, c := range h.lanes[i].values {
			if holds(c.Col) {
				return c.Col
			}
		}
	}
	return col
}

// matrix reads F09: budget and final figures of items, in whichever direction.
type matrix struct{ form *form.Form }

func (matrix) sides(*header) {}

func (matrix) passes(*lane, []string) bool { return false } // it looks at the paths itself

func (matrix) goesOn() goingOn { return never }

func (matrix) read(t *Table, g *grid, h *header, bottom int) { t.readMatrix(g, h, bottom) }
