package read

import (
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
)

// nextProject begins a sentence that names something else than the one before, in a paragraph of
// several projects: what was said of the one is not said of the other.
func (r *Reader) nextProject(st *state, p *passage.Passage) {
	if p.Section.Topic == lexicon.Performance && st.figures == 0 {
		st.subject, st.doubt, st.under, st.item = &lexicon.Subject{Key: oneOfMany + strconv.Itoa(r.sentence) + "/" + strconv.Itoa(len(r.Mentions)), In: lexicon.Performance, Name: "项目"}, "", nil, nil
	}
}

// ofProject says whether what is read is of a project that a sentence of a paragraph of several
// named, which is then sure where its figure is.
func (r *Reader) ofProject(st *state) bool {
	return st.subject != nil && strings.HasPrefix(st.subject.Key, oneOfMany+strconv.Itoa(r.sentence)+"/")
}

// oneOfMany begins the keys of such projects.
const oneOfMany = "项目@@"

// spentOn says whether an amount of a project is what was spent on it, by the word right in front
// of it and behind a mark: ,执行 5.00 万元; ,支出 5.00 万元.
func spentOn(p *passage.Passage, at int) bool {
	from := at
	for from > 0 && at-from < len("执行金额为") && !strings.ContainsRune(",、:", p.Text[from-1]) {
		from--
	}
	return slices.Contains(lexicon.Split(lexicon.SpentOn), string(p.Text[from:at]))
}

// project is the subject of a paragraph about a project's performance.
func (r *Reader) project(p *passage.Passage) *lexicon.Subject {
	key := "项目@" + string(rune('0'+p.Number%10)) + string(p.Text[:min(len(p.Text), 24)])
	if s := r.codes[key]; s != nil {
		return s
	}
	s := &lexicon.Subject{Key: key, In: lexicon.Performance, Name: "项目"}
	r.codes[key] = s
	return s
}
