package said

import (
	"strconv"
	"strings"

	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
)

// otherBase tells a change that is against the year before the last one.
func otherBase(j *judging.Text, n *mention.Note) {
	for _, m := range j.Mentions {
		if m.Passage == n.Passage && m.Sentence == n.Sentence && (m.Column == lexicon.Change || m.Column == lexicon.Growth) && m.Subject == n.Subject && m.Number.At > n.At {
			j.Told("text.year", report.Warning, n.Passage, n.At, n.End, "相比的是 "+n.Base+" 年度，上一年度是 "+strconv.Itoa(j.Year-1)+" 年度", j.Cell(m, report.Right))
			return
		}
	}
}

// become are words for what a figure changed to.
var become = []string{"减少为", "减少至", "减少到", "下降为", "降至", "降为", "增加为", "增加到", "增加至", "增长至", "上升到"}

// contradictions tells clauses that say both that a figure changed and that it did not.
func contradictions(j *judging.Text) {
	for _, p := range j.Passages {
		if p.Head || p.Section == nil || passage.TopicOf(p)&lexicon.Silent != 0 {
			continue
		}
		from := 0
		for i := 0; i <= len(p.Text); i++ {
			if i < len(p.Text) && p.Text[i] != '。' && p.Text[i] != ';' {
				continue
			}
			clause := string(p.Text[from:i])
			for _, w := range become {
				k := strings.Index(clause, w)
				if k < 0 || !strings.Contains(clause[k:], "持平") || strings.Contains(clause[k:], "预算") {
					continue
				}
				at := from + len([]rune(clause[:k]))
				j.Told("text.same", report.Warning, p, at, i, "既写“"+w+"”，又写“持平”")
				break
			}
			from = i + 1
		}
	}
}

// stockTaken begins the day on which things are counted.
const stockTaken = "截至"

// years judges the years of sentences: the day of the stock, and a statement about last
// year that is compared with last year.
func years(j *judging.Text) {
	if j.Year == 0 {
		return
	}
	year := strconv.Itoa(j.Year)
	last := strconv.Itoa(j.Year - 1)
	for _, p := range j.Passages {
		if p.Head || p.Section == nil || passage.TopicOf(p)&(lexicon.Silent|lexicon.Performance) != 0 {
			continue
		}
		s := string(p.Text)
		if k := strings.Index(s, stockTaken); k >= 0 && passage.TopicOf(p)&(lexicon.Assets|lexicon.ThreePublic) != 0 {
			rest := s[k+len(stockTaken):]
			if len(rest) > 10 && !strings.HasPrefix(rest, year) && rest[0] == '2' && rest[1] == '0' && strings.HasPrefix(rest[4:], "年12月") {
				at := len([]rune(s[:k]))
				j.Told("text.year", report.Warning, p, at, at+len([]rune(stockTaken))+8, "写的是“"+stockTaken+rest[:4]+"年12月”，本套决算是 "+year+" 年度")
			}
		}
		if rest, ok := strings.CutPrefix(s, last+"年"); ok && !strings.HasPrefix(rest, "度决算数") && !strings.HasPrefix(rest, "决算数") {
			first, _, _ := strings.Cut(rest, "。")
			for _, word := range []string{"与", "比", "较"} {
				if strings.Contains(first, word+last+"年") && passage.HasAmount([]rune(first)) {
					j.Told("text.year", report.Warning, p, 0, 6, "写的是 "+last+" 年度，又与 "+last+" 年度相比；本套决算是 "+year+" 年度")
					break
				}
			}
		}
	}
}
