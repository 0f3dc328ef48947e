package form

import (
	"slices"
	"strings"
)

// Title is what a title line turned out to be.
type Title struct {
	Form      *Form
	Continued bool   // （续表）: the form goes on
	Weak      bool   // a spelling that may be another form's: where the form stands under a plainer title, that one is meant
	Before    string // what stands before the title: 附件2, a department, a year
}

// SetOf names another set of forms whose number a short normalized text bears,
// such as 财决01表, alone or at an end of its title: it uses the same titles and
// is laid out otherwise. "" for none, and for a note that only names the set.
func SetOf(text string) string {
	i := strings.Index(text, Treasury)
	if i < 0 || len(text) >= 120 || IsNote(text) || containsAny(text, quoting) {
		return ""
	}
	rest, ok := strings.CutPrefix(strings.TrimLeft(text[i+len(Treasury):], arabicDigits+"-"), "表")
	if first := strings.Trim(text[:i], "(") == ""; !ok || !first && strings.Trim(rest, ")") != "" {
		return ""
	}
	return Treasury
}

// IsBudgetTitle says whether a short normalized text is the title of a form of
// the budget, which is published in spring and looks much like the final
// accounts.
func IsBudgetTitle(text string) bool {
	if len(text) > 120 || strings.Contains(text, Accounts) {
		return false
	}
	end := titleEnd(text)
	return slices.ContainsFunc(budgetEndings, func(ending string) bool { return strings.HasSuffix(text[:end], ending) })
}

// MatchTitle reads a normalized text as the title of a form. The longest
// spelling wins, for 支出决算表 is part of half of them. ok is false for a text
// that is no title.
func (s *Standard) MatchTitle(text string) (t Title, ok bool) {
	if len(text) < len("支出决算表") || len(text) > 240 || !strings.Contains(text, "表") {
		return t, false
	}
	if !containsAny(text, titleWords) || s.IsOtherTitle(text) {
		return t, false
	}
	text = strings.ReplaceAll(unquoted(text), "、", "")
	at, length := -1, 0
	for _, f := range s.Forms {
		for k, list := range [][]string{f.Titles, f.Weaker} {
			for _, spelling := range list {
				if len(spelling) <= length {
					continue
				}
				if i := strings.Index(text, spelling); i >= 0 {
					t.Form, t.Weak, at, length = f, k > 0, i, len(spelling)
				}
			}
		}
	}
	if t.Form == nil {
		return s.mention(text)
	}
	before, rest := text[:at], text[at+length:]
	if slices.ContainsFunc(notBefore, func(e string) bool { return strings.HasSuffix(before, e) }) || !titleTail(rest) {
		return s.mention(text)
	}
	t.Before = before
	t.Continued = continued(before, rest)
	return t, true
}

// unquoted takes the book marks off a title that has nothing but a number beside them:
// 3.《支出决算表》. In a sentence they stay, and make it none.
func unquoted(text string) string {
	before, title, opens := strings.Cut(text, "《")
	title, closes := strings.CutSuffix(title, "》")
	if !opens || !closes || StripOrdinal(before+"x") != "x" && before != "" {
		return text
	}
	return before + title
}

// IsOtherTitle says whether a short normalized text is the title of a form that is
// known and none of the nine, such as 政府采购情况表.
func (s *Standard) IsOtherTitle(text string) bool {
	end := titleEnd(text)
	if len(text) > 120 || end == 0 || strings.Contains(text, detailedExpenditure) {
		return false
	}
	if strings.Contains(text, threePublic) {
		return containsAny(text[:end], otherThreePublic)
	}
	return containsAny(text[:end], s.Foreign)
}

func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

// mention reads any title that mentions a form by its one word as a weak one of it: no
// form has so many names as that of the 三公经费. A form of the budget and a sentence
// have none.
func (s *Standard) mention(text string) (t Title, ok bool) {
	i := slices.IndexFunc(s.Forms, func(f *Form) bool { return f.Mention != "" && strings.Contains(text, f.Mention) })
	if i < 0 {
		return t, false
	}
	f := s.Forms[i]
	at, end := strings.Index(text, f.Mention), titleEnd(text)
	if end < at || len(text) > 120 || containsAny(text, saying) || IsBudgetTitle(text) {
		return t, false
	}
	if strings.Contains(strings.ReplaceAll(text, "公共预算", ""), "预算") && !strings.Contains(text, Accounts) {
		return t, false
	}
	before, rest := text[:at], text[end:]
	for _, fund := range funds {
		before = strings.TrimSuffix(before, fund)
	}
	return Title{Form: f, Weak: true, Before: before, Continued: continued(before, rest)}, true
}

// continued says whether a title is that of a form that goes on (续表).
func continued(before, rest string) bool {
	return strings.Contains(rest, "续") || strings.HasPrefix(before, "续")
}

// titleEnd is where a title ends: behind the last 表 that only what may follow a
// title stands after. 0 for none.
func titleEnd(text string) int {
	for end := strings.LastIndex(text, "表"); end >= 0; end = strings.LastIndex(text[:end], "表") {
		if titleTail(text[end+len("表"):]) {
			return end + len("表")
		}
	}
	return 0
}

// titleTail says whether what follows a title may follow one: nothing, a
// bracket, a page or form number, a unit.
func titleTail(rest string) bool {
	if rest == "" {
		return true
	}
	return slices.ContainsFunc(afterTitle, func(mark string) bool { return strings.HasPrefix(rest, mark) }) || rest[0] >= '0' && rest[0] <= '9'
}
