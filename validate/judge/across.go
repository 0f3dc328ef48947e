package judge

import (
	"slices"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
)

// Books are those that are judged together, by role, each bound for itself: its figures
// stay in its own unit and are compared in 元, exactly. The one of form.Own is judged.
type Books map[form.Role][]*bind.Book

// Part is one figure of an instance across books, in 元.
type Part struct {
	Book   *bind.Book
	Figure *bind.Figure
	Right  bool // the side it stands on
	Minus  bool // its sign there
	Value  amount.Amount
	Half   amount.Amount // how far rounding may have moved it; of a blank or a zero too
}

// Across is an instance of an equation over several books. Amounts are in 元.
type Across struct {
	Form        form.ID // of the first term
	Row, Column string  // what 本行 and 本列 stood for; "" when the rule is not repeated
	Name        string  // of the row, as some book prints it
	Parts       []Part
	Left, Right amount.Amount
	Difference  amount.Amount // left − right
	Bound       amount.Amount
	Result      Result
}

// Yuan is the unit that books are compared in.
var Yuan, _ = amount.UnitNamed("元")

// InYuan is an amount of a book in 元.
func InYuan(b *bind.Book, a amount.Amount) amount.Amount {
	out, _ := b.Unit.In(Yuan, a)
	return out
}

// FromYuan is an amount in 元 in the unit of a book.
func FromYuan(b *bind.Book, a amount.Amount) amount.Amount {
	out, _ := Yuan.In(b.Unit, a)
	return out
}

// Reach evaluates an equation over several books for everything in its scope. What some
// book does not print, so that nobody can tell, is skipped with the reason; name says a
// book in words.
func (books Books) Reach(e *equation.Equation, scope *equation.Scope, name func(*bind.Book) string) ([]Across, []Skip) {
	r := &reach{books: books, name: name, halves: map[*bind.Table]amount.Amount{}, skips: map[Skip]bool{}}
	for _, side := range [][]equation.Term{e.Left, e.Right} {
		for i := range side {
			if !r.take(&side[i], len(r.terms) >= len(e.Left)) {
				return nil, r.told
			}
		}
	}
	return r.run(scope, e.Relation), r.told
}

type reach struct {
	books  Books
	name   func(*bind.Book) string
	terms  []reachTerm
	halves map[*bind.Table]amount.Amount
	skips  map[Skip]bool
	told   []Skip
}

// reachTerm is a reference with the tables of all books that it means.
type reachTerm struct {
	*equation.Term
	right  bool
	form   *form.Form
	tables []*bind.Table // nil where a book has none, and so nothing
	books  []*bind.Book
	rows   [][]*bind.Row // of the row that is judged
}

func (r *reach) skip(s Skip) {
	if !r.skips[s] {
		r.skips[s] = true
		r.told = append(r.told, s)
	}
}

// take finds the tables of a term; false when a book lacks one that it should have.
func (r *reach) take(t *equation.Term, right bool) bool {
	books := r.books[t.Role]
	if len(books) == 0 {
		r.skip(Skip{Reason: "没有" + string(t.Role) + "的报表"})
		return false
	}
	out := reachTerm{Term: t, right: right, books: books}
	for _, b := range books {
		out.form = b.Standard.ByID(t.Form)
		table := b.Tables[t.Form]
		switch absence := b.Absence(t.Form); {
		case table == nil && !absence.Excused():
			r.skip(Skip{Reason: r.name(b) + "没有" + out.form.Title, Unchecked: true})
			return false
		case table != nil && !table.HasFigures() && !table.Doubtful():
			table = nil
		case table != nil && !b.Unit.Known():
			r.skip(Skip{Reason: r.name(b) + "没有写金额单位", Unchecked: true})
			return false
		}
		out.tables = append(out.tables, table)
	}
	out.rows = make([][]*bind.Row, len(books))
	r.terms = append(r.terms, out)
	return true
}

func (r *reach) run(scope *equation.Scope, relation equation.Relation) []Across {
	rows, columns := []string{""}, []string{""}
	names := map[string]string{}
	if scope != nil && scope.Rows != equation.NoRows {
		if rows = r.keys(names); len(rows) > mostKeys {
			r.skip(Skip{Reason: r.terms[0].form.Short + "的科目多得不像决算数", Unchecked: true})
			return nil
		}
	}
	if scope != nil && scope.Columns {
		columns = r.columns()
	}
	var out []Across
	for _, row := range rows {
		if !r.settle(row) {
			continue
		}
		for _, column := range columns {
			if a, ok := r.one(row, column, relation); ok {
				a.Name = names[row]
				out = append(out, a)
			}
		}
	}
	return out
}

// mostKeys is far more rows than the classification has codes.
const mostKeys = 20_000

// keys are the rows that any of the books prints, with their names.
func (r *reach) keys(names map[string]string) []string {
	var all []string
	for i := range r.terms {
		for _, t := range r.terms[i].tables {
			for _, row := range tableRows(t) {
				if _, known := names[row.Key]; !known && row.Key != "" && !row.Malformed {
					names[row.Key] = row.Name
					all = append(all, row.Key)
				}
			}
		}
	}
	return all
}

// columns are those of the form that are judged; each but once.
func (r *reach) columns() []string {
	var all []string
	for i := range r.terms[0].form.Columns {
		if c := &r.terms[0].form.Columns[i]; !slices.Contains(all, c.ID) {
			all = append(all, c.ID)
		}
	}
	return all
}

// settle finds the rows of every book for a key; false when some book cannot tell.
func (r *reach) settle(key string) bool {
	for i := range r.terms {
		t := &r.terms[i]
		row := t.Row
		if row == equation.ThisRow {
			row = key
		}
		for k, table := range t.tables {
			t.rows[k] = nil
			if table == nil {
				continue
			}
			rows, why := rowsFor(table, row)
			if why != "" {
				r.skip(Skip{Reason: r.name(t.books[k]) + "的" + table.Form.Short + why})
				return false
			}
			t.rows[k] = rows
		}
	}
	return true
}

// rowsFor finds the rows that a table prints for a key: the row itself, or those below
// it where it prints no sums. why says why its money cannot be told; "" where it can.
func rowsFor(t *bind.Table, key string) (rows []*bind.Row, why string) {
	if row := t.Row(key); row != nil {
		return []*bind.Row{row}, ""
	}
	f := t.Form
	d := f.Row(key)
	switch {
	case key == form.Total && f.SharesCodes():
		for _, row := range t.Rows {
			if row.Parent == nil && form.IsCode(row.Key) {
				rows = append(rows, row)
			}
		}
		return rows, ""
	case f.Whole != "" && (key == f.Whole || slices.Contains(f.WholeOf, key)):
		if key == f.Whole || t.Row(f.Whole) != nil {
			return nil, "没有分列“" + key + "”"
		}
	case d != nil && d.After != "" && filled(t.Row(d.After)):
		return nil, "没有分列“" + d.After + "”"
	case f.Coded() && form.IsCode(key):
		if below := t.Below(key); len(below) > 0 {
			return below, ""
		}
		deeper := false // the form goes so far down, and has nothing here
		for n := len(key); n <= 7; n += 2 {
			deeper = deeper || t.PrintsLevel(n)
		}
		if !deeper {
			for n := len(key) - 2; n >= 3; n -= 2 {
				if filled(t.Row(key[:n])) {
					return nil, "没有列到" + form.LevelName(key)
				}
			}
		}
	case d != nil && !d.Optional, d == nil && key == form.Total, d != nil && key == form.Total:
		return nil, "没有“" + key + "”行"
	}
	return nil, ""
}

func filled(row *bind.Row) bool {
	return row != nil && slices.ContainsFunc(row.Figures, func(f *bind.Figure) bool { return f.State == bind.Money && !f.Value.IsZero() })
}

// one puts the figures into an instance; false when it does not apply or cannot be judged.
func (r *reach) one(row, column string, relation equation.Relation) (Across, bool) {
	a := Across{Form: r.terms[0].Form, Row: row, Column: column}
	for i := range r.terms {
		t := &r.terms[i]
		id := t.Column
		if id == equation.ThisColumn {
			id = column
		}
		for k, table := range t.tables {
			if table == nil {
				continue
			}
			if !table.Has(id) {
				if d := table.Form.Column(id); !d.Spare {
					r.skip(Skip{Reason: r.name(t.books[k]) + "的" + table.Form.Short + "没有“" + id + "”栏"})
					return a, false
				}
				continue
			}
			for _, row := range t.rows[k] {
				f := row.Figure(id)
				switch {
				case f == nil:
					return a, false // the other half of the form
				case f.State >= bind.Words:
					r.skip(Skip{Reason: r.name(t.books[k]) + "的" + table.Form.Short + " " + address(f) + " 的内容不能计算", Unchecked: true})
					return a, false
				}
				a.add(Part{Book: t.books[k], Figure: f, Right: t.right, Minus: t.Minus, Half: r.half(t.books[k], f)})
			}
		}
	}
	if len(a.Parts) == 0 {
		return a, false
	}
	a.Difference = a.Left.Sub(a.Right)
	a.Result = within(a.Difference, a.Bound, relation)
	if a.Result == Broken && r.doubtful() {
		return a, false
	}
	return a, true
}

// doubtful says whether figures that belong to no row or column stand on one of the
// forms: one of those may be what is missing.
func (r *reach) doubtful() bool {
	for i := range r.terms {
		for k, table := range r.terms[i].tables {
			if table != nil && table.Doubtful() {
				r.skip(Skip{Reason: r.name(r.terms[i].books[k]) + "的" + whyDoubt(table), Unchecked: true})
				return true
			}
		}
	}
	return false
}

func (a *Across) add(p Part) {
	if p.Figure.State == bind.Money {
		p.Value = InYuan(p.Book, p.Figure.Value)
	}
	v := p.Value
	if p.Minus {
		v = v.Neg()
	}
	if p.Right {
		a.Right = a.Right.Add(v)
	} else {
		a.Left = a.Left.Add(v)
	}
	a.Bound = a.Bound.Add(p.Half)
	a.Parts = append(a.Parts, p)
}

// half is half a unit of the last place that a figure is printed to. A zero and a blank
// count: across books another may print the 40 元 that round to nothing here.
func (r *reach) half(b *bind.Book, f *bind.Figure) amount.Amount {
	if f.State == bind.Money && !f.Value.IsZero() {
		return InYuan(b, f.Half)
	}
	half, known := r.halves[f.Table]
	if !known {
		for _, row := range f.Table.Rows {
			for _, g := range row.Figures {
				if h := InYuan(b, g.Half); g.State == bind.Money && h.Cmp(half) > 0 {
					half = h
				}
			}
		}
		r.halves[f.Table] = half
	}
	return half
}
