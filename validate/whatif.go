package validate

import (
	"errors"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/localise"
	"suanqing/validate/report"
	"suanqing/validate/rule"
	"suanqing/validate/workbook"
)

// WhatIf is the report as it would be if the cells of a suspect, by index, read
// what they should. Nothing is changed but this answer.
func (r *Result) WhatIf(suspect int) (*report.Report, error) {
	if r.Book == nil || suspect < 0 || suspect >= len(r.Report.Suspects) {
		return nil, errors.New("没有这一条可以试算的建议。")
	}
	changes := r.Report.Suspects[suspect].Changes
	if len(changes) == 0 {
		return nil, errors.New("这一条不是改一个数就行的，没有可以试算的。")
	}
	bound := bind.Find(r.Book, nil)
	if bound.Year == 0 {
		bound.Year = bind.YearInName(r.Report.File)
	}
	for _, c := range changes {
		at, ok := place(r.Book, c)
		value := amount.Printed{}
		if c.Suggest != "" {
			if value, ok = amount.Parse(c.Suggest); !ok {
				return nil, errors.New("这个数不能试算：" + c.Suggest)
			}
		}
		if !ok || !bound.Suppose(at, value.Value) {
			return nil, errors.New("这个单元格不能试算：" + c.Cell)
		}
	}
	after := *Refused(r.Report.File, nil, nil).Report
	after.SHA256 = r.Report.SHA256
	describe(&after, bound)
	after.Rules, after.Findings = rule.Run(bound)
	after.Suspects = localise.Find(bound, after.Findings)
	after.Link()
	after.Verdict = rule.VerdictOf(after.Rules, after.Findings)
	return &after, nil
}

// place is where a change stands in the workbook.
func place(book *workbook.Book, c report.Change) (bind.Place, bool) {
	row, col, ok := workbook.ParseAddress(c.Cell)
	for i, s := range book.Sheets {
		if s.Name == c.Sheet {
			return bind.Place{Sheet: i, Row: row, Col: col}, ok
		}
	}
	return bind.Place{}, false
}
