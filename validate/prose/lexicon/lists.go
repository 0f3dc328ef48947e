package lexicon

import "strings"

func Split(list string) []string { return strings.Split(list, "|") }

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
