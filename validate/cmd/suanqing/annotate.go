package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"suanqing/validate/annotate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/read/decrypt"
	"suanqing/validate/report"
)

// annotated writes a copy of one report with its findings in it. The status is that
// of the check; when nothing was written it is someUnread, or wrongUsage.
func annotated(args []string, out, errs io.Writer) int {
	var to, password string
	paths, ok := options("annotate", args, errs, func(fs *flag.FlagSet) {
		fs.StringVar(&to, "o", "", "")
		fs.StringVar(&password, "password", "", "")
	})
	if !ok || len(paths) != 1 || to == "" {
		if ok {
			fmt.Fprint(errs, usage)
		}
		return wrongUsage
	}
	path := paths[0]
	if ending := annotate.Ending(path); !strings.EqualFold(filepath.Ext(to), ending) {
		fmt.Fprintf(errs, "批注副本是 %s 文件。请把 -o 后的文件名写成以 %s 结尾。\n", ending, ending)
		return wrongUsage
	}
	if sameFile(path, to) {
		fmt.Fprintf(errs, "-o 指的就是原文件，原文件不会改动。请换一个文件名。\n")
		return wrongUsage
	}
	told := (&checking{password: password}).checkFile(book{path: path}, nil)
	r, advice := told.report, told.advice
	if r.Error != nil {
		fmt.Fprintf(errs, "%s\n  读不了：%s\n  怎么办：%s\n", r.File, r.Error.Message, advice)
		return someUnread
	}
	locked, err := copyTo(to, path, password, r)
	if refusal := (*document.Refusal)(nil); errors.As(err, &refusal) {
		fmt.Fprintf(errs, "%s\n  做不成批注副本：%s\n  怎么办：%s\n", r.File, refusal.Message, refusal.Hint)
		return someUnread
	}
	if err != nil {
		fmt.Fprintf(errs, "写不出 %s：%s。\n请换一个可以写入的位置。\n", to, reason(err))
		return someUnread
	}
	fmt.Fprintf(out, "%s %s  %s\n  已写出 %s，全部问题 %d 条列在其中的“%s”表。\n", r.VerdictMark(), r.VerdictWord(), r.File, to, len(r.Findings), report.ResultSheet)
	if locked {
		fmt.Fprintln(out, "  原文件设有密码，副本没有密码，请妥善保管。")
	}
	return statusOf(r)
}

// sameFile tells whether two paths lead to one file, also through links.
func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// copyTo writes the annotated copy and tells whether the original has a password.
func copyTo(to, path, password string, r *report.Report) (locked bool, err error) {
	data, err := read(path)
	if err != nil {
		return false, err
	}
	if locked = files.NeedsPassword(data); locked {
		if data, err = decrypt.Open(data, password); err != nil {
			return locked, err
		}
	}
	made, err := annotatedCopy(data, r)
	if err != nil {
		return locked, err
	}
	mode := os.FileMode(0o666)
	if locked {
		mode = 0o600 // the copy has no password
	}
	return locked, replace(to, made, mode)
}

// annotatedCopy is the copy of an .xlsx, or of one made of what the file holds.
func annotatedCopy(data []byte, r *report.Report) ([]byte, error) {
	plain, made, err := files.Workbook(data)
	switch {
	case err != nil:
		return nil, err
	case made:
		return annotate.Rewritten(plain, r)
	}
	return annotate.Copy(data, r)
}

// replace puts a whole file in place of the one of that name, if any: half a copy
// is never left behind, and a link is replaced, not followed. The copy can be read
// by those who could read the one before, else by whom mode lets, less the umask:
// os.CreateTemp would make it readable to nobody else on a share.
func replace(to string, data []byte, mode os.FileMode) error {
	name := filepath.Join(filepath.Dir(to), fmt.Sprintf(".suanqing-%016x", rand.Uint64()))
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		return err
	}
	defer os.Remove(name)                                           // gone already when all went well
	if old, e := os.Lstat(to); e == nil && old.Mode().IsRegular() { // before there is anything to read
		err = f.Chmod(old.Mode().Perm())
	}
	if err == nil {
		_, err = f.Write(data)
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(name, to)
	}
	return err
}
