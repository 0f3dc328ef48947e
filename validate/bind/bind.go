// Package bind finds the nine forms in a workbook and ties every figure to its
// form, row and column, keeping its address. It goes by titles, header paths,
// codes and labels; never by sheet order, sheet names or fixed addresses. What
// could not be bound is kept and said, never dropped.
package bind

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/formula"
	"suanqing/validate/report"
)

// Book is a workbook with its forms bound.
type Book struct {
	Standard *form.Standard // that it was read by
	Index    int            // among the books of its case
	Document *document.Document
	Tables   map[form.ID]*Table
	Repeated []*Table // a form that stands a second time, its title only; not judged
	Unseen   []*Table // likewise, on a hidden sheet, where the form stands on one in sight
	// Doubted are forms that are there, and of which it is not certain what they say: none of
	// them is judged, nor taken to be missing.
	Doubted    map[form.ID]*Table
	Foreign    []Foreign
	Unit       amount.Unit // what figures are converted to: what most forms are in, or those of the book that is judged
	Department string
	Year       int
	Formulas   *formula.Evaluator
	Figures    int               // of all tables, blank ones included
	Unread     int               // forms beyond the first ones that were not read
	Refusal    *document.Refusal // why the book is not judged; nil when it is
	Previous   *Previous         // the year before; nil where it is not known

	latest      *Table // the last one found, on that sheet
	latestSheet int
	followed    int          // the last sheet of pages behind it that has no form
	doubtful    []*Table     // that pages do not tell enough of
	silent      []*Table     // that have a title and a statement, and no table
	continued   []*Table     // whose titles say 续, on a sheet where their form does not begin
	stated      amount.Unit  // what most forms are in; Unit but for a book beside another
	found       int          // titles with a header
	steps       int          // spent on merges
	texts       once[string] // normalized
	statements  once[bool]   // whether they say that a form is empty
	glances     once[form.Glance]
}

// Foreign is a title of another set of forms.
type Foreign struct {
	Set string // 财决, 预算 or 其他
	At  Place
}

// Budget is the set of forms published in spring.
const Budget = "预算"

// budgetSheets is how many sheets with budget titles make the book a budget.
const budgetSheets = 2

// Place is where a cell stands.
type Place = document.Place

// Table is one form as it stands in the document.
type Table struct {
	Form        *form.Form
	Book        int // among those of the case
	Sheet       int // of its own book
	Title       Place
	Printed     string         // the title as printed, blanks removed
	Area        document.Range // from the title to the last line
	Unit        amount.Unit    // as stated; the zero Unit when not
	UnitAt      Place
	Department  string
	DeptAt      Place
	Year        int
	YearAt      Place
	Columns     []Column // bound, in the order of their declaration
	Rows        []*Row   // in reading order
	Again       []*Row   // those before that a page repeats with other figures; in no sum
	Unseen      []*Row   // hidden ones that print the key of one in sight; in no sum, and not settled
	Statements  []Place  // 本表无数据 and the like
	Unbound     []Unbound
	Covered     []Unbound // figures under a merged cell, which do not show
	Noted       []Unbound // known columns and rows that are not judged
	More        More
	likeRest    bool   // codes are taken to be filled up as on the other forms
	weak        bool   // stands under a title that some publish for another form
	Doubt       string // why it is not certain what the form says; "" where it is
	LeavesBlank bool   // some cell of the figure area is blank, so a printed zero means something
	byKey       map[string]*Row
	below       map[string][]*Row
	Padded      bool      // codes are filled up with zeros: 2010000 for 201
	levels      [8]bool   // by digits: codes of that length stand on the form
	spare       []Figure  // made ahead, many at a time
	placeSpare  []*Figure // likewise, for Row.Figures
	rowSpare    []Row     // likewise
	left        int       // rows that are still to come, at most
	entry       entry     // that is read

	owners int // rows of units, which are none of the form
	paged  bool
	part   map[int]int   // by lane, the last row that is part of another
	overs  map[int]int   // by lane, the last row that is but what is left of a name
	prior  *Table        // the part before, while this one is read
	breaks ending        // above the row that is read
	ended  []codeContext // by lane, below the last row
}

// More counts what a form has beyond the first ones that are kept.
type More struct {
	Unbound, Covered, Noted int
	Statements              int // only those that call the form itself empty
}

// ending is what stands between a row and the one before.
type ending uint8

const (
	nothing ending = iota
	blankRow
	pageEnd // headers once more
)

// Column is a declared column found on the sheet. A form of several lanes has
// it once per lane.
type Column struct {
	Decl *form.Column
	Col  int
	lane int
}

// Row is one row of figures.
type Row struct {
	Key       string // code, declared row key, or 合计
	Name      string // the name or label as printed, blanks and code removed
	Code      string // its code as the standard writes it, as printed when malformed
	Filled    string // that code as printed, where zeros fill it up: 2010000 for 201
	Alone     bool   // Filled, where the form prints others of its level plainly
	Beside    string // another code that is printed with the name
	At        Place  // where the code or label stands
	NameAt    Place
	Lane      int
	Figures   []*Figure // one per declared column found, blank ones included
	Planned   *Figure   // what stands under 年初预算数, where a form of codes has such a column beside; in no identity
	Parent    *Row      // nearest row above in the classification that is on the form
	Kids      []*Row
	Repeats   *Row // the first row of the same key, when this one repeats it
	Malformed bool
}

// State is what a cell of the figure area holds.
type State uint8

const (
	Blank      State = iota // nothing: an exact nothing
	Nothing                 // a mark for none: —, -, /
	Money                   // a figure
	Words                   // text that is no figure
	Fault                   // an error value such as #REF!
	Uncomputed              // a formula without a cached value
	Unread                  // a page does not tell what stands there
)

// Figure is one cell of the figure area. Amounts are in the book's unit.
type Figure struct {
	At     Place
	Cell   *document.Cell // nil for a cell the file does not write
	Table  *Table
	Row    *Row
	Column *form.Column

	Value amount.Amount // as shown
	Half  amount.Amount // half a unit of the last printed place; 0 when exact

	// What is stored, where that is finer than what is shown.
	Stored     amount.Amount
	StoredHalf amount.Amount

	raw   amount.Amount
	shown string // "" for a plain number, which Shown asks its cell for
	said  *said  // nil where the cell prints no unit

	// Small things stand together: a book has many figures.
	Places int32 // decimals that count
	Index  int32 // among all figures of its book, once it is settled
	State  State
	Style  amount.Form // how the digits are written
	Counts bool        // an operand for the rounding bound: printed, and not a zero that means blank
	// LeavesOut: it does not count, and may stand for something less than Half all the same.
	LeavesOut bool
	Text      bool // a figure stored as text
	Hidden    bool // in a hidden row, column or sheet
	Odd       bool // a number whose format shows a date, a percentage or the like, or no digit
	Finer     bool // what is stored is finer than what is shown
	// OtherUnit: the unit that the cell itself Says is not that of the form, which holds.
	OtherUnit bool
	// Uncached: a formula that came without its value; Value was computed here.
	Uncached bool
	fixed    bool // the number format sets the places
}

// said is the unit that a cell prints behind its figure. Where it is the format that
// does, and scales the number as well, scale is the power of ten between the number
// stored, with its places, and the one shown; else 0.
type said struct {
	unit   amount.Unit
	scale  int
	stored amount.Amount
	places int32
}

// Says is the unit that the cell itself prints behind the figure; the zero Unit for
// none.
func (f *Figure) Says() amount.Unit {
	if f.said == nil {
		return amount.Unit{}
	}
	return f.said.unit
}

// Unbound is a cell with a figure that belongs to no known row or column.
type Unbound struct {
	At     Place
	Shown  string
	Reason string
	Value  amount.Amount // in the book's unit, once the book is settled; zero where that cannot be read
}

// Row finds a row by its key; nil when the form does not print it.
func (t *Table) Row(key string) *Row { return t.byKey[key] }

// Has says whether the form prints the column.
func (t *Table) Has(column string) bool {
	for i := range t.Columns {
		if t.Columns[i].Decl.ID == column {
			return true
		}
	}
	return false
}

// Figure finds the row's figure in a column; nil when the row has no such cell.
func (r *Row) Figure(column string) *Figure {
	for _, f := range r.Figures {
		if f.Column.ID == column {
			return f
		}
	}
	return nil
}

// HasFigures says whether any figure but zero stands on the form.
func (t *Table) HasFigures() bool {
	for _, r := range t.Rows {
		for _, f := range r.Figures {
			if f.State >= Words || f.State == Money && !f.raw.IsZero() {
				return true
			}
		}
	}
	return false
}

// Filled says whether the form holds any figure, bound or not.
func (t *Table) Filled() bool { return t.HasFigures() || t.Doubtful() }

// Doubtful says whether figures on the form belong to no known row or column.
func (t *Table) Doubtful() bool { return len(t.Unbound) > 0 }

// Count counts the cells that hold a figure.
func (t *Table) Count() int {
	n := 0
	for _, r := range t.Rows {
		for _, f := range r.Figures {
			if f.State == Money {
				n++
			}
		}
	}
	return n
}

// Find binds the workbook's forms by the public standard. It hears the sheet it is at.
func Find(wb *document.Document, hear func(done, total int)) *Book {
	return FindBy(form.Public(), wb, hear)
}

// FindBy binds the workbook's forms by a standard.
func FindBy(standard *form.Standard, wb *document.Document, hear func(done, total int)) *Book {
	return find(standard, wb, nil, hear)
}

// find binds a workbook's forms, for a case with the given books before it.
func find(standard *form.Standard, wb *document.Document, before []*Book, hear func(done, total int)) *Book {
	b := &Book{Standard: standard, Document: wb, Index: len(before), Tables: map[form.ID]*Table{}, Formulas: formula.New(wb)}
	for i := range wb.Sheets {
		if hear != nil {
			hear(i, len(wb.Sheets))
		}
		if wb.Sheets[i].File != "" || isResult(wb.Sheets[i]) {
			continue
		}
		if b.readSheet(i); b.Refusal != nil {
			return b
		}
	}
	b.joinLater()
	b.takeSilent()
	b.leaveBudget()
	b.setAside()
	b.unpadRest()
	b.identify()
	b.stated = b.Unit
	if b.Index > 0 && before[0].Unit.Known() {
		b.Unit = before[0].Unit
	}
	b.settle()
	return b
}

// take gives a table its place among those to judge, or beside them. Of two
// that hold figures the one with the form's own title is judged, wherever it
// stands; the other is none of the nine.
func (b *Book) take(t *Table) {
	first := b.Tables[t.Form.ID]
	switch {
	case first == nil:
		b.Tables[t.Form.ID] = t
		return
	case b.SheetAt(first.Title).Hidden != b.SheetAt(t.Title).Hidden:
		if b.SheetAt(first.Title).Hidden {
			b.Tables[t.Form.ID], t = t, first
		}
		b.Unseen = append(b.Unseen, onlyTitle(t))
		return
	case b.join(t, false):
		return
	}
	full, own := t.HasFigures() == first.HasFigures(), t.weak == first.weak
	if !full && t.HasFigures() || full && !own && !t.weak {
		b.Tables[t.Form.ID], t = t, first
	}
	if full && !own {
		b.Foreign = append(b.Foreign, Foreign{Other, t.Title})
		return
	}
	b.repeat(t)
}

// repeat notes a table that is not judged.
func (b *Book) repeat(t *Table) { b.Repeated = append(b.Repeated, onlyTitle(t)) }

func onlyTitle(t *Table) *Table {
	return &Table{Form: t.Form, Sheet: t.Sheet, Title: t.Title, Printed: t.Printed}
}

// isResult says whether a sheet is what an earlier check said of the book: it
// names forms and figures and is none.
func isResult(s *document.Sheet) bool {
	first := s.At(0, 0)
	return first != nil && first.Stored == report.ResultSheet
}

// leaveBudget gives up what was found in a budget: some of its forms have titles
// that final accounts bear too, and half a check would look like a whole one.
func (b *Book) leaveBudget() {
	sheets := 0
	for _, f := range b.Foreign {
		if f.Set == Budget {
			sheets++
		}
	}
	final := false
	b.Each(func(t *Table) { final = final || strings.Contains(t.Printed, form.Accounts) })
	if sheets >= budgetSheets && !final {
		b.Tables, b.Repeated = map[form.ID]*Table{}, nil
		b.Foreign = slices.DeleteFunc(b.Foreign, func(f Foreign) bool { return f.Set == Other })
	}
}

// SheetAt is the sheet that a place is on.
func (b *Book) SheetAt(at Place) *document.Sheet { return b.Document.Sheets[at.Sheet] }

// Each calls fn for every table in the order of the forms.
func (b *Book) Each(fn func(*Table)) {
	for _, f := range b.Standard.Forms {
		if t := b.Tables[f.ID]; t != nil {
			fn(t)
		}
	}
}
