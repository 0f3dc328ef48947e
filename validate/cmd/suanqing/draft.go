package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/draft"
	"suanqing/validate/files"
	"suanqing/validate/read/pdf"
	"suanqing/validate/report"
)

// drafting is what a draft is asked to be.
type drafting struct{ previous, to, format, password string }

// drafted writes the draft of the text that goes with a report's forms. The status is
// that of the check; when nothing was written it is someUnread, or wrongUsage.
func drafted(args []string, out, errs io.Writer) int {
	d := drafting{}
	paths, ok := options("draft", args, errs, func(fs *flag.FlagSet) {
		fs.StringVar(&d.previous, "previous", "", "")
		fs.StringVar(&d.to, "o", "", "")
		fs.StringVar(&d.format, "format", "text", "")
		fs.StringVar(&d.password, "password", "", "")
	})
	if !ok || len(paths) != 1 || d.format != "text" && d.format != "json" {
		if ok {
			fmt.Fprint(errs, usage)
		}
		return wrongUsage
	}
	ending := strings.ToLower(filepath.Ext(d.to))
	if d.to != "" && ending != ".docx" && ending != ".txt" {
		fmt.Fprintf(errs, "草稿写成 .docx 或 .txt。请把 -o 后的文件名写成以它们结尾。\n")
		return wrongUsage
	}
	if d.to != "" && (sameFile(paths[0], d.to) || sameFile(d.previous, d.to)) {
		fmt.Fprintf(errs, "-o 指的就是报表文件，报表不会改动。请换一个文件名。\n")
		return wrongUsage
	}
	own, ok := d.judged(paths[0], errs)
	if !ok {
		return someUnread
	}
	last := &validate.Result{Report: &report.Report{}}
	if d.previous != "" {
		if last, ok = d.judged(d.previous, errs); !ok {
			return someUnread
		}
	}
	text := draft.Write(own.Book(), last.Book(), draft.DoubtsOf(own.Report, last.Report))
	if !d.put(text, ending, out, errs) {
		return someUnread
	}
	if d.to != "" {
		fmt.Fprintf(out, "%s %s  %s\n  已写出 %s。\n", own.Report.VerdictMark(), own.Report.VerdictWord(), own.Report.File, d.to)
		for _, n := range text.Notes {
			fmt.Fprintf(out, "  %s\n", n)
		}
	}
	return statusOf(own.Report)
}

// judged reads and judges a report; false where that cannot be, which it says.
func (d *drafting) judged(path string, errs io.Writer) (*validate.Result, bool) {
	data, err := read(path)
	if err != nil {
		told := unreadable(path, err)
		fmt.Fprintf(errs, "%s\n  读不了：%s\n  怎么办：%s\n", told.report.File, told.report.Error.Message, told.advice)
		return nil, false
	}
	open := func(data []byte) (*document.Document, error) { return files.Open(data, d.password) }
	r := validate.CheckBook(filepath.Base(path), data, open, nil)
	if isPaged(r.Document) {
		fmt.Fprintln(errs, pdf.Caution)
	}
	if r.Report.Error != nil {
		fmt.Fprintf(errs, "%s\n  读不了：%s\n  怎么办：%s\n", r.Report.File, r.Report.Error.Message, adviceOn(r.Report, d.password == "" && files.NeedsPassword(data)))
		return nil, false
	}
	return r, true
}

// put writes the draft to where it was asked to go.
func (d *drafting) put(text *draft.Draft, ending string, out, errs io.Writer) bool {
	data, err := []byte(text.Text()), error(nil)
	switch {
	case ending == ".docx":
		data, err = text.Docx()
	case d.format == "json":
		data = append(text.JSON(), '\n')
	}
	if err == nil && d.to == "" {
		out.Write(data)
		return true
	}
	if err == nil {
		err = replace(d.to, data, os.FileMode(0o666))
	}
	if err != nil {
		fmt.Fprintf(errs, "写不出 %s：%s。\n请换一个可以写入的位置。\n", d.to, reason(err))
	}
	return err == nil
}
