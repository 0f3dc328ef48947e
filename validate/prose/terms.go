package prose

import (
	"strconv"
	"strings"

	"suanqing/validate/form"
	"suanqing/validate/report"
)

// term is one explanation of 名词解释: 一、基本支出：指….
type term struct {
	name    string // as printed, without its number
	meaning string
	passage *passage
}

const (
	longestTerm = 90 // characters of a term's name
	fewestTerms = 5  // of a glossary that is one
)

// special are terms that a text which says figures of them explains, with their spellings.
var special = []struct {
	key   string // of a subject
	words string
}{{keyPublic, "三公经费|三公"}, {"机关运行经费", "机关运行经费|机关运行"}}

// terms judges that what the text speaks of is explained, and not twice.
func (j *judging) terms() {
	terms := j.glossary()
	if len(terms) < fewestTerms {
		return
	}
	j.judged("text.terms", report.Holds)
	first := map[string]*term{}
	for i := range terms {
		t := &terms[i]
		was := first[bare(t.name)]
		if was == nil {
			first[bare(t.name)] = t
			continue
		}
		if was.meaning != t.meaning && was.name == t.name {
			j.told("text.terms", report.Warning, t.passage, 0, min(len(t.passage.text), mostWords), "“"+clip(t.name, 40)+"”前面（第 "+strconv.Itoa(was.passage.number)+" 段）已经解释过，两处说得不一样", j.wordsAt(was.passage, 0, min(len(was.passage.text), mostWords)))
		}
	}
	for _, s := range special {
		m := j.firstOf(s.key)
		if m == nil || explains(terms, split(s.words), false) {
			continue
		}
		j.told("text.terms", report.Warning, m.passage, m.lead, m.number.end, "“"+s.key+"”没有名词解释")
	}
	j.itemTerms(terms)
}

// itemTerms judges that all items are explained, where nearly all are.
func (j *judging) itemTerms(terms []term) {
	var missing []*mention
	seen := map[string]bool{}
	there := 0
	all := j.wholeGlossary()
	for _, m := range j.mentions {
		s := m.subject
		if s == nil || s.static || s.digits != 7 || s.form != "F05" || m.column != final || seen[s.key] || topicOf(m.passage) != general {
			continue
		}
		if seen[s.key] = true; explains(terms, []string{s.name}, true) || strings.Contains(all, form.Normalize(s.name)) {
			there++
		} else {
			missing = append(missing, m)
		}
	}
	if len(missing) == 0 || there < 3*len(missing) {
		return
	}
	for _, m := range missing {
		j.told("text.terms", report.Warning, m.passage, m.lead, m.number.end, "“"+m.subject.label()+"”没有名词解释，其他科目都有")
	}
}

// explains says whether one of some words is a term; of an item, the last of its names.
func explains(terms []term, words []string, item bool) bool {
	for i := range terms {
		for _, w := range words {
			if !item && strings.Contains(terms[i].name, w) || bare(terms[i].name) == bare(w) {
				return true
			}
			if item && strings.HasSuffix(bare(strings.TrimSuffix(terms[i].name, "(项)")), bare(w)) {
				return true
			}
		}
	}
	return false
}

// glossary are the explanations.
func (j *judging) glossary() (terms []term) {
	for _, p := range j.passages {
		if p.head || p.cover || topicOf(p)&glossary == 0 || len(terms) == mostNotes {
			continue
		}
		body := p.text[ordinalOf(p.text).length:]
		s := string(body[:min(len(body), longestTerm)])
		k := strings.IndexAny(s, ":")
		if k <= 0 || strings.ContainsAny(s[:k], "。;") || strings.HasPrefix(s, "注") {
			continue
		}
		terms = append(terms, term{name: s[:k], meaning: string(body)[k+1:], passage: p})
	}
	return terms
}

// wholeGlossary is all that the glossary says, wherever its lines end.
func (j *judging) wholeGlossary() string {
	var b strings.Builder
	for _, p := range j.passages {
		if topicOf(p)&glossary != 0 && b.Len() < mostRunes {
			b.WriteString(string(p.text))
		}
	}
	return b.String()
}

// firstOf is the first figure of a subject that is not zero.
func (j *judging) firstOf(key string) *mention {
	for _, m := range j.by[key+" "+final] {
		if !m.figure.Value.IsZero() {
			return m
		}
	}
	return nil
}
