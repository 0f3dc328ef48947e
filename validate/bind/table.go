package bind

import (
	"slices"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// candidate is a cell that reads as the title of a form.
type candidate struct {
	title    form.Title
	text     string
	row, col int
	header   *header
	silent   bool // has no table
}

// last is the last row above what the form says.
func (c *candidate) last() int {
	if c.header == nil {
		return c.row
	}
	return c.header.last
}

// readSheet finds and reads the forms on one sheet, top to bottom.
func (b *Book) readSheet(index int) {
	for _, g := range b.abreast(index) {
		b.readGrid(index, g)
	}
}

// readGrid does so on a sheet or a part of it.
func (b *Book) readGrid(index int, g *grid) {
	kept := titles(b, g)
	if len(kept) == 0 {
		b.orphaned(g)
	} else {
		b.trailed(g, kept[0])
	}
	top := 0
	for i, c := range kept {
		if c.header == nil && !c.silent || b.Refusal != nil {
			return
		}
		bottom := g.last
		if i+1 < len(kept) {
			bottom = kept[i+1].row - 1
			for bottom > c.last() && opens(g, bottom) {
				bottom-- // lines above the next title are the next form's
			}
		}
		if c.silent {
			top = bottom + 1
			continue
		}
		end := b.lastRow(g, c.header, bottom)
		if b.goOnUnder(g, c, top, end) {
			b.latestSheet = index
			b.headless(g, kept, i)
		} else if t := readTable(g, c, top, end); b.Refusal == nil {
			if c.title.Continued {
				b.continued = append(b.continued, t)
			} else {
				b.take(t)
			}
			b.latest, b.latestSheet = b.Tables[t.Form.ID], index
			b.headless(g, kept, i)
		}
		top = bottom + 1
	}
}

// titleLines is what a sheet's titles say, before any header is looked for.
type titleLines struct {
	found   []candidate
	set     string // another set of forms, where a mark of one stands
	budget  Place  // of the first title of a budget's form
	planned bool   // there is one
}

// titlesOn reads every cell that may be a title. false when there are too many.
func titlesOn(b *Book, g *grid) (t titleLines, ok bool) {
	t.set = form.SetOf(form.Normalize(g.sheet.Name))
	seen, body, in := 0, false, -1 // rows before which body says whether there are figures; the row that has a title
	for _, at := range g.titled {
		c := g.cell(at)
		if at.row == in || len(c.Stored) > longText {
			continue
		}
		text := form.Normalize(c.Stored)
		if mark := form.SetOf(text); mark != "" {
			for ; seen <= at.row; seen++ {
				body = body || hasNumbers(g.sheet.Rows[seen].Cells)
			}
			if !body { // below figures it is a note
				t.set = mark
			}
		}
		title, is := b.Standard.MatchTitle(text)
		if !t.planned && form.IsBudgetTitle(text) && (!is || !strings.Contains(text, form.Accounts)) {
			t.planned, t.budget = true, g.place(c.Row, c.Col)
		}
		if !is {
			continue
		}
		if len(t.found) == mostTitles {
			b.refuseTitles(g)
			return t, false
		}
		t.found = append(t.found, candidate{title: title, text: text, row: c.Row, col: c.Col})
		in = at.row
	}
	return t, true
}

// titles finds the titles that have a header below them; lines of a contents
// page, and titles that notes mention, have none. A form that goes on below its
// own title is one. Those that are too many to be
// read come without their header.
func titles(b *Book, g *grid) []candidate {
	t, ok := titlesOn(b, g)
	if !ok {
		return nil
	}
	if t.set != "" {
		for _, c := range t.found {
			b.Foreign = append(b.Foreign, Foreign{t.set, g.place(c.row, c.col)})
		}
		return nil
	}
	if t.planned {
		b.Foreign = append(b.Foreign, Foreign{Budget, t.budget}) // one a sheet: a contents page lists them all
	}
	var kept []candidate
	for i, c := range t.found {
		bottom := g.last
		if i+1 < len(t.found) {
			bottom = t.found[i+1].row - 1
		}
		if c.title.Continued && len(kept) > 0 && kept[len(kept)-1].title.Form == c.title.Form {
			continue // the form goes on
		}
		if c.header = findHeader(g, c.title.Form, c.row+1, bottom); c.header == nil {
			listed := i > 0 && c.row-t.found[i-1].row <= closeTitles
			if c.silent = !listed && b.hearSilent(g, c, bottom); c.silent {
				kept = append(kept, c)
			} else {
				b.doubt(g, c, bottom, noHeader)
			}
			continue
		}
		if b.found++; b.found > mostTables {
			c.header = nil
			b.Unread++
		}
		kept = append(kept, c)
	}
	if len(kept) == 0 && (t.planned || !b.goOn(g)) {
		return titleOfSheet(b, g)
	}
	return kept
}

// titleOfSheet takes the name of a sheet for a title, where no cell has one; 表 may be
// left out of it.
func titleOfSheet(b *Book, g *grid) []candidate {
	name := form.Normalize(g.sheet.Name)
	title, ok := b.Standard.MatchTitle(name)
	if !ok && !strings.HasSuffix(name, "表") {
		title, ok = b.Standard.MatchTitle(name + "表")
	}
	if !ok {
		return nil
	}
	title.Before = "" // the number of the sheet
	h := findHeader(g, title.Form, 0, g.last)
	if h == nil {
		return nil
	}
	return []candidate{{title: title, text: name, header: h}}
}

// hasNumbers says whether a row holds more than one number, as a title's lines
// do not.
func hasNumbers(cells []document.Cell) bool {
	n := 0
	for i := range cells {
		if cells[i].Kind == document.Number {
			n++
		}
	}
	return n > 1
}

// readTable reads the form whose title is c, with the lines above the title
// from row top on.
func readTable(g *grid, c candidate, top, bottom int) *Table { return readPart(g, c, top, bottom, nil) }

func newTable(g *grid, c candidate) *Table {
	return &Table{Form: c.title.Form, Book: g.book.Index, Sheet: g.index, Title: g.place(c.row, c.col), Printed: c.text, weak: c.title.Weak,
		paged: g.sheet.Paged(), Doubt: g.sheet.Doubt, part: map[int]int{}, overs: map[int]int{}, byKey: map[string]*Row{}, below: map[string][]*Row{}}
}

// readPart reads the part of a form that goes on with the one before; nil for the first.
func readPart(g *grid, c candidate, top, bottom int, prior *Table) *Table {
	t := newTable(g, c)
	h := c.header
	rows := g.showing(h.last+1, bottom)
	if rows > mostRows {
		g.book.refuseRows(g, t.Form)
		return t
	}
	t.byKey = make(map[string]*Row, rows)
	t.Rows = make([]*Row, 0, rows)
	t.left = rows * len(h.lanes)
	t.readIdentity(g, max(top, c.row-mostAbove), h.last)
	t.readTitle(c.title.Before, t.Title)
	t.prior = prior
	h.by.read(t, g, h, bottom)
	t.prior = nil
	t.readStatements(g, c.row, h.first-1) // under the title, or in its cell
	t.readStatements(g, h.last+1, bottom)
	t.setArea(g, c.row, bottom)
	t.doubtRead(g, c.row+1, bottom)
	for _, at := range g.coveredIn(h.last+1, bottom) {
		row, col := at.Row0, at.Col0
		if t.holdsFigures(col) {
			keep(&t.Covered, &t.More.Covered, func() Unbound {
				return Unbound{At: g.place(row, col), Shown: form.Clip(figureText(g.sheet.At(row, col)))}
			})
		}
	}
	return t
}

// holdsFigures says whether a column of the sheet is bound to one of the form.
func (t *Table) holdsFigures(col int) bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Col == col })
}

// setArea spans what the form covers, its notes included.
func (t *Table) setArea(g *grid, top, bottom int) {
	a := document.Range{Row0: top, Col0: widest, Row1: top}
	for r := top; r <= bottom; r++ {
		cells := g.cells(r)
		for i := range cells {
			c := &cells[i]
			if c.Kind == document.Blank && c.Formula == "" {
				continue
			}
			a.Row1, a.Col1 = r, max(a.Col1, c.Col)
			a.Col0 = min(a.Col0, c.Col)
		}
	}
	first, _ := slices.BinarySearchFunc(g.merges, document.Range{Row0: top}, byCorner)
	for _, m := range g.merges[first:] {
		if m.Row0 > a.Row1 {
			break
		}
		if m.Col0 >= a.Col0 && m.Col0 <= a.Col1 {
			a.Row1, a.Col1 = max(a.Row1, min(m.Row1, bottom)), max(a.Col1, m.Col1)
		}
	}
	t.Area = a
}

// nest ties each coded row to its nearest parent on the form, and the rest to
// the total row.
func (t *Table) nest() {
	if !t.Form.Coded() {
		return
	}
	total := t.byKey[form.Total]
	class, section := above{t: t}, above{t: t} // a malformed code is nobody's parent
	for _, r := range t.Rows {
		if !form.IsCode(r.Key) {
			continue
		}
		r.Parent = total
		if p := section.of(r, 5); p != nil {
			r.Parent = p
		} else if p := class.of(r, 3); p != nil {
			r.Parent = p
		}
		if r.Parent != nil {
			r.Parent.Kids = append(r.Parent.Kids, r)
		}
		t.levels[min(len(r.Key), len(t.levels)-1)] = true
	}
	for _, r := range t.Rows {
		for n := 3; n < min(len(r.Key), 7) && form.IsCode(r.Key); n += 2 {
			code := r.Key[:n]
			if r.Parent != nil && strings.HasPrefix(r.Parent.Key, code) {
				continue
			}
			if t.byKey[code] == nil {
				t.below[code] = append(t.below[code], r)
			}
		}
	}
}

// above finds the rows above others: mostly that of the row before, as codes stand in order.
type above struct {
	t    *Table
	code string
	row  *Row
}

// of is the row of the code of n digits that a row's code is below; nil where the form has none.
func (a *above) of(r *Row, n int) *Row {
	if n >= len(r.Key) {
		return nil
	}
	if code := r.Key[:n]; a.code != code {
		a.code, a.row = code, a.t.byKey[code]
	}
	return a.row
}

// Below lists the uppermost codes below one that the form does not print: some
// forms print only items.
func (t *Table) Below(code string) []*Row { return t.below[code] }

// PrintsLevel says whether the form prints any code of so many digits.
func (t *Table) PrintsLevel(digits int) bool { return digits < len(t.levels) && t.levels[digits] }
