package validate

import (
	"slices"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/read"
	"suanqing/validate/report"
	"suanqing/validate/rollup"
	"suanqing/validate/rule"
)

// Member is Book for a file that is to be judged with others: more of it is kept.
func (j Judge) Member(name string, data []byte, open func([]byte) (*document.Document, error), progress Progress) *Result {
	j.member = true
	return j.Book(name, data, open, progress)
}

// MemberWith is With for a book that is to be judged with others: more of it is kept.
func (j Judge) MemberWith(book read.Part, beside []read.Part, open func(book []byte, beside []read.Part) (*document.Document, error), progress Progress) *Result {
	j.member = true
	return j.With(book, beside, open, progress)
}

// After is this way of judging for books whose texts speak of the year before, of which
// the book is given: what they say of it is held against its forms. nil leaves it as it is.
func (j Judge) After(previous *Result) Judge {
	written := j.Written
	if written == nil || previous == nil || previous.bound == nil {
		return j
	}
	j.Written = func(b *bind.Book, out *rule.Outcome) *report.Text {
		if rollup.Precedes(previous.bound, b) {
			b.Previous = &bind.Previous{Book: previous.bound, File: previous.Report.File, Doubted: previous.doubted()}
		}
		return written(b, out)
	}
	return j
}

// doubted are the places of the suspects.
func (r *Result) doubted() map[bind.Place]bool {
	places := map[bind.Place]bool{}
	for i := range r.Report.Suspects {
		for _, c := range append([]report.Change{r.Report.Suspects[i].Change}, r.Report.Suspects[i].Changes...) {
			if at, ok := place(r.Document, c); ok {
				places[at] = true
			}
		}
	}
	return places
}

// Together says how members belong together.
type Together struct {
	// Department is which of the members is the department's book, by index; −1 has it
	// proposed by names and sums, and the report says which.
	Department int
	Firm       bool // Department holds even where the sums show another
	// Previous is the department's book of the year before, a member too; nil for none.
	Previous *Result
}

// Rollup judges a department's book with those of its units: one report, of the
// department's. It is nil where no member can be judged. It reads nothing and may be
// called again for the same members with another department.
func Rollup(members []*Result, t Together) *report.Report {
	books := make([]*rollup.Book, len(members))
	for i, m := range members {
		books[i] = m.book()
	}
	r := rollup.Department(books, rollup.Options{Department: t.Department, Firm: t.Firm})
	if r == nil {
		return nil
	}
	for i, m := range members {
		if t.Previous != nil && m.of(r) {
			r = rollup.Years(r, books[i], t.Previous.book())
			break
		}
	}
	locateAmong(r, append(slices.Clone(members), t.Previous))
	return r
}

// of says whether a report is of this member.
func (r *Result) of(all *report.Report) bool {
	return r.Report.File == all.File && r.Report.SHA256 == all.SHA256
}

// Follow judges a book with that of the year before: one report, of the book's.
func Follow(this, previous *Result) *report.Report {
	if this.bound == nil {
		return this.Report
	}
	r := rollup.Years(this.Report, this.book(), previous.book())
	locateAmong(r, []*Result{this, previous})
	return r
}

func (r *Result) book() *rollup.Book {
	return &rollup.Book{Report: r.Report, Bound: r.bound, Outcome: r.outcome}
}
