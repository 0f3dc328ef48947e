package pdf

import (
	"cmp"
	"slices"
	"strings"
)

// A table without rulings, or with some of them only, is lines of text whose words stand in
// columns. What its rows and columns are follows from the words: a column is where words
// stand one under another with nothing astride, a row is what stands beside the figures of
// one line. Rulings and grounds that there are part rows and columns as well. Where any of
// it is not certain the table is marked so, as a whole.

const leastRows = 3 // lines with figures that make a table

// plain is a table without a full grid being found.
type plain struct {
	v        *view
	rows     []row
	lines    [][]token
	top, end int   // lines with figures: the first, and behind the last
	columns  []Box // left and right of what stands in each
	bounds   []float32
	ruled    []float32 // edges of columns that are drawn
	bands    []float32 // edges of rows that are drawn
	names    []spanned // what heads the columns
	doubt    string
	prior    *table // that it goes on with
}

// plains finds the tables without a grid among lines of text, and what is left of those.
//
// The first of them may go on with the last table of the page before, whose columns it then
// has; nil for none.
func (v *view) plains(rows []row, prior *table) (tables []*table, rest []row) {
	used := make([]bool, len(rows))
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && !rows[to].isTitle() {
			to++
		}
		if from > 0 || rows[0].isTitle() || len(tables) > 0 {
			prior = nil
		}
		if t, first, last := v.plainOf(rows[from:to], prior); t != nil {
			tables = append(tables, t)
			for i := from + first; i < from+last; i++ {
				used[i] = true
			}
		}
		from = to
	}
	for i := range rows {
		if !used[i] {
			rest = append(rest, rows[i])
		}
	}
	return tables, rest
}

// plainOf makes a table of lines, of which it takes those from first to before last; nil
// where they are none.
func (v *view) plainOf(rows []row, prior *table) (t *table, first, last int) {
	p := plain{v: v, rows: rows, top: -1, prior: prior}
	money, stopped := 0, false
	for i := range rows {
		tokens := rows[i].tokens(i)
		p.lines = append(p.lines, tokens)
		if stopped {
			continue
		}
		n := 0
		for k := range tokens {
			if isMoney(tokens[k].text) {
				n++
			}
		}
		if len(tokens) < 2 || n == 0 || rows[i].isProse() {
			stopped = rows[i].isProse() && money >= leastRows
			continue
		}
		if money += n; p.top < 0 {
			p.top = i
		}
		p.end = i + 1
	}
	if money < leastRows && (prior == nil || money == 0) {
		return nil, 0, 0
	}
	p.startBody()
	p.endBody()
	begin := p.startHead()
	for i := begin; i < p.top; i++ {
		if p.isNumbers(i) {
			p.top = i + 1 // what is below the numbers of the columns is none of the headers
		}
	}
	p.headBelowNumbers()
	p.nameAbove(begin)
	if p.prior != nil && !p.headsAgain(begin) {
		p.top = begin
	}
	p.findRulings(begin)
	p.doubt = p.findColumns()
	if p.doubt == "" {
		p.doubt = p.findHeads(begin)
	}
	if p.doubt == "" {
		if t = p.table(begin); t != nil {
			return t, begin, p.end
		}
	}
	return p.loose(begin), begin, p.end
}

// startHead is the first line of the headers: below the title, the unit and a sentence.
func (p *plain) startHead() int {
	begin := p.top
	for begin > 0 {
		r := &p.rows[begin-1]
		text := r.text()
		if r.isTitle() || r.isProse() || strings.ContainsAny(text, ":：") || strings.HasPrefix(strings.ReplaceAll(text, " ", ""), "公开") || r.isPageNumber() {
			break
		}
		gap := p.rows[begin].box.Y0 - r.box.Y1
		if isYear(text) || len(r.words) == 1 && r.box.Y1 < margin*p.v.height && gap > r.box.height() { // alone at the head of the page
			break
		}
		if gap > 4*max(r.box.height(), p.rows[begin].box.height()) {
			break
		}
		begin--
	}
	for begin > 0 && begin < p.top && p.isRest(begin) {
		begin++
	}
	return begin
}

// isYear says whether a line is but the year that a table is of.
func isYear(text string) bool {
	text = strings.TrimSuffix(strings.TrimSuffix(strings.Join(strings.Fields(text), ""), "度"), "年")
	return len(text) == 4 && onlyDigits(text) && strings.HasPrefix(text, "20")
}

// isRest says whether a line is but the rest of what did not fit into the line above, such as
// of a department's name: drawn right behind it, and right below.
func (p *plain) isRest(line int) bool {
	return !slices.ContainsFunc(p.lines[line], func(t token) bool {
		return !slices.ContainsFunc(p.lines[line-1], func(o token) bool {
			return o.last+1 == t.first && strings.ContainsAny(o.text, ":：") && abs(o.box.X0-t.box.X0) < flush
		})
	})
}

// headsAgain says whether lines above the body are headers of the page before.
func (p *plain) headsAgain(begin int) bool {
	heads := map[string]bool{}
	for i := range p.prior.cells {
		if c := &p.prior.cells[i]; c.row0 < p.prior.heads {
			for line := range strings.SplitSeq(c.text, "\n") {
				heads[line] = true
			}
		}
	}
	known, all := 0, 0
	for i := begin; i < p.top; i++ {
		for _, t := range p.lines[i] {
			if all++; heads[t.text] {
				known++
			}
		}
	}
	return 2*known >= all && all > 0
}

// isNumbers says whether a line numbers the columns: 栏次 1 2 3.
func (p *plain) isNumbers(line int) bool {
	next, n := 1, 0
	for _, t := range p.lines[line] {
		if !onlyDigits(t.text) {
			if strings.ContainsAny(t.text, "0123456789") {
				return false
			}
			continue
		}
		if number := atoi(t.text); number != next && number != 1 {
			return false
		} else {
			next, n = number+1, n+1
		}
	}
	return n > 1
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s) && n < 1e6; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

const (
	longDown = 0.5  // of a body's height: a ruling down that parts columns
	someDown = 0.15 // of it: edges of grounds, all in one place
	longBand = 0.6  // of its width: a ruling across that parts rows
)

// findRulings takes what rulings and grounds say of columns and rows.
func (p *plain) findRulings(begin int) {
	box := p.rows[begin].box
	for i := begin + 1; i < p.end; i++ {
		box = box.with(p.rows[i].box)
	}
	top := p.rows[p.top].box.Y0
	height := box.Y1 - top
	lengths := map[float32]float32{}
	add := func(lines []line, least float32) {
		clear(lengths)
		for _, l := range lines {
			if l.at < box.X0-40 || l.at > box.X1+40 {
				continue
			}
			if n := min(l.to, box.Y1+10) - max(l.from, top-10); n > 0 {
				lengths[l.at] += n
			}
		}
		for at, n := range lengths {
			if n >= least*height {
				p.ruled = append(p.ruled, at)
			}
		}
	}
	if add(p.v.down, longDown); len(p.ruled) < 3 {
		p.ruled = nil
		add(p.v.groundDown, someDown)
	}
	p.ruled = spread(p.ruled, near)
	for _, lines := range [][]line{p.v.across, p.v.groundAcross} {
		clear(lengths)
		for _, l := range lines {
			if l.at > box.Y0-20 && l.at < box.Y1+20 {
				lengths[l.at] += max(0, min(l.to, box.X1)-max(l.from, box.X0))
			}
		}
		for at, n := range lengths {
			if n >= longBand*box.width() {
				p.bands = append(p.bands, at)
			}
		}
	}
	p.bands = spread(p.bands, near)
}

// spread sorts places, and makes one of those that are near each other.
func spread(all []float32, near float32) []float32 {
	slices.Sort(all)
	var out []float32
	for _, x := range all {
		if n := len(out); n == 0 || x-out[n-1] > near {
			out = append(out, x)
		}
	}
	return out
}

// parted says whether a ruling goes across between two lines.
func (p *plain) parted(a, b Box) bool {
	from, to := min(a.midY(), b.midY()), max(a.midY(), b.midY())
	return slices.ContainsFunc(p.bands, func(y float32) bool { return y > from && y < to })
}

// loose is a table of which it is not certain what is where: its words, a row a line.
func (p *plain) loose(begin int) *table {
	t := &table{page: p.v.page, box: p.rows[begin].box, doubt: p.doubt, loose: true}
	if t.doubt == "" {
		t.doubt = unsureColumns
	}
	most := 1
	for i := begin; i < p.end; i++ {
		t.box = t.box.with(p.rows[i].box)
		for k := range p.lines[i] {
			w := &p.lines[i][k]
			t.cells = append(t.cells, cell{area: area{i - begin, k, i - begin, k}, box: w.box, text: w.text})
		}
		most = max(most, len(p.lines[i]))
	}
	t.count = p.end - begin
	for k := range most + 1 {
		t.xs = append(t.xs, t.box.X0+float32(k)*(t.box.width()+1)/float32(most))
	}
	t.columns = []Box{t.box}
	return t
}

// Why a table is not certain.
const (
	unsureColumns = "表格没有画线，分不清哪些数在同一栏"
	unsureHeads   = "表格没有画线，分不清表头在哪几栏上"
	unsureRows    = "表格没有画线，分不清哪些字在同一行"
	unsureTurned  = "表格没有画线，有的数是横着写的"
	unsureNext    = "下一页上的栏与前一页对不上"
)

// byLeft sorts tokens from left to right.
func byLeft(all []token) {
	slices.SortStableFunc(all, func(x, y token) int { return cmp.Compare(x.box.X0, y.box.X0) })
}
