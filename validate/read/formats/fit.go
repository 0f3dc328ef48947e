package formats

import (
	"slices"
	"strings"

	"suanqing/validate/document"
)

// Columns of a sheet that says nothing of widths are as wide as their texts, within
// reason; in characters.
const (
	narrowest  = 8
	widest     = 36
	character  = 256 // of a width
	mostFitted = 512 // columns; no form has as many
)

// fit gives the columns of a sheet widths where its file gives none, or those of a page
// that was written, on which small print wraps.
func fit(s *document.Sheet) {
	if !s.Written && slices.ContainsFunc(s.Cols, func(c document.ColSpan) bool { return c.Width > 0 }) {
		return
	}
	across := map[[2]int]bool{}
	for _, m := range s.Merges {
		if m.Col1 > m.Col0 {
			across[[2]int{m.Row0, m.Col0}] = true
		}
	}
	var widths []int
	for i := range s.Rows {
		for k := range s.Rows[i].Cells {
			c := &s.Rows[i].Cells[k]
			if c.Col >= mostFitted || across[[2]int{c.Row, c.Col}] {
				continue
			}
			for len(widths) <= c.Col {
				widths = append(widths, narrowest)
			}
			widths[c.Col] = max(widths[c.Col], min(width(c.Shown())+1, widest))
		}
	}
	cols := make([]document.ColSpan, len(widths))
	for col, w := range widths {
		cols[col] = document.ColSpan{First: col, Last: col, Width: w * character, Hidden: s.ColHidden(col)}
	}
	for _, c := range s.Cols {
		if c.First = max(c.First, len(widths)); c.First <= c.Last {
			cols = append(cols, c)
		}
	}
	s.Cols = cols
}

// width is how many characters wide the longest line of a text is; Chinese ones are
// two wide.
func width(text string) (longest int) {
	for line := range strings.SplitSeq(text, "\n") {
		n := 0
		for _, r := range line {
			if n++; r >= 0x1100 {
				n++
			}
			if n > widest {
				break
			}
		}
		longest = max(longest, n)
	}
	return longest
}
