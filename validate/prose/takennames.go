package prose

import (
	"suanqing/validate/bind"
	"suanqing/validate/form"
)

// takenNames finds items that are called by the name of another that is described too: one
// has the form's figure, the other that of a row nothing else describes. The figures are
// then of that row, and its name is what is wrong.
func (j *judging) takenNames() {
	said := map[string][]*mention{}
	for _, m := range j.mentions {
		if s := m.subject; s != nil && s.digits == 7 && s.code != "" && m.column == final && !m.carried && m.figure.State == bind.Money {
			said[s.key] = append(said[s.key], m)
		}
	}
	if len(said) == 0 {
		return
	}
	for _, m := range j.mentions {
		s := m.subject
		if s == nil || m.column != final || m.carried || s.taken || len(said[s.key]) < 2 || len(said[s.key]) > window || j.isOwn(m) || !j.otherIsOwn(said[s.key], m) {
			continue
		}
		if row := j.rowOf(m, said); row != nil {
			said[s.form+":"+row.Key] = []*mention{m}
			j.rename(m, row)
		}
	}
}

// isOwn says whether a figure is what the form has of its item.
func (j *judging) isOwn(m *mention) bool {
	t := j.book.Tables[form.ID(m.subject.form)]
	if t == nil {
		return true
	}
	row := t.Row(m.subject.code)
	if row == nil {
		return true
	}
	f := row.Figure(columnsOfRows[m.subject.form])
	return f == nil || f.State != bind.Money || f.Value == m.figure.Value
}

func (j *judging) otherIsOwn(list []*mention, m *mention) bool {
	for _, o := range list {
		if o != m && o.passage != m.passage && o.passage.section == m.passage.section && j.isOwn(o) {
			return true
		}
	}
	return false
}

// rowOf is the one item of the form with a figure's amount that nothing describes.
func (j *judging) rowOf(m *mention, said map[string][]*mention) (found *bind.Row) {
	for _, row := range j.book.Tables[form.ID(m.subject.form)].Rows {
		f := row.Figure(columnsOfRows[m.subject.form])
		if len(row.Key) != 7 || !form.IsCode(row.Key) || f == nil || f.State != bind.Money || f.Value != m.figure.Value || f.Value.IsZero() || said[m.subject.form+":"+row.Key] != nil {
			continue
		}
		if found != nil {
			return nil
		}
		found = row
	}
	return found
}

// rename gives all that a passage says of an item to another row.
func (j *judging) rename(m *mention, row *bind.Row) {
	old := m.subject.key
	s := *j.code(form.ID(m.subject.form), row.Key)
	s.misnamed, s.taken = m.subject.name, true
	for i := m.index; i >= 0 && j.mentions[i].passage == m.passage; i-- {
		j.retake(j.mentions[i], old, &s)
	}
	for i := m.index + 1; i < len(j.mentions) && j.mentions[i].passage == m.passage; i++ {
		j.retake(j.mentions[i], old, &s)
	}
	for i := range j.notes {
		if n := &j.notes[i]; n.passage == m.passage && n.subject != nil && n.subject.key == old {
			n.subject = &s
		}
	}
}

func (j *judging) retake(m *mention, old string, s *subject) {
	if m.subject != nil && m.subject.key == old {
		m.subject = s
		m.figure.Row.Key, m.figure.Row.Name = s.code, s.name
	}
}
