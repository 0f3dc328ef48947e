package form

import "strings"

// Title is what a title line turned out to be.
type Title struct {
	Form      *Form
	Continued bool // （续表）: the form goes on
}

// SetOf names another set of forms whose number a short normalized text bears,
// such as 财决01表: it uses the same titles and is laid out otherwise. "" for
// none.
func SetOf(text string) string {
	if i := strings.Index(text, "财决"); i >= 0 && len(text) < 120 && strings.HasPrefix(strings.TrimLeft(text[i+len("财决"):], arabicDigits+"-"), "表") {
		return "财决"
	}
	return ""
}

// notBefore are endings of what stands before a title that make it another
// form's title: 项目 + 支出决算表 is not F03.
var notBefore = []string{"拨款", "预算", "项目", "基本", "经营", "专户", "资金", "基金", "费", "补助", "采购", "资产", "付",
	"人员", "公用", "经费", "税", "债务", "绩效", "财政", "收入", "支出", "明细", "其他", "资本", "三公", "分类"}

// MatchTitle reads a normalized text as the title of a form. The longest
// spelling wins, for 支出决算表 is part of half of them. ok is false for a text
// that is no title.
func MatchTitle(text string) (t Title, ok bool) {
	if len(text) < len("支出决算表") || len(text) > 240 || !strings.Contains(text, "表") {
		return t, false
	}
	if !strings.Contains(text, "决算") && !strings.Contains(text, "三公") && !strings.Contains(text, "总体情况") && !strings.Contains(text, "明细表") {
		return t, false
	}
	text = strings.ReplaceAll(text, "、", "")
	at, length := -1, 0
	for _, f := range All {
		for _, spelling := range f.Titles {
			if len(spelling) <= length {
				continue
			}
			if i := strings.Index(text, spelling); i >= 0 {
				t.Form, at, length = f, i, len(spelling)
			}
		}
	}
	if t.Form == nil {
		return t, false
	}
	before, rest := text[:at], text[at+length:]
	for _, e := range notBefore {
		if strings.HasSuffix(before, e) {
			return Title{}, false
		}
	}
	if !titleTail(rest) {
		return Title{}, false
	}
	t.Continued = strings.Contains(rest, "续") || strings.HasPrefix(before, "续")
	return t, true
}

// titleTail says whether what follows a title may follow one: nothing, a
// bracket, a page or form number, a unit.
func titleTail(rest string) bool {
	if rest == "" {
		return true
	}
	for _, p := range []string{"(", "续", "公开", "单位:", "金额单位", "-", "第", "附"} {
		if strings.HasPrefix(rest, p) {
			return true
		}
	}
	return rest[0] >= '0' && rest[0] <= '9'
}
