package validate

import (
	"errors"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/report"
)

// WhatIf is the report as it would be if the cells of a suspect, by index, read
// what they should. Nothing is changed but this answer.
func (r *Result) WhatIf(suspect int) (*report.Report, error) {
	if r.Document == nil || suspect < 0 || suspect >= len(r.Report.Suspects) {
		return nil, errors.New("没有这一条可以试算的建议。")
	}
	changes := r.Report.Suspects[suspect].Changes
	if len(changes) == 0 {
		return nil, errors.New("这一条不是改一个数就行的，没有可以试算的。")
	}
	after := Refused(r.Report.File, nil, nil).Report
	after.SHA256 = r.Report.SHA256
	assess(after, r.Document, r.written, silent, func(bound *bind.Book) error { return suppose(bound, changes) })
	if after.Error != nil {
		return nil, errors.New(after.Error.Message)
	}
	if before := r.Report.Text; before != nil && after.Text != nil {
		after.Text.Documents = before.Documents
	}
	return after, nil
}

func silent(string, int, int) {}

// suppose has a bound book read what changes suggest.
func suppose(bound *bind.Book, changes []report.Change) error {
	for _, c := range changes {
		at, ok := place(bound.Document, c)
		value := amount.Printed{}
		if c.Suggest != "" {
			if value, ok = amount.Parse(c.Suggest); !ok || value.Unit.Known() { // it is in the report's unit
				return errors.New("这个数不能试算：" + c.Suggest)
			}
		}
		if !ok || !bound.Suppose(at, value.Value) {
			return errors.New("这个单元格不能试算：" + c.Cell)
		}
	}
	return nil
}

// place is where a change stands in the workbook.
func place(book *document.Document, c report.Change) (bind.Place, bool) {
	row, col, ok := document.ParseAddress(c.Cell)
	for i, s := range book.Sheets {
		if s.Name == c.Sheet {
			return bind.Place{Sheet: i, Row: row, Col: col}, ok
		}
	}
	return bind.Place{}, false
}
