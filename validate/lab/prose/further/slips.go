package further

import (
	"fmt"

	"suanqing/validate/lab/prose"
)

// Slip is a right text in which one digit of one figure is another.
type Slip struct {
	Name string
	Text prose.Text
	Mark prose.Mark // with the words that are wrong
	Was  string
	// Seen says that figures of the text or of the forms contradict it: what nothing
	// determines, or is too small beside a percentage's digits, is not to be found.
	Seen bool
}

// Slips are those of every amount and percentage of a text, one each, in its second digit; a
// figure of three characters or fewer in its first.
func Slips(t prose.Text) (out []Slip) {
	for i, m := range t.Marks {
		words := otherDigit(m.Words)
		if m.Unit == "" || words == "" || m.Value.IsZero() {
			continue
		}
		x := t.ReplaceMark(m, words)
		seen := len(prose.Contradictions(x)) > 0
		was := m.Words
		m.Words, m.End = words, m.Start+len(words)
		out = append(out, Slip{fmt.Sprintf("%s #%d: %s %s for %s (%s)", t.Name, i, m.What, words, was, m.Determined), x, m, was, seen})
	}
	return out
}
