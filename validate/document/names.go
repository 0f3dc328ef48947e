package document

import (
	"strconv"
	"strings"
	"unicode/utf16"
)

// longestName is how many UTF-16 units a spreadsheet lets a sheet's name have.
const longestName = 31

// NameSheets gives every sheet a name that a spreadsheet lets it have, told apart from
// the others': formats other than a spreadsheet's own name sheets as they like.
func (d *Document) NameSheets() {
	taken := make(map[string]bool, len(d.Sheets))
	for i, s := range d.Sheets {
		name := permitted(s.Name, longestName)
		if name == "" {
			name = "第" + strconv.Itoa(i+1) + "张表"
		}
		for n := 2; taken[strings.ToLower(name)]; n++ {
			tail := "(" + strconv.Itoa(n) + ")"
			name = permitted(s.Name, longestName-len(tail)) + tail
		}
		taken[strings.ToLower(name)] = true
		s.Name = name
	}
}

// permitted is a name without the marks that addresses are written with, cut to so
// many UTF-16 units.
func permitted(name string, most int) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`[]:*?/\`, r) {
			return ' '
		}
		return r
	}, name)
	name = strings.Trim(strings.TrimSpace(name), "'")
	units := 0
	for i, r := range name {
		if units += utf16.RuneLen(r); units > most {
			return strings.TrimSpace(name[:i])
		}
	}
	return name
}
