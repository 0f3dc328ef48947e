package mutation

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"suanqing/validate/lab/fixture"
)

// twice prints a row of a form of functional codes again below itself.
func twice(s *Subject, g *rand.Rand) *Slip {
	form, ok := s.someForm(byCode, g)
	if !ok {
		return nil
	}
	row := s.filled[form][g.IntN(len(s.filled[form]))].Row
	if !isCode(row) {
		return nil
	}
	return &Slip{Form: form, Again: row, How: row + " printed twice"}
}

// repeat puts a row's copy below it.
func repeat(f *fixture.Form, row string) {
	i := slices.IndexFunc(f.Rows, func(r *fixture.Row) bool { return r.Key == row })
	again := *f.Rows[i]
	again.Key, again.Code = copyOf(row), row
	f.Rows = slices.Insert(f.Rows, i+1, &again)
}

// inYuan fills a form in 元 that says 万元: to the 分, where that is known, as the form
// comes out of the accounts, or else ten thousand times what the form would print.
func inYuan(cents bool) func(*Subject, *rand.Rand) *Slip {
	return func(s *Subject, g *rand.Rand) *Slip {
		form, ok := s.someForm(fixture.FormIDs, g)
		if !ok || s.book.Unit != "万元" || s.layout.Lines == fixture.NoLines || cents && s.yuan == nil {
			return nil
		}
		p := &Slip{Form: form, Yuan: true, How: "filled in 元"}
		for _, c := range s.filled[form] {
			is := number(s.reads(c.Slot)).Shift(4).StringFixed(2)
			if cents {
				is = s.yuan.Value(c.Form, c.Row, c.Column)
			}
			p.Changes = append(p.Changes, s.changed([]Slot{c.Slot}, []string{is})...)
		}
		return p
	}
}

// exchangedRows has the figures of two rows change places, of rows that touch or at
// most five apart.
func exchangedRows(s *Subject, g *rand.Rand) *Slip {
	form, ok := s.someForm(acrossForms, g)
	if !ok {
		return nil
	}
	rows := s.printed.shape.rows[form]
	i, apart := g.IntN(len(rows)), 1
	if g.IntN(2) == 0 {
		apart += g.IntN(5)
	}
	if i+apart >= len(rows) {
		return nil
	}
	a, b := rows[i], rows[i+apart]
	p := &Slip{Form: form, How: fmt.Sprintf("the rows %s and %s exchanged", a, b)}
	both := 0 // figures that went each way
	for _, column := range s.book.Forms[form].Columns {
		one, other := Slot{Form: form, Row: a, Column: column}, Slot{Form: form, Row: b, Column: column}
		if !s.printed.stands[one] || !s.printed.stands[other] {
			continue
		}
		both += count(s.reads(one) != "" && s.reads(other) != "")
		p.Changes = append(p.Changes, s.changed([]Slot{one, other}, []string{s.reads(other), s.reads(one)})...)
	}
	if both == 0 || columnsOf(p.Changes) < 2 { // a figure alone moved, or was exchanged
		return nil
	}
	return p
}
