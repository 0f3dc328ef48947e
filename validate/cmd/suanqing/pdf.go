package main

import (
	"slices"

	"suanqing/validate/document"
)

// isPaged says whether a document was made of the pages of a PDF, or a part of it.
func isPaged(d *document.Document) bool {
	return d != nil && slices.ContainsFunc(d.Sheets, (*document.Sheet).Paged)
}
