package pdf

import (
	"strings"
	"unicode/utf8"

	"suanqing/validate/amount"
	"suanqing/validate/read/grid"
)

// What a line of text is: the words of a table's row, its title, or a sentence.

const (
	gapKinds   = 0.1   // of the height: a gap that parts a figure and a name
	gapFigures = 0.3   // and two figures
	gapTight   = 0.025 // how much wider than those within it one behind a whole figure is, be it ever so narrow
)

// token is a word of a line, or a part of one where a figure begins or ends.
type token struct {
	word
	line        int
	first, last int // in the order of drawing
}

func tokenOf(w word, line int) token {
	t := token{word: w, line: line, first: w.glyphs[0].order, last: w.glyphs[0].order}
	for _, g := range w.glyphs {
		t.first, t.last = min(t.first, g.order), max(t.last, g.order)
	}
	return t
}

// tokens are the words of a line, parted where a figure begins or ends.
func (r *row) tokens(line int) []token {
	var out []token
	for _, w := range r.words {
		from, inner := 0, float32(0)
		for i := 1; i <= len(w.glyphs); i++ {
			if i < len(w.glyphs) {
				a, b := &w.glyphs[i-1], &w.glyphs[i]
				gap, digits := (b.box.X0-a.box.X1)/max(a.box.height(), b.box.height()), isDigit(a.r)
				apart := b.order != a.order+1 || digits && isWhole(textOf(w.glyphs[from:i])) // drawn by themselves, or whole
				tight := digits && gap > inner+gapTight && isWhole(textOf(w.glyphs[from:i]))
				if inner = max(inner, gap); !tight && (gap < gapKinds || !apart && (gap < gapFigures && digits == isDigit(b.r) || !digits && !isDigit(b.r))) {
					continue
				}
			}
			for _, part := range rowOf(w.glyphs[from:i]).words {
				out = append(out, tokenOf(part, line))
			}
			from, inner = i, 0
		}
	}
	return out
}

func isDigit(r rune) bool {
	return r >= '0' && r <= '9' || r == '.' || r == ',' || r == '-' || r >= '０' && r <= '９' || r == '．' || r == '，' || r == '－'
}

// isMoney says whether a text is a figure with decimals.
func isMoney(s string) bool { return isFigure(s) && strings.ContainsAny(s, ".．") }

// isTitle says whether a line is the title of a table.
func (r *row) isTitle() bool {
	u := r.unspaced()
	text := strings.ReplaceAll(u.text(), " ", "")
	return len(u.words) == 1 && strings.HasSuffix(strings.TrimRight(text, "）)续"), "表") && !strings.HasPrefix(text, "公开") && grid.IsHead(text)
}

// isProse says whether a line is a sentence, or a part of one.
func (r *row) isProse() bool {
	text := r.text()
	return len(r.words) == 1 && len(r.words[0].glyphs) > 12 && strings.ContainsAny(text, "，。；") || saysUnits(text)
}

// saysUnits says whether a unit of money stands right behind a figure, as sentences have it:
// of a table it stands above.
func saysUnits(text string) bool {
	for i, r := range text {
		if rest := text[i+utf8.RuneLen(r):]; isDigit(r) {
			if _, ok := amount.FindUnit(strings.TrimPrefix(rest, " ")); ok && !strings.HasPrefix(rest, betweenWords) {
				return true
			}
		}
	}
	return false
}
