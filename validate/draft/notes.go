package draft

import (
	"suanqing/validate/form"
	"suanqing/validate/internal/say"
)

// rejectLast leaves out a book that is not of the year before, or whose figures cannot be
// compared for want of a unit.
func (w *writer) rejectLast() {
	switch {
	case w.last == nil:
		return
	case w.last.Year != 0 && w.book.Year != 0 && w.last.Year != w.book.Year-1:
		w.rejected = say.Text(otherYear, w.last.Year, w.book.Year)
	case !w.last.Unit.Known() || !w.book.Unit.Known():
		w.rejected = unitNotKnown
	default:
		return
	}
	w.last = nil
}

// notes are what to know before the draft is used.
func (w *writer) notes(d Doubts) (notes []string) {
	if d.Errors > 0 {
		notes = append(notes, say.Text(notErrors, d.Errors))
	}
	if d.Incomplete {
		notes = append(notes, notComplete)
	}
	switch {
	case w.rejected != "":
		notes = append(notes, w.rejected)
	case w.last == nil:
		notes = append(notes, notPrevious)
	default:
		notes = append(notes, w.ofLast(d)...)
	}
	switch {
	case !w.out.Known():
		notes = append(notes, noUnit)
	case w.book.Unit != w.out:
		notes = append(notes, say.Text(convertedTo, w.book.Unit.Name, w.out.Name))
	}
	return append(notes, notWritten)
}

// ofLast is what to know of the year before.
func (w *writer) ofLast(d Doubts) (notes []string) {
	if w.last.Year == 0 || w.book.Year == 0 {
		notes = append(notes, yearNotKnown)
	}
	a, b := w.last.Department, w.book.Department
	if a != "" && b != "" && form.Normalize(a) != form.Normalize(b) {
		notes = append(notes, say.Text(otherName, form.Clip(a), form.Clip(b)))
	}
	if d.PreviousErrors > 0 {
		notes = append(notes, say.Text(otherErrors, d.PreviousErrors))
	}
	return notes
}

func (w *writer) title() string {
	year := w.year(w.book.Year)[0].Text
	return say.Text(textTitle, year)
}
