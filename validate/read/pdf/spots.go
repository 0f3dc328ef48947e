package pdf

import (
	"cmp"
	"slices"

	"suanqing/validate/document"
	"suanqing/validate/read/grid"
)

// note keeps where a cell stands.
func (w *writer) note(sheet *grid.Sheet, row, col, page int, box Box) {
	w.noteAt(sheet, row, col, 0, page, box)
}

func (w *writer) noteAt(sheet *grid.Sheet, row, col, at, page int, box Box) {
	s := document.Spot{Row: row, Col: col, At: at}
	s.Page, s.Box = w.views[page].spot(box)
	sheet.Spots = append(sheet.Spots, s)
}

// noteText keeps where a paragraph stands: every figure by itself, and what is between two
// of them on a line.
func (w *writer) noteText(sheet *grid.Sheet, row int, b *block) {
	b.each(func(at int, line *placed) {
		for i := range line.words {
			word := &line.words[i]
			if i > 0 {
				at += len(betweenWords)
			}
			var box Box
			from, next := at, 0
			for _, r := range word.text {
				if next == len(word.glyphs) {
					break
				}
				if r == ' ' && word.glyphs[next].r != ' ' {
					at++
					continue
				}
				switch g := &word.glyphs[next]; {
				case next == 0:
					box = g.box
				case isDigit(g.r) != isDigit(word.glyphs[next-1].r):
					w.noteAt(sheet, row, 0, from, line.page, box)
					from, box = at, g.box
				default:
					box = box.with(g.box)
				}
				next++
				at++
			}
			w.noteAt(sheet, row, 0, from, line.page, box)
		}
	})
}

// sortSpots puts the places of a sheet in their order.
func sortSpots(s *document.Sheet) {
	slices.SortStableFunc(s.Spots, func(a, b document.Spot) int {
		return cmp.Or(a.Row-b.Row, a.Col-b.Col, a.At-b.At)
	})
}
