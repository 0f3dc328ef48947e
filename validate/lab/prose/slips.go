package prose

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Slip is a right text in which one digit of one figure is another.
type Slip struct {
	Text Text
	Mark Mark // with the words that are wrong; Determined says whether anything shows it
	Was  string
	// Small slips are within what is no error: one unit of an amount's last digit, or of a
	// percent's.
	Small bool
	// Seen says that the text's own figures and the forms show it: what nothing shows, or
	// what is too small beside a percentage's digits, is not to be found.
	Seen bool
}

// Slips changes one digit in one amount or percentage, n times, each in the text anew. A
// figure that is zero, or that would be the same, is passed over.
func Slips(t Text, n int, seed int64) []Slip {
	r := rand.New(rand.NewPCG(uint64(seed), 120))
	var of []Mark
	for _, m := range t.Marks {
		if m.Unit != "" && m.Determined != NoFigure {
			of = append(of, m)
		}
	}
	var out []Slip
	for range 50 * n {
		if len(out) == n {
			break
		}
		m := of[r.IntN(len(of))]
		runes := []rune(m.Words)
		at := r.IntN(len(runes))
		digit := strings.IndexRune("0123456789０１２３４５６７８９", runes[at]) // bytes; a wide digit has three
		if digit < 0 {
			continue
		}
		base := '0'
		if runes[at] >= '０' {
			base = '０'
		}
		to := base + rune(r.IntN(10))
		if to == runes[at] || at == 0 && to == base && len(runes) > 1 {
			continue
		}
		runes[at] = to
		was := m.Words
		text := t.ReplaceMark(m, string(runes))
		last := halfUnit(was).Mul(reads("2"))
		small := reads(string(runes)).Sub(m.Value).Abs().LessThanOrEqual(last)
		m.Words, m.End, m.Value = string(runes), m.Start+len(string(runes)), reads(string(runes))
		out = append(out, Slip{text, m, was, small, len(Contradictions(text)) > 0})
	}
	return out
}

// Name says which slip it is.
func (s Slip) Name() string {
	return fmt.Sprintf("%s: %s %s for %s", s.Text.Name, s.Mark.What, s.Mark.Words, s.Was)
}
