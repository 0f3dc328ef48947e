package prose

import "strconv"

// nextProject begins a sentence that names something else than the one before, in a paragraph of
// several projects: what was said of the one is not said of the other.
func (r *reader) nextProject(st *state, p *passage) {
	if p.section.topic == performance && st.figures == 0 {
		st.subject, st.doubt, st.under, st.item = &subject{key: "项目@@" + strconv.Itoa(r.sentence) + "/" + strconv.Itoa(len(r.mentions)), in: performance, name: "项目"}, "", nil, nil
	}
}

// project is the subject of a paragraph about a project's performance.
func (r *reader) project(p *passage) *subject {
	key := "项目@" + string(rune('0'+p.number%10)) + string(p.text[:min(len(p.text), 24)])
	if s := r.codes[key]; s != nil {
		return s
	}
	s := &subject{key: key, in: performance, name: "项目"}
	r.codes[key] = s
	return s
}
