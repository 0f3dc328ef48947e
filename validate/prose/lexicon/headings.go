package lexicon

import "strings"

// Topic is what a section is about, known by the words of its heading.
type Topic uint32

// The topics of the written half.
const (
	Grand       Topic = 1 << iota // 收支总体
	Income                        // 收入
	Expenditure                   // 支出
	Grants                        // 财政拨款收支总体
	General                       // 一般公共预算支出
	Basic                         // 基本支出
	Fund                          // 政府性基金
	Capital                       // 国有资本经营
	ThreePublic                   // 三公经费
	Running                       // 机关运行经费
	Procurement                   // 政府采购
	Assets                        // 国有资产
	Performance                   // 绩效
	Meetings                      // 会议费、培训费
	Other                         // 其他重要事项, a heading over others
	Silent                        // 概况, 名词解释, 附件: no statements
	Glossary                      // 名词解释

	Anywhere = ^Topic(0)
)

// heading says which words of a heading mean which topic: all of them must be there, and
// none of the others. The first that fits counts.
type heading struct {
	Topic Topic
	words string // all of them, parted by blanks
	not   string // none of these
}

// Headings are the words seen in headings of eleven provinces, the most telling first.
var Headings = []heading{
	{Topic: Glossary | Silent, words: "名词解释"},
	{Topic: Glossary | Silent, words: "名词 说明", not: "情况"},
	{Topic: Silent, words: "年度 决算表", not: "说明"},
	{Topic: Silent, words: "部门 概况"},
	{Topic: Silent, words: "单位 概况"},
	{Topic: Silent, words: "概况", not: "支 收"},
	{Topic: Silent, words: "基本情况", not: "支 收 决算"},
	{Topic: Silent, words: "职责"},
	{Topic: Silent, words: "职能"},
	{Topic: Silent, words: "机构设置"},
	{Topic: Silent, words: "机构 构成"},
	{Topic: Silent, words: "单位构成"},
	{Topic: Silent, words: "部门构成"},
	{Topic: Silent, words: "附件", not: "详见 见"},
	{Topic: Running, words: "机关运行"},
	{Topic: Procurement, words: "政府采购"},
	{Topic: Assets, words: "国有资产"},
	{Topic: Assets, words: "资产占"},
	{Topic: Performance, words: "绩效"},
	{Topic: ThreePublic, words: "三公"},
	{Topic: Meetings, words: "一般性支出"},
	{Topic: Meetings, words: "会议费"},
	{Topic: Meetings, words: "培训费"},
	{Topic: Fund, words: "政府性基金"},
	{Topic: Fund, words: "政府基金"},
	{Topic: Capital, words: "国有资本"},
	{Topic: Basic, words: "基本支出", not: "项目支出"},
	{Topic: General, words: "一般公共预算"},
	{Topic: Grants, words: "财政拨款收入支出"},
	{Topic: Grants, words: "财政拨款收支"},
	{Topic: Grants, words: "财政拨款收、支"},
	{Topic: Grants, words: "财政拨款 总体"},
	{Topic: General, words: "财政拨款支出"},
	{Topic: Grand, words: "收入支出 总体"},
	{Topic: Grand, words: "收支 总体"},
	{Topic: Grand, words: "收入支出决算"},
	{Topic: Grand, words: "收支决算"},
	{Topic: Grand, words: "收支情况"},
	{Topic: Grand, words: "收、支"},
	{Topic: Income, words: "收入", not: "支出"},
	{Topic: Expenditure, words: "支出", not: "收入 其他重要"},
	{Topic: Silent, words: "决算表", not: "说明"},
	{Topic: Silent, words: "公开表", not: "说明"},
	{Topic: Other, words: "其他重要"},
	{Topic: Other, words: "其他 事项"},
	{Topic: Other, words: "其他情况", not: "收入 支出 财政"},
	{Topic: Other, words: "情况说明"},
}

// Own are topics that a heading below another one names: 收入 and 支出 are words of
// headings below any.
const Own = Running | Procurement | Assets | Performance | Meetings | ThreePublic | Fund | Capital | Basic | General | Glossary

// Leads are words of the first clause of a paragraph of 其他重要事项 that has no heading, by what it
// is about.
var Leads = []struct {
	Topic Topic
	Words string
}{
	{Running, "机关运行经费"},
	{Procurement, "政府采购"},
	{Assets, "共有车辆|国有资产|年末车辆|单价100万元|单位价值100万元"},
	{Performance, "绩效"},
}

// headEnds are the last words of headings that are not numbered, and of captions.
var headEnds = []string{"说明", "说明。", "情况", "情况。", "概况", "解释", "职责", "设置", "构成", "附件", "目录", "图", "表", "部分", "总体", "事项", "结构", "部门决算", "信息", "明细"}

// Parts are the first words of the headings of parts.
var Parts = []string{"第一部分", "第二部分", "第三部分", "第四部分", "第五部分", "第六部分"}

// Contents heads the list of contents.
const Contents = "目录"

// LongestHeading is how long a line is at most that heads others.
const LongestHeading = 60 // characters

// IsHeading says whether a line is a heading or a caption and no sentence.
func IsHeading(text []rune) bool {
	if len(text) > LongestHeading {
		return false
	}
	s := string(text)
	for _, part := range Parts {
		if strings.HasPrefix(s, part) {
			return endsAsHead(s) || len(text) <= len([]rune(part))
		}
	}
	if strings.ContainsAny(strings.TrimSuffix(s, "。"), "。;,") && !strings.Contains(s, "收、支") || strings.Contains(s, "万元") {
		return false
	}
	return endsAsHead(s)
}

// withoutYear is a heading without the year in brackets behind it: 收入决算情况说明(2024年度).
func withoutYear(s string) string {
	k := strings.LastIndexByte(s, '(')
	if k <= 0 || !strings.HasSuffix(s, ")") {
		return s
	}
	year := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(s[k+1:], ")"), "度"), "年")
	if len(year) != len("2024") || strings.Trim(year, "0123456789") != "" {
		return s
	}
	return s[:k]
}

func endsAsHead(s string) bool {
	s = withoutYear(s)
	s = strings.TrimRight(strings.TrimRight(s, "0123456789"), ".…·")
	for _, end := range headEnds {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return s == Contents
}

// Fits says whether a line has the words of a heading.
func (h *heading) Fits(s string) bool {
	for _, w := range strings.Fields(h.words) {
		if !strings.Contains(s, w) {
			return false
		}
	}
	for _, w := range strings.Fields(h.not) {
		if strings.Contains(s, w) {
			return false
		}
	}
	return true
}
