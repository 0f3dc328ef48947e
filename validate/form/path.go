package form

import "strings"

// Alternatives splits "a|b" into its spellings.
func Alternatives(s string) []string { return strings.Split(s, "|") }

// trailers are headers that may stand under the one that names a column and
// say nothing of their own.
var trailers = []string{"金额", "决算数", "决算", "本年决算数", "数额"}

// MatchPath says how well a header path, top row first, fits a declared one:
// 0 not at all, more the more of its parts are named. The lowest header has to
// fit the last part, or a mere 金额 under it.
func MatchPath(declared string, path []string) int {
	parts := strings.Split(declared, "/")
	best := 0
	for n := len(path); n > 0; n-- {
		if s := matchAll(parts, path[:n]); s > best {
			best = s
		}
		if !contains(trailers, StripRemark(path[n-1])) {
			break
		}
	}
	return best
}

func matchAll(parts, path []string) int {
	p := len(path) - 1
	for i := len(parts) - 1; i >= 0; i-- {
		for ; p >= 0 && !matchPart(parts[i], path[p]); p-- {
			if i == len(parts)-1 {
				return 0 // the lowest header is another one
			}
		}
		if p < 0 {
			return 0
		}
		p--
	}
	return len(parts)
}

func matchPart(part, text string) bool {
	for _, name := range Alternatives(part) {
		if text == name || StripOrdinal(text) == name || StripRemark(StripOrdinal(text)) == name {
			return true
		}
	}
	return false
}

// MatchLabel says whether a normalized label is one of the row's spellings.
func (r *Row) MatchLabel(label string) bool {
	return contains(r.Labels, label) || contains(r.Labels, StripOrdinal(label)) || contains(r.Labels, StripRemark(StripOrdinal(label)))
}

// MatchColumn finds the column that a header path heads on a side, and how well.
func (f *Form) MatchColumn(side Side, path []string) (column int, score int) {
	column = -1
	for i := range f.Columns {
		if c := &f.Columns[i]; c.Side == side {
			for _, h := range c.Headers {
				if s := MatchPath(h, path); s > score {
					column, score = i, s
				}
			}
		}
	}
	return column, score
}

// IsHeader says whether a normalized text stands in a header of this form.
func (f *Form) IsHeader(text string) bool {
	if f.IsKeyHeader(text) || contains(trailers, StripRemark(text)) || contains(f.Noted, StripRemark(text)) || contains(f.Noted, "/"+text) {
		return true
	}
	for i := range f.Columns {
		for _, h := range f.Columns[i].Headers {
			for _, part := range strings.Split(h, "/") {
				if matchPart(part, text) {
					return true
				}
			}
		}
	}
	if f.Keying == ByMatrix {
		for i := range f.Rows {
			if f.Rows[i].MatchLabel(text) {
				return true
			}
		}
	}
	return false
}
