package prose

import "strings"

// topic is what a section is about, known by the words of its heading.
type topic uint32

// The topics of the written half.
const (
	grand       topic = 1 << iota // 收支总体
	income                        // 收入
	expenditure                   // 支出
	grants                        // 财政拨款收支总体
	general                       // 一般公共预算支出
	basic                         // 基本支出
	fund                          // 政府性基金
	capital                       // 国有资本经营
	threePublic                   // 三公经费
	running                       // 机关运行经费
	procurement                   // 政府采购
	assets                        // 国有资产
	performance                   // 绩效
	meetings                      // 会议费、培训费
	other                         // 其他重要事项, a heading over others
	silent                        // 概况, 名词解释, 附件: no statements
	glossary                      // 名词解释

	anywhere = ^topic(0)
)

// heading says which words of a heading mean which topic: all of them must be there, and
// none of the others. The first that fits counts.
type heading struct {
	topic topic
	words string // all of them, parted by blanks
	not   string // none of these
}

// headings are the words seen in headings of eleven provinces, the most telling first.
var headings = []heading{
	{topic: glossary | silent, words: "名词解释"},
	{topic: glossary | silent, words: "名词 说明", not: "情况"},
	{topic: silent, words: "年度 决算表", not: "说明"},
	{topic: silent, words: "部门 概况"},
	{topic: silent, words: "单位 概况"},
	{topic: silent, words: "概况", not: "支 收"},
	{topic: silent, words: "基本情况", not: "支 收 决算"},
	{topic: silent, words: "职责"},
	{topic: silent, words: "职能"},
	{topic: silent, words: "机构设置"},
	{topic: silent, words: "机构 构成"},
	{topic: silent, words: "单位构成"},
	{topic: silent, words: "部门构成"},
	{topic: silent, words: "附件", not: "详见 见"},
	{topic: running, words: "机关运行"},
	{topic: procurement, words: "政府采购"},
	{topic: assets, words: "国有资产"},
	{topic: assets, words: "资产占"},
	{topic: performance, words: "绩效"},
	{topic: threePublic, words: "三公"},
	{topic: meetings, words: "一般性支出"},
	{topic: meetings, words: "会议费"},
	{topic: meetings, words: "培训费"},
	{topic: fund, words: "政府性基金"},
	{topic: fund, words: "政府基金"},
	{topic: capital, words: "国有资本"},
	{topic: basic, words: "基本支出", not: "项目支出"},
	{topic: general, words: "一般公共预算"},
	{topic: grants, words: "财政拨款收入支出"},
	{topic: grants, words: "财政拨款收支"},
	{topic: grants, words: "财政拨款收、支"},
	{topic: grants, words: "财政拨款 总体"},
	{topic: general, words: "财政拨款支出"},
	{topic: grand, words: "收入支出 总体"},
	{topic: grand, words: "收支 总体"},
	{topic: grand, words: "收入支出决算"},
	{topic: grand, words: "收支决算"},
	{topic: grand, words: "收、支"},
	{topic: income, words: "收入", not: "支出"},
	{topic: expenditure, words: "支出", not: "收入 其他重要"},
	{topic: silent, words: "决算表", not: "说明"},
	{topic: silent, words: "公开表", not: "说明"},
	{topic: other, words: "其他重要"},
	{topic: other, words: "其他 事项"},
	{topic: other, words: "情况说明"},
}

// own are topics that a heading below another one names: 收入 and 支出 are words of
// headings below any.
const own = running | procurement | assets | performance | meetings | threePublic | fund | capital | basic | general | glossary

// headEnds are the last words of headings that are not numbered, and of captions.
var headEnds = []string{"说明", "说明。", "情况", "情况。", "概况", "解释", "职责", "设置", "构成", "附件", "目录", "图", "表", "部分", "总体", "事项", "结构", "部门决算", "信息", "明细"}

// parts are the first words of the headings of parts.
var parts = []string{"第一部分", "第二部分", "第三部分", "第四部分", "第五部分", "第六部分"}

// contents heads the list of contents.
const contents = "目录"

const longestHeading = 60 // characters

// isHeading says whether a line is a heading or a caption and no sentence.
func isHeading(text []rune) bool {
	if len(text) > longestHeading {
		return false
	}
	s := string(text)
	for _, part := range parts {
		if strings.HasPrefix(s, part) {
			return endsAsHead(s) || len(text) <= len([]rune(part))
		}
	}
	if strings.ContainsAny(strings.TrimSuffix(s, "。"), "。;,") && !strings.Contains(s, "收、支") || strings.Contains(s, "万元") {
		return false
	}
	return endsAsHead(s)
}

func endsAsHead(s string) bool {
	s = strings.TrimRight(strings.TrimRight(s, "0123456789"), ".…·")
	for _, end := range headEnds {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return s == contents
}
