package dress

import (
	"fmt"
	"strings"

	"github.com/shopspring/decimal"

	"suanqing/validate/lab/fixture"
)

// Wrong is a book with one figure wrong on a form ("" for F03), and which: one that
// more than one identity tells, so that it can be named.
func Wrong(b *fixture.Book, form string) (*fixture.Book, fixture.Slot) {
	s := target(b, form)
	return remembered(fmt.Sprintf("wrong %p %v", b, s), func() *fixture.Book {
		b := b.Clone()
		r := b.Forms[s.Form].Row(s.Row)
		d := decimal.RequireFromString(r.Values[s.Column])
		r.Values[s.Column] = d.Shift(1).StringFixed(-min(0, d.Exponent())) // the point one place off
		return b
	}), s
}

func target(b *fixture.Book, form string) fixture.Slot {
	switch form {
	case fixture.F01, fixture.F04:
		column := map[string]string{fixture.F01: "金额", fixture.F04: "一般公共预算"}[form]
		return first(b, form, column, func(row string) bool { return row[0] == '2' && len(row) == 3 })
	case fixture.F06:
		return first(b, form, "金额", func(row string) bool { return row == "302" })
	case fixture.F09:
		return fixture.Slot{Form: form, Row: "决算数", Column: "公务用车购置及运行维护费"}
	case fixture.F02:
		return first(b, form, "财政拨款收入", func(row string) bool { return len(row) == 7 })
	case "":
		form = fixture.F03
	}
	return first(b, form, "项目支出", func(row string) bool { return len(row) == 7 })
}

// first is the first figure of a column in a row that is wanted.
func first(b *fixture.Book, form, column string, want func(row string) bool) fixture.Slot {
	for _, r := range b.Forms[form].Rows {
		if v := r.Values[column]; want(r.Key) && strings.Trim(v, "-0.") != "" {
			return fixture.Slot{Form: form, Row: r.Key, Column: column}
		}
	}
	panic("dress: no figure to plant an error in on " + form)
}
