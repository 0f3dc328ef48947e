package bind

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/document"
	"suanqing/validate/form"
)

// Of a page it is its looks that say what is a cell. A form that came out of one in parts
// would be judged by those: it is set aside as a whole, with why.

// Why a form is set aside.
const (
	noHeader  = "表头没有认出"
	noUnit    = "表上的金额单位没有认出"
	otherPart = "后面的页上还有没认出的部分"
	headPart  = "前面的页上还有没认出的部分"
	again     = "同一张表认出了不止一次"
	badCode   = "有的科目编码没有认清"
	noRows    = "没有认出一行"
	tornRow   = "有一行跨了两页，分不清哪些数是它的"
)

// Paged says whether the form stands on pages.
func (t *Table) Paged() bool { return t.paged }

// HasUnread says whether pages do not tell some figure of the form.
func (t *Table) HasUnread() bool {
	return t.paged && slices.ContainsFunc(t.Rows, func(r *Row) bool {
		return slices.ContainsFunc(r.Figures, func(f *Figure) bool { return f.State == Unread })
	})
}

// doubtRead puts a form on pages in doubt whose rows from top to bottom say more than was
// read of them.
func (t *Table) doubtRead(g *grid, top, bottom int) {
	switch {
	case !t.paged || t.Doubt != "":
	case g.hasLine(top, bottom):
		t.Doubt = otherPart
	case g.hasPaid(top, bottom) && !t.HasFigures():
		t.Doubt = noHeader
	}
}

// doubt notes a form that is on pages and cannot be made out.
func (b *Book) doubt(g *grid, c candidate, bottom int, why string) {
	if !g.sheet.Paged() || g.sheet.Doubt == "" && !g.hasFigures(c.row+1, bottom) {
		return
	}
	if g.sheet.Doubt != "" {
		why = g.sheet.Doubt
	}
	t := newTable(g, c)
	t.setArea(g, c.row, bottom)
	t.Doubt = why
	b.doubtful = append(b.doubtful, t)
	b.latest, b.latestSheet = t, g.index
}

const ownLines = 6 // of a sheet, among which its title is

// orphaned puts the form before in doubt where a sheet of pages has figures, no title, and
// is not known to go on with it: it may.
func (b *Book) orphaned(g *grid) {
	t := b.latest
	if t == nil || !g.sheet.Paged() || max(b.latestSheet, b.followed) != g.index-1 {
		return
	}
	for row := range ownLines {
		for i := range g.cells(row) {
			if c := &g.cells(row)[i]; c.Kind == document.Text && strings.Contains(c.Stored, "表") && !strings.HasPrefix(form.Normalize(c.Stored), "公开") && len(c.Stored) < 200 {
				return
			}
		}
	}
	if b.followed = g.index; g.hasFigures(0, g.last) || g.hasPaid(0, g.last) {
		t.Doubt = otherPart
	}
}

// trailed puts the form before in doubt where above the first title of a sheet of pages
// there are rows with figures: they may be its last ones.
func (b *Book) trailed(g *grid, first candidate) {
	if t := b.latest; t != nil && t.paged && t.Sheet != g.index && max(b.latestSheet, b.followed) == g.index-1 && g.hasPaid(0, first.row-1) {
		t.Doubt = otherPart
	}
}

// headless puts a form in doubt above whose first title on a sheet of pages there are
// figures of no form: they may be what a page before shows of it.
func (b *Book) headless(g *grid, titles []candidate, at int) {
	t := b.Tables[titles[at].title.Form.ID]
	if at == 0 && t != nil && t.paged && g.hasFigures(0, titles[at].row-1) {
		t.Doubt = headPart
	}
}

// hasFigures says whether rows hold more figures than a title's lines do.
func (g *grid) hasFigures(top, bottom int) bool {
	n := 0
	for row := top; row <= bottom; row++ {
		for i := range g.cells(row) {
			if c := &g.cells(row)[i]; c.Kind == document.Number || figureText(c) != "" {
				n++
			}
		}
	}
	return n > 3
}

const betweenWords = "  " // of a line that stands in one cell, where it shows wide gaps

// hasPaid says whether some row has a figure with decimals beside something else, in cells
// or as words of one line.
func (g *grid) hasPaid(top, bottom int) bool {
	for row := top; row <= bottom; row++ {
		words, paid := 0, false
		for i := range g.cells(row) {
			n, p := wordsOf(&g.cells(row)[i])
			words, paid = words+n, paid || p
		}
		if paid && words > 1 {
			return true
		}
	}
	return false
}

// hasLine says whether a row is a line in one cell, with a figure with decimals beside
// other words: it is in no columns.
func (g *grid) hasLine(top, bottom int) bool {
	for row := top; row <= bottom; row++ {
		if cells := g.cells(row); len(cells) == 1 {
			if words, paid := wordsOf(&cells[0]); paid && words > 1 {
				return true
			}
		}
	}
	return false
}

// wordsOf counts the words of a cell that stand apart, and says whether one is a figure with
// decimals.
func wordsOf(c *document.Cell) (n int, paid bool) {
	if c.Kind == document.Blank {
		return 0, false
	}
	for word := range strings.SplitSeq(shownText(c), betweenWords) {
		p, ok := amount.Parse(word)
		n, paid = n+1, paid || ok && p.Places > 0
	}
	return n, paid
}

// setAside takes the forms that are in doubt from those that are judged.
func (b *Book) setAside() {
	b.Doubted = map[form.ID]*Table{}
	units := b.mentionsUnits()
	for id, t := range b.Tables {
		if !t.paged && t.Doubt == "" {
			continue
		}
		switch {
		case t.Doubt != "":
		case !t.Unit.Known() && units && t.HasFigures():
			t.Doubt = noUnit
		case len(t.Rows) == 0 && len(t.Statements) == 0:
			t.Doubt = noRows
		case slices.ContainsFunc(t.Rows, func(r *Row) bool { return r.Malformed }):
			t.Doubt = badCode
		case t.repeats() > mostRepeats:
			t.Doubt = badCode
		case slices.ContainsFunc(t.Rows, (*Row).isTorn):
			t.Doubt = tornRow
		default:
			for _, again1 := range b.Repeated {
				if again1.Form == t.Form {
					t.Doubt = again
				}
			}
			for _, part := range b.doubtful {
				if n := part.Sheet - t.Sheet; part.Form == t.Form && (n == 0 || n == 1) { // on two pages
					t.Doubt = part.Doubt
				}
			}
		}
		if t.Doubt != "" {
			delete(b.Tables, id)
			b.Doubted[id] = t
		}
	}
	for _, t := range b.doubtful {
		if b.Tables[t.Form.ID] == nil && b.Doubted[t.Form.ID] == nil {
			b.Doubted[t.Form.ID] = t
		}
	}
	kept := b.Repeated[:0]
	for _, t := range b.Repeated {
		if b.Doubted[t.Form.ID] == nil {
			kept = append(kept, t)
		}
	}
	b.Repeated = kept
}

// isTorn says whether a code comes again, and one of the two rows has no figure: a page ends
// within the row.
func (r *Row) isTorn() bool {
	return r.Repeats != nil && form.IsCode(r.Key) && r.isBlank() != r.Repeats.isBlank()
}

func (r *Row) isBlank() bool {
	return !slices.ContainsFunc(r.Figures, func(f *Figure) bool { return f.State != Blank })
}

const mostRepeats = 2 // codes that a form prints twice by a slip

// repeats counts the codes that the form prints again.
func (t *Table) repeats() (n int) {
	for _, r := range t.Rows {
		if r.Repeats != nil && form.IsCode(r.Key) {
			n++
		}
	}
	return n
}

// mentionsUnits says whether any page names a unit of money as a form does.
func (b *Book) mentionsUnits() bool {
	for _, s := range b.Document.Sheets {
		if !s.Paged() {
			continue
		}
		for i := range s.Rows {
			for k := range s.Rows[i].Cells {
				c := &s.Rows[i].Cells[k]
				if c.Kind == document.Text && strings.Contains(c.Stored, "单位") && strings.Contains(c.Stored, "元") {
					return true
				}
			}
		}
	}
	return false
}
