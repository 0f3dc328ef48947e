package performance

import (
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/prose/passage"
)

// counted is a sentence that counts projects: all of them, and those of each grade.
type counted struct {
	passage *passage.Paragraph
	total   *spoken
	grades  []spoken
	sum     *spoken // the money of all
}

// counts takes what a passage says of how many projects there are.
func (c *checking) counts(p *passage.Paragraph) {
	s := string(p.Text)
	if !strings.Contains(s, "自评") || !strings.Contains(s, "项目") || len(c.counted) > 200 {
		return
	}
	one := counted{passage: p}
	for _, n := range numbersIn(p.Text) {
		rest := string(p.Text[n.to:min(len(p.Text), n.to+16)])
		if n.places == 0 && strings.HasPrefix(rest, "个") && !strings.HasPrefix(rest, "个百") && !strings.HasPrefix(rest, "个工作") {
			f := spoken{from: n.from, to: n.to + 1, value: n.value}
			if g := gradeCounted(p.Text, n, strings.TrimPrefix(rest, "个")); g >= 0 {
				f.of, f.grade = saysGrade, g
				one.grades = append(one.grades, f)
			} else if after, ok := strings.CutPrefix(rest, "个项目"); ok && begins(after, evaluatedBehind) || wordsBefore(p.Text, n.from, evaluatedBefore) != "" {
				if one.total == nil {
					one.total = &f
				} else if one.total.value != f.value && len(one.grades) == 0 {
					return // more than one thing is counted
				}
			}
		}
		if u, ok := amount.FindUnit(rest); ok && wordsBefore(p.Text, n.from, sumSaid) != "" && one.sum == nil {
			one.sum = &spoken{of: saysSum, from: n.from, to: n.to + len([]rune(u.Name)), value: n.value, places: n.places, unit: u}
		}
	}
	if one.total != nil || len(one.grades) > 0 {
		c.counted = append(c.counted, one)
	}
}

// gradeCounted is the grade that a number of projects has: 3个项目自评等级为优, 优3个.
func gradeCounted(text []rune, n numberIn, rest string) int {
	rest = strings.TrimPrefix(strings.TrimPrefix(rest, "项目"), "的")
	if k := strings.IndexAny(rest, ",。;、"); k >= 0 {
		rest = rest[:k]
	}
	for _, w := range gradeSaid {
		if _, after, ok := strings.Cut(rest, w); ok {
			after = strings.TrimLeft(after, "为是:")
			return gradeOf(after)
		}
	}
	if g := gradeOf(strings.TrimLeft(rest, "为是评:")); g >= 0 && rest != "中" { // 3个项目中
		return g
	}
	before := string(text[max(0, n.from-8):n.from])
	for _, tail := range []string{"等级的项目", "等次的项目", "的项目", "项目", "等级的", "等次的", "等级", "等次", "的", "有", "为", ""} {
		if t, ok := strings.CutSuffix(before, tail); ok {
			for g, names := range grades {
				for _, name := range names {
					if strings.HasSuffix(t, name) {
						return g
					}
				}
			}
		}
	}
	return -1
}
