package pdf

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"suanqing/validate/read/grid"
)

// block is a table, over all the pages that it goes on on, or a text: a paragraph over
// all its lines, or a line of words apart.
type block struct {
	parts []*table // of a table
	rows  []placed // of a text
	apart bool     // a line whose words stand apart
	// doubt is why it is not certain what of a table is where; "" where it is. A part of a
	// form is worse than none.
	doubt string
}

// placed is a line with the page that it is on.
type placed struct {
	row
	page int
}

// item is what stands on a page: a table or a line outside tables.
type item struct {
	top   float32
	table *table
	row   row
}

// items reads a page from the top down.
func (v *view) items(prior *table) []item {
	glyphs := v.glyphs
	var out []item
	frames := v.frames()
	slices.SortStableFunc(frames, func(a, b *frame) int { // one within another takes its text first
		return cmp.Compare(a.box.width()*a.box.height(), b.box.width()*b.box.height())
	})
	for _, f := range frames {
		t, rest := v.tableOf(f, glyphs)
		if t.empty() || t.unruled() {
			continue
		}
		glyphs = rest
		for _, part := range t.split() {
			out = append(out, item{top: part.box.Y0, table: part})
		}
	}
	rows := rowsOf(glyphs)
	if len(out) > 0 {
		prior = nil
	}
	tables, rows := v.plains(rows, prior)
	for _, t := range tables {
		if t.doubt == "" && slices.ContainsFunc(v.aside, t.box.holds) {
			t.doubt = unsureTurned
		}
		out = append(out, item{top: t.box.Y0, table: t})
	}
	for _, r := range rows {
		out = append(out, item{top: r.box.Y0, row: r})
	}
	slices.SortStableFunc(out, func(a, b item) int { return cmp.Compare(a.top, b.top) })
	return out
}

func (t *table) empty() bool {
	return !slices.ContainsFunc(t.cells, func(c cell) bool { return c.text != "" })
}

// flow is the text of all pages: its blocks in their order, and what stands at the head
// and foot of pages apart from it.
func flow(views []*view) (blocks []block, edges []placed) {
	pages := make([][]item, len(views))
	var prior *table
	for i, v := range views {
		pages[i] = v.items(prior)
		prior = nil
		for _, it := range pages[i] { // the last table of the page, where nothing but notes is below it
			if it.table != nil {
				prior = it.table
			} else if it.row.isTitle() {
				prior = nil
			}
		}
		if prior != nil && (prior.columns == nil || prior.loose) {
			prior = nil
		}
	}
	edge := edgesOf(views, pages)
	m := marginsOf(pages)
	fresh := true // nothing but what is apart since the last page's end
	for i, items := range pages {
		fresh = true
		for k, it := range items {
			if it.table == nil && (edge[place{i, it.top}] || fresh && it.row.isScrap() && lastOf(blocks) != nil && lastOf(blocks).parts != nil) {
				edges = append(edges, placed{it.row, i})
				continue
			}
			if it.table != nil {
				if last := lastOf(blocks); last == nil || last.parts == nil || !last.takes(it.table, fresh) {
					blocks = append(blocks, block{parts: []*table{it.table}, doubt: it.table.doubt})
				}
			} else if last := lastOf(blocks); last != nil && last.titleGoesOn(it.row, i, views[i].width, widthBelow(pages, i, k)) {
				last.rows[0].row, last.apart = last.rows[0].unspaced(), false
				last.rows = append(last.rows, placed{it.row.unspaced(), i})
			} else if last == nil || !m.goesOn(last, it.row, i, fresh) {
				blocks = append(blocks, block{rows: []placed{{it.row, i}}, apart: len(it.row.words) > 1})
			} else {
				last.rows = append(last.rows, placed{it.row, i})
			}
			fresh = false
		}
	}
	return blocks, edges
}

// isScrap says whether a line at the head of a page is but the rest of a text that stands
// beside a table over several pages.
func (r *row) isScrap() bool {
	return len(r.words) == 1 && len(r.words[0].glyphs) <= 2 && !isFigure(r.words[0].text)
}

func lastOf(blocks []block) *block {
	if len(blocks) == 0 {
		return nil
	}
	return &blocks[len(blocks)-1]
}

const sameColumn = 4 // points that a column may be off on the next page

// takes adds a table to one that it goes on with: with nothing between them, its columns
// among those of the other, or the other way round; on the next page it is enough that it
// goes from side to side as that does, and has no title of its own.
func (b *block) takes(t *table, fresh bool) bool {
	last := b.parts[len(b.parts)-1]
	if (last.columns == nil) != (t.columns == nil) {
		return false
	}
	if last.page != t.page && !fresh || last.page == t.page && t.box.Y0 < last.box.Y1-near {
		return false
	}
	if t.columns != nil {
		if last.page == t.page {
			return false
		}
		switch {
		case b.doubt != "":
		case t.loose:
			b.doubt = t.doubt
		case !t.inColumns(last):
			b.doubt = unsureNext
		}
		if b.doubt != "" {
			t.xs = last.xs
		}
		b.parts = append(b.parts, t)
		return true
	}
	xs := columnsOf(b.parts)
	fits := within(t.xs, xs) || within(xs, t.xs)
	sides := abs(xs[0]-t.xs[0]) <= sameColumn && abs(xs[len(xs)-1]-t.xs[len(t.xs)-1]) <= sameColumn
	if !fits && (!sides || last.page == t.page || t.titled()) {
		return false
	}
	if b.doubt == "" && last.page != t.page && last.brokenAt(t) {
		b.doubt = unsureRow
	}
	b.parts = append(b.parts, t)
	return true
}

// inColumns puts the cells of a table without a full grid into the columns of the page
// before: each of its columns is over one of those, and no other is. false where they are not.
func (t *table) inColumns(of *table) bool {
	to := make([]int, len(t.columns))
	for i, c := range t.columns {
		to[i] = -1
		for k, o := range of.columns {
			if c.X0 >= o.X1-1 || o.X0 >= c.X1-1 {
				continue
			}
			if to[i] >= 0 || i > 0 && to[i-1] == k {
				return false
			}
			to[i] = k
		}
		if to[i] < 0 {
			return false
		}
	}
	for i := range t.cells {
		c := &t.cells[i]
		c.col0, c.col1 = to[c.col0], to[c.col1]
	}
	t.xs = of.xs
	t.columns = slices.Clone(of.columns)
	return true
}

// titled says whether a table has a title of its own in its first row.
func (t *table) titled() bool {
	return slices.ContainsFunc(t.cells, func(c cell) bool {
		return c.row0 == 0 && c.box.width() > sideWide*t.box.width() && strings.Contains(c.text, "表") && grid.IsHead(c.text)
	})
}

// columnsOf are the places of the columns of all parts of a table.
func columnsOf(parts []*table) []float32 {
	xs := slices.Clone(parts[0].xs)
	for _, t := range parts[1:] {
		for _, x := range t.xs {
			if !within([]float32{x}, xs) {
				xs = append(xs, x)
			}
		}
		slices.Sort(xs)
	}
	return xs
}

// within says whether each of some places is one of others.
func within(some, others []float32) bool {
	for _, x := range some {
		if !slices.ContainsFunc(others, func(o float32) bool { return abs(o-x) <= sameColumn }) {
			return false
		}
	}
	return true
}

func abs(x float32) float32 { return max(x, -x) }

type place struct {
	page int
	top  float32
}

const (
	margin   = 0.1 // of a page's height: where its head and foot are
	mostEdge = 2   // lines of a head or a foot
	repeats  = 3   // pages that have the same line in the same place
)

// edgesOf finds the heads and feet of pages: numbers of pages, and lines that come again
// and again and are none that a table stands under.
func edgesOf(views []*view, pages [][]item) map[place]bool {
	type same struct {
		text string
		top  int
	}
	out, seen := map[place]bool{}, map[same][]place{}
	for i, items := range pages {
		h := views[i].height
		for k, it := range items {
			if it.table != nil || it.top > margin*h && it.top < (1-margin)*h || k >= mostEdge && k < len(items)-mostEdge {
				continue
			}
			text := it.row.text()
			if isPageNumber(text) && (k == 0 || k == len(items)-1) {
				out[place{i, it.top}] = true
			} else if !strings.ContainsAny(text, "：:表") {
				key := same{text, int(it.top/near + 0.5)}
				seen[key] = append(seen[key], place{i, it.top})
			}
		}
	}
	for _, all := range seen {
		if len(all) >= repeats {
			for _, at := range all {
				out[at] = true
			}
		}
	}
	return out
}

// isPageNumber says whether a line is the number of a page: 12, — 12 —, 第12页, 12 / 40.
func isPageNumber(text string) bool {
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune(" -—–─·~第页共,，/", r) {
			return -1
		}
		return r
	}, text)
	return onlyDigits(text) && len(text) <= 8
}

// isPageNumber says whether a line is the number of a page in one word: a row of a table has
// its numbers apart.
func (r *row) isPageNumber() bool { return len(r.words) == 1 && isPageNumber(r.text()) }

// margins are between which places the text of each page stands.
type margins struct{ left, right []float32 }

const longLine = 12 // characters of a line that shows where the margins are

func marginsOf(pages [][]item) margins {
	m := margins{make([]float32, len(pages)), make([]float32, len(pages))}
	for i, items := range pages {
		for _, it := range items {
			if it.table != nil || len(it.row.words) > 1 || len(it.row.words[0].glyphs) < longLine {
				continue
			}
			if m.right[i] == 0 {
				m.left[i] = it.row.box.X0
			}
			m.left[i], m.right[i] = min(m.left[i], it.row.box.X0), max(m.right[i], it.row.box.X1)
		}
	}
	return m
}

// goesOn says whether a line goes on with the paragraph before: that fills its last line,
// and the line begins at the margin, in letters of the same size.
func (m margins) goesOn(b *block, r row, page int, fresh bool) bool {
	if b.parts != nil || b.apart || len(r.words) > 1 {
		return false
	}
	last := b.rows[len(b.rows)-1]
	size := min(last.box.height(), r.box.height())
	if max(last.box.height(), r.box.height()) > 1.2*size || last.page != page && !fresh {
		return false
	}
	if last.page == page && r.box.Y0-last.box.Y0 > 3*size {
		return false
	}
	left := m.left[page]
	if m.right[page] == 0 {
		left = last.box.X0
	}
	if r.box.X0 > left+0.8*size || last.box.X1 < m.right[last.page]-2*size || m.right[last.page] == 0 {
		return false
	}
	end, _ := utf8.DecodeLastRuneInString(last.text())
	return !strings.ContainsRune("。：；！", end) || !startsItem(r.text()) && !r.isTitle()
}

// startsItem says whether a line begins an item or a heading.
func startsItem(text string) bool {
	text = strings.TrimLeft(text, "（(第")
	r, n := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune("一二三四五六七八九十0123456789注", r) {
		return false
	}
	rest := strings.TrimLeft(text[n:], "一二三四五六七八九十0123456789")
	next, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("、.．：)）部", next)
}

// text is a paragraph without the ends of its lines: characters of Chinese need no blank
// between them.
func (b *block) text() string { return b.each(func(int, *placed) {}) }

// each calls for every line of the text, with where in the whole text it begins, in runes,
// and gives the text.
func (b *block) each(line func(at int, r *placed)) string {
	var w strings.Builder
	at := 0
	for i := range b.rows {
		text := b.rows[i].text()
		if w.Len() > 0 {
			last, _ := utf8.DecodeLastRuneInString(w.String())
			first, _ := utf8.DecodeRuneInString(text)
			if isLatin(last) && isLatin(first) {
				w.WriteByte(' ')
				at++
			}
		}
		line(at, &b.rows[i])
		w.WriteString(text)
		at += utf8.RuneCountInString(text)
	}
	return w.String()
}

func isLatin(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }
