package form

import (
	"strings"
	"unicode/utf8"
)

const (
	noteMark = "注"                       // before the number of a footnote
	noteRoom = len(noteMark) + len("10") // between the brackets of a footnote, at most
)

// isNoteSign says whether a character is a footnote without brackets.
func isNoteSign(r rune) bool {
	switch r {
	case '*', '※', '#', '¹', '²', '³', '⁴', '⁵':
		return true
	}
	return r >= '①' && r <= '⑩'
}

// StripNotes removes the footnote marks that a label ends with: *, ①, [1], (注2), 注3. A
// label that is nothing else stays.
func StripNotes(s string) string {
	for {
		t := stripNote(s)
		if t == s || t == "" {
			return s
		}
		s = t
	}
}

// stripNote removes one footnote mark.
func stripNote(s string) string {
	r, size := utf8.DecodeLastRuneInString(s)
	switch bare := s[:len(s)-size]; {
	case isNoteSign(r):
		return bare
	case r == ')' || r == ']':
		open := strings.LastIndexAny(bare, "([")
		if open >= 0 && len(bare)-open-1 <= noteRoom && isNoteNumber(bare[open+1:]) {
			return bare[:open]
		}
	}
	if bare, is := strings.CutSuffix(withoutNumber(s), noteMark); is {
		return bare
	}
	return s
}

// withoutNumber is a text without the digits that it ends with.
func withoutNumber(s string) string {
	n := len(s)
	for n > 0 && s[n-1] >= '0' && s[n-1] <= '9' {
		n--
	}
	return s[:n]
}

// isNoteNumber says whether a text is 注, 注2 or a mere 2.
func isNoteNumber(s string) bool {
	number := strings.TrimPrefix(s, noteMark)
	return s != "" && strings.Trim(number, arabicDigits) == "" && len(number) <= len("10")
}

// bareLabel is the label of a row without its footnotes and a colon at its end.
func bareLabel(s string) string { return StripNotes(strings.TrimSuffix(s, ":")) }

// nones are all that some print in the place of a table without figures.
var nones = Words{text: "无|(无)|无数据|无内容|空表|(空表)|此表为空|此表为空表|本表为空|无此项|无此项支出|无此项收支"} // usual

// SaysNone says whether a normalized text means that there is nothing, and no more.
func SaysNone(text string) bool { return nones.Has(strings.TrimRight(text, "。.")) }
