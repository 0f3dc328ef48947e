package annotate

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// escapeLike is what spreadsheets would read as an escaped character.
var escapeLike = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// stringText is a text for a string cell or a comment: characters that XML cannot
// hold are left out, and what looks like an escape stays as it is written.
func stringText(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "�"))
	s = escapeLike.ReplaceAllStringFunc(s, func(m string) string { return "_x005F" + m })
	return clip(s, maxText)
}

// clip cuts a text to at most so many UTF-16 units.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	n := 0
	for i, r := range s {
		if n += utf16.RuneLen(r); n > most-1 {
			// What follows may yet fit: the last unit is kept for the mark.
			if n == most && i+len(string(r)) == len(s) {
				return s
			}
			return s[:i] + "…"
		}
	}
	return s
}

// unused is the first of prefix1, prefix2 … that is not taken.
func unused(prefix string, taken func(string) bool) string {
	for i := 1; ; i++ {
		if name := prefix + strconv.Itoa(i); !taken(name) {
			return name
		}
	}
}

// lineCount is how many lines a text takes, of so many halves of a Chinese character.
func lineCount(s string, width int) int {
	n := 0
	for _, line := range strings.Split(s, "\n") {
		w := 0
		for _, r := range line {
			if w++; r > 0x2000 {
				w++
			}
		}
		n += max(1, (w+width-1)/width)
	}
	return n
}
