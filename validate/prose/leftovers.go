package prose

import (
	"strconv"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/report"
)

// leftovers are the words of templates that must not be published. A new one is one string.
var leftovers = []string{"增加(减少)", "减少(增加)", "增长(下降)", "下降(增长)", "增加/减少", "增长/下降", "增加或减少", "减少/增加", "下降/增长", "增支/减支", "减支/增支", "增幅(降幅)", "降幅(增幅)", "减少或增加", "上升(下降)", "下降(上升)", "增支(减支)", "减支(增支)", "大于(小于)", "小于(大于)", "大(小)于", "小(大)于", "高于(低于)", "低于(高于)", "减增加", "增减少", "大小于",
	"XX", "××", "＊＊", "**", "(占%)", "占%", "万元万元", "%%", "。。", ",,", ",。", "。,", "、、", ";;", ";。", "(如持平作持平表述)", "(不涉及的不列)", "原因是。", "原因:。", "原因。", "主要是。", "决算为万元", "预算为万元", "支出为万元", "收入为万元", "均为万元", "万元万", "增长%", "下降%", "增加万元", "减少万元", "○○", "…万元"}

// bothWays are what a template says before a change whose direction was not chosen.
var bothWays = []string{"增加(减少)", "减少(增加)", "增长(下降)", "下降(增长)", "增加/减少", "减少/增加", "增长/下降", "下降/增长", "增支/减支", "减支/增支", "增幅(降幅)", "降幅(增幅)", "增加或减少", "减少或增加", "上升(下降)", "下降(上升)", "增支(减支)", "减支(增支)"}

// undirected says whether the direction of a change was not chosen.
func (m *mention) undirected() bool {
	before := string(m.passage.text[max(0, m.number.at-8):m.number.at])
	for _, w := range bothWays {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// doubledMarks are wrong in any sentence.
var doubledMarks = []string{"。。", ",,", "、、", ";;", ",。", "。,"}

// leftOvers judges what was left of a template, forgotten units, and other years.
func (j *judging) leftOvers() {
	for _, p := range j.passages {
		if p.section == nil {
			continue
		}
		s := string(p.text)
		words := leftovers
		if p.section.topic&silent != 0 && !p.head {
			words = doubledMarks
		}
		for _, w := range words {
			k := strings.Index(s, w)
			if k < 0 || w == "**" && !hasAmount(p.text) {
				continue
			}
			at := len([]rune(s[:k]))
			j.told("text.left-over", report.Warning, p, at, at+len([]rune(w)), "“"+j.quote(p, at, at+len([]rune(w)))+"”像是模板里没有改的字或多打的标点")
			break
		}
		if p.head && j.year != 0 && strings.Contains(s, "决算") {
			if y := bind.YearIn(s); y != 0 && y != j.year && !hasAny(s, "对比|相比|比较|变化") {
				at := len([]rune(s[:max(0, strings.Index(s, strconv.Itoa(y)))]))
				j.told("text.year", report.Warning, p, at, at+5, "标题里写的是 "+strconv.Itoa(y)+" 年度，本套决算是 "+strconv.Itoa(j.year)+" 年度")
			}
		}
	}
	j.holes()
	for _, m := range j.mentions {
		if m.bare {
			what := " %"
			if m.number.kind == money {
				what = "单位（" + j.mostUsed + "）"
			}
			j.told("text.unit", report.Warning, m.passage, m.lead, m.number.end, "“"+ending(string(m.passage.text[m.lead:m.number.end]), 30)+"”后面漏了"+what)
		}
	}
}

// holes tells, once, what a draft left to fill in: 【主要原因：…】.
func (j *judging) holes() {
	var places []report.Cell
	var first *passage
	from, to, n := 0, 0, 0
	for _, p := range j.passages {
		if p.head || p.section == nil || topicOf(p)&silent != 0 {
			continue
		}
		open := -1
		for i := range p.text {
			switch p.from[i].shown {
			case '【':
				open = i
			case '】':
				if open < 0 || isNumber(p.text[open+1:i]) {
					open = -1
					continue
				}
				if n++; first == nil {
					first, from, to = p, open, i+1
				} else if len(places) < mostCells {
					places = append(places, j.wordsAt(p, open, i+1))
				}
				open = -1
			}
		}
	}
	if first == nil {
		return
	}
	all := ""
	if n > 1 {
		all = "，全文共 " + strconv.Itoa(n) + " 处"
	}
	hole := j.wordsAt(first, from, to).Words
	j.told("text.left-over", report.Warning, first, from, to, "“"+clip(hole, 30)+"”是草稿留下要填写的，还没有改"+all, places...)
}

// isNumber says whether brackets hold a number, as that of a document: 【2019】5号.
func isNumber(text []rune) bool {
	for _, c := range text {
		if !isDigit(c) {
			return false
		}
	}
	return len(text) > 0
}
