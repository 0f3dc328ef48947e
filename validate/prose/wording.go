package prose

import (
	"strconv"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
)

// keyEvaluated is the key of the money that a performance section speaks of.
const keyEvaluated = "评价资金"

// fullNames are what subjects are called in messages, as the forms and the law call them,
// where the key that equations name is shorter.
var fullNames = map[string]string{
	"收支总计": "收、支总计", keyIncome: "本年收入合计", keySpending: "本年支出合计", "财政拨款收支总计": "财政拨款收、支总计",
	"一般公共预算收入": "一般公共预算财政拨款收入", "政府性基金收入": "政府性基金预算财政拨款收入", "国有资本收入": "国有资本经营预算财政拨款收入",
	keyGeneral: "一般公共预算财政拨款支出", "政府性基金支出": "政府性基金预算财政拨款支出", "国有资本支出": "国有资本经营预算财政拨款支出",
	"一般公共预算基本支出": "一般公共预算财政拨款基本支出", "一般公共预算项目支出": "一般公共预算财政拨款项目支出",
	"基本支出人员经费": "基本支出中的人员经费", "基本支出公用经费": "基本支出中的公用经费", "教育收费": "财政专户管理教育收费",
	"基金本年收入": "政府性基金预算财政拨款本年收入", "基金本年支出": "政府性基金预算财政拨款本年支出",
	"基金基本支出": "政府性基金预算财政拨款基本支出", "基金项目支出": "政府性基金预算财政拨款项目支出",
	"基金年初结转": "政府性基金预算财政拨款年初结转和结余", "基金年末结转": "政府性基金预算财政拨款年末结转和结余",
	"国资本年收入": "国有资本经营预算财政拨款本年收入", "国资本年支出": "国有资本经营预算财政拨款本年支出",
	"国资基本支出": "国有资本经营预算财政拨款基本支出", "国资项目支出": "国有资本经营预算财政拨款项目支出",
	"国资年初结转": "国有资本经营预算财政拨款年初结转和结余", "国资年末结转": "国有资本经营预算财政拨款年末结转和结余",
	"一般公共预算安排": "一般公共预算财政拨款安排的支出", "政府性基金安排": "政府性基金预算财政拨款安排的支出", "国有资本安排": "国有资本经营预算财政拨款安排的支出",
	"基本支出会议费": "基本支出中的会议费", "基本支出培训费": "基本支出中的培训费",
	keyProcured: "政府采购支出", "授予中小企业": "授予中小企业合同", "授予小微企业": "授予小微企业合同",
	"货物授予中小企业": "货物采购授予中小企业合同", "工程授予中小企业": "工程采购授予中小企业合同", "服务授予中小企业": "服务采购授予中小企业合同",
	"预留中小企业": "面向中小企业预留的采购项目预算", "预留小微企业": "面向小微企业预留的采购项目预算",
	"中小企业成交": "中小企业中标或成交", "小微企业成交": "小微企业中标或成交", "其他采购中小企业成交": "其他采购项目中小企业中标或成交",
	keyEvaluated: "涉及资金",
}

// label is the subject as a clerk says it.
func (s *subject) label() string {
	switch {
	case s.code != "":
		return s.code + " " + form.StripOrdinal(s.name)
	case s.name != "":
		return s.name
	case fullNames[s.key] != "":
		return fullNames[s.key]
	}
	if grade, ok := strings.CutPrefix(s.key, "评级:"); ok {
		return "评为“" + grade + "”的项目"
	}
	return strings.TrimPrefix(s.key, "车:")
}

// what names a figure: its subject and its measure; of a number of things the subject is
// enough.
func (m *mention) what() string {
	switch {
	case m.subject == nil:
		return ""
	case m.column == things:
		return "“" + m.subject.label() + "”"
	}
	return "“" + m.subject.label() + "”" + m.against() + "的" + m.columnWord()
}

// said names a figure that another is held against, and what it is; of the same subject
// the measure is enough.
func (m *mention) said(beside *mention) string {
	name := m.subject.label()
	if beside != nil && beside.subject != nil && beside.subject.key == m.subject.key && m.column != beside.column && beside.column != share {
		name = ""
	}
	switch m.column {
	case things:
		return name + " " + m.shown()
	case change, planChange:
		return name + m.against() + m.direction() + " " + m.shown()
	}
	return name + m.against() + m.columnWord() + " " + m.shown()
}

// against is what a change is counted from where that is not the year before.
func (m *mention) against() string {
	if m.column == planChange || m.column == planGrowth && m.base != "" {
		return "比预算"
	}
	return ""
}

// unitWord is the unit that amounts of the kind of a figure are given in, after a blank.
func (j *judging) unitWord(m *mention) string {
	switch {
	case m.number.kind == money:
		return " " + j.unit.Name
	case m.number.unit == "":
		return ""
	}
	return " " + m.number.unit
}

// rateWords is what a percentage comes to: where the text says the other way, with the way.
func rateWords(m *mention, a amount.Amount, places int32) string {
	s := percentWords(a, places)
	switch {
	case m.column != growth && m.column != planGrowth || a.IsZero():
	case m.base == "" && m.column == planGrowth: // 差异率
		if a.IsNegative() {
			return "-" + s
		}
	case a.IsNegative() && !m.number.value.IsNegative():
		return "下降 " + s
	case !a.IsNegative() && m.number.value.IsNegative():
		return "增长 " + s
	}
	return s
}

// comesTo is what a figure comes to, in words with its unit: a change that the text says
// the other way, with the way.
func (j *judging) comesTo(m *mention, a amount.Amount) string {
	s := plainOf(a, m)
	if m.column == change || m.column == planChange {
		s = plainOf(a.Abs(), m)
		switch {
		case a.IsZero():
		case a.IsNegative() && !m.number.value.IsNegative():
			s = "减少 " + s
		case !a.IsNegative() && m.number.value.IsNegative():
			s = "增加 " + s
		}
	}
	return s + j.unitWord(m)
}

// moreOrLess says by how much a figure is more or less than it comes to, as it is printed:
// a decrease by its size. "" where one is an increase and the other a decrease.
func (j *judging) moreOrLess(m *mention, a amount.Amount) string {
	is := m.figure.Value
	if is.IsNegative() && a.IsPositive() || is.IsPositive() && a.IsNegative() {
		return ""
	}
	off := is.Abs().Sub(a.Abs())
	if m.column != change && m.column != planChange {
		off = is.Sub(a)
	}
	more := "，多 "
	if off.IsNegative() {
		more = "，少 "
	}
	return more + plainOf(off.Abs(), m) + j.unitWord(m)
}

// mostParts is how many characters of the parts of a sum are told.
const mostParts = 120

// partsWords names the parts of a sum, whole ones only.
func (j *judging) partsWords(o *operands, total *mention) string {
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

// rowAndColumn names a figure of a form by its row and column, for messages.
func rowAndColumn(f *bind.Figure) string {
	name := f.Row.Key
	if form.IsCode(name) {
		name = strings.TrimSpace(name + " " + form.StripOrdinal(f.Row.Name))
	}
	if f.Column.ID != "金额" {
		name += " " + f.Column.ID
	}
	return name
}

// spaced puts a blank before what begins with a digit.
func spaced(s string) string {
	if s != "" && (s[0] >= '0' && s[0] <= '9' || s[0] == '-') {
		return " " + s
	}
	return s
}

const (
	quoteAround = 14 // characters that a quotation goes on at most to get to a mark
	quoteStops  = "，。；：、,.;:！？!?（）()“”\n\t "
)

// quote is words of a passage, from one rune to another, with what stands around them up to
// the next mark, as they are printed.
func (j *judging) quote(p *passage, at, end int) string {
	from, to := at, end
	for from > 0 && at-from < quoteAround && !p.stopsAt(from-1) {
		from--
	}
	for to < len(p.text) && to-end < quoteAround && !p.stopsAt(to) {
		to++
	}
	words := j.wordsAt(p, from, to).Words
	if from > 0 && !p.stopsAt(from-1) {
		words = "…" + words
	}
	if to < len(p.text) && !p.stopsAt(to) {
		words += "…"
	}
	return words
}

// stopsAt says whether a mark parts what is before from what is behind; that within a
// figure does not.
func (p *passage) stopsAt(i int) bool {
	if !strings.ContainsRune(quoteStops, p.text[i]) {
		return false
	}
	return i == 0 || i+1 >= len(p.text) || !isDigit(p.text[i-1]) || !isDigit(p.text[i+1])
}

// ending is the end of words that are long.
func ending(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	from := len(r) - most + 1
	for from < len(r)-1 && (isDigit(r[from]) || r[from] == '.' || r[from] == ',') && isDigit(r[from-1]) {
		from--
	}
	return "…" + string(r[max(0, from):])
}

// mostListed is how many of several names are told.
const mostListed = 6

// someOf lists names, the first of them where they are many.
func someOf(names []string) string {
	if len(names) <= mostListed {
		return strings.Join(names, "、")
	}
	return strings.Join(names[:mostListed], "、") + " 等 " + strconv.Itoa(len(names)) + " 个"
}

func quoted(names []string) (all []string) {
	for _, n := range names {
		all = append(all, "“"+n+"”")
	}
	return all
}
