package pdf

import (
	"strings"

	"suanqing/validate/read/grid"
)

const (
	titleStep = 2.2 // of their size: how far the lines of a title are apart
	wideTitle = 0.4 // of the page's width: a line that is broken
)

// titleGoesOn says whether a line is the end of a title of which the text before is the
// beginning: both stand in the middle, one under the other, in letters of one size.
func (b *block) titleGoesOn(r row, page int, width float32) bool {
	if b.parts != nil || len(b.rows) > 2 || b.rows[0].page != page {
		return false
	}
	last, next := b.rows[len(b.rows)-1].unspaced(), r.unspaced()
	begun, end := solid(last.text()), solid(next.text())
	size := min(last.box.height(), next.box.height())
	if len(last.words) != 1 || len(next.words) != 1 || !isTitleEnd(end) || isTitleEnd(begun) || strings.ContainsAny(begun, "：:。，；") || strings.HasPrefix(begun, "公开") || !grid.IsHead(begun) ||
		last.box.width() < wideTitle*width || max(last.box.height(), next.box.height()) > 1.15*size || next.box.midY()-last.box.midY() > titleStep*size {
		return false
	}
	return abs(last.box.midX()-next.box.midX()) < size || abs(last.box.X0-next.box.X0) < 2
}

// isTitleEnd says whether a text ends as a title of a table does: …表, …表（公开01表）.
func isTitleEnd(text string) bool {
	before, _, _ := strings.Cut(strings.ReplaceAll(text, "(", "（"), "（")
	return strings.HasSuffix(text, "表") || strings.HasSuffix(before, "表") && !strings.HasSuffix(text, "）表")
}

func solid(text string) string { return strings.Join(strings.Fields(text), "") }
