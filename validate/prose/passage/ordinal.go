package passage

import (
	"strings"

	"suanqing/validate/prose/lexicon"
)

// ordinal is what numbers a line in front.
type ordinal struct {
	Level  uint8  // 0 none, 1 一、 2 （一） 3 1、 4 (1)
	Number string // as printed, without its marks
	Length int    // in runes
}

const (
	ChineseNumbers = "一二三四五六七八九十"
	arabicNumbers  = "0123456789"
	longestOrdinal = 5
)

// OrdinalOf reads what numbers a line: 一、 （一） 1. 1、 (1) ①.
func OrdinalOf(text []rune) ordinal {
	open := len(text) > 0 && text[0] == '('
	from := 0
	if open {
		from = 1
	}
	set, level := ChineseNumbers, uint8(1)
	if from < len(text) && text[from] >= '0' && text[from] <= '9' {
		set, level = arabicNumbers, 3
	} else if !open && len(text) > 0 && text[0] >= '①' && text[0] <= '⑳' {
		return ordinal{4, string(text[0]), 1}
	}
	n := from
	for n < len(text) && n-from < longestOrdinal && strings.ContainsRune(set, text[n]) {
		n++
	}
	if n == from || n == len(text) {
		return ordinal{}
	}
	number := string(text[from:n])
	switch {
	case open && text[n] == ')':
		return ordinal{level + 1, number, n + 1}
	case open:
		return ordinal{}
	case text[n] == '、', text[n] == '.' && (n+1 == len(text) || text[n+1] < '0' || text[n+1] > '9'), text[n] == '．',
		text[n] == ',' && level == 1, text[n] == ')' && level == 3:
		return ordinal{level, number, n + 1}
	}
	return ordinal{}
}

// startsItem says whether a line begins something of its own: it is numbered, or a part.
func startsItem(text []rune) bool {
	if o := OrdinalOf(text); o.Level != 0 && o.Length < len(text) && text[o.Length] > '9' {
		return true
	}
	for _, part := range lexicon.Parts {
		if strings.HasPrefix(string(text[:min(len(text), 8)]), part) {
			return true
		}
	}
	return false
}
