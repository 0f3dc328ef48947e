package form

import (
	"slices"
	"strings"
	"sync"
)

// The vocabulary: every spelling by which forms are found and read stands once, in
// the files words_*.go and, for the names of codes, functional.go, economic.go and names_*.go.
// A new spelling is one string there; forms and the binder use the words by name.
//
// Words are normalized (see Normalize), "a|b" gives the spellings of one thing. Where
// they were seen is noted:
//
//	standard    the national forms; also lanshan-2023 (山东) or putuo-finance-2024 (上海) in testdata
//	fixture     drawn by validate/lab/fixture, as seen in published reports of 2019–2025
//	tests       in a published report that a test of validate or validate/form stands for
//	unrecorded  in published reports, which ones was not noted
//	usual       the wording of such reports as it is generally known; none was at hand

// Alternatives splits "a|b" into its spellings.
func Alternatives(s string) []string { return strings.Split(s, "|") }

// spelled lists the spellings of several words, each once.
func spelled(words ...string) []string {
	n := 0
	for _, w := range words {
		n += strings.Count(w, "|") + 1
	}
	list := make([]string, 0, n)
	for _, w := range words {
		var s string
		for more := true; more; {
			if s, w, more = strings.Cut(w, "|"); !slices.Contains(list, s) {
				list = append(list, s)
			}
		}
	}
	return list
}

// Words are spellings "a|b" of what is known and told from nothing else. They are data
// that the program has from the start; the set is made when the first word is looked for.
type Words struct {
	text string
	and  *Words // that are among them; nil for none
	once sync.Once
	set  map[string]struct{}
}

// Has says whether a text is one of the words; of no words it is none.
func (w *Words) Has(s string) bool {
	if w == nil {
		return false
	}
	w.once.Do(func() {
		w.set = make(map[string]struct{}, strings.Count(w.text, "|")+1)
		var one string
		for text, more := w.text, true; more; {
			one, text, more = strings.Cut(text, "|")
			w.set[one] = struct{}{}
		}
	})
	_, has := w.set[s]
	return has || w.and.Has(s)
}

// List lists the words, each once.
func (w *Words) List() []string {
	if w.and == nil {
		return spelled(w.text)
	}
	return spelled(w.text, w.and.text)
}
