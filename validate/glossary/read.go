package glossary

import (
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
)

const longestName = 120 // characters

// read reads the explanations from a passage on, up to what follows the glossary.
func read(text []passage.Paragraph, from int) (out []entry, end int) {
	above := path{} // the 类 and 款 that those below stand under
	for i := from; i < len(text) && len(out) < mostTerms; i++ {
		p := &text[i]
		s := string(p.Text)
		for _, e := range ending {
			if strings.HasPrefix(s, e) {
				return out, i
			}
		}
		first := ordinal(p.Text)
		body := string(p.Text[first:])
		name, meaning, defines := cut(body)
		if name == "" && i+1 < len(text) && begins(string(text[i+1].Text), starts) && len(p.Text) < longestName { // split over two
			name, meaning, defines = body, string(text[i+1].Text), true
			i++
		}
		if name == "" {
			if q, ok := pathOf(body); ok && q.wide && len(p.Text) < longestName {
				above = q
			}
			continue
		}
		if len([]rune(name)) < 2 || begins(name, noNames) || first == 0 && !defines {
			continue // a remark within an explanation
		}
		e := entry{text: meaning, passage: p, end: first + len([]rune(name))}
		e.open = strings.HasSuffix(name, "等")
		name = strings.TrimSuffix(name, "等")
		q, ok := pathOf(name)
		e.path = q
		if ok && q.group == "" && q.class == "" && strings.HasSuffix(name, itemMark) && above.group != "" {
			e.path.class, e.path.group = above.class, above.group
		} else if q.group != "" || q.class != "" {
			above = path{}
		}
		e.name = level(strings.TrimSuffix(name, itemMark))
		for part := range strings.SplitSeq(strings.NewReplacer("和", "、", "及", "、", "与", "、").Replace(name), "、") {
			e.parts = append(e.parts, level(strings.TrimSuffix(part, itemMark)))
		}
		for part := range strings.SplitSeq(name, "、") {
			e.parts = append(e.parts, level(strings.TrimSuffix(part, itemMark)))
		}
		out = append(out, e)
	}
	return out, len(text)
}

// cut parts a name from its meaning; the name is empty where there is none. defines says
// whether it is done by a word for it, and not by a mark alone.
func cut(s string) (name, meaning string, defines bool) {
	best := -1
	for _, l := range links {
		at := strings.Index(s, l)
		if at <= 0 || best >= 0 && !strings.ContainsAny(l[:1], ":,") || len([]rune(s[:at])) > longestName {
			continue
		}
		if best < 0 || at < best {
			best, name, meaning, defines = at, s[:at], s[at+len(l):], l != ":"
		}
	}
	if strings.ContainsAny(name, "。;") {
		return "", "", false
	}
	return strings.Trim(name, ":,"), meaning, defines
}

// ordinal is the length of what numbers a line in front.
func ordinal(text []rune) int {
	n, open := 0, false
	if len(text) > 0 && text[0] == '(' {
		n, open = 1, true
	}
	from := n
	for n < len(text) && n-from < 4 && strings.ContainsRune("一二三四五六七八九十0123456789", text[n]) {
		n++
	}
	if n == from || n >= len(text) {
		return 0
	}
	if open {
		if text[n] == ')' {
			return n + 1
		}
		return 0
	}
	if strings.ContainsRune("、.．,)", text[n]) {
		return n + 1
	}
	return 0
}

func begins(s string, list []string) bool {
	for _, one := range list {
		if strings.HasPrefix(s, one) {
			return true
		}
	}
	return false
}

// described lists the accounts that the text describes, and those of the form that have
// an amount.
func (g *judging) described(b *bind.Book) (out []used) {
	seen := map[string]bool{}
	add := func(u used) {
		if key := u.path.key(); key != "" && !seen[key] && len(out) < mostTerms {
			seen[key] = true
			out = append(out, u)
		}
	}
	for i := range g.text {
		p := &g.text[i]
		if p.Heading || p.Glossary {
			continue
		}
		s := string(p.Text)
		for from := 0; ; {
			at := strings.Index(s[from:], itemMark)
			if at < 0 {
				break
			}
			name := s[from : from+at+len(itemMark)]
			from += at + len(itemMark)
			if k := strings.LastIndexAny(name, "。;:"); k >= 0 {
				name = strings.TrimLeft(name[k:], "。；;:")
			}
			name = string([]rune(name)[ordinal([]rune(name)):])
			if q, ok := pathOf(name); ok && q.item != "" && len([]rune(name)) < longestName {
				end := len([]rune(s[:from]))
				cell := p.Cell(end-len([]rune(name)), end)
				cell.Label = q.item
				shown := strings.TrimSuffix(name, itemMark)
				if k := strings.LastIndex(shown, groupMark); k >= 0 {
					shown = shown[k+len(groupMark):]
				}
				add(used{q, shown, cell})
			}
		}
	}
	if t := b.Tables["F05"]; t != nil {
		for _, r := range t.Rows {
			f := r.Figure("小计")
			if len(r.Key) != 7 || !form.IsCode(r.Key) || f == nil || f.State != bind.Money || f.Value.IsZero() {
				continue
			}
			q := path{item: level(form.Normalize(r.Name))}
			if r.Parent != nil && len(r.Parent.Key) == 5 {
				q.group = level(form.Normalize(r.Parent.Name))
				if above := r.Parent.Parent; above != nil && len(above.Key) == 3 {
					q.class = level(form.Normalize(above.Name))
				}
			}
			if !known(out, q) {
				s := b.Document.Sheets[t.Sheet]
				add(used{q, form.StripOrdinal(r.Name), report.Cell{Sheet: s.Name, Cell: document.Address(r.NameAt.Row, r.NameAt.Col), Form: string(t.Form.ID), Row: r.Key, Label: r.Key + " " + r.Name}})
			}
		}
	}
	return out
}

func known(list []used, q path) bool {
	for _, u := range list {
		if sameName(u.path.item, q.item) && inGroup(u.path, q) {
			return true
		}
	}
	return false
}

// explains says whether an account is explained.
func (g *judging) explains(q path) bool {
	for i := range g.entries {
		e := &g.entries[i]
		if !inGroup(e.path, q) {
			continue
		}
		switch {
		case sameName(e.path.item, q.item) && e.path.item != "", sameName(e.name, q.item), e.path.covers(q), e.open && e.path.group != "":
			return true
		}
		for _, part := range e.parts {
			if sameName(part, q.item) && part != "" {
				return true
			}
		}
	}
	return false
}

// uses is the first place where the text uses a term for something that there is.
func (g *judging) uses(t term) (report.Cell, bool) {
	for i := range g.text {
		p := &g.text[i]
		if p.Heading || p.Glossary {
			continue
		}
		s := string(p.Text)
		if !strings.Contains(s, "。") || hasAny(s, formWords) { // a caption, or a form as text
			continue
		}
		for _, word := range t.used {
			for from := 0; ; {
				at := strings.Index(s[from:], word)
				if at < 0 {
					break
				}
				start := from + at
				from = start + len(word)
				if none(s[:start], s[from:]) || !inSentence(s, start) {
					continue
				}
				n := len([]rune(s[:start]))
				cell := p.Cell(n, n+len([]rune(word)))
				cell.Label = t.name
				return cell, true
			}
		}
	}
	return report.Cell{}, false
}

func hasAny(s string, list []string) bool {
	for _, one := range list {
		if strings.Contains(s, one) {
			return true
		}
	}
	return false
}

// inSentence says whether a word stands in a sentence, and not in a form as text: its
// numbers, if any, are money.
func inSentence(s string, at int) bool {
	from := strings.LastIndexAny(s[:at], "。;:") + 1
	length := strings.Index(s[at:], "。")
	if length < 0 {
		return false
	}
	sentence := s[from : at+length]
	digits, money := strings.ContainsAny(sentence, "0123456789"), false
	for _, unit := range []string{"万元", "元", "年"} {
		for rest := sentence; !money; {
			before, after, ok := strings.Cut(rest, unit)
			if !ok {
				break
			}
			money, rest = before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9', after
		}
	}
	return money || !digits
}

// none says whether a text says that there is none of a term: 没有…, 无…, …0万元.
func none(before, behind string) bool {
	for _, w := range []string{"无", "没有", "未发生", "不存在", "未有", "、", "没有使用", "不涉及"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	behind = strings.TrimLeft(behind, "为是:决算预算数安排共计")
	for _, zero := range []string{"0万元", "0.00万元", "0元", "0.0万元", "0.00元"} {
		if strings.HasPrefix(behind, zero) {
			return true
		}
	}
	return false
}

// explainsTerm says whether a special term is explained.
func (g *judging) explainsTerm(t term) bool {
	for i := range g.entries {
		name := g.entries[i].name
		if other := ofAnotherEnd[t.name]; other != "" && strings.Contains(name, other) && !strings.Contains(name, "年初末") {
			continue
		}
		for _, all := range t.explained {
			ok := true
			for _, w := range all {
				ok = ok && strings.Contains(name, w)
			}
			if ok {
				return true
			}
		}
	}
	return false
}
