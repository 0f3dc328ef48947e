package said

import (
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
)

// TakenNames finds items that are called by the name of another that is described too: one
// has the form's figure, the other that of a row nothing else describes. The figures are
// then of that row, and its name is what is wrong.
func TakenNames(j *judging.Text) {
	said := map[string][]*mention.Mention{}
	for _, m := range j.Mentions {
		if s := m.Subject; s != nil && s.Digits == 7 && s.Code != "" && m.Column == lexicon.Final && !m.Carried && m.Figure.State == bind.Money {
			said[s.Key] = append(said[s.Key], m)
		}
	}
	if len(said) == 0 {
		return
	}
	for _, m := range j.Mentions {
		s := m.Subject
		if s == nil || m.Column != lexicon.Final || m.Carried || s.Taken || len(said[s.Key]) < 2 || len(said[s.Key]) > mention.Window || isOwn(j, m) || !otherIsOwn(j, said[s.Key], m) {
			continue
		}
		if row := rowOf(j, m, said); row != nil {
			said[s.Form+":"+row.Key] = []*mention.Mention{m}
			rename(j, m, row)
		}
	}
}

// isOwn says whether a figure is what the form has of its item.
func isOwn(j *judging.Text, m *mention.Mention) bool {
	t := j.Book.Tables[form.ID(m.Subject.Form)]
	if t == nil {
		return true
	}
	row := t.Row(m.Subject.Code)
	if row == nil {
		return true
	}
	f := row.Figure(judging.ColumnsOfRows[m.Subject.Form])
	return f == nil || f.State != bind.Money || f.Value == m.Figure.Value
}

func otherIsOwn(j *judging.Text, list []*mention.Mention, m *mention.Mention) bool {
	for _, o := range list {
		if o != m && o.Passage != m.Passage && o.Passage.Section == m.Passage.Section && isOwn(j, o) {
			return true
		}
	}
	return false
}

// rowOf is the one item of the form with a figure's amount that nothing describes.
func rowOf(j *judging.Text, m *mention.Mention, said map[string][]*mention.Mention) (found *bind.Row) {
	for _, row := range j.Book.Tables[form.ID(m.Subject.Form)].Rows {
		f := row.Figure(judging.ColumnsOfRows[m.Subject.Form])
		if len(row.Key) != 7 || !form.IsCode(row.Key) || f == nil || f.State != bind.Money || f.Value != m.Figure.Value || f.Value.IsZero() || said[m.Subject.Form+":"+row.Key] != nil {
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
func rename(j *judging.Text, m *mention.Mention, row *bind.Row) {
	old := m.Subject.Key
	s := *j.Code(form.ID(m.Subject.Form), row.Key)
	if form.BareName(row.Name) != form.BareName(m.Subject.Name) { // else another row of that very name
		s.Misnamed, s.Taken = m.Subject.Name, true
	}
	for i := m.Index; i >= 0 && j.Mentions[i].Passage == m.Passage; i-- {
		retake(j, j.Mentions[i], old, &s)
	}
	for i := m.Index + 1; i < len(j.Mentions) && j.Mentions[i].Passage == m.Passage; i++ {
		retake(j, j.Mentions[i], old, &s)
	}
	for i := range j.Notes {
		if n := &j.Notes[i]; n.Passage == m.Passage && n.Subject != nil && n.Subject.Key == old {
			n.Subject = &s
		}
	}
}

func retake(j *judging.Text, m *mention.Mention, old string, s *lexicon.Subject) {
	if m.Subject != nil && m.Subject.Key == old {
		m.Subject = s
		m.Figure.Row.Key, m.Figure.Row.Name = s.Code, s.Name
	}
}
