package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/report"
	"suanqing/validate/summary"
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

// checking is how files are to be checked.
type checking struct {
	format, password string
	together         bool
	texts            []string // the documents with the written half of the one book
	jobs             int
	timeout          time.Duration // for one file; 0 for as long as it takes
	since            string        // a file with the reports of an earlier run
	rollup           bool          // the files are a department and its units
	department       string        // which of them is the department's; "" for the first, or in a folder the likeliest
	previous         string        // the book of the year before
}

// checked is one report, what to do about a file that was refused, and whether an
// earlier run has reported on it, so that only its status counts.
type checked struct {
	report *report.Report
	advice string
	known  bool
	// document is what was judged; nil where it could not be read.
	document *document.Document
	paged    bool // it, or another book beside it, is a PDF
}

func check(args []string, in io.Reader, out, errs io.Writer) int {
	c := checking{jobs: runtime.GOMAXPROCS(0), timeout: patience}
	paths, ok := options("check", args, errs, func(fs *flag.FlagSet) {
		fs.Func("text", "", more(&c.texts))
		fs.StringVar(&c.format, "format", "text", "")
		fs.StringVar(&c.password, "password", "", "")
		fs.BoolVar(&c.together, "together", false, "")
		fs.IntVar(&c.jobs, "jobs", c.jobs, "")
		fs.Func("timeout", "", seconds(&c.timeout))
		fs.StringVar(&c.since, "since", "", "")
		fs.Bool("try-pdf", true, "") // before PDFs were read like any other file
		fs.BoolVar(&c.rollup, "rollup", false, "")
		fs.StringVar(&c.department, "department", "", "")
		fs.StringVar(&c.previous, "previous", "", "")
	})
	if !ok || len(paths) == 0 || c.jobs < 1 || c.format != "text" && c.format != "json" && c.format != "csv" || c.together && c.since != "" {
		if ok {
			fmt.Fprint(errs, usage)
		}
		return wrongUsage
	}
	if problem := cmp.Or(c.misplacedText(paths), c.misplacedBooks(paths)); problem != "" {
		fmt.Fprintf(errs, "%s\n", problem)
		return wrongUsage
	}
	known := &done{}
	if c.since != "" {
		var err error
		if known, err = readDone(c.since); err != nil {
			fmt.Fprintf(errs, "读不出 %s：%s。\n请核对 --since 后的文件，它应是上次 --format json 的输出。\n", c.since, reason(err))
			return wrongUsage
		}
	}
	if c.rollup || c.previous != "" {
		return c.checkBooks(paths, in, out, errs)
	}
	if known.torn && isFile(out, c.since) {
		fmt.Fprintln(out) // what is added stands in lines of its own
	}
	if c.together {
		return c.checkSet(paths, in, out, errs)
	}
	return c.checkEach(paths, in, known, out, errs)
}

// checkEach gives a report of each file, in order.
func (c *checking) checkEach(paths []string, in io.Reader, known *done, out, errs io.Writer) int {
	status, skipped := allPass, 0
	t, limit := newTeller(c.format, out, errs), newDeadline(c.timeout)
	inOrder(c.jobs, func(yield func(book) bool) { books(paths, in, yield) },
		func(b book) telling {
			k := c.checkSoon(b, known, limit)
			k.report.Folder = b.folder
			return t.say(k)
		},
		func(s telling) bool {
			status = max(status, s.status)
			if s.text == nil {
				skipped++
			}
			return t.write(s)
		})
	t.end()
	if skipped > 0 {
		fmt.Fprintf(errs, "跳过了上次已有报告的 %d 份。\n", skipped)
	}
	if t.failed {
		return someUnread
	}
	return status
}

// checkSoon is checkFile within a time.
func (c *checking) checkSoon(b book, known *done, limit *deadline) checked {
	k, ok, a := within(limit, func(a *attempt) checked { return c.checkFile(b, known, a) })
	if !ok {
		return tooSlow(b.path, a.data.Load(), limit.limit)
	}
	return k
}

// checkFile gives the report of a file and, when it was refused, what to do about
// it at a command line.
func (c *checking) checkFile(b book, known *done, a *attempt) checked {
	if b.err != nil {
		return unreadable(b.path, b.err)
	}
	data, err := read(b.path)
	if err != nil {
		return unreadable(b.path, err)
	}
	a.data.Store(&data)
	beside, problem := c.readTexts()
	if problem != nil {
		return *problem
	}
	name := filepath.Base(b.path)
	if verdict, ok := known.take(name, data, beside); ok {
		return checked{report: &report.Report{Verdict: verdict}, known: true}
	}
	r := c.judge(files.Part{Name: name, Data: data}, beside, a.step)
	return checked{report: r.Report, advice: adviceOn(r.Report, c.password == "" && needsPassword(data, beside)), document: r.Document, paged: isPaged(r.Document)}
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

func statusOf(r *report.Report) int { return summary.Status(r) }
