package pdf

import (
	"cmp"
	"slices"
	"strings"
)

// row is text that stands on one line, parted where its gaps are wide.
type row struct {
	box   Box
	words []word
}

// word is text without a wide gap.
type word struct {
	box  Box
	text string

	glyphs []glyph
}

const betweenWords = "  " // stands for a wide gap

const (
	gapWord  = 1.0  // of the height of its text: a gap that parts words
	gapBlank = 0.28 // one that a blank stands for
	gapLatin = 0.15 // likewise beside a Latin letter
	again    = 0.25 // of its width: a character drawn again so near is drawn bold
)

// rowsOf puts characters into lines, from the top down, from left to right.
func rowsOf(glyphs []glyph) []row {
	var out []row
	for _, line := range linesOf(glyphs) {
		out = append(out, rowOf(line))
	}
	return out
}

// linesOf parts characters by the base lines that they stand on.
func linesOf(glyphs []glyph) [][]glyph {
	all := slices.Clone(glyphs)
	slices.SortStableFunc(all, func(a, b glyph) int { return cmp.Compare(a.base, b.base) })
	var out [][]glyph
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].base-all[0].base < offBase*max(all[0].box.height(), all[n].box.height()) {
			n++
		}
		line := all[:n:n]
		slices.SortStableFunc(line, func(a, b glyph) int { return cmp.Compare(a.box.X0, b.box.X0) })
		out = append(out, line)
		all = all[n:]
	}
	return out
}

// settle gives all characters that are drawn one behind the other on a base line the same
// height: of some fonts a box is but what is drawn, and 一 is flat.
func (v *view) settle() {
	for _, run := range v.runs(v.glyphs) {
		box := run[0].box
		for _, g := range run[1:] {
			box = box.with(g.box)
		}
		for i := range run {
			run[i].box.Y0, run[i].box.Y1 = box.Y0, box.Y1
		}
	}
}

const (
	offBase = 0.35 // of its height: how far a character of a line stands off its base
	gapRun  = 0.6  // a gap between characters that are not drawn as one text
)

// runs parts characters into texts as they are drawn: one behind the other on a line.
func (v *view) runs(glyphs []glyph) [][]glyph {
	var out [][]glyph
	from := 0
	for i := 1; i <= len(glyphs); i++ {
		if i < len(glyphs) {
			a, b := &glyphs[i-1], &glyphs[i]
			size := max(a.box.height(), b.box.height(), a.box.width(), b.box.width())
			if gap := b.box.X0 - a.box.X1; b.order == a.order+1 && abs(a.base-b.base) < 0.15*size && gap > -gapRun*size && gap < gapRun*size {
				continue
			}
		}
		if i > from {
			out = append(out, glyphs[from:i:i])
		}
		from = i
	}
	return out
}

// rowOf parts one line into words.
func rowOf(line []glyph) row {
	var out row
	var text strings.Builder
	w := word{}
	end := func() {
		w.text = text.String()
		out.words = append(out.words, w)
		text.Reset()
		w = word{}
	}
	for i, g := range line {
		if i == 0 {
			out.box = g.box
		} else {
			last := line[i-1]
			if last.r == g.r && g.box.X0-last.box.X0 < again*g.box.width() {
				continue
			}
			out.box = out.box.with(g.box)
			gap := g.box.X0 - last.box.X1
			if size := max(g.box.height(), last.box.height()); gap > gapWord*size {
				end()
			} else if gap > gapBlank*size || gap > gapLatin*size && (isLatin(last.r) || isLatin(g.r)) {
				text.WriteByte(' ')
			}
		}
		if len(w.glyphs) == 0 {
			w.box = g.box
		}
		w.box = w.box.with(g.box)
		w.glyphs = append(w.glyphs, g)
		text.WriteRune(g.r)
	}
	end()
	return out
}

// text is the whole line.
func (r *row) text() string {
	all := make([]string, len(r.words))
	for i := range r.words {
		all[i] = r.words[i].text
	}
	return strings.Join(all, betweenWords)
}

// unspaced joins words of single characters, as titles are spaced out.
func (r row) unspaced() row {
	single := 0
	narrow, wide := float32(0), float32(0) // gaps
	for i := range r.words {
		if len(r.words[i].glyphs) == 1 {
			single++
		}
		if i > 0 {
			gap := r.words[i].box.X0 - r.words[i-1].box.X1
			if wide = max(wide, gap); i == 1 {
				narrow = gap
			}
			narrow = min(narrow, gap)
		}
	}
	if single < 3 || 2*single < len(r.words) {
		return r
	}
	most := gapSpaced * r.box.height()
	if single == len(r.words) && wide < 1.5*narrow && !isFigure(r.text()) { // all alike, however wide
		most = wide + 1
	}
	out := row{box: r.box}
	for i, w := range r.words {
		if i > 0 {
			last := &out.words[len(out.words)-1]
			if gap := w.box.X0 - last.box.X1; gap < max(most, gapSpaced*w.box.height()) && (len(w.glyphs) == 1 || len(r.words[i-1].glyphs) == 1) {
				last.text, last.box, last.glyphs = last.text+" "+w.text, last.box.with(w.box), append(slices.Clone(last.glyphs), w.glyphs...)
				continue
			}
		}
		out.words = append(out.words, w)
	}
	return out
}

const gapSpaced = 2.5 // of the height: a gap between the characters of a spaced title

// inCell is the text of a cell: line under line. A code or a figure that is broken for want
// of room is one.
func inCell(lines []row, width float32) string {
	if whole, ok := broken(lines, width); ok {
		return whole
	}
	var all []string
	filled := false
	for i := range lines {
		r := &lines[i]
		text := r.text()
		if n := len(all); n > 0 && filled && onlyDigits(all[n-1]) && onlyDigits(text) && isCode(len(all[n-1])+len(text)) {
			all[n-1] += text
		} else {
			all = append(all, text)
		}
		filled = r.box.width() > 0.6*width
	}
	return strings.Join(all, "\n")
}

const mostBroken = 8 // lines of a figure

// broken puts the lines of a figure together; false where they may be several figures, or
// none: each line but the last fills the cell, and none of them is a figure by itself before
// the whole is one.
func broken(lines []row, width float32) (whole string, ok bool) {
	if len(lines) < 2 || len(lines) > mostBroken {
		return "", false
	}
	for i := range lines {
		if whole += strings.ReplaceAll(lines[i].text(), " ", ""); i == len(lines)-1 {
			break
		}
		next := lines[i+1].words[0].glyphs[0].box.width() // which has no room any more
		if isWhole(whole) || lines[i].box.width()+next < 0.62*width {
			return "", false
		}
	}
	return whole, isWhole(whole)
}

// isWhole says whether a text is a figure with decimals and nothing missing.
func isWhole(s string) bool {
	s = strings.Map(plainDigit, s)
	s = strings.TrimSuffix(strings.TrimPrefix(s, "("), ")")
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if len(fraction) != 2 || !onlyDigits(fraction) {
		return false
	}
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if !onlyDigits(g) || i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && len(g) > 3 {
			return false
		}
	}
	return true
}

// plainDigit is what of a figure in full width is the plain sign.
func plainDigit(r rune) rune {
	switch {
	case r >= '０' && r <= '９':
		return r - '０' + '0'
	case r == '．':
		return '.'
	case r == '，':
		return ','
	case r == '－' || r == '−':
		return '-'
	case r == '（':
		return '('
	case r == '）':
		return ')'
	}
	return r
}

func isCode(digits int) bool { return digits == 3 || digits == 5 || digits == 7 }

func onlyDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
