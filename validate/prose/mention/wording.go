package mention

import (
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
)

// Shown is a figure as the text prints it.
func (m *Mention) Shown() string {
	s := string(m.Passage.Text[m.Number.At:m.Number.Digits])
	switch m.Number.Unit {
	case "%":
		return s + "%"
	case "":
		return s
	}
	return s + " " + m.Number.Unit
}

// Direction is the word for which way a figure changes.
func (m *Mention) Direction() string {
	if m.Number.Value.IsNegative() {
		return "减少"
	}
	return "增加"
}

// ColumnWord is the measure as a clerk says it.
func (m *Mention) ColumnWord() string {
	switch m.Column {
	case lexicon.Growth, lexicon.PlanGrowth:
		if m.UnsignedGap() {
			return "差异率"
		}
		if m.Number.Value.IsNegative() {
			return "下降率"
		}
		return "增长率"
	case lexicon.Change, lexicon.PlanChange:
		if m.Number.Value.IsNegative() {
			return "减少额"
		}
		return "增加额"
	case lexicon.Moved:
		if m.Number.Value.IsNegative() {
			return "执行中调减的数"
		}
		return "执行中追加的数"
	case lexicon.Final:
		if m.Subject != nil && m.Subject.Key == lexicon.KeyEvaluated {
			return "金额"
		}
		switch passage.TopicOf(m.Passage) {
		case lexicon.Procurement:
			return "金额"
		case lexicon.Performance:
			return "执行数"
		}
		return "决算数"
	case lexicon.Before:
		return "上年数"
	case lexicon.Things:
		return "数量"
	}
	return m.Column
}

// UnsignedGap says whether a rate of difference is printed without saying up or down.
func (m *Mention) UnsignedGap() bool { return m.Column == lexicon.PlanGrowth && m.Base == "" }

// What names a figure: its subject and its measure; of a number of things the subject is
// enough.
func (m *Mention) What() string {
	switch {
	case m.Subject == nil:
		return ""
	case m.Column == lexicon.Things:
		return "“" + m.Subject.Label() + "”"
	}
	return "“" + m.Subject.Label() + "”" + m.Against() + "的" + m.ColumnWord()
}

// Said names a figure that another is held against, and what it is; of the same subject
// the measure is enough.
func (m *Mention) Said(beside *Mention) string {
	name := m.Subject.Label()
	if beside != nil && beside.Subject != nil && beside.Subject.Key == m.Subject.Key && m.Column != beside.Column && beside.Column != lexicon.Share {
		name = ""
	}
	switch m.Column {
	case lexicon.Things:
		return name + " " + m.Shown()
	case lexicon.Change, lexicon.PlanChange:
		return name + m.Against() + m.Direction() + " " + m.Shown()
	}
	return name + m.Against() + m.ColumnWord() + " " + m.Shown()
}

// Against is what a change is counted from where that is not the year before.
func (m *Mention) Against() string {
	if m.Column == lexicon.PlanChange || m.Column == lexicon.PlanGrowth && m.Base != "" {
		return "比预算"
	}
	return ""
}
