package rollup

import (
	"cmp"
	"slices"
	"strings"

	"suanqing/validate/amount"
	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/judge"
)

type amountYuan = amount.Amount

const units = form.Subordinate

// slot is a figure by what it is.
type slot struct {
	form        form.ID
	row, column string
}

// sheet is what a book says, for comparing books as wholes: every figure but nothing, in
// 元, with half of its last place.
type sheet map[slot]reading

type reading struct{ value, half amount.Amount }

func read(b *bind.Book) sheet {
	s := sheet{}
	b.Each(func(t *bind.Table) {
		for _, row := range t.Rows {
			for _, f := range row.Figures {
				if f.State == bind.Money && !f.Value.IsZero() && row.Repeats == nil {
					s[slot{t.Form.ID, row.Key, f.Column.ID}] = reading{judge.InYuan(b, f.Value), judge.InYuan(b, f.Half)}
				}
			}
		}
	})
	return s
}

// totals are where a book says how large it is, the first that is printed.
var totals = []slot{{"F01", "支出总计", "金额"}, {"F01", "本年支出合计", "金额"}, {"F03", form.Total, "本年支出合计"}, {"F04", "支出总计", "合计"}}

// size is how large a book is.
func (b *Book) size() amount.Amount {
	for _, s := range totals {
		if r, ok := b.sheet[s]; ok {
			return r.value
		}
	}
	return amount.Zero
}

func near(a, b reading) bool {
	return a.value.Sub(b.value).Abs().Cmp(a.half.Add(b.half)) <= 0
}

// fewShared is the fewest figures that two books must share to be one report.
const fewShared = 15

// same says whether two books are the same report, printed twice: every figure that both
// print is the same but for rounding, and hardly any is only in one.
func same(a, b sheet) bool {
	shared, agree := 0, 0
	for s, x := range a {
		if y, ok := b[s]; ok {
			shared++
			if near(x, y) {
				agree++
			}
		}
	}
	return shared >= fewShared && agree == shared && shared*2 >= max(len(a), len(b))
}

// unlikely: of books that differ in both of these no two are the same.
func alikeInSize(a, b *Book) bool {
	for _, s := range totals {
		x, ok := a.sheet[s]
		y, both := b.sheet[s]
		if ok && both && near(x, y) {
			return true
		}
	}
	return false
}

// marks are what a name says about being a sum, or an office of its own.
var wholeMarks = []string{"汇总", "合并", "部门汇总"}
var officeMarks = []string{"（本级）", "(本级)", "本级", "机关"}

func saysWhole(name string) bool {
	return slices.ContainsFunc(wholeMarks, func(m string) bool { return strings.Contains(name, m) })
}

func saysOffice(name string) bool {
	return slices.ContainsFunc(officeMarks, func(m string) bool { return strings.HasSuffix(name, m) })
}

// bare is a department's name without what says that it is the sum, or its office.
func bare(name string) string {
	for _, open := range []string{"（", "("} {
		if i := strings.Index(name, open); i > 0 {
			name = name[:i]
		}
	}
	for _, m := range officeMarks {
		name = strings.TrimSuffix(name, m)
	}
	return name
}

// propose finds the department's book: by the largest total, then by its name.
func (c *check) propose(o Options) *Book {
	var given *Book
	if o.Department >= 0 && o.Department < len(c.books) {
		given = c.books[o.Department]
	}
	if given != nil && (o.Firm || given.Bound == nil) {
		if given.Bound == nil {
			return nil
		}
		return given
	}
	var all []*Book
	for _, b := range c.books {
		if b.Bound != nil {
			all = append(all, b)
		}
	}
	if len(all) == 0 {
		return nil
	}
	best := slices.MaxFunc(all, func(a, b *Book) int {
		return cmp.Or(a.size().Cmp(b.size()), order(saysWhole(a.file()+a.name()), saysWhole(b.file()+b.name())), order(!saysOffice(a.name()), !saysOffice(b.name())))
	})
	if given != nil {
		// A unit that is larger than the whole shows that the whole is another book, but
		// only when the name says so too: one figure may be wrong.
		if given == best || saysWhole(given.name()) || given.size().Cmp(best.size()) == 0 || !saysWhole(best.name()) && !saysOffice(given.name()) {
			return given
		}
		c.notice("rollup.department", "部门的报表", "第一个文件 "+given.called()+" 的支出比 "+best.called()+" 少，像是其中的一家单位；已把 "+best.called()+" 当作部门的汇总报表。",
			"不对的话，用 --department 指定部门的报表。")
		return best
	}
	how := "它的支出总计最大"
	if saysWhole(best.name()) || saysWhole(best.file()) {
		how = "名称写着汇总，支出总计也最大"
	}
	c.notice("rollup.department", "部门的报表", "已把 "+best.called()+" 当作部门的汇总报表："+how+"。", "不对的话，用 --department 指定部门的报表。")
	return best
}

func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}
