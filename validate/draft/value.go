package draft

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
	"suanqing/validate/rule"
)

// writer writes one draft.
type writer struct {
	book, last *bind.Book
	out        amount.Unit // of the draft; the zero Unit where the forms state none
	rejected   string      // why last was not taken
}

// place is where in the forms a sentence is written for.
type place struct {
	row        *bind.Row // 本行
	table      *bind.Table
	column     string // 本列
	number     int    // 序号
	comparison *compared
}

// value is what terms come to. It is known when every cell that it is made of can be
// read, and there is one.
type value struct {
	amount  amount.Amount // in the unit of the draft, as far as one is stated; not rounded
	places  int32         // that are printed
	cells   []Cell
	known   bool
	unread  bool // a cell is there and holds no figure
	printed bool // a figure or a mark for none stands in every cell
}

// add puts a figure to the sum.
func (v *value) add(w *writer, book *bind.Book, f *bind.Figure, minus bool) {
	v.cells = append(v.cells, Cell{rule.CellOf(book, f), book != w.book})
	switch f.State {
	case bind.Money:
		a, places := f.Value, f.Places
		if book.Unit.Known() { // else the draft states none, and compares nothing
			converted, ok := book.Unit.In(w.out, a)
			if a = converted; !ok {
				v.unread = true
			}
			if w.book.Unit != w.out || book.UnitOf(f.Table) != w.out {
				places = convertedPlaces
			}
		}
		if minus {
			a = a.Neg()
		}
		v.amount, v.places = v.amount.Add(a), max(v.places, places)
	case bind.Blank:
		v.printed = false
	case bind.Nothing:
	default:
		v.unread = true
	}
}

// bookOf is the book that a reference means; nil where it was not given.
func (w *writer) bookOf(role form.Role) *bind.Book {
	if role == form.YearBefore {
		return w.last
	}
	return w.book
}

// value works out terms at a place.
func (w *writer) value(terms []equation.Term, at place) (v value) {
	v.printed = true
	missing := false
	for i := range terms {
		t := &terms[i]
		book := w.bookOf(t.Role)
		if book == nil || book.Tables[t.Form] == nil {
			missing = true
			continue
		}
		table := book.Tables[t.Form]
		column := t.Column
		if column == equation.ThisColumn {
			column = at.column
		}
		f := figure(table, t, column, at)
		if f == nil {
			d := table.Form.Column(column)
			spare := d != nil && d.Spare && !table.Has(column)
			missing = missing || !spare || len(terms) == 1
			continue
		}
		v.add(w, book, f, t.Minus)
	}
	v.known = !missing && !v.unread && len(v.cells) > 0
	return v
}

// figure is the cell of a reference; nil where the form prints none.
func figure(table *bind.Table, t *equation.Term, column string, at place) *bind.Figure {
	row := table.Row(t.Row)
	if t.Row == equation.ThisRow {
		switch {
		case at.row == nil:
			return nil
		case at.table == table:
			row = at.row
		default:
			row = table.Row(at.row.Key)
		}
	}
	if row == nil {
		return nil
	}
	return row.Figure(column)
}
