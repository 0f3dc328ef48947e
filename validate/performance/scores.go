package performance

import "strings"

// scoreWords stand right in front of a score in words.
var scoreWords = []string{"自评总分", "总分", "自评得分", "综合得分", "评价得分", "得分", "自评得", "评得", "评分", "综合评分", "自评分", "分数", "综合得"}

// links may stand between such words and their figure.
var links = []string{"为", "是", "达到", "达", ":", "约", "共计", "共", "合计", "的", "计"}

// wordsBefore says whether one of a list of words stands right in front of a rune, and
// gives the longest.
func wordsBefore(text []rune, at int, list []string) string {
	s := string(text[max(0, at-16):at])
	for again := true; again; {
		again = false
		for _, l := range links {
			if t := strings.TrimSuffix(s, l); t != s {
				s, again = t, true
			}
		}
	}
	best := ""
	for _, w := range list {
		if strings.HasSuffix(s, w) && len(w) > len(best) {
			best = w
		}
	}
	return best
}

// scoresIn are the scores that the words of a cell state: 自评总分98分.
func scoresIn(f figure) (out []said) {
	text := []rune(f.text)
	for _, n := range numbersIn(text) {
		if n.to < len(text) && text[n.to] == '分' && wordsBefore(text, n.from, scoreWords) != "" {
			s := said{figure: f, from: n.from, to: n.to}
			s.state, s.value, s.places = number, n.value, n.places
			out = append(out, s)
		}
	}
	return out
}
