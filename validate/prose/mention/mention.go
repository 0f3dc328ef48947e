// Package mention is what sentences are read as: figures with what they are of (Mention),
// things said without one (Note), lists of names (List), and the form 文 that makes figures
// operands of equations.
package mention

import (
	"sort"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// Mention is one figure of the text with what it is of: an operand of equations.
type Mention struct {
	Figure   bind.Figure
	Number   scan.Number
	Passage  *passage.Passage
	Sentence int // over the whole text
	Lead     int // where the words that say what it is begin, in the passage
	Subject  *lexicon.Subject
	Column   string           // of 文; "" where that is not certain
	Base     string           // of a completion: the budget; of a change: what it is against
	Whole    *lexicon.Subject // of a share, where the sentence says so
	Closing  *lexicon.Subject // the main subject of the sentence, where what is said after its parts may be of it
	Under    *Mention         // the figure whose part it is, after 其中
	Carried  bool             // its subject was said in a passage before
	Bare     bool             // its unit is forgotten
	Ends     bool             // the total behind a list of its parts
	Alone    bool             // a percentage alone in brackets behind its amount, of which no word says what it is
	Unsure   string           // why it is not certain what it is
	Index    int

	Checked bool
	Finding int  // 1 + the index of the finding that is about it; 0 for none
	Suspect bool // it is wrong by some rule
}

// Window is how many mentions of one figure are looked at around a place: no text says
// one thing oftener.
const Window = 40

// Around are the first mentions of a list, and those around an index.
func Around(list []*Mention, index int) []*Mention {
	if len(list) <= 3*Window {
		return list
	}
	at := sort.Search(len(list), func(i int) bool { return list[i].Index >= index })
	if at <= 2*Window {
		return list[:3*Window]
	}
	return append(append(make([]*Mention, 0, 3*Window), list[:Window]...), list[at-Window:min(len(list), at+Window)]...)
}

// bothWays are what a template says before a change whose direction was not chosen.
var bothWays = []string{"增加(减少)", "减少(增加)", "增长(下降)", "下降(增长)", "增加/减少", "减少/增加", "增长/下降", "下降/增长", "增支/减支", "减支/增支", "增幅(降幅)", "降幅(增幅)", "增加或减少", "减少或增加", "上升(下降)", "下降(上升)", "增支(减支)", "减支(增支)"}

// Undirected says whether the direction of a change was not chosen.
func (m *Mention) Undirected() bool {
	before := string(m.Passage.Text[max(0, m.Number.At-8):m.Number.At])
	for _, w := range bothWays {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// Digits are the digits of a figure as printed.
func (m *Mention) Digits() string {
	return strings.Map(func(c rune) rune {
		if scan.IsDigit(c) {
			return c
		}
		return -1
	}, string(m.Passage.Text[m.Number.At:m.Number.Digits]))
}
