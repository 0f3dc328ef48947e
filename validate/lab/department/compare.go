package department

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// Difference is a figure of a department that is not the sum of its units', in 元.
type Difference struct {
	fixture.Slot
	Whole, Sum decimal.Decimal
	Units      int  // that have the row
	Lacks      bool // the department lacks the row
}

// Differences compares, to the 分, a department's book with those of its units.
// Columns that either lacks are left alone. A unit has none.
func (p *Paper) Differences() []Difference {
	if len(p.Units) == 0 {
		return nil
	}
	books := make([]*fixture.Book, len(p.Units))
	for i, u := range p.Units {
		books[i] = u.Yuan
	}
	return differences(p.Yuan, books)
}

func differences(whole *fixture.Book, parts []*fixture.Book) []Difference {
	var out []Difference
	for _, s := range slots(append([]*fixture.Book{whole}, parts...)) {
		d := Difference{Slot: s, Whole: amount(whole, s), Lacks: whole.Forms[s.Form].Row(s.Row) == nil}
		everywhere := has(whole, s)
		for _, b := range parts {
			everywhere = everywhere && has(b, s)
			d.Sum = d.Sum.Add(amount(b, s))
			if b.Forms[s.Form].Row(s.Row) != nil {
				d.Units++
			}
		}
		if everywhere && !d.Whole.Equal(d.Sum) {
			out = append(out, d)
		}
	}
	return out
}

// has says that a book's form has the column, or no figure at all.
func has(b *fixture.Book, s fixture.Slot) bool {
	f := b.Forms[s.Form]
	return f.Empty() || slices.Contains(f.Columns, s.Column)
}

// slots lists every figure that any of the books has, in order.
func slots(books []*fixture.Book) []fixture.Slot {
	seen := map[fixture.Slot]bool{}
	var out []fixture.Slot
	for _, b := range books {
		for _, id := range fixture.FormIDs {
			for _, r := range b.Forms[id].Rows {
				for _, c := range b.Forms[id].Columns {
					s := fixture.Slot{Form: id, Row: r.Key, Column: c}
					if r.Values[c] != "" && !seen[s] {
						seen[s] = true
						out = append(out, s)
					}
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b fixture.Slot) int { return strings.Compare(a.Form, b.Form) })
	return out
}

// amount is a figure, a blank being nothing.
func amount(b *fixture.Book, s fixture.Slot) decimal.Decimal {
	return number(b.Value(s.Form, s.Row, s.Column))
}

func number(v string) decimal.Decimal {
	if v == "" {
		return decimal.Zero
	}
	return decimal.RequireFromString(v)
}

// exponents of the units printed.
var exponents = map[string]int32{"元": 0, "万元": 4}

// inYuan is a figure of a book, as printed, in 元.
func inYuan(b *fixture.Book, v string) decimal.Decimal { return number(v).Shift(exponents[b.Unit]) }

// Bound is by how much, in 元, a figure of the department may differ from the sum of its
// units' for rounding alone: half of the last place of each book in 万元.
func (p *Paper) Bound() decimal.Decimal {
	bound := decimal.Zero
	for _, u := range append([]*Paper{p}, p.Units...) {
		if u.Book.Unit == "万元" {
			bound = bound.Add(decimal.New(50, 0))
		}
	}
	return bound
}
