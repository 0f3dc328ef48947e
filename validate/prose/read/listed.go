package read

import (
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
	"suanqing/validate/prose/lexicon"
	"suanqing/validate/prose/mention"
	"suanqing/validate/prose/passage"
	"suanqing/validate/prose/scan"
)

// mostBought is how many rows and columns such a table has at most.
const mostBought = 12

// listed reads the table of what was bought by kind that stands right behind a passage: its
// figures are figures of the text, judged as those of sentences. A table with a row or a
// unit that is not known is left alone.
func (r *Reader) listed(p *passage.Passage) {
	last := &r.Sources[p.From[len(p.From)-1].Cell]
	rows := behind(r.Book.Document.Sheets[last.Place.Sheet], last.Place.Row)
	if len(rows) < 3 || r.classTable(p, last, rows) || len(rows) > mostBought {
		return
	}
	name, columns := listedHeader(rows[0])
	if name < 0 || len(columns) == 0 {
		return
	}
	t := &passage.Passage{Section: p.Section, Number: p.Number, File: p.File, Lines: 1, Listed: true}
	var found []*mention.Mention
	kinds := 0
	for _, row := range rows[1:] {
		s := listedKind(row, name)
		if s == nil {
			return
		}
		if s.Key != lexicon.KeyProcured {
			kinds++
		}
		r.sentence++
		for i := range row.Cells {
			c := &row.Cells[i]
			column, known := columns[c.Col]
			if !known || amount.IsNothing(shownIn(c)) {
				continue
			}
			m := r.listedFigure(t, last, row, c, column, headOf(rows[0], c.Col)+" "+string(p.Text))
			if m == nil {
				return
			}
			if m.Subject = s; column == lexicon.Share {
				m.Whole = r.ByKey[lexicon.KeyProcured]
			}
			found = append(found, m)
		}
	}
	if kinds < 2 {
		return
	}
	for _, m := range found {
		m.Index = len(r.Mentions)
		r.Mentions = append(r.Mentions, m)
	}
}

// behind are the rows of a table that begins right below a row: those with more than one
// text, up to one with fewer.
func behind(s *document.Sheet, row int) (rows []*document.Row) {
	i, _ := slices.BinarySearchFunc(s.Rows, row+1, func(r document.Row, at int) int { return r.Index - at })
	for ; i < len(s.Rows) && len(rows) <= mostClasses; i++ {
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
		case name < 0 && slices.Contains(lexicon.Split(lexicon.ListedNames), head):
			name = c.Col
		case name < 0:
		case slices.Contains(lexicon.Split(lexicon.ListedMoney), head):
			columns[c.Col] = lexicon.Final
		case slices.Contains(lexicon.Split(lexicon.ListedShares), head):
			columns[c.Col] = lexicon.Share
		}
	}
	money := 0
	for _, column := range columns {
		if column == lexicon.Final {
			money++
		}
	}
	if money != 1 || len(columns) > 2 {
		return -1, nil // of several it is not certain which is meant
	}
	return name, columns
}

// listedKind is the subject of a row; nil for one that is not known.
func listedKind(row *document.Row, name int) *lexicon.Subject {
	label := []rune(strings.TrimPrefix(form.StripOrdinal(headOf(row, name)), "其中:"))
	if slices.Contains(lexicon.Split(lexicon.ListedTotals), string(label)) {
		label = []rune("采购总额")
	}
	if len(label) == 0 {
		return nil
	}
	w := lexicon.Lexical.At(label, 0, func(e *lexicon.Word) bool { return len(e.Runes) == len(label) })
	if w == nil {
		return nil
	}
	for _, s := range w.Subjects {
		if s.In&lexicon.Procurement != 0 && (s.Key == lexicon.KeyProcured || s.Whole == lexicon.KeyProcured && slices.Contains(lexicon.KindsBought, s.Key)) {
			return s
		}
	}
	return nil
}

// listedFigure is the figure of a cell; nil where it is none, or its unit is not known. about
// is where the unit may be said.
func (r *Reader) listedFigure(t *passage.Passage, last *passage.Source, row *document.Row, c *document.Cell, column, about string) *mention.Mention {
	src := int32(len(r.Sources))
	text := c.Shown()
	var digits []rune
	base := len(t.Text)
	for i, shown := range []rune(text) {
		if n := passage.Norm(shown); n != 0 {
			digits = append(digits, n)
			t.Text, t.From = append(t.Text, n), append(t.From, passage.Origin{Cell: src, At: int32(i), Shown: shown})
		}
	}
	if len(digits) == 0 || !scan.IsDigit(digits[0]) {
		return nil
	}
	n, end, ok := scan.NumberAt(digits, 0)
	if !ok || end != len(digits) {
		return nil
	}
	switch {
	case n.Kind == scan.Plain && kindOf(column) == scan.Percent && strings.Contains(about, "%"):
		n.Kind, n.Unit = scan.Percent, "%"
	case n.Kind == scan.Plain && kindOf(column) == scan.Money:
		u, known := unitSaid(about)
		if !known {
			return nil
		}
		n.Kind, n.Unit = scan.Money, u.Name
	}
	if n.Kind != kindOf(column) {
		return nil
	}
	r.Sources = append(r.Sources, passage.Source{Place: bind.Place{Document: last.Place.Document, Sheet: last.Place.Sheet, Row: row.Index, Col: c.Col}, Text: text, Para: last.Para, File: last.File})
	n.At, n.Digits, n.End = n.At+base, n.Digits+base, n.End+base
	return &mention.Mention{Number: n, Passage: t, Sentence: r.sentence, Lead: n.At, Column: column}
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
