package bind

import (
	"slices"
	"strings"

	"suanqing/validate/document"
	"suanqing/validate/form"
)

// Other is the set of forms that are none of the nine, such as a detailed form
// beside the plain one.
const Other = "其他"

const (
	shortestOther = len("项目支出表")
	longestOther  = 120 // bytes
	otherHeader   = 8   // rows below its title in which its header stands
)

// lastRow is where a form's part of the sheet ends: above the title of another
// form that is none of the nine, or at the bottom.
func (b *Book) lastRow(g *grid, h *header, bottom int) int {
	for _, at := range g.within(g.titled, h.last+1, bottom) {
		if row := g.sheet.Rows[at.row].Index; isOtherTitle(g, row) && headsOther(g, row+1, min(bottom, row+otherHeader)) {
			b.Foreign = append(b.Foreign, Foreign{Other, g.place(row, g.cells(row)[0].Col)})
			return row - 1
		}
	}
	return bottom
}

// isOtherTitle says whether a row is nothing but the title of a form that is
// none of the nine, its number and its unit.
func isOtherTitle(g *grid, row int) bool {
	title := ""
	l := g.line(row)
	for i := range l.cells() {
		c := &l.row.Cells[i]
		text := g.textOf(l, i)
		switch {
		case text == "":
		case c.Kind != document.Text:
			return false
		case title == "":
			if title = text; !namesOther(g.book.Standard, title) {
				return false
			}
		case stripMarks(text) != "" && !strings.Contains(text, "单位:"):
			return false
		}
	}
	return title != ""
}

// namesOther says whether a text reads as the title of a form that is none of
// the nine: a short one that ends in 表 and is no sentence.
func namesOther(s *form.Standard, text string) bool {
	text = form.StripRemark(text)
	if len(text) < shortestOther || len(text) > longestOther || !strings.HasSuffix(text, "表") ||
		strings.ContainsAny(text, ",。;:!?") || strings.HasPrefix(text, "注") || strings.Contains(text, "见") || stripMarks(text) == "" {
		return false
	}
	if _, one := s.MatchTitle(text); one {
		return false
	}
	return !slices.ContainsFunc(form.WholeSets, func(end string) bool { return strings.HasSuffix(text, end) })
}

// headsOther says whether one of the rows heads columns, as a form's header does.
func headsOther(g *grid, top, bottom int) bool {
	for row := top; row <= bottom; row++ {
		texts, heads := 0, false
		l := g.line(row)
		for i := range l.cells() {
			if l.row.Cells[i].Kind == document.Number {
				return false // figures before any header
			}
			if text := g.textOf(l, i); text != "" {
				texts++
				heads = heads || g.book.Standard.Heads(text)
			}
		}
		if heads && texts > 1 {
			return true
		}
	}
	return false
}
