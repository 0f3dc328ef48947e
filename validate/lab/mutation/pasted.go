package mutation

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// Figures pasted from another place or another year.

// sectionPasted pastes the figures of one section's items over those of another's on the
// same form. They stay where they were, or with cut nothing does.
func sectionPasted(cut bool) func(*Subject, *rand.Rand) *Slip {
	return func(s *Subject, g *rand.Rand) *Slip {
		form, ok := s.someForm(byCode, g)
		if !ok {
			return nil
		}
		from, to := s.someItems(form, g), s.someItems(form, g)
		n := min(len(from), len(to), 1+g.IntN(4))
		if n == 0 || from[0] == to[0] {
			return nil
		}
		p := &Slip{Form: form, How: fmt.Sprintf("the figures of %d rows from %s pasted on those from %s (cut: %v)", n, from[0], to[0], cut)}
		down := 0
		for i := range n {
			for _, column := range s.book.Forms[form].Columns {
				was, is := Slot{Form: form, Row: to[i], Column: column}, Slot{Form: form, Row: from[i], Column: column}
				below, stands := s.placed(was)
				above, also := s.placed(is)
				if !stands || !also || i > 0 && below.row-above.row != down {
					return nil
				}
				down = below.row - above.row
				p.Changes = append(p.Changes, s.changed([]Slot{was}, []string{s.reads(is)})...)
				if cut {
					p.Changes = append(p.Changes, s.changed([]Slot{is}, []string{""})...)
				}
			}
		}
		if len(p.Changes) < 3 || columnsOf(p.Changes) < 2 {
			return nil
		}
		p.Ways = [][2]int{{-down, 0}}
		return p
	}
}

// someItems is the rows of some section's items.
func (s *Subject) someItems(form string, g *rand.Rand) []string {
	row := s.filled[form][g.IntN(len(s.filled[form]))].Row
	if !isCode(row) || len(row) < 7 {
		return nil
	}
	return s.printed.shape.kids[form][row[:5]]
}

// exchangedTwo has two figures of a row change places with those of the row below, side
// by side.
func exchangedTwo(s *Subject, g *rand.Rand) *Slip {
	form, ok := s.someForm(acrossForms, g)
	if !ok {
		return nil
	}
	lines, ok := s.lines(s.cornerOf(form, 2, 2, g), 2, 2, false)
	if !ok || lines[0][0].Form != form {
		return nil
	}
	p := &Slip{Form: form, How: "two figures exchanged with those of the row below"}
	for _, line := range lines {
		a, b := s.reads(line[0]), s.reads(line[1])
		if a == "" || b == "" {
			return nil
		}
		p.Changes = append(p.Changes, s.changed(line, []string{b, a})...)
	}
	if columnsOf(p.Changes) < 2 {
		return nil
	}
	return p
}

// someColumn is the figures of some column of a form of functional codes.
func (s *Subject) someColumn(g *rand.Rand) []Slot {
	form, ok := s.someForm(byCode, g)
	if !ok {
		return nil
	}
	column := s.filled[form][g.IntN(len(s.filled[form]))].Column
	var out []Slot
	for _, c := range s.filled[form] {
		if c.Column == column {
			out = append(out, c.Slot)
		}
	}
	return out
}

// columnOf is an error in every figure of a column.
func (s *Subject) columnOf(line []Slot, is []string, how string) *Slip {
	p := &Slip{Form: line[0].Form, Changes: s.changed(line, is), How: "the column " + line[0].Column + " " + how}
	if len(p.Changes) < 3 {
		return nil
	}
	return p
}

// columnStale has a column of another year: it adds up, and agrees with nothing else.
func columnStale(s *Subject, g *rand.Rand) *Slip {
	line := s.someColumn(g)
	if len(line) < 3 {
		return nil
	}
	form := line[0].Form
	values := map[string]decimal.Decimal{}
	var sum func(row string) decimal.Decimal
	sum = func(row string) decimal.Decimal {
		kids := s.printed.shape.kids[form][row]
		if row == fixture.Total {
			kids = s.printed.shape.kids[form][""]
		}
		at := Slot{Form: form, Row: row, Column: line[0].Column}
		v := s.value(at).Mul(decimal.New(60+g.Int64N(80), -2)).Round(2)
		if len(kids) > 0 {
			v = decimal.Zero
			for _, k := range kids {
				v = v.Add(sum(k))
			}
		}
		values[row] = v
		return v
	}
	sum(fixture.Total)
	var is []string
	for _, at := range line {
		v, ok := values[at.Row]
		if !ok {
			return nil
		}
		is = append(is, v.StringFixed(2))
	}
	return s.columnOf(line, is, "of another year")
}

// columnShifted has the point of every figure of a column one or two digits to the right,
// or in a book in 元, which rounds nothing else, to the left.
func columnShifted(s *Subject, g *rand.Rand) *Slip {
	line := s.someColumn(g)
	by := int32(1 + g.IntN(2))
	if g.IntN(2) == 0 && s.book.Unit == "元" {
		by = -by
	}
	var is []string
	for _, at := range line {
		is = append(is, s.value(at).Shift(by).StringFixed(2))
	}
	if len(line) == 0 {
		return nil
	}
	return s.columnOf(line, is, fmt.Sprintf("%d digits shifted", by))
}

// codeSlipped types a code wrong on a form where figures of a column have slipped as well.
func codeSlipped(s *Subject, g *rand.Rand) *Slip {
	form, ok := s.someForm(mated, g)
	if !ok {
		return nil
	}
	code := mistyped(3, 7, form)(s, g)
	slip := slides{forms: []string{form}, width: span2{1, 2}, length: span2{3, 8}, by: span2{1, 2}, rotated: true}.plant(s, g)
	if code == nil || slip == nil || !slices.Contains(s.printed.shape.rows[form], code.Recoded.Row) {
		return nil
	}
	slip.Recoded, slip.How = code.Recoded, code.How+", and "+slip.How
	return slip
}
