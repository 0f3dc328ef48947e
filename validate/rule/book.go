package rule

import (
	"strconv"

	"suanqing/validate/bind"
	"suanqing/validate/form"
	"suanqing/validate/report"
)

// bookRules are about the nine forms as a set.
var bookRules = []Rule{
	{ID: "book.forms", Title: "九张表齐全", Severity: report.Warning,
		Why: "部门决算公开九张表缺一不可，没有数据的也要公开空表。", Hint: "补上缺少的表；没有数据的，公开空表并写明本表无数据。", Check: formsPresent},
	{ID: "book.once", Title: "每张表只出现一次", Severity: report.Warning,
		Why: "同一张表出现两次时，无法知道哪一张是要公开的。", Hint: "删去多余的一张，再检查一遍。", Check: formsOnce},
	{ID: "book.other-set", Title: "工作簿里只有公开用的九张表", Severity: report.Notice,
		Why: "财决报表和预算表另有格式，这里只检查公开用的九张决算表。", Hint: "不必改；要公开这个工作簿时，确认其他表也该一起公开。", Check: otherSets},
	{ID: "book.bound", Title: "表里的每个数都认得出", Severity: report.Warning,
		Why: "认不出属于哪一行哪一栏的数没有核对。", Hint: "看表头、科目编码或项目名称是否改动过；改回统一格式后再检查一遍。", Check: everythingBound},
	{ID: "book.unit-stated", Title: "每张表写明金额单位", Severity: report.Warning,
		Why: "没有单位就不知道数是元还是万元。", Hint: "在表头补上“金额单位：万元”（或元）。", Check: unitStated},
	{ID: "book.unit-same", Title: "各表金额单位一致", Severity: report.Warning,
		Why: "同一套表应使用同一金额单位。", Hint: "改成同一单位；核对时已按各表所写的单位换算。", Check: unitSame},
	{ID: "book.department", Title: "各表部门名称一致", Severity: report.Warning,
		Why: "同一套表应是同一个部门的。", Hint: "核对表头的部门名称。", Check: departmentSame},
	{ID: "book.year", Title: "各表年度一致", Severity: report.Warning,
		Why: "同一套表应是同一年度的。", Hint: "核对标题和表头的年度。", Check: yearSame},
	{ID: "form.statement", Title: "没有数据的表写明“本表无数据”", Severity: report.Warning,
		Why: "空表要写明没有此项收支，故本表无数据。", Hint: "在表下补一句，例如：本部门没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。", Check: emptySaysSo},
	{ID: "form.statement-contradicts", Title: "有数据的表不写“本表无数据”", Severity: report.Warning,
		Why: "表中有数，说明却说没有。", Hint: "删去这句说明，或核对表中的数。", Check: fullDoesNot},
}

// add reports a structural finding about cells.
func (c *Check) add(message string, cells ...report.Cell) {
	c.addAs(c.rule.Severity, message, cells...)
}

func (c *Check) addAs(severity report.Severity, message string, cells ...report.Cell) {
	p := pile{severity: severity}
	if cells == nil {
		cells = []report.Cell{}
	} else {
		p.form = cells[0].Form
	}
	if !c.found.wants(p) {
		return
	}
	f := report.Finding{Rule: c.rule.ID, Severity: severity, Title: c.rule.Title, Message: message,
		Why: c.rule.Why, Hint: c.rule.Hint, Cells: cells}
	f.Fingerprint = fingerprint(c.Book, f.Rule+message, &f)
	c.found.tell(p, f)
}

// tableCell is a place on a form that is no figure.
func (c *Check) tableCell(t *bind.Table, at bind.Place, value string) report.Cell {
	cell := cellAt(c.Book, at)
	cell.Form, cell.Value = string(t.Form.ID), ""
	cell.Label = value
	return cell
}

func formsPresent(c *Check) {
	for _, f := range c.Book.Standard.Forms {
		if c.Book.Tables[f.ID] != nil {
			c.Checked++
			continue
		}
		if t := c.Book.Doubted[f.ID]; t != nil {
			c.addAs(report.Notice, t.Form.Title+"没有认清："+t.Doubt+"。这张表没有核对。", c.tableCell(t, t.Title, t.Printed))
			c.Unchecked = t.Form.Short + "没有认清：" + t.Doubt
			continue
		}
		switch a := c.Book.Absence(f.ID); {
		case a.Excused():
			c.addAs(report.Notice, "没有此表："+f.Title+"（"+a.Why+"）。")
			continue
		case len(a.Money) > 0:
			cells := make([]report.Cell, 0, min(len(a.Money), mostCells))
			for _, figure := range a.Money[:cap(cells)] {
				cells = append(cells, CellOf(c.Book, figure))
			}
			c.addAs(report.Error, "没有找到"+f.Title+"，总表上却有它的数。", cells...)
		default:
			c.add("没有找到" + f.Title + "。")
		}
		c.Unchecked = "缺" + f.Title
	}
}

func formsOnce(c *Check) {
	c.Checked = len(c.Book.Tables)
	for _, t := range c.Book.Repeated {
		first := c.Book.Tables[t.Form.ID]
		c.add(t.Form.Short+"出现了不止一次，只核对了“"+c.Book.Document.Sheets[first.Sheet].Name+"”里的一张。",
			c.tableCell(t, t.Title, t.Printed), c.tableCell(first, first.Title, first.Printed))
		c.Unchecked = "重复的" + t.Form.Short + "没有核对"
	}
	if c.Book.Unread > 0 {
		c.add("工作簿里的决算表太多，后面的 " + strconv.Itoa(c.Book.Unread) + " 张没有读。")
		c.Unchecked = "有 " + strconv.Itoa(c.Book.Unread) + " 张决算表没有读"
	}
}

// otherSets names the sheets of other sets, which are not checked.
func otherSets(c *Check) {
	c.Checked = len(c.Book.Tables)
	var sets []string
	count := map[string]int{}
	cells := map[string][]report.Cell{}
	for _, f := range c.Book.Foreign {
		if count[f.Set]++; count[f.Set] == 1 {
			sets = append(sets, f.Set)
		}
		if len(cells[f.Set]) < mostCells {
			cells[f.Set] = append(cells[f.Set], cellAt(c.Book, f.At))
		}
	}
	for _, set := range sets {
		c.add("工作簿里另有 "+strconv.Itoa(count[set])+" 张"+set+"表，没有检查。"+listed(len(cells[set]), count[set]), cells[set]...)
	}
}

func everythingBound(c *Check) {
	c.Book.Each(func(t *bind.Table) {
		c.Checked += c.shared.glance(t).money
		var dim herd
		if dim.gather(c, t, unread); dim.first != nil {
			c.addAs(report.Notice, cellsMessage(t, dim.first, dim.n, "在页面上认不清，没有核对")+listed(len(dim.cells), dim.n), dim.cells...)
			c.Unchecked = t.Form.Short + "有没认清的数"
		}
		if len(t.Unbound) == 0 {
			return
		}
		cells := make([]report.Cell, len(t.Unbound))
		for i, u := range t.Unbound {
			cells[i] = c.tableCell(t, u.At, u.Shown)
		}
		n := len(cells) + t.More.Unbound
		c.add(t.Form.Short+"有 "+strconv.Itoa(n)+" 个数认不出属于哪一行哪一栏，没有核对（"+t.Unbound[0].Reason+"）。"+listed(len(cells), n), cells...)
		c.Unchecked = t.Form.Short + "有没认出的数"
	})
}

func unitStated(c *Check) {
	c.Book.Each(func(t *bind.Table) {
		c.Checked++
		if t.Unit.Known() || len(t.Columns) == 0 && !t.Filled() { // it is a statement without a table
			return
		}
		how := "，按其他表的“" + c.Book.Unit.Name + "”核对"
		if !c.Book.Unit.Known() {
			how = "，按四舍五入的数核对"
		}
		c.add(t.Form.Short+"没有写金额单位"+how+"。", c.tableCell(t, t.Title, t.Printed))
	})
}

// differing reports every form whose property is not what the book says.
func (c *Check) differing(what string, of func(t *bind.Table) (value string, at bind.Place), book string) {
	if book == "" {
		return
	}
	c.Book.Each(func(t *bind.Table) {
		value, at := of(t)
		if value == "" {
			return
		}
		c.Checked++
		if value != book {
			c.add(t.Form.Short+"的"+what+"是“"+value+"”，其他表是“"+book+"”。", c.tableCell(t, at, value))
		}
	})
}

func unitSame(c *Check) {
	c.differing("金额单位", func(t *bind.Table) (string, bind.Place) { return t.Unit.Name, t.UnitAt }, c.Book.Unit.Name)
}

func departmentSame(c *Check) {
	c.differing("部门名称", func(t *bind.Table) (string, bind.Place) { return t.Department, t.DeptAt }, c.Book.Department)
}

func yearSame(c *Check) {
	text := func(year int) string {
		if year == 0 {
			return ""
		}
		return strconv.Itoa(year)
	}
	c.differing("年度", func(t *bind.Table) (string, bind.Place) { return text(t.Year), t.YearAt }, text(c.Book.Year))
}

func emptySaysSo(c *Check) {
	c.Book.Each(func(t *bind.Table) {
		c.Checked++
		if !t.HasFigures() && len(t.Unbound) == 0 && len(t.Statements) == 0 {
			c.add(t.Form.Short+"没有数据，也没有写明“本表无数据”。", c.tableCell(t, t.Title, t.Printed))
		}
	})
}

func fullDoesNot(c *Check) {
	c.Book.Each(func(t *bind.Table) {
		c.Checked++
		if !t.HasFigures() {
			return
		}
		for _, at := range t.Statements {
			text := form.Normalize(c.Book.SheetAt(at).At(at.Row, at.Col).Stored)
			if form.SaysEmpty(text) {
				c.add(t.Form.Short+"有数据，却写着“本表无数据”。", c.tableCell(t, at, form.Clip(text)))
			}
		}
		c.found.count(pile{string(t.Form.ID), c.rule.Severity}, t.More.Statements)
	})
}
