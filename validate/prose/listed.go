package prose

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/report"
)

// mostBought is how many rows and columns such a table has at most.
const mostBought = 12

// listed reads the table of what was bought by kind that stands right behind a passage: its
// figures are figures of the text, judged as those of sentences. A table with a row or a
// unit that is not known is left alone.
func (r *reader) listed(p *passage) {
	last := &r.sources[p.from[len(p.from)-1].cell]
	rows := behind(r.book.Document.Sheets[last.place.Sheet], last.place.Row)
	if len(rows) < 3 {
		return
	}
	name, columns := listedHeader(rows[0])
	if name < 0 || len(columns) == 0 {
		return
	}
	t := &passage{section: p.section, number: p.number, file: p.file, lines: 1, listed: true}
	var found []*mention
	kinds := 0
	for _, row := range rows[1:] {
		s := listedKind(row, name)
		if s == nil {
			return
		}
		if s.key != keyProcured {
			kinds++
		}
		r.sentence++
		for i := range row.Cells {
			c := &row.Cells[i]
			column, known := columns[c.Col]
			if !known || amount.IsNothing(shownIn(c)) {
				continue
			}
			m := r.listedFigure(t, last, row, c, column, headOf(rows[0], c.Col)+" "+string(p.text))
			if m == nil {
				return
			}
			if m.subject = s; column == share {
				m.whole = r.byKey[keyProcured]
			}
			found = append(found, m)
		}
	}
	if kinds < 2 {
		return
	}
	for _, m := range found {
		m.index = len(r.mentions)
		r.mentions = append(r.mentions, m)
	}
}

// behind are the rows of a table that begins right below a row: those with more than one
// text, up to one with fewer.
func behind(s *document.Sheet, row int) (rows []*document.Row) {
	i, _ := slices.BinarySearchFunc(s.Rows, row+1, func(r document.Row, at int) int { return r.Index - at })
	for ; i < len(s.Rows) && len(rows) <= mostBought; i++ {
		texts := 0
		for k := range s.Rows[i].Cells {
			if shownIn(&s.Rows[i].Cells[k]) != "" {
				texts++
			}
		}
		switch {
		case texts > mostBought:
			return nil
		case texts > 1:
			rows = append(rows, &s.Rows[i])
		case texts == 1 || len(rows) > 0:
			return rows
		}
	}
	return rows
}

// shownIn is what a cell shows, where that is short.
func shownIn(c *document.Cell) string {
	if len(c.Stored) > 100 || c.Kind == document.Blank || c.Kind == document.ErrorValue {
		return ""
	}
	return form.Normalize(c.Shown())
}

func headOf(row *document.Row, col int) string {
	for i := range row.Cells {
		if row.Cells[i].Col == col {
			return shownIn(&row.Cells[i])
		}
	}
	return ""
}

// listedHeader is the column of the kinds, and which measure which other column has.
func listedHeader(row *document.Row) (name int, columns map[int]string) {
	name, columns = -1, map[int]string{}
	for i := range row.Cells {
		c := &row.Cells[i]
		head, _, _ := strings.Cut(shownIn(c), "(")
		switch {
		case name < 0 && slices.Contains(split(listedNames), head):
			name = c.Col
		case name < 0:
		case slices.Contains(split(listedMoney), head):
			columns[c.Col] = final
		case slices.Contains(split(listedShares), head):
			columns[c.Col] = share
		}
	}
	money := 0
	for _, column := range columns {
		if column == final {
			money++
		}
	}
	if money != 1 || len(columns) > 2 {
		return -1, nil // of several it is not certain which is meant
	}
	return name, columns
}

// listedKind is the subject of a row; nil for one that is not known.
func listedKind(row *document.Row, name int) *subject {
	label := []rune(strings.TrimPrefix(form.StripOrdinal(headOf(row, name)), "其中:"))
	if slices.Contains(split(listedTotals), string(label)) {
		label = []rune("采购总额")
	}
	if len(label) == 0 {
		return nil
	}
	w := lexical.at(label, 0, func(e *word) bool { return len(e.runes) == len(label) })
	if w == nil {
		return nil
	}
	for _, s := range w.subjects {
		if s.in&procurement != 0 && (s.key == keyProcured || s.whole == keyProcured && slices.Contains(kindsBought, s.key)) {
			return s
		}
	}
	return nil
}

// listedFigure is the figure of a cell; nil where it is none, or its unit is not known. about
// is where the unit may be said.
func (r *reader) listedFigure(t *passage, last *source, row *document.Row, c *document.Cell, column, about string) *mention {
	src := int32(len(r.sources))
	text := c.Shown()
	var digits []rune
	base := len(t.text)
	for i, shown := range []rune(text) {
		if n := norm(shown); n != 0 {
			digits = append(digits, n)
			t.text, t.from = append(t.text, n), append(t.from, origin{src, int32(i), shown})
		}
	}
	if len(digits) == 0 || !isDigit(digits[0]) {
		return nil
	}
	n, end, ok := numberAt(digits, 0)
	if !ok || end != len(digits) {
		return nil
	}
	switch {
	case n.kind == plain && column == share && strings.Contains(about, "%"):
		n.kind, n.unit = percent, "%"
	case n.kind == plain && column == final:
		u, known := unitSaid(about)
		if !known {
			return nil
		}
		n.kind, n.unit = money, u.Name
	}
	if n.kind != map[string]kind{final: money, share: percent}[column] {
		return nil
	}
	r.sources = append(r.sources, source{place: bind.Place{Document: last.place.Document, Sheet: last.place.Sheet, Row: row.Index, Col: c.Col}, text: text, para: last.para, file: last.file})
	n.at, n.digits, n.end = n.at+base, n.digits+base, n.end+base
	return &mention{number: n, passage: t, sentence: r.sentence, lead: n.at, column: column}
}

// unitSaid is the unit of money that a header or a line above a table says: (万元),
// 单位:万元.
func unitSaid(about string) (amount.Unit, bool) {
	for _, mark := range []string{"(", "单位:"} {
		for rest := about; ; {
			_, after, ok := strings.Cut(rest, mark)
			if !ok {
				break
			}
			if u, ok := amount.FindUnit(after); ok {
				return u, true
			}
			rest = after
		}
	}
	return amount.Unit{}, false
}

// listedTotals judges the share that a table gives its total.
func (j *judging) listedTotals() {
	for _, m := range j.by[keyProcured+" "+share] {
		if !m.passage.listed {
			continue
		}
		r, o := ruleByID["text.shares-total"], operands{}
		o.put(named(wholeRow, share), j.exactly(100))
		o.add(named(partsRows, share), m)
		in, _ := j.evaluate(r.Equation, m.subject, &o)
		if in.Bears() {
			j.judged(r.ID, report.Holds, m)
			continue
		}
		total := j.near(m, keyProcured, final, false)
		if in == nil || total == nil || total.figure.Value.IsZero() {
			continue
		}
		j.judged(r.ID, report.Violated, m)
		j.tell(r, report.Warning, m, &o, nil, "合计的占比写的是 "+m.shown()+"，应是 100%", "")
	}
}
