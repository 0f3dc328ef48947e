package sums

import (
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/report"
)

// itemSums judges the items of 支出具体情况 against their total, and whether all are there.
func itemSums(j *judging.Text) {
	for _, of := range []struct {
		form  form.ID
		in    lexicon.Topic
		total string
	}{{"F05", lexicon.General, lexicon.KeyGeneral}, {"F07", lexicon.Fund, "基金本年支出"}, {"F08", lexicon.Capital, "国资本年支出"}} {
		items3(j, of.form, of.in, of.total)
	}
}

// described are the items that one section describes.
type described struct {
	finals, plans map[string]*mention.Mention
	order         []string
	unknown       int // whose row in the form is not known
	unplanned     int // without a budget
}

func items3(j *judging.Text, id form.ID, in lexicon.Topic, totalKey string) {
	told, again := map[string]bool{}, listedTwice(j, id, in)
	d := described{finals: map[string]*mention.Mention{}, plans: map[string]*mention.Mention{}}
	for _, m := range j.Mentions {
		s := m.Subject
		if s == nil || s.Static || s.Form != string(id) || passage.TopicOf(m.Passage)&in == 0 {
			continue
		}
		if s.Digits != 7 {
			continue
		}
		switch m.Column {
		case lexicon.Final:
			switch first := d.finals[s.Key]; {
			case first == nil:
				d.finals[s.Key] = m
				d.order = append(d.order, s.Key)
				if s.Code == "" {
					d.unknown++
				}
			case first.Passage != m.Passage && !m.Carried && !told[s.Key] && !again:
				told[s.Key] = true
				j.Told("text.items-twice", report.Warning, m.Passage, m.Lead, m.Number.End, "“"+s.Label()+"”在"+j.Paragraph(first.Passage)+"已经说明过一次", j.Cell(first, report.Right))
			}
		case lexicon.Opening, lexicon.Budget, lexicon.Adjusted:
			if d.plans[s.Key] == nil || d.plans[s.Key].Column == lexicon.Adjusted {
				d.plans[s.Key] = m
			}
		}
		if s.Misnamed != "" && m.Column == lexicon.Final {
			misnamed(j, m)
		}
	}
	if len(d.finals) < 1 {
		return
	}
	missing := missing(j, &d, id, in)
	var total *mention.Mention
	for _, m := range j.By[totalKey+" "+lexicon.Final] {
		if passage.TopicOf(m.Passage)&in != 0 {
			total = m
		}
	}
	if total != nil && missing == 0 {
		var parts []*mention.Mention
		for _, key := range d.order {
			parts = append(parts, d.finals[key])
		}
		itemTotal(j, Summed(j, "text.sum", total, parts), &d)
	}
	planSum(j, &d, totalKey, in, missing)
}

// listedTwice says whether most items of a section are described in two paragraphs, as where a list
// stands in front of what is said of each: nothing was copied then.
func listedTwice(j *judging.Text, id form.ID, in lexicon.Topic) bool {
	first, twice := map[string]*passage.Passage{}, map[string]bool{}
	for _, m := range j.Mentions {
		s := m.Subject
		if s == nil || s.Static || s.Form != string(id) || s.Digits != 7 || m.Column != lexicon.Final || m.Carried || passage.TopicOf(m.Passage)&in == 0 {
			continue
		}
		if before := first[s.Key]; before == nil {
			first[s.Key] = m.Passage
		} else if before != m.Passage {
			twice[s.Key] = true
		}
	}
	return len(twice) > 2 && 2*len(twice) >= len(first)
}

// classSums judges 主要用于以下方面: every class with its amount, in one paragraph.
func classSums(j *judging.Text) {
	for k := 0; k < len(j.Mentions); {
		p := j.Mentions[k].Passage
		var total *mention.Mention
		var parts []*mention.Mention
		for ; k < len(j.Mentions) && j.Mentions[k].Passage == p; k++ {
			m := j.Mentions[k]
			switch {
			case m.Subject == nil || m.Column != lexicon.Final || passage.TopicOf(p) != lexicon.General:
			case m.Subject.Key == lexicon.KeyGeneral && total == nil:
				total = m
			case m.Subject.Digits == 3:
				parts = append(parts, m)
			}
		}
		if total == nil || len(parts) < 2 || !allClasses(j, len(parts)) {
			continue
		}
		if s := Summed(j, "text.sum", total, parts); !holdsSum(j, s) {
			Total(j, report.Error, s)
		}
	}
}

// allClasses says whether so many classes are all that the form has.
func allClasses(j *judging.Text, n int) bool {
	t := j.Book.Tables["F05"]
	if t == nil {
		return true
	}
	for _, row := range t.Rows {
		if f := row.Figure("小计"); len(row.Key) == 3 && form.IsCode(row.Key) && f != nil && f.State == bind.Money && !f.Value.IsZero() {
			n--
		}
	}
	return n == 0
}

// itemTotal judges the total; a tail of items is the form's own and is told there.
func itemTotal(j *judging.Text, s *sum, d *described) {
	if holdsSum(j, s) {
		return
	}
	if d.unknown == 0 || len(d.order) < 2 {
		for _, m := range s.Mentions {
			if m.Suspect {
				j.Attach(m.Finding-1, &judging.Operands{Mentions: []*mention.Mention{s.total, m}})
				return
			}
		}
	}
	Total(j, report.Error, s)
}

// planSum judges the budgets of the items against that of all of them. Items without
// expenditure are often not described: a total above them is a question at most.
func planSum(j *judging.Text, d *described, totalKey string, in lexicon.Topic, missing int) {
	var total *mention.Mention
	var parts []*mention.Mention
	for _, column := range []string{lexicon.Opening, lexicon.Budget, lexicon.Adjusted} {
		for _, m := range j.By[totalKey+" "+column] {
			if passage.TopicOf(m.Passage)&in != 0 && total == nil {
				total = m
			}
		}
	}
	if total == nil {
		return
	}
	for _, key := range d.order {
		m := d.plans[key]
		if m == nil {
			if unplanned(j, d.finals[key]) {
				continue
			}
			return
		}
		if m.Column != total.Column {
			return
		}
		parts = append(parts, m)
	}
	if len(parts) == 0 {
		return
	}
	s := Summed(j, "text.sum", total, parts)
	if s.In == nil || holdsSum(j, s) {
		return
	}
	more := s.In.Difference.IsPositive()
	if more && missing > 0 {
		return // that of those which are not described
	}
	severity := report.Error
	if more || missing > 0 {
		severity = report.Notice
	}
	n := len(j.Findings)
	if Total(j, severity, s); len(j.Findings) > n && severity == report.Notice {
		j.Findings[n].Message += "有预算、没有支出的项目没写到的，总数会多一些；不是这样的，核对各项的预算。"
	}
}

// unplanned says whether the text says that an item had no budget.
func unplanned(j *judging.Text, m *mention.Mention) bool {
	for i := range j.Notes {
		if n := &j.Notes[i]; n.Sense == lexicon.ANone && n.Passage == m.Passage {
			return true
		}
	}
	return false
}
