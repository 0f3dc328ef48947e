package rule

import (
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
		if !t.Form.SharesCodes() || r.Name == "" || c.shared.wrong(t.Form.Codes, r, c.Book.Year) {
			return // told by itself
		}
		was, ok := first[r.Key]
		if !ok {
			first[r.Key] = use{t, r}
			return
		}
		if !alike(t.Form.Codes, r.Key, was.row.Name, r.Name) {
			c.add("科目 "+r.Key+" 在"+t.Form.Short+"上是“"+r.Name+"”，在"+was.table.Form.Short+"上是“"+was.row.Name+"”。",
				c.rowCell(t, r, r.NameAt), c.rowCell(was.table, was.row, was.row.NameAt))
		}
	})
}

// alike says whether two names beside one code are one: spelled alike, one of them cut
// short, or both the code's own, of different years.
func alike(c *form.Classification, code, a, b string) bool {
	if form.SameName(a, b) || c.Bears(code, a) && c.Bears(code, b) {
		return true
	}
	cutShort := func(name, whole string) bool {
		cut, said := form.CutShort(name, whole)
		return said || cut && c.Bears(code, whole)
	}
	return cutShort(a, b) || cutShort(b, a)
}
