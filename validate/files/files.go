// Package files opens a workbook in any of the formats that are read: .xlsx, .xls
// and .et, and .xlsx with a password to open.
package files

import (
	"errors"

	"suanqing/validate/document"
	"suanqing/validate/read/decrypt"
	"suanqing/validate/read/xls"
	"suanqing/validate/read/xlsx"
)

// Open reads a workbook from its bytes; the password is for those that need one.
// The error is a *document.Refusal: "encrypted" when a password is needed and none
// was given, "password" when it is not the right one.
//
// The page goes the same way over its components, and gives the same report.
func Open(data []byte, password string) (*document.Document, error) {
	book, err := xlsx.Open(data)
	switch {
	case code(err) == "xls":
		return xls.Open(data)
	case password != "" && locked(data, err):
		plain, err := decrypt.Open(data, password)
		if err != nil {
			return nil, err
		}
		return xlsx.Open(plain)
	}
	return book, err
}

// NeedsPassword tells whether a password is what Open needs for this file.
func NeedsPassword(data []byte) bool {
	_, err := xlsx.Open(data)
	return locked(data, err)
}

// locked tells whether a file that was refused opens with a password. Members of a
// zip package can have one too, which belongs to no workbook and opens none.
func locked(data []byte, err error) bool {
	return code(err) == "encrypted" && data[0] != 'P'
}

func code(err error) string {
	var refusal *document.Refusal
	if errors.As(err, &refusal) {
		return refusal.Code
	}
	return ""
}
