package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/export"
	"suanqing/validate/files"
	"suanqing/validate/report"
)

// maxFile is the largest file that is read: no report comes near it.
const maxFile = 200 << 20

// options parses flags that may stand before or between the files.
func options(name string, args []string, errs io.Writer, define func(fs *flag.FlagSet)) ([]string, bool) {
	fs := flag.NewFlagSet(name, flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	define(fs)
	var files []string
	for len(args) > 0 {
		if err := fs.Parse(args); err != nil {
			fmt.Fprintf(errs, "%v\n%s", err, usage)
			return nil, false
		}
		if args = fs.Args(); len(args) > 0 {
			files, args = append(files, args[0]), args[1:]
		}
	}
	return files, true
}

func check(args []string, out, errs io.Writer) int {
	var format, password string
	var together bool
	files, ok := options("check", args, errs, func(fs *flag.FlagSet) {
		fs.StringVar(&format, "format", "text", "")
		fs.StringVar(&password, "password", "", "")
		fs.BoolVar(&together, "together", false, "")
	})
	if !ok || len(files) == 0 || format != "text" && format != "json" && format != "csv" {
		if ok {
			fmt.Fprint(errs, usage)
		}
		return wrongUsage
	}
	status := allPass
	var reports []*report.Report
	books := slices.Collect(slices.Chunk(files, 1)) // each file is a book
	if together {
		books = [][]string{files}
	}
	for i, book := range books {
		r, advice := checkBook(book, together, password)
		status = max(status, statusOf(r))
		if format == "csv" {
			reports = append(reports, r)
			continue
		}
		if format == "json" {
			line, err := r.JSON()
			if err != nil {
				fmt.Fprintln(errs, err)
				return someUnread
			}
			out.Write(append(line, '\n'))
			continue
		}
		if i > 0 {
			fmt.Fprintln(out)
		}
		writeText(out, r, advice)
	}
	if format == "csv" {
		out.Write(export.CSV(reports...))
	}
	return status
}

func checkBook(paths []string, together bool, password string) (r *report.Report, advice string) {
	if together {
		return checkTogether(paths, password)
	}
	return checkFile(paths[0], password)
}

// checkFile gives the report of a file and, when it was refused, what to do about
// it at a command line.
func checkFile(path, password string) (r *report.Report, advice string) {
	data, err := read(path)
	if err != nil {
		r = unreadable(path, err)
		return r, r.Error.Hint
	}
	open := func(data []byte) (*document.Document, error) { return files.Open(data, password) }
	r = validate.CheckBook(filepath.Base(path), data, open, nil).Report
	return r, adviceOn(r, password == "" && files.NeedsPassword(data))
}

func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errors.New("这是一个文件夹")
	case info.Size() > maxFile:
		return nil, errors.New("文件超过 200 MB")
	}
	return os.ReadFile(path)
}

// diskFull is what Windows says for ENOSPC: ERROR_DISK_FULL.
const diskFull = syscall.Errno(112)

func reason(err error) string {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return "没有这个文件"
	case errors.Is(err, os.ErrPermission):
		return "没有权限"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), runtime.GOOS == "windows" && errors.Is(err, diskFull):
		return "磁盘已满"
	}
	return err.Error()
}

func statusOf(r *report.Report) int {
	switch {
	case r.Error != nil || r.Verdict == report.Incomplete:
		return someUnread
	case r.Verdict == report.Fail:
		return someFail
	}
	return allPass
}
