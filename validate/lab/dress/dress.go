// Package dress holds right figures in other clothes: the ways in which clerks, the
// systems they export from and the provinces they work in write the same nine forms.
// A dress never changes what a book says, only how it says it, so that whoever reads
// the dressed book must find what they find in the plain one.
//
// The dresses were listed from such forms and not from the code that reads them.
// Only tests use the package.
package dress

import (
	"fmt"
	"slices"
	"sync"

	"suanqing/validate/lab/fixture"
)

// Kind is what a dress changes. A reader may remark once on each kind.
type Kind string

const (
	Quote     Kind = "a mark in front that keeps a figure text"
	Unit      Kind = "the unit behind a figure"
	Clash     Kind = "a unit behind a figure that is not the form's"
	Currency  Kind = "a currency in front of a figure"
	Negative  Kind = "a negative written by hand"
	FullWidth Kind = "full-width figures"
	Separator Kind = "separators and blanks in a figure"
	ZeroMark  Kind = "a mark or word for nothing"
	Format    Kind = "a number format with more than digits in it"
	Formula   Kind = "a formula without its value"
	FarOff    Kind = "far-off blanks"
	Padded    Kind = "codes padded with zeros"
	BothCode  Kind = "the code once more in front of the name"
	NameCode  Kind = "the code in the name's cell only"
	RawCode   Kind = "codes as they were typed"
	SplitCode Kind = "类 款 项 in three columns"
	Swapped   Kind = "name and code in each other's column"
	ClassCode Kind = "codes on the forms that are keyed by name"
	Blocks    Kind = "a form in two blocks side by side"
	Pages     Kind = "a form over several pages"
	Again     Kind = "a part that begins with the last row again"
	Title     Kind = "numbers in front of a title"
	Eight     Kind = "a set without the form of state capital"
	Header    Kind = "headers of F06"
	OtherYear Kind = "names of other years"
	OtherCode Kind = "a name that belongs to another code"
	Places    Kind = "figures in other units and places"
	Lines     Kind = "lines of F01 and F04 of other years"
	Columns   Kind = "more columns than the national form has"
	Rows      Kind = "rows that are no codes, and codes without all their rows"
	Beside    Kind = "other forms and old drafts beside the nine"
	Arranged  Kind = "forms side by side, hidden or without a table"
	Expenses  Kind = "F09 as provinces lay it out"
	Economic  Kind = "F06 as provinces lay it out"
)

// Allow is what a reader may say of a dress beside what it says of the plain book.
type Allow struct{ Warnings, Notices int }

var (
	Nothing  = Allow{}
	ANotice  = Allow{Notices: 1}
	AWarning = Allow{Warnings: 1, Notices: 1} // a warning for the kind, and that figures or codes are text
)

// Dress is one way to write right figures.
type Dress struct {
	Name  string // unique
	Kind  Kind
	Allow Allow
	Says  []string // words that one of those findings must have; nil when it may as well be silent

	Options fixture.Options // what the generated book must have; its size is ours
	Exact   bool            // the book is in 元, where every sum is exact, not in 万元
	Print   Print           // how both books print the figures, which are in 元 then; nil for 万元 with two decimals
	Plain   fixture.Layout  // of the plain book and the dressed
	Layout  *fixture.Layout // of the dressed book, where it is another
	Without string          // a form that the dressed set does not have
	Wear    func(*Workbook)
	Form    string         // where the dress shows and an error is planted; "" for F03
	Also    []fixture.Slot // sums that it prints and the plain book does not, and figures that it prints in parts
	Partly  bool           // it leaves figures out that others stand on: not all need be read and judged, so long as that is said
}

// Print gives a book, in 元, as it is printed.
type Print func(*fixture.Book) *fixture.Book

// families lists the dresses by what they are about; each is declared in a file of its own.
var families = [][]Dress{figures, formats, formulas, farOff, codes, blocks, pages, titles, sets, headers, names,
	places, lines, columns, rows, besides, arranged, expenses, economic}

// All lists the dresses.
func All() []Dress { return slices.Concat(families...) }

// Drawn says that forms of the dress are drawn anew, as a province or a year has them.
func (d Dress) Drawn() bool {
	return slices.Contains([]Kind{Places, Lines, Columns, Rows, Beside, Arranged, Expenses, Economic}, d.Kind)
}

// size of the generated books: as small as can be with every kind of money.
func (d Dress) size() fixture.Options {
	o := d.Options
	if o.Classes == 0 {
		o.Classes, o.Sections, o.Items = 2, 2, 2
	}
	return o
}

// Book is a small book that suits the dress, right in every figure.
func (d Dress) Book() *fixture.Book {
	if d.Print != nil {
		return remembered("book of "+d.Name, func() *fixture.Book { return d.Print(fixture.Generate(3, d.size())) })
	}
	return remembered(fmt.Sprint("book", d.Options, d.Exact), func() *fixture.Book {
		b := fixture.Generate(3, d.size())
		if !d.Exact {
			b = b.InUnit("万元")
		}
		return b
	})
}

// Undressed is a book's workbook without the dress.
func (d Dress) Undressed(b *fixture.Book) *Workbook { return open(b, d.Plain) }

// On is a book's workbook in the dress.
func (d Dress) On(b *fixture.Book) *Workbook {
	if d.Without != "" {
		b = without(b, d.Without)
	}
	l := d.Plain
	if d.Layout != nil {
		l = *d.Layout
	}
	w := open(b, l)
	if d.Wear != nil {
		d.Wear(w)
	}
	return w
}

// without is a book that lacks a form.
func without(b *fixture.Book, form string) *fixture.Book {
	return remembered(fmt.Sprintf("without %p %s", b, form), func() *fixture.Book {
		b := b.Clone()
		delete(b.Forms, form)
		return b
	})
}

// open draws a book and opens it; each is drawn once.
func open(b *fixture.Book, l fixture.Layout) *Workbook {
	key := fmt.Sprintf("%p %+v", b, l)
	w := remembered(key, func() *Workbook { return Open(fixture.MustRender(b, l)) }).clone()
	w.Book = b
	return w
}

var memory sync.Map // what was drawn, by how

// remembered gives what a function makes of a key; it is called once for each.
func remembered[T any](key string, draw func() T) T {
	once, _ := memory.LoadOrStore(key, sync.OnceValue(draw))
	return once.(func() T)()
}
