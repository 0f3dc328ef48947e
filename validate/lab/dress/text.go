package dress

import (
	"maps"
	"slices"
	"strings"
)

// sorted lists the keys of a table in order.
func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// commas writes a plain decimal with separators: 12345.60 is 12,345.60.
func commas(v string) string {
	size, negative := strings.CutPrefix(v, "-")
	whole, fraction, some := strings.Cut(size, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if some {
		whole += "." + fraction
	}
	if negative {
		return "-" + whole
	}
	return whole
}

// wide writes a text in full-width characters.
func wide(s string) string {
	return strings.Map(func(r rune) rune {
		if r > ' ' && r <= '~' {
			return r - '!' + '！'
		}
		return r
	}, s)
}
