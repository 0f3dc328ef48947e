package rollup

import (
	"suanqing/validate/bind"
	"suanqing/validate/report"
)

// Precedes says whether a book is surely that of the year before another of the same
// department, so that what is said of last year may be held against it. Beyond what Years
// asks, most openings must be its closings; where it closes with nothing, years and names
// must say so: a department's office is not the department.
func Precedes(last, this *bind.Book) bool {
	book := func(b *bind.Book) *Book {
		return &Book{Report: &report.Report{Department: b.Department, Year: b.Year}, Bound: b}
	}
	y := newYears(book(this), book(last))
	if y.refusal() != "" || len(y.off) > 0 && len(y.off) >= y.held {
		return false
	}
	if y.held > 0 {
		return true
	}
	return this.Year != 0 && last.Year != 0 && (this.Department == "" || last.Department == "" || this.Department == last.Department)
}
