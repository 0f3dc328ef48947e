package main

import (
	"fmt"
	"os"
	"strings"

	"suanqing/validate/lab/printed"
	"suanqing/validate/lab/printed/compare"
)

// wholes says of each whole report how its forms and its text are read, and which errors
// the PDF has that its Word file has not.
func wholes(names []string) error {
	var all []printed.Printing
	for _, p := range printed.Whole() {
		if len(names) == 0 || strings.HasPrefix(p.Name, names[0]) {
			all = append(all, p)
		}
	}
	pdfs, err := files(all)
	if err != nil {
		return err
	}
	var sum compare.Report
	for _, p := range all {
		data, there := pdfs[p.Name]
		if !there {
			continue
		}
		book, err := p.Workbook()
		if err != nil {
			return err
		}
		word, err := os.ReadFile(p.Written("docx"))
		if err != nil {
			return err
		}
		r, err := compare.Whole(book.Bytes, word, data)
		if err != nil {
			return err
		}
		sum.Add(r)
		fmt.Println(wholeLine(p.Name, r))
		for _, l := range r.Lines(*most) {
			fmt.Println("    ", l)
		}
	}
	fmt.Println(wholeLine("all", sum))
	return nil
}

func wholeLine(name string, r compare.Report) string {
	return fmt.Sprintf("%-20s forms' figures %5d right %6.2f %% wrong %d; text's figures %4d of %4d, checked %4d of %4d; forms unread %d; more errors %d warnings %d %s",
		name, r.Forms.Figures, 100*float64(r.Forms.Right)/float64(max(1, r.Forms.Figures)), len(r.Forms.Wrong),
		r.Figures, r.Written, r.Checked, r.WrittenChecked, r.Unread, len(r.Errors), len(r.Warnings), r.Forms.Error)
}
