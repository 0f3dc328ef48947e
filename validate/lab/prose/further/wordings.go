package further

import (
	"fmt"
	"strings"
	"sync"

	"suanqing/validate/lab/prose"
)

// Wording is a right text with one more sentence that says what the forms say, in words of
// another office: nothing is to be said of it. Slips of its figures are to be found.
type Wording struct {
	Name       string
	Base, Text prose.Text
	Words      string
	Slips      []Slip
}

// Wordings are those of cases/wordings.txt.
func Wordings() []Wording { return wordings() }

var wordings = sync.OnceValue(func() (out []Wording) {
	for _, x := range added(read("cases/wordings.txt")) {
		w := Wording{Name: x.Name, Base: x.Base, Text: x.Text, Words: x.Words}
		for i, m := range x.Text.Marks {
			if !more(x, m) || m.Unit == "" || m.Value.IsZero() {
				continue
			}
			for _, k := range kinds[:2] {
				words := k.words(&x.Text, writer{}, i)
				if words == "" || words == m.Words {
					continue
				}
				changed, wrong := x.Text.ReplaceMark(m, words), m
				wrong.Words, wrong.End = words, m.Start+len(words)
				name := fmt.Sprintf("%s #%d %s: %s %s for %s (%s)", x.Name, i, k.name, m.What, words, m.Words, m.Determined)
				w.Slips = append(w.Slips, Slip{name, changed, wrong, m.Words, len(prose.Contradictions(changed)) > 0})
			}
		}
		out = append(out, w)
	}
	return out
})

// more says that a mark stands in what was added.
func more(x Trap, m prose.Mark) bool {
	if m.Block >= len(x.Base.Blocks) {
		return true
	}
	was, now := x.Base.Blocks[m.Block].Text, x.Text.Blocks[m.Block].Text
	if was == now {
		return false
	}
	if rest, ok := strings.CutPrefix(now, was); ok {
		return m.Start >= len(now)-len(rest)
	}
	// A block of its own, before those that follow: they are not what was added.
	return m.Block == 0 || x.Base.Blocks[m.Block-1].Text == x.Text.Blocks[m.Block-1].Text
}
