package prose

import (
	"strings"

	"suanqing/validate/amount"
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
	d := described{finals: map[string]*mention{}, plans: map[string]*mention{}}
	for _, m := range j.mentions {
		s := m.subject
		if s == nil || s.static || s.form != string(id) || m.passage.section.topic&in == 0 {
			continue
		}
		if s.code != "" && len(s.code) != 7 {
			continue
		}
		if s.code == "" && !strings.Contains(s.key, ":") {
			continue
		}
		switch m.column {
		case final:
			if d.finals[s.key] == nil {
				d.finals[s.key] = m
				d.order = append(d.order, s.key)
				if s.code == "" {
					d.unknown++
				}
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
		if m.passage.section.topic&in != 0 {
			total = m
		}
	}
	o, sum, bound := operands{}, amount.Zero, amount.Zero
	if total != nil && missing == 0 {
		o.add(final, total)
		bound = total.figure.Half
		for _, key := range d.order {
			m := d.finals[key]
			o.add(key, m)
			sum, bound = sum.Add(m.figure.Value), bound.Add(m.figure.Half)
		}
		if off := total.figure.Value.Sub(sum).Abs(); off.IsZero() || off.Cmp(bound) > 0 || true {
			j.itemTotal(total, &o, sum, bound, &d)
		}
	}
	j.planSum(&d, totalKey, in, missing)
}

// itemTotal judges the total; a tail of items is the form's own and is told there.
func (j *judging) itemTotal(total *mention, o *operands, sum, bound amount.Amount, d *described) {
	off := total.figure.Value.Sub(sum).Abs()
	if off.Cmp(bound) <= 0 {
		j.judged("text.sum", report.Holds, o.mentions...)
		return
	}
	if d.unknown == 0 || len(d.order) < 2 {
		for _, m := range o.mentions {
			if m.suspect {
				j.attach(m.finding-1, &operands{mentions: []*mention{total, m}})
				return
			}
		}
	}
	j.total("text.sum", report.Error, total, o, sum, bound)
}

// planSum judges the budgets of the items against that of all of them. Items without
// expenditure are often not described: a total above them is a question at most.
func (j *judging) planSum(d *described, totalKey string, in topic, missing int) {
	sum, bound := amount.Zero, amount.Zero
	o := operands{}
	var total *mention
	for _, column := range []string{opening, budget, adjusted} {
		for _, m := range j.by[totalKey+" "+column] {
			if m.passage.section.topic&in != 0 && total == nil {
				total = m
			}
		}
	}
	if total == nil {
		return
	}
	o.add(budget, total)
	bound = total.figure.Half
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
		o.add(key, m)
		sum, bound = sum.Add(m.figure.Value), bound.Add(m.figure.Half)
	}
	if len(o.mentions) < 2 {
		return
	}
	off := total.figure.Value.Sub(sum)
	if off.Abs().Cmp(bound) <= 0 {
		j.judged("text.sum", report.Holds, o.mentions...)
		return
	}
	severity := report.Error
	if off.IsPositive() && !oneDigit(off) || missing > 0 {
		severity = report.Notice
	}
	j.total("text.sum", severity, total, &o, sum, bound)
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
		return 0
	}
	if d.unknown >= len(absent) {
		return 0 // they are described under other names, which is told
	}
	var names []string
	for _, row := range absent {
		names = append(names, row.Key+" "+row.Name)
	}
	var first *mention
	for _, key := range d.order {
		first = d.finals[key]
	}
	r := ruleByID["text.items-missing"]
	j.judged(r.ID, report.Violated)
	f := report.Finding{Rule: r.ID, Severity: r.Severity, Title: r.Title, Why: r.Why, Hint: r.Hint,
		Message: j.place(first.passage) + "：各项说明里没有写到 " + clip(strings.Join(names, "、"), 160) + "，" + t.Form.Short + "里有数。"}
	for _, c := range cells[:min(len(cells), mostCells)] {
		f.Cells = append(f.Cells, j.formCell(c))
	}
	f.Cells = append(f.Cells, j.wordsAt(first.passage, first.lead, first.number.end))
	j.add(f, nil)
	return len(absent)
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
		Message: j.place(m.passage) + "：“" + s.misnamed + "”不是表里的名称；按金额和项的名称，应是 " + right + "。",
		Cells:   []report.Cell{j.wordsAt(m.passage, 0, min(len(m.passage.text), mostWords))}}
	if row := t.Row(s.code); row != nil {
		if fig := row.Figure(columnsOfRows[s.form]); fig != nil {
			f.Cells = append(f.Cells, j.formCell(fig))
		}
	}
	j.add(f, nil)
}
