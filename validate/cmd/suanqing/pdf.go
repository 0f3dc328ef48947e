package main

import (
	"suanqing/validate/document"
	"suanqing/validate/files"
	kinds "suanqing/validate/read"
	"suanqing/validate/read/pdf/pdfium"
)

// caution is said where PDFs are tried: a PDF has no tables, only characters and lines on
// its pages, and an error may be the reader's and not the clerk's.
const caution = "PDF 是试读：表格由版面认出，个别数可能认错了行或栏。指出的问题先对照 PDF 看一眼；有原表的，请检查原表。"

// open reads a book with the texts beside it; a PDF only where that is asked for.
func (c *checking) open(book []byte, beside []files.Part) (*document.Document, error) {
	if c.tryPDF && len(beside) == 0 && kinds.Sniff(book) == kinds.PDF {
		return pdfium.Open(book, c.password)
	}
	return files.OpenWith(book, beside, c.password)
}
