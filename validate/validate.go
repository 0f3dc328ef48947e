// Package validate checks one published final-accounts workbook (部门决算公开表)
// and says whether it adds up, where it does not, and by how much.
package validate

import (
	"errors"
	"slices"
	"strconv"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/internal/sha256"
	"suanqing/validate/read"
	"suanqing/validate/read/xlsx"
	"suanqing/validate/report"
	"suanqing/validate/rule"
)

// Result is a report with the workbook it was read from, for drawing its sheets.
type Result struct {
	Report   *report.Report
	Document *document.Document // nil when the file could not be read

	bound   *bind.Book // with its figures; nil when nothing was judged
	written Written
	outcome *rule.Outcome // kept of a book that is judged with others
}

// Written judges the written half of a book that was judged, and adds what it finds to
// the outcome. It gives what it read and checked; nil where the book has no text.
type Written func(b *bind.Book, out *rule.Outcome) *report.Text

// Judge is how files are judged. What it lacks is not linked: the page's core has no
// judge of the written half.
type Judge struct {
	Written Written // nil for none
	member  bool    // the outcome is kept
}

// Book is the workbook with its forms bound; nil when nothing was judged.
func (r *Result) Book() *bind.Book { return r.bound }

// Progress hears what a check is doing; done of total sheets have been read.
type Progress func(stage string, done, total int)

// Check reads and judges one .xlsx file. It never panics and never returns nil:
// what cannot be read or judged is said in the report's Error.
func Check(name string, data []byte, progress Progress) *Result {
	return CheckBook(name, data, read.Readers{read.XLSX: xlsx.Open}.Open, progress)
}

// CheckBook is Check for a file that another reader opens; data is the file as it
// came, also where open reads something made of it.
func CheckBook(name string, data []byte, open func([]byte) (*document.Document, error), progress Progress) *Result {
	return Judge{}.Book(name, data, open, progress)
}

// Book is CheckBook by this way of judging.
func (j Judge) Book(name string, data []byte, open func([]byte) (*document.Document, error), progress Progress) (result *Result) {
	r := Refused(name, data, nil)
	r.written = j.Written
	defer func() {
		if p := recover(); p != nil {
			r.Report.Error = &report.Failure{Code: "internal", Message: "检查这个文件时程序出错（" + reason(p) + "）。",
				Hint: "请换一个文件再试；若每次都出错，请把这句话告诉我们。"}
			r.Document, r.bound = nil, nil
			result = r
		}
	}()
	say := func(stage string, done, total int) {
		if progress != nil {
			progress(stage, done, total)
		}
	}
	say("打开文件", 0, 0)
	book, err := open(data)
	if err != nil {
		r.Report.Error = failure(err)
		return r
	}
	r.Document = book
	bound, out := assess(r.Report, book, j.Written, say, nil)
	if r.bound = bound; j.member {
		r.outcome = out
	}
	return r
}

// CheckSet is Check for several files that make one book, such as a form a file, which
// open reads together. There is one report: its file is the first by name, with how
// many there are (“01.csv 等 9 个文件”), and its SHA-256 is that of all of them end to
// end in the order of their names, as read.Sorted has them.
func CheckSet(parts []read.Part, open func([]read.Part) (*document.Document, error), progress Progress) *Result {
	return Judge{}.Set(parts, open, progress)
}

// Set is CheckSet by this way of judging.
func (j Judge) Set(parts []read.Part, open func([]read.Part) (*document.Document, error), progress Progress) *Result {
	parts = read.Sorted(parts)
	var data []byte
	for _, p := range parts {
		data = append(data, p.Data...)
	}
	return j.Book(setName(parts), data, func([]byte) (*document.Document, error) { return open(parts) }, progress)
}

// setName is what a report calls the files it is of.
func setName(parts []read.Part) string {
	switch len(parts) {
	case 0:
		return ""
	case 1:
		return parts[0].Name
	}
	return parts[0].Name + " 等 " + strconv.Itoa(len(parts)) + " 个文件"
}

// reason is what a panic said.
func reason(p any) string {
	switch p := p.(type) {
	case error:
		return p.Error()
	case string:
		return p
	}
	return "原因不明"
}

// Refused is the report of a file that was not judged, for the given reason.
func Refused(name string, data []byte, why *report.Failure) *Result {
	return &Result{Report: &report.Report{Schema: report.Schema, File: name, SHA256: sha256.Hex(data),
		Verdict: report.Incomplete, Error: why,
		Forms: []report.Form{}, Rules: []report.Rule{}, Findings: []report.Finding{}, Suspects: []report.Suspect{}}}
}

func failure(err error) *report.Failure {
	var refusal *document.Refusal
	if errors.As(err, &refusal) {
		return &report.Failure{Code: refusal.Code, Message: refusal.Message, Hint: refusal.Hint}
	}
	return &report.Failure{Code: "corrupt", Message: "这个文件读不出来：" + err.Error(), Hint: "请在 WPS 或 Excel 中打开，另存为 .xlsx 后再拖入。"}
}

// noForms says what a readable workbook without any of the nine forms is.
func noForms(b *bind.Book) *report.Failure {
	if len(b.Foreign) > 0 {
		return &report.Failure{Code: "other-set", Message: "这是" + b.Foreign[0].Set + "报表，不是公开用的九张决算表。",
			Hint: "请拖入要公开的部门决算公开表（收入支出决算总表等九张）。"}
	}
	if d := b.Document; !slices.ContainsFunc(d.Sheets, func(s *document.Sheet) bool { return s.File == "" && !s.Written }) {
		return &report.Failure{Code: "no-forms", Message: "这份文档里没有找到部门决算公开的九张表；只有文字说明的，不能单独检查。",
			Hint: "请把决算公开表的 .xlsx 和这份说明放在一起检查；表在文档里的，每张表上方要写有表名，例如“收入支出决算总表”。"}
	}
	return &report.Failure{Code: "no-forms", Message: "这个工作簿里没有找到部门决算公开的九张表。",
		Hint: "请确认拖入的是决算公开表，并且每张表上方写有表名，例如“收入支出决算总表”。"}
}

// describe fills in what the report says of itself and where its forms stand.
func describe(r *report.Report, b *bind.Book) {
	r.Department, r.Year, r.Unit = b.Department, b.Year, b.Unit.Name
	for _, f := range b.Standard.Forms {
		row := report.Form{Form: string(f.ID), Title: f.Title, Status: report.Missing}
		if t := b.Tables[f.ID]; t != nil {
			row.Sheet, row.Range, row.Unit = b.Document.Sheets[t.Sheet].Name, t.Area.String(), t.Unit.Name
			row.Figures, row.Status = t.Count(), report.Empty
			if t.HasFigures() {
				row.Status = report.Read
			}
		} else if t := b.Doubted[f.ID]; t != nil {
			row.Sheet, row.Range, row.Doubt = b.Document.Sheets[t.Sheet].Name, t.Area.String(), t.Doubt
		} else {
			row.Reason = b.Absence(f.ID).Why
		}
		r.Forms = append(r.Forms, row)
	}
}
