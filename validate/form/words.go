package form

import (
	"slices"
	"strings"
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
func spelled(words ...string) (list []string) {
	for _, w := range words {
		for _, s := range Alternatives(w) {
			if !slices.Contains(list, s) {
				list = append(list, s)
			}
		}
	}
	return list
}
