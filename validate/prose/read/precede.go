package read

import (
	"strings"
	"unicode/utf8"

	"suanqing/validate/form"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
)

// organs are the last words of names of bodies, which may stand before a subject.
var organs = []string{"签订", "签署", "由", "局", "委", "办", "办公室", "中心", "部门", "单位", "院", "校", "学校", "大学", "学院", "厅", "会", "馆", "站", "队", "所", "政府", "机关", "部", "室", "社", "处", "镇", "乡", "街道", "区", "县", "市", "院校", "公司", "团", "联", "度", "年", "表", "中", "下", "从", "看", "因", "将", "由于", "剔除", "后", "还", "另外", "此外", "列支", "开支", "正常运转", "安排的", "使用", "通过", "任务", "工作任务", "日常工作", "另有", "还有", "其余为"}

// ownNames are what a section calls its own money, in front of what it says of it.
var ownNames = []struct {
	in   lexicon.Topic
	name string
}{
	{lexicon.Fund, "政府性基金预算财政拨款"}, {lexicon.Fund, "政府性基金预算"}, {lexicon.Fund, "政府性基金"},
	{lexicon.Capital, "国有资本经营预算财政拨款"}, {lexicon.Capital, "国有资本经营预算"}, {lexicon.Capital, "国有资本经营"},
	{lexicon.General | lexicon.Basic | lexicon.ThreePublic | lexicon.Meetings | lexicon.Running, "一般公共预算财政拨款"}, {lexicon.General | lexicon.Basic, "一般公共预算"}, {lexicon.General | lexicon.Basic, "一般公共财政拨款"}, {lexicon.ThreePublic | lexicon.Grants | lexicon.Meetings | lexicon.Running, "财政拨款"},
}

// otherBudgets are names of money that what follows is then a part of.
var otherBudgets = []struct {
	in   lexicon.Topic
	name string
}{{lexicon.Fund, "政府性基金"}, {lexicon.Capital, "国有资本经营"}}

// averaged are words that make an amount one by the person or the thing.
var averaged = []string{"人均", "车均", "平均", "户均", "日均", "月均", "每人", "每辆", "每批"}

// moved are verbs that make what follows an amount that was moved, and not that of the year:
// 追加公用经费 5.00 万元.
const moved = "调整|调整后|追加|调增|调减|收回|追减|结余|回收|腾出|少支|多支|少安排|多安排|新增"

// severalKinds make what follows the sum of what was listed, whichever that is: 各类支出合计.
const severalKinds = "各类|各项|上述|以上|两项|三项|四项"

// allMoney makes what follows that of all money, in a section about one kind: 全部项目支出.
const allMoney = "全部|全口径"

// scopes make what follows a figure of others too: 全区一般公共预算支出.
var scopes = []string{"全区", "全市", "全县", "全省", "全州", "全国", "全旗", "全镇", "全乡", "全街道", "同级", "其他单位", "其他部门"}

// lowerUnits make it one of a part of the department, but for 局机关及所属单位.
var lowerUnits = []string{"下属", "所属", "局本级", "厅本级", "委本级"}

// levels of government whose money what follows is then a part of: 省级财政拨款支出 2.00 万元.
const moneyOf = "省级|市级|区级|县级|州级|旗级|省本级|市本级|区本级|县本级|州本级|旗本级|中央|上级|中央和省级|省、市"

var grantWord = []rune("财政拨款")

// ofLevel says whether what stands before and behind 财政拨款… makes it the money of one level of
// government; 本级 does where the sentence goes on with that of another.
func ofLevel(before, behind string) bool {
	if endsInAny(before, moneyOf) {
		return true
	}
	rest, _, _ := strings.Cut(behind, "。")
	return strings.HasSuffix(before, "本级") && lexicon.HasAny(rest, "上级|中央|省级|市级|专项")
}

func endsInAny(s, words string) bool {
	for w := range strings.SplitSeq(words, "|") {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// longestOwn is how many characters of such a name, with 安排的 behind it, are looked at.
const longestOwn = 24

// mayPrecede says whether what stands right before a subject leaves it what it is.
func (r *Reader) mayPrecede(st *state, p *passage.Passage, toks []token, i int) bool {
	from := max(0, toks[i].at-longestOwn)
	before := string(p.Text[from:toks[i].at])
	if k := strings.LastIndexAny(before, marks+"0123456789"); k >= 0 {
		_, size := utf8.DecodeRuneInString(before[k:])
		before = before[k+size:]
	}
	for _, mean := range averaged {
		if strings.HasSuffix(strings.TrimRight(before, "每年月"), mean) { // 人均年人员经费
			return false
		}
	}
	if turnedBy(p, toks, i) {
		return false
	}
	if endsInAny(before, severalKinds) || endsInAny(before, allMoney) && passage.TopicOf(p)&(lexicon.General|lexicon.Basic) != 0 {
		return false
	}
	for _, scope := range scopes {
		if strings.Contains(before, scope) {
			st.others = true
			return false
		}
	}
	if hasRunes(p.Text, toks[i].at, grantWord) && ofLevel(before, string(p.Text[toks[i].end:min(len(p.Text), toks[i].end+lexicon.LongestHeading)])) {
		return false
	}
	if (st.part || st.byUnit) && strings.Contains(before, "本级") {
		st.byUnit = true
		return false
	}
	for _, unit := range lowerUnits {
		if k := strings.LastIndex(before, unit); k >= 0 && !endsInAny(before[:k], "及|和|与|含|暨|、") {
			return false
		}
	}
	for _, budget := range otherBudgets {
		if k := strings.LastIndex(before, budget.name); k >= 0 && budget.in&passage.TopicOf(p) == 0 {
			return false
		}
	}
	if r.listedOther(p, toks, i) {
		st.others = true
		return false
	}
	k := i - 1
	for k >= max(0, i-6) && toks[k].sense == lexicon.AFill && toks[k].end == toks[k+1].at && toks[k].mark == 0 {
		if p.Text[toks[k].at] == '等' { // examples of it
			return true
		}
		k--
	}
	if k < 0 || !toks[k].text && toks[k].sense != lexicon.AFund || toks[k].end != toks[k+1].at {
		return true
	}
	s := string(p.Text[toks[k].at:toks[k].end])
	if strings.HasSuffix(s, form.Normalize(r.Book.Department)) && r.Book.Department != "" {
		return true
	}
	if r.ofOtherBody(s) {
		st.others = true
		return false
	}
	for _, o := range organs {
		if strings.HasSuffix(s, o) {
			st.byUnit = st.byUnit || st.part || amongUnits(p, s, toks[i].at) // 其中局机关 …: what each unit spent
			return !st.byUnit
		}
	}
	for _, tail := range []string{"的", "安排", "开支", "列支"} { // 安排的
		before = strings.TrimSuffix(before, tail)
	}
	for i := range ownNames {
		if ownNames[i].in&passage.TopicOf(p) != 0 && (strings.HasSuffix(s, ownNames[i].name) || strings.HasSuffix(before, ownNames[i].name)) {
			return true
		}
	}
	if r.speaksOfOthers(s) {
		st.others = true
	}
	return strings.Trim(s, "0123456789./-·•*#") == ""
}
