package grid

import (
	"strings"
	"unicode/utf8"
)

// What stands between two tables of a text, at most.
const (
	mostHeads = 12 // lines directly above a table that stand on its sheet
	mostNotes = 12 // and below it
	longHead  = 60 // characters beyond which a paragraph is text
)

// Line is a line between two tables.
type Line interface {
	Shown() string
	IsHead() bool // whether it may head a table
}

// Split parts what stands between two tables: notes on the one above, text, and the
// lines that head the one below. Where all is but some lines, none of it is text.
func Split[L Line](lines []L, below, above bool) (notes, prose, heads []L) {
	if below {
		n := 0
		for n < min(len(lines), mostNotes) && !lines[n].IsHead() {
			n++
		}
		notes, lines = lines[:n], lines[n:]
	}
	if !above {
		return notes, lines, nil
	}
	if len(lines) <= mostHeads && (below || !hasProse(lines)) {
		return notes, nil, lines
	}
	from := len(lines)
	for from > max(0, len(lines)-mostHeads) && lines[from-1].IsHead() {
		from--
	}
	for back := 1; from == len(lines) && back <= min(mostHeads, len(lines)); back++ { // a sentence is right above
		if l := lines[len(lines)-back]; l.IsHead() && strings.Contains(l.Shown(), "表") {
			from = len(lines) - back
		}
	}
	return notes, lines[:from], lines[from:]
}

func hasProse[L Line](lines []L) bool {
	for _, l := range lines {
		if !l.IsHead() {
			return true
		}
	}
	return false
}

// IsHead says whether a paragraph may head a table: a title, a unit, a heading; not a
// sentence, and no note.
func IsHead(text string) bool {
	text = TrimBlanks(text)
	if utf8.RuneCountInString(text) > longHead {
		return false
	}
	for _, end := range []string{"。", "；", ";", "！", "，"} {
		if strings.HasSuffix(text, end) {
			return false
		}
	}
	for _, start := range []string{"注", "备注", "说明：", "说明:", "*", "※"} {
		if strings.HasPrefix(text, start) {
			return false
		}
	}
	return true
}
