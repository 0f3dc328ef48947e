package prose

import (
	"slices"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/report"
)

// itemSums judges the items of 支出具体情况 against their total, and whether all are there.
func (j *judging) itemSums() {
	for _, of := range []struct {
		form  form.ID
		in    topic
		total string
	}{{"F05", general, keyGeneral}, {"F07", fund, "基金本年支出"}, {"F08", capital, "国资本年支出"}} {
		j.items3(of.form, of.in, of.total)
	}
}

// described are the items that one section describes.
type described struct {
	finals, plans map[string]*mention
	order         []string
	unknown       int // whose row in the form is not known
	unplanned     int // without a budget
}

func (j *judging) items3(id form.ID, in topic, totalKey string) {
	told := map[string]bool{}
	d := described{finals: map[string]*mention{}, plans: map[string]*mention{}}
	for _, m := range j.mentions {
		s := m.subject
		if s == nil || s.static || s.form != string(id) || topicOf(m.passage)&in == 0 {
			continue
		}
		if s.digits != 7 {
			continue
		}
		switch m.column {
		case final:
			switch first := d.finals[s.key]; {
			case first == nil:
				d.finals[s.key] = m
				d.order = append(d.order, s.key)
				if s.code == "" {
					d.unknown++
				}
			case first.passage != m.passage && !m.carried && !told[s.key]:
				told[s.key] = true
				j.told("text.items-twice", report.Warning, m.passage, m.lead, m.number.end, "“"+s.label()+"”在"+j.paragraph(first.passage)+"已经说明过一次", j.cell(first, report.Right))
			}
		case opening, budget, adjusted:
			if d.plans[s.key] == nil || d.plans[s.key].column == adjusted {
				d.plans[s.key] = m
			}
		}
		if s.misnamed != "" && m.column == final {
			j.misnamed(m)
		}
	}
	if len(d.finals) < 1 {
		return
	}
	missing := j.missing(&d, id, in)
	var total *mention
	for _, m := range j.by[totalKey+" "+final] {
		if topicOf(m.passage)&in != 0 {
			total = m
		}
	}
	if total != nil && missing == 0 {
		var parts []*mention
		for _, key := range d.order {
			parts = append(parts, d.finals[key])
		}
		j.itemTotal(j.summed("text.sum", total, parts), &d)
	}
	j.planSum(&d, totalKey, in, missing)
}

// classSums judges 主要用于以下方面: every class with its amount, in one paragraph.
func (j *judging) classSums() {
	for k := 0; k < len(j.mentions); {
		p := j.mentions[k].passage
		var total *mention
		var parts []*mention
		for ; k < len(j.mentions) && j.mentions[k].passage == p; k++ {
			m := j.mentions[k]
			switch {
			case m.subject == nil || m.column != final || topicOf(p) != general:
			case m.subject.key == keyGeneral && total == nil:
				total = m
			case m.subject.digits == 3:
				parts = append(parts, m)
			}
		}
		if total == nil || len(parts) < 2 || !j.allClasses(len(parts)) {
			continue
		}
		if s := j.summed("text.sum", total, parts); !j.holdsSum(s) {
			j.total(report.Error, s)
		}
	}
}

// allClasses says whether so many classes are all that the form has.
func (j *judging) allClasses(n int) bool {
	t := j.book.Tables["F05"]
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
func (j *judging) itemTotal(s *sum, d *described) {
	if j.holdsSum(s) {
		return
	}
	if d.unknown == 0 || len(d.order) < 2 {
		for _, m := range s.mentions {
			if m.suspect {
				j.attach(m.finding-1, &operands{mentions: []*mention{s.total, m}})
				return
			}
		}
	}
	j.total(report.Error, s)
}

// planSum judges the budgets of the items against that of all of them. Items without
// expenditure are often not described: a total above them is a question at most.
func (j *judging) planSum(d *described, totalKey string, in topic, missing int) {
	var total *mention
	var parts []*mention
	for _, column := range []string{opening, budget, adjusted} {
		for _, m := range j.by[totalKey+" "+column] {
			if topicOf(m.passage)&in != 0 && total == nil {
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
			if j.unplanned(d.finals[key]) {
				continue
			}
			return
		}
		if m.column != total.column {
			return
		}
		parts = append(parts, m)
	}
	if len(parts) == 0 {
		return
	}
	s := j.summed("text.sum", total, parts)
	if s.in == nil || j.holdsSum(s) {
		return
	}
	more := s.in.Difference.IsPositive()
	if more && missing > 0 {
		return // that of those which are not described
	}
	severity := report.Error
	if more || missing > 0 {
		severity = report.Notice
	}
	n := len(j.findings)
	if j.total(severity, s); len(j.findings) > n && severity == report.Notice {
		j.findings[n].Message += "有预算、没有支出的项目没写到的，总数会多一些；不是这样的，核对各项的预算。"
	}
}

// unplanned says whether the text says that an item had no budget.
func (j *judging) unplanned(m *mention) bool {
	for i := range j.notes {
		if n := &j.notes[i]; n.sense == aNone && n.passage == m.passage {
			return true
		}
	}
	return false
}

// missing tells the items of the form that the text does not describe, and how many.
func (j *judging) missing(d *described, id form.ID, in topic) int {
	t := j.book.Tables[id]
	if t == nil {
		return 0
	}
	var absent []*bind.Row
	var cells []*bind.Figure
	there, whole := 0, 0
	for _, row := range t.Rows {
		f := row.Figure(columnsOfRows[string(id)])
		if len(row.Key) != 7 || !form.IsCode(row.Key) || row.Repeats != nil || f == nil || f.State != bind.Money || f.Value.IsZero() {
			continue
		}
		whole++
		if d.finals[string(id)+":"+row.Key] != nil {
			there++
			continue
		}
		absent = append(absent, row)
		cells = append(cells, f)
	}
	if there*2 < whole || there == 0 {
		return len(absent) + 1
	}
	j.judged("text.items-missing", report.Holds)
	if len(absent) == 0 {
		j.excess(d)
		return 0
	}
	if absent = j.renamed(d, t, absent); len(absent) == 0 {
		return 0 // they are described under other names, which is told
	}
	left := len(absent)
	absent = slices.DeleteFunc(absent, func(row *bind.Row) bool { return j.otherwise(d, row, id, in) })
	if len(absent) == 0 {
		return left
	}
	cells = cells[:0]
	for _, row := range absent {
		cells = append(cells, row.Figure(columnsOfRows[string(id)]))
	}
	var names []string
	for _, row := range absent {
		names = append(names, "“"+row.Key+" "+form.StripOrdinal(row.Name)+"”")
	}
	var first *mention
	for _, key := range d.order {
		first = d.finals[key]
	}
	r := ruleByID["text.items-missing"]
	j.judged(r.ID, report.Violated)
	f := report.Finding{Rule: r.ID, Severity: r.Severity, Title: r.Title, Why: r.Why, Hint: r.Hint,
		Message: j.place(first.passage) + "：各项说明里没有写到" + someOf(names) + "，" + t.Form.Short + "里有数。"}
	for _, c := range cells[:min(len(cells), mostCells)] {
		f.Cells = append(f.Cells, j.formCell(c))
	}
	f.Cells = append(f.Cells, j.wordsAt(first.passage, first.lead, first.number.end))
	j.add(f, nil)
	return left
}

// otherwise says whether a row that no words name is said all the same: its class is, and none of
// its items, or its amount stands beside words that were not understood: 养老保险缴费 5.00 万元.
func (j *judging) otherwise(d *described, row *bind.Row, id form.ID, in topic) bool {
	class := string(id) + ":" + row.Key[:digitsOf[0]]
	whole := false
	for _, m := range j.by[class+" "+final] {
		whole = whole || topicOf(m.passage)&in != 0
	}
	for key := range d.finals {
		whole = whole && !strings.HasPrefix(key, class)
	}
	if whole {
		return true
	}
	value := row.Figure(columnsOfRows[string(id)]).Value
	for _, m := range j.mentions {
		if m.column == "" && m.number.kind == money && topicOf(m.passage)&in != 0 && m.figure.Value.Sub(value).Abs().Cmp(m.figure.Half) <= 0 {
			return true
		}
	}
	return false
}

// excess tells items that the form does not have at all.
func (j *judging) excess(d *described) {
	for _, key := range d.order {
		if m := d.finals[key]; m.subject.code == "" && !m.figure.Value.IsZero() {
			j.told("text.items-name", report.Warning, m.passage, 0, m.number.end, "“"+m.subject.name+"”不是表里的科目，表里的各项又都已说明")
		}
	}
}

// renamed tells which items the form does not have by that name are which of its rows: by
// the same amount, or because no other is left. It gives the rows that are not described.
func (j *judging) renamed(d *described, t *bind.Table, absent []*bind.Row) []*bind.Row {
	column := columnsOfRows[string(t.Form.ID)]
	for _, key := range d.order {
		m := d.finals[key]
		if m.subject.code != "" {
			continue
		}
		var found []*bind.Row
		for _, row := range absent {
			if row.Figure(column).Value == m.figure.Value {
				found = append(found, row)
			}
		}
		if len(found) == 0 && len(absent) == 1 && d.unknown == 1 {
			found = absent
		}
		if len(found) != 1 {
			continue
		}
		row := found[0]
		absent = slices.DeleteFunc(slices.Clone(absent), func(r *bind.Row) bool { return r == row })
		named := *m
		s := *m.subject
		s.code, s.misnamed = row.Key, m.subject.name
		named.subject = &s
		j.judged("text.items-name", report.Violated, m)
		j.misnamed(&named)
	}
	return absent
}

// misnamed tells that a name of the text is not that of the form.
func (j *judging) misnamed(m *mention) {
	s := m.subject
	r := ruleByID["text.items-name"]
	t := j.book.Tables[form.ID(s.form)]
	if t == nil || s.code == "" {
		return
	}
	right := ""
	for n := range digitsOf {
		if row := t.Row(s.code[:min(len(s.code), digitsOf[n])]); row != nil {
			right += row.Name + "（" + string([]rune("类款项")[n]) + "）"
		}
	}
	j.judged(r.ID, report.Violated)
	f := report.Finding{Rule: r.ID, Severity: r.Severity, Title: r.Title, Why: r.Why, Hint: r.Hint,
		Message: j.place(m.passage) + "：“" + s.misnamed + "”不是表里的名称；按金额和项的名称，应是“" + right + "”。",
		Cells:   []report.Cell{j.wordsAt(m.passage, 0, min(len(m.passage.text), mostWords))}}
	if s.taken {
		f.Message = j.place(m.passage) + "：“" + s.misnamed + "”在别处另有说明；这里的金额 " + m.shown() + " 是表里“" + s.name + "”的，像是名称没有改，应是“" + right + "”。"
		f.Cells[0] = j.wordsAt(m.passage, m.lead, m.number.end)
		before, name := string(m.passage.text[:m.number.at]), form.Normalize(s.misnamed)
		if k := strings.LastIndex(before, name); k >= 0 {
			at := len([]rune(before[:k]))
			f.Cells = append([]report.Cell{j.wordsAt(m.passage, at, at+len([]rune(name)))}, f.Cells...)
		}
	}
	if row := t.Row(s.code); row != nil {
		if fig := row.Figure(columnsOfRows[s.form]); fig != nil {
			f.Cells = append(f.Cells, j.formCell(fig))
		}
	}
	j.add(f, nil)
}
