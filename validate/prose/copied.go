package prose

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/judge"
	"suanqing/validate/localise"
)

// copied says what the text has instead of its own figure, or how it slipped, where that is
// clear.
func (j *judging) copied(m *mention, in *judge.Instance) string {
	if m.figure.Value.IsZero() {
		return ""
	}
	if m.number.value.Abs() == in.RightSum.Abs() && m.number.unit != j.unit.Name {
		return "数和表里一样，单位应是" + j.unit.Name + "，像是单位写错了。"
	}
	slip := localise.SlipWords(m.figure.Value, in.RightSum, 2)
	if slip == localise.Said(string(localise.UnitMixed)) {
		return "像是" + slip + "。"
	}
	if delta := j.near(m, m.subject.key, change, false); delta != nil && m.column == final && delta.passage == m.passage && !delta.figure.Value.IsZero() && in.RightSum.Sub(delta.figure.Value) == m.figure.Value {
		return "这是上年的数（本年数 " + amount.Group(in.RightSum) + "，" + delta.direction() + " " + delta.shown() + "），像是没有改。"
	}
	if s := j.copiedFrom(m, in); s != "" || slip == "" {
		return s
	}
	return "像是" + slip + "。"
}

// copiedFrom says whose figure the text has.
func (j *judging) copiedFrom(m *mention, in *judge.Instance) string {
	for _, o := range j.mentions[max(0, m.index-6):min(len(j.mentions), m.index+7)] {
		if o == m || o.subject == nil || o.figure.Value != m.figure.Value || o.number.kind != money || o.passage.section != m.passage.section {
			continue
		}
		if o.subject.key == m.subject.key && o.column == m.column {
			continue
		}
		if o.subject.key == m.subject.key {
			return "这个数与它的" + o.columnWord() + "相同，像是抄错了。"
		}
		return "这个数与“" + o.subject.label() + "”的" + o.columnWord() + "相同，像是抄错了行。"
	}
	t := in.Right
	if len(t) != 1 {
		return ""
	}
	var same *bind.Row
	for _, row := range t[0].Figure.Table.Rows {
		if f := row.Figure(t[0].Figure.Column.ID); f != nil && f.State == bind.Money && f.Value == m.figure.Value && row != t[0].Figure.Row && !related(row.Key, t[0].Figure.Row.Key) {
			if same != nil {
				return ""
			}
			same = row
		}
	}
	if same == nil {
		return ""
	}
	return "这个数是表里“" + same.Name + "”一行的。"
}

// related says whether one code is under the other.
func related(a, b string) bool {
	return form.IsCode(a) && form.IsCode(b) && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}
