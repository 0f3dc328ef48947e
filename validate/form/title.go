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
	end := titleEnd(text)
	for _, ending := range budgetEndings {
		if strings.HasSuffix(text[:end], ending) {
			return true
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
	if !containsAny(text, titleWords) || IsOtherTitle(text) {
		return t, false
	}
	text = strings.ReplaceAll(text, "、", "")
	at, length := -1, 0
	for _, f := range All {
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
		return threePublicTitle(text)
	}
	before, rest := text[:at], text[at+length:]
	for _, e := range notBefore {
		if strings.HasSuffix(before, e) {
			return threePublicTitle(text)
		}
	}
	if !titleTail(rest) {
		return threePublicTitle(text)
	}
	t.Before = before
	t.Continued = continued(before, rest)
	return t, true
}

// titleWords are what every title has at least one of.
var titleWords = []string{"决算", "三公", "总体情况", "明细表", "机构运行信息"}

// otherForms are words of the titles of forms that stand beside the nine in some
// provinces' sets, and bear titles much like theirs.
var otherForms = []string{"项目支出决算表", "项目支出决算明细表", "财政拨款支出决算明细表", "机关运行经费支出情况表", "机关运行经费支出决算表",
	"机关运行经费情况表", "政府采购", "国有资产占用", "资产负债", "政府性基金预算财政拨款基本支出", "国有资本经营预算财政拨款基本支出", "绩效自评", "绩效目标", "绩效评价", "财政专户管理资金"}

// otherThreePublic are words by which a title with 三公经费 is of other money or
// of another kind.
var otherThreePublic = []string{"政府性基金", "国有资本", "绩效"}

// IsOtherTitle says whether a short normalized text is the title of a form that is
// known and none of the nine, such as 政府采购情况表.
func IsOtherTitle(text string) bool {
	end := titleEnd(text)
	if len(text) > 120 || end == 0 || strings.Contains(text, "一般公共预算财政拨款支出决算明细表") {
		return false
	}
	if strings.Contains(text, threePublic) {
		return containsAny(text[:end], otherThreePublic)
	}
	return containsAny(text[:end], otherForms)
}

func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

const threePublic = "三公经费"

// funds stand before 三公经费 in titles and are no department.
var funds = []string{"财政拨款", "一般公共预算", "公共预算", "部门", "单位"}

// saying are words and marks of a sentence that mentions a form.
var saying = []string{"反映", "说明", "详见", "本表", "见附表", "见公开", "注:", ",", "。", ";", "!", "?", "《", "》"}

// threePublicTitle reads any title about 三公经费 as a weak one of F09: no other
// form has so many names. A form of the budget and a sentence have none.
func threePublicTitle(text string) (t Title, ok bool) {
	at, end := strings.Index(text, threePublic), titleEnd(text)
	if at < 0 || end < at || len(text) > 120 || containsAny(text, saying) || IsBudgetTitle(text) {
		return t, false
	}
	if strings.Contains(strings.ReplaceAll(text, "公共预算", ""), "预算") && !strings.Contains(text, "决算") {
		return t, false
	}
	before, rest := text[:at], text[end:]
	for _, fund := range funds {
		before = strings.TrimSuffix(before, fund)
	}
	return Title{Form: &f09, Weak: true, Before: before, Continued: continued(before, rest)}, true
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
	for _, p := range []string{"(", "续", "公开", "单位:", "金额单位", "-", "第", "附"} {
		if strings.HasPrefix(rest, p) {
			return true
		}
	}
	return rest[0] >= '0' && rest[0] <= '9'
}
