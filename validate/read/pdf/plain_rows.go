package pdf

import (
	"slices"
	"strings"
)

// rowOfLine finds the row that every line of the body is of, by index of the row's own line:
// the one with its figures, or its code. Lines of names alone are of the row that the rest
// of the name, the code before it and the figures behind it are of.
func (p *plain) rowOfLine() (of []int) {
	of = make([]int, p.end)
	for i := range of {
		of[i] = -1
	}
	anchor := func(i int) bool {
		return slices.ContainsFunc(p.lines[i], func(t token) bool { return isFigure(t.text) || isNone(t.text) }) || len(p.lines[i]) > 2
	}
	for i := p.top; i < p.end; i++ {
		if anchor(i) {
			of[i] = i
		}
	}
	for i := p.top; i < p.end; i++ { // too near to one with figures to be another row
		if of[i] == i && !p.pays(i) {
			for _, k := range []int{i - 1, i + 1} {
				if k >= p.top && k < p.end && of[k] == k && p.pays(k) && p.besides(i, k) {
					of[i] = k
				}
			}
		}
	}
	all := p.ordered()
	for i := p.top; i < p.end; i++ {
		if of[i] < 0 {
			of[i] = p.rowBeside(i, of, all)
		}
	}
	return of
}

// pays says whether a line has a figure with decimals or a mark for none.
func (p *plain) pays(line int) bool {
	return slices.ContainsFunc(p.lines[line], func(t token) bool { return isMoney(t.text) || isNone(t.text) })
}

const sameLine = 0.85 // of their size: lines that are nearer would stand upon one another as rows

// besides says whether two lines stand beside one another rather than one below the other.
func (p *plain) besides(i, k int) bool {
	for _, a := range p.lines[i] {
		for _, b := range p.lines[k] {
			if abs(a.box.midY()-b.box.midY()) > sameLine*min(a.size(), b.size()) || overlap(a.box, b.box) {
				return false
			}
		}
	}
	return len(p.lines[i]) > 0 && len(p.lines[k]) > 0
}

// isNone says whether a text is a mark for no figure.
func isNone(s string) bool { return strings.Trim(s, "-—－–─/") == "" && s != "" }

// ordered are the words of the body as they were drawn.
func (p *plain) ordered() []token {
	var all []token
	for i := p.top; i < p.end; i++ {
		all = append(all, p.lines[i]...)
	}
	slices.SortStableFunc(all, func(a, b token) int { return a.first - b.first })
	return all
}

// rowBeside is the row of a line of names alone: its own where nothing ties it to another.
func (p *plain) rowBeside(i int, of []int, all []token) int {
	found := i
	for k := range all {
		if all[k].line != i {
			continue
		}
		up, down := p.tied(all, k, -1, of), p.tied(all, k, 1, of)
		switch {
		case up >= 0 && down >= 0 && up != down:
			return i
		case up >= 0:
			found = up
		case down >= 0:
			found = down
		}
	}
	return found
}

// tied is the row that a name's line is of by what was drawn before it or behind it: the
// rest of its name, then the code before or the figure behind; −1 for none.
func (p *plain) tied(all []token, k, by int, of []int) int {
	for at := k; ; at += by {
		next := at + by
		if next < 0 || next >= len(all) {
			return -1
		}
		a, b := &all[min(at, next)], &all[max(at, next)]
		if b.first != a.last+1 {
			return -1
		}
		t := &all[next]
		if p.parted(all[k].box, t.box) || abs(t.box.midY()-all[k].box.midY()) > 6*t.box.height() {
			return -1
		}
		height := min(a.box.height(), b.box.height())
		down := b.box.midY() - a.box.midY()
		if down > 0.5*height && down < lineStep*min(a.size(), b.size()) && overlap(a.box, b.box) && !isFigure(a.text) && !isFigure(b.text) && p.fills(a) && !startsItem(b.text) {
			if of[t.line] == t.line {
				return t.line // the rest of the name stands on the row's own line
			}
			continue
		}
		// What is beside the name: the code before it, the figure behind it.
		if of[t.line] != t.line || abs(t.box.midY()-all[at].box.midY()) > 1.2*height*float32(1+max(k-at, at-k)) {
			return -1
		}
		if by < 0 && t.box.X1 <= all[at].box.X0 && !isMoney(t.text) || by > 0 && t.box.X0 >= all[at].box.X1 {
			return t.line
		}
		return -1
	}
}

// fills says whether a line of a name reaches to where its column ends: else what stands
// below is no rest of it.
func (p *plain) fills(t *token) bool {
	first, _ := p.over(t.box)
	if first < 0 {
		return true
	}
	right := p.columns[first].X1
	if p.bounds != nil {
		right = p.bounds[first+1]
	}
	return t.box.X1 > right-2.2*t.box.height()
}

// table is the table that was found; nil where words of it are in no certain place, with the
// reason noted.
func (p *plain) table(begin int) *table {
	t := &table{page: p.v.page, box: p.rows[begin].box, columns: p.columns, xs: p.edges(), ruled: p.ruled != nil}
	for i := begin; i < p.end; i++ {
		t.box = t.box.with(p.rows[i].box)
	}
	p.putHeads(t, begin)
	of := p.rowOfLine()
	at := map[int]int{}
	for i := p.top; i < p.end; i++ {
		if _, seen := at[of[i]]; !seen && len(p.lines[i]) > 0 {
			at[of[i]] = 0
		}
	}
	next := t.count
	for i := p.top; i < p.end; i++ { // rows in the order of their own lines
		if _, is := at[i]; is {
			at[i] = next
			next++
		}
	}
	t.count = next
	if p.hasPieces() {
		p.doubt = unsureFigures
		return nil
	}
	taken := map[[2]int]int{}
	for i := p.top; i < p.end; i++ {
		for k := range p.lines[i] {
			if !p.put(t, &p.lines[i][k], at[of[i]], taken) {
				p.doubt = unsureRows
				return nil
			}
		}
	}
	t.sortCells()
	return t
}

const unsureFigures = "表格没有画线，有的数分在几行上"

// hasPieces says whether a column of figures has pieces of some: digits without decimals
// among figures that all have them.
func (p *plain) hasPieces() bool {
	whole, pieces := make([]int, len(p.columns)), make([]int, len(p.columns))
	for i := p.top; i < p.end; i++ {
		for k := range p.lines[i] {
			text := strings.Map(plainDigit, p.lines[i][k].text)
			first, last := p.over(p.lines[i][k].box)
			switch {
			case strings.HasSuffix(text, ".") && isFigure(text) || strings.HasPrefix(text, ".") && isFigure(text):
				return true
			case first < 0 || first != last:
			case isWhole(text):
				whole[first]++
			case isFigure(text) && strings.Trim(text, "0-—") != "" && p.hasNear(i, &p.lines[i][k]):
				pieces[first]++
			}
		}
	}
	for c := range whole {
		if pieces[c] > 0 && whole[c] >= pieces[c] && whole[c] > 1 {
			return true
		}
	}
	return false
}

// hasNear says whether another figure stands right above or below one, as near as the lines
// of one cell: rows that stand apart have whole figures, whatever their decimals.
func (p *plain) hasNear(line int, t *token) bool {
	near := func(k int) (inReach, found bool) {
		for i := range p.lines[k] {
			o := &p.lines[k][i]
			if abs(o.box.midY()-t.box.midY()) < lineStep*min(o.size(), t.size()) {
				inReach = true
				found = found || isFigure(o.text) && overlap(o.box, t.box)
			}
		}
		return inReach, found
	}
	for _, by := range []int{-1, 1} {
		for k := line + by; k >= p.top && k < p.end; k += by {
			if inReach, found := near(k); found {
				return true
			} else if !inReach {
				break
			}
		}
	}
	return false
}

// putHeads writes the headers above the body, and the numbers of the columns.
func (p *plain) putHeads(t *table, begin int) {
	depth := 0
	for i := range p.names {
		depth = max(depth, p.names[i].above+1)
	}
	for i := range p.names {
		h := &p.names[i]
		if h.first < 0 {
			continue
		}
		last := h.above
		if h.leaf {
			last = depth - 1
		}
		t.cells = append(t.cells, cell{area: area{h.above, h.first, last, h.last}, box: h.box, text: h.text})
	}
	t.count = depth
	if p.top > begin && p.isNumbers(p.top-1) {
		for k := range p.lines[p.top-1] {
			w := &p.lines[p.top-1][k]
			if first, last := p.over(w.box); first >= 0 {
				t.cells = append(t.cells, cell{area: area{t.count, first, t.count, last}, box: w.box, text: w.text})
			}
		}
		t.count++
	}
	t.heads = t.count
}

// put gives a word to its cell; false where it is astride two that have words, or a second
// figure in one.
func (p *plain) put(t *table, w *token, row int, taken map[[2]int]int) bool {
	first, last := p.over(w.box)
	if first < 0 {
		if first = step(t.xs, w.box.midX()); first < 0 && spansKeys(w.text) && w.box.X1 <= p.columns[0].X0 {
			first = 0 // a total's name in the middle of several narrow columns
		}
		if first < 0 {
			return false
		}
		last = first
	}
	if first < last && (isFigure(w.text) && !onlyDigits(w.text)) {
		return false
	}
	for c := first; c <= last; c++ {
		i, full := taken[[2]int{row, c}]
		if !full {
			continue
		}
		was := &t.cells[i-1]
		if first == last && was.col0 == first && was.col1 == last && isCodeText(was.text) && !isFigure(w.text) && w.box.X0 >= was.box.X1 && abs(w.box.midY()-was.box.midY()) < 0.5*w.box.height() {
			was.text, was.box = was.text+" "+w.text, was.box.with(w.box) // a code and its name in one column
			return true
		}
		if was.col0 != first && was.col1 != last || isFigure(was.text) || isFigure(w.text) && !onlyDigits(w.text) {
			return false
		}
		if w.box.midY() > was.box.midY()+0.5*w.box.height() {
			was.text += "\n" + w.text
		} else {
			was.text += "  " + w.text
		}
		was.box = was.box.with(w.box)
		return true
	}
	t.cells = append(t.cells, cell{area: area{row, first, row, last}, box: w.box, text: w.text})
	for c := first; c <= last; c++ {
		taken[[2]int{row, c}] = len(t.cells)
	}
	return true
}

func isCodeText(s string) bool { return onlyDigits(s) && isCode(len(s)) }
