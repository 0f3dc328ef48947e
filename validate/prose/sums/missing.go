package sums

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/prose/judging"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/read"
	"suanqing/validate/prose/scan"
	"suanqing/validate/report"
)

// missing tells the items of the form that the text does not describe, and how many.
func missing(j *judging.Text, d *described, id form.ID, in lexicon.Topic) int {
	t := j.Book.Tables[id]
	if t == nil {
		return 0
	}
	var absent []*bind.Row
	var cells []*bind.Figure
	there, whole := 0, 0
	for _, row := range t.Rows {
		f := row.Figure(judging.ColumnsOfRows[string(id)])
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
	j.Judged("text.items-missing", report.Holds)
	if len(absent) == 0 {
		excess(j, d)
		return 0
	}
	if absent = renamed(j, d, t, absent); len(absent) == 0 {
		return 0 // they are described under other names, which is told
	}
	left := len(absent)
	absent = slices.DeleteFunc(absent, func(row *bind.Row) bool {
		return otherwise(j, d, row, id, in) || left <= mostSought && beside(j, row, row.Figure(judging.ColumnsOfRows[string(id)]), in)
	})
	if len(absent) == 0 {
		return left
	}
	cells = cells[:0]
	for _, row := range absent {
		cells = append(cells, row.Figure(judging.ColumnsOfRows[string(id)]))
	}
	var names []string
	for _, row := range absent {
		names = append(names, "“"+row.Key+" "+form.StripOrdinal(row.Name)+"”")
	}
	var first *mention.Mention
	for _, key := range d.order {
		first = d.finals[key]
	}
	r := judging.RuleByID["text.items-missing"]
	j.Judged(r.ID, report.Violated)
	f := report.Finding{Rule: r.ID, Severity: r.Severity, Title: r.Title, Why: r.Why, Hint: r.Hint,
		Message: j.Where(first.Passage) + "：各项说明里没有写到" + judging.SomeOf(names) + "，" + t.Form.Short + "里有数。"}
	for _, c := range cells[:min(len(cells), judging.MostCells)] {
		f.Cells = append(f.Cells, j.FormCell(c))
	}
	f.Cells = append(f.Cells, j.WordsAt(first.Passage, first.Lead, first.Number.End))
	j.Add(f, nil)
	return left
}

// otherwise says whether a row that no words name is said all the same: its class is, and none of
// its items, or its amount stands beside words that were not understood: 养老保险缴费 5.00 万元.
func otherwise(j *judging.Text, d *described, row *bind.Row, id form.ID, in lexicon.Topic) bool {
	class := string(id) + ":" + row.Key[:read.DigitsOf[0]]
	whole := false
	for _, m := range j.By[class+" "+lexicon.Final] {
		whole = whole || passage.TopicOf(m.Passage)&in != 0
	}
	for key := range d.finals {
		whole = whole && !strings.HasPrefix(key, class)
	}
	if whole {
		return true
	}
	f := row.Figure(judging.ColumnsOfRows[string(id)])
	for _, m := range j.Mentions {
		if m.Column == "" && m.Number.Kind == scan.Money && passage.TopicOf(m.Passage)&in != 0 && m.Figure.Value.Sub(f.Value).Abs().Cmp(judging.Larger(m.Figure.Half, f.Half)) <= 0 {
			return true
		}
	}
	return false
}

// beside says whether the amount of a row stands right behind its name anywhere in sections, in
// words that are not read as figures too: 主要用于行政运行 5.00 万元.
func beside(j *judging.Text, row *bind.Row, f *bind.Figure, in lexicon.Topic) bool {
	name := form.Normalize(form.StripOrdinal(row.Name))
	for _, p := range j.Passages {
		if p.Head || p.Section == nil || passage.TopicOf(p)&in == 0 {
			continue
		}
		for rest, at := string(p.Text), 0; ; {
			k := strings.Index(rest, name)
			if k < 0 || name == "" {
				break
			}
			at += len([]rune(rest[:k+len(name)]))
			rest = rest[k+len(name):]
			from := at
			for from < len(p.Text) && from < at+nearest && !scan.IsDigit(p.Text[from]) {
				from++
			}
			if from == len(p.Text) || !scan.IsDigit(p.Text[from]) {
				continue
			}
			n, _, ok := scan.NumberAt(p.Text, from)
			unit, known := amount.UnitNamed(n.Unit)
			if !ok || n.Kind != scan.Money || !known {
				continue
			}
			if stated, ok := unit.In(j.Unit, n.Value); ok && stated.Sub(f.Value).Abs().Cmp(judging.Larger(unit.HalfUnit(j.Unit, n.Places), f.Half)) <= 0 {
				return true
			}
		}
	}
	return false
}

// mostSought is how many rows are sought in all of the text, one after another.
const mostSought = 200

// nearest is how many characters behind a name its amount begins at most: 行政运行(项)支出 5.00 万元.
const nearest = 8

// excess tells items that the form does not have at all.
func excess(j *judging.Text, d *described) {
	for _, key := range d.order {
		if m := d.finals[key]; m.Subject.Code == "" && !m.Figure.Value.IsZero() {
			j.Told("text.items-name", report.Warning, m.Passage, 0, m.Number.End, "“"+m.Subject.Name+"”不是表里的科目，表里的各项又都已说明")
		}
	}
}

// renamed tells which items the form does not have by that name are which of its rows: by
// the same amount, or because no other is left. It gives the rows that are not described.
func renamed(j *judging.Text, d *described, t *bind.Table, absent []*bind.Row) []*bind.Row {
	column := judging.ColumnsOfRows[string(t.Form.ID)]
	for _, key := range d.order {
		m := d.finals[key]
		if m.Subject.Code != "" {
			continue
		}
		var found []*bind.Row
		for _, row := range absent {
			if row.Figure(column).Value == m.Figure.Value {
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
		s := *m.Subject
		s.Code, s.Misnamed = row.Key, m.Subject.Name
		named.Subject = &s
		j.Judged("text.items-name", report.Violated, m)
		misnamed(j, &named)
	}
	return absent
}

// misnamed tells that a name of the text is not that of the form.
func misnamed(j *judging.Text, m *mention.Mention) {
	s := m.Subject
	r := judging.RuleByID["text.items-name"]
	t := j.Book.Tables[form.ID(s.Form)]
	if t == nil || s.Code == "" {
		return
	}
	right := ""
	for n := range read.DigitsOf {
		if row := t.Row(s.Code[:min(len(s.Code), read.DigitsOf[n])]); row != nil {
			right += row.Name + "（" + string([]rune("类款项")[n]) + "）"
		}
	}
	j.Judged(r.ID, report.Violated)
	f := report.Finding{Rule: r.ID, Severity: r.Severity, Title: r.Title, Why: r.Why, Hint: r.Hint,
		Message: j.Where(m.Passage) + "：“" + s.Misnamed + "”不是表里的名称；按金额和项的名称，应是“" + right + "”。",
		Cells:   []report.Cell{j.WordsAt(m.Passage, 0, min(len(m.Passage.Text), passage.MostWords))}}
	if s.Taken {
		f.Message = j.Where(m.Passage) + "：“" + s.Misnamed + "”在别处另有说明；这里的金额 " + m.Shown() + " 是表里“" + s.Name + "”的，像是名称没有改，应是“" + right + "”。"
		f.Cells[0] = j.WordsAt(m.Passage, m.Lead, m.Number.End)
		before, name := string(m.Passage.Text[:m.Number.At]), form.Normalize(s.Misnamed)
		if k := strings.LastIndex(before, name); k >= 0 {
			at := len([]rune(before[:k]))
			f.Cells = append([]report.Cell{j.WordsAt(m.Passage, at, at+len([]rune(name)))}, f.Cells...)
		}
	}
	if row := t.Row(s.Code); row != nil {
		if fig := row.Figure(judging.ColumnsOfRows[s.Form]); fig != nil {
			f.Cells = append(f.Cells, j.FormCell(fig))
		}
	}
	j.Add(f, nil)
}
