package main

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strconv"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/report"
)

// misplacedBooks says what is wrong with how books that go together were given; "" for
// nothing.
func (c *checking) misplacedBooks(paths []string) string {
	switch {
	case (c.rollup || c.previous != "") && (c.together || c.since != ""):
		return "--rollup 和 --previous 不能与 --together、--since 一起用。"
	case c.department != "" && !c.rollup:
		return "--department 要和 --rollup 一起用。"
	case !c.rollup && c.previous != "" && (len(paths) != 1 || paths[0] == fromInput || isFolder(paths[0])):
		return "--previous 只和一份报表一起用；部门和各单位一起核对时加上 --rollup。"
	}
	return ""
}

// checkBooks gives the one report of books that go together: a department with its
// units, or a book with that of the year before.
func (c *checking) checkBooks(paths []string, in io.Reader, out, errs io.Writer) int {
	t := newTeller(c.format, out, errs)
	k := c.readBooks(paths, in)
	if !t.tell(k) {
		return someUnread
	}
	return statusOf(k.report)
}

// member is one of the books, or the report of why it cannot be had.
type member struct {
	result *validate.Result
	path   string
	advice string
}

func (c *checking) readBooks(paths []string, in io.Reader) checked {
	beside, problem := c.readTexts()
	if problem != nil {
		return *problem
	}
	var all []book
	if c.department != "" {
		all = append(all, book{path: c.department})
	}
	books(paths, in, func(b book) bool {
		if c.department == "" || !samePath(b.path, c.department) {
			all = append(all, b)
		}
		return true
	})
	names := namesOf(all)
	together, by := validate.Together{Department: -1}, judge
	if c.previous != "" {
		names = namesOf(append(all, book{path: c.previous}))
		together.Previous = c.member(validate.Judge{}, book{path: c.previous}, names[len(all)], nil).result
		by = by.After(together.Previous)
	}
	source := func(yield func(int) bool) {
		for i := range all {
			if !yield(i) {
				return
			}
		}
	}
	var members []member
	inOrder(c.jobs, source, func(i int) member { return c.member(by, all[i], names[i], beside) }, func(m member) bool {
		members = append(members, m)
		return true
	})
	if len(members) == 0 {
		return unreadable(paths[0], errNoBooks)
	}
	first := members[0]
	paged := together.Previous != nil && isPaged(together.Previous.Document)
	if !c.rollup {
		return checked{report: validate.Follow(first.result, together.Previous), advice: first.advice, document: first.result.Document, paged: paged || isPaged(first.result.Document)}
	}
	if together.Firm = c.department != ""; together.Firm || paths[0] != fromInput && !isFolder(paths[0]) {
		together.Department = 0
	}
	results := make([]*validate.Result, len(members))
	for i := range members {
		results[i] = members[i].result
		paged = paged || isPaged(results[i].Document)
	}
	if r := validate.Rollup(results, together); r != nil {
		return checked{report: r, paged: paged}
	}
	return checked{report: first.result.Report, advice: first.advice, paged: paged}
}

// samePath says whether two paths name one file.
func samePath(a, b string) bool { return filepath.Clean(a) == filepath.Clean(b) }

// namesOf are what the report calls the books: their files' names, or where several have
// one, as in a folder for each unit, the paths.
func namesOf(all []book) []string {
	names, count := make([]string, len(all)), map[string]int{}
	for i := range all {
		names[i] = filepath.Base(all[i].path)
		count[names[i]]++
	}
	for i := range names {
		if count[names[i]] > 1 {
			names[i] = filepath.ToSlash(filepath.Clean(all[i].path))
		}
	}
	return names
}

// member judges one of the books by itself, with the texts beside it.
func (c *checking) member(by validate.Judge, b book, name string, beside []files.Part) member {
	data, err := []byte(nil), b.err
	if err == nil {
		data, err = read(b.path)
	}
	if err != nil {
		r := validate.Refused(name, nil, unreadable(b.path, err).report.Error)
		return member{result: r, path: b.path, advice: r.Report.Error.Hint}
	}
	r := by.MemberWith(files.Part{Name: name, Data: data}, beside, func(book []byte, beside []files.Part) (*document.Document, error) {
		return files.OpenWith(book, beside, c.password)
	}, nil)
	return member{result: r, path: b.path, advice: adviceOn(r.Report, c.password == "" && needsPassword(data, beside))}
}

// writeUnits lists the books that a department was judged with.
func writeUnits(w io.Writer, r *report.Report) {
	if len(r.Units) == 0 {
		return
	}
	fmt.Fprintf(w, "  与 %d 份单位报表一起核对：\n", len(r.Units))
	for i := range r.Units {
		u := &r.Units[i]
		own := report.Report{Verdict: u.Verdict}
		year := ""
		if u.Year != 0 {
			year = " · " + strconv.Itoa(u.Year)
		}
		fmt.Fprintf(w, "    %s %s  %s · %s%s · %s", own.VerdictMark(), own.VerdictWord(), u.File, orDash(u.Department), year, cmp.Or(u.Unit, "未写金额单位"))
		if u.Within != "" {
			fmt.Fprintf(w, "（由 %s 汇总）", u.Within)
		}
		if u.Left != "" {
			fmt.Fprintf(w, "（没有计入：%s）", u.Left)
		}
		fmt.Fprintln(w)
	}
}

// inFile stands before a sheet's name where that is in another file than the report's.
func inFile(file string) string {
	if file == "" {
		return ""
	}
	return "[" + file + "]"
}

func orBlank(value string) string { return cmp.Or(value, "空白") }
