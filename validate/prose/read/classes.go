package read

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// mostClasses is how many rows a table of classes has at most.
const mostClasses = 80

// kindOf is what the figures of a measure are.
func kindOf(column string) scan.Kind {
	if column == lexicon.Share || column == lexicon.Done {
		return scan.Percent
	}
	return scan.Money
}

// classTable reads the table of what the general budget spent by class and section that stands right
// behind a passage, and says whether there is one. A row whose name is not known is left alone; so is
// the whole table where fewer than two classes are, or a unit is not.
func (r *Reader) classTable(p *passage.Passage, last *passage.Source, rows []*document.Row) bool {
	if passage.TopicOf(p) != lexicon.General {
		return false
	}
	name, columns := classHeader(rows[0])
	if name < 0 || len(columns) == 0 {
		return false
	}
	t := &passage.Passage{Section: p.Section, Number: p.Number, File: p.File, Lines: 1, Listed: true}
	var found []*mention.Mention
	classes, class := 0, ""
	for _, row := range rows[1:] {
		s := r.classRow(headOf(row, name), &class)
		if s == nil {
			continue
		}
		if s.Digits > 0 {
			classes++
		}
		r.sentence++
		for i := range row.Cells {
			c := &row.Cells[i]
			column, known := columns[c.Col]
			if !known || amount.IsNothing(shownIn(c)) || s.Digits == 0 && kindOf(column) == scan.Percent && column == lexicon.Share {
				continue
			}
			m := r.listedFigure(t, last, row, c, column, headOf(rows[0], c.Col)+" "+string(p.Text))
			if m == nil {
				return true
			}
			switch m.Subject = s; column {
			case lexicon.Share:
				m.Whole = r.ByKey[lexicon.KeyGeneral]
			case lexicon.Done:
				m.Base = lexicon.Opening
			}
			found = append(found, m)
		}
	}
	if classes < 2 {
		return true
	}
	for _, m := range found {
		m.Index = len(r.Mentions)
		r.Mentions = append(r.Mentions, m)
	}
	return true
}

// classHeader is the column of the names, and which measure which other column has; each at most once.
func classHeader(row *document.Row) (name int, columns map[int]string) {
	name, columns = -1, map[int]string{}
	seen := map[string]bool{}
	for i := range row.Cells {
		c := &row.Cells[i]
		head, _, _ := strings.Cut(shownIn(c), "(")
		if name < 0 {
			if slices.Contains(lexicon.Split(lexicon.ClassNames), head) {
				name = c.Col
			}
			continue
		}
		for column, words := range lexicon.ClassColumns {
			if !slices.Contains(lexicon.Split(words), head) {
				continue
			}
			if seen[column] {
				return -1, nil
			}
			columns[c.Col], seen[column] = column, true
		}
	}
	if !seen[lexicon.Final] {
		return -1, nil
	}
	return name, columns
}

// classRow is the class, the section below the class before, or the total that a row is of; nil for none.
func (r *Reader) classRow(label string, class *string) *lexicon.Subject {
	label = strings.TrimPrefix(form.StripOrdinal(label), "其中:")
	if slices.Contains(lexicon.Split(lexicon.ClassTotals), label) {
		return r.ByKey[lexicon.KeyGeneral]
	}
	for _, level := range levelMarks {
		label = strings.Replace(label, string(level), "", 1)
	}
	label = strings.TrimLeft(label, "0123456789 ")
	rows := r.Rows("F05")
	if rows.Table == nil || label == "" {
		return nil
	}
	names := []string{label, label + "支出"} // a name without 支出 behind it
	for _, n := range names {
		if all := rows.find(n, DigitsOf[0], ""); len(all) == 1 {
			*class = all[0].Key
			return r.Code("F05", *class)
		}
	}
	if *class == "" {
		return nil
	}
	for _, n := range names {
		if all := rows.find(n, DigitsOf[1], *class); len(all) == 1 {
			return r.Code("F05", all[0].Key)
		}
	}
	return nil
}
