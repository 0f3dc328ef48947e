// Package lexicon is every word that the written half is read by, as data: what measures,
// changes and bases are called (words.go), what sentences speak of and where the forms print
// it (subjects.go), the headings of sections, and which money is a part of which (kinds.go).
// A new wording is one string here.
package lexicon

import (
	"sort"
	"strings"
)

// Measures are the columns of 文.
const (
	Final      = "决算"
	Opening    = "年初预算"
	Adjusted   = "全年预算"
	Budget     = "预算" // the text does not say which
	Before     = "上年"
	Change     = "增减额"
	Growth     = "增减率"
	PlanChange = "预算增减额"
	PlanGrowth = "预算增减率"
	Moved      = "预算调整额" // what was added to the first budget in the year, or taken from it
	Share      = "占比"
	Done       = "完成率"
	Things     = "个数"

	Either = "±" // a change whose direction the amount before says

	Way  = "方向" // of what words say: more, less, or the same
	Than = "相比" // what a figure is compared with, whichever that is

	OtherYear = "其他年度" // what a change is against, where that is neither
)

// Measures are all columns of 文, in their order.
var Measures = []string{Final, Opening, Adjusted, Budget, Before, Change, Growth, PlanChange, PlanGrowth, Moved, Share, Done, Things, Way, Than}

// Sense is what a word of the text means to the reader.
type Sense uint8

const (
	NoSense Sense = iota
	ASubject
	AMeasure // which: final, opening, adjusted, budget
	ARise    // which: +
	AFall    // −
	ASame    // 持平
	ANearly  // 基本持平
	AShare   // 占
	ADone    // 完成
	AGap     // 差异率
	AReason  // 主要原因: what follows are words
	AUsage   // 主要用于
	AList    // 主要包括
	APart    // 其中
	AEach    // 分别, 各
	AVersus  // 与, 比, 较
	APast    // 上年
	APresent // 本年
	AMore    // 大于
	ALess    // 小于
	AnEqual  // 等于
	ANone    // 没有
	AFill    // 为, 是, 支出: says nothing by itself
	AText    // words that are not known
	AYear    // another year than the one before
	AFund    // the bare name of a budget; which says which one
	ASpan    // more years than one, or another footing: 十四五以来, 剔除…因素
)

// sensed are the words of one sense.
type sensed struct {
	sense Sense
	which string
	words string
}

// vocabulary is every word of the reader's but the subjects. A new wording is one string.
var vocabulary = []sensed{
	{AMeasure, Opening, "年初预算|年初预算数|年初预算安排|年初部门预算|年初批复预算|年初预算支出|年初支出预算|年初部门预算数|年初安排预算|年初预算批复数"},
	{AMeasure, Adjusted, "全年预算|全年预算数|调整预算|调整后预算|调整预算数|调整后预算数|预算调整数|全年预算安排|全年支出预算"},
	{AMeasure, Budget, "预算|预算数|支出预算|预算安排|当年预算|支出预算数|本年预算|部门预算|当年预算数"},
	{AMeasure, Final, "支出决算|决算|决算数|支出决算数|收入决算|收入决算数|实际支出|实际支出数|执行数|全年执行数|决算支出|当年支出决算|本年支出决算|本年决算|决算总额|决算金额|支出完成|实际完成|实际执行数|执行金额|实际发生|支出决算金额"},
	{AMeasure, Final, "变为|变成|变化为|减少为|减少到|减少至|下降为|下降到|下降至|降至|降为|降低为|降低到|增加为|增加到|增加至|增长到|增长至|上升到|上升至|升至"},
	{ARise, "", "增加|增长|上升|增支|提高|上涨|增幅|增长率|增加了|增长了|增长为|上升了|增多|增加额|增收|增幅为"},
	{ARise, Either, "变动幅度|变动幅度为|变化幅度|变化幅度为|变动率|变动率为|变动比例|变动比例为"},
	{ARise, Budget, "超支|超|多支出"},
	{AFall, "", "减少|下降|降低|减支|回落|降幅|减少了|下降了|降低了|压减|缩减|减收|压缩|下降率"},
	{AFall, Budget, "节约|节支|少支出"},
	{ARise, Moved, "执行中追加|年中追加|执行中调增|年中调增|年度执行中追加|预算执行中追加|执行中追加预算|年中追加预算|执行中追加了"},
	{AFall, Moved, "执行中调减|年中调减|执行中追减|年中追减|执行中核减|年度执行中调减|预算执行中调减|执行中调减预算|年中调减预算"},
	{ASame, "", "持平|相同|一致|无变化|无增减|无增减变化|没有变化|没有增减|无变动|不变|相等"},
	{ANearly, "", "基本持平|大致持平|基本一致|基本相同"},
	{AShare, "", "占|占比|占比为|所占比重|比重|所占比例|比例|占比例"},
	{ADone, "", "完成|完成率|完成比例|执行率|预算执行率|支出完成率|预算完成率|预算执行率为|完成了|预算执行进度"},
	{AGap, "", "差异率|预决算差异率|预算差异率|预决算差异|差异|相差|差额|预决算相差|预决算差额|差异额|差异金额|差额为|差异为"},
	{AReason, "", "主要原因|原因|主要是|主要由于|主要为|主要因|主要系|是因为|是由于|由于|因为|主因|主要在于|原因是|系因|开支内容|主要内容|其原因"},
	{AUsage, "主要", "主要用于|主要用作|主要是用于|主要反映|反映|主要支付"},
	{AUsage, "", "用于"},
	{AFill, "", "主要用于以下方面|主要用于以下几方面|具体情况如下|支出具体情况如下|具体如下|如下"},
	{AList, "", "主要包括|包括|主要有|包含|主要包含|主要支出|主要是用于支付"},
	{APart, "", "其中|其中:|包括:|含"},
	{AEach, "", "依次|依次为|分别|各|均|分别为|各是|各为|均为|分别是|各自"},
	{AVersus, "", "与|比|较|同|跟|和|相比|对比|相较|比较|较之"},
	{APast, "", "上年|上年度|上一年|上一年度|去年|上一度|上年同期|以前年度|去年同期|前一年|上年决算数|上年决算|上年数"},
	{APresent, "", "本年|本年度|当年|今年|全年"},
	{AMore, "", "大于|高于|超过|超出|大于等于"},
	{ALess, "", "小于|低于|少于|未达到"},
	{AnEqual, "", "等于"},
	{ANone, "", "没有|无|未|未安排|未发生|未产生|不涉及|未使用|没有发生|无此项"},
	{AFund, "a", "一般公共预算财政拨款|一般公共预算拨款|一般公共预算"},
	{AFund, "b", "政府性基金预算财政拨款|政府性基金预算拨款|政府性基金预算|政府性基金"},
	{AFund, "c", "国有资本经营预算财政拨款|国有资本经营预算拨款|国有资本经营预算|国有资本经营"},
	{ASpan, "", "以来|以来累计|五年来|三年来|近年来|近三年|近五年|近两年|十三五期间|十四五期间|十五五期间|五年间|三年间|十三五|十四五|十五五|前四年|前三年|前两年|年均"},
	{ASpan, "", "权责发生制|财务报告|政府综合财务报告|财务会计口径|剔除|扣除|可比口径|同口径|按可比|可比因素|追溯调整|同口径相比"},
	{AFill, "", "总体看|总体来看|总的看|总的来看|加上|减去|再减去|再加上|折合|折合人民币|约合"},
	{AFill, "", "为|是|共|共计|合计|总计|计|达|达到|约|约为|金额|总额|支出|收入|经费|费用|数|额|实际|年度|年|本部门|本单位|我单位|我部门|我局|我院|我校|我委|我办|我馆|我所|我会|我街道|本院|本校|本局|本委|本馆|学校|本街道|部门|的|了|总体|累计|情况|同比|相应|数额|总数|安排|年末|截至|等|按|总量|实现|合计为|总计为|支出为|收入为|年初|调整|以|口径|下同|明细|分|及|本级|也|有所|则|即|在|又|其|该|项|款|类|略|总|具体|具体是|具体为|支出总额|合同金额|全部|整体|水平|同期"},
}

// LastWords say that a clause is about last year too.
const LastWords = "上年|去年"

// Word is one entry of the dictionary.
type Word struct {
	Runes    []rune
	Sense    Sense
	Which    string
	Subjects []*Subject
}

// Lexicon finds words, the longest first.
type Lexicon map[rune][]*Word

// Lexical is the dictionary of all books; what a book's forms name is added for it.
var Lexical = build()

func build() Lexicon {
	l := Lexicon{}
	byText := map[string]*Word{}
	for _, v := range vocabulary {
		for w := range strings.SplitSeq(v.words, "|") {
			if byText[w] == nil {
				byText[w] = &Word{Runes: []rune(w), Sense: v.sense, Which: v.which}
			}
		}
	}
	for i := range Subjects {
		Subjects[i].Static = true
		for w := range strings.SplitSeq(Subjects[i].words, "|") {
			e := byText[w]
			if e == nil {
				e = &Word{Runes: []rune(w), Sense: ASubject}
				byText[w] = e
			}
			e.Subjects = append(e.Subjects, &Subjects[i])
		}
	}
	for _, e := range byText {
		l.Add(e)
	}
	l.Sort()
	return l
}

// Add takes one more word, by its first rune.
func (l Lexicon) Add(e *Word) {
	if len(e.Runes) > 0 {
		l[e.Runes[0]] = append(l[e.Runes[0]], e)
	}
}

// Sort puts longer words first.
func (l Lexicon) Sort() {
	for _, list := range l {
		sort.SliceStable(list, func(i, k int) bool { return len(list[i].Runes) > len(list[k].Runes) })
	}
}

// At is the longest word that begins at a rune; nil for none. fits says whether a word
// counts here.
func (l Lexicon) At(text []rune, i int, fits func(*Word) bool) *Word {
	for _, e := range l[text[i]] {
		if len(text)-i < len(e.Runes) || !fits(e) {
			continue
		}
		same := true
		for k, c := range e.Runes {
			if text[i+k] != c {
				same = false
				break
			}
		}
		if same {
			return e
		}
	}
	return nil
}

// IsPlan says whether a column is a budget.
func IsPlan(base string) bool { return base == Opening || base == Adjusted || base == Budget }
