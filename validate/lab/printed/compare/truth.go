package compare

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
	"suanqing/validate/lab/printed"
	"suanqing/validate/report"
)

// Tally is what became of the figures that a printing shows.
type Tally struct {
	Figures int            // that the pages print
	Right   int            // placed where they belong
	Said    int            // not placed, where the reading says of the place that it has no number there
	Unread  int            // not placed: no such place, or the file is refused
	Blanked int            // the place is there and read as a blank: the figure is lost unsaid
	Hidden  int            // the pages show ### for
	Lost    map[string]int // by form: figures that are not Right
	Wrong   []Misplaced
	Errors  []string       // findings that are errors, as instances; those that the workbook has not are false
	Reasons map[string]int // figures that are not Right by why, as the report says it of their forms
	Error   string
}

// Misplaced is a figure that was read where the page shows another or none.
type Misplaced struct {
	Slot  fixture.Slot
	Read  string
	Shown string // "" where the page leaves the place blank
	At    string
	Why   Why
}

// Why says how a figure is wrong.
type Why string

const (
	Other    Why = "another figure"     // the place has a figure, and it is no figure of the form
	Moved    Why = "of another place"   // the figure belongs elsewhere on the form
	InBlank  Why = "where it is blank"  // the page shows nothing there
	NoPlace  Why = "no such place"      // the form has no such row or column
	OfHidden Why = "where ### is shown" // the page shows no figure there
)

func (m Misplaced) String() string {
	return fmt.Sprintf("%s[%s, %s]: %s read at %s, shown %q: %s", m.Slot.Form, m.Slot.Row, m.Slot.Column, m.Read, m.At, m.Shown, m.Why)
}

// Truth holds what is read of a file, a PDF or the workbook itself, against what it shows.
// Figures that a workbook has besides those asked for, such as a budget's, are told by
// beside, the reading of the workbook; nil for none.
func Truth(truth printed.Truth, data []byte, beside []Figure) (Tally, []Figure, error) {
	name := "book.xlsx"
	if string(data[:min(4, len(data))]) == "%PDF" {
		name = "book.pdf"
	}
	r, err := check(name, data)
	if err != nil {
		return Tally{}, nil, err
	}
	var out Tally
	if e := r.Report.Error; e != nil {
		out.Error = e.Code + ": " + e.Message
	}
	hides := slices.ContainsFunc(slices.Collect(maps.Values(truth)), func(s printed.Shown) bool { return s.Hidden })
	for _, e := range instances(r.Report, report.Error) {
		if !(hides && strings.HasPrefix(e, notNumber)) {
			out.Errors = append(out.Errors, e)
		}
	}
	text, err := r.Figures()
	if err != nil {
		return out, nil, err
	}
	var all []Figure
	if err := json.Unmarshal(text, &all); err != nil {
		return out, nil, err
	}
	out.hold(truth, all, beside)
	out.reason(r.Report)
	return out, all, nil
}

// reason tells of the figures that are lost why, as the report says it of their forms.
func (t *Tally) reason(r *report.Report) {
	t.Reasons = map[string]int{}
	for id, n := range t.Lost {
		why := t.Error
		for _, f := range r.Forms {
			switch {
			case why != "" || f.Form != string(id):
			case f.Doubt != "":
				why = f.Doubt
			case f.Status == report.Missing:
				why = "the form is not found"
			default:
				why = "some of a form that is read"
			}
		}
		t.Reasons[why] += n
	}
}

const notNumber = "cell.not-number" // which is true of pages that show ###

// Figure is one that was read, or a place without one.
type Figure = figure

func (t *Tally) hold(truth printed.Truth, all, beside []Figure) {
	read := map[fixture.Slot][]Figure{}
	for _, f := range all {
		slot := fixture.Slot{Form: f.Form, Row: f.Row, Column: f.Column}
		read[slot] = append(read[slot], f)
	}
	known := map[Figure]bool{}
	t.Lost = map[string]int{}
	for _, f := range beside {
		f.Sheet, f.Cell, f.Label = "", "", ""
		known[f] = true
	}
	shown := map[string]map[string]bool{}
	for slot, s := range truth {
		if shown[slot.Form] == nil {
			shown[slot.Form] = map[string]bool{}
		}
		shown[slot.Form][plain(s.Value)] = true
		switch {
		case s.Value == "" || zeroed(s.Value):
		case s.Hidden:
			t.Hidden++
		default:
			t.Figures++
			before := t.Right
			t.count(s.Value, read[slot])
			if t.Right == before {
				t.Lost[slot.Form]++
			}
		}
	}
	for slot, list := range read {
		for _, f := range list {
			s, there := truth[slot]
			_, number := number(f.Value)
			bare := f
			bare.Sheet, bare.Cell, bare.Label = "", "", ""
			if !number || there && !s.Hidden && same(f.Value, s.Value) || !there && known[bare] {
				continue
			}
			m := Misplaced{Slot: slot, Read: f.Value, Shown: s.Value, At: f.Sheet + "!" + f.Cell, Why: Other}
			switch {
			case !there && zeroed(f.Value):
				continue
			case !there:
				m.Why = NoPlace
			case s.Hidden:
				m.Why = OfHidden
			case s.Value == "":
				m.Why = InBlank
			case shown[slot.Form][plain(f.Value)]:
				m.Why = Moved
			}
			t.Wrong = append(t.Wrong, m)
		}
	}
	slices.SortFunc(t.Wrong, func(a, b Misplaced) int {
		if a.String() < b.String() {
			return -1
		}
		return 1
	})
}

// count adds a figure to what became of it. A wrong one is in none of the counts.
func (t *Tally) count(value string, read []Figure) {
	if len(read) == 0 {
		t.Unread++
		return
	}
	state := &t.Blanked
	for _, f := range read {
		switch {
		case same(f.Value, value):
			state = &t.Right
		case f.Value == "" || state == &t.Right:
		default:
			if _, number := number(f.Value); number {
				return
			}
			state = &t.Said
		}
	}
	*state++
}

// same says that two values are one number; a blank is a zero.
func same(a, b string) bool {
	if zeroed(a) && zeroed(b) {
		return true
	}
	return plain(a) == plain(b)
}

func zeroed(v string) bool {
	d, ok := number(v)
	return v == "" || ok && d.IsZero()
}

func plain(v string) string {
	if d, ok := number(v); ok {
		return d.String()
	}
	return v
}

func number(v string) (decimal.Decimal, bool) {
	d, err := decimal.NewFromString(v)
	return d, err == nil
}
