package mutation

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"suanqing/validate/lab/fixture"
)

// packed packs the figures of one to three columns upward, as copying through a program
// that drops blanks does: either blank cells are lost, each column's own, or the rows
// that are blank in all of them. Behind the figures nothing is left, or with repeated
// the first of them once more, as when they are pasted over too large a selection.
func packed(repeated bool) func(*Subject, *rand.Rand) *Slip {
	return func(s *Subject, g *rand.Rand) *Slip {
		form, ok := s.someForm(gappy, g)
		if !ok {
			return nil
		}
		rows, columns, whole := 5+g.IntN(26), 1+g.IntN(3), g.IntN(2) == 0
		lines, ok := s.lines(s.cornerOf(form, rows, columns, g), rows, columns, false)
		if !ok || lines[0][0].Form != form {
			return nil
		}
		p := &Slip{Form: form}
		slips := 0 // the most ways that figures of one column go
		for _, line := range lines {
			var kept []string
			ways := map[int]bool{}
			for i, slot := range line {
				if v := s.reads(slot); v != "" || whole && s.someFigure(lines, i) {
					if v != "" && i > len(kept) {
						ways[i-len(kept)] = true
					}
					kept = append(kept, v)
				}
			}
			slips = max(slips, len(ways))
			p.Changes = append(p.Changes, s.changed(line, filled(kept, len(line), repeated))...)
		}
		if slips < 2 || len(p.Changes) < 3 { // with one it is a block that slipped
			return nil
		}
		p.How = fmt.Sprintf("%d rows by %d columns from %s packed upward", rows, columns, s.address(lines[0][0]))
		return p
	}
}

func (s *Subject) someFigure(lines [][]Slot, row int) bool {
	return slices.ContainsFunc(lines, func(line []Slot) bool { return s.reads(line[row]) != "" })
}

// filled is figures made up to a length, with blanks or with themselves again.
func filled(figures []string, length int, repeated bool) []string {
	out := slices.Clone(figures)
	for i := 0; len(out) < length; i++ {
		v := ""
		if repeated && len(figures) > 0 {
			v = figures[i%len(figures)]
		}
		out = append(out, v)
	}
	return out
}

// group moves the details of an economic class up a row; in the last row nothing is
// left, or with repeated the class's sum. The first detail is lost, or it stands
// where the sum stood.
func group(repeated bool) func(*Subject, *rand.Rand) *Slip {
	return func(s *Subject, g *rand.Rand) *Slip {
		classes := s.printed.shape.kids[fixture.F06][""]
		if len(classes) == 0 {
			return nil
		}
		class := classes[g.IntN(len(classes))]
		rows := append([]string{class}, s.printed.shape.kids[fixture.F06][class]...)
		if len(rows) < 4 {
			return nil
		}
		top, ok := s.placed(Slot{Form: fixture.F06, Row: class, Column: money})
		lines, whole := s.lines(top, len(rows), 1, false)
		if !ok || !whole || lines[0][len(rows)-1].Row != rows[len(rows)-1] { // they do not stand one below the other
			return nil
		}
		line, onSum := lines[0], g.IntN(2) == 0
		is := []string{s.reads(line[0])}
		if onSum {
			is[0] = s.reads(line[1])
		}
		for _, slot := range line[2:] {
			is = append(is, s.reads(slot))
		}
		last := ""
		if repeated {
			last = s.reads(line[0])
		}
		p := &Slip{Form: fixture.F06, Changes: s.changed(line, append(is, last)), Ways: [][2]int{{1, 0}}}
		if len(p.Changes) < 3 {
			return nil
		}
		if onSum && repeated { // the sum went the other way
			p.Ways = append(p.Ways, [2]int{1 - len(rows), 0})
		}
		p.How = fmt.Sprintf("the details of %s moved up a row (the first onto the sum: %v)", class, onSum)
		return p
	}
}
