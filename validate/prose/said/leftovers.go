package said

import (
	"strconv"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
	"suanqing/validate/report"
)

// leftovers are the words of templates that must not be published. A new one is one string.
var leftovers = []string{"增加(减少)", "减少(增加)", "增长(下降)", "下降(增长)", "增加/减少", "增长/下降", "增加或减少", "减少/增加", "下降/增长", "增支/减支", "减支/增支", "增幅(降幅)", "降幅(增幅)", "减少或增加", "上升(下降)", "下降(上升)", "增支(减支)", "减支(增支)", "大于(小于)", "小于(大于)", "大(小)于", "小(大)于", "高于(低于)", "低于(高于)", "减增加", "增减少", "大小于",
	"XX", "××", "＊＊", "**", "(占%)", "占%", "万元万元", "%%", "。。", ",,", ",。", "。,", "、、", ";;", ";。", "(如持平作持平表述)", "(不涉及的不列)", "原因是。", "原因:。", "原因。", "主要是。", "决算为万元", "预算为万元", "支出为万元", "收入为万元", "均为万元", "万元万", "增长%", "下降%", "增加万元", "减少万元", "○○", "…万元"}

// doubledMarks are wrong in any sentence.
var doubledMarks = []string{"。。", ",,", "、、", ";;", ",。", "。,"}

// leftOvers judges what was left of a template, forgotten units, and other years.
func leftOvers(j *judging.Text) {
	for _, p := range j.Passages {
		if p.Section == nil {
			continue
		}
		s := string(p.Text)
		words := leftovers
		if p.Section.Topic&lexicon.Silent != 0 && !p.Head {
			words = doubledMarks
		}
		for _, w := range words {
			k := strings.Index(s, w)
			if k < 0 || w == "**" && !passage.HasAmount(p.Text) {
				continue
			}
			at := len([]rune(s[:k]))
			j.Told("text.left-over", report.Warning, p, at, at+len([]rune(w)), "“"+j.Quote(p, at, at+len([]rune(w)))+"”像是模板里没有改的字或多打的标点")
			break
		}
		if p.Head && j.Year != 0 && strings.Contains(s, "决算") {
			if y := bind.YearIn(s); y != 0 && y != j.Year && !lexicon.HasAny(s, "对比|相比|比较|变化") {
				at := len([]rune(s[:max(0, strings.Index(s, strconv.Itoa(y)))]))
				j.Told("text.year", report.Warning, p, at, at+5, "标题里写的是 "+strconv.Itoa(y)+" 年度，本套决算是 "+strconv.Itoa(j.Year)+" 年度")
			}
		}
	}
	holes(j)
	for _, m := range j.Mentions {
		if m.Bare {
			what := " %"
			if m.Number.Kind == scan.Money {
				what = "单位（" + j.MostUsed + "）"
			}
			j.Told("text.unit", report.Warning, m.Passage, m.Lead, m.Number.End, "“"+passage.Ending(string(m.Passage.Text[m.Lead:m.Number.End]), 30)+"”后面漏了"+what)
		}
	}
}

// holes tells, once, what a draft left to fill in: 【主要原因：…】.
func holes(j *judging.Text) {
	var places []report.Cell
	var first *passage.Passage
	from, to, n := 0, 0, 0
	for _, p := range j.Passages {
		if p.Head || p.Section == nil || passage.TopicOf(p)&lexicon.Silent != 0 {
			continue
		}
		open := -1
		for i := range p.Text {
			switch p.From[i].Shown {
			case '【':
				open = i
			case '】':
				if open < 0 || isNumber(p.Text[open+1:i]) {
					open = -1
					continue
				}
				if n++; first == nil {
					first, from, to = p, open, i+1
				} else if len(places) < judging.MostCells {
					places = append(places, j.WordsAt(p, open, i+1))
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
	hole := j.WordsAt(first, from, to).Words
	j.Told("text.left-over", report.Warning, first, from, to, "“"+passage.Clip(hole, 30)+"”是草稿留下要填写的，还没有改"+all, places...)
}

// isNumber says whether brackets hold a number, as that of a document: 【2019】5号.
func isNumber(text []rune) bool {
	for _, c := range text {
		if !scan.IsDigit(c) {
			return false
		}
	}
	return len(text) > 0
}
