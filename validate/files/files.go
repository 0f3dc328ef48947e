// Package files opens a report in any of the formats that are read, and .xlsx with a
// password to open.
package files

import (
	"maps"

	"suanqing/validate/document"
	"suanqing/validate/read"
	"suanqing/validate/read/decrypt"
	"suanqing/validate/read/formats"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/rewrite"
)

// Open reads a document from its bytes; the password is for those that need one.
// The error is a *document.Refusal: "encrypted" when a password is needed and none
// was given, "password" when it is not the right one.
//
// The page goes the same way over its components, and gives the same report.
func Open(data []byte, password string) (*document.Document, error) {
	readers := maps.Clone(formats.Readers)
	readers[read.XLSX] = xlsx.Open
	if password != "" {
		readers[read.Encrypted] = func(data []byte) (*document.Document, error) {
			plain, err := decrypt.Open(data, password)
			if err != nil {
				return nil, err
			}
			return read.Readers{read.XLSX: xlsx.Open}.Open(plain)
		}
	}
	return readers.Open(data)
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
