package judge

import (
	"slices"

	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
)

// What a rule is repeated for: the rows and columns that its scope runs through.

// at is one row that a rule is repeated for.
type at struct {
	key  string
	rows []*bind.Row // on the scope's forms: of the first the very row, where one is meant; nil for none
}

// places lists what a scope runs through.
func places(b *bind.Book, s *equation.Scope) ([]at, []string, *Skip) {
	tables := make([]*bind.Table, len(s.Forms))
	for i, id := range s.Forms {
		if tables[i] = b.Tables[id]; tables[i] != nil {
			continue
		}
		if a := b.Absence(id); !a.Known() {
			return nil, nil, missing(b, id)
		}
	}
	first := tables[0]
	var rows []at
	switch s.Rows {
	case equation.EachRow, equation.EachParent, equation.TotalRow:
		wanted := func(r *bind.Row) bool {
			return s.Rows == equation.EachRow || s.Rows == equation.EachParent && len(r.Kids) > 0 && r.Key != form.Total || s.Rows == equation.TotalRow && r.Key == form.Total
		}
		n := 0
		for _, r := range tableRows(first) {
			if wanted(r) {
				n++
			}
		}
		l := newLister(tables, n)
		for i, r := range tableRows(first) {
			if wanted(r) {
				l.add(r.Key, tableRows(first)[i:i+1:i+1])
			}
		}
		rows = l.ats
		if s.Rows == equation.TotalRow && len(rows) == 0 && first != nil && first.Filled() && first.Form.WantsTotal() {
			return nil, nil, &Skip{Reason: first.Form.Short + "没有找到“合计”行", Unchecked: true}
		}
	case equation.EachClass, equation.EachCode:
		rows = byKey(tables, s.Rows == equation.EachCode)
	default:
		rows = []at{{rows: make([]*bind.Row, len(tables))}}
	}
	if !s.Columns || first == nil {
		return rows, once, nil
	}
	columns := make([]string, 0, len(first.Columns))
	for i := range first.Columns {
		if !repeated(first, i) {
			columns = append(columns, first.Columns[i].Decl.ID)
		}
	}
	return rows, columns, nil
}

func tableRows(t *bind.Table) []*bind.Row {
	if t == nil {
		return nil
	}
	return t.Rows
}

// repeated says whether a bound column, such as 金额 of the second lane, came
// before under the same name.
func repeated(t *bind.Table, i int) bool {
	for k := 0; k < i; k++ {
		if t.Columns[k].Decl.ID == t.Columns[i].Decl.ID {
			return true
		}
	}
	return false
}

// lister makes places, their rows cut from one list.
type lister struct {
	tables []*bind.Table
	ats    []at
	rows   []*bind.Row
}

func newLister(tables []*bind.Table, most int) *lister {
	return &lister{tables: tables, ats: make([]at, 0, most)}
}

// add lists a key with its rows; first is the one on the first form, nil for the row of that key.
func (l *lister) add(key string, first []*bind.Row) {
	l.ats = append(l.ats, at{key: key, rows: first})
	if len(l.tables) == 1 && first != nil { // nearly all scopes
		return
	}
	if l.rows == nil {
		l.rows = make([]*bind.Row, 0, cap(l.ats)*len(l.tables))
	}
	from := len(l.rows)
	for i, t := range l.tables {
		var row *bind.Row
		switch {
		case i == 0 && first != nil:
			row = first[0]
		case t != nil:
			row = t.Row(key)
		}
		l.rows = append(l.rows, row)
	}
	l.ats[len(l.ats)-1].rows = l.rows[from:len(l.rows):len(l.rows)]
}

// byKey is the union of class codes, or of all codes and the total, over forms, in order.
func byKey(tables []*bind.Table, all bool) []at {
	var keys []string
	for i, t := range tables {
		for _, r := range tableRows(t) {
			wanted := form.IsCode(r.Key) && (all || len(r.Key) == 3) || all && r.Key == form.Total
			if wanted && t.Row(r.Key) == r && !slices.ContainsFunc(tables[:i], func(before *bind.Table) bool { return before != nil && before.Row(r.Key) != nil }) {
				keys = append(keys, r.Key)
			}
		}
	}
	slices.Sort(keys)
	l := newLister(tables, len(keys))
	for _, key := range keys {
		l.add(key, nil)
	}
	return l.ats
}
