package rules

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// change says what an edit did: a cell's text before and after, or in words.
type change struct {
	Sheet, Cell   string
	Label         string // the cell's row and column in words; "" where it has none
	Before, After string
	Words         string      // how it went wrong; on its own when there is no Cell
	Text          []rewording // of the text beside the workbook; nil where the workbook itself was changed
}

// namedBy says whether a finding is about what was changed: a figure's own cell,
// the sheet of anything else.
func (c change) namedBy(f report.Finding) bool {
	if c.Cell == "" {
		return true
	}
	for _, x := range f.Cells {
		if x.Sheet == c.Sheet && (x.Cell == c.Cell || c.Label == "") {
			return true
		}
	}
	return false
}

// edit makes one thing wrong in a book's workbook and says what.
type edit func(b *bind.Book) change

// plain is how figures are stored and shown in what we write ourselves.
var plain = document.NewFormat("#,##0.00", false)

// set writes a cell, keeping its format; a Blank without a formula clears it.
func set(b *document.Document, at bind.Place, c document.Cell) {
	s := b.Sheets[at.Sheet]
	i, found := slices.BinarySearchFunc(s.Rows, at.Row, func(r document.Row, row int) int { return r.Index - row })
	if !found {
		s.Rows = slices.Insert(s.Rows, i, document.Row{Index: at.Row})
	}
	r := &s.Rows[i]
	c.Row, c.Col = at.Row, at.Col
	k, found := slices.BinarySearchFunc(r.Cells, at.Col, func(c document.Cell, col int) int { return c.Col - col })
	if c.Format == nil {
		if c.Format = plain; found {
			c.Format = r.Cells[k].Format
		}
	}
	if found {
		r.Cells = slices.Delete(r.Cells, k, k+1)
	}
	if c.Kind != document.Blank || c.Formula != "" {
		r.Cells = slices.Insert(r.Cells, k, c)
	}
}

// overwrite is set, told.
func overwrite(b *bind.Book, at bind.Place, c document.Cell, words string) change {
	done := change{Sheet: b.SheetAt(at).Name, Cell: document.Address(at.Row, at.Col), Before: shown(b, at), Words: words}
	if f := figureAt(b, at); f != nil {
		done.Label = rule.CellOf(b, f).Label
	}
	set(b.Document, at, c)
	done.After = shown(b, at)
	if c.Formula != "" {
		done.After = "=" + c.Formula
	}
	return done
}

func shown(b *bind.Book, at bind.Place) string {
	if c := b.SheetAt(at).At(at.Row, at.Col); c != nil {
		return strings.TrimSpace(c.Shown())
	}
	return ""
}

// mistyped puts a number where another stood.
func mistyped(at bind.Place, digits, words string) edit {
	return func(b *bind.Book) change {
		return overwrite(b, at, document.Cell{Kind: document.Number, Stored: digits}, words)
	}
}

func figureAt(b *bind.Book, at bind.Place) (found *bind.Figure) {
	b.Each(func(t *bind.Table) {
		for _, r := range t.Rows {
			for _, f := range r.Figures {
				if f.At == at {
					found = f
				}
			}
		}
	})
	return found
}

// item is the first item 项 of the expenditure form that has a sibling after it,
// and that sibling.
func item(b *bind.Book) (first, next *bind.Row) {
	rows := b.Tables["F03"].Rows
	for i := range rows[1:] {
		if len(rows[i].Key) == 7 && len(rows[i+1].Key) == 7 && rows[i].Parent == rows[i+1].Parent {
			return rows[i], rows[i+1]
		}
	}
	panic("the expenditure form wants two items side by side")
}

// entered is the first figure of a row that is not zero, the row's total aside.
func entered(r *bind.Row) *bind.Figure {
	for _, f := range r.Figures[1:] {
		if !f.Value.IsZero() {
			return f
		}
	}
	panic("a row of zeros")
}

// ofFigure edits the first figure of the first item.
func ofFigure(cell func(f *bind.Figure) document.Cell, words string) edit {
	return func(b *bind.Book) change {
		first, _ := item(b)
		f := entered(first)
		return overwrite(b, f.At, cell(f), words)
	}
}

func text(s string) document.Cell { return document.Cell{Kind: document.Text, Stored: s} }

// ofText edits a text, such as a code or a unit, found in the book.
func ofText(where func(b *bind.Book) (at bind.Place, after string), words string) edit {
	return func(b *bind.Book) change {
		at, after := where(b)
		c := text(after)
		if after == "" {
			c.Kind = document.Blank
		}
		return overwrite(b, at, c, words)
	}
}

// done is an edit that is told in words only.
func done(words string, do func(b *bind.Book, wb *document.Document)) edit {
	return func(b *bind.Book) change {
		do(b, b.Document)
		return change{Words: words}
	}
}

var fullWidth = strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", ".", "．")

func number(digits string) document.Cell { return document.Cell{Kind: document.Number, Stored: digits} }

// staleSum makes the row above the first item a sum whose kept value is an old one.
func staleSum(b *bind.Book) change {
	first, _ := item(b)
	sum := entered(first.Parent)
	column := sum.Column.ID
	kids := first.Parent.Kids
	from, to := kids[0].Figure(column).At, kids[len(kids)-1].Figure(column).At
	formula := "SUM(" + document.Address(from.Row, from.Col) + ":" + document.Address(to.Row, to.Col) + ")"
	old := sum.Value.Sub(amount.New(100, 0))
	return overwrite(b, sum.At, document.Cell{Kind: document.Number, Stored: old.String(), Cached: true, Formula: formula},
		"保存的值还是 "+amount.Group(old))
}
