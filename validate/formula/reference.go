package formula

import (
	"slices"
	"strings"

	"suanqing/validate/document"
)

// area is a rectangle of a sheet's cells.
type area struct {
	document.Range
	sheet int
}

// one says whether an area is one cell.
func (a area) one() bool { return a.Row0 == a.Row1 && a.Col0 == a.Col1 }

// reference takes A1, $A$1, A1:B2, A:C, Sheet!A1 or '某 表'!A1:B2.
func (p *parser) reference() (area, bool) {
	p.space()
	a := area{sheet: p.sheet}
	text := p.text
	if name, rest, ok := sheetName(text); ok {
		if a.sheet = p.find(name); a.sheet < 0 {
			return a, false
		}
		text = rest
	}
	from, n := document.ScanRef(text)
	if n == 0 || !from.HasCol {
		return a, false
	}
	to, text := from, text[n:]
	if second, found := strings.CutPrefix(text, ":"); found {
		if to, n = document.ScanRef(second); n == 0 || to.HasRow != from.HasRow || !to.HasCol {
			return a, false
		}
		text = second[n:]
	} else if !from.HasRow {
		return a, false
	}
	if text != "" && !strings.Contains("+-*/^&=<>%,) \n\r\t", text[:1]) {
		return a, false
	}
	if !from.HasRow { // whole columns, as far as the sheet goes
		if rows := p.book.Sheets[a.sheet].Rows; len(rows) > 0 {
			to.Row = rows[len(rows)-1].Index
		}
	}
	a.Range = document.Range{Row0: min(from.Row, to.Row), Col0: min(from.Col, to.Col), Row1: max(from.Row, to.Row), Col1: max(from.Col, to.Col)}
	p.text = text
	return a, true
}

func sheetName(text string) (name, rest string, ok bool) {
	if !strings.HasPrefix(text, "'") {
		i := strings.IndexAny(text, `!+-*/^&=<>%"(),: `)
		if i <= 0 || text[i] != '!' {
			return "", "", false
		}
		return text[:i], text[i+1:], true
	}
	var b strings.Builder
	for i := 1; i < len(text); i++ {
		if text[i] != '\'' {
			b.WriteByte(text[i])
			continue
		}
		if strings.HasPrefix(text[i:], "''") {
			b.WriteByte('\'')
			i++
			continue
		}
		rest, ok = strings.CutPrefix(text[i+1:], "!")
		return b.String(), rest, ok
	}
	return "", "", false
}

// find is the sheet of a name, the first of several; -1 when there is none.
func (e *Evaluator) find(name string) int {
	if e.sheets == nil {
		e.sheets = make(map[string]int, len(e.book.Sheets))
		for i, s := range slices.Backward(e.book.Sheets) {
			e.sheets[s.Name] = i
		}
	}
	if i, ok := e.sheets[name]; ok {
		return i
	}
	return -1
}

// each goes over the cells of an area, until the formula fails.
func (p *parser) each(a area, fn func(row, col int)) {
	for row := a.Row0; row <= a.Row1 && p.ok; row++ {
		for col := a.Col0; col <= a.Col1 && p.ok; col++ {
			fn(row, col)
		}
	}
}

// alone takes a reference that is an argument of its own, of one cell or many.
func (p *parser) alone() (area, bool) {
	before := p.text
	if a, ok := p.reference(); ok {
		if p.space(); strings.HasPrefix(p.text, ",") || strings.HasPrefix(p.text, ")") {
			return a, true
		}
	}
	p.text = before
	return area{}, false
}
