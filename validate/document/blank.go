package document

import (
	"unicode"

	"suanqing/validate/amount"
)

// Content is what a text holds: nothing where it shows nothing, for it is of blanks
// and characters that take no room. Some empty a cell by the space bar. Readers ask
// once a text, however many cells share it.
func Content(text string) string {
	for _, r := range text {
		if r > ' ' && !unicode.IsSpace(r) && !amount.Invisible(r) {
			return text
		}
	}
	return ""
}
