package further

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/prose"
)

// kinds are what clerks do to a figure besides typing another digit, each as the words that
// then stand there; "" where it cannot be done to this figure.
var kinds = []struct {
	name  string
	words func(x *prose.Text, w writer, at int) string
}{
	{"another digit", func(x *prose.Text, _ writer, at int) string { return otherDigit(x.Marks[at].Words) }},
	{"digits swapped", func(x *prose.Text, _ writer, at int) string { return swapped(x.Marks[at].Words) }},
	{"the next figure", func(x *prose.Text, _ writer, at int) string { return neighbour(x, at, 1) }},
	{"the figure before", func(x *prose.Text, _ writer, at int) string { return neighbour(x, at, -1) }},
	{"last year's", func(x *prose.Text, w writer, at int) string {
		m := x.Marks[at]
		d, ok := w.Prior[m.Subject]
		return w.instead(m, d, ok && m.Measure == prose.Final)
	}},
	{"the budget's", func(x *prose.Text, w writer, at int) string {
		m := x.Marks[at]
		d, ok := w.Budgets[m.Subject]
		return w.instead(m, d, ok && m.Measure == prose.Final)
	}},
	{"the point moved", func(x *prose.Text, _ writer, at int) string { return moved(x.Marks[at].Words) }},
	{"a digit too many", func(x *prose.Text, _ writer, at int) string { return doubled(x.Marks[at].Words) }},
}

// instead prints an amount as a mark's figure is printed.
func (w writer) instead(m prose.Mark, d decimal.Decimal, ok bool) string {
	if !ok || d.IsZero() {
		return ""
	}
	n := len(w.marks)
	w.amount(m.What, d, m.Unit, false)
	return w.marks[n].Words
}

// neighbour is the next figure of the same unit in a mark's block, or the one before.
func neighbour(x *prose.Text, at, by int) string {
	for i := at + by; i >= 0 && i < len(x.Marks) && x.Marks[i].Block == x.Marks[at].Block; i += by {
		if x.Marks[i].Unit == x.Marks[at].Unit {
			return x.Marks[i].Words
		}
	}
	return ""
}

// swapped swaps the first two neighbouring digits that differ, never to a zero in front.
func swapped(words string) string {
	r := []rune(words)
	for i := 1; i < len(r); i++ {
		if isDigit(r[i-1]) && isDigit(r[i]) && r[i-1] != r[i] && (i > 1 || r[i] != '0' && r[i] != '０') {
			r[i-1], r[i] = r[i], r[i-1]
			return string(r)
		}
	}
	return ""
}

// moved puts the point one digit to the right: 312.40 for 31.24.
func moved(words string) string {
	r := []rune(strings.ReplaceAll(words, ",", ""))
	at := slices.IndexFunc(r, func(c rune) bool { return c == '.' || c == '．' })
	if at < 0 || at+2 >= len(r) {
		return ""
	}
	r[at], r[at+1] = r[at+1], r[at]
	if strings.Contains(words, ",") {
		return separated(string(r))
	}
	return string(r)
}

// doubled types the second digit twice.
func doubled(words string) string {
	r := []rune(words)
	if len(r) < 3 || !isDigit(r[1]) || strings.Contains(words, ",") {
		return ""
	}
	return string(slices.Insert(r, 2, r[1]))
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' || c >= '０' && c <= '９' }

// ByKind are slips of every amount and percentage of a text: of each figure one kind, in turn.
// A word of direction turned is a slip too, where the sentence gives its percentage.
func ByKind(t prose.Text) (out []Slip) {
	w := writer{Case: t.Case, Manner: mannerOf(t.Name)}
	turn := 0
	for i, m := range t.Marks {
		if m.Unit == "" || m.Value.IsZero() {
			continue
		}
		if x, ok := turnedOf(t, i); ok {
			out = append(out, x)
		}
		for try := range kinds {
			k := kinds[(turn+try)%len(kinds)]
			words := k.words(&t, w, i)
			if words == "" || words == m.Words {
				continue
			}
			x, wrong := t.ReplaceMark(m, words), m
			wrong.Words, wrong.End = words, m.Start+len(words)
			out = append(out, Slip{fmt.Sprintf("%s #%d %s: %s %s for %s (%s)", t.Name, i, k.name, m.What, words, m.Words, m.Determined), x, wrong, m.Words, len(prose.Contradictions(x)) > 0})
			break
		}
		turn++
	}
	return out
}

// turnedOf turns the word before a change whose growth follows at once.
func turnedOf(t prose.Text, at int) (Slip, bool) {
	m := t.Marks[at]
	if m.Measure != prose.Change || at+1 == len(t.Marks) || t.Marks[at+1].Block != m.Block || t.Marks[at+1].Measure != prose.Growth || t.Marks[at+1].Subject != m.Subject {
		return Slip{}, false
	}
	before := t.Blocks[m.Block].Text[:m.Start]
	for _, from := range []string{"增加", "减少"} {
		if head, ok := strings.CutSuffix(strings.TrimRight(before, " "), from); ok {
			x := t.Replace(m.Block, len(head), len(head)+len(from), turned[from])
			wrong := m
			wrong.Start, wrong.Words = len(head), turned[from]+before[len(head)+len(from):]+m.Words
			return Slip{fmt.Sprintf("%s #%d turned: %s %s for %s", t.Name, at, m.What, turned[from], from), x, wrong, from, true}, true
		}
	}
	return Slip{}, false
}

func mannerOf(name string) Manner {
	for _, w := range slices.Concat(whole, unseen, heldOut, strange, strangeHeldOut) {
		if w.name == name {
			return w.manner
		}
	}
	return Manner{}
}
