package dress

import (
	"strings"

	"suanqing/validate/lab/fixture"
)

// blocks are forms too long for a page that go on at the right, under their header again.
var blocks = func() []Dress {
	two := side{parts: 2}
	var out []Dress
	add := func(name, forms string, l fixture.Layout, b side) {
		form, _, _ := strings.Cut(forms, " ")
		plain := fixture.Layout{}
		if l.Economic == fixture.ThreeFigures {
			plain.Economic, form = l.Economic, "" // its third total is no figure of the fixture's
		}
		out = append(out, Dress{Name: "blocks: " + name, Kind: Blocks, Allow: ANotice, Form: form, Plain: plain, Layout: &l, Wear: b.wear(forms)})
	}
	add("two", fixture.F03, fixture.Layout{}, two)
	add("two on F05", fixture.F05, fixture.Layout{}, two)
	add("two on F02", fixture.F02, fixture.Layout{}, two)
	add("two on all coded forms", "F03 F02 F05 F07 F08", fixture.Layout{}, two)
	add("two with a blank column between", fixture.F03, fixture.Layout{}, side{parts: 2, gap: 1})
	add("three", fixture.F03, fixture.Layout{}, side{parts: 3})
	add("two, cut before a class", fixture.F03, fixture.Layout{}, side{parts: 2, atClass: true})
	add("two, 合计 last", fixture.F03, fixture.Layout{TotalLast: true}, two)
	add("two without 栏次", fixture.F03, fixture.Layout{NoColumnNumbers: true}, two)
	add("two, 栏次 on the left only", fixture.F03, fixture.Layout{}, side{parts: 2, numbersOnce: true})
	add("two with flat headers", fixture.F05, fixture.Layout{FlatHeads: true}, two)
	add("two with 类 款 项 in columns", fixture.F03, fixture.Layout{Codes: fixture.SplitCode}, two)
	add("two with the code in the name", fixture.F03, fixture.Layout{Codes: fixture.CodeInName}, two)
	add("two, the title once more with （续）", fixture.F03, fixture.Layout{}, side{parts: 2, gap: 1, title: "（续）"})
	add("two, the title over the left one only", fixture.F05, fixture.Layout{}, side{parts: 2, gap: 1, narrow: true})
	add("a list of economic codes in two", fixture.F06, fixture.Layout{Economic: fixture.OneList}, two)
	add("a list of economic codes in three", fixture.F06, fixture.Layout{Economic: fixture.OneList}, side{parts: 3, gap: 1})
	add("economic codes with three figures in two", fixture.F06, fixture.Layout{Economic: fixture.ThreeFigures}, two)
	return out
}()

// side is how a form is dealt out to blocks.
type side struct {
	parts       int
	gap         int    // blank columns between
	atClass     bool   // each block begins with a class
	numbersOnce bool   // 栏次 on the left only
	title       string // the title once more over each block, with this behind it
	narrow      bool   // the title spans the first block only
}

func (b side) wear(forms string) func(w *Workbook) {
	return func(w *Workbook) {
		for _, s := range w.Sheets {
			if s.Form != "" && strings.Contains(forms, s.Form) {
				b.deal(s)
			}
		}
	}
}

// deal moves the rows below the first part to the right of it.
func (b side) deal(s *Sheet) {
	first, last := s.body()
	if last-first < 4 {
		return
	}
	head, width := s.head(), s.bodyWidth()
	step := width + b.gap
	starts := b.starts(s, first, last)
	height := 0
	for i, start := range starts {
		height = max(height, append(starts, last+1)[i+1]-start)
	}
	for i := 1; i < len(starts); i++ {
		s.copyRows(head, first, 0, i*step, func(at At, c *Cell) {
			if b.numbersOnce && c.Number != "" {
				c.Number = ""
			}
		})
		if b.title != "" {
			title := s.Cells[At{0, 0}].Text + b.title
			s.Cells[At{0, i * step}] = &Cell{Text: title}
			s.Merges = append(s.Merges, Rect{At{0, i * step}, At{0, i*step + width - 1}})
		}
	}
	if b.title == "" && !b.narrow {
		for i, m := range s.Merges {
			if m.From == (At{0, 0}) {
				s.Merges[i].To.Col = (len(starts)-1)*step + width - 1
			}
		}
	}
	s.remap(func(at At) *At {
		switch {
		case at.Row < first:
			return &at
		case at.Row > last: // the notes
			return &At{first + height + at.Row - last - 1, at.Col}
		}
		i := 0
		for i+1 < len(starts) && at.Row >= starts[i+1] {
			i++
		}
		return &At{first + at.Row - starts[i], at.Col + i*step}
	})
}

// starts lists the first row of each part.
func (b side) starts(s *Sheet, first, last int) []int {
	size := (last - first + b.parts) / b.parts
	var out []int
	for i := range b.parts {
		start := first + i*size
		for b.atClass && i > 0 && start <= last && len(s.text(At{start, 0})) != 3 {
			start++
		}
		if start <= last {
			out = append(out, start)
		}
	}
	return out
}
