package form

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// The lists of names are texts, read when a name is first judged: as declarations they
// would take several times as much of what is downloaded. A line is a code with what
// is one level below it, parted by blanks:
//
//	20126档案事务* 04档案馆
//
// After a name
//
//	/name     is another name of the same code, of other years or as departments print it
//	<2020     the name held until 2019,  >2020 since 2020
//	*         01 行政运行, 02 一般行政管理事务, 03 机关服务 and 99 其他…支出 are below it
//	^         99 其他…支出 is
//	+         50 事业运行 is
//	!         what is below it is listed to the last, for the years up to LastYear
//
// A section 其他…支出 has an item of its name, 01 until 2020 and 99 since, where the line
// says nothing else.

// The years whose classification is known. What later ones have is not.
const (
	FirstYear = 2019
	LastYear  = 2025
)

// Known says whether the classification of a year is known. A book that does not say
// its year is taken for one of those.
func Known(year int) bool { return year == 0 || year >= FirstYear && year <= LastYear }

// Name is a name that a code bears.
type Name struct {
	Text   string
	Since  int // the first year of the name; 0 for always
	Before int // the year after its last; 0 for none
}

// In says whether a name is one of a year; of a year that is not known it is.
func (n Name) In(year int) bool {
	return year == 0 || year >= n.Since && (n.Before == 0 || year < n.Before)
}

// nameList is a list of names, and what was read of it so far.
type nameList struct {
	text  string
	read  sync.Once
	codes map[string]string // the names of each code as the text spells them
	whole map[string]string // codes below which everything is listed
	turn  sync.Once
	named map[string][]string // codes by bare name, in order
}

// of gives the names of a code as the text spells them; "" for one that is not listed.
func (l *nameList) of(code string) string {
	l.read.Do(func() {
		l.codes, l.whole = map[string]string{}, map[string]string{}
		for text := l.text; text != ""; {
			var line string
			line, text, _ = strings.Cut(text, "\n")
			l.readLine(line)
		}
	})
	return l.codes[code]
}

// bearing gives the codes of a bare name; right names never want it.
func (l *nameList) bearing(bare string) []string {
	l.of("")
	l.turn.Do(func() {
		l.named = map[string][]string{}
		for code, names := range l.codes {
			for _, n := range spelledNames(names) {
				if bare := BareName(n.Text); !slices.Contains(l.named[bare], code) {
					l.named[bare] = append(l.named[bare], code)
				}
			}
		}
		for _, codes := range l.named {
			slices.Sort(codes)
		}
	})
	return l.named[bare]
}

// What the marks put below a code.
const (
	everywhere  = "01行政运行 02一般行政管理事务 03机关服务"
	institution = "50事业运行"
)

func (l *nameList) readLine(line string) {
	head, below, _ := strings.Cut(line, " ")
	code, names := split(head)
	if code == "" {
		return
	}
	name := strings.TrimRight(names, "*^+!")
	marks := names[len(name):]
	l.codes[code] = name
	l.add(code, below)
	if strings.Contains(marks, "*") {
		l.add(code, everywhere)
	}
	if strings.Contains(marks, "+") {
		l.add(code, institution)
	}
	if strings.ContainsAny(marks, "*^") {
		l.add(code, "99"+theOther(name))
	} else if len(code) == 5 && strings.HasSuffix(code, "99") {
		l.add(code, "01"+name+" 99"+name)
	}
	if strings.Contains(marks, "!") {
		l.whole[code] = marks
	}
}

// add lists what is below a code and was not listed yet.
func (l *nameList) add(above, below string) {
	for below != "" {
		var one string
		one, below, _ = strings.Cut(below, " ")
		if code, names := split(one); l.codes[above+code] == "" {
			l.codes[above+code] = names
		}
	}
}

// split parts a code from its names.
func split(s string) (code, names string) {
	names = skipDigits(s)
	return s[:len(s)-len(names)], names
}

const (
	other  = "其他"
	outlay = "支出"
)

// theOther is the name of the item 99 under a section's names: 其他…支出.
func theOther(names string) string {
	all := strings.Split(names, "/")
	for i, name := range all {
		at := strings.IndexAny(name, "<>")
		if at < 0 {
			at = len(name)
		}
		all[i] = other + strings.TrimPrefix(strings.TrimSuffix(name[:at], outlay), other) + outlay + name[at:]
	}
	return strings.Join(all, "/")
}

// spelledNames reads the names of a code with their years.
func spelledNames(s string) (names []Name) {
	for more := true; more; {
		var n Name
		n, s, more = firstName(s)
		names = append(names, n)
	}
	return names
}

// firstName reads the first of several names.
func firstName(s string) (n Name, rest string, more bool) {
	n.Text, rest, more = strings.Cut(s, "/")
	if at := strings.IndexAny(n.Text, "<>"); at >= 0 {
		year, _ := strconv.Atoi(n.Text[at+1:])
		if n.Text[at] == '<' {
			n.Before = year
		} else {
			n.Since = year
		}
		n.Text = n.Text[:at]
	}
	return n, rest, more
}

// unmarked takes the marks out of a name, and spells what is spelled in several ways.
func unmarked(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '(', ')', '[', ']', '、', ',', '。', ';', ':', '.', '…', '-', '·', '/', '等':
			return -1
		case '及', '与':
			return '和'
		}
		return r
	}, strings.ReplaceAll(s, "其它", other))
}

var levelTags = []string{"(类)", "(款)", "(项)"}

// BareName is what two spellings of one name have in common: no code or ordinal in
// front, no marks and footnotes, no 支出 at the end.
func BareName(s string) string {
	_, s = FrontCode(StripNotes(Normalize(s)))
	s = StripOrdinal(s)
	for _, tag := range levelTags {
		s = strings.TrimSuffix(s, tag)
	}
	s = unmarked(s)
	if t := strings.TrimSuffix(strings.TrimSuffix(s, outlay), "支"); t != "" { // 支: the end was cut off
		s = t
	}
	return s
}

// FrontCode parts a code from the normalized name that it stands in front of: [201]…,
// 201.03-…. The code is "" where there is none.
func FrontCode(s string) (code, name string) {
	t := strings.TrimLeft(s, "([")
	if t == "" || t[0] < '0' || t[0] > '9' {
		return "", s
	}
	name = strings.TrimLeft(t, arabicDigits+"-.])、:")
	for _, part := range strings.FieldsFunc(t[:len(t)-len(name)], func(r rune) bool { return r < '0' || r > '9' }) {
		code += part
	}
	return code, name
}

// SameName says whether two texts spell one name.
func SameName(a, b string) bool { return a == b || BareName(a) == BareName(b) }

// Shortens says whether one of two names is the other with some of its characters left
// out: 津补贴 for 津贴补贴.
func Shortens(a, b string) bool {
	a, b = BareName(a), BareName(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	rest := a
	for _, r := range b {
		if left, next := strings.CutPrefix(rest, string(r)); next {
			rest = left
		}
	}
	return a != "" && rest == ""
}

// IsRest says whether a name is 其他支出 for short, where a code's own name says of what:
// 其他商品和服务支出.
func IsRest(name, own string) bool {
	return BareName(name) == other && strings.HasPrefix(own, other)
}

// shortestCut is how many characters tell a name of which the end is cut off.
const shortestCut = 4

// CutShort says whether a name is another one of which the end was cut off, and whether
// it says so itself with an ellipsis.
func CutShort(name, whole string) (cut, said bool) {
	bare := BareName(name)
	full := BareName(whole)
	cut = utf8.RuneCountInString(bare) >= shortestCut && len(bare) < len(full) && strings.HasPrefix(full, bare)
	return cut, cut && (strings.HasSuffix(name, "…") || strings.HasSuffix(name, ".."))
}
