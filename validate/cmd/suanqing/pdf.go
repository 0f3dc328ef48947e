package main

import (
	"suanqing/validate/document"
	"suanqing/validate/files"
)

// open reads a book with the texts beside it.
func (c *checking) open(book []byte, beside []files.Part) (*document.Document, error) {
	return files.OpenWith(book, beside, c.password)
}

// isPaged says whether a document was made of the pages of a PDF, or a part of it.
func isPaged(d *document.Document) bool {
	if d == nil {
		return false
	}
	for _, s := range d.Sheets {
		if s.Paged() {
			return true
		}
	}
	return false
}
