package pdf_test

import (
	"strings"

	"suanqing/validate/read/pdf"
)

// sheet draws a page as an engine would give it: text by its top left corner in points,
// ten points high, and rulings.
type sheet struct{ pdf.Page }

const (
	paperWidth, paperHeight = 600, 800
	size                    = 10
)

func newSheet() *sheet {
	return &sheet{pdf.Page{Box: pdf.Box{X1: paperWidth, Y1: paperHeight}}}
}

// text writes characters one behind the other, Latin ones half as wide.
func (s *sheet) text(x, y float32, text string) *sheet {
	for _, r := range text {
		width := float32(size)
		if r < 0x80 {
			width = size / 2
		}
		if r != ' ' {
			bottom := paperHeight - y - size
			s.Chars = append(s.Chars, pdf.Char{Rune: r, X: x, Y: bottom + 2, Box: pdf.Box{X0: x, Y0: bottom, X1: x + width, Y1: bottom + size}})
		}
		x += width
	}
	return s
}

// across and down rule lines.
func (s *sheet) across(y, from, to float32) *sheet {
	s.Rulings = append(s.Rulings, pdf.Ruling{Box: pdf.Box{X0: from, X1: to, Y0: paperHeight - y, Y1: paperHeight - y}})
	return s
}

func (s *sheet) down(x, from, to float32) *sheet {
	s.Rulings = append(s.Rulings, pdf.Ruling{Box: pdf.Box{X0: x, X1: x, Y0: paperHeight - to, Y1: paperHeight - from}})
	return s
}

// grid rules a table with those columns and rows.
func (s *sheet) grid(xs, ys []float32) *sheet {
	for _, y := range ys {
		s.across(y, xs[0], xs[len(xs)-1])
	}
	for _, x := range xs {
		s.down(x, ys[0], ys[len(ys)-1])
	}
	return s
}

// turned is the page as it is drawn on paper turned by a quarter clockwise: with a
// rotation that turns it back, or with none.
func (s *sheet) turned(rotation int) *sheet {
	quarter := func(b pdf.Box) pdf.Box {
		return pdf.Box{X0: paperHeight - b.Y1, Y0: b.X0, X1: paperHeight - b.Y0, Y1: b.X1}
	}
	out := &sheet{pdf.Page{Box: pdf.Box{X1: paperHeight, Y1: paperWidth}, Rotation: rotation}}
	for _, c := range s.Chars {
		c.Box, c.X, c.Y, c.Turn = quarter(c.Box), paperHeight-c.Y, c.X, 3*1.5707964
		out.Chars = append(out.Chars, c)
	}
	for _, r := range s.Rulings {
		r.Box = quarter(r.Box)
		out.Rulings = append(out.Rulings, r)
	}
	return out
}

// said is what pages say: a line a row, cells parted by |, with the column of each.
func said(pages ...*sheet) string {
	all := make([]pdf.Page, len(pages))
	for i := range pages {
		all[i] = pages[i].Page
	}
	d, refusal := pdf.Document(all)
	if refusal != nil {
		return refusal.Code
	}
	var w strings.Builder
	for i, s := range d.Sheets {
		if i > 0 {
			w.WriteString("--\n")
		}
		for _, r := range s.Rows {
			for k, c := range r.Cells {
				if k > 0 {
					w.WriteByte('|')
				}
				w.WriteByte('A' + byte(c.Col))
				w.WriteString(":" + strings.ReplaceAll(c.Shown(), "\n", "/"))
			}
			w.WriteByte('\n')
		}
	}
	return strings.TrimSpace(w.String())
}
