// Package score judges planted departments and says whether what is wrong was named. It
// stands beside validate/lab/department, which knows nothing of the checker.
package score

import (
	"crypto/sha256"
	"strings"

	"suanqing/validate"
	"suanqing/validate/document"
	"suanqing/validate/files"
	"suanqing/validate/lab/department"
	"suanqing/validate/report"
)

// Judge judges files as the command does, the first as the department's. It remembers
// books, so that of a planted department only what is wrong is read anew.
type Judge struct{ known map[[32]byte]*validate.Result }

// Members are the files, each judged by itself.
func (j *Judge) Members(all []department.File) []*validate.Result {
	if j.known == nil {
		j.known = map[[32]byte]*validate.Result{}
	}
	var out []*validate.Result
	for _, f := range all {
		key := sha256.Sum256(append([]byte(f.Name+"\n"), f.Bytes...))
		if j.known[key] == nil {
			open := func(data []byte) (*document.Document, error) { return files.Open(data, "") }
			j.known[key] = validate.Judge{}.Member(f.Name, f.Bytes, open, nil)
		}
		out = append(out, j.known[key])
	}
	return out
}

// Department is the report of files of which the first is the department's.
func (j *Judge) Department(all []department.File) *report.Report {
	return validate.Rollup(j.Members(all), validate.Together{})
}

// Pair is the report of a book with that of the year before.
func (j *Judge) Pair(all []department.File) *report.Report {
	m := j.Members(all)
	return validate.Follow(m[0], m[1])
}

// FileOf is the file that a change of a report on files stands in.
func FileOf(r *report.Report, file string) string {
	if file == "" {
		return r.File
	}
	return file
}

// Named says how a report names a planted error: as the very cell or row of the very
// file, first and likely ("likely"); first among several ("first"); among the others or
// the alternatives ("listed"); or not ("").
func Named(r *report.Report, w department.Want) string {
	is := func(c report.Change) bool { return isIt(r, w, c) }
	best := ""
	for i := range r.Suspects {
		s := &r.Suspects[i]
		switch {
		case is(s.Change) && s.Likely:
			return "likely"
		case is(s.Change):
			best = "first"
		case best == "":
			for _, a := range s.Alternatives {
				if is(a.Change) {
					best = "listed"
				}
			}
		}
	}
	return best
}

func isIt(r *report.Report, w department.Want, c report.Change) bool {
	return FileOf(r, c.File) == w.File && c.Form == w.Form && (c.Row == w.Row || w.Recoded != "" && c.Row == w.Recoded) &&
		(c.Column == w.Column || w.What == department.Row)
}

// Innocents counts the likely suspects that are not what is wrong.
func Innocents(r *report.Report, w department.Want) int {
	n := 0
	for i := range r.Suspects {
		if s := &r.Suspects[i]; s.Likely && (w.Form == "" || !isIt(r, w, s.Change)) {
			n++
		}
	}
	return n
}

// Says says whether some finding of a rule, "" for any, names all of the words.
func Says(r *report.Report, rule string, words ...string) bool {
	for i := range r.Findings {
		f := &r.Findings[i]
		if rule != "" && f.Rule != rule {
			continue
		}
		all := true
		for _, w := range words {
			all = all && strings.Contains(f.Message, w)
		}
		if all {
			return true
		}
	}
	return false
}

// Errors counts the errors that hold across books.
func Errors(r *report.Report) int {
	n := 0
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Severity == report.Error && (strings.HasPrefix(f.Rule, "rollup.") || strings.HasPrefix(f.Rule, "years.")) {
			n++
		}
	}
	return n
}

// Told says whether a report tells a planted error as one should.
func Told(r *report.Report, w department.Want) bool {
	switch w.What {
	case department.Chain:
		how := Named(r, w)
		return how == "likely" || len(w.Rivals) > 0 && how != "" // more than one can say would be a guess
	case department.Cell, department.Row:
		return Named(r, w) == "likely"
	case department.Unit:
		return Says(r, "rollup.scale", w.File)
	case department.Missing:
		return Says(r, "rollup.missing") && Errors(r) == 0
	case department.Twice:
		return Says(r, "rollup.twice", w.File, w.Like) && (w.Absent == nil || Says(r, "rollup.missing")) && Errors(r) == 0
	case department.Foreign:
		return Says(r, "", w.File) && (w.Absent == nil || Says(r, "rollup.missing"))
	case department.Year:
		return Says(r, "rollup.year", w.File) && Errors(r) == 0
	case department.Omitted:
		return Says(r, "rollup.units", w.Paper.Name, "没有")
	case department.Counted:
		return Says(r, "rollup.units", w.Paper.Name, "两次")
	case department.Payment:
		return Errors(r) > 0 || Says(r, "rollup.flow", "没有正好")
	}
	return false
}
