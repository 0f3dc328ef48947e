package summary

import (
	"cmp"
	"slices"

	"suanqing/validate/report"
)

// What is kept at most. What comes on top is counted in one entry for all the others.
const (
	MostBooks      = 200 // named as in need of a look
	MostBad        = 50  // lines named that could not be read
	mostPlaces     = 8000
	mostRules      = 1000
	mostKinds      = 200
	mostInOne      = 200 // characters of a text kept
	othersTogether = "其余合并"
)

// Count is how many books had which verdict, and what was found in them.
type Count struct {
	Books, Pass, Tails, Fail, Incomplete int
	Refused                              int // of the incomplete, those that could not be read
	Errors, Warnings, TailFindings       int
	Notices, Accepted                    int // an accepted finding counts as nothing else
}

// Rule is what one rule found.
type Rule struct {
	Rule, Title                      string
	Books                            int // in which it found something that is not accepted
	Failed                           int // of these, with an error
	Unchecked                        int // books in which it should have run and did not
	Errors, Warnings, Tails, Notices int
}

// Kind is one kind of wrong thing, as the localiser names it.
type Kind struct {
	Kind    string
	Shape   report.Shape
	Books   int
	Likely  int // said to be wrong
	Perhaps int // as likely as others
}

// Book is one that needs a look.
type Book struct {
	File, Department string
	Year             int
	Verdict          report.Verdict
	Refused          bool
	Errors, Warnings int
	Why              string // the first thing to look at
	order            int
}

// District is the books of one place.
type District struct {
	Name string
	Count
}

// BadLine is a line that is no report, and why.
type BadLine struct {
	Source string // the file it stands in; "" for the only one
	Number int    // from 1
	Why    string
}

// Summary is what reports come to, one after another. The zero value is ready.
type Summary struct {
	Total       Count
	Unexplained int // errors in equations of which nobody can tell the wrong figure
	Bad         int // lines that are no report
	BadLines    []BadLine
	NeedLook    int // books that need a look, named or not
	lots        map[lot]*Count
	rules       map[string]*Rule
	kinds       map[kindKey]*Kind
	books       []Book // worst first, MostBooks at most
}

// lot is what books are counted by until it is known where their folders part.
type lot struct {
	folder string
	Place
}

type kindKey struct {
	kind  string
	shape report.Shape
}

// Status is what a report comes to as an exit status: 0 passes, 1 fails, 2 was not
// read or could not be judged.
func Status(r *report.Report) int {
	switch {
	case r.Error != nil || r.Verdict == report.Incomplete:
		return 2
	case r.Verdict == report.Fail:
		return 1
	}
	return 0
}

// Status is the highest of the reports'; lines that could not be read count as books
// that could not, and no report at all is nothing to rely on.
func (s *Summary) Status() int {
	switch {
	case s.Bad > 0 || s.Total.Incomplete > 0 || s.Total.Books == 0:
		return 2
	case s.Total.Fail > 0:
		return 1
	}
	return 0
}

// Add counts a report in.
func (s *Summary) Add(r *report.Report) {
	where := lot{short(r.Folder), placeOf(short(r.Department), short(pathOf(r)))}
	place := entry(&s.lots, where, lot{Place: Place{City: othersTogether}}, mostPlaces)
	one := s.findings(r)
	one.Books = 1
	switch Status(r) {
	case 2:
		one.Incomplete = 1
		if r.Error != nil {
			one.Refused = 1
		}
	case 1:
		one.Fail = 1
	default:
		if r.Verdict == report.Tails {
			one.Tails = 1
		} else {
			one.Pass = 1
		}
	}
	s.suspects(r)
	s.Total.add(&one)
	place.add(&one)
	if one.Fail+one.Incomplete > 0 || one.Warnings > 0 {
		s.needsLook(r, &one)
	}
}

// AddBad counts a line in that is no report.
func (s *Summary) AddBad(l BadLine) {
	if s.Bad++; len(s.BadLines) < MostBad {
		s.BadLines = append(s.BadLines, l)
	}
}

// findings counts those of a report, by severity and by rule.
func (s *Summary) findings(r *report.Report) (c Count) {
	type hit struct{ any, failed bool }
	hits := map[*Rule]hit{}
	for i := range r.Findings {
		f := &r.Findings[i]
		n := max(f.Alike, 1)
		if f.Accepted != nil {
			c.Accepted += n
			continue
		}
		of := s.rule(f.Rule, f.Title)
		h := hits[of]
		h.any = true
		switch f.Severity {
		case report.Error:
			h.failed = true
			c.Errors, of.Errors = c.Errors+n, of.Errors+n
			if f.Equation != "" && r.Of(f) == nil {
				s.Unexplained += n
			}
		case report.Warning:
			c.Warnings, of.Warnings = c.Warnings+n, of.Warnings+n
		case report.Tail:
			c.TailFindings, of.Tails = c.TailFindings+n, of.Tails+n
		default:
			c.Notices, of.Notices = c.Notices+n, of.Notices+n
		}
		hits[of] = h
	}
	for of, h := range hits {
		of.Books++
		if h.failed {
			of.Failed++
		}
	}
	for i := range r.Rules {
		if o := &r.Rules[i]; o.Unchecked {
			s.rule(o.Rule, o.Title).Unchecked++
		}
	}
	return c
}

func (s *Summary) rule(id, title string) *Rule {
	of := entry(&s.rules, short(id), othersTogether, mostRules)
	if of.Rule == "" {
		if of.Rule, of.Title = short(id), short(title); len(s.rules) > mostRules {
			of.Rule, of.Title = othersTogether, ""
		}
	}
	return of
}

func (s *Summary) suspects(r *report.Report) {
	seen := map[*Kind]bool{}
	for i := range r.Suspects {
		from := &r.Suspects[i]
		key := kindKey{short(from.Kind), report.Shape(short(string(from.Shape)))}
		of := entry(&s.kinds, key, kindKey{kind: othersTogether}, mostKinds)
		if of.Kind == "" {
			if of.Kind, of.Shape = key.kind, key.shape; len(s.kinds) > mostKinds {
				of.Kind, of.Shape = othersTogether, ""
			}
		}
		if !seen[of] {
			seen[of] = true
			of.Books++
		}
		if from.Likely {
			of.Likely++
		} else {
			of.Perhaps++
		}
	}
}

// pathOf is the file of a report with the folders above it.
func pathOf(r *report.Report) string {
	if r.Folder == "" {
		return r.File
	}
	return r.Folder + "/" + r.File
}

func (s *Summary) needsLook(r *report.Report, c *Count) {
	b := Book{File: short(pathOf(r)), Department: short(r.Department), Year: r.Year, Verdict: r.Verdict, Refused: r.Error != nil,
		Errors: c.Errors, Warnings: c.Warnings, Why: short(first(r)), order: s.NeedLook}
	s.NeedLook++
	at, _ := slices.BinarySearchFunc(s.books, b, worse)
	if at < MostBooks {
		if len(s.books) == MostBooks {
			s.books = s.books[:MostBooks-1]
		}
		s.books = slices.Insert(s.books, at, b)
	}
}

// worse orders books: those that fail, those that could not be judged, those with
// warnings; then by how much is wrong, then as they came.
func worse(a, b Book) int {
	return cmp.Or(cmp.Compare(rank(&a), rank(&b)), cmp.Compare(b.Errors, a.Errors), cmp.Compare(b.Warnings, a.Warnings),
		cmp.Compare(a.order, b.order))
}

func rank(b *Book) int {
	switch {
	case b.Refused || b.Verdict == report.Incomplete:
		return 1
	case b.Verdict == report.Fail:
		return 0
	}
	return 2
}

func (c *Count) add(d *Count) {
	c.Books, c.Pass, c.Tails, c.Fail, c.Incomplete = c.Books+d.Books, c.Pass+d.Pass, c.Tails+d.Tails, c.Fail+d.Fail, c.Incomplete+d.Incomplete
	c.Refused, c.Errors, c.Warnings = c.Refused+d.Refused, c.Errors+d.Errors, c.Warnings+d.Warnings
	c.TailFindings, c.Notices, c.Accepted = c.TailFindings+d.TailFindings, c.Notices+d.Notices, c.Accepted+d.Accepted
}

// entry is that of a key, or the one for all others once there are too many.
func entry[K comparable, V any](m *map[K]*V, key, others K, most int) *V {
	if *m == nil {
		*m = map[K]*V{}
	}
	v := (*m)[key]
	if v == nil && len(*m) >= most {
		key = others
		v = (*m)[key]
	}
	if v == nil {
		v = new(V)
		(*m)[key] = v
	}
	return v
}

// short is so much of a text as is kept.
func short(s string) string {
	n := 0
	for i := range s {
		if n++; n > mostInOne {
			return s[:i] + "…"
		}
	}
	return s
}
