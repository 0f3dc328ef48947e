package judging

import (
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
)

// unitWord is the unit that amounts of the kind of a figure are given in, after a blank.
func (j *Text) unitWord(m *mention.Mention) string {
	switch {
	case m.Number.Kind == scan.Money:
		return " " + j.Unit.Name
	case m.Number.Unit == "":
		return ""
	}
	return " " + m.Number.Unit
}

// RateWords is what a percentage comes to: where the text says the other way, with the way.
func RateWords(m *mention.Mention, a amount.Amount, places int32) string {
	s := PercentWords(a, places)
	switch {
	case m.Column != lexicon.Growth && m.Column != lexicon.PlanGrowth || a.IsZero():
	case m.Base == "" && m.Column == lexicon.PlanGrowth: // 差异率
		if a.IsNegative() {
			return "-" + s
		}
	case a.IsNegative() && !m.Number.Value.IsNegative():
		return "下降 " + s
	case !a.IsNegative() && m.Number.Value.IsNegative():
		return "增长 " + s
	}
	return s
}

// ComesTo is what a figure comes to, in words with its unit: a change that the text says
// the other way, with the way.
func (j *Text) ComesTo(m *mention.Mention, a amount.Amount) string {
	s := PlainOf(a, m)
	if m.Column == lexicon.Change || m.Column == lexicon.PlanChange {
		s = PlainOf(a.Abs(), m)
		switch {
		case a.IsZero():
		case a.IsNegative() && !m.Number.Value.IsNegative():
			s = "减少 " + s
		case !a.IsNegative() && m.Number.Value.IsNegative():
			s = "增加 " + s
		}
	}
	return s + j.unitWord(m)
}

// MoreOrLess says by how much a figure is more or less than it comes to, as it is printed:
// a decrease by its size. "" where one is an increase and the other a decrease.
func (j *Text) MoreOrLess(m *mention.Mention, a amount.Amount) string {
	is := m.Figure.Value
	if is.IsNegative() && a.IsPositive() || is.IsPositive() && a.IsNegative() {
		return ""
	}
	off := is.Abs().Sub(a.Abs())
	if m.Column != lexicon.Change && m.Column != lexicon.PlanChange {
		off = is.Sub(a)
	}
	more := "，多 "
	if off.IsNegative() {
		more = "，少 "
	}
	return more + PlainOf(off.Abs(), m) + j.unitWord(m)
}

// mostParts is how many characters of the parts of a sum are told.
const mostParts = 120

// PartsWords names the parts of a sum, whole ones only.
func (j *Text) PartsWords(o *Operands, total *mention.Mention) string {
	parts := j.figuresOf(o, total)
	s, long := "", 0
	for i, part := range parts {
		if long += len([]rune(part)) + 1; i > 0 && long > mostParts {
			return s + " 等 " + strconv.Itoa(len(parts)) + " 项"
		}
		if i > 0 {
			s += "、"
		}
		s += part
	}
	return s
}

// RowAndColumn names a figure of a form by its row and column, for messages.
func RowAndColumn(f *bind.Figure) string {
	name := f.Row.Key
	if form.IsCode(name) {
		name = strings.TrimSpace(name + " " + form.StripOrdinal(f.Row.Name))
	}
	if f.Column.ID != "金额" {
		name += " " + f.Column.ID
	}
	return name
}

// Spaced puts a blank before what begins with a digit.
func Spaced(s string) string {
	if s != "" && (s[0] >= '0' && s[0] <= '9' || s[0] == '-') {
		return " " + s
	}
	return s
}

// mostListed is how many of several names are told.
const mostListed = 6

// SomeOf lists names, the first of them where they are many.
func SomeOf(names []string) string {
	if len(names) <= mostListed {
		return strings.Join(names, "、")
	}
	return strings.Join(names[:mostListed], "、") + " 等 " + strconv.Itoa(len(names)) + " 个"
}

// Quoted are names in quotation marks.
func Quoted(names []string) (all []string) {
	for _, n := range names {
		all = append(all, "“"+n+"”")
	}
	return all
}

// PlainOf is an amount as finely printed as a mention is.
func PlainOf(a amount.Amount, m *mention.Mention) string {
	if m.Number.Kind == scan.Money {
		return amount.Group(a)
	}
	s := amount.Plain(a)
	return strings.TrimSuffix(s, ".00")
}
