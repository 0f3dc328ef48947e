package form

import (
	"slices"
	"strings"
)

// headerPath is a declared header path, each part with its spellings.
type headerPath [][]string

// index is what a form's declarations are looked up by.
type index struct {
	paths   [][]headerPath      // per column
	notedAt []headerPath        // columns that are not judged
	headers map[string]struct{} // the texts of the header paths, and of rows where those head
	labels  map[string][]int    // rows by each of their spellings
}

// prepare indexes the forms, once.
func prepare(forms []*Form) {
	var classes []Row
	for _, f := range forms {
		if f.ListsClasses && classes == nil {
			classes = classRows()
		}
		f.declare(classes)
		f.headers = make(map[string]struct{}, f.mostHeaders())
		f.paths = make([][]headerPath, len(f.Columns))
		for i := range f.Columns {
			f.paths[i] = f.indexPaths(f.Columns[i].Headers)
		}
		f.notedAt = f.indexPaths(f.NotedAt)
		f.indexRows()
	}
}

// declare makes lists of the words of a form.
func (f *Form) declare(classes []Row) {
	f.Titles = spelled(f.titles)
	if f.weaker != "" {
		f.Weaker = spelled(f.weaker)
	}
	for i := range f.Rows {
		f.Rows[i].Labels = spelled(f.Rows[i].Key, f.Rows[i].labels)
	}
	if f.ListsClasses {
		f.Rows = slices.Concat(f.Rows, classes)
	}
}

// mostHeaders is how many words the header paths of a form have, those that come again
// counted again.
func (f *Form) mostHeaders() (n int) {
	for i := range f.Columns {
		n += countWordsOf(f.Columns[i].Headers)
	}
	return n + countWordsOf(f.NotedAt)
}

func countWordsOf(paths []string) (n int) {
	for _, path := range paths {
		n += 1 + strings.Count(path, "|") + strings.Count(path, "/")
	}
	return n
}

// indexRows notes which rows each label may mean. Most labels mean one row: those share
// one array.
func (f *Form) indexRows() {
	n := 0
	for i := range f.Rows {
		n += len(f.Rows[i].Labels)
	}
	f.labels = make(map[string][]int, n+len(f.Rows)/8)
	single := make([]int, 0, n)
	for i := range f.Rows {
		for _, label := range f.Rows[i].Labels {
			if rows := f.labels[label]; rows != nil {
				f.labels[label] = append(rows, i)
			} else {
				single = append(single, i)
				f.labels[label] = single[len(single)-1 : len(single) : len(single)]
			}
			if f.rowsHead() {
				f.headers[label] = struct{}{}
			}
		}
		if later := f.Rows[i].later; later != "" {
			f.labels[later] = append(f.labels[later], i)
		}
	}
}

// rowsHead says whether the labels of rows may stand in the header, as 预算数 does.
func (f *Form) rowsHead() bool { return f.Keying == ByMatrix }

// indexPaths parses declared header paths and notes the headers in them.
func (f *Form) indexPaths(declared []string) []headerPath {
	if declared == nil {
		return nil
	}
	paths := make([]headerPath, len(declared))
	for i, path := range declared {
		parts := make(headerPath, 0, strings.Count(path, "/")+1)
		var part string
		for more := true; more; {
			part, path, more = strings.Cut(path, "/")
			names := Alternatives(part)
			parts = append(parts, names)
			for _, name := range names {
				f.headers[name] = struct{}{}
			}
		}
		paths[i] = parts
	}
	return paths
}

// isNotedAt says whether a header path is one of those declared as not judged.
func (f *Form) isNotedAt(path []string) bool {
	var room [headerRoom]meant
	spelled := spell(path, room[:0])
	for _, noted := range f.notedAt {
		if matchPath(noted, spelled) > 0 {
			return true
		}
	}
	return false
}

// headerRoom is how many rows almost every header has at most.
const headerRoom = 6

// spell gives what the headers of a path may mean, in room where that is enough.
func spell(path []string, room []meant) []meant {
	for _, text := range path {
		room = append(room, spellings(text))
	}
	return room
}

// IsTrailer says whether a normalized header says nothing of its own, such as
// 决算数 under the name of a column.
func IsTrailer(text string) bool { return trailers.Has(StripYear(text)) }

// meant are the ways a printed text may be meant: as it stands, without its
// ordinal and its footnotes, without a remark, without the year in front.
type meant [4]string

func spellings(text string) meant {
	bare := StripNotes(StripOrdinal(text))
	short := StripRemark(bare)
	return meant{text, bare, short, StripYear(short)}
}

// matchPath says how well a header path, top row first, fits a declared one:
// 0 not at all, more the more of its parts are named. The lowest header has to
// fit the last part, or a mere 金额 under it.
func matchPath(declared headerPath, path []meant) int {
	for n := len(path); n > 0; n-- {
		if matchAll(declared, path[:n]) {
			return len(declared)
		}
		if !trailers.Has(path[n-1][3]) {
			break
		}
	}
	return 0
}

// matchAll says whether the parts stand in the path in their order, the last
// one lowest.
func matchAll(parts headerPath, path []meant) bool {
	p := len(path) - 1
	for i := len(parts) - 1; i >= 0; i-- {
		for ; p >= 0 && !matchPart(parts[i], path[p]); p-- {
			if i == len(parts)-1 {
				return false
			}
		}
		if p < 0 {
			return false
		}
		p--
	}
	return true
}

func matchPart(names []string, text meant) bool {
	for _, name := range names {
		if text[0] == name || text[1] == name || text[2] == name || text[3] == name {
			return true
		}
	}
	return false
}

// MatchColumn finds the column that a header path heads on a side, and how
// well; -1 and 0 for none.
func (f *Form) MatchColumn(side Side, path []string) (column int, score int) {
	column = -1
	var room [headerRoom]meant
	spelled := spell(path, room[:0])
	for i := range f.Columns {
		if f.Columns[i].Side != side {
			continue
		}
		for _, declared := range f.paths[i] {
			if len(declared) <= score {
				continue
			}
			if s := matchPath(declared, spelled); s > score {
				column, score = i, s
			}
		}
	}
	return column, score
}

// MatchRows lists the declared rows that a normalized label may mean, in order.
func (f *Form) MatchRows(label string) []int {
	label = bareLabel(label)
	for i, s := range spellings(label) {
		if i == len(meant{})-1 && !f.rowsHead() {
			break // 2022年结转和结余 is not this year's
		}
		if rows := f.labels[s]; rows != nil {
			return rows
		}
	}
	return nil
}

// IsHeader says whether a normalized text stands in a header of this form.
func (f *Form) IsHeader(text string) bool {
	last := ""
	for i, s := range spellings(text) {
		if i > 0 && s == last {
			continue
		}
		if _, head := f.headers[s]; head || f.Keys.Has(s) || f.Noted.Has(s) || trailers.Has(s) {
			return true
		}
		last = s
	}
	return false
}
