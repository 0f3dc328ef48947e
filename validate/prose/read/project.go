package read

import (
	"strconv"

	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
)

// nextProject begins a sentence that names something else than the one before, in a paragraph of
// several projects: what was said of the one is not said of the other.
func (r *Reader) nextProject(st *state, p *passage.Passage) {
	if p.Section.Topic == lexicon.Performance && st.figures == 0 {
		st.subject, st.doubt, st.under, st.item = &lexicon.Subject{Key: "项目@@" + strconv.Itoa(r.sentence) + "/" + strconv.Itoa(len(r.Mentions)), In: lexicon.Performance, Name: "项目"}, "", nil, nil
	}
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
