package main

import (
	"io"
	"path/filepath"
	"strings"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/report"
)

// checkSet gives the one report of files that make one book, with its texts.
func (c *checking) checkSet(paths []string, in io.Reader, out, errs io.Writer) int {
	t := newTeller(c.format, out, errs)
	told := c.readSet(paths, in)
	if !t.tell(told) {
		return someUnread
	}
	return statusOf(told.report)
}

func (c *checking) readSet(paths []string, in io.Reader) (told checked) {
	var parts []files.Part
	locked, folder := false, "" // the one they lie in
	books(paths, in, func(b book) bool {
		data, err := []byte(nil), b.err
		if err == nil {
			data, err = read(b.path)
		}
		if err != nil {
			told = unreadable(b.path, err)
			return false
		}
		if len(parts) == 0 {
			folder = b.folder
		} else if folder != b.folder {
			folder = ""
		}
		parts = append(parts, files.Part{Name: filepath.Base(b.path), Data: data})
		locked = locked || files.NeedsPassword(data)
		return true
	})
	if told.report != nil {
		return told
	}
	beside, problem := c.readTexts()
	if problem != nil {
		return *problem
	}
	open := func(parts, beside []files.Part) (*document.Document, error) {
		return files.OpenSetWith(parts, beside, c.password)
	}
	judged := judge.SetWith(parts, beside, open, nil)
	r := judged.Report
	r.Folder = folder
	return checked{report: r, paged: isPaged(judged.Document), advice: adviceOn(r, c.password == "" && (locked || needsPassword(nil, beside)))}
}

// unreadable is the report of a file that cannot be had.
func unreadable(path string, err error) checked {
	r := validate.Refused(filepath.Base(path), nil, &report.Failure{Code: "unreadable", Message: "打不开这个文件：" + reason(err) + "。",
		Hint: "请核对路径和文件名。"}).Report
	return checked{report: r, advice: r.Error.Hint}
}

// adviceOn is what to do at a command line about a file that was refused.
func adviceOn(r *report.Report, wantsPassword bool) string {
	switch {
	case r.Error == nil:
		return ""
	case r.Error.Code == "encrypted" && isPDF(r.File):
		return "请加上 --password 密码 再检查。"
	case wantsPassword:
		return "请加上 --password 密码 再检查；或在 WPS 或 Excel 中取消密码并“另存为”.xlsx 后再检查。"
	}
	if ending := strings.ToLower(filepath.Ext(r.File)); r.Error.Code == "no-forms" && r.Text == nil && (ending == ".docx" || ending == ".txt") {
		return "请和报表一起检查：suanqing check --text " + r.File + " 报表.xlsx；表就在文档里的，每张表上方要写有表名，例如“收入支出决算总表”。"
	}
	return r.Error.Hint
}
