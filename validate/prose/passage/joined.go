package passage

import (
	"strings"
	"unicode"

	"suanqing/validate/amount"
	"suanqing/validate/prose/lexicon"
)

// join makes passages of lines: a line that ends in the middle of a sentence goes on in
// the next one, unless that begins an item or a section.
func (r *Reading) join() {
	var open *Passage
	for i := range r.Sources {
		src := &r.Sources[i]
		at := int32(0)
		for line := range strings.SplitSeq(src.Text, "\n") {
			p := &Passage{Number: src.Para, File: src.File, Lines: 1}
			n := int32(0)
			for _, c := range line {
				if m := Norm(c); m != 0 {
					p.Text = append(p.Text, m)
					p.From = append(p.From, Origin{int32(i), at + n, c})
				}
				n++
			}
			at += n + 1
			switch {
			case len(p.Text) == 0:
				continue
			case open != nil && open.File == p.File && open.Lines < mostJoined && len(open.Text) < mostPassage && goesOn(open.Text, p.Text):
				open.Text, open.From = append(open.Text, p.Text...), append(open.From, p.From...)
				open.Lines++
			default:
				r.Passages = append(r.Passages, p)
				open = p
			}
			open.Head = lexicon.IsHeading(open.Text)
		}
	}
}

// Norm is the one spelling of a character; 0 for one that says nothing.
func Norm(c rune) rune {
	switch {
	case c <= ' ', c == '"', c == '\'', unicode.IsSpace(c), amount.Invisible(c):
		return 0
	case c < 0x80, c >= 0x4e00 && c <= 0x9fff:
		return c
	case c >= '！' && c <= '～':
		return Norm(c - '！' + '!')
	}
	switch c {
	case '“', '”', '‘', '’', '「', '」', '『', '』', '〝', '〞':
		return 0
	case '【', '［', '〈':
		return '('
	case '】', '］', '〉':
		return ')'
	case '—', '–', '－', '―', '─', '−':
		return '-'
	case '︰':
		return ':'
	case '﹪', '٪':
		return '%'
	}
	return c
}

// goesOn says whether a line is broken off and the next one is its rest.
func goesOn(line, next []rune) bool {
	last := line[len(line)-1]
	if strings.ContainsRune("。;!?:", last) && !(last == ':' && opened(line)) || lexicon.IsHeading(line) || startsItem(next) {
		return false
	}
	if strings.ContainsRune("。,;、%)万元", next[0]) || strings.ContainsRune(",、(", last) || last >= '0' && last <= '9' {
		return true
	}
	return len(line) >= shortestBroken
}

// opened says whether a line ends within brackets.
func opened(line []rune) bool {
	depth := 0
	for _, c := range line[max(0, len(line)-lexicon.LongestHeading):] {
		switch c {
		case '(':
			depth++
		case ')':
			depth = max(0, depth-1)
		}
	}
	return depth > 0
}

// shortestBroken is how many characters a line has that the page's width ends.
const shortestBroken = 16
