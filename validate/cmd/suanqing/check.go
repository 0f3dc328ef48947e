package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"suanqing/validate"
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
	files, ok := options("check", args, errs, func(fs *flag.FlagSet) {
		fs.StringVar(&format, "format", "text", "")
		fs.StringVar(&password, "password", "", "")
	})
	if !ok || len(files) == 0 || format != "text" && format != "json" {
		if ok {
			fmt.Fprint(errs, usage)
		}
		return wrongUsage
	}
	if password != "" {
		fmt.Fprintln(errs, "这个版本还不能用密码打开文件；请先在 WPS 或 Excel 中去掉密码，再检查。")
	}
	w := bufio.NewWriter(out)
	defer w.Flush()
	status := allPass
	for i, path := range files {
		r := checkFile(path)
		status = max(status, statusOf(r))
		if format == "json" {
			line, err := r.JSON()
			if err != nil {
				fmt.Fprintln(errs, err)
				return someUnread
			}
			w.Write(append(line, '\n'))
			continue
		}
		if i > 0 {
			fmt.Fprintln(w)
		}
		writeText(w, r)
	}
	return status
}

func checkFile(path string) *report.Report {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		err = errors.New("这是一个文件夹")
	case err == nil && info.Size() > maxFile:
		err = errors.New("文件超过 200 MB")
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(path)
	}
	if err != nil {
		return validate.Refused(name, nil, &report.Failure{Code: "unreadable", Message: "打不开这个文件：" + reason(err) + "。",
			Hint: "请核对路径和文件名。"}).Report
	}
	return validate.Check(name, data, nil).Report
}

func reason(err error) string {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return "没有这个文件"
	case errors.Is(err, os.ErrPermission):
		return "没有读取权限"
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
