package mutation

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"suanqing/validate/lab/fixture"
)

// slides moves a rectangle of a form along, as pasting it in the wrong place does and
// leaves nothing where it was, or as inserting and deleting cells does, when what it
// displaced comes in behind it (rotated).
type slides struct {
	forms   []string
	width   span2 // columns of it
	length  span2 // rows of it
	by      span2 // how far it goes
	rotated bool
	right   bool // across, else down
}

// span2 is a least and a most.
type span2 struct{ least, most int }

func (r span2) some(g *rand.Rand) int { return r.least + g.IntN(r.most-r.least+1) }

func (w slides) plant(s *Subject, g *rand.Rand) *Slip {
	form, ok := s.someForm(w.forms, g)
	if !ok {
		return nil
	}
	size, long, by := w.width.some(g), w.length.some(g), w.by.some(g)
	down, right := step(g, by, 0)
	rows, columns := long+by, size
	if w.right {
		down, right = step(g, 0, by)
		rows, columns = long, size+by
	}
	corner := s.cornerOf(form, rows, columns, g)
	lines, ok := s.lines(corner, rows, columns, w.right)
	if !ok || form != s.cells[corner].Form {
		return nil
	}
	moved := long
	if w.right {
		moved = size
	}
	p := s.slide(lines, moved, down+right < 0, w.rotated)
	// Fewer changes are not a slip of a block to anybody who looks at the form.
	if len(p.Changes) < 3 || !w.right && columnsOf(p.Changes) < min(2, w.width.least) {
		return nil
	}
	p.Form = form
	p.How = fmt.Sprintf("%d rows by %d columns of figures, the form's %v, slipped %d down and %d right (%s)", long, size,
		s.address(lines[0][0]), down, right, variant(w.rotated))
	p.Ways = [][2]int{{-down, -right}}
	if w.rotated { // what was displaced went the other way, and may be called the block as well
		p.Ways = append(p.Ways, [2]int{sign(down) * moved, sign(right) * moved})
	}
	return p
}

func variant(rotated bool) string {
	if rotated {
		return "what it displaced came in behind it"
	}
	return "blank behind it"
}

func sign(n int) int { return min(1, max(-1, n)) }

// someForm is one of the forms that has figures.
func (s *Subject) someForm(forms []string, g *rand.Rand) (string, bool) {
	there := slices.DeleteFunc(slices.Clone(forms), func(f string) bool { return len(s.filled[f]) == 0 })
	if len(there) == 0 {
		return "", false
	}
	return there[g.IntN(len(there))], true
}

// cornerOf is the top left of some rectangle that has a figure of the form in it.
func (s *Subject) cornerOf(form string, rows, columns int, g *rand.Rand) place {
	in := placeOf(s.filled[form][g.IntN(len(s.filled[form]))])
	return place{in.sheet, in.row - g.IntN(rows), in.col - g.IntN(columns)}
}

// lines is a rectangle of figures of one form, column by column, or row by row; false
// when something else stands in it.
func (s *Subject) lines(corner place, rows, columns int, byRow bool) ([][]Slot, bool) {
	count, length := columns, rows
	if byRow {
		count, length = rows, columns
	}
	form := s.cells[corner].Form
	out := make([][]Slot, count)
	for i := range count {
		for k := range length {
			at := place{corner.sheet, corner.row + k, corner.col + i}
			if byRow {
				at = place{corner.sheet, corner.row + i, corner.col + k}
			}
			slot, ok := s.cells[at]
			if !ok || slot.Form != form {
				return nil, false
			}
			out[i] = append(out[i], slot)
		}
	}
	return out, true
}

// slide moves the first figures of each line to its end, or with back the last to its
// beginning.
func (s *Subject) slide(lines [][]Slot, moved int, back, rotated bool) *Slip {
	p := &Slip{}
	for _, line := range lines {
		if back {
			line = slices.Clone(line)
			slices.Reverse(line)
		}
		by := len(line) - moved
		var is []string
		for i := range line {
			switch {
			case i >= by:
				is = append(is, s.reads(line[i-by]))
			case rotated:
				is = append(is, s.reads(line[moved+i]))
			case i < moved:
				is = append(is, "")
			default: // between where it was and where it is
				is = append(is, s.reads(line[i]))
			}
		}
		p.Changes = append(p.Changes, s.changed(line, is)...)
	}
	return p
}

// changed is those of some figures that become others.
func (s *Subject) changed(slots []Slot, is []string) []Change {
	var out []Change
	for i, slot := range slots {
		if was := s.reads(slot); !number(was).Equal(number(is[i])) {
			out = append(out, Change{slot, was, is[i]})
		}
	}
	return out
}

func columnsOf(changes []Change) int {
	seen := map[string]bool{}
	for _, c := range changes {
		seen[c.Column] = true
	}
	return len(seen)
}

// placed is where a figure stands.
func (s *Subject) placed(slot Slot) (place, bool) {
	p, ok := s.Drawn.At(slot.Form, slot.Row, slot.Column)
	if !ok {
		return place{}, false
	}
	return placeOf(p), true
}

func (s *Subject) address(slot Slot) string {
	p, _ := s.Drawn.At(slot.Form, slot.Row, slot.Column)
	return p.Sheet + "!" + p.Cell
}

// wholeForm slips all figures of a form but its total's by one to three rows; what
// leaves the form at one end is lost, or comes in at the other.
func wholeForm(rotated bool) func(*Subject, *rand.Rand) *Slip {
	return func(s *Subject, g *rand.Rand) *Slip {
		form, ok := s.someForm(byCode, g)
		if !ok {
			return nil
		}
		var rows []string
		for _, r := range s.printed.shape.rows[form] {
			if r != fixture.Total {
				rows = append(rows, r)
			}
		}
		by := 1 + g.IntN(3)
		if len(rows) < by+3 {
			return nil
		}
		corner, columns := s.topLeft(form, rows[0])
		lines, ok := s.lines(corner, len(rows), columns, false)
		if !ok { // a header stands half-way down
			return nil
		}
		down, _ := step(g, by, 0)
		p := s.slide(lines, len(rows)-by, down < 0, rotated)
		if len(p.Changes) < 3 {
			return nil
		}
		p.Form, p.Ways = form, [][2]int{{-down, 0}}
		if rotated {
			p.Ways = append(p.Ways, [2]int{sign(down) * (len(rows) - by), 0})
		}
		p.How = fmt.Sprintf("all its %d rows slipped %d down (%s)", len(rows), down, variant(rotated))
		return p
	}
}

// topLeft is the first figure of a row, and how many the row has.
func (s *Subject) topLeft(form, row string) (at place, columns int) {
	for _, p := range s.Drawn.Placements {
		if p.Form != form || p.Row != row {
			continue
		}
		if here := placeOf(p); columns == 0 || here.col < at.col {
			at = here
		}
		columns++
	}
	return at, columns
}
