package amounts

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
)

// partly settles rows that one passage names several times, each time with what one of the rows
// below has: 城乡社区支出(类)3.00 万元,主要用于…;城乡社区支出(类)4.00 万元,主要用于…. Each is the
// figure of a part then, and none is the row's.
func partly(j *judging.Text) {
	type place struct {
		p   *passage.Passage
		key string
	}
	groups, order := map[place][]*mention.Mention{}, []place{}
	for _, m := range j.Mentions {
		if s := m.Subject; s != nil && s.Code != "" && !s.Static && s.Digits < 7 && m.Column == lexicon.Final && judging.ColumnsOfRows[s.Form] != "" {
			at := place{m.Passage, s.Key}
			if groups[at] == nil {
				order = append(order, at)
			}
			groups[at] = append(groups[at], m)
		}
	}
	for _, at := range order {
		if list := groups[at]; len(list) > 1 && !is(j, list, list[0].Subject.Code) {
			settleParts(j, list)
		}
	}
}

// settleParts takes the mentions that have the figure of one of the lowest rows below out of what
// is held against the row.
func settleParts(j *judging.Text, list []*mention.Mention) {
	s := list[0].Subject
	t := j.Book.Tables[form.ID(s.Form)]
	if t == nil {
		return
	}
	for _, m := range list {
		for _, row := range t.Rows {
			if len(row.Key) == 7 && strings.HasPrefix(row.Key, s.Code) && form.IsCode(row.Key) && is(j, []*mention.Mention{m}, row.Key) {
				key := s.Key + " " + m.Column
				j.By[key] = slices.DeleteFunc(slices.Clone(j.By[key]), func(n *mention.Mention) bool { return n == m })
				j.Judged("text.row-"+s.Form, report.Holds, m)
				m.Column = ""
				break
			}
		}
	}
}

// is says whether one of some mentions has the figure of a row of its form.
func is(j *judging.Text, list []*mention.Mention, code string) bool {
	s := list[0].Subject
	t := j.Book.Tables[form.ID(s.Form)]
	if t == nil {
		return false
	}
	row := t.Row(code)
	if row == nil {
		return false
	}
	f := row.Figure(judging.ColumnsOfRows[s.Form])
	if f == nil || f.State != bind.Money {
		return false
	}
	for _, m := range list {
		u, _ := amount.UnitNamed(m.Number.Unit)
		if m.Figure.Value.Sub(f.Value).Abs().Cmp(u.HalfUnit(j.Unit, m.Number.Places).Add(f.Half)) <= 0 {
			return true
		}
	}
	return false
}
