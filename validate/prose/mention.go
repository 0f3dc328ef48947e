package prose

import (
	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/form"
)

// mention is one figure of the text with what it is of: an operand of equations.
type mention struct {
	figure   bind.Figure
	number   number
	passage  *passage
	sentence int // over the whole text
	lead     int // where the words that say what it is begin, in the passage
	subject  *subject
	column   string   // of 文; "" where that is not certain
	base     string   // of a completion: the budget; of a change: what it is against
	whole    *subject // of a share, where the sentence says so
	closing  *subject // the main subject of the sentence, where what is said after its parts may be of it
	under    *mention // the figure whose part it is, after 其中
	carried  bool     // its subject was said in a passage before
	bare     bool     // its unit is forgotten
	unsure   string   // why it is not certain what it is
	index    int

	checked bool
	finding int  // 1 + the index of the finding that is about it; 0 for none
	suspect bool // it is wrong by some rule
}

// The form of the written half. Its rows are statements, known by their subjects.
var written = &form.Form{ID: "文", Title: "情况说明", Short: "情况说明", Columns: writtenColumns(), Rows: writtenRows()}

// standard is the public forms and the written half.
var standard = &form.Standard{Forms: append(formsPlanned(), written), Foreign: form.Public().Foreign}

func writtenColumns() []form.Column {
	columns := make([]form.Column, len(measures))
	for i, m := range measures {
		columns[i].ID = m
	}
	return columns
}

func writtenRows() (rows []form.Row) {
	seen := map[string]bool{}
	rows = append(rows, form.Row{Key: wholeRow}, form.Row{Key: partRow, Group: partsRows}, form.Row{Key: elseRow})
	for i := range subjects {
		if key := subjects[i].key; !seen[key] {
			seen[key] = true
			rows = append(rows, form.Row{Key: key})
		}
	}
	return rows
}

// settle makes the mention's number an operand: in the book's unit, with half a unit of
// its last printed place.
func (m *mention) settle(r *reader) {
	n := &m.number
	f := &m.figure
	f.State, f.Value, f.Places, f.Counts = bind.Money, n.value, n.places, true
	if f.At, _ = r.origin(m.passage, n.at); n.kind == money {
		unit, ok := amount.UnitNamed(n.unit)
		if ok {
			f.Value, ok = unit.In(r.unit, n.value)
		}
		if !ok {
			f.State = bind.Words
		}
		f.Half = unit.HalfUnit(r.unit, n.places)
	}
	if n.kind == count {
		f.Half = amount.Zero
	}
	f.Table, f.Row = r.table, &bind.Row{At: f.At, NameAt: f.At}
	if m.subject != nil {
		f.Row.Key, f.Row.Name = m.subject.key, m.subject.key
		if m.subject.code != "" {
			f.Row.Key, f.Row.Name = m.subject.code, m.subject.name
		}
	}
	f.Column = written.Column(m.column)
	f.Stored, f.StoredHalf = f.Value, f.Half
}

// origin is where a rune of a passage stands: its cell, and how many runes are before it
// there.
func (r *reading) origin(p *passage, at int) (bind.Place, int) {
	if at >= len(p.from) {
		at = len(p.from) - 1
	}
	o := p.from[at]
	return r.sources[o.cell].place, int(o.at)
}

func address(at bind.Place) string { return document.Address(at.Row, at.Col) }
