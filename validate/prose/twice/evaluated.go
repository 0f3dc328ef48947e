package twice

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/read"
	"suanqing/validate/prose/sums"
	"suanqing/validate/report"
)

// alikeFunds compares the money of as many projects, which are the same ones: one that
// differs from two others is wrong.
func alikeFunds(j *judging.Text, funds []*mention.Mention) {
	for _, m := range funds {
		c := j.Near(m, read.Projects, lexicon.Things, false)
		if m.Finding > 0 || c == nil || c.Passage != m.Passage {
			continue
		}
		counts := map[amount.Amount]int{}
		var other *mention.Mention
		for _, n := range funds {
			if d := j.Near(n, read.Projects, lexicon.Things, false); n != m && d != nil && d.Passage == n.Passage && d.Figure.Value == c.Figure.Value && !j.IsOne(n, m) {
				if counts[n.Figure.Value]++; counts[n.Figure.Value] > 1 {
					other = n
				}
			}
		}
		if other == nil {
			continue
		}
		o := judging.Operands{Mentions: []*mention.Mention{m, other}}
		j.Judged("text.twice", report.Violated, m, other)
		j.Tell(judging.RuleByID["text.twice"], report.Warning, m, &o, nil, "同是 "+c.Shown()+"项目，这里写的是 "+m.Shown()+"，别处写的是 "+other.Shown(), "")
	}
}

// evaluated judges the money and the number of the projects against those that are
// described, where these are as many as the text says.
func evaluated(j *judging.Text, funds, parts []*mention.Mention) {
	var counted []*mention.Mention
	for _, c := range j.By[read.Projects+" "+lexicon.Things] {
		if aboutAll(j, c) {
			counted = append(counted, c)
		}
	}
	if len(parts) < 2 || len(counted) == 0 {
		return
	}
	n := amount.New(int64(len(parts)), 0)
	first := counted[0]
	same := true
	for _, c := range counted {
		same = same && c.Figure.Value == first.Figure.Value
	}
	if same && first.Figure.Value == n {
		j.Judged("text.sum", report.Holds, counted...)
		whole := func(m *mention.Mention) bool { return sums.Summed(j, "text.sum", m, parts).Exact() }
		for _, money := range funds {
			c := j.Near(money, read.Projects, lexicon.Things, false)
			s := sums.Summed(j, "text.sum", money, parts)
			if s.Exact() || c == nil || c.Passage != money.Passage || c.Sentence != money.Sentence && slices.ContainsFunc(funds, whole) {
				continue // that of something else: of 3 problems that were found
			}
			for _, p := range parts { // one of them may be wrong, which its percentage told
				if p.Finding > 0 {
					j.Attach(p.Finding-1, &s.Operands)
					return
				}
			}
			sums.Total(j, report.Error, s)
		}
		return
	}
	if len(counted) > 1 {
		for _, c := range counted[1:] {
			if c.Figure.Value != first.Figure.Value && (c.Figure.Value == n || first.Figure.Value == n) && c.Passage.Section == first.Passage.Section {
				wrong, right := c, first
				if c.Figure.Value == n {
					wrong, right = first, c
				}
				o := judging.Operands{Mentions: []*mention.Mention{wrong, right}}
				j.Judged("text.twice", report.Violated, wrong, right)
				j.Tell(judging.RuleByID["text.twice"], report.Warning, wrong, &o, nil, "项目数写的是 "+wrong.Shown()+"，"+j.Where(right.Passage)+"写的是 "+right.Shown()+"，逐个说明的有 "+judging.PlainOf(n, wrong)+" 个", "")
				return
			}
		}
	}
}

// aboutAll says whether a count is of all projects that were evaluated: their money or
// their grades stand in its paragraph.
func aboutAll(j *judging.Text, c *mention.Mention) bool {
	for _, m := range j.Mentions[max(0, c.Index-12):min(len(j.Mentions), c.Index+13)] {
		if m.Passage == c.Passage && m.Subject != nil && (m.Subject.Key == lexicon.KeyEvaluated || strings.HasPrefix(m.Subject.Key, "评级:")) {
			return true
		}
	}
	return false
}

// funds judges the money of evaluated projects: that of all of them is the sum of their
// budgets, or is said elsewhere too.
func funds(j *judging.Text) {
	list := j.By["评价资金 "+lexicon.Final]
	list = list[:min(len(list), 2*mention.Window)]
	var parts []*mention.Mention
	for _, m := range j.Mentions {
		if m.Column == lexicon.Adjusted && m.Passage.Section.Topic == lexicon.Performance && m.Subject != nil && m.Subject.Name == "项目" {
			parts = append(parts, m)
		}
	}
	for _, m := range list {
		for _, o := range list {
			if o != m && j.IsOne(m, o) {
				j.Judged("text.twice", report.Holds, m, o)
			}
		}
		if len(parts) > 1 && sums.Summed(j, "text.sum", m, parts).Exact() {
			j.Judged("text.sum", report.Holds, append(parts, m)...)
		}
	}
	evaluated(j, list, parts)
	alikeFunds(j, list)
}
