package mutation

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"suanqing/validate"
	"suanqing/validate/report"
)

// Score is what became of the errors of one kind.
type Score struct {
	Planted    int
	Detected   int // the check reports an error
	Detectable int // arithmetic can find it
	Both       int // detected of the detectable
	Missed     int // of the detectable, not detected

	Unique      int // of the detectable, nothing but the planted cells explains it as well
	UniqueFirst int // there, the first suspect is the culprit
	UniqueThree int // or one of the first three is
	First       int // of all detectable
	Three       int
	Named       int // of First, called what it is
	Mended      int // of First, every figure suggested is the one that stood there

	Accused  int // suspects said to be likely that are not the culprit
	Suspects int // in all
	Most     int // of one check
	Group    int // cells that explain the single errors as well as each other, the culprit among them
	Grouped  int // errors counted in Group

	Took time.Duration
}

// Add sums scores up.
func (s *Score) Add(o Score) {
	most := max(s.Most, o.Most)
	for i, p := range s.counts() {
		*p += *o.counts()[i]
	}
	s.Most = most
	s.Took += o.Took
}

func (s *Score) counts() []*int {
	return []*int{&s.Planted, &s.Detected, &s.Detectable, &s.Both, &s.Missed, &s.Unique, &s.UniqueFirst, &s.UniqueThree,
		&s.First, &s.Three, &s.Named, &s.Mended, &s.Accused, &s.Suspects, &s.Group, &s.Grouped}
}

// Trial is one error planted and what the check said of it.
type Trial struct {
	Subject *Subject
	*Mutated
	Report *report.Report
	Score  Score
}

// Run plants one error of a kind in a subject and checks the book; nil where the
// subject has no room for it. The same seed gives the same error.
func Run(s *Subject, k *Kind, seed int64) (*Trial, error) {
	if k.refunds {
		var err error
		if s, err = s.refunding(seed); s == nil || err != nil {
			return nil, err
		}
	}
	planted := k.plantAt(s, seed)
	if planted == nil {
		return nil, nil
	}
	m, err := s.Mutate(planted)
	if err != nil {
		return nil, fmt.Errorf("%s, %s: %w", s.Name, k.ID, err)
	}
	start := time.Now()
	r := validate.Check("mutated.xlsx", m.Drawn.Bytes, nil).Report
	took := time.Since(start)
	if r.Error != nil {
		return nil, fmt.Errorf("%s, %s: not read: %s", s.Name, k.ID, r.Error.Message)
	}
	t := &Trial{Subject: s, Mutated: m, Report: r}
	t.Score = t.score()
	t.Score.Took = took
	return t, nil
}

func (k *Kind) plantAt(s *Subject, seed int64) *Planted {
	return k.Plant(s, rand.New(rand.NewPCG(uint64(seed)<<20+uint64(s.Number), hash(k.ID))))
}

// hash tells the kinds' random numbers apart, whatever their order.
func hash(id string) uint64 {
	h := uint64(14695981039346656037)
	for _, b := range []byte(id) {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return h
}

func (t *Trial) score() Score {
	s := Score{Planted: 1, Suspects: len(t.Report.Suspects), Most: len(t.Report.Suspects)}
	s.Detected = count(Errors(t.Report) > 0)
	first, three := t.rank()
	for i := range t.Report.Suspects {
		if p := &t.Report.Suspects[i]; p.Likely && !t.among(p) {
			s.Accused++
		}
	}
	if !t.Found.detectable {
		return s
	}
	s.Detectable, s.Both = 1, s.Detected
	s.Missed = 1 - s.Detected
	s.First, s.Three = count(first), count(three)
	if t.Unique {
		s.Unique, s.UniqueFirst, s.UniqueThree = 1, s.First, s.Three
	}
	if len(t.Changes) == 1 {
		s.Group, s.Grouped = len(t.Found.singles), 1
	}
	if first {
		p := &t.Report.Suspects[0]
		s.Named = count(t.Kind.Named == nil || slices.Contains(t.Kind.Named, p.Kind))
		s.Mended = count(t.mends(p))
	}
	return s
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// Errors counts a report's errors.
func Errors(r *report.Report) int {
	n := 0
	for i := range r.Findings {
		n += count(r.Findings[i].Severity == report.Error)
	}
	return n
}

func (t *Trial) pair() bool { return t.Kind.Named == nil }

// rank says whether the culprit is the first suspect, and one of the first
// three. Of two errors, either may be first and both must be among three.
func (t *Trial) rank() (first, three bool) {
	suspects := t.Report.Suspects[:min(3, len(t.Report.Suspects))]
	named := map[string]bool{}
	for i := range suspects {
		p := &suspects[i]
		hit := t.among(p)
		if !t.pair() && t.Gone == nil && p.Shape != report.RowMissing {
			hit = hit && len(p.Changes) == len(t.Changes)
		}
		if !hit {
			continue
		}
		first = first || i == 0
		three = true
		for _, c := range p.Changes {
			named[c.Sheet+"!"+c.Cell] = true
		}
	}
	return first, three && (!t.pair() || len(named) == len(t.Changes))
}

// among says that a suspect changes planted cells only, or is the row left out: a row
// without figures is, where the form prints no such rows.
func (t *Trial) among(p *report.Suspect) bool {
	for _, c := range t.Changes {
		if _, printed := t.Drawn.At(c.Form, c.Row, c.Column); !printed && p.Shape == report.RowMissing && p.Form == c.Form && p.Row == c.Row {
			return true
		}
	}
	for _, gone := range t.Gone {
		if p.Form == gone.Form && p.Row == gone.Row {
			return true
		}
	}
	for _, c := range p.Changes {
		if t.at(c) == nil {
			return false
		}
	}
	return len(p.Changes) > 0
}

// at is the planted change at a cell, or nil.
func (t *Trial) at(c report.Change) *Change {
	for i := range t.Changes {
		if p, ok := t.Drawn.At(t.Changes[i].Form, t.Changes[i].Row, t.Changes[i].Column); ok && p.Sheet == c.Sheet && p.Cell == c.Cell {
			return &t.Changes[i]
		}
	}
	return nil
}

// mends says that a suspect suggests what stood there.
func (t *Trial) mends(p *report.Suspect) bool {
	for _, c := range p.Changes {
		was := t.at(c)
		suggested, err := decimal.NewFromString(or(c.Suggest, "0"))
		if was == nil || err != nil || !number(was.Was).Equal(suggested) {
			return false
		}
	}
	return true
}

func or(s, standard string) string {
	if s == "" {
		return standard
	}
	return s
}

// String is the error and what the check made of it, for a reader.
func (t *Trial) String() string {
	out := fmt.Sprintf("%s, book %d (%s):", t.Kind.ID, t.Subject.Number, t.Subject.Name)
	for _, c := range t.Changes {
		p, _ := t.Drawn.At(c.Form, c.Row, c.Column)
		out += fmt.Sprintf(" %s[%s, %s] %s!%s %q→%q", c.Form, c.Row, c.Column, p.Sheet, p.Cell, c.Was, c.Is)
	}
	for _, gone := range t.Gone {
		out += fmt.Sprintf(" %s[%s] gone", gone.Form, gone.Row)
	}
	out += fmt.Sprintf("; detectable %v, single repairs %d, exchanges %d, unique %v; errors %d\n", t.Found.detectable, len(t.Found.singles), len(t.Found.pairs), t.Unique, Errors(t.Report))
	for i := range t.Report.Suspects {
		p := &t.Report.Suspects[i]
		out += fmt.Sprintf("    %d. %s likely=%v %s!%s %s[%s, %s] %q→%q, %d cells, %d alternatives\n", i+1, p.Kind, p.Likely,
			p.Sheet, p.Cell, p.Form, p.Row, p.Column, p.Value, p.Suggest, len(p.Changes), len(p.Alternatives))
	}
	return out
}

// Missed says that the check did worse than it could have.
func (t *Trial) Missed() bool {
	s := &t.Score
	return s.Missed > 0 || s.Accused > 0 || s.Unique > s.UniqueFirst || s.Detectable > 0 && s.Three == 0
}
