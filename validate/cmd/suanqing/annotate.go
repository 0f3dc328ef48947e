package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"suanqing/validate/annotate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/read/decrypt"
	"suanqing/validate/read/pdf"
	"suanqing/validate/report"
)

// annotated writes a copy of one report, or of the text that came with it, with the
// findings in it. The status is that of the check; when nothing was written it is
// someUnread, or wrongUsage.
func annotated(args []string, out, errs io.Writer) int {
	var to string
	c := &checking{}
	paths, ok := options("annotate", args, errs, func(fs *flag.FlagSet) {
		fs.StringVar(&to, "o", "", "")
		fs.StringVar(&c.password, "password", "", "")
		fs.Func("text", "", more(&c.texts))
	})
	if !ok || len(paths) != 1 || to == "" {
		if ok {
			fmt.Fprint(errs, usage)
		}
		return wrongUsage
	}
	path := paths[0]
	of, problem := c.copied(path, to)
	if problem == "" {
		problem = c.misplacedText(paths)
	}
	for _, original := range append([]string{path}, c.texts...) {
		if problem == "" && sameFile(original, to) {
			problem = "-o 指的就是原文件，原文件不会改动。请换一个文件名。"
		}
	}
	if problem != "" {
		fmt.Fprintf(errs, "%s\n", problem)
		return wrongUsage
	}
	told := c.checkFile(book{path: path}, nil, &attempt{})
	if told.paged {
		fmt.Fprintln(errs, pdf.Caution)
	}
	r, advice := told.report, told.advice
	if r.Error != nil {
		fmt.Fprintf(errs, "%s\n  读不了：%s\n  怎么办：%s\n", r.File, r.Error.Message, advice)
		return someUnread
	}
	locked, err := copyTo(to, of, c.password, told)
	if refusal := (*document.Refusal)(nil); errors.As(err, &refusal) {
		fmt.Fprintf(errs, "%s\n  做不成批注副本：%s\n  怎么办：%s\n", filepath.Base(of.path), refusal.Message, refusal.Hint)
		return someUnread
	}
	if err != nil {
		fmt.Fprintf(errs, "写不出 %s：%s。\n请换一个可以写入的位置。\n", to, reason(err))
		return someUnread
	}
	where := "全部问题 " + strconv.Itoa(len(r.Findings)) + " 条列在其中的“" + report.ResultSheet + "”表"
	switch {
	case of.paged:
		where = "问题写在页上的批注里，不在页上的列在第一页左上角的批注里；原文件的内容一字未动"
	case of.written:
		where = "问题写在文字的批注里，不在这份文字里的列在开头的批注里"
	}
	fmt.Fprintf(out, "%s %s  %s\n  已写出 %s，%s。\n", r.VerdictMark(), r.VerdictWord(), r.File, to, where)
	if locked {
		fmt.Fprintln(out, "  原文件设有密码，副本没有密码，请妥善保管。")
	}
	return statusOf(r)
}

// original is what a copy is made of.
type original struct {
	path    string
	name    string // of the text among those that came with the book; "" for the book itself
	written bool   // the copy is a text with comments
	paged   bool   // or a PDF with highlights; else a workbook
}

// copied finds what the copy is made of, which its name's ending says: of a text for
// .docx, be it the report itself or the first that came with it; else of the book. The
// problem is what is wrong with that name.
func (c *checking) copied(path, to string) (o original, problem string) {
	ending := strings.ToLower(filepath.Ext(to))
	for i, text := range append([]string{path}, c.texts...) {
		own := strings.ToLower(filepath.Ext(text))
		if (own == ".docx" || own == ".docm") && ending == annotate.WrittenEnding(text) {
			if o = (original{path: text, written: true}); i > 0 {
				o.name = filepath.Base(text)
			}
			return o, ""
		}
	}
	if strings.EqualFold(filepath.Ext(path), annotate.PagedEnding) {
		if ending != annotate.PagedEnding {
			return o, "PDF 的批注副本是 .pdf 文件。请把 -o 后的文件名写成以 .pdf 结尾。"
		}
		return original{path: path, paged: true}, ""
	}
	if ending == ".docx" || ending == ".docm" {
		return o, "没有 " + ending + " 可以加批注。请把 -o 后的文件名写成以 " + annotate.Ending(path) + " 结尾，或者用 --text 给出 .docx 的文字。"
	}
	if want := annotate.Ending(path); ending != want {
		return o, "批注副本是 " + want + " 文件。请把 -o 后的文件名写成以 " + want + " 结尾。"
	}
	return original{path: path}, ""
}

// sameFile tells whether two paths lead to one file, also through links.
func sameFile(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

// copyTo writes the annotated copy and tells whether the original has a password.
func copyTo(to string, of original, password string, told checked) (locked bool, err error) {
	data, err := read(of.path)
	if err != nil {
		return false, err
	}
	if locked = files.NeedsPassword(data); locked {
		if data, err = decrypt.Open(data, password); err != nil {
			return locked, err
		}
	}
	var made []byte
	switch {
	case of.written:
		made, err = annotate.Written(data, sheetsOf(told.document, of.name), told.report)
	case of.paged:
		made, err = annotate.Paged(data, told.report)
	default:
		made, err = annotatedCopy(data, told.report)
	}
	if err != nil {
		return locked, err
	}
	mode := os.FileMode(0o666)
	if locked {
		mode = 0o600 // the copy has no password
	}
	return locked, replace(to, made, mode)
}

// sheetsOf are the names of the sheets of a file that came beside the book, or of the
// book's own.
func sheetsOf(d *document.Document, file string) (names []string) {
	for _, s := range d.Sheets {
		if s.File == file {
			names = append(names, s.Name)
		}
	}
	return names
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
