// Package mutation measures how well a check names the wrong cell. It plants
// errors as clerks make them in reports that agree, has validate.Check judge
// the workbooks, and compares what it says with what was planted.
//
// What arithmetic can find at all, and whether only one cell can be wrong, it
// works out itself, from the fixture's record of what it printed: it shares no
// code with the rules, the judge or the localiser it measures.
package mutation

import (
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// Slot names a figure: form, row and column.
type Slot = fixture.Slot

// figures is what a workbook prints.
type figures struct {
	values  map[Slot]decimal.Decimal // printed; no entry is a blank
	stands  map[Slot]bool            // there is such a cell, printed in or not
	blanks  map[string]int           // by form: cells left blank
	shape   *shape
	rounded bool // figures were rounded to what is printed; else they are exact
	refunds bool // figures may be negative
}

// shape is which rows and columns the forms have.
type shape struct {
	rows    map[string][]string            // by form, as printed
	columns map[string]map[string]bool     // by form
	kids    map[string]map[string][]string // by form and code: the codes next below it; "" has the topmost
	within  map[string]map[string]string   // by form and code: the code it is below, "" at the top
}

var (
	half = decimal.RequireFromString("0.005") // of the last place that every unit prints
	grid = decimal.RequireFromString("0.01")
)

// read takes the figures down from where the fixture says it printed them.
func read(w *fixture.Workbook, unit string) *figures {
	f := &figures{values: map[Slot]decimal.Decimal{}, stands: map[Slot]bool{}, blanks: map[string]int{}, rounded: unit != "元",
		shape: &shape{map[string][]string{}, map[string]map[string]bool{}, map[string]map[string][]string{}, map[string]map[string]string{}}}
	seen := map[Slot]bool{}
	for _, p := range w.Placements {
		f.stands[p.Slot] = true
		if p.Value == "" {
			f.blanks[p.Form]++
		} else {
			f.values[p.Slot] = decimal.RequireFromString(p.Value)
		}
		if row := (Slot{Form: p.Form, Row: p.Row}); !seen[row] {
			seen[row] = true
			f.shape.rows[p.Form] = append(f.shape.rows[p.Form], p.Row)
		}
		if f.shape.columns[p.Form] == nil {
			f.shape.columns[p.Form] = map[string]bool{}
		}
		f.shape.columns[p.Form][p.Column] = true
	}
	for form := range f.shape.rows {
		f.shape.nest(form)
	}
	return f
}

func isCode(key string) bool { return strings.Trim(key, "0123456789") == "" }

// nest finds which code each code is next below, of those the form prints.
func (s *shape) nest(form string) {
	s.kids[form], s.within[form] = map[string][]string{}, map[string]string{}
	printed := map[string]bool{}
	for _, k := range s.rows[form] {
		printed[k] = true
	}
	for _, k := range s.rows[form] {
		if !isCode(k) {
			continue
		}
		parent := ""
		for n := 3; n < len(k); n += 2 {
			if printed[k[:n]] {
				parent = k[:n]
			}
		}
		s.kids[form][parent] = append(s.kids[form][parent], k)
		s.within[form][k] = parent
	}
}

// below is the topmost printed codes under a code that is not printed itself.
func (s *shape) below(form, code string) []string {
	var out []string
	for _, k := range s.rows[form] {
		if isCode(k) && strings.HasPrefix(k, code) && !strings.HasPrefix(s.within[form][k], code) {
			out = append(out, k)
		}
	}
	return out
}

// value is a figure; a blank is nothing.
func (f *figures) value(s Slot) decimal.Decimal { return f.values[s] }

// counts says whether a figure may hide a rounding: a printed zero only where
// the form also leaves cells blank.
func (f *figures) counts(s Slot) bool {
	v, printed := f.values[s]
	return printed && (!v.IsZero() || f.blanks[s.Form] > 0)
}

// set changes a figure, nil for a blank, and gives the way back.
func (f *figures) set(s Slot, v *decimal.Decimal) (undo func()) {
	was, printed := f.values[s]
	blanks := f.blanks[s.Form]
	switch {
	case v == nil && printed:
		delete(f.values, s)
		f.blanks[s.Form]++
	case v != nil:
		f.values[s] = *v
		if !printed {
			f.blanks[s.Form]--
		}
	}
	return func() {
		f.blanks[s.Form] = blanks
		if printed {
			f.values[s] = was
		} else {
			delete(f.values, s)
		}
	}
}
