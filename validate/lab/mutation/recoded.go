package mutation

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"suanqing/validate/lab/fixture"
)

// mistyped types digits of a code wrong, from one place to another: a digit, or half of
// the time what another code of the report has there. Only codes with none below them.
func mistyped(from, to int, forms ...string) func(*Subject, *rand.Rand) *Slip {
	return func(s *Subject, g *rand.Rand) *Slip {
		form, ok := s.someForm(forms, g)
		if !ok {
			return nil
		}
		row := s.filled[form][g.IntN(len(s.filled[form]))].Row
		if !isCode(row) || len(row) < to || len(s.printed.shape.kids[form][row]) > 0 {
			return nil
		}
		// Where a code is printed by its last digits alone, the others cannot be mistyped.
		lone := s.layout.Codes == fixture.LastCode && form != fixture.F06
		if lone && from < len(row)-2 {
			return nil
		}
		code := s.miscode(row, form == fixture.F06, from, to, g)
		if code == row {
			return nil
		}
		return &Slip{Form: form, Recoded: &Recoded{row, code}, How: fmt.Sprintf("%s typed for %s", code, row)}
	}
}

func (s *Subject) miscode(row string, economic bool, from, to int, g *rand.Rand) string {
	code := []byte(row)
	if g.IntN(2) == 0 {
		i := from + g.IntN(to-from)
		if to == 7 {
			i = 6
		}
		code[i] = byte('0' + g.IntN(10))
		return string(code)
	}
	var others []string
	for _, form := range fixture.FormIDs {
		for _, k := range s.printed.shape.rows[form] {
			if isCode(k) && len(k) == len(row) && (form == fixture.F06) == economic {
				others = append(others, k)
			}
		}
	}
	other := others[g.IntN(len(others))]
	copy(code[from:to], other[from:to])
	return string(code)
}

// recode changes a row's code in what the book is taken to print, as a reader has it.
func (f *figures) recode(form string, r *Recoded) {
	for column := range f.shape.columns[form] {
		was, is := Slot{Form: form, Row: r.Row, Column: column}, Slot{Form: form, Row: r.Code, Column: column}
		if v, ok := f.values[was]; ok {
			f.values[is] = v
			delete(f.values, was)
		}
		f.stands[is] = f.stands[was]
		delete(f.stands, was)
	}
	rows := f.shape.rows[form]
	rows[slices.Index(rows, r.Row)] = r.Code
	f.shape.nest(form)
}

// tells says that arithmetic can find a slip in the figures it led to. A code is found
// besides where it stands twice, where there is none that it could belong to though
// the right one has it, and where no other form has it though one has the right one.
func (f *figures) tells(p *Slip) bool {
	switch {
	case p.Recoded != nil:
		rows := f.shape.rows[p.Form]
		if slices.Contains(rows, p.Recoded.Code) {
			return true
		}
		orphan := slices.Contains(rows, above(p.Recoded.Row)) && !slices.Contains(rows, above(p.Recoded.Code))
		alone := f.elsewhere(p.Form, p.Recoded.Row) && !f.elsewhere(p.Form, p.Recoded.Code)
		if orphan || alone {
			return true
		}
		f.recode(p.Form, p.Recoded)
	case p.Again != "":
		// The copy's figures are the row's, and so its cells may stand for them in a sum.
		f.shape.rows[p.Form] = append(f.shape.rows[p.Form], p.Again)
		f.shape.nest(p.Form)
	}
	return len(f.broken(identities(f))) > 0
}

// above is the code that a code stands below.
func above(code string) string { return code[:max(3, len(code)-2)] }

// elsewhere says that another form has a row of the code.
func (f *figures) elsewhere(form, code string) bool {
	for other, rows := range f.shape.rows {
		if other != form && slices.Contains(rows, code) {
			return true
		}
	}
	return false
}
