package further

import (
	"slices"
	"strings"
	"sync"

	"suanqing/validate/lab/prose"
)

// Trap is a right text with one more sentence that is right too, or none of the checker's
// business: nothing is to be said of it that is not said without it.
type Trap struct {
	Name       string
	Base, Text prose.Text
	Words      string // the sentence
}

// Traps are the traps.
func Traps() []Trap { return traps() }

var traps = sync.OnceValue(func() []Trap {
	return append(added(read("cases/traps.txt"), whole, Texts()), added(read("cases/further-traps.txt"), whole, Texts())...)
})

// added are a file's sentences, each added to its text of a set.
func added(file string, set []entry, texts []prose.Text) (out []Trap) {
	for _, line := range strings.Split(file, "\n") {
		f := strings.Split(line, " || ")
		if strings.HasPrefix(line, "#") || len(f) != 4 || len(f[3]) < 3 {
			continue
		}
		for i, w := range set {
			if w.name != f[1] {
				continue
			}
			changed := beside(source(w.name), f[2], f[3])
			if changed == "" {
				panic("further: " + f[1] + " has no line with " + f[2])
			}
			text := w.text(changed)
			out = append(out, Trap{f[0], texts[i], text, strings.TrimPrefix(f[3], "+")})
		}
	}
	return out
}

// beside puts a sentence behind the first paragraph that has the words, at its end with a leading
// +, or, with =, in place of the items that begin so; "" where there is none.
func beside(template, words, sentence string) string {
	lines := strings.Split(template, "\n")
	if instead, ok := strings.CutPrefix(sentence, "="); ok {
		for i, l := range lines {
			if !strings.HasPrefix(l, "{{range") || !strings.Contains(l, words) {
				continue
			}
			for k := i + 1; k < len(lines); k++ {
				if rest, ok := strings.CutPrefix(lines[k], "{{end}}"); ok {
					return strings.Join(append(append(slices.Clone(lines[:i]), instead, rest), lines[k+1:]...), "\n")
				}
			}
		}
		return ""
	}
	for i, l := range lines {
		if !strings.Contains(l, words) || strings.HasPrefix(l, "#") || strings.HasPrefix(l, "{{define") || strings.HasPrefix(l, "{{range") {
			continue
		}
		if joined, ok := strings.CutPrefix(sentence, "+"); ok {
			lines[i] = l + joined
		} else {
			lines[i] = l + "\n" + sentence
		}
		return strings.Join(lines, "\n")
	}
	return ""
}
