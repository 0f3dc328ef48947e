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

var wordings = sync.OnceValue(func() []Wording { return worded(added(read("cases/wordings.txt"), whole, Texts())) })

func worded(all []Trap) (out []Wording) {
	for _, x := range all {
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
}

// more says that a mark stands in what was added: in a paragraph that the text did not have, or
// behind what it had.
func more(x Trap, m prose.Mark) bool {
	now := x.Text.Blocks[m.Block].Text
	for _, b := range x.Base.Blocks {
		if b.Text == now {
			return false
		}
	}
	if m.Block < len(x.Base.Blocks) {
		if was := x.Base.Blocks[m.Block].Text; strings.HasPrefix(now, was) {
			return m.Start >= len(was)
		}
	}
	return true
}
