package document

import "unicode"

// IsBlank says whether a text shows nothing: it is empty, or of blanks and
// characters that take no room. Some press the space bar to empty a cell.
func IsBlank(text string) bool {
	for _, r := range text {
		if r > ' ' && !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' && r != '\u00ad' {
			return false
		}
	}
	return true
}
