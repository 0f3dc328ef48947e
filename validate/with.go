package validate

import (
	"suanqing/validate/document"
	"suanqing/validate/internal/sha256"
	"suanqing/validate/read"
	"suanqing/validate/report"
)

// With judges a book with the documents that belong to it, such as its written half,
// as one report: the book's, whose Text names the documents.
func (j Judge) With(book read.Part, beside []read.Part, open func(book []byte, beside []read.Part) (*document.Document, error), progress Progress) *Result {
	r := j.Book(book.Name, book.Data, func(data []byte) (*document.Document, error) { return open(data, beside) }, progress)
	if len(beside) > 0 {
		r.Report.Text = textOf(r.Report.Text, beside)
	}
	return r
}

// SetWith is With for a book of several files.
func (j Judge) SetWith(parts, beside []read.Part, open func(parts, beside []read.Part) (*document.Document, error), progress Progress) *Result {
	r := j.Set(parts, func(parts []read.Part) (*document.Document, error) { return open(parts, beside) }, progress)
	if len(beside) > 0 {
		r.Report.Text = textOf(r.Report.Text, beside)
	}
	return r
}

// textOf names the documents that a written half was read from. What was not judged has
// no figures, and is named all the same: a report is known by what it is of.
func textOf(t *report.Text, beside []read.Part) *report.Text {
	if t == nil {
		t = &report.Text{State: report.StateUnknown, Unchecked: []report.Passage{}}
	}
	for _, p := range beside {
		t.Documents = append(t.Documents, report.Document{Name: read.Base(p.Name), SHA256: sha256.Hex(p.Data)})
	}
	if t.Document == "" {
		t.Document = t.Documents[0].Name
	}
	return t
}
