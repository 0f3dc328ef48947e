package rules

import (
	"fmt"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/document"
	"suanqing/validate/report"
	"suanqing/validate/rollup"
	"suanqing/validate/rule"
)

// The books of the examples across books are the first base's: a department is three
// times it, its two units once and twice, and the year before is it with the closing
// figures that open it.
const (
	departmentName = "示例市第二区财政局"
	ownName        = "示例市第二区财政局（本级）"
	unitName       = "示例市第二区预算评审中心"
)

// member is one book of an example.
type member struct {
	name, file string
	year       int
	times      int64
	closing    bool // its closing figures are the base's opening ones
	alter      func(b *bind.Book)
	unread     bool
}

// together is an example across books: what was done, and the books after it.
type together struct {
	words string
	books []member
	years bool // the first is followed by the second
	found bool // which one is the department's is to be found
}

var (
	wholeBook = member{name: departmentName, file: "部门.xlsx", year: 2023, times: 3}
	ownBook   = member{name: ownName, file: "本级.xlsx", year: 2023, times: 1}
	unitBook  = member{name: unitName, file: "评审中心.xlsx", year: 2023, times: 2}
	thisBook  = member{name: departmentName, file: "本年.xlsx", year: 2023, times: 1}
	lastBook  = member{name: departmentName, file: "上年.xlsx", year: 2022, times: 1, closing: true}
)

// with is a book changed.
func (m member) with(change func(*member)) member {
	change(&m)
	return m
}

// acrossBooks are the examples, by rule.
var acrossBooks = map[string]together{
	"rollup.F03": {words: "评审中心汇总之后改了支出决算表的一个数，部门没有重新汇总。",
		books: []member{wholeBook, ownBook, unitBook.with(func(m *member) { m.alter = changedItem })}},
	"rollup.units": {words: "部门汇总时漏了票据中心的报表。",
		books: []member{wholeBook, ownBook, unitBook,
			{name: "示例市第二区财政局票据中心", file: "票据中心.xlsx", year: 2023, times: 4}}},
	"rollup.missing": {words: "一起核对的只有部门和本级，评审中心的报表没有放进来。", books: []member{wholeBook, ownBook}},
	"rollup.twice": {words: "本级的报表放了两份。",
		books: []member{wholeBook, ownBook, unitBook, ownBook.with(func(m *member) { m.file = "本级（副本）.xlsx" })}},
	"rollup.foreign": {words: "混进了另一家部门单位的报表。",
		books: []member{wholeBook, ownBook, unitBook, {name: "另一县气象台", file: "气象台.xlsx", year: 2023, times: 4}}},
	"rollup.year": {words: "另放进了一份上年的报表。", books: []member{wholeBook, ownBook, unitBook,
		{name: "示例市第二区票据中心", file: "票据中心.xlsx", year: 2022, times: 4}}},
	"rollup.scale": {words: "评审中心的金额是万元，表上写成了“元”。",
		books: []member{wholeBook, ownBook, unitBook.with(func(m *member) { m.alter = inYuan })}},
	"rollup.books":      {words: "另放进了一个打不开的文件。", books: []member{wholeBook, ownBook, unitBook, {file: "票据中心.xlsx", unread: true}}},
	"rollup.department": {words: "没有说哪一份是部门的报表。", books: []member{unitBook, wholeBook, ownBook}, found: true},
	"years.F01": {words: "上年收支总表的年末结转和结余，比本年的年初数少了 10 万元。", years: true,
		books: []member{thisBook, lastBook.with(func(m *member) { m.alter = closedWithLess })}},
	"years.previous": {words: "放进来的“上年报表”其实是 2021 年度的。", years: true,
		books: []member{thisBook, lastBook.with(func(m *member) { m.year = 2021 })}},
	"years.changes": {words: "一个项的支出比上年多了一倍多。", years: true,
		books: []member{thisBook, lastBook.with(func(m *member) { m.alter = changedItem })}},
}

// untold are rules across books that the example books cannot break.
var untold = map[string]bool{"rollup.flow": true}

func changedItem(b *bind.Book) {
	first, _ := item(b)
	f := entered(first)
	set(b.Document, f.At, number(f.Value.Sub(amount.New(30, 0)).String()))
}

func closedWithLess(b *bind.Book) {
	f := b.Tables["F01"].Row("年末结转和结余").Figure("金额")
	set(b.Document, f.At, number(f.Value.Sub(amount.New(10, 0)).String()))
}

func inYuan(b *bind.Book) {
	b.Each(func(t *bind.Table) { set(b.Document, t.UnitAt, text("金额单位：元")) })
}

// member makes one book of an example, judged for itself.
func (b *base) member(m member) (*rollup.Book, error) {
	r := &report.Report{File: m.file, SHA256: m.file, Year: m.year, Department: m.name}
	if m.unread {
		r.Error = &report.Failure{Message: "文件不完整"}
		return &rollup.Book{Report: r}, nil
	}
	book, err := b.bound()
	if err != nil {
		return nil, err
	}
	wb := book.Document
	book.Each(func(t *bind.Table) {
		set(wb, t.DeptAt, text("部门："+m.name))
		set(wb, t.Title, text(fmt.Sprint(m.year)+"年度"+t.Printed))
		for _, row := range t.Rows {
			for _, f := range row.Figures {
				if f.State == bind.Money && f.Cell != nil && f.Cell.Kind == document.Number {
					sum := amount.Zero
					for range m.times {
						sum = sum.Add(f.Value)
					}
					set(wb, f.At, number(sum.String()))
				}
			}
		}
	})
	if m.closing {
		closeAsOpened(book)
	}
	if m.alter != nil {
		m.alter(bind.Find(wb, nil))
	}
	bound := bind.Find(wb, nil)
	bound.Year = m.year
	return &rollup.Book{Report: r, Bound: bound, Outcome: rule.Run(bound)}, nil
}

// closeAsOpened makes the closing figures of the years' rules those that open the book.
func closeAsOpened(b *bind.Book) {
	years := rule.BetweenYears()
	for i := range years {
		to, from := years[i].Equation.Right[0], years[i].Equation.Left[0]
		t := b.Tables[from.Form]
		if t == nil {
			continue
		}
		rows := t.Rows
		if years[i].ForEach == nil {
			rows = []*bind.Row{nil}
		}
		for _, row := range rows {
			opened, closed := row, row
			if row == nil {
				opened, closed = t.Row(from.Row), t.Row(to.Row)
			}
			if opened == nil || closed == nil {
				continue
			}
			f, g := opened.Figure(from.Column), closed.Figure(to.Column)
			if f == nil || g == nil {
				continue
			}
			if f.State != bind.Money {
				set(b.Document, g.At, document.Cell{})
				continue
			}
			set(b.Document, g.At, number(f.Value.String()))
		}
	}
}

// judgeTogether gives what is found across the books of an example.
func (b *base) judgeTogether(x together) (found []report.Finding, err error) {
	books := make([]*rollup.Book, len(x.books))
	for i, m := range x.books {
		if books[i], err = b.member(m); err != nil {
			return nil, err
		}
	}
	var r *report.Report
	if x.years {
		r = rollup.Years(books[0].Report, books[0], books[1])
	} else {
		o := rollup.Options{Firm: !x.found}
		if x.found {
			o.Department = -1
		}
		r = rollup.Department(books, o)
	}
	for _, f := range r.Findings {
		if strings.HasPrefix(f.Rule, "rollup.") || strings.HasPrefix(f.Rule, "years.") {
			found = append(found, f)
		}
	}
	return found, nil
}

// exampleAcross is the example of a rule across books; nil where none is declared.
func (b *base) exampleAcross(r *rule.Rule) (*example, error) {
	x, ok := acrossBooks[r.ID]
	if !ok {
		return nil, nil
	}
	findings, err := b.judgeTogether(x)
	if err != nil {
		return nil, err
	}
	for _, f := range findings {
		if f.Rule == r.ID {
			return &example{"几套虚构的报表", change{Words: x.words}, f}, nil
		}
	}
	return nil, fmt.Errorf("rule %s: its example raises nothing", r.ID)
}
