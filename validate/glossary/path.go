package glossary

import "strings"

// path is an account by the names of its levels, brackets and blanks gone; those above may
// be unknown.
type path struct {
	class, group, item string
	wide               bool // it ends at the 款, or at the 类: all its 项 are meant
}

const (
	classMark = "(类)"
	groupMark = "(款)"
	itemMark  = "(项)"
)

// pathOf reads an account such as 教育支出(类)普通教育(款)小学教育(项).
func pathOf(s string) (p path, ok bool) {
	rest := s
	if before, after, found := strings.Cut(rest, classMark); found {
		p.class, rest, ok = level(before), after, true
	}
	rest = strings.TrimPrefix(rest, "支出")
	if before, after, found := strings.Cut(rest, groupMark); found {
		p.group, rest, ok = level(before), after, true
	}
	rest = strings.TrimLeft(rest, ",、")
	if before, _, found := strings.Cut(rest, itemMark); found {
		p.item, ok = level(before), true
	} else if p.group != "" || p.class != "" {
		p.wide = level(rest) == ""
		p.item = level(rest)
	}
	return p, ok && (p.item != "" || p.wide)
}

// level is the name of one level: codes, brackets and marks gone.
func level(s string) string {
	s = plain(s)
	return strings.TrimLeft(s, "0123456789")
}

// plain is a text without brackets and marks.
func plain(s string) string {
	return strings.Map(func(c rune) rune {
		if strings.ContainsRune("()（）,，、。.;:-《》·[]", c) {
			return -1
		}
		return c
	}, s)
}

func (p path) key() string {
	if p.item == "" {
		return ""
	}
	return p.group + "/" + p.item
}

// sameName says whether two names of a level are one: 支出 behind may be left out.
func sameName(a, b string) bool {
	return a == b || strings.TrimSuffix(a, "支出") == strings.TrimSuffix(b, "支出")
}

// inGroup says whether two accounts may be of one 款: one of them may not say.
func inGroup(a, b path) bool {
	return a.group == "" || b.group == "" || sameName(a.group, b.group)
}

// covers says whether what is explained as a whole has an account in it.
func (p path) covers(q path) bool {
	return p.wide && (p.group != "" || p.class != "" && sameName(p.class, q.class))
}
