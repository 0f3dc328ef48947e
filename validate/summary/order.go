package summary

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"suanqing/validate/report"
)

// Books are those that need a look, worst first; NeedLook says how many there are.
func (s *Summary) Books() []Book { return s.books }

// Rules are those that found something or were not checked, the most errors first.
func (s *Summary) Rules() []Rule {
	return sorted(s.rules, func(a, b Rule) int {
		return cmp.Or(cmp.Compare(b.Failed, a.Failed), cmp.Compare(b.Errors, a.Errors), cmp.Compare(b.Warnings, a.Warnings),
			cmp.Compare(b.Unchecked, a.Unchecked), cmp.Compare(b.Books, a.Books), strings.Compare(a.Rule, b.Rule))
	})
}

// Kinds are the kinds of wrong things, the most frequent first.
func (s *Summary) Kinds() []Kind {
	return sorted(s.kinds, func(a, b Kind) int {
		return cmp.Or(cmp.Compare(b.Likely, a.Likely), cmp.Compare(b.Perhaps, a.Perhaps), strings.Compare(a.Kind, b.Kind),
			strings.Compare(string(a.Shape), string(b.Shape)))
	})
}

// Districts are where the books belong, the most failing books first, those of no known
// place last: by the folders, where they part, else by the places of their departments. A
// district that some names give with its city and others without is one when there is one
// such city; districts of one name in several cities are not.
func (s *Summary) Districts() []District {
	cities := map[string]map[string]bool{}
	for p := range s.lots {
		if p.City != "" && p.District != "" {
			if cities[p.District] == nil {
				cities[p.District] = map[string]bool{}
			}
			cities[p.District][p.City] = true
		}
	}
	byName := map[string]*Count{}
	shared := s.sharedFolders()
	for p, c := range s.lots {
		name := p.District
		switch folders := foldersOf(p.folder); {
		case len(folders) > shared:
			name = folders[shared]
		case p.Place == Place{}:
			name = Unknown
		case p.District == "":
			name = p.City
		case p.City != "" && len(cities[p.District]) > 1:
			name = p.City + p.District
		}
		if byName[name] == nil {
			byName[name] = &Count{}
		}
		byName[name].add(c)
	}
	list := make([]District, 0, len(byName))
	for name, c := range byName {
		list = append(list, District{name, *c})
	}
	last := func(d *District) int {
		if d.Name == Unknown {
			return 1
		}
		return 0
	}
	slices.SortFunc(list, func(a, b District) int {
		return cmp.Or(cmp.Compare(last(&a), last(&b)), cmp.Compare(b.Fail, a.Fail), cmp.Compare(b.Incomplete, a.Incomplete),
			cmp.Compare(b.Books, a.Books), strings.Compare(a.Name, b.Name))
	})
	return list
}

// sharedFolders is how many folders, from the top, all books in folders lie in.
func (s *Summary) sharedFolders() int {
	var shared []string
	first := true
	for l := range s.lots {
		folders := foldersOf(l.folder)
		switch {
		case len(folders) == 0:
		case first:
			shared, first = folders, false
		default:
			n := 0
			for n < min(len(shared), len(folders)) && shared[n] == folders[n] {
				n++
			}
			shared = shared[:n]
		}
	}
	return len(shared)
}

// inFolders says whether folders tell books apart.
func (s *Summary) inFolders() bool {
	shared := s.sharedFolders()
	for l := range s.lots {
		if len(foldersOf(l.folder)) > shared {
			return true
		}
	}
	return false
}

func foldersOf(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
}

func sorted[K comparable, V any](m map[K]*V, order func(a, b V) int) []V {
	list := make([]V, 0, len(m))
	for v := range maps.Values(m) {
		list = append(list, *v)
	}
	slices.SortFunc(list, order)
	return list
}

// first is the first thing to look at in a book: why it was not read, what is probably
// wrong, the first error, what was not checked, the first warning.
func first(r *report.Report) string {
	if r.Error != nil {
		return r.Error.Message
	}
	for i := range r.Suspects {
		if s := &r.Suspects[i]; s.Likely && (s.Shape != report.Exchange || len(s.Changes) > 1) {
			return s.Words()
		}
	}
	of := func(severity report.Severity) string {
		for i := range r.Findings {
			if f := &r.Findings[i]; f.Severity == severity && f.Accepted == nil {
				return f.Message
			}
		}
		return ""
	}
	if said := of(report.Error); said != "" {
		return said
	}
	for i := range r.Forms {
		switch f := &r.Forms[i]; {
		case f.Status == report.Missing && f.Doubt != "":
			return "没有认清" + f.Title + "（" + f.Doubt + "）"
		case f.Status == report.Missing && f.Reason == "":
			return "缺" + f.Title
		}
	}
	for i := range r.Rules {
		if o := &r.Rules[i]; o.Unchecked {
			return "没有检查：" + o.Title + "（" + o.Reason + "）"
		}
	}
	return of(report.Warning)
}
