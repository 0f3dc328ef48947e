package main

import (
	"path/filepath"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/report"
)

// checkTogether gives the one report of files that make one book, as checkFile does of
// one file.
func checkTogether(paths []string, password string) (r *report.Report, advice string) {
	parts := make([]files.Part, len(paths))
	locked := false
	for i, path := range paths {
		data, err := read(path)
		if err != nil {
			r = unreadable(path, err)
			return r, r.Error.Hint
		}
		parts[i] = files.Part{Name: filepath.Base(path), Data: data}
		locked = locked || files.NeedsPassword(data)
	}
	open := func(parts []files.Part) (*document.Document, error) { return files.OpenSet(parts, password) }
	r = validate.CheckSet(parts, open, nil).Report
	return r, adviceOn(r, password == "" && locked)
}

// unreadable is the report of a file that cannot be had.
func unreadable(path string, err error) *report.Report {
	return validate.Refused(filepath.Base(path), nil, &report.Failure{Code: "unreadable", Message: "打不开这个文件：" + reason(err) + "。",
		Hint: "请核对路径和文件名。"}).Report
}

// adviceOn is what to do at a command line about a file that was refused.
func adviceOn(r *report.Report, wantsPassword bool) string {
	switch {
	case r.Error == nil:
		return ""
	case wantsPassword:
		return "请加上 --password 密码 再检查；或在 WPS 或 Excel 中取消密码并“另存为”.xlsx 后再检查。"
	}
	return r.Error.Hint
}
