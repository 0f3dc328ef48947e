package workbook

import "strconv"

// NewFormat is the number format a file of another type gives by its number and
// code; without a code it is the built-in one of that number. With date1904 days
// count from 1904-01-01.
func NewFormat(id int, code string, date1904 bool) *Format {
	if code == "" {
		code = builtinCode(strconv.Itoa(id))
	}
	return &Format{Code: code, General: isGeneral(code), date04: date1904}
}
