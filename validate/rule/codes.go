package rule

import (
	"slices"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/report"
)

// codeRules are about codes and the names beside them.
var codeRules = []Rule{
	{ID: "code.form", Title: "科目编码的位数：功能分类 3、5、7 位，经济分类 3、5 位",
		Why: "类 3 位、款 5 位、项 7 位，位数不对就无法汇总。", Hint: "核对这个编码是否多打、漏打了数字。", Check: codeForm},
	{ID: "code.once", Title: "每个科目编码只出现一次",
		Why: "同一科目出现两次，会重复汇总或错认。", Hint: "合并重复的行，或改正打错的编码。", Check: codeOnce},
	{ID: "code.parent", Title: "每个科目的上级科目也在表上", Severity: report.Warning,
		Why: "项要有所属的款和类，款要有所属的类，才能逐级汇总。", Hint: "补上缺少的上级科目行，或核对编码是否打错。", Check: codeParent},
	{ID: "code.order", Title: "科目按编码从小到大排列，下级跟在上级之后", Severity: report.Notice,
		Why: "排列有序，汇总关系才看得清。", Hint: "把这一行移到它的上级之后、按编码排好。", Check: codeOrder},
	{ID: "code.same-name", Title: "同一编码在各表上的名称相同", Severity: report.Warning,
		Why: "同一科目名称不同，可能是错行或打错编码。", Hint: "对照当年的政府收支分类科目，改成同一名称。", Check: codeSameName},
	{ID: "code.standard-name", Title: "类的名称和经济分类的名称与标准科目一致", Severity: report.Warning,
		Why: "编码与名称对不上，往往是整行错位。", Hint: "对照当年的政府收支分类科目核对编码和名称。", Check: codeStandardName},
}

// codedRowsOf goes through every row with a code.
func (c *Check) codedRowsOf(fn func(t *bind.Table, r *bind.Row)) {
	c.Book.Each(func(t *bind.Table) {
		if !t.Form.Coded() {
			return
		}
		for _, r := range t.Rows {
			if form.IsCode(r.Key) {
				c.Checked++
				fn(t, r)
			}
		}
	})
}

func (c *Check) rowCell(t *bind.Table, r *bind.Row, at bind.Place) report.Cell {
	cell := c.tableCell(t, at, joinWords(r.Key, r.Name))
	cell.Row = r.Key
	return cell
}

func codeForm(c *Check) {
	c.codedRowsOf(func(t *bind.Table, r *bind.Row) {
		if r.Malformed {
			c.add(t.Form.Short+"的科目编码“"+r.Code+"”位数不对。", c.rowCell(t, r, r.At))
		}
	})
}

func codeOnce(c *Check) {
	c.codedRowsOf(func(t *bind.Table, r *bind.Row) {
		if r.Repeats != nil {
			c.add(t.Form.Short+"的科目 "+r.Key+" 出现了不止一次。", c.rowCell(t, r, r.At), c.rowCell(t, r.Repeats, r.Repeats.At))
		}
	})
	c.Book.Each(func(t *bind.Table) {
		for _, r := range t.Again {
			c.add(t.Form.Short+"的科目 "+r.Key+" 换页后又列了一遍，数与前面的不同；合计按前面的核对。", c.rowCell(t, r, r.At), c.rowCell(t, r.Repeats, r.Repeats.At))
		}
	})
}

// codeParent asks for the parents of a form that prints parents at all: some
// print only classes and items, or only items.
func codeParent(c *Check) {
	c.codedRowsOf(func(t *bind.Table, r *bind.Row) {
		if r.Malformed || len(r.Key) == 3 {
			return
		}
		if up := r.Key[:len(r.Key)-2]; t.Row(up) == nil && t.PrintsLevel(len(up)) {
			c.add(t.Form.Short+"的科目 "+joinWords(r.Key, r.Name)+" 没有上级科目 "+up+" 这一行。", c.rowCell(t, r, r.At))
		}
	})
}

// codeOrder: within a lane, codes ascend as text, which puts children after
// their parents. Only rows whose parent comes later, or that step back within
// their own class, are out of order; classes stand as the form lists them.
func codeOrder(c *Check) {
	last := map[int]*bind.Row{}
	var table *bind.Table
	c.codedRowsOf(func(t *bind.Table, r *bind.Row) {
		if t != table {
			table, last = t, map[int]*bind.Row{}
		}
		if r.Malformed {
			return
		}
		was := last[r.Lane]
		last[r.Lane] = r
		if was == nil || r.Repeats != nil || !t.Form.SharesCodes() && len(r.Key) == 3 {
			return
		}
		if r.Key < was.Key && (t.Form.SharesCodes() || r.Key[:3] == was.Key[:3]) {
			c.add(t.Form.Short+"的科目 "+joinWords(r.Key, r.Name)+" 排在 "+joinWords(was.Key, was.Name)+" 之后，顺序不对。", c.rowCell(t, r, r.At))
		}
	})
}

func codeSameName(c *Check) {
	type use struct {
		table *bind.Table
		row   *bind.Row
	}
	first := map[string]use{}
	c.codedRowsOf(func(t *bind.Table, r *bind.Row) {
		if !t.Form.SharesCodes() || r.Name == "" {
			return
		}
		was, ok := first[r.Key]
		if !ok {
			first[r.Key] = use{t, r}
			return
		}
		if !sameName(was.row.Name, r.Name) {
			c.add("科目 "+r.Key+" 在"+t.Form.Short+"上是“"+r.Name+"”，在"+was.table.Form.Short+"上是“"+was.row.Name+"”。",
				c.rowCell(t, r, r.NameAt), c.rowCell(was.table, was.row, was.row.NameAt))
		}
	})
}

func codeStandardName(c *Check) {
	mistyped := misnamed(c.Book)
	c.codedRowsOf(func(t *bind.Table, r *bind.Row) {
		names := t.Form.CodeNames(r.Key)
		if names == nil || r.Name == "" || slices.ContainsFunc(mistyped, func(m Mistype) bool { return m.Row == r }) {
			return
		}
		for _, n := range names {
			if sameName(n, r.Name) {
				return
			}
		}
		c.add(t.Form.Short+"的科目 "+r.Key+" 标准名称是“"+names[0]+"”，表上是“"+r.Name+"”。", c.rowCell(t, r, r.NameAt))
	})
}

// sameName compares names without brackets, stops and ordinals.
func sameName(a, b string) bool { return a == b || bareName(a) == bareName(b) }

var bare = strings.NewReplacer("(", "", ")", "", "、", "", ",", "", "，", "", "及", "和", "-", "", "其中:", "")

func bareName(s string) string { return bare.Replace(form.StripOrdinal(form.Normalize(s))) }
