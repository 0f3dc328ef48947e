package lexicon

import "strings"

// Split parts a list of spellings.
func Split(list string) []string { return strings.Split(list, "|") }

// OneOf says whether one of some words stands in a list that blanks part.
func OneOf(list string, words ...string) bool {
	for one := range strings.FieldsSeq(list) {
		for _, w := range words {
			if one == w {
				return true
			}
		}
	}
	return false
}

// HasAny says whether a text has one of the words of a list.
func HasAny(s, words string) bool {
	if words == "" {
		return false
	}
	for one := range strings.SplitSeq(words, "|") {
		if strings.Contains(s, one) {
			return true
		}
	}
	return false
}
