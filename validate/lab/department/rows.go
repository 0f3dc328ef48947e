package department

import (
	"fmt"
	"slices"
	"strings"

	"suanqing/validate/lab/fixture"
)

// rowForms are the forms with a row for what there is.
var rowForms = []string{fixture.F02, fixture.F03, fixture.F05, fixture.F06, fixture.F07, fixture.F08}

// detail is a row of a form with no other below it, whose first figure matters.
func (p *planter) detail(u *Paper) (form string, r *fixture.Row, column string) {
	form = pick(p, rowForms)
	f := u.Book.Forms[form]
	length := 7
	if form == fixture.F06 {
		length = 5
	}
	column = f.Columns[0]
	if slices.Contains(f.Columns, "小计") {
		column = "小计"
	}
	var some []*fixture.Row
	for _, r := range f.Rows {
		_, drawn := u.Drawn().At(form, r.Key, column)
		s := fixture.Slot{Form: form, Row: r.Key, Column: column}
		if strings.Trim(r.Key, "0123456789") == "" && len(r.Key) == length && drawn && u.rolls(s) && u.matters(inYuan(u.Book, r.Values[column])) {
			some = append(some, r)
		}
	}
	if len(some) == 0 {
		return form, nil, column
	}
	return form, pick(p, some), column
}

// rowMissing leaves a row out; the totals are as they were.
func rowMissing(book func(*planter) *Paper) func(*planter) *Planted {
	return func(p *planter) *Planted {
		u := book(p)
		form, r, column := p.detail(u)
		if r == nil {
			return nil
		}
		wrong := u.copy()
		f := wrong.Book.Forms[form]
		f.Rows = slices.DeleteFunc(f.Rows, func(s *fixture.Row) bool { return s.Key == r.Key })
		return &Planted{Files: p.with(u, wrong), Want: Want{Paper: u, File: u.File,
			Slot: fixture.Slot{Form: form, Row: r.Key, Column: column}, Was: r.Values[column]}}
	}
}

// freeCode is a code beside another that no book of the department has on the form.
func (p *planter) freeCode(form, beside string) string {
	for n := 40; n < 99; n++ {
		code := fmt.Sprintf("%s%02d", beside[:len(beside)-2], n)
		if !slices.ContainsFunc(p.d.All(), func(u *Paper) bool { return u.Book.Forms[form].Row(code) != nil }) {
			return code
		}
	}
	panic("department: no code left beside " + beside)
}

// rowRecoded gives a row another code; the books without it have the right one.
func rowRecoded(book func(*planter) *Paper) func(*planter) *Planted {
	return func(p *planter) *Planted {
		u := book(p)
		form, r, column := p.detail(u)
		if r == nil {
			return nil
		}
		code := p.freeCode(form, r.Key)
		wrong := u.copy()
		wrong.Book.Forms[form].Row(r.Key).Key = code
		inOrder(wrong.Book.Forms[form], code)
		return &Planted{Files: p.with(u, wrong), Want: Want{Paper: u, File: u.File,
			Slot: fixture.Slot{Form: form, Row: code, Column: column}, Was: r.Values[column], Is: r.Values[column], Recoded: r.Key}}
	}
}

// rowExtra gives a department a row that no unit has, beside one whose name and figures
// it repeats in part. The totals are as they were.
func rowExtra(p *planter) *Planted {
	u := p.whole()
	form, r, column := p.detail(u)
	if r == nil {
		return nil
	}
	wrong := u.copy()
	f := wrong.Book.Forms[form]
	more := &fixture.Row{Key: p.freeCode(form, r.Key), Name: "其他" + strings.TrimPrefix(r.Name, "其他"), Values: map[string]string{}}
	for c, v := range r.Values {
		if v != "" {
			more.Values[c] = number(v).Div(number("2")).StringFixed(2)
		}
	}
	if !u.matters(inYuan(u.Book, more.Values[column])) {
		return nil
	}
	f.Rows = append(f.Rows, more)
	inOrder(f, more.Key)
	return &Planted{Files: p.with(u, wrong), Want: Want{Paper: u, File: u.File,
		Slot: fixture.Slot{Form: form, Row: more.Key, Column: column}, Is: more.Values[column], Extra: true}}
}

// inOrder puts a row behind the last of its parent that comes before it.
func inOrder(f *fixture.Form, code string) {
	i := slices.IndexFunc(f.Rows, func(r *fixture.Row) bool { return r.Key == code })
	row := f.Rows[i]
	f.Rows = slices.Delete(f.Rows, i, i+1)
	parent, at := code[:len(code)-2], 0
	for i, r := range f.Rows {
		if strings.HasPrefix(r.Key, parent) && r.Key < code {
			at = i + 1
		}
	}
	f.Rows = slices.Insert(f.Rows, at, row)
}
