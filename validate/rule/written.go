package rule

import (
	"slices"
	"strconv"
	"strings"

	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/report"
)

// writtenRules are about how codes are written.
var writtenRules = []Rule{
	{ID: "code.padded", Title: "类、款的编码后面不补零", Severity: report.Notice,
		Why: "类 3 位、款 5 位是标准写法；有的系统导出时把类、款也补零到七位。", Hint: "可以不改：已按去掉补零的编码核对。只有个别编码补了零的，改成和其他行一样。", Check: codePadded},
	{ID: "code.beside", Title: "写在名称前的编码与编码栏相同", Severity: report.Warning,
		Why: "同一行写了两个不同的编码，总有一个是错的。", Hint: "对照当年的政府收支分类科目，把两处改成同一个编码。", Check: codeBeside},
}

// codePadded tells once of all forms that fill codes up with zeros, and once of single
// codes that are filled up where the form's others are not.
func codePadded(c *Check) {
	var whole, single padding
	c.codedRowsOf(func(t *bind.Table, r *bind.Row) {
		switch {
		case r.Filled == "":
		case r.Alone:
			single.add(c, t, r)
		default:
			whole.add(c, t, r)
		}
	})
	if whole.rows > 0 {
		c.add(strings.Join(whole.forms, "、")+"的科目编码后面补了零（如 "+whole.first.Filled+"），已按去掉补零的编码（"+whole.first.Key+"）核对。"+
			listed(len(whole.cells), whole.rows), whole.cells...)
	}
	if single.rows > 0 {
		which := single.first.Filled
		if single.rows > 1 {
			which += " 等 " + strconv.Itoa(single.rows) + " 个编码"
		}
		c.addAs(report.Warning, strings.Join(single.forms, "、")+"的科目编码 "+which+" 后面多了零，表上其他的没有；"+
			"已按 "+single.first.Key+" "+single.first.Name+" 核对。"+listed(len(single.cells), single.rows), single.cells...)
	}
}

// padding is what is told together of codes that are filled up.
type padding struct {
	first *bind.Row
	forms []string
	cells []report.Cell
	rows  int
}

func (p *padding) add(c *Check, t *bind.Table, r *bind.Row) {
	if p.rows++; p.first == nil {
		p.first = r
	}
	if !slices.Contains(p.forms, t.Form.Short) {
		p.forms = append(p.forms, t.Form.Short)
	}
	if p.rows <= mostCells {
		p.cells = append(p.cells, c.rowCell(t, r, r.At))
	}
}

// codeBeside tells of each form where the code printed with a name is not that of
// the row.
func codeBeside(c *Check) {
	c.Book.Each(func(t *bind.Table) {
		var first *bind.Row
		var cells []report.Cell
		n := 0
		for _, r := range t.Rows {
			if !form.IsCode(r.Key) {
				continue
			}
			c.Checked++
			if r.Beside == "" {
				continue
			}
			if n++; n > mostCells {
				continue
			}
			if first == nil {
				first = r
			}
			if r.At != r.NameAt {
				cells = append(cells, c.rowCell(t, r, r.At))
			}
			beside := c.tableCell(t, r.NameAt, joinWords(r.Beside, r.Name))
			beside.Row = r.Key
			cells = append(cells, beside)
		}
		if first != nil {
			c.add(besideMessage(t, first, n), cells...)
		}
	})
}

// besideMessage names both codes of the first row of a form that has two.
func besideMessage(t *bind.Table, r *bind.Row, rows int) string {
	more := ""
	if rows > 1 {
		more = "这样的共 " + strconv.Itoa(rows) + " 行。"
	}
	if !t.Form.Coded() {
		return t.Form.Short + "“" + r.Name + "”写的编码是 " + r.Beside + "，标准编码是 " + r.Key + "；已按名称核对。" + more
	}
	return t.Form.Short + "的科目“" + r.Name + "”，编码栏是 " + r.Key + "，名称处写的是 " + r.Beside + "；已按编码栏核对。" + more
}
