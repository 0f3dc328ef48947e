package judging

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/judge"
	"suanqing/validate/localise"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
)

// copied says what the text has instead of its own figure, or how it slipped, where that is
// clear.
func (j *Text) copied(m *mention.Mention, in *judge.Instance) string {
	if m.Figure.Value.IsZero() {
		return ""
	}
	if m.Number.Value.Abs() == in.RightSum.Abs() && m.Number.Unit != j.Unit.Name {
		return "数和表里一样，单位应是" + j.Unit.Name + "，像是单位写错了。"
	}
	slip := localise.SlipWords(m.Figure.Value, in.RightSum, 2)
	if slip == localise.Said(string(localise.UnitMixed)) {
		return "像是" + slip + "。"
	}
	if delta := j.Near(m, m.Subject.Key, lexicon.Change, false); delta != nil && m.Column == lexicon.Final && delta.Passage == m.Passage && !delta.Figure.Value.IsZero() && in.RightSum.Sub(delta.Figure.Value) == m.Figure.Value {
		return "这是上年的数（本年数 " + amount.Group(in.RightSum) + "，" + delta.Direction() + " " + delta.Shown() + "），像是没有改。"
	}
	if s := j.copiedFrom(m, in); s != "" || slip == "" {
		return s
	}
	return "像是" + slip + "。"
}

// copiedFrom says whose figure the text has.
func (j *Text) copiedFrom(m *mention.Mention, in *judge.Instance) string {
	for _, o := range j.Mentions[max(0, m.Index-6):min(len(j.Mentions), m.Index+7)] {
		if o == m || o.Subject == nil || o.Figure.Value != m.Figure.Value || o.Number.Kind != scan.Money || o.Passage.Section != m.Passage.Section {
			continue
		}
		if o.Subject.Key == m.Subject.Key && o.Column == m.Column {
			continue
		}
		if o.Subject.Key == m.Subject.Key {
			return "这个数与它的" + o.ColumnWord() + "相同，像是抄错了。"
		}
		return "这个数与“" + o.Subject.Label() + "”的" + o.ColumnWord() + "相同，像是抄错了行。"
	}
	t := in.Right
	if len(t) != 1 {
		return ""
	}
	var same *bind.Row
	for _, row := range t[0].Figure.Table.Rows {
		if f := row.Figure(t[0].Figure.Column.ID); f != nil && f.State == bind.Money && f.Value == m.Figure.Value && row != t[0].Figure.Row && !related(row.Key, t[0].Figure.Row.Key) {
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
