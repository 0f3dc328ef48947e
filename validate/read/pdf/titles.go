package pdf

import (
	"strings"

	"suanqing/validate/read/grid"
)

const (
	mostParts = 2   // of a line of a title that is spaced out: 表一  收入支出决算总表
	titleStep = 2.2 // of their size: how far the lines of a title are apart
	wideTitle = 0.4 // of the page's width: a line that is broken
	fillTable = 0.7 // of the width of the table below: likewise
)

// titleGoesOn says whether a line is the end of a title of which the text before is the
// beginning: both stand in the middle, one under the other, in letters of one size. The
// first is as long as there was room: of a width of the page, or of the table below.
func (b *block) titleGoesOn(r row, page int, width, table float32) bool {
	if b.parts != nil || len(b.rows) > 2 || b.rows[0].page != page {
		return false
	}
	last, next := b.rows[len(b.rows)-1].unspaced(), r.unspaced()
	begun, end := solid(last.text()), solid(next.text())
	size := min(last.box.height(), next.box.height())
	if len(last.words) > mostParts || len(next.words) != 1 || !isTitleEnd(end) || isTitleEnd(begun) || strings.ContainsAny(begun, "：:。，；") || strings.HasPrefix(begun, "公开") || !grid.IsHead(begun) ||
		last.box.width() < min(wideTitle*width, fillTable*table) || max(last.box.height(), next.box.height()) > 1.15*size || next.box.midY()-last.box.midY() > titleStep*size {
		return false
	}
	return abs(last.box.midX()-next.box.midX()) < size || abs(last.box.X0-next.box.X0) < 2
}

// isTitleEnd says whether a text ends as a title of a table does: …表, …表（公开01表）.
func isTitleEnd(text string) bool {
	before, _, _ := strings.Cut(strings.ReplaceAll(text, "(", "（"), "（")
	return strings.HasSuffix(text, "表") || strings.HasSuffix(before, "表") && !strings.HasSuffix(text, "）表")
}

// widthBelow is how wide the next table is from an item on, on the same page or the next;
// as wide as anything where there is none.
func widthBelow(pages [][]item, page, from int) float32 {
	for i := page; i < min(page+2, len(pages)); i++ {
		for k := from; k < len(pages[i]); k++ {
			if t := pages[i][k].table; t != nil {
				return t.box.width()
			}
		}
		from = 0
	}
	return far
}

func solid(text string) string { return strings.Join(strings.Fields(text), "") }
