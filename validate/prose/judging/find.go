package judging

import (
	"suanqing/validate/bind"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
)

// FormFigures are the figures of a form that a subject's 决算 is; nil where the form has
// none.
func (j *Text) FormFigures(s *lexicon.Subject, cell string) []*bind.Figure {
	if cell == "" {
		return nil
	}
	e := EquationOf(cell)
	i, _ := j.Judge.Fill(e, s.Code, Given(map[string][]*bind.Figure{}))
	if i == nil {
		return nil
	}
	var all []*bind.Figure
	for _, o := range i.Right {
		if o.Minus {
			return nil
		}
		all = append(all, o.Figure)
	}
	return all
}

// Near is the mention of a subject's column that a figure goes with: in its sentence, in
// its paragraph before it, in its section before it, else the first of its section; nil
// for none. elsewhere allows other sections.
func (j *Text) Near(m *mention.Mention, key, column string, elsewhere bool) *mention.Mention {
	var best *mention.Mention
	score := 0
	for _, o := range mention.Around(j.By[key+" "+column], m.Index) {
		if o == m {
			continue
		}
		s := 1
		switch {
		case o.Sentence == m.Sentence && o.Index < m.Index:
			s = 60
		case o.Sentence == m.Sentence:
			s = 50
		case o.Passage == m.Passage && o.Index < m.Index:
			s = 40
		case o.Passage == m.Passage:
			s = 30
		case o.Passage.Section == m.Passage.Section && o.Index < m.Index:
			s = 20
		case o.Passage.Section == m.Passage.Section:
			s = 10
		case !elsewhere:
			continue
		}
		if s > score || s == score && o.Index < m.Index && s != 10 && s != 1 {
			best, score = o, s
		}
	}
	return best
}

// Find gives an operand its figure: a mention near another, or the form's; ok is false for
// neither.
func (j *Text) Find(o *Operands, name string, m *mention.Mention, s *lexicon.Subject, columns ...string) bool {
	elsewhere := m.Passage.Section.Topic != lexicon.Performance
	for _, c := range columns {
		if n := j.Near(m, s.Key, c, false); n != nil {
			o.Add(name, n)
			return true
		}
	}
	if columns[0] == lexicon.Final && s.Final != "" {
		if cells := j.FormFigures(s, s.Final); cells != nil {
			if elsewhere && j.unsound(cells) { // the text's own figure, where the form's is in doubt
				if n := j.Near(m, s.Key, lexicon.Final, true); n != nil {
					o.Add(name, n)
					return true
				}
			}
			o.AddCells(name, cells)
			return true
		}
	}
	if lexicon.IsPlan(columns[0]) && s.Plan != "" && (columns[0] != lexicon.Opening || j.IsPlanOfForm(m)) {
		if cells := j.FormFigures(s, s.Plan); cells != nil {
			o.AddCells(name, cells)
			return true
		}
	}
	if columns[0] == lexicon.Opening {
		if plan := j.PlanOf(s); plan != nil {
			o.AddCells(name, []*bind.Figure{plan})
			return true
		}
	}
	if elsewhere {
		for _, c := range columns {
			if n := j.Near(m, s.Key, c, true); n != nil {
				o.Add(name, n)
				return true
			}
		}
	}
	return false
}
