package form

import "strings"

// Title is what a title line turned out to be.
type Title struct {
	Form      *Form
	Continued bool   // （续表）: the form goes on
	Before    string // what stands before the title: 附件2, a department, a year
}

// quoting are words by which a note names a form of another set: 数据来源:财决01表.
var quoting = []string{"依据", "根据", "来源", "来自", "取自", "摘自", "按照", "参见", "详见", "《", "。"}

// SetOf names another set of forms whose number a short normalized text bears,
// such as 财决01表, alone or at an end of its title: it uses the same titles and
// is laid out otherwise. "" for none, and for a note that only names the set.
func SetOf(text string) string {
	i := strings.Index(text, "财决")
	if i < 0 || len(text) >= 120 || strings.HasPrefix(text, "注") || strings.HasPrefix(text, "说明") {
		return ""
	}
	for _, word := range quoting {
		if strings.Contains(text, word) {
			return ""
		}
	}
	rest, ok := strings.CutPrefix(strings.TrimLeft(text[i+len("财决"):], arabicDigits+"-"), "表")
	if first := strings.Trim(text[:i], "(") == ""; !ok || !first && strings.Trim(rest, ")") != "" {
		return ""
	}
	return "财决"
}

// budgetEndings end the titles of a budget set (部门预算), once blanks, brackets
// and page marks are gone.
var budgetEndings = []string{"预算表", "预算总表", "预算明细表", "预算汇总表", "预算公开表", "预算支出表", "预算收入表", "预算支出情况表",
	"收支总表", "收入总表", "支出总表", "收支总体情况表", "收入总体情况表", "支出总体情况表", "预算基本支出表", "预算三公经费支出表",
	"预算支出总表", "预算基本支出情况表", "预算三公经费支出情况表", "项目支出表", "整体支出绩效目标表", "项目支出绩效目标表"}

// IsBudgetTitle says whether a short normalized text is the title of a form of
// the budget, which is published in spring and looks much like the final
// accounts.
func IsBudgetTitle(text string) bool {
	if len(text) > 120 || strings.Contains(text, "决算") {
		return false
	}
	if i := strings.LastIndex(text, "表"); i >= 0 && titleTail(text[i+len("表"):]) {
		for _, ending := range budgetEndings {
			if strings.HasSuffix(text[:i+len("表")], ending) {
				return true
			}
		}
	}
	return false
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
	t.Before = before
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
