package judge

import (
	"cmp"
	"slices"

	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/equation"
	"suanqing/validate/form"
)

// Judge evaluates equations over the books of a case. It remembers what several rules
// share: the rows they go through, and whether their conditions hold.
type Judge struct {
	books      *bind.Case
	book       *bind.Book
	places     map[string]placed
	conditions map[string]condition
	instances  []Instance // where those of the next rule are cut from
	pool       []Operand  // likewise

	left, right []placedTerm // of the rule that is judged
}

type placed struct {
	forms   []form.ID // that ats have rows of
	ats     []at
	columns []string // each of them with every at; none for once
	skip    *Skip
}

// lay has the terms of a side that are on a form of the scope take their rows from there.
func (p *placed) lay(side []placedTerm) {
	for i := range side {
		if t := &side[i]; t.Role == form.Own {
			t.lane = slices.Index(p.forms, t.Form)
		}
	}
}

var once = []string{""}

type condition struct {
	met  bool
	skip *Skip
}

// New begins to judge a book.
func New(b *bind.Book) *Judge { return NewCase(bind.NewCase(b)) }

// NewCase begins to judge the first book of a case; equations may name the others.
func NewCase(c *bind.Case) *Judge {
	return &Judge{books: c, book: c.Books[0], places: map[string]placed{}, conditions: map[string]condition{}}
}

// Run evaluates an equation for everything in its scope. A nil scope means
// once; a nil condition means always.
func (j *Judge) Run(e, when *equation.Equation, scope *equation.Scope) ([]Instance, []Skip) {
	p := j.placesOf(scope)
	if p.skip != nil {
		return nil, []Skip{*p.skip}
	}
	if when != nil {
		if c := j.conditionOf(when); c.skip != nil {
			return nil, []Skip{*c.skip}
		} else if !c.met {
			return nil, nil
		}
	}
	r := resolver{books: j.books, pool: j.pool, batch: 1024}
	left, right := r.placed(j.left, e.Left), r.placed(j.right, e.Right)
	j.left, j.right = left, right
	p.lay(left)
	p.lay(right)
	if skip := cmp.Or(onlyAbsent(left), onlyAbsent(right)); skip != nil {
		return nil, []Skip{*skip}
	}
	n := len(p.ats) * len(p.columns)
	if cap(j.instances)-len(j.instances) < n {
		j.instances = make([]Instance, 0, max(n, 256))
	}
	start := len(j.instances)
	instances := j.instances[start:start:cap(j.instances)]
	var skips []Skip
	var last *Skip // of skips, where many rows lack the same
	for _, r.at = range p.ats {
		for _, r.column = range p.columns {
			r.skip, r.beside, r.absent = nil, false, r.absent[:0]
			i := Instance{Row: r.at.key, Column: r.column}
			i.Left, i.Right = r.side(left), r.side(right)
			switch {
			case r.skip != nil && r.skip == last:
			case r.skip != nil:
				last = r.skip
				skips = append(skips, *last)
			case !r.beside:
				i.judge(e.Relation)
				if i.Result == Broken {
					if why := r.doubt(&i); why != "" {
						skips = append(skips, Skip{Reason: why, Unchecked: true})
						continue
					}
				}
				instances = append(instances, i)
			}
		}
	}
	end := start + len(instances)
	j.instances, j.pool = j.instances[:end], r.pool
	return instances[:len(instances):len(instances)], skips
}

func (j *Judge) placesOf(s *equation.Scope) placed {
	if s == nil {
		return placed{ats: []at{{}}, columns: once}
	}
	p, known := j.places[s.Text]
	if !known {
		p.forms = s.Forms
		p.ats, p.columns, p.skip = places(j.book, s)
		j.places[s.Text] = p
	}
	return p
}

// conditionOf evaluates a condition, which is about fixed cells.
func (j *Judge) conditionOf(when *equation.Equation) condition {
	c, known := j.conditions[when.Text]
	if !known {
		r := resolver{books: j.books, batch: 32}
		c.met = r.meets(when)
		c.skip = r.skip
		j.conditions[when.Text] = c
	}
	return c
}

// resolver puts figures into the terms of one instance.
type resolver struct {
	books  *bind.Case
	at     at
	column string // what 本列 stands for
	skip   *Skip
	beside bool          // the equation does not apply to this row and column
	absent []*bind.Table // of terms for which their form has nothing
	pool   []Operand     // where sides are cut from, batch at a time
	batch  int
	one    [1]*bind.Row // a set of one row
	given  Given        // nil for none
}

// meets says whether a condition holds, exactly as printed.
func (r *resolver) meets(when *equation.Equation) bool {
	i := Instance{Left: r.side(r.placed(nil, when.Left)), Right: r.side(r.placed(nil, when.Right))}
	if r.skip != nil || r.beside {
		return false
	}
	i.judge(equation.Equal)
	return i.Difference.IsZero() == (when.Relation == equation.Equal)
}

// side puts the figures into one side's terms.
func (r *resolver) side(terms []placedTerm) []Operand {
	if cap(r.pool)-len(r.pool) < 16 {
		r.pool = make([]Operand, 0, r.batch)
	}
	start := len(r.pool)
	for k := range terms {
		before := len(r.pool)
		r.term(&terms[k])
		if t := terms[k].table; t != nil && len(r.pool) == before {
			r.absent = append(r.absent, t)
		}
	}
	return r.pool[start:len(r.pool):len(r.pool)]
}

// term finds the figures of a reference. What a form does not print is
// nothing, unless the form should print it.
func (r *resolver) term(p *placedTerm) {
	term, t := p.Term, p.table
	if r.given != nil {
		if figures, ok := r.given(term); ok {
			for _, f := range figures {
				r.pool = append(r.pool, Operand{Figure: f, Minus: term.Minus, Term: term})
			}
			return
		}
	}
	switch {
	case p.book == nil:
		r.stop(&Skip{Reason: "没有" + string(term.Role) + "的报表"})
		return
	case t == nil:
		if !p.absence.Known() {
			r.stop(missing(p.book, term.Form))
		}
		return
	}
	column := term.Column
	if column == equation.ThisColumn {
		column = r.column
	}
	if p.column != column { // nearly always the one of the row before
		p.column, p.noColumn = column, nil
		if p.lacks, p.only = declOf(t, column); p.lacks {
			p.noColumn = noColumn(t, column)
		}
	}
	if p.lacks {
		if p.noColumn != nil {
			r.stop(p.noColumn)
		}
		return
	}
	for _, row := range r.rows(p) {
		f := p.figure(row)
		if f == nil {
			r.beside = true // the row stands on the other half of the form
			return
		}
		if f.State == bind.Unread {
			r.stop(&Skip{Reason: t.Form.Short + " " + address(f) + " 的数没有认清", Unchecked: true})
		} else if f.State >= bind.Words {
			r.stop(&Skip{Reason: t.Form.Short + " " + address(f) + " 的内容不能计算", Unchecked: true})
		}
		r.pool = append(r.pool, Operand{Figure: f, Minus: term.Minus, Term: term})
	}
}

// noColumn says what it means that a form lacks a column; nil where it is nothing.
func noColumn(t *bind.Table, column string) *Skip {
	d := t.Form.Column(column)
	if unchecked := !d.Spare && t.Filled(); unchecked || d.Optional {
		return &Skip{Reason: t.Form.Short + "没有“" + column + "”栏", Unchecked: unchecked && !d.Optional}
	}
	return nil
}

func address(f *bind.Figure) string { return document.Address(f.At.Row, f.At.Col) }

// rows finds the rows a reference stands for.
func (r *resolver) rows(p *placedTerm) []*bind.Row {
	t, term := p.table, p.Term
	switch term.Row {
	case equation.ThisRow:
		this := r.this(p)
		if this == nil {
			return t.Below(r.at.key)
		}
		return r.only(this)
	case equation.Children:
		this := r.this(p)
		if this == nil {
			return nil
		}
		if len(this.Kids) == 0 {
			r.noParts(t, this)
		}
		return this.Kids
	}
	if term.Sum {
		if !p.grouped {
			p.group, p.grouped = r.group(t, term.Row), true
		}
		if len(p.group) == 0 && term.Row == form.OpeningFund {
			r.beside = true // 年初 is printed in one line only
		}
		return p.group
	}
	if p.share != own {
		return r.shared(p)
	}
	if row := t.Row(term.Row); row != nil {
		return r.only(row)
	}
	d := t.Form.Row(term.Row)
	switch {
	case d != nil && d.After != "" && r.stands(t, d.After):
		r.stop(&Skip{Reason: t.Form.Short + "没有分列“" + d.After + "”"})
	case d != nil && d.Optional, form.IsCode(term.Row), !t.Filled():
	default:
		r.stop(&Skip{Reason: t.Form.Short + "没有找到“" + term.Row + "”行", Unchecked: true})
	}
	return nil
}

// this is the row that 本行 means on a form.
func (r *resolver) this(p *placedTerm) *bind.Row {
	if p.lane >= 0 && r.at.rows != nil {
		return r.at.rows[p.lane]
	}
	return p.table.Row(r.at.key)
}

func (r *resolver) only(row *bind.Row) []*bind.Row {
	r.one[0] = row
	return r.one[:]
}

// noParts handles a total with nothing below it: a total of nothing is not
// broken, but neither has it been checked.
func (r *resolver) noParts(t *bind.Table, row *bind.Row) {
	for _, f := range row.Figures {
		if f.State == bind.Money && !f.Value.IsZero() {
			r.stop(&Skip{Reason: t.Form.Short + "合计行之外没有读到任何科目", Unchecked: true})
			return
		}
	}
	r.beside = true
}

// group lists the rows of a declared set; of codes only the uppermost count.
func (r *resolver) group(t *bind.Table, name string) []*bind.Row {
	var rows []*bind.Row
	summed := t.Form.Whole != "" && r.stands(t, t.Form.Whole)
	for _, row := range t.Rows {
		if summed && slices.Contains(t.Form.WholeOf, row.Key) {
			continue
		}
		top := row.Parent == nil || row.Parent.Key == form.Total
		if t.Form.InGroup(row.Key, name) && top {
			rows = append(rows, row)
		}
	}
	return rows
}

// stands says whether a row is printed with a figure other than zero.
func (r *resolver) stands(t *bind.Table, key string) bool {
	row := t.Row(key)
	if row == nil {
		return false
	}
	for _, f := range row.Figures {
		if f.State == bind.Money && !f.Value.IsZero() {
			return true
		}
	}
	return false
}

// stop notes why the instance cannot be judged; the gravest reason stays.
func (r *resolver) stop(s *Skip) {
	if r.skip == nil || s.Unchecked && !r.skip.Unchecked {
		r.skip = s
	}
}
