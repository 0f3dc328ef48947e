// Package twice judges that what the text says in several places it says alike.
package twice

import (
	"slices"

	"suanqing/validate/amount"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/scan"
	"suanqing/validate/report"
)

// Judge judges that what is said more than once is said alike.
func Judge(j *judging.Text) {
	keys := make([]string, 0, len(j.By))
	for key := range j.By {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		list := j.By[key]
		if len(list) < 2 || list[0].Subject.Key == lexicon.KeyEvaluated || lexicon.FundShares[list[0].Subject.Key] || list[0].Column == lexicon.Things && list[0].Passage.Section.Topic&(lexicon.ThreePublic|lexicon.Assets) == 0 {
			continue
		}
		alike(j, list)
	}
	resemble(j)
	sameRate(j)
	funds(j)
}

// alike compares every mention of a figure with the first that nothing speaks against.
func alike(j *judging.Text, list []*mention.Mention) {
	var first *mention.Mention
	for _, m := range list {
		if j.Sound(m) {
			first = m
			break
		}
		if first == nil && m.Finding == 0 {
			first = m
		}
	}
	if first == nil {
		first = list[0]
	}
	for _, m := range list {
		if m == first || m.Base != first.Base && m.Column == lexicon.Done || !sameWhole(m, first) {
			continue
		}
		in := j.SaidTwice(m, first)
		switch {
		case in == nil:
			continue
		case in.Bears():
			j.Judged("text.twice", report.Holds, m, first)
			continue
		case j.Sound(m) && j.Sound(first):
			continue
		case m.Suspect && m.Finding > 0:
			continue
		}
		if m.Column == lexicon.Things && (len(list) > 2 || m.Passage == first.Passage) {
			continue // the guests of one visit and of another
		}
		j.Judged("text.twice", report.Violated, m, first)
		severity := report.Error
		if m.Column == lexicon.Things {
			severity = report.Warning
		}
		if in.Difference.Abs().Cmp(judging.Larger(j.Printed(m), j.Printed(first))) <= 0 {
			severity = report.Notice
		}
		o := judging.Operands{Mentions: []*mention.Mention{m, first}}
		more := ""
		if other := fitting(j, m, first); other != nil {
			more = "旁边的百分数与 " + other.Shown() + "相符。"
		}
		j.Tell(judging.RuleByID["text.twice"], severity, m, &o, nil, m.What()+"写的是 "+m.Shown()+"，"+j.Where(first.Passage)+"写的是 "+first.Shown(), more)
	}
}

func sameWhole(a, b *mention.Mention) bool {
	if a.Column != lexicon.Share {
		return true
	}
	name := func(m *mention.Mention) string {
		switch {
		case m.Whole != nil:
			return m.Whole.Key
		case m.Under != nil:
			return m.Under.Subject.Key
		}
		return m.Subject.Whole
	}
	return name(a) == name(b)
}

// fitting is the one of two figures whose sentence's percentage holds; nil for neither or
// both.
func fitting(j *judging.Text, a, b *mention.Mention) *mention.Mention {
	holds := func(m *mention.Mention) bool {
		for _, n := range j.Mentions[max(0, m.Index-4):min(len(j.Mentions), m.Index+5)] {
			if n.Sentence == m.Sentence && n.Number.Kind == scan.Percent && n.Checked && n.Finding == 0 && n.Subject == m.Subject {
				return true
			}
		}
		return false
	}
	x, y := holds(a), holds(b)
	switch {
	case x && !y:
		return a
	case y && !x:
		return b
	}
	return nil
}

// sameRate compares changes of one amount at one rate, which are the same money under
// several names: 收支总计 and 财政拨款收支总计.
func sameRate(j *judging.Text) {
	type rate struct{ now, rate amount.Amount }
	seen := map[rate][]*mention.Mention{}
	var order []rate
	for _, m := range j.Mentions {
		if m.Column != lexicon.Growth || m.Subject == nil || m.Number.Places < 2 || m.Figure.Value.IsZero() {
			continue
		}
		delta := j.Near(m, m.Subject.Key, lexicon.Change, false)
		now := j.Near(m, m.Subject.Key, lexicon.Final, false)
		if delta == nil || now == nil || delta.Passage != m.Passage || now.Figure.Value.IsZero() {
			continue
		}
		k := rate{now.Figure.Value, m.Figure.Value}
		if right, ok := j.Right[now]; ok {
			k.now = right.Value
		}
		if seen[k] == nil {
			order = append(order, k)
		}
		seen[k] = append(seen[k], delta)
	}
	for _, k := range order {
		list := seen[k]
		if len(list) < 2 {
			continue
		}
		list = list[:min(len(list), 2*mention.Window)]
		first := majority(list)
		for _, m := range list {
			if m == first || j.IsOne(m, first) {
				continue
			}
			o := judging.Operands{Mentions: []*mention.Mention{m, first}}
			severity := report.Warning
			j.Judged("text.twice", report.Violated, m, first)
			j.Tell(judging.RuleByID["text.twice"], severity, m, &o, nil, m.What()+"写的是 "+m.Shown()+"；"+j.Where(first.Passage)+"“"+first.Subject.Label()+"”本年数和百分数都相同，写的是 "+first.Shown(), "")
		}
	}
}

// majority is a mention of the figure that most have.
func majority(list []*mention.Mention) *mention.Mention {
	best, most := list[0], 0
	for _, m := range list {
		n := 0
		for _, o := range list {
			if o.Figure.Value == m.Figure.Value {
				n++
			}
		}
		if n > most {
			best, most = m, n
		}
	}
	return best
}
