package judge

import (
	"suanqing/validate/bind"
	"suanqing/validate/equation"
	"suanqing/validate/form"
)

// placedTerm is a term with its book and the table of its form; nil when missing.
type placedTerm struct {
	*equation.Term
	book    *bind.Book
	table   *bind.Table
	absence *bind.Absence // of the table; nil while it is there
	share   share
	lane    int // which of the forms of the scope it is on, of whose rows each place knows its own; −1 for none

	// The column that was asked for last.
	column   string
	lacks    bool         // the form has it not
	noColumn *Skip        // what that means; nil for nothing
	only     *form.Column // the one declaration of its name; nil for several

	grouped bool        // group is known
	group   []*bind.Row // that a term which sums a set stands for, wherever the rule is
}

// declOf finds a column of a form by name.
func declOf(t *bind.Table, column string) (lacks bool, only *form.Column) {
	lacks = true
	for i := range t.Columns {
		switch d := t.Columns[i].Decl; {
		case d.ID != column:
		case lacks:
			lacks, only = false, d
		case d != only:
			return false, nil
		}
	}
	return lacks, only
}

// figure is that of a row in the column that was asked for last.
func (p *placedTerm) figure(row *bind.Row) *bind.Figure {
	if p.only != nil {
		for _, f := range row.Figures {
			if f.Column == p.only {
				return f
			}
		}
	}
	return row.Figure(p.column)
}

// placed finds the tables of terms, in the place of those before.
func (r *resolver) placed(placed []placedTerm, terms []equation.Term) []placedTerm {
	placed = placed[:0]
	for i := range terms {
		placed = append(placed, placedTerm{Term: &terms[i], book: r.books.Book(terms[i].Role), lane: -1})
		if b := placed[i].book; b != nil {
			if placed[i].table = b.Tables[terms[i].Form]; placed[i].table == nil {
				absence := b.Absence(terms[i].Form)
				placed[i].absence = &absence
			}
		}
	}
	shareWhole(placed)
	return placed
}

// onlyAbsent says why a side cannot be compared: all of it would stand on one form that
// the set has not. nil for a side that can.
func onlyAbsent(side []placedTerm) *Skip {
	if len(side) == 0 {
		return nil
	}
	for i := range side {
		if p := &side[i]; p.book == nil || p.table != nil || p.Form != side[0].Form || !p.absence.Known() {
			return nil
		}
	}
	first := &side[0]
	if !first.absence.Excused() {
		return missing(first.book, first.Form)
	}
	return &Skip{Reason: "没有" + first.book.Standard.ByID(first.Form).Title + "（" + first.absence.Why + "）"}
}

func missing(b *bind.Book, id form.ID) *Skip {
	if t := b.Doubted[id]; t != nil {
		return &Skip{Reason: t.Form.Short + "没有认清：" + t.Doubt, Unchecked: true}
	}
	return &Skip{Reason: "缺" + b.Standard.ByID(id).Title, Unchecked: true}
}
