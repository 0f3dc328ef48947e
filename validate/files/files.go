// Package files opens a report in any of the formats that are read, and .xlsx with a
// password to open.
package files

import (
	"maps"

	"suanqing/validate/document"
	"suanqing/validate/read"
	"suanqing/validate/read/decrypt"
	"suanqing/validate/read/formats"
	"suanqing/validate/read/pdf/pdfium"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/rewrite"
)

// Open reads a document from its bytes; the password is for those that need one.
// The error is a *document.Refusal: "encrypted" when a password is needed and none
// was given, "password" when it is not the right one.
//
// The page goes the same way over its components, and gives the same report.
func Open(data []byte, password string) (*document.Document, error) {
	return readers(password).Open(data)
}

// Part is one file of several that make one book.
type Part = read.Part

// OpenSet reads several files, such as a form a file, as one document, whatever the
// format of each, in the order of their names. The error is that of Open.
func OpenSet(parts []Part, password string) (*document.Document, error) {
	return readers(password).OpenSet(parts)
}

// OpenWith reads a book with the documents that belong to it, such as its written half,
// as one document: see read.Readers.OpenWith. The password is for each that needs one.
func OpenWith(book []byte, beside []Part, password string) (*document.Document, error) {
	return readers(password).OpenWith(book, beside)
}

// OpenSetWith is OpenWith for a book of several files.
func OpenSetWith(parts, beside []Part, password string) (*document.Document, error) {
	return readers(password).OpenSetWith(parts, beside)
}

// readers are those of every kind of file.
func readers(password string) read.Readers {
	readers := maps.Clone(formats.Readers)
	readers[read.XLSX] = xlsx.Open
	readers[read.PDF] = func(data []byte) (*document.Document, error) { return pdfium.Open(data, password) }
	if password != "" {
		readers[read.Encrypted] = func(data []byte) (*document.Document, error) {
			plain, err := decrypt.Open(data, password)
			if err != nil {
				return nil, err
			}
			return read.Readers{read.XLSX: xlsx.Open, read.Docx: formats.Readers[read.Docx]}.Open(plain)
		}
	}
	return readers
}

// Workbook is a file as an .xlsx: itself, or where another reader reads it (made) one
// that has what it read, for findings to be written into.
func Workbook(data []byte) (plain []byte, made bool, err error) {
	reader := formats.Readers[read.Sniff(data)]
	if reader == nil {
		return data, false, nil
	}
	d, err := reader(data)
	if err != nil {
		return nil, false, err
	}
	plain, err = rewrite.XLSX(d)
	return plain, true, err
}

// NeedsPassword tells whether a password is what Open needs for this file.
func NeedsPassword(data []byte) bool { return read.Sniff(data) == read.Encrypted }
