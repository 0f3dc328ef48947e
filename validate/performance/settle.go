package performance

import (
	"slices"
	"strings"

	"suanqing/validate/form"
)

// settle drops tables that are published twice, and calls rows of the summary as the table
// that they can only be of.
func (t *tables) settle() {
	once := func(all []*project) []*project {
		kept := all[:0]
		for _, p := range all {
			if !slices.ContainsFunc(kept, p.repeats) {
				kept = append(kept, p)
			}
		}
		return kept
	}
	t.projects, t.wholes = once(t.projects), once(t.wholes)
	keys := map[string]int{}
	for _, p := range t.projects {
		keys[p.key]++
	}
	rows := map[string]int{}
	for _, r := range t.summaries {
		rows[r.key]++
	}
	for _, r := range t.summaries {
		if r.total || keys[r.key] > 0 || len(t.projects) > 100 {
			continue
		}
		var like *project
		n := 0
		for _, p := range t.projects {
			if rows[p.key] == 0 && alike(p.key, r.key) {
				like, n = p, n+1
			}
		}
		if n == 1 {
			r.key = like.key
		}
	}
}

// shortestName is the name, in bytes, that may stand for a longer one that holds it.
const shortestName = 12

// alike says whether one name holds the other.
func alike(a, b string) bool {
	return len(a) >= shortestName && len(b) >= shortestName && (strings.Contains(a, b) || strings.Contains(b, a))
}

// repeats says whether a table is another one once more: in the text and on a sheet.
func (p *project) repeats(o *project) bool {
	if p.key != o.key || len(p.funds) != len(o.funds) || len(p.indicators) != len(o.indicators) || normal(p.agency.text) != normal(o.agency.text) || p.total.value != o.total.value {
		return false
	}
	for i := range p.funds {
		if p.funds[i].full.value != o.funds[i].full.value || p.funds[i].done.value != o.funds[i].done.value {
			return false
		}
	}
	for i := range p.indicators {
		a, b := &p.indicators[i], &o.indicators[i]
		if normal(a.third.text) != normal(b.third.text) || normal(a.actual.text) != normal(b.actual.text) || a.score.value != b.score.value {
			return false
		}
	}
	return true
}

// projectKey is a project's name without what differs from place to place: codes in
// front, quotation marks, blanks, 项目 behind.
func projectKey(name string) string {
	s := form.Normalize(name)
	if i := strings.IndexByte(s, '-'); i > 0 && strings.Trim(s[:i], "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		s = s[i+1:]
	}
	s = strings.Map(func(c rune) rune {
		if strings.ContainsRune("《》.,、·()-_", c) {
			return -1
		}
		return c
	}, s)
	return strings.TrimSuffix(s, "项目")
}
