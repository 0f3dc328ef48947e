// Package compare holds what was read of a printed book against the book's workbook,
// figure by figure.
package compare

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/read"
	"suanqing/validate/read/pdf/pdfium"
	"suanqing/validate/report"
)

// Outcome is how a printed book was read.
type Outcome struct {
	Figures  int      // that are in the workbook and not blank
	Right    int      // placed as there
	Unread   int      // not placed, or said to be 认不出
	Wrong    []string // placed where the workbook has another figure or none
	Findings []string // that only one of the two has
	Error    string
}

type figure struct{ Form, Row, Column, Label, Sheet, Cell, Value string }

// Books compares a PDF with the workbook that was printed.
func Books(workbook, pdf []byte) (Outcome, error) {
	was, err := check("book.xlsx", workbook)
	if err != nil {
		return Outcome{}, err
	}
	got, err := check("book.pdf", pdf)
	if err != nil {
		return Outcome{}, err
	}
	var out Outcome
	if e := got.Report.Error; e != nil {
		out.Error = e.Code + ": " + e.Message
	}
	all, err := figuresOf(was)
	if err != nil {
		return Outcome{}, err
	}
	printed, err := figuresOf(got)
	if err != nil {
		return Outcome{}, err
	}
	for key, f := range all {
		switch p, placed := printed[key]; {
		case f.Value == "":
		case placed && p.Value == f.Value:
			out.Figures++
			out.Right++
		default:
			out.Figures++
			out.Unread++
		}
	}
	for key, p := range printed {
		if f, there := all[key]; p.Value != "" && (!there || f.Value != p.Value) && isAmount(p.Value) && !(f.Value == "" && isZero(p.Value)) {
			out.Wrong = append(out.Wrong, fmt.Sprintf("%s: %s at %s!%s, in the workbook %q", key, p.Value, p.Sheet, p.Cell, f.Value))
		}
	}
	slices.Sort(out.Wrong)
	out.Findings = parted(findings(was), findings(got))
	return out, nil
}

func check(name string, data []byte) (*validate.Result, error) {
	r := validate.CheckBook(name, data, open, nil)
	return r, nil
}

func figuresOf(r *validate.Result) (map[string]figure, error) {
	data, err := r.Figures()
	if err != nil {
		return nil, err
	}
	var all []figure
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, err
	}
	out := map[string]figure{}
	for _, f := range all {
		key := f.Form + "[" + f.Row + ", " + f.Column + "]"
		for _, again := out[key]; again; _, again = out[key] {
			key += "'"
		}
		out[key] = f
	}
	return out, nil
}

// findings are what a report says, without where: a page has other cells.
func findings(r *validate.Result) []string {
	var out []string
	for _, f := range r.Report.Findings {
		if f.Severity == report.Notice {
			continue // of how cells are written, which a page does not show
		}
		out = append(out, string(f.Severity)+" "+f.Rule+" "+f.Left+" "+f.Right+" "+f.Difference)
	}
	slices.Sort(out)
	return out
}

// parted are those that only one has.
func parted(was, got []string) []string {
	var out []string
	for _, f := range was {
		if i := slices.Index(got, f); i >= 0 {
			got = slices.Delete(got, i, i+1)
		} else {
			out = append(out, "- "+f)
		}
	}
	for _, f := range got {
		out = append(out, "+ "+f)
	}
	return out
}

func isAmount(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && c != '.' && c != '-' && c != ',' {
			return false
		}
	}
	return s != "" && strings.Count(s, ".") < 2
}

func isZero(s string) bool {
	for i := range len(s) {
		if s[i] != '0' && s[i] != '.' {
			return false
		}
	}
	return true
}

// open reads a book, or what it was printed as.
func open(data []byte) (*document.Document, error) {
	if read.Sniff(data) == read.PDF {
		return pdfium.Open(data, "")
	}
	return files.Open(data, "")
}
